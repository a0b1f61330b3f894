"""The front door: `/` alone is the start box, which waits for nothing; `/?doc=ID` is the studio."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from editor.pages import start_page


class Front:
    """Answers for the start box; everything else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_start(scope):
            await start_page()(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_start(scope: Scope) -> bool:
    """Whether the front page is asked for, and no design."""
    if scope["type"] != "http" or scope["path"] != "/" or scope["method"] not in ("GET", "HEAD"):
        return False
    return "doc" not in parse_qs(scope["query_string"].decode("latin-1"))
