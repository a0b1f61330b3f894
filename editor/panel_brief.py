"""The brief panel: a form whose changes are one undo step, and what the request left open."""

from __future__ import annotations

import asyncio
from typing import Any

import gradio as gr
from pydantic import ValidationError

from agents.replanning import Wish, replanned
from design_io.errors import DesignError
from editor.briefing import form_of
from editor.elements import QUEUED, element
from editor.services import Desk


class BriefPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox) -> None:
        self.desk = desk
        with gr.Column(elem_id="panel-brief", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Brief"})
            self.form = element("plakat-brief", events=("wish", "answer"), elem_id="brief-form")
        self.form.wish(self._change, [doc], [self.form], trigger_mode="multiple", **QUEUED)
        self.form.answer(self._answer, [doc], [self.form], trigger_mode="multiple", **QUEUED)

    def refresh(self, doc: str) -> Any:
        return form_of(self.desk.home, doc) if doc else gr.skip()

    async def _change(self, doc: str, event: gr.EventData) -> Any:
        """What is wrong with the change is said above the form, which keeps what was written."""
        try:
            wish = Wish.model_validate(event._data)
            await self.desk.turned(doc, lambda member, rest, painter: replanned(
                member, rest, wish, painter
            ))  # fmt: skip
        except DesignError as error:
            return await self._refused(doc, str(error))
        except ValidationError as error:
            return await self._refused(doc, f"that cannot be set: {error.errors()[0]['msg']}")
        return await asyncio.to_thread(form_of, self.desk.home, doc)

    async def _answer(self, doc: str, event: gr.EventData) -> Any:
        answers = {str(key): str(words) for key, words in event._data.items()}
        try:
            await self.desk.answer(doc, answers)
        except DesignError as error:
            return await self._refused(doc, str(error))
        return await asyncio.to_thread(form_of, self.desk.home, doc)

    async def _refused(self, doc: str, why: str) -> dict[str, Any]:
        told = await asyncio.to_thread(form_of, self.desk.home, doc)
        return {**told, "error": why[:1].upper() + why[1:]}
