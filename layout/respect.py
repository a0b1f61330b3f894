"""One knob for copy on a whole picture: 0 keeps to the grid's columns, 1 off what it shows.

Copy is set as one block or as two (head, and facts with the call), in several widths and sizes, at
grid places and at free ones. Of all these the knob weighs how much of the subject lies under the
ink against how far the blocks stand off the grid (after CGB-DM's balance of content and graphics).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.saliency import subject_field
from design_io.study import Study, crop
from design_io.text import line_ink_boxes
from layout.clusters import Cluster, Scale, cluster, clusters_of, members
from layout.compose import compose
from layout.placement import Layout, Placement
from layout.plan import DesignPlan
from layout.proposing import COLUMNS, column_lines, layout_of, open_sheet
from layout.sheet import Sheet

_SCALES = ((Scale(), 0.0), (Scale(0.75), 0.02), (Scale(0.55, 0.95), 0.05), (Scale(0.4, 0.85), 0.1))
_SPANS = (6, 4, 3)  # columns that copy may take
_ROWS = 6  # of the grid
_FREE = 10  # free places along each side
_WINDOWS = 3  # crops of the picture that are looked at first
_KNOBS = (0.0, 0.5, 1.0)  # at which candidates are gathered, whatever is asked
_KEPT = 2  # candidates of one setting and knob that are looked at closely
_APART = 0.012  # of the sheet, that ink keeps from the subject
_GAP = 34.0  # u
_TWO_AXES = 0.04  # against two blocks on different left edges


class Block(NamedTuple):
    """Clusters stacked in one column, and the ink of their lines, px from its left top."""

    cluster: Cluster
    inks: tuple[Box, ...]


class Candidate(NamedTuple):
    parts: tuple[tuple[Cluster, Box], ...]  # with their places, px
    covered: float  # 0..1, of the ink on the picture's subject, weighed by how much it stands out
    off_grid: float  # 0..1, half a column or row being 1
    lost: float  # what smaller or scattered copy costs at any knob

    def cost(self, respect: float) -> float:
        return respect * self.covered + (1 - respect) * self.off_grid + self.lost

    def rank(self, respect: float) -> tuple[float, float]:
        """By cost; of grid places that are equally good the one that hides least."""
        return round(self.cost(respect), 4), self.covered


class _Spots(NamedTuple):
    """Places of one block: left tops (n, 2) px, and how far each is off the grid (n,)."""

    at: np.ndarray
    off_grid: np.ndarray


def respectful(plan: DesignPlan, fonts: FontLibrary, picture: Study) -> Layout | None:
    """The layout at the plan's knob; None where copy lies on no picture or fits at no size."""
    sheet, respect = open_sheet(plan, fonts), plan.respect or 0.0
    if sheet.system.zones.composition != "full":
        return None
    best = min(candidates(plan, sheet, picture), key=lambda c: c.rank(respect), default=None)
    if best is None:
        return None
    return layout_of(plan, sheet, list(best.parts), sheet.canvas.box)


def candidates(plan: DesignPlan, sheet: Sheet, picture: Study) -> Iterator[Candidate]:
    """The same for every knob, so that turning it up never hides more of the picture."""
    views = _views(picture, sheet)
    for split, span, (scale, lost) in product((False, True), _SPANS, _SCALES):
        blocks = _blocks(plan, sheet, span, scale, split)
        height = sum(b.cluster.height for b in blocks) + sheet.px(_GAP) * (len(blocks) - 1)
        if height > sheet.text.height or (split and len(blocks) < 2):
            continue
        for places in _promising(blocks, sheet, views):
            yield _judged(blocks, places, sheet, picture, views[0].sums, lost)


def off_grid(box: Box, sheet: Sheet) -> float:
    """How far a block's left edge and its top or foot stand from the grid, 0..1."""
    spots = np.array([[box.x, box.y]])
    return float(_off_grid(spots, box.height, sheet)[0])


