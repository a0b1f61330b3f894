"""The fonts that are installed on this computer: looked up when asked for, never before."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from design_io.errors import DesignError
from design_io.fonts import Face, FontLibrary

_MOST = 6000  # files
_FRESH = 60.0  # seconds that a list is good for
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


class ComputerFonts:
    """`faces` are static, whole and may be embedded; others are left out."""

    def __init__(self, folders: tuple[Path, ...] | None = None) -> None:
        self.folders = usual_folders() if folders is None else folders
        self._lock = Lock()
        self._found: tuple[Face, ...] = ()
        self._at = -_FRESH

    def faces(self) -> tuple[Face, ...]:
        with self._lock:
            if time.monotonic() - self._at >= _FRESH:
                self._found = tuple(_faces(self.folders))
                self._at = time.monotonic()
            return self._found

    def family(self, name: str) -> tuple[Face, ...]:
        """Its faces, one for each weight and slant."""
        faces = [face for face in self.faces() if face.family.casefold() == name.casefold()]
        if not faces:
            raise DesignError(f"there is no font {name[:60]!r} on this computer; choose one listed")
        return tuple({(face.weight, face.italic): face for face in faces}.values())


def usual_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return windows, Path(local) / "Microsoft/Windows/Fonts"
    usual = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return *usual, home / ".local/share/fonts", home / ".fonts"


def _faces(folders: tuple[Path, ...]) -> Iterator[Face]:
    library = FontLibrary((), {})
    for path in _files(folders):
        with suppress(DesignError, OSError, ValueError):
            yield from library.with_files([path]).faces()


def _files(folders: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for folder in folders:
        for place, _, names in os.walk(folder):
            found += [Path(place, n) for n in sorted(names) if n.lower().endswith(_ENDINGS)]
            if len(found) >= _MOST:
                return found[:_MOST]
    return found
