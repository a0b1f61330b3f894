"""Versions over HTTP: every step of the log, names, what two revisions differ in, the ways back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from agents.chat.diffs import diff_of
from editor.api_answers import Compared, NamedVersion, NewId, Version
from editor.api_models import Revision
from editor.desk import Desk
from editor.thumbnails import address
from editor.versions import MOST_CHARACTERS, branched, named, restoring, steps_of


class Name(BaseModel):
    name: Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]


class At(BaseModel):
    rev: Annotated[int, Field(ge=0)]


def versions_router(desk: Desk) -> APIRouter:
    """DesignError becomes 422 in the application."""
    router = APIRouter(prefix="/studio/api/designs/{design_id}", tags=["versions"])
    home = desk.home

    @router.get("/versions")
    def versions(design_id: str) -> list[Version]:
        """The last steps, newest first, and every named version."""
        _known(desk, design_id)
        return [
            Version(
                rev=step.revision, name=step.name, label=step.label, actor=step.actor,
                created=step.created, picture=address(design_id, step.revision, 160),
            )
            for step in steps_of(home, design_id)
        ]  # fmt: skip

    @router.post("/versions", status_code=201)
    def name(design_id: str, told: Name) -> NamedVersion:
        """The design as it stands, under a name."""
        _known(desk, design_id)
        version = named(home, design_id, told.name)
        return NamedVersion(rev=version.revision, name=version.name)

    @router.get("/compare")
    def compare(
        design_id: str, left: Annotated[int, Query(ge=0)], right: Annotated[int, Query(ge=0)]
    ) -> Compared:
        """Two revisions: their pictures, and what differs in words."""
        _known(desk, design_id)
        sides = [home.store.load(design_id, revision).design for revision in (left, right)]
        pictures = [address(design_id, revision, 1200) for revision in (left, right)]
        return Compared(left=pictures[0], right=pictures[1], diff=list(diff_of(*sides)))

    @router.post("/restore")
    async def restore(design_id: str, to: At) -> Revision:
        """The design as it was at a revision, as one step that can be undone."""
        _known(desk, design_id)
        command, meta = restoring(home, design_id, to.rev)
        label = f"restored revision {to.rev}"
        return Revision(rev=await desk.commit(design_id, [command], label, meta=meta))

    @router.post("/branch", status_code=201)
    def branch(design_id: str, at: At) -> NewId:
        """A new design that begins as this one was at a revision."""
        _known(desk, design_id)
        return NewId(id=branched(home, design_id, at.rev))

    return router


def _known(desk: Desk, design_id: str) -> None:
    if design_id not in desk.home.store:
        raise HTTPException(404, "there is no such design here; see /studio/api/designs")
