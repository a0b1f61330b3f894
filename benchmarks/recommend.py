"""Does advice help? Sound designs are spoilt in 1 to 3 places, and suggestions asked for each.

Counted: copies with a finding, with three suggestions of different kinds, smallest first, each
better by the checks with no gate worse; CPU time of one search.

Run: PYTHONPATH=. python benchmarks/recommend.py [FILE.csv] [--designs N]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from agents.campaign import read_rows
from agents.correction import corrected
from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.planning import plan_for
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.document import Design, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.text import ink_box
from generators.artist import Artist
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from layout.recommend import Advice, recommend

REQUESTS = (
    "Jazz night at the Blue Note, 12 December, 8 pm, tickets 12 euros",
    "Yoga class every Tuesday 18:00, Riverside Hall, first lesson free",
    "Summer sale: 50% off all shoes, shop now at www.solestore.com",
    "Menu of Cafe Luna: Espresso 2.50, Latte 3.80, Flat white 3.60, Mocha 4.20",
    "Instagram story: our new bakery opens on 3 May, 9 am, Mill Street 4",
    "Business card for Anna Berg, architect, +49 30 1234567, anna@berg.de",
    "YouTube thumbnail: 10 tips for growing tomatoes at home",
    "Charity run for the animal shelter, Sunday 14 June, 10:00, City Park, sign up now",
    "Concert of the string quartet, works by Haydn and Ravel, Friday 7 pm, St. Mary",
    "Facebook cover for a garden centre, spring plants are here",
)


class Asked(NamedTuple):
    flaws: tuple[str, ...]
    found: int  # findings before
    advice: Advice
    better: int  # suggestions that the checks confirm
    seconds: float  # CPU


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path, nargs="?")
    parser.add_argument("--designs", type=int, default=10)
    parser.add_argument("--details", action="store_true", help="print every suggestion")
    options = parser.parse_args()
    fonts, asked = FontLibrary.bundled(), []
    for number, request in enumerate(_requests(options.csv)[: options.designs]):
        resources = Resources(AssetStore(), fonts)
        design = made(request, resources)
        for copy in range(3):
            flaws, spoilt = flawed(design, resources, copy + 1, random.Random(f"{number}/{copy}"))
            asked.append(advised(flaws, spoilt, resources))
            if options.details:
                print_advice(request, asked[-1])
    print_table(asked)


def made(request: str, resources: Resources) -> Design:
    brief = parse(request)
    plan = plan_for(brief, strategy_for(brief))
    layout = arrange(plan, resources.fonts)
    design = compose(plan, layout)
    for wanted in requests_for(plan, layout, design, resources).values():
        design = apply(design, joined(design, Artist().paint(wanted, resources.assets)), "agent")
    return corrected(design, resources, plan).design


def flawed(
    design: Design, resources: Resources, count: int, chance: random.Random
) -> tuple[tuple[str, ...], Design]:
    """The design with `count` flaws, each in another text."""
    texts = [layer for layer in walk(design) if isinstance(layer, TextLayer)]
    chance.shuffle(texts)
    names = []
    for layer in texts[:count]:
        name = chance.choice(sorted(FLAWS))
        names.append(name)
        changes = FLAWS[name](layer, design, resources, chance)
        design = apply(design, UpdateLayer(layer_id=layer.id, changes=changes))
    return tuple(names), design


def advised(flaws: tuple[str, ...], design: Design, resources: Resources) -> Asked:
    before = check(design, resources)
    started = time.process_time()
    advice = recommend(design, resources)
    seconds = time.process_time() - started
    better = 0
    for suggestion in advice.suggestions:
        after = check(apply(design, suggestion.command, "agent"), resources)
        gates = Counter(f.rule for f in after if f.severity == "gate")
        was = Counter(f.rule for f in before if f.severity == "gate")
        better += len(after) < len(before) and not gates - was
    return Asked(flaws, len(before), advice, better, seconds)


def print_advice(request: str, asked: Asked) -> None:
    print(f"{request[:50]!r} {asked.flaws}: {asked.found} findings, {asked.seconds:.2f} s")
    for item in asked.advice.suggestions:
        print(f"   {item.kinds} {'; '.join(item.edits)}  {item.before} -> {item.after}")
    if not asked.advice.suggestions:
        print(f"   {asked.advice.said}")


def print_table(asked: list[Asked]) -> None:
    flawed_ones = [item for item in asked if item.found]
    counts = Counter(len(item.advice.suggestions) for item in flawed_ones)
    offered = sum(len(item.advice.suggestions) for item in flawed_ones)
    times = [item.seconds for item in flawed_ones]
    whole = sum(any(not s.after.findings for s in i.advice.suggestions) for i in flawed_ones)
    print(f"{len(asked)} copies, {len(flawed_ones)} with findings")
    print(f"suggestions per copy: {dict(sorted(counts.items(), reverse=True))}")
    print(f"confirmed better: {sum(i.better for i in flawed_ones)} of {offered}")
    print(f"three different kinds: {sum(map(_three_kinds, flawed_ones))}")
    print(f"smallest first: {sum(map(_smallest_first, flawed_ones))}")
    print(f"one suggestion mends everything: {whole}")
    print(f"CPU s: median {statistics.median(times):.2f}, max {max(times):.2f}")


def _three_kinds(asked: Asked) -> bool:
    """Whether each of three suggestions has a kind of change the others lack."""
    kinds = [set(item.kinds) for item in asked.advice.suggestions]
    return (
        len(kinds) == 3 and len({frozenset(k) for k in kinds}) == 3 and len(set().union(*kinds)) > 2
    )


def _smallest_first(asked: Asked) -> bool:
    sizes = [(len(item.edits), item.distance) for item in asked.advice.suggestions]
    return sizes == sorted(sizes)


def _requests(csv: Path | None) -> list[str]:
    return [row.order.request for row in read_rows(csv, "png")] if csv else list(REQUESTS)


def _shifted(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    far = chance.uniform(0.05, 0.15) * min(design.canvas.width, design.canvas.height)
    return {"box": layer.box.shift(chance.choice((-far, far)), chance.choice((-far, far)))}


def _pale(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    color = design.palette.get("bg", "#ffffff")
    return {"style": layer.style.evolve(color=color)}


def _larger(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    return {"style": layer.style.evolve(size=1.7 * layer.style.size)}


def _smaller(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    return {"style": layer.style.evolve(size=0.4 * layer.style.size)}


def _out(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    ink = ink_box(layer, resources.fonts)
    return {"box": layer.box.shift(design.canvas.width - ink.right + 0.3 * ink.width, 0)}


def _onto_another(
    layer: TextLayer, design: Design, resources: Resources, chance: random.Random
) -> dict[str, object]:
    others = [x for x in walk(design) if isinstance(x, TextLayer) and x.id != layer.id]
    if not others:
        return _out(layer, design, resources, chance)
    ink, other = ink_box(layer, resources.fonts), ink_box(chance.choice(others), resources.fonts)
    return {"box": layer.box.shift(other.x - ink.x, other.center.y - ink.y)}


FLAWS = {
    "shifted": _shifted, "pale": _pale, "larger": _larger, "smaller": _smaller, "out": _out,
    "onto another": _onto_another,
}  # fmt: skip


if __name__ == "__main__":
    main()
