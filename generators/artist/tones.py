"""An icon as a small picture of light and shade, for systems that draw with dots or lines."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_oklch
from design_io.paths import parse_path
from design_io.skia_library import skia
from generators.artist.icons import FOLDER, ink_bounds, parts
from generators.artist.naming import untinted

_COARSE = 20  # cells a side, enough for a silhouette
_CELLS, _STEPS = 40, 5  # cells and tones by which it is judged how fine a drawing is
_OVER = 4  # samples per cell and axis
_TONES = (0.25, 1.0)  # darkest and lightest part
_MEAN, _BENT = 0.62, (0.5, 1.2)  # mean tone that is aimed at; how far tones are bent for it
_SEAM = 0.9  # cells, the dark line round a part where it lies on another


@lru_cache(maxsize=64)
def icon_tones(name: str, columns: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Tone 0..1 and coverage 0..1 of the icon's ink fitted into a grid, both (rows, columns).

    Every part has its own tone by its lightness; light from the upper left models the silhouette,
    so that flat drawings have an inside too.
    """
    pixels = _drawn(name, columns * _OVER, rows * _OVER)
    cells = pixels.reshape(rows, _OVER, columns, _OVER, 2).mean(axis=(1, 3))
    coverage = cells[..., 1]
    tone = np.where(coverage > 0, cells[..., 0] / np.maximum(coverage, 1e-6), 0.0)
    lit = _balanced(tone, coverage) * (0.86 + 0.9 * _light(coverage))
    return np.clip(lit, 0.0, 1.0), coverage


class Form(NamedTuple):
    """What is told of a drawing without drawing it, both 0..1."""

    solidity: float  # how much of its frame the silhouette fills: a phone nearly all
    plainness: float  # what of a coarse cell is of one tone on average: a heart nearly all


@lru_cache(maxsize=256)
def form_of(name: str) -> Form:
    """The form of an icon: of a single one as measured beforehand, of others measured here."""
    known = _forms().get(untinted(name))
    return Form(*known) if known else measured(name)


def measured(name: str) -> Form:
    return Form(round(_solidity(name), 3), round(_plainness(name), 3))


@cache
def _forms() -> dict[str, tuple[float, float]]:
    return json.loads((FOLDER / "forms.json").read_text("utf-8"))


def _solidity(name: str) -> float:
    _, coverage = icon_tones(name, _COARSE, _COARSE)
    inside = coverage > 0.5
    across, down = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
    if not across.size:
        return 0.0
    frame = (across[-1] - across[0] + 1) * (down[-1] - down[0] + 1)
    return float(inside.sum() / frame)


def _plainness(name: str) -> float:
    """What is drawn in dots, lines or few inks keeps only what is larger than a cell."""
    side = _CELLS * _OVER
    pixels = _drawn(name, side, side)
    coverage = pixels[..., 1]
    steps = np.minimum(_STEPS - 1, _STEPS * pixels[..., 0] / np.maximum(coverage, 1e-6))
    tones = np.where(coverage < 0.5, 0, 1 + steps.astype(int))
    cells = tones.reshape(_CELLS, _OVER, _CELLS, _OVER).swapaxes(1, 2).reshape(-1, _OVER * _OVER)
    cells = cells[(cells > 0).mean(axis=1) > 0.3]
    shares = [(cells == tone).mean(axis=1) for tone in range(_STEPS + 1)]
    return float(np.max(shares, axis=0).mean()) if len(cells) else 0.0


def _drawn(name: str, width: int, height: int) -> np.ndarray:
    """Tone times coverage, and coverage, in (height, width, 2)."""
    ink = ink_bounds(name)
    scale = min(width / ink.width, height / ink.height)
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    canvas.translate(width / 2, height / 2)
    canvas.scale(scale, scale)
    canvas.translate(-ink.center.x, -ink.center.y)
    for (data, rule, opacity), tone in zip(_outlines(name), _part_tones(name), strict=True):
        path = skia.Path(parse_path(data))
        even_odd = rule == "evenodd"
        path.setFillType(skia.PathFillType.kEvenOdd if even_odd else skia.PathFillType.kWinding)
        canvas.drawPath(path, _seam(_SEAM * _OVER / scale))
        grey = round(255 * tone)
        paint = skia.Paint(AntiAlias=True, Color=skia.Color(grey, grey, grey))
        paint.setAlphaf(opacity)
        canvas.drawPath(path, paint)
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32) / 255
    coverage = pixels[..., 3]
    return np.stack([pixels[..., 0] * coverage, coverage], axis=-1)


def _balanced(tone: np.ndarray, coverage: np.ndarray) -> np.ndarray:
    """The tones bent so that their mean is a middle one: a dark thing keeps light and shade."""
    mean = float((tone * coverage).sum() / max(1e-6, float(coverage.sum())))
    bend = np.log(_MEAN) / np.log(min(0.98, max(0.02, mean)))
    return tone ** min(_BENT[1], max(_BENT[0], bend))


def _seam(width: float) -> skia.Paint:
    """Darkens what lies below along an outline, and nothing outside the drawing."""
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(0, 0, 0), StrokeWidth=2 * width)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setAlphaf(0.6)
    paint.setBlendMode(skia.BlendMode.kSrcATop)
    return paint


def _outlines(name: str) -> list[tuple[str, str, float]]:
    return [(part.data, part.rule, part.opacity) for part in parts(name)]


def _part_tones(name: str) -> list[float]:
    """Lightness of each part, stretched over the whole range of tones."""
    values = [hex_to_oklch(part.color).lightness for part in parts(name)]
    low, high = min(values), max(values)
    if high - low < 0.08:
        return [0.72] * len(values)
    return [_TONES[0] + (_TONES[1] - _TONES[0]) * (v - low) / (high - low) for v in values]


def _light(coverage: np.ndarray) -> np.ndarray:
    """How much each cell of the rounded silhouette faces the light, about -0.5..0.5."""
    relief = coverage
    for _ in range(max(2, coverage.shape[1] // 12)):
        relief = _softened(relief)
    down, right = np.gradient(relief)
    slope = -(down + right)
    return -slope / max(1e-6, 2 * float(np.abs(slope).max()))


def _softened(field: np.ndarray) -> np.ndarray:
    """The mean of every cell and its four neighbours."""
    padded = np.pad(field, 1)
    around = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    return (2 * field + around) / 6
