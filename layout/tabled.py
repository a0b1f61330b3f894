"""Sheets whose heart is rows: head, art while there is room, rows, foot; in landscape a panel.

Rows come before art: they are set generously beside it or take its place.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.body import Body, body_for
from layout.foot import Foot, large_foot
from layout.head import Head, head_for
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan
from layout.rows import EDGE_MARK, PANEL_MARK
from layout.sheet import Sheet, sheet_for

_GAP, _BODY_GAP = 34.0, 66.0  # u, between zones, and above and below rows
_LEAST_ART = 0.18  # of the height
_EDGE = 0.016  # of the height, the band of colour on sheets without art
_PANEL_PAD = 1.5  # times the gap, inside the panel


class Step(NamedTuple):
    """One way to make room; the first that fits is taken."""

    title: float  # share of what the system allows its title
    scale: float  # of all sizes and gaps
    art: float = 0.0  # least share of the height left to art
    column: float = 1.0  # in landscape, of the width the system gives to copy
    floor: float = 1.0  # share of the smallest legible size that is kept
    roomy: bool = False  # lines above the rows are larger, and facts below where they stay in line


_LINES, _FACTS = 1.45, 1.45  # times their sizes, lines above the rows; the most for facts below
_UPRIGHT = (
    Step(0.75, 1.0, 0.30, roomy=True), Step(0.65, 1.0, 0.26, roomy=True),
    Step(0.75, 1.0, 0.30), Step(0.65, 1.0, 0.25),
    Step(0.55, 1.0, 0.20), Step(0.6, 1.0, roomy=True), Step(0.6, 1.0), Step(0.5, 1.0),
    Step(0.45, 0.9), Step(0.4, 0.8),
)  # fmt: skip
# under a title as large as it goes, without any art
_ALONE = (Step(1.0, 1.0, roomy=True), Step(1.0, 1.0), Step(0.8, 1.0))
_WIDE = (
    Step(0.9, 1.0, column=1.0), Step(0.8, 1.0, column=0.9), Step(0.7, 1.0, column=0.8),
    Step(0.65, 0.95, column=0.7), Step(0.6, 0.9, column=0.62), Step(0.5, 0.8, column=0.56),
)  # fmt: skip
_LAST = tuple(
    Step(0.35, scale, column=0.52, floor=floor)
    for scale, floor in (
        (0.7, 0.9), (0.62, 0.8), (0.55, 0.7), (0.47, 0.6), (0.4, 0.5), (0.32, 0.4), (0.25, 0.3),
        (0.17, 0.2), (0.1, 0.1),
    )
)  # fmt: skip


class Stack(NamedTuple):
    sheet: Sheet
    head: Head
    body: Body
    foot: Foot
    room: float  # px that rows and art share


def tabled(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a plan with rows."""
    base = sheet_for(plan, fonts)
    return _beside(plan, base) if base.wide else _below(plan, base)


def _below(plan: DesignPlan, base: Sheet) -> Layout:
    """Rows under the head, the art between them."""
    around = base.system.zones.composition == "centered"  # the art lies around all copy
    drawn = bool(plan.subjects) or base.system.zones.art > 0
    pictured = plan.form != "chart" and not around and drawn
    alone = () if around or drawn else _ALONE
    steps = [step for step in (*alone, *_UPRIGHT) if pictured or not step.art]
    for step in (*steps, *_LAST):
        stack = _measured(plan, base, step)
        if stack.body.height <= stack.room and stack.room > 0:
            break
    sheet, text = stack.sheet, stack.sheet.text
    gap = sheet.px(_BODY_GAP)
    top = text.y + stack.head.height + (gap if stack.head.height else 0.0)
    foot = text.bottom - stack.foot.height
    end = foot - (gap if stack.foot.height else 0.0)
    body = end - stack.body.height
    art = Box(text.x, top - 0.3 * gap, text.width, body - 0.8 * gap - (top - 0.3 * gap))
    extra: list[Placement] = []
    if step.art == 0.0 or art.height < _LEAST_ART * sheet.canvas.height:
        art = Box(text.x, top, text.width, 0)
        body = top + max(0.0, end - top - stack.body.height) / 2
        extra = [Placement(EDGE_MARK, Box(0, 0, sheet.canvas.width, _EDGE * sheet.canvas.height))]
    if around:
        art, extra = sheet.canvas.box, []
    elif sheet.system.zones.scenic:
        art, extra = art._replace(height=max(1.0, art.height)), []
    return _layout(plan, stack, (text.x, body), foot, art, extra)