def _blocks(
    plan: DesignPlan, sheet: Sheet, span: int, scale: Scale, split: bool
) -> tuple[Block, ...]:
    names = clusters_of(plan)
    if "facts" in names and "call" in names:
        names = tuple("facts+call" if n == "facts" else n for n in names if n != "call")
    upper = tuple(n for n in names if n in ("marks", "head"))
    groups = (upper, tuple(n for n in names if n not in upper)) if split else (names,)
    return tuple(_block(plan, sheet, group, span, scale) for group in groups if group)


def _block(plan: DesignPlan, sheet: Sheet, names: Sequence[str], span: int, scale: Scale) -> Block:
    width, top = sheet.text.width * span / COLUMNS, 0.0
    placements: list[Placement] = []
    for name in names:
        part = cluster(plan, name, sheet, width, scale)
        placements += part.at(0.0, top)
        top += part.height + sheet.px(_GAP)
    whole = Cluster("+".join(names), tuple(placements), width, top - sheet.px(_GAP))
    kept = [e for name in names for e in members(plan, name)]
    only = plan.model_copy(update={"elements": tuple(kept)})
    canvas = sheet.canvas
    design = compose(only, Layout(canvas.width, canvas.height, whole.placements))
    inks = [
        ink
        for layer in leaves(design)
        if isinstance(layer, TextLayer)
        for ink in line_ink_boxes(layer, sheet.fonts)
        if not ink.empty
    ]
    return Block(whole, tuple(inks))


def _spots(block: Block, sheet: Sheet) -> _Spots:
    """Grid places, then free ones, that keep the block in the safe area."""
    text, height = sheet.text, block.cluster.height
    right = text.right - block.cluster.width
    lines = [x for x in column_lines(sheet) if x <= right + 1]
    low = text.bottom - height
    tops = [y for y in _row_tops(height, sheet) if y <= low + 0.5]
    xs = [*lines, *np.linspace(text.x, max(text.x, right), _FREE)]
    ys = [*tops, *np.linspace(text.y, max(text.y, low), _FREE)]
    at = np.array(list(product(xs, ys)))
    return _Spots(at, _off_grid(at, height, sheet))


def _off_grid(at: np.ndarray, height: float, sheet: Sheet) -> np.ndarray:
    """(n,) 0..1: the mean of the distances to a column and to a row, of half of each."""
    text = sheet.text
    lines, tops = np.array(column_lines(sheet)), np.array(_row_tops(height, sheet))
    across = np.abs(at[:, :1] - lines[None]).min(axis=1) / (text.width / COLUMNS / 2)
    down = np.abs(at[:, 1:] - tops[None]).min(axis=1) / (text.height / _ROWS / 2)
    return np.minimum(1.0, across) / 2 + np.minimum(1.0, down) / 2


def _row_tops(height: float, sheet: Sheet) -> list[float]:
    """The grid's rows as tops of a block: its own rows, at the foot, and at mid-height, px."""
    text = sheet.text
    rows = [text.y + text.height * n / _ROWS for n in range(_ROWS)]
    return [*rows, text.bottom - height, text.center.y - height / 2]


class _View(NamedTuple):
    """One crop of the picture on the sheet, summed up so that any box is four look-ups."""

    sums: np.ndarray  # (h + 1, w + 1) float64
    window: Box


