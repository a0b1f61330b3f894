"""Paint of an SVG element → our fills and strokes; ValueError for what only pixels can show.

Gradients are exact under any transform: one that a transform has sheared is told by the direction
in which its colours change. SVG 2, chapter 14.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from design_io.document import validated
from design_io.geometry import Box
from design_io.paint import Fill, LinearFill, RadialFill, SolidFill, Stroke
from design_io.pathfinder import Matrix
from design_io.svg_cascade import (
    INITIAL,
    Style,
    color,
    fraction,
    inherited,
    length,
    matrix_of,
    moved,
    numbers,
    similarity,
    times,
)
from design_io.svg_safety import href, tag

Named = Mapping[str, Element]  # elements by id
_SERVER = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)\s*(.*)")
_MOST_LINKS = 8  # of gradients that continue others
_MOST_STOPS = 32


def fill_of(style: Style, bounds: Box, matrix: Matrix, box: Box, named: Named) -> Fill | None:
    """`bounds` in the element's own space, `box` of the layer in canvas px."""
    opacity = fraction(style["fill-opacity"])
    server = _SERVER.fullmatch(style["fill"].strip())
    if server is None:
        plain = color(style["fill"], style, opacity)
        return SolidFill(color=plain) if plain else None
    gradient = named.get(server[1])
    if gradient is None:
        plain = color(server[2] or "none", style, opacity)
        return SolidFill(color=plain) if plain else None
    return _gradient(gradient, opacity, bounds, matrix, box, named)


def stroke_of(style: Style, matrix: Matrix) -> Stroke | None:
    if style["stroke"].startswith("url("):
        raise ValueError("a stroke of a gradient or a pattern")
    plain = color(style["stroke"], style, fraction(style["stroke-opacity"]))
    even = similarity(matrix)
    width = length(style["stroke-width"], default=1.0)
    if plain is None or width <= 0:
        return None
    if even is None:
        a, b, c, d, _, _ = matrix
        flipped = math.isclose(math.hypot(a, b), math.hypot(c, d), rel_tol=1e-3)
        if not flipped or abs(a * c + b * d) > 1e-3 * abs(a * d - b * c):
            raise ValueError("a stroke of uneven width")
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    return validated(Stroke, {
        "color": plain, "width": width * scale, "cap": style["stroke-linecap"],
        "join": style["stroke-linejoin"] if style["stroke-linejoin"] in _JOINS else "miter",
        "dash": tuple(abs(dash) * scale for dash in numbers(style["stroke-dasharray"])),
    })  # fmt: skip


def _gradient(
    element: Element, opacity: float, bounds: Box, matrix: Matrix, box: Box, named: Named
) -> LinearFill | RadialFill | SolidFill:
    kind, told, stops = _resolved(element, named)
    if kind not in ("linearGradient", "radialGradient") or told.get("spreadMethod", "pad") != "pad":
        raise ValueError(f"a fill of kind {kind}")
    ramp = _stops(stops, opacity)
    if not ramp:
        raise ValueError("a gradient without colours")
    if len(ramp) == 1:
        return SolidFill(color=ramp[0]["color"])
    own = told.get("gradientUnits") != "userSpaceOnUse"
    unit: Matrix = (bounds.width, 0, 0, bounds.height, bounds.x, bounds.y)
    whole = times(matrix, unit) if own else matrix
    whole = times(whole, matrix_of(told.get("gradientTransform")))
    span = (1.0, 1.0) if own else (bounds.width, bounds.height)
    if kind == "linearGradient":
        return _linear(told, ramp, whole, box, span)
    return _radial(told, ramp, whole, box, span)


def _linear(
    told: Mapping[str, str], ramp: list[Any], whole: Matrix, box: Box, span: tuple[float, float]
) -> LinearFill | SolidFill:
    x1, x2 = (_place(told, key, value, span[0]) for key, value in (("x1", "0%"), ("x2", "100%")))
    y1, y2 = (_place(told, key, value, span[1]) for key, value in (("y1", "0%"), ("y2", "0%")))
    across, down = x2 - x1, y2 - y1
    size, (a, b, c, d, _, _) = across**2 + down**2, whole
    turn = a * d - b * c
    if size == 0 or turn == 0 or box.empty:
        return SolidFill(color=ramp[-1]["color"])
    # How the offset grows per px: the inverse transposed of the transform.
    grow_x, grow_y = (d * across - b * down) / turn / size, (a * down - c * across) / turn / size
    steep = grow_x**2 + grow_y**2
    x, y = moved(whole, x1, y1)
    return validated(LinearFill, {
        "start": _share(x, y, box), "end": _share(x + grow_x / steep, y + grow_y / steep, box),
        "stops": ramp,
    })  # fmt: skip


def _radial(
    told: Mapping[str, str], ramp: list[Any], whole: Matrix, box: Box, span: tuple[float, float]
) -> RadialFill:
    even = similarity(whole)
    x, y = _place(told, "cx", "50%", span[0]), _place(told, "cy", "50%", span[1])
    radius = _place(told, "r", "50%", math.hypot(*span) / math.sqrt(2))
    focus = _place(told, "fx", "", span[0], x), _place(told, "fy", "", span[1], y)
    if even is None or math.dist(focus, (x, y)) > 1e-3 * radius or box.empty:
        raise ValueError("a gradient that is no circle")
    center = _share(*moved(whole, x, y), box)
    return validated(RadialFill, {
        "center": center, "radius": radius * even.scale / box.width, "stops": ramp,
    })  # fmt: skip


def _resolved(element: Element, named: Named) -> tuple[str, dict[str, str], list[Element]]:
    """Kind, attributes and stops, with what the gradient takes from others it refers to."""
    told: dict[str, str] = {}
    stops: list[Element] = []
    kind, link = tag(element), element
    for _ in range(_MOST_LINKS):
        told = {**link.attrib, **told}
        stops = stops or [child for child in link if tag(child) == "stop"]
        following = named.get(href(link)[1:])
        if following is None:
            break
        link = following
    return kind, told, stops


def _stops(elements: list[Element], opacity: float) -> list[dict[str, Any]]:
    ramp: list[dict[str, Any]] = []
    for element in elements[:_MOST_STOPS]:
        offset = max(fraction(element.get("offset"), 0.0), ramp[-1]["offset"] if ramp else 0.0)
        style = inherited(INITIAL, element)
        seen = fraction(element.get("stop-opacity")) * opacity
        plain = color(element.get("stop-color", "#000000"), style, seen) or "#00000000"
        ramp.append({"offset": offset, "color": plain})
    return ramp


def _place(
    told: Mapping[str, str], key: str, usual: str, whole: float, default: float = 0.0
) -> float:
    text = told.get(key, usual)
    return length(text, whole, default) if text else default


def _share(x: float, y: float, box: Box) -> tuple[float, float]:
    return (x - box.x) / box.width, (y - box.y) / box.height


_JOINS = ("miter", "round", "bevel")
