"""Copy in the clusters that stay together wherever they stand, each measured for its own column.

Clusters come in reading order: marks, head (title and running copy), facts, call, small print. Any
of them may be given any place; what is inside is set as the system sets it.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import Role
from design_io.geometry import Box, union_all
from layout.foot import FACTS, foot_for, pill_box
from layout.head import head_for
from layout.placement import Placement
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet

CLUSTERS: dict[str, tuple[Role, ...]] = {
    "marks": ("kicker", "brand", "logo"),
    "head": ("title", "subtitle", "quote", "body", "item"),
    "facts": (*FACTS, "qr"),
    "call": ("cta",),
    "small": ("legal",),
}  # in reading order
_IN_HEAD = ("marks", "head")


class Scale(NamedTuple):
    """How large a cluster is set."""

    title: float = 1.0  # share of what the system allows its title
    sizes: float = 1.0  # of all sizes and gaps
    floor: float = 1.0  # share of the smallest legible size that is kept


class Cluster(NamedTuple):
    name: str
    placements: tuple[Placement, ...]  # px from the cluster's own left top
    width: float  # px
    height: float  # px

    def at(self, x: float, y: float) -> tuple[Placement, ...]:
        """Its placements with its left top at a point of the canvas."""
        return tuple(p._replace(box=p.box.shift(x, y)) for p in self.placements)


def members(plan: DesignPlan, name: str) -> tuple[Element, ...]:
    """The plan's elements in one cluster, or in several joined as "facts+call", in order."""
    roles = [role for part in name.split("+") for role in CLUSTERS[part]]
    return tuple(e for e in plan.of_role(*roles) if e.role != "logo" or e.asset)


def clusters_of(plan: DesignPlan) -> tuple[str, ...]:
    """The clusters that the plan has copy for, in reading order."""
    return tuple(name for name in CLUSTERS if members(plan, name))


def cluster(plan: DesignPlan, name: str, sheet: Sheet, width: float, scale: Scale) -> Cluster:
    """One cluster set in a column of `width` px."""
    column = sheet.scaled(scale.sizes, scale.floor, 1.0)
    column = column._replace(text=Box(0, 0, width, sheet.text.height))
    kept = members(plan, name)
    only = plan.model_copy(update={"elements": kept})
    part = head_for(only, column, scale.title) if name in _IN_HEAD else foot_for(only, column)
    boxes = [_reach(p, kept) for p in part.placements]
    top = min((box.y for box in boxes), default=0.0)
    whole = union_all(boxes) if boxes else Box(0, 0, 0, 0)
    return Cluster(name, tuple(p.lowered(-top) for p in part.placements), width, whole.height)


def _reach(placement: Placement, kept: tuple[Element, ...]) -> Box:
    """The placement's box, or the pill around it."""
    is_call = any(e.id == placement.element and e.role == "cta" for e in kept)
    return pill_box(placement.box, placement.size) if is_call else placement.box
