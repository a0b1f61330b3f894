"""An optional password before everything: pages, API, sockets and the mounted page alike.

Who knows it gets a cookie that holds for a month, also over a restart; programs may send it as
`Authorization: Bearer PASSWORD`. Wrong ones have to wait, longer each time.
"""

from __future__ import annotations

import hashlib
import hmac
import html
import time
from collections.abc import Callable
from urllib.parse import parse_qs, quote

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from editor.modules import ROOT, linked

COOKIE = "plakat_session"
PATH = "/studio/login"
_LASTS = 30 * 24 * 3600  # seconds
_FREE = 3  # wrong passwords that cost no waiting
_LONGEST = 300.0  # seconds to wait
_MOST_BODY = 4_000
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plakat</title>
{links}
<script src="{root}/dark.js"></script>
</head>
<body class="pk-login">
<form method="post" action="{action}">
<h1>Plakat</h1>
<label>Password<input type="password" name="password" autocomplete="current-password" autofocus
 required aria-describedby="said"></label>
<p id="said" role="alert">{said}</p>
<button type="submit">Open</button>
</form>
</body>
</html>"""


class Login:
    """Lets through who has the password; nobody is asked where there is none."""

    def __init__(self, app: ASGIApp, password: str, clock: Callable[[], float] = time.time) -> None:
        self.app, self._clock = app, clock
        self._password = password.encode()
        self._key = hashlib.scrypt(self._password, salt=b"plakat session", n=2**14, r=8, p=1)
        self._wrong: dict[str, tuple[int, float]] = {}  # by address: how often, wait until

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] == PATH:
            await (await self._asked(Request(scope, receive)))(scope, receive, send)
        elif _is_open(scope) or self._knows(HTTPConnection(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._refused(scope)(scope, receive, send)

    def _knows(self, asked: HTTPConnection) -> bool:
        told = asked.cookies.get(COOKIE, "")
        if told and self._is_session(told):
            return True
        kind, _, password = asked.headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and self._checked(
            _address(asked), password.encode("latin-1")
        )

    def _is_session(self, told: str) -> bool:
        until, _, _ = told.partition(".")
        same = hmac.compare_digest(told.encode(), self._session(until).encode())
        return same and until.isdecimal() and int(until) > self._clock()

    def _session(self, until: str) -> str:
        return f"{until}.{hmac.new(self._key, until.encode(), hashlib.sha256).hexdigest()}"

    def _wait(self, address: str) -> float:
        """Seconds that this address has to wait before it may try again."""
        return max(0.0, self._wrong.get(address, (0, 0.0))[1] - self._clock())

    def _checked(self, address: str, password: bytes) -> bool:
        """Whether it is the password; nothing is compared while the address has to wait."""
        if self._wait(address):
            return False
        if hmac.compare_digest(password, self._password):
            self._wrong.pop(address, None)
            return True
        times = self._wrong.get(address, (0, 0.0))[0] + 1
        wait = min(_LONGEST, 2.0 ** (times - _FREE)) if times >= _FREE else 0.0
        self._wrong[address] = times, self._clock() + wait
        while len(self._wrong) > 10_000:
            self._wrong.pop(next(iter(self._wrong)))
        return False

    async def _asked(self, request: Request) -> Response:
        to = _own_path(request.query_params.get("to", ""))
        if request.method == "GET":
            return _page(to, "")
        if request.method != "POST":
            return JSONResponse({"detail": "the password is sent by POST"}, 405)
        address, body = _address(request), await _limited(request)
        password = parse_qs(body.decode("utf-8", "replace")).get("password", [""])[0]
        if self._checked(address, password.encode()):
            answer: Response = RedirectResponse(to, 303)
            until = self._session(str(int(self._clock()) + _LASTS))
            answer.set_cookie(
                COOKIE, until, max_age=_LASTS, httponly=True, samesite="lax",
                secure=request.url.scheme == "https",
            )  # fmt: skip
            return answer
        wait = self._wait(address)
        said = f" Wait {wait:.0f} s before the next try." if wait else " Try again."
        page = _page(to, f"That is not the password.{said}", 429 if wait else 401)
        if wait:
            page.headers["Retry-After"] = str(int(wait) + 1)
        return page

    def _refused(self, scope: Scope) -> Response:
        asked = HTTPConnection(scope)
        if "text/html" in asked.headers.get("accept", "") and scope["method"] == "GET":
            to = scope["path"] + (
                f"?{scope['query_string'].decode('latin-1')}" * bool(scope["query_string"])
            )
            return RedirectResponse(f"{PATH}?to={quote(to, safe='')}", 303)
        wait = self._wait(_address(asked))
        said = f"a password is asked for: log in at {PATH}, or send Authorization: Bearer PASSWORD"
        return JSONResponse({"detail": said}, 429 if wait else 401)


def _is_open(scope: Scope) -> bool:
    """The looks of the login page."""
    return scope["type"] == "http" and scope["path"].startswith(f"{ROOT}/")


def _own_path(to: str) -> str:
    """A path of this server, never an address elsewhere."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"


def _address(asked: HTTPConnection) -> str:
    return asked.client.host if asked.client else ""


async def _limited(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BODY:
            return b""
    return body


def _page(to: str, said: str, status: int = 200) -> HTMLResponse:
    page = _PAGE.format(
        links=linked("tokens.css", "login.css"), root=ROOT, said=html.escape(said),
        action=html.escape(f"{PATH}?to={quote(to, safe='')}"),
    )  # fmt: skip
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})
