"""What do layered files cost? Prints one table: ours, and psd-tools' own route for the same PSD.

Twelve layers, 1080x1350. Rows without "rendered" start from rendered layers.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import BlendMode

from benchmarks.designs import benchmark_design
from benchmarks.render import measure
from design_io.blending import BLENDS
from design_io.document import Design
from design_io.layer_set import write_layer_set
from design_io.ora import write_ora
from design_io.png import write_jpeg, write_png, write_webp
from design_io.psd import write_psd
from design_io.rasters import Rasters, walk_nodes

DESIGN, RESOURCES = benchmark_design()
Route = Callable[[Path], object]


def rendered() -> Rasters:
    rasters = Rasters(DESIGN, RESOURCES)
    for node, _ in walk_nodes(rasters.nodes):
        rasters.layer(node.layer.id)
    rasters.thumbnail.load()
    return rasters


def encoded() -> Rasters:
    rasters = Rasters(DESIGN, RESOURCES)
    rasters.encode()
    return rasters


def write_by_psd_tools(path: Path, rasters: Rasters, design: Design = DESIGN) -> None:
    """The route of psd-tools' documentation."""
    height, width = rasters.flat.shape[:2]
    document = PSDImage.new("RGB", (width, height))
    for layer in design.layers:
        raster = rasters.layer(layer.id)
        document.create_pixel_layer(
            Image.fromarray(raster.pixels),
            name=layer.label,
            top=raster.top,
            left=raster.left,
            opacity=round(layer.opacity * 255),
            blend_mode=BlendMode(BLENDS[layer.blend_mode].psd),
        )
    document.save(path)


def routes(shared: Rasters) -> dict[str, tuple[Route, int]]:
    """What to time, and how often."""
    return {
        "psd": (lambda path: write_psd(DESIGN, RESOURCES, path, shared), 20),
        "psd by psd-tools, as documented": (lambda path: write_by_psd_tools(path, shared), 3),
        "rendered": (lambda path: rendered(), 10),
        "rendered, all PNGs encoded": (lambda path: encoded(), 10),
        "layers": (lambda path: write_layer_set(DESIGN, RESOURCES, path, shared), 10),
        "ora": (lambda path: write_ora(DESIGN, RESOURCES, path, shared), 10),
        "png": (lambda path: write_png(DESIGN, RESOURCES, path, shared), 10),
        "jpg": (lambda path: write_jpeg(DESIGN, RESOURCES, path, shared), 10),
        "webp": (lambda path: write_webp(DESIGN, RESOURCES, path, shared), 5),
    }


def size_of(path: Path) -> int:
    """kB."""
    files = path.iterdir() if path.is_dir() else [path] if path.exists() else []
    return sum(file.stat().st_size for file in files) // 1000


def main() -> None:
    shared = encoded()
    shared.thumbnail.load()
    print(f"{'route':34}{'median ms':>11}{'p95 ms':>9}{'CPU ms':>9}{'kB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, (write, runs)) in enumerate(routes(shared).items()):
            path = Path(folder) / str(number)
            timing = measure(partial(write, path), runs)
            print(
                f"{name:34}{timing.median:>11.1f}{timing.p95:>9.1f}{timing.cpu:>9.1f}"
                f"{size_of(path):>8}"
            )


if __name__ == "__main__":
    main()
