"""Text set in lines: the one authority on where glyphs stand, for every renderer and writer.

Coordinates are px relative to the layer's box, unrotated, y down. Line boxes and half-leading are
as in CSS, but a line box is only as high as the styles on its line ask for, as in PSD.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from design_io.document import Span, TextLayer, TextStyle
from design_io.fonts import Face, FontLibrary
from design_io.geometry import Box, union_all
from design_io.glyphs import Segment, glyph_box, glyph_outline
from design_io.paragraph import Paragraph, Stretch, hanging
from design_io.story import Passage, Story, story

__all__ = [
    "GlyphRun", "Line", "Typeset", "fitted", "glyph_outline", "ink_box", "line_ink_boxes",
    "measured", "outline_path", "typeset",
]  # fmt: skip

_TOLERANCE = 0.05  # px; a line this much wider than its box still fits


class GlyphRun(NamedTuple):
    """Glyphs of one face, size, colour and direction, from left to right."""

    face: Face
    size: float  # px per em
    color: str
    glyphs: tuple[int, ...]
    points: tuple[tuple[float, float], ...]  # pen position of each glyph, y on its baseline
    clusters: tuple[int, ...]  # per glyph: the code point of layer.text where its cluster starts
    advance: float  # px
    start: int  # code points of layer.text covered
    end: int
    rtl: bool
    underline: bool
    strikethrough: bool


class Line(NamedTuple):
    """`ascent` and `descent` are px above and below the baseline, of the fonts, both positive."""

    runs: tuple[GlyphRun, ...]  # from left to right
    x: float
    baseline: float
    width: float  # without the spaces that hang at its end
    ascent: float
    descent: float
    start: int
    end: int


class Typeset(NamedTuple):
    lines: tuple[Line, ...]
    width: float  # of the widest line
    height: float  # of all line boxes
    missing: tuple[str, ...]  # clusters that no font covers; drawn as the font's .notdef
    overflow: bool  # wider or higher than the box, a word torn to fit, or more than max_lines


def typeset(layer: TextLayer, fonts: FontLibrary) -> Typeset:
    """Set the layer's text in its box. Remembered by what shapes the text, not by where it lies."""
    return _typeset(_copy(layer), fonts)


def measured(layer: TextLayer, fonts: FontLibrary) -> Typeset:
    """As `typeset`, but lines have no glyphs and no x and are not justified: faster,
    for trying how a text lies in many boxes."""
    return _typeset(_copy(layer), fonts, bare=True)


def fitted(
    layer: TextLayer, fonts: FontLibrary, smallest: float = 6.0, largest: float = 4000.0
) -> TextLayer:
    """The layer at the largest size, in steps of 0.1 px, at which its text fits its box.

    Fit "shrink" never raises the size, "fill" may, "none" keeps it. Spans keep their proportion.
    Words are torn only if that is the one way to fit; when nothing fits, the size is `smallest`.
    """
    copy, size = _copy(layer), layer.style.size
    if layer.fit == "none" or (layer.fit == "shrink" and _fits(copy, size, fonts, torn=False)):
        return layer
    high = largest if layer.fit == "fill" else size
    low = min(smallest, high)
    torn = not _fits(copy, low, fonts, torn=False)
    first, last = math.ceil(low * 10), math.floor(high * 10)
    while first < last:
        middle = (first + last + 1) // 2
        if _fits(copy, middle / 10, fonts, torn=torn):
            first = middle
        else:
            last = middle - 1
    return _resized(layer, first / 10)


def ink_box(layer: TextLayer, fonts: FontLibrary) -> Box:
    """What the glyphs cover, in canvas px, before rotation; empty when nothing is drawn."""
    return union_all(line_ink_boxes(layer, fonts))


def line_ink_boxes(layer: TextLayer, fonts: FontLibrary) -> tuple[Box, ...]:
    """The ink of each line, in canvas px, before rotation; an empty box for an empty line."""
    boxes = (_line_ink(line) for line in typeset(layer, fonts).lines)
    return tuple(box.shift(layer.box.x, layer.box.y) for box in boxes)


