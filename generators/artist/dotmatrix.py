"""Dot-matrix wall: a picture of light in round dots, its colour running down the rows."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import numpy as np

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Stroke
from generators.artist.copy_zones import is_beside, right_edge
from generators.artist.drawing import circle, group, number, path_layer, solid
from generators.artist.tones import icon_tones
from generators.request import GenerationRequest, Painted

_ACROSS = 70  # dots along the shorter side of the wall, about
_BANDS = 14  # colours from the first row of the picture to its last
_OFF, _LEAST, _MOST = 0.08, 0.22, 0.49  # radius of a dark dot and of lit ones, of the pitch
_FINEST = 130  # dots along the geometric mean of the sheet's sides, at most
_SUBJECT, _CUT_OFF = 0.94, 0.86  # of the wall; where it ends before other copy
_LIFT = 0.8  # power of the tones, below 1 for brighter ones
_NIGHT = 0.25  # OKLCH lightness under which all colours glow; on other walls light ones do
_STANDS_OUT, _OF_WHITE = 5.0, 0.7  # contrast of lit dots with such a wall; of white's with others
_ON_PAPER, _PAPER = 3.2, 0.6  # contrast of dots with paper, and its least lightness


class Wall(NamedTuple):
    """A grid of dots: where it begins, how far apart the dots are, and how many there are."""

    box: Box
    pitch: float  # px
    columns: int
    rows: int


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    wall = _wall(request)
    if wall.rows < 5 or wall.columns < 5:
        return ()
    tone, top, left = _picture(request, wall)
    dots = _lit_dots(request, wall, tone, top, left, assets)
    made = [
        group("wall", "Dark dots", [_dark_dots(request, wall, assets)]),
        group("subject", "Subject" if request.subjects else "Sphere", dots, role="hero"),
    ]
    return tuple(Painted(layer=layer) for layer in made)


def _wall(request: GenerationRequest) -> Wall:
    """As wide as the sheet under the head, or the whole right side of it in landscape."""
    art = request.boxes("object")[0]
    beside = is_beside(request)
    left, right = (art.x if beside else 0.0), right_edge(request)
    across = min(art.height, art.width if beside else request.width)
    pitch = max(across / _ACROSS, math.sqrt(request.width * request.height) / _FINEST)
    columns, rows = int((right - left) / pitch), int(art.height / pitch)
    width, height = columns * pitch, rows * pitch
    x = right - width if beside else left + (right - left - width) / 2
    return Wall(Box(x, art.y + (art.height - height) / 2, width, height), pitch, columns, rows)


def _picture(request: GenerationRequest, wall: Wall) -> tuple[np.ndarray, int, int]:
    """Tones of the lit dots, NaN where none is lit, and the picture's first row and column."""
    art = request.boxes("object")[0]
    rows = max(4, round(_SUBJECT * wall.rows))
    share = _SUBJECT if right_edge(request) == request.width else _CUT_OFF
    columns = max(4, min(round(share * art.width / wall.pitch), round(1.5 * rows)))
    if request.subjects:
        tone, coverage = icon_tones(request.subjects[0], columns, rows)
    else:
        columns = rows = min(columns, rows)
        tone, coverage = _sphere(rows, request.seed)
    if hex_to_oklch(request.palette["bg"]).lightness > _PAPER:
        tone = 1.15 - tone  # ink on paper: the dark is drawn
    top = (wall.rows - rows) // 2
    center = (art.center.x - wall.box.x) / wall.pitch
    left = max(0, min(wall.columns - columns, round(center - columns / 2)))
    return np.where(coverage >= 0.4, np.clip(tone, 0, 1) ** _LIFT, np.nan), top, left


def _sphere(side: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Without a subject: a ball of light with waves running over it."""
    chance = random.Random(f"dotmatrix/{seed}")
    lines, twist, phase = chance.uniform(2.5, 5.0), chance.uniform(1.0, 3.0), chance.uniform(0, 6)
    y, x = (np.mgrid[0:side, 0:side] + 0.5) / side * 2 - 1
    inside = np.clip(1 - x**2 - y**2, 0, 1)
    depth = np.sqrt(inside)
    wave = np.sin(lines * math.pi * y / (0.45 + depth) + twist * x * (1 + depth) + phase)
    light = np.clip((-0.45 * x - 0.55 * y + 0.7 * depth), 0.05, 1)
    return light * (0.62 + 0.38 * wave), (inside > 0).astype(float)


def _dark_dots(request: GenerationRequest, wall: Wall, assets: AssetStore) -> Layer:
    """All dots of the wall as dotted lines, one for each row."""
    palette, half = request.palette, wall.pitch / 2
    width = number(wall.box.width - half)
    lines = [
        f"M{number(half)} {number((row + 0.5) * wall.pitch)}H{width}" for row in range(wall.rows)
    ]
    stroke = Stroke(
        color=mix(palette["bg"], palette["ink"], 0.22), width=2 * _OFF * wall.pitch, cap="round",
        dash=(0.0, wall.pitch),
    )  # fmt: skip
    return path_layer("wall-dots", "Dark dots", "".join(lines), wall.box, None, assets,
                      stroke=stroke)  # fmt: skip


def _lit_dots(
    request: GenerationRequest, wall: Wall, tone: np.ndarray, top: int, left: int,
    assets: AssetStore,
) -> list[Layer]:  # fmt: skip
    """One layer for each colour, from the first lit row to the last."""
    lit = [row for row in range(len(tone)) if not np.isnan(tone[row]).all()]
    if not lit:
        return []
    first, count = lit[0], lit[-1] - lit[0] + 1
    bands: dict[int, list[str]] = {}
    for row in lit:
        band = (row - first) * min(_BANDS, count) // count
        y = (top + row + 0.5) * wall.pitch
        for column in np.flatnonzero(~np.isnan(tone[row])):
            radius = (_LEAST + (_MOST - _LEAST) * float(tone[row, column])) * wall.pitch
            center = ((left + int(column) + 0.5) * wall.pitch, y)
            bands.setdefault(band, []).append(circle(center, radius))
    colors = _colors(request, max(bands) + 1)
    return [
        path_layer(
            f"subject-{band + 1}", f"Dots {band + 1}", "".join(dots), wall.box,
            solid(colors[band]), assets, role="hero",
        )
        for band, dots in bands.items()
    ]  # fmt: skip


def _colors(request: GenerationRequest, count: int) -> list[str]:
    """The four colours of the palette run together, all of them seen on the ground."""
    palette = request.palette
    ground = palette["bg"]
    least = _least_contrast(ground)
    four = [reach_contrast(palette[f"dot_{n}"], ground, least) for n in range(1, 5)]
    made = []
    for n in range(count):
        at = 3 * n / max(1, count - 1)
        low = min(2, int(at))
        made.append(mix(four[low], four[low + 1], at - low))
    return made


def _least_contrast(ground: str) -> float:
    lightness = hex_to_oklch(ground).lightness
    if lightness > _PAPER:
        return _ON_PAPER
    return _STANDS_OUT if lightness < _NIGHT else _OF_WHITE * contrast("#ffffff", ground)
