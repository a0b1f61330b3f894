"""A painter that takes its time: a real raster in real steps, which stops when it is told to."""

from __future__ import annotations

import threading
import time

import numpy as np
from PIL import Image

from design_io.document import ImageLayer, Source
from design_io.geometry import Box
from generators.request import Abilities, GenerationError, Painted, Progress, untold


class SlowPainter:
    """Discs of the palette's colours where the objects are, one step after the other.

    Between steps it waits for `seconds` in all, or until `go` is set."""

    name = "slow"
    licence = "test"
    abilities = Abilities(regions=True, palette=True, edits=True)

    def __init__(self, seconds=1.2, go=None):
        self.seconds, self.go = seconds, go
        self.asked: list = []
        self.stopped: list[float] = []
        self.begun = threading.Event()

    def paint(self, request, assets, cancelled=lambda: False, on_step=untold):
        steps = request.steps or 28
        self.asked.append(request)
        size = (request.height // 4, request.width // 4)
        rows, columns = np.mgrid[: size[0], : size[1]] * 4
        pixels = np.full((*size, 4), 255, np.uint8)
        pixels[..., :3] = _rgb(request.palette.get("bg", "#202830"))
        self.begun.set()
        for step in range(steps):
            if cancelled():
                self.stopped.append(time.perf_counter())
                raise GenerationError("the painting was stopped")
            for box in request.boxes("object"):
                radius = min(box.width, box.height) / 2 * (step + 1) / steps
                inside = np.hypot(columns - box.center.x, rows - box.center.y) < radius
                pixels[inside, :3] = _rgb(request.palette.get("accent", "#e26a4a"))
            self._wait(steps)
            on_step(Progress(step + 1, steps, Image.fromarray(pixels[::2, ::2])))
        layer = ImageLayer(
            id="painted", name="Painting", role="hero", asset=assets.put_pixels(pixels),
            box=Box(0, 0, request.width, request.height), fit="stretch", alt=request.prompt,
            source=Source(generator=self.name, prompt=request.prompt, seed=request.seed),
        )  # fmt: skip
        return (Painted(layer=layer),)

    def _wait(self, steps):
        if self.go is None or not self.go.is_set():
            time.sleep(self.seconds / steps)


def _rgb(color):
    return [int(color[n : n + 2], 16) for n in (1, 3, 5)]
