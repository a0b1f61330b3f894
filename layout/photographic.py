"""Compositions led by a photograph: copy on the whole picture, or on a field beside it.

Where the copy goes is the plan's anchor, chosen from the picture's calm places. Beside or above
each other follows the sheet: columns in landscape, bands in portrait.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.body import Body, body_for
from layout.foot import Foot, foot_for
from layout.head import Head, head_for
from layout.placement import Layout, art_placements
from layout.plan import Anchor, DesignPlan
from layout.sheet import Sheet, sheet_for
from layout.systems import shape_of

_GAP = 34.0  # u, between head, rows and foot
_PHOTO = (0.34, 0.64)  # of the sheet's side: least and most of it for the picture in `split`
_LEAST = 0.18  # of the side, for the picture when nothing else makes room


class Step(NamedTuple):
    """One way to make room; the first that fits is taken."""

    title: float  # share of what the system allows its title
    scale: float  # of all sizes and gaps
    room: float  # share of the sheet's height that copy on a picture may take
    floor: float = 1.0  # share of the smallest legible size that is kept
    widen: float = 1.0  # of a column beside the picture


_STEPS = (
    Step(1.0, 1.0, 0.62), Step(0.85, 1.0, 0.64), Step(0.7, 1.0, 0.66, 1.0, 1.04),
    Step(0.6, 1.0, 0.7, 1.0, 1.08), Step(0.52, 0.95, 0.76, 1.0, 1.12),
    Step(0.46, 0.9, 0.84, 1.0, 1.16), Step(0.42, 0.85, 0.92, 1.0, 1.2),
    Step(0.4, 0.75, 1.0, 1.0, 1.26), Step(0.35, 0.65, 1.0, 1.0, 1.32),
    Step(0.26, 0.5, 1.0, 1.0, 1.36), Step(0.26, 0.5, 1.0, 0.9, 1.36),
    Step(0.3, 0.5, 1.0, 0.8, 1.4), Step(0.3, 0.5, 1.0, 0.7, 1.4), Step(0.3, 0.45, 1.0, 0.6, 1.4),
    Step(0.3, 0.4, 1.0, 0.5, 1.4), Step(0.3, 0.35, 1.0, 0.4, 1.4), Step(0.3, 0.3, 1.0, 0.3, 1.4),
    Step(0.3, 0.2, 1.0, 0.2, 1.4), Step(0.3, 0.12, 1.0, 0.1, 1.4),
)  # fmt: skip
_GIVING = 6  # the step from which a picture above or below gives way
_WIDEST = 0.74  # of the sheet, for a column beside the picture


class Copy(NamedTuple):
    """Everything to read, measured for one column at one step."""

    sheet: Sheet
    head: Head
    body: Body
    foot: Foot

    @property
    def gap(self) -> float:
        return self.sheet.px(_GAP)

    @property
    def height(self) -> float:
        parts = [part for part in (self.head.height, self.body.height, self.foot.height) if part]
        return sum(parts) + self.gap * max(0, len(parts) - 1)


def full(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The picture on the whole sheet, the copy in the part of it that the anchor names."""
    sheet = _upright(sheet_for(plan, fonts))
    anchor = _anchor(plan.anchor, sheet)
    copy = _first_fitting(plan, sheet, anchor, sheet.text.height)
    text = copy.sheet.text
    if anchor == "upper":
        tops = _together(copy, text.y)
    elif anchor == "bottom":
        tops = _together(copy, text.bottom - copy.height)
    elif anchor == "center":
        tops = _together(copy, text.center.y - copy.height / 2)
    else:
        tops = _apart(copy, text)
    return _layout(plan, copy, tops, sheet.canvas.box)


