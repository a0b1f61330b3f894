"""The foot of the sheet: facts in columns under a hairline, the call to action, small print."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from design_io.document import Role
from design_io.geometry import Box
from layout.blanks import blank_places, blanks_height
from layout.code import code_side
from layout.fact_lines import MOST_FACTS, fact_lines, label_id
from layout.lead import leading
from layout.measure import Block, measure
from layout.offer import leading_offer, offer_in
from layout.placement import Align, Placement
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet
from layout.systems import TypeRole, shape_of

FACTS: tuple[Role, ...] = ("date", "time", "venue", "address", "price", "offer", "contact")
RULE = "details-rule"  # the hairline's placement
_OWN_BLANKS = ("ticket", "certificate")  # forms with places of their own for lines to fill in
_COLUMN_GAP = 0.04  # of the canvas width
_NARROW = 0.9  # times a code's side: room beside it that is too narrow for facts
_LEAD = 2.9  # of the size of other facts, what a lone offer or price is set in
_DAY = 2.0  # of the same, what a lone day is set in, below what it is the day of
_LONGEST_LEAD = 32  # characters
_MOST_ON_LOW = 2  # facts in landscape that leave height for a lead
_PILL = (1.35, 2.5)  # em: padding left and right, height
_LISTED = 1.35  # times the growth allowed for facts in plain lines, which stand without labels
_LARGER = (2.1, 1.85, 1.6, 1.45, 1.3, 1.15)  # times the system's sizes, tried for facts
_FEW_WORDS = 26  # characters of small print that is none
_ALIKE = 1.12  # sizes nearer than this look like a mistake
_FROM = re.compile(
    r"\b(?:from|reward|prize|payment)$", re.IGNORECASE
)  # headings without which a price would mislead
_SHORT_FACT = 24  # characters of a fact that no line should break
_TWO_LINES = 1.5  # of the size, from which a box holds two lines
_HANGS = 0.2  # of the size of a lead, what its descenders need above a hairline
_LEAD_GROWTH = 0.4  # power of the same by which a lead, large already, grows


class Foot(NamedTuple):
    placements: tuple[Placement, ...]  # y from the foot's top
    height: float  # px


class Grid(NamedTuple):
    """Facts in rows and columns; `good` when no value needs more than two lines."""

    placements: tuple[Placement, ...]
    height: float
    rows: int
    good: bool


def pill_box(text: Box, size: float) -> Box:
    """The pill around a call to action set at `size` px in the box `text`."""
    height = _PILL[1] * size
    return Box(
        text.x - _PILL[0] * size, text.center.y - height / 2, text.width + 2.7 * size, height
    )


def large_foot(plan: DesignPlan, sheet: Sheet, most: float) -> Foot:
    """The foot in the largest type, up to `most` times its own, that needs no further line."""
    plain = foot_for(plan, sheet)
    if most <= 1 or not plain.placements:
        return plain
    size = sheet.size("detail")
    others = [sheet.size("subtitle")] * bool(plan.of_role("subtitle", "quote"))
    most *= _LISTED if _stands_in_lines(plan.of_role(*FACTS), sheet) else 1.0
    for times in (t for t in _LARGER if t <= most):
        if any(1 / _ALIKE < times * size / other < _ALIKE for other in others):
            continue
        grown = foot_for(plan, sheet._replace(large=times))
        if _lines(grown) <= _lines(plain) and not _breaks_contact(plan, grown):
            return grown
    return plain


def _breaks_contact(plan: DesignPlan, foot: Foot) -> bool:
    """Whether an address on the net or a number stands in two lines."""
    contacts = {element.id for element in plan.of_role("contact")}
    placed = (p for p in foot.placements if p.element in contacts and p.size)
    return any(p.box.height > _TWO_LINES * p.size for p in placed)


def _lines(foot: Foot) -> tuple[int, int]:
    """Heights at which lines stand, and lines of text; both grow when copy needs more room."""
    texts = [p for p in foot.placements if p.size]
    tops = {round(p.box.y + p.box.height / 2) for p in texts}
    return len(tops), sum(round(p.box.height / p.size) for p in texts)


def foot_for(plan: DesignPlan, sheet: Sheet) -> Foot:
    """Facts and call, a QR code at their right end or below them, and small print."""
    codes = plan.of_role("qr")[:1]
    if codes:
        foot = _with_code(plan, codes[0], sheet)
    else:
        foot = _facts_and_call(plan, plan.of_role(*FACTS), sheet)
    if plan.blanks and plan.form not in _OWN_BLANKS:
        lines = Foot(tuple(blank_places(plan, sheet)), blanks_height(plan, sheet))
        foot = _below(foot, lines, sheet.px(22))
    for element in plan.of_role("legal"):
        foot = _with_condition(plan, foot, element, sheet)
    return foot


def _with_condition(plan: DesignPlan, foot: Foot, element: Element, sheet: Sheet) -> Foot:
    """Small print below all else; a few words right of a call that stands alone, not lost below."""
    legal = _legal(element, sheet)
    if plan.of_role("cta") and len(foot.placements) == 1 and not sheet.centered:
        call = foot.placements[0]
        left = pill_box(call.box, call.size).right + sheet.px(30)
        line, width = legal.placements[0], sheet.text.right - left
        words = _condition(element, sheet, width)
        if words.lines == 1 and not words.overflow:
            box = words.box(left, (foot.height - words.height) / 2, width)
            return Foot((call, line._replace(box=box, size=words.size)), foot.height)
    return _below(foot, legal, sheet.px(22))


def _with_code(plan: DesignPlan, code: Element, sheet: Sheet) -> Foot:
    """The code beside the facts, long addresses under both; below them where room is narrow."""
    facts, text = plan.of_role(*FACTS), sheet.text
    side = code_side(sheet.canvas, code.modules)
    left = text.width - side - sheet.px(34)
    if (sheet.centered and not sheet.wide) or left < max(0.4 * text.width, _NARROW * side):
        x = text.x + ((text.width - side) / 2 if sheet.centered else 0.0)
        below = Foot((Placement(code.id, _square(x, 0, side)),), side)
        return _below(_facts_and_call(plan, facts, sheet), below, sheet.px(30))
    short = tuple(fact for fact in facts if fact.role != "contact") or facts
    narrow = sheet._replace(text=text._replace(width=left))
    copy = _facts_and_call(plan, short, narrow)
    top = sheet.px(28) if any(p.element == RULE for p in copy.placements) else 0.0
    placements = [_full_rule(p, text.width) for p in copy.placements]
    placements.append(Placement(code.id, _square(text.right - side, top, side)))
    beside = Foot(tuple(placements), max(copy.height, top + side))
    long = tuple(fact for fact in facts if fact not in short)
    if not long:
        return beside
    grid = _grid(long, sheet, text.width)
    return _below(beside, Foot(grid.placements, grid.height), 0.7 * _row_gap(sheet))


def _square(x: float, y: float, side: float) -> Box:
    return Box(x, y, side, side)


def _full_rule(placement: Placement, width: float) -> Placement:
    if placement.element != RULE:
        return placement
    return placement._replace(box=placement.box._replace(width=width))


def _facts_and_call(plan: DesignPlan, facts: tuple[Element, ...], sheet: Sheet) -> Foot:
    """One offer or price leads in large type; the other facts and the call stand below it."""
    calls, offer = plan.of_role("cta")[:1], leading_offer(plan)
    if offer is not None and offer in facts:
        figure = leading(offer, sheet)
        line, others = Foot(figure.placements, figure.height), tuple(f for f in facts if f != offer)
        if shape_of(sheet.canvas) == "banner" and calls and not others:
            return _line_and_call(line, figure.width, calls[0], sheet)
        return _below(line, _grid_and_call(others, calls, sheet), sheet.px(30))
    shape = shape_of(sheet.canvas)
    low = shape == "banner" or (shape == "landscape" and len(facts) > _MOST_ON_LOW)
    plain = _stands_in_lines(facts, sheet)
    dated = plain and any(fact.role == "date" for fact in facts)
    lead = None if low else lead_of(facts, ("offer",) if dated else ("offer", "price"))
    if len(facts) == 1 and sheet.centered and not low and facts[0].evident:
        lead = lead_of(facts, ("date",)) or lead  # a lone day is what the sheet is kept for
    if lead is None:
        return _grid_and_call(facts, calls, sheet)
    line, width = _leading(lead, sheet, _DAY if lead.role == "date" else _LEAD)
    others = tuple(fact for fact in facts if fact is not lead)
    if calls and not others:
        return _line_and_call(line, width, calls[0], sheet)
    gap = sheet.px(26) + (0.5 * sheet.size("detail") if plain else _HANGS * line.placements[0].size)
    rest = _grid_and_call(others, calls, sheet)
    if calls and rest.placements[0].element == calls[0].id:  # above the facts: beside what leads
        line = _line_and_call(line, width, calls[0], sheet)
        rest = _grid_and_call(others, (), sheet)
    return _below(line, rest, gap)


def _line_and_call(line: Foot, width: float, call: Element, sheet: Sheet) -> Foot:
    """A large line that is `width` px wide, and the call right of it where both fit."""
    pill = _pill(call, sheet)
    room = pill_box(pill.placements[0].box, pill.placements[0].size).width
    if not sheet.centered and width + room + sheet.px(34) <= sheet.text.width:
        return _beside(line, pill, room, sheet)
    return _below(line, pill, sheet.px(30))


def lead_of(
    facts: tuple[Element, ...], roles: tuple[Role, ...] = ("offer", "price")
) -> Element | None:
    """The only fact of the first of these roles, when it is short enough to be set large.

    An offer without a figure leads no price.
    """
    priced = any(fact.role == "price" for fact in facts)
    for role in roles:
        found = [fact for fact in facts if fact.role == role]
        if found:
            if priced and role == "offer" and not offer_in(found[0].text):
                return None
            short = len(found) == 1 and len(found[0].text) <= _LONGEST_LEAD
            return found[0] if short and not _FROM.search(found[0].label) else None
    return None


def _leading(lead: Element, sheet: Sheet, most: float) -> tuple[Foot, float]:
    """The lead without its label, in the largest type that keeps it on one line."""
    size, setting = sheet.size("detail"), sheet.setting("detail")
    room = sheet.text.width
    natural = measure(lead.text, setting, size, 1e5, sheet.fonts).width
    grown = size * min(most * sheet.large ** (_LEAD_GROWTH - 1), room / (natural + 1))
    block = measure(lead.text, setting, grown, room, sheet.fonts)
    align: Align = "center" if sheet.centered else "start"
    box = block.box(sheet.text.x, 0, room)
    return Foot((Placement(lead.id, box, block.size, align),), block.height), block.width


def _grid_and_call(facts: tuple[Element, ...], calls: tuple[Element, ...], sheet: Sheet) -> Foot:
    if not facts:
        return _pill(calls[0], sheet) if calls else Foot((), 0.0)
    if _stands_in_lines(facts, sheet):
        return _lines_and_call(facts, calls, sheet)
    alone = _grid(facts, sheet, sheet.text.width)
    if not calls:
        return _ruled(alone, sheet)
    pill = _pill(calls[0], sheet)
    if not sheet.centered:
        width = pill_box(pill.placements[0].box, pill.placements[0].size).width
        shared = _grid(facts, sheet, sheet.text.width - width - sheet.px(34))
        if shared.good and shared.rows == alone.rows:
            return _beside(_ruled(shared, sheet), pill, width, sheet)
        return _below(pill, _ruled(alone, sheet), sheet.px(34))
    return _below(_ruled(alone, sheet), pill, sheet.px(34))


def _stands_in_lines(facts: tuple[Element, ...], sheet: Sheet) -> bool:
    """Where the system sets them so, and in landscape where columns would break short values."""
    if not 0 < len(facts) <= MOST_FACTS:
        return False
    return sheet.listed or (sheet.wide and sheet.stacks and _breaks(facts, sheet))


def _breaks(facts: tuple[Element, ...], sheet: Sheet) -> bool:
    texts = {fact.id: fact.text for fact in facts}
    placed = [p for p in _grid(facts, sheet, sheet.text.width).placements if p.element in texts]
    short = (p for p in placed if len(texts[p.element]) <= _SHORT_FACT)
    return any(p.box.height > _TWO_LINES * p.size for p in short)


def _lines_and_call(facts: tuple[Element, ...], calls: tuple[Element, ...], sheet: Sheet) -> Foot:
    """Plain lines, the call at the right end of the last or below them."""
    lines = _ruled(_listed(facts, sheet, sheet.text.width), sheet)
    if not calls:
        return lines
    pill = _pill(calls[0], sheet)
    if not sheet.centered:
        width = pill_box(pill.placements[0].box, pill.placements[0].size).width
        narrow = _ruled(_listed(facts, sheet, sheet.text.width - width - sheet.px(34)), sheet)
        if narrow.height <= lines.height:
            return _beside(narrow, pill, width, sheet)
    return _below(lines, pill, sheet.px(34))


def _listed(facts: tuple[Element, ...], sheet: Sheet, width: float) -> Foot:
    return Foot(*fact_lines(facts, sheet, width))


def _grid(facts: tuple[Element, ...], sheet: Sheet, width: float) -> Grid:
    facts = _evenly_labelled(facts)
    most = 3 if sheet.wide or len(facts) in (3, 5, 6) else 4
    for columns in range(min(most, len(facts)), 0, -1):
        columns = math.ceil(len(facts) / math.ceil(len(facts) / columns))
        grid = _grid_of(facts, sheet, width, columns)
        if grid.good or columns == 1:
            break
    return grid


def _evenly_labelled(facts: tuple[Element, ...]) -> tuple[Element, ...]:
    """No labels where one fact has none and those of the others say what is evident."""
    if all(fact.label for fact in facts) or any(f.label and not f.evident for f in facts):
        return facts
    return tuple(fact.evolve(label="") for fact in facts)


def _grid_of(facts: tuple[Element, ...], sheet: Sheet, width: float, columns: int) -> Grid:
    gap = _COLUMN_GAP * sheet.canvas.width
    cells = _cells(facts, sheet, width - (columns - 1) * gap, columns)
    placements: list[Placement] = []
    top, rows, good = 0.0, math.ceil(len(facts) / columns), True
    for row in range(rows):
        members = facts[row * columns : (row + 1) * columns]
        taken = sum(cells[: len(members)]) + gap * (len(members) - 1)
        x = sheet.text.x + ((width - taken) / 2 if sheet.centered else 0.0)
        labelled = any(element.label for element in members)
        bottom = top
        for element, cell in zip(members, cells, strict=False):
            made, low, fits = _fact(element, sheet, Box(x, top, cell, 0), labelled)
            placements += made
            bottom, good, x = max(bottom, low), good and fits, x + cell + gap
        top = bottom + (_row_gap(sheet) if row < rows - 1 else 0.0)
    return Grid(tuple(placements), top, rows, good)


def _row_gap(sheet: Sheet) -> float:
    """Rows stand further apart than a value from its label, however small the gaps have become."""
    return max(sheet.px(30), 1.05 * sheet.size("detail"))


def _cells(facts: tuple[Element, ...], sheet: Sheet, room: float, columns: int) -> list[float]:
    """Column widths: what the values want when that fits, the rest shared out; else equal."""
    wanted = [0.0] * columns
    for number, element in enumerate(facts):
        value = _set(element.text, "detail", sheet, 1e5).width
        label = _set(element.label, "label", sheet, 1e5).width if element.label else 0.0
        column = number % columns
        wanted[column] = max(wanted[column], math.ceil(max(value, label)) + 2.0)
    slack = (room - sum(wanted)) / columns
    if slack < 0 or max(wanted) <= room / columns:
        return [room / columns] * columns
    return [width + slack for width in wanted]


def _fact(
    element: Element, sheet: Sheet, cell: Box, labelled: bool
) -> tuple[list[Placement], float, bool]:
    """A value under its label; in a row with labels an unlabelled value keeps the line."""
    align: Align = "center" if sheet.centered else "start"
    made: list[Placement] = []
    top, whole = cell.y, True
    if labelled:
        label = _set(element.label or "A", "label", sheet, cell.width)
        if element.label:
            box = label.box(cell.x, top, cell.width)
            made.append(Placement(label_id(element.id), box, label.size, align))
            whole = not label.overflow
        top += label.height + 0.62 * sheet.size("detail")
    value = _set(element.text, "detail", sheet, cell.width)
    box = value.box(cell.x, top, cell.width)
    made.append(Placement(element.id, box, value.size, align))
    lines = 1 if element.role == "contact" else 2  # addresses on the net are never broken
    good = whole and value.lines <= lines and not value.overflow
    return made, top + value.height, good


def _ruled(grid: Grid | Foot, sheet: Sheet) -> Foot:
    """The grid under a hairline; centred systems have none."""
    if sheet.centered:
        return Foot(grid.placements, grid.height)
    drop = sheet.px(28)
    rule = Placement(RULE, Box(sheet.text.x, 0, sheet.text.width, max(1.0, sheet.px(1.8))))
    lowered = tuple(p.lowered(drop) for p in grid.placements)
    return Foot((rule, *lowered), grid.height + drop)


def _pill(call: Element, sheet: Sheet) -> Foot:
    size = sheet.size("cta")
    padding = _PILL[0] * size
    room = sheet.text.width - 2 * padding
    block = measure(call.text, sheet.setting("cta"), size, room, sheet.fonts)
    height = max(_PILL[1] * size, block.box_height + size)
    left = sheet.text.x + padding
    if sheet.centered:
        left = sheet.text.x + (sheet.text.width - block.width) / 2
    box = Box(left, (height - block.box_height) / 2, math.ceil(block.width) + 1, block.box_height)
    return Foot((Placement(call.id, box, size, "center"),), height)


def _beside(foot: Foot, pill: Foot, width: float, sheet: Sheet) -> Foot:
    """The pill at the right end of the foot's last line; a lone line stands at its mid-height."""
    call = pill.placements[0]
    drop = sheet.px(28)
    slack = max(0.0, pill.height - (foot.height - drop)) / 2
    if slack and any(p.element == RULE for p in foot.placements):
        lowered = (p if p.element == RULE else p.lowered(slack) for p in foot.placements)
        foot = Foot(tuple(lowered), foot.height + slack)
    padding = _PILL[0] * call.size
    left = sheet.text.right - width + padding
    top = max(drop, foot.height - pill.height)
    height = max(foot.height, top + pill.height)
    moved = call._replace(box=call.box._replace(x=left).shift(0, top))
    return Foot((*foot.placements, moved), height)


def _below(upper: Foot, lower: Foot, gap: float) -> Foot:
    """Two parts of the foot, one above the other."""
    if not upper.placements:
        return lower
    drop = upper.height + gap
    moved = tuple(p.lowered(drop) for p in lower.placements)
    return Foot((*upper.placements, *moved), drop + lower.height)


def _legal(element: Element, sheet: Sheet) -> Foot:
    block = _condition(element, sheet, sheet.text.width)
    align: Align = "center" if sheet.centered else "start"
    box = block.box(sheet.text.x, 0, sheet.text.width)
    return Foot((Placement(element.id, box, block.size, align),), block.height)


def _condition(element: Element, sheet: Sheet, width: float) -> Block:
    """In the system's small print, however facts may grow; a few words larger than labels."""
    small = 1.25 * sheet.small if len(element.text) <= _FEW_WORDS else 1.0
    return _set(element.text, "label", sheet._replace(large=1.0, small=small), width)


def _set(text: str, role: TypeRole, sheet: Sheet, width: float) -> Block:
    return measure(text, sheet.setting(role), sheet.size(role), width, sheet.fonts)
