"""A conversation that designs: every sentence is one turn on the designs of a home.

Turns on one design, or on one linked set, wait for each other. Every line is remembered; a turn
that a crash stopped is gone on with by `recover`.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial

from agents.alone import Alone
from agents.brief import Commission
from agents.edit_graph import (
    Answer,
    EditContext,
    EditState,
    Request,
    answer_in,
    edit_graph,
    said_in,
)
from agents.events import Tell, unheard
from agents.graph import Outcome, design_set, resumed
from agents.home import Home
from agents.introducing import introduced
from agents.markup import whole_characters
from agents.minds import RULES, Mind
from agents.running import Turn, Waiting, forget, run, unfinished
from agents.steps import Context
from agents.understood import understood
from design_io.errors import DesignError, RevisionConflict
from design_io.store import Message
from generators.request import Generator

MOST_CHARACTERS = 20_000
_DESIGN, _EDIT = "design", "edit"  # what a turn does, in its thread: "DESIGN_ID/edit-…"


class Conversation:
    """Talk about the designs of one home."""

    def __init__(self, home: Home, painter: Generator, mind: Mind = RULES) -> None:
        self.home, self.painter, self.mind = home, painter, mind
        self._alone = Alone()

    async def begin(self, asked: Commission, tell: Tell = unheard) -> tuple[Outcome, ...]:
        """New designs, one for each size that is asked for, as one linked set in the home.

        Outcomes come in that order, as do `asked.design_ids`, which are made up where missing."""
        if not asked.design_ids:
            ids = tuple(uuid.uuid4().hex for _ in asked.sizes or ("",))
            asked = asked.evolve(design_ids=ids)
        first = asked.design_ids[0]
        await asyncio.to_thread(self.home.store.note, first, Message("user", asked.request, 0))
        outcomes = await design_set(asked, self._context(), self._turn(first, _DESIGN), tell)
        await asyncio.to_thread(self.home.store.note, first, _introduced(outcomes))
        return outcomes

    async def say(
        self, design_id: str, sentence: str, selected: tuple[str, ...] = (), tell: Tell = unheard,
        name: str = "",
    ) -> Answer:  # fmt: skip
        """One turn: the sentence is understood, done as one undo step, and answered.

        A turn that has a `name` is done once: said again, it is answered as it was."""
        words = _checked(sentence)
        request = Request(design_id=design_id, sentence=words, selected=selected)
        return await self._turned(request, words, tell, name)

    async def answer(
        self, design_id: str, answers: Mapping[str, str], tell: Tell = unheard
    ) -> Answer:
        """Print what the brief left open, by the ids of its questions, in all of the set."""
        request = Request(design_id=design_id, answers=dict(answers))
        said = "; ".join(f"{key}: {words}" for key, words in answers.items())
        return await self._turned(request, _checked(said), tell)

    async def recover(self, tell: Tell = unheard) -> tuple[str, ...]:
        """Go on with every turn that was stopped; the designs of those that have ended now.

        A turn that waits for answers goes on waiting; one that can no longer be done, because the
        design has changed since, is given up and said so."""
        ended = []
        for thread in await unfinished(self.home.turns):
            design_id, name = thread.rsplit("/", 1)
            turn = Turn(thread, self.home.turns)
            try:
                if name.startswith(_EDIT):
                    async with self._alone_with(design_id):
                        if thread not in await unfinished(self.home.turns):
                            continue  # somebody said it again meanwhile
                        await self._edited(turn, None, tell)
                else:
                    outcomes = await resumed(turn, self._context(), tell)
                    self.home.store.note(design_id, _introduced(outcomes))
            except Waiting:
                continue
            except DesignError as error:
                await forget(self.home.turns, thread)
                given_up = Message("agent", f"That was broken off and was not done: {error}", 0)
                self.home.store.note(design_id, given_up)
            ended.append(design_id)
        return tuple(ended)

    async def _turned(self, request: Request, said: str, tell: Tell, name: str = "") -> Answer:
        design_id = request.design_id
        async with self._alone_with(design_id):
            turn = self._turn(design_id, _EDIT, name)
            known = await asyncio.to_thread(self._heard, design_id, said, turn.thread)
            if known:
                return known
            start: EditState = {"turn": turn.thread, "request": request.model_dump_json()}
            try:
                return await self._edited(turn, start, tell)
            except (asyncio.CancelledError, RevisionConflict):
                await forget(self.home.turns, turn.thread)  # it is not to come back after a crash
                raise

    def _heard(self, design_id: str, said: str, turn: str) -> Answer | None:
        """Remember what was said, once; the answer where there is one already."""
        store = self.home.store
        of_turn = said_in(store, design_id, turn)
        if "agent" in of_turn:
            text, data = of_turn["agent"].text, json.loads(of_turn["agent"].data)
            data.pop("turn")
            return Answer.model_validate({"said": text, **data})
        if "user" not in of_turn:
            revision = store.load(design_id).revision
            store.note(design_id, Message("user", said, revision, json.dumps({"turn": turn})))
        return None

    async def _edited(self, turn: Turn, start: EditState | None, tell: Tell) -> Answer:
        context = EditContext(self.home, partial(understood, painter=self.painter, mind=self.mind))
        return answer_in(await run(edit_graph(), turn, start, context, tell))

    @asynccontextmanager
    async def _alone_with(self, design_id: str) -> AsyncIterator[None]:
        """Nobody else's turn runs meanwhile, on this design or on one of its set."""
        links = await asyncio.to_thread(self.home.links, design_id)
        async with self._alone({design_id, *links.members.values()}):
            yield

    def _turn(self, design_id: str, does: str, name: str = "") -> Turn:
        return Turn(f"{design_id}/{does}-{name or uuid.uuid4().hex[:12]}", self.home.turns)

    def _context(self) -> Context:
        return Context(self.home.resources, self.painter, store=self.home.store, mind=self.mind)


def _checked(sentence: str) -> str:
    words = whole_characters(sentence).strip()
    if not words:
        raise DesignError('nothing was said; say what to change, such as "make the title red"')
    if len(words) > MOST_CHARACTERS:
        raise DesignError(
            f"the sentence has {len(words):,} characters; the limit is {MOST_CHARACTERS:,}"
        )
    return words


def _introduced(outcomes: tuple[Outcome, ...]) -> Message:
    first = outcomes[0]
    return introduced(first.brief, first.plan, first.design)
