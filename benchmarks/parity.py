"""Is what the editor shows what is exported? Chromium's stage at 100 % against our picture.

Run: PYTHONPATH=. python benchmarks/parity.py FILE.csv [COUNT]      (columns id, request)
The bar: mean <= 0.1/255, pixels more than 32 apart <= 0.05 %. Ends with 1 if a design fails it.
Layers are put together as on a screen; without a GPU Chromium does it in eight bits, half a step
darker a layer.
"""

from __future__ import annotations

import asyncio
import csv
import sys
from typing import NamedTuple

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from tests import chromium, stage
from tests.design_io.svg_zoo import zoo

MEAN, FAR = 0.1, 0.0005
COUNT = 20


class Case(NamedTuple):
    name: str
    design: Design
    resources: Resources


def main(path: str, count: int) -> int:
    if chromium.executable() is None:
        raise SystemExit(chromium.ADVICE)
    cases = [Case("hard", *zoo()), *requested(path, count)]
    print(f"{'design':12}{'system':12}{'px':>11}{'layers':>8}{'mean':>9}{'> 32, %':>10}{'most':>6}")
    failed = 0
    with stage.browser(stage.COMPOSITED) as shown:
        for case in cases:
            mean, far, most = measured(case, shown)
            canvas = case.design.canvas
            size, layers = f"{canvas.width}x{canvas.height}", len(case.design.layers)
            row = f"{case.name:12}{case.design.system:12}{size:>11}{layers:8}{mean:9.4f}{far:10.4%}"
            print(f"{row}{most:6}", flush=True)
            failed += mean > MEAN or far > FAR
    print(f"{len(cases) - failed} of {len(cases)} within {MEAN}/255 and {FAR:.2%}")
    return int(failed > 0)


def requested(path: str, count: int) -> list[Case]:
    """Evenly spread over the file."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    chosen = rows[:: max(1, len(rows) // count)][:count]
    return [Case(row["id"], *_designed(row["request"])) for row in chosen]


def measured(case: Case, shown: object) -> tuple[float, float, int]:
    canvas = case.design.canvas
    window = (canvas.width + 400, canvas.height + 120)
    with (
        stage.serving([case.design], case.resources) as (address, (design_id,)),
        stage.opened(shown, f"{address}/studio/d/{design_id}", window) as page,
    ):
        seen = stage.at_full_size(page)
    return stage.differences(seen, over_white(render(case.design, case.resources)))


def _designed(request: str) -> tuple[Design, Resources]:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    poster = asyncio.run(design_poster(request, resources=resources, generator=Artist()))
    return poster.design, resources


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else COUNT))
