"""Duotone: two inks over the photograph, as true layers, so that the original stays editable.

Its grey is stretched (dodged and burnt by even greys), multiplied by the light ink and screened
with the dark one: black becomes the dark ink, white the light one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from design_io.assets import AssetStore
from design_io.color import hex_to_rgb, rgb_to_hex
from design_io.document import BlendMode, ImageLayer, Layer, ShapeLayer
from design_io.paint import SolidFill
from generators.artist.drawing import group
from generators.artist.photograph import photograph, shown_pixels, veils
from generators.request import GenerationRequest, Painted

_GREY = "#808080"
_ENDS = (4.0, 96.0)  # percentiles of the grey that become black and white
_MOST = 0.45  # of the range that either end may be moved
_LUMA = np.array([0.3, 0.59, 0.11], np.float32)


class Levels(NamedTuple):
    """Shares of the range cut off below and above."""

    black: float
    white: float


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.references:
        return ()
    box = request.boxes("object")[0]
    picture = photograph(request, request.references[0].asset, box, assets)
    shown = shown_pixels(picture, assets)
    levels = levels_of(shown)
    dark, light = request.palette["dark"], request.palette["light"]
    inked = group("duotone", "Duotone", _inks(picture, levels, dark, light), role="picture")
    seen = in_two_inks(shown, levels, dark, light)
    veiled = veils(request, box, seen, request.palette["bg"], request.palette["ink"])
    return tuple(Painted(layer=layer) for layer in (inked, *veiled))


def levels_of(pixels: np.ndarray) -> Levels:
    low, high = np.percentile(pixels @ _LUMA / 255, _ENDS)
    white = min(_MOST, 1 - float(high))
    black = min(_MOST, float(low) / (1 - white))
    return Levels(round(black * 255) / 255, round(white * 255) / 255)


def in_two_inks(pixels: np.ndarray, levels: Levels, dark: str, light: str) -> np.ndarray:
    """RGB uint8 as the layers show it."""
    grey = np.clip((pixels @ _LUMA)[..., None] / 255 / (1 - levels.white), 0, 1)
    grey = np.clip(1 - (1 - grey) / (1 - levels.black), 0, 1)
    low, high = (np.array(hex_to_rgb(c), np.float32) / 255 for c in (dark, light))
    return np.round(255 * (low + grey * high * (1 - low))).astype(np.uint8)


def _inks(picture: ImageLayer, levels: Levels, dark: str, light: str) -> list[Layer]:
    inks = [
        ShapeLayer(
            id=layer_id, name=name, role="texture", box=picture.box, blend_mode=mode,
            fill=SolidFill(color=color),
        )
        for layer_id, name, color, mode in ink_steps(levels, dark, light)
    ]  # fmt: skip
    return [picture, *inks]


def ink_steps(levels: Levels, dark: str, light: str) -> tuple[tuple[str, str, str, BlendMode], ...]:
    """Id, name, colour and blend mode of every layer over the picture."""
    white, black = (rgb_to_hex(*[255 * v] * 3) for v in (levels.white, 1 - levels.black))
    return (
        ("grey", "Colour taken out", _GREY, "saturation"),
        ("white-point", "White point", white, "color-dodge"),
        ("black-point", "Black point", black, "color-burn"),
        ("light-ink", "Light ink", light, "multiply"),
        ("dark-ink", "Dark ink", dark, "screen"),
    )
