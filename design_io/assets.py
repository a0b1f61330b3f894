"""Pictures and other bytes that documents name by content: sha256 of the file's bytes.

Held in memory, or in a folder where each file is written whole (temp file, fsync, rename).
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import cache
from glob import escape
from pathlib import Path

import numpy as np
from PIL import Image

from design_io.errors import DesignError

TEMPORARY = ".plakat-tmp"
_STALE = 3600.0  # seconds after which no writer can still be at work


class AssetStore:
    """A content-addressed store; with a folder it is shared between processes."""

    def __init__(
        self, folder: Path | None = None, saliency: Callable[[np.ndarray], np.ndarray] | None = None
    ) -> None:
        self.saliency = saliency  # a network by which photographs are studied
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self._pixels: dict[str, np.ndarray] = {}

    def put(self, data: bytes) -> str:
        """Store bytes and return their id."""
        asset_id = hashlib.sha256(data).hexdigest()
        if asset_id not in self:
            if self._folder is None:
                self._bytes[asset_id] = data
            else:
                write_atomically(self._path(asset_id), data)
        return asset_id

    def put_pixels(self, pixels: np.ndarray) -> str:
        """Store an RGBA uint8 array (height, width, 4) as PNG."""
        buffer = io.BytesIO()
        Image.fromarray(pixels, "RGBA").save(buffer, "PNG", compress_level=1)
        return self.put(buffer.getvalue())

    def get(self, asset_id: str) -> bytes:
        if asset_id in self._bytes:
            return self._bytes[asset_id]
        if self._folder is not None and self._path(asset_id).is_file():
            return self._path(asset_id).read_bytes()
        raise DesignError(f"asset {asset_id[:12]} is missing from the store; import it again")

    def text(self, asset_id: str) -> str:
        return self.get(asset_id).decode("utf-8")

    def pixels(self, asset_id: str) -> np.ndarray:
        """The picture as an RGBA uint8 array (height, width, 4), one for all who ask: skia images
        look at its memory, which has to stay."""
        known = self._pixels.get(asset_id)
        if known is not None:
            return known
        with Image.open(io.BytesIO(self.get(asset_id))) as picture:
            decoded = np.asarray(picture.convert("RGBA"))
        return self._pixels.setdefault(asset_id, decoded)  # another thread may have been faster

    def __contains__(self, asset_id: str) -> bool:
        if asset_id in self._bytes:
            return True
        return self._folder is not None and self._path(asset_id).is_file()

    def _path(self, asset_id: str) -> Path:
        folder = self._folder or Path()
        return folder / asset_id[:2] / asset_id


def write_atomically(path: Path, data: bytes) -> None:
    """Write the whole file or nothing: temp file beside it, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent, f".*{TEMPORARY}")
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def sweep_beside(path: Path) -> None:
    """Remove what killed writers of this file left; for who holds its lock, and nobody else."""
    sweep(path.parent, f".{escape(path.name)}.*{TEMPORARY}", age=0)


def sweep(folder: Path, pattern: str, age: float = _STALE) -> None:
    """Remove files and folders of this pattern that nobody has written to for `age` seconds."""
    for left in folder.glob(pattern):
        try:
            if time.time() - left.stat().st_mtime < age:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
        except OSError:  # somebody else was faster, or may what we may not
            continue


@cache
def _umask() -> int:
    """What new files may not be: temp files are private, files for people are not."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
