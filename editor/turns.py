"""The chat turns that sockets asked for: each runs once, whoever leaves or comes back meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from agents.events import Event
from design_io.errors import DesignError
from editor.desk import Desk, Gesture
from editor.offers import pictured
from editor.proposals import Proposals, message_of
from editor.turn_messages import step_title


class Turns:
    """All who look at a design hear its turns: their steps and the answer."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.proposals = Proposals(desk)
        self._running: dict[tuple[str, str], asyncio.Task[None]] = {}

    def start(
        self, design_id: str, gesture: Gesture, text: str, selected: tuple[str, ...],
        propose: bool = False,
    ) -> None:  # fmt: skip
        """Once for a gesture; while it runs it is not begun again. What is only proposed waits for
        `accept`."""
        work = self._proposed if propose else self._run
        self._begin(design_id, gesture, lambda: work(design_id, gesture, text, selected))

    def accept(self, design_id: str, gesture: Gesture, parts: list[int]) -> None:
        """Some parts of what was proposed under the gesture's name, or none."""
        self._begin(design_id, gesture, lambda: self._accepted(design_id, gesture, parts))

    def stop(self, design_id: str, txn: str) -> None:
        turn = self._running.get((design_id, txn))
        if turn is not None:
            turn.cancel()

    def _begin(
        self, design_id: str, gesture: Gesture, work: Callable[[], Coroutine[Any, Any, None]]
    ) -> None:
        name = design_id, gesture.txn
        if name in self._running:
            return
        turn = self._running[name] = asyncio.create_task(work())
        turn.add_done_callback(lambda _: self._running.pop(name, None))

    async def _proposed(
        self, design_id: str, gesture: Gesture, text: str, selected: tuple[str, ...]
    ) -> None:
        try:
            made = await self.proposals.propose(design_id, text, selected, gesture.txn)
        except asyncio.CancelledError:
            self._said(design_id, gesture, {"kind": "stopped", "text": _STOPPED})
            raise
        except DesignError as error:
            self._said(design_id, gesture, {"kind": "impossible", "text": str(error)})
            return
        if made is None:  # a question, or no change: nothing to accept
            await self._run(design_id, gesture, text, selected)
        else:
            self.desk.tell(design_id, message_of(made, gesture.txn))

    async def _accepted(self, design_id: str, gesture: Gesture, parts: list[int]) -> None:
        try:
            answer = await self.proposals.accept(design_id, parts, gesture)
        except DesignError as error:
            self._said(design_id, gesture, {"kind": "impossible", "text": str(error)})
            return
        told = {"kind": answer.kind, "text": answer.said, "diff": list(answer.diff)}
        self._said(design_id, gesture, told)

    async def _run(
        self, design_id: str, gesture: Gesture, text: str, selected: tuple[str, ...]
    ) -> None:
        def tell(event: Event) -> None:
            if event.kind == "step_started":
                self._job(design_id, gesture, event.step, False, 0)
            elif event.kind == "step_finished":
                self._job(design_id, gesture, event.step, True, round(1000 * event.seconds))

        before = await self.desk.revision(design_id)
        try:
            answer = await self.desk.say(design_id, text, selected, tell, gesture)
        except asyncio.CancelledError:
            late = await self.desk.revision(design_id) > before
            text = _LATE if late else _STOPPED
            self._said(design_id, gesture, {"kind": "stopped", "text": text})
            raise
        except DesignError as error:
            self._said(design_id, gesture, {"kind": "impossible", "text": str(error)})
            return
        choices = await self.desk.lanes.off(pictured, self.desk.home, design_id, answer)
        self._said(design_id, gesture, {
            "kind": answer.kind, "text": answer.said, "choices": choices,
            "diff": list(answer.diff),
        })  # fmt: skip

    def _job(self, design_id: str, gesture: Gesture, stage: str, done: bool, ms: int) -> None:
        self.desk.tell(design_id, {
            "t": "job", "txn": gesture.txn, "stage": stage, "title": step_title(stage),
            "done": done, "ms": ms,
        })  # fmt: skip

    def _said(self, design_id: str, gesture: Gesture, told: dict[str, Any]) -> None:
        message = {"t": "said", "txn": gesture.txn, "choices": [], "diff": [], **told}
        self.desk.tell(design_id, message)


_STOPPED = "Stopped. Nothing was changed."
_LATE = "Stopped, but something had been changed by then; undo takes it back."
