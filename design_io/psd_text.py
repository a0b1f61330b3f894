"""A text layer in Photoshop's terms: words, style runs, paragraphs and where its text space lies.

Case is applied, paragraphs end in \\r. Text whose paragraphs are one line each is point text on its
first baseline. Other text is box text that flows: its box has a width at which filling line by line
breaks where ours does. Where no width does, soft returns (\\x03) shape a text of few lines; longer
text, which people would rather retype than look at, is left to Photoshop's breaks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from design_io.document import TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box, Point
from design_io.linebreak import opportunities
from design_io.text import Typeset, ink_box, typeset
from design_io.verses import (
    CENTER,
    CONTROL,
    JUSTIFY_LEFT,
    LEFT,
    RIGHT,
    TextRun,
    Verse,
    styles_of,
    verses_of,
)

SOFT_RETURN, PARAGRAPH_END = "\x03", "\r"
_SHAPED_LINES = 4
_SLACK = 0.01  # of a line's width, by which Photoshop's may differ from ours


class TextParagraph(NamedTuple):
    length: int  # UTF-16 units, with its end
    justification: int


class PsdText(NamedTuple):
    text: str  # without the end of the last paragraph
    runs: tuple[TextRun, ...]
    paragraphs: tuple[TextParagraph, ...]
    origin: Point  # canvas px, turned: the anchor of point text, the top-left of box text
    rotation: float  # degrees, clockwise, about `origin`
    box: tuple[float, float] | None  # px; None: point text
    bounds: Box  # of the lines, from `origin`, not turned
    ink: Box


def psd_text(layer: TextLayer, fonts: FontLibrary) -> PsdText:
    """Set the layer's text and say the result as Photoshop would."""
    setting = typeset(layer, fonts)
    verses = verses_of(layer, setting, fonts)
    justifications = [verse.justification for verse in verses]
    is_point = len(verses) == len(setting.lines) and len(set(justifications)) == 1
    width = None if is_point else _flow_width(layer, verses)
    soft = not is_point and width is None and len(setting.lines) <= _SHAPED_LINES
    letters = _letters(layer, verses, setting, fonts, soft=soft)
    if is_point:
        justifications = [justification % JUSTIFY_LEFT for justification in justifications]
        anchor = _anchor(layer, setting, justifications[0])
        box = None
    else:
        anchor, box = _frame(layer, setting, width, set(justifications))
    lengths = [_utf16(text) for text in _cut(letters)]
    return PsdText(
        text="".join(letter.text for letter in letters[:-1]),
        runs=tuple(_runs(letters)),
        paragraphs=tuple(map(TextParagraph, lengths, justifications)),
        origin=_turned(anchor, layer),
        rotation=layer.rotation,
        box=box,
        bounds=_line_bounds(layer, setting).shift(-anchor.x, -anchor.y),
        ink=ink_box(layer, fonts).shift(-anchor.x, -anchor.y),
    )


def _flow_width(layer: TextLayer, verses: list[Verse]) -> float | None:
    """A width in px at which Photoshop, taking as many words as fit, breaks every line as we do.

    The box's own where it serves, since the box's edges are what a designer sees.
    """
    size, own = layer.style.size, layer.box.width
    least, most = 0.0, math.inf  # em
    for verse in verses:
        paragraph = verse.passage.paragraph
        found = opportunities(paragraph.text, layer.language)
        starts = sorted((*found.good, *found.fine, len(paragraph.text)))
        for start, end in verse.spans:
            least = max(least, paragraph.width(start, end))
        for (start, _), (following, _) in pairwise(verse.spans):
            stop = next(at for at in starts if at > following)
            end = len(paragraph.text[:stop].rstrip())
            most = min(most, paragraph.width(start, end))
    least, most = least * size, most * size
    if least * (1 + _SLACK) <= own <= most * (1 - _SLACK):
        return own
    flexible = len({verse.justification for verse in verses} - {LEFT, RIGHT, CENTER}) == 0
    aligned_alike = len({verse.justification for verse in verses}) == 1
    return (least + most) / 2 if flexible and aligned_alike and least < most < math.inf else None


