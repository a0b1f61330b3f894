"""Our own good layouts as examples: the nearest to a plan lends its boxes as a proposal.

`assets/exemplars.json` holds a few dozen, chosen by `benchmarks/exemplars.py` among designs that
passed every gate, far from each other. Retrieval over own layouts follows RALF.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

from design_io.geometry import Box, union_all
from design_io.paint import Value
from layout.clusters import clusters_of, members
from layout.laygen import Laygen, laygen_of
from layout.placement import ART, Layout
from layout.plan import DesignPlan
from layout.proposing import Ask, Propose, boxes_of
from layout.sizes import size_named
from layout.systems import system_named

PATH = Path(__file__).parent.parent / "assets" / "exemplars.json"
_UNLIKE_SHAPE, _UNLIKE_COPY, _UNLIKE_LENGTH, _UNLIKE_ART = 3.0, 1.0, 0.5, 1.0


class Exemplar(Value):
    """A layout's features and its boxes, in fractions of the canvas."""

    name: str
    aspect: float  # width / height
    letters: dict[str, int]  # of each cluster of copy
    texts: int
    art: Box
    under: bool  # copy lies on the art
    boxes: dict[str, Box]  # by cluster

    @property
    def density(self) -> float:
        """The share of the sheet that copy's boxes take."""
        return sum(box.area for box in self.boxes.values())


def exemplar_of(name: str, plan: DesignPlan, layout: Layout) -> Exemplar | None:
    """The layout as an example; None when some of the copy is missing from it."""
    boxes, found = boxes_of(layout, plan), {}
    for cluster in clusters_of(plan):
        parts = [boxes[e.id] for e in members(plan, cluster) if e.id in boxes]
        if not parts:
            return None
        found[cluster] = Box(*(round(v, 4) for v in union_all(parts)))
    art = (layout.box(ART) or Box(0, 0, 0, 0)).in_shares(layout.width, layout.height)
    return Exemplar(
        name=name, aspect=round(layout.width / layout.height, 4), letters=_letters(plan),
        texts=sum(bool(e.text) for e in plan.elements), under=_lies_under(plan),
        art=Box(*(round(v, 4) for v in art)), boxes=found,
    )  # fmt: skip


def nearest(plan: DesignPlan, count: int) -> tuple[Exemplar, ...]:
    """The examples most like the plan, nearest first, each of other boxes than the ones before."""
    canvas, letters = size_named(plan.size).canvas, _letters(plan)
    under = _lies_under(plan)

    def unlike(example: Exemplar) -> float:
        shape = abs(math.log(canvas.width / canvas.height / example.aspect))
        missing = len(letters.keys() ^ example.letters.keys())
        lengths = sum(
            abs(math.log((1 + letters[k]) / (1 + example.letters[k])))
            for k in letters.keys() & example.letters.keys()
        )
        return (
            _UNLIKE_SHAPE * shape + _UNLIKE_COPY * missing + _UNLIKE_LENGTH * lengths
            + _UNLIKE_ART * (under != example.under)
        )  # fmt: skip

    return tuple(sorted(exemplars(), key=lambda e: (unlike(e), e.name))[:count])


def as_proposal(example: Exemplar) -> Propose:
    """A proposer that answers with the example's boxes, each cluster's for all its elements."""

    def propose(ask: Ask) -> Laygen:
        below = Box(ask.area.x, max(b.bottom for b in example.boxes.values()), ask.area.width, 0.05)
        return laygen_of(
            [(example.boxes.get(w.group, below), w.label) for w in ask.elements], 1.0, 1.0
        )

    return propose


def distance(first: Exemplar, second: Exemplar) -> float:
    """How differently two examples are laid out: shape, and the places of like clusters."""
    shape = abs(math.log(first.aspect / second.aspect))
    alike = first.boxes.keys() & second.boxes.keys()
    moved = sum(
        sum(abs(a - b) for a, b in zip(first.boxes[k], second.boxes[k], strict=True)) for k in alike
    )
    return shape + moved / max(1, len(alike)) + 0.3 * len(first.boxes.keys() ^ second.boxes.keys())


@cache
def exemplars() -> tuple[Exemplar, ...]:
    return tuple(Exemplar.model_validate(item) for item in json.loads(PATH.read_text("utf-8")))


def _letters(plan: DesignPlan) -> dict[str, int]:
    return {name: sum(len(e.text) for e in members(plan, name)) for name in clusters_of(plan)}


def _lies_under(plan: DesignPlan) -> bool:
    return system_named(plan.system).zones.composition in ("full", "centered")
