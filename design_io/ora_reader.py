"""OpenRaster of any program → layers: tree, pictures, opacity, blend modes and locks as they are.

Words are pixels in an OpenRaster file. Specification: freedesktop.org, OpenRaster 0.0.6.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
from PIL import Image

from design_io.blending import BLENDS
from design_io.document import BlendMode, GroupLayer, Layer
from design_io.errors import ImportRejected
from design_io.imported import (
    Import,
    Reading,
    canvas_of,
    finished,
    image_layer,
    named,
    origin,
)
from design_io.intake import Archive, open_zip, picture_size, read_picture, read_xml

_MODES: dict[str, BlendMode] = {
    **{blend.ora: mode for mode, blend in BLENDS.items()},
    "krita:exclusion": "exclusion",
    "svg:plus": "screen",
}
_NEAREST = ("svg:plus",)
_INSIDE = "svg:src-atop"  # drawn only where something lies below
_MOST_STACK = 8 * 2**20  # bytes of stack.xml


def read_ora(path: Path, reading: Reading) -> Import:
    with open_zip(path) as archive:
        name = f"stack.xml in {reading.name}"
        image = read_xml(archive.read("stack.xml", _MOST_STACK), name)
        stack = image.find("stack")
        if image.tag != "image" or stack is None:
            raise ImportRejected(f"{reading.name} is damaged: stack.xml holds no stack")
        size = _integer(image, "w", 0), _integer(image, "h", 0)
        canvas = canvas_of(*size, float(_integer(image, "xres", 72)), reading.name)
        return finished(reading, canvas, _layers(stack, archive, reading))


def _layers(stack: Element, archive: Archive, reading: Reading) -> Iterator[Layer]:
    """Bottom first; the file has the top first."""
    for element in reversed(stack):
        if element.tag == "stack":
            members = tuple(_layers(element, archive, reading))
            label = element.get("name", "")
            name, role = named(label, "ornament")
            yield GroupLayer(
                id=reading.layer_id(label, "group"), name=name, role=role, layers=members,
                **_shared(element, reading),
            )  # fmt: skip
        elif element.tag == "layer":
            layer = _picture(element, archive, reading)
            if layer is not None:
                yield layer
        else:
            reading.warn(f"a {element.tag[:40]!r} of the stack is not kept")


def _picture(element: Element, archive: Archive, reading: Reading) -> Layer | None:
    label, source = element.get("name", ""), element.get("src", "")
    told = f"{source[:80]} in {reading.name}"
    data = archive.read(source)
    reading.count(*picture_size(data, told))
    with Image.open(io.BytesIO(read_picture(data, told).data)) as picture:
        pixels = np.asarray(picture.convert("RGBA"))
    kept = reading.picture(pixels, _integer(element, "x", 0), _integer(element, "y", 0))
    if kept is None:
        reading.warn(f"layer {label or source!r} is empty and left out")
        return None
    name, role = named(label, "picture")
    return image_layer(
        reading.layer_id(label, "layer"), *kept, name=name, role=role,
        source=origin("OpenRaster"), **_shared(element, reading),
    )  # fmt: skip


def _shared(element: Element, reading: Reading) -> dict[str, Any]:
    """What layers and groups have in common."""
    operator = element.get("composite-op", "svg:src-over")
    mode = _MODES.get(operator, "normal")
    known = operator in _MODES and operator not in _NEAREST
    if not known and operator != _INSIDE:
        reading.warn(f"blend mode {operator[:40]!r} is not known here; {mode} stands for it")
    return {
        "opacity": min(1.0, max(0.0, _number(element, "opacity", 1.0))),
        "blend_mode": mode,
        "visible": element.get("visibility", "visible") != "hidden",
        "locked": element.get("edit-locked") == "true",
        "clip": operator == _INSIDE,
    }


def _integer(element: Element, key: str, default: int) -> int:
    return round(_number(element, key, default))


def _number(element: Element, key: str, default: float) -> float:
    try:
        number = float(element.get(key, default))
    except ValueError:
        return default
    return number if abs(number) < 1e6 else default
