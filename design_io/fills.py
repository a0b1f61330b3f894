"""Fills as skia paints: colours, gradients, pictures, each with optional grain.

Colours between the stops of a gradient are interpolated unpremultiplied, as in SVG.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from design_io.color import hex_to_rgba
from design_io.geometry import Box
from design_io.paint import Fill, Grain, LinearFill, RadialFill, Stop, Stroke
from design_io.pictures import NEAREST, picture_shader
from design_io.png_encoding import stored_png
from design_io.sheet import Sheet, skia_color
from design_io.skia_library import skia

NOISE_SIZE = 128  # cells, then it repeats

# A cell with the uniform random number h is speckled by smoothstep(h - s, h + s, t), where
# t = amount * position^power and s = min(softness, t, 1 - t): softness narrows towards both ends,
# so that the mean share of speckle is exactly t: 0 where the axis begins, `amount` where it ends.
_GRAIN = """
uniform shader base;
uniform shader noise;
uniform float2 axis;
uniform float offset;
uniform float amount;
uniform float power;
uniform float softness;
uniform float4 ink;

half4 main(float2 point) {
    float t = amount * pow(clamp(dot(point, axis) + offset, 0.0, 1.0), power);
    float h = (noise.eval(point).r * 255.0 + 0.5) / 256.0;
    float s = max(min(softness, min(t, 1.0 - t)), 0.0005);
    half4 ground = base.eval(point);
    half4 speckle = half4(ink.rgb * ink.a, ink.a) * ground.a;
    return mix(ground, speckle, half(smoothstep(h - s, h + s, t)));
}
"""


def fill_paint(fill: Fill, box: Box, sheet: Sheet) -> skia.Paint:
    """An antialiased paint that covers the layer's `box` with the fill."""
    paint = skia.Paint(AntiAlias=True)
    if fill.kind == "solid" and fill.grain is None:
        paint.setColor(skia_color(fill.color))
        return paint
    paint.setDither(True)
    shader = fill_shader(fill, box, sheet)
    paint.setShader(shader if fill.grain is None else grained(shader, fill.grain, box))
    return paint


def is_dithered(fill: Fill) -> bool:
    """Whether its colours change from place to place, rounded by a pattern of 8 by 8 pixels."""
    return fill.kind != "solid" or fill.grain is not None


def stroke_paint(stroke: Stroke) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=skia_color(stroke.color), StrokeWidth=stroke.width)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeCap(_CAPS[stroke.cap])
    paint.setStrokeJoin(_JOINS[stroke.join])
    if sum(stroke.dash) > 0:
        dash = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        paint.setPathEffect(skia.DashPathEffect.Make(list(dash), 0))
    return paint


def fill_shader(fill: Fill, box: Box, sheet: Sheet) -> skia.Shader:
    """The fill without its grain."""
    if fill.kind == "solid":
        return skia.Shaders.Color(skia_color(fill.color))
    if fill.kind == "picture":
        assets = sheet.resources.assets
        return picture_shader(assets, fill.asset, fill.fit, fill.focus, box, sheet.scale)
    return _gradient(fill, box)


def grained(base: skia.Shader, grain: Grain, box: Box) -> skia.Shader:
    """`base` speckled with the grain's colour along its axis over `box`."""
    angle = math.radians(grain.angle)
    reach_x, reach_y = box.width * math.cos(angle), box.height * math.sin(angle)
    extent = max(abs(reach_x) + abs(reach_y), 1e-6)
    axis_x, axis_y = math.cos(angle) / extent, math.sin(angle) / extent
    first = (min(0.0, reach_x) + min(0.0, reach_y)) / extent  # of the four corners
    cells = skia.Matrix.Translate(box.x, box.y).preScale(grain.cell, grain.cell)
    repeat = skia.TileMode.kRepeat
    builder = skia.RuntimeShaderBuilder(_grain_effect())
    builder.setChild("base", base)
    builder.setChild("noise", _noise(grain.seed).makeShader(repeat, repeat, NEAREST, cells))
    builder.setUniform("axis", skia.V2(axis_x, axis_y))
    builder.setUniform("offset", -(box.x * axis_x + box.y * axis_y) - first)
    builder.setUniform("amount", grain.amount)
    builder.setUniform("power", grain.power)
    builder.setUniform("softness", grain.softness)
    builder.setUniform("ink", skia.V4(*(v / 255 for v in hex_to_rgba(grain.color))))
    return builder.makeShader()


def even_opacity(fill: Fill) -> float | None:
    """How opaque the fill is everywhere, 0..1; None where that is not known to be even."""
    if fill.kind == "picture":
        return None
    colors = [fill.color] if fill.kind == "solid" else [stop.color for stop in fill.stops]
    alphas = {hex_to_rgba(color)[3] for color in colors}
    if fill.grain is not None:
        alphas.add(hex_to_rgba(fill.grain.color)[3])
    return alphas.pop() / 255 if len(alphas) == 1 else None


def _gradient(fill: LinearFill | RadialFill, box: Box) -> skia.Shader:
    stops: list[Stop] = sorted(fill.stops, key=lambda stop: stop.offset)
    colors = [skia_color(stop.color) for stop in stops]
    offsets = [stop.offset for stop in stops]
    if fill.kind == "radial":
        center = _inside(fill.center.x, fill.center.y, box)
        radius = max(fill.radius * box.width, 1e-3)
        return skia.GradientShader.MakeRadial(center, radius, colors, offsets)
    start, end = _inside(*fill.start, box), _inside(*fill.end, box)
    if start == end:
        return skia.Shaders.Color(colors[-1])  # as SVG paints a gradient without length
    return skia.GradientShader.MakeLinear([start, end], colors, offsets)


def _inside(x: float, y: float, box: Box) -> skia.Point:
    return skia.Point(box.x + x * box.width, box.y + y * box.height)


@lru_cache(maxsize=1)
def _grain_effect() -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(_GRAIN)


@lru_cache(maxsize=64)
def _noise(seed: int) -> skia.Image:
    """One uniform random byte per cell."""
    cells = np.random.default_rng(seed % 2**63).integers(
        0, 256, (NOISE_SIZE, NOISE_SIZE), dtype=np.uint8
    )  # fmt: skip
    file = stored_png(cells[..., None])  # setShader copies it, and all but files by deflating
    return skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(file))


_CAPS = {
    "butt": skia.Paint.kButt_Cap, "round": skia.Paint.kRound_Cap, "square": skia.Paint.kSquare_Cap,
}  # fmt: skip
_JOINS = {
    "miter": skia.Paint.kMiter_Join, "round": skia.Paint.kRound_Join,
    "bevel": skia.Paint.kBevel_Join,
}  # fmt: skip
