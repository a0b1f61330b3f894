"""A plan becomes a layout: copy measured and stacked in the zones its system reserves.

Top bar, head and foot hold text; what is left is the art's. When copy is long the title gives
way first, then the art, then the sizes, never below the smallest legible size unless nothing else
fits. Art never enters the text zones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.study import Study
from layout.award import awarded
from layout.body import Body, body_for
from layout.carded import carded, is_contact_card, stamps_of
from layout.code import with_code
from layout.emblem import emblem
from layout.filled import filled
from layout.foot import RULE, Foot, foot_for, large_foot
from layout.head import Head, head_for
from layout.letterhead import headed_paper
from layout.numeral import numeral
from layout.photographic import full, split
from layout.placement import Layout, art_placements
from layout.plan import DesignPlan
from layout.proposing import Propose, closed_because, proposed
from layout.quoted import quoted
from layout.respect import respectful
from layout.sheet import Sheet, sheet_for
from layout.sizes import size_named
from layout.strip import FLATTEST, strip
from layout.systems import Composition, Form, system_named
from layout.tabled import tabled
from layout.ticket import ticketed

_GAP = 34.0  # u, between zones
_LOOSEN = 0.12  # of the height left over, added to a gap between blocks of centred copy
_WIDER = (1.12, 1.25)  # times the column for copy beside the art
_SUBJECT_SHARE = 0.32  # of the height, for a subject on sheets of words
_LEAST_ART = 0.2  # of the height, for art beside rows


class Step(NamedTuple):
    """One way to make room; the first that fits is taken."""

    title: float  # share of what the system allows its title
    scale: float  # of all sizes and gaps
    art: float  # least share of the height left to art
    floor: float = 1.0  # share of the smallest legible size that is kept
    widen: float = 1.0  # of the text column, where text stands beside the art
    facts: float = 1.0  # most that facts may grow where that needs no further line


_STEPS = (
    Step(1.0, 1.0, 0.36, facts=1.6), Step(0.88, 1.0, 0.36, facts=1.6),
    Step(0.8, 1.0, 0.34, facts=1.6), Step(1.0, 1.0, 0.36, facts=1.3),
    Step(0.88, 1.0, 0.34, facts=1.3), Step(0.8, 1.0, 0.34, facts=1.3),
    Step(0.8, 1.0, 0.34, facts=1.1), Step(0.8, 1.0, 0.34),
    Step(0.65, 1.0, 0.31, 1.0, 1.05),
    Step(0.55, 1.0, 0.28, 1.0, 1.1), Step(0.5, 0.95, 0.25, 1.0, 1.15),
    Step(0.45, 0.9, 0.2, 1.0, 1.2), Step(0.4, 0.85, 0.12, 1.0, 1.25),
    Step(0.4, 0.75, 0.0, 1.0, 1.3), Step(0.35, 0.65, 0.0, 1.0, 1.35),
    Step(0.25, 0.65, 0.0, 1.0, 1.35), Step(0.35, 0.65, 0.0, 0.9, 1.35),
    Step(0.3, 0.6, 0.0, 0.8, 1.4), Step(0.3, 0.5, 0.0, 0.7, 1.4),
    Step(0.3, 0.45, 0.0, 0.6, 1.4), Step(0.3, 0.4, 0.0, 0.5, 1.4), Step(0.3, 0.35, 0.0, 0.4, 1.4),
    Step(0.3, 0.3, 0.0, 0.3, 1.4), Step(0.3, 0.2, 0.0, 0.2, 1.4), Step(0.3, 0.12, 0.0, 0.1, 1.4),
)  # fmt: skip


class Stack(NamedTuple):
    """Head, body and foot as measured at one step, and the height they leave free."""

    sheet: Sheet
    head: Head
    body: Body
    foot: Foot
    free: float  # px of the text column that nothing uses

    @property
    def gap(self) -> float:
        return self.sheet.px(_GAP)


def arrange(
    plan: DesignPlan, fonts: FontLibrary, propose: Propose | None = None,
    picture: Study | None = None,
) -> Layout:  # fmt: skip
    """Boxes for every element of the plan, and one named "art" for the picture zone.

    `propose` is a layout model; where its boxes cannot be used the system's own composition stands.
    With the `picture` that copy lies on, the plan's knob between picture and grid is obeyed.
    """
    layout = proposed(plan, fonts, propose, picture).layout if propose else None
    if layout is None and picture and plan.respect is not None and not closed_because(plan):
        layout = respectful(plan, fonts, picture)
    return with_code(plan, layout or _row(plan, fonts) or _composition(plan)(plan, fonts))


def _row(plan: DesignPlan, fonts: FontLibrary) -> Layout | None:
    """The flattest sheets hold everything in one row."""
    canvas = size_named(plan.size).canvas
    if canvas.width <= FLATTEST * canvas.height or plan.form in FORMS:
        return None
    return strip(plan, fonts)


def _composition(plan: DesignPlan) -> Callable[[DesignPlan, FontLibrary], Layout]:
    """What the form asks for, else what the visual system is composed by."""
    composition = system_named(plan.system).zones.composition
    if plan.form in FORMS:
        return FORMS[plan.form]
    plainly = composition in ("stacked", "hung") or stamps_of(plan)
    if plan.form == "card" and is_contact_card(plan) and plainly:
        return carded
    if plan.form == "quote" and composition in ("stacked", "hung") and plan.of_role("title"):
        return quoted
    if plan.rows and composition not in ("full", "split"):  # which set rows beside photographs
        return tabled
    return COMPOSITIONS[composition]


def stacked(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """Head above, foot below, the art between them, or at their side in landscape."""
    stack = _first_fitting(plan, fonts)
    sheet = stack.sheet
    head, foot = _head_top(stack), _foot_top(stack)
    if _foot_follows(plan, sheet):
        foot = head + stack.head.height + 1.3 * stack.gap
        low = foot + stack.foot.height if stack.foot.height else head + stack.head.height
        bottom = sheet.canvas.height - (0.0 if sheet.bleeds else sheet.margin)
        art = Box(sheet.text.x, low + stack.gap, sheet.text.width, bottom - low - stack.gap)
        return _layout(plan, stack, head, (0.0, 0.0), foot, art)
    if not sheet.wide:
        body = foot - stack.body.height - (stack.gap if stack.foot.height else 0)
        top = head + stack.head.height + stack.gap
        bottom = (body if stack.body.height else foot) - stack.gap
        art = _band(stack, top, bottom)
        if art.empty and stack.body.height:
            body = (top + foot - stack.body.height) / 2
        return _layout(plan, stack, head, (sheet.text.x, body), foot, art)
    art = _side(stack)
    if not stack.body.height:
        return _layout(plan, stack, head, (0.0, 0.0), foot, art)
    inner = _side_column(sheet)
    body = inner.y + (inner.height - stack.body.height) / 2
    return _layout(plan, stack, head, (inner.x, body), foot, Box(art.x, art.y, 0, 0))


def hung(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The art above, all copy hanging from the bottom; in landscape and stories as stacked."""
    stack = _first_fitting(plan, fonts)
    sheet = stack.sheet
    if sheet.wide or _foot_follows(plan, sheet):
        return stacked(plan, fonts)
    foot = _foot_top(stack)
    body = foot - stack.body.height - (stack.gap if stack.foot.height and stack.body.height else 0)
    head = body - stack.head.height - (stack.gap if stack.foot.height or stack.body.height else 0)
    height = max(0.0, head - stack.gap - sheet.text.y)
    art = Box(sheet.text.x, sheet.text.y, sheet.text.width, height)
    return _layout(plan, stack, head, (sheet.text.x, body), foot, art)


