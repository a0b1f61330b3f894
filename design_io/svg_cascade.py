"""The values of SVG attributes: inherited styles, lengths, colours, transforms.

SVG 2; CSS Color 4.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from PIL import ImageColor

from design_io.color import normalize_hex
from design_io.pathfinder import Matrix

Style = Mapping[str, str]  # inherited presentation attributes
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INITIAL: Style = {
    "fill": "#000000", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none",
    "stroke-width": "1", "stroke-opacity": "1", "stroke-linecap": "butt",
    "stroke-linejoin": "miter", "stroke-dasharray": "none", "color": "#000000",
    "font-family": "", "font-size": "16", "font-weight": "400", "font-style": "normal",
    "letter-spacing": "0", "text-anchor": "start", "text-transform": "none",
    "visibility": "visible",
    "marker-start": "none", "marker-mid": "none", "marker-end": "none", "writing-mode": "lr",
    "direction": "ltr",
}  # fmt: skip
_PX = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
    "em": 16.0, "rem": 16.0, "ex": 8.0, "q": 96 / 101.6,
}  # fmt: skip
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*([a-zA-Z]*|%)\s*")
_STEP = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(\s*([^)]*)\)", re.IGNORECASE)
_ALIKE = 1e-3
_FARTHEST = 1e6  # px


class Similarity(NamedTuple):
    """A transform that keeps shapes: even scale, a turn, a shift."""

    scale: float
    rotation: float  # degrees, clockwise


def inherited(parent: Style, element: Element) -> Style:
    own = {key: element.attrib[key].strip() for key in INITIAL if key in element.attrib}
    size = own.get("font-size", "")
    if size.endswith(("em", "%")) and not size.endswith("rem"):
        share = number(size) / (100 if size.endswith("%") else 1)
        own["font-size"] = str(share * length(parent["font-size"]))
    return {**parent, **{key: value for key, value in own.items() if value != "inherit"}}


def numbers(text: str | None) -> list[float]:
    return [_finite(float(each)) for each in re.findall(_NUMBER, text or "")]


def number(text: str, default: float = 0.0) -> float:
    return next(iter(numbers(text)), default)


def length(text: str, whole: float = 0.0, default: float = 0.0) -> float:
    """A length in px; percentages are of `whole`."""
    match = _LENGTH.fullmatch(text or "")
    if match is None:
        return default
    value, unit = float(match[1]), match[2].lower()
    return _finite(value * whole / 100 if unit == "%" else value * _PX.get(unit, 1.0))


def fraction(text: str | None, default: float = 1.0) -> float:
    """An opacity 0..1, as a number or in percent."""
    value = number(text or "", default)
    return min(1.0, max(0.0, value / 100 if "%" in (text or "") else value))


def color(text: str, style: Style, opacity: float = 1.0) -> str | None:
    """ "#rrggbb" or "#rrggbbaa"; None for none; ValueError for what is no plain colour."""
    text = text.strip()
    if text.lower() == "currentcolor":
        text = style["color"]
    if text.lower() in ("none", "transparent", ""):
        return None
    hexed, alpha = _function(text) if "(" in text else (text, 1.0)
    plain = normalize_hex(hexed) if hexed.startswith("#") else _named(hexed)
    own = int(plain[7:9], 16) / 255 if len(plain) == 9 else 1.0
    byte = round(255 * own * alpha * opacity)
    return plain[:7] if byte == 255 else f"{plain[:7]}{byte:02x}"


def matrix_of(text: str | None) -> Matrix:
    whole = IDENTITY
    for name, values in _STEP.findall(text or ""):
        whole = times(whole, _step(name, numbers(values)))
    return whole


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    product = (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip
    if not all(math.isfinite(value) for value in product):
        raise ValueError("a transform without end")
    return product


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def similarity(matrix: Matrix) -> Similarity | None:
    a, b, c, d, _, _ = matrix
    scale = math.hypot(a, b)
    if scale < 1e-9 or max(abs(a - d), abs(b + c)) > _ALIKE * scale:
        return None
    return Similarity(scale, round(math.degrees(math.atan2(b, a)), 4))


def _step(name: str, values: list[float]) -> Matrix:
    first, second, *_ = (*values, 0.0, 0.0)
    if name == "matrix" and len(values) == 6:
        a, b, c, d, e, f = values
        return a, b, c, d, e, f
    if name == "translate":
        return 1, 0, 0, 1, first, second
    if name == "scale" and values:
        return first, 0, 0, second if len(values) > 1 else first, 0, 0
    if name == "rotate" and values:
        angle = math.radians(first)
        turn = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0.0, 0.0)
        x, y = (values[1], values[2]) if len(values) > 2 else (0.0, 0.0)
        return times((1, 0, 0, 1, x, y), times(turn, (1, 0, 0, 1, -x, -y)))
    if name.startswith("skew") and abs(math.cos(math.radians(first))) > 1e-6:
        slope = math.tan(math.radians(first))
        return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)
    return IDENTITY


def _function(text: str) -> tuple[str, float]:
    """rgb(), hsl() and their kin in any notation, without their alpha, and that."""
    match = _FUNCTION.fullmatch(text)
    if match is None:
        raise ValueError(f"{text[:40]!r} is no plain colour")
    parts = [part for part in re.split(r"[\s,/]+", match[2].strip()) if part]
    if len(parts) not in (3, 4):
        raise ValueError(f"{text[:40]!r} is no plain colour")
    alpha = fraction(parts[3]) if len(parts) == 4 else 1.0
    if match[1].lower() == "hsl":
        parts[0] = str(number(parts[0]))
    return f"{match[1].lower()}({','.join(parts[:3])})", alpha


def _named(text: str) -> str:
    red, green, blue = ImageColor.getrgb(text)[:3]
    return normalize_hex(f"#{min(255, red):02x}{min(255, green):02x}{min(255, blue):02x}")


def _finite(value: float) -> float:
    return min(_FARTHEST, max(-_FARTHEST, value)) if value == value else 0.0
