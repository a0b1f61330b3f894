"""A design as the labelled boxes that layout metrics know: text, logo, underlay.

Text is the ink of one piece of copy (a title split into lines is one); logo is the brand's picture;
underlay is a panel, badge or frame that lies under most of a text or logo. All else is ignored.
"""

from __future__ import annotations

from collections.abc import Iterator

from design_io.bounds import layer_bounds
from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box, rotated_bounds, union_all
from design_io.render import render_layer
from design_io.resources import Resources
from design_io.text import ink_box
from layout.laygen import Label, Laygen, laygen_of

_UNDERLAYS = ("underlay", "badge", "frame")
_LOGOS = ("logo", "brand")
_UNDER = 0.5  # of a text's box that a panel must paint to count as its underlay
_LONG_SIDE = 300.0  # px at which paint is looked at


def laygen_of_design(design: Design, resources: Resources) -> Laygen:
    """The labelled boxes as arrays, in fractions of the canvas."""
    canvas = design.canvas
    return laygen_of(labelled(design, resources), canvas.width, canvas.height)


def labelled(design: Design, resources: Resources) -> tuple[tuple[Box, Label], ...]:
    """Boxes in canvas px, texts first."""
    texts = [box for box in _texts(design.layers, resources) if not box.empty]
    leaves = list(_visible(design.layers))
    logos = [
        layer_bounds(x, resources)
        for x in leaves
        if isinstance(x, ImageLayer) and x.role in _LOGOS and x.asset
    ]
    panels = [x for x in leaves if isinstance(x, ShapeLayer) and x.role in _UNDERLAYS]
    under = [
        layer_bounds(panel, resources)
        for panel in panels
        if any(_paints(panel, box, design, resources) for box in (*texts, *logos))
    ]
    named: tuple[tuple[list[Box], Label], ...] = (
        (texts, "text"), (logos, "logo"), (under, "underlay"),
    )  # fmt: skip
    return tuple((box, label) for boxes, label in named for box in boxes)


def _texts(layers: tuple[Layer, ...], resources: Resources) -> Iterator[Box]:
    """The ink of each visible text; of a group that is one piece of copy, all ink together."""
    for layer in layers:
        if not layer.visible or layer.opacity <= 0:
            continue
        if isinstance(layer, GroupLayer):
            inks = list(_texts(layer.layers, resources))
            yield from [union_all(inks)] if _is_one_text(layer) else inks
        elif isinstance(layer, TextLayer) and layer.text.strip():
            yield rotated_bounds(ink_box(layer, resources.fonts), layer.rotation)


def _is_one_text(group: GroupLayer) -> bool:
    """Whether the group's texts are lines of the same copy: all have the group's own role."""
    same = [isinstance(x, TextLayer) and x.role == group.role for x in group.layers]
    return group.role != "item" and len(same) > 1 and all(same)


def _visible(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer in layers:
        if layer.visible and layer.opacity > 0:
            if isinstance(layer, GroupLayer):
                yield from _visible(layer.layers)
            else:
                yield layer


def _paints(panel: ShapeLayer, box: Box, design: Design, resources: Resources) -> bool:
    """Whether the panel's paint lies in most of the box."""
    if panel.box.intersection(box).area < _UNDER * box.area:
        return False
    scale = min(1.0, _LONG_SIDE / max(design.canvas.width, design.canvas.height))
    painted = render_layer(panel, design.canvas, resources, scale=scale, crop=box).pixels
    return float((painted[..., 3] > 0).sum()) >= _UNDER * box.area * scale * scale
