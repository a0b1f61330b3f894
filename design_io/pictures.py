"""Pictures from the asset store as skia images, sized well for the place they are drawn in.

A picture drawn at less than half its size is first halved, by averaging, until it is not; cubic
(Mitchell) sampling does the rest.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.geometry import Box, Point
from design_io.paint import Fit
from design_io.png_encoding import stored_png
from design_io.skia_library import skia

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
MITCHELL = skia.SamplingOptions(skia.CubicResampler.Mitchell())
NEAREST = skia.SamplingOptions()
_MOST_HALVINGS = 16  # after which every picture is one pixel

_FRAME = """
uniform shader content;
uniform float4 box;

half4 main(float2 point) {
    float2 inside = step(box.xy, point) * step(point, box.zw);
    return content.eval(point) * half(inside.x * inside.y);
}
"""


class Placement(NamedTuple):
    """The part of a picture that shows, and the box it fills."""

    source: Box  # picture pixels
    target: Box  # canvas pixels


def placement(
    size: tuple[int, int], fit: Fit, focus: Point, box: Box, zoom: float = 1.0
) -> Placement:
    """Where a picture of `size` goes in `box`; cover keeps `focus` in view, enlarged by `zoom`."""
    width, height = size
    whole = Box(0, 0, width, height)
    if fit == "stretch" or box.empty:
        return Placement(whole, box)
    across, down = box.width / width, box.height / height
    if fit == "contain":
        scale = min(across, down)
        shown_width, shown_height = width * scale, height * scale
        x = box.x + (box.width - shown_width) * focus.x
        y = box.y + (box.height - shown_height) * focus.y
        return Placement(whole, Box(x, y, shown_width, shown_height))
    scale = max(across, down) * zoom
    shown_width, shown_height = box.width / scale, box.height / scale
    x = _kept_inside(focus.x * width - shown_width / 2, width - shown_width)
    y = _kept_inside(focus.y * height - shown_height / 2, height - shown_height)
    return Placement(Box(x, y, shown_width, shown_height), box)


def draw_picture(
    canvas: skia.Canvas, assets: AssetStore, asset: str, place: Placement,
    scale: float, paint: skia.Paint,
) -> None:  # fmt: skip
    """Draw the picture's part into its box; `scale` is output pixels per canvas pixel."""
    if place.target.empty:
        return
    image, shrunk = picture(assets, asset, _density(place, scale))
    source, target = (skia.Rect.MakeXYWH(*box) for box in (_times(place.source, shrunk), place[1]))
    sampling = _sampling(canvas.getTotalMatrix(), source, target)
    fast = skia.Canvas.kFast_SrcRectConstraint  # cubic may look at neighbours outside the part
    canvas.drawImageRect(image, source, target, sampling, paint, fast)


def picture_shader(
    assets: AssetStore, asset: str, fit: Fit, focus: Point, box: Box, scale: float
) -> skia.Shader:
    """The picture fitted to `box`; transparent around a contained one."""
    height, width = assets.pixels(asset).shape[:2]
    place = placement((width, height), fit, focus, box)
    density = _density(place, scale)
    shrunk = picture(assets, asset, density)[1]
    image = _encoded(assets, asset, _halvings(density))
    source, target = _times(place.source, shrunk), place.target
    matrix = skia.Matrix.Translate(target.x, target.y)
    matrix.preScale(target.width / source.width, target.height / source.height)
    matrix.preTranslate(-source.x, -source.y)
    edge = skia.TileMode.kClamp
    shader = image.makeShader(edge, edge, MITCHELL, matrix)
    return _framed(shader, target) if fit == "contain" else shader


def picture(
    assets: AssetStore, asset: str, density: float
) -> tuple[skia.Image, tuple[float, float]]:
    """The picture, halved while `density` (output per picture pixel) < 1/2, and its two scales."""
    image = _halved(assets, asset, _halvings(density))
    height, width = assets.pixels(asset).shape[:2]
    return image, (image.width() / width, image.height() / height)


def _halvings(density: float) -> int:
    return min(_MOST_HALVINGS, max(0, math.floor(-math.log2(density)))) if density > 0 else 0


@lru_cache(maxsize=4)
def _encoded(assets: AssetStore, asset: str, times: int) -> skia.Image:
    """As PNG data, not compressed: setShader copies what it is given, and all else by deflating."""
    pixels = _halved(assets, asset, times).toarray(colorType=skia.kRGBA_8888_ColorType)
    return skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(stored_png(pixels)))


@lru_cache(maxsize=64)
def _halved(assets: AssetStore, asset: str, times: int) -> skia.Image:
    if times == 0:
        pixels = assets.pixels(asset)
        opaque = pixels[..., 3].min() == 255
        alpha = skia.kOpaque_AlphaType if opaque else skia.kUnpremul_AlphaType
        return skia.Image.fromarray(pixels, skia.kRGBA_8888_ColorType, alpha, copy=False)
    larger = _halved(assets, asset, times - 1)
    width, height = max(1, larger.width() // 2), max(1, larger.height() // 2)
    return larger.resize(width, height, LINEAR)


def _framed(shader: skia.Shader, box: Box) -> skia.Shader:
    """The shader inside the box; skia's own decal mode would blur the picture's edge."""
    builder = skia.RuntimeShaderBuilder(_frame_effect())
    builder.setChild("content", shader)
    builder.setUniform("box", skia.V4(box.x, box.y, box.right, box.bottom))
    return builder.makeShader()


@lru_cache(maxsize=1)
def _frame_effect() -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(_FRAME)


def _sampling(matrix: skia.Matrix, source: skia.Rect, target: skia.Rect) -> skia.SamplingOptions:
    """Mitchell softens even an unscaled picture; whole pixels are copied as they are."""
    landed = matrix.mapRect(target)
    size = (source.width(), source.height())
    if matrix.getScaleX() == 0:  # turned by a quarter
        size = size[::-1]
    upright = matrix.rectStaysRect()
    same_size = _are_near((landed.width(), landed.height()), size)
    corners = (landed.x(), landed.y(), source.x(), source.y())
    whole = _are_near(corners, tuple(round(v) for v in corners))
    return NEAREST if upright and same_size and whole else MITCHELL


def _are_near(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return all(abs(a - b) < 1e-3 for a, b in zip(first, second, strict=True))


def _density(place: Placement, scale: float) -> float:
    across = place.target.width / max(place.source.width, 1e-9)
    down = place.target.height / max(place.source.height, 1e-9)
    return scale * max(across, down)


def _times(box: Box, factors: tuple[float, float]) -> Box:
    across, down = factors
    return Box(box.x * across, box.y * down, box.width * across, box.height * down)


def _kept_inside(value: float, highest: float) -> float:
    return min(max(value, 0.0), max(highest, 0.0))
