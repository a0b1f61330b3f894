"""Flat banners, such as leaderboards: title, facts and call in one row, the picture at its end."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.document import Role
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import FACTS, pill_box
from layout.measure import Block, largest, measure
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.systems import TypeRole

FLATTEST = 5.0  # width over height, from which copy stands in one row
# Of the height: margins, gaps between columns and lines, and type.
_MARGIN, _FRAMED, _COLUMN, _LINE = 0.22, 0.34, 0.3, 0.12
_TITLE, _SMALL, _FACT, _LEAD, _CALL = 0.36, 0.15, 0.165, 0.24, 0.16
_LEAST_TITLE = 0.16
_ART = 1.5  # times the height, width of the picture's zone
_ROOM = 0.8  # of the height that lines may take
_FACTS = 0.26  # of the width, for facts at most
_ABOVE: tuple[Role, ...] = ("kicker", "brand")
_BELOW: tuple[Role, ...] = ("subtitle", "quote", "body", "item", "legal")
_TYPES: dict[str, TypeRole] = {"kicker": "kicker", "brand": "brand", "subtitle": "subtitle"}
_LEADING = ("offer", "price")


class Column(NamedTuple):
    """Lines one above the other, measured; `height` from the first cap top to the last baseline."""

    lines: tuple[tuple[Element, Block], ...]
    width: float
    height: float

    def placed(self, x: float, middle: float, gap: float, width: float) -> list[Placement]:
        made, top = [], middle - self.height / 2
        for element, block in self.lines:
            made.append(Placement(element.id, block.box(x, top, width), block.size))
            top += block.height + gap
        return made


def strip(plan: DesignPlan, fonts: FontLibrary) -> Layout | None:
    """The row, facts in a column of their own or else under the title.

    None when the copy does not fit into one, or has a logo, a code or rows.
    """
    sheet = sheet_for(plan, fonts)
    on_art = sheet.setting("detail").color in sheet.system.palettes.on
    if on_art or plan.rows or plan.of_role("logo", "qr") or not plan.of_role("title"):
        return None
    placements = _row(plan, sheet, True) or _row(plan, sheet, False)
    if placements is None:
        return None
    width, height = sheet.canvas.width, sheet.canvas.height
    left = _art_left(plan, sheet)
    art = Box(left, 0, width - left, height)
    placements += art_placements(art, plan.pictures)
    return Layout(width, height, tuple(placements))


def _art_left(plan: DesignPlan, sheet: Sheet) -> float:
    height = sheet.canvas.height
    return sheet.canvas.width - (_ART if plan.pictures else _MARGIN) * height


def _row(plan: DesignPlan, sheet: Sheet, apart: bool) -> list[Placement] | None:
    """All copy from the left margin to the picture; facts `apart` from the title, or under it."""
    height, right = float(sheet.canvas.height), _art_left(plan, sheet)
    margin = (_FRAMED if sheet.centered else _MARGIN) * height
    gap, line = _COLUMN * height, _LINE * height
    made: list[Placement] = []
    for call in plan.of_role("cta")[:1]:
        placement, right = _call(call, sheet, right - 0.5 * gap)
        made.append(placement)
    facts = _facts(plan.of_role(*FACTS), sheet, _FACTS * sheet.canvas.width)
    if apart and facts.lines:
        right -= gap + facts.width
        made += facts.placed(right, height / 2, line, facts.width + 2)
    copy = _copy(plan, sheet, right - gap - margin, () if apart else facts.lines)
    if copy is None or max(copy.height, facts.height) > _ROOM * height:
        return None
    return [*made, *copy.placed(margin, height / 2, line, right - gap - margin)]


def _call(call: Element, sheet: Sheet, right: float) -> tuple[Placement, float]:
    """The words of the call, their pill ending at `right`; and where the pill begins."""
    height = float(sheet.canvas.height)
    block = measure(call.text, sheet.setting("cta"), _CALL * height, 1e5, sheet.fonts)
    box = Box(0, (height - block.box_height) / 2, math.ceil(block.width) + 1, block.box_height)
    pill = pill_box(box, block.size)
    box = box.shift(right - pill.right, 0)
    return Placement(call.id, box, block.size, "center"), right - pill.width


def _facts(facts: tuple[Element, ...], sheet: Sheet, most: float) -> Column:
    """Values without their labels; an offer or a price is larger."""
    height = sheet.canvas.height
    lines: list[tuple[Element, Block]] = []
    for element in sorted(facts, key=lambda fact: fact.role not in _LEADING):
        size = (_LEAD if element.role in _LEADING and not lines else _FACT) * height
        setting = sheet.setting("detail")
        natural = measure(element.text, setting, size, 1e5, sheet.fonts)
        if natural.width > most:
            size = max(_SMALL * height, size * most / natural.width * 0.99)
        lines.append((element, measure(element.text, setting, size, most, sheet.fonts)))
    return _column(lines, sheet)


def _copy(
    plan: DesignPlan, sheet: Sheet, width: float, facts: tuple[tuple[Element, Block], ...]
) -> Column | None:
    """Title, its kicker above, running copy and `facts` below it; None when there is no room."""
    height = float(sheet.canvas.height)
    if width < height:
        return None
    above = [_small(e, sheet, width) for e in plan.of_role(*_ABOVE)]
    below = [*(_small(e, sheet, width) for e in plan.of_role(*_BELOW)), *facts]
    taken = sum(block.height + _LINE * height for _, block in (*above, *below))
    limit = Box(0, 0, width, _ROOM * height - taken)
    if limit.height < _LEAST_TITLE * height:
        return None
    title = plan.of_role("title")[0]
    block = largest(
        title.text, sheet.setting("title"), limit, sheet.fonts, lines=2, most=_TITLE * height,
        least=_LEAST_TITLE * height,
    )  # fmt: skip
    if block.overflow:
        return None
    return _column([*above, (title, block), *below], sheet)


def _small(element: Element, sheet: Sheet, width: float) -> tuple[Element, Block]:
    setting = sheet.setting(_TYPES.get(element.role, "body"))
    return element, measure(element.text, setting, _SMALL * sheet.canvas.height, width, sheet.fonts)


def _column(lines: list[tuple[Element, Block]], sheet: Sheet) -> Column:
    gaps = _LINE * sheet.canvas.height * max(0, len(lines) - 1)
    heights = sum(block.height for _, block in lines)
    return Column(tuple(lines), max((b.width for _, b in lines), default=0.0), heights + gaps)
