"""PDF for print and for reading: vector text and shapes, one listed layer for each layer.

Text is our own glyphs with subsets of their fonts and can be searched; TrimBox and BleedBox say
where to cut; headings, paragraphs and described pictures are tagged in reading order. Colours are
RGB, or CMYK through a profile that the user gives. The same design gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from design_io.document import Design
from design_io.pdf_file import PdfFile
from design_io.pdf_pages import add_page
from design_io.pdf_settings import PLAIN, PrintSettings
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg_drawing import legal_text


class Page(NamedTuple):
    design: Design
    resources: Resources


def write_pdf(
    design: Design, resources: Resources, path: Path, rasters: Rasters,
    settings: PrintSettings = PLAIN,
) -> None:  # fmt: skip
    path.write_bytes(pdf_bytes([Page(design, resources)], settings))


def pdf_bytes(pages: Sequence[Page], settings: PrintSettings = PLAIN) -> bytes:
    """One file of all the designs, a page each, titled as the first."""
    file = PdfFile(settings)
    made: list[Object] = []
    listed: list[Array] = []
    for number, (design, resources) in enumerate(pages):
        file.tags.page = number
        page, layers = add_page(file, design, resources)
        made.append(page)
        listed.append(layers)
        file.pdf.pages.append(pikepdf.Page(page))
    file.fonts.finish()
    first = pages[0].design
    _describe(file, first.title, first.language)
    root = file.pdf.Root
    root.OCProperties = _layer_list(file, listed)
    root.StructTreeRoot = file.tags.finish(made)
    if settings.profile is not None:
        root.OutputIntents = Array([_output_intent(file, settings.profile)])
    buffer = io.BytesIO()
    file.pdf.save(
        buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
    )
    return buffer.getvalue()


def _layer_list(file: PdfFile, listed: list[Array]) -> Dictionary:
    """Top first; of several pages each has a heading."""
    order = listed[0]
    if len(listed) > 1:
        order = Array(
            [
                Array([pikepdf.String(f"Page {number}"), *layers])
                for number, layers in enumerate(listed, 1)
            ]
        )
    default = Dictionary(
        Name=pikepdf.String("Layers"), Order=order, BaseState=Name.ON, OFF=Array(file.hidden),
        ListMode=Name.VisiblePages,
    )  # fmt: skip
    return Dictionary(OCGs=Array(file.layers), D=default)


def _describe(file: PdfFile, title: str, language: str) -> None:
    root, info = file.pdf.Root, file.pdf.docinfo
    info["/Title"], info["/Producer"] = pikepdf.String(title), pikepdf.String("Plakat")
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOC
    if language:
        root.Lang = pikepdf.String(language)
    metadata = pikepdf.Stream(file.pdf, _xmp(title, language).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = file.pdf.make_indirect(metadata)


def _xmp(title: str, language: str) -> str:
    words = escape(legal_text(title))
    spoken = (
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        if language else ""
    )  # fmt: skip
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:title>'
        f"{spoken}<pdf:Producer>Plakat</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )


def _output_intent(file: PdfFile, profile: bytes) -> Dictionary:
    held = file.stream(profile)
    held.N = 4
    return Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=held,
        OutputConditionIdentifier=pikepdf.String("Custom"),
    )  # fmt: skip
