"""One at a time on a design and its set: who wants several waits for all, always in one order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager


class Alone:
    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def __call__(self, ids: Iterable[str]) -> AsyncIterator[None]:
        """Nobody else who asks here has one of these designs meanwhile."""
        async with AsyncExitStack() as held:
            for each in sorted(set(ids)):
                await held.enter_async_context(self._locks.setdefault(each, asyncio.Lock()))
            yield
