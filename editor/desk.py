"""The desk: every change of a design of the home goes through here, whoever asks for it.

A change is one undo step, in the whole of a linked set, and is told to all who look at it. The
page, the sockets and the API are different doors to the same desk.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.brief import Commission
from agents.conversation import Conversation
from agents.edit_graph import Answer
from agents.events import Tell, unheard
from agents.graph import Outcome
from agents.home import Home
from agents.linked import Member, Turn, done, redone, undone
from agents.minds import RULES, Mind
from design_io.commands import Actor, Batch, Command
from design_io.document import Design
from design_io.errors import DesignError, RevisionConflict
from editor.fitting import with_fit
from editor.pictures import Pictures
from editor.scene import Scene, defaults, document_json
from editor.services import Change
from generators.request import Generator

_TRIES = 3  # of a turn, where hands changed the design meanwhile
_KEPT = 64  # designs whose nodes stay in memory
_GESTURES = 512  # names of gestures that are remembered

Hear = Callable[[dict[str, Any]], None]


@dataclass
class _Watched:
    """What everybody who looks at a design has been told."""

    scene: Scene
    revision: int
    design: Design


@dataclass(frozen=True)
class Gesture:
    """Who changes what, by which name of their own."""

    txn: str = ""
    origin: str = ""
    actor: Actor = "user"


NOBODY = Gesture()


@dataclass
class Desk:
    home: Home
    talk: Conversation
    pictures: Pictures
    _hearing: defaultdict[str, set[Hear]] = field(default_factory=lambda: defaultdict(set))
    _watched: OrderedDict[str, _Watched] = field(default_factory=OrderedDict)
    _answered: OrderedDict[str, int] = field(default_factory=OrderedDict)  # gesture -> revision

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

    def listen(self, design_id: str, hear: Hear) -> Callable[[], None]:
        """`hear` is told every message about the design; the answer ends that."""
        self._hearing[design_id].add(hear)
        return lambda: self._hearing[design_id].discard(hear)

    def snapshot(self, design_id: str) -> dict[str, Any]:
        """All that a browser needs to show the design and go on with it."""
        self._told(design_id)  # what others have not seen yet, they see first
        watched = self._watch(design_id)
        said = self.home.store.transcript(design_id)
        return {
            "t": "snapshot", "rev": watched.revision, "design": document_json(watched.design),
            "nodes": watched.scene.nodes(watched.design), "defaults": defaults(),
            "transcript": [message._asdict() for message in said],
            "set": [
                {"name": name, "id": member}
                for name, member in self.home.member(design_id).links.members.items()
            ],
            **self._steps(design_id),
        }  # fmt: skip

    def preview(self, design_id: str, layer_id: str, changes: dict[str, Any]) -> dict[str, Any]:
        """How a layer would look; nothing is kept."""
        from design_io.commands import UpdateLayer, apply
        from editor.scene import layer_json

        watched = self._watch(design_id)
        wish = UpdateLayer(layer_id=layer_id, changes=changes)
        [command] = with_fit(watched.design, [wish], self.home.fonts)
        layer = apply(watched.design, command).layer(layer_id)
        node = watched.scene.node(watched.design, layer)
        return {"t": "preview", "id": layer_id, "node": node, "layer": layer_json(layer)}

    # -- changing

    async def begin(self, asked: Commission, tell: Tell = unheard) -> tuple[str, ...]:
        """New designs, one for each size; their ids."""
        ids = list(self.home.store.designs())
        outcomes: tuple[Outcome, ...] = await self.talk.begin(asked, tell)
        new = [each for each in self.home.store.designs() if each not in ids]
        return tuple(asked.design_ids or new[: len(outcomes)])

    async def say(
        self, design_id: str, sentence: str, selected: tuple[str, ...] = (), tell: Tell = unheard,
        gesture: Gesture = NOBODY,
    ) -> Answer:  # fmt: skip
        """A chat turn. What hands did meanwhile stays: the turn is then made on the new state."""
        for last in range(_TRIES):
            try:
                answer = await self.talk.say(design_id, sentence, selected, tell)
                break
            except RevisionConflict:
                if last == _TRIES - 1:
                    raise
        self._told(design_id, gesture, answer.said)
        for move in answer.moves:
            self._told(move.design_id, Gesture(actor="agent"), answer.said)
        return answer

    async def answer(self, design_id: str, answers: Mapping[str, str]) -> Answer:
        answer = await self.talk.answer(design_id, answers)
        for move in answer.moves:
            self._told(move.design_id, NOBODY, answer.said)
        if answer.kind == "impossible":
            raise DesignError(answer.said)
        return answer

    async def commit(
        self, design_id: str, commands: list[Command], label: str,
        meta: Mapping[str, str] | None = None, gesture: Gesture = NOBODY,
    ) -> int:  # fmt: skip
        """Commands on the design as it stands, and their shared part on its set; the revision."""
        if gesture.txn and gesture.txn in self._answered:
            return self._answered[gesture.txn]
        if not commands:
            raise DesignError("nothing was changed")
        member = self.home.member(design_id)
        commands = with_fit(member.history.present, commands, self.home.fonts)
        batch = commands[0] if len(commands) == 1 else Batch(commands=tuple(commands))
        history = member.history.do(batch, label[:200], gesture.actor)
        file = member.file._replace(meta={**member.file.meta, **(meta or {})})
        turn = done(member._replace(file=file), history, self.home.rest(member))
        return self._kept(turn, gesture, label)

    async def step(self, design_id: str, kind: str, gesture: Gesture = NOBODY) -> int:
        """One step back, or forth, in the whole set."""
        member = self.home.member(design_id)
        move = {"undo": undone, "redo": redone}[kind]
        stack = member.history.past if kind == "undo" else member.history.future
        if not stack:
            raise DesignError(f"there is nothing to {kind}")
        return self._kept(move(member, self.home.rest(member)), gesture, kind)

    async def turned(self, design_id: str, change: Change, gesture: Gesture = NOBODY) -> int:
        """What a change makes of the design and its set; worked out off the loop."""
        for last in range(_TRIES):
            member = self.home.member(design_id)
            turn = await asyncio.to_thread(change, member, self.home.rest(member), self.painter)
            try:
                return self._kept(turn, gesture, "; ".join(turn.notes))
            except RevisionConflict:
                if last == _TRIES - 1:
                    raise
        raise AssertionError("a turn is kept or refused")

    def _kept(self, turn: Turn, gesture: Gesture, label: str) -> int:
        members: tuple[Member, ...] = turn.members
        self.home.keep(self.home.moves(members))
        first = members[0].file.design_id
        for member in members:
            own = gesture if member.file.design_id == first else Gesture(actor=gesture.actor)
            self._told(member.file.design_id, own, label)
        return self._answered.get(gesture.txn, self._watch(first).revision)

    # -- telling

    def tell(self, design_id: str, message: dict[str, Any]) -> None:
        """Everybody who looks at the design."""
        for hear in tuple(self._hearing[design_id]):
            hear(message)

    def _told(self, design_id: str, gesture: Gesture = NOBODY, label: str = "") -> None:
        """What has changed since everybody was told last, as one message."""
        saved = self.home.store.load(design_id)
        if gesture.txn:
            self._answered[gesture.txn] = saved.revision
            while len(self._answered) > _GESTURES:
                self._answered.popitem(last=False)
        watched = self._watched.get(design_id)
        if watched is None or watched.revision == saved.revision:
            return
        before, watched.design, watched.revision = watched.design, saved.design, saved.revision
        if not self._hearing[design_id]:
            return
        self.tell(design_id, {
            "t": "commit", "rev": saved.revision, "txn": gesture.txn, "origin": gesture.origin,
            "actor": gesture.actor, "label": label,
            **watched.scene.delta(before, saved.design)._asdict(), **self._steps(design_id),
        })  # fmt: skip

    def _watch(self, design_id: str) -> _Watched:
        watched = self._watched.get(design_id)
        if watched is None:
            saved = self.home.store.load(design_id)
            scene = Scene(design_id, self.home.resources, self.pictures)
            watched = self._watched[design_id] = _Watched(scene, saved.revision, saved.design)
            while len(self._watched) > _KEPT:
                self._watched.popitem(last=False)
        self._watched.move_to_end(design_id)
        return watched

    def _steps(self, design_id: str) -> dict[str, str | None]:
        """What undo and redo would take."""
        history = self.home.member(design_id).history
        return {
            "undo": (history.past[-1].label or "Edit") if history.past else None,
            "redo": (history.future[-1].label or "Edit") if history.future else None,
        }


def desk_at(home: Home, painter: Generator, mind: Mind = RULES) -> Desk:
    return Desk(home, Conversation(home, painter, mind), Pictures(home.resources))
