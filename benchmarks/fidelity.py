"""How far are our files, opened in real programs, from our own picture? Mean difference, /255.

Needs gimp, krita, xvfb and chromium. Run: PYTHONPATH=. python benchmarks/fidelity.py
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import numpy as np

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.ora import write_ora
from design_io.png import over_white
from design_io.psd import write_psd
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import write_svg, write_svg_outlined
from generators.artist import Artist
from layout.systems import SYSTEMS
from tests import chromium, paint_programs

REQUEST = (
    "A camping festival poster: 'Tents & Tales', Saturday 5 June 2027, 10 am - 6 pm, at the Mill "
    "Park, tickets $25, www.tents.example"
)
COLUMNS = ("PSD GIMP", "PSD Krita", "ORA Krita", "SVG Chromium", "outlined")


def main() -> None:
    print(f"{'system':10}" + "".join(f"{name:>14}" for name in COLUMNS))
    for system in SYSTEMS:
        print(f"{system:10}" + "".join(f"{value:14.3f}" for value in measured(system)))


def measured(system: str) -> list[float]:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    poster = design_poster(
        REQUEST, resources=resources, generator=Artist(), system=system, size="1080x1350"
    )
    design = asyncio.run(poster).design
    rasters = Rasters(design, resources)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "poster"
        for ending, write in ((".psd", write_psd), (".ora", write_ora), (".svg", write_svg),
                              ("-o.svg", write_svg_outlined)):  # fmt: skip
            write(design, resources, Path(f"{base}{ending}"), rasters)
        shown = [
            paint_programs.gimp(Path(f"{base}.psd")),
            paint_programs.krita(Path(f"{base}.psd")),
            paint_programs.krita(Path(f"{base}.ora")),
        ]
        apart = [paint_programs.difference(pixels, rasters.flat)[0] for pixels in shown]
        ours, size = over_white(rasters.flat).astype(float), (1080, 1350)
        for ending in (".svg", "-o.svg"):
            picture = chromium.screenshot(Path(f"{base}{ending}"), *size)
            apart.append(float(np.abs(picture - ours).mean()))
    return apart


if __name__ == "__main__":
    main()
