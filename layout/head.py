"""The top of the sheet: kicker, brand or logo, title, subtitle and running copy, stacked."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from design_io.document import Role
from design_io.geometry import Box
from layout.foot import FACTS
from layout.lead import title_limit
from layout.logo import logo_extent
from layout.measure import Block, ink_inset, largest, measure
from layout.offer import leading_offer
from layout.placement import Align, Placement
from layout.plan import STRESSED, DesignPlan, Element
from layout.sheet import BROAD, Sheet
from layout.systems import TypeRole

_RUNNING: tuple[Role, ...] = ("subtitle", "quote", "body", "item")
_LOW = ("hung", "full")  # compositions whose head may stand amid the sheet
_FEW_FACTS = 2  # that leave a low sheet room for a larger title
_ALONE = 1.3  # times the height and size of a title without facts, where no art is drawn
_BARE = 1.25  # times the same of a title that is all there is to read beside art
_SYMBOL = 1.6  # proportion under which a logo is a symbol, and the name stands beside it
_ITEM_GAP, _TEXT_GAP = 13.0, 20.0  # u, after an item of a list, after other running copy
_LEAST_GAP = 0.6  # of the font size, however small gaps have become
_BAR_GAP = 40.0  # u, top bar to title
_BELOW_TITLE = (0.46, 0.36)  # of the size of a title, to the lines below it; on dense sheets
_DESCENDS, _DESCENDER = re.compile("[gjpqyQ,]"), 0.24
_ACCENT = 0.26  # of the size, what accents on capitals need above them
HAND = "Caveat"  # the family of signatures
_NAME = 1.1  # times the size of body copy, the name of the house
_PROMINENT = 1.6  # times its size, a name that is to be prominent
_STRESSED = 0.7  # of the largest title, copy that is to be prominent
_HAND_SIZE, _BEFORE_NAME = 1.75, 1.7  # times the size of body copy, and the gap above it
_MESSAGE = 1.45  # times the size of a subtitle, the message of a card
_FEW_LINES, _SHORT = 4, 70  # lines, and characters of each, that are set larger
_AKIN = 30  # characters of a line that is set as large as the subtitle above it
_TOLD = ("picture", "offer", "words")  # forms whose lines tell something at a glance
_LINE = 34.0  # u, the size that such lines are brought to
_MOST_GROWN, _MOST_BESIDE_FACTS = 1.4, 1.2  # times their own size
_ASCENDER = 0.14  # of the font size, by which an h may rise above capitals, and some air


class Head(NamedTuple):
    placements: tuple[Placement, ...]  # y from the head's top
    height: float  # px


def head_for(plan: DesignPlan, sheet: Sheet, title_share: float) -> Head:
    """Stack the head; the title may take `title_share` of what its system allows."""
    bar, top = _bar(plan, sheet)
    placements = list(bar)
    title = plan.of_role("title")[:1]
    if title:
        block = _title_block(plan, title[0], sheet, title_share * _growth(plan, sheet))
        above = (_ACCENT if _has_accents(title[0].text) else _ASCENDER) * block.size
        top += max(_bar_gap(plan, bar, sheet), above) if bar else 0.0
        placements.append(_title_placement(title[0], block, sheet, top))
        top += block.height
        gap = max(_BELOW_TITLE[_is_dense(plan, sheet)] * block.size, sheet.px(28))
        gap *= 1.4 if plan.form == "greeting" else 1.0
    else:
        gap = sheet.px(26) if bar else 0.0
    for element in plan.of_role(*_RUNNING):
        signs = plan.form == "greeting" and element.role == "body"
        gap *= _BEFORE_NAME if signs else 1.0
        placement, height = (
            _signed(element, sheet, top + gap)
            if signs
            else _running(element, _written(plan, sheet), top + gap, _read(plan, element, sheet))
        )
        placements.append(placement)
        top += gap + height
        least = _ITEM_GAP if element.role == "item" else _TEXT_GAP
        gap = max(sheet.px(least), _LEAST_GAP * placement.size)
    if title and sheet.wide and sheet.centered and not plan.of_role(*_RUNNING):
        top += 0.2 * block.size  # the foot follows: descenders keep off its labels
    elif title and not plan.of_role(*_RUNNING) and _DESCENDS.search(title[0].text):
        top += _DESCENDER * block.size  # which reach below the last line of a title alone
    return Head(tuple(placements), top)


def _is_dense(plan: DesignPlan, sheet: Sheet) -> bool:
    """Whether rows, a card's lines or a picture need the height more than the title does."""
    return bool(plan.rows) or plan.form in ("card", "ticket") or _on_picture(sheet)


def _growth(plan: DesignPlan, sheet: Sheet) -> float:
    """How much more room a title gets that has the whole sheet to itself."""
    if plan.rows or sheet.wide or plan.of_role(*FACTS, "body"):
        return 1.0
    if not sheet.system.zones.art:
        return _ALONE
    more = plan.of_role(*_RUNNING, "offer", "cta") or plan.form not in _TOLD
    return 1.0 if more else _BARE


