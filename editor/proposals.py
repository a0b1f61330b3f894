"""Chat turns that are only proposed: worked out on what there is, shown, and made when accepted.

A proposal has parts, one for each layer that would change. All of them accepted is the turn itself,
some of them are one step of its commands; of what is not accepted nothing is kept.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Any, NamedTuple

from agents.chat.diffs import diff_of
from agents.edit_graph import Answer, Request
from agents.home import Move
from agents.understood import understood
from design_io.commands import AddLayer, Batch, Command, MoveLayer, UpdateDesign, apply
from design_io.document import Design
from design_io.errors import DesignError
from design_io.store import Message
from editor.desk import Desk
from editor.offers import picture_of
from editor.watching import Gesture

_KEPT = 64  # proposals that wait for an answer
_MOST_LABEL = 160  # characters


class Part(NamedTuple):
    label: str
    layers: tuple[str, ...]
    commands: tuple[Command, ...]


class Proposal(NamedTuple):
    text: str
    selected: tuple[str, ...]
    said: str
    parts: tuple[Part, ...]
    picture: str  # address of the design as it would look


class Proposals:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._waiting: OrderedDict[tuple[str, str], Proposal] = OrderedDict()

    async def propose(
        self, design_id: str, text: str, selected: tuple[str, ...], txn: str
    ) -> Proposal | None:
        """What the sentence would do; None where it would change nothing, and has to be said."""
        made = await asyncio.to_thread(self._worked_out, design_id, text, selected)
        if made is not None:
            self._waiting[design_id, txn] = made
            while len(self._waiting) > _KEPT:
                self._waiting.popitem(last=False)
        return made

    async def accept(self, design_id: str, parts: list[int], gesture: Gesture) -> Answer:
        """Make these parts, as one undo step; none of them gives the proposal up."""
        made = self._waiting.get((design_id, gesture.txn))
        if made is None:
            raise DesignError("that was proposed before the server was started; ask for it again")
        if any(not 0 <= nth < len(made.parts) for nth in parts):
            raise DesignError(f"the proposal has parts 0 to {len(made.parts) - 1}")
        chosen = sorted(set(parts))
        if not chosen:
            self._waiting.pop((design_id, gesture.txn), None)
            return Answer(kind="impossible", said="Left as it was.")
        if len(chosen) == len(made.parts):
            answer = await self.desk.say(design_id, made.text, made.selected, gesture=gesture)
        else:
            answer = await self._some(design_id, made, chosen, gesture)
        self._waiting.pop((design_id, gesture.txn), None)
        return answer

    async def _some(
        self, design_id: str, made: Proposal, chosen: list[int], gesture: Gesture
    ) -> Answer:
        parts = [made.parts[nth] for nth in chosen]
        said = f"{len(parts)} of {len(made.parts)}: " + "; ".join(part.label for part in parts)
        commands = [command for part in parts for command in part.commands]
        agent = Gesture(gesture.txn, gesture.origin, "agent")
        revision = await self.desk.commit(design_id, commands, said[:200], gesture=agent)
        store = self.desk.home.store

        def noted() -> None:
            with store.together():
                store.note(design_id, Message("user", made.text, revision))
                store.note(design_id, Message("agent", said, revision))

        await self.desk.lanes.off(noted)
        return Answer(kind="done", said=said, diff=tuple(part.label for part in parts))

    def _worked_out(self, design_id: str, text: str, selected: tuple[str, ...]) -> Proposal | None:
        home = self.desk.home
        before = home.member(design_id).history
        request = Request(design_id=design_id, sentence=text, selected=selected)
        answer = understood(home, request, self.desk.painter, self.desk.mind)
        move = next((each for each in answer.moves if each.design_id == design_id), None)
        if answer.kind != "done" or move is None:
            return None
        after = move.on(before).present
        return Proposal(
            text, selected, answer.said, parts_of(before.present, after, answer.moves, design_id),
            picture_of(after, home),
        )  # fmt: skip


def message_of(made: Proposal, txn: str) -> dict[str, Any]:
    parts = [{"label": part.label, "layers": part.layers} for part in made.parts]
    return {
        "t": "proposal", "txn": txn, "text": made.said, "parts": parts, "picture": made.picture,
    }  # fmt: skip


def parts_of(
    before: Design, after: Design, moves: tuple[Move, ...], design_id: str
) -> tuple[Part, ...]:
    """One part for each layer that changes; a single one where they cannot be told apart."""
    commands = [
        command
        for move in moves if move.design_id == design_id
        for step in move.steps for command in _flat(step.command)
    ]  # fmt: skip
    plain = all(move.kind == "do" and not move.first for move in moves)
    parts = tuple(_alone(before, part) for part in _grouped(commands)) if plain else ()
    if len(parts) > 1 and all(parts):
        return tuple(part for part in parts if part)
    return (_part(before, after, tuple(commands)),)


def _alone(before: Design, commands: list[Command]) -> Part | None:
    """The part, where it can be made without the others and shows something."""
    try:
        after = apply(before, Batch(commands=tuple(commands)), "agent")
    except DesignError:
        return None
    return _part(before, after, tuple(commands)) if after != before else None


def _part(before: Design, after: Design, commands: tuple[Command, ...]) -> Part:
    lines = diff_of(before, after)
    label = "; ".join(lines) or "the whole design anew"
    layers = tuple(dict.fromkeys(_subject(command) for command in commands))
    return Part(label[:_MOST_LABEL], tuple(each for each in layers if each), commands)


def _grouped(commands: list[Command]) -> list[list[Command]]:
    """Commands by the layer they are about; what goes into a new group, with that group."""
    parts: dict[str, list[Command]] = {}
    new: dict[str, str] = {}  # layer that comes, or moves into one that does -> its part
    for command in commands:
        subject = _subject(command)
        parent = command.parent if isinstance(command, (AddLayer, MoveLayer)) else None
        key = new.get(parent or "") or new.get(subject) or subject
        if isinstance(command, AddLayer) or parent in new:
            new[subject] = key
        parts.setdefault(key, []).append(command)
    return list(parts.values())


def _subject(command: Command) -> str:
    if isinstance(command, AddLayer):
        return command.layer.id
    return "" if isinstance(command, (UpdateDesign, Batch)) else command.layer_id


def _flat(command: Command) -> list[Command]:
    if not isinstance(command, Batch):
        return [command]
    return [each for part in command.commands for each in _flat(part)]
