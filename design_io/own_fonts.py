"""A folder of the user's own fonts, and the library that they and Plakat's make together.

A library never changes: when a font comes, `library` is another one, and all who asked to `hear`
of it are told.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from design_io.assets import write_atomically
from design_io.errors import DesignError, ImportRejected
from design_io.font_intake import checked
from design_io.fonts import Face, FontLibrary

_MOST = 240  # files
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class OwnFonts:
    def __init__(self, folder: Path, given: FontLibrary) -> None:
        self.folder, self.given = folder, given
        self.hearing: list[Callable[[], None]] = []
        self.aside = folder.parent / f"{folder.name}-removed"
        self._changing = Lock()
        self._library: FontLibrary | None = None

    @property
    def library(self) -> FontLibrary:
        if self._library is None:
            self._library = self.given.with_files(
                [path for path in self.files() if _is_whole(path)]
            )
        return self._library

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("[!.]*")) if self.folder.is_dir() else []

    def add(self, data: bytes, name: str, index: int = 0) -> Face:
        """Check a font and keep it; its face. ImportRejected says in a sentence why not."""
        shown = _UNSAFE.sub("-", Path(name).name).strip("-.")[-60:] or "font"
        face = checked(data, shown, index)
        with self._changing:
            if len(self.files()) >= _MOST:
                raise ImportRejected(f"{_MOST} fonts are kept already; take some out of the home")
            key = hashlib.sha256(face).hexdigest()[:12]
            ending = ".otf" if face[:4] == b"OTTO" else ".ttf"
            path = self.folder / f"{key}-{Path(shown).stem}{ending}"
            write_atomically(path, face)
            self._library = None
            added = next(each for each in self.library.faces() if each.path.name == path.name)
        self._tell()
        return added

    def remove(self, family: str) -> tuple[str, ...]:
        """Put a family of the user's own aside; DesignError where none has this name.

        What uses it is set in another until it comes back; its files are kept beside the folder."""
        with self._changing:
            gone = [face.path for face in self.library.faces() if _is_of(face, family)]
            if not gone:
                raise DesignError(f"{family!r} is no font of your own; only those can be removed")
            self.aside.mkdir(parents=True, exist_ok=True)
            for path in gone:
                path.replace(self.aside / path.name)
            self._library = None
        self._tell()
        return tuple(path.name for path in gone)

    def restore(self, family: str) -> None:
        """Bring a removed family back; DesignError where none was removed."""
        with self._changing:
            kept = sorted(self.aside.glob("[!.]*")) if self.aside.is_dir() else []
            faces = FontLibrary((), {}).with_files([path for path in kept if _is_whole(path)])
            back = [face.path for face in faces.faces() if _is_of(face, family)]
            if not back:
                raise DesignError(f"no font {family!r} was removed here; add its file again")
            for path in back:
                path.replace(self.folder / path.name)
            self._library = None
        self._tell()

    def _tell(self) -> None:
        for tell in tuple(self.hearing):
            tell()


def _is_of(face: Face, family: str) -> bool:
    return face.category == "user" and face.family.casefold() == family.casefold()


def _is_whole(path: Path) -> bool:
    """A font that was damaged since does not keep the others away."""
    with suppress(DesignError):
        return bool(FontLibrary((), {}).with_files([path]).faces())
    return False
