"""How long does it take to draw a poster? Prints one table of flat and single-layer renderings.

CPU is the process's own time, which stays true on a busy machine; wall time does not.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.designs import benchmark_design
from design_io.render import render, render_layer

A3_WIDTH = 3508  # px at 300 dpi


class Timing(NamedTuple):
    """Milliseconds."""

    first: float
    median: float
    p95: float
    cpu: float  # median


def measure(task: Callable[[], object], runs: int) -> Timing:
    walls, cpus = [], []
    for _ in range(runs + 1):
        wall, cpu = time.perf_counter(), time.process_time()
        task()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    p95 = sorted(walls[1:])[max(0, round(0.95 * runs) - 1)]
    return Timing(walls[0], statistics.median(walls[1:]), p95, statistics.median(cpus[1:]))


def main() -> None:
    design, resources = benchmark_design()
    a3 = A3_WIDTH / design.canvas.width
    print(f"{'task':34}{'first ms':>10}{'median ms':>11}{'p95 ms':>9}{'CPU ms':>9}")
    tasks: list[tuple[str, Callable[[], object], int]] = [
        ("flat 1080x1350, 12 layers", lambda: render(design, resources), 30),
        (f"flat {A3_WIDTH}x4385", lambda: render(design, resources, scale=a3), 5),
    ]
    tasks += [
        (
            f"layer {layer.id} ({layer.kind})",
            lambda layer=layer: render_layer(layer, design.canvas, resources),
            20,
        )
        for layer in design.layers
    ]
    for name, task, runs in tasks:
        first, median, p95, cpu = measure(task, runs)
        print(f"{name:34}{first:10.1f}{median:11.1f}{p95:9.1f}{cpu:9.1f}")


if __name__ == "__main__":
    main()
