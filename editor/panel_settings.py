"""The settings panel: who paints, who understands, under which licence, and whether they answer."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import gradio as gr

from agents.choices import choices_in, keep_choices
from agents.mind_choice import mind_named
from agents.servers import Server, servers_found
from design_io.errors import DesignError
from editor.elements import QUEUED, element
from editor.services import Desk
from generators.registry import GENERATORS, painter_named
from generators.request import GenerationError

_RULES = "rules"
_NOTE = (
    "Everything runs on this computer; nothing of a design is sent anywhere unless you choose a "
    "model of a provider outside. What a model made comes under its maker's licence: read it "
    "before you sell the result."
)


class SettingsPanel:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        names, kept = list(GENERATORS), choices_in(desk.home.folder)
        painter = kept.painter if kept.painter in names else names[0]
        with gr.Column(elem_id="panel-settings", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Settings", "text": _NOTE})
            self.painter = gr.Dropdown(
                _painters(names), value=painter, label="Pictures are painted by", interactive=True,
                elem_id="generator",
            )  # fmt: skip
            self.mind = gr.Dropdown(
                _minds(kept.mind), value=kept.mind or _RULES, label="Words are understood by",
                allow_custom_value=True, interactive=True, elem_id="mind",
                info="Or write PROVIDER:MODEL, such as ollama:qwen3:8b",
            )  # fmt: skip
            self.health = element("plakat-list", elem_id="health")
            self.check = gr.Button("Check again", elem_id="check-health")
        self.painter.input(self._paint, [self.painter], [self.health], **QUEUED)
        self.mind.input(self._understand, [self.mind], [self.health], **QUEUED)
        self.check.click(self.refresh, None, [self.mind, self.health], **QUEUED)

    async def refresh(self) -> tuple[Any, Any]:
        started = time.perf_counter()
        found = await servers_found()
        asked = time.perf_counter() - started
        models = [f"{server.provider}:{model}" for server in found for model in server.models]
        choices = _minds(choices_in(self.desk.home.folder).mind, *models)
        return gr.Dropdown(choices=choices), self._health(found, asked)

    async def _paint(self, name: str) -> Any:
        """Who cannot paint is not chosen; why not is said where the painter would stand."""
        try:
            self.desk.painter = await asyncio.to_thread(painter_named, name)
        except (DesignError, GenerationError) as error:
            return self._health(await servers_found(), 0, f"{name} cannot paint: {error}")
        await asyncio.to_thread(keep_choices, self.desk.home.folder, painter=name)
        return self._health(await servers_found(), 0)

    async def _understand(self, name: str) -> Any:
        wanted = "" if name == _RULES else str(name)
        self.desk.mind = await asyncio.to_thread(mind_named, wanted)
        await asyncio.to_thread(keep_choices, self.desk.home.folder, mind=wanted)
        return self._health(await servers_found(), 0)

    def _health(
        self, found: tuple[Server, ...], seconds: float, trouble: str = ""
    ) -> dict[str, Any]:
        painter, mind = self.desk.painter, self.desk.mind
        items = [
            {"id": "painter", "title": painter.name, "badge": "paints",
             "tone": "warn" if trouble else "good",
             "text": trouble or f"Licence: {painter.licence}"},
            {"id": "mind", "title": mind.name, "badge": "understands",
             "tone": "warn" if mind.trouble else "good",
             "text": mind.trouble or "Answers. A model only betters what the rules understood."},
        ]  # fmt: skip
        items += [
            {"id": server.provider, "title": server.provider, "badge": "runs here", "tone": "good",
             "text": f"{len(server.models)} models at {server.url}"}
            for server in found
        ]  # fmt: skip
        if not found:
            items.append({
                "id": "none", "title": "No language model runs here", "tone": "",
                "text": "None is needed. To use one, start Ollama, LM Studio, llama.cpp, vLLM or "
                "SGLang, and press Check again.",
            })  # fmt: skip
        return {
            "intro": f"Checked just now, in {seconds * 1000:.0f} ms." if seconds else "",
            "items": items,
        }


def _painters(names: list[str]) -> list[tuple[str, str]]:
    return [(f"{name} (built in)" if name == names[0] else name, name) for name in names]


def _minds(*named: str) -> list[tuple[str, str]]:
    """The rules, then each model once."""
    return [("Rules (built in)", _RULES), *((name, name) for name in dict.fromkeys(named) if name)]
