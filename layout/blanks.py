"""Lines to be filled in by pen: a heading and a rule beside it, in one or two columns."""

from __future__ import annotations

from design_io.geometry import Box
from layout.measure import Block, measure
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.sheet import Sheet

BLANK = "blank/"
_PITCH = 2.3  # of the heading's size, from rule to rule: room for handwriting
_GAP = 0.6  # of the heading's size, between heading and rule
_BETWEEN = 1.6  # of the heading's size, between columns
_NARROW = 15.0  # of the heading's size: a column that still has room to write
_RULE = 0.0035  # of the short side
_LEAST_RULE = 1.5  # px


def blanks_height(plan: DesignPlan, sheet: Sheet) -> float:
    """What the lines take below each other, in px; 0 without any."""
    rows = -(-len(plan.blanks) // _columns(sheet))
    return rows * _PITCH * sheet.size("label")


def blank_places(plan: DesignPlan, sheet: Sheet) -> list[Placement]:
    """Headings and rules over the width of the sheet's text, from y = 0 down."""
    size, columns = sheet.size("label"), _columns(sheet)
    room, between = sheet.text, _BETWEEN * sheet.size("label")
    width = (room.width - between * (columns - 1)) / columns
    thick = _thick(sheet)
    places: list[Placement] = []
    for number, heading in enumerate(plan.blanks):
        row, column = divmod(number, columns)
        if number == len(plan.blanks) - 1 and column == 0:
            width = room.width  # the last line has the row to itself
        left, base = room.x + column * (width + between), (row + 1) * _PITCH * size
        block = _heading(heading, sheet)
        start = left + block.width + _GAP * size
        top = base - block.height
        places.append(Placement(f"{BLANK}{heading}-label", block.box(left, top, width), size))
        rule = Box(start, base - thick / 2, left + width - start, thick)
        places.append(Placement(f"{BLANK}{heading}", rule))
    return places


def blanks_stacked(heading: str, sheet: Sheet, cell: Box) -> tuple[list[Placement], float]:
    """A heading over its rule, in a narrow column, and where the next may begin."""
    size = sheet.size("label")
    block = measure(heading, sheet.setting("label"), size, cell.width, sheet.fonts)
    label = Placement(f"{BLANK}{heading}-label", block.box(cell.x, cell.y, cell.width), size)
    base = cell.y + block.height + (_PITCH - 0.6) * size
    rule = Box(cell.x, base - _thick(sheet), cell.width, _thick(sheet))
    return [label, Placement(f"{BLANK}{heading}", rule)], base


def _thick(sheet: Sheet) -> float:
    return max(_LEAST_RULE, _RULE * sheet.short_side)


def _columns(sheet: Sheet) -> int:
    return 2 if sheet.text.width >= 2 * _NARROW * sheet.size("label") else 1


def _heading(text: str, sheet: Sheet) -> Block:
    setting = sheet.setting("label")
    return measure(text, setting, sheet.size("label"), sheet.text.width, sheet.fonts, wrap="none")
