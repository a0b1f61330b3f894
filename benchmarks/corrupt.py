"""Are broken elements found, and mended without touching the rest? Good designs are corrupted.

1 to 5 pieces of copy or marks of each design are shifted (5-15 % of the short side), scaled
(x .5 or x 1.7 about their middle), laid over another (20 % of the smaller or more), recoloured (to
under 3:1) or pushed off the canvas (20 % or more of the ink). Correction sees the design alone. An
intact piece that a broken one lies on is no false alarm. Turned text and letters that make up a
drawn title are left out.

Run: PYTHONPATH=. python benchmarks/corrupt.py FILE.csv [--designs N] [--details]
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from agents.campaign import read_rows
from agents.correction import corrected
from benchmarks.recommend import made
from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.commands import Command, UpdateLayer, apply
from design_io.document import Design, GroupLayer, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.checks import check, scores
from layout.contrast import text_contrasts
from layout.pieces import Piece, pieces
from layout.subject import Subject
from layout.units import scaled, shifted, unit_of

MOVED, RESIZED = 0.01, 0.03  # of the short side; of the size: from here an element is touched


class Outcome(NamedTuple):
    broken: dict[str, str]  # id -> how
    flagged: frozenset[str]
    alarms: frozenset[str]  # intact and flagged
    intact: int
    gates_before: int
    gates_after: tuple[str, ...]
    touched: int  # intact elements that correction moved
    restored: int  # broken elements that no check finds bad any more
    seconds: float  # CPU, correction
    elements: int
    trace: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--designs", type=int, default=200)
    parser.add_argument("--details", action="store_true", help="print what was missed")
    options = parser.parse_args()
    fonts, rows = FontLibrary.bundled(), list(read_rows(options.csv, "png"))
    outcomes = []
    for number in range(options.designs):
        row = rows[number % len(rows)]
        resources = Resources(AssetStore(), fonts)
        design = made(row.order.request, resources)
        chance = random.Random(f"corrupt/{number}")
        outcome = judged(design, resources, chance)
        if outcome is not None:
            outcomes.append(outcome)
            if options.details:
                print_details(f"{number} {row.id} {design.system}", outcome)
    print_table(outcomes)


def judged(design: Design, resources: Resources, chance: random.Random) -> Outcome | None:
    candidates = [piece for piece in _pieces(design, resources) if _may_break(design, piece)]
    if not candidates:
        return None
    chosen = chance.sample(candidates, min(len(candidates), chance.randint(1, 5)))
    broken: dict[str, str] = {}
    carried: set[str] = set()
    bad = design
    for piece in chosen:
        kind = chance.choice(sorted(CORRUPTIONS))
        command = CORRUPTIONS[kind](bad, piece, resources, chance)
        if command is not None:
            bad = apply(bad, command)
            broken[piece.id] = kind
            carried |= unit_of(bad, piece.id).ids
    if not broken:
        return None
    matrix, before = scores(bad, resources), check(bad, resources)
    intact = [piece for piece in _pieces(bad, resources) if piece.id not in broken.keys() | carried]
    flagged = frozenset(matrix.flagged)
    hit = {name for f in before for name in f.layers if set(f.layers) & broken.keys()}
    close = {p.id for p in intact if matrix.of(p.id)["collisions"] < 0.5} | hit
    started = time.process_time()
    result = corrected(bad, resources, tidy=True)
    seconds = time.process_time() - started
    after = scores(result.design, resources)
    return Outcome(
        broken=broken,
        flagged=flagged,
        alarms=frozenset(p.id for p in intact if p.id in flagged and p.id not in close),
        intact=len(intact),
        gates_before=sum(f.severity == "gate" for f in before),
        gates_after=tuple(f.message for f in result.findings if f.severity == "gate"),
        touched=sum(_touched(p, result.design) for p in intact),
        restored=len(broken.keys() - set(after.flagged)),
        seconds=seconds,
        elements=len(matrix.elements),
        trace=result.trace,
    )


def print_details(name: str, outcome: Outcome) -> None:
    missed = {i: kind for i, kind in outcome.broken.items() if i not in outcome.flagged}
    if missed or outcome.alarms or outcome.gates_after or outcome.touched:
        print(f"{name}: broken {outcome.broken}; missed {missed}; alarms {sorted(outcome.alarms)}; "
              f"touched {outcome.touched}; left {outcome.gates_after}")  # fmt: skip


def print_table(outcomes: list[Outcome]) -> None:
    kinds = Counter(kind for o in outcomes for kind in o.broken.values())
    found = Counter(kind for o in outcomes for i, kind in o.broken.items() if i in o.flagged)
    total, intact = sum(kinds.values()), sum(o.intact for o in outcomes)
    mended = sum(not o.gates_after for o in outcomes)
    times = [1000 * o.seconds for o in outcomes]
    print(f"{len(outcomes)} designs, {total} broken elements, {intact} intact")
    print(f"detected {sum(found.values()) / total:.1%}: "
          + ", ".join(f"{kind} {found[kind]}/{kinds[kind]}" for kind in sorted(kinds)))  # fmt: skip
    print(f"false alarms {sum(len(o.alarms) for o in outcomes) / max(1, intact):.1%}")
    failed = sum(o.gates_before > 0 for o in outcomes)
    print(f"back to all gates {mended / len(outcomes):.1%}; {failed} designs failed one before")
    print(f"broken elements sound again {sum(o.restored for o in outcomes) / total:.1%}")
    print(f"intact elements touched {sum(o.touched for o in outcomes) / max(1, intact):.1%}")
    print(f"correction {statistics.median(times):.0f} ms CPU median, {max(times):.0f} ms most")


def shift(
    design: Design, piece: Piece, resources: Resources, chance: random.Random
) -> Command | None:
    angle, share = chance.uniform(0, 2 * math.pi), chance.uniform(0.05, 0.15)
    step = share * min(design.canvas.width, design.canvas.height)
    unit = unit_of(design, piece.id)
    return shifted(unit, step * math.cos(angle), step * math.sin(angle))


def scale(
    design: Design, piece: Piece, resources: Resources, chance: random.Random
) -> Command | None:
    return scaled(unit_of(design, piece.id), chance.choice((0.5, 1.7)), piece.frame.center)


def overlap(
    design: Design, piece: Piece, resources: Resources, chance: random.Random
) -> Command | None:
    others = [p for p in _pieces(design, resources) if p.id != piece.id]
    chance.shuffle(others)
    for other in others:
        dx = other.ink.center.x - piece.ink.center.x + chance.uniform(-0.2, 0.2) * other.ink.width
        dy = other.ink.center.y - piece.ink.center.y + chance.uniform(-0.3, 0.3) * other.ink.height
        shared = piece.ink.shift(dx, dy).intersection(other.ink).area
        if shared >= 0.2 * min(piece.ink.area, other.ink.area):
            return shifted(unit_of(design, piece.id), dx, dy)
    return None


def recolor(
    design: Design, piece: Piece, resources: Resources, chance: random.Random
) -> Command | None:
    if not isinstance(piece.layer, TextLayer):
        return None
    layer = design.layer(piece.id)
    if not isinstance(layer, TextLayer) or layer.effects:
        return None
    seen = text_contrasts(design, (layer,), resources).get(layer.id)
    if seen is None:
        return None
    color = next(
        (c for c in (mix(layer.style.color[:7], seen.ground, i / 20) for i in range(8, 20))
         if contrast(c, seen.ground) < 2.8), None)  # fmt: skip
    if color is None:
        return None
    style = layer.style.evolve(color=color)
    return UpdateLayer(layer_id=layer.id, changes={"style": style, "spans": (), "fill": None})


def off_canvas(
    design: Design, piece: Piece, resources: Resources, chance: random.Random
) -> Command | None:
    share, sheet, ink = chance.uniform(0.2, 0.6), design.canvas.box, piece.ink
    steps = (
        (-ink.x - share * ink.width, 0.0),
        (sheet.width - ink.right + share * ink.width, 0.0),
        (0.0, -ink.y - share * ink.height),
        (0.0, sheet.height - ink.bottom + share * ink.height),
    )
    return shifted(unit_of(design, piece.id), *chance.choice(steps))


def _pieces(design: Design, resources: Resources) -> tuple[Piece, ...]:
    return pieces(Subject(design, resources, None))


def _may_break(design: Design, piece: Piece) -> bool:
    drawn = any(
        isinstance(layer, GroupLayer)
        and layer.role in ("title", "offer")
        and any(member.id == piece.id for member in layer.layers)
        for layer in walk(design)
    )
    return not drawn and not piece.layer.rotation % 360


def _touched(piece: Piece, after: Design) -> bool:
    layer = after.layer(piece.id)
    short = min(after.canvas.width, after.canvas.height)
    if not isinstance(layer, type(piece.layer)):
        return True
    box, old = layer.box, piece.layer.box
    moved = max(abs(box.x - old.x), abs(box.y - old.y)) > MOVED * short
    if isinstance(layer, TextLayer) and isinstance(piece.layer, TextLayer):
        return moved or abs(layer.style.size / piece.layer.style.size - 1) > RESIZED
    return moved


Corruption = Callable[[Design, Piece, Resources, random.Random], Command | None]
CORRUPTIONS: dict[str, Corruption] = {
    "shift": shift,
    "scale": scale,
    "overlap": overlap,
    "recolor": recolor,
    "off-canvas": off_canvas,
}


if __name__ == "__main__":
    main()
