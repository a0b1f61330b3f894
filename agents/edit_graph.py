"""One sentence about a design, as a LangGraph: understand → assess → commit → review.

What was understood lies in the checkpoint as moves of the log; a turn that is killed commits them
once, whoever understood the sentence and whatever it cost. What a change breaks is told and not
forbidden: the user asked for it. What has to be drawn to be judged follows when the change is seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypedDict

from agents.events import Found, Said
from agents.home import Home, Move
from agents.running import Told, stepped
from design_io.commands import Actor, Command
from design_io.document import Design
from design_io.paint import Value
from design_io.store import DesignStore, Message
from layout.rechecking import found_anew

Kind = Literal["done", "asked", "variants", "impossible"]


class Choice(Value):
    """One of several ways to go on, and the sentence that says it; the command of a variant turns
    the present design into it, for showing it."""

    label: str
    sentence: str = ""
    command: Command | None = None


class Answer(Value):
    """What a sentence led to. Only "done" changes anything."""

    kind: Kind
    said: str
    diff: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    moves: tuple[Move, ...] = ()


class Request(Value):
    """A sentence, the design it was said to, and what was selected there; or answers to what its
    brief left open."""

    design_id: str
    sentence: str = ""
    selected: tuple[str, ...] = ()
    answers: dict[str, str] = {}


Understand = Callable[[Home, Request], Answer]


class EditState(TypedDict, total=False):
    turn: str
    request: str
    answer: str
    before: dict[str, int]  # revisions of the designs that change, by id


@dataclass(frozen=True)
class EditContext:
    home: Home
    understand: Understand
    stopped: list[bool] = field(default_factory=list)


@cache
def edit_graph() -> Any:
    """The graph; langgraph is imported only when one is run."""
    from langgraph.graph import END, START, StateGraph

    graph: Any = StateGraph(EditState, context_schema=EditContext)
    order = (START, *_NODES, END)
    for name, node in _NODES.items():
        graph.add_node(name, node)
    for before, after in zip(order, order[1:], strict=False):
        graph.add_edge(before, after)
    return graph.compile()


def answer_in(state: Mapping[str, Any]) -> Answer:
    return Answer.model_validate_json(state["answer"])


def said_in(store: DesignStore, design_id: str, turn: str) -> dict[Actor, Message]:
    """The lines of a turn that are remembered, by who said them."""
    return {
        message.author: message
        for message in store.transcript(design_id)
        if turn in message.data and json.loads(message.data).get("turn") == turn
    }


async def _understand(state: EditState, runtime: Any) -> EditState:
    def work() -> Told[EditState]:
        context: EditContext = runtime.context
        answer = context.understand(context.home, Request.model_validate_json(state["request"]))
        return Told({"answer": answer.model_dump_json()}, answer.kind)

    return await _step(runtime, "understand", work)


async def _assess(state: EditState, runtime: Any) -> EditState:
    """Findings that need no drawing, before the change is kept."""
    home: Home = runtime.context.home

    def work() -> Told[EditState]:
        changes, found = dict[str, int](), list[Found]()
        for move in answer_in(state).moves:
            if not move.first:
                before = home.member(move.design_id).history
                changes[move.design_id] = move.base_revision
                after = move.on(before).present
                found += _broken(home, move.design_id, before.present, after, drawn=False)
        return Told({"before": changes}, f"{len(found)} new findings", tuple(found))

    return await _step(runtime, "assess", work)


async def _review(state: EditState, runtime: Any) -> EditState:
    """Findings that are measured on pixels, when the change is already there to be seen."""
    home: Home = runtime.context.home

    def work() -> Told[EditState]:
        found = list[Found]()
        for design_id, revision in state["before"].items():
            before, after = home.store.load(design_id, revision), home.store.load(design_id)
            found += _broken(home, design_id, before.design, after.design, drawn=True)
        return Told({}, f"{len(found)} new findings", tuple(found))

    return await _step(runtime, "review", work)


def _broken(home: Home, design_id: str, before: Design, after: Design, drawn: bool) -> list[Found]:
    """What a change broke."""
    if before == after:
        return []
    findings = found_anew(before, after, home.resources, drawn)
    return [Found(size=design_id, finding=finding) for finding in findings]


async def _commit(state: EditState, runtime: Any) -> EditState:
    """Change and reply are kept together, and only once."""

    def work() -> Told[EditState]:
        home: Home = runtime.context.home
        answer, turn = answer_in(state), state["turn"]
        design_id = Request.model_validate_json(state["request"]).design_id
        data = {"turn": turn, **answer.model_dump(mode="json", include={"kind", "diff", "choices"})}
        if "agent" not in said_in(home.store, design_id, turn):
            with home.store.together():
                if runtime.context.stopped:  # while this waited for others
                    return Told({}, "stopped")
                home.keep(answer.moves, turn)
                revision = home.store.load(design_id).revision
                home.store.note(
                    design_id, Message("agent", answer.said, revision, json.dumps(data))
                )
        return Told({}, f"{len(answer.moves)} designs changed", (Said(text=answer.said),))

    return await _step(runtime, "commit", work)


async def _step(runtime: Any, step: str, work: Callable[[], Told[EditState]]) -> EditState:
    state, _ = await stepped(runtime, step, _FRACTIONS[step], work)
    return state


_FRACTIONS = {"understand": 0.4, "assess": 0.5, "commit": 0.7, "review": 1.0}
_NODES: dict[str, Any] = {
    "understand": _understand, "assess": _assess, "commit": _commit, "review": _review,
}  # fmt: skip
