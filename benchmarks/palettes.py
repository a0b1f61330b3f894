"""Is text readable in every palette? Sweeps seeds, subjects, tones and user colours per system.

Run: PYTHONPATH=. python benchmarks/palettes.py [COUNT]    (default 500 palettes per system)
"""

from __future__ import annotations

import random
import sys

from design_io.color import contrast, oklch_hex
from layout.palette import palette_for
from layout.systems import SYSTEMS, VisualSystem

TONES = ("dark", "elegant", "playful", "bold", "calm", "minimal", "retro", "festive", "soft", "")
NEEDED = 4.5


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    failures = 0
    for system in SYSTEMS.values():
        lowest = _sweep(system, count)
        worst, where = min(lowest)
        failures += sum(ratio < NEEDED for ratio, _ in lowest)
        print(f"{system.name:12} {count} palettes, lowest {worst:.2f}:1 ({where})")
    print(f"{failures} failures below {NEEDED}:1")


def _sweep(system: VisualSystem, count: int) -> list[tuple[float, str]]:
    """The lowest contrast of each palette's text roles on the grounds they are set on."""
    return [_lowest(system, _palette(system, seed)) for seed in range(count)]


def _palette(system: VisualSystem, seed: int) -> dict[str, str]:
    chance = random.Random(f"sweep/{system.name}/{seed}")
    colors = tuple(_color(chance) for _ in range(chance.choice((0, 0, 1, 2, 3))))
    subject = chance.choice((None, _color(chance)))
    return palette_for(system, subject, colors, (chance.choice(TONES),), seed)


def _color(chance: random.Random) -> str:
    return oklch_hex(chance.uniform(0.05, 0.99), chance.random(), chance.uniform(0, 360))


def _lowest(system: VisualSystem, palette: dict[str, str]) -> tuple[float, str]:
    pairs = []
    for role, setting in system.type.items():
        on = system.zones.pill if role == "cta" else system.palettes.on.get(setting.color, "bg")
        pairs.append((contrast(palette[setting.color], palette[on]), f"{setting.color} on {on}"))
    return min(pairs)


if __name__ == "__main__":
    main()
