"""A text layer's paragraphs, lines and styles in reading order, for programs that set text again.

Case is applied; what a style says is what the character is set in, fallback fonts included.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import NamedTuple

from design_io.document import TextLayer
from design_io.fonts import Face, FontLibrary
from design_io.story import Passage, story
from design_io.text import Typeset

LEFT, RIGHT, CENTER, JUSTIFY_LEFT, JUSTIFY_RIGHT = range(5)  # as Photoshop counts them
CONTROL = "\u2060"  # what typesetting puts in the place of control characters


class TextRun(NamedTuple):
    """Neighbouring characters of one style."""

    length: int  # UTF-16 units
    face: Face
    size: float  # px
    leading: float  # px from the baseline above
    tracking: int  # 1/1000 em
    color: str
    underline: bool
    strikethrough: bool


class Verse(NamedTuple):
    """One paragraph and its lines: start and end of each in the paragraph's own text."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]
    first_line: int  # its number among all lines
    justification: int


def verses_of(layer: TextLayer, setting: Typeset, fonts: FontLibrary) -> list[Verse]:
    told = story(layer.text, layer.style, layer.spans, layer.direction, layer.language, fonts)
    verses: list[Verse] = []
    number = 0
    for passage, following in zip(told.passages, (*told.passages[1:], None), strict=True):
        origins = [told.origin(passage, i) for i in range(len(passage.paragraph.text) + 1)]
        stop = told.origin(following, 0) if following else math.inf
        spans = []
        for line in setting.lines[number:]:
            if line.start >= stop:
                break
            spans.append((bisect_left(origins, line.start), bisect_left(origins, line.end)))
        verses.append(Verse(passage, tuple(spans), number, _justification(layer, passage)))
        number += len(spans)
    return verses


def _justification(layer: TextLayer, passage: Passage) -> int:
    rtl = passage.paragraph.base % 2 == 1
    if layer.align == "justify":
        return JUSTIFY_RIGHT if rtl else JUSTIFY_LEFT
    if layer.align in ("start", "end"):
        return RIGHT if (layer.align == "end") != rtl else LEFT
    return {"left": LEFT, "right": RIGHT, "center": CENTER}[layer.align]


def styles_of(
    layer: TextLayer, verse: Verse, setting: Typeset, fonts: FontLibrary
) -> list[TextRun]:  # fmt: skip
    """The style of each character of a paragraph; of its end alone when it is empty."""
    size = layer.style.size
    paragraph, mark = verse.passage.paragraph, verse.passage.style
    if not paragraph.text:
        face = fonts.face(mark.font, mark.weight, mark.italic)
        leading = _leading(layer, setting, verse.first_line, size * mark.scale)
        color = _color(layer, mark.color)
        return [TextRun(0, face, size * mark.scale, leading, 0, color, False, False)]
    styles: dict[int, TextRun] = {}
    for item in paragraph.items:
        em, style = size * item.style.scale, item.style
        for index in range(item.start, item.end):
            line = sum(start <= index for start, _ in verse.spans[1:])
            styles[index] = TextRun(
                length=0,
                face=item.face,
                size=round(em, 3),
                leading=_leading(layer, setting, verse.first_line + line, em),
                tracking=round(item.tracking * 1000),
                color=_color(layer, style.color),
                underline=style.underline,
                strikethrough=style.strikethrough,
            )
    return [styles[index] for index in range(len(paragraph.text))]


def _leading(layer: TextLayer, setting: Typeset, line: int, em: float) -> float:
    """From the baseline above, so that lines of mixed sizes stand where ours do."""
    if line == 0:
        return round(layer.style.leading * em, 2)
    return round(setting.lines[line].baseline - setting.lines[line - 1].baseline, 2)


def _color(layer: TextLayer, own: str) -> str:
    """One flat colour: a gradient's first stands for all."""
    if layer.fill is None or layer.fill.kind == "picture":
        return own
    return layer.fill.color if layer.fill.kind == "solid" else layer.fill.stops[0].color
