"""SVG of any program → layers: shapes, paths, pictures and simple text live, the rest as pixels.

What has a filter, a mask, a pattern or the like is drawn by resvg apart from this process, all such
parts in one run; a drawing with too many of them comes as one picture.
"""

from __future__ import annotations

import base64
import binascii
import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from design_io.blending import BLENDS
from design_io.document import MAX_DEPTH, Canvas, GroupLayer, ImageLayer, Layer, Source
from design_io.drawings import extent
from design_io.errors import DesignError, ImportRejected
from design_io.geometry import Box, Point
from design_io.imported import (
    Import,
    Reading,
    anchored_box,
    canvas_of,
    finished,
    image_layer,
    named,
)
from design_io.intake import read_capped, read_picture, read_xml
from design_io.pathfinder import Matrix
from design_io.svg_cascade import (
    IDENTITY,
    INITIAL,
    Style,
    fraction,
    inherited,
    length,
    matrix_of,
    moved,
    numbers,
    similarity,
    times,
)
from design_io.svg_fill_reader import Named
from design_io.svg_raster import MOST_PIXELS, Drawing, drawn
from design_io.svg_reader import document_in, read_svg
from design_io.svg_safety import href, made_safe, plain_svg, tag
from design_io.svg_shape_reader import SHAPES, shape_layer
from design_io.svg_text_reader import text_layers

MAX_SVG = 32 * 2**20  # bytes
_SMALLEST, _ENLARGED = 400, 1080  # px of the longer side: smaller drawings are enlarged
_MOST_RASTERS = 24
_MOST_COPIED = 64 * 2**20  # bytes of SVG handed to the drawing process
_UNDRAWN = (
    "defs", "title", "desc", "symbol", "clipPath", "mask", "linearGradient", "radialGradient",
    "pattern", "filter", "marker", "namedview", "perspective", "style", "metadata", "view",
)  # fmt: skip
_ONLY_PIXELS = ("filter", "mask", "clip-path", "clip")
_LABELS = (
    "{http://www.inkscape.org/namespaces/inkscape}label", "data-name", "id", "aria-label",
)  # fmt: skip


class _Part(NamedTuple):
    """An element in its place, that only pixels can show."""

    layer_id: str
    element: Element
    style: Style
    matrix: Matrix


class _Sheet(NamedTuple):
    """What all elements of one drawing share."""

    reading: Reading
    canvas: Canvas
    named: Named
    view: Box  # the drawing's own space, for percentages
    parts: list[_Part]


def read_any_svg(path: Path, reading: Reading) -> Import:
    """A drawing of any program; one of our own comes back exactly."""
    data = read_capped(path, 512 * 2**20)
    root = read_xml(data, reading.name)
    if document_in(root) is not None:
        return Import(read_svg(path, reading.assets))
    if len(data) > MAX_SVG:
        raise ImportRejected(f"{reading.name} is larger than {MAX_SVG // 2**20} MB; simplify it")
    return read_foreign(made_safe(root, reading.name), reading)


def read_foreign(root: Element, reading: Reading) -> Import:
    """A root that passed `svg_safety`."""
    canvas, matrix = _canvas(root, reading.name)
    named_ = {each.attrib["id"]: each for each in root.iter() if "id" in each.attrib}
    width, height = extent(root)
    sheet = _Sheet(reading, canvas, named_, Box(0, 0, width, height), [])
    style = inherited(INITIAL, root)
    layers: tuple[Layer, ...] = ()
    try:
        layers = tuple(_children(root, style, matrix, sheet, 1))
    except RecursionError as error:
        raise ImportRejected(f"{reading.name} nests too deep; flatten groups") from error
    if not layers:
        raise ImportRejected(f"{reading.name} shows nothing that Plakat can draw; save it as PNG")
    if sheet.parts:
        layers = _with_pictures(layers, root, sheet)
    return finished(reading, canvas, layers)


def _canvas(root: Element, name: str) -> tuple[Canvas, Matrix]:
    """The sheet in px, and the way to it from the drawing's own space, which is centred on it."""
    width, height = extent(root)
    shown_x = length(root.get("width", ""), default=width) or width
    shown_y = length(root.get("height", ""), default=height) or height
    if "%" in root.get("width", "") + root.get("height", ""):
        shown_x, shown_y = width, height
    grown = max(shown_x, shown_y)
    enlarged = _ENLARGED / grown if 0 < grown < _SMALLEST else 1.0
    size = round(shown_x * enlarged), round(shown_y * enlarged)
    canvas = canvas_of(*size, 96, name)
    scale = min(size[0] / width, size[1] / height)
    corner = (*numbers(root.get("viewBox")), 0.0, 0.0)
    left = (size[0] - width * scale) / 2 - corner[0] * scale
    top = (size[1] - height * scale) / 2 - corner[1] * scale
    return canvas, (scale, 0.0, 0.0, scale, left, top)