def _bar_gap(plan: DesignPlan, bar: list[Placement], sheet: Sheet) -> float:
    """From the top bar to the title: larger under a logo, which may stand on a plate."""
    logos = {element.id for element in plan.of_role("logo")}
    logo = max((p.box.height for p in bar if p.element in logos), default=0.0)
    return sheet.px(_BAR_GAP) + 0.3 * logo if bar else 0.0


def _has_accents(text: str) -> bool:
    return any(unicodedata.combining(sign) for sign in unicodedata.normalize("NFD", text))


def _title_cap(plan: DesignPlan, sheet: Sheet) -> float:
    usual = not sheet.tall and not _is_low(plan, sheet)
    cap = sheet.system.zones.title_cap * sheet.short_side if usual else sheet.title_cap
    return max(cap, sheet.smallest.title)


def _is_low(plan: DesignPlan, sheet: Sheet) -> bool:
    """Whether the sheet is so much wider than high that its height would keep titles small."""
    broad = sheet.canvas.width > BROAD * sheet.canvas.height
    dense = plan.form not in ("picture", "offer", "words") or len(plan.of_role(*FACTS)) > _FEW_FACTS
    return sheet.wide or (broad and not dense)


def _title_block(plan: DesignPlan, title: Element, sheet: Sheet, share: float) -> Block:
    zones = sheet.system.zones
    head = zones.head * (1.5 if _is_low(plan, sheet) else 1.0) * sheet.canvas.height
    limited = title_limit(plan, leading_offer(plan), sheet)
    cap = max(sheet.smallest.title, min(_title_cap(plan, sheet) * max(1.0, share), limited))
    limit = Box(0, 0, sheet.text.width, max(head * share, sheet.smallest.title))
    least = min(cap, max(sheet.smallest.title, 1.3 * sheet.size("subtitle")))
    lines = zones.title_lines + (1 if sheet.wide else 0)
    return largest(
        title.text, sheet.setting("title"), limit, sheet.fonts,
        lines=lines, most=cap, least=least,
    )  # fmt: skip


def _title_placement(title: Element, block: Block, sheet: Sheet, top: float) -> Placement:
    x, width, setting = sheet.text.x, sheet.text.width, sheet.setting("title")
    if not sheet.centered:
        inset = ink_inset(title.text, setting, block.size, width, sheet.fonts)
        x -= inset if abs(inset) < 0.2 * block.size else 0.0
    return Placement(title.id, block.box(x, top, width), block.size, _align(sheet))


def _running(
    element: Element, sheet: Sheet, top: float, grown: float
) -> tuple[Placement, float]:  # fmt: skip
    if element.importance == STRESSED:
        return _stressed(element, sheet, top)
    role = _type_of(element)
    share = 0.96 if sheet.wide else 0.86 if sheet.centered or role != "subtitle" else 0.72
    share = max(share, 1.0 if grown > 1.0 and not sheet.centered else 0.86 if grown > 1.0 else 0.0)
    width = sheet.text.width * (1.0 if element.role == "item" else share)
    setting, size = sheet.setting(role), sheet.size(role) * grown
    block = measure(element.text, setting, size, width, sheet.fonts)
    x = sheet.text.x + ((sheet.text.width - width) / 2 if sheet.centered else 0.0)
    return Placement(element.id, block.box(x, top, width), size, _align(sheet)), block.height


def _stressed(element: Element, sheet: Sheet, top: float) -> tuple[Placement, float]:
    """Copy that is to be prominent: in the title's face, as large as one line lets it be."""
    limit = Box(0, 0, sheet.text.width, sheet.canvas.height)
    block = largest(
        element.text, sheet.setting("title"), limit, sheet.fonts, lines=1,
        most=_STRESSED * sheet.title_cap, least=sheet.size("subtitle"),
    )  # fmt: skip
    box = block.box(sheet.text.x, top, sheet.text.width)
    return Placement(element.id, box, block.size, _align(sheet)), block.height


def _written(plan: DesignPlan, sheet: Sheet) -> Sheet:
    """Cards are read close up and for their message, which is larger than what ads add below."""
    return sheet._replace(small=_MESSAGE * sheet.small) if plan.form == "greeting" else sheet


def _read(plan: DesignPlan, element: Element, sheet: Sheet) -> float:
    """How much larger the few lines below a title are set than what is read in passages."""
    lines = plan.of_role(*_RUNNING)
    short = len(lines) <= _FEW_LINES and all(len(line.text) <= _SHORT for line in lines)
    if not short or plan.rows or plan.form not in _TOLD or _on_picture(sheet):
        return 1.0
    most = _MOST_BESIDE_FACTS if plan.of_role(*FACTS) else _MOST_GROWN
    role, led = _type_of(element), any(_type_of(line) == "subtitle" for line in lines)
    alike: TypeRole = "subtitle" if led and len(element.text) <= _AKIN else role
    grown = max(1.0, min(most, _LINE / sheet.setting(alike).size))
    return grown * sheet.size(alike) / sheet.size(role)


