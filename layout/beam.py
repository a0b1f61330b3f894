"""Beam search over typed edits: every state of a design that is better than where it began.

The effort is counted, not timed, so that the same design is searched alike on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from design_io.commands import Command, apply
from design_io.document import Design, TextLayer, leaves
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.resources import Resources
from layout.backdrop import backdrop_of
from layout.brand_rules import BrandRules, brand_findings
from layout.edits import edits_for
from layout.findings import Finding
from layout.frozen import keeps_frozen
from layout.places import MARGIN
from layout.plan import DesignPlan
from layout.rechecking import ON_PIXELS, Judged, cost, nothing_new, quick_findings, rejudged
from layout.scene import Edit, Scene
from layout.sizes import SIZES, safe_box

LEAST_GAIN = 0.05  # of a soft finding
_DEEPEST = 5  # edits in one suggestion
_BEAM = 3
_FIRST_FINDINGS = 4  # looked at for one edit; deeper, the worst one is
_EFFORT = 1000  # of one search; judging a design costs 10, 1 a text and 1/2 any other leaf
_PIXELS = 60  # more, for words as large as the sheet, which are judged on its pixels


class State(NamedTuple):
    edits: tuple[Edit, ...]
    judged: Judged

    @property
    def cost(self) -> float:
        return self.judged.cost

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(edit.kind for edit in self.edits))


class Search:
    """One search: what stays fixed in it, and how much effort is left."""

    def __init__(
        self, design: Design, resources: Resources, plan: DesignPlan | None,
        frozen: frozenset[str], brand: BrandRules | None = None,
    ) -> None:  # fmt: skip
        self.resources, self.plan, self.frozen, self.brand = resources, plan, frozen, brand
        self.region = _region(design, plan)
        self.drawn = backdrop_of(design, resources)
        self.effort = _EFFORT
        self.price = 10 + sum(2 if leaf.kind == "text" else 1 for leaf in leaves(design)) // 2

    def run(self, start: State) -> list[State]:
        """Every better state that was found, however deep."""
        found: list[State] = []
        beam = [start]
        for depth in range(_DEEPEST):
            grown = [new for state in beam for new in self._grown(state, depth)]
            found += grown
            beam = distinct(sorted(grown, key=lambda s: (s.cost, len(s.edits))))[:_BEAM]
            if not any(state.judged.findings for state in beam):
                break
        return found

    def _grown(self, state: State, depth: int) -> Iterator[State]:
        """The state with one more edit: for each way, the mildest that helps."""
        scene = Scene(state.judged.design, self.resources, self.frozen, self.region, self.drawn)
        blame, done = _blame(state.judged.findings), set[tuple[str, str, str]]()
        for finding in self._mendable(state, blame)[: _FIRST_FINDINGS if depth == 0 else 1]:
            free = [name for name in finding.layers if name not in self.frozen]
            for name in sorted(free, key=lambda name: -blame[name]):
                layer = scene.design.layer(name)
                for alternatives in edits_for(scene, finding, layer, done):
                    better = self._first_better(state, finding, alternatives)
                    if better is not None:
                        yield better

    def _mendable(self, state: State, blame: dict[str, float]) -> list[Finding]:
        """Findings that some free layer has part in, those of the most blamed layers first."""
        free = (f for f in state.judged.findings if set(f.layers) - self.frozen)
        return sorted(
            free,
            key=lambda f: (-max(map(blame.__getitem__, f.layers)), -cost((f,)), f.rule, f.layers),
        )

    def _first_better(
        self, state: State, finding: Finding, alternatives: Iterable[Edit]
    ) -> State | None:
        for edit in alternatives:
            design = _applied(state.judged.design, edit.command)
            if design is None or not self._keeps(state.judged.design, design):
                continue
            if self.effort <= 0 or not self._promises(state, finding, design):
                continue
            after = rejudged(state.judged, design, self.resources, self.plan, self.drawn)
            self.effort -= self.price + self._drawing(edit, design)
            if not has(after.findings, finding) and is_better(state.judged, after):
                return State((*state.edits, edit), after)
        return None

    def _drawing(self, edit: Edit, design: Design) -> int:
        """What judging the edited words on pixels costs, by their share of the sheet."""
        layer, sheet = design.layer(edit.layer), design.canvas.box
        if not isinstance(layer, TextLayer):
            return 0
        return round(_PIXELS * min(1.0, layer.box.area / sheet.area))

    def _keeps(self, before: Design, after: Design) -> bool:
        """Whether what is frozen stays, and nothing goes against the brand that did not before."""
        if not keeps_frozen(before, after, self.frozen):
            return False
        rules = self.brand
        return rules is None or nothing_new(
            brand_findings(before, rules), brand_findings(after, rules)
        )

    def _promises(self, state: State, finding: Finding, design: Design) -> bool:
        """Whether what can be told without drawing speaks for the edit."""
        quick = quick_findings(design, self.resources, self.plan)
        self.effort -= self.price // 5
        before = tuple(f for f in state.judged.findings if f.rule not in ON_PIXELS)
        if not nothing_new(before, quick):
            return False
        if finding.rule in ON_PIXELS:
            return cost(quick) <= cost(before) + LEAST_GAIN
        return cost(quick) < cost(before) - LEAST_GAIN and not has(quick, finding)


def _blame(findings: tuple[Finding, ...]) -> dict[str, float]:
    """By layer, what all the findings it has part in cost."""
    blame: dict[str, float] = {}
    for finding in findings:
        for name in finding.layers:
            blame[name] = blame.get(name, 0.0) + cost((finding,))
    return blame


def is_better(before: Judged, after: Judged) -> bool:
    """Something is mended, nothing is newly wrong, and all in all it is better."""
    fewer = cost(after.findings) < cost(before.findings) - LEAST_GAIN
    return fewer and after.cost < before.cost and nothing_new(before.findings, after.findings)


def distinct(states: Iterable[State]) -> list[State]:
    """One state per resulting design and, of equal kinds on equal layers, the first."""
    seen: list[tuple[object, ...]] = []
    kept = []
    for state in states:
        key = tuple(sorted((edit.kind, edit.layer) for edit in state.edits))
        if key not in seen:
            seen.append(key)
            kept.append(state)
    return kept


def has(findings: tuple[Finding, ...], wanted: Finding) -> bool:
    return any((f.rule, f.layers) == (wanted.rule, wanted.layers) for f in findings)


def _applied(design: Design, command: Command) -> Design | None:
    try:
        return apply(design, command, "agent")
    except DesignError:
        return None


def _region(design: Design, plan: DesignPlan | None) -> Box:
    """Where words may stand: inside the margins and what an app leaves free."""
    canvas = design.canvas
    inner = canvas.box.pad(-MARGIN * min(canvas.width, canvas.height))
    size = SIZES.get(plan.size) if plan is not None else None
    return inner if size is None or size.canvas != canvas else inner.intersection(safe_box(size))
