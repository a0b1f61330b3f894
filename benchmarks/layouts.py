"""Are layouts sound by our gates and as orderly as human posters? Counts and means over a CSV.

Run: PYTHONPATH=. python benchmarks/layouts.py FILE.csv [--every N]    (columns id and request)
The bars are the means of 8,734 human posters under the `ralf` protocol.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

import numpy as np

from agents.brief import Attachment, Stated
from agents.campaign import Row, read_rows
from agents.clear_view import clear_strategy
from agents.correction import corrected
from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.pictures import studies
from agents.planning import plan_for
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Design, TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from layout import metrics_ralf
from layout.arrange import arrange
from layout.compose import compose
from layout.findings import Finding
from layout.labelled import laygen_of_design
from layout.metrics import Picture, Scores, means, scores, validity
from layout.metrics_ralf import LEAST_AREA
from layout.saliency import design_saliency

HUMAN = {
    "overlap": 0.0012, "alignment": 0.0027, "underlay_strict": 0.991, "occlusion": 0.124,
    "unreadability": 0.0109,
}  # fmt: skip
ALIGNMENT_MEDIAN = 0.0009
HIGHER = ("underlay_loose", "underlay_strict", "utility")


class Made(NamedTuple):
    id: str
    system: str
    findings: tuple[Finding, ...]
    scores: Scores
    strict_alignment: float | None  # of all elements, small ones too; None below two


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each Nth request")
    parser.add_argument("--worst", type=int, default=0, help="name the N least aligned designs")
    parser.add_argument("--pictures", action="store_true", help="measure on the pictures too")
    options = parser.parse_args()
    fonts = FontLibrary.bundled()
    rows = read_rows(options.csv, "png")[:: options.every]
    made = [measured(row, Resources(AssetStore(), fonts), options.pictures) for row in rows]
    print_gates(made)
    print_measures(made)
    worst = sorted(made, key=lambda m: m.scores.alignment or 0.0, reverse=True)[: options.worst]
    for item in worst:
        print(f"{item.id} {item.system:12}{item.scores}")


def measured(row: Row, resources: Resources, on_picture: bool = False) -> Made:
    system, design, findings = designed(row, resources)
    boxes, picture = laygen_of_design(design, resources), None
    if on_picture:
        picture = Picture(beneath(design, resources), design_saliency(design, resources))
    every = float(metrics_ralf.alignment(boxes)) if int(boxes.mask.sum()) > 1 else None
    return Made(row.id, system, findings, scores(boxes, picture), every)


def designed(
    row: Row, resources: Resources, attachments: tuple[Attachment, ...] = ()
) -> tuple[str, Design, tuple[Finding, ...]]:
    """The system, the corrected design and the findings left."""
    order = row.order
    brief = parse(order.request, size=order.size, system=order.system, attachments=attachments)
    brief = brief.evolve(respect=Stated(value=order.respect))
    pictures = studies(brief, resources.assets)
    plan = plan_for(brief, clear_strategy(brief, 0, pictures, None, resources.fonts))
    layout = arrange(plan, resources.fonts, picture=pictures[0] if pictures else None)
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = Artist().paint(request, resources.assets)
        design = apply(design, joined(design, painted), "agent")
    result = corrected(design, resources, plan)
    return plan.system, result.design, result.findings


def beneath(design: Design, resources: Resources) -> np.ndarray:
    """(h, w, 3) uint8: the design without copy, logo and panels."""
    labelled = ("underlay", "logo")
    hidden = {x.id for x in leaves(design) if isinstance(x, TextLayer) or x.role in labelled}
    scale = min(1.0, 700 / max(design.canvas.width, design.canvas.height))
    return render(design, resources, scale=scale, hide=frozenset(hidden))[..., :3]


def print_gates(made: list[Made]) -> None:
    failed = [item for item in made if any(f.severity == "gate" for f in item.findings)]
    gates = Counter(f.rule for m in made for f in m.findings if f.severity == "gate")
    soft = Counter(f.rule for m in made for f in m.findings if f.severity == "soft")
    passed = len(made) - len(failed)
    print(f"gates passed: {passed} of {len(made)} ({passed / max(1, len(made)):.1%})")
    print(f"gates failed: {dict(gates) or 'none'}; soft findings: {dict(soft) or 'none'}")


def print_measures(made: list[Made]) -> None:
    measured = [item.scores for item in made]
    print(f"{'ralf':18}{'mean':>9}{'median':>9}{'n':>6}   bar")
    print(f"{'validity':18}{validity(measured):9.4f}{'':9}{len(measured):6}")
    for name, value in means(measured).items():
        numbers = f"{value.mean:9.4f}{value.median:9.4f}{value.layouts:6}"
        print(f"{name:18}{numbers}   {_verdict(name, value.mean)}")
    aligned = means(measured)["alignment"].median
    held = "holds" if aligned <= ALIGNMENT_MEDIAN else "MISSED"
    print(f"alignment, median <= {ALIGNMENT_MEDIAN}: {held}")
    strict = [item.strict_alignment for item in made if item.strict_alignment is not None]
    print(
        f"alignment of all elements, below {LEAST_AREA:.1%} of the canvas too: "
        f"mean {mean(strict):.4f}, median {median(strict):.4f}, n {len(strict)}"
    )


def _verdict(name: str, value: float) -> str:
    if name not in HUMAN:
        return ""
    sign = ">=" if name in HIGHER else "<="
    held = value >= HUMAN[name] if name in HIGHER else value <= HUMAN[name]
    return f"{sign} {HUMAN[name]} {'holds' if held else 'MISSED'}"


if __name__ == "__main__":
    main()
