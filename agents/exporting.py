"""Write a document, or its whole set, in other formats: as files, or as one zip with its fonts.

Of a set each design has a folder of its own; a PDF has a page for each, and a PPTX a slide for each
where they have one size.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from agents.delivery import opened_file
from agents.linked import Links, Member, links_in, others
from design_io.document import Design
from design_io.errors import DesignError
from design_io.export import EXPORTERS, formats_named, moved_into_place, staging, write_formats
from design_io.importing import is_native
from design_io.native import NativeFile
from design_io.package import packed
from design_io.pdf import Page, pdf_bytes
from design_io.pdf_settings import PLAIN, PrintSettings
from design_io.pptx import fits, pptx_bytes
from design_io.rasters import Rasters
from generators.licences import concerns
from layout.sizes import SIZES


class Exported(NamedTuple):
    files: tuple[Path, ...]
    notes: tuple[str, ...]  # of a foreign file, what was not kept; licences to read


def exported(
    path: Path, formats: str, output: Path | None, settings: PrintSettings = PLAIN,
    whole_set: bool = False, zipped: bool = False,
) -> Exported:  # fmt: skip
    """The files, beside the document unless `output` says where."""
    chosen = formats_named(formats)
    file, resources = opened_file(path)
    pages: tuple[Page, ...] = (Page(file.history.present, resources),)
    if whole_set:
        pages = _set_of(Member(path, file, resources, _links(path, file)))
    files = _exported(pages, path, chosen, output or path.parent, settings, zipped)
    licences = dict.fromkeys(line for page in pages for line in concerns(page.design))
    return Exported(files, (*file.warnings, *licences))


def _links(path: Path, file: NativeFile) -> Links:
    if not is_native(path):
        raise DesignError(f"{path.name} knows no set; give the .plakat file, or leave out --set")
    return links_in(file.meta) or Links(me=path.name, members={})


def _exported(
    pages: tuple[Page, ...], path: Path, chosen: tuple[str, ...], folder: Path,
    settings: PrintSettings, zipped: bool,
) -> tuple[Path, ...]:  # fmt: skip
    with staging(folder) as stage:
        if not zipped:
            _write(pages, path.stem, chosen, settings, stage)
            return moved_into_place(stage, folder)
        inner = stage / "inside"
        inner.mkdir()
        _write(pages, path.stem, chosen, settings, inner)
        packed(inner, pages, chosen, stage / f"{path.stem}.zip")
        return moved_into_place(stage, folder)


def books(formats: Sequence[str], pages: Sequence[Page]) -> tuple[str, ...]:
    """The formats that hold all the pages in one file."""
    if len(pages) < 2:
        return ()
    first = pages[0].design.canvas
    alike = all(fits(page.design.canvas, first) for page in pages)
    return tuple(name for name in formats if name == "pdf" or (name == "pptx" and alike))


def write_book(name: str, pages: Sequence[Page], path: Path, settings: PrintSettings) -> None:
    """The pages as one PDF or PPTX."""
    if name == "pdf":
        path.write_bytes(pdf_bytes(pages, settings))
    else:
        path.write_bytes(pptx_bytes([Rasters(*page) for page in pages]))


def places(designs: Sequence[Design]) -> tuple[str, ...]:
    """A folder's name for each design of a set: its size, or its number among those of one size."""
    sizes = [_size_name(design) for design in designs]
    if len(designs) == 1:
        return ("",)
    names = []
    for number, size in enumerate(sizes):
        alike = sizes.count(size) > 1
        names.append(f"{size}-{sizes[: number + 1].count(size)}" if alike else size)
    return tuple(names)


def _write(
    pages: Sequence[Page], stem: str, formats: tuple[str, ...], settings: PrintSettings, stage: Path
) -> None:
    whole = books(formats, pages)
    for name in whole:
        write_book(name, pages, stage / f"{stem}{EXPORTERS[name].ending}", settings)
    rest = tuple(name for name in formats if name not in whole)
    for page, place in zip(pages, places([page.design for page in pages]), strict=True):
        folder = stage / place
        if rest:
            folder.mkdir(exist_ok=True)
            rasters = Rasters(page.design, page.resources)
            write_formats(page.design, page.resources, folder, stem, rest, rasters, settings)


def _set_of(member: Member) -> tuple[Page, ...]:
    """The designs of a document's set, in their order."""
    rest = others(member)[0] if member.links.members else ()
    order = list(member.links.members)
    members = sorted((member, *rest), key=lambda each: _place_in(order, each.links.me))
    return tuple(Page(each.history.present, each.resources) for each in members)


def _place_in(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _size_name(design: Design) -> str:
    canvas = design.canvas
    names = (name for name, size in SIZES.items() if size.canvas == canvas)
    return next(names, f"{canvas.width}x{canvas.height}")
