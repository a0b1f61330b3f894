"""Pages of a PDF: the sheet with its bleed and crop marks, and the boxes that name them.

Where a design paints nothing beyond its trim edge the edge is mirrored outwards, as printers do.
"""

from __future__ import annotations

import numpy as np
from pikepdf import Array, Dictionary, Name, Object

from design_io.document import Design
from design_io.geometry import Box
from design_io.pdf_drawing import Content, array, numbers, rectangle
from design_io.pdf_file import PdfFile
from design_io.pdf_layers import LayerWriter
from design_io.pdf_links import links
from design_io.pdf_pictures import Picture, place_picture
from design_io.pdf_settings import MM_PER_INCH
from design_io.render import render
from design_io.resources import Resources

_POINTS = 72.0
_LONGEST = 14_400  # points that a page may have without a unit of its own
_MARK_MM, _AWAY_MM = 5.0, 2.0  # length of a crop mark, and how far it stays from the bleed
_HAIRLINE = 0.25  # points


def add_page(file: PdfFile, design: Design, resources: Resources) -> tuple[Object, Array]:
    """The page, and its layers as programs list them."""
    canvas, settings = design.canvas, file.settings
    bleed = settings.bleed_of(canvas)
    millimetre = canvas.dpi / MM_PER_INCH
    margin = bleed + ((_AWAY_MM + _MARK_MM) * millimetre if settings.marks else 0.0)
    unit = _POINTS / canvas.dpi
    longest = (max(canvas.width, canvas.height) + 2 * margin) * unit
    user_unit = max(1.0, longest / _LONGEST)
    unit /= user_unit
    content = file.content()
    with content.saved():
        content.concat((unit, 0, 0, -unit, margin * unit, (canvas.height + margin) * unit))
        listed = _sheet(file, content, design, resources, bleed)
        if settings.marks:
            _crop_marks(file, content, canvas.box, bleed, millimetre, canvas.dpi)
    page = _page(file, content, canvas.box, margin, bleed, unit)
    if user_unit > 1:
        page.UserUnit = round(user_unit, 5)
    found = links(file, design, resources, unit, margin)
    if len(found):
        page.Annots = found
    return page, listed


def _sheet(
    file: PdfFile, content: Content, design: Design, resources: Resources, bleed: float
) -> Array:  # fmt: skip
    """The design, cut at its bleed; a bleed wider than it paints is its mirrored edge."""
    own = min(bleed, float(design.canvas.bleed))
    area = design.canvas.box.pad(own)
    with content.saved():
        content.write(f"{rectangle(area)} W n")
        listed = LayerWriter(file, design, resources, area).siblings(content, design.layers)
    if bleed > own:
        entry = file.layer_entry("Bleed", "")
        with content.marked("/OC", content.name("Properties", entry)), content.marked("/Artifact"):
            for picture, box in mirrored_edges(render(design, resources, crop=area), area, bleed):
                place_picture(content, file.picture(picture), box)
        listed.insert(0, entry)
    return Array(listed)


def mirrored_edges(
    pixels: np.ndarray, area: Box, bleed: float
) -> list[tuple[Picture, Box]]:  # fmt: skip
    """Four strips around `area` that continue its pixels; empty where they are clear."""
    height, width = pixels.shape[:2]
    deep = min(int(np.ceil(bleed)), height, width)
    wide = np.pad(pixels[:, :], ((0, 0), (deep, deep), (0, 0)), mode="symmetric")
    strips = [
        (wide[:deep][::-1], Box(area.x - deep, area.y - deep, width + 2 * deep, deep)),
        (wide[-deep:][::-1], Box(area.x - deep, area.bottom, width + 2 * deep, deep)),
        (wide[:, :deep], Box(area.x - deep, area.y, deep, height)),
        (wide[:, -deep:], Box(area.right, area.y, deep, height)),
    ]  # fmt: skip
    return [
        (Picture(np.ascontiguousarray(strip)), box)
        for strip, box in strips
        if strip[..., 3].any()
    ]  # fmt: skip


def _page(
    file: PdfFile, content: Content, trim: Box, margin: float, bleed: float, unit: float
) -> Object:  # fmt: skip
    def around(inset: float) -> Array:
        """The sheet without `inset` px on every side, points."""
        right, top = (trim.width + 2 * margin - inset), (trim.height + 2 * margin - inset)
        return array(inset * unit, inset * unit, right * unit, top * unit)

    page = file.pdf.make_indirect(
        Dictionary(
            Type=Name.Page, MediaBox=around(0), CropBox=around(0), BleedBox=around(margin - bleed),
            TrimBox=around(margin), Resources=content.resources(), Group=file.group(),
            Contents=file.stream(content.data()), Tabs=Name.S,
        )
    )  # fmt: skip
    if content.marks:
        page.StructParents = content.key
    return page


def _crop_marks(
    file: PdfFile, content: Content, trim: Box, bleed: float, millimetre: float, dpi: float
) -> None:  # fmt: skip
    """Two lines at each corner that point at the trim edges, outside the bleed."""
    near = bleed + _AWAY_MM * millimetre
    far = near + _MARK_MM * millimetre
    lines = []
    for x, away in ((trim.x, -1), (trim.right, 1)):
        for y, up in ((trim.y, -1), (trim.bottom, 1)):
            lines.append((x + away * near, y, x + away * far, y))
            lines.append((x, y + up * near, x, y + up * far))
    drawn = "\n".join(f"{numbers(*line[:2])} m {numbers(*line[2:])} l" for line in lines)
    with content.marked("/Artifact"), content.saved():
        black = "0 0 0 1 K" if file.settings.profile is not None else "0 G"
        content.write(f"{black} {numbers(_HAIRLINE * dpi / _POINTS)} w\n{drawn}\nS")
