"""Web and mail addresses in a design's text as links over the words."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from design_io.document import Design, TextLayer, leaves
from design_io.geometry import Box, rotated_bounds, union_all
from design_io.glyphs import glyph_box
from design_io.pdf_drawing import array
from design_io.pdf_file import PdfFile
from design_io.resources import Resources
from design_io.text import typeset

_MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_WEB = r"(?:https?://|www\.)[^\s<>\"'()]+[^\s<>\"'().,;:!?]"
_ENDINGS = "com|org|net|info|eu|de|at|ch|uk|fr|io|app|shop"
_BARE = rf"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_ENDINGS})\b(?:/[\w./-]*\w)?"
_ADDRESS = re.compile(rf"(?P<mail>{_MAIL})|(?P<web>{_WEB})|(?P<bare>{_BARE})", re.IGNORECASE)


def links(
    file: PdfFile, design: Design, resources: Resources, unit: float, margin: float
) -> Array:  # fmt: skip
    found = Array()
    for layer in leaves(design):
        if layer.kind != "text" or not layer.visible:
            continue
        for match in _ADDRESS.finditer(layer.text):
            box = _over(layer, resources, match.start(), match.end())
            if not box.empty:
                found.append(_link(file, match, box, design.canvas.height, unit, margin))
    return found


def address(match: re.Match[str]) -> str:
    if match["mail"]:
        return f"mailto:{match[0]}"
    return match[0] if match[0].lower().startswith("http") else f"https://{match[0]}"


def _over(layer: TextLayer, resources: Resources, start: int, end: int) -> Box:
    """The ink of the characters, canvas px."""
    boxes = []
    for line in typeset(layer, resources.fonts).lines:
        for run in line.runs:
            unit = run.size / run.face.units_per_em
            for glyph, (x, y), cluster in zip(run.glyphs, run.points, run.clusters, strict=True):
                ink = glyph_box(run.face, glyph) if start <= cluster < end else None
                if ink is not None:
                    width, height = (ink.right - ink.left) * unit, (ink.top - ink.bottom) * unit
                    boxes.append(Box(x + ink.left * unit, y - ink.top * unit, width, height))
    inked = union_all(boxes).shift(layer.box.x, layer.box.y)
    return inked if not layer.rotation % 360 else rotated_bounds(inked, layer.rotation)


def _link(
    file: PdfFile, match: re.Match[str], box: Box, height: float, unit: float, margin: float
) -> pikepdf.Object:
    bottom = (height + margin - box.bottom) * unit
    left = (box.x + margin) * unit
    return file.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Border=Array([0, 0, 0]), F=4,
            Rect=array(left, bottom, left + box.width * unit, bottom + box.height * unit),
            Contents=pikepdf.String(match[0]),
            A=Dictionary(S=Name.URI, URI=pikepdf.String(address(match))),
        )
    )  # fmt: skip
