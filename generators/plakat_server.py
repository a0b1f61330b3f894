"""Another Plakat as a painter: the whole request goes there, layers and what they need come back.

The interface is `POST /studio/api/paint`: a `PaintOrder`, answered by lines of JSON, each a `Beat`.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any

import httpx
from pydantic import Field, ValidationError

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, assets_of
from design_io.errors import DesignError, ImportRejected
from design_io.intake import refuse_bad_asset
from design_io.paint import AssetId, Value
from generators.request import (
    Abilities,
    GenerationError,
    GenerationRequest,
    OnStep,
    Painted,
    Progress,
    untold,
)
from generators.settings import PLAIN, Settings
from generators.wire import MOST, Refused, reason_in, server_told

VARIABLE, KEY = "PLAKAT_SERVER", "PLAKAT_SERVER_PASSWORD"
PATH = "/studio/api/paint"
_MOST_PIXELS = 40_000_000  # of a picture that is asked for
_MOST_ASSETS = 16  # that go with a request
_SILENCE = 30.0  # seconds without a line; the server sends one every second

Packed = Annotated[str, Field(max_length=64_000_000)]  # base64


class PaintOrder(Value):
    """What is asked: a request, and the pictures it names."""

    request: GenerationRequest
    assets: Annotated[dict[AssetId, Packed], Field(max_length=_MOST_ASSETS)] = {}


class Beat(Value):
    """A line of the answer: how far it is; in the last one the layers, or why there are none."""

    step: int = 0
    steps: int = 0
    painted: tuple[Painted, ...] = ()
    assets: dict[AssetId, str] = {}
    done: bool = False
    error: str = ""
    transient: bool = False


class About(Value):
    """Who paints there; the answer to GET."""

    painter: str
    licence: str
    abilities: Abilities


class PlakatServer:
    """Asks once who paints there, since plans depend on what a painter can."""

    name = "plakat"

    def __init__(self, settings: Settings = PLAIN) -> None:
        self.server = server_told(
            "Plakat", settings.url, VARIABLE,
            f"plakat needs the address of another Plakat, such as http://box:7860, in "
            f"--generator-url or {VARIABLE}; {KEY} holds its password, if it has one",
        )  # fmt: skip
        told = self.server.ask("GET", PATH, seconds=10, key=os.environ.get(KEY, ""))
        try:
            about = About.model_validate_json(told)
        except ValidationError as error:
            raise self.server.unclear("nothing about a painter") from error
        self.licence, self.abilities, self.painter = about.licence, about.abilities, about.painter

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        named = [reference.asset for reference in request.references]
        order = PaintOrder(request=request, assets=packed(named[:_MOST_ASSETS], assets))
        step = 0
        for beat in self._beats(order):
            if beat.error:
                raise GenerationError(
                    f"Plakat at {self.server.url}: {beat.error}", transient=beat.transient
                )
            if cancelled():
                raise GenerationError("the picture was stopped")
            if beat.step > step:
                step = beat.step
                on_step(Progress(beat.step, beat.steps))
            if beat.done:
                return self._kept(beat, assets)
        raise GenerationError(
            f"Plakat at {self.server.url} went away while it painted; look at its log",
            transient=True,
        )

    def _kept(self, beat: Beat, assets: AssetStore) -> tuple[Painted, ...]:
        try:
            unpacked(beat.assets, assets)
        except DesignError as error:
            raise GenerationError(f"Plakat at {self.server.url}: {error}") from error
        if lost := [name for name in named_by(beat.painted) if name not in assets]:
            raise self.server.unclear(f"layers whose asset {lost[0][:12]} it did not send")
        return beat.painted

    def _beats(self, order: PaintOrder) -> Iterator[Beat]:
        """Leaving it early closes the connection, which stops the painting there."""
        key = os.environ.get(KEY, "")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        headers["Content-Type"] = "application/json"
        timeout = httpx.Timeout(_SILENCE, connect=5.0)
        try:
            with self.server.client.stream(
                "POST", PATH, content=order.model_dump_json(), headers=headers, timeout=timeout
            ) as answer:
                if answer.status_code >= 300:
                    said = reason_in(answer.read()) or "it says no more"
                    message = f"Plakat at {self.server.url} refused: {said}"
                    raise Refused(message, answer.status_code, b"")
                for line in _lines(answer.iter_bytes()):
                    yield Beat.model_validate_json(line)
        except httpx.TimeoutException as error:
            raise GenerationError(
                f"Plakat at {self.server.url} said nothing for {_SILENCE:.0f} s", transient=True
            ) from error
        except (httpx.HTTPError, OSError) as error:
            raise self.server.unreachable(error) from error
        except ValueError as error:
            raise self.server.unclear("something else than layers") from error


def packed(names: Iterable[str], assets: AssetStore) -> dict[str, str]:
    """Assets as base64, by id."""
    return {name: base64.b64encode(assets.get(name)).decode() for name in dict.fromkeys(names)}


def unpacked(sent: Mapping[str, str], assets: AssetStore) -> None:
    """Into the store, past the wall; DesignError where one is not what its id says."""
    for name, text in sent.items():
        try:
            data = base64.b64decode(text, validate=True)
        except ValueError as error:
            raise ImportRejected(f"the asset {name[:12]} is no base64") from error
        if hashlib.sha256(data).hexdigest() != name:
            raise ImportRejected(f"the asset {name[:12]} is not what its id says")
        refuse_bad_asset(data, f"the asset {name[:12]}")
        assets.put(data)


def named_by(painted: Iterable[Painted]) -> set[str]:
    """The assets that the layers name."""
    layers = tuple(item.layer for item in painted)
    return assets_of(Design(title="", canvas=Canvas(width=1, height=1), layers=layers))


def refuse_large(order: PaintOrder) -> None:
    """DesignError where a picture is asked for, or a number of steps, that nobody should paint."""
    request: Any = order.request
    if request.width * request.height > _MOST_PIXELS:
        raise DesignError(
            f"{request.width} × {request.height} px are more than {_MOST_PIXELS // 10**6} "
            "megapixels; ask for a smaller picture"
        )
    if lost := [r.asset for r in request.references if r.asset not in order.assets]:
        raise DesignError(f"the reference {lost[0][:12]} was not sent along")


def _lines(parts: Iterable[bytes]) -> Iterator[bytes]:
    kept, length = list[bytes](), 0
    for part in parts:
        length += len(part)
        if length > MOST:
            raise ValueError("too much")
        first, *rest = part.split(b"\n")
        kept.append(first)
        for begun in rest:
            yield b"".join(kept)
            kept = [begun]
