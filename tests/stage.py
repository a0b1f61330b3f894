"""Designs in a real Chromium, on the real server: a home of their own, a browser, and the picture
of the stage at 100 %."""

import io
import secrets
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import uvicorn
from PIL import Image

from agents.home import Home
from agents.linked import META, Links
from design_io.document import Design, assets_of
from design_io.resources import Resources
from editor.host import application
from generators.artist import Artist
from tests import chromium

FLAGS = (
    "--no-sandbox", "--force-color-profile=srgb", "--disable-lcd-text",
    "--font-render-hinting=none", "--hide-scrollbars",
)  # fmt: skip
PLAIN = ("--disable-gpu",)  # layers are put together in eight bits
# As on a screen: a GPU puts layers together, here in software; what is in them is drawn as before.
COMPOSITED = (
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist", "--disable-gpu-rasterization",
)  # fmt: skip
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


def kept(home: Home, designs: list[Design], resources: Resources) -> list[str]:
    """Put designs into a home with the assets they name, as one set when they are several."""
    ids = [secrets.token_hex(16) for _ in designs]
    members = {design.title or id_: id_ for design, id_ in zip(designs, ids, strict=True)}
    for design, id_ in zip(designs, ids, strict=True):
        for asset in assets_of(design):
            home.resources.assets.put(resources.assets.get(asset))
        links = Links(me=design.title, members=members).model_dump_json()
        home.store.create(design, design_id=id_, meta={META: links} if len(ids) > 1 else {})
    return ids


@contextmanager
def serving(designs: list[Design], resources: Resources) -> Iterator[tuple[str, list[str]]]:
    """A server of its own whose home holds the designs; its address and their ids."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Home(Path(folder))
        ids = kept(home, designs, resources)
        app = application(home, Artist())
        config = uvicorn.Config(app, port=0, log_level="error", ws="websockets-sansio")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            threading.Event().wait(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}", ids
        finally:
            server.should_exit = True
            thread.join(timeout=5)


@contextmanager
def browser(how: tuple[str, ...] = PLAIN) -> Iterator[Any]:
    """Playwright's handle of Chromium; the caller has asked `chromium.require` or will fail."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        shown = started.chromium.launch(executable_path=chromium.executable(), args=[*FLAGS, *how])
        try:
            yield shown
        finally:
            shown.close()


@contextmanager
def opened(shown: Any, address: str, size: tuple[int, int]) -> Iterator[Any]:
    """A page of its own on which the design is seen; ends with its first script error."""
    context = shown.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
    )
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    try:
        page.goto(address)
        ready(page)
        yield page
        assert not faults, faults
    finally:
        context.close()


def ready(page: Any) -> None:
    page.wait_for_function("() => document.querySelector('plakat-editor')?.store?.state.loaded")


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
