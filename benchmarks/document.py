"""How long does one edit take, and how long until it is safe on disk? Prints one table.

Applying, reading and writing documents of 200 layers, then the store (SQLite, each append synced)
and the `.plakat` file with 200 steps of history. CPU is the process's own time.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.designs import benchmark_design
from benchmarks.render import measure
from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.document import (
    Canvas,
    Design,
    ImageLayer,
    Layer,
    ShapeLayer,
    TextLayer,
    from_json,
    to_json,
)
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.history import History
from design_io.native import NativeFile, read_native, write_native
from design_io.paint import SolidFill
from design_io.rasters import Rasters
from design_io.store import DesignStore

LAYERS, STEPS = 200, 200
Task = tuple[str, Callable[[], object], int]  # name, what to time, how often


def main() -> None:
    print(f"{'task':46}{'median ms':>11}{'p95 ms':>9}{'CPU ms':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, task, runs in (
            *document_tasks(), *store_tasks(Path(folder)), *file_tasks(Path(folder)),
        ):  # fmt: skip
            _, median, p95, cpu = measure(task, runs)
            print(f"{name:46}{median:11.3f}{p95:9.3f}{cpu:9.3f}")


def document_tasks() -> list[Task]:
    design = many_layers(LAYERS)
    command, text = turned(f"text-{LAYERS // 6}", 3), to_json(design)
    return [
        (f"apply a command, {LAYERS} layers", lambda: apply(design, command), 1000),
        (f"load a document, {LAYERS} layers, {len(text) // 1000} kB", lambda: from_json(text), 500),
        (f"write a document, {LAYERS} layers", lambda: to_json(design), 500),
    ]


def store_tasks(folder: Path) -> list[Task]:
    path = folder / "store.db"
    store = DesignStore(path)
    saved = store.create(many_layers(LAYERS))
    angles = itertools.cycle(range(360))

    def append() -> None:
        nonlocal saved
        command = turned("text-0", next(angles))
        saved = store.append(saved.design_id, saved.revision, command, "turn")

    def turn() -> None:
        nonlocal saved
        saved = store.undo(saved.design_id, saved.revision)

    return [
        ("durable append", append, STEPS),
        ("durable undo", turn, 50),
        ("reopen the store and load", lambda: DesignStore(path).load(saved.design_id), 50),
        (f"rebuild the history of {STEPS} steps", lambda: store.history(saved.design_id), 10),
    ]


def file_tasks(folder: Path) -> list[Task]:
    design, resources = benchmark_design()
    history, layer = History(design), design.layers[-1].id
    for angle in range(STEPS):
        history = history.do(turned(layer, angle), "turn")
    file, path = NativeFile("benchmark", STEPS, history), folder / "a.plakat"
    rasters = Rasters(history.present, resources)
    rasters.encode()
    return [
        (
            f".plakat: write, {STEPS} steps, pictures ready",
            lambda: write_native(path, file, resources, rasters),
            20,
        ),
        (
            f".plakat: read, {STEPS} steps",
            lambda: read_native(path, AssetStore(), FontLibrary.bundled()),
            20,
        ),
    ]


def turned(layer_id: str, angle: float) -> UpdateLayer:
    return UpdateLayer(layer_id=layer_id, changes={"rotation": angle})


def many_layers(count: int) -> Design:
    """Texts, shapes and pictures in turn."""
    layers: list[Layer] = []
    for number in range(0, count, 3):
        box = Box(number, 2 * number, 300, 40)
        words = f"Line {number} of the programme"
        layers += [
            TextLayer(id=f"text-{number // 3}", role="body", box=box, text=words),
            ShapeLayer(
                id=f"shape-{number}", role="ornament", box=box, fill=SolidFill(color="#f80")
            ),
            ImageLayer(id=f"image-{number}", role="picture", box=box, asset="ab" * 32),
        ]
    return Design(canvas=Canvas(width=1080, height=1350), layers=tuple(layers[:count]))


if __name__ == "__main__":
    main()
