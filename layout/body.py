"""The body of the sheet: the rows of a list, a schedule, a line-up or a chart as one block."""

from __future__ import annotations

from typing import NamedTuple

from layout.chart import chart_for
from layout.lineup import lineup_for
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.row_type import part_of
from layout.rows import table_for
from layout.sheet import Sheet

_HALF = 0.45  # of the text column's height


class Body(NamedTuple):
    """Rows as placed, y from the body's top; empty when the plan has no rows."""

    placements: tuple[Placement, ...] = ()
    height: float = 0.0  # px


def body_for(
    plan: DesignPlan, sheet: Sheet, width: float, room: float | None = None, roomy: bool = False
) -> Body:
    """All rows in a block `width` px wide, its left edge at x = 0, in `room` px if they can be.

    Without `room` about half the sheet; `roomy` asks for generous sizes only, as beside art.
    """
    if not plan.rows:
        return Body()
    room = _HALF * sheet.text.height if room is None else room
    if plan.form == "lineup" and not any(part_of(e) == "note" for e in plan.rows):
        lineup = lineup_for(plan, sheet, width, room)
        return Body(lineup.placements, lineup.height)
    if plan.form == "chart":
        chart = chart_for(plan, sheet, width, room)
        return Body(chart.placements, chart.height)
    table = table_for(plan, sheet, width, room, roomy)
    return Body(table.placements, table.height)
