"""A picture drawn in lines, or in ink around its colours, where the request asks for that hand."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.color import hex_to_oklch, mix
from design_io.document import GroupLayer, Layer, ShapeLayer
from design_io.paint import SolidFill, Stroke
from generators.request import GenerationRequest, Painted

SYSTEMS = frozenset(  # whose picture is one drawing, part by part
    {"swiss", "arch", "editorial", "manifesto", "typeimage", "numeral", "deco", "retro", "emblem"}
)
_WIDTH = 0.011  # of the drawing's frame
_SOLID = 0.5  # opacity under which a part is only light or shade


def in_hand(painted: tuple[Painted, ...], request: GenerationRequest) -> tuple[Painted, ...]:
    """The art with its picture in that hand: "line", or "ink" with colours."""
    if not request.hand or request.system not in SYSTEMS or request.references:
        return painted
    return tuple(
        p.evolve(layer=_drawn(p.layer, request)) if p.layer.role == "hero" else p for p in painted
    )


def _drawn(layer: Layer, request: GenerationRequest) -> Layer:
    if not isinstance(layer, GroupLayer):
        return layer
    return layer.evolve(layers=tuple(_members(layer, request)))


def _members(group: GroupLayer, request: GenerationRequest) -> Iterator[Layer]:
    ground, ink = request.palette["bg"], request.palette["ink"]
    dark = mix(ground, "#0c0a10", 0.75) if hex_to_oklch(ground).lightness < 0.5 else ink
    for layer in group.layers:
        if not isinstance(layer, ShapeLayer) or layer.role != "hero":
            yield _drawn(layer, request)
            continue
        width = round(_WIDTH * layer.box.width, 2)
        if request.hand == "ink":
            color = dark if layer.opacity >= _SOLID else None
        else:
            color, layer = ink, layer.evolve(fill=SolidFill(color=ground))
        if color is not None and layer.opacity >= _SOLID:
            layer = layer.evolve(stroke=Stroke(color=color, width=width, join="round"))
        if layer.opacity >= _SOLID or request.hand == "ink":
            yield layer
