"""Is our renderer faster than a browser? The shared poster drawn by us and, as SVG, by Chromium.

CPU seconds of all processes. "poster only" takes off what Chromium needs for an empty page.
"""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.designs import benchmark_design
from design_io.document import Design
from design_io.render import render
from design_io.resources import Resources
from design_io.svg import svg_bytes
from tests import chromium

RUNS = 5
_EMPTY = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def main() -> None:
    if chromium.executable() is None:
        raise SystemExit(chromium.ADVICE)
    design, resources = benchmark_design()
    with tempfile.TemporaryDirectory() as folder:
        empty, poster = Path(folder) / "empty.svg", Path(folder) / "poster.svg"
        empty.write_text(_EMPTY)
        poster.write_bytes(svg_bytes(design, resources))
        width, height = design.canvas.width, design.canvas.height
        ours = _cpu(lambda: render(design, resources))
        whole = _cpu(lambda: chromium.screenshot(poster, width, height))
        idle = _cpu(lambda: chromium.screenshot(empty, width, height))
        off = difference(design, resources, chromium.screenshot(poster, width, height))
    print(f"{'1080x1350, 12 layers, 5 scripts':34}{'CPU ms':>8}{'times ours':>12}")
    rows = [("our renderer", ours), ("Chromium", whole), ("Chromium, poster only", whole - idle)]
    for name, seconds in rows:
        print(f"{name:34}{seconds * 1000:8.0f}{seconds / ours:12.1f}")
    print(f"mean difference of the two pictures: {off:.2f}/255")


def difference(design: Design, resources: Resources, shown: np.ndarray) -> float:
    """Mean distance of a screenshot from our picture over white, of 255."""
    ours = render(design, resources)
    alpha = ours[..., 3:] / 255
    return float(np.abs(shown - (ours[..., :3] * alpha + 255 * (1 - alpha))).mean())


def _cpu(task: Callable[[], object]) -> float:
    """Median CPU seconds of a task and of the processes it starts, warm."""
    task()
    spent = []
    for _ in range(RUNS):
        before = time.process_time() + _children()
        task()
        spent.append(time.process_time() + _children() - before)
    return statistics.median(spent)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
