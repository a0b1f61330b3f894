"""The order of everything, as a LangGraph: wiring only.

parse → strategy → plan → layout → paint (one branch per picture) → correct → finish. State is
plain JSON; pydantic validates at the border of every node. One thread per turn, durability "sync".
Progress streams out as it happens; a picture that fails is told in the trace and spares the rest.
"""

from __future__ import annotations

import asyncio
import json
import operator
import time
import uuid
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

from agents.brandkit import BrandKit, branded
from agents.brief import Attachment, Brief, Stated
from agents.candidates import best_layout
from agents.clear_view import clear_strategy
from agents.codes import with_code
from agents.correction import corrected
from agents.instruction import parse
from agents.likeness import likeness_of
from agents.painting import joined, requests_for
from agents.pictures import studies
from agents.planning import plan_for
from agents.semantic import Encoder
from agents.strategy import Strategy
from design_io.commands import apply
from design_io.document import Design, from_json, to_json
from design_io.resources import Resources
from generators.artist.icons import thing_of
from generators.request import GenerationRequest, Generator, Painted
from layout.compose import compose
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.proposing import Propose

if TYPE_CHECKING:
    from langgraph.errors import NodeError


class Progress(NamedTuple):
    step: str
    message: str
    fraction: float  # 0..1 of the whole


class Outcome(NamedTuple):
    brief: Brief
    plan: DesignPlan
    design: Design
    findings: tuple[Finding, ...]
    trace: tuple[str, ...]
    timings: dict[str, float]  # seconds by step


class State(TypedDict, total=False):
    request: str
    size: str | None
    system: str | None
    seed: int
    variant: int
    title_font: str
    qr: str
    respect: float | None
    attachments: list[dict[str, Any]]
    brief: str
    strategy: str
    plan: str
    design: str
    jobs: dict[str, str]
    painted: Annotated[list[dict[str, Any]], operator.add]
    unpainted: Annotated[list[str], operator.add]
    findings: list[str]
    trace: Annotated[list[str], operator.add]


class Job(TypedDict):
    """What one branch of the fan-out is told."""

    element: str
    request: str


class Told(NamedTuple):
    """What a step adds to the state, and the line people see."""

    state: State
    message: str


@dataclass(frozen=True)
class Context:
    """What nodes work with and checkpoints never hold."""

    resources: Resources
    painter: Generator
    encoder: Encoder | None = None
    kit: BrandKit | None = None
    propose: Propose | None = None
    candidates: int = 1
    timings: dict[str, float] = field(default_factory=dict)
    stopped: list[bool] = field(default_factory=list)


async def design_poster(
    request: str, *, resources: Resources, generator: Generator, size: str | None = None,
    system: str | None = None, seed: int = 0, variant: int = 0, title_font: str = "",
    qr: str = "", respect: float | None = None, candidates: int = 1,
    propose: Propose | None = None,
    attachments: tuple[Attachment, ...] = (),
    encoder: Encoder | None = None, kit: BrandKit | None = None,
    checkpoint: Path | None = None, progress: Callable[[Progress], None] | None = None,
) -> Outcome:  # fmt: skip
    """Run one turn. `respect` is the knob between grid (0) and picture (1); the best of
    `candidates` layouts is taken, a model's that `propose` gives among them.

    `checkpoint` is the SQLite file of the turn (None: kept in memory).
    `progress` is called in the caller's own thread. Cancelling stops within the running step.
    """
    from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    context = Context(resources, generator, encoder, kit, propose, candidates)
    start: State = {
        "request": request, "size": size, "system": system, "seed": seed, "variant": variant,
        "title_font": title_font, "qr": qr, "respect": respect,
        "attachments": [item.model_dump(mode="json") for item in attachments],
        "painted": [], "unpainted": [], "trace": [],
    }  # fmt: skip
    async with AsyncSqliteSaver.from_conn_string(str(checkpoint or ":memory:")) as saver:
        saver.serde = JsonPlusSerializer(allowed_msgpack_modules=None)
        graph = _wired().compile(checkpointer=saver)
        try:
            state = await _run(graph, start, context, progress or (lambda _: None))
        finally:
            context.stopped.append(True)
    return _outcome(state, context)


