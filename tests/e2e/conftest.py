"""The real server and a real Chromium: `studio` serves a home, `tab` is a page that fails the test
on any script error, dialog or request to another host."""

import asyncio
import secrets
import shutil
import threading
from pathlib import Path

import pytest

from agents.brief import Commission
from agents.conversation import Conversation
from agents.home import Home
from editor.host import application
from generators.artist import Artist
from tests import chromium
from tests.e2e.hands import Hand, sample

ASKED = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm, tickets $25"
_FLAGS = (
    "--no-sandbox", "--force-color-profile=srgb", "--disable-lcd-text",
    "--font-render-hinting=none", "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


class Studio:
    """A server of its own on a free port, and the design that waits in it."""

    def __init__(self, folder: Path, doc: str) -> None:
        import uvicorn

        self.doc = doc
        self.app = application(Home(folder), Artist())
        config = uvicorn.Config(
            self.app, port=0, log_level="error", ws="websockets-sansio", timeout_graceful_shutdown=1
        )
        self.server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self.server.run, daemon=True)
        self._thread.start()
        while not self.server.started:
            threading.Event().wait(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    @property
    def desk(self):
        return self.app.state.desk

    @property
    def page(self) -> str:
        return f"{self.address}/?doc={self.doc}"

    @property
    def revision(self) -> int:
        return self.desk.home.store.load(self.doc).revision

    def design(self):
        return self.desk.home.store.load(self.doc).design

    def title(self) -> str:
        return next(layer.text for layer in self.design().layers if layer.role == "title")

    def close(self) -> None:
        self.server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def designed(tmp_path_factory):
    """A home with one design, copied for each server."""
    folder, doc = tmp_path_factory.mktemp("designed"), "0" * 31 + "1"
    talk = Conversation(Home(folder), Artist())

    def begin() -> None:
        asyncio.run(talk.begin(Commission(request=ASKED, design_ids=(doc,))))

    worker = threading.Thread(target=begin)  # Playwright's loop runs in this thread
    worker.start()
    worker.join()
    talk.home.store.close()
    return folder, doc


@pytest.fixture(scope="module")
def studio(designed, tmp_path_factory):
    folder, doc = designed
    copied = Path(shutil.copytree(folder, tmp_path_factory.mktemp("served") / "home"))
    served = Studio(copied, doc)
    yield served
    served.close()


@pytest.fixture(scope="session")
def browser():
    chromium.require()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        handle = playwright.chromium.launch(
            executable_path=chromium.executable(), args=list(_FLAGS)
        )
        yield handle
        handle.close()


@pytest.fixture
def context(browser):
    made = browser.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce", accept_downloads=True
    )
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def tab(context, studio):
    """Opened by the test itself: `tab.goto(studio.page)`."""
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    page.on("request", lambda request: _note_foreign(request.url, studio.address, wrong))
    page.on("dialog", lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()))
    yield page
    assert not wrong, wrong


@pytest.fixture
def hand(tab, studio):
    """A hand on a small design of its own, in the editor alone."""
    store, doc = studio.desk.home.store, secrets.token_hex(16)
    store.create(sample(), design_id=doc)
    tab.goto(f"{studio.address}/studio/d/{doc}")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    return Hand(tab, store, doc)


def _note_foreign(url: str, address: str, wrong: list[str]) -> None:
    own = (address, address.replace("http", "ws", 1), "data:", "blob:", "about:")
    if not url.startswith(own):
        wrong.append(f"request to another host: {url}")