def outline_path(layer: TextLayer, fonts: FontLibrary) -> str:
    """All glyphs as SVG path data in canvas px, before rotation; colour glyphs are left out."""
    parts: list[str] = []
    for line in typeset(layer, fonts).lines:
        for run in line.runs:
            scale = run.size / run.face.units_per_em
            for glyph, (x, y) in zip(run.glyphs, run.points, strict=True):
                outline = glyph_outline(run.face, glyph)
                parts += _placed(outline, layer.box.x + x, layer.box.y + y, scale)
    return "".join(parts)


class _Copy(NamedTuple):
    """The fields of a text layer that decide where its glyphs stand in its box."""

    text: str
    style: TextStyle
    spans: tuple[Span, ...]
    align: str
    vertical_align: str
    direction: str
    language: str
    wrap: str
    max_lines: int | None
    width: float
    height: float


def _copy(layer: TextLayer) -> _Copy:
    return _Copy(
        layer.text, layer.style, layer.spans, layer.align, layer.vertical_align, layer.direction,
        layer.language, layer.wrap, layer.max_lines, layer.box.width, layer.box.height,
    )  # fmt: skip


class _Row(NamedTuple):
    """A line in em of the layer's size, before it has a place: heights are up and down from the
    baseline, `above` and `below` with half-leading."""

    passage: Passage
    start: int
    end: int
    width: float
    ascent: float
    descent: float
    above: float
    below: float
    last: bool  # of its paragraph


class _Rows(NamedTuple):
    rows: tuple[_Row, ...]
    torn: bool

    @property
    def width(self) -> float:
        return max(row.width for row in self.rows)

    @property
    def height(self) -> float:
        return sum(row.above + row.below for row in self.rows)


@lru_cache(maxsize=2048)
def _typeset(copy: _Copy, fonts: FontLibrary, bare: bool = False) -> Typeset:
    told, size = _story(copy, fonts), copy.style.size
    set_rows = _rows(copy, told, size, copy.wrap, fonts)
    lines: list[Line] = []
    top = _top(copy, set_rows.height * size)
    for row in set_rows.rows:
        place = (told, row, size, top + row.above * size)
        lines.append(_bare_line(*place) if bare else _line(copy, *place))
        top += (row.above + row.below) * size
    width = max(line.width for line in lines)
    overflow = set_rows.torn or not _inside(copy, set_rows, size)
    return Typeset(tuple(lines), width, set_rows.height * size, told.missing, overflow)


def _story(copy: _Copy, fonts: FontLibrary) -> Story:
    return story(copy.text, copy.style, copy.spans, copy.direction, copy.language, fonts)


def _rows(copy: _Copy, told: Story, size: float, wrap: str, fonts: FontLibrary) -> _Rows:
    """Break every paragraph at the box's width."""
    rows: list[_Row] = []
    torn = False
    limit = (copy.width + _TOLERANCE) / size
    for passage in told.passages:
        paragraph = passage.paragraph
        lines = paragraph.lines(limit, wrap, justified=copy.align == "justify")
        torn = torn or lines.torn
        for start, end in lines.spans:
            heights = _heights(copy.style.leading, passage, start, end, fonts)
            last = (start, end) == lines.spans[-1]
            width = paragraph.width(start, end)
            rows.append(_Row(passage, start, end, width, *heights, last))
    return _Rows(tuple(rows), torn)


def _heights(
    leading: float, passage: Passage, start: int, end: int, fonts: FontLibrary
) -> tuple[float, float, float, float]:
    """ascent, descent, above and below: the highest of the styles on the line."""
    items = (item for item in passage.paragraph.items if item.start < end and item.end > start)
    styles = {(item.primary, item.style.scale) for item in items}
    if not styles:
        style = passage.style
        styles = {(fonts.face(style.font, style.weight, style.italic), style.scale)}
    each = [_line_box(face, scale, leading) for face, scale in styles]
    return tuple(max(heights) for heights in zip(*each, strict=True))


