"""Does every request become a sound, fitting and fast design? One table over a CSV of requests.

Run: PYTHONPATH=. python benchmarks/quality.py FILE.csv [--details]    (columns id and request)
Nothing of a request is printed without --details.
"""

from __future__ import annotations

import argparse
import contextlib
import resource
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from agents.campaign import Row, read_rows
from agents.correction import corrected
from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.planning import plan_for
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.fonts import FontLibrary
from design_io.render import render
from design_io.resources import Resources
from editor.heap import settle_heap
from generators.artist import Artist
from generators.artist.naming import thing_of
from layout.arrange import arrange
from layout.compose import compose
from layout.findings import Finding

STAND_INS = {
    "red-heart", "house", "briefcase", "shopping-bags", "star", "sparkles", "party-popper",
    "light-bulb", "shopping-cart", "wrapped-gift",
}  # fmt: skip


class Made(NamedTuple):
    row: Row
    system: str
    form: str
    hero: str  # the drawing that is seen: a thing by one hand
    findings: tuple[Finding, ...]
    whole: float  # CPU s, request to pixels at full size
    small: float  # CPU s, parse, plan and draw at 540 px wide


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--details", action="store_true", help="print findings, crashes and heroes")
    options = parser.parse_args()
    fonts = FontLibrary.bundled()
    made, crashed = [], []
    rows = list(read_rows(options.csv, "png"))
    with contextlib.suppress(Exception):  # counted below
        designed(rows[0], Resources(AssetStore(), fonts))
    settle_heap()  # warm, as the server is before anybody types
    for row in rows:
        try:
            made.append(designed(row, Resources(AssetStore(), fonts)))
        except Exception as error:  # counted: that is the question
            crashed.append(f"{row.id} {type(error).__name__}")
            if options.details:
                print(f"{crashed[-1]}: {error}")
    if options.details:
        heroes = Counter(item.hero for item in made if item.hero)
        print(f"most frequent heroes: {heroes.most_common(8)}")
        print(f"most frequent things: {_things(made).most_common(8)}")
        for item in made:
            for finding in item.findings:
                print(f"{item.row.id} {item.system:12}{finding.rule:14}{finding.message}")
    print_table(made, crashed)


def designed(row: Row, resources: Resources) -> Made:
    started = time.process_time()
    brief = parse(row.order.request, size=row.order.size, system=row.order.system)
    plan = plan_for(brief, strategy_for(brief))
    layout = arrange(plan, resources.fonts)
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = Artist().paint(request, resources.assets)
        design = apply(design, joined(design, painted), "agent")
    drafted = time.process_time()
    render(design, resources, scale=min(1.0, 540 / design.canvas.width))
    small = time.process_time() - started
    checking = time.process_time()
    result = corrected(design, resources, plan)
    render(result.design, resources)
    whole = drafted - started + time.process_time() - checking
    hero = plan.subjects[0] if plan.subjects else ""
    return Made(row, plan.system, plan.form, hero, result.findings, whole, small)


def print_table(made: list[Made], crashed: list[str]) -> None:
    count = len(made) + len(crashed)
    rules = Counter(f.rule for item in made for f in item.findings)
    systems, heroes = Counter(m.system for m in made), Counter(m.hero for m in made if m.hero)
    stand_ins = sum(thing_of(item.hero) in STAND_INS for item in made)
    print(f"{count} requests, {len(crashed)} crashes {crashed[:5]}")
    print(f"findings left: {dict(rules) or 'none'}")
    print(f"systems: {_shares(systems, count)}")
    print(f"forms: {_shares(Counter(item.form for item in made), count)}")
    print(f"the most frequent hero is in {max(heroes.values(), default=0)}, the most frequent "
          f"thing in {max(_things(made).values(), default=0)}; without a hero: "
          f"{sum(not item.hero for item in made)}")  # fmt: skip
    print(f"generic stand-ins as hero: {stand_ins} ({stand_ins / count:.1%})")
    _print_times("whole design, full size", [item.whole for item in made])
    _print_times("parse + plan + draw at 540 px", [item.small for item in made])
    for system in sorted(systems):
        own = [item.small for item in made if item.system == system]
        _print_times(f"  {system} at 540 px", own)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _things(made: list[Made]) -> Counter[str]:
    return Counter(thing_of(item.hero) for item in made if item.hero)


def _print_times(name: str, times: list[float]) -> None:
    mean, median = 1000 * statistics.mean(times), 1000 * statistics.median(times)
    print(f"{name}: mean {mean:.0f}, median {median:.0f}, max {1000 * max(times):.0f} ms CPU")


def _shares(counts: Counter[str], total: int) -> str:
    return ", ".join(f"{name} {n / total:.0%}" for name, n in counts.most_common())


if __name__ == "__main__":
    main()
