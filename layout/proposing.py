"""The seam for layout models: boxes proposed from outside become a layout of fitted copy.

A proposer is told the copy by role, the canvas and what the picture shows, and answers with boxes
in laygen's convention. Its boxes are wishes: they are snapped to the grid's columns, kept in
reading order, filled with copy at its real measures and moved apart (`solve.py`), or refused with a
reason.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import numpy as np

from design_io.document import Canvas, Role
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box, union_all
from design_io.saliency import subject_boxes
from design_io.study import Study, crop
from layout.clusters import Cluster, Scale, cluster, clusters_of, members
from layout.emptiness import largest_empty
from layout.foot import label_id
from layout.laygen import LABELS, Label, Laygen
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for
from layout.solve import settled
from layout.systems import system_named

OPEN = ("stacked", "hung", "full")  # compositions whose copy may stand anywhere
LEAST_AREA = 0.001  # of the canvas, under which a box counts as none
COLUMNS = 6
_GAP = 34.0  # u, between clusters
_NEAR = 0.06  # of the sheet's height
_NARROWEST = 2  # columns
_LEAST_ART = 0.2  # of the sheet, that is left to art which does not lie under the copy
_SCALES = (
    Scale(), Scale(0.75), Scale(0.6, 0.95), Scale(0.45, 0.85), Scale(0.35, 0.7),
)  # fmt: skip
_WIDER = (0, 2, 4)  # columns added where copy does not fit


class Wanted(NamedTuple):
    """One element as a layout model is told it."""

    id: str
    role: Role
    label: Label
    text: str
    importance: int  # 1 to 5
    group: str  # the cluster it stays in
    aspect: float  # width / height of a logo or code


class Ask(NamedTuple):
    """What a proposer is told; boxes are fractions of the canvas, left top width height."""

    elements: tuple[Wanted, ...]  # in reading order, clusters together
    canvas: Canvas
    area: Box  # where copy may stand: margins and safe zones taken off
    obstacles: tuple[Box, ...]  # subjects of the picture that lies under the copy
    saliency: np.ndarray | None  # (h, w) float32, 0..1, of the canvas; None without a picture
    seed: int


Propose = Callable[[Ask], Laygen]


class Proposal(NamedTuple):
    """A layout, or why the proposed boxes make none."""

    layout: Layout | None
    reason: str = ""


class Ground(NamedTuple):
    """What lies under the copy, in fractions of the canvas."""

    obstacles: tuple[Box, ...] = ()
    saliency: np.ndarray | None = None  # (h, w) float32, 0..1


def proposed(
    plan: DesignPlan, fonts: FontLibrary, propose: Propose, picture: Study | None = None
) -> Proposal:
    """What `propose` makes of the plan; `picture` is what lies under the copy, where one does."""
    closed = closed_because(plan)
    if closed:
        return Proposal(None, closed)
    sheet = open_sheet(plan, fonts)
    ask = ask_for(plan, sheet, ground_of(picture, sheet))
    try:
        answer = propose(ask)
        found = matched(answer, ask)
    except Exception as error:  # foreign code: whatever it does, a design still comes out
        told = str(error) if isinstance(error, DesignError) else f"{type(error).__name__}: {error}"
        return Proposal(None, f"the layout model failed: {told}")
    if not found:
        return Proposal(None, "none of the proposed boxes has finite numbers and an area")
    return placed(plan, sheet, wishes(found, ask))


def closed_because(plan: DesignPlan) -> str:
    """Why the plan's copy may not stand just anywhere; empty when it may."""
    system = system_named(plan.system)
    lying_on = {s.color for role, s in system.type.items() if role != "cta"} & set(
        system.palettes.on
    )
    if plan.blanks:
        return "lines to be filled in by pen have places of their own"
    if plan.rows or plan.form in ("certificate", "ticket", "logo", "letterhead"):
        return f"the form {plan.form!r} composes its whole sheet itself"
    if system.zones.composition not in OPEN or system.zones.scenic or lying_on:
        return f"the system {plan.system!r} composes its whole sheet itself"
    return ""


