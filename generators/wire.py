"""HTTP to a server that paints: answers of bounded size, one sentence where something fails, and
no secret in any of them."""

from __future__ import annotations

import ipaddress
import json
import os
from contextlib import suppress
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx

from generators.request import GenerationError

MOST = 96 << 20  # bytes of an answer
_LONGEST_REASON = 300  # characters of what a server says


class Refused(GenerationError):
    """The server understood and would not; `body` is what it said."""

    def __init__(self, message: str, status: int, body: bytes) -> None:
        super().__init__(message, transient=status in (429, 502, 503, 504))
        self.status, self.body = status, body


class Server:
    """Where something paints, and where a user says so; one client for all that is asked."""

    def __init__(self, name: str, url: str, variable: str) -> None:
        self.name, self.url, self.variable = name, url, variable

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def is_here(self) -> bool:
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @cached_property
    def client(self) -> httpx.Client:
        """No proxy stands before this computer's own address; redirects are not followed."""
        return httpx.Client(base_url=self.url, trust_env=not self.is_here)

    def ask(self, method: str, path: str, seconds: float = 30, key: str = "", **sent: Any) -> bytes:
        """The body of the answer."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        timeout = httpx.Timeout(seconds, connect=5.0)
        try:
            with self.client.stream(
                method, path, headers=headers, timeout=timeout, **sent
            ) as answer:
                body = self._body(answer)
        except httpx.TimeoutException as error:
            raise GenerationError(
                f"{self.name} at {self.url} takes too long to answer; is it busy, or the address "
                f"wrong? --generator-url or {self.variable} says where it is", transient=True,
            ) from error  # fmt: skip
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise self.unreachable(error) from error
        if answer.status_code >= 300:
            raise Refused(self._refusal(answer.status_code, body), answer.status_code, body)
        return body

    def must_answer(self, path: str) -> None:
        """GenerationError where nothing is there; whatever it answers will do."""
        with suppress(Refused):
            self.ask("GET", path, seconds=10)

    def unreachable(self, error: Exception) -> GenerationError:
        return GenerationError(
            f"no {self.name} answers at {self.url} ({type(error).__name__}); start it, or say "
            f"where it is with --generator-url or {self.variable}"
        )

    def json(self, method: str, path: str, seconds: float = 30, key: str = "", **sent: Any) -> Any:
        return self.read(self.ask(method, path, seconds, key, **sent))

    def read(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise self.unclear("no JSON") from error

    def unclear(self, what: str) -> GenerationError:
        return GenerationError(
            f"{self.name} at {self.url} answers with {what}; is it another program? "
            f"--generator-url or {self.variable} says where it is"
        )

    def _body(self, answer: httpx.Response) -> bytes:
        parts, length = [], 0
        for part in answer.iter_bytes():
            parts.append(part)
            length += len(part)
            if length > MOST:
                raise self.unclear(f"more than {MOST >> 20} MB")
        return b"".join(parts)

    def _refusal(self, status: int, body: bytes) -> str:
        reason = " ".join(reason_in(body).split())[:_LONGEST_REASON]
        return f"{self.name} at {self.url} refused with {status}: {reason or 'it says no more'}"


def server_told(
    name: str, url: str, variable: str, needs: str = "", usual: str = ""
) -> Server:  # fmt: skip
    """The one at `url`, else where the environment says, else where such servers are; where none
    is told, GenerationError says what it `needs`."""
    told = url or os.environ.get(variable, "") or usual
    if not told:
        raise GenerationError(needs)
    return server_at(name, told, variable)


def server_at(name: str, url: str, variable: str) -> Server:
    """GenerationError where the address is none, or holds a password."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise GenerationError(
            f"the address of {name} must look like http://HOST:PORT, without a password; it comes "
            f"from --generator-url or {variable}"
        )
    return Server(name, url.rstrip("/"), variable)


def reason_in(body: bytes) -> str:
    """What a server says of its refusal, in the ways that are usual."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    for name in ("error", "detail", "message"):
        if isinstance(told, dict) and name in told:
            told = told[name]
    return told if isinstance(told, str) else ""
