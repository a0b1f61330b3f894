"""A logo from a file, PNG, JPEG, WebP or SVG: stored cut to its ink, never changed otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from design_io.assets import AssetStore
from design_io.drawings import MAX_SVG, ink_bounds, is_svg, read_drawing
from design_io.errors import ImportRejected
from design_io.intake import read_capped, read_picture


class Logo(NamedTuple):
    asset: str  # id in the store
    aspect: float  # width / height


def read_logo(path: Path, assets: AssetStore) -> Logo:
    """The logo, put into the store; ImportRejected with one line when it cannot be used."""
    if path.suffix.lower() == ".svg" or _starts_as_svg(path):
        pixels = read_drawing(path)
        return Logo(assets.put_pixels(np.ascontiguousarray(pixels)), _aspect(pixels))
    asset = assets.put(read_picture(path).data)
    pixels = assets.pixels(asset)
    bounds = ink_bounds(pixels)
    if bounds is None:
        raise ImportRejected(f"{path.name} is fully transparent; give a logo that shows something")
    tight = pixels[bounds]
    if tight.shape != pixels.shape:
        asset = assets.put_pixels(np.ascontiguousarray(tight))
    return Logo(asset, _aspect(tight))


def _starts_as_svg(path: Path) -> bool:
    data = read_capped(path, 64 * 2**20)
    return len(data) <= MAX_SVG and data.lstrip()[:1] == b"<" and is_svg(data)


def _aspect(pixels: np.ndarray) -> float:
    return pixels.shape[1] / pixels.shape[0]