def ground_of(picture: Study | None, sheet: Sheet) -> Ground:
    """What the picture shows on a sheet that it covers, at the crop it would get without copy."""
    if picture is None or sheet.system.zones.composition != "full":
        return Ground()
    window = crop(picture, sheet.canvas.width / sheet.canvas.height).window
    height, width = picture.saliency.shape
    rows = slice(int(window.y * height), max(1, round(window.bottom * height)))
    columns = slice(int(window.x * width), max(1, round(window.right * width)))
    shown = picture.saliency[rows, columns]
    return Ground(subject_boxes(shown), shown)


def open_sheet(plan: DesignPlan, fonts: FontLibrary) -> Sheet:
    """The sheet with its whole safe area for copy."""
    sheet = sheet_for(plan, fonts)
    if sheet.wide:
        right = sheet.canvas.width - sheet.margin
        sheet = sheet._replace(text=sheet.text._replace(width=right - sheet.text.x))
    return sheet._replace(wide=False)


def ask_for(plan: DesignPlan, sheet: Sheet, ground: Ground) -> Ask:
    return Ask(
        tuple(_wanted(e, name) for name in clusters_of(plan) for e in members(plan, name)),
        sheet.canvas, sheet.text.in_shares(sheet.canvas.width, sheet.canvas.height),
        ground.obstacles, ground.saliency, plan.seed,
    )  # fmt: skip


def matched(answer: Laygen, ask: Ask) -> dict[str, Box]:
    """Real boxes by element id, in fractions of the canvas, clamped to it.

    Rows that carry the elements' own labels in their order belong to them (as when a model is
    conditioned on labels); else each label's largest boxes go to its most important elements.
    """
    bbox, labels = np.asarray(answer.bbox, float), np.asarray(answer.labels)
    mask = np.asarray(answer.mask, bool)
    if bbox.ndim != 2 or bbox.shape[1] != 4 or len({len(bbox), len(labels), len(mask)}) != 1:
        raise DesignError(
            f"boxes {bbox.shape}, labels {labels.shape} and mask {mask.shape} must be (n, 4), (n,) "
            "and (n,)"
        )
    rows = [(answer.id2label.get(int(labels[n]), ""), _real(bbox[n])) for n in np.flatnonzero(mask)]
    if [label for label, _ in rows] == [wanted.label for wanted in ask.elements]:
        pairs = zip(ask.elements, rows, strict=True)
        return {wanted.id: box for wanted, (_, box) in pairs if box is not None}
    found: dict[str, Box] = {}
    for label in LABELS:
        boxes = sorted((b for name, b in rows if name == label and b), key=lambda b: -b.area)
        elements = sorted((w for w in ask.elements if w.label == label), key=_rank)
        found |= {w.id: box for w, box in zip(elements, boxes, strict=False)}
    return found


def wishes(found: dict[str, Box], ask: Ask) -> dict[str, Box]:
    """By cluster, in fractions: its members' boxes together, in reading order within a column."""
    groups = dict.fromkeys(wanted.group for wanted in ask.elements)
    boxes = {
        group: union_all([found[w.id] for w in ask.elements if w.group == group and w.id in found])
        for group in groups
        if any(w.group == group and w.id in found for w in ask.elements)
    }
    below = max(box.bottom for box in boxes.values())
    for group in groups:  # what has no box of its own stands below all others
        if group not in boxes:
            boxes[group] = Box(ask.area.x, below, ask.area.width, 0.05)
    reading = [group for group in groups if group != "marks"]
    for _ in reading:
        for first, second in zip(reading, reading[1:], strict=False):
            a, b = boxes[first], boxes[second]
            if min(a.right, b.right) > max(a.x, b.x) and b.y < a.y:
                boxes[first], boxes[second] = a._replace(y=b.y), b._replace(y=a.y)
    return _joined({group: boxes[group] for group in groups})


def _joined(boxes: dict[str, Box]) -> dict[str, Box]:
    """A call that is wanted right beside the facts, or under them, is set together with them."""
    facts, call = boxes.get("facts"), boxes.get("call")
    if (
        facts is None
        or call is None
        or max(facts.y, call.y) - min(facts.bottom, call.bottom) > _NEAR
    ):
        return boxes
    together = {"facts": ("facts+call", facts.union(call))}
    return dict(together.get(name, (name, box)) for name, box in boxes.items() if name != "call")


