"""Are layouts sound by our gates and as orderly as human posters? Counts and means over a CSV.

Run: PYTHONPATH=. python benchmarks/layouts.py FILE.csv [--every N]    (columns id and request)
The bars are the means of 8,734 human posters under the `ralf` protocol.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from agents.brief import Attachment
from agents.campaign import Row, read_rows
from agents.clear_view import clear_strategy
from agents.correction import corrected
from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.pictures import studies
from agents.planning import plan_for
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Design
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from layout.arrange import arrange
from layout.compose import compose
from layout.findings import Finding
from layout.labelled import laygen_of_design
from layout.metrics import Scores, means, scores, validity

BARS = {
    "overlap": 0.0012, "alignment": 0.0027, "underlay_strict": 0.991,
}  # fmt: skip
ALIGNMENT_MEDIAN = 0.0009
HIGHER = ("underlay_loose", "underlay_strict", "utility")


class Made(NamedTuple):
    id: str
    system: str
    findings: tuple[Finding, ...]
    scores: Scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each Nth request")
    parser.add_argument("--worst", type=int, default=0, help="name the N least aligned designs")
    options = parser.parse_args()
    fonts = FontLibrary.bundled()
    rows = read_rows(options.csv, "png")[:: options.every]
    made = [measured(row, Resources(AssetStore(), fonts)) for row in rows]
    print_gates(made)
    print_measures([item.scores for item in made])
    worst = sorted(made, key=lambda m: m.scores.alignment or 0.0, reverse=True)[: options.worst]
    for item in worst:
        print(f"{item.id} {item.system:12}{item.scores}")


def measured(row: Row, resources: Resources) -> Made:
    system, design, findings = designed(row, resources)
    return Made(row.id, system, findings, scores(laygen_of_design(design, resources)))


def designed(
    row: Row, resources: Resources, attachments: tuple[Attachment, ...] = ()
) -> tuple[str, Design, tuple[Finding, ...]]:
    """The system, the corrected design and the findings left."""
    order = row.order
    brief = parse(order.request, size=order.size, system=order.system, attachments=attachments)
    pictures = studies(brief, resources.assets)
    plan = plan_for(brief, clear_strategy(brief, 0, pictures, None, resources.fonts))
    layout = arrange(plan, resources.fonts)
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = Artist().paint(request, resources.assets)
        design = apply(design, joined(design, painted), "agent")
    result = corrected(design, resources, plan)
    return plan.system, result.design, result.findings


def print_gates(made: list[Made]) -> None:
    failed = [item for item in made if any(f.severity == "gate" for f in item.findings)]
    gates = Counter(f.rule for m in made for f in m.findings if f.severity == "gate")
    soft = Counter(f.rule for m in made for f in m.findings if f.severity == "soft")
    passed = len(made) - len(failed)
    print(f"gates passed: {passed} of {len(made)} ({passed / max(1, len(made)):.1%})")
    print(f"gates failed: {dict(gates) or 'none'}; soft findings: {dict(soft) or 'none'}")


def print_measures(measured: list[Scores], bars: dict[str, float] = BARS) -> None:
    print(f"{'ralf':18}{'mean':>9}{'median':>9}{'n':>6}   bar")
    print(f"{'validity':18}{validity(measured):9.4f}{'':9}{len(measured):6}")
    for name, value in means(measured).items():
        numbers = f"{value.mean:9.4f}{value.median:9.4f}{value.layouts:6}"
        print(f"{name:18}{numbers}   {_verdict(bars, name, value.mean)}")
    aligned = means(measured)["alignment"].median
    held = "holds" if aligned <= ALIGNMENT_MEDIAN else "MISSED"
    print(f"alignment, median <= {ALIGNMENT_MEDIAN}: {held}")


def _verdict(bars: dict[str, float], name: str, value: float) -> str:
    if name not in bars:
        return ""
    sign = ">=" if name in HIGHER else "<="
    held = value >= bars[name] if name in HIGHER else value <= bars[name]
    return f"{sign} {bars[name]} {'holds' if held else 'MISSED'}"


if __name__ == "__main__":
    main()
