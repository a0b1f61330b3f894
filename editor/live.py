"""`WS /studio/ws/d/{id}`: one design, live. Messages are those of docs/editor.md.

A message that is not understood is rejected with a sentence; the socket stays.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from agents.events import Event
from design_io.commands import command_from_json
from design_io.errors import DesignError
from editor.desk import Desk, Gesture
from editor.offers import pictured

_MOST_BYTES = 4_000_000  # of one message
_MOST_COMMANDS = 2_000
_GONE = 4404  # the design is not here

Allowed = Callable[[WebSocket], bool]


def live_router(desk: Desk, allowed: Allowed) -> APIRouter:
    """`allowed` says whether a handshake comes from our own page."""
    router = APIRouter()

    @router.websocket("/studio/ws/d/{design_id}")
    async def live(socket: WebSocket, design_id: str) -> None:
        if not allowed(socket):
            await socket.close(1008)
            return
        await socket.accept()
        if design_id not in desk.home.store:
            said = "There is no such design here. Start a new one from the first page."
            await socket.send_json({"t": "reject", "txn": "", "error": said, "rev": 0})
            await socket.close(_GONE)
            return
        await _Visitor(socket, desk, design_id).run()

    return router


class _Visitor:
    """One browser tab."""

    def __init__(self, socket: WebSocket, desk: Desk, design_id: str) -> None:
        self.socket, self.desk, self.design_id = socket, desk, design_id
        self.origin = f"tab-{id(socket):x}"
        self.out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.turns: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        leave = self.desk.listen(self.design_id, self.out.put_nowait)
        speaking = asyncio.create_task(self._speak())
        try:
            self.out.put_nowait(self.desk.snapshot(self.design_id))
            while True:
                await self._hear(await self.socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            leave()
            speaking.cancel()
            self.desk.tell(self.design_id, {"t": "presence", "who": self.origin, "sel": None})

    async def _speak(self) -> None:
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await self.socket.send_json(await self.out.get())

    async def _hear(self, said: str) -> None:
        txn = ""
        try:
            if len(said) > _MOST_BYTES:
                raise DesignError("that is too much for one step; change less at once")
            message = json.loads(said)
            if not isinstance(message, dict):
                raise DesignError("a message is a JSON object with a field t")
            txn = str(message.get("txn", ""))[:64]
            do = _DOORS.get(str(message.get("t")))
            if do is None:
                raise DesignError(f"{message.get('t')!r} is not a message; see /studio/api/docs")
            await do(self, message, Gesture(txn, self.origin))
        except (DesignError, ValidationError, KeyError, TypeError, ValueError) as error:
            self.out.put_nowait({
                "t": "reject", "txn": txn, "error": _sentence(error),
                "rev": self.desk.home.store.load(self.design_id).revision,
            })  # fmt: skip

    async def _cmd(self, message: dict[str, Any], gesture: Gesture) -> None:
        listed = message["commands"]
        if not isinstance(listed, list) or len(listed) > _MOST_COMMANDS:
            raise DesignError(f"a step holds 1 to {_MOST_COMMANDS} commands")
        commands = [command_from_json(json.dumps(each)) for each in listed]
        label = str(message.get("label", ""))[:200]
        before = self.desk.home.store.load(self.design_id).revision
        revision = await self.desk.commit(self.design_id, commands, label, gesture=gesture)
        if revision <= before:  # said twice: the browser is told that it was done
            self.out.put_nowait(self.desk.snapshot(self.design_id))

    async def _undo(self, message: dict[str, Any], gesture: Gesture) -> None:
        await self.desk.step(self.design_id, "undo", gesture)

    async def _redo(self, message: dict[str, Any], gesture: Gesture) -> None:
        await self.desk.step(self.design_id, "redo", gesture)

    async def _preview(self, message: dict[str, Any], gesture: Gesture) -> None:
        layer, changes = str(message["id"]), dict(message["changes"])
        self.out.put_nowait(self.desk.preview(self.design_id, layer, changes))

    async def _prompt(self, message: dict[str, Any], gesture: Gesture) -> None:
        """A turn of its own; the socket goes on hearing."""
        if gesture.txn in self.turns:
            return
        turn = asyncio.create_task(self._turn(message, gesture))
        self.turns[gesture.txn] = turn
        turn.add_done_callback(lambda _: self.turns.pop(gesture.txn, None))

    async def _turn(self, message: dict[str, Any], gesture: Gesture) -> None:
        def tell(event: Event) -> None:
            if event.kind == "step_started":
                self._job(gesture, event.step, False, 0)
            elif event.kind == "step_finished":
                self._job(gesture, event.step, True, round(1000 * event.seconds))

        try:
            selected = tuple(str(each) for each in message.get("sel", ()))
            answer = await self.desk.say(
                self.design_id, str(message["text"]), selected, tell, gesture
            )
        except asyncio.CancelledError:
            self._said(gesture, "stopped", "Stopped. Nothing was changed.")
            raise
        except (DesignError, KeyError) as error:
            self._said(gesture, "impossible", _sentence(error))
            return
        choices = await asyncio.to_thread(pictured, self.desk.home, self.design_id, answer)
        self._said(gesture, answer.kind, answer.said, choices, list(answer.diff))

    async def _stop(self, message: dict[str, Any], gesture: Gesture) -> None:
        turn = self.turns.get(gesture.txn)
        if turn is not None:
            turn.cancel()

    async def _presence(self, message: dict[str, Any], gesture: Gesture) -> None:
        chosen = [str(each) for each in message.get("sel", ())][:500]
        told = {"t": "presence", "who": self.origin, "sel": chosen}
        self.desk.tell(self.design_id, told)

    async def _resync(self, message: dict[str, Any], gesture: Gesture) -> None:
        self.out.put_nowait(self.desk.snapshot(self.design_id))

    def _job(self, gesture: Gesture, stage: str, done: bool, ms: int) -> None:
        self.desk.tell(self.design_id, {
            "t": "job", "txn": gesture.txn, "stage": stage, "title": stage, "done": done, "ms": ms,
        })  # fmt: skip

    def _said(
        self, gesture: Gesture, kind: str, text: str, choices: list[dict[str, str]] | None = None,
        diff: list[str] | None = None,
    ) -> None:  # fmt: skip
        self.desk.tell(self.design_id, {
            "t": "said", "txn": gesture.txn, "kind": kind, "text": text, "choices": choices or [],
            "diff": diff or [],
        })  # fmt: skip


def _sentence(error: Exception) -> str:
    if isinstance(error, DesignError):
        return str(error)
    if isinstance(error, KeyError):
        return f"the message lacks {error.args[0]!r}; see /studio/api/docs"
    return f"the message was not understood: {str(error)[:200]}"


_DOORS: dict[str, Callable[[_Visitor, dict[str, Any], Gesture], Any]] = {
    "cmd": _Visitor._cmd, "undo": _Visitor._undo, "redo": _Visitor._redo,
    "layout_preview": _Visitor._preview, "prompt": _Visitor._prompt, "stop": _Visitor._stop,
    "presence": _Visitor._presence, "resync": _Visitor._resync,
}  # fmt: skip