def _views(picture: Study, sheet: Sheet) -> tuple[_View, ...]:
    aspect = sheet.canvas.width / sheet.canvas.height
    across, down = min(1.0, aspect / picture.aspect), min(1.0, picture.aspect / aspect)
    field = subject_field(picture.saliency, picture.subject)
    sums = np.pad(field.astype(np.float64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    steps = np.linspace(0, 1, _WINDOWS) if min(across, down) < 0.97 else (0.5,)
    windows = (Box((1 - across) * s, (1 - down) * s, across, down) for s in steps)
    kept = [w for w in windows if w.intersection(picture.subject).area > 0.6 * picture.subject.area]
    return tuple(_View(sums, w) for w in kept or [crop(picture, aspect).window])


def _covered(inks: tuple[Box, ...], at: np.ndarray, view: _View, sheet: Sheet) -> np.ndarray:
    """(n,) 0..1: the mean of the field under the ink of a block at each of the places."""
    boxes = np.array([(b.x, b.y, b.right, b.bottom) for b in inks] or [(0, 0, 1, 1)])
    pad = _APART * min(sheet.canvas.width, sheet.canvas.height)
    corners = boxes[None] + np.tile(at, 2)[:, None] + np.array([-pad, -pad, pad, pad])
    height, width = (side - 1 for side in view.sums.shape)
    scale = np.array([sheet.canvas.width, sheet.canvas.height] * 2)
    window = view.window
    shares = corners / scale * np.array([window.width, window.height] * 2)
    shares = shares + np.array([window.x, window.y] * 2)
    left, top = (
        np.clip((shares[..., n] * s).astype(int), 0, s - 1) for n, s in ((0, width), (1, height))
    )
    right = np.maximum(left + 1, np.clip(np.ceil(shares[..., 2] * width), 0, width).astype(int))
    bottom = np.maximum(top + 1, np.clip(np.ceil(shares[..., 3] * height), 0, height).astype(int))
    sums = view.sums
    total = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    mean = total / ((right - left) * (bottom - top))
    weights = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.asarray((mean * weights).sum(axis=1) / weights.sum())


def _promising(
    blocks: tuple[Block, ...], sheet: Sheet, views: tuple[_View, ...]
) -> list[tuple[Box, ...]]:
    """The few placings of the blocks that are best at some knob under some crop."""
    spots = [_spots(block, sheet) for block in blocks]
    found: dict[tuple[Box, ...], None] = {}
    for view in views:
        covered = [_covered(b.inks, s.at, view, sheet) for b, s in zip(blocks, spots, strict=True)]
        for knob in _KNOBS:
            ranked = [
                np.argsort(knob * c + (1 - knob) * s.off_grid, kind="stable")[: 6 * _KEPT]
                for c, s in zip(covered, spots, strict=True)
            ]
            found |= dict.fromkeys(_first_fitting(blocks, spots, ranked, sheet))
    return list(found)


def _first_fitting(
    blocks: tuple[Block, ...], spots: list[_Spots], ranked: list[np.ndarray], sheet: Sheet
) -> list[tuple[Box, ...]]:
    """The first few combinations whose blocks are apart and in reading order."""
    found: list[tuple[Box, ...]] = []
    for choice in product(*ranked):
        places = tuple(
            Box(float(s.at[n, 0]), float(s.at[n, 1]), b.cluster.width, b.cluster.height)
            for b, s, n in zip(blocks, spots, choice, strict=True)
        )
        if len(places) == 1 or places[0].bottom + sheet.px(_GAP) <= places[1].y:
            found.append(places)
            if len(found) == _KEPT:
                break
    return found


def _judged(
    blocks: tuple[Block, ...], places: tuple[Box, ...], sheet: Sheet, picture: Study,
    sums: np.ndarray, lost: float,
) -> Candidate:  # fmt: skip
    """Measured under the crop that the picture really gets with copy at these places."""
    canvas = sheet.canvas
    inks = [
        ink.shift(place.x, place.y)
        for block, place in zip(blocks, places, strict=True)
        for ink in block.inks
    ]
    shares = tuple(ink.in_shares(canvas.width, canvas.height) for ink in inks)
    window = crop(picture, canvas.width / canvas.height, shares).window
    covered = float(_covered(tuple(inks), np.zeros((1, 2)), _View(sums, window), sheet)[0])
    off = sum(off_grid(place, sheet) for place in places) / len(places)
    apart = len({round(place.x) for place in places}) > 1
    parts = tuple((b.cluster, place) for b, place in zip(blocks, places, strict=True))
    return Candidate(parts, covered, off, lost + _TWO_AXES * apart)
