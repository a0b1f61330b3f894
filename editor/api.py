"""`/studio/api`: what the socket does, over HTTP, for scripts and for other programs."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Body, HTTPException, Query, UploadFile
from fastapi.responses import FileResponse

from agents.brief import Commission
from design_io.document import Design
from editor.api_boxes import of_boxes
from editor.api_models import (
    EXAMPLES,
    Choice,
    NewDesign,
    Opened,
    Painter,
    Painting,
    Revision,
    Said,
    Sentence,
    Step,
    Summary,
    Uploaded,
)
from editor.attachments import on_canvas
from editor.desk import Desk
from editor.easel import Order
from editor.packing import Wish, packed
from editor.retouching import painter_told

Words = Annotated[str, Query(max_length=2000)]
_MOST_UPLOAD = 60_000_000
_FILE: dict[str, Any] = {
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
}


def api_router(desk: Desk) -> APIRouter:
    """DesignError becomes 422 (409 for a conflict) in the application."""
    router = APIRouter(prefix="/studio/api", tags=["designs"])
    for part in (_reading, _changing, _painting, _files):
        part(router, desk)
    return router


def _reading(router: APIRouter, desk: Desk) -> None:
    store = desk.home.store

    @router.get("/designs")
    def designs() -> list[Summary]:
        """Every design of this computer, newest first."""
        return [_told(desk, each) for each in reversed(store.designs())]

    @router.get("/designs/{design_id}")
    def design(design_id: str) -> Opened:
        """The document, its revision, what was said, its set."""
        _known(desk, design_id)
        shown = desk.watching.snapshot(design_id)
        return Opened.model_validate(
            {name: shown[name] for name in ("rev", "design", "transcript", "set")}
        )

    @router.get("/designs/{design_id}/document")
    def document(design_id: str) -> Design:
        """The document with every field."""
        _known(desk, design_id)
        return store.load(design_id).design


def _changing(router: APIRouter, desk: Desk) -> None:
    store = desk.home.store

    @router.post("/designs", status_code=201)
    async def begin(asked: NewDesign) -> list[Summary]:
        """New designs of a request, one for each size; or one design of boxes."""
        if asked.boxes is not None:
            size = (*asked.sizes, "portrait")[0]
            return [_told(desk, await of_boxes(desk, size, asked.boxes))]
        ids = await desk.begin(Commission(request=asked.request, sizes=asked.sizes))
        return [_told(desk, each) for each in ids]

    @router.post("/designs/{design_id}/commands")
    async def commands(
        design_id: str,
        step: Annotated[Step, Body(openapi_examples=EXAMPLES)],  # type: ignore[arg-type]
    ) -> Revision:
        """Commands and shorthands as one undo step, all or none."""
        _known(desk, design_id)
        told = [each.model_dump(mode="json", exclude_unset=True) for each in step.commands]
        return Revision(rev=await desk.commit(design_id, told, step.label))

    @router.post("/designs/{design_id}/undo")
    async def undo(design_id: str) -> Revision:
        """One step back, in the whole set."""
        _known(desk, design_id)
        return Revision(rev=await desk.step(design_id, "undo"))

    @router.post("/designs/{design_id}/redo")
    async def redo(design_id: str) -> Revision:
        """One step forth, in the whole set."""
        _known(desk, design_id)
        return Revision(rev=await desk.step(design_id, "redo"))

    @router.post("/designs/{design_id}/say")
    async def say(design_id: str, sentence: Sentence) -> Said:
        """A chat turn."""
        _known(desk, design_id)
        answer = await desk.say(design_id, sentence.text, sentence.selected)
        told = answer.model_dump(mode="json", include={"kind", "said", "diff"})
        choices = [Choice(label=c.label, sentence=c.sentence) for c in answer.choices]
        return Said(**told, choices=choices, rev=store.load(design_id).revision)


def _painting(router: APIRouter, desk: Desk) -> None:
    @router.get("/painter")
    def painter() -> Painter:
        """Who paints, whether it can change a part of a picture, and who could."""
        return Painter.model_validate(painter_told(desk))

    @router.post("/designs/{design_id}/painting", status_code=202)
    async def paint(design_id: str, layer: str = "", words: Words = "") -> Painting:
        """The picture, or one painted layer of it, anew by the painter of the settings, a layer in
        other words with the seed that it has; whether one is under way now."""
        _known(desk, design_id)
        order = Order(layer, words)
        await desk.easel.begin(design_id, f"paint-{uuid.uuid4().hex[:12]}", order)
        return Painting(painting=desk.easel.news(design_id) is not None)

    @router.delete("/designs/{design_id}/painting", status_code=204)
    async def leave(design_id: str) -> None:
        """Stop it; the design stays as it is."""
        _known(desk, design_id)
        desk.easel.stop(design_id)


def _files(router: APIRouter, desk: Desk) -> None:
    @router.get("/designs/{design_id}/export", response_class=FileResponse, responses={200: _FILE})
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
    async def upload(file: UploadFile) -> Uploaded:
        """A picture, or an SVG as one, checked and kept; its asset id and size."""
        data = await file.read(_MOST_UPLOAD + 1)
        if len(data) > _MOST_UPLOAD:
            raise HTTPException(413, f"the file is over {_MOST_UPLOAD // 10**6} MB; give less")
        name = Path(file.filename or "picture").name[:80]
        asset, width, height = await asyncio.to_thread(on_canvas, desk.home, data, name)
        return Uploaded(asset=asset, width=width, height=height)


def _known(desk: Desk, design_id: str) -> None:
    if design_id not in desk.home.store:
        raise HTTPException(404, "there is no such design here; see /studio/api/designs")


def _told(desk: Desk, design_id: str) -> Summary:
    saved = desk.home.store.load(design_id)
    canvas = saved.design.canvas
    return Summary(
        id=design_id, title=saved.design.title, rev=saved.revision, width=canvas.width,
        height=canvas.height,
    )  # fmt: skip
