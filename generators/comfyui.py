"""A running ComfyUI as a painter: a workflow goes there, progress and previews come back, and the
picture is fetched. Its HTTP and WebSocket interface is the one that its own page uses."""

from __future__ import annotations

import os
import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.sync.client import ClientConnection, connect

from design_io.assets import AssetStore
from design_io.document import Source
from generators.bases import fitting
from generators.comfyui_messages import choices_in, event_in, faults_in, preview_in
from generators.comfyui_workflow import SHIPPED, read_workflow, regions_as_json
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
from generators.wire import MOST, Refused, server_told

ADDRESS = "http://127.0.0.1:8188"
VARIABLE, WORKFLOW_VARIABLE = "PLAKAT_COMFYUI", "PLAKAT_WORKFLOW"
_SIDES: dict[Preset, int] = {"draft": 768, "quality": 1024, "print": 1536}  # px
_BEAT = 0.2  # seconds between two questions whether to go on
_PATIENCE = 600  # seconds without a word; a large model may be read from a slow disk


class ComfyUI:
    """GenerationError where the address is none, or nothing answers there."""

    name = "comfyui"

    def __init__(self, settings: Settings = PLAIN) -> None:
        told = os.environ.get(WORKFLOW_VARIABLE, "")
        path = settings.workflow or (Path(told).expanduser() if told else SHIPPED)
        self.workflow = read_workflow(path)
        self.server = server_told("ComfyUI", settings.url, VARIABLE, usual=ADDRESS)
        self.side = _SIDES[settings.preset]
        self.server.must_answer("/system_stats")
        own = path != SHIPPED
        self.licence = f"of the models in {self.workflow.name}" if own else "Apache-2.0"
        self.abilities = Abilities(
            backgrounds=True, references=self.workflow.references > 0,
            regions="regions" in self.workflow.slots, palette="palette" in self.workflow.slots,
        )  # fmt: skip

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        if cancelled():
            raise _stopped()
        nodes = self._known(self.workflow.filled(self._values(request, assets)))
        client = uuid.uuid4().hex
        with self._listening(client) as socket:
            asked = self._begun(nodes, client)
            self._followed(socket, asked, cancelled, on_step)
        picture = picture_of(self._fetched(asked), f"ComfyUI at {self.server.url}")
        source = Source(
            generator=f"comfyui: {', '.join(_models_in(nodes)) or self.workflow.name}"[:200],
            prompt=to_prose(request), seed=request.seed, licence=self.licence,
        )  # fmt: skip
        return whole(picture, request, assets, source)

    def _values(self, request: GenerationRequest, assets: AssetStore) -> dict[str, Any]:
        width, height = fitting(request.width, request.height, self.side, 16)
        bare = request.evolve(regions=()) if self.abilities.regions else request
        values: dict[str, Any] = {
            "prompt": to_prose(bare), "seed": request.seed % 2**63, "width": width,
            "height": height, "regions": regions_as_json(request),
            "palette": ", ".join(dict.fromkeys(request.palette.values())),
        }  # fmt: skip
        if request.steps is not None:
            values["steps"] = request.steps
        if request.guidance is not None:
            values["guidance"] = request.guidance
        given = request.references[: self.workflow.references]
        for number, reference in enumerate(given, 1):
            name = "reference" if number == 1 else f"reference {number}"
            values[name] = self._sent(assets.get(reference.asset), reference.asset)
        return values

    def _sent(self, data: bytes, asset: str) -> str:
        """The name under which the server keeps a picture."""
        told = self.server.json(
            "POST", "/upload/image", data={"overwrite": "true", "type": "input"},
            files={"image": (f"plakat-{asset[:32]}.png", data, "image/png")},
        )  # fmt: skip
        if not isinstance(told, dict) or not isinstance(told.get("name"), str):
            raise self.server.unclear("no name for the picture it was sent")
        folder = told.get("subfolder") or ""
        return f"{folder}/{told['name']}" if folder else told["name"]

    def _known(self, nodes: dict[str, Any]) -> dict[str, Any]:
        """The nodes, with files as they are called there; GenerationError for what is not there."""
        for class_ in self.workflow.classes:
            told = self.server.json("GET", f"/object_info/{class_}")
            if not isinstance(told, dict) or class_ not in told:
                raise GenerationError(
                    f"ComfyUI at {self.server.url} has no node {class_}, which the workflow "
                    f"{self.workflow.name} uses; install or update it there"
                )
            choices = choices_in(told[class_])
            for node in nodes.values():
                if node["class_type"] == class_:
                    self._choose(node["inputs"], choices)
        return nodes

    def _choose(self, inputs: dict[str, Any], choices: Mapping[str, list[str]]) -> None:
        for name in inputs.keys() & choices.keys():
            wanted, there = inputs[name], choices[name]
            if wanted in there or not isinstance(wanted, str) or name == "image":
                continue
            stem = _letters(wanted.rpartition(".")[0])
            near = [file for file in there if stem and stem in _letters(file)]
            if not near:
                raise GenerationError(
                    f"ComfyUI at {self.server.url} has no {name} {wanted!r}, which the workflow "
                    f"{self.workflow.name} uses; it has: {', '.join(there[:8]) or 'none'}"
                )
            inputs[name] = min(near, key=len)

    @contextmanager
    def _listening(self, client: str) -> Iterator[ClientConnection]:
        address = f"ws{self.server.url.removeprefix('http')}/ws?clientId={client}"
        proxied: dict[str, Any] = {"proxy": None} if self.server.is_here else {}
        try:
            socket = connect(address, open_timeout=5, max_size=MOST, **proxied)
        except (OSError, InvalidHandshake, TimeoutError) as error:
            raise self.server.unreachable(error) from error
        with socket:
            yield socket

    def _begun(self, nodes: dict[str, Any], client: str) -> str:
        try:
            told = self.server.json("POST", "/prompt", json={"prompt": nodes, "client_id": client})
        except Refused as error:
            raise GenerationError(f"{error}{faults_in(error.body)}") from error
        if not isinstance(told, dict) or not isinstance(told.get("prompt_id"), str):
            raise self.server.unclear("no number for the picture")
        return told["prompt_id"]

    def _followed(
        self, socket: ClientConnection, asked: str, cancelled: Callable[[], bool], on_step: OnStep
    ) -> None:
        """Until the picture is there. Stopped within a beat, there and here."""
        heard, preview = time.monotonic(), None
        while True:
            if cancelled():
                self._interrupt(asked)
                raise _stopped()
            try:
                message = socket.recv(timeout=_BEAT)
            except TimeoutError:
                if time.monotonic() - heard > _PATIENCE:
                    self._interrupt(asked)
                    raise GenerationError(
                        f"ComfyUI at {self.server.url} said nothing for {_PATIENCE // 60} minutes",
                        transient=True,
                    ) from None
                continue
            except WebSocketException as error:
                raise GenerationError(
                    f"ComfyUI at {self.server.url} went away while it painted; look at its log",
                    transient=True,
                ) from error
            heard = time.monotonic()
            if isinstance(message, bytes):
                preview = preview_in(message) or preview
                continue
            event = event_in(message, asked)
            if event.kind == "progress":
                on_step(Progress(event.step, event.steps, preview))
            elif event.kind == "failed":
                raise GenerationError(f"ComfyUI at {self.server.url}: {event.said}")
            elif event.kind == "done":
                return

    def _interrupt(self, asked: str) -> None:
        """Whether it waits or is painted; a server that is gone needs no telling."""
        for path, body in (("/queue", {"delete": [asked]}), ("/interrupt", {"prompt_id": asked})):
            try:
                self.server.ask("POST", path, seconds=5, json=body)
            except GenerationError:
                return

    def _fetched(self, asked: str) -> bytes:
        told = self.server.json("GET", f"/history/{asked}")
        outputs = told.get(asked, {}).get("outputs", {}) if isinstance(told, dict) else {}
        own = outputs.get(self.workflow.picture)
        for output in [own] if own else outputs.values():
            for image in output.get("images", ()):
                if image.get("type") == "output" or own:
                    place = {n: str(image.get(n, "")) for n in ("filename", "subfolder", "type")}
                    return self.server.ask("GET", "/view", seconds=120, params=place)
        raise GenerationError(
            f"ComfyUI made no picture of the workflow {self.workflow.name}; title the node that "
            "saves it 'plakat: picture'"
        )


def _stopped() -> GenerationError:
    return GenerationError("the picture was stopped")


def _models_in(nodes: Mapping[str, Any]) -> list[str]:
    """The files of networks that the nodes name."""
    named = (
        str(value)
        for node in nodes.values()
        for name, value in node["inputs"].items()
        if name in ("unet_name", "ckpt_name", "model_name")
    )
    return list(dict.fromkeys(named))


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
