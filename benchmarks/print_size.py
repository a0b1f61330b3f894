"""What does a system cost at print size? A3 at 300 dpi, one process per system: time and memory.

Run: PYTHONPATH=. python benchmarks/print_size.py [SYSTEM ...]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from benchmarks.quality import designed
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.resources import Resources

REQUEST = (
    "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, 20% off all tickets, "
    "www.bluenote.example, book now"
)


def main() -> None:
    from layout.systems import SYSTEMS

    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        print_one(sys.argv[2])
        return
    for system in sys.argv[1:] or [s.name for s in SYSTEMS.values() if not s.needs_picture]:
        subprocess.run([sys.executable, __file__, "--one", system], check=True)


def print_one(system: str) -> None:
    from agents.campaign import Row
    from agents.delivery import Order

    row = Row(system, Order(REQUEST, "png", "a3", system))
    started = time.process_time()
    made = designed(row, Resources(AssetStore(), FontLibrary.bundled()))
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{system:12} A3 300 dpi: {made.whole:.2f} s CPU ({spent:.2f} with the small drawing), "
          f"peak {peak:.0f} MB, findings {[f.rule for f in made.findings]}")  # fmt: skip


if __name__ == "__main__":
    main()
