"""A logo: a mark, the name set as well as it can be under or beside it, small lines, and air."""

from __future__ import annotations

import re
from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import FACTS
from layout.measure import Block, largest, measure
from layout.placement import Align, Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.systems import Setting, TypeRole

INITIALS_MARK = "mark/initials"
_MARK = 0.4  # of the short side, the mark's box
_BESIDE = 0.3  # of the short side, a mark beside its name
_WIDTH, _BROAD, _HEIGHT = 0.76, 0.84, 0.8  # of the canvas, for all there is
_CAP = 0.135  # of the short side, largest size of a name
_FLAT = 1.5  # width over height, from which the mark stands beside the name
_TALLEST = 0.46  # of the height, a mark beside its name
_LEAST = 0.24  # of the short side, the same beside a low name
_GROWN = (2.6, 2.2, 1.9, 1.7, 1.5, 1.3, 1.15)  # scales of name and mark, while lines stay the same
_NAME = 0.25  # of the height, for the name
_LINES = 3
_GAP, _SMALL_GAP = 0.07, 0.058  # of the short side: mark to name, name to small lines
_SMALL = 0.034  # of the short side, size of the lines under the name
_PITCH = 1.0  # of their size, between them
_INITIAL = 0.44  # of the mark's side, the height of its letters
_SHARE = 0.56  # of the mark's side, their width
_SCALES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.25)
_UNSAID = frozenset(
    ("the", "a", "an", "of", "and", "for", "at", "by", "in", "de", "la", "le", "llp", "llc", "ltd",
     "inc", "co", "plc", "gmbh")
)  # fmt: skip
_SMALL_ROLES: dict[str, TypeRole] = {
    "subtitle": "subtitle", "quote": "subtitle", "body": "body", "item": "body",
    "kicker": "kicker", "brand": "brand", "cta": "cta", "legal": "label",
}  # fmt: skip


class Words(NamedTuple):
    """The name and the lines under it, y from the name's cap top."""

    placements: tuple[Placement, ...]
    width: float  # px of the widest line
    height: float


def emblem(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a logo; on flat sheets the mark stands beside the name."""
    sheet = sheet_for(plan, fonts)
    flat = sheet.canvas.width > _FLAT * sheet.canvas.height
    if flat and (grown := _grown(plan, sheet)):
        return grown
    for scale in _SCALES:
        layout, room = (_beside if flat else _stacked)(plan, sheet, scale)
        if room >= 0:
            break
    return layout


def _grown(plan: DesignPlan, sheet: Sheet) -> Layout | None:
    """Mark and name as large as the sheet's width lets them be, without a further line."""
    plain = _words(plan, sheet, _beside_room(plan, sheet, 1.0), 1.0, "start").height
    for scale in _GROWN:
        words = _words(plan, sheet, _beside_room(plan, sheet, scale), scale, "start")
        layout, room = _beside(plan, sheet, scale)
        if room >= 0 and words.height <= 1.02 * scale * plain:
            return layout
    return None


def initials_of(name: str) -> str:
    """The first letters of the two words that tell most: "AM" of "Anna Meyer Photography"."""
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in _UNSAID]
    words = words or re.findall(r"\w+", name)
    return "".join(word[0] for word in words[:2]).upper()


def _stacked(plan: DesignPlan, sheet: Sheet, scale: float) -> tuple[Layout, float]:
    canvas, short = sheet.canvas, sheet.short_side
    width = _WIDTH * canvas.width
    left = (canvas.width - width) / 2
    words = _words(plan, sheet, Box(left, 0, width, _NAME * canvas.height), scale, "center")
    side = _MARK * short * max(0.6, scale) * bool(plan.pictures)
    gap = _GAP * short * bool(side)
    total = side + gap + words.height
    top = (canvas.height - total) / 2
    art = Box(canvas.width / 2 - side / 2, top, side, side)
    room = _HEIGHT * canvas.height - total
    return _layout(plan, sheet, art, words, top + side + gap), room


def _beside(plan: DesignPlan, sheet: Sheet, scale: float) -> tuple[Layout, float]:
    canvas, short = sheet.canvas, sheet.short_side
    side, gap = _mark_beside(plan, sheet, scale)
    words = _words(plan, sheet, _beside_room(plan, sheet, scale), scale, "start")
    least = _LEAST * short * max(1.0, scale)
    side = min(side, max(least, 1.15 * words.height)) * bool(side)
    left = (canvas.width - side - gap - words.width) / 2
    art = Box(left, (canvas.height - side) / 2, side, side)
    top = (canvas.height - words.height) / 2
    moved = words._replace(
        placements=tuple(
            p._replace(box=p.box.shift(left + side + gap, 0)._replace(width=1.02 * words.width))
            for p in words.placements
        )
    )
    return _layout(plan, sheet, art, moved, top), _HEIGHT * canvas.height - words.height


