"""A server with OpenAI's `/images/generations` as a painter: hosted ones, and the many programs
that speak the same. The key is read from the environment when it is sent, and kept nowhere."""

from __future__ import annotations

import base64
import binascii
import os
import threading
from collections.abc import Callable
from typing import Any

from design_io.assets import AssetStore
from design_io.document import Source
from generators.bases import fitting
from generators.dialects import to_prose
from generators.request import (
    Abilities,
    GenerationError,
    GenerationRequest,
    OnStep,
    Painted,
    Progress,
    untold,
)
from generators.settings import PLAIN, Preset, Settings
from generators.whole_picture import picture_of, whole
from generators.wire import Refused, server_told

VARIABLE, KEY, MODEL = "PLAKAT_IMAGES_URL", "PLAKAT_IMAGES_KEY", "PLAKAT_IMAGES_MODEL"
_SIDES: dict[Preset, int] = {"draft": 768, "quality": 1024, "print": 1536}  # px
_USUAL = ((1024, 1024), (1536, 1024), (1024, 1536))  # where a server takes no other sizes
_OPTIONAL = ("response_format", "seed")  # left out where a server does not know them
_SECONDS = 600
_BEAT = 0.1  # seconds between two questions whether to go on


class ImagesApi:
    """GenerationError where no address is told, or nothing answers there."""

    name = "images-api"
    abilities = Abilities(backgrounds=True)

    def __init__(self, settings: Settings = PLAIN) -> None:
        self.server = server_told(
            "images server", settings.url, VARIABLE,
            f"images-api needs the address of its server up to /v1, in --generator-url or "
            f"{VARIABLE}; {MODEL} names the model, {KEY} holds the key",
        )  # fmt: skip
        self.server.must_answer("/models")
        self.model = os.environ.get(MODEL, "")
        self.licence = f"terms of the server at {self.server.host}"
        self.side = _SIDES[settings.preset]

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        told = _Waiting(lambda: self._answer(request)).until(cancelled)
        picture = picture_of(self._bytes_in(told), f"the server at {self.server.host}")
        on_step(Progress(1, 1))
        source = Source(
            generator=f"images-api: {self.model or self.server.host}"[:200],
            prompt=to_prose(request), seed=request.seed, licence=self.licence,
        )  # fmt: skip
        return whole(picture, request, assets, source)

    def _answer(self, request: GenerationRequest) -> Any:
        """As asked, and once more without what the server says it does not know."""
        width, height = fitting(request.width, request.height, self.side, 16)
        body: dict[str, Any] = {
            "prompt": to_prose(request), "n": 1, "size": f"{width}x{height}",
            "response_format": "b64_json", "seed": request.seed % 2**31,
        }  # fmt: skip
        if self.model:
            body["model"] = self.model
        for _ in range(len(_OPTIONAL) + 1):
            try:
                return self._asked(body)
            except Refused as error:
                if error.status not in (400, 422) or not _simpler(body, str(error), request):
                    raise
        return self._asked(body)

    def _asked(self, body: dict[str, Any]) -> Any:
        key = os.environ.get(KEY, "")
        if key and not self.server.is_here and self.server.url.startswith("http:"):
            raise GenerationError(
                f"the key in {KEY} would go over the net in the clear; use an https:// address"
            )
        path = "/images/generations"
        return self.server.json("POST", path, seconds=_SECONDS, key=key, json=body)

    def _bytes_in(self, told: Any) -> bytes:
        first = told["data"][0] if isinstance(told, dict) and told.get("data") else None
        packed = first.get("b64_json") if isinstance(first, dict) else None
        if not isinstance(packed, str):
            raise self.server.unclear("no picture in b64_json")
        try:
            return base64.b64decode(packed, validate=True)
        except binascii.Error as error:
            raise self.server.unclear("a picture that is no base64") from error


def _simpler(body: dict[str, Any], said: str, request: GenerationRequest) -> bool:
    """Whether what the server complains of could be left out or put in another way."""
    for name in _OPTIONAL:
        if name in said and name in body:
            del body[name]
            return True
    shape = request.width / request.height
    width, height = min(_USUAL, key=lambda size: abs(size[0] / size[1] - shape))
    usual = f"{width}x{height}"
    if "size" not in said.lower() or body["size"] == usual:
        return False
    body["size"] = usual
    return True


class _Waiting:
    """Work in a thread, for which nobody has to wait: an answer that comes too late is dropped."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._outcome: list[Any] = []
        self._error: list[GenerationError] = []
        self._done = threading.Event()

    def until(self, cancelled: Callable[[], bool]) -> Any:
        if not cancelled():
            threading.Thread(target=self._run, daemon=True).start()
            while not self._done.wait(_BEAT):
                if cancelled():
                    break
        if self._error:
            raise self._error[0]
        if not self._outcome:
            stopped = not self._done.is_set()
            raise GenerationError("the picture was stopped" if stopped else "no picture came")
        return self._outcome[0]

    def _run(self) -> None:
        try:
            self._outcome.append(self._work())
        except GenerationError as error:  # told to whoever waits
            self._error.append(error)
        finally:
            self._done.set()
