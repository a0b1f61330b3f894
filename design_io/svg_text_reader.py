"""Text of an SVG → live text layers on the same baselines; ValueError where only pixels serve.

A text of one line is one layer, and so are lines that stand below each other at one x.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from design_io.document import Span, TextLayer, TextStyle, validated
from design_io.fonts import DEFAULT_FAMILY
from design_io.geometry import Box, Point
from design_io.imported import Reading, anchored_box
from design_io.pathfinder import Matrix
from design_io.svg_cascade import (
    Style,
    color,
    fraction,
    inherited,
    length,
    moved,
    number,
    numbers,
    similarity,
)
from design_io.svg_safety import tag
from design_io.text import typeset

_ALIGNS = {"start": "left", "middle": "center", "end": "right"}
_WEIGHTS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}
_GENERIC = {
    "serif": "EB Garamond", "sans-serif": DEFAULT_FAMILY, "monospace": DEFAULT_FAMILY,
    "system-ui": DEFAULT_FAMILY, "cursive": DEFAULT_FAMILY, "fantasy": DEFAULT_FAMILY,
}  # fmt: skip
_CASES = {"uppercase": "upper", "lowercase": "lower", "capitalize": "title"}
_PLACED = ("x", "y", "dx", "dy")
_MOST = 20_000  # characters
_EVEN = 0.02  # of the size, by which lines of one text may stand unevenly


class _Piece(NamedTuple):
    """Words of one style; with a place of their own where they begin a line."""

    words: str
    style: Style
    place: tuple[float, float] | None
    decoration: str


def text_layers(
    element: Element, style: Style, matrix: Matrix, shared: dict[str, Any], reading: Reading
) -> list[TextLayer]:
    """None, one, or one for each line that stands apart; their ids begin with the shared one."""
    even = similarity(matrix)
    if even is None or style["writing-mode"].startswith(("tb", "vertical")):
        raise ValueError("sheared or vertical text")
    lines = _lines(_pieces(element, style))
    if not lines:
        return []
    if _stacked(lines):
        lines = [_joined(lines)]
    layers = []
    for number_, line in enumerate(lines):
        own = shared if not number_ else shared | {
            "id": reading.layer_id(shared["name"] or _words(line), "text"), "mask": None,
        }  # fmt: skip
        layers.append(_layer(line, matrix, even.scale, even.rotation, own, reading))
    return layers


class _Line(NamedTuple):
    pieces: tuple[_Piece, ...]
    x: float
    y: float
    leading: float = 1.2  # of the size, where several lines are one text


def _pieces(element: Element, style: Style) -> list[_Piece]:
    """The words in order, white space collapsed as XML text is."""
    pieces: list[_Piece] = []

    def walk(node: Element, own: Style, at: tuple[float, float] | None, lined: str) -> None:
        _refuse_odd(node)
        place = _place(node, pieces, own, at)
        lined = node.get("text-decoration", node.get("text-decoration-line", lined))
        if node.text:
            pieces.append(_Piece(node.text, own, place, lined))
            place = None
        for child in node:
            if tag(child) not in ("tspan", "a"):
                if tag(child) in ("title", "desc"):
                    continue
                raise ValueError(f"a {tag(child)} inside a text")
            walk(child, inherited(own, child), place, lined)
            place = None
            if child.tail:
                pieces.append(_Piece(child.tail, own, None, lined))

    walk(element, style, (0.0, 0.0), "")
    return pieces


def _refuse_odd(node: Element) -> None:
    if any(len(numbers(node.get(key, ""))) > 1 for key in _PLACED) or node.get("rotate"):
        raise ValueError("letters placed one by one")
    if node.get("textLength") or node.get("baseline-shift", "baseline") not in ("baseline", "0"):
        raise ValueError("stretched or raised text")


def _place(
    node: Element, before: list[_Piece], style: Style, at: tuple[float, float] | None
) -> tuple[float, float] | None:
    """Where the node's own place begins; None where the words go on."""
    size = length(style["font-size"])
    if not any(node.get(key) for key in _PLACED):
        return at
    known = at or next((piece.place for piece in reversed(before) if piece.place), (0.0, 0.0))
    dx, dy = (_shift(node.get(key, ""), size) for key in ("dx", "dy"))
    if node.get("x") is None and at is None and (dx or not dy):
        raise ValueError("words that are kerned by hand")
    x, y = (node.get(key) for key in ("x", "y"))
    return (
        (length(x) if x is not None else known[0]) + dx,
        (length(y) if y is not None else known[1]) + dy,
    )


def _shift(text: str, size: float) -> float:
    return number(text) * size if text.strip().endswith("em") else length(text)


def _lines(pieces: list[_Piece]) -> list[_Line]:
    """Pieces from one placed piece to the next, without the white space around them."""
    lines: list[_Line] = []
    run: list[_Piece] = []
    spot = (0.0, 0.0)

    def close() -> None:
        kept = _collapsed(run)
        if kept:
            lines.append(_Line(tuple(kept), *spot))

    for piece in pieces:
        if piece.place is not None and piece.words.strip():
            close()
            run, spot = [], piece.place
        run.append(piece)
    close()
    return lines


