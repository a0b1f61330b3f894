"""The server: our routes under `/studio`, the Gradio page at `/`, on this computer only.

`application(home)` builds it; `serve` runs it and opens the browser. Gradio is imported here, and
nothing else of Plakat imports this module before it is needed.
"""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from agents.choices import choices_in
from agents.home import Home
from agents.mind_choice import mind_named
from agents.minds import RULES, Mind
from design_io.errors import DesignError, RevisionConflict
from editor.api import api_router
from editor.api_boxes import boxes_router
from editor.api_fonts import fonts_router
from editor.api_painting import painting_router
from editor.api_quality import quality_router
from editor.api_versions import versions_router
from editor.desk import Desk, desk_at
from editor.front import Front
from editor.guard import Guard, is_loopback, own_page
from editor.insert import routes as insert_routes
from editor.live import live_router
from editor.login import Login
from editor.modules import ROOT, Files
from editor.opening import opening_router
from editor.page import mount
from editor.pages import editor_page
from editor.pictures import routes as picture_routes
from editor.starting import start_router
from generators.registry import GENERATORS, painter_named
from generators.request import GenerationError, Generator


def application(
    home: Home, painter: Generator, mind: Mind = RULES, password: str = "",
    hosts: Collection[str] = (),
) -> FastAPI:  # fmt: skip
    """Everything that is served, to those who have the password if there is one; `app.state.desk`
    is the desk behind it, `hosts` are names under which it may be reached besides its own."""
    desk = desk_at(home, *_chosen(home, painter, mind))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        beside = [asyncio.create_task(each) for each in (desk.recover(), desk.follow())]
        yield
        for task in beside:
            task.cancel()

    app = FastAPI(
        title="Plakat", lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/studio/api/docs",
    )  # fmt: skip
    app.state.desk = desk
    app.add_exception_handler(DesignError, told)
    for router in (
        api_router(desk), boxes_router(desk), quality_router(desk), versions_router(desk),
        live_router(desk, own_page), start_router(home, own_page),
        picture_routes(desk.pictures), insert_routes(home),
        fonts_router(home), painting_router(desk), opening_router(home),
    ):  # fmt: skip
        app.include_router(router)
    _pages(app, desk)
    app.mount(ROOT, Files())
    mount(app, desk)
    app.add_middleware(Front)
    if password:
        app.add_middleware(Login, password=password)
    app.add_middleware(Guard, hosts=hosts)
    return app


def _chosen(home: Home, painter: Generator, mind: Mind) -> tuple[Generator, Mind]:
    """What was chosen in the settings before; what is known no more leaves what is given."""
    kept = choices_in(home.folder)
    if kept.painter in GENERATORS and kept.painter != painter.name:
        painter = _painter_kept(kept.painter, painter)
    return painter, mind_named(kept.mind) if kept.mind and mind is RULES else mind


def _painter_kept(name: str, given: Generator) -> Generator:
    """Whoever was chosen; where it cannot paint today that is told, and the editor opens."""
    try:
        return painter_named(name)
    except (DesignError, GenerationError) as error:
        print(f"note: {name} cannot paint: {error}; {given.name} does", file=sys.stderr)
        return given


def serve(
    home: Home, painter: Generator, mind: Mind = RULES, host: str = "127.0.0.1", port: int = 7860,
    show: bool = True, password: str = "", hosts: Collection[str] = (),
) -> None:  # fmt: skip
    """Run until Ctrl-C. DesignError where the port is taken."""
    import uvicorn

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise DesignError(
                f"port {port} is taken ({error.strerror}); choose another: python app.py --port "
                f"{port + 1}"
            ) from error
    config = uvicorn.Config(
        application(home, painter, mind, password, hosts), host=host, port=port,
        log_level="warning", ws="websockets-sansio", ws_per_message_deflate=False,
        timeout_graceful_shutdown=2,
    )  # fmt: skip
    server = uvicorn.Server(config)
    if warned := warning(host, password):
        print(warned, file=sys.stderr)
    if show:
        threading.Thread(
            target=_opened, args=(server, f"http://{host}:{port}/"), daemon=True
        ).start()
    server.run()


def warning(host: str, password: str) -> str:
    """What has to be said of a server that others can reach; nothing of one they cannot."""
    if is_loopback(host):
        return ""
    if not password:
        return (
            f"Warning: on {host}, everybody in your network can open, change and delete your "
            "designs. Set PLAKAT_PASSWORD to ask for a password, or leave out --host."
        )
    return (
        f"On {host}, Plakat can be reached from your network; whoever has the password can use it. "
        "Without https the password can be overheard there."
    )


def _opened(server: object, address: str) -> None:
    """Open the browser once the server answers."""
    while not getattr(server, "started", False):
        threading.Event().wait(0.05)
    print(f"Plakat is at {address} (Ctrl-C ends it)")
    webbrowser.open(address)


def _pages(app: FastAPI, desk: Desk) -> None:
    home = desk.home

    @app.get("/studio/d/{design_id}", include_in_schema=False)
    def alone(design_id: str) -> HTMLResponse:
        """The editor alone, full screen."""
        if design_id not in home.store:
            raise HTTPException(404, "there is no such design here; start a new one at /")
        title = home.store.load(design_id).design.title or "A design"
        return editor_page(design_id, title)


async def told(request: Request, error: Exception) -> Response:
    status = 409 if isinstance(error, RevisionConflict) else 422
    return JSONResponse({"detail": str(error)}, status)
