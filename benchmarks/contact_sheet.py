"""Many designs on one picture, to be looked at: one row of a CSV (id, request, size, system) each.

Run: python benchmarks/contact_sheet.py assets/examples/requests.csv -o docs/gallery.jpg
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from PIL import Image

from agents.campaign import Row, read_rows
from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist

HEIGHT, GAP = 420, 14  # px of a row of pictures, and between them


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--width", type=int, default=1800)
    options = parser.parse_args()
    pictures = [picture for row in read_rows(options.csv, "png") if (picture := drawn(row))]
    arranged(pictures, options.width).save(options.output, quality=86)


def drawn(row: Row) -> Image.Image | None:
    """One design, HEIGHT px high; what it shows and lacks is printed."""
    resources = Resources(AssetStore(), FontLibrary.bundled())
    order = row.order
    try:
        outcome = asyncio.run(
            design_poster(
                order.request, resources=resources, generator=Artist(), size=order.size,
                system=order.system, seed=order.seed,
            )
        )  # fmt: skip
    except DesignError as error:
        print(f"{row.id}: {error}")
        return None
    found = "; ".join(finding.message for finding in outcome.findings)
    print(f"{row.id:12}{outcome.plan.system:10}{outcome.design.title}  {found}")
    scale = HEIGHT / outcome.design.canvas.height
    return Image.fromarray(over_white(render(outcome.design, resources, scale=scale)))


def arranged(pictures: list[Image.Image], width: int) -> Image.Image:
    """The pictures in rows, left to right."""
    places, x, y = [], GAP, GAP
    for picture in pictures:
        if x > GAP and x + picture.width + GAP > width:
            x, y = GAP, y + HEIGHT + GAP
        places.append((x, y))
        x += picture.width + GAP
    sheet = Image.new("RGB", (width, y + HEIGHT + GAP), "#e9e8e4")
    for picture, place in zip(pictures, places, strict=True):
        sheet.paste(picture, place)
    return sheet


if __name__ == "__main__":
    main()
