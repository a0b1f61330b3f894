"""Cards: the front of a business card with its lines of contact, and stamps to collect."""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.blanks import blank_places, blanks_height
from layout.foot import FACTS
from layout.head import Head, head_for
from layout.measure import largest, measure
from layout.placement import ART, Align, Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for

STAMP_MARK, STAMPS = "mark/stamp", "stamps"  # and the group of the numbers in the stamps
_COPY = (0.6, 0.7, 0.9)  # of the width inside the margins, for words
_SCALES = ((1.0, 1.0), (0.9, 1.0), (0.85, 0.9), (0.75, 0.8), (0.6, 0.65), (0.45, 0.5), (0.3, 0.3))
_TITLE = 0.4  # of what the system allows its title
_LINE = 0.86  # em from one contact line to the next, over the height of capitals
_LEAST_ART = 0.2  # of the width
_GAP = 30.0  # u
_BY_ART, _LEAST_STAMPS = 0.66, 0.36  # of the width and of the height of the text, for stamps
_FULL = (0.75, 1.0)  # worth of a grid whose last row is not full, and is
_NO_ART = Placement(ART, Box(0, 0, 0, 0))


class Lines(NamedTuple):
    placements: tuple[Placement, ...]  # y from the first line's cap top
    height: float  # px


def is_contact_card(plan: DesignPlan) -> bool:
    """Whether a card has lines of contact; others are designed as any sheet."""
    return len(plan.of_role(*FACTS)) >= 2 or bool(plan.blanks or stamps_of(plan))


def stamps_of(plan: DesignPlan) -> tuple[Element, ...]:
    return tuple(e for e in plan.rows if e.group.startswith(STAMPS))


def carded(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """Name and role at the top, contact lines at the foot, without headings over them."""
    if stamps_of(plan):
        return _stamped(plan, fonts)
    base = sheet_for(plan, fonts)
    wide = base.canvas.width > base.canvas.height
    shares = _COPY if wide and plan.pictures else (1.0,)
    for share in shares:
        for scale, floor in _SCALES[:2] if share != shares[-1] else _SCALES:
            sheet = _sheet(base, scale, floor, share)._replace(wide=wide)
            head, foot = head_for(plan, sheet, _TITLE), _contacts(plan, sheet)
            free = sheet.text.height - head.height - foot.height - sheet.px(_GAP)
            if free >= 0:
                return _front(plan, sheet, head, foot, wide)
    return _front(plan, sheet, head, foot, wide)


def _sheet(base: Sheet, scale: float, floor: float, share: float) -> Sheet:
    canvas, margin = base.canvas, base.margin
    text = Box(margin, margin, share * (canvas.width - 2 * margin), canvas.height - 2 * margin)
    return base.scaled(scale, floor, 1.0)._replace(text=text, wide=False)


def _contacts(plan: DesignPlan, sheet: Sheet) -> Lines:
    """Every fact on a line of its own; the call to action among them."""
    size, align = sheet.size("detail"), _align(sheet)
    placements: list[Placement] = []
    top = 0.0
    for element in (*plan.of_role(*FACTS), *plan.of_role("cta", "legal")):
        setting = sheet.setting("cta" if element.role == "cta" else "detail")
        block = measure(element.text, setting, size, sheet.text.width, sheet.fonts)
        top += _LINE * size if placements else 0.0
        box = block.box(sheet.text.x, top, sheet.text.width)
        placements.append(Placement(element.id, box, size, align))
        top += block.height
    placements += [p.lowered(top) for p in blank_places(plan, sheet)]
    return Lines(tuple(placements), top + blanks_height(plan, sheet))


def _front(plan: DesignPlan, sheet: Sheet, head: Head, foot: Lines, wide: bool) -> Layout:
    text, canvas, gap = sheet.text, sheet.canvas, sheet.px(_GAP)
    placements = [p.lowered(text.y) for p in head.placements]
    placements += [p.lowered(text.bottom - foot.height) for p in foot.placements]
    if wide:
        left = text.right + gap
        inset = 0.0 if sheet.bleeds else sheet.margin
        art = Box(left, inset, canvas.width - left - inset, canvas.height - 2 * inset)
        art = art if art.width >= _LEAST_ART * canvas.width else art._replace(width=0.0)
    else:
        top = text.y + head.height + gap
        art = Box(text.x, top, text.width, max(0.0, text.bottom - foot.height - gap - top))
    placements += art_placements(art, plan.pictures)
    return Layout(canvas.width, canvas.height, tuple(placements))


def _stamped(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The name above a grid of numbered circles, facts below it, art at the right."""
    base = sheet_for(plan, fonts)
    wide = bool(plan.pictures) and base.canvas.width > base.canvas.height
    for scale, floor in _SCALES:
        sheet = _sheet(base, scale, floor, _BY_ART if wide else 1.0)._replace(wide=wide)
        head, foot = head_for(plan, sheet, 0.35), _contacts(plan, sheet)
        room = _stamp_room(sheet, head, foot)
        if room.height >= _LEAST_STAMPS * sheet.text.height:
            break
    front = _front(plan, sheet, head, foot, wide)
    grid = _grid(stamps_of(plan), room, sheet)
    if wide:
        return front._replace(placements=(*front.placements, *grid))
    words = (p for p in front.placements if p.element != ART)
    return front._replace(placements=(*words, *grid, _NO_ART))


def _stamp_room(sheet: Sheet, head: Head, foot: Lines) -> Box:
    """Between the head and the facts."""
    text, gap = sheet.text, sheet.px(_GAP)
    top = text.y + head.height + (gap if head.height else 0.0)
    bottom = text.bottom - foot.height - (gap if foot.height else 0.0)
    return Box(text.x, top, text.width, bottom - top)


def _grid(stamps: tuple[Element, ...], room: Box, sheet: Sheet) -> list[Placement]:
    """Circles as large as their rows and columns let them be."""
    count = len(stamps)
    columns = max(range(1, count + 1), key=lambda n: _side(room, count, n) * _FULL[count % n == 0])
    side = _side(room, len(stamps), columns)
    rows = -(-len(stamps) // columns)
    pitch = min((room.width - side) / max(1, columns - 1), 1.5 * side) if columns > 1 else side
    left = room.x
    if sheet.centered:
        left += (room.width - (pitch * (columns - 1) + side)) / 2
    down = room.y + (room.height - rows * 1.14 * side + 0.14 * side) / 2
    placements = []
    for number, element in enumerate(stamps):
        x, y = left + pitch * (number % columns), down + 1.14 * side * (number // columns)
        circle = Box(x, y, side, side)
        placements.append(Placement(f"{STAMP_MARK}/{number}", circle))
        placements.append(_in_circle(element, circle, sheet))
    return placements


def _side(room: Box, count: int, columns: int) -> float:
    """The largest circle when `count` stand in `columns` columns."""
    rows = -(-count // columns)
    return min(room.width / (columns * 1.14), room.height / (rows * 1.14))


def _in_circle(element: Element, circle: Box, sheet: Sheet) -> Placement:
    inner = circle.pad(-0.24 * circle.width)
    limit = Box(0, 0, inner.width, 0.4 * circle.height)
    block = largest(
        element.text, sheet.setting("title"), limit, sheet.fonts, lines=1,
        most=0.36 * circle.height, least=0.12 * circle.height,
    )  # fmt: skip
    top = circle.center.y - block.height / 2
    return Placement(element.id, block.box(inner.x, top, inner.width), block.size, "center")


def _align(sheet: Sheet) -> Align:
    return "center" if sheet.centered else "start"
