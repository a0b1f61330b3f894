"""What does a system cost at print size? A3 at 300 dpi, one process per system: time and memory.

Systems led by a photograph get one of 12 megapixels, drawn here: shapes, a calm sky, noise.
Time is CPU time without encoding, from the request and the photograph's file to all pixels; designs
without a photograph are drawn once more at 540 px.

Run: PYTHONPATH=. python benchmarks/print_size.py [SYSTEM ...]
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.quality import designed
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.resources import Resources

REQUEST = (
    "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, 20% off all tickets, "
    "www.bluenote.example, book now"
)
SIZE = "a3"
PHOTO = (4000, 3000)  # px


def main() -> None:
    from layout.systems import SYSTEMS

    if sys.argv[1:2] == ["--one"]:
        print_one(sys.argv[2], sys.argv[3:])
        return
    if sys.argv[1:2] == ["--photograph"]:
        photograph(*PHOTO).save(sys.argv[2], quality=92)
        return
    with tempfile.TemporaryDirectory() as folder:
        photo = f"{folder}/photo.jpg"
        _again("--photograph", photo)  # a child begins with the peak memory of its parent
        for system in sys.argv[1:] or SYSTEMS:
            _again("--one", system, *([photo] if SYSTEMS[system].needs_picture else []))


def _again(*options: str) -> None:
    """This script in a process of its own."""
    subprocess.run([sys.executable, __file__, *options], check=True)


def photograph(width: int, height: int) -> Image.Image:
    """A sky that darkens upwards over shapes in front of one another, with a sensor's noise."""
    chance = np.random.default_rng(1)
    fall = np.linspace((60, 110, 190), (235, 205, 170), height)[:, None]
    picture = Image.fromarray(np.repeat(fall, width, axis=1).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = chance.uniform(0, width), chance.uniform(0.55 * height, height)
        reach = chance.uniform(0.02, 0.12) * width
        color = tuple(int(value) for value in chance.integers(20, 200, 3))
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=color)
    noise = chance.normal(0, 7, (height, width, 3)).astype(np.float32)
    return Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8))


def print_one(system: str, photos: list[str]) -> None:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    started = time.process_time()
    left = photographed(system, photos[0], resources) if photos else drawn(system, resources)
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{system:12} A3 300 dpi: {spent:.2f} s CPU, peak {peak:.0f} MB, findings {left}")


def drawn(system: str, resources: Resources) -> list[str]:
    """Draws the design; the rules that its findings left break."""
    from agents.campaign import Row
    from agents.delivery import Order

    made = designed(Row(system, Order(REQUEST, "png", SIZE, system)), resources)
    return [finding.rule for finding in made.findings]


def photographed(system: str, photo: str, resources: Resources) -> list[str]:
    """The same with a photograph read from its file."""
    from agents.brief import Attachment
    from agents.graph import design_poster
    from design_io.intake import read_picture
    from design_io.render import render
    from generators.artist import Artist

    asset = resources.assets.put(read_picture(Path(photo)).data)
    made = design_poster(
        REQUEST, resources=resources, generator=Artist(), size=SIZE, system=system,
        attachments=(Attachment(asset=asset, role="picture", name="photo.jpg"),),
    )  # fmt: skip
    outcome = asyncio.run(made)
    render(outcome.design, resources)
    return [finding.rule for finding in outcome.findings]


if __name__ == "__main__":
    main()
