"""The SVG tree on svgwrite: a document with definitions and layers, and nodes with rounded numbers.

With `debug` svgwrite checks every element and attribute against SVG 1.1; CSS goes into `style`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from svgwrite import Drawing
from svgwrite.base import BaseElement
from svgwrite.extensions import Inkscape

PLAKAT_NAMESPACE = "urn:plakat:document"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Attribute = str | float | None


class Node(BaseElement):
    """One element; attribute names as in Python (`stroke_width`), text as it is read."""

    def __init__(self, drawing: Drawing, name: str, text: str, attributes: dict[str, Attribute]):
        self.elementname = name
        super().__init__(factory=drawing)
        self.text = legal_text(text)
        for key, value in attributes.items():
            if value is not None:
                self[_attribute_name(key)] = number(value) if _is_number(value) else value

    def get_xml(self) -> ElementTree.Element:
        xml = super().get_xml()
        xml.text = self.text or None
        return xml


class SvgDocument:
    """An SVG document under construction, `width` x `height` user units (px)."""

    def __init__(self, width: int, height: int, dpi: float, debug: bool = False) -> None:
        size = (_length(width, dpi), _length(height, dpi))
        self._drawing = Drawing(size=size, viewBox=f"0 0 {width} {height}", debug=debug)
        self._inkscape = Inkscape(self._drawing)
        self.width, self.height = width, height

    def node(self, name: str, text: str = "", **attributes: Attribute) -> Node:
        """An element not yet in the tree."""
        return Node(self._drawing, name, text, attributes)

    def add(self, node: BaseElement) -> None:
        self._drawing.add(node)

    def define(self, node: Node) -> str:
        """Put a node with an id into the definitions; return the reference to it."""
        self._drawing.defs.add(node)
        return f"url(#{node['id']})"

    def layer(self, layer_id: str, label: str, locked: bool, role: str) -> BaseElement:
        """A group that Inkscape lists as a layer."""
        layer = self._inkscape.layer(label=legal_text(label), locked=locked)
        layer["id"], layer["class"] = layer_id, role
        return layer

    def describe(self, title: str, language: str) -> None:
        if title:
            self._drawing.set_desc(title=legal_text(title))
        if language:
            self._drawing["xml:lang"] = legal_text(language)

    def style(self, css: str) -> None:
        self._drawing.defs.add(self.node("style", css, type="text/css"))

    def metadata(self, entries: Iterable[ElementTree.Element]) -> None:
        """Carry foreign elements whose names begin with `plakat:`."""
        self._drawing.attribs["xmlns:plakat"] = PLAKAT_NAMESPACE
        for entry in entries:
            self._drawing.set_metadata(entry)

    def to_bytes(self) -> bytes:
        xml = self._drawing.get_xml()
        return ElementTree.tostring(xml, encoding="utf-8", xml_declaration=True)


def number(value: float) -> str:
    """At most three decimals, no exponent, no minus zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    return " ".join(number(value) for value in values)


def legal_text(text: str) -> str:
    """`text` without the control characters and surrogates that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def _attribute_name(key: str) -> str:
    """stroke_width -> stroke-width, class_ -> class, xml__space -> xml:space."""
    return key.rstrip("_").replace("__", ":").replace("_", "-")


def _is_number(value: Attribute) -> bool:
    return isinstance(value, int | float)


def _length(pixels: int, dpi: float) -> str:
    """Screen sheets are in px; sheets for print state their size on paper."""
    return f"{pixels}px" if dpi == 96 else f"{number(pixels / dpi * 25.4)}mm"