class _Letter(NamedTuple):
    """A character as the type tool holds it, and its style."""

    text: str
    style: TextRun  # its length left at 0


def _letters(
    layer: TextLayer, verses: list[Verse], setting: Typeset, fonts: FontLibrary, *, soft: bool
) -> list[_Letter]:  # fmt: skip
    """Every character and paragraph end; soft returns take the place of the spaces at a break."""
    letters: list[_Letter] = []
    for verse in verses:
        text = verse.passage.paragraph.text
        styles = styles_of(layer, verse, setting, fonts)
        ends = [end for _, end in verse.spans[:-1]] if soft else []
        starts = [start for start, _ in verse.spans[1:]] if soft else []
        skipped = {index for pair in zip(ends, starts, strict=True) for index in range(*pair)}
        for index, char in enumerate(text):
            if index in starts:
                letters.append(_Letter(SOFT_RETURN, styles[index - 1]))
            if index not in skipped and char != CONTROL:
                letters.append(_Letter(char, styles[index]))
        letters.append(_Letter(PARAGRAPH_END, styles[max(0, len(text) - 1)]))
    return letters


def _runs(letters: list[_Letter]) -> Iterator[TextRun]:
    for style, alike in groupby(letters, key=lambda letter: letter.style):
        yield style._replace(length=sum(_utf16(letter.text) for letter in alike))


def _cut(letters: list[_Letter]) -> Iterator[str]:
    """The text of each paragraph, with its end."""
    whole = "".join(letter.text for letter in letters)
    return (text + PARAGRAPH_END for text in whole.split(PARAGRAPH_END)[:-1])


def _anchor(layer: TextLayer, setting: Typeset, justification: int) -> Point:
    """Where point text is aligned at: on the first baseline."""
    share = {LEFT: 0.0, CENTER: 0.5, RIGHT: 1.0}[justification]
    return Point(
        layer.box.x + share * layer.box.width, layer.box.y + setting.lines[0].baseline
    )  # fmt: skip


def _frame(
    layer: TextLayer, setting: Typeset, width: float | None, justifications: set[int]
) -> tuple[Point, tuple[float, float]]:
    """Box text's top-left and size.

    Photoshop puts the first baseline one cap height below the top (found in its own files), and
    hides lines that end below the bottom, so the box is given another line's height.
    """
    first, last = setting.lines[0], setting.lines[-1]
    cap_height = max(
        (run.face.cap_height / run.face.units_per_em * run.size for run in first.runs),
        default=first.ascent,
    )
    top = first.baseline - cap_height
    bottom = max(layer.box.height, last.baseline + last.descent + last.ascent)
    width = layer.box.width if width is None else width
    share = {LEFT: 0.0, CENTER: 0.5, RIGHT: 1.0}.get(min(justifications), 0.0)
    left = share * (layer.box.width - width)
    return Point(layer.box.x + left, layer.box.y + top), (width, bottom - top)


def _line_bounds(layer: TextLayer, setting: Typeset) -> Box:
    left = min(line.x for line in setting.lines)
    right = max(line.x + line.width for line in setting.lines)
    top = setting.lines[0].baseline - setting.lines[0].ascent
    bottom = setting.lines[-1].baseline + setting.lines[-1].descent
    return Box(left, top, right - left, bottom - top).shift(layer.box.x, layer.box.y)


def _turned(point: Point, layer: TextLayer) -> Point:
    """The point after the layer's rotation."""
    angle, center = math.radians(layer.rotation), layer.box.center
    x, y = point.x - center.x, point.y - center.y
    return Point(
        center.x + x * math.cos(angle) - y * math.sin(angle),
        center.y + x * math.sin(angle) + y * math.cos(angle),
    )


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
