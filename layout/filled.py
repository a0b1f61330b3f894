"""Titles that fill the sheet: every line is set as wide as the column, each at its own size."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import Foot, large_foot
from layout.head import Head, head_for
from layout.measure import Ink, ink_at_em
from layout.placement import Layout, Placement, art_placements, line_id
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.systems import Setting

_LINE_GAP = 17.0  # u, between the ink of two lines
_ZONE_GAP = 34.0  # u
_FACTS = 1.45  # most that facts may grow
_LOW_ART = 0.36  # of the height of stories, below all copy
_LANDSCAPE = 1.15  # width over height, from which the picture has the whole height
_MOST_LINES = 6
_MOST_WORDS = 14
_TOLD_LEAST = 0.12  # of the height of stories, for a title with a picture below all copy
_BESIDE = 0.5  # of a low field's width, for a picture beside the title
_SIDE = 1.25  # of the height of low sheets, the most width for a picture beside all copy
_BROAD = 1.35  # width to height of a field in which the picture stands beside the title
_CROWDED = 0.3  # penalty per line beyond four
_PARTICLES = frozenset(
    "& + a an and at by for from in is of on or the to with "  # noqa: SIM905
    "das der die ein für im mit und am zum de des du en et la le les un une "
    "con del el los para por y di e il per da do com".split()
)
_ABOVE_BAR = ("kicker", "brand", "logo")
_RUNNING = ("subtitle", "quote", "body", "item")
# scale of gaps and sizes, share of the smallest legible sizes, share of what a figure may take
_STEPS = (
    (1.0, 1.0, 1.0), (1.0, 1.0, 0.8), (0.95, 1.0, 0.65), (0.8, 1.0, 0.65), (0.7, 0.9, 0.6),
    (0.6, 0.75, 0.6), (0.45, 0.55, 0.45), (0.3, 0.35, 0.3),
)  # fmt: skip


class Line(NamedTuple):
    words: str
    size: float  # px
    ink: Ink  # at one px per em


class Title(NamedTuple):
    """A title cut into lines; `badness` is how far it is from filling its field evenly."""

    lines: tuple[Line, ...]
    font: str
    height: float  # px, top of the first line's ink to the foot of the last's
    badness: float


def filled(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """Bar above, the title's lines filling the sheet, running copy and foot below."""
    base = sheet_for(plan, fonts)
    title, pictures = plan.of_role("title")[:1], plan.pictures
    shown = bool(title and pictures and base.system.zones.own_art)
    told_above = shown and base.tall
    side = _side(base) if shown and base.canvas.width > _LANDSCAPE * base.canvas.height else None
    if side:
        narrow = base._replace(
            text=base.text._replace(width=side.x - _zone_gap(base) - base.text.x)
        )
        measured = _measured(plan, narrow, told_above)
        side = side if measured.legible else None
    if not side:  # the picture has no side of its own, or copy needs it
        measured = _measured(plan, base, told_above)
    sheet, bar, running, foot, field, _ = measured
    if told_above:
        return _told_above(title[0], sheet, bar, running, foot, pictures)
    placements = [p.lowered(sheet.text.y) for p in bar.placements]
    foot_top = sheet.text.bottom - foot.height
    bottom = foot_top - (_zone_gap(sheet) if foot.height else 0.0)
    placements += [p.lowered(bottom - running.height) for p in running.placements]
    placements += [p.lowered(foot_top) for p in foot.placements]
    room = art = field
    if title:
        shared = pictures and not side
        room, art = _shared(title[0], sheet, field) if shared else (field, field)
        placements += _title_lines(title[0], sheet, room)
    placements += art_placements(side or art, pictures)
    return Layout(sheet.canvas.width, sheet.canvas.height, tuple(placements))


class Measured(NamedTuple):
    """Copy at the first step that leaves the title its field."""

    sheet: Sheet
    bar: Head
    running: Head
    foot: Foot
    field: Box
    legible: bool  # whether it does at the smallest legible sizes or above


