"""How fast four designs follow the typing: requests typed in pieces, over the real socket.

python benchmarks/live_typing.py [--requests FILE.csv] [--count 12]
Each piece is sent as after a pause of the typing; the time runs until the fourth picture is here.
`core` is the median of the processor time of both ends, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import csv
import json
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn
import websockets
from fastapi import FastAPI

from agents.home import Home
from editor.examples import EXAMPLES
from editor.starting import start_router

_WORDS = 3  # typed between two pauses

Took = tuple[float, float]  # ms by the clock, ms of processor time


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=Path)
    options.add_argument("--count", type=int, default=12)
    asked = options.parse_args()
    requests = _requests(asked.requests, asked.count)
    with served() as port:
        pauses, bursts, enters = asyncio.run(_measured(port, requests))
    print(f"{'':24}{'n':>5}{'median':>9}{'p95':>8}{'worst':>8}{'core':>8}  ms")
    for name, times in (
        ("pause to four designs", pauses), ("burst to four designs", bursts),
        ("Enter to kept", enters),
    ):  # fmt: skip
        walls, cores = sorted(wall for wall, _ in times), [core for _, core in times]
        high, core = walls[int(0.95 * (len(walls) - 1))], statistics.median(cores)
        print(
            f"{name:24}{len(walls):5}{statistics.median(walls):9.0f}{high:8.0f}{walls[-1]:8.0f}"
            f"{core:8.0f}"
        )


@contextlib.contextmanager
def served() -> Iterator[int]:
    """The start page's routes on a port of their own, warm."""
    app = FastAPI()
    app.include_router(start_router(Home(Path(tempfile.mkdtemp())), lambda _: True))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield port
    server.should_exit = True
    thread.join(5)


async def _measured(port: int, requests: list[str]) -> tuple[list[Took], ...]:
    pauses, bursts, enters = list[Took](), list[Took](), list[Took]()
    number = 0
    async with websockets.connect(f"ws://127.0.0.1:{port}/studio/ws/sketch") as talk:
        for request in requests:
            words, anchor = request.split(), ""
            for end in [*range(_WORDS, len(words), _WORDS), len(words)]:
                number += 1
                text = " ".join(words[:end])
                seconds, anchor = await _answered(talk, "sketch", number, text, anchor)
                pauses.append(seconds)
            for _ in range(3):  # stale runs, each overtaken at once
                number += 1
                await _say(talk, "sketch", number, request + " " * number, "")
            number += 1
            bursts.append((await _answered(talk, "sketch", number, f"{request} today", ""))[0])
            number += 1
            enters.append((await _answered(talk, "commit", number, request, anchor))[0])
    return pauses, bursts, enters


async def _answered(
    talk: websockets.ClientConnection, what: str, number: int, text: str, anchor: str
) -> tuple[Took, str]:
    """How long it took until the answer is whole, and the anchor it named."""
    started, worked, seen = time.perf_counter(), time.process_time(), 0
    await _say(talk, what, number, text, anchor)
    while True:
        told = json.loads(await talk.recv())
        if told["n"] != number:
            continue
        anchor = told.get("anchor", anchor)
        seen += told["t"] == "variant"
        if seen == 4 or told["t"] in ("committed", "error"):
            wall, core = time.perf_counter() - started, time.process_time() - worked
            return (wall * 1000, core * 1000), anchor


async def _say(
    talk: websockets.ClientConnection, what: str, number: int, text: str, anchor: str
) -> None:
    wish = {"text": text, "anchor": anchor}
    await talk.send(json.dumps({"t": what, "n": number, "wish": wish}))


def _requests(path: Path | None, count: int) -> list[str]:
    if path is None:
        return [example.request for example in EXAMPLES]
    with path.open(newline="") as file:
        rows = [row["request"] for row in csv.DictReader(file)]
    return rows[:: max(1, len(rows) // count)][:count]


if __name__ == "__main__":
    main()
