"""One design per row of a CSV file, in parallel; run again, it goes on where it stopped."""

from __future__ import annotations

import csv
import multiprocessing
import re
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from agents.delivery import Order, deliver
from design_io.errors import DesignError
from design_io.export import formats_named
from generators.artist import Artist
from generators.request import GenerationError

_DONE = "report.json"  # written with the rest of a row's files, so its presence means all are there
_SEED = re.compile(r"-?[0-9]{1,18}")  # fits 64 bits
_SAFE = re.compile(r"[\w][\w.-]{0,79}")
Say = Callable[[str, str], None]


class Row(NamedTuple):
    id: str
    order: Order


class Campaign(NamedTuple):
    written: int
    kept: int
    failed: int


def run(path: Path, folder: Path, formats: str, workers: int, say: Say) -> Campaign:
    """Design every row into folder/<id>; rows already there are kept, failures are told."""
    formats_named(formats)
    if workers < 1:
        raise DesignError(f"--workers {workers} cannot work; give 1 or more")
    rows = read_rows(path, formats)
    todo = [row for row in rows if not (folder / row.id / _DONE).is_file()]
    failed = 0
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, max(1, len(todo))), mp_context=context) as pool:
        with _deaf_to_interrupts():  # workers start deaf and finish the row they are at
            futures = {pool.submit(_design_row, row, folder / row.id): row for row in todo}
        try:
            for future in as_completed(futures):
                fault = future.result()
                failed += fault is not None
                say(futures[future].id, fault or "written")
        except KeyboardInterrupt:
            with _deaf_to_interrupts():
                pool.shutdown(wait=True, cancel_futures=True)
            raise
    return Campaign(len(todo) - failed, len(rows) - len(todo), failed)


def read_rows(path: Path, formats: str) -> list[Row]:
    """The rows of a CSV with the columns id and request; size, system and seed are optional."""
    if not path.is_file():
        raise DesignError(f"there is no file {path}; give a CSV with the columns id and request")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            reader.fieldnames = [n.strip().casefold() for n in reader.fieldnames or ()]
            table = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise DesignError(f"{path} is not a UTF-8 CSV file: {error}") from error
    if not table or not {"id", "request"} <= table[0].keys():
        raise DesignError(f"{path} needs the columns id and request and at least one row")
    return _unique([_row(number, record, formats) for number, record in enumerate(table, 2)])


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C waits meanwhile, and never reaches the processes started here.

    Windows cannot make it wait; there it is lost."""
    if not hasattr(signal, "pthread_sigmask"):
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _unique(rows: list[Row]) -> list[Row]:
    seen: set[str] = set()
    for row in rows:
        folder = row.id.casefold()  # many disks hold "a" and "A" for one name
        if folder in seen:
            raise DesignError(f"two rows have the id {row.id!r}; ids must be unique")
        seen.add(folder)
    return rows


def _row(number: int, record: dict[str, str], formats: str) -> Row:
    row_id = (record["id"] or "").strip()
    if not _SAFE.fullmatch(row_id):
        raise DesignError(
            f"row {number}: the id {row_id!r} cannot be a folder name; use letters, digits, - . _"
        )
    seed = (record.get("seed") or "0").strip()
    if not _SEED.fullmatch(seed):
        raise DesignError(
            f"row {number}: the seed {seed!r} is not a whole number of at most 18 digits"
        )
    size, system = (record.get("size") or "").strip(), (record.get("system") or "").strip()
    return Row(
        row_id, Order(record["request"] or "", formats, size or None, system or None, int(seed))
    )


def _design_row(row: Row, folder: Path) -> str | None:
    """Design one row; what went wrong as one line, or None."""
    try:
        deliver(row.order, folder, Artist())
    except (DesignError, GenerationError, OSError) as error:
        return f"failed: {error}"
    return None
