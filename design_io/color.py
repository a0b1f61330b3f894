"""Colours as people see them: sRGB hex, OKLCH with cusp-relative chroma, and WCAG contrast.

OKLab: Ottosson 2020. Contrast: WCAG 2.2. Chroma is often given as a fraction k of the sRGB
maximum at that lightness and hue, so one table of numbers works for every hue.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

NO_HUE = "#808080"  # as the colour of a thing that shall have none
_HEX = re.compile(r"#[0-9a-f]{6}([0-9a-f]{2})?")


class Oklch(NamedTuple):
    lightness: float  # 0..1
    chroma: float  # 0..about 0.37
    hue: float  # degrees


def normalize_hex(value: object) -> str:
    """Lower-case "#rrggbb" or "#rrggbbaa" from #rgb, #rgba, #RRGGBB, #RRGGBBAA."""
    if isinstance(value, str):
        text = value.strip().lower()
        if len(text) in (4, 5) and text.startswith("#"):
            text = "#" + "".join(c * 2 for c in text[1:])
        if _HEX.fullmatch(text):
            return text[:7] if text.endswith("ff") and len(text) == 9 else text
    raise ValueError(f"{value!r} is not a colour; write it as #rrggbb or #rrggbbaa")


def hex_to_rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def hex_to_rgba(color: str) -> tuple[int, int, int, int]:
    return *hex_to_rgb(color), int(color[7:9], 16) if len(color) == 9 else 255


def rgb_to_hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{min(255, max(0, round(v))):02x}" for v in (red, green, blue))


def with_alpha(color: str, alpha: float) -> str:
    """The colour at `alpha` 0..1."""
    return normalize_hex(color[:7] + f"{round(min(1.0, max(0.0, alpha)) * 255):02x}")


@lru_cache(maxsize=8192)
def hex_to_oklch(color: str) -> Oklch:
    red, green, blue = (_to_linear(v / 255) for v in hex_to_rgb(color))
    l_ = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    m_ = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    s_ = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def oklch_to_hex(color: Oklch) -> str:
    """The sRGB colour, its chroma lowered as far as the gamut asks."""
    linear = _linear_rgb(color.lightness, *_ab(color))
    if not _is_in_gamut(linear):  # asked first: near blue the gamut goes on beyond a gap
        chroma = min(color.chroma, max_chroma(color.lightness, color.hue))
        linear = _linear_rgb(color.lightness, *_ab(color._replace(chroma=chroma)))
    return rgb_to_hex(*(255 * _to_gamma(v) for v in linear))


def oklch_hex(lightness: float, k: float, hue: float) -> str:
    """The sRGB colour of lightness 0..1, hue in degrees, and chroma k of the gamut's maximum."""
    lightness = min(1.0, max(0.0, lightness))
    return oklch_to_hex(Oklch(lightness, k * max_chroma(lightness, hue), hue % 360))


def max_chroma(lightness: float, hue: float) -> float:
    """The largest chroma inside sRGB at this lightness and hue."""
    return _max_chroma(round(lightness, 4), round(hue % 360, 2))


def relative_chroma(color: str) -> float:
    """k: the chroma as a fraction of the gamut's maximum at its lightness and hue."""
    value = hex_to_oklch(color)
    return min(1.0, value.chroma / max(1e-6, max_chroma(value.lightness, value.hue)))


def hue_distance(first: float, second: float) -> float:
    """Degrees between two hues, 0..180."""
    return abs((first - second + 180) % 360 - 180)


def mix(first: str, second: str, share: float) -> str:
    """`share` of the second colour mixed into the first, in OKLab."""
    a, b = hex_to_oklch(first), hex_to_oklch(second)
    lightness = a.lightness + (b.lightness - a.lightness) * share
    (ax, ay), (bx, by) = _ab(a), _ab(b)
    x, y = ax + (bx - ax) * share, ay + (by - ay) * share
    return oklch_to_hex(Oklch(lightness, math.hypot(x, y), math.degrees(math.atan2(y, x)) % 360))


@lru_cache(maxsize=8192)
def luminance(color: str) -> float:
    """WCAG relative luminance, 0..1."""
    red, green, blue = (_to_linear(v / 255) for v in hex_to_rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio, 1..21."""
    a, b = luminance(first), luminance(second)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def reach_contrast(color: str, ground: str, ratio: float) -> str:
    """`color` stepped in lightness away from `ground` until it contrasts, else black or white."""
    if contrast(color, ground) >= ratio:
        return color
    lightness, _, hue = hex_to_oklch(color)
    k = relative_chroma(color)
    step = 0.012 if luminance(ground) < 0.18 else -0.012
    while 0.0 < lightness + step < 1.0:
        lightness += step
        candidate = oklch_hex(lightness, k, hue)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return max("#0b0b0d", "#ffffff", key=lambda extreme: contrast(extreme, ground))


@lru_cache(maxsize=8192)
def _max_chroma(lightness: float, hue: float) -> float:
    if not 0.0 < lightness < 1.0:
        return 0.0
    low, high = 0.0, 0.4
    a, b = _ab(Oklch(lightness, 1.0, hue))
    for _ in range(18):
        middle = (low + high) / 2
        inside = _is_in_gamut(_linear_rgb(lightness, middle * a, middle * b))
        low, high = (middle, high) if inside else (low, middle)
    return low


def _is_in_gamut(linear: tuple[float, float, float]) -> bool:
    return min(linear) >= -1e-4 and max(linear) <= 1.0001


def _linear_rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """From OKLab to linear sRGB, perhaps beyond it."""
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )


def _ab(color: Oklch) -> tuple[float, float]:
    angle = math.radians(color.hue)
    return color.chroma * math.cos(angle), color.chroma * math.sin(angle)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
