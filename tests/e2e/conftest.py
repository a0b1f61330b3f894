"""The real server and a real Chromium: `studio` is a design of the story's own in a home that is
served, `tab` a page that fails the test on any script error, dialog or request to another host.

Server, browser and page stay for all stories of a process, so that nothing is loaded twice.
"""

import asyncio
import secrets
import threading
from functools import cached_property
from pathlib import Path

import pytest

from agents.brief import Commission
from agents.conversation import Conversation
from agents.home import Home
from agents.linked import META
from editor.host import application
from generators.artist import Artist
from tests import chromium
from tests.e2e.hands import Hand, sample

ASKED = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm, tickets $25"
LONGEST = "test_first_five_minutes"  # begun first, the other processes tell the rest meanwhile
_FLAGS = (
    "--no-sandbox", "--force-color-profile=srgb", "--disable-lcd-text",
    "--font-render-hinting=none", "--disable-background-networking", "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
_SIZE = {"width": 1440, "height": 900}
_FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONGEST not in item.nodeid)


class Server:
    """A home that is served on a free port."""

    def __init__(self, folder: Path) -> None:
        import uvicorn

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

    @cached_property
    def designed(self) -> str:
        """A design made of words; stories get copies of it."""
        doc, talk = secrets.token_hex(16), Conversation(self.desk.home, Artist())

        def begin() -> None:
            asyncio.run(talk.begin(Commission(request=ASKED, design_ids=(doc,))))

        worker = threading.Thread(target=begin)  # Playwright's loop runs in this thread
        worker.start()
        worker.join()
        return doc

    def close(self) -> None:
        self.server.should_exit = True
        self._thread.join(10)


class Studio:
    """What a story has of the server: a design that was made of words, for itself."""

    def __init__(self, server: Server) -> None:
        self.address, self.desk, self._server = server.address, server.desk, server

    @cached_property
    def doc(self) -> str:
        """Its id; it is made when it is asked for."""
        store, doc = self.desk.home.store, secrets.token_hex(16)
        first = self._server.designed
        meta = {name: text for name, text in store.meta(first).items() if name != META}
        store.create(store.load(first).design, design_id=doc, meta=meta)
        for message in store.transcript(first):
            store.note(doc, message)
        return doc

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


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    served = Server(tmp_path_factory.mktemp("served"))
    yield served
    served.close()


@pytest.fixture
def studio(server):
    return Studio(server)


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


@pytest.fixture(scope="session")
def context(browser):
    made = browser.new_context(viewport=_SIZE, reduced_motion="reduce", accept_downloads=True)
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture(scope="session")
def stage_page(context):
    return context.new_page()


@pytest.fixture
def tab(stage_page, studio):
    """Opened by the test itself: `tab.goto(studio.page)`."""
    wrong: list[str] = []
    page, heard = stage_page, {
        "pageerror": lambda error: wrong.append(f"script error: {error}"),
        "requestfailed": lambda request: _note_foreign(request.url, studio.address, wrong),
        "dialog": lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()),
    }  # fmt: skip
    for event, hear in heard.items():
        page.on(event, hear)
    yield page
    for other in page.context.pages:  # a page in the background is drawn once a second
        if other is not page:
            other.close()
    page.evaluate(_FORGET)
    page.goto("about:blank")
    for event, hear in heard.items():
        page.remove_listener(event, hear)
    page.set_viewport_size(_SIZE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_default_timeout(20_000)
    assert not wrong, wrong


@pytest.fixture
def second(browser):
    """A page in a window of its own, so that both are seen."""
    with browser.new_context(viewport=_SIZE, reduced_motion="reduce") as window:
        yield window.new_page()


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
