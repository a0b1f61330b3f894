"""Which of our own layouts are good examples? Chosen far apart, written to assets/exemplars.json.

Run: PYTHONPATH=. python benchmarks/exemplars.py FILE.csv [--count N] [--write]
Takes designs of the CSV's requests at several sizes that pass all gates with a high soft score.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from agents.campaign import read_rows
from agents.candidates import standing_of
from agents.clear_view import clear_strategy
from agents.instruction import parse
from agents.planning import plan_for
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.arrange import arrange
from layout.exemplars import PATH, Exemplar, distance, exemplar_of

SIZES = (None, "instagram-post", "a4", "facebook-cover", "instagram-story", "instagram-square")
_LEAST = 90.0  # points


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--count", type=int, default=36)
    parser.add_argument("--every", type=int, default=1, help="take each Nth request")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    fonts, good = FontLibrary.bundled(), list[Exemplar]()
    for number, row in enumerate(read_rows(options.csv, "png")[:: options.every]):
        example = _example(row.order.request, SIZES[number % len(SIZES)], fonts, number)
        good += [example] if example else []
    chosen = _far_apart(good, options.count)
    print(f"{len(good)} good layouts, {len(chosen)} chosen")
    for example in chosen:
        print(f"{example.name:28}{example.aspect:6.2f}{example.density:6.2f}  {[*example.boxes]}")
    if options.write:
        items = [example.model_dump(mode="json") for example in chosen]
        lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
        PATH.write_text(f"[\n{lines}\n]\n", "utf-8")


def _example(request: str, size: str | None, fonts: FontLibrary, number: int) -> Exemplar | None:
    resources = Resources(AssetStore(), fonts)
    try:
        brief = parse(request, size=size)
        plan = plan_for(brief, clear_strategy(brief, 0, (), None, fonts))
    except DesignError:
        return None
    if plan.rows or plan.form in ("certificate", "ticket", "logo", "letterhead"):
        return None
    layout = arrange(plan, fonts)
    stands = standing_of(plan, layout, resources)
    if stands.gates or stands.points < _LEAST:
        return None
    return exemplar_of(f"{plan.system}-{plan.size}-{number}", plan, layout)


def _far_apart(good: list[Exemplar], count: int) -> list[Exemplar]:
    """The first, then always the one farthest from all that were chosen."""
    chosen = good[:1]
    while good and len(chosen) < min(count, len(good)):
        rest = [e for e in good if e not in chosen]
        chosen.append(max(rest, key=lambda e: min(distance(e, other) for other in chosen)))
    return chosen


if __name__ == "__main__":
    main()
