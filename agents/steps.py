"""The steps of a designing turn, as nodes of its graph: plain functions of the other modules.

A node reads plain JSON from the state, validates it, works off the event loop and tells events.
"""

from __future__ import annotations

import asyncio
import json
import operator
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

from agents.answers import answered
from agents.brandkit import BrandKit, branded
from agents.brief import Brief, Commission, Stated
from agents.candidates import best_layout
from agents.clear_view import clear_strategy
from agents.codes import with_code
from agents.correction import corrected
from agents.events import Asked, Event, Found, LayerPainted, StepFinished, StepStarted
from agents.instruction import parse
from agents.likeness import likeness_of
from agents.linked import META, linked
from agents.minding import spent_since, understood, with_system
from agents.minds import RULES, Mind
from agents.painting import joined, requests_for
from agents.pictures import anchored, studies
from agents.planning import plan_for
from agents.semantic import Encoder
from agents.strategy import Strategy
from design_io.commands import apply
from design_io.document import from_json, to_json
from design_io.resources import Resources
from design_io.store import DesignStore
from generators.artist.icons import thing_of
from generators.request import GenerationRequest, Generator, Painted
from layout.compose import compose
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.proposing import Propose

if TYPE_CHECKING:
    from langgraph.errors import NodeError

_PATIENCE = 10.0  # seconds between heartbeats of a picture that waits for its turn
_BETWEEN = "/"  # of a size and an element, in the name of a picture to paint


class State(TypedDict, total=False):
    commission: str
    brief: str
    strategy: str
    plans: dict[str, str]  # by size, the first one chosen first; so are all below
    designs: dict[str, str]
    jobs: dict[str, str]  # "size/element" -> what its painter is told
    painted: Annotated[list[dict[str, Any]], operator.add]
    unpainted: Annotated[list[dict[str, str]], operator.add]
    findings: dict[str, list[str]]
    trace: Annotated[list[tuple[str, str]], operator.add]  # size, and what was done
    timings: Annotated[list[tuple[str, float]], operator.add]  # seconds by step


class Job(TypedDict):
    """What one branch of the fan-out is told."""

    name: str
    request: str


class Told(NamedTuple):
    """What a step adds to the state, the line people see, and what else is told."""

    state: State
    message: str
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Context:
    """What nodes work with and checkpoints never hold."""

    resources: Resources
    painter: Generator
    encoder: Encoder | None = None
    kit: BrandKit | None = None
    propose: Propose | None = None
    store: DesignStore | None = None
    mind: Mind = RULES  # betters what the rules understood; never needed
    stopped: list[bool] = field(default_factory=list)
    # one picture at a time, as painters use the whole machine; LangGraph's own limit would also
    # hold back the saving of finished pictures
    easel: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))


async def parse_step(state: State, runtime: Any) -> State:
    def work() -> Told:
        asked = Commission.model_validate_json(state["commission"])
        context: Context = runtime.context
        brief = parse(
            asked.request, size=asked.sizes[0] if asked.sizes else None, system=asked.system,
            seed=asked.seed, attachments=asked.attachments, encoder=context.encoder,
        )  # fmt: skip
        brief = with_code(brief, asked.qr, context.resources.assets)
        if asked.respect is not None:
            brief = brief.evolve(respect=Stated(value=asked.respect, provenance="user"))
        if context.kit is not None:
            brief = branded(brief, context.kit)
        before = context.mind.spent
        heard = understood(brief, context.resources.assets, context.mind)
        brief = heard.brief
        trace = [((*asked.sizes, brief.size.value)[0], line) for line in heard.told]
        title = brief.text("title") or "no title"
        open_fields: tuple[Event, ...] = tuple(
            Asked(question=question) for question in brief.questions
        )
        said = f"{title!r}, {brief.size.value}"
        events = (*open_fields, *spent_since(before, context.mind))
        return Told({"brief": brief.model_dump_json(), "trace": trace}, said, events)

    return await _step(runtime, "parse", work)


async def clarify_step(state: State, runtime: Any) -> State:
    """Wait for answers, when the commission wants to be asked; the answers join the brief."""
    from langgraph.types import interrupt

    brief = Brief.model_validate_json(state["brief"])
    if not brief.questions:
        return {}
    shown = [question.model_dump() for question in brief.questions]
    answers = interrupt({"questions": shown}, response_schema=dict[str, str])

    def work() -> Told:
        told = answered(brief, answers, runtime.context.resources.assets)
        return Told({"brief": told.model_dump_json()}, f"{len(answers)} answers")

    return await _step(runtime, "clarify", work)


