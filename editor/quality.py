"""What is not good about a design yet, each with the command that mends it; and suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from agents.brief import Brief, brand_in
from agents.doubts import Doubt
from agents.home import Home
from agents.reformat import plan_known
from agents.sanity import doubts_in, findings_of
from design_io.commands import Batch, Command
from design_io.document import Design, walk
from layout.brand_rules import BrandRules, brand_findings
from layout.checks import report
from layout.findings import Finding
from layout.recommend import Advice, recommend
from layout.repair import repair
from layout.verdict import lines
from layout.wording import reworded


class Fault(NamedTuple):
    finding: Finding
    mend: Command | None  # one click

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
        Fault(found, _right_words(design, doubt, found.layers, home))
        for doubt in doubts_in(_as_shown(meta, design), today)
        for found in findings_of((doubt,), design)
    ]
    found = (*made.findings, *(brand_findings(design, rules) if rules else ()))
    faults += [Fault(each, _mend(design, each, home)) for each in found]
    faults.sort(key=lambda fault: not fault.is_gate)
    return Judgement(saved.revision, lines(made, design.canvas)[0], tuple(faults))


def advised(home: Home, design_id: str) -> Advice:
    """The smallest changes that would make it better; takes some seconds."""
    member = home.member(design_id)
    meta, history = member.file.meta, member.history
    plan = plan_known(meta, history)
    return recommend(history.present, home.resources, plan, brand=brand_in(meta))


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


def _right_words(
    design: Design, doubt: Doubt, layers: tuple[str, ...], home: Home
) -> Command | None:
    """The words as they should be in place of the doubted ones, where that is certain."""
    commands: list[Command] = []
    for layer in walk(design):
        if doubt.mended and layer.id in layers and layer.kind == "text" and not layer.locked:
            words = layer.text.replace(doubt.text, doubt.mended)
            commands += reworded(design, layer.id, words, home.resources.fonts)
    label = f"{doubt.text} is {doubt.mended}"[:200]
    return Batch(label=label, commands=tuple(commands)) if commands else None
