"""Which programs blend as we do? Mean and largest difference of every mode from ours, in 1/255.

Of every mode two pictures lie in a cell of one sheet, the upper one with a ramp of alpha, at 80 %
opacity. Needs GIMP, Krita and Xvfb.

Run: PYTHONPATH=. python benchmarks/psd_modes.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from design_io.assets import AssetStore
from design_io.blending import BLENDS
from design_io.document import BlendMode, Canvas, Design, ImageLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.ora import write_ora
from design_io.psd import write_psd
from design_io.rasters import Rasters
from design_io.resources import Resources
from tests.paint_programs import difference, gimp, krita, psd_tools

WIDTH, HEIGHT, ACROSS = 360, 240, 4  # of a cell, and cells in a row
EVERYWHERE = (
    "normal",
    "multiply",
    "screen",
    "overlay",
    "darken",
    "lighten",
    "hard-light",
    "difference",
)  # GIMP has formulas of its own for the others
BAR = 1.0
RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def chart() -> Design:
    """A cell for each mode."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] / HEIGHT
    below = _picture(0.5 + 0.5 * np.sin(7 * x), 0.5 + 0.5 * np.cos(5 * y), x * 0.6, np.ones_like(x))
    above = _picture(y, 0.5 + 0.5 * np.sin(9 * y + 4 * x), 1 - x * 0.6, np.clip(1.3 * y, 0, 1))
    layers: list[ImageLayer] = []
    for mode in BLENDS:
        layers += [
            _layer(f"{mode}-below", below, cell_of(mode)),
            _layer(mode, above, cell_of(mode)).evolve(blend_mode=mode, opacity=0.8),
        ]
    rows = -(-len(BLENDS) // ACROSS)
    return Design(canvas=Canvas(width=ACROSS * WIDTH, height=rows * HEIGHT), layers=tuple(layers))


def cell_of(mode: BlendMode) -> Box:
    row, column = divmod(list(BLENDS).index(mode), ACROSS)
    return Box(column * WIDTH, row * HEIGHT, WIDTH, HEIGHT)


def _picture(*channels: np.ndarray) -> np.ndarray:
    return np.round(np.stack(channels, axis=-1).clip(0, 1) * 255).astype(np.uint8)


def _layer(name: str, pixels: np.ndarray, box: Box) -> ImageLayer:
    return ImageLayer(id=name, role="picture", asset=RESOURCES.assets.put_pixels(pixels), box=box)


def shown(rasters: Rasters) -> dict[str, np.ndarray]:
    """The design's files as other programs show them."""
    with tempfile.TemporaryDirectory() as folder:
        psd, ora = Path(folder) / "file.psd", Path(folder) / "file.ora"
        write_psd(rasters.design, rasters.resources, psd, rasters)
        write_ora(rasters.design, rasters.resources, ora, rasters)
        return {
            "GIMP": gimp(psd), "Krita": krita(psd), "psd-tools": psd_tools(psd),
            "Krita, ORA": krita(ora),
        }  # fmt: skip


def main() -> None:
    rasters = Rasters(chart(), RESOURCES)
    pictures = shown(rasters)
    _head("mode", pictures)
    for mode in BLENDS:
        x, y, width, height = map(int, cell_of(mode))
        cell = np.s_[y : y + height, x : x + width]
        far = {name: difference(each[cell], rasters.flat[cell]) for name, each in pictures.items()}
        held = [mean for name, (mean, _) in far.items() if name != "Krita, ORA"]
        _row(mode, far, max(held if mode in EVERYWHERE else held[1:]) <= BAR)


def _head(first: str, names: object) -> None:
    print(f"{first:14}" + "".join(f"{name:>16}" for name in names) + "   (mean, most)")


def _row(name: str, far: dict[str, tuple[float, int]], held: bool) -> None:
    cells = "".join(f"{f'{mean:.2f}, {most}':>16}" for mean, most in far.values())
    print(f"{name:14}{cells}{'' if held else '   over the bar'}", flush=True)


if __name__ == "__main__":
    main()
