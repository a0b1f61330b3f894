"""Layout correction: check, repair, keep what improves, at most four rounds, with a trace."""

from __future__ import annotations

from typing import NamedTuple

from design_io.commands import apply
from design_io.document import Design
from design_io.errors import DesignError
from design_io.resources import Resources
from layout.checks import check
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.repair import repair

MAX_ROUNDS = 4


class Corrected(NamedTuple):
    design: Design
    findings: tuple[Finding, ...]  # what is left
    trace: tuple[str, ...]  # what was changed and why


def corrected(design: Design, resources: Resources, plan: DesignPlan | None = None) -> Corrected:
    """The design after repairs that each lowered the number of findings, gates first."""
    findings = check(design, resources, plan)
    trace: list[str] = []
    for number in range(1, MAX_ROUNDS + 1):
        command = repair(design, findings, resources) if findings else None
        if command is None:
            break
        try:
            candidate = apply(design, command, "agent")
        except DesignError as error:
            trace.append(f"round {number}: left as it was, {error}")
            break
        after = check(candidate, resources, plan)
        if _weight(after) >= _weight(findings):
            trace.append(f"round {number}: no improvement, taken back")
            break
        trace += [f"round {number}: {f.message}" for f in findings if f not in after]
        design, findings = candidate, after
    return Corrected(design, findings, tuple(trace))


def _weight(findings: tuple[Finding, ...]) -> tuple[int, int]:
    gates = sum(finding.severity == "gate" for finding in findings)
    return gates, len(findings) - gates
