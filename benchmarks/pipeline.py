"""How long does a request take, from words to png + svg + psd + layers? 40 fixed requests, warm.

Prints median, p95 and CPU time per step, and the cold command beside them.
Run: python benchmarks/pipeline.py [--size 1080x1350]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from agents.delivery import Order, deliver
from generators.artist import Artist

ROOT = Path(__file__).parent.parent
THINGS = (
    "Jazz night", "Book fair", "Sourdough workshop", "Flower market", "Chess tournament",
    "Camping weekend", "Pottery course", "Beer festival", "Robot exhibition", "Yoga morning",
)  # fmt: skip
FORMS = (
    "{} poster, Saturday 12 December 2026, 8 pm, at the Town Hall",
    "Design a flyer for a {}: 20% off all tickets, www.tickets.example",
    "An invitation to the {}. The text 'Come and see' should be big. Call +49 30 1234567",
    "{} on 5 May, 10 am - 4 pm, Main Street 12, entry $5, in blue",
)
REQUESTS = [form.format(thing) for thing in THINGS for form in FORMS]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1080x1350")
    size = parser.parse_args().size
    rows = [measured(request, size) for request in REQUESTS[:2] + REQUESTS][2:]
    steps = sorted({step for row in rows for step in row})
    print(f"{len(rows)} requests at {size}, seconds")
    print(f"{'step':12}{'median':>10}{'p95':>10}")
    for step in steps:
        values = sorted(row.get(step, 0.0) for row in rows)
        print(f"{step:12}{statistics.median(values):10.3f}{values[int(0.95 * len(values))]:10.3f}")
    print(f"{'cold command':12}{statistics.median(cold(size) for _ in range(3)):10.3f}")


def measured(request: str, size: str) -> dict[str, float]:
    """Wall seconds by step, and of the whole with its CPU time, all threads."""
    order = Order(request, "png,svg,psd,layers", size=size)
    with tempfile.TemporaryDirectory() as folder:
        wall, cpu = time.perf_counter(), time.process_time()
        delivered = deliver(order, Path(folder) / "out", Artist())
        whole = {"all": time.perf_counter() - wall, "all, CPU": time.process_time() - cpu}
    return delivered.outcome.timings | whole


def cold(size: str) -> float:
    """Wall seconds of the whole command in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        command = [sys.executable, str(ROOT / "app.py"), "design", REQUESTS[0], "--size", size]
        subprocess.run([*command, "-o", folder], check=True, capture_output=True)
        return time.perf_counter() - started


if __name__ == "__main__":
    main()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
