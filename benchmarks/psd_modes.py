"""Which programs blend as we do? Prints one table: a PSD per mode, mean difference in 1/255.

Two pictures, the upper one with a ramp of alpha, at 80 % opacity. Needs GIMP, Krita and Xvfb.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from psd_tools import PSDImage

from design_io.assets import AssetStore
from design_io.blending import BLENDS
from design_io.document import Canvas, Design, ImageLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.ora import write_ora
from design_io.psd import write_psd
from design_io.rasters import Rasters
from design_io.resources import Resources
from tests.paint_programs import difference, gimp, krita

WIDTH, HEIGHT = 360, 240
RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def design_of(mode: str) -> Design:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] / HEIGHT
    below = _picture(0.5 + 0.5 * np.sin(7 * x), 0.5 + 0.5 * np.cos(5 * y), x * 0.6, np.ones_like(x))
    above = _picture(y, 0.5 + 0.5 * np.sin(9 * y + 4 * x), 1 - x * 0.6, np.clip(1.3 * y, 0, 1))
    layers = (
        _layer("below", below),
        _layer("above", above).evolve(blend_mode=mode, opacity=0.8),
    )
    return Design(canvas=Canvas(width=WIDTH, height=HEIGHT), layers=layers)


def _picture(*channels: np.ndarray) -> np.ndarray:
    return np.round(np.stack(channels, axis=-1).clip(0, 1) * 255).astype(np.uint8)


def _layer(name: str, pixels: np.ndarray) -> ImageLayer:
    asset = RESOURCES.assets.put_pixels(pixels)
    return ImageLayer(id=name, role="picture", asset=asset, box=Box(0, 0, WIDTH, HEIGHT))


def psd_tools(path: Path) -> np.ndarray:
    return np.asarray(PSDImage.open(path).composite(force=True).convert("RGBA"))


def main() -> None:
    print(f"{'mode':14}{'GIMP':>8}{'Krita':>8}{'psd-tools':>11}{'Krita, ORA':>12}")
    with tempfile.TemporaryDirectory() as folder:
        psd, ora = Path(folder) / "mode.psd", Path(folder) / "mode.ora"
        for mode in BLENDS:
            design = design_of(mode)
            rasters = Rasters(design, RESOURCES)
            write_psd(design, RESOURCES, psd, rasters)
            write_ora(design, RESOURCES, ora, rasters)
            shown = (gimp(psd), krita(psd), psd_tools(psd), krita(ora))
            means = [difference(picture, rasters.flat)[0] for picture in shown]
            print("{:14}{:>8.2f}{:>8.2f}{:>11.2f}{:>12.2f}".format(mode, *means), flush=True)


if __name__ == "__main__":
    main()
