"""What the page asks of the server: the same services that sockets and the API use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from agents.edit_graph import Answer
from agents.events import Tell
from agents.home import Home
from agents.linked import Member, Turn
from agents.minds import Mind
from design_io.commands import Command
from editor.thumbnails import Shelf
from generators.request import Generator

Change = Callable[[Member, tuple[Member, ...], Generator], Turn]  # a design, its set, a painter


class Desk(Protocol):
    """Every change is one undo step, is told to all that look at the design, and raises DesignError
    with a sentence where it cannot be made."""

    home: Home
    painter: Generator
    mind: Mind
    shelf: Shelf

    async def say(
        self, design_id: str, sentence: str, selected: tuple[str, ...], tell: Tell
    ) -> Answer:
        """A chat turn; cancelling it stops it."""
        ...

    async def answer(self, design_id: str, answers: Mapping[str, str]) -> Answer:
        """Answers to what the brief left open."""
        ...

    async def commit(
        self, design_id: str, commands: list[Command], label: str, meta: Mapping[str, str] = ...
    ) -> Any:
        """Commands of a user on the design as it stands."""
        ...

    async def turned(self, design_id: str, change: Change) -> Any:
        """What a change makes of the design and its set, kept together; it runs off the loop."""
        ...
