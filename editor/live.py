"""`WS /studio/ws/d/{id}`: one design, live. Messages are those of docs/editor.md.

A message that is not understood is rejected with a sentence; the socket stays.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from design_io.document import Mask
from design_io.errors import DesignError
from design_io.geometry import Box
from editor.desk import Desk, Gesture
from editor.easel import Order
from editor.retouching import Retouching
from editor.turns import Turns
from editor.watching import as_json

_MOST_CHARACTERS = 4_000_000  # of one message
_LONG = 50_000  # characters that are read off the loop
_MOST_COMMANDS = 2_000
_MOST_WAITING = 500  # messages to a tab
_GONE, _TOO_SLOW = 4404, 4408  # the design is not here; the tab does not read
UNDERSTOOD = (DesignError, ValidationError, KeyError, TypeError, ValueError, RecursionError)

Allowed = Callable[[WebSocket], bool]


def live_router(desk: Desk, allowed: Allowed) -> APIRouter:
    """`allowed` says whether a handshake comes from our own page."""
    router, turns, retouching = APIRouter(), Turns(desk), Retouching(desk)

    @router.websocket("/studio/ws/d/{design_id}")
    async def live(socket: WebSocket, design_id: str) -> None:
        if not allowed(socket):
            await socket.close(1008)
            return
        await socket.accept()
        if not await desk.has(design_id):
            said = "There is no such design here. Start a new one from the first page."
            await socket.send_json({"t": "reject", "txn": "", "error": said, "rev": 0})
            await socket.close(_GONE)
            return
        await _Visitor(socket, desk, design_id, turns, retouching).run()

    return router


class _Visitor:
    """One browser tab. What it asked for goes on when it leaves; all tabs hear what came of it."""

    def __init__(
        self, socket: WebSocket, desk: Desk, design_id: str, turns: Turns, retouching: Retouching
    ) -> None:
        self.socket, self.desk, self.design_id = socket, desk, design_id
        self.turns, self.retouching = turns, retouching
        self.origin = f"tab-{uuid.uuid4().hex[:8]}"
        self.out: asyncio.Queue[str] = asyncio.Queue()
        self.previewing: asyncio.Task[None] | None = None
        self.loop = asyncio.get_running_loop()

    async def run(self) -> None:
        leave = await self.desk.join(self.design_id, self.hear)
        await self.desk.easel.first_look(self.design_id)
        news = self.desk.easel.news(self.design_id)
        if news is not None:
            self.hear(as_json(news))
        speaking = asyncio.create_task(self._speak())
        try:
            while True:
                await self._heard(await self.socket.receive_text())
        except (WebSocketDisconnect, RuntimeError, KeyError):  # KeyError: bytes, not text
            pass
        finally:
            leave()
            speaking.cancel()
            self.desk.tell(self.design_id, {"t": "presence", "who": self.origin, "sel": None})

    def hear(self, message: str) -> None:
        """From any thread."""
        with suppress(RuntimeError):  # the server ends
            self.loop.call_soon_threadsafe(self.out.put_nowait, message)

    async def _speak(self) -> None:
        with suppress(WebSocketDisconnect, RuntimeError):
            while self.out.qsize() < _MOST_WAITING:
                await self.socket.send_text(await self.out.get())
            await self.socket.close(_TOO_SLOW)  # it comes back and is shown all there is then

    async def _heard(self, said: str) -> None:
        txn = ""
        try:
            message = await self._parsed(said)
            txn = str(message.get("txn", ""))[:64]
            do = _DOORS.get(str(message.get("t")))
            if do is None:
                raise DesignError(
                    f"{str(message.get('t'))[:40]!r} is not a message; see docs/editor.md"
                )
            await do(self, message, Gesture(txn, self.origin))
        except UNDERSTOOD as error:
            await self._reject(txn, error)

    async def _parsed(self, said: str) -> Any:
        if len(said) > _MOST_CHARACTERS:
            raise DesignError("that is too much for one step; change less at once")
        long = len(said) > _LONG
        message = await self.desk.lanes.off(json.loads, said) if long else json.loads(said)
        if not isinstance(message, dict):
            raise DesignError("a message is a JSON object with a field t")
        return message

    async def _reject(self, txn: str, error: Exception) -> None:
        revision = await self.desk.revision(self.design_id)
        told = {"t": "reject", "txn": txn, "error": sentence(error), "rev": revision}
        self.hear(as_json(told))

    async def _cmd(self, message: dict[str, Any], gesture: Gesture) -> None:
        if self.previewing:
            await self.previewing
        listed = message["commands"]
        if not isinstance(listed, list) or not 0 < len(listed) <= _MOST_COMMANDS:
            raise DesignError(f"a step holds 1 to {_MOST_COMMANDS:,} commands")
        label = str(message.get("label", ""))[:200]
        await self.desk.commit(self.design_id, listed, label, gesture=gesture)

    async def _undo(self, message: dict[str, Any], gesture: Gesture) -> None:
        await self.desk.step(self.design_id, "undo", gesture)

    async def _redo(self, message: dict[str, Any], gesture: Gesture) -> None:
        await self.desk.step(self.design_id, "redo", gesture)

    async def _preview(self, message: dict[str, Any], gesture: Gesture) -> None:
        """In their order, beside what else is going on."""
        layer, changes = str(message["id"]), dict(message["changes"])
        self.previewing = asyncio.create_task(self._previewed(layer, changes, self.previewing))

    async def _previewed(
        self, layer: str, changes: dict[str, Any], earlier: asyncio.Task[None] | None
    ) -> None:
        if earlier:
            await earlier
        try:
            self.hear(as_json(await self.desk.preview(self.design_id, layer, changes)))
        except UNDERSTOOD as error:
            await self._reject("", error)

    async def _prompt(self, message: dict[str, Any], gesture: Gesture) -> None:
        """A turn of its own; the socket goes on hearing. Said again, it is the same turn."""
        text, selected = str(message["text"]), [str(each) for each in message.get("sel", ())]
        propose = message.get("propose") is True
        self.turns.start(self.design_id, gesture, text, tuple(selected), propose)

    async def _accept(self, message: dict[str, Any], gesture: Gesture) -> None:
        self.turns.accept(self.design_id, gesture, [int(nth) for nth in message["parts"]])

    async def _stop(self, message: dict[str, Any], gesture: Gesture) -> None:
        self.turns.stop(self.design_id, gesture.txn)

    async def _paint(self, message: dict[str, Any], gesture: Gesture) -> None:
        """The picture, or one painted layer, anew by the painter of the settings."""
        order = Order(str(message.get("layer", "")), str(message.get("text", "")).strip()[:2000])
        await self.desk.easel.begin(self.design_id, gesture.txn, order)

    async def _paint_region(self, message: dict[str, Any], gesture: Gesture) -> None:
        box = Box(*(float(value) for value in message["box"]))
        self.desk.easel.drag(self.design_id, str(message["id"]), box)

    async def _paint_stop(self, message: dict[str, Any], gesture: Gesture) -> None:
        self.desk.easel.stop(self.design_id)

    async def _retouch(self, message: dict[str, Any], gesture: Gesture) -> None:
        """A part of a picture anew; it is shown, and kept when a `cmd` says so."""
        name, layer, text = (str(message[key]) for key in ("run", "id", "text"))
        mask, seed = Mask.model_validate(message["mask"]), int(message.get("seed", 0))
        self.retouching.begin(self.design_id, name[:64], layer, mask, text[:2000], seed)

    async def _retouch_stop(self, message: dict[str, Any], gesture: Gesture) -> None:
        self.retouching.stop(self.design_id)

    async def _presence(self, message: dict[str, Any], gesture: Gesture) -> None:
        chosen = [str(each) for each in message.get("sel", ())][:500]
        told = {"t": "presence", "who": self.origin, "sel": chosen}
        self.desk.tell(self.design_id, told)

    async def _resync(self, message: dict[str, Any], gesture: Gesture) -> None:
        await self.desk.resync(self.design_id, self.hear)


def sentence(error: Exception) -> str:
    if isinstance(error, DesignError):
        return str(error)
    if isinstance(error, KeyError):
        return f"the message lacks {str(error.args[0])[:40]!r}; see docs/editor.md"
    return f"the message was not understood: {str(error)[:200]}"


_DOORS: dict[str, Callable[[_Visitor, dict[str, Any], Gesture], Any]] = {
    "cmd": _Visitor._cmd, "undo": _Visitor._undo, "redo": _Visitor._redo,
    "layout_preview": _Visitor._preview, "prompt": _Visitor._prompt, "stop": _Visitor._stop,
    "paint": _Visitor._paint, "paint_region": _Visitor._paint_region,
    "paint_stop": _Visitor._paint_stop, "retouch": _Visitor._retouch,
    "retouch_stop": _Visitor._retouch_stop, "accept": _Visitor._accept,
    "presence": _Visitor._presence, "resync": _Visitor._resync,
}  # fmt: skip
