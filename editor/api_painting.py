"""`/studio/api/paint`: this computer's painter for others, such as laptops without a GPU.

The whole request comes in, lines of JSON go out: how far it is, then the layers and their assets.
Who hangs up stops the painting. Where a password is set, it is shown as a bearer token.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

from fastapi import APIRouter, HTTPException
from fastapi.responses import StreamingResponse

from design_io.assets import AssetStore
from design_io.errors import DesignError
from editor.services import Desk
from generators.plakat_server import (
    About,
    Beat,
    PaintOrder,
    named_by,
    packed,
    refuse_large,
    unpacked,
)
from generators.request import GenerationError, Generator, Progress

_MOST_WAITING = 8
_LINES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/x-ndjson": {"schema": Beat.model_json_schema()}}}
}
_BEAT = 1.0  # seconds between two lines


def painting_router(desk: Desk) -> APIRouter:
    """DesignError becomes 422 in the application."""
    router = APIRouter(prefix="/studio/api", tags=["painting"])
    queue = _Queue()

    @router.get("/paint")
    def about() -> About:
        """Who paints here, under which licence, and what it can be asked for."""
        painter = desk.painter
        return About(painter=painter.name, licence=painter.licence, abilities=painter.abilities)

    @router.post("/paint", response_class=StreamingResponse, responses=_LINES)
    async def paint(order: PaintOrder) -> StreamingResponse:
        """Lines of JSON (`Beat`): steps while it is painted, at last layers and assets, or why
        there are none."""
        refuse_large(order)
        assets = AssetStore()
        await asyncio.to_thread(unpacked, order.assets, assets)
        if queue.waiting >= _MOST_WAITING:
            raise HTTPException(503, f"{queue.waiting} pictures are waiting here; try again later")
        beats = queue.painted(desk.painter, order, assets)
        return StreamingResponse(beats, media_type="application/x-ndjson")

    return router


class _Queue:
    """One picture at a time; the others wait."""

    def __init__(self) -> None:
        self.waiting = 0
        self._turn = asyncio.Lock()

    async def painted(
        self, painter: Generator, order: PaintOrder, assets: AssetStore
    ) -> AsyncIterator[str]:
        told, given_up = [Beat()], list[bool]()

        def work() -> Beat:
            def on_step(progress: Progress) -> None:
                told.append(Beat(step=progress.step, steps=progress.steps))

            made = painter.paint(order.request, assets, lambda: bool(given_up), on_step)
            return Beat(done=True, painted=made, assets=packed(named_by(made), assets))

        self.waiting += 1
        task = asyncio.create_task(self._in_turn(work))
        try:
            while not (await asyncio.wait((task,), timeout=_BEAT))[0]:
                yield _line(told[-1])
            yield _line(task.result())
        finally:
            self.waiting -= 1
            given_up.append(True)
            task.cancel()

    async def _in_turn(self, work: Callable[[], Beat]) -> Beat:
        async with self._turn:
            running = asyncio.create_task(asyncio.to_thread(_outcome, work))
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                await asyncio.wait((running,))  # the painter is free once it has stopped
                raise


def _outcome(work: Callable[[], Beat]) -> Beat:
    try:
        return work()
    except (DesignError, GenerationError) as error:
        transient = isinstance(error, GenerationError) and error.transient
        return Beat(done=True, error=str(error), transient=transient)
    except Exception as error:  # the border of a foreign painter
        return Beat(done=True, error=f"{type(error).__name__}: {error}")


def _line(beat: Beat) -> str:
    return beat.model_dump_json() + "\n"
