"""What is not good about a design yet, with what mends it or ways to choose from; suggestions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from agents.brief import Brief, brand_in
from agents.doubts import Doubt, Way
from agents.home import Home
from agents.placeholders import placeholder_findings
from agents.reformat import plan_known
from agents.sanity import doubts_in, findings_of
from design_io.commands import Batch, Command
from design_io.document import Design, walk
from design_io.errors import DesignError
from layout.brand_rules import BrandRules, brand_findings
from layout.checks import report
from layout.findings import Finding
from layout.recommend import Advice, recommend
from layout.repair import repair
from layout.verdict import lines
from layout.wording import reworded


class Mend(NamedTuple):
    label: str
    command: Command


class Fault(NamedTuple):
    finding: Finding
    mend: Command | None = None  # one click
    ways: tuple[Mend, ...] = ()  # one click each, where only the user knows what is meant

    @property
    def is_gate(self) -> bool:
        return self.finding.severity == "gate"


class Judgement(NamedTuple):
    revision: int
    verdict: str  # one line
    faults: tuple[Fault, ...]


def judged(home: Home, design_id: str, today: date, brand: BrandRules | None = None) -> Judgement:
    """Gates first, then doubts about facts, then the rest."""
    saved, member = home.store.load(design_id), home.member(design_id)
    design, meta = saved.design, member.file.meta
    plan = plan_known(meta, member.history)
    made = report(design, home.resources, plan)
    rules = brand or brand_in(meta)
    faults = [
        Fault(found, ways=_ways_out(design, doubt, home))
        for doubt in doubts_in(_as_shown(meta, design), today)
        for found in findings_of((doubt,), design)
    ]
    left = placeholder_findings(design)
    found = (*left, *made.findings, *(brand_findings(design, rules) if rules else ()))
    faults += [Fault(each, _mend(design, each, home)) for each in found]
    faults.sort(key=lambda fault: not fault.is_gate)
    return Judgement(saved.revision, lines(made, design.canvas)[0], tuple(faults))


def advised(home: Home, design_id: str) -> Advice:
    """The smallest changes that would make it better; takes some seconds."""
    member = home.member(design_id)
    meta, history = member.file.meta, member.history
    plan = plan_known(meta, history)
    return recommend(history.present, home.resources, plan, brand=brand_in(meta))


def chosen_mends(faults: Sequence[Fault], way: int | None) -> tuple[list[Command], str]:
    """What mends them, and its name; DesignError where a way has to be chosen first."""
    told = f"mended: {faults[0].finding.message}" if faults else ""
    if len(faults) == 1 and faults[0].ways:
        ways = faults[0].ways
        if way is None or way >= len(ways):
            offered = "; ".join(f"{n}: {each.label}" for n, each in enumerate(ways))
            raise DesignError(f"say in `way` which is meant: {offered}")
        return [ways[way].command], f"mended: {ways[way].label}"[:200]
    return [fault.mend for fault in faults if fault.mend is not None], told[:200]


def _as_shown(meta: Mapping[str, str], design: Design) -> Brief:
    """A brief whose request is what the design says by now."""
    words = "\n".join(layer.text for layer in walk(design) if layer.kind == "text")
    packed = meta.get("brief.json")
    brief = Brief.model_validate_json(packed) if packed else Brief(request=words)
    return brief.evolve(request=words)


def _mend(design: Design, finding: Finding, home: Home) -> Command | None:
    if any(layer.locked for layer in walk(design) if layer.id in finding.layers):
        return None
    return repair(design, (finding,), home.resources) or next(iter(finding.commands), None)


def _ways_out(design: Design, doubt: Doubt, home: Home) -> tuple[Mend, ...]:
    """What the doubted words could be, each as one step; those that would change something."""
    steps = ((way, _reworded(design, way, home)) for way in doubt.ways)
    return tuple(Mend(way.instead, step) for way, step in steps if step is not None)


def _reworded(design: Design, way: Way, home: Home) -> Command | None:
    commands: list[Command] = []
    for layer in walk(design):
        if layer.kind != "text" or layer.locked:
            continue
        if (words := way.taken(layer.text)) != layer.text:
            commands += reworded(design, layer.id, words, home.resources.fonts)
    label = f"{way.words} is {way.instead}"[:200]
    return Batch(label=label, commands=tuple(commands)) if commands else None
