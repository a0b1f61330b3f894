"""A turn of a graph, run to its end: streamed, checkpointed at every step, resumed after a crash.

One thread per turn. A turn that ended leaves no checkpoints; what is left is unfinished.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from agents.events import Event, StepFinished, StepStarted, Tell, event_from
from design_io.errors import DesignError

State = TypeVar("State")
_MOST_STEPS = 50


Checkpoints = Path | str | None  # an SQLite file, the URL of a Postgres database, or memory


class Turn(NamedTuple):
    """Which turn this is, and where its checkpoints are kept."""

    thread: str
    checkpoints: Checkpoints = None


class Stoppable(Protocol):
    """What the nodes of a turn work with; the list is no longer empty once they shall stop."""

    @property
    def stopped(self) -> list[bool]: ...


class Told(NamedTuple, Generic[State]):
    """What a step adds to the state, the line people see, and what else is told."""

    state: State
    message: str
    events: tuple[Event, ...] = ()


class Waiting(Exception):
    """The turn waits for an answer; it goes on when it is run again with one."""

    def __init__(self, asked: Any) -> None:
        super().__init__("the turn waits for answers")
        self.asked = asked


async def run(graph: Any, turn: Turn, start: Any, context: Stoppable, tell: Tell) -> dict[str, Any]:
    """The last state of the turn. `start` None goes on where a crash stopped it, a LangGraph
    `Command(resume=…)` answers what it waits for."""
    async with saver_at(turn.checkpoints) as saver:
        compiled = graph.copy({"checkpointer": saver})
        config = {"configurable": {"thread_id": turn.thread}, "recursion_limit": _MOST_STEPS}
        try:
            state = await _streamed(compiled, start, config, context, tell)
        finally:
            context.stopped.append(True)
        left = await compiled.aget_state(config)
        if left.interrupts:
            raise Waiting(left.interrupts[0].value)
        await saver.adelete_thread(turn.thread)
    return state


async def stepped(
    runtime: Any, step: str, fraction: float, work: Callable[[], Told[State]]
) -> tuple[State, float]:
    """Do a node's work off the event loop and tell what came of it; its state, and the seconds.

    `fraction` is what of the whole turn is done after it."""
    tell = runtime.stream_writer
    tell(StepStarted(step=step).model_dump(mode="json"))
    started = time.perf_counter()
    told = await asyncio.to_thread(work)
    seconds = round(time.perf_counter() - started, 4)
    finished = StepFinished(step=step, message=told.message, seconds=seconds, fraction=fraction)
    for event in (*told.events, finished):
        tell(event.model_dump(mode="json"))
    return told.state, seconds


async def unfinished(checkpoints: Path | str) -> tuple[str, ...]:
    """The threads that a crash, a stop or a question left open, oldest first."""
    if isinstance(checkpoints, Path) and not checkpoints.is_file():
        return ()
    async with saver_at(checkpoints) as saver:
        found = [item.config["configurable"]["thread_id"] async for item in saver.alist(None)]
    return tuple(dict.fromkeys(reversed(found)))


async def forget(checkpoints: Path | str, thread: str) -> None:
    """Give up a turn that was left open."""
    async with saver_at(checkpoints) as saver:
        await saver.adelete_thread(thread)


@asynccontextmanager
async def saver_at(where: Checkpoints) -> AsyncIterator[Any]:
    """The saver of checkpoints; nothing in them can name code to run."""
    from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

    async with _postgres(where) if isinstance(where, str) else _sqlite(where) as saver:
        saver.serde = JsonPlusSerializer(allowed_msgpack_modules=None)
        yield saver


@asynccontextmanager
async def _sqlite(path: Path | None) -> AsyncIterator[Any]:
    """Closed once nothing is written any more: LangGraph leaves writes behind when it is cancelled,
    and a connection that is closed in the midst of one keeps the file locked."""
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    async with AsyncSqliteSaver.from_conn_string(str(path or ":memory:")) as saver:
        try:
            yield saver
        finally:
            await asyncio.sleep(0)  # what was left behind begins, and has the lock before us
            async with saver.lock:
                await saver.conn.rollback()


@asynccontextmanager
async def _postgres(url: str) -> AsyncIterator[Any]:
    """Its tables are made at first use. DesignError where nobody answers."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise DesignError(f"checkpoints are kept at postgresql://…, not at {url[:40]!r}")
    try:
        import psycopg
        from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
    except ImportError as error:
        raise DesignError(
            "checkpoints in Postgres need the extra: pip install -e '.[postgres]'"
        ) from error
    try:
        async with AsyncPostgresSaver.from_conn_string(url) as saver:
            await saver.setup()
            yield saver
    except psycopg.OperationalError as error:
        raise DesignError(f"Postgres keeps no checkpoints: {str(error).strip()}") from error


async def _streamed(
    compiled: Any, start: Any, config: dict[str, Any], context: Stoppable, tell: Tell
) -> dict[str, Any]:
    stream = compiled.astream(
        start, config, context=context, stream_mode=["custom", "values"], version="v2",
        durability="sync",
    )  # fmt: skip
    state: dict[str, Any] = {}
    async with aclosing(stream) as parts:
        async for part in parts:
            if part["type"] == "custom":
                tell(event_from(part["data"]))
            else:
                state = part["data"]
    return state
