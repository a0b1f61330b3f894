"""People of a yellow set as flat figures: without faces, with skin and hair of many kinds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from design_io.color import hex_to_oklch, oklch_hex, relative_chroma
from design_io.geometry import Box
from design_io.paths import path_bounds
from generators.artist.drawing import FillRule

YELLOW = "#ffc83d"  # in this set nothing else has this yellow
SKINS = ("#f2bd99", "#d89a70", "#a8704c")
FIGURE_SKINS = {  # of our own figures, in light and in shadow
    "#f2bd99": "#e0a07c",
    "#d89a70": "#c07f58",
    "#a8704c": "#8c5838",
    "#7d4e37": "#643b28",
}
FIGURE_HAIR = (  # of our own figures
    "#b5532a", "#5d3a2b", "#2b2530", "#d99a2b", "#3a2a26", "#e6e6e6", "#cfcdd6"
)  # fmt: skip
_HAIR = ("#3a2a26", "#5d3a2b", "#2b2530")
_YELLOW_HAIR = frozenset({"#f1a11e", "#f19f20", "#e18900"})
_SHADED = ("#fdbb11", "#fcb100", "#f59f00", "#ed9200", "#d67d00")  # skin in the shade
_FEATURES = frozenset(
    {"#990839", "#d37034", "#ed9200", "#000000", "#1c1c1c", "#ffffff", "#7d4533"}
)  # lips, brows, noses, eyes
_FEATURE = 0.2  # of a face's box, the most that a feature takes
_SLACK = 0.3  # of 32 units, that one may stand over the face


class Part(NamedTuple):
    """One colour run of an icon, in painter's order."""

    color: str
    opacity: float
    data: str  # SVG path data
    rule: FillRule
    thing: str = ""  # whose part it is, in a still life of several


def skin_for(name: str) -> str:
    return SKINS[_lot(name) % len(SKINS)]


def flattened(name: str, parts: Iterable[Part], features: bool) -> tuple[Part, ...]:
    """The parts with natural skin and hair; `features` of a face are left out."""
    parts = tuple(parts)
    faces = [path_bounds(part.data) for part in parts if part.color == YELLOW]
    kept = (p for p in parts if not (features and _is_feature(p, faces)))
    return tuple(p._replace(color=_natural(name, p.color)) for p in kept)


def skin_in(name: str) -> frozenset[str]:
    """The fills of skin, in light and in shadow."""
    figures = {*FIGURE_SKINS, *FIGURE_SKINS.values()}
    return frozenset(figures.union(_natural(name, color) for color in (YELLOW, *_SHADED)))


def garment_of(name: str, parts: Iterable[Part]) -> str:
    """The fill that is seen most beside skin and hair; the skin of hands."""
    parts = tuple(parts)
    bare = {*skin_in(name), *_HAIR}
    worn = [part for part in parts if part.color not in bare]
    return max(worn, key=lambda p: path_bounds(p.data).area).color if worn else skin_for(name)


def _is_feature(part: Part, faces: list[Box]) -> bool:
    if part.color not in _FEATURES:
        return False
    box = path_bounds(part.data)
    return any(
        box.x >= face.x - _SLACK and box.right <= face.right + _SLACK
        and box.y >= face.y - _SLACK and box.bottom <= face.bottom + _SLACK
        and box.area < _FEATURE * face.area
        for face in faces
    )  # fmt: skip


@cache
def _natural(name: str, color: str) -> str:
    if color in _YELLOW_HAIR:
        return _HAIR[_lot(name) // len(SKINS) % len(_HAIR)]
    skin = skin_for(name)
    if color == YELLOW:
        return skin
    if color not in _SHADED:
        return color
    value, yellow = hex_to_oklch(color), hex_to_oklch(YELLOW)
    base = hex_to_oklch(skin)
    lightness = base.lightness + 0.7 * (value.lightness - yellow.lightness)
    return oklch_hex(lightness, relative_chroma(skin), base.hue)


def _lot(name: str) -> int:
    return zlib.crc32(name.encode())
