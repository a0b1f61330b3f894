"""Flat banners, such as leaderboards: title, facts and call in one row, the picture at its end."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.document import Role
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import FACTS, label_id, lead_of, pill_box
from layout.measure import Block, largest, measure
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.systems import TypeRole

FLATTEST = 5.0  # width over height, from which copy stands in one row
# Of the height: margins, gaps between columns and lines, and type.
_MARGIN, _FRAMED, _COLUMN, _LINE = 0.22, 0.34, 0.3, 0.12
_TITLE, _SMALL, _FACT, _LEAD, _CALL, _LABEL = 0.36, 0.15, 0.165, 0.24, 0.16, 0.13
_LEAST_TITLE = 0.16
_ART = 1.5  # times the height, width of the picture's zone
_ROOM = 0.8  # of the height that lines may take
_FACTS = 0.26  # of the width, for facts at most, besides their labels
_ABOVE: tuple[Role, ...] = ("kicker", "brand")
_BELOW: tuple[Role, ...] = ("subtitle", "quote", "body", "item", "legal")
_TYPES: dict[str, TypeRole] = {"kicker": "kicker", "brand": "brand", "subtitle": "subtitle"}
_LEADING = ("offer", "price")


class Line(NamedTuple):
    """A piece of copy, measured, and the label before it, for which room is left."""

    element: Element
    block: Block
    label: Block | None = None
    indent: float = 0.0  # px from the label's left edge

    @property
    def width(self) -> float:
        return self.indent + self.block.width

    def placed(self, x: float, top: float, width: float) -> list[Placement]:
        value, name = self.block, self.element.id
        box = value.box(x + self.indent, top, width - self.indent)
        if self.label is None:
            return [Placement(name, box, value.size)]
        down = value.height - self.label.height if value.lines == 1 else 0.0
        label = self.label.box(x, top + down, self.label.width + 2)
        return [Placement(label_id(name), label, self.label.size), Placement(name, box, value.size)]


class Column(NamedTuple):
    """Lines one above the other; `height` from the first cap top to the last baseline."""

    lines: tuple[Line, ...]
    width: float
    height: float

    def placed(self, x: float, middle: float, gap: float, width: float) -> list[Placement]:
        made, top = [], middle - self.height / 2
        for line in self.lines:
            made += line.placed(x, top, width)
            top += line.block.height + gap
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
    """Values, each after its label; an offer or a price is larger, and alone needs none."""
    height, lead = sheet.canvas.height, lead_of(facts)
    setting, lines = sheet.setting("detail"), list[Line]()
    labels = {
        element.id: measure(
            element.label, sheet.setting("label"), _LABEL * height, 1e5, sheet.fonts
        )
        for element in facts
        if element.label and element is not lead
    }
    indent = max((label.width for label in labels.values()), default=0.0) + _LINE * height
    for element in sorted(facts, key=lambda fact: fact.role not in _LEADING):
        size = (_LEAD if element.role in _LEADING and not lines else _FACT) * height
        label = labels.get(element.id)
        natural = measure(element.text, setting, size, 1e5, sheet.fonts)
        if natural.width > most:
            size = max(_SMALL * height, size * most / natural.width * 0.99)
        block = measure(element.text, setting, size, most, sheet.fonts)
        lines.append(Line(element, block, label, indent if label else 0.0))
    return _column(lines, sheet)


def _copy(plan: DesignPlan, sheet: Sheet, width: float, facts: tuple[Line, ...]) -> Column | None:
    """Title, its kicker above, running copy and `facts` below it; None when there is no room."""
    height = float(sheet.canvas.height)
    if width < height:
        return None
    above = [_small(e, sheet, width) for e in plan.of_role(*_ABOVE)]
    below = [*(_small(e, sheet, width) for e in plan.of_role(*_BELOW)), *facts]
    taken = sum(line.block.height + _LINE * height for line in (*above, *below))
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
    return _column([*above, Line(title, block), *below], sheet)


def _small(element: Element, sheet: Sheet, width: float) -> Line:
    setting, size = sheet.setting(_TYPES.get(element.role, "body")), _SMALL * sheet.canvas.height
    return Line(element, measure(element.text, setting, size, width, sheet.fonts))


def _column(lines: list[Line], sheet: Sheet) -> Column:
    gaps = _LINE * sheet.canvas.height * max(0, len(lines) - 1)
    heights = sum(line.block.height for line in lines)
    return Column(tuple(lines), max((line.width for line in lines), default=0.0), heights + gaps)
