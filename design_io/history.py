"""Undo and redo by keeping the earlier immutable designs; one step per transaction."""

from __future__ import annotations

from typing import Literal, NamedTuple

from design_io.commands import Actor, Command, apply
from design_io.document import Design
from design_io.errors import DesignError


class Step(NamedTuple):
    """A command, the design it was made on and the design it made."""

    before: Design
    after: Design
    command: Command
    label: str
    actor: Actor


class History(NamedTuple):
    present: Design
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()  # nearest last

    def do(self, command: Command, label: str = "", actor: Actor = "user") -> History:
        after = apply(self.present, command, actor)
        return History(after, (*self.past, Step(self.present, after, command, label, actor)))

    def undo(self) -> History:
        if not self.past:
            raise DesignError("nothing to undo")
        step = self.past[-1]
        return History(step.before, self.past[:-1], (*self.future, step))

    def redo(self) -> History:
        if not self.future:
            raise DesignError("nothing to redo")
        step = self.future[-1]
        return History(step.after, (*self.past, step), self.future[:-1])

    def turned(self, kind: Literal["undo", "redo"], times: int = 1) -> History:
        """As many steps back, or forth."""
        history = self
        for _ in range(times):
            history = history.undo() if kind == "undo" else history.redo()
        return history
