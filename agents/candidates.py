"""The best of several layouts of one plan, judged on the finished design.

The system's own composition is always the first; a layout model's boxes, the places the knob finds,
other archetypes and our nearest examples follow. Gates count first, then the soft score with the
distance to what humans reach; another layout has to be clearly better to replace the system's own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from agents.correction import corrected
from agents.painting import joined, requests_for
from agents.pictures import picture_of
from design_io.commands import apply
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.study import Study
from generators.artist import Artist
from layout.arrange import COMPOSITIONS, arrange
from layout.checks import report
from layout.compose import compose
from layout.exemplars import as_proposal, nearest
from layout.findings import Report
from layout.placement import Layout
from layout.plan import Anchor, DesignPlan
from layout.proposing import Propose, closed_because, proposed
from layout.systems import Composition, system_named

MOST_CANDIDATES = 64
OWN = "the system's own composition"
_BETTER = 1.0  # points that another layout must gain
_HUMAN = 10.0  # points that a measure loses at the worst of human layouts, none at their median
_KNOBS = (1.0, 0.5, 0.0)
_ANCHORS: tuple[Anchor, ...] = ("top", "bottom", "left", "right", "upper")


class Candidate(NamedTuple):
    source: str
    layout: Layout | None
    reason: str = ""  # why there is no layout


class Standing(NamedTuple):
    gates: tuple[str, ...]  # rules that failed after correction
    points: float  # 0..100, higher is better

    @property
    def rank(self) -> tuple[int, float]:
        return -len(self.gates), self.points


class Best(NamedTuple):
    layout: Layout
    source: str
    standing: Standing | None  # None: the only one, not judged
    trace: tuple[str, ...]  # what was tried, and why it was not taken


def best_layout(
    plan: DesignPlan, resources: Resources, count: int = 1, propose: Propose | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Best:  # fmt: skip
    """The best of `count` layouts; a model's proposal is tried even when only one is asked for.

    `stopped` is asked before each further one; what was found until then counts.
    """
    if not 1 <= count <= MOST_CANDIDATES:
        raise DesignError(f"{count} candidates cannot be tried; ask for 1-{MOST_CANDIDATES}")
    picture = picture_of(plan, resources.assets)
    tried = max(count, 2 if propose else 1)
    every = candidates(plan, resources.fonts, picture, propose)
    first = next(every)
    best = Best(_laid(first), first.source, None, ())
    trace: list[str] = []
    seen = {best.layout}
    for candidate in every:
        if len(seen) >= tried or stopped():
            break
        if candidate.layout is None:
            trace.append(f"{candidate.source}: {candidate.reason}")
            continue
        if candidate.layout in seen:
            continue
        seen.add(candidate.layout)
        if best.standing is None:
            best = best._replace(standing=standing_of(plan, best.layout, resources))
        best, told = _better(plan, resources, best, candidate)
        trace.append(told)
    return best._replace(trace=tuple(trace))


def within(seconds: float) -> Callable[[], bool]:
    """Tells when the time is up, for a `best_layout` that answers while somebody is typing."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def candidates(
    plan: DesignPlan, fonts: FontLibrary, picture: Study | None, propose: Propose | None
) -> Iterator[Candidate]:
    """The system's own layout, then all others, made as they are asked for."""
    yield Candidate(OWN, arrange(plan, fonts, picture=picture))
    if propose is not None:
        yield _proposed("the layout model", plan, fonts, propose, picture)
    yield from _at_knobs(plan, fonts, picture)
    yield from _archetypes(plan, fonts)
    if not closed_because(plan):
        for example in nearest(plan, MOST_CANDIDATES):
            name = f"the example {example.name}"
            yield _proposed(name, plan, fonts, as_proposal(example), picture)


def standing_of(plan: DesignPlan, layout: Layout, resources: Resources) -> Standing:
    """How the finished design stands: painted by the artist, corrected and measured."""
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = Artist().paint(request, resources.assets)
        design = apply(design, joined(design, painted), "agent")
    return standing(report(corrected(design, resources, plan).design, resources, plan))


def standing(made: Report) -> Standing:
    failed = tuple(rule for rule, passed in made.gates.items() if not passed)
    shares = [v for k, v in made.metrics.items() if k.startswith("humans_no_better_")]
    lost = sum(_HUMAN * max(0.0, 0.5 - share) / 0.5 for share in shares)
    return Standing(failed, round(made.metrics.get("soft_score", 0.0) - lost, 2))


def _better(
    plan: DesignPlan, resources: Resources, best: Best, candidate: Candidate
) -> tuple[Best, str]:
    """The candidate where it stands higher, and a line on how it does."""
    layout = _laid(candidate)
    new, old = standing_of(plan, layout, resources), best.standing
    told = f"{candidate.source}: {new.points:g} points"
    if new.gates:
        return best, f"{candidate.source}: refused, it fails {', '.join(new.gates)}"
    least = _BETTER if best.source == OWN else 0.0
    if old is not None and not old.gates and new.points <= old.points + least:
        return best, told
    return Best(layout, candidate.source, new, ()), f"{told}, better than {best.source}"


def _proposed(
    source: str, plan: DesignPlan, fonts: FontLibrary, propose: Propose, picture: Study | None
) -> Candidate:
    return Candidate(source, *proposed(plan, fonts, propose, picture))


def _at_knobs(plan: DesignPlan, fonts: FontLibrary, picture: Study | None) -> Iterator[Candidate]:
    """Copy at other places of a whole picture, unless the user has set the knob."""
    whole = system_named(plan.system).zones.composition == "full"
    if picture is not None and plan.respect is None and whole:
        for respect in _KNOBS:
            turned = plan.evolve(respect=respect)
            yield Candidate(f"copy placed at {respect:g}", arrange(turned, fonts, picture=picture))


def _archetypes(plan: DesignPlan, fonts: FontLibrary) -> Iterator[Candidate]:
    """The plan as other compositions and anchors set it."""
    own = system_named(plan.system).zones.composition
    others: tuple[Composition, ...] = ("hung",) if own == "stacked" else ("stacked",)
    if own in ("stacked", "hung") and not closed_because(plan):
        for other in others:
            yield Candidate(f"the composition {other}", COMPOSITIONS[other](plan, fonts))
    if own in ("full", "split") and plan.respect is None:
        for anchor in _ANCHORS:
            turned = arrange(plan.evolve(anchor=anchor), fonts)
            yield Candidate(f"the anchor {anchor}", turned)


def _laid(candidate: Candidate) -> Layout:
    assert candidate.layout is not None
    return candidate.layout
