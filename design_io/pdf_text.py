"""Set text in a PDF: our own glyphs where the setting puts them, and the words they show.

The first glyph of a cluster shows all its characters. Words whose glyphs readers may tear apart or
order otherwise (conjuncts, tracked or turned letters) also say what they are (ActualText); not from
right to left, since poppler turns it round there. Tilted lines that would be torn apart are said by
unseen straight ones.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PIL import Image

from design_io.document import TextLayer
from design_io.fonts import DEFAULT_FAMILY
from design_io.geometry import Box
from design_io.pdf_drawing import Content, numbers, text_string
from design_io.pdf_file import PdfFile
from design_io.pdf_fills import set_color
from design_io.pdf_fonts import FontUse, thousandths
from design_io.pdf_pictures import Picture, place_picture
from design_io.pdf_turning import set_straight
from design_io.resources import Resources
from design_io.svg_emoji import colored_glyphs
from design_io.text import GlyphRun, Line, typeset
from design_io.words import Words, set_words

_UNSEEN = "3 Tr "
_LOOSE = 0.04  # em; letters this far apart are taken for words


class Glyph(NamedTuple):
    number: int
    code: int  # in its font
    x: float
    y: float
    text: str  # what is shown: for a cluster's first glyph, or from right to left its base


class Word(NamedTuple):
    """Neighbouring glyphs of one run; `says` is their text where the glyphs do not give it."""

    glyphs: tuple[Glyph, ...]
    says: str


def show_glyphs(
    file: PdfFile, content: Content, layer: TextLayer, resources: Resources, *,
    colored: bool = True, seen: bool = True,
) -> None:  # fmt: skip
    """All glyphs of the layer, unrotated; in their own colours or in what is set by now.

    Unseen glyphs only say their words, where a picture or a path shows them.
    """
    words = set_words(layer, resources.fonts)
    for line in typeset(layer, resources.fonts).lines:
        straight = _must_be_straight(layer, line)
        for run in line.runs:
            with content.saved():
                if seen:
                    _draw_run(file, content, layer, line, run, words, colored, straight)
                if not seen or straight or run.face.colored:
                    with set_straight(content, layer) if straight else nullcontext():
                        _say_run(file, content, layer, line, run, words, resources)


def _must_be_straight(layer: TextLayer, line: Line) -> bool:
    """Whether readers would tear the tilted line apart: its parts, or words from right to left."""
    torn = len(line.runs) > 1 or any(run.rtl for run in line.runs)
    return bool(layer.rotation % 90) and torn


def _draw_run(
    file: PdfFile, content: Content, layer: TextLayer, line: Line, run: GlyphRun, words: Words,
    colored: bool, silent: bool,
) -> None:  # fmt: skip
    if run.face.colored:
        draw_emoji(file, content, run, layer.box)
        return
    if colored:
        set_color(file, content, run.color)
    _show_run(file, content, layer, line, run, words, silent=silent)


def _say_run(
    file: PdfFile, content: Content, layer: TextLayer, line: Line, run: GlyphRun, words: Words,
    resources: Resources,
) -> None:  # fmt: skip
    """The run's words, unseen."""
    if run.face.colored:
        _say_emoji(file, content, layer, line, run, words, resources)
    else:
        _show_run(file, content, layer, line, run, words, _UNSEEN)


def draw_emoji(file: PdfFile, content: Content, run: GlyphRun, box: Box) -> None:
    """Colour glyphs as pictures."""
    for png, place in colored_glyphs(run):
        with Image.open(io.BytesIO(png)) as image:
            picture = Picture(np.asarray(image.convert("RGBA")))
        place_picture(content, file.picture(picture, png), place.shift(box.x, box.y))


def _show_run(
    file: PdfFile, content: Content, layer: TextLayer, line: Line, run: GlyphRun, words: Words,
    mode: str = "", silent: bool = False,
) -> None:  # fmt: skip
    """Glyphs that say their words, or, when silent, nothing."""
    use = file.fonts.use(run.face)
    content.write(f"BT\n{mode}{content.name('Font', use.object)} {numbers(run.size)} Tf")
    for word in _words_of(use, layer, run, line, words):
        says = "()" if silent else text_string(word.says) if word.says else ""
        said = f"/Span <</ActualText {says}>> BDC" if says else ""
        operators = _shown(word.glyphs, run, layer.box)
        content.write("\n".join([said, *operators, "EMC"] if said else operators))
    content.write("ET")


