"""`/studio/api`: what the socket does, over HTTP, for scripts and for other programs."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, HTTPException, Query, UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field, model_validator

from agents.boxes import Drawn
from agents.brief import Commission
from design_io.commands import Command
from design_io.document import to_json
from design_io.intake import read_picture
from editor.api_boxes import of_boxes
from editor.desk import Desk
from editor.packing import Wish, packed
from editor.retouching import painter_told

_MOST_UPLOAD = 60_000_000


class NewDesign(BaseModel):
    """Of a request, or of boxes: `[]` is an empty sheet on which they can be drawn."""

    request: Annotated[str, Field(max_length=20_000)] = ""
    sizes: tuple[str, ...] = ()
    boxes: list[Drawn] | None = None

    @model_validator(mode="after")
    def _asks_for_something(self) -> NewDesign:
        if not self.request and self.boxes is None:
            raise ValueError("a design needs a request or boxes")
        return self


class Step(BaseModel):
    """One undo step."""

    commands: Annotated[list[Command], Field(min_length=1, max_length=2000)]
    label: Annotated[str, Field(max_length=200)] = ""


class Sentence(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    selected: tuple[str, ...] = ()


def api_router(desk: Desk) -> APIRouter:
    """DesignError becomes 422 (409 for a conflict) in the application."""
    router = APIRouter(prefix="/studio/api", tags=["designs"])
    for part in (_reading, _changing, _painting, _files):
        part(router, desk)
    return router


def _reading(router: APIRouter, desk: Desk) -> None:
    store = desk.home.store

    @router.get("/designs")
    def designs() -> list[dict[str, Any]]:
        """Every design of this computer, newest first."""
        return [_told(desk, each) for each in reversed(store.designs())]

    @router.get("/designs/{design_id}")
    def design(design_id: str) -> dict[str, Any]:
        """The document, its revision, what was said, its set."""
        _known(desk, design_id)
        shown = desk.watching.snapshot(design_id)
        return {name: shown[name] for name in ("rev", "design", "transcript", "set")}

    @router.get("/designs/{design_id}/document")
    def document(design_id: str) -> Any:
        """The document with every field."""
        _known(desk, design_id)
        return json.loads(to_json(store.load(design_id).design))


def _changing(router: APIRouter, desk: Desk) -> None:
    store = desk.home.store

    @router.post("/designs", status_code=201)
    async def begin(asked: NewDesign) -> list[dict[str, Any]]:
        """New designs of a request, one for each size; or one design of boxes."""
        if asked.boxes is not None:
            size = (*asked.sizes, "portrait")[0]
            return [_told(desk, await of_boxes(desk, size, asked.boxes))]
        ids = await desk.begin(Commission(request=asked.request, sizes=asked.sizes))
        return [_told(desk, each) for each in ids]

    @router.post("/designs/{design_id}/commands")
    async def commands(design_id: str, step: Step) -> dict[str, int]:
        _known(desk, design_id)
        return {"rev": await desk.commit(design_id, list(step.commands), step.label)}

    @router.post("/designs/{design_id}/undo")
    async def undo(design_id: str) -> dict[str, int]:
        _known(desk, design_id)
        return {"rev": await desk.step(design_id, "undo")}

    @router.post("/designs/{design_id}/redo")
    async def redo(design_id: str) -> dict[str, int]:
        _known(desk, design_id)
        return {"rev": await desk.step(design_id, "redo")}

    @router.post("/designs/{design_id}/say")
    async def say(design_id: str, sentence: Sentence) -> dict[str, Any]:
        """A chat turn."""
        _known(desk, design_id)
        answer = await desk.say(design_id, sentence.text, sentence.selected)
        told = answer.model_dump(mode="json", include={"kind", "said", "diff"})
        choices = [{"label": c.label, "sentence": c.sentence} for c in answer.choices]
        return {**told, "choices": choices, "rev": store.load(design_id).revision}


def _painting(router: APIRouter, desk: Desk) -> None:
    @router.get("/painter")
    def painter() -> dict[str, Any]:
        """Who paints, whether it can change a part of a picture, and who could."""
        return painter_told(desk)

    @router.post("/designs/{design_id}/painting", status_code=202)
    async def paint(design_id: str, layer: str = "") -> dict[str, bool]:
        """The picture, or one painted layer of it, anew by the painter of the settings; whether
        one is under way now."""
        _known(desk, design_id)
        await desk.easel.begin(design_id, f"paint-{uuid.uuid4().hex[:12]}", layer)
        return {"painting": desk.easel.news(design_id) is not None}

    @router.delete("/designs/{design_id}/painting", status_code=204)
    async def leave(design_id: str) -> None:
        """Stop it; the design stays as it is."""
        _known(desk, design_id)
        desk.easel.stop(design_id)


def _files(router: APIRouter, desk: Desk) -> None:
    @router.get("/designs/{design_id}/export")
    async def export(
        design_id: str, background: BackgroundTasks,
        format: Annotated[str, Query(max_length=200)] = "png",
        scale: Annotated[float, Query(ge=0.1, le=8)] = 1, transparent: bool = False,
        bleed: bool = False, whole_set: bool = False,
        bleed_mm: Annotated[float | None, Query(ge=0, le=30)] = None, marks: bool = False,
        outlined: bool = False,
    ) -> FileResponse:  # fmt: skip
        """A file, or a zip of several: `format=png,psd`."""
        _known(desk, design_id)
        wish = Wish(
            formats=tuple(format.split(",")), scale=scale, transparent=transparent, bleed=bleed,
            whole_set=whole_set, bleed_mm=bleed_mm, marks=marks, outlined=outlined,
        )  # fmt: skip
        folder = Path(tempfile.mkdtemp(prefix="plakat-export-"))
        background.add_task(shutil.rmtree, folder, True)
        done = await asyncio.to_thread(packed, desk.home, design_id, wish, folder)
        return FileResponse(done.path, filename=done.path.name, background=background)

    @router.post("/uploads")
    async def upload(file: UploadFile) -> dict[str, Any]:
        """A picture, checked and kept; its asset id and size."""
        data = await file.read(_MOST_UPLOAD + 1)
        if len(data) > _MOST_UPLOAD:
            raise HTTPException(413, f"the file is over {_MOST_UPLOAD // 10**6} MB; give less")
        name = Path(file.filename or "picture").name[:80]
        picture = await asyncio.to_thread(read_picture, data, name)
        asset = desk.home.resources.assets.put(picture.data)
        return {"asset": asset, "width": picture.width, "height": picture.height}


def _known(desk: Desk, design_id: str) -> None:
    if design_id not in desk.home.store:
        raise HTTPException(404, "there is no such design here; see /studio/api/designs")


def _told(desk: Desk, design_id: str) -> dict[str, Any]:
    saved = desk.home.store.load(design_id)
    canvas = saved.design.canvas
    return {
        "id": design_id, "title": saved.design.title, "rev": saved.revision,
        "width": canvas.width, "height": canvas.height,
    }  # fmt: skip
