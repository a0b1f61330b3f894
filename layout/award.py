"""Certificates: a frame, the title, the name on its line, the reason, and lines to sign on."""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import FACTS, label_id
from layout.head import head_for
from layout.measure import Block, largest, measure
from layout.placement import ART, Layout, Placement
from layout.plan import DesignPlan, Element
from layout.row_type import row_setting
from layout.sheet import Sheet, sheet_for

FRAME_MARK, LINE_MARK, SEAL_MARK = "mark/frame", "mark/sign-line", "mark/seal"
_FRAME = 0.045  # of the short side, from the edge
_COLUMN = 0.76  # of the width, for words
_LEGIBLE = 0.78  # the scale from which words are smaller than they should be
# scale of all, and of what the system allows its title: that gives way before small words do
_STEPS = (
    (1.0, 0.5), (0.9, 0.5), (0.8, 0.5), (_LEGIBLE, 0.42), (_LEGIBLE, 0.36),
    *((scale, 0.5) for scale in (0.7, 0.6, 0.5, 0.42, 0.34, 0.26, 0.18)),
)  # fmt: skip
_GAP = 48.0  # u


class Part(NamedTuple):
    placements: tuple[Placement, ...]
    height: float


def awarded(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a certificate, always centred and without art."""
    base = _sheet(plan, fonts)
    canvas = base.canvas
    for scale, title in _STEPS:
        sheet = base.scaled(scale, min(1.0, 1.3 * scale), 1.0)
        top, award, foot = _top(plan, sheet, title), _award(plan, sheet), _signatures(plan, sheet)
        gap = sheet.px(_GAP)
        used = top.height + award.height + foot.height + 2.2 * gap
        if used <= sheet.text.height:
            break
    free = max(0.0, sheet.text.height - used)
    head = sheet.text.y + free * 0.24
    middle = head + top.height + gap + free * 0.24
    placements = [p.lowered(head) for p in top.placements]
    placements += [p.lowered(middle) for p in award.placements]
    placements += [p.lowered(sheet.text.bottom - foot.height) for p in foot.placements]
    inset = _FRAME * base.short_side
    placements.append(Placement(FRAME_MARK, canvas.box.pad(-inset)))
    placements += _seal(plan, sheet, middle + award.height, free, foot.height)
    placements.append(Placement(ART, Box(0, 0, 0, 0)))
    return Layout(canvas.width, canvas.height, tuple(placements))


def _sheet(plan: DesignPlan, fonts: FontLibrary) -> Sheet:
    """The system's sheet with its words centred in one column inside the frame."""
    sheet = sheet_for(plan, fonts)
    canvas, inset = sheet.canvas, 2.6 * _FRAME * sheet.short_side
    zones = sheet.system.zones.evolve(align="center")
    width = min(_COLUMN * canvas.width, canvas.width - 2 * inset)
    text = Box((canvas.width - width) / 2, inset, width, canvas.height - 2 * inset)
    return sheet._replace(system=sheet.system.evolve(zones=zones), text=text, wide=False)


def _top(plan: DesignPlan, sheet: Sheet, title: float) -> Part:
    """Brand, kicker, title and running copy, as on any centred sheet."""
    head = head_for(plan, sheet, title)
    return Part(head.placements, head.height)


def _award(plan: DesignPlan, sheet: Sheet) -> Part:
    """What is said before the name, the name on its line or an empty line, and the reason."""
    members = [e for e in plan.rows if e.group == "award"]
    placements: list[Placement] = []
    top = 0.0
    for element in members:
        if element.role == "item":
            made, top = _name(plan, element, sheet, top + sheet.px(34))
            placements += made
            continue
        size, column = sheet.size("subtitle"), sheet.text.width * 0.82
        setting = row_setting(sheet.system, plan.form, element)
        top += sheet.px(30) if placements else 0.0
        block = measure(element.text, setting, size, column, sheet.fonts)
        box = block.box((sheet.text.width - column) / 2, top, column)
        placements.append(_centered(element, box, size, sheet))
        top += block.height
        if element is members[0] and not any(e.role == "item" for e in members):
            width, top = 0.7 * sheet.text.width, top + sheet.px(110)
            placements.append(_hairline(sheet, sheet.text.center.x - width / 2, width, top))
    return Part(_numbered(placements, "award"), top)


def _name(
    plan: DesignPlan, element: Element, sheet: Sheet, top: float
) -> tuple[list[Placement], float]:
    """The name, large on one line, and the line it stands on."""
    setting = row_setting(sheet.system, plan.form, element)
    room = Box(0, 0, sheet.text.width * 0.9, 0.16 * sheet.canvas.height)
    cap = 0.12 * sheet.short_side * sheet.unit / _unit(sheet)
    block = largest(
        element.text, setting, room, sheet.fonts, lines=1, most=cap, least=sheet.size("subtitle")
    )
    placed = _centered(element, block.box(0, top, sheet.text.width), block.size, sheet)
    top += block.height + 0.42 * block.size
    width = min(sheet.text.width, max(1.25 * block.width, 0.6 * sheet.text.width))
    return [placed, _hairline(sheet, sheet.text.center.x - width / 2, width, top)], top


def _signatures(plan: DesignPlan, sheet: Sheet) -> Part:
    """Facts and signatures in columns, each signature under a line."""
    columns: list[tuple[Element, ...]] = [(fact,) for fact in plan.of_role(*FACTS)]
    groups = dict.fromkeys(e.group for e in plan.rows if e.group.startswith("sign-"))
    columns += [tuple(e for e in plan.rows if e.group == group) for group in groups]
    if not columns:
        return Part((), 0.0)
    gap = 0.06 * sheet.text.width
    width = min(0.36 * sheet.text.width, (sheet.text.width + gap) / len(columns) - gap)
    taken = width * len(columns) + gap * (len(columns) - 1)
    if len(columns) == 2:
        gap, taken = sheet.text.width - 2 * width, sheet.text.width
    placements: list[Placement] = []
    height, facts = 0.0, plan.of_role(*FACTS)
    tallest = max((_value(fact, sheet, width).height for fact in facts), default=0.0)
    space = max(sheet.px(44), tallest + 0.6 * sheet.size("detail"))
    for number, column in enumerate(columns):
        x = sheet.text.x + (sheet.text.width - taken) / 2 + number * (width + gap)
        made, low = _column(plan, column, sheet, Box(x, 0, width, space))
        placements += made
        height = max(height, low)
    return Part(_numbered(placements, "foot"), height)


def _column(
    plan: DesignPlan, column: tuple[Element, ...], sheet: Sheet, cell: Box
) -> tuple[list[Placement], float]:
    """A line at the cell's foot, name and role under it; facts stand on it, over their label."""
    fact = not column[0].group
    placements: list[Placement] = []
    size = sheet.size("detail")
    if fact:
        block = _value(column[0], sheet, cell.width)
        top = cell.height - block.height - 0.6 * size
        placements.append(
            Placement(column[0].id, block.box(cell.x, top, cell.width), size, "center")
        )
    placements.append(_hairline(sheet, cell.x, cell.width, cell.height))
    top = cell.height + 0.7 * size
    if fact and column[0].label:
        small = sheet.size("label")
        block = measure(column[0].label, sheet.setting("label"), small, cell.width, sheet.fonts)
        box = block.box(cell.x, top, cell.width)
        placements.append(Placement(label_id(column[0].id), box, small, "center"))
        top += block.height
    for element in () if fact else column:
        setting = row_setting(sheet.system, plan.form, element)
        em = size if element.role == "item" else max(0.82 * size, sheet.smallest.text)
        block = measure(element.text, setting, em, cell.width, sheet.fonts)
        placements.append(Placement(element.id, block.box(cell.x, top, cell.width), em, "center"))
        top += block.height + 0.55 * size
    return placements, top


def _value(fact: Element, sheet: Sheet, width: float) -> Block:
    return measure(fact.text, sheet.setting("detail"), sheet.size("detail"), width, sheet.fonts)


def _seal(
    plan: DesignPlan, sheet: Sheet, bottom: float, free: float, foot: float
) -> list[Placement]:
    """A rosette between two signatures, or under the words when nobody signs."""
    columns = len(plan.of_role(*FACTS)) + len({e.group for e in plan.rows if e.group != "award"})
    if columns not in (0, 2):
        return []
    side = min(0.17 * sheet.short_side, sheet.text.bottom - bottom - 0.3 * sheet.px(_GAP))
    if side < 0.09 * sheet.short_side:
        return []
    y = sheet.text.bottom - side
    return [Placement(SEAL_MARK, Box(sheet.text.center.x - side / 2, y, side, side))]


def _centered(element: Element, box: Box, size: float, sheet: Sheet) -> Placement:
    return Placement(element.id, box.shift(sheet.text.x, 0), size, "center")


def _hairline(sheet: Sheet, x: float, width: float, y: float) -> Placement:
    return Placement(LINE_MARK, Box(x, y, width, max(1.0, sheet.px(1.8))))


def _unit(sheet: Sheet) -> float:
    """px per u before scaling."""
    return (sheet.canvas.width * sheet.canvas.height) ** 0.5 / 1000


def _numbered(placements: list[Placement], part: str) -> tuple[Placement, ...]:
    return tuple(
        p._replace(element=f"{LINE_MARK}/{part}-{n}") if p.element == LINE_MARK else p
        for n, p in enumerate(placements)
    )
