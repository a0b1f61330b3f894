"""How far are our files, opened in real programs, from our own picture? Mean difference, /255.

The shared poster of five scripts and a design of each system that needs no photograph. Needs gimp,
krita, xvfb, chromium and inkscape. Run: PYTHONPATH=. python benchmarks/fidelity.py [SYSTEM ...]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from agents.graph import design_poster
from benchmarks.designs import benchmark_design
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.fonts import FontLibrary
from design_io.ora import write_ora
from design_io.png import over_white
from design_io.psd import write_psd
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import write_svg, write_svg_outlined
from generators.artist import Artist
from layout.systems import SYSTEMS
from tests import chromium, paint_programs, svg_programs

REQUEST = (
    "A camping festival poster: 'Tents & Tales', Saturday 5 June 2027, 10 am - 6 pm, at the Mill "
    "Park, tickets $25, www.tents.example"
)
SIZE = (1080, 1350)
Show = Callable[[Path], np.ndarray]
WRITERS = {"psd": write_psd, "ora": write_ora, "svg": write_svg, "outlined.svg": write_svg_outlined}


def in_chromium(path: Path) -> np.ndarray:
    return chromium.screenshot(path, *SIZE)


def in_resvg(path: Path) -> np.ndarray:
    return svg_programs.resvg(path, *SIZE)


def in_inkscape(path: Path) -> np.ndarray:
    return svg_programs.inkscape(path, SIZE[0])


COLUMNS: dict[str, tuple[str, Show, float]] = {  # the file, who shows it, the bar
    "PSD GIMP": ("psd", paint_programs.gimp, 0.3),
    "Krita": ("psd", paint_programs.krita, 0.3),
    "psd-tools": ("psd", paint_programs.psd_tools, 0.3),
    "ORA Krita": ("ora", paint_programs.krita, 0.3),
    "SVG Chromium": ("svg", in_chromium, 1.3),
    "resvg": ("svg", in_resvg, 1.0),
    "outl. Chromium": ("outlined.svg", in_chromium, 1.0),
    "resvg ": ("outlined.svg", in_resvg, 1.0),
    "Inkscape": ("outlined.svg", in_inkscape, 1.0),
}


def main() -> None:
    print(f"{'design':14}" + "".join(f"{name:>15}" for name in COLUMNS))
    print(f"{'bar':14}" + "".join(f"{bar:15.1f}" for _, _, bar in COLUMNS.values()))
    for name in sys.argv[1:] or ["night market", *SYSTEMS]:
        if name in SYSTEMS and SYSTEMS[name].needs_picture:
            continue
        made = benchmark_design() if name == "night market" else designed(name)
        print(f"{name:14}" + "".join(f"{value:15.2f}" for value in measured(*made)), flush=True)


def designed(system: str) -> tuple[Design, Resources]:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    poster = design_poster(
        REQUEST, resources=resources, generator=Artist(), system=system, size="1080x1350"
    )
    return asyncio.run(poster).design, resources


def measured(design: Design, resources: Resources) -> list[float]:
    rasters = Rasters(design, resources)
    ours = over_white(rasters.flat).astype(float)
    with tempfile.TemporaryDirectory() as folder:
        paths = {ending: Path(folder) / f"poster.{ending}" for ending in WRITERS}
        for ending, write in WRITERS.items():
            write(design, resources, paths[ending], rasters)
        shown = [show(paths[ending]) for ending, show, _ in COLUMNS.values()]
    flat = [over_white(each) if each.shape[2] == 4 else each for each in shown]
    return [float(np.abs(each - ours).mean()) for each in flat]


if __name__ == "__main__":
    main()