def split(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The picture to the edges of one part of the sheet, the copy on a field in the other."""
    sheet = _upright(sheet_for(plan, fonts))
    anchor = _anchor(plan.anchor, sheet)
    if anchor in ("left", "right"):
        return _beside(plan, sheet, anchor)
    return _stacked(plan, sheet, "top" if anchor == "center" else anchor)


def _beside(plan: DesignPlan, sheet: Sheet, anchor: Anchor) -> Layout:
    """The field as wide as its column asks; head at its top, foot at its bottom."""
    width, height = sheet.canvas.width, sheet.canvas.height
    copy = _first_fitting(plan, sheet, anchor, sheet.text.height)
    text = copy.sheet.text
    if anchor == "left":
        edge = text.right + sheet.margin
        photo = Box(edge, 0, width - edge, height)
    else:
        photo = Box(0, 0, text.x - sheet.margin, height)
    return _layout(plan, copy, _apart(copy, text), photo)


def _stacked(plan: DesignPlan, sheet: Sheet, anchor: Anchor) -> Layout:
    """The field as high as the copy asks, within bounds; the picture takes the rest."""
    width, height = sheet.canvas.width, sheet.canvas.height
    most = height * (1 - _PHOTO[0]) - _inset(sheet, anchor) - sheet.margin
    copy = _first_fitting(plan, sheet, anchor, most, height * (1 - _LEAST))
    asked = copy.height + 0.8 * copy.gap + _inset(sheet, anchor) + sheet.margin
    field = max(height * (1 - _PHOTO[1]), asked)
    text = copy.sheet.text
    if anchor == "top":
        room = Box(text.x, text.y, text.width, field - sheet.margin - text.y)
        photo = Box(0, field, width, height - field)
    else:
        top = height - field
        room = Box(text.x, top + sheet.margin, text.width, text.bottom - top - sheet.margin)
        photo = Box(0, 0, width, top)
    return _layout(plan, copy, _apart(copy, room), photo)


def _upright(sheet: Sheet) -> Sheet:
    """The sheet with its whole safe area as the text's column."""
    return sheet._replace(wide=False)


def _anchor(anchor: Anchor, sheet: Sheet) -> Anchor:
    """The anchor, turned to one that the sheet has room for."""
    shape = shape_of(sheet.canvas)
    if shape in ("landscape", "banner"):
        return anchor if anchor in ("left", "right") else "left"
    if shape in ("portrait", "story") and anchor in ("left", "right"):
        return "bottom"
    return anchor


def _column(sheet: Sheet, anchor: Anchor, widen: float) -> Sheet:
    """The text's column on one side of the sheet; the whole sheet for other anchors."""
    if anchor not in ("left", "right"):
        return sheet
    text, share = sheet.text, sheet.system.zones.column
    share = min(_WIDEST, widen * (0.5 if shape_of(sheet.canvas) == "square" else share))
    width = min(text.width, share * sheet.canvas.width - sheet.margin)
    x = text.x if anchor == "left" else text.right - width
    return sheet._replace(text=text._replace(x=x, width=width), wide=True)


def _inset(sheet: Sheet, anchor: Anchor) -> float:
    """What the sheet's margin or safe zone takes of the side where the copy stands."""
    if anchor == "top":
        return sheet.text.y
    return sheet.canvas.height - sheet.text.bottom


def _first_fitting(
    plan: DesignPlan, sheet: Sheet, anchor: Anchor, room: float, most: float = 0.0
) -> Copy:
    """The copy at the first step where it fits `room`; `most` is the room of the last steps."""
    for number, step in enumerate(_STEPS):
        scaled = _column(sheet.scaled(step.scale, step.floor, 1.0), anchor, step.widen)
        copy = Copy(
            scaled, head_for(plan, scaled, step.title),
            body_for(plan, scaled, scaled.text.width), foot_for(plan, scaled),
        )  # fmt: skip
        height = max(room, most) if number >= _GIVING else room
        if not most and not scaled.wide:
            height = min(room, step.room * sheet.canvas.height)
        if copy.height + copy.gap * bool(copy.foot.height) <= height:
            break
    return copy


def _together(copy: Copy, top: float) -> tuple[float, float, float]:
    """The tops of head, rows and foot as one block."""
    body = top + copy.head.height + copy.gap
    return top, body, body + (copy.body.height + copy.gap if copy.body.height else 0.0)


def _apart(copy: Copy, room: Box) -> tuple[float, float, float]:
    """Head and rows at the top of the room, foot at its bottom."""
    foot = room.bottom - copy.foot.height
    _, body, least = _together(copy, room.y)
    return room.y, body, max(foot, least)


def _layout(plan: DesignPlan, copy: Copy, tops: tuple[float, float, float], photo: Box) -> Layout:
    head, body, foot = tops
    placements = [p.lowered(head) for p in copy.head.placements]
    placements += [
        p._replace(box=p.box.shift(copy.sheet.text.x, body)) for p in copy.body.placements
    ]
    placements += [p.lowered(foot) for p in copy.foot.placements]
    placements += art_placements(photo, plan.pictures)
    canvas = copy.sheet.canvas
    return Layout(canvas.width, canvas.height, tuple(placements))
