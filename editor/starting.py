"""What the start page needs beside its socket: examples, sizes, recent designs, attachments.

`start_router(home, allowed)` has all of it, the page `/studio/` and the socket included.
"""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse

from agents.adopted import CHOSEN, VARIANTS
from agents.brief import Attachment
from agents.home import Home
from agents.linked import META, links_in
from design_io.errors import DesignError
from editor.api_answers import Example, Shown, Size, Start
from editor.attachments import MOST_BYTES, taken
from editor.examples import EXAMPLES, example_picture
from editor.heap import settle_heap
from editor.pages import start_page
from editor.sketches import Sketcher
from editor.sketching import Allowed, sketch_router
from layout.sizes import SIZES

_LOOKED_AT, _SHOWN = 60, 6  # designs


def start_router(home: Home, allowed: Allowed) -> APIRouter:
    """`allowed` says whether a socket's handshake comes from our own page."""
    router, sketcher = APIRouter(), Sketcher(home.resources)
    threads = ThreadPoolExecutor(1, thread_name_prefix="sketch")
    threads.submit(_warmed, home, sketcher)
    home.own_fonts.hearing.append(lambda: _renewed(home, sketcher, threads))
    router.include_router(sketch_router(home, sketcher, threads, allowed))

    @router.get("/studio/", include_in_schema=False)
    def page() -> HTMLResponse:
        return start_page()

    @router.get("/studio/api/start")
    def start() -> Start:
        """Examples, all named sizes, and what was worked on last."""
        examples = [
            Example(request=example.request, picture=f"/studio/examples/{n}.webp")
            for n, example in enumerate(EXAMPLES)
        ]
        sizes = [Size(name=size.name, label=size.label) for size in SIZES.values()]
        return Start(examples=examples, sizes=sizes, recent=_recent(home))

    @router.get("/studio/examples/{number}.webp", include_in_schema=False)
    async def example(number: Annotated[int, InPath(ge=0, lt=len(EXAMPLES))]) -> Response:
        drawn = asyncio.get_running_loop().run_in_executor(
            threads, example_picture, home, sketcher, number
        )
        headers = {"Cache-Control": "private, max-age=3600"}
        return Response(await drawn, media_type="image/webp", headers=headers)

    @router.post("/studio/api/attachments")
    async def attachment(
        request: Request, name: Annotated[str, Query(max_length=255)] = "",
        role: Annotated[str, Query(pattern="^(picture|logo)?$")] = "",
    ) -> Attachment:  # fmt: skip
        """A picture or logo for the next designs: its asset, and what it is taken for."""
        data = bytearray()
        async for piece in request.stream():
            data += piece
            if len(data) > MOST_BYTES:
                raise HTTPException(413, f"{name} is too large; give at most {_mb(MOST_BYTES)} MB")
        try:
            found = await asyncio.to_thread(taken, home, bytes(data), PurePath(name).name, role)
        except DesignError as error:
            raise HTTPException(422, str(error)) from error
        return found

    @router.get("/studio/api/designs/{design_id}/variants")
    def variants(design_id: str) -> list[Shown]:
        """The designs that were made of the same words, this one included."""
        if design_id not in home.store:
            raise HTTPException(404, "there is no such design here")
        told = home.store.latest_meta(design_id, VARIANTS)
        ids = json.loads(told) if told else [design_id]
        return [_shown(home, each) for each in ids if each in home.store]

    return router


def _warmed(home: Home, sketcher: Sketcher) -> None:
    """Everything is loaded once before anybody types, and the examples are drawn by then."""
    for number in range(len(EXAMPLES)):
        example_picture(home, sketcher, number)
    settle_heap()


def _renewed(home: Home, sketcher: Sketcher, threads: Executor) -> None:
    """A font has come: what is sketched from now on may be set in it."""
    threads.submit(sketcher.renew, home.resources)


def _recent(home: Home) -> list[Shown]:
    """The last designs that were chosen or changed, one of every set."""
    found: list[Shown] = []
    for design_id in reversed(home.store.designs()[-_LOOKED_AT:]):
        if len(found) == _SHOWN:
            break
        meta = home.store.meta(design_id)
        links = links_in({META: told} if (told := meta.get(META, "")) else {})
        if links and next(iter(links.members.values())) != design_id:
            continue
        shown = _shown(home, design_id)
        if VARIANTS not in meta or CHOSEN in meta or shown.revision:
            found.append(shown)
    return found


def _shown(home: Home, design_id: str) -> Shown:
    saved = home.store.load(design_id)
    canvas = saved.design.canvas
    return Shown(
        id=design_id, title=saved.design.title, revision=saved.revision,
        width=canvas.width, height=canvas.height,
        picture=f"/studio/thumb/{design_id}/{saved.revision}.webp?w=320",
    )  # fmt: skip


def _mb(size: int) -> int:
    return size // 1_000_000
