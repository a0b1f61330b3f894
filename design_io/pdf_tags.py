"""The tagged structure of a PDF: what is a heading, a paragraph, a figure, and in which order.

Pieces of content are marked while they are written; `finish` arranges them as people read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from design_io.document import Layer
from design_io.geometry import Box
from design_io.pdf_drawing import Content

_HEADINGS = {"title": "/H1", "subtitle": "/H2"}
_ROW = 0.03  # of the sheet's height: what begins this near stands in one row


class _Element(NamedTuple):
    object: Object
    content: Content
    mark: int
    place: tuple[int, float, float]  # page, top, left


class Tags:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._elements: list[_Element] = []
        self._forms: dict[int, Object] = {}
        self.page = 0

    def know(self, key: int, form: Object) -> None:
        """The form that a content became; a page's own content is none."""
        self._forms[key] = form

    @contextmanager
    def element(self, content: Content, layer: Layer, box: Box, height: float) -> Iterator[None]:
        """What is written inside is read as the layer's text, or as its picture's description."""
        kind = _HEADINGS.get(layer.role, "/P") if layer.kind == "text" else "/Figure"
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind)))
        if layer.alt:
            element.Alt = pikepdf.String(layer.alt)
        if layer.kind == "text" and layer.language:
            element.Lang = pikepdf.String(layer.language)
        mark, content.marks = content.marks, content.marks + 1
        row = round(box.y / max(1.0, _ROW * height))
        self._elements.append(_Element(element, content, mark, (self.page, row, box.x)))
        with content.marked(kind, f"<</MCID {mark}>>"):
            yield

    def finish(self, pages: list[Object]) -> Object:
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        ordered = sorted(self._elements, key=lambda element: element.place)
        for element in ordered:
            element.object.P = document
            element.object.Pg = pages[element.place[0]]
            reference = Dictionary(Type=Name.MCR, Pg=pages[element.place[0]], MCID=element.mark)
            form = self._forms.get(element.content.key)
            if form is not None:
                reference.Stm = form
            element.object.K = reference
        document.K = Array([element.object for element in ordered])
        root.K = Array([document])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=self._parents()))
        return root

    def _parents(self) -> Array:
        """For each stream its elements by the number of their mark."""
        by_stream: dict[int, dict[int, Object]] = {}
        for element in self._elements:
            by_stream.setdefault(element.content.key, {})[element.mark] = element.object
        numbers = Array()
        for key in sorted(by_stream):
            marks = by_stream[key]
            numbers.append(key)
            numbers.append(self._pdf.make_indirect(Array([marks[n] for n in sorted(marks)])))
        return numbers
