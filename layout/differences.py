"""How one design differs from another, feature by feature, and how far apart the two are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from design_io.color import hex_to_oklch
from design_io.document import Canvas, Design, Layer, ShapeLayer, TextLayer, leaves
from design_io.paint import SolidFill

_FEATURES = 8  # of a layer: left, top, width, height, size, colour, strength, order


class Difference(NamedTuple):
    layer: str  # id
    feature: str
    before: str
    after: str
    step: float  # 0..1 of the feature's range


def differences(before: Design, after: Design) -> tuple[Difference, ...]:
    """Every feature of every leaf that changed; a new layer is one difference."""
    old = {layer.id: layer for layer in leaves(before)}
    found: list[Difference] = []
    for layer in leaves(after):
        if layer.id not in old:
            found.append(Difference(layer.id, "layer", "", f"{layer.label} added", 1.0))
        elif layer != old[layer.id]:
            found += _of_layer(old[layer.id], layer, before.canvas)
    return (*found, *_of_order(before, after))


def distance(before: Design, after: Design) -> float:
    """Gower's distance: the mean step over all features of all leaves, 0..1."""
    total = sum(difference.step for difference in differences(before, after))
    return total / max(1, _FEATURES * sum(1 for _ in leaves(before)))


def _of_layer(old: Layer, new: Layer, canvas: Canvas) -> Iterator[Difference]:
    if old.kind == "group" or new.kind == "group":
        return
    names = ("left", "top", "width", "height")
    ranges = (canvas.width, canvas.height, canvas.width, canvas.height)
    for name, a, b, span in zip(names, old.box, new.box, ranges, strict=True):
        if abs(a - b) >= 0.05:
            step = min(1.0, abs(a - b) / span)
            yield Difference(new.id, name, f"{a:.0f}", f"{b:.0f}", step)
    if isinstance(old, TextLayer) and isinstance(new, TextLayer):
        yield from _of_style(old, new)
    if _color(old) != _color(new):
        step = apart(_color(old), _color(new))
        yield Difference(new.id, "colour", _color(old), _color(new), step)
    if old.opacity != new.opacity:
        step = abs(old.opacity - new.opacity)
        yield Difference(new.id, "opacity", f"{old.opacity:.2f}", f"{new.opacity:.2f}", step)


def _of_style(old: TextLayer, new: TextLayer) -> Iterator[Difference]:
    a, b = old.style, new.style
    if a.size != b.size:
        step = min(1.0, abs(math.log2(b.size / a.size)))
        yield Difference(new.id, "size", f"{a.size:.1f}", f"{b.size:.1f}", step)
    for name, step in (("leading", 0.1), ("tracking", 0.1), ("font", 1.0), ("weight", 0.3)):
        was, now = getattr(a, name), getattr(b, name)
        if was != now:
            yield Difference(new.id, name, f"{was}", f"{now}", step)
    if old.align != new.align:
        yield Difference(new.id, "align", old.align, new.align, 0.1)


def _of_order(before: Design, after: Design) -> Iterator[Difference]:
    """The layers that left the order of the others."""
    kept = {layer.id for layer in leaves(before)} & {layer.id for layer in leaves(after)}
    old = [layer.id for layer in leaves(before) if layer.id in kept]
    new = [layer.id for layer in leaves(after) if layer.id in kept]
    if old == new:
        return
    moved = [name for name in old if _without(old, name) == _without(new, name)]
    for name in moved[:1] or [name for name, other in zip(old, new, strict=False) if name != other]:
        yield Difference(name, "order", f"{old.index(name)}", f"{new.index(name)}", 0.5)


def _without(names: list[str], name: str) -> list[str]:
    return [other for other in names if other != name]


def _color(layer: Layer) -> str:
    if isinstance(layer, TextLayer):
        return layer.style.color
    if isinstance(layer, ShapeLayer) and isinstance(layer.fill, SolidFill):
        return layer.fill.color
    return ""


def apart(first: str, second: str) -> float:
    """The distance of two colours in OKLab, at most 1."""
    if not first or not second:
        return 1.0
    a, b = hex_to_oklch(first[:7]), hex_to_oklch(second[:7])
    turn = math.radians(a.hue - b.hue)
    across = a.chroma**2 + b.chroma**2 - 2 * a.chroma * b.chroma * math.cos(turn)
    return min(1.0, math.sqrt((a.lightness - b.lightness) ** 2 + max(0.0, across)))
