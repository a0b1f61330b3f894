"""The smallest changes that make a design better: three of different kinds, smallest first.

A beam search over typed edits. Locked and pinned layers, words, pictures and a brand's marks stay
as they are. Each suggestion is one command, and is confirmed by the checks on its result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from design_io.commands import Batch, Command, apply
from design_io.document import Design, walk
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import Value
from design_io.resources import Resources
from layout.backdrop import backdrop_of
from layout.checks import check, report_of
from layout.differences import Difference, differences, distance
from layout.edits import Edit, Scene, edits_for
from layout.findings import Finding
from layout.frozen import frozen_layers, keeps_frozen
from layout.places import MARGIN
from layout.plan import DesignPlan
from layout.rechecking import (
    ON_PIXELS,
    Judged,
    cost,
    nothing_new,
    quick_findings,
    rejudged,
)
from layout.sizes import SIZES, safe_box

MOST = 3  # suggestions
_DEEPEST = 5  # edits in one suggestion
_BEAM = 3
_FIRST_FINDINGS = 4  # looked at for one edit; deeper, the worst one is
_EFFORT = 1300  # of one search; judging a design costs 10 and 1 for each text
_DISRUPTION = {"font": 4.0, "backing": 2.0, "spacing": 1.0}  # in cost, of what breaks with a style
_CLOSENESS = 2.0  # cost of a feature moved over its whole range
_BETTER = 0.05  # of a soft finding, the least gain that counts


class Standing(Value):
    """How a design does: failed gates, findings in all, and the mean soft score, 0..100."""

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


class _State(NamedTuple):
    edits: tuple[Edit, ...]
    judged: Judged
    cost: float
    distance: float
    steps: float  # the sum behind the distance

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(edit.kind for edit in self.edits))

    @property
    def size(self) -> tuple[int, float]:
        return len(self.edits), self.distance


class _Search:
    """One search: what stays fixed in it, and how much effort is left."""

    def __init__(
        self, design: Design, resources: Resources, plan: DesignPlan | None, frozen: frozenset[str]
    ) -> None:
        self.resources, self.plan, self.frozen = resources, plan, frozen
        self.region = _region(design, plan)
        self.drawn = backdrop_of(design, resources)
        self.effort = _EFFORT
        self.price = 10 + sum(1 for layer in walk(design) if layer.kind == "text")

    def run(self, start: _State) -> list[_State]:
        """Every better state that was found, however deep."""
        found: list[_State] = []
        beam = [start]
        for depth in range(_DEEPEST):
            grown = [new for state in beam for new in self._grown(state, depth)]
            found += grown
            beam = _distinct(sorted(grown, key=lambda s: (s.cost, s.size)))[:_BEAM]
            if not any(self._mendable(state) for state in beam):
                break
        return found

    def _grown(self, state: _State, depth: int) -> Iterator[_State]:
        """The state with one more edit: for each way, the mildest that helps."""
        scene = Scene(state.judged.design, self.resources, self.frozen, self.region, self.drawn)
        for finding in self._mendable(state)[: _FIRST_FINDINGS if depth == 0 else 1]:
            for alternatives in edits_for(scene, finding):
                better = self._first_better(state, finding, alternatives)
                if better is not None:
                    yield better

    def _mendable(self, state: _State) -> list[Finding]:
        """Findings that some free layer has part in, worst first."""
        free = (f for f in state.judged.findings if set(f.layers) - self.frozen)
        return sorted(free, key=lambda f: (-cost((f,)), f.rule, f.layers))

    def _first_better(
        self, state: _State, finding: Finding, alternatives: Iterable[Edit]
    ) -> _State | None:
        for edit in alternatives:
            design = _applied(state.judged.design, edit.command)
            if design is None or not keeps_frozen(state.judged.design, design, self.frozen):
                continue
            if self.effort <= 0 or not self._promises(state, finding, design):
                continue
            judged = rejudged(state.judged, design, self.resources, self.plan, self.drawn)
            self.effort -= self.price
            new = _State((*state.edits, edit), judged, cost(judged.findings), 0.0, 0.0)
            gone = not _has(judged.findings, finding)
            if gone and _is_better(state.judged.findings, judged.findings):
                return new
        return None

    def _promises(self, state: _State, finding: Finding, design: Design) -> bool:
        """Whether what can be told without drawing speaks for the edit."""
        quick = quick_findings(design, self.resources, self.plan)
        self.effort -= self.price // 5
        before = tuple(f for f in state.judged.findings if f.rule not in ON_PIXELS)
        if not nothing_new(before, quick):
            return False
        if finding.rule in ON_PIXELS:
            return cost(quick) <= cost(before) + _BETTER
        return cost(quick) < cost(before) - _BETTER and not _has(quick, finding)


def recommend(
    design: Design, resources: Resources, plan: DesignPlan | None = None,
    pinned: frozenset[str] = frozenset(),
) -> Advice:  # fmt: skip
    """At most three suggestions, or a line that says why there is none."""
    findings = check(design, resources, plan)
    if not findings:
        return Advice(suggestions=(), said=_nothing_to_do(design))
    frozen = frozen_layers(design, pinned)
    if all(f.layers and set(f.layers) <= frozen for f in findings):
        return Advice(suggestions=(), said=_all_locked(design, findings))
    start = _State((), Judged(design, findings), cost(findings), 0.0, 0.0)
    found = _Search(design, resources, plan, frozen).run(start)
    measured = [_measured(design, state) for state in found]
    chosen = _confirmed(start, measured, resources, plan)
    suggestions = tuple(_suggestion(start, state) for state in chosen)
    said = f"{len(suggestions)} ways to make it better, smallest first"
    if len(suggestions) < 2:
        said = "one way to make it better" if suggestions else _no_way(findings)
    return Advice(suggestions=suggestions, said=said)


def _measured(design: Design, state: _State) -> _State:
    steps = sum(difference.step for difference in differences(design, state.judged.design))
    return state._replace(distance=distance(design, state.judged.design), steps=steps)


def _confirmed(
    start: _State, found: list[_State], resources: Resources, plan: DesignPlan | None
) -> list[_State]:
    """Up to three states of different kinds that the full check calls better, smallest first."""
    chosen: list[_State] = []
    left = _distinct(found)
    while left and len(chosen) < MOST:
        best = min(left, key=lambda state: _preference(state, chosen))
        left.remove(best)
        if any(set(best.kinds) == set(other.kinds) for other in chosen):
            continue
        findings = check(best.judged.design, resources, plan)
        if _is_better(start.judged.findings, findings):
            judged = Judged(best.judged.design, findings)
            chosen.append(best._replace(judged=judged, cost=cost(findings)))
    return sorted(chosen, key=lambda state: state.size)


def _is_better(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> bool:
    """Something is mended and nothing is newly wrong."""
    return nothing_new(before, after) and cost(after) < cost(before) - _BETTER


def _preference(state: _State, chosen: list[_State]) -> tuple[float, ...]:
    """Kinds not yet shown first; then the smallest change, and at last the most thorough."""
    shown = {kind for other in chosen for kind in other.kinds}
    fresh = float(not set(state.kinds) - shown)
    loss = (
        state.cost
        + _CLOSENESS * state.steps
        + sum(_DISRUPTION.get(kind, 0.0) for kind in state.kinds)
    )
    if len(chosen) < MOST - 1:
        return fresh, float(bool(set(state.kinds) & shown)), float(len(state.edits)), loss
    return fresh, loss, float(len(state.edits))


def _suggestion(start: _State, state: _State) -> Suggestion:
    before, after = start.judged, state.judged
    return Suggestion(
        kinds=state.kinds,
        edits=tuple(edit.said for edit in state.edits),
        mends=tuple(
            _told(f, before.design) for f in before.findings if not _has(after.findings, f)
        ),
        differences=differences(before.design, after.design),
        distance=round(state.distance, 5),
        before=_standing(before),
        after=_standing(after),
        command=Batch(
            label="; ".join(edit.said for edit in state.edits)[:500],
            commands=tuple(edit.command for edit in state.edits),
        ),
    )


def _standing(judged: Judged) -> Standing:
    scores = report_of(judged.design, judged.findings).scores.values()
    gates = {f.rule for f in judged.findings if f.severity == "gate"}
    mean = 100 * sum(scores) / max(1, len(scores))
    return Standing(gates_failed=len(gates), findings=len(judged.findings), score=round(mean, 1))


def _told(finding: Finding, design: Design) -> str:
    names = " and ".join(repr(design.layer(name).label) for name in finding.layers)
    if finding.threshold <= 0:
        return f"{finding.rule} of {names}"
    return f"{finding.rule} of {names}: {finding.measure:g}, asked {finding.threshold:g}"


def _distinct(states: Iterable[_State]) -> list[_State]:
    """One state per resulting design and, of equal kinds on equal layers, the first."""
    seen: list[tuple[object, ...]] = []
    kept = []
    for state in states:
        key = tuple(sorted((edit.kind, edit.layer) for edit in state.edits))
        if key not in seen:
            seen.append(key)
            kept.append(state)
    return kept


def _applied(design: Design, command: Command) -> Design | None:
    try:
        return apply(design, command, "agent")
    except DesignError:
        return None


def _has(findings: tuple[Finding, ...], wanted: Finding) -> bool:
    return any((f.rule, f.layers) == (wanted.rule, wanted.layers) for f in findings)


def _region(design: Design, plan: DesignPlan | None) -> Box:
    """Where words may stand: inside the margins and what an app leaves free."""
    canvas = design.canvas
    inner = canvas.box.pad(-MARGIN * min(canvas.width, canvas.height))
    size = SIZES.get(plan.size) if plan is not None else None
    return inner if size is None or size.canvas != canvas else inner.intersection(safe_box(size))


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
