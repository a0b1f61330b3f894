"""The order of everything, as a LangGraph: wiring only.

parse → (clarify) → approach → (backdrop: one branch per whole picture) → strategy → plan → layout →
paint (one branch per picture of every size or page) → correct → finish. State is plain JSON;
pydantic validates at the border of every node.
"""

from __future__ import annotations

import uuid
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from agents.brandkit import BrandKit
from agents.brief import Attachment, Brief, Commission
from agents.events import Tell, unheard
from agents.running import Turn, run
from agents.semantic import Encoder
from agents.steps import (
    Context,
    Job,
    State,
    approach_step,
    backdrop_step,
    clarify_step,
    correct_step,
    finish_step,
    layout_step,
    paint_step,
    parse_step,
    plan_step,
    spare_backdrop,
    spare_the_rest,
    strategy_step,
)
from design_io.document import Design, from_json
from design_io.resources import Resources
from generators.request import GenerationError, Generator
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.proposing import Propose

_SILENT = 120.0  # seconds without a heartbeat after which a picture is given up
_TRIES = 3  # of a picture whose painter may do better the next time


class Outcome(NamedTuple):
    brief: Brief
    plan: DesignPlan
    design: Design
    findings: tuple[Finding, ...]
    trace: tuple[str, ...]
    timings: dict[str, float]  # seconds by step
    name: str = ""  # of the member: its size, or its page


async def design_poster(
    request: str, *, resources: Resources, generator: Generator, size: str | None = None,
    system: str | None = None, seed: int = 0, variant: int = 0, title_font: str = "",
    qr: str = "", respect: float | None = None, candidates: int = 1,
    propose: Propose | None = None,
    attachments: tuple[Attachment, ...] = (),
    encoder: Encoder | None = None, kit: BrandKit | None = None,
    checkpoint: Path | None = None, tell: Tell = unheard,
) -> Outcome:  # fmt: skip
    """One design of a request, as `design_set` makes it.

    `respect` is the knob between grid (0) and picture (1); the best of `candidates` layouts is
    taken, a model's that `propose` gives among them.
    """
    asked = Commission(
        request=request, sizes=(size,) if size else (), system=system or "", seed=seed,
        variant=variant, title_font=title_font, qr=qr, respect=respect, candidates=candidates,
        attachments=attachments,
    )  # fmt: skip
    context = Context(resources, generator, encoder, kit, propose)
    turn = Turn(uuid.uuid4().hex, checkpoint)
    return (await design_set(asked, context, turn, tell))[0]


async def design_set(
    asked: Commission, context: Context, turn: Turn, tell: Tell = unheard
) -> tuple[Outcome, ...]:
    """One turn: a design in every size that is asked for, or of every page, in one manner.

    `tell` is called in the caller's own thread. Cancelling stops within the running step.
    """
    start: State = {
        "commission": asked.model_dump_json(), "backed": [], "painted": [], "unpainted": [],
        "trace": [], "timings": [],
    }  # fmt: skip
    return await _ended(turn, start, context, tell)


async def resumed(
    turn: Turn, context: Context, tell: Tell = unheard, answers: dict[str, str] | None = None
) -> tuple[Outcome, ...]:
    """The turn that a crash stopped, or that waits for answers, gone on with to its end."""
    from langgraph.types import Command

    go_on: Any = None if answers is None else Command(resume=answers)
    return await _ended(turn, go_on, context, tell)


async def _ended(turn: Turn, start: Any, context: Context, tell: Tell) -> tuple[Outcome, ...]:
    return _outcomes(await run(_wired(), turn, start, context, tell))


@cache
def _wired() -> Any:
    """The graph; langgraph is imported only when one is run."""
    from langgraph.graph import END, START, StateGraph
    from langgraph.types import RetryPolicy, TimeoutPolicy

    graph: Any = StateGraph(State, context_schema=Context)
    for name, node in _NODES.items():
        graph.add_node(name, node)
    for name, node, spared in (
        ("backdrop", backdrop_step, spare_backdrop), ("paint", paint_step, spare_the_rest),
    ):  # fmt: skip
        graph.add_node(
            name, node, error_handler=spared,
            retry_policy=RetryPolicy(max_attempts=_TRIES, retry_on=_may_do_better),
            timeout=TimeoutPolicy(idle_timeout=_SILENT, refresh_on="heartbeat"),
        )  # fmt: skip
    graph.add_edge(START, "parse")
    graph.add_conditional_edges("parse", _asking, ["clarify", "approach"])
    graph.add_edge("clarify", "approach")
    graph.add_conditional_edges("approach", _backdrops, ["backdrop", "strategy"])
    graph.add_edge("backdrop", "strategy")
    graph.add_edge("strategy", "plan")
    graph.add_edge("plan", "layout")
    graph.add_conditional_edges("layout", _pictures, ["paint", "correct"])
    graph.add_edge("paint", "correct")
    graph.add_edge("correct", "finish")
    graph.add_edge("finish", END)
    return graph.compile()


def _asking(state: State) -> str:
    return "clarify" if Commission.model_validate_json(state["commission"]).asks else "approach"


def _backdrops(state: State) -> Any:
    return _fanned_out(state["backdrops"], "backdrop") or "strategy"


def _pictures(state: State) -> Any:
    return _fanned_out(state["jobs"], "paint") or "correct"


def _fanned_out(jobs: dict[str, str], node: str) -> list[Any]:
    """One branch per picture."""
    from langgraph.types import Send

    return [Send(node, Job(name=name, request=told)) for name, told in jobs.items()]


def _may_do_better(error: Exception) -> bool:
    return isinstance(error, GenerationError) and error.transient


def _outcomes(state: dict[str, Any]) -> tuple[Outcome, ...]:
    timings: dict[str, float] = {}
    names = state["designs"].keys()
    for step, seconds in state["timings"]:
        timings[step] = round(timings.get(step, 0.0) + seconds, 4)
    return tuple(
        Outcome(
            Brief.model_validate_json(state["briefs"][size]),
            DesignPlan.model_validate_json(state["plans"][size]),
            from_json(packed),
            tuple(Finding.model_validate_json(text) for text in state["findings"][size]),
            tuple(
                line for at, line in state["trace"] if at == size or (not nth and at not in names)
            ),
            dict(timings),
            size,
        )
        for nth, (size, packed) in enumerate(state["designs"].items())
    )


_NODES: dict[str, Any] = {
    "parse": parse_step,
    "clarify": clarify_step,
    "approach": approach_step,
    "strategy": strategy_step,
    "plan": plan_step,
    "layout": layout_step,
    "correct": correct_step,
    "finish": finish_step,
}
