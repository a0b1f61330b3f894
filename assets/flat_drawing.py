"""SVG drawings of any make → rows of plain filled paths in a 32 x 32 view box, as icons are kept.

Groups, transforms, `use`, clips and strokes are worked out with Skia's path operations; a gradient
becomes one colour, the mean of its stops; masks and filters cannot be said so.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree

import skia
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from PIL.ImageColor import getrgb

from design_io.color import hex_to_rgb, normalize_hex, rgb_to_hex

SIDE = 32.0  # px of the view box
STYLE = ("fill", "opacity", "fill-rule", "fill-opacity", "clip-rule", "stroke", "stroke-width",
         "stroke-linecap", "stroke-linejoin", "stroke-opacity")  # fmt: skip
CAPS = {
    "butt": skia.Paint.kButt_Cap,
    "round": skia.Paint.kRound_Cap,
    "square": skia.Paint.kSquare_Cap,
}
JOINS = {
    "miter": skia.Paint.kMiter_Join,
    "round": skia.Paint.kRound_Join,
    "bevel": skia.Paint.kBevel_Join,
}
VERBS = {skia.Path.kMove_Verb: "m", skia.Path.kLine_Verb: "l", skia.Path.kQuad_Verb: "q",
         skia.Path.kCubic_Verb: "c", skia.Path.kClose_Verb: "z"}  # fmt: skip
SHEET = skia.Path().addRect(skia.Rect(SIDE, SIDE))
_LEAST = 0.04  # square px of the view box; what is smaller is not seen


class UnsupportedSvg(Exception):
    """The drawing cannot be said as filled paths."""


class State(NamedTuple):
    """What an element inherits."""

    style: dict[str, str]
    matrix: skia.Matrix
    clips: tuple[skia.Path, ...]  # in the view box
    opacity: float


def flat_drawing(body: str, side: float) -> str:
    """The same picture as <path>s with fill, d, opacity and fill-rule only; "" if it has none."""
    root = ElementTree.fromstring(f'<svg xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>')
    start = State({"fill": "#000"}, skia.Matrix.Scale(SIDE / side, SIDE / side), (), 1.0)
    try:
        paths = list(_paths(root, root, start))
    except UnsupportedSvg:
        return ""
    return "".join(path for before, path in pairwise(["", *paths]) if path != before)


def joined(body: str) -> str:
    """A flat drawing with one path where several of one colour have nothing else between them."""
    rows: list[tuple[str, skia.Path]] = []
    for row in ElementTree.fromstring(f"<svg>{body}</svg>"):
        color, area = row.attrib["fill"], _area(row, skia.Matrix(), row.get("fill-rule", "nonzero"))
        at = _lowest(rows, color, area)
        if at is None:
            rows.append((color, area))
        else:
            rows[at] = color, skia.Op(rows[at][1], area, skia.kUnion_PathOp)
    return "".join(_row(color, area) for color, area in rows)


def _lowest(rows: list[tuple[str, skia.Path]], color: str, area: skia.Path) -> int | None:
    """The path of this colour that the area can lie in without going under another."""
    for at in reversed(range(len(rows))):
        if rows[at][0] == color:
            return at
        over = skia.Op(rows[at][1], area, skia.kIntersect_PathOp).computeTightBounds()
        if over.width() * over.height() >= _LEAST:
            return None
    return None


def _row(color: str, area: skia.Path, extras: str = "") -> str:
    if area.getFillType() == skia.PathFillType.kEvenOdd:
        extras += ' fill-rule="evenodd"'
    return f'<path fill="{color}"{extras} d="{_data(area)}"/>'


def _paths(element: ElementTree.Element, root: ElementTree.Element, state: State) -> Iterator[str]:
    if element.tag in ("defs", "clipPath", "linearGradient", "radialGradient", "title"):
        return
    if "filter" in element.attrib or "mask" in element.attrib or element.tag == "mask":
        raise UnsupportedSvg(element.tag)
    state = _inherited(element, root, state)
    if element.tag == "use":
        yield from _paths(_used(element, root), root, state)
    elif element.tag in ("svg", "g"):
        for child in element:
            yield from _paths(child, root, state)
    else:
        yield from _painted(element, root, state)


def _inherited(element: ElementTree.Element, root: ElementTree.Element, state: State) -> State:
    own = {key: element.attrib[key] for key in STYLE if key in element.attrib}
    opacity = state.opacity * float(own.pop("opacity", 1))
    matrix = skia.Matrix.Concat(state.matrix, _matrix(element.get("transform", "")))
    clips = state.clips
    if name := element.get("clip-path"):
        clips = (*clips, _clip(name, root, matrix))
    return State({**state.style, **own}, matrix, clips, opacity)


def _used(element: ElementTree.Element, root: ElementTree.Element) -> ElementTree.Element:
    link = element.get("href") or element.attrib["{http://www.w3.org/1999/xlink}href"]
    return _named(link[1:], root)


def _named(name: str, root: ElementTree.Element) -> ElementTree.Element:
    return next(found for found in root.iter() if found.get("id") == name)


def _clip(url: str, root: ElementTree.Element, matrix: skia.Matrix) -> skia.Path:
    """The area of a clip path, in the view box."""
    whole = skia.Path()
    for child in _named(url[len("url(#") : -1], root):
        shape = _used(child, root) if child.tag == "use" else child
        inner = skia.Matrix.Concat(matrix, _matrix(child.get("transform", "")))
        rule = shape.get("clip-rule", child.get("clip-rule", "nonzero"))
        whole = skia.Op(whole, _area(shape, inner, rule), skia.kUnion_PathOp)
    return whole


def _painted(
    element: ElementTree.Element, root: ElementTree.Element, state: State
) -> Iterator[str]:
    style = state.style
    if style["fill"] != "none":
        area = _area(element, state.matrix, style.get("fill-rule", "nonzero"))
        yield from _said(area, style["fill"], "fill", root, state)
    if style.get("stroke", "none") != "none":
        paint = skia.Paint(
            Style=skia.Paint.kStroke_Style, StrokeWidth=float(style.get("stroke-width", 1)),
            StrokeCap=CAPS[style.get("stroke-linecap", "butt")],
            StrokeJoin=JOINS[style.get("stroke-linejoin", "miter")],
        )  # fmt: skip
        outline = skia.Path()
        paint.getFillPath(_outline(element), outline, None, 8.0)
        outline.transform(state.matrix)
        yield from _said(outline, style["stroke"], "stroke", root, state)


def _said(
    area: skia.Path, color: str, kind: str, root: ElementTree.Element, state: State
) -> Iterator[str]:
    inside = skia.Rect(SIDE, SIDE).contains(area.computeTightBounds())
    for clip in (*state.clips, *(() if inside else (SHEET,))):
        area = skia.Op(area, clip, skia.kIntersect_PathOp)
    box = area.computeTightBounds()
    if not _data(area) or box.width() * box.height() < _LEAST:
        return
    opacity = round(state.opacity * float(state.style.get(f"{kind}-opacity", 1)), 2)
    fill = _mean(_named(color[5:-1], root), root) if color.startswith("url(#") else color
    extras = f' opacity="{opacity:g}"' if opacity < 1 else ""
    if fill and opacity > 0.04:
        yield _row(_hex(fill), area, extras)


def _mean(gradient: ElementTree.Element, root: ElementTree.Element) -> str:
    """One colour for a gradient; stops that are mostly clear show what lies below instead."""
    link = gradient.get("href") or gradient.get("{http://www.w3.org/1999/xlink}href")
    stops = list(gradient.iter("stop")) or list(_named(link[1:], root).iter("stop"))
    if any(float(stop.get("stop-opacity", 1)) < 1 for stop in stops):
        return ""
    colors = [hex_to_rgb(_hex(stop.get("stop-color", "#000"))) for stop in stops]
    red, green, blue = (sum(channel) / len(colors) for channel in zip(*colors, strict=True))
    return rgb_to_hex(red, green, blue)


def _hex(color: str) -> str:
    return normalize_hex(color) if color.startswith("#") else rgb_to_hex(*getrgb(color)[:3])


def _area(element: ElementTree.Element, matrix: skia.Matrix, rule: str) -> skia.Path:
    path = _outline(element)
    kinds = skia.PathFillType
    path.setFillType(kinds.kEvenOdd if rule == "evenodd" else kinds.kWinding)
    path.transform(matrix)
    return path


def _outline(element: ElementTree.Element) -> skia.Path:
    builder = PathBuilder()
    bare = ElementTree.Element(element.tag, {**element.attrib})
    bare.attrib.pop("transform", None)
    if not builder.add_path_from_element(bare):
        raise UnsupportedSvg(element.tag)
    pen = SkiaPen(None)
    parse_path(builder.paths[0], pen)
    return pen.path


class SkiaPen(BasePen):
    """Draws into a Skia path."""

    def __init__(self, glyphs: None) -> None:
        super().__init__(glyphs)
        self.path = skia.Path()

    def _moveTo(self, at: tuple[float, float]) -> None:
        self.path.moveTo(*at)

    def _lineTo(self, to: tuple[float, float]) -> None:
        self.path.lineTo(*to)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.path.cubicTo(*(number for point in points for number in point))

    def _closePath(self) -> None:
        self.path.close()


def _data(path: skia.Path) -> str:
    """Path data, relative and with two decimals: a hundredth of a pixel of 32."""
    said, here, start = "", (0, 0), (0, 0)
    for verb, points in _segments(path):
        if verb == "z":
            said, here = f"{said}z", start
            continue
        spots = [(round(100 * p.x()), round(100 * p.y())) for p in points]
        steps = [f"{_number(x - here[0])} {_number(y - here[1])}" for x, y in spots]
        here = spots[-1]
        start = here if verb == "m" else start
        said += verb + " ".join(steps).replace(" -", "-")
    return said


def _segments(path: skia.Path) -> Iterator[tuple[str, list[skia.Point]]]:
    for verb, points in path:
        if verb == skia.Path.kConic_Verb:
            quads = skia.Path.ConvertConicToQuads(*points, 2**-0.5, 1)
            yield from (("q", quads[at : at + 2]) for at in range(1, len(quads) - 1, 2))
        elif verb in VERBS:
            yield VERBS[verb], points[1:] if len(points) > 1 else points


def _number(hundredths: int) -> str:
    text = f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if abs(hundredths) < 100 and hundredths else text


def _matrix(text: str) -> skia.Matrix:
    whole = skia.Matrix()
    for name, inner in re.findall(r"(\w+)\(([^)]*)\)", text):
        values = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", inner)]
        whole = skia.Matrix.Concat(whole, _step(name, values))
    return whole


def _step(name: str, values: list[float]) -> skia.Matrix:
    match name:
        case "matrix":
            a, b, c, d, e, f = values
            return skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1)
        case "translate":
            return skia.Matrix.Translate(values[0], (*values, 0.0)[1])
        case "scale":
            return skia.Matrix.Scale(values[0], (*values, values[0])[1])
        case "rotate":
            matrix = skia.Matrix()
            matrix.setRotate(*values)
            return matrix
    raise UnsupportedSvg(name)
