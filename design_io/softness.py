"""Blur and shadow: Gaussian softness of any strength at a cost that does not grow with it.

Up to `LARGEST_SIGMA` output pixels skia blurs at full size. What is softer than that has no detail
left to lose: it is drawn and blurred on a smaller sheet, then enlarged.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from design_io.document import Layer
from design_io.effects import REACH, shadow_sigma, shadows_on_canvas
from design_io.geometry import Box
from design_io.paint import Shadow
from design_io.pictures import LINEAR
from design_io.sheet import PLAIN, Sheet, blank_sheet, skia_color
from design_io.skia_library import skia

LARGEST_SIGMA = 16.0  # output px

Draw = Callable[[skia.Canvas, skia.Paint], None]


def is_small(sigma: float, sheet: Sheet) -> bool:
    """Whether skia may blur it at full size."""
    return sigma * sheet.scale <= LARGEST_SIGMA


def soften(paint: skia.Paint, sigma: float) -> None:
    """Let what the paint covers be blurred; for small sigmas."""
    if sigma > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, sigma))


@contextmanager
def blurred(sheet: Sheet, bounds: Box, sigma: float) -> Iterator[Sheet]:
    """A sheet whose drawing, inside `bounds`, becomes one blurred picture on `sheet`."""
    image_filter = skia.ImageFilters.Blur(sigma, sigma)
    if is_small(sigma, sheet):
        with sheet.isolated(bounds, PLAIN, image_filter):
            yield sheet
        return
    area, small = _small_sheet(sheet, bounds, sigma)
    with small.isolated(area, PLAIN, image_filter):
        yield small
    image, target = small.surface.makeImageSnapshot(), skia.Rect.MakeXYWH(*area)
    sheet.canvas.drawImageRect(image, target, LINEAR)


def cast_shadow(
    sheet: Sheet, shadow: Shadow, silhouette: Draw, bounds: Box, opacity: float = 1.0
) -> None:
    """Draw a silhouette, which lies in `bounds`, as the shadow it casts."""
    sigma = shadow_sigma(shadow)
    paint = skia.Paint(AntiAlias=True, Color=skia_color(shadow.color))
    paint.setAlphaf(paint.getAlphaf() * opacity)
    sheet.canvas.save()
    sheet.canvas.translate(shadow.dx, shadow.dy)
    if is_small(sigma, sheet):
        soften(paint, sigma)
        silhouette(sheet.canvas, paint)
    else:
        with blurred(sheet, bounds, sigma) as soft:
            silhouette(soft.canvas, paint)
    sheet.canvas.restore()


def with_shadows_below(
    sheet: Sheet, layer: Layer, bounds: Box, draw: Callable[[Sheet], None]
) -> None:
    """Draw a layer, whose silhouette is not a plain outline in `bounds`, and its shadows."""
    cast = shadows_on_canvas(layer)
    if all(is_small(shadow_sigma(shadow), sheet) for shadow in cast):
        with sheet.isolated(bounds, PLAIN, _shadow_filter(cast)):
            draw(sheet)
        return
    for shadow in cast:
        _draw_as_shadow(sheet, shadow, bounds, draw)
    draw(sheet)


def _small_sheet(sheet: Sheet, bounds: Box, sigma: float) -> tuple[Box, Sheet]:
    """A coarser sheet for what shows of `bounds`, and its area; all share one grid of pixels."""
    shrink = 2.0 ** math.ceil(math.log2(sigma * sheet.scale / LARGEST_SIGMA))
    scale = sheet.scale / shrink
    seen = sheet.canvas.getLocalClipBounds()
    reach = REACH * sigma + 2 / scale
    clip = Box(seen.x(), seen.y(), seen.width(), seen.height()).pad(reach)
    pixels = bounds.pad(reach).intersection(clip).scale(scale).rounded_out()
    width, height = max(1, int(pixels.width)), max(1, int(pixels.height))
    small = blank_sheet(width, height, (pixels.x, pixels.y), scale, sheet.resources, sheet.hide)
    return Box(pixels.x, pixels.y, width, height).scale(1 / scale), small


def _shadow_filter(cast: tuple[Shadow, ...]) -> skia.ImageFilter:
    """The shadows below the picture they belong to."""
    filters = [
        skia.ImageFilters.DropShadowOnly(
            s.dx, s.dy, shadow_sigma(s), shadow_sigma(s), skia_color(s.color)
        )
        for s in cast
    ]
    return skia.ImageFilters.Merge([*filters, None])


def _draw_as_shadow(
    sheet: Sheet, shadow: Shadow, bounds: Box, draw: Callable[[Sheet], None]
) -> None:
    """The picture's alpha in the shadow's colour, blurred."""
    tint = skia.ColorFilters.Blend(skia_color(shadow.color), skia.BlendMode.kSrcIn)
    sheet.canvas.save()
    sheet.canvas.translate(shadow.dx, shadow.dy)
    with blurred(sheet, bounds, shadow_sigma(shadow)) as soft:
        soft.canvas.saveLayer(None, skia.Paint(ColorFilter=tint))
        draw(soft)
        soft.canvas.restore()
    sheet.canvas.restore()
