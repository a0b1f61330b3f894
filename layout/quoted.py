"""A quotation as the whole design: a large mark, the words as large as they go, who said them."""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import Role
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import Foot, foot_for
from layout.head import Head, head_for
from layout.measure import largest, measure
from layout.placement import Align, Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.rows import EDGE_MARK
from layout.sheet import Sheet, sheet_for
from layout.systems import Setting

QUOTE_MARK, MARK, STAR = "mark/quote", "“", "★"
_SAID_BY: tuple[Role, ...] = ("subtitle", "item")  # who said it, and what they are
_MARK, _STARS = 2.1, 0.8  # of the size of the words
_GAP = 40.0  # u
_EDGE = 0.016  # of the height
_LINES = 12
_LEAST_ART = 0.2  # of the height
# share of the height that words may take, share left to art, scale, floor
_STEPS = (
    (0.40, 0.28, 1.0, 1.0), (0.46, 0.2, 1.0, 1.0), (0.38, 0.2, 1.0, 1.0), (0.3, 0.2, 1.0, 1.0),
    (0.25, 0.2, 1.0, 1.0), (0.62, 0.0, 1.0, 1.0), (0.5, 0.0, 1.0, 1.0), (0.36, 0.0, 1.0, 1.0),
    (0.28, 0.0, 1.0, 1.0), (0.28, 0.0, 0.8, 1.0), (0.22, 0.0, 0.8, 1.0), (0.28, 0.0, 0.6, 0.8),
    (0.42, 0.0, 0.45, 0.6), (0.5, 0.0, 0.3, 0.35), (0.5, 0.0, 0.15, 0.2),
)  # fmt: skip
_SMALL = 0.052  # of the short side: words smaller than this give up the art


class Words(NamedTuple):
    """The parts of the block, y from its top."""

    sheet: Sheet
    bar: Head  # kicker and brand
    quote: tuple[Placement, ...]  # mark, words and author
    height: float  # px of the quote
    foot: Foot
    size: float  # px of the words


def quoted(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a quotation, the art below its words or at their side."""
    base = sheet_for(plan, fonts)
    hero = bool(plan.pictures)
    for share, art, scale, floor in _STEPS:
        words = _measured(plan, base, share, scale, floor)
        used = sum((words.bar.height, words.height, words.foot.height))
        gaps = base.px(_GAP) * (1 + bool(words.bar.height) + bool(words.foot.height))
        kept = 0.0 if base.wide else art * base.canvas.height
        small = art > 0 and not base.wide and words.size < _SMALL * base.short_side
        room = base.text.height + (_below(words) if art else 0.0)
        if used + gaps + kept <= room and not small and (hero or not art):
            break
    return _placed(plan, words, art > 0)


def _below(words: Words) -> float:
    """What lies under the copy's zone, as in a story, where only art may stand."""
    sheet = words.sheet
    edge = sheet.canvas.height - sheet.margin
    return 0.0 if words.foot.height else max(0.0, edge - sheet.text.bottom)


def _measured(plan: DesignPlan, base: Sheet, share: float, scale: float, floor: float) -> Words:
    sheet = base.scaled(scale, floor, 1.25)
    stars = next((e for e in plan.of_role("kicker") if set(e.text) == {STAR}), None)
    apart = (*plan.of_role("title", *_SAID_BY), stars)
    rest = plan.evolve(elements=tuple(e for e in plan.elements if e not in apart))
    bar, foot = head_for(rest, sheet, 0.0), foot_for(plan, sheet)
    title = plan.of_role("title")[0]
    setting = sheet.setting("title").evolve(leading=max(1.08, sheet.setting("title").leading))
    cap = sheet.system.zones.title_cap * sheet.short_side
    limit = Box(0, 0, sheet.text.width, share * sheet.canvas.height)
    block = largest(
        title.text, sheet.setting("title"), limit, sheet.fonts, lines=_LINES, most=cap,
        least=sheet.size("subtitle") * 1.1,
    )  # fmt: skip
    align: Align = "center" if sheet.centered else "start"
    mark, top = _mark(sheet, setting, block.size, stars)
    placements = [
        mark,
        Placement(title.id, block.box(sheet.text.x, top, sheet.text.width), block.size, align),
    ]
    top += block.height
    for number, element in enumerate(plan.of_role(*_SAID_BY)):
        size = sheet.size("subtitle") if number else max(sheet.size("subtitle"), 0.34 * block.size)
        author = measure(
            element.text, sheet.setting("subtitle"), size, sheet.text.width, sheet.fonts
        )
        top += sheet.px(18) if number else max(0.6 * block.size, sheet.px(30))
        box = author.box(sheet.text.x, top, sheet.text.width)
        placements.append(Placement(element.id, box, size, align))
        top += author.height
    return Words(sheet, bar, tuple(placements), top, foot, block.size)


def _mark(
    sheet: Sheet, setting: Setting, size: float, stars: Element | None
) -> tuple[Placement, float]:
    """What stands over the words, and where they begin: a quotation mark, or a review's stars."""
    align: Align = "center" if sheet.centered else "start"
    text, name, em, share = MARK, QUOTE_MARK, _MARK * size, 0.47
    if stars is not None:
        text, name, em, share = stars.text, stars.id, _STARS * size, 1.5
        setting = sheet.setting("kicker")
    made = measure(text, setting, em, sheet.text.width, sheet.fonts)
    return Placement(name, made.box(sheet.text.x, 0, sheet.text.width), em, align), share * em


def _placed(plan: DesignPlan, words: Words, pictured: bool) -> Layout:
    sheet, canvas, gap = words.sheet, words.sheet.canvas, words.sheet.px(_GAP)
    text = sheet.text
    top = text.y + (words.bar.height + gap if words.bar.height else 0.0)
    foot = text.bottom - words.foot.height
    end = foot - (gap if words.foot.height else 0.0)
    free = max(0.0, end - top - words.height)
    below = top + words.height + gap
    art = Box(text.x, below, text.width, max(0.0, end + _below(words) - below))
    if sheet.wide:
        left = text.right + gap
        inset = 0.0 if sheet.bleeds else sheet.margin
        art = Box(left, inset, canvas.width - left - inset, canvas.height - 2 * inset)
        top += free / 2
    elif not pictured or art.height < _LEAST_ART * canvas.height:
        art = art._replace(height=0.0)
        top += free * 0.46
    placements = [p.lowered(text.y) for p in words.bar.placements]
    placements += [p.lowered(top) for p in words.quote]
    placements += [p.lowered(foot) for p in words.foot.placements]
    if art.empty and not sheet.system.zones.scenic:
        placements.append(Placement(EDGE_MARK, Box(0, 0, canvas.width, _EDGE * canvas.height)))
    placements += art_placements(art, plan.pictures)
    return Layout(canvas.width, canvas.height, tuple(placements))
