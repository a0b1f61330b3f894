"""What edits cost that no check measures: words over drawings, weaker titles, a broken style."""

from __future__ import annotations

from collections.abc import Iterable

from design_io.bounds import layer_bounds
from design_io.document import Design, TextLayer, walk
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.text import ink_box
from layout.differences import Difference

ART = ("hero", "picture", "badge", "chart")
_KINDS = {"font": 4.0, "backing": 2.0, "spacing": 1.0}  # kinds that break with a style
_TITLE = 3.0  # a title at half its size
_CROWDED = 16.0  # all words laid over drawings
_SCENERY = 0.6  # of the sheet, from which a drawing is a ground to write on


def harm(
    before: Design, after: Design, kinds: Iterable[str], steps: Iterable[Difference],
    resources: Resources,
) -> float:  # fmt: skip
    """In the unit of `rechecking.cost`, where a failed gate is ten."""
    crowded = max(0.0, crowding(after, resources) - crowding(before, resources))
    titles = {x.id for x in walk(before) if x.role in ("title", "offer")}
    weaker = sum(s.step for s in steps if s.layer in titles and _is_smaller(s))
    styles = sum(_KINDS.get(kind, 0.0) for kind in kinds)
    return _TITLE * weaker + _CROWDED * crowded + styles


def _is_smaller(step: Difference) -> bool:
    return step.feature == "size" and float(step.after) < float(step.before)


def crowding(design: Design, resources: Resources) -> float:
    """How much of the words' ink lies over drawings, in texts: 1 is one text wholly so."""
    art = drawings(design, resources)
    total = 0.0
    for layer in walk(design):
        if isinstance(layer, TextLayer) and layer.visible:
            ink = ink_box(layer, resources.fonts)
            over = sum(ink.intersection(box).area for box in art)
            total += min(1.0, over / max(ink.area, 1.0))
    return total


def drawings(design: Design, resources: Resources) -> list[Box]:
    """The bounds of top-level pictures and drawings that are no ground for words."""
    most = _SCENERY * design.canvas.box.area
    shown = (x for x in design.layers if x.visible and x.role in ART)
    boxes = (layer_bounds(layer, resources) for layer in shown)
    return [box for box in boxes if not box.empty and box.area < most]
