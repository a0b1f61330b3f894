"""The desk: every change of a design of the home goes through here, whoever asks for it.

A change is one undo step, in the whole of a linked set, and is told to all who look at it. The
page, the sockets and the API are different doors to the same desk. Changes are worked out off the
event loop, one at a time for a set; a chat turn is thought out while hands go on.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from agents.brief import Commission
from agents.conversation import Conversation
from agents.edit_graph import Answer
from agents.events import Tell, unheard
from agents.home import TURN, Home
from agents.linked import Turn, done, redone, undone
from agents.minds import RULES, Mind
from design_io.commands import Actor, Batch, Command
from design_io.document import Design
from design_io.errors import DesignError, RevisionConflict
from design_io.paint import Value
from editor.easel import Easel
from editor.fitting import with_fit
from editor.lanes import Lanes
from editor.ops import expanded
from editor.pictures import Pictures
from editor.services import Change
from editor.thumbnails import Shelf
from editor.watching import NOBODY, Gesture, Hear, Watching
from generators.request import Generator

_TRIES = 3  # of a turn, where hands changed the design meanwhile; the last one makes hands wait
_GLANCE = 0.5  # seconds between two looks whether others wrote to the store
_GESTURES = 512  # names of gestures that are remembered
T = TypeVar("T")

__all__ = ["NOBODY", "Desk", "Gesture", "desk_at"]


@dataclass
class Desk:
    home: Home
    talk: Conversation
    pictures: Pictures
    watching: Watching
    lanes: Lanes = field(default_factory=Lanes)
    shelf: Shelf = field(default_factory=Shelf)
    easel: Easel = field(init=False)
    _sets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _answered: OrderedDict[tuple[str, str], int] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.easel = Easel(self)

    @property
    def painter(self) -> Generator:
        return self.talk.painter

    @painter.setter
    def painter(self, painter: Generator) -> None:
        self.talk.painter = painter

    @property
    def mind(self) -> Mind:
        return self.talk.mind

    @mind.setter
    def mind(self, mind: Mind) -> None:
        self.talk.mind = mind

    # -- looking

    async def join(self, design_id: str, hear: Hear) -> Callable[[], None]:
        """`hear` is told the design as it stands, and every message after; the answer ends that."""
        return await self.lanes.off(self.watching.join, design_id, hear)

    async def resync(self, design_id: str, hear: Hear) -> None:
        await self.lanes.off(self.watching.resync, design_id, hear)

    async def snapshot(self, design_id: str) -> dict[str, Any]:
        return await self.lanes.off(self.watching.snapshot, design_id)

    async def preview(
        self, design_id: str, layer_id: str, changes: dict[str, Any]
    ) -> dict[str, Any]:
        return await self.lanes.off(self.watching.preview, design_id, layer_id, changes)

    async def has(self, design_id: str) -> bool:
        return await self.lanes.off(self.home.store.__contains__, design_id)

    async def revision(self, design_id: str) -> int:
        return (await self.lanes.off(self.home.store.load, design_id)).revision

    def tell(self, design_id: str, message: dict[str, Any]) -> None:
        """Everybody who looks at the design."""
        self.watching.tell(design_id, message)

    async def follow(self) -> None:
        """Tell what other programs change in the same store, such as the command line."""
        while True:
            await asyncio.sleep(_GLANCE)
            with suppress(DesignError):  # the disk may be back at the next glance
                if await self.lanes.off(self.home.store.changed_elsewhere):
                    for each in self.watching.looked_at():
                        await self.lanes.off(self.watching.told, each)

    # -- changing

    async def begin(self, asked: Commission, tell: Tell = unheard) -> tuple[str, ...]:
        """New designs, one for each size; their ids."""
        if not asked.design_ids:
            ids = tuple(uuid.uuid4().hex for _ in asked.sizes or ("",))
            asked = asked.evolve(design_ids=ids)
        await self.talk.begin(asked, tell)
        return asked.design_ids

    async def say(
        self, design_id: str, sentence: str, selected: tuple[str, ...] = (), tell: Tell = unheard,
        gesture: Gesture = NOBODY,
    ) -> Answer:  # fmt: skip
        """A chat turn. What hands did meanwhile stays: the turn is then made on the new state."""
        name = gesture.txn or uuid.uuid4().hex[:12]
        try:
            answer = await self._tried(
                design_id, lambda: self.talk.say(design_id, sentence, selected, tell, name)
            )
        except asyncio.CancelledError:
            with suppress(DesignError):  # it may have been too late to stop it
                await self.lanes.off(self.watching.told, design_id, gesture, sentence[:200])
            raise
        await self._moved(design_id, answer, gesture)
        return answer

    async def answer(self, design_id: str, answers: Mapping[str, str]) -> Answer:
        answer = await self._tried(design_id, lambda: self.talk.answer(design_id, answers))
        await self._moved(design_id, answer, NOBODY)
        if answer.kind == "impossible":
            raise DesignError(answer.said)
        return answer

    async def recover(self) -> None:
        """Go on with the turns that a crash stopped."""
        for design_id in await self.talk.recover():
            if await self.has(design_id):
                for each in await self._set_of(design_id):
                    await self.lanes.off(self.watching.told, each, Gesture(actor="agent"))

    async def commit(
        self, design_id: str, told: Sequence[Any], label: str,
        meta: Mapping[str, str] | None = None, gesture: Gesture = NOBODY,
    ) -> int:  # fmt: skip
        """Commands, or JSON of them and of shorthands (`editor/ops.py`), on the design as it
        stands, and their shared part on its set; the revision.

        A gesture that has a name is done once: said again, it is answered as it was."""
        if not told:
            raise DesignError("nothing was changed")

        def work() -> int:
            member = self.home.member(design_id)
            commands = self._commands(design_id, member.history.present, told, gesture.actor)
            batch = commands[0] if len(commands) == 1 else Batch(commands=tuple(commands))
            history = member.history.do(batch, label[:200], gesture.actor)
            file = member.file._replace(meta={**member.file.meta, **(meta or {})})
            turn = done(member._replace(file=file), history, self.home.rest(member))
            return self._kept(turn, gesture, label)

        return await self._once(design_id, gesture, work)

    async def step(self, design_id: str, kind: str, gesture: Gesture = NOBODY) -> int:
        """One step back, or forth, in the whole set."""

        def work() -> int:
            member = self.home.member(design_id)
            move = {"undo": undone, "redo": redone}[kind]
            if not (member.history.past if kind == "undo" else member.history.future):
                raise DesignError(f"there is nothing to {kind}")
            return self._kept(move(member, self.home.rest(member)), gesture, kind)

        return await self._once(design_id, gesture, work)

    async def turned(self, design_id: str, change: Change, gesture: Gesture = NOBODY) -> int:
        """What a change makes of the design and its set; hands go on while it is worked out."""

        def work() -> int:
            member = self.home.member(design_id)
            turn = change(member, self.home.rest(member), self.painter)
            return self._kept(turn, gesture, "; ".join(turn.notes))

        return await self._tried(design_id, lambda: asyncio.to_thread(work))

    # -- one at a time

    async def _tried(self, design_id: str, turn: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Again where hands changed the design meanwhile; at last they have to wait."""
        for _ in range(_TRIES - 1):
            with suppress(RevisionConflict):
                return await turn()
        async with self.lanes.alone(await self._set_of(design_id)):
            return await turn()

    async def _once(self, design_id: str, gesture: Gesture, work: Callable[[], int]) -> int:
        """The revision that the work makes, alone in its set; or that it made when it was said."""

        def once() -> int | None:
            if self._linked(design_id) != ids:
                return None  # the set has grown meanwhile
            known = self._known(design_id, gesture.txn)
            if known is None:
                return work()
            self.watching.again(design_id, gesture, known)
            return known

        while True:
            ids = self._sets.get(design_id) or await self._set_of(design_id)
            async with self.lanes.alone(ids):
                made = await self.lanes.off(once)
            if made is not None:
                return made

    async def _set_of(self, design_id: str) -> tuple[str, ...]:
        return await self.lanes.off(self._linked, design_id)

    def _linked(self, design_id: str) -> tuple[str, ...]:
        """The design and the rest of its set."""
        members = self.home.links(design_id).members.values()
        self._sets[design_id] = tuple(sorted({design_id, *members}))
        return self._sets[design_id]

    def _known(self, design_id: str, txn: str) -> int | None:
        """What came of a gesture, also where the server was started anew since."""
        if not txn:
            return None
        known = self._answered.get((design_id, txn))
        return known or self.home.store.revision_with(design_id, TURN, txn)

    def _commands(
        self, design_id: str, design: Design, told: Sequence[Any], actor: Actor
    ) -> list[Command]:
        home, commands = self.home, told
        if not all(isinstance(each, Value) for each in told):
            commands = expanded(
                design, told, lambda revision: home.store.load(design_id, revision).design, actor,
                home.resources.assets,
            )  # fmt: skip
        if not commands:
            raise DesignError("nothing was changed; it is like that already")
        return with_fit(design, commands, home.fonts)

    def _kept(self, turn: Turn, gesture: Gesture, label: str) -> int:
        members = turn.members
        self.home.keep(self.home.moves(members), gesture.txn)
        first = members[0].file.design_id
        revision = self.watching.told(first, gesture, label)
        for member in members[1:]:
            self.watching.told(member.file.design_id, Gesture(actor=gesture.actor), label)
        if gesture.txn:
            self._answered[first, gesture.txn] = revision
            while len(self._answered) > _GESTURES:
                self._answered.popitem(last=False)
        return revision

    async def _moved(self, design_id: str, answer: Answer, gesture: Gesture) -> None:
        """Tell what a chat turn did."""
        await self.lanes.off(self.watching.told, design_id, gesture, answer.said)
        for move in answer.moves:
            other = Gesture(actor="agent")
            await self.lanes.off(self.watching.told, move.design_id, other, answer.said)


def desk_at(home: Home, painter: Generator, mind: Mind = RULES) -> Desk:
    pictures = Pictures(home.resources)
    talk = Conversation(home, painter, mind)
    home.store  # noqa: B018  it is opened once, before threads share it
    watching = Watching(home, pictures)
    home.own_fonts.hearing.append(watching.renew)
    return Desk(home, talk, pictures, watching)
