"""PPTX: a slide as large as the canvas, on which text is live and plain shapes are shapes.

PowerPoint has no blend modes, blurs, masks, clipping or grain: those layers are pictures. The same
design gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from design_io.document import Canvas, Design
from design_io.errors import DesignError
from design_io.ora import Member, zipped
from design_io.pptx_drawing import EMU_PER_INCH, Units
from design_io.pptx_slides import SlideWriter
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg_drawing import legal_text

_LEAST, _MOST = EMU_PER_INCH, 56 * EMU_PER_INCH  # a slide's side
_TITLE_ONLY, _BLANK = 5, 6  # layouts of the library's own template
_DAY = datetime.datetime(2000, 1, 1)


def write_pptx(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    path.write_bytes(pptx_bytes([rasters]))


def pptx_bytes(pages: Sequence[Rasters]) -> bytes:
    """One file of all designs, a slide each; DesignError where they have not one size."""
    first = pages[0].design
    units = Units(_emu_per_px(first.canvas))
    deck = Presentation()
    deck.slide_width, deck.slide_height = (
        Emu(max(_LEAST, units.length(side))) for side in first.canvas.box[2:]
    )
    for rasters in pages:
        canvas = rasters.design.canvas
        if not fits(canvas, first.canvas):
            raise DesignError(
                f"slides of one file have one size, and {canvas.width}x{canvas.height} is not "
                f"{first.canvas.width}x{first.canvas.height}; export the designs one by one"
            )
        _slide(deck, rasters, units)
    _describe(deck, first)
    buffer = io.BytesIO()
    deck.save(buffer)
    return zipped(_members(buffer))


def fits(canvas: Canvas, other: Canvas) -> bool:
    """Whether designs of both canvases can be slides of one file."""
    return (canvas.width, canvas.height, canvas.dpi) == (other.width, other.height, other.dpi)


def _slide(deck: Deck, rasters: Rasters, units: Units) -> None:
    layers = rasters.design.layers
    titled = any(layer.kind == "text" and layer.role == "title" for layer in layers)
    layout = deck.slide_layouts[_TITLE_ONLY if titled else _BLANK]
    SlideWriter(deck.slides.add_slide(layout), rasters, units).write()


def _emu_per_px(canvas: Canvas) -> float:
    """The canvas in its own inches, unless PowerPoint allows no slide so small or so large."""
    emu = EMU_PER_INCH / canvas.dpi
    longer, shorter = max(canvas.width, canvas.height), min(canvas.width, canvas.height)
    return min(max(emu, _LEAST / shorter), _MOST / longer)


def _describe(deck: Deck, design: Design) -> None:
    about = deck.core_properties
    about.title, about.language = legal_text(design.title), design.language
    about.author = about.last_modified_by = about.subject = about.keywords = about.comments = ""
    about.created = about.modified = _DAY
    about.revision = 1


def _members(file: io.BytesIO) -> Iterator[Member]:
    """The parts without the date of writing; pictures are stored, since they are packed already."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            packed = name.startswith("ppt/media/")
            yield Member(name, archive.read(name), compress=not packed)