def placed(plan: DesignPlan, sheet: Sheet, wanted: dict[str, Box]) -> Proposal:
    """The clusters as near to their boxes (fractions) as the copy's real measures allow."""
    canvas, gap = sheet.canvas, sheet.px(_GAP)
    for widen, scale in product(_WIDER, _SCALES):
        columns = {name: _column(box, sheet, widen) for name, box in wanted.items()}
        parts = [cluster(plan, name, sheet, columns[name].width, scale) for name in wanted]
        boxes = [
            Box(columns[p.name].x, wanted[p.name].y * canvas.height, p.width, p.height)
            for p in parts
        ]
        solved = settled(boxes, sheet.text, gap)
        if solved is None:
            continue
        art = _art(sheet, solved, gap)
        if art is not None:
            return Proposal(layout_of(plan, sheet, list(zip(parts, solved, strict=True)), art))
    return Proposal(None, "the copy does not fit the sheet beside these boxes and the art")


def layout_of(plan: DesignPlan, sheet: Sheet, parts: list[tuple[Cluster, Box]], art: Box) -> Layout:
    """Clusters at their places, and the art's zone."""
    placements: list[Placement] = []
    for part, box in parts:
        placements += part.at(box.x, box.y)
    placements += art_placements(art, plan.pictures)
    return Layout(sheet.canvas.width, sheet.canvas.height, tuple(placements))


def column_lines(sheet: Sheet) -> tuple[float, ...]:
    """The grid: the left edges of the columns and the right edge of the last, px."""
    text = sheet.text
    return tuple(text.x + text.width * n / COLUMNS for n in range(COLUMNS + 1))


def boxes_of(layout: Layout, plan: DesignPlan) -> dict[str, Box]:
    """A layout's boxes by element of the plan, labels with their facts, in fractions."""
    found: dict[str, Box] = {}
    for name in clusters_of(plan):
        for element in members(plan, name):
            named = (layout.box(element.id), layout.box(label_id(element.id)))
            boxes = [box for box in named if box is not None and not box.empty]
            if boxes:
                found[element.id] = union_all(boxes).in_shares(layout.width, layout.height)
    return found


def _wanted(element: Element, group: str) -> Wanted:
    label: Label = "logo" if element.role in ("logo", "qr") else "text"
    return Wanted(
        element.id, element.role, label, element.text, element.importance, group, element.aspect
    )


def _rank(wanted: Wanted) -> tuple[int, int]:
    return -wanted.importance, -len(wanted.text)


def _real(row: np.ndarray) -> Box | None:
    """The box clamped to the canvas, where it is finite and large enough to be one."""
    x, y, width, height = (float(value) for value in row)
    if not all(map(math.isfinite, (x, y, width, height))) or width <= 0 or height <= 0:
        return None
    box = Box(x - width / 2, y - height / 2, width, height).intersection(Box(0, 0, 1, 1))
    return box if box.area >= LEAST_AREA else None


def _column(box: Box, sheet: Sheet, widen: int) -> Box:
    """The grid's columns that the box covers best, px, and `widen` more, right ones first."""
    lines, width = column_lines(sheet), sheet.canvas.width
    spans = [
        (abs(lines[a] - box.x * width) + abs(lines[b] - box.right * width), a, b)
        for a, b in _spans()
    ]
    _, first, last = min(spans)
    more = min(widen, COLUMNS - last)
    first, last = max(0, first - (widen - more)), last + more
    return Box(lines[first], 0, lines[last] - lines[first], 0)


def _spans() -> Iterator[tuple[int, int]]:
    for first in range(COLUMNS - _NARROWEST + 1):
        for last in range(first + _NARROWEST, COLUMNS + 1):
            yield first, last


def _art(sheet: Sheet, copy: tuple[Box, ...], gap: float) -> Box | None:
    """The whole sheet where art lies under copy, else the largest part that copy leaves."""
    whole = sheet.canvas.box
    if sheet.system.zones.composition == "full":
        return whole
    inner = whole if sheet.bleeds else whole.pad(-sheet.margin)
    free = largest_empty(inner, [box.pad(gap) for box in copy])
    return free if free.area >= _LEAST_ART * whole.area else None