async def _run(
    graph: Any, start: State, context: Context, progress: Callable[[Progress], None]
) -> dict[str, Any]:
    """Stream the run to its end; the last state."""
    config = {"configurable": {"thread_id": uuid.uuid4().hex}, "recursion_limit": 50}
    stream = graph.astream(
        start, config, context=context, stream_mode=["custom", "values"], version="v2",
        durability="sync",
    )  # fmt: skip
    state: dict[str, Any] = {}
    async with aclosing(stream) as parts:
        async for part in parts:
            if part["type"] == "custom":
                progress(Progress(**part["data"]))
            else:
                state = part["data"]
    return state


@cache
def _wired() -> Any:
    """The graph; langgraph is imported only when one is run."""
    from langgraph.graph import END, START, StateGraph

    graph: Any = StateGraph(State, context_schema=Context)
    for name, node in _NODES.items():
        graph.add_node(name, node, error_handler=_spare_the_rest if name == "paint" else None)
    graph.add_edge(START, "parse")
    graph.add_edge("parse", "strategy")
    graph.add_edge("strategy", "plan")
    graph.add_edge("plan", "layout")
    graph.add_conditional_edges("layout", _fan_out, ["paint", "correct"])
    graph.add_edge("paint", "correct")
    graph.add_edge("correct", "finish")
    graph.add_edge("finish", END)
    return graph


def _fan_out(state: State) -> Any:
    """One branch per picture; straight on when there is none."""
    from langgraph.types import Send

    jobs = state.get("jobs", {})
    return [Send("paint", Job(element=e, request=r)) for e, r in jobs.items()] or "correct"


async def _parse(state: State, runtime: Any) -> State:
    def work() -> Told:
        attachments = tuple(Attachment.model_validate(a) for a in state["attachments"])
        brief = parse(
            state["request"], size=state["size"], system=state["system"], seed=state["seed"],
            attachments=attachments, encoder=runtime.context.encoder,
        )  # fmt: skip
        brief = with_code(brief, state["qr"], runtime.context.resources.assets)
        if state["respect"] is not None:
            brief = brief.evolve(respect=Stated(value=state["respect"], provenance="user"))
        if runtime.context.kit is not None:
            brief = branded(brief, runtime.context.kit)
        title = brief.text("title") or "no title"
        return Told({"brief": brief.model_dump_json()}, f"{title!r}, {brief.size.value}")

    return await _step(runtime, "parse", work)


async def _strategy(state: State, runtime: Any) -> State:
    def work() -> Told:
        brief = Brief.model_validate_json(state["brief"])
        assets = runtime.context.resources.assets
        pictures, like = studies(brief, assets), likeness_of(brief, assets)
        fonts = runtime.context.resources.fonts
        strategy = clear_strategy(brief, state["variant"], pictures, like, fonts)
        subject = thing_of(strategy.subjects[0]) if strategy.subjects else "no picture"
        said = f"{strategy.system}, {subject}: {strategy.reason}"
        return Told({"strategy": json.dumps(strategy)}, said)

    return await _step(runtime, "strategy", work)


async def _plan(state: State, runtime: Any) -> State:
    def work() -> Told:
        brief = Brief.model_validate_json(state["brief"])
        strategy = Strategy(*json.loads(state["strategy"]))
        plan = plan_for(brief, strategy, state["title_font"])
        return Told({"plan": plan.model_dump_json()}, f"{len(plan.elements)} elements")

    return await _step(runtime, "plan", work)


