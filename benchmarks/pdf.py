"""How fast, how large and how faithful is our PDF? Twelve designs, hard ones first.

CPU of the first file and of the same file again; the mean difference, of 255, between our picture
and that of poppler, mupdf and Ghostscript at the design's own resolution; what qpdf complains of;
how many layers are listed for how many there are.

    PYTHONPATH=. python benchmarks/pdf.py [FOLDER for the pictures]
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image

from agents.graph import design_poster
from benchmarks.designs import benchmark_design
from design_io.assets import AssetStore
from design_io.document import Design, walk
from design_io.fonts import FontLibrary
from design_io.pdf import Page, pdf_bytes
from design_io.render import render
from design_io.resources import Resources
from generators.registry import GENERATORS
from tests import pdf_programs
from tests.design_io.svg_zoo import zoo

REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
SYSTEMS = (
    ("swiss", "1080x1350"), ("aurora", "1080x1350"), ("riso", "1080x1350"),
    ("overprint", "1080x1350"), ("botanical", "1080x1350"), ("bauhaus", "1080x1350"),
    ("pattern", "1080x1350"), ("typeimage", "1080x1350"), ("supergraphic", "1080x1350"),
    ("riso", "a3"),
)  # fmt: skip


def main() -> None:
    keep = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    heads = ("first ms", "again ms", "kB", *pdf_programs.PROGRAMS, "layers", "listed", "qpdf")
    print(f"{'design':22}" + "".join(f"{head:>12}" for head in heads))
    for name, design, resources in _designs():
        first, data = _timed(design, resources)
        again, _ = _timed(design, resources)
        print(f"{name:22}{first:12.0f}{again:12.0f}{len(data) / 1000:12.0f}", end="")
        print(_seen(name, design, resources, data, keep), flush=True)


def _designs() -> Iterator[tuple[str, Design, Resources]]:
    yield "night market", *benchmark_design()
    yield "zoo", *zoo()
    for system, size in SYSTEMS:
        resources = Resources(AssetStore(), FontLibrary.bundled())
        made = design_poster(
            REQUEST, resources=resources, generator=GENERATORS["artist"](), system=system, seed=1,
            size=size,
        )  # fmt: skip
        yield f"{system} {size}", asyncio.run(made).design, resources


def _timed(design: Design, resources: Resources) -> tuple[float, bytes]:
    start = time.process_time()
    data = pdf_bytes([Page(design, resources)])
    return (time.process_time() - start) * 1000, data


def _seen(
    name: str, design: Design, resources: Resources, data: bytes, keep: Path | None
) -> str:  # fmt: skip
    ours = render(design, resources)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "design.pdf"
        path.write_bytes(data)
        cells = []
        for program, shows in pdf_programs.PROGRAMS.items():
            shown = shows(path, design.canvas.dpi)
            cells.append(f"{pdf_programs.difference(shown, ours):12.2f}")
            if keep is not None:
                _keep(shown, keep / f"{name}-{program}.png".replace(" ", "-"))
        complaint = "clean" if not pdf_programs.check(path) else "complains"
    if keep is not None:
        _keep(ours, keep / f"{name}-ours.png".replace(" ", "-"))
    with pikepdf.open(io.BytesIO(data)) as document:
        listed = len(document.Root.OCProperties.OCGs)
    return "".join(cells) + f"{len(list(walk(design))):12}{listed:12}{complaint:>12}"


def _keep(pixels: np.ndarray, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.fromarray(pixels.astype(np.uint8))
    picture.thumbnail((1200, 1500))
    picture.save(path)


if __name__ == "__main__":
    main()
