"""Tickets and coupons: the main part with art, and a stub that tears off at a perforation.

The stub is a panel of ink at the right of a wide sheet, at the foot of an upright one. It holds
what is checked at the door, given or left blank: price, date, time, seat and number; where that is
little, it is headed by what the paper is. An offer is the largest thing of the main part.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.blank_layers import BIG, STUB
from layout.blanks import blank_places, blanks_height, blanks_stacked
from layout.foot import FACTS, Foot, large_foot
from layout.head import Head, head_for
from layout.measure import largest, measure
from layout.offer import leading_offer
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.rows import PANEL_MARK
from layout.sheet import Sheet, sheet_for

PERFORATION_MARK, NOTCH_MARK = "mark/perforation", "mark/notch"
_STUB = 0.27  # of the long side
_WIDE = 1.15  # width over height, from which the stub stands at the right
_STUB_BARE = 0.2  # of the long side, when it only carries a word
_BESIDE = 1.12  # width over height of a main part whose words stand beside its art
_SIDE = 0.11  # of a stub's width, the most left bare at its sides
_COPY = 0.6  # of the main part's width, for words beside art
_CHECKED = ("date", "time")
_MOST = 5  # facts on a stub
_LONGEST_BIG = 40  # characters that are set large
_NOTCH = 0.055  # of the short side, radius
_ON_STUB = ("Amount", "Valid until", "Seat", "Row", "Code", "No.", "Price")  # blanks of the stub
_FULL_STUB = 3  # facts beside which no blank stands on it
_STEPS = (
    (1.0, 1.3, 1.0), (1.0, 1.15, 1.0), (1.0, 1.0, 1.0), (0.8, 1.0, 1.0), (0.65, 0.9, 1.0),
    (0.55, 0.8, 1.0), (0.5, 0.7, 0.9), (0.45, 0.6, 0.8), (0.4, 0.5, 0.65), (0.4, 0.4, 0.5),
    (0.35, 0.3, 0.4), (0.3, 0.2, 0.25),
)  # fmt: skip
_GAP = 34.0  # u
_BETWEEN, _LEAST_BY_ART = 0.26, 0.9  # of the height, for art of upright tickets; its least scale
_FACTS = 1.6  # most that facts of the main part may grow where no line is added
_LARGER = (2.0, 1.75, 1.5)  # times the system's sizes, for facts of a stub that stay unbroken
_GROWN = ((1.5, 1.0), (1.5, 0.86), (1.25, 1.0), (1.25, 0.86))  # words below the title, and it
_SPARSE = 2  # things on a stub, beside which it says what the paper is
_WORDED = 24  # characters of that


class Copy(NamedTuple):
    plan: DesignPlan  # of the main part
    sheet: Sheet
    head: Head
    foot: Foot
    kept: float = 0.0  # px of the height, with its gap, left to art between head and foot


class Held(NamedTuple):
    """What the stub holds: facts, and below them headings of lines to fill in."""

    facts: tuple[Element, ...]
    blanks: tuple[str, ...] = ()


class Stub(NamedTuple):
    placements: tuple[Placement, ...]
    height: float


def ticketed(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a ticket, voucher or coupon of any shape."""
    base = sheet_for(plan, fonts)
    checked = _checked(plan)
    blanks = _stub_blanks(plan, checked)
    checked = (*_word(plan, base, len(checked) + len(blanks)), *checked)
    inside = {element.id for element in checked}
    main = plan.evolve(
        elements=tuple(e for e in plan.elements if e.id not in inside),
        blanks=tuple(heading for heading in plan.blanks if heading not in blanks),
    )
    panel = _panel(base, len(blanks) + len([e for e in checked if e.role != "kicker"]))
    room = _room(base, panel)
    copy = _fitted(main, base, room)
    stub = _stub(Held(checked, blanks), base, panel)
    placements = [p.lowered(copy.sheet.text.y + _air(copy)) for p in copy.head.placements]
    foot_top, blanks_top = _tops(copy)
    placements += [p.lowered(foot_top) for p in copy.foot.placements]
    placements += [p.lowered(blanks_top) for p in blank_places(main, copy.sheet)]
    placements += stub.placements
    placements += [Placement(PANEL_MARK, panel), *_perforation(base, panel)]
    placements += art_placements(_art(copy, base, panel), plan.pictures)
    return Layout(base.canvas.width, base.canvas.height, tuple(placements))


