"""The parts of a layer that a PDF has no words for, as pictures of just those parts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from design_io.bounds import layer_bounds, silhouette_bounds
from design_io.document import Canvas, Layer
from design_io.effects import REACH, shadow_sigma, shadows, shadows_on_canvas
from design_io.geometry import Box
from design_io.layer_painting import paint_alone
from design_io.paint import Blur, Shadow
from design_io.pdf_pictures import Picture
from design_io.rasters import inked
from design_io.render import render_layer
from design_io.resources import Resources
from design_io.sheet import PLAIN, blank_sheet, skia_color
from design_io.skia_library import skia

_FINE = 4.0  # px that a standard deviation keeps: a blur has no detail below that
_WORTH, _MARGIN = 10_000, 4.0  # pixels from which blacking out pays; px kept around a path
_SHEET = Canvas(width=1, height=1)


def layer_picture(
    layer: Layer, resources: Resources, area: Box, scale: float = 1.0
) -> tuple[Picture, Box] | None:
    """The layer with its effects, without opacity and blend mode, inside `area`; None: no ink."""
    reach = layer_bounds(layer, resources).intersection(area)
    if reach.empty:
        return None
    whole = reach.rounded_out()
    raster = inked(render_layer(layer, _SHEET, resources, scale=scale, crop=whole))
    if not raster.pixels[..., 3].any():
        return None
    height, width = raster.pixels.shape[:2]
    place = Box(raster.left, raster.top, width, height).scale(1 / scale)
    return Picture(raster.pixels), place.shift(whole.x, whole.y)


def without_unseen(picture: Picture, place: Box, path: skia.Path) -> Picture:
    """Black where a picture that is cut to the path never shows, which takes no room."""
    height, width = picture.pixels.shape[:2]
    if width * height < _WORTH:
        return picture
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    canvas.scale(width / place.width, height / place.height)
    canvas.translate(-place.x, -place.y)
    grown = skia.Paint(Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=_MARGIN)
    canvas.drawPath(path, grown)
    seen = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., 3:] > 0
    pixels = picture.pixels.copy()
    pixels[..., :3] *= seen
    return Picture(pixels)


def bounds_of(path: skia.Path) -> Box:
    bounds = path.computeTightBounds()
    return Box(bounds.x(), bounds.y(), bounds.width(), bounds.height())


def shadow_pictures(layer: Layer, resources: Resources, area: Box) -> Iterator[tuple[Picture, Box]]:
    """Each shadow of the layer alone, bottom first."""
    if not shadows(layer):
        return
    kept = tuple(e for e in layer.effects if not isinstance(e, Shadow | Blur))
    caster = layer.evolve(effects=kept, mask=None)
    bounds = silhouette_bounds(layer, resources)
    for shadow in shadows_on_canvas(layer):
        drawn = _shadow(caster, shadow, bounds, resources, area)
        if drawn is not None:
            yield drawn


def _shadow(
    caster: Layer, shadow: Shadow, bounds: Box, resources: Resources, area: Box
) -> tuple[Picture, Box] | None:
    sigma = shadow_sigma(shadow)
    reach = bounds.pad(REACH * sigma + 1).shift(shadow.dx, shadow.dy).intersection(area)
    if reach.empty:
        return None
    scale = min(1.0, _FINE / sigma) if sigma else 1.0
    pixels = reach.scale(scale).rounded_out()
    width, height = max(1, int(pixels.width)), max(1, int(pixels.height))
    sheet = blank_sheet(width, height, (pixels.x, pixels.y), scale, resources)
    cast = skia.ImageFilters.DropShadowOnly(
        shadow.dx, shadow.dy, sigma, sigma, skia_color(shadow.color)
    )
    everything = bounds.union(reach).pad(REACH * sigma + 2 / scale)
    with sheet.isolated(everything, PLAIN, cast):
        paint_alone(sheet, caster)
    shown = sheet.pixels()
    if not shown[..., 3].any():
        return None
    even = np.empty_like(shown)  # one colour throughout: what blends at the edge is its alpha
    even[..., :3] = [int(shadow.color[at : at + 2], 16) for at in (1, 3, 5)]
    even[..., 3] = shown[..., 3]
    return Picture(even), Box(pixels.x, pixels.y, width, height).scale(1 / scale)
