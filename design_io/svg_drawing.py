"""The SVG tree on svgwrite: a document with definitions and layers, nodes with rounded numbers.

With `debug` svgwrite checks every element and attribute against SVG 1.1; CSS goes into `style`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from svgwrite import Drawing
from svgwrite.base import BaseElement
from svgwrite.extensions import Inkscape

from design_io.document import Canvas, Layer
from design_io.geometry import Box

PLAKAT_NAMESPACE = "urn:plakat:document"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCREEN_DPI = 96

Attribute = str | float | None
Attributes = dict[str, Attribute]


class Node(BaseElement):
    """One element; attributes are named as in Python: stroke_width, in_, xlink__href."""

    def __init__(self, drawing: Drawing, name: str, text: str, attributes: Attributes) -> None:
        self.elementname = name
        super().__init__(factory=drawing)
        self.text = legal_text(text)
        self.set(**attributes)

    def set(self, **attributes: Attribute) -> None:
        for key, value in attributes.items():
            if value is not None and value != "":
                name = key.rstrip("_").replace("__", ":").replace("_", "-")
                self[name] = value if isinstance(value, str) else number(value)

    def get_xml(self) -> ElementTree.Element:
        xml = super().get_xml()
        xml.text = self.text or None
        return xml


class SvgDocument:
    """An SVG document under construction; its user units are canvas pixels."""

    def __init__(self, canvas: Canvas, debug: bool = False) -> None:
        self.canvas = canvas
        size = tuple(_length(extent, canvas.dpi) for extent in (canvas.width, canvas.height))
        view_box = f"0 0 {canvas.width} {canvas.height}"
        self._drawing = Drawing(size=size, viewBox=view_box, debug=debug)
        self._inkscape = Inkscape(self._drawing)
        self._defined: set[str] = set()

    def node(self, name: str, text: str = "", **attributes: Attribute) -> Node:
        """An element that is not in the tree yet."""
        return Node(self._drawing, name, text, attributes)

    def layer(self, layer: Layer, content: list[Node], attributes: Attributes) -> BaseElement:
        """A group that Inkscape lists as a layer."""
        group = self._inkscape.layer(label=legal_text(layer.label), locked=layer.locked)
        group["id"], group["class"] = layer.id, layer.role
        for key, value in attributes.items():
            if value is not None:
                group[key.replace("_", "-")] = value
        for node in content:
            group.add(node)
        return group

    def add(self, node: BaseElement) -> None:
        self._drawing.add(node)

    def define(self, node: Node) -> str:
        """Put a node with an id into the definitions; return the reference to it."""
        self._defined.add(node["id"])
        self._drawing.defs.add(node)
        return f"url(#{node['id']})"

    def defines(self, name: str) -> bool:
        return name in self._defined

    def describe(self, title: str, language: str) -> None:
        if title:
            self._drawing.set_desc(title=legal_text(title))
        if language:
            self._drawing["xml:lang"] = legal_text(language)

    def style(self, css: str) -> None:
        if css:
            self._drawing.defs.add(self.node("style", css, type="text/css"))

    def metadata(self, entries: Iterable[ElementTree.Element]) -> None:
        """Carry elements whose names begin with `plakat:`."""
        carried = ElementTree.Element("plakat:design", {"xmlns:plakat": PLAKAT_NAMESPACE})
        carried.extend(entries)
        self._drawing.set_metadata(carried)

    def fragment(self, nodes: Iterable[Node], view: Box) -> str:
        """The nodes and their definitions alone, as an `svg` element of which `view` is seen."""
        root = self.node(
            "svg", xmlns="http://www.w3.org/2000/svg", xmlns__xlink="http://www.w3.org/1999/xlink",
            viewBox=numbers(*view), width=view.width, height=view.height,
        )  # fmt: skip
        if self._defined:
            root.add(self._drawing.defs)
        for node in nodes:
            root.add(node)
        return ElementTree.tostring(root.get_xml(), encoding="unicode")

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


def _length(pixels: int, dpi: float) -> str:
    """Screen sizes are in px; what is meant for paper states its size there."""
    return f"{pixels}px" if dpi == _SCREEN_DPI else f"{number(pixels / dpi * 25.4)}mm"
