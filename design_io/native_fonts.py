"""The fonts of a `.plakat` file: the user's own are carried in it, Plakat's are only named.

`fonts.json` lists every face that sets the design, fallbacks included, with its hash.
"""

from __future__ import annotations

import atexit
import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from design_io.assets import write_atomically
from design_io.document import Design, first_fault, fonts_of, leaves
from design_io.errors import DesignError, ImportRejected
from design_io.font_intake import refuse_bad_font
from design_io.fonts import DEFAULT_FAMILY, Face, FontLibrary
from design_io.intake import Archive
from design_io.ora import Member
from design_io.paint import Value
from design_io.text import typeset

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class FontEntry(Value):
    """A face by its names and its file's sha256; `member` is its file inside the zip, if any."""

    family: str
    weight: int
    italic: bool
    postscript_name: str
    sha256: str
    member: str | None = None


_ENTRIES = TypeAdapter(tuple[FontEntry, ...])


def font_members(
    designs: Iterable[Design], present: Design, fonts: FontLibrary
) -> Iterator[Member]:
    """`fonts.json` and the files of the user's fonts that any of the designs names."""
    families = {family.casefold() for design in designs for family in fonts_of(design)}
    own = {face for face in fonts.faces() if is_own(face) and face.family.casefold() in families}
    faces = sorted(own | faces_set(present, fonts), key=lambda face: face.postscript_name)
    entries = [_entry(face) for face in faces]
    yield Member("fonts.json", _ENTRIES.dump_json(tuple(entries), indent=1), compress=True)
    files = {entry.member: face.path for entry, face in zip(entries, faces, strict=True)}
    for member, path in files.items():
        if member is not None:
            yield Member(member, path.read_bytes(), compress=True)


def restored_fonts(archive: Archive, fonts: FontLibrary) -> tuple[FontLibrary, tuple[str, ...]]:
    """The library with the file's own fonts, and a warning for each font that is not as it was."""
    entries = _entries(archive)
    members = {entry.member: entry for entry in entries if entry.member is not None}
    try:
        library = fonts.with_files([_unpacked(archive, entry) for entry in members.values()])
    except DesignError as error:
        raise ImportRejected(f"{archive.name} carries a font that fails: {error}") from error
    warnings = (_difference(entry, library) for entry in entries)
    return library, tuple(warning for warning in warnings if warning)


def is_own(face: Face) -> bool:
    return face.category == "user"


def faces_set(design: Design, fonts: FontLibrary) -> set[Face]:
    """Every face that sets the design's text, fallbacks included."""
    texts = [layer for layer in leaves(design) if layer.kind == "text"]
    lines = (line for layer in texts for line in typeset(layer, fonts).lines)
    return {run.face for line in lines for run in line.runs}


def _entry(face: Face) -> FontEntry:
    digest = _sha256(face.path)
    member = f"fonts/{digest[:12]}-{_UNSAFE.sub('-', face.path.name)}" if is_own(face) else None
    return FontEntry(
        family=face.family, weight=face.weight, italic=face.italic,
        postscript_name=face.postscript_name, sha256=digest, member=member,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _entries(archive: Archive) -> tuple[FontEntry, ...]:
    try:
        return _ENTRIES.validate_json(archive.read("fonts.json"))
    except ValidationError as error:
        raise ImportRejected(
            f"{archive.name} is damaged: fonts.json: {first_fault(error)}"
        ) from error


def _unpacked(archive: Archive, entry: FontEntry) -> Path:
    """The font as a file in a folder that lives as long as the process."""
    data = archive.read(entry.member or "")
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise ImportRejected(f"{archive.name} is damaged: {entry.member} is not what its hash says")
    name = Path(entry.member or "").name.removeprefix(f"{entry.sha256[:12]}-")
    path = _font_folder() / entry.sha256 / (name or "font")
    if not path.exists():
        refuse_bad_font(data, path.name)
        write_atomically(path, data)
    return path


@lru_cache(maxsize=1)
def _font_folder() -> Path:
    folder = tempfile.mkdtemp(prefix="plakat-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _difference(entry: FontEntry, fonts: FontLibrary) -> str:
    found = [face for face in fonts.faces() if face.postscript_name == entry.postscript_name]
    if not found:
        return f"the font {entry.postscript_name} is missing; {DEFAULT_FAMILY} stands in for it"
    if all(_sha256(face.path) != entry.sha256 for face in found):
        return f"the font {entry.postscript_name} is another version than in the file"
    return ""
