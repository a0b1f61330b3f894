"""The smallest changes that make a design better: three of different kinds, smallest first.

A beam search over typed edits. Locked and pinned layers, words, pictures and a brand's marks stay
as they are. Each suggestion is one command, and is confirmed by the checks on its result.
"""

from __future__ import annotations

from design_io.commands import Batch
from design_io.document import Design
from design_io.paint import Value
from design_io.resources import Resources
from layout.beam import Search, State, has
from layout.brand_rules import BrandRules
from layout.checks import scores
from layout.choosing import Choice, chosen_of
from layout.differences import Difference
from layout.findings import Finding
from layout.frozen import frozen_layers
from layout.plan import DesignPlan
from layout.rechecking import Judged, judged


class Standing(Value):
    """How a design does: failed gates, findings, the mean over elements and checks, 0..100."""

    gates_failed: int
    findings: int
    score: float


class Suggestion(Value):
    kinds: tuple[str, ...]
    edits: tuple[str, ...]  # what is done, one line each
    mends: tuple[str, ...]  # rule and measure of each finding that goes
    differences: tuple[Difference, ...]
    distance: float  # Gower, 0..1
    before: Standing
    after: Standing
    command: Batch

    def summary(self) -> str:
        """What it gains, in one line."""
        was, now = self.before, self.after
        gates = f"gates failed {was.gates_failed} → {now.gates_failed}, " * bool(was.gates_failed)
        score = f"score {was.score:g} → {now.score:g}"
        return f"{gates}findings {was.findings} → {now.findings}, {score}"

    def lines(self) -> tuple[str, ...]:
        """What it does and what that mends."""
        return (*self.edits, *(f"mends {fault}" for fault in self.mends))


class Advice(Value):
    suggestions: tuple[Suggestion, ...]
    said: str  # one line for people


def recommend(
    design: Design, resources: Resources, plan: DesignPlan | None = None,
    pinned: frozenset[str] = frozenset(), brand: BrandRules | None = None,
) -> Advice:  # fmt: skip
    """At most three suggestions, or a line that says why there is none."""
    seen = judged(design, resources, plan)
    findings = seen.findings
    if not findings:
        return Advice(suggestions=(), said=_nothing_to_do(design))
    frozen = frozen_layers(design, pinned)
    if all(f.layers and set(f.layers) <= frozen for f in findings):
        return Advice(suggestions=(), said=_all_locked(design, findings))
    start = State((), seen)
    found = Search(design, resources, plan, frozen, brand).run(start)
    before = _standing(seen, resources)
    chosen = chosen_of(start, found, resources, plan)
    suggestions = tuple(_suggestion(start, before, choice, resources) for choice in chosen)
    said = f"{len(suggestions)} ways to make it better, smallest first"
    if len(suggestions) < 2:
        said = "one way to make it better" if suggestions else _no_way(findings)
    return Advice(suggestions=suggestions, said=said)


def _suggestion(
    start: State, standing: Standing, choice: Choice, resources: Resources
) -> Suggestion:
    state, before, after = choice.state, start.judged, choice.state.judged
    return Suggestion(
        kinds=state.kinds,
        edits=tuple(edit.said for edit in state.edits),
        mends=tuple(_told(f, before.design) for f in before.findings if not has(after.findings, f)),
        differences=choice.differences,
        distance=round(choice.distance, 5),
        before=standing,
        after=_standing(after, resources),
        command=Batch(
            label="; ".join(edit.said for edit in state.edits)[:500],
            commands=tuple(edit.command for edit in state.edits),
        ),
    )


def _standing(seen: Judged, resources: Resources) -> Standing:
    gates = {f.rule for f in seen.findings if f.severity == "gate"}
    total = scores(seen.design, resources, None, seen.findings).total
    count = len(seen.findings)
    return Standing(gates_failed=len(gates), findings=count, score=round(100 * total, 1))


def _told(finding: Finding, design: Design) -> str:
    names = " and ".join(repr(design.layer(name).label) for name in finding.layers)
    what = f"{finding.rule} of {names}" if names else finding.rule
    if finding.threshold <= 0:
        return what
    return f"{what}: {finding.measure:g}, asked {finding.threshold:g}"


def _nothing_to_do(design: Design) -> str:
    if not design.layers:
        return "the design is empty, so there is nothing to judge; add a layer first"
    return "there is nothing to do: every check passes"


def _all_locked(design: Design, findings: tuple[Finding, ...]) -> str:
    names = dict.fromkeys(design.layer(name).label for f in findings for name in f.layers)
    shown = ", ".join(repr(name) for name in list(names)[:6])
    return f"what could be better is locked ({shown}); unlock a layer to get suggestions"


def _no_way(findings: tuple[Finding, ...]) -> str:
    return f"no small change mends this; the first finding says what would: {findings[0].message}"
