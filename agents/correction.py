"""Layout correction: check, repair, keep what improves, at most four rounds, with a trace.

The good, the locked and the pinned stay as they are. New, edited and imported designs are alike.
"""

from __future__ import annotations

from typing import NamedTuple

from design_io.commands import apply
from design_io.document import Design, walk
from design_io.errors import DesignError
from design_io.resources import Resources
from layout.checks import check, scores
from layout.findings import Finding
from layout.frozen import frozen_layers
from layout.mending import mended
from layout.plan import DesignPlan
from layout.repair import repair
from layout.subject import Subject

MAX_ROUNDS = 4


class Corrected(NamedTuple):
    design: Design
    findings: tuple[Finding, ...]  # what is left
    trace: tuple[str, ...]  # what was changed and why


def corrected(
    design: Design, resources: Resources, plan: DesignPlan | None = None,
    pinned: frozenset[str] = frozenset(), tidy: bool = False,
) -> Corrected:  # fmt: skip
    """The design after repairs that each lowered the number of findings, gates first.

    `tidy` also sets anew what breaks no rule but stands out of line, size or rhythm.
    """
    findings = check(design, resources, plan)
    held = frozen_layers(design, pinned)
    trace: list[str] = []
    for number in range(1, MAX_ROUNDS + 1):
        if not findings and not (tidy and number == 1):
            break
        subject = Subject(design, resources, plan)
        candidate, said = _round(subject, findings, held, tidy)
        if candidate == design:
            break
        after = check(candidate, resources, plan)
        if not _improves(subject, candidate, findings, after):
            trace.append(f"round {number}: no improvement, taken back")
            break
        mended_now = [f.message for f in findings if f not in after]
        trace += [f"round {number}: {line}" for line in (*said, *mended_now)]
        design, findings = candidate, after
    return Corrected(design, findings, (*trace, *_untouchable(design, findings, held)))


def _round(
    subject: Subject, findings: tuple[Finding, ...], held: frozenset[str], tidy: bool
) -> tuple[Design, tuple[str, ...]]:
    """Elements at fault reset first, then each finding's own repair."""
    result = mended(subject, findings, held, tidy)
    design = result.design
    left = check(design, subject.resources, subject.plan) if result.said else findings
    free = tuple(finding for finding in left if not set(finding.layers) & held)
    command = repair(design, free, subject.resources)
    if command is None:
        return design, result.said
    try:
        return apply(design, command, "agent"), result.said
    except DesignError as error:
        return design, (*result.said, f"left as it was, {error}")


def _improves(
    subject: Subject, candidate: Design, before: tuple[Finding, ...], after: tuple[Finding, ...]
) -> bool:
    """Fewer gates, or as many and fewer others, or as many of both and fewer weak elements."""
    if _weight(after) != _weight(before):
        return _weight(after) < _weight(before)
    old = scores(subject.design, subject.resources, subject.plan, before)
    new = scores(candidate, subject.resources, subject.plan, after)
    return len(new.flagged) < len(old.flagged)


def _untouchable(
    design: Design, findings: tuple[Finding, ...], held: frozenset[str]
) -> tuple[str, ...]:
    """What is wrong and may not be mended, because all of it is locked or pinned."""
    names = {layer.id: layer.label for layer in walk(design)}
    stuck = {name for f in findings if f.layers and set(f.layers) <= held for name in f.layers}
    shown = ", ".join(repr(names[name]) for name in sorted(stuck))
    said = f"left as it is because it is locked: {shown}; unlock it to have it mended"
    return (said,) if stuck else ()


def _weight(findings: tuple[Finding, ...]) -> tuple[int, int]:
    gates = sum(finding.severity == "gate" for finding in findings)
    return gates, len(findings) - gates