def centered(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """All copy as one block in the middle, the art around it on the whole sheet."""
    stack = _first_fitting(plan, fonts)
    sheet = stack.sheet
    parts = (stack.head.height, stack.body.height, stack.foot.height)
    gaps = sum(part > 0 for part in parts) - 1
    spare = max(0.0, sheet.text.height - sum(parts) - stack.gap * gaps)
    gap = stack.gap + min(stack.gap, _LOOSEN * spare)
    above = 0.0
    if plan.subjects and plan.of_role("hero"):  # which stands above the copy
        above = min(sheet.system.zones.own_art * sheet.text.height, 0.6 * spare)
    head = sheet.text.y + (spare + above - gaps * (gap - stack.gap)) / 2
    body = head + stack.head.height + gap
    foot = body + (stack.body.height + gap if stack.body.height else 0)
    return _layout(plan, stack, head, (sheet.text.x, body), foot, sheet.canvas.box)


def _layout(
    plan: DesignPlan, stack: Stack, head: float, body: tuple[float, float], foot: float, art: Box
) -> Layout:
    """The parts moved to where their tops (for the body its left top corner) belong."""
    placements = [p.lowered(head) for p in stack.head.placements]
    placements += [p._replace(box=p.box.shift(*body)) for p in stack.body.placements]
    placements += [p.lowered(foot) for p in stack.foot.placements]
    placements += art_placements(art, plan.pictures)
    canvas = stack.sheet.canvas
    return Layout(canvas.width, canvas.height, tuple(placements))


def _first_fitting(plan: DesignPlan, fonts: FontLibrary) -> Stack:
    base = _widened(plan, sheet_for(plan, fonts))
    for step in _steps(plan):
        sheet = base.scaled(step.scale, step.floor, step.widen)._replace(display=min(1, step.title))
        head = head_for(plan, sheet, step.title)
        foot = large_foot(plan, sheet, step.facts)
        either = sheet.listed or (sheet.wide and sheet.stacks)
        if step.scale < 1 and either:  # lines or columns, whichever are lower
            other = foot_for(plan, sheet._replace(listed=not sheet.listed))
            foot = min(foot, other, key=lambda f: f.height)
        inner = _side_column(sheet) if sheet.wide else sheet.text
        body = body_for(plan, sheet, inner.width)
        beside = sheet.wide and body.height > 0
        used = head.height + foot.height + (0.0 if beside else body.height)
        free = sheet.text.height - used
        parts = (head.height, foot.height, 0.0 if beside else body.height)
        least = min(step.art, _art_share(plan, sheet))
        needed = 0.0 if sheet.wide else least * sheet.canvas.height
        gaps = sheet.px(_GAP) * (sum(part > 0 for part in parts) - (1 if needed == 0 else 0))
        if free > 0 and _foot_follows(plan, sheet):  # the art may reach below the safe zone
            free += sheet.canvas.height - sheet.text.bottom
        if free >= needed + gaps and (not beside or body.height <= inner.height):
            break
    return Stack(sheet, head, body, foot, free)


def _art_share(plan: DesignPlan, sheet: Sheet) -> float:
    """Least share of the height for art; words that leave none to signs leave some to a subject."""
    zones = sheet.system.zones
    pictured = bool(plan.subjects) and zones.composition == "stacked" and not plan.rows
    return max(zones.art, _SUBJECT_SHARE if pictured else 0.0)


def _foot_follows(plan: DesignPlan, sheet: Sheet) -> bool:
    """In stories apps cover the lower edge: facts follow the head, and the art fills the rest."""
    zones = sheet.system.zones
    on_art = sheet.setting("detail").color in sheet.system.palettes.on
    return sheet.tall and zones.composition in ("stacked", "hung") and not on_art and not plan.rows


def _widened(plan: DesignPlan, sheet: Sheet) -> Sheet:
    """In landscape, a wider column for copy as long as its title gains by it; little wider beside a
    thing, and none on sheets of words."""
    if not sheet.wide or (plan.subjects and not sheet.system.zones.art):
        return sheet
    best, size = sheet, _title_size(plan, sheet)
    for widen in _WIDER[:1] if plan.subjects else _WIDER:
        wider = sheet.scaled(1.0, 1.0, widen)
        grown = _title_size(plan, wider)
        if grown > 1.06 * size:
            best, size = wider, grown
    return best


def _title_size(plan: DesignPlan, sheet: Sheet) -> float:
    sizes = {p.element: p.size for p in head_for(plan, sheet, 1.0).placements}
    return max((sizes.get(title.id, 0.0) for title in plan.of_role("title")), default=0.0)


def _steps(plan: DesignPlan) -> tuple[Step, ...]:
    """Rows take the art's place: a band is kept for it only while nothing has to shrink."""
    if not plan.rows:
        return _STEPS
    return (
        Step(0.8, 1.0, 0.30), Step(0.65, 1.0, _LEAST_ART), Step(0.6, 1.0, 0.0),
        *(step._replace(art=0.0) for step in _STEPS[9:]),
    )  # fmt: skip


def _is_one_block(stack: Stack) -> bool:
    """In landscape copy stands as one block at mid-height, unless facts sit at the foot."""
    facts = any(p.element == RULE for p in stack.foot.placements)
    return stack.sheet.wide and (stack.sheet.centered or not facts)


def _head_top(stack: Stack) -> float:
    """A block of copy in landscape is centred; all else hangs from the top."""
    text = stack.sheet.text
    if _is_one_block(stack):
        return text.y + max(0.0, stack.free - (stack.gap if stack.foot.height else 0.0)) / 2
    return text.y


def _foot_top(stack: Stack) -> float:
    sheet = stack.sheet
    if _is_one_block(stack):
        return _head_top(stack) + stack.head.height + stack.gap * 1.2
    return sheet.text.bottom - stack.foot.height


def _band(stack: Stack, top: float, bottom: float) -> Box:
    """The art's zone between two heights; beside rows it is left empty when it would be a slit."""
    sheet, canvas = stack.sheet, stack.sheet.canvas
    if not stack.foot.height and not stack.body.height:
        bottom = max(bottom, canvas.height - sheet.margin)
    height = max(0.0, bottom - top)
    if stack.body.height and height < _LEAST_ART * 0.8 * canvas.height:
        height = 0.0
    if sheet.system.zones.scenic:
        height = max(height, 1.0)
    return Box(sheet.text.x, top, sheet.text.width, height)


def _side(stack: Stack) -> Box:
    """The art's zone in landscape: everything right of the text column."""
    sheet, canvas = stack.sheet, stack.sheet.canvas
    left = sheet.text.right + stack.gap
    if sheet.bleeds:
        return Box(left, 0, canvas.width - left, canvas.height)
    margin = sheet.margin
    return Box(left, margin, canvas.width - left - margin, canvas.height - 2 * margin)


def _side_column(sheet: Sheet) -> Box:
    """In landscape, the column for rows right of the text column."""
    left = sheet.text.right + 2 * sheet.px(_GAP)
    right = sheet.canvas.width - sheet.margin
    return Box(left, sheet.text.y, max(1.0, right - left), sheet.text.height)


COMPOSITIONS: dict[Composition, Callable[[DesignPlan, FontLibrary], Layout]] = {
    "stacked": stacked,
    "hung": hung,
    "centered": centered,
    "filled": filled,
    "numeral": numeral,
    "split": split,
    "full": full,
}
FORMS: dict[Form, Callable[[DesignPlan, FontLibrary], Layout]] = {
    "certificate": awarded,
    "ticket": ticketed,
    "logo": emblem,
    "letterhead": headed_paper,
}
