"""A text layer as a text box: its words, lines and styles, so wide that nothing breaks again.

Every line ends in a break of its own but in justified text, whose lines fill their box. Line
heights are exact points, so that baselines stand apart as ours do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz as hb

from design_io.document import TextLayer
from design_io.effects import shadows_on_canvas
from design_io.fonts import Face, FontLibrary
from design_io.geometry import Box
from design_io.pptx_drawing import Units, element, painted, shadowed, solid
from design_io.pptx_live import has_picture_below
from design_io.svg_drawing import legal_text
from design_io.text import Typeset, typeset
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

_SOFT_HYPHEN = "\u00ad"
_SLACK, _SLACK_EM = 0.06, 0.2  # of the widest line and of an em, for programs that set it wider
_DESCENT = 0.2  # em below the baseline in a line of exact height, found in LibreOffice
_SMALLEST, _LARGEST = 100, 400_000  # hundredths of a point


class TextFrame(NamedTuple):
    box: Box  # canvas px, not turned
    body: Any


class _Row(NamedTuple):
    """One line as the type tool has it."""

    verse: int
    text: str
    styles: tuple[TextRun, ...]  # of each character, or of the empty line
    leading: float  # px from the baseline above


def text_frame(layer: TextLayer, fonts: FontLibrary, units: Units, language: str) -> TextFrame:
    setting = typeset(layer, fonts)
    verses = verses_of(layer, setting, fonts)
    rows = list(_rows(layer, setting, verses, fonts))
    body = element("p:txBody", _body(layer), element("a:lstStyle"))
    for (number, leading), lines in groupby(rows, key=lambda row: (row.verse, row.leading)):
        verse = verses[number]
        paragraph = element("a:p", _paragraph(verse, leading, units))
        for index, row in enumerate(lines):
            if index:
                paragraph.append(element("a:br", _style(layer, row.styles[0], units, language)))
            for run in _runs(layer, row, units, language):
                paragraph.append(run)
        paragraph.append(_style(layer, rows[-1].styles[-1], units, language, "a:endParaRPr"))
        body.append(paragraph)
    return TextFrame(_box(layer, setting, verses, rows), body)


def font_names(face: Face) -> tuple[str, bool, bool]:
    """The family that a font menu shows for the face, and which of its four styles it is."""
    return _font_names(face)


@lru_cache(maxsize=512)
def _font_names(face: Face) -> tuple[str, bool, bool]:
    names = hb.OTNameIdPredefined
    holder = face.hb_font.face
    family = (holder.get_name(names.FONT_FAMILY) or face.family).strip()
    style = (holder.get_name(names.FONT_SUBFAMILY) or "").casefold()
    return family, "bold" in style, "italic" in style


def _rows(
    layer: TextLayer, setting: Typeset, verses: list[Verse], fonts: FontLibrary
) -> Iterator[_Row]:
    for number, verse in enumerate(verses):
        text = verse.passage.paragraph.text
        styles = styles_of(layer, verse, setting, fonts)
        for start, end in _spans(layer, verse):
            last = (start, end) == verse.spans[-1]
            shown = [
                (char, styles[index])
                for index, char in _shown(text, start, end, keep_space=last)
            ]  # fmt: skip
            first = styles[min(start, len(styles) - 1)]
            used = tuple(style for _, style in shown) or (first,)
            alone = len(setting.lines) == 1
            leading = max(style.size if alone else style.leading for style in used)
            yield _Row(number, "".join(char for char, _ in shown), used, leading)


def _spans(layer: TextLayer, verse: Verse) -> tuple[tuple[int, int], ...]:
    """The lines; justified text is one, which the program breaks at the same width."""
    if layer.align == "justify" and verse.spans:
        return ((verse.spans[0][0], verse.spans[-1][1]),)
    return verse.spans


def _shown(text: str, start: int, end: int, keep_space: bool) -> Iterator[tuple[int, str]]:
    """The characters of a line as they are seen; a word that is broken ends in a hyphen."""
    line = text[start:end] if keep_space else text[start:end].rstrip(" ")
    for index, char in enumerate(line, start):
        if char == _SOFT_HYPHEN:
            if index == end - 1 and end < len(text):
                yield index, "-"
        elif char != CONTROL and legal_text(char):
            yield index, char


def _runs(layer: TextLayer, row: _Row, units: Units, language: str) -> Iterator[Any]:
    for style, alike in groupby(zip(row.text, row.styles, strict=False), key=lambda pair: pair[1]):
        words = element("a:t")
        words.text = "".join(char for char, _ in alike)
        if words.text:
            yield element("a:r", _style(layer, style, units, language), words)


def _body(layer: TextLayer) -> Any:
    wraps = "square" if layer.align == "justify" else "none"
    return element(
        "a:bodyPr", element("a:noAutofit"), wrap=wraps, lIns=0, tIns=0, rIns=0, bIns=0, anchor="t",
        rtlCol=0,
    )  # fmt: skip


def _paragraph(verse: Verse, leading: float, units: Units) -> Any:
    sides = {LEFT: "l", RIGHT: "r", CENTER: "ctr"}
    spacing = element("a:lnSpc", element("a:spcPts", val=units.points(leading)))
    nothing = [element(tag, element("a:spcPts", val=0)) for tag in ("a:spcBef", "a:spcAft")]
    return element(
        "a:pPr", spacing, *nothing, element("a:buNone"), marL=0, indent=0,
        algn=sides.get(verse.justification, "just"),
        rtl=1 if verse.passage.paragraph.base % 2 else 0,
    )  # fmt: skip


def _style(
    layer: TextLayer, style: TextRun, units: Units, language: str, tag: str = "a:rPr"
) -> Any:
    family, bold, italic = font_names(style.face)
    size = min(max(units.points(style.size), _SMALLEST), _LARGEST)
    faces = [element(f"a:{script}", typeface=family) for script in ("latin", "ea", "cs")]
    return element(
        tag, _paint(layer, style), _shadow(layer, units), *faces,
        lang=layer.language or language or None, sz=size, b=int(bold), i=int(italic),
        u="sng" if style.underline else None, strike="sngStrike" if style.strikethrough else None,
        kern=0, spc=units.points(style.size * style.tracking / 1000), dirty=0,
    )  # fmt: skip


def _paint(layer: TextLayer, style: TextRun) -> Any:
    if layer.fill is not None and layer.fill.kind in ("linear", "radial"):
        return painted(layer.fill, layer.box, layer.box, layer.opacity)
    return solid(style.color, layer.opacity)


def _shadow(layer: TextLayer, units: Units) -> Any:
    """One shadow is type's own; more of them lie in a picture below."""
    cast = shadows_on_canvas(layer)
    if not cast or has_picture_below(layer):
        return None
    return shadowed(cast[0], units, layer.opacity)


def _box(layer: TextLayer, setting: Typeset, verses: list[Verse], rows: list[_Row]) -> Box:
    """Where the first baseline falls on ours, and as wide as keeps every line in one piece."""
    styles = rows[0].styles
    top = layer.box.y + setting.lines[0].baseline - rows[0].leading + _below(rows[0])
    height = sum(row.leading for row in rows)
    side = verses[0].justification
    if side >= JUSTIFY_LEFT:
        return Box(layer.box.x, top, layer.box.width, rows[0].leading * len(setting.lines))
    widest = max(setting.width, 1.0)
    slack = _SLACK * widest + max(style.size for style in styles) * _SLACK_EM
    share = {RIGHT: 1.0, CENTER: 0.5}.get(side, 0.0)
    width = max(layer.box.width, widest) + slack
    left = layer.box.x + share * layer.box.width - share * width
    after = styles[-1].tracking / 1000 * styles[-1].size  # which other programs set after a line
    rtl = verses[0].passage.paragraph.base % 2 == 1
    return Box(left + (share - rtl) * after, top, width, height)


def _below(row: _Row) -> float:
    """px of a line below its baseline, which is the same for every font."""
    return _DESCENT * max(style.size for style in row.styles)
