"""One round of correction: the elements at fault set anew one by one, worst first.

What is intact, locked or pinned stays as it is; a change is kept only when the design gets better.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from design_io.commands import apply
from design_io.document import Design, GroupLayer, walk
from design_io.errors import DesignError
from layout.blank_layers import BLANKS
from layout.checks import scores
from layout.findings import Finding
from layout.grade import FOUND
from layout.matrix import WHOLE, Matrix
from layout.rechecking import ON_PIXELS, cost, quick_findings
from layout.reset import resets
from layout.subject import Subject
from layout.units import unit_of

_MOST, _FEWEST = 12, 2  # elements a round looks at
_PATIENCE = 300  # that many divided by the elements there are
_BETTER = 0.05
_SHARED = (*WHOLE, "collisions")  # checks whose faults may be another element's


class Mended(NamedTuple):
    design: Design
    said: tuple[str, ...]


class _State(NamedTuple):
    design: Design
    findings: tuple[Finding, ...]  # that need no drawing
    matrix: Matrix
    cost: float


class _Change(NamedTuple):
    element: str
    state: _State
    cost: float  # what is wrong then, and how far the element goes
    said: str


def mended(
    subject: Subject, findings: tuple[Finding, ...], held: frozenset[str], tidy: bool
) -> Mended:
    """The design with elements reset; `tidy` also mends what only graded checks find bad."""
    state = _judged(subject, subject.design)
    held |= _for_the_pen(subject.design)
    drawn = {name for f in findings if f.rule in ON_PIXELS for name in f.layers}
    said: list[str] = []
    tried: set[str] = set()
    most = max(_FEWEST, min(_MOST, _PATIENCE // max(1, len(state.matrix.elements))))
    while len(tried) < most:
        name = next((x for x in _at_fault(state, tidy, drawn) if x not in tried), None)
        if name is None:
            break
        better = _best(subject, state, (name, *(_met(state, name) - tried)), held)
        tried.add(name if better is None else better.element)
        if better is not None:
            state = better.state
            said.append(better.said)
    return Mended(state.design, tuple(said))


def _for_the_pen(design: Design) -> frozenset[str]:
    """Lines to be filled in: heading and rule belong together."""
    groups = (x for x in walk(design) if isinstance(x, GroupLayer) and x.id == BLANKS)
    return frozenset(layer.id for group in groups for layer in group.layers)


def _at_fault(state: _State, tidy: bool, drawn: set[str]) -> Iterator[str]:
    """Elements that rules find bad, or with `tidy` any check; those with most faults first."""
    named = {name for finding in state.findings for name in finding.layers}
    if tidy:
        named |= set(state.matrix.flagged)
    own = [i for i, check in enumerate(state.matrix.checks) if check not in _SHARED]
    rows = zip(state.matrix.elements, state.matrix.values[:, own].sum(axis=1), strict=True)
    ranked = sorted((total - (name in drawn), name) for name, total in rows if name in named)
    return (name for _, name in ranked)


def _met(state: _State, name: str) -> frozenset[str]:
    """What this one lies on, when nothing else is wrong with it: either of the two may be moved."""
    if any(low < FOUND for check, low in state.matrix.of(name).items() if check not in _SHARED):
        return frozenset()
    pairs = (f.layers for f in state.findings if f.rule == "overlap" and name in f.layers)
    met = {other for pair in pairs for other in pair} - {name}
    return frozenset(met & set(state.matrix.elements))


def _best(
    subject: Subject, state: _State, names: tuple[str, ...], held: frozenset[str]
) -> _Change | None:
    """Of the elements the one whose setting anew leaves least wrong."""
    free = (name for name in sorted(names) if not unit_of(state.design, name).ids & held)
    changes = (_better(subject, state, name) for name in free)
    return min((c for c in changes if c is not None), key=lambda c: c.cost, default=None)


def _better(subject: Subject, state: _State, name: str) -> _Change | None:
    faults = {check for check, score in state.matrix.of(name).items() if score < FOUND}
    here = subject._replace(design=state.design)
    for reset in resets(here, name, frozenset(faults)):
        try:
            design = apply(state.design, reset.command, "agent")
        except DesignError:
            continue
        after = _judged(subject, design)
        if after.cost < state.cost - _BETTER:
            why = ", ".join(sorted(faults)) or "it is in the way"
            return _Change(name, after, after.cost + reset.cost, f"{reset.said}: {why}")
    return None


def _judged(subject: Subject, design: Design) -> _State:
    findings = quick_findings(design, subject.resources, subject.plan)
    matrix = scores(design, subject.resources, subject.plan, findings)
    weak = sum(FOUND - low for low in matrix.weakest.values() if low < FOUND)
    return _State(design, findings, matrix, cost(findings) + 2 * weak)
