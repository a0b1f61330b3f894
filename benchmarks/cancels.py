"""How soon does a turn stop when it is cancelled, and is what is kept the last commit?

Commissions of six sizes, chat turns and live sketches are cancelled at moments spread over the time
that they take. Told are the seconds until the turn has ended and its worker thread is free again.

Run: PYTHONPATH=. python benchmarks/cancels.py [--moments 20]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from agents.brief import Commission
from agents.calm import Wish
from agents.conversation import Conversation
from agents.home import Home
from benchmarks.kills import ASKED
from design_io.document import to_json
from editor.sketches import Sketcher, Unwanted
from editor.sketching import Asked, _Talk
from generators.artist import Artist

SAID = ("make the title red", "make it more elegant", "as a story", "draw a guitar instead")
_WISH = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--moments", type=int, default=20)
    moments = options.parse_args().moments
    with tempfile.TemporaryDirectory() as folder:
        _told("live sketch", sketches(Path(folder) / "live", moments))
        for said in SAID:
            _told(f"chat: {said}", turns(Path(folder) / said.replace(" ", "-"), said, moments))
        _told("commission", commissions(Path(folder) / "made", moments))


def commissions(folder: Path, moments: int) -> list[float]:
    """Nothing is kept of one that was stopped, and it can be gone on with."""
    whole = _seconds(lambda: Conversation(Home(folder / "whole"), Artist()).begin(ASKED))
    waits = []
    for number in range(moments):
        home = Home(folder / str(number))
        work = Conversation(home, Artist())
        waits.append(asyncio.run(_cancelled(partial(work.begin, ASKED), whole * number / moments)))
        if len(home.store.designs()) not in (0, len(ASKED.design_ids)):
            raise AssertionError(
                f"{home.store.designs()} are kept of a commission that was stopped"
            )
    return waits


def turns(folder: Path, said: str, moments: int) -> list[float]:
    """The design is as it was, or as the whole turn makes it."""
    talk = Conversation(Home(folder), Artist())
    asked = Commission(request=_WISH, sizes=("instagram-post",), design_ids=("post",))
    asyncio.run(talk.begin(asked))
    waits, store = [], talk.home.store
    whole = 0.0
    for number in range(-2, moments):  # the first turn warms up, the second one tells how long
        before = store.load("post")
        if number < 0:
            whole = _seconds(lambda: talk.say("post", said))
            continue
        moment = whole * number / moments
        waits.append(asyncio.run(_cancelled(lambda: talk.say("post", said), moment)))
        after = store.load("post")
        if after.revision not in (before.revision, before.revision + 1):
            raise AssertionError(f"revision {after.revision} after {before.revision}")
        if after.revision == before.revision and to_json(after.design) != to_json(before.design):
            raise AssertionError("the design differs from its last commit")
        if asyncio.run(talk.recover()):
            raise AssertionError("a cancelled turn came back")
    return waits


def sketches(folder: Path, moments: int) -> list[float]:
    """The worker of a socket whose words are no longer wanted is free again."""
    home = Home(folder)
    waits = []
    warm = Sketcher(home.resources)  # as a server is after its first words
    list(warm.variants(warm.hear(Wish(text=_WISH))))
    for number in range(moments):
        sketcher = Sketcher(home.resources)
        talk = _Talk.__new__(_Talk)
        talk.sketcher, talk.newest, talk.shown = sketcher, 1, {}
        talk._say = lambda message: None  # type: ignore[method-assign]
        asked = Asked(t="sketch", n=1, wish=Wish(text=_WISH))
        ended = threading.Event()

        def draw(talk: _Talk = talk, asked: Asked = asked, ended: threading.Event = ended) -> None:
            with suppress(Unwanted):
                talk._sketch(asked)
            ended.set()

        threading.Thread(target=draw, daemon=True).start()
        ended.wait(1.5 * number / moments)
        started = time.perf_counter()
        talk.newest = 2
        ended.wait()
        waits.append(time.perf_counter() - started)
    return waits


async def _cancelled(work: Callable[[], Awaitable[object]], moment: float) -> float:
    """Seconds from the cancel to the end of the turn."""
    turn = asyncio.ensure_future(work())
    await asyncio.wait((turn,), timeout=moment * random.uniform(0.9, 1.1))
    started = time.perf_counter()
    turn.cancel()
    await asyncio.wait((turn,))
    return time.perf_counter() - started


def _seconds(work: Callable[[], Awaitable[object]]) -> float:
    async def run() -> None:
        await work()

    started = time.perf_counter()
    asyncio.run(run())
    return time.perf_counter() - started


def _told(what: str, waits: list[float]) -> None:
    ranked = sorted(1000 * wait for wait in waits)
    print(
        f"{what:32} median {ranked[len(ranked) // 2]:6.1f}   worst {ranked[-1]:6.1f} ms", flush=True
    )


if __name__ == "__main__":
    main()
