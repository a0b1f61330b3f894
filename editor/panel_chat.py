"""The chat column: the talk, a turn streamed step by step, quick replies, stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import gradio as gr

from agents.events import Event, Tell
from agents.replanning import Wish, replanned
from design_io.errors import DesignError
from editor.attachments import taken
from editor.elements import QUEUED, QUIET, element
from editor.services import Desk
from editor.thumbnails import Shelf
from editor.turn_messages import Said, Steps, agent, answered, offered, told, user

Shown = tuple[Any, Any, Any]  # of the talk, the box, and the designs that are offered
_NOTHING: dict[str, Any] = {"items": []}
_STOPPED = "Stopped. Nothing was changed."


class ChatPanel:
    """Builds the column; `refresh` tells the talk as it stands."""

    def __init__(self, desk: Desk, doc: gr.Textbox, shelf: Shelf) -> None:
        self.desk, self.doc, self.shelf = desk, doc, shelf
        self.busy: set[str] = set()  # designs in whose talk this process streams a turn
        with gr.Column(elem_id="panel-chat", elem_classes="pk-panel"):
            self.talk = gr.Chatbot(
                elem_id="chat", show_label=False, container=False, height="100%",
                render_markdown=False, buttons=[], layout="bubble", feedback_options=None,
                group_consecutive_messages=False, allow_file_downloads=False, autoscroll=True,
                placeholder="Say what to change, or edit by hand: both are one line of undo.",
            )  # fmt: skip
            self.offers = element("plakat-list", events=("act",), elem_id="offers")
            self.box = gr.MultimodalTextbox(
                elem_id="say", show_label=False, container=False, lines=1, max_lines=8,
                placeholder="Make the title larger …", file_count="multiple",
                file_types=["image"], max_plain_text_length=20_000,
            )  # fmt: skip
        self._wire()

    def _wire(self) -> None:
        ends = [self.talk, self.box, self.offers]
        turn = self.box.submit(
            self._turn, [self.doc, self.box, self.talk], ends, trigger_mode="multiple", **QUEUED
        )
        reply = self.talk.option_select(
            self._reply, [self.doc, self.talk], ends, trigger_mode="once", **QUEUED
        )
        pick = self.offers.act(
            self._picked, [self.doc, self.talk], ends, trigger_mode="once", **QUEUED
        )
        self.box.stop(self._stopped, [self.doc], ends, cancels=[turn, reply, pick], **QUIET)

    def refresh(self, doc: str) -> Any:
        if not doc or doc in self.busy:
            return gr.skip()
        return told(self.desk.home.store.transcript(doc))

    async def _turn(
        self, doc: str, message: dict[str, Any], talk: list[Said]
    ) -> AsyncIterator[Shown]:
        words, files = message.get("text", "").strip(), message.get("files", [])
        if not words and not files:
            yield gr.skip(), gr.skip(), gr.skip()
            return
        if files:
            talk = [*talk, await self._attached(doc, [Path(file) for file in files])]
            yield talk, gr.MultimodalTextbox(value=None), _NOTHING
        if words:
            async for shown in self._streamed(doc, words, talk):
                yield shown

    async def _attached(self, doc: str, files: list[Path]) -> Said:
        """Pictures and logos join the design, which is laid out anew with them as one step."""
        try:
            items = tuple([
                await asyncio.to_thread(taken, self.desk.home, file.read_bytes(), file.name)
                for file in files
            ])  # fmt: skip
            wish = Wish(attachments=items)
            await self.desk.turned(
                doc, lambda member, rest, painter: replanned(member, rest, wish, painter)
            )
        except (DesignError, OSError) as error:
            return agent(str(error))
        return agent("; ".join(f"{item.name} joined as a {item.role}" for item in items))

    async def _reply(
        self, doc: str, talk: list[Said], chosen: gr.SelectData
    ) -> AsyncIterator[Shown]:
        async for shown in self._streamed(doc, str(chosen.value), talk):
            yield shown

    async def _picked(
        self, doc: str, talk: list[Said], event: gr.EventData
    ) -> AsyncIterator[Shown]:
        async for shown in self._streamed(doc, str(event._data["item"]), talk):
            yield shown

    async def _streamed(self, doc: str, words: str, talk: list[Said]) -> AsyncIterator[Shown]:
        """The turn as it goes: the talk, and a box that can stop it."""
        known = [*_without_options(talk), user(words)]
        steps = Steps()
        self.busy.add(doc)
        try:
            yield [*known, steps.message()], running(), _NOTHING
            async with Heard(lambda tell: self.desk.say(doc, words, (), tell)) as events:
                async for event in events:
                    if steps.take(event):
                        yield [*known, steps.message()], gr.skip(), gr.skip()
                answer = events.result()
            offers = await asyncio.to_thread(offered, self.desk.home, doc, answer, self.shelf)
            yield [*known, steps.message(ended=True), *answered(answer)], ready(), offers
        except DesignError as error:
            yield [*known, agent(str(error))], ready(), _NOTHING
        finally:
            self.busy.discard(doc)

    def _stopped(self, doc: str) -> Shown:
        self.busy.discard(doc)
        talk = told(self.desk.home.store.transcript(doc))
        return [*talk, agent(_STOPPED)], ready(), _NOTHING


class Heard:
    """Runs `work(tell)` as a task and yields its events; leaving early cancels the task."""

    def __init__(self, work: Callable[[Tell], Coroutine[Any, Any, Any]]) -> None:
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        self._work = work

    async def __aenter__(self) -> Heard:
        self._task = asyncio.create_task(self._work(self._events.put_nowait))
        self._task.add_done_callback(lambda _: self._events.put_nowait(None))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()

    async def __aiter__(self) -> AsyncIterator[Event]:
        while (event := await self._events.get()) is not None:
            yield event

    def result(self) -> Any:
        return self._task.result()


def running() -> Any:
    return gr.MultimodalTextbox(value=None, submit_btn=False, stop_btn=True)


def ready() -> Any:
    return gr.MultimodalTextbox(submit_btn=True, stop_btn=False)


def _without_options(talk: list[Said]) -> list[Said]:
    """Earlier messages offer nothing any longer."""
    return [{key: value for key, value in said.items() if key != "options"} for said in talk]