def _measured(plan: DesignPlan, base: Sheet, told_above: bool) -> Measured:
    title = plan.of_role("title")
    for scale, floor, display in _STEPS:
        sheet = base.scaled(scale, floor, 1.0)._replace(display=display)
        bar = head_for(_only(plan, _ABOVE_BAR), sheet, 1.0)
        running = head_for(_only(plan, _RUNNING), sheet, 1.0)
        foot = large_foot(plan, sheet, _FACTS if scale == 1.0 else 1.0)
        field = _field(sheet, bar, running, foot)
        least = (0.3 if title else 0.01) * sheet.text.height
        if told_above:
            least = (_TOLD_LEAST + _LOW_ART - 1) * sheet.canvas.height + sheet.text.bottom
        if field.height >= least:
            break
    return Measured(sheet, bar, running, foot, field, floor == 1.0 and field.height >= least)


def _told_above(
    title: Element, sheet: Sheet, bar: Head, running: Head, foot: Foot,
    pictures: tuple[Element, ...],
) -> Layout:  # fmt: skip
    """In stories all copy comes first, and the picture fills what apps cover below it."""
    canvas, gap, text = sheet.canvas, _zone_gap(sheet), sheet.text
    top = text.y + (bar.height + gap if bar.height else 0.0)
    below = sum(part.height + gap for part in (running, foot) if part.height)
    room = canvas.height * (1 - _LOW_ART) - top - below
    lines = fill(title.text, sheet.setting("title"), sheet, Box(text.x, top, text.width, room))
    height = min(room, lines.height + _gap(sheet) * (len(lines.lines) - 1))
    placements = [p.lowered(text.y) for p in bar.placements]
    placements += _title_lines(title, sheet, Box(text.x, top, text.width, height))
    top += height + gap
    for part in (running, foot):
        placements += [p.lowered(top) for p in part.placements]
        top += part.height + gap if part.height else 0.0
    art = Box(text.x, top, text.width, canvas.height - 0.7 * sheet.margin - top)
    placements += art_placements(art, pictures)
    return Layout(canvas.width, canvas.height, tuple(placements))


def _only(plan: DesignPlan, roles: tuple[str, ...]) -> DesignPlan:
    kept = tuple(e for e in plan.elements if e.role in roles and not e.group)
    return plan.model_copy(update={"elements": kept})


def _zone_gap(sheet: Sheet) -> float:
    """Between zones; as wide as between lines that stand far apart, each on a band."""
    return sheet.px(max(_ZONE_GAP, sheet.system.zones.line_gap))


def _field(sheet: Sheet, bar: Head, running: Head, foot: Foot) -> Box:
    """What bar, running copy and foot leave to the title."""
    gap = _zone_gap(sheet)
    top = sheet.text.y + (bar.height + gap if bar.height else 0.0)
    bottom = sheet.text.bottom - sum(
        part.height + gap for part in (running, foot) if part.height
    )  # fmt: skip
    return Box(sheet.text.x, top, sheet.text.width, max(0.0, bottom - top))


def _side(sheet: Sheet) -> Box:
    """In landscape, the picture's place from head to foot of the sheet."""
    canvas, margin = sheet.canvas, sheet.margin
    width = min(sheet.system.zones.own_art * sheet.text.width, _SIDE * canvas.height)
    return Box(sheet.text.right - width, margin, width, canvas.height - 2 * margin)


def _shared(title: Element, sheet: Sheet, field: Box) -> tuple[Box, Box]:
    """The field's share for the title, and the picture's own: above it, or right of a low one.

    What a short title cannot fill is the picture's too.
    """
    share, gap = sheet.system.zones.own_art, sheet.px(_ZONE_GAP)
    if not share:
        return field, field
    if field.width > field.height * _BROAD:
        width = min(_BESIDE * field.width, 1.5 * field.height)
        art = Box(field.right - width, field.y, width, field.height)
        return field._replace(width=field.width - width - gap), art
    room = field._replace(height=(1 - share) * field.height)
    lines = fill(title.text, sheet.setting("title"), sheet, room)
    needed = lines.height + _gap(sheet) * (len(lines.lines) - 1)
    height = field.height - min(room.height, needed)
    room = Box(field.x, field.y + height, field.width, field.height - height)
    return room, field._replace(height=height)


