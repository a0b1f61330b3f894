"""Many designs on one picture, to be looked at: one per row of a CSV (id, request, size, system).

Run: PYTHONPATH=. python benchmarks/contact_sheet.py FILE.csv -o docs/gallery.jpg
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

from agents.campaign import read_rows
from benchmarks.gallery import designed

GAP = 14  # px between pictures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--width", type=int, default=1800, help="px of the sheet")
    parser.add_argument("--height", type=int, default=420, help="px of a row")
    options = parser.parse_args()
    pictures = []
    for row in read_rows(options.csv, "png"):
        shown = designed(row, area=(2 * options.height) ** 2)
        if shown.picture is None or shown.outcome is None:
            print(f"{row.id}: {shown.fault}")
            continue
        found = "; ".join(finding.message for finding in shown.outcome.findings)
        print(f"{row.id:12}{shown.outcome.plan.system:12}{shown.outcome.design.title}  {found}")
        width = round(shown.picture.width * options.height / shown.picture.height)
        pictures.append(shown.picture.resize((width, options.height), Image.Resampling.LANCZOS))
    arranged(pictures, options.width).save(options.output, quality=86)


def arranged(pictures: list[Image.Image], width: int) -> Image.Image:
    """The pictures in rows, left to right."""
    places, x, y = [], GAP, GAP
    height = max(picture.height for picture in pictures)
    for picture in pictures:
        if x > GAP and x + picture.width + GAP > width:
            x, y = GAP, y + height + GAP
        places.append((x, y))
        x += picture.width + GAP
    sheet = Image.new("RGB", (width, y + height + GAP), "#e9e8e4")
    for picture, place in zip(pictures, places, strict=True):
        sheet.paste(picture, place)
    return sheet


if __name__ == "__main__":
    main()
