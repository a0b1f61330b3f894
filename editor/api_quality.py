"""What is not good about a design yet and what was left open, over HTTP, with ways to mend it."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from agents.brief import Brief, Question
from agents.placeholders import open_questions
from design_io.commands import Command
from editor.api_answers import Answered, Findings, Found, Suggested, Suggestions
from editor.api_models import Revision
from editor.desk import Desk
from editor.quality import Judgement, advised, chosen_mends, judged
from layout.recommend import Advice


class Chosen(BaseModel):
    """What to do of a list that was made at a revision; for findings, none means all."""

    rev: Annotated[int, Field(ge=0)]
    items: Annotated[list[int], Field(max_length=500)] = []


class Mending(Chosen):
    """A finding that has `ways` is mended alone, by the one that is named."""

    way: Annotated[int | None, Field(ge=0)] = None


class Answers(BaseModel):
    """Words by the ids of the questions."""

    answers: Annotated[dict[str, Annotated[str, Field(max_length=2000)]], Field(max_length=50)]


def quality_router(desk: Desk) -> APIRouter:
    """DesignError becomes 422 in the application."""
    router = APIRouter(prefix="/studio/api/designs/{design_id}", tags=["quality"])
    seen = _Seen(desk)

    @router.get("/findings")
    async def findings(design_id: str) -> Findings:
        """Gates first; `fix` says that it can be mended, `ways` what only the user can choose."""
        _known(desk, design_id)
        return _shown(await asyncio.to_thread(seen.judged, design_id))

    @router.post("/findings/fix")
    async def fix(design_id: str, chosen: Mending) -> Findings:
        """Mend findings of that list, as one undo step; what is left after it."""
        _known(desk, design_id)
        found = await asyncio.to_thread(seen.judged, design_id)
        _refuse_stale(chosen.rev, found.revision)
        faults = [_nth(found.faults, nth) for nth in chosen.items] or list(found.faults)
        commands, told = chosen_mends(faults, chosen.way)
        await desk.commit(design_id, commands, told)
        return _shown(await asyncio.to_thread(seen.judged, design_id))

    @router.get("/suggestions")
    async def suggestions(design_id: str) -> Suggestions:
        """The smallest changes that would make it better; takes some seconds."""
        _known(desk, design_id)
        revision, advice = await asyncio.to_thread(seen.advised, design_id)
        items = [
            Suggested(summary=each.summary(), lines=list(each.lines()))
            for each in advice.suggestions
        ]
        return Suggestions(rev=revision, said=advice.said, items=items)

    @router.post("/suggestions/apply")
    async def suggested(design_id: str, chosen: Chosen) -> Revision:
        """One of that list."""
        _known(desk, design_id)
        revision, advice = await asyncio.to_thread(seen.advised, design_id)
        _refuse_stale(chosen.rev, revision)
        each = _nth(advice.suggestions, chosen.items[0] if chosen.items else 0)
        commands: list[Command] = [each.command]
        return Revision(rev=await desk.commit(design_id, commands, "; ".join(each.edits)[:200]))

    @router.get("/questions")
    def questions(design_id: str) -> list[Question]:
        """What the request left open."""
        _known(desk, design_id)
        packed = desk.home.store.meta(design_id).get("brief.json")
        brief = Brief.model_validate_json(packed) if packed else None
        design = desk.home.store.load(design_id).design
        return list(open_questions(brief, design)) if brief else []

    @router.post("/answers")
    async def answers(design_id: str, told: Answers) -> Answered:
        """Printed in the whole set, as one undo step."""
        _known(desk, design_id)
        answer = await desk.answer(design_id, told.answers)
        return Answered(said=answer.said, rev=desk.home.store.load(design_id).revision)

    return router


class _Seen:
    """The last judgements, by revision."""

    def __init__(self, desk: Desk) -> None:
        home = desk.home
        self.store = home.store
        self._judged = lru_cache(32)(lambda doc, rev, day: judged(home, doc, day))
        self._advised = lru_cache(8)(lambda doc, rev: advised(home, doc))

    def judged(self, design_id: str) -> Judgement:
        return self._judged(design_id, self.store.load(design_id).revision, date.today())

    def advised(self, design_id: str) -> tuple[int, Advice]:
        revision = self.store.load(design_id).revision
        return revision, self._advised(design_id, revision)


def _shown(found: Judgement) -> Findings:
    items = [
        Found(
            rule=fault.finding.rule, severity=fault.finding.severity,
            message=fault.finding.message, layers=fault.finding.layers,
            fix=fault.mend is not None, ways=[way.label for way in fault.ways],
        )
        for fault in found.faults
    ]  # fmt: skip
    return Findings(rev=found.revision, verdict=found.verdict, items=items)


def _nth(items: Any, number: int) -> Any:
    if not 0 <= number < len(items):
        raise HTTPException(422, f"there is no number {number} in a list of {len(items)}")
    return items[number]


def _refuse_stale(seen: int, now: int) -> None:
    if seen != now:
        raise HTTPException(409, f"the design is at revision {now} by now; ask for the list again")


def _known(desk: Desk, design_id: str) -> None:
    if design_id not in desk.home.store:
        raise HTTPException(404, "there is no such design here; see /studio/api/designs")
