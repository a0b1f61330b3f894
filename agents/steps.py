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
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from agents.answers import answered
from agents.approach import Approach, Case, approach_for
from agents.backdrops import (
    backdrops_for,
    hand_for,
    signed,
    whole_picture,
    with_backdrop,
)
from agents.brandkit import BrandKit, branded
from agents.brief import Brief, Commission, Stated
from agents.candidates import best_layout
from agents.codes import with_code
from agents.correction import corrected
from agents.events import Asked, Event, Found, LayerPainted
from agents.instruction import parse
from agents.linked import META, kind_of, linked
from agents.minding import spent_since, understood, with_system
from agents.minds import RULES, Mind
from agents.painting import joined, requests_for
from agents.pictures import anchored, studies
from agents.planning import plan_for
from agents.running import Told, stepped
from agents.semantic import Encoder
from agents.strategy import Strategy
from agents.together import members_of, strategies_for, title_font_in
from design_io.commands import apply
from design_io.document import from_json, to_json
from design_io.resources import Resources
from design_io.store import DesignStore
from generators.artist.naming import thing_of
from generators.request import GenerationRequest, Generator, Painted
from layout.compose import compose
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.proposing import Propose

if TYPE_CHECKING:
    from langgraph.errors import NodeError

_PATIENCE = 10.0  # seconds between heartbeats of a picture that waits for its turn
_BETWEEN = "/"  # of a member and an element, in the name of a picture to paint

_BACKDROP = "backdrop"


class State(TypedDict, total=False):
    commission: str
    brief: str
    approach: str
    briefs: dict[str, str]  # by member: a size or a page, the first one first; so are all below
    backdrops: dict[str, str]  # what the painter of a whole picture is told
    backed: Annotated[list[dict[str, str]], operator.add]  # whole pictures: name, asset, source
    strategies: dict[str, str]
    plans: dict[str, str]
    designs: dict[str, str]
    jobs: dict[str, str]  # "member/element" -> what its painter is told
    painted: Annotated[list[dict[str, Any]], operator.add]
    unpainted: Annotated[list[dict[str, str]], operator.add]
    findings: dict[str, list[str]]
    trace: Annotated[list[tuple[str, str]], operator.add]  # member, and what was done
    timings: Annotated[list[tuple[str, float]], operator.add]  # seconds by step


class Job(TypedDict):
    """What one branch of the fan-out is told."""

    name: str
    request: str


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
    def work() -> Told[State]:
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

    def work() -> Told[State]:
        told = answered(brief, answers, runtime.context.resources.assets)
        return Told({"brief": told.model_dump_json()}, f"{len(answers)} answers")

    return await _step(runtime, "clarify", work)


async def approach_step(state: State, runtime: Any) -> State:
    """What is made, by which briefs, and whether whole pictures are painted first."""

    def work() -> Told[State]:
        asked = Commission.model_validate_json(state["commission"])
        brief = Brief.model_validate_json(state["brief"])
        context: Context = runtime.context
        pictures = studies(brief, context.resources.assets)
        case = Case(brief, asked.sizes, pictures, context.painter.abilities)
        approach = approach_for(case)
        briefs = members_of(brief, asked.sizes, approach)
        first = approach.order == "background_first"
        return Told({
            "approach": json.dumps(approach),
            "briefs": {name: each.model_dump_json() for name, each in briefs.items()},
            "backdrops": backdrops_for(briefs, approach, asked.variant) if first else {},
            "trace": [(name, f"approach: {approach.told()}") for name in briefs],
        }, approach.told())  # fmt: skip

    return await _step(runtime, "approach", work)


async def backdrop_step(job: Job, runtime: Any) -> State:
    """One whole picture, kept as an asset, on whose calm places copy is set afterwards."""

    def painted(cancelled: Callable[[], bool]) -> Told[State]:
        context: Context = runtime.context
        request = GenerationRequest.model_validate_json(job["request"])
        made = whole_picture(context.painter, request, context.resources, cancelled)
        backed = {"name": job["name"], "asset": made.asset, "source": made.source}
        return Told({"backed": [backed]}, f"{job['name']}: a whole picture")

    return await _at_the_easel(runtime, "backdrop", painted)


async def spare_backdrop(job: Job, error: NodeError) -> Any:
    """Without its whole picture a design is drawn by hand, and says so."""
    from langgraph.types import Command

    told = f"the whole picture was not painted, so the design is drawn: {error.error}"
    failed = [{"name": f"{job['name']}{_BETWEEN}{_BACKDROP}", "told": told}]
    return Command(update={"unpainted": failed, "trace": [(job["name"], told)]}, goto="strategy")