def _title_lines(element: Element, sheet: Sheet, field: Box) -> list[Placement]:
    lines = stacked_lines(fill(element.text, sheet.setting("title"), sheet, field), sheet, field)
    return [
        p._replace(element=line_id(element.id, number))
        for number, p in enumerate(lines.placements, 1)
    ]


class Stacked(NamedTuple):
    """Placed lines, not yet named, and where the last one's ink ends."""

    placements: list[Placement]
    bottom: float  # px


def stacked_lines(title: Title, sheet: Sheet, field: Box) -> Stacked:
    """The lines from the field's top, a little spread when there is room."""
    gap = _gap(sheet)
    spare = max(0.0, field.height - title.height)
    extra = min(1.6 * gap, spare / max(1, len(title.lines) - 1)) * (len(title.lines) > 1)
    top, placements = field.y, []
    for line in title.lines:
        x, y = field.x - line.ink.left * line.size, top - line.ink.above * line.size
        box = Box(x, y, line.ink.advance * line.size + 2, line.ink.box * line.size)
        words = len(line.words.split())
        placements.append(Placement("", box, line.size, font=title.font, words=words))
        top += line.ink.height * line.size + gap + extra
    return Stacked(placements, top - gap - extra)


def fill(text: str, setting: Setting, sheet: Sheet, field: Box) -> Title:
    """The cut into lines, and the family, that fill the field best."""
    families = sheet.system.zones.title_fonts or (setting.font,)
    words = _words(text)
    titles = [
        _title(cut, setting.evolve(font=family), sheet, field)
        for family in families
        for cut in _cuts(words)
    ]
    return min(titles, key=lambda title: title.badness)


def _words(text: str) -> list[str]:
    """The words, which lines are made of: small ones with the next, so that none of them becomes
    the largest line; of a long title neighbours stay together, so that few lines are tried."""
    words: list[str] = []
    held = ""
    for word in text.split() or [text]:
        held = f"{held} {word}".lstrip()
        if word.lower() not in _PARTICLES:
            words.append(held)
            held = ""
    if held:
        words[-1:] = [" ".join([*words[-1:], held])]
    while len(words) > _MOST_WORDS:
        shortest = min(range(len(words) - 1), key=lambda n: len(words[n]) + len(words[n + 1]))
        words[shortest : shortest + 2] = [" ".join(words[shortest : shortest + 2])]
    return words


def _cuts(words: list[str]) -> Iterator[tuple[str, ...]]:
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        for inner in combinations(range(1, len(words)), count - 1):
            borders = (0, *inner, len(words))
            yield tuple(" ".join(words[a:b]) for a, b in zip(borders, borders[1:], strict=False))


def _title(cut: tuple[str, ...], setting: Setting, sheet: Sheet, field: Box) -> Title:
    inks = [ink_at_em(words, setting, sheet.fonts) for words in cut]
    sizes = [field.width / max(0.01, ink.width) for ink in inks]
    gaps = _gap(sheet) * (len(cut) - 1)
    inked = sum(ink.height * size for ink, size in zip(inks, sizes, strict=True))
    room = max(1.0, field.height - gaps)
    shrink = min(1.0, room / inked)
    target = min(inked, room) / len(cut)
    unequal = sum(
        abs(math.log(shrink * ink.height * size / target))
        for ink, size in zip(inks, sizes, strict=True)
    )
    badness = unequal / len(cut) + 1.6 * abs(math.log(shrink)) + _CROWDED * max(0, len(cut) - 4)
    badness += 0.8 * abs(math.log(min(inked, room) / room))
    lines = tuple(
        Line(words, shrink * size, ink) for words, size, ink in zip(cut, sizes, inks, strict=True)
    )
    return Title(lines, setting.font, shrink * inked + gaps, badness)


def _gap(sheet: Sheet) -> float:
    return sheet.px(sheet.system.zones.line_gap or _LINE_GAP)