async def _layout(state: State, runtime: Any) -> State:
    def work() -> Told:
        plan = DesignPlan.model_validate_json(state["plan"])
        context = runtime.context
        resources = context.resources
        best = best_layout(
            plan, resources, context.candidates, context.propose, lambda: bool(context.stopped)
        )
        layout = best.layout
        design = compose(plan, layout)
        jobs = requests_for(plan, layout, design, resources)
        packed = {element: request.model_dump_json() for element, request in jobs.items()}
        said = f"{len(design.layers)} layers placed"
        told = [f"layout: {line}" for line in best.trace]
        return Told({"design": to_json(design), "jobs": packed, "trace": told}, said)

    return await _step(runtime, "layout", work)


async def _paint(job: Job, runtime: Any) -> State:
    context: Context = runtime.context

    def work() -> Told:
        request = GenerationRequest.model_validate_json(job["request"])
        painted = context.painter.paint(
            request, context.resources.assets, lambda: bool(context.stopped)
        )
        layers = [item.model_dump(mode="json") for item in painted]
        said = f"{job['element']}: {len(painted)} layers"
        return Told({"painted": [{"element": job["element"], "layers": layers}]}, said)

    return await _step(runtime, "paint", work)


async def _spare_the_rest(job: Job, error: NodeError) -> Any:
    """A picture that could not be painted is told, and the other pictures go on."""
    from langgraph.types import Command

    told = [f"{job['element']} was not painted: {error.error}"]
    return Command(update={"unpainted": told, "trace": told}, goto="correct")


async def _correct(state: State, runtime: Any) -> State:
    def work() -> Told:
        resources = runtime.context.resources
        plan = DesignPlan.model_validate_json(state["plan"])
        jobs = sorted(state["painted"], key=lambda job: job["element"])
        painted = tuple(Painted.model_validate(item) for job in jobs for item in job["layers"])
        design = from_json(state["design"])
        if painted:
            design = apply(design, joined(design, painted), "agent")
        result = corrected(design, resources, plan)
        findings = (*map(_unpainted, state["unpainted"]), *result.findings)
        changes: State = {
            "design": to_json(result.design),
            "findings": [finding.model_dump_json() for finding in findings],
            "trace": list(result.trace),
        }
        return Told(changes, f"{len(result.trace)} repairs")

    return await _step(runtime, "correct", work)


def _unpainted(told: str) -> Finding:
    """A picture that is missing is a fault of the design, whoever looks at it."""
    return Finding(
        rule="unpainted", severity="gate", layers=(), measure=1, threshold=0, message=told
    )


async def _finish(state: State, runtime: Any) -> State:
    found = len(state["findings"])
    return await _step(runtime, "finish", lambda: Told({}, f"{found} findings left"))


async def _step(runtime: Any, step: str, work: Callable[[], Told]) -> State:
    """Do the work off the event loop, time it and tell what came of it."""
    started = time.perf_counter()
    told = await asyncio.to_thread(work)
    timings = runtime.context.timings
    timings[step] = round(timings.get(step, 0.0) + time.perf_counter() - started, 4)
    runtime.stream_writer(Progress(step, told.message, _FRACTIONS[step])._asdict())
    return told.state


def _outcome(state: dict[str, Any], context: Context) -> Outcome:
    return Outcome(
        Brief.model_validate_json(state["brief"]),
        DesignPlan.model_validate_json(state["plan"]),
        from_json(state["design"]),
        tuple(Finding.model_validate_json(text) for text in state["findings"]),
        tuple(state["trace"]),
        context.timings,
    )


_FRACTIONS = {
    "parse": 0.1, "strategy": 0.2, "plan": 0.3, "layout": 0.4, "paint": 0.7, "correct": 0.9,
    "finish": 1.0,
}  # fmt: skip
_NODES: dict[str, Any] = {
    "parse": _parse,
    "strategy": _strategy,
    "plan": _plan,
    "layout": _layout,
    "paint": _paint,
    "correct": _correct,
    "finish": _finish,
}
