"""Thresholds of the checks per kind of sheet, from `assets/checks.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from layout.sizes import Size
from layout.systems import shape_of

FILE = Path(__file__).parent.parent / "assets" / "checks.toml"


class Limit(NamedTuple):
    """`good` and better scores 1, `bad` and worse 0, in between the score falls evenly."""

    good: float
    bad: float

    def score(self, measure: float) -> float:
        if self.good == self.bad:
            return float(measure == self.good)
        return min(1.0, max(0.0, (measure - self.bad) / (self.good - self.bad)))


def limit(name: str, size: Size) -> Limit:
    """The threshold for this size: its proportions' own, else its medium's, else the default."""
    tables = _tables()
    for kind in (shape_of(size.canvas), size.kind, "default"):
        if name in tables.get(kind, {}):
            return tables[kind][name]
    raise KeyError(f"{name!r} is not in {FILE.name}")


@cache
def _tables() -> dict[str, dict[str, Limit]]:
    with FILE.open("rb") as file:
        read = tomllib.load(file)
    return {
        kind: {name: Limit(float(pair["good"]), float(pair["bad"])) for name, pair in table.items()}
        for kind, table in read.items()
    }