def _children(
    parent: Element, style: Style, matrix: Matrix, sheet: _Sheet, depth: int
) -> Iterator[Layer]:
    for element in parent:
        if tag(element) and tag(element) not in _UNDRAWN:
            yield from _layers(element, style, matrix, sheet, depth)


def _layers(
    element: Element, above: Style, outer: Matrix, sheet: _Sheet, depth: int
) -> Iterator[Layer]:
    """The element's layers: none, one, or the members of a group that has nothing of its own."""
    style = inherited(above, element)
    if element.get("display") == "none" and tag(element) not in ("g", "a"):
        return
    try:
        matrix = times(outer, matrix_of(element.get("transform")))
    except ValueError:
        return
    kind = tag(element)
    if any(element.get(key, "none") != "none" for key in _ONLY_PIXELS):
        yield _pixels(element, above, outer, sheet)
    elif kind in ("g", "a"):
        yield from _group(element, style, matrix, sheet, depth)
    else:
        try:
            if kind == "use":
                yield from _used(element, style, matrix, sheet, depth)
            else:
                yield from _leaf(element, style, matrix, sheet)
        except (ValueError, DesignError) as error:
            if isinstance(error, ImportRejected):
                raise
            yield _pixels(element, above, outer, sheet)


def _group(
    element: Element, style: Style, matrix: Matrix, sheet: _Sheet, depth: int
) -> Iterator[Layer]:
    members = tuple(_children(element, style, matrix, sheet, depth + 1))
    shared = _shared(element, style, "ornament")
    plain = shared["opacity"] == 1 and shared["blend_mode"] == "normal" and shared["visible"]
    if not members:
        return
    if (plain and (len(members) == 1 or not _label(element))) or depth >= MAX_DEPTH:
        yield from members
        return
    layer_id = sheet.reading.layer_id(_label(element), "group")
    yield GroupLayer.model_validate({"id": layer_id, "layers": members, **shared})


def _used(
    element: Element, style: Style, matrix: Matrix, sheet: _Sheet, depth: int
) -> Iterator[Layer]:
    """What is used, in the place of its use; symbols have a view of their own, so only pixels."""
    target = sheet.named.get(href(element)[1:])
    if target is None:
        return
    shared = _shared(element, style, "ornament")
    plain = shared["opacity"] == 1 and shared["blend_mode"] == "normal" and shared["visible"]
    if not plain or tag(target) not in (*SHAPES, "g", "text", "image", "use"):
        raise ValueError("a symbol")
    place = length(element.get("x", "")), length(element.get("y", ""))
    yield from _layers(target, style, times(matrix, (1, 0, 0, 1, *place)), sheet, depth + 1)


def _leaf(element: Element, style: Style, matrix: Matrix, sheet: _Sheet) -> Iterator[Layer]:
    kind, reading = tag(element), sheet.reading
    role = {"text": "body", "image": "picture"}.get(kind, "ornament")
    shared = _shared(element, style, role)
    if kind == "text":
        words = " ".join(" ".join(element.itertext()).split())
        if not words:
            return
        shared["id"] = reading.layer_id(_label(element) or words[:40], "text")
        yield from text_layers(element, style, matrix, shared, reading)
        return
    shared["id"] = reading.layer_id(_label(element) or kind, kind)
    if kind in SHAPES:
        found = shape_layer(element, style, matrix, shared, sheet.named, reading, sheet.view)
        if found is not None:
            yield found
    elif kind == "image":
        yield _picture(element, matrix, shared, reading)
    else:
        raise ValueError(f"a {kind}")


def _picture(
    element: Element, matrix: Matrix, shared: dict[str, Any], reading: Reading
) -> ImageLayer:
    even = similarity(matrix)
    target = href(element)
    if even is None or not target.startswith("data:"):
        raise ValueError("a sheared picture, or a part of the drawing as a picture")
    try:
        data = base64.b64decode("".join(target.partition(",")[2].split()))
    except (binascii.Error, ValueError) as error:
        raise ImportRejected(f"a picture in {reading.name} is damaged; embed it again") from error
    picture = read_picture(data, f"a picture in {reading.name}")
    reading.count(picture.width, picture.height)
    width = length(element.get("width", ""), default=picture.width) * even.scale
    height = length(element.get("height", ""), default=picture.height) * even.scale
    place = length(element.get("x", "")), length(element.get("y", ""))
    box = anchored_box(Box(0, 0, width, height), Point(*moved(matrix, *place)), even.rotation)
    asset = reading.assets.put(picture.data)
    told = element.get("preserveAspectRatio", "")
    fit = "stretch" if "none" in told else "cover" if "slice" in told else "contain"
    return image_layer(asset=asset, box=box, layer_id=shared.pop("id"), rotation=even.rotation,
                       **shared).evolve(fit=fit)  # fmt: skip