async def strategy_step(state: State, runtime: Any) -> State:
    def work() -> Told:
        asked = Commission.model_validate_json(state["commission"])
        brief = Brief.model_validate_json(state["brief"])
        context: Context = runtime.context
        resources, before = context.resources, context.mind.spent
        pictures, like = studies(brief, resources.assets), likeness_of(brief, resources.assets)
        strategy = clear_strategy(brief, asked.variant, pictures, like, resources.fonts)
        heard = with_system(brief, strategy, context.mind) if not asked.variant else None
        if heard is not None and heard.brief != brief:
            strategy = clear_strategy(heard.brief, 0, pictures, like, resources.fonts)
        trace = [((*asked.sizes, brief.size.value)[0], x) for x in (heard.told if heard else ())]
        subject = thing_of(strategy.subjects[0]) if strategy.subjects else "no picture"
        said = f"{strategy.system}, {subject}: {strategy.reason}"
        events = spent_since(before, context.mind)
        return Told({"strategy": json.dumps(strategy), "trace": trace}, said, events)

    return await _step(runtime, "strategy", work)


async def plan_step(state: State, runtime: Any) -> State:
    def work() -> Told:
        asked = Commission.model_validate_json(state["commission"])
        brief = Brief.model_validate_json(state["brief"])
        plan = plan_for(brief, Strategy(*json.loads(state["strategy"])), asked.title_font)
        plans = {(*asked.sizes, plan.size)[0]: plan.model_dump_json()}
        for size in asked.sizes[1:]:
            other = anchored(plan.evolve(size=size), runtime.context.resources.assets)
            plans[size] = other.model_dump_json()
        return Told({"plans": plans}, f"{len(plan.elements)} elements")

    return await _step(runtime, "plan", work)


async def layout_step(state: State, runtime: Any) -> State:
    def work() -> Told:
        asked = Commission.model_validate_json(state["commission"])
        context: Context = runtime.context
        designs, jobs, told = {}, {}, list[tuple[str, str]]()
        for size, packed in state["plans"].items():
            plan = DesignPlan.model_validate_json(packed)
            best = best_layout(
                plan, context.resources, asked.candidates, context.propose,
                lambda: bool(context.stopped),
            )  # fmt: skip
            design = compose(plan, best.layout)
            requests = requests_for(plan, best.layout, design, context.resources)
            designs[size] = to_json(design)
            for element, request in requests.items():
                jobs[f"{size}{_BETWEEN}{element}"] = request.model_dump_json()
            told += [(size, f"layout: {line}") for line in best.trace]
        layers = sum(len(from_json(text).layers) for text in designs.values())
        said = f"{layers} layers placed"
        return Told({"designs": designs, "jobs": jobs, "trace": told}, said)

    return await _step(runtime, "layout", work)


async def paint_step(job: Job, runtime: Any) -> State:
    """One picture. Every step of its painter is a heartbeat; without any it is given up."""
    context: Context = runtime.context
    loop, given_up = asyncio.get_running_loop(), list[bool]()

    def cancelled() -> bool:
        loop.call_soon_threadsafe(runtime.heartbeat)
        return bool(context.stopped or given_up)

    def work() -> Told:
        started = time.perf_counter()
        request = GenerationRequest.model_validate_json(job["request"])
        painted = context.painter.paint(request, context.resources.assets, cancelled)
        layers = [item.model_dump(mode="json") for item in painted]
        size, element = job["name"].rsplit(_BETWEEN, 1)
        event = LayerPainted(
            size=size, element=element, layers=tuple(item.layer.id for item in painted),
            seconds=round(time.perf_counter() - started, 4),
        )  # fmt: skip
        said = f"{element}: {len(painted)} layers"
        return Told({"painted": [{"name": job["name"], "layers": layers}]}, said, (event,))

    await _easel_free(context.easel, runtime)
    try:
        return await _step(runtime, "paint", work)
    except BaseException:
        given_up.append(True)
        raise
    finally:
        context.easel.release()


async def _easel_free(easel: asyncio.Semaphore, runtime: Any) -> None:
    """Waiting for one's turn is no silence."""
    while True:
        try:
            await asyncio.wait_for(easel.acquire(), _PATIENCE)
            return
        except TimeoutError:
            runtime.heartbeat()


