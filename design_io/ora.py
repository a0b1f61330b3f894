"""OpenRaster: a zip of layer PNGs and a stack.xml, as Krita, GIMP and MyPaint read it.

Groups are isolated, clipping is resolved, effects and masks lie in the pixels. OpenRaster has no
`exclusion`; it is written by Krita's own name, and other programs show that layer as normal.
Specification: freedesktop.org, OpenRaster 0.0.6.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from design_io.blending import BLENDS
from design_io.document import Design, Layer
from design_io.rasters import Node, Rasters, walk_nodes
from design_io.resources import Resources

MIMETYPE = "image/openraster"
_OPERATORS = {mode: blend.ora for mode, blend in BLENDS.items()} | {"exclusion": "krita:exclusion"}


class Member(NamedTuple):
    """A file inside the zip; pictures are stored, since they are compressed already."""

    name: str
    data: bytes
    compress: bool = False


def write_ora(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    path.write_bytes(zipped(ora_members(design, rasters)))


def ora_members(design: Design, rasters: Rasters) -> Iterator[Member]:
    """Everything a valid OpenRaster file holds; `mimetype` comes first, as it must."""
    rasters.encode()
    yield Member("mimetype", MIMETYPE.encode())
    yield Member("stack.xml", _stack_xml(rasters), compress=True)
    for node, _ in walk_nodes(rasters.nodes):
        if node.members is None:
            yield Member(_source(node.layer), rasters.png(node.layer.id))
    yield Member("mergedimage.png", rasters.flat_png)
    yield Member("Thumbnails/thumbnail.png", _thumbnail(rasters))


def zipped(members: Iterable[Member]) -> bytes:
    """The members as a zip in their order, with fixed dates: same members, same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            entry = zipfile.ZipInfo(member.name)
            entry.compress_type = zipfile.ZIP_DEFLATED if member.compress else zipfile.ZIP_STORED
            archive.writestr(entry, member.data)
    return buffer.getvalue()


def _stack_xml(rasters: Rasters) -> bytes:
    height, width = rasters.flat.shape[:2]
    dpi = str(round(rasters.dpi))
    sizes = {"w": str(width), "h": str(height), "xres": dpi, "yres": dpi}
    image = Element("image", {"version": "0.0.3"} | sizes)
    _add(SubElement(image, "stack"), rasters.nodes, rasters)
    ElementTree.indent(image)
    return ElementTree.tostring(image, "UTF-8", xml_declaration=True)


def _add(stack: Element, siblings: tuple[Node, ...], rasters: Rasters) -> None:
    """Write siblings, given bottom first, in OpenRaster's order: top first."""
    for node in reversed(siblings):
        shared = _attributes(node)
        if node.members is not None:
            inner = SubElement(stack, "stack", shared | {"isolation": "isolate"})
            _add(inner, node.members, rasters)
            continue
        raster = rasters.layer(node.layer.id)
        place = {"x": str(raster.left), "y": str(raster.top), "src": _source(node.layer)}
        SubElement(stack, "layer", shared | place)


def _attributes(node: Node) -> dict[str, str]:
    layer = node.layer
    attributes = {
        "name": _xml_text(layer.label),
        "opacity": f"{layer.opacity:.4g}",
        "visibility": "visible" if node.visible else "hidden",
        "composite-op": _OPERATORS[layer.blend_mode],
    }
    return attributes | ({"edit-locked": "true"} if layer.locked else {})


def _source(layer: Layer) -> str:
    return f"data/{layer.id}.png"


def _xml_text(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n")


def _thumbnail(rasters: Rasters) -> bytes:
    buffer = io.BytesIO()
    rasters.thumbnail.save(buffer, "PNG")
    return buffer.getvalue()