def _mark_beside(plan: DesignPlan, sheet: Sheet, scale: float) -> tuple[float, float]:
    """Side of the mark, and its gap to the name."""
    if not plan.pictures:
        return 0.0, 0.0
    short, grown = sheet.short_side, max(1.0, scale)
    side = min(_BESIDE * short * grown, _TALLEST * sheet.canvas.height)
    return side, 0.6 * _GAP * short * grown


def _beside_room(plan: DesignPlan, sheet: Sheet, scale: float) -> Box:
    """What the mark leaves to the name beside it."""
    width = _BROAD * sheet.canvas.width - sum(_mark_beside(plan, sheet, scale))
    return Box(0, 0, width, _HEIGHT * sheet.canvas.height)


def _words(plan: DesignPlan, sheet: Sheet, limit: Box, scale: float, align: Align) -> Words:
    """The name and under it every other line, small; `limit` is for the name alone."""
    placements: list[Placement] = []
    top = width = 0.0
    for title in plan.of_role("title")[:1]:
        block, font = _name(plan, title, sheet, limit, scale)
        box = block.box(limit.x, 0, limit.width)
        placements.append(Placement(title.id, box, block.size, align, font))
        top, width = block.height, block.width
    gap = _SMALL_GAP * sheet.short_side * scale * bool(placements)
    for element in _small_lines(plan):
        setting, size = _small(element, sheet, scale)
        block = measure(element.text, setting, size, limit.width, sheet.fonts)
        top += gap
        placements.append(Placement(element.id, block.box(limit.x, top, limit.width), size, align))
        top += block.height
        width, gap = max(width, block.width), _PITCH * size
    return Words(tuple(placements), width, top)


def _name(
    plan: DesignPlan, title: Element, sheet: Sheet, limit: Box, scale: float
) -> tuple[Block, str]:
    """The name as large as its lines let it be, and its family where the plan's chance chose it."""
    setting, font = _face(plan, sheet)
    cap = _CAP * sheet.short_side * scale
    block = largest(
        title.text, setting, limit, sheet.fonts, lines=_LINES, most=cap, least=0.3 * cap
    )
    return block, font


def _face(plan: DesignPlan, sheet: Sheet) -> tuple[Setting, str]:
    """How name and initials are set: in one of the system's families, by the plan's chance."""
    families, setting = sheet.system.zones.title_fonts, sheet.setting("title")
    font = families[plan.seed % len(families)] if families else ""
    return (setting.evolve(font=font) if font else setting), font


def _small_lines(plan: DesignPlan) -> list[Element]:
    apart = [e for e in plan.elements if e.text and not e.group and e.role != "title"]
    order = (*_SMALL_ROLES, *FACTS)
    return sorted((e for e in apart if e.role in order), key=lambda e: order.index(e.role))


def _small(element: Element, sheet: Sheet, scale: float) -> tuple[Setting, float]:
    """How a line under the name is set, and its size in px."""
    role = _SMALL_ROLES.get(element.role, "detail")
    setting = sheet.setting(role)
    caps = 0.86 if setting.case == "upper" else 1.0
    return setting, max(_SMALL * sheet.short_side * scale * caps, 0.5 * sheet.smallest.label)


def _layout(plan: DesignPlan, sheet: Sheet, art: Box, words: Words, top: float) -> Layout:
    canvas = sheet.canvas
    placements = [p.lowered(top) for p in words.placements]
    if sheet.system.zones.initials and not art.empty:
        placements += _initials(plan, sheet, art)
    placements += art_placements(art, plan.pictures)
    return Layout(canvas.width, canvas.height, tuple(placements))


def _initials(plan: DesignPlan, sheet: Sheet, art: Box) -> list[Placement]:
    """One or two letters in the middle of the mark."""
    letters = initials_of(plan.title)
    if not letters:
        return []
    limit = Box(0, 0, _SHARE * art.width, _INITIAL * art.height)
    setting, font = _face(plan, sheet)
    block = largest(
        letters, setting, limit, sheet.fonts, lines=1, most=art.height, least=0.1 * art.height
    )
    box = block.box(art.x, art.center.y - block.height / 2, art.width)
    return [Placement(INITIALS_MARK, box, block.size, "center", font)]