def _shown(glyphs: tuple[Glyph, ...], run: GlyphRun, box: Box) -> list[str]:
    """Glyphs of one height in one array, each moved to where it stands."""
    operators: list[str] = []
    level: float | None = None
    pen, parts = 0.0, list[str]()
    for glyph in glyphs:
        if glyph.y != level:
            operators += _array(parts)
            level, pen, parts = glyph.y, glyph.x, []
            operators.append(f"1 0 0 -1 {numbers(box.x + glyph.x, box.y + glyph.y)} Tm")
        away = round((pen - glyph.x) * 1000 / run.size, 2)
        if away:
            parts.append(numbers(away))
            pen -= away * run.size / 1000
        parts.append(f"<{glyph.code:04X}>")
        pen += thousandths(run.face, glyph.number) * run.size / 1000
    return operators + _array(parts)


def _array(parts: list[str]) -> list[str]:
    return [f"[{' '.join(parts)}] TJ".replace("><", "")] if parts else []


def _words_of(
    use: FontUse, layer: TextLayer, run: GlyphRun, line: Line, words: Words
) -> Iterator[Word]:
    """Words are cut at spaces; in turned text readers lose the spaces that stand alone."""
    turned = bool(layer.rotation % 360)
    all_glyphs = _glyphs_of(use, run, line, words)
    for glyphs in [tuple(all_glyphs)] if turned and not run.rtl else _parts(all_glyphs):
        text = "".join(glyph.text for glyph in glyphs)
        torn = any(not g.text for g in glyphs) or any(use.text(g.code) != g.text for g in glyphs)
        said = torn or turned or _is_loose(glyphs, run)
        says = text if said and text.strip() and not run.rtl else ""
        yield Word(glyphs, unicodedata.normalize("NFC", says))


def _parts(glyphs: Iterator[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Cut at spaces, which stand alone."""
    part: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text.isspace():
            if part:
                yield tuple(part)
            yield (glyph,)
            part = []
        else:
            part.append(glyph)
    if part:
        yield tuple(part)


def _glyphs_of(use: FontUse, run: GlyphRun, line: Line, words: Words) -> Iterator[Glyph]:
    """In the order they are drawn."""
    starts = sorted(set(run.clusters))
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True))
    index, count = 0, len(run.glyphs)
    while index < count:
        cluster, first = run.clusters[index], index
        while index < count and run.clusters[index] == cluster:
            index += 1
        speaker = _widest(run, first, index) if run.rtl else first
        for place in range(first, index):
            text = ""
            if place == speaker:
                text = words.shown_between(cluster, ends[cluster], line.end)
            glyph = run.glyphs[place]
            yield Glyph(glyph, use.code(glyph, text), *run.points[place], text)


def _widest(run: GlyphRun, first: int, end: int) -> int:
    """The base of a cluster: its marks have no width."""
    advance = run.face.hb_font.get_glyph_h_advance
    return max(range(first, end), key=lambda place: advance(run.glyphs[place]))


def _is_loose(glyphs: tuple[Glyph, ...], run: GlyphRun) -> bool:
    """Whether letters stand so far apart that readers take them for words."""
    for glyph, following in pairwise(glyphs):
        advance = thousandths(run.face, glyph.number) * run.size / 1000
        if following.x - glyph.x - advance > _LOOSE * run.size:
            return True
    return False


def _say_emoji(
    file: PdfFile, content: Content, layer: TextLayer, line: Line, run: GlyphRun, words: Words,
    resources: Resources,
) -> None:  # fmt: skip
    """An unseen space over the pictures that says what they show."""
    text = words.shown_between(run.start, run.end, line.end)
    if not run.points or not text:
        return
    face = resources.fonts.face(DEFAULT_FAMILY, 400)
    space = face.hb_font.get_nominal_glyph(ord(" "))
    use = file.fonts.use(face)
    code = use.code(space, " ")
    x, y = run.points[0]
    wide = 100 * run.advance / (thousandths(face, space) / 1000 * run.size)
    content.write(
        f"BT\n3 Tr {content.name('Font', use.object)} {numbers(run.size)} Tf {numbers(wide)} Tz\n"
        f"1 0 0 -1 {numbers(layer.box.x + x, layer.box.y + y)} Tm\n"
        f"/Span <</ActualText {text_string(text)}>> BDC\n<{code:04X}> Tj\nEMC\nET"
    )
