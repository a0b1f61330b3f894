"""The wall around the server: no foreign page speaks to it, and its pages load nothing foreign."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from fastapi import WebSocket
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from editor.front import is_start
from editor.login import PATH as LOGIN

_SAFE = ("GET", "HEAD", "OPTIONS")
OPENING = "/studio/api/files"  # where whole design files are sent to, which may be large
_LARGEST, _LARGEST_FILE = 66_000_000, 540_000_000  # bytes of a body
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

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None and scope["type"] == "http":
            await refusal(scope, receive, send)
        elif refusal is not None:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "websocket":
            await self.app(scope, receive, send)
        else:
            await self._answered(scope, headers, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> JSONResponse | None:
        length = headers.get("content-length", "0")
        most = _most(scope)
        if not length.isdecimal() or int(length) > most:
            return _too_large(most)
        if not self._is_for_us(scope, headers):
            return _MISDIRECTED
        is_change = scope["type"] == "http" and scope["method"] not in _SAFE
        return _FOREIGN if is_change and not _is_own(headers) else None

    async def _answered(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        started, heard, most = False, 0, _most(scope)

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
            if heard > most:
                raise _TooMuch
            return message

        try:
            await self.app(scope, counted, guarded)
        except _TooMuch:
            if started:
                raise
            await _too_large(most)(scope, receive, guarded)

    def _is_for_us(self, scope: Scope, headers: Headers) -> bool:
        """Over this computer's own address only its own names count: a foreign name that leads here
        is a page elsewhere that wants to be taken for ours."""
        name = _hostname(headers.get("host", ""))
        reached = (scope.get("server") or ("",))[0]
        return not is_loopback(reached) or name in self.hosts or _is_own_name(name)


class _TooMuch(BaseException):
    """A body that did not say how long it is goes on and on; nothing inside may catch this."""


def _most(scope: Scope) -> int:
    """Bytes that a body may have."""
    return _LARGEST_FILE if scope["path"] == OPENING else _LARGEST


def _too_large(most: int) -> JSONResponse:
    told = {"detail": f"that is over {most // 10**6} MB; give less at once"}
    return JSONResponse(told, 413, {"Connection": "close"})


_MISDIRECTED = JSONResponse(
    {"detail": "Plakat does not go by this name; open it as http://127.0.0.1:PORT, or name the "
     "host in PLAKAT_HOSTS"},
    421, {"Connection": "close"},
)  # fmt: skip
_FOREIGN = JSONResponse(
    {"detail": "a page of another site may not do this; open Plakat itself"},
    403, {"Connection": "close"},
)  # fmt: skip


def _hostname(host: str) -> str:
    """Of a Host header, without port and brackets, in lower case."""
    name = host.rpartition("]")[0].lstrip("[") if "]" in host else host.partition(":")[0]
    return name.lower()


def _is_own_name(name: str) -> bool:
    return name in ("", "localhost") or name.endswith(".localhost") or _address(name) is not None


def is_loopback(name: str) -> bool:
    """Whether only this computer reaches it."""
    address = _address(name)
    return name == "localhost" or (address is not None and address.is_loopback)


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_own(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _write(headers: MutableHeaders, scope: Scope, host: str) -> None:
    path = scope["path"]
    policy = _OURS if path.startswith("/studio") or is_start(scope) else _GRADIO
    policy = policy.format(sockets=f"ws://{host} wss://{host}")
    if path == LOGIN:
        policy = policy.replace("form-action 'none'", "form-action 'self'")
    headers["Content-Security-Policy"] = policy
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "SAMEORIGIN"
