"""Is anything lost or broken when saving is killed, or the disk is full?

A process saves on and on and says what it has saved: a `.plakat` file, the store's log, assets,
exports. It is killed (SIGKILL) at random times, or no file may grow beyond a random size. After
that everything it said must be there and whole; what it left half-written goes at the next save.

Run: PYTHONPATH=. python benchmarks/saves.py [--kills 100] [--full 20]     (not on Windows)
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import signal
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from psd_tools import PSDImage

from design_io.assets import AssetStore
from design_io.commands import UpdateDesign
from design_io.errors import DesignError
from design_io.export import export
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.native import NativeFile, read_native, replace_if_unchanged, write_native
from design_io.rasters import Rasters
from design_io.store import DesignStore
from tests.design_io.layered_poster import poster
from tests.design_io.letters import RESOURCES

Say = Callable[[int], None]  # what was saved, by its number
FILE, FORMATS = "jazz.plakat", ("png", "psd", "ora", "svg")
_LONGEST, _PATIENCE = 0.25, 5  # s until a process is killed, or gives up to fill the disk


def save_file(folder: Path, say: Say) -> None:
    """Each revision of a `.plakat` has its number as its title."""
    rasters = Rasters(poster(), RESOURCES)
    file, _ = read_native(folder / FILE, AssetStore(), FontLibrary.bundled())
    for revision in range(file.revision + 1, 1_000_000):
        design = poster().evolve(title=str(revision))
        new = file._replace(revision=revision, history=History(design))
        replace_if_unchanged(folder / FILE, revision - 1, new, RESOURCES, rasters)
        say(revision)


def check_file(folder: Path, said: int) -> str:
    file, _ = read_native(folder / FILE, AssetStore(), FontLibrary.bundled())
    if file.revision < said or file.history.present.title not in (str(file.revision), "Jazz"):
        return f"revision {said} was said, {file.revision} is there"
    with zipfile.ZipFile(folder / FILE) as archive:
        return archive.testzip() or ""


def save_log(folder: Path, say: Say) -> None:
    store = DesignStore(folder / "store.db")
    (design_id,) = store.designs() or (store.create(poster()).design_id,)
    at = store.load(design_id)
    for number in range(at.revision + 1, 1_000_000):
        at = store.append(design_id, at.revision, UpdateDesign(changes={"title": str(number)}))
        say(number)


def check_log(folder: Path, said: int) -> str:
    store = DesignStore(folder / "store.db")
    for design_id in store.designs():
        kept = store.load(design_id)
        title = kept.design.title if kept.revision else "0"
        if kept.revision < said or title != str(kept.revision):
            return f"revision {said} was said, {kept.revision} is there with the title {title}"
        if store.history(design_id).present != kept.design:
            return "the log does not lead to what it says"
    store.close()
    return ""


def asset_of(number: int) -> bytes:
    return random.Random(number).randbytes(200_000)


def save_assets(folder: Path, say: Say) -> None:
    assets = AssetStore(folder / "assets")
    for number in range(1, 1_000_000):
        assets.put(asset_of(number))
        say(number)


def check_assets(folder: Path, said: int) -> str:
    kept = {path.name for path in (folder / "assets").rglob("*") if _is_asset(path)}
    for path in (folder / "assets").rglob("*"):
        if _is_asset(path) and hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            return f"asset {path.name} is broken"
    missing = [n for n in range(1, said + 1) if _name(n) not in kept]
    return f"assets {missing} were said and are gone" if missing else ""


def _is_asset(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _name(number: int) -> str:
    return hashlib.sha256(asset_of(number)).hexdigest()


def save_exports(folder: Path, say: Say) -> None:
    design = poster()
    for number in range(1, 1_000_000):
        export(design, RESOURCES, folder / "out", "jazz", FORMATS, Rasters(design, RESOURCES))
        say(number)


def check_exports(folder: Path, said: int) -> str:
    """Each file that has its name opens."""
    out = folder / "out"
    if said and not all((out / f"jazz.{name}").exists() for name in FORMATS):
        return "an export was said and is not there"
    for path in out.glob("jazz.*"):
        if path.suffix == ".png":
            with Image.open(path) as picture:
                picture.load()
        elif path.suffix == ".psd":
            PSDImage.open(path)
        elif path.suffix == ".ora":
            with zipfile.ZipFile(path) as archive:
                archive.testzip()
        elif not path.read_text().rstrip().endswith("</svg>"):
            return f"{path.name} is cut off"
    return ""


SAVERS: dict[str, tuple[Callable[[Path, Say], None], Callable[[Path, int], str]]] = {
    ".plakat": (save_file, check_file),
    "log": (save_log, check_log),
    "assets": (save_assets, check_assets),
    "exports": (save_exports, check_exports),
}


def saved(kind: str, folder: Path, seconds: float = 30.0, largest: int | None = None) -> int:
    """Save in a process that is killed after `seconds`, or in which no file may be larger than
    `largest` bytes; the last number that it said."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        os.close(told)
        _run(kind, folder, tell, largest)
    os.close(tell)
    if largest is None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(told) as lines:
        numbers = [int(line) for line in lines if line.endswith("\n")]
    os.waitpid(child, 0)
    return max(numbers, default=0)


def _run(kind: str, folder: Path, tell: int, largest: int | None) -> None:
    """In the child: until it is killed or refused."""
    code = 1
    try:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            signal.alarm(_PATIENCE)  # where everything is smaller
        SAVERS[kind][0](folder, lambda number: _written(tell, number))
    except (DesignError, OSError):
        code = 0
    finally:
        os._exit(code)


def _written(tell: int, number: int) -> None:
    os.write(tell, f"{number}\n".encode())


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*") if not path.name.endswith(".lock")]


def age(folder: Path) -> None:
    """Two hours pass for what was left half-written."""
    for path in folder.rglob(".*"):
        os.utime(path, (time.time() - 7200,) * 2)


def trial(kind: str, folder: Path, chance: random.Random, full: bool) -> tuple[str, int]:
    """What is wrong after one death or refusal, and how much was left half-written."""
    folder.mkdir()
    write_native(folder / FILE, NativeFile("jazz", 0, History(poster())), RESOURCES)
    (folder / "assets").mkdir()
    (folder / "out").mkdir()
    largest = int(2 ** chance.uniform(8, 18)) if full else None
    seconds = chance.uniform(0.01, _LONGEST)
    said = saved(kind, folder, seconds, largest)
    try:
        wrong = SAVERS[kind][1](folder, said)
    except Exception as error:  # whatever cannot be read is what is looked for here
        wrong = f"{type(error).__name__}: {error}"
    left = len(left_over(folder))
    age(folder)
    saved(kind, folder, _LONGEST * 2)
    kept = left_over(folder)
    if not wrong and len(kept) > 1:  # the second process died at its work as well
        wrong = f"{len(kept)} files of dead writers stay: {kept}"
    return wrong, left


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--full", type=int, default=20)
    asked = options.parse_args()
    chance, kinds = random.Random(1), list(SAVERS)
    for name, count in (("killed", asked.kills), ("disk full", asked.full)):
        wrong, left = [], 0
        with tempfile.TemporaryDirectory() as folder:
            for number in range(count):
                kind = kinds[number % len(kinds)]
                found, half = trial(kind, Path(folder) / str(number), chance, name != "killed")
                wrong += [f"{kind}: {found}"] if found else []
                left += half > 0
        print(f"{name}: {count} times, {len(wrong)} with a fault, {left} left something to sweep")
        for line in wrong:
            print(f"  {line}")


if __name__ == "__main__":
    main()
