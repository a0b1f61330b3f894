"""A mind that asks a language model to better what the rules made, and believes none of it.

Every answer is validated, its facts are compared letter by letter, and what fails is dropped. A
model that cannot be reached or takes too long is told once; the rules carry on alone for a while.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field

from agents import model_copy, model_edits
from agents.brief import Brief
from agents.invented import cleaned
from agents.minds import Answer, Picture, Saying, Spent
from agents.structured import Completer, Completion, Message, NoAnswer, Shape, asked
from design_io.document import Design
from layout.findings import Finding
from layout.systems import SYSTEMS

SECONDS = 60.0  # for one task with its repairs
REST = 60.0  # seconds for which a model in trouble is not asked again
MOST_CANDIDATES = 6  # visual systems a model may choose among
_WITHIN = 1.5  # of the best fit: systems that fit worse are no candidates
_LONGEST_ADVICE = 200  # characters
S = TypeVar("S", bound=Shape)


class SystemAnswer(Shape):
    explanation: Annotated[str, Field(max_length=600)] = ""
    system: Annotated[str, Field(max_length=40)] = ""


class Remark(BaseModel):
    layer: Annotated[str, Field(max_length=60)]
    fault: Literal["hard to read", "crowded", "cut off", "out of place", "weak picture", "other"]
    advice: Annotated[str, Field(max_length=600)]


class CritiqueAnswer(Shape):
    remarks: Annotated[tuple[Remark, ...], Field(max_length=12)] = ()


class ModelMind:
    def __init__(self, completer: Completer, seconds: float = SECONDS) -> None:
        self.name = completer.name
        self.trouble = ""
        self.spent = Spent()
        self._completer = completer
        self._seconds = seconds
        self._rests_until = 0.0  # by the monotonic clock

    async def brief(self, draft: Brief, pictures: tuple[Picture, ...] = ()) -> Answer[Brief]:
        answer = await self._asked(
            "brief", model_copy.outline_of(draft), model_copy.BriefAnswer, pictures
        )
        if answer.value is None:
            return Answer(draft, answer.told)
        better = model_copy.bettered(draft, answer.value, looked=bool(pictures))
        return Answer(better.brief, (*answer.told, *better.told))

    async def system(self, brief: Brief, fits: Mapping[str, float]) -> Answer[str]:
        best = next(iter(fits), "")
        near = [name for name, fit in fits.items() if fit >= fits[best] - _WITHIN]
        near = near[:MOST_CANDIDATES]
        if brief.system.value or len(near) < 2:
            return Answer(best)
        data = {
            "request": brief.request,
            "title": brief.text("title"),
            "candidates": {name: SYSTEMS[name].label for name in near},
        }
        answer = await self._asked("system", data, SystemAnswer, among={"system": near})
        if answer.value is None or not answer.value.system:
            return Answer(best, answer.told)
        if answer.value.system not in near:
            return Answer(best, (*answer.told, "the model's system is no candidate"))
        return Answer(answer.value.system, answer.told)

    async def edit(self, sentence: str, design: Design) -> Answer[tuple[Saying, ...]]:
        data, ids = model_edits.outline_of(sentence, design), model_edits.ids_of(design)
        among = {"layer": ("", *ids)}
        answer = await self._asked("edit", data, model_edits.EditAnswer, among=among)
        if answer.value is None:
            return Answer((), answer.told)
        said = model_edits.sayings_for(answer.value, sentence, design)
        return Answer(said.sayings, (*answer.told, *said.told))

    async def rewrite(self, copy: Mapping[str, str], wish: str) -> Answer[dict[str, str]]:
        data = {"wish": wish, "lines": dict(copy)}
        answer = await self._asked("rewrite", data, model_edits.CopyAnswer, among={"layer": copy})
        if answer.value is None:
            return Answer(dict(copy), answer.told)
        made, told = model_edits.reworded_copy(answer.value, copy, wish)
        return Answer(made, (*answer.told, *told))

    async def critique(
        self, crops: tuple[Picture, ...], brief: Brief
    ) -> Answer[tuple[Finding, ...]]:
        data = {"request": brief.request, "crops": [crop.name for crop in crops]}
        shown = [crop.name for crop in crops]
        among = {"layer": shown}
        answer = await self._asked("critique", data, CritiqueAnswer, crops, among)
        remarks = answer.value.remarks if answer.value else ()
        found = tuple(_advice(remark) for remark in remarks if remark.layer in shown)
        return Answer(found, answer.told)

    async def _asked(
        self, task: str, data: Mapping[str, Any], shape: type[S],
        pictures: tuple[Picture, ...] = (), among: Mapping[str, Iterable[str]] | None = None,
    ) -> Answer[S | None]:  # fmt: skip
        """The answer, or None with the reason; never raises but when it is cancelled."""
        if self.trouble and time.monotonic() < self._rests_until:
            return Answer(None)
        self.trouble = ""
        try:
            async with asyncio.timeout(self._seconds):
                value, told = await asked(self, task, data, shape, pictures, among)
        except TimeoutError:
            self.trouble = (
                f"{self.name} took longer than {self._seconds:g} s; choose a smaller model or "
                "leave out --llm; the rules carried on"
            )
        except NoAnswer as error:
            self.trouble = f"{error}; the rules carried on"
        except Exception as error:  # a provider's library may raise anything
            self.trouble = f"{self.name} failed: {_line(error)}; the rules carried on"
        else:
            return Answer(value, told)
        self._rests_until = time.monotonic() + REST
        return Answer(None, (self.trouble,))

    async def complete(self, messages: tuple[Message, ...], schema: dict[str, Any]) -> Completion:
        """The model's own words, and what they cost added up."""
        started = time.monotonic()
        tokens = 0
        try:
            made = await self._completer.complete(messages, schema)
            tokens = made.tokens
        finally:
            calls, all_tokens, seconds = self.spent
            took = round(time.monotonic() - started, 4)
            self.spent = Spent(calls + 1, all_tokens + tokens, round(seconds + took, 4))
        return made


def _advice(remark: Remark) -> Finding:
    """A model's remark is soft advice with no command: people decide."""
    said = cleaned(remark.advice)[:_LONGEST_ADVICE]
    return Finding(
        rule="critique", severity="soft", layers=(remark.layer,), measure=0, threshold=0,
        message=f"{remark.layer}: {remark.fault}; {said}",
    )  # fmt: skip


def _line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