async def strategy_step(state: State, runtime: Any) -> State:
    def work() -> Told[State]:
        asked = Commission.model_validate_json(state["commission"])
        backed = {item["name"]: item["asset"] for item in state["backed"]}
        briefs = {
            name: with_backdrop(Brief.model_validate_json(packed), backed.get(name, ""))
            for name, packed in state["briefs"].items()
        }
        context: Context = runtime.context
        approach, before = Approach(*json.loads(state["approach"])), context.mind.spent
        made = strategies_for(briefs, approach, asked.variant, context.resources)
        name, brief = next(iter(briefs.items()))
        asks = not asked.variant and approach.kind != "pages"  # whose pages one system must suit
        heard = with_system(brief, made[name], context.mind) if asks else None
        if heard is not None and heard.brief != brief:
            system = heard.brief.system
            briefs = {name: each.evolve(system=system) for name, each in briefs.items()}
            made = strategies_for(briefs, approach, 0, context.resources)
        first = made[name]
        subject = thing_of(first.subjects[0]) if first.subjects else "no picture"
        said = f"{first.system}, {subject}: {first.reason}"
        return Told({
            "briefs": {name: brief.model_dump_json() for name, brief in briefs.items()},
            "strategies": {name: json.dumps(each) for name, each in made.items()},
            "trace": [(name, line) for line in (heard.told if heard else ())],
        }, said, spent_since(before, context.mind))  # fmt: skip

    return await _step(runtime, "strategy", work)


async def plan_step(state: State, runtime: Any) -> State:
    def work() -> Told[State]:
        asked = Commission.model_validate_json(state["commission"])
        plans, elements = dict[str, str](), 0
        for name, packed in state["briefs"].items():
            brief = Brief.model_validate_json(packed)
            strategy = Strategy(*json.loads(state["strategies"][name]))
            plan = plan_for(brief, strategy, asked.title_font)
            if plans and name in asked.sizes:
                plan = anchored(plan, runtime.context.resources.assets)
            plans[name], elements = plan.model_dump_json(), elements + len(plan.elements)
        return Told({"plans": plans}, f"{elements} elements")

    return await _step(runtime, "plan", work)


async def layout_step(state: State, runtime: Any) -> State:
    def work() -> Told[State]:
        asked = Commission.model_validate_json(state["commission"])
        context: Context = runtime.context
        designs, jobs, told = dict[str, str](), {}, list[tuple[str, str]]()
        order = Approach(*json.loads(state["approach"])).order
        grounds = order == "foreground_first" and context.painter.abilities.backgrounds
        plans, layers = dict[str, str](), 0
        for size, packed in state["plans"].items():
            plan = DesignPlan.model_validate_json(packed)
            if designs and not plan.title_font and size not in asked.sizes:  # a further page
                plan = plan.evolve(title_font=title_font_in(next(iter(designs.values()))))
            plans[size] = plan.model_dump_json()
            best = best_layout(
                plan, context.resources, asked.candidates, context.propose,
                lambda: bool(context.stopped),
            )  # fmt: skip
            design = compose(plan, best.layout)
            requests = requests_for(plan, best.layout, design, context.resources, grounds)
            designs[size], layers = to_json(design), layers + len(design.layers)
            for element, request in requests.items():
                jobs[f"{size}{_BETWEEN}{element}"] = request.model_dump_json()
            told += [(size, f"layout: {line}") for line in best.trace]
        placed: State = {"plans": plans, "designs": designs, "jobs": jobs, "trace": told}
        return Told(placed, f"{layers} layers placed")

    return await _step(runtime, "layout", work)


async def paint_step(job: Job, runtime: Any) -> State:
    """One picture in its place around the copy."""

    def painted(cancelled: Callable[[], bool]) -> Told[State]:
        started, context = time.perf_counter(), runtime.context
        request = GenerationRequest.model_validate_json(job["request"])
        hand = hand_for(context.painter, request)
        painted = hand.paint(request, context.resources.assets, cancelled)
        layers = [item.model_dump(mode="json") for item in painted]
        size, element = job["name"].rsplit(_BETWEEN, 1)
        event = LayerPainted(
            size=size, element=element, layers=tuple(item.layer.id for item in painted),
            seconds=round(time.perf_counter() - started, 4),
        )  # fmt: skip
        said = f"{element}: {len(painted)} layers"
        made: State = {
            "painted": [{"name": job["name"], "layers": layers}],
            "trace": [(size, f"{p.layer.label}: {p.note}") for p in painted if p.note],
        }
        return Told(made, said, (event,))

    return await _at_the_easel(runtime, "paint", painted)


