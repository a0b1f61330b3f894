"""The sheet a plan is set on: canvas, unit, margins, text column and legible sizes."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.document import Canvas
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.legible import Smallest, smallest_text
from layout.plan import DesignPlan
from layout.sizes import size_named
from layout.systems import Setting, Shape, TypeRole, VisualSystem, shape_of, system_with

_WHOLE = ("centered", "filled", "full", "split")  # compositions with columns of their own
_WIDEST = 0.72  # of the canvas, for copy beside art
_BESIDE_SUBJECT = 0.53  # of the canvas, for sheets of words
_BESIDE_ROWS = 0.5  # of the canvas, for copy beside a list
_DENSE = (
    "card",
    "ticket",
    "certificate",
    "logo",
)  # forms that set their copy in sizes of their own
_STACKS = ("stacked", "hung", "centered")  # compositions that may have facts in plain lines
# Times the system's sizes, for all copy but the title: posts and sheets are first seen small.
_HELD: dict[Shape, float] = {
    "portrait": 1.25, "square": 1.25, "landscape": 1.2, "story": 1.2, "banner": 1.3,
}  # fmt: skip
BROAD = 1.5  # width over height, from which centred copy on the art is larger too
_TALL_TITLE, _BROAD_TITLE = 1.2, 1.5  # times the size of titles there
_FLAT, _FLAT_TITLE = 2.4, 2.1  # width over height of banners; times the size of titles there
_TALL_CALL = 1.3  # times the size of calls to action, which a thumb must find
_TALL = 1.16  # stories are held close and full screen: everything a little larger


class Sheet(NamedTuple):
    canvas: Canvas
    system: VisualSystem
    fonts: FontLibrary
    unit: float  # px per u; u = sqrt(W * H) / 1000
    smallest: Smallest
    margin: float  # px
    text: Box  # the text column, margins and safe zones taken off
    wide: bool  # text beside the art instead of above it
    tall: bool  # a story
    small: float = 1.0  # times the system's sizes, for all copy but the title
    large: float = 1.0  # times that, where facts have room
    display: float = 1.0  # share of the room for titles that the figure of an offer takes
    listed: bool = False  # facts in plain lines, not in columns under their labels

    @property
    def centered(self) -> bool:
        return self.system.zones.align == "center"

    @property
    def stacks(self) -> bool:
        """Whether facts may stand in plain lines here."""
        return self.system.zones.composition in _STACKS

    @property
    def bleeds(self) -> bool:
        return self.system.zones.art_bleeds

    @property
    def short_side(self) -> int:
        return min(self.canvas.width, self.canvas.height)

    @property
    def title_cap(self) -> float:
        """The largest title in px, more on sheets whose height would keep it small."""
        broad = self.wide or self.canvas.width > BROAD * self.canvas.height
        grown = _TALL_TITLE if self.tall else _BROAD_TITLE if broad else 1.0
        grown = _FLAT_TITLE if self.canvas.width > _FLAT * self.canvas.height else grown
        return self.system.zones.title_cap * self.short_side * grown

    def px(self, u: float) -> float:
        return u * self.unit

    def setting(self, role: TypeRole) -> Setting:
        return self.system.type[role]

    def size(self, role: TypeRole) -> float:
        """Font size in px: the system's own, or the smallest legible one when that is larger."""
        least = self.smallest.label if role == "label" else self.smallest.text
        large = self.large**0.5 if role in ("cta", "label") else self.large
        if role == "cta" and self.tall:
            large *= _TALL_CALL
        return max(self.px(self.setting(role).size) * self.small, least) * large

    def scaled(self, scale: float, floor: float, widen: float) -> Sheet:
        """Sizes and gaps scaled, the smallest sizes lowered, the column beside art widened."""
        text = self.text
        if self.wide:
            text = text._replace(
                width=max(text.width, min(text.width * widen, _WIDEST * self.canvas.width))
            )
        smallest = Smallest(*(floor * size for size in self.smallest))
        return self._replace(unit=self.unit * scale, smallest=smallest, text=text)


def sheet_for(plan: DesignPlan, fonts: FontLibrary) -> Sheet:
    size = size_named(plan.size)
    canvas, system = size.canvas, system_with(plan.system, plan.title_font, plan.text_font)
    shape = shape_of(canvas)
    unit = math.sqrt(canvas.width * canvas.height) / 1000 * (_TALL if shape == "story" else 1.0)
    wide = shape in ("landscape", "banner") and system.zones.composition not in _WHOLE
    margin = system.zones.margin * min(canvas.width, canvas.height)
    column = min(system.zones.column, _most_column(plan, system))
    text = _text_column(canvas, column, margin, size.safe, wide)
    if system.zones.composition == "centered" and canvas.width > 1.15 * canvas.height:
        width = min(text.width, system.zones.column * canvas.width)
        text = text._replace(x=text.center.x - width / 2, width=width)
    tall = shape == "story"
    small = 1.0 if plan.rows or plan.form in _DENSE else _HELD.get(shape, 1.0)
    return Sheet(
        canvas, system, fonts, unit, smallest_text(size), margin, text, wide, tall, small,
        listed=_is_listed(plan, system, tall),
    )  # fmt: skip


def _is_listed(plan: DesignPlan, system: VisualSystem, tall: bool) -> bool:
    """Facts in plain lines: always in centred systems and in stories, in others by chance."""
    if plan.form == "card" and system.zones.composition == "centered" and not plan.rows:
        return True
    if plan.rows or plan.form in _DENSE:
        return False
    if system.zones.composition not in _STACKS:
        return tall
    return system.zones.align == "center" or random.Random(f"facts/{plan.seed}").random() < 0.65


def _most_column(plan: DesignPlan, system: VisualSystem) -> float:
    """Share of the width for copy in landscape: less beside rows, or a subject amid words."""
    if plan.rows:
        return _BESIDE_ROWS
    return _BESIDE_SUBJECT if plan.subjects and not system.zones.art else 1.0


def _text_column(
    canvas: Canvas, share: float, margin: float, safe: tuple[float, ...], wide: bool
) -> Box:
    width, height = canvas.width, canvas.height
    top, bottom = max(margin, safe[0] * height), max(margin, safe[2] * height)
    left, right = max(margin, safe[3] * width), max(margin, safe[1] * width)
    column = width * share - left / 2 if wide else width - left - right
    return Box(left, top, column, height - top - bottom)
