"""Offers as giant figures: the number fills the sheet, its words stand small around it.

A subject stands large at the figure's foot, beside what follows it, or right of it in landscape.
"""

from __future__ import annotations

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.filled import fill, filled, stacked_lines
from layout.foot import RULE, Foot, large_foot
from layout.head import Head, head_for
from layout.measure import measure
from layout.offer import figure_setting, offer_in
from layout.placement import Layout, Placement, art_placements, line_id
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for

_GAP = 34.0  # u, between zones
_FACTS = 1.3  # most that facts may grow
# title's share, scale of gaps and sizes, share of the smallest legible sizes, width of the column
_STEPS = (
    (0.8, 1.0, 1.0, 1.0), (0.65, 1.0, 1.0, 1.0), (0.55, 0.9, 1.0, 1.05), (0.45, 0.8, 1.0, 1.1),
    (0.4, 0.65, 1.0, 1.2), (0.3, 0.5, 0.9, 1.3), (0.3, 0.4, 0.6, 1.3), (0.3, 0.3, 0.4, 1.3),
)  # fmt: skip
_LEAST = 0.4  # of the height, for the figure
_OWN_ART = (0.42, 0.36)  # of the field's height, or of its width in landscape, for the subject
_LOW_ART = 0.34  # of the height of stories, below all copy
_BROAD = 1.6  # width over height of a field in which the subject stands beside the figure
_BESIDE_ART = 0.4  # of the field's width, for the words after the figure


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
        head = head_for(rest, sheet, share)
        foot = large_foot(rest, sheet, _FACTS if scale == 1.0 else 1.0)
        field = _field(sheet, head, foot)
        spare = sheet.text.height - head.height - foot.height - sheet.px(_GAP)
        if field.height >= _LEAST * sheet.canvas.height and spare >= 0:
            break
    pictures = plan.pictures if plan.subjects or plan.of_role("picture") else ()
    if sheet.tall and pictures:
        return _told_above(offer, sheet, head, foot, field, pictures)
    head_top, foot_top = sheet.text.y, sheet.text.bottom - foot.height
    if sheet.wide and not any(p.element == RULE for p in foot.placements):
        head_top += max(0.0, spare) / 2
        foot_top = head_top + head.height + sheet.px(_GAP)
    placements = [p.lowered(head_top) for p in head.placements]
    placements += [p.lowered(foot_top) for p in foot.placements]
    made, art = _figure(offer, sheet, field, bool(pictures))
    placements += [*made, *art_placements(art, pictures)]
    return Layout(sheet.canvas.width, sheet.canvas.height, tuple(placements))


def _told_above(
    offer: Element, sheet: Sheet, head: Head, foot: Foot, field: Box,
    pictures: tuple[Element, ...],
) -> Layout:  # fmt: skip
    """In stories all copy follows the head, and the subject fills what apps cover below it."""
    canvas, gap = sheet.canvas, sheet.px(_GAP)
    room = canvas.height * (1 - _LOW_ART) - field.y - foot.height - 2 * gap
    made, _ = _figure(offer, sheet, field._replace(height=max(1.0, room)), False)
    top = max(p.box.bottom for p in made) + gap
    art_top = top + foot.height + gap
    art = Box(field.x, art_top, field.width, canvas.height - 0.7 * sheet.margin - art_top)
    placements = [p.lowered(sheet.text.y) for p in head.placements]
    placements += [*made, *(p.lowered(top) for p in foot.placements)]
    placements += art_placements(art, pictures)
    return Layout(canvas.width, canvas.height, tuple(placements))


def _field(sheet: Sheet, head: Head, foot: Foot) -> Box:
    canvas, gap = sheet.canvas, sheet.px(_GAP)
    if sheet.wide:
        left = sheet.text.right + 1.5 * gap
        width = canvas.width - left - sheet.margin
        return Box(left, sheet.text.y, max(1.0, width), sheet.text.height)
    top = sheet.text.y + (head.height + gap if head.height else 0.0)
    bottom = sheet.text.bottom - (foot.height + gap if foot.height else 0.0)
    return Box(sheet.text.x, top, sheet.text.width, max(1.0, bottom - top))


def _figure(
    element: Element, sheet: Sheet, field: Box, pictured: bool
) -> tuple[list[Placement], Box]:
    """The three stretches, one above the other, at mid-height of a broad field.

    Besides what they leave to a picture: the field without one.
    """
    offer = offer_in(element.text)
    assert offer is not None
    gap = 0.6 * sheet.px(_GAP)
    whole = field
    beside = pictured and field.width > _BROAD * field.height
    if beside:
        field = field._replace(width=(1 - _OWN_ART[1]) * field.width - gap)
    low = pictured and not beside  # the picture stands below the figure
    column = field._replace(width=_BESIDE_ART * field.width) if low else field
    above = _small(offer.before, sheet, field) if offer.before else None
    below = _small(offer.after, sheet, column) if offer.after else None
    taken = above.box.height + gap if above else 0.0
    foot = below.box.height + gap if below else 0.0
    taken += max(foot, _OWN_ART[0] * field.height) if low else foot
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
    named = [p._replace(element=line_id(element.id, number)) for number, p in enumerate(made, 1)]
    if low:
        left = column.right + gap if below else field.x
        return named, Box(left, figures.bottom, field.right - left, field.bottom - figures.bottom)
    if beside:
        x = field.right + gap
        return named, Box(x, whole.y, whole.right - x, whole.height)
    return named, field


def _small(words: str, sheet: Sheet, field: Box) -> Placement:
    size = 1.25 * sheet.size("subtitle")
    block = measure(words, sheet.setting("subtitle"), size, field.width, sheet.fonts)
    box = Box(field.x, 0, field.width, block.box_height)
    return Placement("", box, size, words=len(words.split()))