def _shared(element: Element, style: Style, role: Any) -> dict[str, Any]:
    """What layers and groups have in common."""
    name, role = named(_label(element), role)
    mode = element.get("mix-blend-mode", "normal").strip()
    shown = style["visibility"] == "visible" and element.get("display") != "none"
    return {
        "name": name, "role": role, "opacity": fraction(element.get("opacity")),
        "blend_mode": mode if mode in BLENDS else "normal", "visible": shown,
        "source": Source(generator="imported SVG"),
    }  # fmt: skip


def _label(element: Element) -> str:
    return next((element.attrib[key] for key in _LABELS if element.attrib.get(key)), "")


def _pixels(element: Element, above: Style, outer: Matrix, sheet: _Sheet) -> Layer:
    """A place held for the element's picture; opacity and blend mode stay live."""
    shared = _shared(element, inherited(above, element), "picture")
    layer_id = sheet.reading.layer_id(_label(element) or tag(element), "part")
    sheet.parts.append(_Part(layer_id, element, above, outer))
    return ImageLayer.model_validate({"id": layer_id, "box": sheet.canvas.box, **shared})


def _with_pictures(layers: tuple[Layer, ...], root: Element, sheet: _Sheet) -> tuple[Layer, ...]:
    """The layers, each held place filled with its picture, or left out where it shows nothing."""
    reading, canvas = sheet.reading, sheet.canvas
    shrunk = min(1.0, (MOST_PIXELS / (canvas.width * canvas.height)) ** 0.5)
    size = max(1, int(canvas.width * shrunk)), max(1, int(canvas.height * shrunk))
    whole = len(plain_svg(copy.deepcopy(root)))
    if len(sheet.parts) > _MOST_RASTERS or whole * len(sheet.parts) > _MOST_COPIED:
        reading.warn("the drawing has too many filters, masks or patterns: it comes as one picture")
        layer_id = reading.layer_id("drawing", "part")
        sheet.parts[:] = [_Part(layer_id, root, INITIAL, IDENTITY)]
        layers = (ImageLayer(id=layer_id, role="picture", box=canvas.box),)
    jobs = [Drawing(_alone(part, root, canvas), *size) for part in sheet.parts]
    shown = dict(zip((part.layer_id for part in sheet.parts), drawn(jobs, reading.name),
                     strict=True))  # fmt: skip
    for part in sheet.parts:
        reading.warn(f"{_label(part.element) or tag(part.element)!r} is kept as pixels")
    return tuple(_filled(layers, shown, canvas.width / size[0], reading))


def _alone(part: _Part, root: Element, canvas: Canvas) -> bytes:
    """A drawing of the element alone, with everything that it may refer to."""
    if part.element is root:
        alone = copy.deepcopy(root)
    else:
        alone = Element("svg")
        defs = Element("defs")
        defs.extend(copy.deepcopy(list(root)))
        place = Element("g", {"transform": f"matrix({' '.join(map(str, part.matrix))})"})
        for key, value in part.style.items():
            if value != INITIAL[key]:
                place.set(key, value)
        shown = copy.deepcopy(part.element)
        for key in ("opacity", "mix-blend-mode", "display", "id"):  # the layer has them
            shown.attrib.pop(key, None)
        place.append(shown)
        alone.extend((defs, place))
        alone.set("viewBox", f"0 0 {canvas.width} {canvas.height}")
    alone.set("width", str(canvas.width))
    alone.set("height", str(canvas.height))
    return plain_svg(alone)


def _filled(
    layers: tuple[Layer, ...], shown: dict[str, Any], scale: float, reading: Reading
) -> Iterator[Layer]:
    for layer in layers:
        if layer.kind == "group":
            members = tuple(_filled(layer.layers, shown, scale, reading))
            if members:
                yield layer.evolve(layers=members)
        elif layer.kind != "image" or layer.id not in shown:
            yield layer
        else:
            pixels = shown[layer.id]
            reading.count(pixels.shape[1], pixels.shape[0])
            kept = reading.picture(pixels, 0, 0)
            if kept is not None:
                asset, box = kept
                yield layer.evolve(asset=asset, box=box.scale(scale), fit="stretch")