def is_ticket_shape(panel: Box) -> bool:
    """Whether the stub stands at the right rather than at the foot."""
    return panel.y == 0


def _checked(plan: DesignPlan) -> tuple[Element, ...]:
    """What the stub holds, the large one first."""
    offer = leading_offer(plan)
    facts = [f for f in plan.of_role(*FACTS) if f is not offer]
    big = [f for f in facts if _is_big(f)][:1]
    rest = [f for f in facts if f.role in _CHECKED or _is_number(f)]
    return (*big, *(f for f in rest if f not in big))[:_MOST]


def _word(plan: DesignPlan, sheet: Sheet, held: int) -> tuple[Element, ...]:
    """What the paper is, in large type, for a stub that holds little else or nothing."""
    kickers = plan.of_role("kicker")[:1]
    wide = sheet.canvas.width >= _WIDE * sheet.canvas.height
    fits = wide and all(len(kicker.text) <= _WORDED for kicker in kickers)
    return kickers if held == 0 or (held <= _SPARSE and fits) else ()


def _stub_blanks(plan: DesignPlan, checked: tuple[Element, ...]) -> tuple[str, ...]:
    """Lines that are filled in on the stub, as many as there is room for."""
    wanted = [heading for heading in plan.blanks if heading in _ON_STUB]
    return tuple(wanted[: max(0, _FULL_STUB - len(checked))])


def _is_big(fact: Element) -> bool:
    """A short price; the one word of a bare stub."""
    if fact.role == "kicker":
        return True
    digits = any(c.isdigit() for c in fact.text)
    return fact.role == "price" and digits and len(fact.text) <= _LONGEST_BIG


def _is_number(fact: Element) -> bool:
    if fact.role != "contact":
        return False
    numbered = fact.label.endswith(" no.") or fact.text.lower().startswith("no")
    return fact.label in ("Seat", "Code", "Gate", "Row") or numbered


def _panel(sheet: Sheet, held: int) -> Box:
    """Lower where it only carries a word; at the foot also for few things, side by side there."""
    width, height = sheet.canvas.width, sheet.canvas.height
    few = _SPARSE if height >= width else 0
    share = _STUB if held > few else _STUB_BARE
    if width >= _WIDE * height:
        return Box(width * (1 - share), 0, width * share, height)
    covered = max(0.0, height - sheet.text.bottom - sheet.margin)  # by an app, in stories
    top = height * (1 - share) - 0.7 * covered
    return Box(0, top, width, height - top)


def _room(sheet: Sheet, panel: Box) -> Box:
    """The main part inside its margins."""
    margin = max(sheet.margin, 0.06 * sheet.short_side)
    if is_ticket_shape(panel):
        return Box(margin, margin, panel.x - 2 * margin, sheet.canvas.height - 2 * margin)
    top = max(margin, sheet.text.y)
    return Box(margin, top, sheet.canvas.width - 2 * margin, panel.y - top - margin)


def _fitted(plan: DesignPlan, base: Sheet, room: Box) -> Copy:
    """Head and foot of the main part, beside its art or around it, at the first scale that fits."""
    beside = room.width > _BESIDE * room.height
    share = _COPY if beside else 1.0
    drawn = bool(plan.pictures) and (bool(plan.subjects) or base.system.zones.art > 0)
    ways = [(step, 0.0) for step in _STEPS]
    if drawn and not beside:
        kept = _BETWEEN * base.canvas.height
        ways = [*((step, kept) for step in _STEPS if step[1] >= _LEAST_BY_ART), *ways]
    for (title, scale, floor), kept in ways:
        sheet = base.scaled(scale, floor, 1.0)._replace(display=title)
        wider = min(1.0, share * (1.0 if scale >= 0.9 else 1.15))
        sheet = sheet._replace(text=room._replace(width=room.width * wider), wide=beside)
        copy = _copy(plan, sheet, title, kept)
        if _fits(copy):
            return _grown(copy)
    return copy


def _copy(plan: DesignPlan, sheet: Sheet, title: float, kept: float) -> Copy:
    head, foot = head_for(plan, sheet, title), large_foot(plan, sheet, _FACTS)
    return Copy(plan, sheet, head, foot, kept)


