"""Is a turn that was killed gone on with, to the same designs, without painting twice?

A turn of six sizes runs in a process of its own that kills itself (SIGKILL) at a point; then it is
resumed from its checkpoints. Points are spread over everything the turn tells and over time.

Run: PYTHONPATH=. python benchmarks/kills.py [--points 50]
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from agents.brief import Commission
from agents.events import Event
from agents.graph import design_set, resumed
from agents.running import Turn, unfinished
from agents.steps import Context
from design_io.assets import AssetStore
from design_io.document import to_json
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.store import DesignStore
from generators.artist import Artist

SIZES = (
    "instagram-post", "instagram-story", "a4", "facebook-cover", "youtube-thumbnail", "a3",
)  # fmt: skip
ASKED = Commission(
    request="A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25",
    sizes=SIZES, design_ids=tuple(f"design-{number}" for number in range(len(SIZES))),
)  # fmt: skip
THREAD = "jazz/1"


class Noting(Artist):
    """The code-only artist, who writes down every picture that is finished."""

    def __init__(self, book: Path) -> None:
        super().__init__()
        self.book = book

    def paint(self, request, assets, cancelled=lambda: False):  # type: ignore[no-untyped-def]
        made = super().paint(request, assets, cancelled)
        with self.book.open("a") as book:
            book.write(f"{request.width}x{request.height}\n")
        return made


class Result(NamedTuple):
    killed: bool
    same: bool
    twice: int  # pictures that were painted again


async def turn(home: Path, told: list[Event], stop_after: int = 0) -> None:
    """Start the turn in this home, or go on with it; SIGKILL after an event's number."""

    def tell(event: Event) -> None:
        told.append(event)
        if len(told) == stop_after:
            os.kill(os.getpid(), signal.SIGKILL)

    store = DesignStore(home / "store.db")
    context = Context(
        Resources(AssetStore(home / "assets"), FontLibrary.bundled()), Noting(home / "book"),
        store=store,
    )  # fmt: skip
    at = Turn(THREAD, home / "turns.db")
    if THREAD in await unfinished(home / "turns.db"):
        await resumed(at, context, tell)
    elif not store.designs():
        await design_set(ASKED, context, at, tell)
    store.close()


def killed_at(home: Path, event: int, seconds: float = 0.0) -> bool:
    """Run the turn in a process that dies after an event, or at a time; whether it died."""
    command = [sys.executable, __file__, "--child", str(home), str(event), str(seconds)]
    return subprocess.run(command, env=os.environ | {"PYTHONPATH": "."}).returncode != 0


def outcome(home: Path, whole: str, killed: bool) -> Result:
    """Resume in this process and compare with the turn that nobody killed."""
    asyncio.run(turn(home, []))
    painted = (home / "book").read_text().split()
    return Result(killed, digest(home) == whole, len(painted) - len(SIZES))


def digest(home: Path) -> str:
    """One hash over all designs of the set."""
    store = DesignStore(home / "store.db")
    documents = [to_json(store.load(design_id).design) for design_id in ASKED.design_ids]
    store.close()
    return hashlib.sha256("\n".join(documents).encode()).hexdigest()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--points", type=int, default=50)
    options.add_argument("--child", nargs=3, metavar=("HOME", "EVENT", "SECONDS"))
    asked = options.parse_args()
    if asked.child:
        home, event, seconds = asked.child
        if float(seconds):
            threading.Timer(float(seconds), os.kill, (os.getpid(), signal.SIGKILL)).start()
        asyncio.run(turn(Path(home), [], int(event)))
        os._exit(0)
    with tempfile.TemporaryDirectory() as folder:
        report(Path(folder), asked.points)


def report(folder: Path, points: int) -> None:
    told: list[Event] = []
    asyncio.run(turn(folder / "whole", told))
    whole = digest(folder / "whole")
    started = time.perf_counter()
    killed_at(folder / "timed", 0)
    lasts = time.perf_counter() - started
    results = []
    for number in range(points):
        home = folder / str(number)
        half = number // 2
        if number % 2:  # every second one at a time, wherever the turn is by then
            died = killed_at(home, 0, 0.7 * lasts * (half + 0.5) / (points // 2))
        else:
            died = killed_at(home, 1 + half * len(told) // ((points + 1) // 2))
        results.append(outcome(home, whole, died))
    print(f"{sum(r.killed for r in results)} of {points} killed")
    print(f"{sum(r.same for r in results)} of {points} ended in the same designs")
    print(f"painted twice: at most {max(r.twice for r in results)} of a turn's {len(SIZES)}")


if __name__ == "__main__":
    main()
