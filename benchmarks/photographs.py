"""Does copy keep clear of what photographs show? Forty requests on forty pictures, one table.

Run: PYTHONPATH=. python benchmarks/photographs.py [--folder DIR] [--sheet FILE.png]
     PYTHONPATH=. python benchmarks/photographs.py --knob      copy on whole pictures, at 0 to 1
Subjects are known exactly for our own scenes, and guessed for the user's pictures in DIR.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np
from PIL import Image

from agents.brief import Attachment
from agents.campaign import Row
from agents.delivery import Order
from benchmarks.layouts import Made, beneath, designed, print_gates, print_measures
from benchmarks.scenes import Photograph, photographs
from design_io.assets import AssetStore
from design_io.document import Design, TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.render import render
from design_io.resources import Resources
from design_io.text import line_ink_boxes
from layout.labelled import laygen_of_design
from layout.metrics import Picture, means, scores
from layout.metrics_pixels import filled
from layout.metrics_ralf import alignment
from layout.saliency import design_saliency
from layout.sizes import SIZES as PRESETS

_TOUCHING = 0.01  # of all ink boxes that may lie on the subject's edge
_KNOBS = (0.0, 0.25, 0.5, 0.75, 1.0)
_BLOCKS = (("subtitle", "body"), ("date", "time", "venue", "address", "price", "offer"))
_SHOWN = 360  # px, height of a design on the sheet
SIZES = (
    "instagram-post", "youtube-thumbnail", "instagram-square", "instagram-story", "facebook-cover",
    "a4", "facebook-ad", "banner",
)  # fmt: skip
REQUESTS = {
    "face": "Portrait workshop with Mara Lind, Saturday 14 March, 2 pm, Studio 5",
    "bottle": "New: cold-pressed orange juice, 3.90 €, try it now",
    "plate": "Lunch menu at Trattoria Nonna, every day from 12:00, 14.50 €",
    "boat": "Sailing school on Lake Garda: spring courses start 4 April, book a place",
    "faces": "Meet our new team: Jana and Amara, open studio on 9 May, 6 pm, Kanal 12",
    "shoe": "Running shoes 30% off this week, shop now",
    "cup": "Good morning coffee club, free refill before 9 am, Bean Street 4",
    "tower": "City lights tour, 12 December, 8 pm, meet at Old Square, tickets 18 €",
    "flower": "Spring market for garden lovers, 21 April, 10:00 to 16:00, Botanical Hall",
    "cat": "Adopt a friend: open day at the animal shelter, Sunday 8 June",
}


class Judged(NamedTuple):
    made: Made
    design: Design
    resources: Resources
    covered: float  # share of the copy's ink boxes that lies on the subject


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="pictures of your own instead")
    parser.add_argument("--system", help="one visual system for all")
    parser.add_argument("--respect", type=float, help="0: the grid, 1: the picture")
    parser.add_argument("--knob", action="store_true", help="one line for each of five settings")
    parser.add_argument("--sheet", type=Path, help="write all designs on one picture")
    options = parser.parse_args()
    pictures = _own(options.folder) if options.folder else photographs()
    if options.knob:
        return _print_knob(list(pictures))
    judged = _judged(pictures, options.system, options.respect)
    print_gates([item.made for item in judged])
    print_measures([item.made for item in judged])
    over = [item for item in judged if item.covered > _TOUCHING]
    print(f"copy on the subject: {len(over)} of {len(judged)}")
    for item in sorted(over, key=lambda j: -j.covered):
        print(f"  {item.made.id:12}{item.made.system:12}{item.covered:.3f}")
    if options.sheet:
        _sheet(judged).save(options.sheet)


def _judged(
    pictures: Iterable[Photograph], system: str | None, respect: float | None
) -> list[Judged]:
    fonts = FontLibrary.bundled()
    return [
        judge(picture, number, system, respect, Resources(AssetStore(), fonts))
        for number, picture in enumerate(pictures)
    ]


def _print_knob(pictures: list[Photograph]) -> None:
    """What each setting costs: the picture that copy hides, and how far copy is off the columns."""
    print(f"{'respect':>8}{'gates':>10}{'hidden':>9}{'off grid':>10}{'Occ':>9}{'Rea':>9}")
    for respect in _KNOBS:
        judged = _judged(pictures, "full", respect)
        passed = sum(all(f.severity != "gate" for f in item.made.findings) for item in judged)
        hidden = mean(item.covered for item in judged)
        off = mean(off_columns(item.design) for item in judged)
        found = means([item.made.scores for item in judged])
        occlusion, busy = found["occlusion"].mean, found["unreadability"].mean
        print(
            f"{respect:8.2f}{passed:7}/{len(judged)}{hidden:9.4f}{off:10.4f}{occlusion:9.4f}"
            f"{busy:9.4f}"
        )


def off_columns(design: Design) -> float:
    """The mean distance of blocks' left edges to the nearest of six columns, 0..1 of half of one.

    A block is all copy with one left edge; facts in columns of their own count by the first."""
    size = next(s for s in PRESETS.values() if s.canvas == design.canvas)
    margin = 0.075 * min(size.width, size.height)
    left, right = max(margin, size.safe[3] * size.width), max(margin, size.safe[1] * size.width)
    column = (size.width - left - right) / 6
    edges = {
        min(x.box.x for x in leaves(design) if isinstance(x, TextLayer) and x.role in roles)
        for roles in _BLOCKS
        if any(isinstance(x, TextLayer) and x.role in roles for x in leaves(design))
    }
    offs = [abs((x - left) / column - round((x - left) / column)) * 2 for x in edges]
    return mean(offs) if offs else 0.0


def judge(
    picture: Photograph, number: int, system: str | None, respect: float | None,
    resources: Resources,
) -> Judged:  # fmt: skip
    """One design on the picture, measured on what lies beneath its copy."""
    kind, size = picture.name.split("-")[0], SIZES[(number + number // 10) % len(SIZES)]
    request = REQUESTS.get(kind, "Summer festival, 12 July, 8 pm, City Park")
    row = Row(picture.name, Order(request, "png", size=size, system=system, respect=respect))
    asset = resources.assets.put_pixels(np.ascontiguousarray(picture.pixels))
    photograph = Attachment(asset=asset, role="picture", name=picture.name)
    name, design, findings = designed(row, resources, (photograph,))
    model = None if picture.subject is None else lambda pixels: picture.subject
    saliency = design_saliency(design, resources, model)
    boxes = laygen_of_design(design, resources)
    measured = scores(boxes, Picture(beneath(design, resources), saliency))
    made = Made(f"{picture.name} {size} ", name, findings, measured, alignment(boxes))
    return Judged(made, design, resources, _covered(design, resources, saliency))


def _covered(design: Design, resources: Resources, saliency: np.ndarray) -> float:
    height, width = saliency.shape
    scale = width / design.canvas.width
    boxes = [
        (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
        for layer in leaves(design)
        if isinstance(layer, TextLayer) and layer.visible
        for box in line_ink_boxes(layer, resources.fonts)
    ]
    ink = filled(np.clip(np.round(boxes), 0, None).astype(int), height, width)
    return float((saliency[ink] > 0.5).sum() / max(1, ink.sum()))


def _own(folder: Path) -> Iterable[Photograph]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (".png", ".jpg", ".jpeg"):
            pixels = np.asarray(Image.open(path).convert("RGBA"))
            yield Photograph(path.stem, pixels, None)


def _sheet(judged: list[Judged]) -> Image.Image:
    """All designs in rows of about the same width."""
    shown = [
        Image.fromarray(
            render(item.design, item.resources, scale=_SHOWN / item.design.canvas.height)
        )
        for item in judged
    ]
    rows: list[list[Image.Image]] = [[]]
    for picture in shown:
        if sum(p.width + 8 for p in rows[-1]) + picture.width > 2400:
            rows.append([])
        rows[-1].append(picture)
    sheet = Image.new("RGB", (2400, len(rows) * (_SHOWN + 8)), "white")
    for down, row in enumerate(rows):
        left = 0
        for picture in row:
            sheet.paste(picture.convert("RGB"), (left, down * (_SHOWN + 8)))
            left += picture.width + 8
    return sheet


if __name__ == "__main__":
    main()