def _fits(copy: Copy) -> bool:
    gap = copy.sheet.px(_GAP) if copy.foot.height else 0.0
    lines = blanks_height(copy.plan, copy.sheet)
    needed = copy.head.height + lines + gap + copy.kept + copy.foot.height
    return needed <= copy.sheet.text.height


def _grown(copy: Copy) -> Copy:
    """The words below a title larger, if need be under a title that is a little smaller."""
    if not copy.plan.of_role("subtitle", "body", "item"):
        return copy
    for times, share in _GROWN:
        sheet = copy.sheet._replace(small=times * copy.sheet.small)
        larger = _copy(copy.plan, sheet, share * copy.sheet.display, copy.kept)
        if _fits(larger):
            return larger
    return copy


def _air(copy: Copy) -> float:
    """Above words that have the height beside the art to themselves: they stand in its middle."""
    alone = copy.sheet.wide and not copy.foot.height and not copy.plan.blanks
    return (copy.sheet.text.height - copy.head.height) / 2 if alone else 0.0


def _tops(copy: Copy) -> tuple[float, float]:
    """Of the foot and of the lines to fill in, which end above it; an offer comes before them."""
    lines, bottom = blanks_height(copy.plan, copy.sheet), copy.sheet.text.bottom
    gap = copy.sheet.px(_GAP) if copy.foot.height and lines else 0.0
    if leading_offer(copy.plan):
        return bottom - lines - gap - copy.foot.height, bottom - lines
    return bottom - copy.foot.height, bottom - copy.foot.height - gap - lines


def _art(copy: Copy, base: Sheet, panel: Box) -> Box:
    """Right of the copy up to the stub or the edge, or between head and foot."""
    text, gap = copy.sheet.text, base.px(_GAP)
    if copy.sheet.wide:
        left = text.right + gap
        inset = 0.0 if base.bleeds else base.margin
        upright = not is_ticket_shape(panel)
        right = base.canvas.width if upright else panel.x
        bottom = panel.y if upright else base.canvas.height
        return Box(left, inset, right - left - inset, bottom - 2 * inset)
    top = text.y + copy.head.height + gap
    foot = text.bottom - copy.foot.height - (gap if copy.foot.height else 0.0)
    foot -= blanks_height(copy.plan, copy.sheet) + (gap if copy.plan.blanks else 0.0)
    height = foot - top
    return Box(text.x, top, text.width, height if height > 0.14 * base.canvas.height else 0.0)


def _stub(held: Held, base: Sheet, panel: Box) -> Stub:
    """The stub's words as one block in the middle of the panel, smaller until they fit."""
    pad = max(0.1 * min(panel.width, panel.height), 1.4 * _NOTCH * base.short_side)
    side = min(pad, _SIDE * panel.width)
    room = Box(panel.x + side, panel.y + pad, panel.width - 2 * side, panel.height - 2 * pad)
    covered = max(0.0, base.canvas.height - base.text.bottom - base.margin)
    if not is_ticket_shape(panel):
        room = room._replace(height=max(1.0, room.height - covered))
    for scale, floor in (*((scale, 1.0) for scale in _LARGER), *(step[1:] for step in _STEPS)):
        sheet = base.scaled(scale, floor, 1.0)._replace(text=room, wide=False)
        stub = _stacked(held, sheet) if is_ticket_shape(panel) else _rowed(held, sheet)
        if is_ticket_shape(panel) and _is_cut(held, sheet):
            continue
        if stub.height <= room.height and (scale < min(_LARGER) or _is_unbroken(stub)):
            break
    top = room.y + max(0.0, room.height - stub.height) / 2
    return Stub(tuple(p.lowered(top) for p in stub.placements), stub.height)


def _is_cut(held: Held, sheet: Sheet) -> bool:
    """Whether a word is wider than the stub."""
    label, detail, title = (sheet.setting(role) for role in ("label", "detail", "title"))
    words = [(h, label, sheet.size("label")) for h in held.blanks]
    least = sheet.size("detail")
    words += [(f.text, title if _is_big(f) else detail, least) for f in held.facts]
    width, fonts = sheet.text.width, sheet.fonts
    return any(measure(text, kind, size, width, fonts).overflow for text, kind, size in words)


