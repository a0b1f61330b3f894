"""Fonts from outside: looked at in a process of their own, with little memory and time.

`checked` gives one static face as plain TrueType or OpenType (WOFF unpacked, a collection's face
taken out of it), or raises `ImportRejected` in one sentence that names the file and the way out.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from design_io.apart import bound, refuse, run_apart
from design_io.errors import DesignError, ImportRejected
from design_io.fonts import FontLibrary
from design_io.intake import read_capped

MAX_FONT = 32 * 2**20  # bytes
ENDINGS = (".ttf", ".otf", ".woff2", ".woff", ".ttc", ".otc")
_MOST_FACES = 64  # of a collection
_SECONDS, _MEMORY = 20, 3 * 2**30
_SEEN = "Hamburgefonstiv 0123456789"


def with_given(library: FontLibrary, paths: Iterable[Path]) -> FontLibrary:
    """The library with the user's font files, each of which is looked at first."""
    files = tuple(paths)
    for path in files:
        refuse_bad_font(read_capped(path, MAX_FONT), path.name)
    return library.with_files(files)


def refuse_bad_font(data: bytes, name: str) -> None:
    """ImportRejected unless every face of the file passes."""
    faces = int.from_bytes(data[8:12], "big") if data[:4] == b"ttcf" else 1
    if faces > _MOST_FACES:
        raise ImportRejected(f"{name} holds {faces} faces; give one with fewer")
    for index in range(faces):
        checked(data, name, index)


def checked(data: bytes, name: str, index: int = 0) -> bytes:
    """The face as a file that every part of Plakat reads; `index` is its place in a collection."""
    if not data:
        raise ImportRejected(f"{name} is empty; give a .ttf, .otf or .woff2")
    if len(data) > MAX_FONT:
        raise ImportRejected(f"{name} is larger than {MAX_FONT // 2**20} MB; give a smaller font")
    try:
        return run_apart("design_io.font_intake", (str(index), name), data, _SECONDS)
    except TimeoutError as error:
        raise ImportRejected(f"{name} takes too long to read; use another font") from error
    except ValueError as error:
        raise ImportRejected(
            f"{name} is damaged or no font; give a .ttf, .otf or .woff2"
        ) from error


def _main(index: int, name: str) -> None:
    """In the process of its own: font on stdin, face on stdout. A parser that fails ends it."""
    bound(_SECONDS, _MEMORY)
    data = sys.stdin.buffer.read(MAX_FONT + 1)
    try:
        face = _single(data, name, index)
        _tried(face, name)
    except DesignError as error:
        refuse(str(error))
    sys.stdout.buffer.write(face)


def _single(data: bytes, name: str, index: int) -> bytes:
    packed = data[:4] in (b"wOF2", b"wOFF")
    if not packed and data[:4] != b"ttcf":
        return data
    if packed and int.from_bytes(data[16:20], "big") > MAX_FONT:  # totalSfntSize
        raise ImportRejected(f"{name} unpacks to too much; give a smaller font")
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), fontNumber=index)
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _tried(face: bytes, name: str) -> None:
    """Read it as the library does, set a line in it and draw its glyphs."""
    import uharfbuzz as hb

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(face)
        [found, *_] = FontLibrary((), {}).with_files([path]).faces()
        buffer = hb.Buffer()
        buffer.add_str(_SEEN)
        buffer.guess_segment_properties()
        hb.shape(found.hb_font, buffer)
        import skia

        drawn = skia.Font(found.typeface, 64)
        for info in buffer.glyph_infos:
            drawn.getPath(info.codepoint)


if __name__ == "__main__":
    _main(int(sys.argv[1]), sys.argv[2])
