"""Work off the event loop: one change at a time on a design and its set, others meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from agents.alone import Alone

T = TypeVar("T")
P = ParamSpec("P")
_THREADS = 4


class Lanes:
    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_THREADS, "desk")
        self.alone = Alone()

    async def off(self, work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
        """The answer of work in a thread; who is cancelled meanwhile waits for its end first."""
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._pool, lambda: work(*args, **more))
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait((future,))
            raise
