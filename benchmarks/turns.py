"""What do agents and persistence cost a turn? CPU of a turn of six pictures, without painting.

Every run is a whole turn of six sizes on disk: graph, checkpoints, store. "rules" are reading,
strategy, plan and layout; "correction" renders and checks; "graph and disk" is what is left. The
CPU of painting is measured apart, in the painter's own thread, and taken off; so is that of
correction in "agents and persistence", as it is a matter of layout and renders six sheets.

Run: PYTHONPATH=. python benchmarks/turns.py [--runs 9]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import agents.steps as steps
from agents.graph import design_set
from agents.running import Turn
from agents.steps import Context
from benchmarks.kills import ASKED
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.store import DesignStore
from generators.artist import Artist
from layout.measure import ink_at_em, measure, narrowest

_RULES = ("parse", "approach", "strategy", "plan", "layout")


def run_once(loop: asyncio.Runner, home: Path, fonts: FontLibrary) -> dict[str, float]:
    """CPU milliseconds by part of one turn."""
    spent: dict[str, float] = {}
    for remembered in (measure, narrowest, ink_at_em):
        remembered.cache_clear()  # no turn is told what the one before measured
    context = Context(
        Resources(AssetStore(home / "assets"), fonts), Artist(), store=DesignStore(home / "s.db")
    )
    whole = steps._step
    steps._step = _timed(whole, spent)
    started = time.process_time()
    try:
        loop.run(design_set(ASKED, context, Turn("a/1", home / "turns.db")))
    finally:
        steps._step = whole
    total = (time.process_time() - started) * 1000
    rules = sum(spent[step] for step in _RULES)
    kept = spent["finish"]
    parts = {"rules": rules, "correction": spent["correct"], "painting": spent["paint"]}
    return parts | {
        "keeping": kept,
        "graph and disk": total - sum(parts.values()) - kept,
        "agents and persistence": total - spent["paint"] - spent["correct"],
        "all but painting": total - spent["paint"],
    }


def _timed(whole: Any, spent: dict[str, float]) -> Any:
    """A step that adds the CPU of its own thread to what was spent."""

    async def step(runtime: Any, name: str, work: Callable[[], Any]) -> Any:
        def measured() -> Any:
            started = time.thread_time()
            try:
                return work()
            finally:
                spent[name] = spent.get(name, 0.0) + (time.thread_time() - started) * 1000

        return await whole(runtime, name, measured)

    return step


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=9)
    asked = options.parse_args()
    fonts = FontLibrary.bundled()
    results = []
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as loop:
        for number in range(asked.runs + 1):  # the first one warms up
            results.append(run_once(loop, Path(folder) / str(number), fonts))
    for part in results[0]:
        found = [result[part] for result in results[1:]]
        print(f"{part:22} median {statistics.median(found):6.1f}   worst {max(found):6.1f} ms CPU")


if __name__ == "__main__":
    main()