async def spare_the_rest(job: Job, error: NodeError) -> Any:
    """A picture that could not be painted is told, and the other pictures go on."""
    from langgraph.types import Command

    size, element = job["name"].rsplit(_BETWEEN, 1)
    told = f"{element} was not painted: {error.error}"
    failed = [{"name": job["name"], "told": told}]
    return Command(update={"unpainted": failed, "trace": [(size, told)]}, goto="correct")


async def correct_step(state: State, runtime: Any) -> State:
    def work() -> Told:
        resources = runtime.context.resources
        designs, findings, trace = {}, {}, list[tuple[str, str]]()
        for size, packed in state["plans"].items():
            plan = DesignPlan.model_validate_json(packed)
            painted = tuple(Painted.model_validate(item) for item in _painted(state, size))
            design = from_json(state["designs"][size])
            if painted:
                design = apply(design, joined(design, painted), "agent")
            result = corrected(design, resources, plan)
            left = (*map(_unpainted, _of_size(state["unpainted"], size)), *result.findings)
            designs[size] = to_json(result.design)
            findings[size] = [finding.model_dump_json() for finding in left]
            trace += [(size, line) for line in result.trace]
        changes: State = {"designs": designs, "findings": findings, "trace": trace}
        return Told(changes, f"{len(trace)} repairs", _found(findings))

    return await _step(runtime, "correct", work)


def _painted(state: State, size: str) -> list[dict[str, Any]]:
    """The painted layers of one size, in an order that does not depend on who was faster."""
    jobs = sorted(_of_size(state["painted"], size), key=lambda job: job["name"])
    return [item for job in jobs for item in job["layers"]]


def _of_size(jobs: list[dict[str, Any]], size: str) -> list[dict[str, Any]]:
    return [job for job in jobs if job["name"].rsplit(_BETWEEN, 1)[0] == size]


def _unpainted(job: dict[str, str]) -> Finding:
    """A picture that is missing is a fault of the design, whoever looks at it."""
    return Finding(
        rule="unpainted", severity="gate", layers=(), measure=1, threshold=0, message=job["told"]
    )


def _found(findings: dict[str, list[str]]) -> tuple[Event, ...]:
    return tuple(
        Found(size=size, finding=Finding.model_validate_json(text))
        for size, texts in findings.items()
        for text in texts
    )


async def finish_step(state: State, runtime: Any) -> State:
    """Where there is a store, the designs are kept in it, whole and once."""

    def work() -> Told:
        store: DesignStore | None = runtime.context.store
        if store is not None:
            _keep(state, store)
        found = sum(map(len, state["findings"].values()))
        return Told({}, f"{found} findings left")

    return await _step(runtime, "finish", work)


def _keep(state: State, store: DesignStore) -> None:
    """After a crash between keeping and the checkpoint, what is kept already stays."""
    asked = Commission.model_validate_json(state["commission"])
    known, ids = set(store.designs()), dict(zip(state["designs"], asked.design_ids, strict=True))
    links = linked(ids) if len(ids) > 1 else {}
    for size, design_id in ids.items():
        if design_id in known:
            continue
        meta = {"brief.json": state["brief"], "plan.json": state["plans"][size]}
        meta |= {META: links[size]} if links else {}
        design = from_json(state["designs"][size])
        store.create(design, asked.request[:200], "agent", design_id, meta)


async def _step(runtime: Any, step: str, work: Callable[[], Told]) -> State:
    """Do the work off the event loop, time it and tell what came of it."""
    tell = runtime.stream_writer
    tell(StepStarted(step=step).model_dump(mode="json"))
    started = time.perf_counter()
    told = await asyncio.to_thread(work)
    seconds = round(time.perf_counter() - started, 4)
    finished = StepFinished(
        step=step, message=told.message, seconds=seconds, fraction=FRACTIONS[step]
    )
    for event in (*told.events, finished):
        tell(event.model_dump(mode="json"))
    return told.state | {"timings": [(step, seconds)]}


FRACTIONS = {  # of the whole turn, done after each step
    "parse": 0.1, "clarify": 0.1, "strategy": 0.2, "plan": 0.3, "layout": 0.4, "paint": 0.7,
    "correct": 0.9, "finish": 1.0,
}  # fmt: skip