def _is_unbroken(stub: Stub) -> bool:
    """Whether every fact but a large one keeps to one line."""
    facts = (p for p in stub.placements if p.size and not p.element.startswith(BIG))
    return all(p.box.height < 1.8 * p.size for p in facts)


def _stacked(held: Held, sheet: Sheet) -> Stub:
    """One above the other; the price or offer large."""
    placements: list[Placement] = []
    top, room = 0.0, sheet.text
    for number, element in enumerate(held.facts):
        top += sheet.px(34) if number else 0.0
        made, top = _stubbed(element, sheet, Box(room.x, top, room.width, 0))
        placements += made
    for number, heading in enumerate(held.blanks):
        top += sheet.px(34) if number or held.facts else 0.0
        made, top = blanks_stacked(heading, sheet, Box(room.x, top, room.width, 0))
        placements += made
    return Stub(tuple(placements), top)


def _rowed(held: Held, sheet: Sheet) -> Stub:
    """Side by side on the stub of an upright ticket."""
    room, gap = sheet.text, sheet.px(40)
    parts: tuple[Element | str, ...] = (*held.facts, *held.blanks)
    width = (room.width - gap * (len(parts) - 1)) / max(1, len(parts))
    placements: list[Placement] = []
    height = 0.0
    for number, part in enumerate(parts):
        cell = Box(room.x + number * (width + gap), 0, width, 0)
        if isinstance(part, str):
            made, low = blanks_stacked(part, sheet, cell)
        else:
            made, low = _stubbed(part, sheet, cell)
        placements += made
        height = max(height, low)
    return Stub(tuple(placements), height)


def _stubbed(element: Element, sheet: Sheet, cell: Box) -> tuple[list[Placement], float]:
    """A fact under its label; a short price or offer in the title's face, as wide as the stub."""
    placements: list[Placement] = []
    top = cell.y
    if element.label:
        size = sheet.size("label")
        block = measure(element.label, sheet.setting("label"), size, cell.width, sheet.fonts)
        box = block.box(cell.x, top, cell.width)
        placements.append(Placement(f"{STUB}{element.id}-label", box, size))
        top += block.height + 0.62 * sheet.size("detail")
    if _is_big(element):
        limit = Box(
            0, 0, 0.98 * cell.width, min(0.34 * sheet.canvas.height, 0.8 * sheet.text.height)
        )
        most = (
            min(0.3, 0.5 * cell.width / sheet.short_side)
            * sheet.short_side
            * sheet.unit
            / sheet_unit(sheet)
        )
        block = largest(
            element.text, sheet.setting("title"), limit, sheet.fonts, lines=4, most=most,
            least=sheet.size("detail"),
        )  # fmt: skip
        top += 0.1 * block.size  # the dollar sign is taller than capitals
        box = block.box(cell.x, top, cell.width)
        placements.append(Placement(f"{BIG}{element.id}", box, block.size))
        return placements, top + block.height + 0.12 * block.size
    size = sheet.size("detail")
    block = measure(element.text, sheet.setting("detail"), size, cell.width, sheet.fonts)
    placements.append(Placement(f"{STUB}{element.id}", block.box(cell.x, top, cell.width), size))
    return placements, top + block.height


def sheet_unit(sheet: Sheet) -> float:
    """px per u before scaling."""
    return (sheet.canvas.width * sheet.canvas.height) ** 0.5 / 1000


def _perforation(sheet: Sheet, panel: Box) -> list[Placement]:
    """The dashed line and a notch at each of its ends."""
    radius, width = _NOTCH * sheet.short_side, max(2.0, 0.006 * sheet.short_side)
    if is_ticket_shape(panel):
        line = Box(panel.x + 1.2 * width, 0, width, sheet.canvas.height)
        ends = [(panel.x, 0.0), (panel.x, float(sheet.canvas.height))]
    else:
        line = Box(0, panel.y + 1.2 * width, sheet.canvas.width, width)
        ends = [(0.0, panel.y), (float(sheet.canvas.width), panel.y)]
    notches = [
        Placement(f"{NOTCH_MARK}/{n}", Box(x - radius, y - radius, 2 * radius, 2 * radius))
        for n, (x, y) in enumerate(ends)
    ]
    return [Placement(PERFORATION_MARK, line), *notches]
