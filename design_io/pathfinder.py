"""SVG path data made from path data: placed by a matrix, joined, cut out of and cut to each other.

What comes out consists of contours that do not cross, to be filled even-odd; so are operands.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from design_io.paths import parse_path
from design_io.skia_library import skia

Points = npt.NDArray[np.float64]
Matrix = tuple[float, float, float, float, float, float]  # as in SVG: a b c d e f


@lru_cache(maxsize=512)
def simplified(data: str, even_odd: bool = False) -> str:
    """The outline that path data, filled by either rule, describes."""
    try:
        return path_data(skia.Simplify(_filled(data, even_odd)))
    except RuntimeError:  # skia gives up on some curves
        return data


def placed(data: str, matrix: Matrix) -> str:
    """The outline under an affine matrix."""
    a, b, c, d, e, f = matrix
    form, points = _form(data)
    return form % tuple((points @ ((a, b), (c, d)) + (e, f)).ravel().tolist())


@lru_cache(maxsize=2048)
def _form(data: str) -> tuple[str, Points]:
    """Path data with blanks for its coordinates, and these as an (n, 2) array."""
    return _blank(parse_path(data))


def united(pieces: Iterable[str]) -> str:
    """Everything that any of the pieces covers."""
    whole = skia.Path()
    for piece in pieces:
        whole = _operated(whole, _filled(piece), skia.PathOp.kUnion_PathOp)
    return path_data(whole)


def without(data: str, other: str) -> str:
    """What `data` covers and `other` does not."""
    difference = skia.PathOp.kDifference_PathOp
    return path_data(_operated(_filled(data), _filled(other), difference))


def grown(data: str, by: float) -> str:
    """The outline with a rim all around."""
    outline = _filled(data)
    stroke = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=2 * by)
    stroke.setStrokeJoin(skia.Paint.kRound_Join)
    rim = skia.Path()
    stroke.getFillPath(outline, rim)
    return path_data(_operated(outline, rim, skia.PathOp.kUnion_PathOp))


def within(data: str, other: str) -> str:
    """What both cover; empty when they do not meet."""
    both = skia.PathOp.kIntersect_PathOp
    return path_data(_operated(_filled(data), _filled(other), both))


def path_data(path: skia.Path, dx: float = 0.0, dy: float = 0.0) -> str:
    """The path moved by (dx, dy) as SVG path data, to the hundredth."""
    form, points = _blank(path)
    return form % tuple((points + (dx, dy)).ravel().tolist())


def _blank(path: skia.Path) -> tuple[str, Points]:
    """The letters of a path with blanks for coordinates; conics are told as quadratics."""
    letters: list[str] = []
    reached: list[tuple[float, float]] = []
    segments = skia.Path.Iter(path, False)
    verb, points = segments.next()
    while verb != skia.Path.kDone_Verb:
        if verb == skia.Path.kConic_Verb:
            points = skia.Path.ConvertConicToQuads(*points, segments.conicWeight(), 2)
            letters.append(_LETTERS[skia.Path.kQuad_Verb] * (len(points) // 2))
        else:
            letters.append(_LETTERS[verb])
        ends = points if verb == skia.Path.kMove_Verb else points[1:]
        reached += [(point.x(), point.y()) for point in ends]
        verb, points = segments.next()
    return "".join(letters), np.array(reached, dtype=np.float64).reshape(-1, 2)


def _filled(data: str, even_odd: bool = True) -> skia.Path:
    outline = skia.Path(parse_path(data))
    outline.setFillType(skia.PathFillType.kEvenOdd if even_odd else skia.PathFillType.kWinding)
    return outline


def _operated(first: skia.Path, second: skia.Path, operation: skia.PathOp) -> skia.Path:
    """The first path alone where skia cannot work the two out."""
    try:
        return skia.Op(first, second, operation)
    except RuntimeError:
        return first


_LETTERS = {
    skia.Path.kMove_Verb: "M%.2f %.2f", skia.Path.kLine_Verb: "L%.2f %.2f",
    skia.Path.kQuad_Verb: "Q%.2f %.2f %.2f %.2f",
    skia.Path.kCubic_Verb: "C%.2f %.2f %.2f %.2f %.2f %.2f", skia.Path.kClose_Verb: "Z",
}  # fmt: skip
