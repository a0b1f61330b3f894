"""The wall around the server: no foreign page speaks to it, and its pages load nothing foreign."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import WebSocket
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from editor.front import is_start

_SAFE = ("GET", "HEAD", "OPTIONS")
_LARGEST = 66_000_000  # bytes of a body
_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self' {sockets}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_GRADIO = (  # its templates are functions made of strings, its page holds scripts
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' data: blob: {sockets}; worker-src 'self' blob:; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


def own_page(socket: WebSocket) -> bool:
    """Whether a handshake comes from a page of this server; programs that say no origin may too."""
    return _is_own(Headers(scope=socket.scope))


class Guard:
    """Refuses what a foreign page sends, and writes the headers of every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["method"] not in _SAFE and not _is_own(headers):
            refused = "a page of another site may not do this; open Plakat itself"
            await JSONResponse({"detail": refused}, 403)(scope, receive, send)
            return
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > _LARGEST:
            await _TOO_LARGE(scope, receive, send)
            return
        started, heard = False, 0

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _write(MutableHeaders(scope=message), scope, headers.get("host", ""))
            await send(message)

        async def counted() -> Message:
            nonlocal heard
            message = await receive()
            heard += len(message.get("body", b""))
            if heard > _LARGEST:
                raise _TooMuch
            return message

        try:
            await self.app(scope, counted, guarded)
        except _TooMuch:
            if started:
                raise
            await _TOO_LARGE(scope, receive, guarded)


class _TooMuch(BaseException):
    """A body that did not say how long it is goes on and on; nothing inside may catch this."""


_TOO_LARGE = JSONResponse(
    {"detail": f"that is over {_LARGEST // 10**6} MB; give less at once"},
    413, {"Connection": "close"},
)  # fmt: skip


def _is_own(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _write(headers: MutableHeaders, scope: Scope, host: str) -> None:
    path = scope["path"]
    policy = _OURS if path.startswith("/studio") or is_start(scope) else _GRADIO
    headers["Content-Security-Policy"] = policy.format(sockets=f"ws://{host} wss://{host}")
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "SAMEORIGIN"
