"""C13 to C18, the whole: one thing leads, order, balance, air and few means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from design_io.document import GroupLayer, TextLayer, walk
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces
from layout.subject import Subject, inks, size_of, visible_texts

_LEADS = ("title", "offer", "price", "quote")
_ORDER = ("kicker", "title", "subtitle", "body", "cta", "legal")  # from the top, where present


def grade_hierarchy(subject: Subject) -> Iterator[Grade]:
    """C13: the size of what leads over any other words, and its share of the sheet."""
    size, texts = size_of(subject), visible_texts(subject.design)
    leads = [text for text in texts if text.role in _LEADS]
    if not leads:
        return
    first = max(leads, key=lambda text: text.style.size)
    alike = (text for text in leads if text.role == first.role)
    area = sum(line.area for text in alike for line in inks(text, subject.resources))
    share, seen = area / subject.design.canvas.box.area, limit("lead", size)
    message = f"{first.label!r} is lost on the sheet; make it larger"
    yield Grade((first.id,), seen.score(share), share, seen.good, message)
    allowed = limit("hierarchy", size)
    for text in texts:
        if text.role in (*_LEADS, "brand"):
            continue
        ratio = first.style.size / text.style.size
        at_fault = text if share >= seen.good else first
        way = "smaller" if at_fault is text else "larger"
        message = f"{text.label!r} is nearly as large as {first.label!r}; "
        message += f"make {at_fault.label!r} {way}"
        yield Grade((at_fault.id,), allowed.score(ratio), ratio, allowed.good, message)


def grade_reading_order(subject: Subject) -> Iterator[Grade]:
    """C14: pairs of words read in another order than their roles ask for."""
    allowed = limit("reading_order", size_of(subject))
    ordered = [p for p in pieces(subject) if p.layer.role in _ORDER and not p.id.endswith("-label")]
    wrong = sum(_inverted(a, b) for a, b in combinations(ordered, 2))
    message = "words do not follow one another as they are read; put the title first"
    yield Grade((), allowed.score(wrong), wrong, allowed.good, message)


def grade_balance(subject: Subject) -> Iterator[Grade]:
    """C16: how far the middle of all copy, by area, lies beside the middle of the sheet."""
    allowed = limit("balance", size_of(subject))
    sheet, found = subject.design.canvas.box, pieces(subject)
    weight = sum(piece.frame.area for piece in found)
    art = any(layer.role in ("hero", "picture") for layer in walk(subject.design))
    if weight <= 0 or art:
        return
    middle = sum(piece.frame.area * piece.frame.center.x for piece in found) / weight
    off = abs(middle / sheet.width - 0.5)
    message = "everything hangs to one side; spread the words or centre them"
    yield Grade((), allowed.score(off), off, allowed.good, message)


def grade_whitespace(subject: Subject) -> Iterator[Grade]:
    """C17: the share of the sheet that copy covers."""
    size = size_of(subject)
    low, high = limit("filled_low", size), limit("filled_high", size)
    sheet, found = subject.design.canvas.box, pieces(subject)
    if not found:
        return
    share = sum(line.intersection(sheet).area for p in found for line in p.lines) / sheet.area
    message = "the words leave no air; shorten or shrink them"
    if share < low.good:
        message = "the words are lost on the sheet; enlarge them"
    score = min(low.score(share), high.score(share))
    yield Grade((), score, share, high.good if share > high.good else low.good, message)


def grade_economy(subject: Subject) -> Iterator[Grade]:
    """C18: font families and colours of text."""
    size, texts = size_of(subject), visible_texts(subject.design)
    families = {text.style.font for text in texts}
    colors = {text.style.color[:7] for text in texts if not _is_picture(subject, text)}
    many, shades = limit("families", size), limit("colors", size)
    few = "set the words in fewer fonts"
    yield Grade((), many.score(len(families)), len(families), many.good, few)
    plain = "set the words in fewer colours"
    yield Grade((), shades.score(len(colors)), len(colors), shades.good, plain)


def _inverted(first: Piece, second: Piece) -> bool:
    """Whether the later role lies wholly above the earlier one, in the same column."""
    if _ORDER.index(first.layer.role) > _ORDER.index(second.layer.role):
        first, second = second, first
    if first.layer.role == second.layer.role:
        return False
    beside = min(first.ink.right, second.ink.right) <= max(first.ink.x, second.ink.x)
    return not beside and second.ink.bottom <= first.ink.y


def _is_picture(subject: Subject, text: TextLayer) -> bool:
    """Words set as a picture take colours of their own."""
    return any(
        isinstance(layer, GroupLayer) and text in layer.layers and layer.role == "title"
        for layer in walk(subject.design)
    )
