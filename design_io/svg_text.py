"""Text layers as SVG: live text that stands where our glyphs stand, or the glyphs as paths.

Live text is one `text` element in reading order. Each stretch of one face, colour and direction is
a `tspan` with its own left edge and baseline, so that no program has to break, align or order it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from design_io.document import TextLayer
from design_io.effects import extrusions, outlines
from design_io.extrusion import extruded
from design_io.glyphs import glyph_outline
from design_io.paint import Color
from design_io.pathfinder import path_data
from design_io.resources import Resources
from design_io.svg_drawing import Attributes, Node, SvgDocument
from design_io.svg_emoji import colored_glyphs
from design_io.svg_fonts import FontUses, font_family
from design_io.svg_grain import Reach, filled
from design_io.svg_paint import (
    Pictures,
    box_attributes,
    color_attributes,
    embedded,
)
from design_io.text import GlyphRun, Line, Typeset, ink_box, typeset
from design_io.text_painting import decorations, text_outline
from design_io.words import Words, set_words

_MARKS = {False: "\u200e", True: "\u200f"}  # letters of no width that read left, right to left
_LINES_AS_IN_FONT = "text-decoration-thickness:from-font;text-underline-position:from-font"
_STRONG = {False: ("L", "EN"), True: ("R", "AL", "AN")}


class Piece(NamedTuple):
    """A stretch of a line that one `tspan` shows."""

    text: str
    x: float  # left edge, canvas px
    baseline: float
    start: int  # code point of the layer's text
    rtl: bool
    attributes: Attributes


def live_text(
    svg: SvgDocument, layer: TextLayer, resources: Resources, pictures: Pictures, fonts: FontUses
) -> list[Node]:
    """The layer's elements, bottom first, in canvas pixels before rotation."""
    setting = typeset(layer, resources.fonts)
    words = set_words(layer, resources.fonts)
    lines = [list(_pieces(layer, line, words, fonts)) for line in setting.lines]
    body = _text_element(svg, layer, setting, lines)
    if body is None:
        return []
    painted = _painted(svg, layer, body, resources, pictures)
    return [*_effects(svg, layer, setting), *painted, *_emoji(svg, layer, setting)]


def outlined_text(
    svg: SvgDocument, layer: TextLayer, resources: Resources, pictures: Pictures
) -> list[Node]:
    """As `live_text`, with the glyphs as one path per face and colour."""
    setting = typeset(layer, resources.fonts)
    body = _outlines(svg, layer, setting, resources)
    painted = _painted(svg, layer, body, resources, pictures)
    return [*_effects(svg, layer, setting), *painted, *_emoji(svg, layer, setting)]


def _outlines(
    svg: SvgDocument, layer: TextLayer, setting: Typeset, resources: Resources
) -> Node:  # fmt: skip
    name = f"{layer.id}.text"
    if layer.fill is not None:
        data = path_data(text_outline(setting), layer.box.x, layer.box.y)
        return svg.node("path", id=name, d=data)
    body = svg.node("g", id=name)
    for color, data in _glyph_paths(layer, setting):
        body.add(svg.node("path", d=data, **color_attributes("fill", color)))
    for decoration in decorations(layer, resources.fonts):
        box = decoration.box.shift(layer.box.x, layer.box.y)
        body.add(
            svg.node("rect", **box_attributes(box), **color_attributes("fill", decoration.color))
        )
    return body


def _pieces(layer: TextLayer, line: Line, words: Words, fonts: FontUses) -> Iterator[Piece]:
    """The line's pieces in reading order, without the space at its end."""
    found: list[Piece] = []
    pen = line.x
    for run in line.runs:
        for start, end in _cuts(layer, run, words):
            text = words.shown_between(start, end, line.end)
            if run.face.colored:
                paint: Attributes = {"fill": "none"}
            else:
                paint = color_attributes("fill", run.color) if layer.fill is None else {}
                fonts.add(run.face, text, words.spacing[start][1])
            x = pen if start == run.start and not run.rtl else _left(run, start, end, pen)
            attributes = _style(layer, run, words.spacing[start]) | paint
            place = (layer.box.x + x, layer.box.y + line.baseline)
            found.append(Piece(text, *place, start, run.rtl, attributes))
        pen += run.advance
    yield from sorted((piece for piece in found if piece.text), key=lambda piece: piece.start)


def _cuts(layer: TextLayer, run: GlyphRun, words: Words) -> list[tuple[int, int]]:
    """The run cut where its spacing changes, and where justifying may have moved its parts."""
    cuts = [run.start]
    for index in sorted(set(run.clusters)):
        before = layer.text[index - 1] if index else ""
        loose = layer.align == "justify" and (before == " " or _is_wide(layer.text[index]))
        if index > run.start and (loose or words.spacing[index] != words.spacing[cuts[-1]]):
            cuts.append(index)
    return list(zip(cuts, [*cuts[1:], run.end], strict=True))


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _left(run: GlyphRun, start: int, end: int, pen: float) -> float:
    """Where the leftmost glyph with a width stands, of those that belong to start..end."""
    if run.rtl and end == run.end:
        return pen
    for glyph, (x, _), cluster in zip(run.glyphs, run.points, run.clusters, strict=True):
        if start <= cluster < end and run.face.hb_font.get_glyph_h_advance(glyph):
            return x
    return pen


