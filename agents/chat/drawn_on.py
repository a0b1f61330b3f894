"""One more drawing on a free place of the design, beside all that is there already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from agents.chat.changes import free_id
from agents.chat.context import Context
from agents.chat.results import CannotError, Done, done
from design_io.color import rgb_to_hex
from design_io.commands import AddLayer
from design_io.document import Design, Layer, TextLayer, leaves, walk
from design_io.geometry import Box
from design_io.render import render
from design_io.resources import Resources
from design_io.text import ink_box
from generators.artist.drawing import group
from generators.artist.icons import icon_layers, lifted

_LONG_SIDE = 270.0  # px on which free places are looked for
_LARGEST, _SMALLEST, _STEPS = 0.42, 0.13, 12  # sides of the drawing, of the short side
_MARGIN, _GAP = 0.055, 0.018  # of the short side
_NEAR = 0.12  # of the short side, between a drawing and what it is to stand beside
_SEEN = 8  # of 255, from which a pixel is taken


def drawn_on(icon: str, phrase: str, anchors: Sequence[Box], context: Context) -> Done:
    """The drawing as large as it can be near one of the anchors, else wherever it is largest."""
    design = context.design
    free = _Ground(design, context.resources)
    box = free.place(anchors)
    if box is None:
        raise CannotError(
            f"there is no free place for {phrase}; make something smaller or delete it first, or"
            f" say what it should take the place of: show {phrase} instead of the picture"
        )
    taken = {x.id for x in walk(design)}
    name = free_id("drawing", taken)
    colors = lifted(icon, free.color(box))
    shapes = icon_layers(icon, box, context.resources.assets, name, colors=colors)
    called = [x.evolve(name=f"{phrase} {n}") for n, x in enumerate(shapes, 1)]
    layer = group(name, phrase[:1].upper() + phrase[1:], called, role="hero")
    return done(f"{phrase} is added", [AddLayer(layer=layer, index=_above_art(design))])


def _above_art(design: Design) -> int:
    """In the order of layers behind the first copy in front of all art."""
    art = [n for n, x in enumerate(design.layers) if x.role in ("background", "hero", "ornament")]
    return max(art, default=-1) + 1


class _Ground:
    """Where on the sheet nothing lies but its ground."""

    def __init__(self, design: Design, resources: Resources) -> None:
        sheet = design.canvas
        self.scale = min(1.0, _LONG_SIDE / max(sheet.width, sheet.height))
        self.short = min(sheet.width, sheet.height)
        self.sheet = sheet.box
        self.flat = render(design, resources, scale=self.scale)
        grounds = frozenset(x.id for x in leaves(design) if _is_ground(x))
        taken = render(design, resources, scale=self.scale, hide=grounds)[..., 3] > _SEEN
        for layer in walk(design):
            if isinstance(layer, TextLayer) and layer.visible:
                self._take(ink_box(layer, resources.fonts).pad(_GAP * self.short), taken)
        self.filled = np.pad(taken.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))

    def _take(self, box: Box, taken: np.ndarray) -> None:
        x, y, right, bottom = (max(0, round(v * self.scale))
                               for v in (box.x, box.y, box.right, box.bottom))  # fmt: skip
        taken[y:bottom, x:right] = True

    def place(self, anchors: Sequence[Box]) -> Box | None:
        """The largest free square near an anchor, else the largest at all."""
        sizes = np.linspace(_LARGEST, _SMALLEST, _STEPS) * self.short
        for near in (True, False) if anchors else (False,):
            for size in sizes:
                if (found := self._nearest(float(size), anchors, near)) is not None:
                    return found
        return None

    def _nearest(self, size: float, anchors: Sequence[Box], near: bool) -> Box | None:
        side, margin = round(size * self.scale), round(_MARGIN * self.short * self.scale)
        f = self.filled
        sums = f[side:, side:] - f[:-side, side:] - f[side:, :-side] + f[:-side, :-side]
        rows, columns = np.nonzero(sums[margin:-margin, margin:-margin] == 0)
        if not len(rows):
            return None
        xs, ys = (columns + margin) / self.scale, (rows + margin) / self.scale
        gaps = np.min([_gap(xs, ys, size, box) for box in (anchors or [self._middle()])], axis=0)
        at = int(np.argmin(gaps))
        if near and gaps[at] > _NEAR * self.short:
            return None
        gap = _GAP * self.short
        return Box(float(xs[at]), float(ys[at]), size, size).pad(-gap)

    def _middle(self) -> Box:
        return Box(*self.sheet.center, 0.0, 0.0)

    def color(self, box: Box) -> str:
        """What the drawing will lie on."""
        x, y, right, bottom = (round(v * self.scale)
                               for v in (box.x, box.y, box.right, box.bottom))  # fmt: skip
        mean = self.flat[y:bottom, x:right, :3].reshape(-1, 3).mean(axis=0)
        return rgb_to_hex(*(float(v) for v in mean))


def _gap(xs: np.ndarray, ys: np.ndarray, size: float, box: Box) -> np.ndarray:
    """How far squares lie from the box; a little more where they do not lie level with it."""
    dx = np.maximum(np.maximum(box.x - (xs + size), xs - box.right), 0.0)
    dy = np.maximum(np.maximum(box.y - (ys + size), ys - box.bottom), 0.0)
    cx, cy = np.abs(xs + size / 2 - box.center.x), np.abs(ys + size / 2 - box.center.y)
    return np.hypot(dx, dy) + 0.01 * (cx + cy)


def _is_ground(layer: Layer) -> bool:
    return layer.role in ("background", "texture")