def _type_of(element: Element) -> TypeRole:
    return "subtitle" if element.role in ("subtitle", "quote") else "body"


def _on_picture(sheet: Sheet) -> bool:
    return sheet.system.zones.composition == "full"


def _signed(element: Element, sheet: Sheet, top: float) -> tuple[Placement, float]:
    """Who signs a card, as if by hand."""
    size = _HAND_SIZE * sheet.size("body")
    setting = sheet.setting("body").evolve(font=HAND)
    block = measure(element.text, setting, size, sheet.text.width, sheet.fonts)
    box = block.box(sheet.text.x, top, sheet.text.width)
    return Placement(element.id, box, size, _align(sheet), HAND), block.height


def _bar(plan: DesignPlan, sheet: Sheet) -> tuple[list[Placement], float]:
    """Kicker left and brand right of it; one above the other in centred systems.

    A name alone stands over the title, where no one looks for it at the other edge.
    """
    kickers, marks = plan.of_role("kicker")[:1], _marks(plan)
    if sheet.centered or (sheet.wide and kickers and marks):
        return _stacked_bar(plan, kickers, marks, sheet)
    placements: list[Placement] = []
    height, text = 0.0, sheet.text
    both = bool(kickers and marks)
    for element in kickers:
        block = _small(element, "kicker", sheet, text.width * (0.6 if both else 1.0))
        box = block.box(text.x, 0, text.width * (0.6 if both else 1.0))
        placements.append(Placement(element.id, box, block.size, "start"))
        height = max(height, block.height)
    for element in marks:
        low = element.role == "logo" and sheet.system.zones.composition in _LOW
        right = both or (element.role == "logo" and not (sheet.wide or low))
        placed, mark = _mark(plan, element, sheet, text.width * (0.36 if both else 1.0), right)
        if element.role == "logo" and mark > height:
            placements = [p.lowered((mark - height) / 2) for p in placements]
        placements += placed
        height = max(height, mark)
    return placements, height


def _stacked_bar(
    plan: DesignPlan, kickers: tuple[Element, ...], marks: tuple[Element, ...], sheet: Sheet
) -> tuple[list[Placement], float]:
    placements: list[Placement] = []
    top = 0.0
    for element in marks:
        placed, height = _mark(plan, element, sheet, sheet.text.width, False)
        placements += placed
        top += height
    for element in kickers:
        top += sheet.px(24) if placements else 0.0
        block = _small(element, "kicker", sheet, sheet.text.width)
        box = block.box(sheet.text.x, top, sheet.text.width)
        placements.append(Placement(element.id, box, block.size, _align(sheet)))
        top += block.height
    return placements, top


def _marks(plan: DesignPlan) -> tuple[Element, ...]:
    """The logo when there is one, else the brand's name."""
    logos = tuple(e for e in plan.of_role("logo") if e.asset)
    return logos[:1] or plan.of_role("brand")[:1]


def _mark(
    plan: DesignPlan, element: Element, sheet: Sheet, width: float, right: bool
) -> tuple[list[Placement], float]:
    if element.role == "logo":
        return _logo(plan, element, sheet, right)
    block = _small(element, "brand", sheet, width)
    align: Align = "end" if right else _align(sheet)
    box = block.box(sheet.text.right - width if right else sheet.text.x, 0, width)
    return [Placement(element.id, box, block.size, align)], block.height


def _logo(
    plan: DesignPlan, element: Element, sheet: Sheet, right: bool
) -> tuple[list[Placement], float]:
    """The logo in its proportions; beside a symbol the brand's name, when nothing else is there."""
    text = sheet.text
    w, h = (sheet.px(u) for u in logo_extent(element.aspect))
    align: Align = "end" if right else _align(sheet)
    left = {"start": text.x, "center": text.center.x - w / 2, "end": text.right - w}[align]
    placed = [Placement(element.id, Box(left, 0, w, h), 0.0, align)]
    names = plan.of_role("brand")[:1]
    if not names or element.aspect > _SYMBOL or plan.of_role("kicker") or align == "center":
        return placed, h
    gap = max(0.4 * h, sheet.px(20))
    block = _small(names[0], "brand", sheet, text.width - w - gap)
    x = text.x if right else left + w + gap
    box = block.box(x, (h - block.height) / 2, text.width - w - gap)
    return [*placed, Placement(names[0].id, box, block.size, align)], h


def _small(element: Element, role: TypeRole, sheet: Sheet, width: float) -> Block:
    size = sheet.size(role)
    if role == "brand":
        size = _NAME * max(size, sheet.size("body"))
    if element.importance == STRESSED:
        limit, most = Box(0, 0, width, sheet.canvas.height), _PROMINENT * size
        title = sheet.setting("title")
        return largest(element.text, title, limit, sheet.fonts, lines=1, most=most, least=size)
    return measure(element.text, sheet.setting(role), size, width, sheet.fonts)


def _align(sheet: Sheet) -> Align:
    return "center" if sheet.centered else "start"
