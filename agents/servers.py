"""Model servers that run on this machine: looked for on their usual ports of the loopback address.

Only 127.0.0.1 is asked, for at most 200 ms in all, and nothing of a request is sent.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import NamedTuple

from agents.chat_model import PROVIDERS

SECONDS = 0.2  # for all ports together
_HOST = "127.0.0.1"
_MOST_BYTES = 262_144
_MOST_MODELS = 50


class Server(NamedTuple):
    provider: str
    url: str
    models: tuple[str, ...]

    @property
    def option(self) -> str:
        """What to write on the command line to use its first model."""
        return f"--llm {self.provider}:{self.models[0]}"


async def servers_found(ports: dict[str, int] | None = None) -> tuple[Server, ...]:
    """Those that answer with at least one model, in the order of `ports`: provider -> port."""
    asked = [_server(provider, port) for provider, port in (ports or _usual()).items()]
    return tuple(server for server in await asyncio.gather(*asked) if server is not None)


def _usual() -> dict[str, int]:
    found = ((name, known.url) for name, known in PROVIDERS.items())
    return {n: int(url.split(":")[2].split("/")[0]) for n, url in found if _HOST in url}


async def _server(provider: str, port: int) -> Server | None:
    answer = b""
    with suppress(OSError, TimeoutError, ValueError):
        async with asyncio.timeout(SECONDS):
            answer = await _body(port)
    models = _models_in(answer)
    return Server(provider, f"http://{_HOST}:{port}/v1", models) if models else None


async def _body(port: int) -> bytes:
    reader, writer = await asyncio.open_connection(_HOST, port)
    try:
        writer.write(b"GET /v1/models HTTP/1.0\r\nHost: %s:%d\r\n\r\n" % (_HOST.encode(), port))
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n")[0]:
            return b""
        body = b""
        while len(body) < _MOST_BYTES and not _models_in(body):
            more = await reader.read(65_536)
            if not more:
                break
            body += more
        return body
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return b""
    finally:
        writer.close()


def _models_in(body: bytes) -> tuple[str, ...]:
    try:
        listed = json.loads(body)["data"]
        names = [item["id"] for item in listed[:_MOST_MODELS]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()
    return tuple(name for name in names if _is_name(name))


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name) <= 120 and name.isprintable()
