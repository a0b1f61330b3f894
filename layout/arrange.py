"""A plan becomes a layout: copy measured and stacked in the zones its system reserves.

Top bar, head and foot hold text; what is left is the art's. When copy is long the title gives
way first, then the art, then the sizes, never below the smallest legible size unless nothing else
fits. Art never enters the text zones.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import Foot, foot_for
from layout.head import Head, head_for
from layout.placement import Layout, Placement
from layout.plan import DesignPlan
from layout.sheet import Sheet, sheet_for

ART = "art"  # the placement that names the art zone
_GAP = 34.0  # u, between zones


class Step(NamedTuple):
    """One way to make room; the first that fits is taken."""

    title: float  # share of what the system allows its title
    scale: float  # of all sizes and gaps
    art: float  # least share of the height left to art
    floor: float = 1.0  # share of the smallest legible size that is kept
    widen: float = 1.0  # of the text column, where text stands beside the art


_STEPS = (
    Step(1.0, 1.0, 0.36), Step(0.8, 1.0, 0.34), Step(0.65, 1.0, 0.31, 1.0, 1.05),
    Step(0.55, 1.0, 0.28, 1.0, 1.1), Step(0.5, 0.95, 0.25, 1.0, 1.15),
    Step(0.45, 0.9, 0.2, 1.0, 1.2), Step(0.4, 0.85, 0.12, 1.0, 1.25),
    Step(0.4, 0.75, 0.0, 1.0, 1.3), Step(0.35, 0.65, 0.0, 1.0, 1.35),
    Step(0.35, 0.65, 0.0, 0.9, 1.35), Step(0.3, 0.6, 0.0, 0.8, 1.4), Step(0.3, 0.5, 0.0, 0.7, 1.4),
    Step(0.3, 0.45, 0.0, 0.6, 1.4), Step(0.3, 0.4, 0.0, 0.5, 1.4), Step(0.3, 0.35, 0.0, 0.4, 1.4),
    Step(0.3, 0.3, 0.0, 0.3, 1.4), Step(0.3, 0.2, 0.0, 0.2, 1.4), Step(0.3, 0.12, 0.0, 0.1, 1.4),
)  # fmt: skip


class Stack(NamedTuple):
    """Head and foot as measured at one step, and the height they leave free."""

    sheet: Sheet
    head: Head
    foot: Foot
    free: float  # px between head and foot


def arrange(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """Boxes for every element of the plan, and one named "art" for the picture zone."""
    stack = _first_fitting(plan, fonts)
    sheet = stack.sheet
    placements = [p.lowered(_head_top(stack)) for p in stack.head.placements]
    placements += [p.lowered(_foot_top(stack)) for p in stack.foot.placements]
    art = _art_zone(stack)
    placements.append(Placement(ART, art))
    placements += [Placement(e.id, art) for e in plan.of_role("hero", "picture")]
    return Layout(sheet.canvas.width, sheet.canvas.height, tuple(placements))


def _first_fitting(plan: DesignPlan, fonts: FontLibrary) -> Stack:
    base = sheet_for(plan, fonts)
    for step in _STEPS:
        sheet = base.scaled(step.scale, step.floor, step.widen)
        head = head_for(plan, sheet, step.title)
        foot = foot_for(plan, sheet)
        free = sheet.text.height - head.height - foot.height
        needed = 0.0 if sheet.wide else step.art * sheet.canvas.height
        gaps = (1 if sheet.wide else 2) * sheet.px(_GAP) * (1 if foot.height else 0)
        if free >= needed + gaps:
            break
    return Stack(sheet, head, foot, free)


def _head_top(stack: Stack) -> float:
    """In landscape, centred systems centre their text; all others hang it from the top."""
    text = stack.sheet.text
    if stack.sheet.wide and stack.sheet.centered:
        return text.y + max(0.0, stack.free - stack.sheet.px(_GAP)) / 2
    return text.y


def _foot_top(stack: Stack) -> float:
    sheet = stack.sheet
    if sheet.wide and sheet.centered:
        return _head_top(stack) + stack.head.height + sheet.px(_GAP) * 1.2
    return sheet.text.bottom - stack.foot.height


def _art_zone(stack: Stack) -> Box:
    sheet, canvas = stack.sheet, stack.sheet.canvas
    gap = sheet.px(_GAP)
    if sheet.wide:
        left = sheet.text.right + gap
        if sheet.bleeds:
            return Box(left, 0, canvas.width - left, canvas.height)
        margin = sheet.margin
        return Box(left, margin, canvas.width - left - margin, canvas.height - 2 * margin)
    top = _head_top(stack) + stack.head.height + gap
    bottom = _foot_top(stack) - gap if stack.foot.height else canvas.height - sheet.margin
    return Box(sheet.text.x, top, sheet.text.width, max(0.0, bottom - top))
