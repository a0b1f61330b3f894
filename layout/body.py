"""The body of the sheet: the rows of a list, a schedule or a line-up, set as one aligned block."""

from __future__ import annotations

from typing import NamedTuple

from layout.measure import measure
from layout.placement import Placement
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet

_ROW_GAP = 16.0  # u
_VALUES = ("price", "time", "date", "offer")


class Body(NamedTuple):
    """Rows as placed, y from the body's top; empty when the plan has no rows."""

    placements: tuple[Placement, ...] = ()
    height: float = 0.0  # px


def body_for(plan: DesignPlan, sheet: Sheet, width: float) -> Body:
    """All rows of the plan in a block `width` px wide, its left edge at x = 0."""
    placements: list[Placement] = []
    top = 0.0
    for group in dict.fromkeys(element.group for element in plan.rows):
        row = tuple(element for element in plan.rows if element.group == group)
        made, height = _row(row, sheet, width)
        placements += [p.lowered(top) for p in made]
        top += height + sheet.px(_ROW_GAP)
    return Body(tuple(placements), max(0.0, top - sheet.px(_ROW_GAP))) if placements else Body()


def _row(row: tuple[Element, ...], sheet: Sheet, width: float) -> tuple[list[Placement], float]:
    """Names at the left, one above the other, values at the right."""
    values = tuple(e for e in row if e.role in _VALUES)
    names = tuple(e for e in row if e not in values)
    split = width * (0.72 if values and names else 1.0 if names else 0.0)
    made: list[Placement] = []
    left = right = 0.0
    for element in names:
        placement, height = _set(element, sheet, 0.0, split, left)
        made.append(placement)
        left += height
    for element in values:
        placement, height = _set(element, sheet, split, width - split, right)
        made.append(placement._replace(align="end" if names else "start"))
        right += height
    return made, max(left, right)


def _set(
    element: Element, sheet: Sheet, x: float, width: float, top: float
) -> tuple[Placement, float]:
    size = sheet.size("detail")
    block = measure(element.text, sheet.setting("detail"), size, width, sheet.fonts)
    return Placement(element.id, block.box(x, top, width), size), block.box_height