def _collapsed(run: list[_Piece]) -> list[_Piece]:
    kept: list[_Piece] = []
    for piece in run:
        words = re.sub(r"\s+", " ", piece.words)
        if not kept or kept[-1].words.endswith(" "):
            words = words.lstrip(" ")
        if words:
            kept.append(piece._replace(words=words))
    if kept:
        last = kept[-1].words.rstrip(" ")
        kept[-1:] = [kept[-1]._replace(words=last)] if last else []
    return kept


def _stacked(lines: list[_Line]) -> bool:
    """Whether the lines read as one text: one x, one size, even steps down."""
    sizes = {piece.style["font-size"] for line in lines for piece in line.pieces}
    anchors = {line.pieces[0].style["text-anchor"] for line in lines}
    if len(lines) < 2 or len(sizes) > 1 or len(anchors) > 1:
        return False
    size = length(sizes.pop())
    slack = _EVEN * size
    steps = [below.y - above.y for above, below in pairwise(lines)]
    even = max(steps) - min(steps) <= slack and 0.5 * size < min(steps) < 4 * size
    return even and all(abs(line.x - lines[0].x) <= slack for line in lines)


def _joined(lines: list[_Line]) -> _Line:
    pieces: list[_Piece] = []
    for line in lines:
        if pieces:
            pieces[-1] = pieces[-1]._replace(words=pieces[-1].words + "\n")
        pieces += line.pieces
    size = length(pieces[0].style["font-size"])
    leading = round((lines[1].y - lines[0].y) / size, 4)
    return _Line(tuple(pieces), lines[0].x, lines[0].y, min(10.0, max(0.11, leading)))


def _words(line: _Line) -> str:
    return "".join(piece.words for piece in line.pieces)


def _layer(
    line: _Line, matrix: Matrix, scale: float, rotation: float, shared: dict[str, Any],
    reading: Reading,
) -> TextLayer:  # fmt: skip
    """The line's box, so that its first baseline stands at its place."""
    main = max(line.pieces, key=lambda piece: len(piece.words))
    style = _style(main, scale, reading)
    align = _ALIGNS.get(main.style["text-anchor"], "left")
    spans, at = [], 0
    for piece in line.pieces:
        start, at = at, at + len(piece.words)
        own = _style(piece, scale, reading)
        differing = {key: value for key, value in own.items() if value != style[key]}
        if differing and piece.words.strip():
            spans.append(Span(start=start, end=at, **differing))
    fields = shared | {
        "text": _words(line)[:_MOST], "style": TextStyle(**style, leading=line.leading),
        "spans": tuple(spans), "align": align, "wrap": "none", "box": Box(0, 0, 1, 1),
    }  # fmt: skip
    layer = validated(TextLayer, fields)
    setting = typeset(layer, reading.fonts)
    width = max(1.0, max(each.width for each in setting.lines))
    first, last = setting.lines[0], setting.lines[-1]
    height = max(1.0, last.baseline + last.descent)
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    anchor = Point(*moved(matrix, line.x, line.y))
    box = anchored_box(Box(-share * width, -first.baseline, width, height), anchor, rotation)
    return layer.evolve(box=box, rotation=rotation)


def _style(piece: _Piece, scale: float, reading: Reading) -> dict[str, Any]:
    style = piece.style
    if style["fill"].startswith("url(") or style["stroke"] not in ("none", "transparent"):
        raise ValueError("text with a gradient or a stroke")
    size = max(0.1, length(style["font-size"], default=16.0))
    spacing = length(style["letter-spacing"])
    if style["letter-spacing"].endswith("em"):
        spacing = number(style["letter-spacing"]) * size
    weight = _WEIGHTS.get(style["font-weight"]) or int(number(style["font-weight"], 400))
    return {
        "font": _family(style["font-family"], reading),
        "weight": min(1000, max(1, weight)),
        "italic": style["font-style"].startswith(("italic", "oblique")),
        "size": min(20_000.0, round(size * scale, 3)),
        "color": color(style["fill"], style, fraction(style["fill-opacity"])) or "#00000000",
        "tracking": float(min(5000, max(-500, round(spacing / size * 1000)))),
        "case": _CASES.get(style["text-transform"], "none"),
        "underline": "underline" in piece.decoration,
        "strikethrough": "line-through" in piece.decoration,
    }


def _family(told: str, reading: Reading) -> str:
    """The first family of the list that is here."""
    names = [name.strip().strip("'\"") for name in told.split(",") if name.strip()]
    known = {family.casefold(): family for family in reading.fonts.families()}
    for name in names:
        if name.casefold() in known:
            return known[name.casefold()]
        if name.lower() in _GENERIC and len(names) == 1:
            break
    generic = next((_GENERIC[name.lower()] for name in names if name.lower() in _GENERIC), None)
    family = generic or DEFAULT_FAMILY
    if names and names[0].lower() not in _GENERIC:
        reading.warn(f"font {names[0][:60]!r} is not here; {family} stands for it")
    return family if reading.fonts.has(family) else DEFAULT_FAMILY
