"""The fonts that a design is set in, as files to give along, each with its licence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from design_io.document import Design
from design_io.fonts import FontLibrary
from design_io.native_fonts import faces_set, is_own

_LICENCES = ("OFL*", "LICEN[CS]E*", "UFL*")


def font_files(design: Design, fonts: FontLibrary) -> Iterator[tuple[str, Path]]:
    """Names below `fonts/` and the files; a font of the user comes without a licence, which only
    its owner knows."""
    faces = sorted(faces_set(design, fonts), key=lambda face: str(face.path))
    for path in dict.fromkeys(face.path for face in faces):
        yield f"fonts/{path.name}", path
    folders = {face.path.parent: face.family for face in faces if not is_own(face)}
    for folder, family in folders.items():
        for pattern in _LICENCES:
            for licence in sorted(folder.glob(pattern)):
                yield f"fonts/{family} {licence.name}", licence
