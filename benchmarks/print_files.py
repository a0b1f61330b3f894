"""What do files cost at print size? Twelve layers on A3 at 300 dpi, a process for each way.

CPU seconds, wall seconds and the most memory (MB) over what the rendered layers take, from the
rendered layers on, and the load of the computer in the last minute. psd-tools' documented way makes
the same PSD; so does ag-psd when AG_PSD names a folder of node modules that has it. The flat render
stands beside Chromium's of the same design.

    PYTHONPATH=. [AG_PSD=FOLDER/node_modules] python benchmarks/print_files.py [WAY ...]
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.designs import benchmark_design
from benchmarks.psd import write_by_psd_tools
from design_io.document import Canvas, Design
from design_io.layer_set import write_layer_set
from design_io.ora import write_ora
from design_io.pdf import write_pdf
from design_io.png import write_png
from design_io.pptx import write_pptx
from design_io.psd import write_psd
from design_io.rasters import Rasters, walk_nodes
from design_io.render import render
from design_io.resources import Resources
from design_io.svg import svg_bytes
from tests import chromium

WIDTH, HEIGHT = 3508, 4961  # px of A3 at 300 dpi
WRITERS: dict[str, Callable[..., None]] = {
    "psd": write_psd, "ora": write_ora, "png": write_png, "layers": write_layer_set,
    "pdf": write_pdf, "pptx": write_pptx,
}  # fmt: skip
_AG_PSD = """
const fs = require('fs'), {writePsdBuffer} = require('ag-psd');
const [folder, target] = process.argv.slice(2);
const told = JSON.parse(fs.readFileSync(folder + '/layers.json'));
const read = file => new Uint8ClampedArray(fs.readFileSync(folder + '/' + file.name));
const data = file => ({...file, data: read(file)});
const layer = l => ({name: l.name, left: l.left, top: l.top, imageData: data(l)});
const children = told.layers.map(layer);
const flat = data(told.flat), before = process.memoryUsage().rss, start = process.cpuUsage();
const wall = Date.now();
const made = writePsdBuffer({width: flat.width, height: flat.height, children, imageData: flat});
fs.writeFileSync(target, made);
const {user, system} = process.cpuUsage(start);
const over = process.resourceUsage().maxRSS / 1024 - before / 1048576;
console.log([(user + system) / 1e6, (Date.now() - wall) / 1e3, over, made.length / 1e6].join(' '));
"""


def a3_design() -> tuple[Design, Resources]:
    """The shared poster, its ground and its paper drawn out to the sheet's foot."""
    design, resources = benchmark_design()
    height = round(1080 * HEIGHT / WIDTH)
    layers = tuple(
        layer.evolve(box=layer.box._replace(height=height)) if layer.box.height == 1350 else layer
        for layer in design.layers
    )
    return design.evolve(canvas=Canvas(width=1080, height=height), layers=layers), resources


def rendered() -> Rasters:
    rasters = Rasters(*a3_design(), WIDTH / 1080)
    for node, _ in walk_nodes(rasters.nodes):
        rasters.layer(node.layer.id)
    rasters.thumbnail.load()
    return rasters


def one(way: str, folder: Path) -> None:
    """Print what a way costs in this process."""
    if way == "flat":
        _flat()
        return
    rasters = rendered()
    if way == "ag-psd":
        _by_ag_psd(rasters, folder)
        return
    target = folder / "file"
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before, cpu, wall = _memory("VmRSS"), time.process_time(), time.perf_counter()
    if way == "psd by psd-tools":
        write_by_psd_tools(target, rasters, rasters.design)
    else:
        WRITERS[way](rasters.design, rasters.resources, target, rasters)
    spent, lasted = time.process_time() - cpu, time.perf_counter() - wall
    files = target.rglob("*") if target.is_dir() else [target]
    size = sum(file.stat().st_size for file in files) / 1e6
    _line(way, spent, lasted, _memory("VmHWM") - before, size)


def _flat() -> None:
    """Ours and, of the live SVG, Chromium's; the least of three runs, its start taken off."""
    design, resources = a3_design()
    scale = WIDTH / 1080
    ours = min(_cpu(lambda: render(design, resources, scale=scale)) for _ in range(3))
    _line("flat render", ours, 0, 0, 0)
    if chromium.executable() is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        poster, empty = Path(folder) / "poster.svg", Path(folder) / "empty.html"
        poster.write_bytes(svg_bytes(design, resources))
        empty.write_text("<title>empty</title>")
        shown, idle = (
            min(_cpu(lambda page=page: chromium.screenshot(page, WIDTH, HEIGHT)) for _ in range(3))
            for page in (poster, empty)
        )
    _line("Chromium, whole", shown, 0, 0, 0)
    _line("Chromium, without its start", shown - idle, 0, 0, 0)
    print(f"{'times faster':28}{shown / ours:8.1f} whole, {(shown - idle) / ours:.1f} without")


def _by_ag_psd(rasters: Rasters, folder: Path) -> None:
    """The same layers, given as raw pixels."""

    def put(name: str, pixels: np.ndarray, left: int = 0, top: int = 0) -> dict[str, object]:
        (folder / name).write_bytes(pixels.tobytes())
        height, width = pixels.shape[:2]
        return {"name": name, "left": left, "top": top, "width": width, "height": height}

    told = [put(x.id, *rasters.layer(x.id)) for x in rasters.design.layers]
    flat = put("merged", rasters.flat)
    (folder / "layers.json").write_text(json.dumps({"layers": told, "flat": flat}))
    (folder / "write.js").write_text(_AG_PSD)
    command = ["node", str(folder / "write.js"), str(folder), str(folder / "file.psd")]
    environment = os.environ | {"NODE_PATH": os.environ["AG_PSD"]}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    _line("psd by ag-psd", *map(float, done.stdout.split()))


def _cpu(task: Callable[[], object]) -> float:
    """Of this process and of those it starts, s."""

    def spent() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    before = spent()
    task()
    return spent() - before


def _memory(field: str) -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def _line(way: str, cpu: float, wall: float, over: float, size: float) -> None:
    cells = "".join(f"{value:10.2f}" if value else f"{'':10}" for value in (cpu, wall, over, size))
    print(f"{way:28}{cells}{os.getloadavg()[0]:8.1f}", flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        with tempfile.TemporaryDirectory() as folder:
            one(sys.argv[2], Path(folder))
        return
    print(f"{'way':28}{'CPU s':>10}{'wall s':>10}{'over MB':>10}{'file MB':>10}{'load':>8}")
    ways = ["flat", *WRITERS, "psd by psd-tools", *(["ag-psd"] if "AG_PSD" in os.environ else [])]
    for way in sys.argv[1:] or ways:
        subprocess.run([sys.executable, __file__, "--one", way], check=True)


if __name__ == "__main__":
    main()
