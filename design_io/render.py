"""Designs and layers as pixels, drawn by skia on the CPU: the one renderer.

Pictures are straight (unpremultiplied) RGBA uint8, sRGB, on a transparent sheet. Layers are drawn
bottom first; a group is one picture of its own where its layers blend with each other. Nothing
drawn is kept between calls.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from design_io.blending import BLENDS
from design_io.bounds import layer_bounds
from design_io.document import Canvas, Design, Layer
from design_io.geometry import Box
from design_io.layer_painting import paint_alone, paint_layers, with_clip_bases
from design_io.resources import Resources
from design_io.sheet import DITHER, Finish, Sheet, blank_sheet
from design_io.skia_library import skia

_AROUND = 8 * DITHER  # output px, drawn about a layer and cut off


class Raster(NamedTuple):
    pixels: np.ndarray  # (height, width, 4) uint8, straight RGBA
    left: int  # output pixels from the crop's left edge
    top: int


def render(
    design: Design, resources: Resources, *,
    scale: float = 1.0, crop: Box | None = None, hide: frozenset[str] = frozenset(),
) -> np.ndarray:  # fmt: skip
    """The design, or the part of it in `crop` (canvas px), as (height, width, 4) pixels.

    `scale` is output pixels per canvas pixel; layers named in `hide` are left out.
    """
    area = crop or design.canvas.box
    sheet = _sheet_of(area, scale, resources, hide)
    paint_layers(sheet, design.layers)
    return sheet.pixels()


def render_layer(
    layer: Layer, canvas: Canvas, resources: Resources, *,
    scale: float = 1.0, crop: Box | None = None,
) -> Raster:  # fmt: skip
    """One layer or group alone, cut to what it paints inside `crop` (default: the canvas).

    It has its effects and mask, not its own opacity, blend mode and clipping; members of a group
    keep theirs. A layer that paints nothing is one transparent pixel.
    """
    area = crop or canvas.box
    reach = layer_bounds(layer, resources).pad(1 / scale).intersection(area)
    if reach.empty:
        return Raster(np.zeros((1, 1, 4), np.uint8), 0, 0)
    width, height = _output_size(area, scale)
    on_output = reach.shift(-area.x, -area.y).scale(scale).rounded_out()
    left, top, tight_width, tight_height = map(
        int, on_output.intersection(Box(0, 0, width, height))
    )
    tight_width, tight_height = max(1, tight_width), max(1, tight_height)
    across, right = _around(left, tight_width, width)
    down, bottom = _around(top, tight_height, height)
    origin = (area.x * scale + left - across, area.y * scale + top - down)
    sheet = blank_sheet(across + right, down + bottom, origin, scale, resources)
    paint_alone(sheet, layer)
    tight = sheet.pixels()[down : down + tight_height, across : across + tight_width]
    return Raster(tight, left, top)


def _around(start: int, extent: int, whole: int) -> tuple[int, int]:
    """How far a layer is drawn before its start and after it, where the whole sheet reaches.

    The dither begins as on the sheet, and curves whose control points lie beyond their ink are
    not cut short, which changes their edges.
    """
    before = start % DITHER + min(_AROUND, start - start % DITHER)
    return before, min(extent + _AROUND, max(extent, whole - start))


def render_window(
    layer: Layer, canvas: Canvas, resources: Resources, area: Box, scale: float = 1.0
) -> np.ndarray:
    """As `render_layer`, but the pixels of exactly `area`, which may reach beyond the canvas."""
    sheet = _sheet_of(area, scale, resources)
    paint_alone(sheet, layer)
    return sheet.pixels()


def clipped(raster: Raster, base: Raster, base_opacity: float = 1.0) -> Raster:
    """The raster shown only where `base` is opaque: `clip` resolved into alpha."""
    height, width = raster.pixels.shape[:2]
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    canvas.drawImage(_premultiplied(raster.pixels), 0, 0)
    keep = skia.Paint(Alphaf=base_opacity, BlendMode=skia.BlendMode.kDstIn)
    canvas.saveLayer(None, keep)
    canvas.drawImage(_premultiplied(base.pixels), base.left - raster.left, base.top - raster.top)
    canvas.restore()
    return raster._replace(pixels=surface.toarray(colorType=skia.kRGBA_8888_ColorType))


def recompose(design: Design, resources: Resources, scale: float = 1.0) -> np.ndarray:
    """The design from its top-level layers drawn alone, blended again: equals `render`.

    Premultiplied channels differ by at most 2/255; exported layers rely on this.
    """
    sheet = _sheet_of(Box(0, 0, *_output_size(design.canvas.box, scale)), 1.0, resources)
    for layer, base in with_clip_bases(design.layers):
        if not layer.visible or not (base is None or base.visible):
            continue
        raster = render_layer(layer, design.canvas, resources, scale=scale)
        if base is not None:
            below = render_layer(base, design.canvas, resources, scale=scale)
            raster = clipped(raster, below, base.opacity)
        image = _premultiplied(raster.pixels)
        paint = Finish(layer.opacity, BLENDS[layer.blend_mode].skia).paint()
        sheet.canvas.drawImage(image, raster.left, raster.top, paint=paint)
    return sheet.pixels()


def _premultiplied(pixels: np.ndarray) -> skia.Image:
    """An image rounded exactly, where skia's own conversion may be one off."""
    alpha = pixels[..., 3:].astype(np.uint16)
    colors = (pixels[..., 2::-1] * alpha + 127) // 255
    premultiplied = np.concatenate([colors, alpha], axis=-1).astype(np.uint8)
    return skia.Image.fromarray(premultiplied, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)


def _sheet_of(
    area: Box, scale: float, resources: Resources, hide: frozenset[str] = frozenset()
) -> Sheet:
    origin = (area.x * scale, area.y * scale)
    return blank_sheet(*_output_size(area, scale), origin, scale, resources, hide)


def _output_size(area: Box, scale: float) -> tuple[int, int]:
    return max(1, round(area.width * scale)), max(1, round(area.height * scale))
