"""How fast is the live document: commit → applied → seen in a second socket, on loopback?

A real server in a process of its own; two sockets and a third that types. Also what is sent, and
how long the event loop was kept busy while another design is worked on.

Run: PYTHONPATH=. python benchmarks/live.py [--rounds 200]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from websockets.sync.client import connect

from agents.brief import Commission
from agents.conversation import Conversation
from agents.home import Home
from agents.linked import done
from design_io.commands import UpdateLayer
from design_io.document import leaves
from editor.desk import Desk, desk_at
from editor.guard import own_page
from editor.live import live_router
from editor.scene import document_json
from generators.artist import Artist

ASKED = (
    "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25, "
    "book at bluenote.example, 12 Harbour Street, doors 7 pm"
)
BARS = {"seen": 15.0, "keystroke": 30.0, "drag": 300, "document": 10_000, "loop": 15.0}


class Served:
    """The desk on a free port."""

    def __init__(self, home: Home) -> None:
        self.desk = desk_at(home, Artist())
        app = FastAPI()
        app.include_router(live_router(self.desk, own_page))
        config = uvicorn.Config(
            app, port=0, log_level="error", ws="websockets-sansio", ws_per_message_deflate=False
        )
        self.server = uvicorn.Server(config)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        self.port = self.server.servers[0].sockets[0].getsockname()[1]

    def _run(self) -> None:
        async def run() -> None:
            self.loop = asyncio.get_running_loop()
            await self.server.serve()

        asyncio.run(run())

    def tab(self, doc: str) -> Any:
        return connect(f"ws://127.0.0.1:{self.port}/studio/ws/d/{doc}", max_size=None)


def median_and_worst(times: list[float]) -> str:
    ordered = sorted(times)
    high = ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {statistics.median(times):.1f} · p95 {high:.1f} · worst {ordered[-1]:.1f} ms"


def heard(tab: Any, kind: str, test: Callable[[dict[str, Any]], bool] = lambda m: True) -> str:
    """The next message of a kind, as it came."""
    while True:
        text = str(tab.recv(30))
        message = json.loads(text)
        if message["t"] == kind and test(message):
            return text


def seen(
    served: Served, doc: str, rounds: int, step: Callable[[int], dict[str, Any]]
) -> list[float]:
    """From the sending in one socket to the hearing in another."""
    times = []
    with served.tab(doc) as one, served.tab(doc) as two:
        heard(one, "snapshot"), heard(two, "snapshot")
        for number in range(rounds):
            message = {
                "t": "cmd", "txn": uuid.uuid4().hex[:16], "label": "Move",
                "commands": [step(number)],
            }  # fmt: skip
            started = time.perf_counter()
            one.send(json.dumps(message))
            heard(two, "commit", lambda m, txn=message["txn"]: m["txn"] == txn)  # type: ignore[misc]
            times.append(1000 * (time.perf_counter() - started))
            heard(one, "commit", lambda m, txn=message["txn"]: m["txn"] == txn)  # type: ignore[misc]
    return times


def typed(served: Served, doc: str, layer: str, words: str) -> list[float]:
    """A key to the shaped text."""
    times = []
    with served.tab(doc) as tab:
        heard(tab, "snapshot")
        for end in range(1, len(words) + 1):
            message = {"t": "layout_preview", "id": layer, "changes": {"text": words[:end]}}
            started = time.perf_counter()
            tab.send(json.dumps(message))
            heard(tab, "preview")
            times.append(1000 * (time.perf_counter() - started))
    return times


def waits_of_the_loop(served: Served, doc: str, other: str) -> tuple[list[float], list[float]]:
    """How long the loop was late, and commits took, while another design is worked on."""
    gaps: list[float] = []
    running = True

    async def beat() -> None:
        while running:
            started = time.perf_counter()
            await asyncio.sleep(0.001)
            gaps.append(1000 * (time.perf_counter() - started) - 1)

    async def work() -> None:
        for number in range(3):
            await served.desk.say(other, f"make the title {('red', 'blue', 'green')[number]}")
        await served.desk.turned(other, lambda m, rest, painter: done(
            m, m.history.do(m.history.past[-1].command, "Again", "user"), rest
        ))  # fmt: skip

    assert served.loop
    pulse = asyncio.run_coroutine_threadsafe(beat(), served.loop)
    busy = asyncio.run_coroutine_threadsafe(work(), served.loop)
    times: list[float] = []
    while not busy.done():
        times += seen(served, doc, 10, lambda n: moved(served.desk, doc, n))
    running = False
    busy.result(), pulse.result()
    return gaps, times


def moved(desk: Desk, doc: str, number: int) -> dict[str, Any]:
    layer = next(each for each in desk.home.store.load(doc).design.layers if each.role == "title")
    box = layer.box  # type: ignore[union-attr]
    changes = {"box": [round(box.x + 3 * (1 - 2 * (number % 2)), 2), round(box.y, 2), *box[2:]]}
    return UpdateLayer(layer_id=layer.id, changes=changes).model_dump(mode="json")


def retyped(desk: Desk, doc: str, number: int) -> dict[str, Any]:
    layer = next(each for each in desk.home.store.load(doc).design.layers if each.role == "title")
    changes = {"text": f"Jazz Night {number % 7}"}
    return UpdateLayer(layer_id=layer.id, changes=changes).model_dump(mode="json")


def prepared(folder: Path) -> tuple[Home, str, str, str]:
    """A home with a design alone, another, and the first of a set of three."""
    home = Home(folder)
    talk = Conversation(home, Artist())
    ids = ("a" * 32, "b" * 32, *("c" * 31 + digit for digit in "123"))
    sizes = ("instagram-post", "instagram-story", "a4")

    async def begin() -> None:
        for doc in ids[:2]:
            await talk.begin(Commission(request=ASKED, sizes=sizes[:1], design_ids=(doc,)))
        await talk.begin(Commission(request=ASKED, sizes=sizes, design_ids=ids[2:]))

    asyncio.run(begin())
    return home, ids[0], ids[1], ids[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        home, doc, other, first = prepared(Path(folder))
        served = Served(home)
        desk = served.desk
        design = home.store.load(doc).design
        document = json.dumps(document_json(design), ensure_ascii=False, separators=(",", ":"))
        title = next(each for each in design.layers if each.role == "title")
        drag = json.dumps(
            {"t": "cmd", "txn": "0" * 16, "base": 12, "label": "Move Title",
             "commands": [moved(desk, doc, 0)]}, separators=(",", ":"),
        )  # fmt: skip
        print(f"document of {sum(1 for _ in leaves(design))} layers  {len(document):,} B")
        print(f"drag commit sent            {len(drag)} B")
        for name, one, step in (
            ("drag seen in another tab", doc, moved),
            ("words seen in another tab", doc, retyped),
            ("drag in a set of three", first, moved),
            ("words in a set of three", first, retyped),
        ):  # fmt: skip
            count = rounds if one == doc else min(rounds, 20)
            times = seen(served, one, count, lambda n, f=step, d=one: f(desk, d, n))  # type: ignore[misc]
            print(f"{name:27} {median_and_worst(times)}")
        print(f"{'a key shaped':27} {median_and_worst(typed(served, doc, title.id, ASKED[:60]))}")
        gaps, times = waits_of_the_loop(served, doc, other)
        print(f"{'drag while another turns':27} {median_and_worst(times)}")
        print(f"{'the loop was late by':27} {median_and_worst(gaps)}")
        served.server.should_exit = True
        served.thread.join(5)


if __name__ == "__main__":
    main()
