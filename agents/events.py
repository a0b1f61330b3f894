"""What a turn tells while it runs: typed events, one stream for terminal, browser and scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from agents.brief import Question
from design_io.paint import Value
from layout.findings import Finding


class StepStarted(Value):
    kind: Literal["step_started"] = "step_started"
    step: str


class StepFinished(Value):
    kind: Literal["step_finished"] = "step_finished"
    step: str
    message: str
    seconds: float
    fraction: float  # 0..1 of the whole turn


class LayerPainted(Value):
    """One picture is there; `layers` are the ids it brought."""

    kind: Literal["layer_painted"] = "layer_painted"
    size: str
    element: str
    layers: tuple[str, ...]
    seconds: float


class Found(Value):
    kind: Literal["found"] = "found"
    size: str
    finding: Finding


class Asked(Value):
    """Something is open. The design is finished without it; a turn only waits if told to."""

    kind: Literal["asked"] = "asked"
    question: Question


class Said(Value):
    kind: Literal["said"] = "said"
    text: str


class Spent(Value):
    """What a language model cost this turn."""

    kind: Literal["spent"] = "spent"
    model: str
    calls: int
    tokens: int  # read and written; 0 where the server does not tell
    seconds: float


Event = StepStarted | StepFinished | LayerPainted | Found | Asked | Said | Spent
Tell = Callable[[Event], None]
_EVENTS: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])


def event_from(data: object) -> Event:
    return _EVENTS.validate_python(data)


def unheard(event: Event) -> None:
    """Nobody listens."""
