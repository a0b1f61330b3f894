"""Contrast of text as it is seen: glyph ink against what really lies beneath it.

10th percentile of the WCAG 2.2 ratio over the pixels under the ink, the design rendered without
that text; glyphs with a clear outline lie on its colour. At least 4.5, or 3 for text of 24 css px
and more at display width.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_rgba
from design_io.document import Design, TextLayer
from design_io.effects import outlines
from design_io.geometry import Box
from design_io.render import Raster, render, render_layer
from design_io.resources import Resources
from design_io.text import typeset
from layout.hidden_ink import all_but, covering_layers

NORMAL, LARGE = 4.5, 3.0
LARGE_CSS = 24.0  # css px
DISPLAY_WIDTH = 375.0  # css px
_LONG_SIDE = 900.0  # px at which contrast is measured
_CLEAR = 0.025  # em, width from which an outline sets glyphs off
_INK = 128  # alpha from which a pixel counts as ink


class Contrast(NamedTuple):
    ratio: float  # 10th percentile, 1..21
    needed: float
    ground: str  # median colour under the ink
    busy: float  # mean Sobel of the luminance around the ink, over its greatest, 0..1


def text_contrasts(
    design: Design, layers: Iterable[TextLayer], resources: Resources
) -> dict[str, Contrast]:
    """The contrast of visible text layers by id; none for those without ink, or of emoji only."""
    return dict(_measured(_Sight(design, tuple(layers), resources)))


class _Sight:
    """A question that was asked before when its design, layers and resources are the very same."""

    def __init__(self, design: Design, layers: tuple[TextLayer, ...], resources: Resources) -> None:
        self.design, self.layers, self.resources = design, layers, resources
        self.parts = (design, *layers, *resources)

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Sight)
            and len(self.parts) == len(other.parts)
            and all(a is b for a, b in zip(self.parts, other.parts, strict=True))
        )


@lru_cache(maxsize=4)
def _measured(sight: _Sight) -> dict[str, Contrast]:
    """The sheet is drawn once without any of them; only text on text has it drawn below."""
    design, layers, resources = sight.design, sight.layers, sight.resources
    scale = min(1.0, _LONG_SIDE / max(design.canvas.width, design.canvas.height))
    texts = [layer for layer in layers if not _only_emoji(layer, resources)]
    inks = {
        text.id: render_layer(_bare(text), design.canvas, resources, scale=scale) for text in texts
    }
    bare = render(design, resources, scale=scale, hide=frozenset(inks))
    areas = {name: Box(ink.left, ink.top, *ink.pixels.shape[1::-1]) for name, ink in inks.items()}
    plain = {text.id for text in texts if not text.effects}  # whose areas are all they paint
    found = {}
    for text in texts:
        ink = _uncovered(inks[text.id], design, text, resources, scale)
        if not (ink.pixels[..., 3] >= _INK).any():
            continue
        under = _cut(bare, ink)
        if (ground := _outline(text)) is not None:
            under = np.broadcast_to(np.array(hex_to_rgba(ground), np.uint8), under.shape)
        elif near := {name for name in areas if _touching(areas[text.id], areas[name])} - {text.id}:
            apart = plain - near | {text.id}
            under = _drawn_at(ink, design, resources, scale, frozenset(apart))
        found[text.id] = _contrast(ink, under, needed_contrast(design, text))
    return found


def _uncovered(
    ink: Raster, design: Design, text: TextLayer, resources: Resources, scale: float
) -> Raster:
    """The ink that no later layer hides: what is hidden has no contrast to speak of."""
    covering = covering_layers(design, text, resources)
    if not covering:
        return ink
    above = _drawn_at(ink, design, resources, scale, all_but(design, covering))
    pixels = ink.pixels[: above.shape[0], : above.shape[1]].copy()
    pixels[above[..., 3] >= _INK] = 0
    return ink._replace(pixels=pixels)


def _bare(layer: TextLayer) -> TextLayer:
    """The glyphs alone when they are outlined."""
    return layer if _outline(layer) is None else layer.evolve(effects=())


def _outline(layer: TextLayer) -> str | None:
    """The colour of an outline that sets the glyphs off from whatever they lie on."""
    clear = [line for line in outlines(layer) if line.width >= _CLEAR * layer.style.size]
    return clear[-1].color if clear else None


def _only_emoji(layer: TextLayer, resources: Resources) -> bool:
    """Emoji bring their own colours."""
    lines = typeset(layer, resources.fonts).lines
    return all(run.face.colored for line in lines for run in line.runs)


def _cut(sheet: np.ndarray, ink: Raster) -> np.ndarray:
    height, width = ink.pixels.shape[:2]
    return sheet[ink.top : ink.top + height, ink.left : ink.left + width]


def _drawn_at(
    ink: Raster, design: Design, resources: Resources, scale: float, hide: frozenset[str]
) -> np.ndarray:
    """The design where the ink is, without some of its layers."""
    height, width = ink.pixels.shape[:2]
    area = Box(ink.left, ink.top, width, height).scale(1 / scale)
    return render(design, resources, scale=scale, crop=area, hide=hide)


def _touching(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _contrast(ink: Raster, under: np.ndarray, needed: float) -> Contrast:
    glyphs = ink.pixels[: under.shape[0], : under.shape[1]]
    solid = glyphs[..., 3] >= _INK
    ground = _over_white(under)
    below = ground[solid]
    ratios = _ratios(_luminances(glyphs[..., :3][solid]), _luminances(below))
    middle = "#" + "".join(f"{int(v):02x}" for v in np.median(below, axis=0))
    red, green, blue = np.moveaxis(ground.astype(np.float32), 2, 0)
    lightness = (red + green + blue) / 3 / 255
    return Contrast(float(np.percentile(ratios, 10)), needed, middle, _sobel(lightness))


def needed_contrast(design: Design, layer: TextLayer) -> float:
    css = layer.style.size * DISPLAY_WIDTH / design.canvas.width
    return LARGE if css >= LARGE_CSS else NORMAL


def _over_white(pixels: np.ndarray) -> np.ndarray:
    """RGB over white; whole numbers where nothing shows through."""
    if (pixels[..., 3] == 255).all():
        return pixels[..., :3]
    alpha = pixels[..., 3:].astype(np.float32) / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


def _sobel(values: np.ndarray) -> float:
    if min(values.shape) < 3:
        return 0.0
    smooth = values[:-2] + 2 * values[1:-1] + values[2:]
    beside = values[:, :-2] + 2 * values[:, 1:-1] + values[:, 2:]
    across, down = smooth[:, 2:] - smooth[:, :-2], beside[2:] - beside[:-2]
    return float(np.hypot(across, down).mean() / (4 * 2**0.5))


def _luminances(colors: np.ndarray) -> np.ndarray:
    """Relative luminance of RGB 0..255; whole numbers are looked up."""
    known = colors.dtype == np.uint8
    return (_LINEAR[colors] if known else _linear(colors)) @ _LUMA


def _linear(values: np.ndarray) -> np.ndarray:
    value = values.astype(np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
_LINEAR = _linear(np.arange(256)).astype(np.float32)


def _ratios(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