def _style(
    layer: TextLayer, run: GlyphRun, spacing: tuple[float, tuple[str, ...]]
) -> Attributes:  # fmt: skip
    tracking, features = spacing
    lines = [name for name in ("underline", "strikethrough") if getattr(run, name)]
    css = [f"font-feature-settings:{_feature_settings(features)}"] if features else []
    css += [_LINES_AS_IN_FONT] if lines else []
    return {
        "font_family": font_family(run.face),
        "font_size": run.size,
        "font_weight": str(run.face.weight),
        "font_style": "italic" if run.face.italic else None,
        "letter_spacing": tracking * layer.style.size or None,
        "text_decoration": " ".join(lines).replace("strikethrough", "line-through") or None,
        "style": ";".join(css) or None,
    }


def _feature_settings(features: Sequence[str]) -> str:
    pairs = (feature.partition("=") for feature in features)
    return ",".join(f"'{tag}' {value or 1}" for tag, _, value in pairs)


def _text_element(
    svg: SvgDocument, layer: TextLayer, setting: Typeset, lines: list[list[Piece]]
) -> Node | None:
    pieces = [piece for line in lines for piece in line]
    if not pieces:
        return None
    common = _common([piece.attributes for piece in pieces])
    body = svg.node(
        "text", id=f"{layer.id}.text", xml__space="preserve", xml__lang=layer.language or None,
        text_rendering="geometricPrecision", **common,
    )  # fmt: skip
    mixed = any(piece.rtl for piece in pieces)
    for number_, line in enumerate(lines):
        for piece in line:
            body.add(_span(svg, piece, common, mixed))
        if (
            number_ + 1 < len(lines)
            and setting.lines[number_].end < setting.lines[number_ + 1].start
        ):
            _end_line(svg, body, line)
    return body


def _common(all_attributes: list[Attributes]) -> Attributes:
    first = all_attributes[0]
    return {
        key: value
        for key, value in first.items()
        if all(attributes.get(key) == value for attributes in all_attributes)
    }


def _span(svg: SvgDocument, piece: Piece, common: Attributes, mixed: bool) -> Node:
    own = {key: value for key, value in piece.attributes.items() if key not in common}
    text = _marked(piece.text, piece.rtl) if mixed else piece.text
    return svg.node("tspan", text, x=piece.x, y=piece.baseline, **own)


def _marked(text: str, rtl: bool) -> str:
    """With a mark beside an outer character whose direction its neighbours would decide."""
    strong, mark = _STRONG[rtl], _MARKS[rtl]
    before = mark if unicodedata.bidirectional(text[:1]) not in strong else ""
    after = mark if unicodedata.bidirectional(text[-1:]) not in strong else ""
    return before + text + after


def _end_line(svg: SvgDocument, body: Node, line: list[Piece]) -> None:
    """A space between the words of two lines, where it moves and underlines nothing."""
    if not line:
        return
    last = line[-1]
    if last.rtl or last.attributes["text_decoration"] or not body.elements[-1].text:
        body.add(svg.node("tspan", " ", x=last.x, y=last.baseline))
    else:
        body.elements[-1].text += " "


def _painted(
    svg: SvgDocument, layer: TextLayer, body: Node, resources: Resources, pictures: Pictures
) -> list[Node]:
    """The text in the colours it has, or in the layer's fill."""
    if layer.fill is None:
        return [body]
    reach = Reach(ink_box(layer, resources.fonts).pad(1))
    return filled(svg, resources, pictures, body, layer, reach, {})


def _effects(svg: SvgDocument, layer: TextLayer, setting: Typeset) -> list[Node]:
    """Extrusions as paths; outlines as the text once more with a stroke, so that they follow it."""
    nodes: list[Node] = []
    widest = max((outline.width for outline in outlines(layer)), default=0.0)
    for drag in extrusions(layer):
        path = extruded(text_outline(setting), drag.dx, drag.dy)
        line = _line_around(widest, drag.color) if widest else {}
        data = path_data(path, layer.box.x, layer.box.y)
        nodes.append(svg.node("path", d=data, **color_attributes("fill", drag.color), **line))
    for outline in outlines(layer):
        around = svg.node("g", **_line_around(outline.width, outline.color))
        around.add(svg.node("use", xlink__href=f"#{layer.id}.text"))
        nodes.append(around)
    return nodes


def _line_around(width: float, color: Color) -> Attributes:
    stroke = color_attributes("stroke", color)
    return {**stroke, "stroke_width": 2 * width, "stroke_linejoin": "round"}


def _glyph_paths(layer: TextLayer, setting: Typeset) -> Iterator[tuple[str, str]]:
    """Colour and path data of each run: edges are smoothed as ours when paths are the same."""
    for line in setting.lines:
        for run in line.runs:
            parts: list[str] = []
            unit = run.size / run.face.units_per_em
            for glyph, (x, y) in zip(run.glyphs, run.points, strict=True):
                parts += _glyph(run, glyph, layer.box.x + x, layer.box.y + y, unit)
            if parts:
                yield run.color, "".join(parts)


def _glyph(run: GlyphRun, glyph: int, x: float, y: float, unit: float) -> Iterator[str]:
    for letter, values in glyph_outline(run.face, glyph):
        ends = zip(values[::2], values[1::2], strict=True)
        yield letter + " ".join(f"{x + a * unit:.2f} {y - b * unit:.2f}" for a, b in ends)


def _emoji(svg: SvgDocument, layer: TextLayer, setting: Typeset) -> Iterator[Node]:
    """Colour glyphs as pictures: few programs draw them from a font."""
    for line in setting.lines:
        for run in line.runs:
            if run.face.colored:
                for picture, box in colored_glyphs(run):
                    yield embedded(svg, picture, box.shift(layer.box.x, layer.box.y))