@lru_cache(maxsize=1024)
def _line_box(face: Face, scale: float, leading: float) -> tuple[float, float, float, float]:
    ascent = face.ascent / face.units_per_em * scale
    descent = -face.descent / face.units_per_em * scale
    half_leading = (leading * scale - ascent - descent) / 2
    return ascent, descent, ascent + half_leading, descent + half_leading


def _top(copy: _Copy, height: float) -> float:
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[copy.vertical_align]
    return (copy.height - height) * share


def _line(copy: _Copy, told: Story, row: _Row, size: float, baseline: float) -> Line:
    stretches = row.passage.paragraph.stretches(row.start, row.end)
    width = (sum(part.width for part in stretches) - hanging(stretches)) * size
    free = copy.width - width
    gaps: frozenset[int] = frozenset()
    if copy.align == "justify" and not row.last and free > 0:
        gaps = _gaps(row.passage.paragraph, stretches)
    x = 0.0 if gaps else free * _share_before(copy.align, row.passage.paragraph.base == 1)
    gap = free / len(gaps) if gaps else 0.0
    runs: list[GlyphRun] = []
    pen = x
    for part in stretches:
        run = _run(told, row.passage, part, size, (pen, baseline), gaps, gap)
        pen += run.advance
        if runs and _continues(runs[-1], run):
            runs[-1] = _merged(runs[-1], run)
        else:
            runs.append(run)
    if runs:
        trailing = hanging(stretches) * size
        runs[-1] = runs[-1]._replace(advance=runs[-1].advance - trailing)
    start, end = told.origin(row.passage, row.start), told.origin(row.passage, row.end)
    ascent, descent = row.ascent * size, row.descent * size
    return Line(
        tuple(runs), x, baseline, copy.width if gaps else width, ascent, descent, start, end
    )


def _bare_line(told: Story, row: _Row, size: float, baseline: float) -> Line:
    start, end = told.origin(row.passage, row.start), told.origin(row.passage, row.end)
    return Line(
        (), 0.0, baseline, row.width * size, row.ascent * size, row.descent * size, start, end
    )


def _share_before(align: str, rtl: bool) -> float:
    """The share of a line's free space that lies left of it."""
    if align == "center":
        return 0.5
    if align in ("left", "right"):
        return float(align == "right")
    return float((align == "end") != rtl)  # start, and justify where there is nothing to stretch


def _gaps(paragraph: Paragraph, stretches: tuple[Stretch, ...]) -> frozenset[int]:
    """The clusters of a line after which space is added: spaces, else East Asian characters."""
    shown = [cluster for part in stretches for cluster in part.shaped.clusters]
    spaces = frozenset(cluster for cluster in shown if paragraph.text[cluster] in " \u00a0")
    if spaces or not paragraph.east_asian:
        return spaces
    return frozenset(shown) - {shown[-1]} if shown else frozenset()


def _run(
    told: Story, passage: Passage, part: Stretch, size: float, pen: tuple[float, float],
    gaps: frozenset[int], gap: float,
) -> GlyphRun:  # fmt: skip
    item, shaped = part.item, part.shaped
    style, em = item.style, size * item.style.scale
    unit = em / item.face.units_per_em
    x, baseline = pen
    points: list[tuple[float, float]] = []
    following = (*shaped.clusters[1:], None)
    for number, (advance, (dx, dy)) in enumerate(zip(shaped.advances, shaped.offsets, strict=True)):
        points.append((x + dx * unit, baseline - dy * unit))
        x += advance * unit + part.spacing[number] * em
        cluster = shaped.clusters[number]
        if gap and cluster in gaps and cluster != following[number]:
            x += gap
    return GlyphRun(
        face=item.face,
        size=em,
        color=style.color,
        glyphs=shaped.glyphs,
        points=tuple(points),
        clusters=tuple([told.origin(passage, cluster) for cluster in shaped.clusters]),
        advance=x - pen[0],
        start=told.origin(passage, part.start),
        end=told.origin(passage, part.end),
        rtl=item.level % 2 == 1,
        underline=style.underline,
        strikethrough=style.strikethrough,
    )


