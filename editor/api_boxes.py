"""Boxes over HTTP: an empty sheet, what a box is taken for, and the design that boxes ask for."""

from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from agents.boxes import Drawn, icons_in, kind_of, regions_of
from agents.boxing import boxes_designed, wireframe
from agents.home import Home
from agents.linked import Member, Turn
from agents.strategy import MOST_VARIANTS
from design_io.store import Message
from editor.api_answers import Boxed, BoxKind
from editor.desk import Desk
from generators.artist import Artist
from generators.request import Generator
from layout.sizes import size_named


class Another(BaseModel):
    """Which of the designs that the boxes could become."""

    variant: Annotated[int, Field(ge=0, lt=MOST_VARIANTS)] = 0


def boxes_router(desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/studio/api", tags=["boxes"])

    @router.get("/boxes/kind")
    def kind(words: Annotated[str, Query(max_length=2000)] = "") -> BoxKind:
        """What a box with these words is taken for, and whether it can be drawn."""
        guessed = kind_of(words)
        return BoxKind(kind=guessed, drawn=guessed != "object" or bool(icons_in(words)))

    @router.post("/designs/{design_id}/boxes")
    async def design(design_id: str, asked: Another) -> Boxed:
        """The boxes of this design become a design, as one undo step."""
        if design_id not in desk.home.store:
            raise HTTPException(404, "there is no such design here; see /studio/api/designs")
        return await _designed(desk, design_id, asked.variant)

    return router


async def of_boxes(desk: Desk, size: str, drawn: list[Drawn]) -> str:
    """The id of a new design: an empty sheet, or what the boxes ask for, which one step made."""
    if drawn:
        regions_of(drawn, size_named(size).canvas)  # or a sentence, and nothing is kept
    design_id = await desk.lanes.off(_begun, desk.home, size, drawn)
    if drawn:
        await _designed(desk, design_id, 0)
    return design_id


def _begun(home: Home, size: str, drawn: list[Drawn]) -> str:
    design_id = uuid.uuid4().hex
    home.store.create(wireframe(size, drawn), "an empty sheet", "user", design_id, {})
    said = "Draw a box, type what goes in it, and press Enter to design it."
    home.store.note(design_id, Message("agent", said, 0))
    return design_id


async def _designed(desk: Desk, design_id: str, variant: int) -> Boxed:
    notes: list[str] = []

    def change(member: Member, rest: tuple[Member, ...], painter: Generator) -> Turn:
        turn, notes[:] = boxes_designed(member, Artist(), variant)
        return turn

    revision = await desk.turned(design_id, change)
    await desk.easel.begin(design_id, f"paint-{uuid.uuid4().hex[:12]}")
    return Boxed(rev=revision, notes=notes)
