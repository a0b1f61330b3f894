"""How much of a text's ink later layers hide, line by line: words may only be touched by art."""

from __future__ import annotations

from design_io.bounds import layer_bounds
from design_io.document import Design, Layer, TextLayer, leaves
from design_io.geometry import Box
from design_io.render import render, render_layer
from design_io.resources import Resources
from design_io.text import line_ink_boxes

MOST_HIDDEN = 0.16  # of a line's ink
_LONG_SIDE = 600.0  # px at which it is measured
_SOLID = 128  # alpha from which ink counts, and from which art hides it


def hidden_ink(design: Design, text: TextLayer, resources: Resources) -> float:
    """The largest share of any line's ink that lies under later, normally blended layers."""
    covering = covering_layers(design, text, resources)
    if not covering:
        return 0.0
    scale = min(1.0, _LONG_SIDE / max(design.canvas.width, design.canvas.height))
    hidden = all_but(design, covering)
    shares = [
        _share(text, line, design, resources, scale, hidden)
        for line in line_ink_boxes(text, resources.fonts)
        if not line.empty
    ]
    return max(shares, default=0.0)


def covering_layers(design: Design, text: TextLayer, resources: Resources) -> frozenset[str]:
    """Later layers that may lie over the text's ink, by id."""
    order = list(leaves(design))
    above = order[order.index(text) + 1 :]
    return frozenset(layer.id for layer in above if _covers(layer, text, resources))


def all_but(design: Design, shown: frozenset[str]) -> frozenset[str]:
    """The ids to hide so that only `shown` is drawn."""
    return frozenset(layer.id for layer in leaves(design)) - shown


def _covers(layer: Layer, text: TextLayer, resources: Resources) -> bool:
    if layer.kind == "text" or layer.blend_mode != "normal" or not layer.visible:
        return False
    if text.rotation % 360 or layer.opacity < 0.5:
        return False
    bounds = layer_bounds(layer, resources)
    lines = line_ink_boxes(text, resources.fonts)
    return any(bounds.intersection(line).area > 1.0 for line in lines)


def _share(
    text: TextLayer, line: Box, design: Design, resources: Resources, scale: float,
    hidden: frozenset[str],
) -> float:  # fmt: skip
    ink = render_layer(text, design.canvas, resources, scale=scale, crop=line)
    above = render(design, resources, scale=scale, crop=line, hide=hidden)
    height, width = ink.pixels.shape[:2]
    over = above[ink.top : ink.top + height, ink.left : ink.left + width, 3] >= _SOLID
    solid = ink.pixels[: over.shape[0], : over.shape[1], 3] >= _SOLID
    return float((solid & over).sum() / max(1, solid.sum()))
