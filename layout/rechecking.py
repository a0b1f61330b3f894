"""A changed design judged again, measuring on pixels only where the change may be seen.

The rest of the earlier findings still holds. Advice is searched with this and confirmed by `check`.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.bounds import layer_bounds
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.resources import Resources
from layout.backdrop import Backdrop, shown_on
from layout.checks import CHECKS, GRADERS, check
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.subject import Subject

ON_PIXELS = frozenset({"contrast", "apca", "busy", "hidden-ink", "logo-contrast", "picture"})
GATE, SOFT = 10.0, 1.0  # what a finding costs before its measure is looked at


class Judged(NamedTuple):
    design: Design
    findings: tuple[Finding, ...]
    graded: float  # what its elements miss at the checks that grade

    @property
    def cost(self) -> float:
        return cost(self.findings) + self.graded


def judged(design: Design, resources: Resources, plan: DesignPlan | None) -> Judged:
    """The design as all checks see it."""
    return Judged(design, check(design, resources, plan), _graded(design, resources, plan))


def rejudged(
    before: Judged, after: Design, resources: Resources, plan: DesignPlan | None, drawn: Backdrop
) -> Judged:
    """`after` with its findings, given those of the design it was made from."""
    plain = quick_findings(after, resources, plan)
    touched = _touched(before.design, after)
    seen = _seen_differently(touched, before.design, after, resources)
    kept = tuple(
        finding
        for finding in before.findings
        if finding.rule in ON_PIXELS and not seen & set(finding.layers)
    )
    focus = Subject(*shown_on(drawn, _only(after, seen), resources), plan)
    fresh = tuple(f for rule in sorted(ON_PIXELS & CHECKS.keys()) for f in CHECKS[rule](focus))
    return Judged(after, (*plain, *kept, *fresh), _graded(after, resources, plan))


def found_anew(
    before: Design, after: Design, resources: Resources, drawn: bool
) -> tuple[Finding, ...]:
    """What a change broke: findings of `after` that `before` does not have. `drawn` asks for those
    that are measured on pixels, where the change may be seen; else for all others."""
    seen = _seen_differently(_touched(before, after), before, after, resources)

    def found(design: Design) -> tuple[Finding, ...]:
        if not drawn:
            return quick_findings(design, resources, None)
        focus = Subject(_only(design, seen), resources, None)
        return tuple(f for rule in sorted(ON_PIXELS & CHECKS.keys()) for f in CHECKS[rule](focus))

    new = found(after)
    known = {(finding.rule, finding.layers) for finding in found(before)} if new else set()
    return tuple(finding for finding in new if (finding.rule, finding.layers) not in known)


def quick_findings(
    design: Design, resources: Resources, plan: DesignPlan | None
) -> tuple[Finding, ...]:
    """What can be told without drawing anything."""
    subject = Subject(design, resources, plan)
    rules = (rule for rule in CHECKS if rule not in ON_PIXELS)
    return tuple(finding for rule in rules for finding in CHECKS[rule](subject))


def cost(findings: tuple[Finding, ...]) -> float:
    """How bad they are together: every element's every fault counts, gates ten times."""
    return sum(_cost(finding) for finding in findings)


def nothing_new(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> bool:
    """Whether everything that is found was found before."""
    known = {(finding.rule, finding.layers) for finding in before}
    return all((finding.rule, finding.layers) in known for finding in after)


def _graded(design: Design, resources: Resources, plan: DesignPlan | None) -> float:
    subject = Subject(design, resources, plan)
    rules = (rule for rule in GRADERS if rule not in ON_PIXELS)
    return SOFT * sum(1 - grade.score for rule in rules for grade in GRADERS[rule](subject))


def _cost(finding: Finding) -> float:
    measure, threshold = finding.measure, finding.threshold
    if threshold <= 0:
        miss = 0.5
    elif measure < threshold:
        miss = 1 - measure / threshold
    else:
        miss = min(1.0, measure / threshold - 1)
    return (GATE if finding.severity == "gate" else SOFT) * (1 + 0.5 * miss)


def _touched(before: Design, after: Design) -> frozenset[str]:
    """The layers that differ, are new, or lie elsewhere in the order."""
    old = {layer.id: layer for layer in walk(before)}
    changed = {x.id for x in walk(after) if x.kind != "group" and old.get(x.id) != x}
    if before.canvas != after.canvas:
        return frozenset(layer.id for layer in walk(after))
    order = [x.id for x in walk(before) if x.kind != "group"]
    new_order = [x.id for x in walk(after) if x.kind != "group" and x.id in old]
    moved = {name for name, other in zip(order, new_order, strict=False) if name != other}
    return frozenset(changed | moved)


def _seen_differently(
    touched: frozenset[str], before: Design, after: Design, resources: Resources
) -> frozenset[str]:
    """The touched layers, and the words and logos whose place they entered or left."""
    leaves = (x for design in (before, after) for x in walk(design) if x.id in touched)
    reach = [layer_bounds(layer, resources) for layer in leaves if layer.kind != "group"]
    found = set(touched)
    for layer in walk(after):
        if not isinstance(layer, TextLayer) and layer.role != "logo":
            continue
        own = layer_bounds(layer, resources)
        if any(not own.intersection(box).empty for box in reach):
            found.add(layer.id)
    return frozenset(found)


def _only(design: Design, ids: frozenset[str]) -> Design:
    """The design without the words that look as they did: they are neither drawn nor judged."""
    return design.model_copy(update={"layers": tuple(_kept(x, ids) for x in design.layers)})


def _kept(layer: Layer, ids: frozenset[str]) -> Layer:
    if isinstance(layer, GroupLayer):
        members = tuple(_kept(member, ids) for member in layer.layers)
        same = all(a is b for a, b in zip(members, layer.layers, strict=True))
        return layer if same else layer.model_copy(update={"layers": members})
    if isinstance(layer, TextLayer) and layer.id not in ids:
        return layer.model_copy(update={"visible": False})
    return layer
