"""Line engraving: level lines that swell and rise over the subject, as on a banknote; two inks."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import XY, group, number, path_layer, solid
from generators.artist.tones import icon_tones
from generators.request import GenerationRequest, Painted

_PITCH, _STEP = 10.2, 3.4  # u: between lines where the subject is large; between points along one
_LINES, _FINEST = 50, 5.0  # over a smaller subject, and u between the finest
_THIN, _SWELL = 0.06, 0.41  # half the width of a line on the ground, and what the subject adds
_LIFT = 0.9  # pitches that lines rise over the subject
_SUBJECT = 0.9  # of the field, either way
_LIGHTEST = 0.34  # darkness of the subject's lightest parts
_DEEP = 0.5  # OKLCH lightness under which a ground is deep
_FLAT = 0.02  # of the pitch; points that bend a line by less are left out
_MOST_LINES = 150


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    field = _field(request)
    unit = math.sqrt(request.width * request.height) / 1000
    art = request.boxes("object")[0].intersection(field)
    across = _SUBJECT * min(art.width, field.height)
    pitch = max(_FINEST * unit, min(_PITCH * unit, across / _LINES), field.height / _MOST_LINES)
    if field.height < 4 * pitch or field.width < 8 * pitch:
        return ()
    step = _STEP / _PITCH * pitch
    shape = (max(2, round(field.height / step)), max(2, round(field.width / step)))
    darkness = _darkness(request, field, shape)
    lines = list(_lines(field, pitch, step, darkness))
    half = max(1, len(lines) // 2)
    layers = [
        _layer(f"lines-{n}", part, field, request.palette["ink"], assets)
        for n, part in enumerate((lines[:half], lines[half:]), 1)
        if part
    ]
    return (Painted(layer=group("engraving", "Line engraving", layers, role="hero")),)


def _field(request: GenerationRequest) -> Box:
    """The art's zone, grown to every edge of the sheet that no copy lies towards."""
    field = request.boxes("object")[0]
    copy = [region.box for region in request.regions if region.kind != "object"]
    grown = (
        Box(field.x, 0, field.width, field.bottom),
        Box(field.x, field.y, field.width, request.height - field.y),
        Box(0, field.y, field.right, field.height),
        Box(field.x, field.y, request.width - field.x, field.height),
    )
    for larger in grown:
        wider = field.union(larger)
        if not any(wider.intersection(box).area for box in copy):
            field = wider
    return field


def _darkness(request: GenerationRequest, field: Box, shape: tuple[int, int]) -> np.ndarray:
    """0..1 over the field: how much ink each place asks for."""
    rows, columns = shape
    art = request.boxes("object")[0].intersection(field)
    wide = max(8, round(_SUBJECT * art.width / field.width * columns))
    high = max(8, round(_SUBJECT * rows))
    tone, coverage = _drawn(request, wide, high)
    high, wide = tone.shape
    if hex_to_oklch(request.palette["bg"]).lightness > _DEEP:
        tone = 1 - tone  # on a deep ground the lines are light themselves
    result = np.zeros(shape, np.float32)
    left = round((art.center.x - field.x) / field.width * columns - wide / 2)
    top = round((rows - high) / 2)
    left, top = max(0, min(left, columns - wide)), max(0, top)
    height, width = min(high, rows - top), min(wide, columns - left)
    ink = coverage * (_LIGHTEST + (1 - _LIGHTEST) * tone)
    result[top : top + height, left : left + width] = ink[:height, :width]
    return result


def _drawn(request: GenerationRequest, wide: int, high: int) -> tuple[np.ndarray, np.ndarray]:
    if request.subjects:
        return icon_tones(request.subjects[0], wide, high)
    size = min(wide, high)
    across = np.linspace(-1.05, 1.05, size)
    x, y = np.meshgrid(across, across)
    radius = np.hypot(x, y)
    light = np.clip(0.55 - 0.5 * (x + y) * 0.7, 0, 1)
    return light.astype(np.float32), (radius <= 1).astype(np.float32)


def _lines(field: Box, pitch: float, step: float, darkness: np.ndarray) -> Iterator[str]:
    """Each line as an outline of its own, its upper edge forth and its lower edge back."""
    lift = _softened(darkness, 5)
    rows, columns = darkness.shape
    xs = np.linspace(0, field.width, columns)
    for index in range(1, int(field.height / pitch)):
        y = index * pitch
        row = min(rows - 1, round(y / field.height * rows))
        middle = y - _LIFT * pitch * lift[row]
        half = pitch * (_THIN + _SWELL * darkness[row])
        middle = np.clip(middle, half, field.height - half)
        kept = _bends(middle, half, _FLAT * pitch)
        upper = [(x, v) for x, v in zip(xs[kept], (middle - half)[kept], strict=True)]
        lower = [(x, v) for x, v in zip(xs[kept], (middle + half)[kept], strict=True)]
        yield _outline([*upper, *reversed(lower)])


def _softened(field: np.ndarray, rounds: int) -> np.ndarray:
    for _ in range(rounds):
        padded = np.pad(field, 2, mode="edge")
        upright = padded[:-4, 2:-2] + padded[4:, 2:-2]
        level = padded[2:-2, :-4] + padded[2:-2, 4:]
        field = (field + upright + level) / 5
    return field


def _bends(middle: np.ndarray, half: np.ndarray, least: float) -> np.ndarray:
    """Where the line does more than run straight on; its ends always."""
    moves = np.abs(np.diff(middle, prepend=middle[0])) + np.abs(np.diff(half, prepend=half[0]))
    kept = moves > least
    kept[:-1] |= kept[1:]
    kept[[0, -1]] = True
    return kept


def _outline(points: list[XY]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _layer(layer_id: str, lines: list[str], field: Box, color: str, assets: AssetStore) -> Layer:
    return path_layer(layer_id, "Lines", "".join(lines), field, solid(color), assets)