async def _at_the_easel(
    runtime: Any, step: str, painted: Callable[[Callable[[], bool]], Told[State]]
) -> State:
    """Every step of the painter is a heartbeat; without any it is given up."""
    context: Context = runtime.context
    loop, given_up = asyncio.get_running_loop(), list[bool]()

    def cancelled() -> bool:
        loop.call_soon_threadsafe(runtime.heartbeat)
        return bool(context.stopped or given_up)

    await _easel_free(context.easel, runtime)
    try:
        return await _step(runtime, step, lambda: painted(cancelled))
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
    def work() -> Told[State]:
        resources = runtime.context.resources
        designs, findings, trace = {}, {}, list[tuple[str, str]]()
        events: list[Event] = []
        for size, packed in state["plans"].items():
            plan = DesignPlan.model_validate_json(packed)
            sources = {b["asset"]: b["source"] for b in state["backed"] if b["name"] == size}
            painted = tuple(
                signed(Painted.model_validate(item), sources) for item in _painted(state, size)
            )
            design = from_json(state["designs"][size])
            if painted:
                design = apply(design, joined(design, painted), "agent")
            result = corrected(design, resources, plan)
            left = (*map(_unpainted, _of_size(state["unpainted"], size)), *result.findings)
            designs[size] = to_json(result.design)
            findings[size] = [finding.model_dump_json() for finding in left]
            events += [Found(size=size, finding=finding) for finding in left]
            trace += [(size, line) for line in result.trace]
        changes: State = {"designs": designs, "findings": findings, "trace": trace}
        return Told(changes, f"{len(trace)} repairs", tuple(events))

    return await _step(runtime, "correct", work)


def _painted(state: State, size: str) -> list[dict[str, Any]]:
    """The painted layers of one size, in an order that does not depend on who was faster."""
    jobs = sorted(_of_size(state["painted"], size), key=lambda job: job["name"])
    return [item for job in jobs for item in job["layers"]]


def _of_size(jobs: list[dict[str, Any]], size: str) -> list[dict[str, Any]]:
    return [job for job in jobs if job["name"].rsplit(_BETWEEN, 1)[0] == size]


def _unpainted(job: dict[str, str]) -> Finding:
    """A picture that is missing is a fault of the design, unless another stands for it."""
    replaced = job["name"].endswith(f"{_BETWEEN}{_BACKDROP}")
    return Finding(
        rule="unpainted", severity="soft" if replaced else "gate", layers=(), measure=1,
        threshold=0, message=job["told"],
    )  # fmt: skip


async def finish_step(state: State, runtime: Any) -> State:
    """Where there is a store, the designs are kept in it, whole and once."""

    def work() -> Told[State]:
        store: DesignStore | None = runtime.context.store
        if store is not None:
            _keep(state, store)
        found = sum(map(len, state["findings"].values()))
        return Told({}, f"{found} findings left")

    return await _step(runtime, "finish", work)


def _keep(state: State, store: DesignStore) -> None:
    """After a crash between keeping and the checkpoint, what is kept already stays."""
    asked = Commission.model_validate_json(state["commission"])
    ids = _ids(tuple(state["designs"]), asked.design_ids)
    links = linked(ids, kind_of(tuple(ids))) if len(ids) > 1 else {}
    for size, design_id in ids.items():
        if design_id in store:
            continue
        meta = {"brief.json": state["briefs"][size], "plan.json": state["plans"][size]}
        meta |= {META: links[size]} if links else {}
        design = from_json(state["designs"][size])
        store.create(design, asked.request[:200], "agent", design_id, meta)


def _ids(names: tuple[str, ...], given: tuple[str, ...]) -> dict[str, str]:
    """An id for every design; further pages are named after the first one."""
    more = tuple(f"{given[0]}-{n}" for n in range(len(given) + 1, len(names) + 1))
    return dict(zip(names, (*given, *more), strict=True))


async def _step(runtime: Any, step: str, work: Callable[[], Told[State]]) -> State:
    state, seconds = await stepped(runtime, step, FRACTIONS[step], work)
    return state | {"timings": [(step, seconds)]}


FRACTIONS = {  # of the whole turn, done after each step
    "parse": 0.1, "clarify": 0.1, "approach": 0.12, "backdrop": 0.15, "strategy": 0.2,
    "plan": 0.3, "layout": 0.4, "paint": 0.7, "correct": 0.9, "finish": 1.0,
}  # fmt: skip