def _beside(plan: DesignPlan, base: Sheet) -> Layout:
    """Landscape: copy at the left, rows at the right on a panel of ink."""
    widest = 0.75 if plan.form == "chart" else 1.0
    for step in (*_WIDE, *_LAST):
        stack = _measured(plan, base, step._replace(column=min(step.column, widest)))
        used = stack.head.height + stack.foot.height + stack.sheet.px(_GAP)
        fits = used <= stack.sheet.text.height or stack.foot.height == stack.head.height == 0
        if fits and stack.body.height <= stack.room:
            break
    sheet, canvas = stack.sheet, stack.sheet.canvas
    column, panel = _row_column(sheet), _panel(sheet)
    body = column.y + (column.height - stack.body.height) / 2
    foot = sheet.text.bottom - stack.foot.height
    extra = [Placement(PANEL_MARK, panel)] if sheet.setting("detail").color == "ink" else []
    art = Box(canvas.width, 0, 0, 0)
    head = 0.0
    if sheet.centered and not stack.foot.height:
        head = max(0.0, sheet.text.height - stack.head.height) / 2
    return _layout(plan, stack, (column.x, body), foot, art, extra, head)


def _measured(plan: DesignPlan, base: Sheet, step: Step) -> Stack:
    sheet = base.scaled(step.scale, step.floor, step.column)
    lines = sheet._replace(small=sheet.small * (_LINES if step.roomy else 1.0))
    head = head_for(plan, lines, step.title)
    foot = large_foot(plan, sheet, _FACTS if step.roomy else 1.0)
    if sheet.wide:
        column = _row_column(sheet)
        body = body_for(plan, sheet, column.width, column.height)
        return Stack(sheet, head, body, foot, column.height)
    gaps = sheet.px(_BODY_GAP) * ((head.height > 0) + (foot.height > 0) + (step.art > 0))
    room = sheet.text.height - head.height - foot.height - gaps
    room -= step.art * sheet.canvas.height
    body = body_for(plan, sheet, sheet.text.width, max(0.0, room), step.art > 0)
    return Stack(sheet, head, body, foot, room)


def _panel(sheet: Sheet) -> Box:
    left = sheet.text.right + sheet.px(_GAP)
    return Box(left, 0, sheet.canvas.width - left, sheet.canvas.height)


def _row_column(sheet: Sheet) -> Box:
    """Inside the panel, clear of the margins."""
    pad = min(_PANEL_PAD * sheet.px(_GAP), 1.2 * sheet.margin)
    left = _panel(sheet).x + pad
    right = sheet.canvas.width - max(sheet.margin, pad)
    return Box(left, sheet.text.y, max(1.0, right - left), sheet.text.height)


def _layout(
    plan: DesignPlan, stack: Stack, body: tuple[float, float], foot: float, art: Box,
    extra: list[Placement], head: float = 0.0,
) -> Layout:  # fmt: skip
    placements = [p.lowered(stack.sheet.text.y + head) for p in stack.head.placements]
    placements += [p._replace(box=p.box.shift(*body)) for p in stack.body.placements]
    placements += [p.lowered(foot) for p in stack.foot.placements]
    placements += [*extra, *art_placements(art, plan.pictures)]
    canvas = stack.sheet.canvas
    return Layout(canvas.width, canvas.height, tuple(placements))
