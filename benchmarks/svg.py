"""How fast, how large and how faithful is our SVG? The shared poster and one of each system.

CPU of the first file, with its font subsets made, and of the same file again. The difference is
the mean distance, of 255, between Chromium's picture of the file and ours.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from agents.graph import design_poster
from benchmarks.chromium import difference
from benchmarks.designs import benchmark_design
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.svg import svg_bytes
from generators.registry import GENERATORS
from layout.systems import SYSTEMS
from tests import chromium

REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
LIVE_BAR, OUTLINED_BAR = 1.3, 1.0


def main() -> None:
    heads = ("text", "first ms", "again ms", "kB", "Chromium")
    print(f"{'design':14}" + "".join(f"{head:>10}" for head in heads) + f"{'bar':>6}")
    for name, design, resources in _designs():
        for outlined in (False, True):
            first, data = _timed(design, resources, outlined)
            again, _ = _timed(design, resources, outlined)
            off = _seen(design, resources, data)
            kind, bar = ("outlined", OUTLINED_BAR) if outlined else ("live", LIVE_BAR)
            print(
                f"{name:14}{kind:>10}{first:10.0f}{again:10.0f}{len(data) / 1000:8.0f}"
                f"{off:>10}{bar:6.1f}"
            )


def _designs() -> Iterator[tuple[str, Design, Resources]]:
    yield "night market", *benchmark_design()
    for system in SYSTEMS:
        yield system, *designed(system)


def designed(system: str) -> tuple[Design, Resources]:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    made = design_poster(
        REQUEST, resources=resources, generator=GENERATORS["artist"](), system=system, seed=1
    )
    return asyncio.run(made).design, resources


def _timed(design: Design, resources: Resources, outlined: bool) -> tuple[float, bytes]:
    start = time.process_time()
    data = svg_bytes(design, resources, outlined=outlined)
    return (time.process_time() - start) * 1000, data


def _seen(design: Design, resources: Resources, data: bytes) -> str:
    if chromium.executable() is None:
        return "missing"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "poster.svg"
        path.write_bytes(data)
        shown = chromium.screenshot(path, design.canvas.width, design.canvas.height)
    return f"{difference(design, resources, shown):.2f}"


if __name__ == "__main__":
    main()
