"""Bytes that somebody dropped → a picture or a logo of a home, or a sentence why not."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from agents.brief import Attachment
from agents.home import Home
from design_io.drawings import read_drawing
from design_io.intake import read_picture
from design_io.logos import read_logo

MOST_BYTES = 40_000_000
_LONGEST_NAME = 80
_FLAT = 64  # colours of a picture that looks drawn
_SAMPLE = 96  # px


def taken(home: Home, data: bytes, name: str = "", role: str = "") -> Attachment:
    """The file kept in the home. Without a `role` what is drawn is a logo, else a photograph."""
    name = name[-_LONGEST_NAME:] or "picture"
    if role == "logo" or (not role and _looks_like_a_logo(data, name)):
        return _logo(home, data, name)
    picture = read_picture(data, name)
    return Attachment(asset=home.resources.assets.put(picture.data), role="picture", name=name)


def on_canvas(home: Home, data: bytes, name: str) -> tuple[str, int, int]:
    """A picture, or a drawing as one, kept in the home: its asset, width and height."""
    assets = home.resources.assets
    if _is_svg(data, name):
        pixels = np.ascontiguousarray(read_drawing(data, name))
        return assets.put_pixels(pixels), pixels.shape[1], pixels.shape[0]
    picture = read_picture(data, name)
    return assets.put(picture.data), picture.width, picture.height


def _logo(home: Home, data: bytes, name: str) -> Attachment:
    """`read_logo` reads files; the name's ending says whether it may be a drawing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "logo.svg" if _is_svg(data, name) else "logo.png")
        path.write_bytes(data)
        logo = read_logo(path, home.resources.assets)
    return Attachment(asset=logo.asset, role="logo", name=name, aspect=logo.aspect)


def _is_svg(data: bytes, name: str) -> bool:
    return name.lower().endswith(".svg") or data.lstrip()[:5] in (b"<?xml", b"<svg ")


def _looks_like_a_logo(data: bytes, name: str) -> bool:
    """Drawings, and pictures of few colours with a transparent or even ground."""
    if _is_svg(data, name):
        return True
    with Image.open(io.BytesIO(read_picture(data, name).data)) as picture:
        small = picture.convert("RGBA").resize((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    shades = np.asarray(small).reshape(-1, 4) // 16
    return len(np.unique(shades, axis=0)) < _FLAT
