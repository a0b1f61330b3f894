"""Content streams of a PDF under construction: operators in canvas px, y down, and what they name.

A `Content` is a page or a form; each keeps its own resources and marked content, and knows its
current matrix, since patterns are placed by where their stream begins.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from design_io.geometry import Box
from design_io.skia_library import skia

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FAST = 500_000  # bytes from which speed counts more than size


def numbers(*values: float) -> str:
    """At most four decimals, no exponent, no minus zero."""
    return " ".join([_number(value) for value in values])


def matrix_text(matrix: Matrix) -> str:
    """A matrix keeps more digits, since it multiplies what is far away."""
    return " ".join([f"{value:.7f}".rstrip("0").rstrip(".") or "0" for value in matrix])


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


class Content:
    """One stream under construction; `bounds` is the form's box, canvas px."""

    def __init__(self, pdf: pikepdf.Pdf, key: int) -> None:
        self.pdf = pdf
        self.key = key  # of the stream in the tree of tagged content
        self.matrix = IDENTITY
        self.marks = 0  # pieces of tagged content so far
        self._parts: list[str] = []
        self._named: dict[str, dict[str, Object]] = {}
        self._names: dict[tuple[str, Any], str] = {}

    def write(self, operators: str) -> None:
        self._parts.append(operators)

    @contextmanager
    def saved(self) -> Iterator[None]:
        matrix = self.matrix
        self.write("q")
        yield
        self.write("Q")
        self.matrix = matrix

    def concat(self, matrix: Matrix) -> None:
        self.matrix = joined(matrix, self.matrix)
        self.write(f"{matrix_text(matrix)} cm")

    @contextmanager
    def marked(self, tag: str, properties: str = "") -> Iterator[None]:
        self.write(f"{tag} {properties} BDC" if properties else f"{tag} BMC")
        yield
        self.write("EMC")

    def name(self, kind: str, thing: Object) -> str:
        """What the stream calls an indirect object of a kind: XObject, Font, Pattern …"""
        key = (kind, thing.objgen)
        if key not in self._names:
            named = self._named.setdefault(kind, {})
            self._names[key] = f"/{_LETTERS[kind]}{len(named) + 1}"
            named[self._names[key]] = thing
        return self._names[key]

    def resources(self) -> Dictionary:
        found = Dictionary()
        for kind, named in self._named.items():
            found[f"/{kind}"] = Dictionary(named)
        return found

    def data(self) -> bytes:
        return "\n".join(self._parts).encode("ascii")

    def form(self, box: Box, group: Dictionary | None = None) -> Object:
        """The stream as a form; `group` makes it one picture before it meets what lies below."""
        form = stream(self.pdf, self.data(), Type=Name.XObject, Subtype=Name.Form)
        form.BBox = array(box.x, box.y, box.right, box.bottom)
        form.Resources = self.resources()
        if group is not None:
            form.Group = group
        if self.marks:
            form.StructParents = self.key
        return form


def stream(pdf: pikepdf.Pdf, data: bytes, **entries: Any) -> Object:
    """An indirect stream, compressed."""
    packed = zlib.compress(data, 1 if len(data) > _FAST else 6)
    return pdf.make_indirect(pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode, **entries))


def array(*values: float) -> Array:
    return Array([round(value, 5) for value in values])


def text_string(text: str) -> str:
    """Text as operators hold it: UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', 'ignore').hex().upper()}>"


def path_operators(path: skia.Path) -> str:
    """A path in canvas px, without painting it; quadratic curves become cubic ones."""
    parts: list[str] = []
    segments = skia.Path.Iter(path, False)
    verb, points = segments.next()
    while verb != skia.Path.kDone_Verb:
        if verb == skia.Path.kConic_Verb:
            points = skia.Path.ConvertConicToQuads(*points, segments.conicWeight(), 2)
            for index in range(0, len(points) - 2, 2):
                parts.append(_quadratic(*points[index : index + 3]))
        elif verb == skia.Path.kQuad_Verb:
            parts.append(_quadratic(*points))
        elif verb == skia.Path.kClose_Verb:
            parts.append("h")
        else:
            ends = points if verb == skia.Path.kMove_Verb else points[1:]
            flat = [value for point in ends for value in (point.x(), point.y())]
            parts.append(f"{numbers(*flat)} {_VERBS[verb]}")
        verb, points = segments.next()
    return "\n".join(parts)


def rectangle(box: Box) -> str:
    return f"{numbers(*box)} re"


def _quadratic(start: skia.Point, control: skia.Point, end: skia.Point) -> str:
    x, y = 2 * control.x() / 3, 2 * control.y() / 3
    return (
        f"{numbers(start.x() / 3 + x, start.y() / 3 + y, end.x() / 3 + x, end.y() / 3 + y)} "
        f"{numbers(end.x(), end.y())} c"
    )


def _number(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


_VERBS = {skia.Path.kMove_Verb: "m", skia.Path.kLine_Verb: "l", skia.Path.kCubic_Verb: "c"}
_LETTERS = {
    "XObject": "X", "Font": "F", "Pattern": "P", "ExtGState": "G", "Properties": "L",
    "Shading": "S",
}  # fmt: skip
