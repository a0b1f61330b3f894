"""Files as designs, whatever made them: `IMPORTERS` names every kind, and the content decides.

A `.plakat` and our own SVG come back exactly, with what they know of themselves; of other files the
warnings say what was not kept. Everything passes the wall of `intake` first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.errors import DesignError, ImportRejected
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.history import History
from design_io.imported import Import, Reading, canvas_of, finished, image_layer
from design_io.intake import kind_of, open_zip, read_capped, read_picture
from design_io.native import NativeFile, new_design_id, read_native
from design_io.ora_reader import read_ora
from design_io.resources import Resources
from design_io.svg_import import read_any_svg

_HEAD = 4096  # bytes that tell what a file is
NATIVE = ".plakat"


class Importer(NamedTuple):
    """A kind of file: what people call it, and who reads it."""

    about: str
    read: Callable[[Path, Reading], Import]


def open_design(
    path: Path, assets: AssetStore, fonts: FontLibrary, name: str = ""
) -> tuple[NativeFile, Resources]:
    """The design in a file of any kind that Plakat reads; its pictures go into `assets`."""
    name = name or path.name
    kind = _kind(path, name)
    if kind == "plakat":
        return read_native(path, assets, fonts)
    reading = Reading(name, assets, fonts)
    design, warnings = IMPORTERS[kind].read(path, reading)
    file = NativeFile(new_design_id(), 0, History(design), warnings=warnings)
    return file, Resources(assets, fonts)


def is_native(path: Path) -> bool:
    """Whether edits go into the file itself."""
    return _kind(path, path.name) == "plakat"


def native_beside(path: Path) -> Path:
    """Where a file of another kind goes on as a `.plakat`; DesignError where one is already."""
    beside = path.with_suffix(NATIVE)
    if beside.exists():
        raise DesignError(
            f"{beside.name} is already beside {path.name}; edit that, or write elsewhere with -o"
        )
    return beside


def _kind(path: Path, name: str) -> str:
    if path.suffix.lower() == NATIVE or not path.is_file():
        return "plakat"  # who reads it says what is wrong
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _zip_kind(path, name)
    kind = kind_of(head)
    if kind in IMPORTERS:
        return kind
    known = "a .plakat, PSD, OpenRaster, SVG, PNG, JPEG or WebP"
    raise ImportRejected(f"{name} is {kind}; open {known} file")


def _zip_kind(path: Path, name: str) -> str:
    with open_zip(path) as archive:
        if "plakat.json" in archive and "document.json" in archive:
            return "plakat"
        if "stack.xml" in archive:
            return "ora"
    raise ImportRejected(f"{name} is a zip without a design; open a .plakat or an OpenRaster file")


def _read_psd(path: Path, reading: Reading) -> Import:
    from design_io.psd_reader import read_psd  # its library takes a while to load

    return read_psd(path, reading)


def _read_picture(path: Path, reading: Reading) -> Import:
    """The picture alone on a sheet of its size."""
    picture = read_picture(read_capped(path), reading.name)
    canvas = canvas_of(picture.width, picture.height, 96, reading.name)
    asset = reading.assets.put(picture.data)
    box = Box(0, 0, picture.width, picture.height)
    layer = image_layer(reading.layer_id("picture", "layer"), asset, box, role="background")
    return finished(reading, canvas, (layer,))


IMPORTERS: dict[str, Importer] = {
    "psd": Importer("Photoshop, and what writes its format", _read_psd),
    "ora": Importer("OpenRaster: Krita, GIMP, MyPaint", read_ora),
    "svg": Importer("drawings, and our own SVG exactly", read_any_svg),
    "picture": Importer("PNG, JPEG or WebP, as one layer", _read_picture),
}
