"""Does any broken file get through the wall? Sound files of every kind are mutated and read.

Each goes through its public reader, and what is read is drawn small. A file may be read or refused
by `ImportRejected`; anything else, a death of the reading process, or more than 5 s of CPU, its
children's too, is a fault. The same seed makes the same files.

    PYTHONPATH=. python benchmarks/fuzz.py 20000 [--seed 1] [--jobs 2] [--only psd]
    PYTHONPATH=. python benchmarks/fuzz.py --file NUMBER [--seed 1]     writes that file
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from agents.brandkit import read_kit
from design_io.assets import AssetStore
from design_io.errors import ImportRejected
from design_io.font_intake import checked
from design_io.fonts import FontLibrary
from design_io.importing import open_design
from design_io.logos import read_logo
from design_io.render import render
from tests.design_io.mutations import mutated
from tests.design_io.sound_files import sound_files

MOST_SECONDS = 5.0  # CPU
_HANGS = 120.0  # s on the clock, for a busy machine
_MEMORY = 4 * 2**30  # bytes of address space
_DRAWN = 200  # px of the longer side
FONTS = FontLibrary.bundled()


class Outcome(NamedTuple):
    number: int
    name: str  # of the sound file
    how: str  # "read", "refused" or "fault"
    told: str
    seconds: float

    @property
    def sound(self) -> bool:
        return self.how != "fault" and self.seconds <= MOST_SECONDS


def file_of(number: int, seed: int, only: str = "") -> tuple[str, bytes]:
    """The number-th file: the name of the sound one that it was, and its bytes."""
    chance = random.Random(f"{seed}/{number}")
    names = [name for name in sound_files() if name.endswith(only)]
    weights = [_WEIGHTS.get(name.rpartition(".")[2], 1.0) for name in names]
    [name] = chance.choices(names, weights)
    return name, mutated(sound_files()[name], tuple(sound_files().values()), chance)


def tried(number: int, seed: int, only: str = "") -> Outcome:
    """Read the file in this process."""
    name, data = file_of(number, seed, only)
    started = _spent()
    how, told = "read", ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"gift.{name.rpartition('.')[2]}")
        path.write_bytes(data)
        try:
            _READERS.get(path.suffix, _font)(path)
        except ImportRejected as refused:
            how, told = ("fault", "several lines") if "\n" in str(refused) else ("refused", "")
        except Exception as error:  # what this script looks for
            last = traceback.extract_tb(error.__traceback__)[-3:]
            where = " < ".join(f"{Path(at.filename).name}:{at.lineno}" for at in reversed(last))
            how, told = "fault", f"{type(error).__name__}: {str(error)[:160]} ({where})"
    return Outcome(number, name, how, told, _spent() - started)


def outcomes(count: int, seed: int, jobs: int = 1, only: str = "") -> Iterator[Outcome]:
    """All files, read by processes that are started anew where one dies or hangs."""
    sound_files()
    with ThreadPoolExecutor(jobs) as pool:
        shares = [range(first, count, jobs) for first in range(jobs)]
        reports: Any = multiprocessing.SimpleQueue()
        done = [pool.submit(_share, share, seed, only, reports) for share in shares]
        for _ in range(count):
            yield reports.get()
        for each in done:
            each.result()


def _share(numbers: range, seed: int, only: str, reports: Any) -> None:
    """Hand one process the numbers one by one."""
    context = multiprocessing.get_context("spawn")
    reader, line = None, None
    for number in numbers:
        if reader is None or line is None:
            line, far = context.Pipe()
            reader = context.Process(target=_reading, args=(far, seed, only), daemon=True)
            reader.start()
            far.close()
        line.send(number)
        try:
            if not line.poll(_HANGS):
                raise EOFError
            reports.put(line.recv())
        except EOFError:
            told = "hangs" if reader.is_alive() else f"dies ({reader.exitcode})"
            reader.kill()
            reader.join()
            reader = None
            reports.put(Outcome(number, file_of(number, seed, only)[0], "fault", told, 0.0))
    if line is not None:
        line.close()


def _reading(line: Any, seed: int, only: str) -> None:
    """In the process that reads."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    while True:
        try:
            number = line.recv()
        except EOFError:
            return
        line.send(tried(number, seed, only))


def _spent() -> float:
    """CPU of this process and of those it started, s."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _design(path: Path) -> None:
    file, resources = open_design(path, AssetStore(), FONTS)
    canvas = file.history.present.canvas
    render(file.history.present, resources, scale=_DRAWN / max(canvas.width, canvas.height))


def _drawing(path: Path) -> None:
    _design(path)
    with suppress(ImportRejected):  # not every drawing may be a logo
        read_logo(path, AssetStore())


def _kit(path: Path) -> None:
    read_kit(path, FONTS)


def _font(path: Path) -> None:
    checked(path.read_bytes(), path.name)


_READERS: dict[str, Callable[[Path], None]] = {
    ".psd": _design, ".ora": _design, ".plakat": _design, ".svg": _drawing, ".png": _drawing,
    ".jpg": _drawing, ".webp": _drawing, ".toml": _kit, ".md": _kit,
}  # fmt: skip
# Fonts are read in processes of their own, which take half a second to start.
_WEIGHTS = {"psd": 2.0, "ora": 4.0, "plakat": 3.0, "svg": 3.0, "ttf": 0.25, "otf": 0.25,
            "woff": 0.2, "woff2": 0.2, "ttc": 0.2}  # fmt: skip


def print_table(found: list[Outcome]) -> None:
    print(
        f"{'kind':8}{'files':>7}{'read':>7}{'refused':>9}{'faults':>8}{'slowest, CPU s':>16}  file"
    )
    for kind in sorted({each.name.rpartition(".")[2] for each in found}):
        _row(kind, [each for each in found if each.name.endswith("." + kind)])
    _row("all", found)


def _row(kind: str, found: list[Outcome]) -> None:
    counts = [sum(each.how == how for each in found) for how in ("read", "refused")]
    faults = sum(not each.sound for each in found)
    slowest = max(found, key=lambda each: each.seconds)
    print(f"{kind:8}{len(found):7}{counts[0]:7}{counts[1]:9}{faults:8}{slowest.seconds:12.2f}"
          f"  {slowest.number} {slowest.name}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="", help="the ending of the sound files")
    parser.add_argument("--file", type=int, help="write this file instead of reading any")
    options = parser.parse_args()
    if options.file is not None:
        name, data = file_of(options.file, options.seed, options.only)
        Path(f"{options.file}-{name}").write_bytes(data)
        return
    found = []
    for outcome in outcomes(options.count, options.seed, options.jobs, options.only):
        found.append(outcome)
        if not outcome.sound:
            print(f"{outcome.number} {outcome.name}: {outcome.told} {outcome.seconds:.1f} s",
                  flush=True)  # fmt: skip
    print_table(found)
    sys.exit(any(not each.sound for each in found))


if __name__ == "__main__":
    main()
