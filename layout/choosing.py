"""Of many better states, up to three to suggest: of different kinds, smallest first."""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import walk
from design_io.resources import Resources
from layout.beam import LEAST_GAIN, State, distinct, is_better
from layout.differences import Difference, differences, distance
from layout.findings import Finding
from layout.harm import harm
from layout.plan import DesignPlan
from layout.rechecking import judged

MOST = 3  # suggestions
_FAR = 2.0  # cost of a feature moved over its whole range
_PROMINENT = 2.0  # what mending a title is worth more
_OUTDONE = 6.0  # cost of mending less than another edit of the same number of steps


class Choice(NamedTuple):
    """A state, how far it is from the start, and what it does that no check measures."""

    state: State
    differences: tuple[Difference, ...]
    distance: float
    mended: frozenset[tuple[str, tuple[str, ...]]]
    harm: float
    loss: float  # cost that is left, harm, and how far things moved

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.state.kinds)

    @property
    def size(self) -> tuple[int, float]:
        return len(self.state.edits), self.distance


def chosen_of(
    start: State, found: list[State], resources: Resources, plan: DesignPlan | None
) -> list[Choice]:
    """Each is confirmed by the full check, and gains more than it harms."""
    choices = [_choice(start, state, resources) for state in distinct(found)]
    left = [_outdone(choice, choices) for choice in choices if _is_worth(choice, start)]
    chosen: list[Choice] = []
    while left and len(chosen) < MOST:
        best = min(left, key=lambda choice: _preference(choice, chosen))
        left.remove(best)
        if not _adds(best, chosen):
            continue
        confirmed = judged(best.state.judged.design, resources, plan)
        if is_better(start.judged, confirmed):
            chosen.append(best._replace(state=best.state._replace(judged=confirmed)))
    return sorted(chosen, key=lambda choice: choice.size)


def _choice(start: State, state: State, resources: Resources) -> Choice:
    before, after = start.judged.design, state.judged.design
    steps = differences(before, after)
    done = harm(before, after, state.kinds, steps, resources)
    mended = _names(start.judged.findings) - _names(state.judged.findings)
    titles = {layer.id for layer in walk(before) if layer.role == "title"}
    prominent = sum(bool(titles & set(layers)) for _, layers in mended)
    far = _FAR * sum(step.step for step in steps)
    loss = state.cost + done + far - _PROMINENT * prominent
    return Choice(state, steps, distance(before, after), mended, done, loss)


def _is_worth(choice: Choice, start: State) -> bool:
    return choice.state.cost + choice.harm < start.cost


def _outdone(choice: Choice, others: list[Choice]) -> Choice:
    """The choice, dearer when another of as many edits mends all that it mends, and more."""
    edits = len(choice.state.edits)
    rivals = (x for x in others if len(x.state.edits) == edits)
    outdone = any(choice.mended < rival.mended for rival in rivals)
    return choice._replace(loss=choice.loss + _OUTDONE) if outdone else choice


def _preference(choice: Choice, chosen: list[Choice]) -> tuple[float, ...]:
    """Kinds not yet shown first; then the smallest change, and at last the most thorough."""
    shown = frozenset(kind for other in chosen for kind in other.kinds)
    stale, mixed = float(choice.kinds <= shown), float(bool(choice.kinds & shown))
    edits = float(len(choice.state.edits))
    if len(chosen) < MOST - 1:
        return stale, mixed, edits, choice.loss
    return stale, choice.loss, edits


def _adds(choice: Choice, chosen: list[Choice]) -> bool:
    """Whether it shows a new kind or mends more than all, and more than any simpler one."""
    shown = frozenset(kind for other in chosen for kind in other.kinds)
    edits = len(choice.state.edits)
    simpler = [other for other in chosen if len(other.state.edits) < edits]
    if any(other.state.cost <= choice.state.cost + LEAST_GAIN for other in simpler):
        return False
    apart = all(choice.kinds != other.kinds for other in chosen)
    most = all(choice.state.cost < other.state.cost for other in chosen)
    return bool(choice.kinds - shown) or (apart and most)


def _names(findings: tuple[Finding, ...]) -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset((finding.rule, finding.layers) for finding in findings)