def _continues(run: GlyphRun, following: GlyphRun) -> bool:
    """Whether two neighbours differ in nothing a renderer or a file would want to know."""
    same = ("face", "size", "color", "rtl", "underline", "strikethrough")
    meet = run.start == following.end if run.rtl else run.end == following.start
    return meet and all(getattr(run, name) == getattr(following, name) for name in same)


def _merged(run: GlyphRun, following: GlyphRun) -> GlyphRun:
    return run._replace(
        glyphs=run.glyphs + following.glyphs,
        points=run.points + following.points,
        clusters=run.clusters + following.clusters,
        advance=run.advance + following.advance,
        start=min(run.start, following.start),
        end=max(run.end, following.end),
    )


def _fits(copy: _Copy, size: float, fonts: FontLibrary, *, torn: bool) -> bool:
    """Whether the text set at `size` lies in its box, without torn words unless `torn`."""
    told = _story(copy, fonts)
    widest = max(passage.paragraph.widest_word for passage in told.passages)
    if not torn and widest * size > copy.width + _TOLERANCE:
        return False
    # With one size throughout, balancing moves words but changes neither count nor height.
    wrap = "greedy" if copy.wrap == "balance" and told.uniform else copy.wrap
    rows = _rows(copy, told, size, wrap, fonts)
    return (torn or not rows.torn) and _inside(copy, rows, size)


def _inside(copy: _Copy, rows: _Rows, size: float) -> bool:
    """A block must fit with its line boxes; a single line need only with its ink."""
    if rows.width * size > copy.width + 2 * _TOLERANCE:
        return False
    if copy.max_lines is not None and len(rows.rows) > copy.max_lines:
        return False
    height = rows.height * size
    if height <= copy.height + _TOLERANCE:
        return True
    return len(rows.rows) == 1 and _ink_inside(copy, rows.rows[0], size, _top(copy, height))


def _ink_inside(copy: _Copy, row: _Row, size: float, top: float) -> bool:
    baseline = top + row.above * size
    for part in row.passage.paragraph.stretches(row.start, row.end):
        unit = size * part.item.style.scale / part.item.face.units_per_em
        for glyph, (_, dy) in zip(part.shaped.glyphs, part.shaped.offsets, strict=True):
            ink = glyph_box(part.item.face, glyph)
            if ink is None:
                continue
            if baseline - (ink.top + dy) * unit < -_TOLERANCE:
                return False
            if baseline - (ink.bottom + dy) * unit > copy.height + _TOLERANCE:
                return False
    return True


def _resized(layer: TextLayer, size: float) -> TextLayer:
    """The layer at `size`, its spans in proportion."""
    factor = size / layer.style.size
    spans = tuple(
        span.evolve(size=span.size * factor) if span.size is not None else span
        for span in layer.spans
    )
    return layer.evolve(style=layer.style.evolve(size=size), spans=spans)


def _line_ink(line: Line) -> Box:
    """In px relative to the layer's box."""
    boxes = [
        (x + ink.left * unit, y - ink.top * unit, x + ink.right * unit, y - ink.bottom * unit)
        for run in line.runs
        for unit in (run.size / run.face.units_per_em,)
        for glyph, (x, y) in zip(run.glyphs, run.points, strict=True)
        if (ink := glyph_box(run.face, glyph)) is not None
    ]
    if not boxes:
        return Box(line.x, line.baseline, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return Box(left, top, max(rights) - left, max(bottoms) - top)


def _placed(outline: Iterable[Segment], x: float, y: float, scale: float) -> Iterator[str]:
    """SVG path data of an outline at a pen position."""
    for letter, values in outline:
        yield letter
        for index, value in enumerate(values):
            place = y - value * scale if index % 2 else x + value * scale
            yield f"{' ' if index else ''}{place:.2f}"
