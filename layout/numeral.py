"""Offers as giant figures: the number fills the sheet, its words stand small around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.filled import fill, filled, line_id, stacked_lines
from layout.foot import RULE, Foot, foot_for
from layout.head import Head, head_for
from layout.measure import measure
from layout.placement import ART, Layout, Placement
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.systems import Setting, VisualSystem

_GAP = 34.0  # u, between zones
# title's share, scale of gaps and sizes, share of the smallest legible sizes, width of the column
_STEPS = (
    (0.8, 1.0, 1.0, 1.0), (0.65, 1.0, 1.0, 1.0), (0.55, 0.9, 1.0, 1.05), (0.45, 0.8, 1.0, 1.1),
    (0.4, 0.65, 1.0, 1.2), (0.3, 0.5, 0.9, 1.3), (0.3, 0.4, 0.6, 1.3), (0.3, 0.3, 0.4, 1.3),
)  # fmt: skip
_LONGEST = 14  # characters of a figure
_LEAST = 0.4  # of the height, for the figure
_FIGURE = re.compile(
    r"(?:[$€£¥₹]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:%|[€£₽]))?(?:\s(?:off|discount|for\s\d+))?",
    re.IGNORECASE,
)


class Offer(NamedTuple):
    """An offer in three stretches of whole words; the middle one is set giant."""

    before: str
    figure: str
    after: str


def offer_in(text: str) -> Offer | None:
    """The offer's parts, when its first number is short and stands in it as words of its own."""
    match = next((m for m in _FIGURE.finditer(text) if re.search(r"[%$€£¥₹₽]|for", m[0])), None)
    if match is None or len(match[0]) > _LONGEST:
        return None
    before, figure, after = text[: match.start()], match[0], text[match.end() :]
    if re.fullmatch(r"[.!]", after):
        figure, after = figure + after, ""
    whole = (not before or before[-1].isspace()) and (not after or after[0].isspace())
    return Offer(before.strip(), figure, after.strip()) if whole else None


def figure_setting(system: VisualSystem) -> Setting:
    """Figures and the words set with them are the system's title in capitals."""
    return system.type["title"].evolve(case="upper")


def numeral(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """Head above, foot below, the figure filling what is between, or the side in landscape."""
    offers = (*plan.of_role("offer"), *plan.of_role("price"))
    offer = next((e for e in offers if offer_in(e.text)), None)
    if offer is None:
        return filled(plan, fonts)
    rest = plan.model_copy(
        update={"elements": tuple(e for e in plan.elements if e is not offer)}
    )  # fmt: skip
    base = sheet_for(plan, fonts)
    for share, scale, floor, widen in _STEPS:
        sheet = base.scaled(scale, floor, widen)
        head, foot = head_for(rest, sheet, share), foot_for(rest, sheet)
        field = _field(sheet, head, foot)
        spare = sheet.text.height - head.height - foot.height - sheet.px(_GAP)
        if field.height >= _LEAST * sheet.canvas.height and spare >= 0:
            break
    head_top, foot_top = sheet.text.y, sheet.text.bottom - foot.height
    if sheet.wide and not any(p.element == RULE for p in foot.placements):
        head_top += max(0.0, spare) / 2
        foot_top = head_top + head.height + sheet.px(_GAP)
    placements = [p.lowered(head_top) for p in head.placements]
    placements += [p.lowered(foot_top) for p in foot.placements]
    placements += _figure(offer, sheet, field)
    placements.append(Placement(ART, field))
    placements += [Placement(e.id, field) for e in plan.of_role("hero", "picture")]
    return Layout(sheet.canvas.width, sheet.canvas.height, tuple(placements))


def _field(sheet: Sheet, head: Head, foot: Foot) -> Box:
    canvas, gap = sheet.canvas, sheet.px(_GAP)
    if sheet.wide:
        left = sheet.text.right + 1.5 * gap
        width = canvas.width - left - sheet.margin
        return Box(left, sheet.text.y, max(1.0, width), sheet.text.height)
    top = sheet.text.y + (head.height + gap if head.height else 0.0)
    bottom = sheet.text.bottom - (foot.height + gap if foot.height else 0.0)
    return Box(sheet.text.x, top, sheet.text.width, max(1.0, bottom - top))


def _figure(element: Element, sheet: Sheet, field: Box) -> list[Placement]:
    """The three stretches, one above the other, at mid-height of the field in landscape."""
    offer = offer_in(element.text)
    assert offer is not None
    gap = 0.6 * sheet.px(_GAP)
    above = _small(offer.before, sheet, field) if offer.before else None
    below = _small(offer.after, sheet, field) if offer.after else None
    taken = sum(part.box.height + gap for part in (above, below) if part)
    room = field._replace(height=max(1.0, field.height - taken))
    title = fill(offer.figure, figure_setting(sheet.system), sheet, room)
    top = field.y + (field.height - taken - title.height) / 2 if sheet.wide else field.y
    made: list[Placement] = []
    if above:
        made.append(above.lowered(top))
        top += above.box.height + gap
    figures = stacked_lines(title, sheet, room._replace(y=top))
    made += figures.placements
    if below:
        made.append(below.lowered(figures.bottom + gap))
    return [
        p._replace(element=line_id(element.id, number)) for number, p in enumerate(made, 1)
    ]  # fmt: skip


def _small(words: str, sheet: Sheet, field: Box) -> Placement:
    size = 1.25 * sheet.size("subtitle")
    block = measure(words, sheet.setting("subtitle"), size, field.width, sheet.fonts)
    box = Box(field.x, 0, field.width, block.box_height)
    return Placement("", box, size, words=len(words.split()))
