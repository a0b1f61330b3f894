"""One writer at a time for a `.plakat` file: a lock file beside it, held through the system's lock.

The system frees the lock when its process ends, however it ends, so no lock is ever stale.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from design_io.errors import DesignError, RevisionConflict


@contextmanager
def lock_native(path: Path) -> Iterator[None]:
    """Hold the file's lock; RevisionConflict at once while somebody else, or a thread, has it."""
    lock = path.with_name(f".{path.name}.lock")
    handle = _held(path, lock)
    try:
        yield
    finally:
        _release(handle, lock)


def _held(path: Path, lock: Path) -> int:
    while True:
        try:
            handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o666)
        except OSError as error:
            raise DesignError(f"cannot lock {path}: {error.strerror}") from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise RevisionConflict(
                f"{path.name} is being changed by another program; try again when it is done"
            ) from error
        if _is_still(lock, handle):
            return handle
        os.close(handle)  # its last holder removed it between our opening and locking


def _is_still(lock: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(lock), os.fstat(handle))
    except FileNotFoundError:
        return False


def _release(handle: int, lock: Path) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there, and a waiting one stays
        os.close(handle)
        try:
            lock.unlink(missing_ok=True)
        except OSError:
            return
    else:
        lock.unlink(missing_ok=True)
        os.close(handle)


def _lock(handle: int) -> None:
    """Lock without waiting; OSError when another handle has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
