"""Copy on a photograph keeps clear of what it shows, or the photograph gets a place of its own.

Copy is set at every anchor with its real metrics and laid over the picture's study; where no anchor
leaves the subject free, systems that set copy on the whole picture are avoided.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from agents.brief import Brief, Stated
from agents.likeness import Likeness
from agents.planning import plan_for
from agents.strategy import Strategy, strategy_for
from design_io.document import Canvas, TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.saliency import ON_BODY, ON_SUBJECT
from design_io.study import Crop, Study, crop, inside
from design_io.text import line_ink_boxes
from layout.arrange import arrange
from layout.compose import compose
from layout.plan import Anchor
from layout.sizes import size_named
from layout.systems import shape_of, system_named

_MOST = 0.02  # of the ink's boxes that may lie on the subject
_FREE = 0.005  # of them, that lie there only by the guess of where it ends
_APART = 0.012  # of the sheet, that copy keeps from the subject
_KEPT = 0.6  # of the subject's box that must stay in view
_WORTH_MOVING = 0.02  # mean saliency under the copy, by which another anchor must be calmer


class View(NamedTuple):
    """What one anchor leaves of the subject."""

    anchor: Anchor
    covered: float  # 0..1, of the ink's boxes
    salient: float  # 0..1, mean under the ink's boxes
    crop: Crop

    @property
    def clear(self) -> bool:
        return bool(self.covered <= _MOST and self.crop.kept >= _KEPT)

    @property
    def rank(self) -> int:
        """2 when the subject is free, 1 when it is but for an edge, 0 when it is not."""
        return int(self.clear) + int(self.clear and self.covered <= _FREE)


def clear_strategy(
    brief: Brief, variant: int, pictures: tuple[Study, ...], like: Likeness | None,
    fonts: FontLibrary, out: frozenset[str] = frozenset(),
) -> Strategy:  # fmt: skip
    """The strategy that `strategy_for` gives among the systems that leave the subject free.

    Those that are `out` are not chosen.
    """
    strategy = strategy_for(brief, variant, pictures, like, out)
    asked = brief.system.value
    whole = [name for name in (asked,) if asked] or list(strategy.fits)
    views = {
        name: clearest(brief, _forced(brief, name, pictures, like), pictures[0], fonts)
        for name in whole
        if pictures and _covers_sheet(name)
    }
    avoided = frozenset(name for name, view in views.items() if not view.clear)
    if avoided and not asked and avoided < strategy.fits.keys():
        strategy = strategy_for(brief, variant, pictures, like, avoided | out)
    view = views.get(strategy.system)
    return strategy._replace(anchor=view.anchor) if view else strategy


def clearest(brief: Brief, strategy: Strategy, picture: Study, fonts: FontLibrary) -> View:
    """The anchor under which the copy hides least of the subject; the strategy's own on a tie."""
    canvas = size_named(brief.size.value).canvas
    if brief.respect.value is not None:  # the knob finds the place, whatever the anchor
        return _view(brief, strategy, picture, canvas, fonts)
    anchors = dict.fromkeys((strategy.anchor, *_anchors(canvas)))
    views = [_view(brief, strategy._replace(anchor=a), picture, canvas, fonts) for a in anchors]
    best, own = min(views, key=lambda v: (-v.rank, v.salient)), views[0]
    moves = best.rank > own.rank or best.salient < own.salient - _WORTH_MOVING
    return best if moves else own


def _forced(
    brief: Brief, system: str, pictures: tuple[Study, ...], like: Likeness | None
) -> Strategy:
    return strategy_for(brief.evolve(system=Stated(value=system)), 0, pictures, like)


def _covers_sheet(system: str) -> bool:
    return system_named(system).needs_picture and system_named(system).zones.composition == "full"


def _anchors(canvas: Canvas) -> tuple[Anchor, ...]:
    shape = shape_of(canvas)
    if shape in ("landscape", "banner"):
        return ("left", "right")
    upright: tuple[Anchor, ...] = ("top", "upper", "bottom")
    return (*upright, "left", "right") if shape == "square" else upright


def _view(
    brief: Brief, strategy: Strategy, picture: Study, canvas: Canvas, fonts: FontLibrary
) -> View:
    """The copy set at the strategy's anchor over the crop that the picture would get."""
    plan = plan_for(brief, strategy)
    design = compose(plan, arrange(plan, fonts, picture=picture))
    across, down = canvas.width, canvas.height
    inks = tuple(
        Box(b.x / across, b.y / down, b.width / across, b.height / down)
        for layer in leaves(design) if isinstance(layer, TextLayer)
        for b in line_ink_boxes(layer, fonts) if not b.empty
    )  # fmt: skip
    shown = crop(picture, across / down, inks)
    return View(strategy.anchor, *_under(picture, shown.window, inks), shown)


def _under(picture: Study, window: Box, inks: tuple[Box, ...]) -> tuple[float, float]:
    """The share of the inks' boxes on the subject, and the mean saliency under them."""
    height, width = picture.saliency.shape
    least = np.full((height, 1), ON_SUBJECT)
    least[int(picture.subject.center.y * height) :] = ON_BODY
    on = salient = total = 0.0
    for ink in inks:
        box = inside(window, ink.pad(_APART))
        rows = slice(int(box.y * height), max(int(box.y * height) + 1, round(box.bottom * height)))
        columns = slice(int(box.x * width), max(int(box.x * width) + 1, round(box.right * width)))
        part = picture.saliency[rows, columns]
        if part.size:
            on += float(np.mean(part >= least[rows])) * ink.area
            salient += float(part.mean()) * ink.area
            total += ink.area
    return (on / total, salient / total) if total else (0.0, 0.0)
