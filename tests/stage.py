"""Designs in a real Chromium, painted by the editor's own modules: a server that keeps nothing, a
browser, and the picture of the stage at 100 %."""

import io
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from PIL import Image
from pydantic import TypeAdapter

from design_io.commands import Batch, Command, apply
from design_io.document import Design, validated
from design_io.errors import DesignError
from design_io.resources import Resources
from editor.pictures import Pictures, routes
from editor.scene import Scene, defaults, document_json
from tests import chromium

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--disable-lcd-text",
    "--font-render-hinting=none", "--hide-scrollbars",
)  # fmt: skip
_STATIC = Path(__file__).parent.parent / "assets" / "editor"
_COMMANDS = TypeAdapter(tuple[Command, ...])
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Stage</title>
<link rel="stylesheet" href="/studio/static/tokens.css">
<style>html, body { margin: 0; block-size: 100% }</style>
<script type="module" src="/studio/static/editor.js"></script>
<plakat-editor doc="DOC"></plakat-editor>"""
_AT_FULL_SIZE = """async () => {
  const { store, view, scene } = document.querySelector("plakat-editor");
  const { width, height } = store.state.design.canvas;
  store.select([]);
  view.zoomTo(1);
  view.center([0, 0, width, height]);
  await scene.settled();
  const { x, y } = scene.sheet.getBoundingClientRect();
  return { x, y, width, height };
}"""


class Live:
    """A design that a browser may change; forgotten with the server."""

    def __init__(self, number: int, design: Design, pictures: Pictures) -> None:
        self.id, self.design, self.revision = f"{number:032x}", design, 1
        self.scene = Scene(self.id, pictures.resources, pictures)
        self.set: list[dict[str, str]] = []

    def snapshot(self) -> dict[str, Any]:
        return {
            "t": "snapshot", "rev": self.revision, "design": document_json(self.design),
            "nodes": self.scene.nodes(self.design), "defaults": defaults(), "undo": None,
            "redo": None, "transcript": [], "set": self.set,
        }  # fmt: skip

    def answer(self, said: dict[str, Any]) -> dict[str, Any] | None:
        if said["t"] == "resync":
            return self.snapshot()
        if said["t"] == "layout_preview":
            return self.preview(said["id"], said["changes"])
        return self.commit(said) if said["t"] == "cmd" else None

    def preview(self, layer_id: str, changes: dict[str, Any]) -> dict[str, Any]:
        layer = self.design.layer(layer_id)
        changed = validated(type(layer), dict(layer) | changes)
        return {"t": "preview", "id": layer_id, "node": self.scene.node(self.design, changed)}

    def commit(self, said: dict[str, Any]) -> dict[str, Any]:
        step = {"txn": said["txn"], "label": said["label"], "undo": said["label"], "redo": None}
        try:
            commands = _COMMANDS.validate_python(said["commands"])
            after = apply(self.design, Batch(commands=commands))
        except (DesignError, ValueError) as error:
            return {"t": "reject", "txn": said["txn"], "error": str(error), "rev": self.revision}
        delta = self.scene.delta(self.design, after)
        self.design, self.revision = after, self.revision + 1
        return {"t": "commit", "rev": self.revision} | step | delta._asdict()


@contextmanager
def serving(design: Design, resources: Resources) -> Iterator[tuple[str, Live]]:
    """The editor of one design at the address."""
    with serving_set([design], resources) as (address, (live,)):
        yield address, live


@contextmanager
def serving_set(designs: list[Design], resources: Resources) -> Iterator[tuple[str, list[Live]]]:
    """The editor of the first of linked designs."""
    pictures = Pictures(resources)
    lives = [Live(number, design, pictures) for number, design in enumerate(designs)]
    names = [{"id": live.id, "name": live.design.title} for live in lives]
    for live in lives:
        live.set = names if len(names) > 1 else []
    line = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(_app(lives), log_level="error", ws="websockets-sansio"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{line.getsockname()[1]}/studio/d/{lives[0].id}", lives
    finally:
        server.should_exit = True
        thread.join(timeout=5)


@contextmanager
def browser() -> Iterator[Any]:
    """Playwright's handle of Chromium; the caller has asked `chromium.require` or will fail."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        shown = started.chromium.launch(executable_path=chromium.executable(), args=list(FLAGS))
        try:
            yield shown
        finally:
            shown.close()


@contextmanager
def opened(shown: Any, address: str, size: tuple[int, int]) -> Iterator[Any]:
    """A page of its own on which the design is seen; fails on errors and on other hosts."""
    context = shown.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
    )
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    host = address.split("/studio")[0]
    page.on("request", lambda asked: _is_local(asked.url, host) or faults.append(asked.url))
    try:
        page.goto(address)
        page.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
        yield page
        assert not faults, faults
    finally:
        context.close()


def at_full_size(page: Any) -> np.ndarray:
    """The sheet at 100 %, when all its pictures are there: (height, width, 3) uint8."""
    where = page.evaluate(_AT_FULL_SIZE)
    shot = page.screenshot(clip=where)
    with Image.open(io.BytesIO(shot)) as picture:
        return np.asarray(picture.convert("RGB"))


def differences(shown: np.ndarray, exported: np.ndarray) -> tuple[float, float, int]:
    """Mean of 255, share of pixels more than 32 apart in a channel, and the largest."""
    apart = np.abs(shown.astype(int) - exported.astype(int))
    worst = apart.max(axis=-1)
    return float(apart.mean()), float((worst > 32).mean()), int(worst.max())


def _is_local(address: str, host: str) -> bool:
    return address.startswith((host, "data:", "blob:"))


def _app(lives: list[Live]) -> FastAPI:
    app, by_id = FastAPI(), {live.id: live for live in lives}
    app.include_router(routes(lives[0].scene.pictures))
    app.mount("/studio/static", StaticFiles(directory=_STATIC))

    @app.get("/studio/d/{id_}")
    def page(id_: str) -> HTMLResponse:
        return HTMLResponse(_PAGE.replace("DOC", by_id[id_].id))

    @app.websocket("/studio/ws/d/{id_}")
    async def line(socket: WebSocket, id_: str) -> None:
        live = by_id[id_]
        await socket.accept()
        await socket.send_text(json.dumps(live.snapshot()))
        try:
            while True:
                answer = live.answer(json.loads(await socket.receive_text()))
                if answer:
                    await socket.send_text(json.dumps(answer))
        except WebSocketDisconnect:
            return

    return app
