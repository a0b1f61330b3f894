"""The variants panel: other designs of the same words; one is picked, or lends one aspect."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import gradio as gr

from agents.replanning import Wish, replanned
from design_io.errors import DesignError
from editor.alternatives import SHOWN, Alternative, alternatives, taken
from editor.elements import QUEUED, element
from editor.services import Desk
from editor.thumbnails import Shelf, thumbnail

_WIDTH = 320  # px of a picture
_TAKES = (("palette", "Colours"), ("type", "Type"), ("picture", "Picture"), ("layout", "Layout"))


class VariantsPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox, shelf: Shelf) -> None:
        self.desk, self.shelf = desk, shelf
        self._made: dict[str, tuple[int, int, list[Alternative]]] = {}  # doc: revision, turn
        with gr.Column(elem_id="panel-variants", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Variants"})
            self.list = element("plakat-list", events=("act",), elem_id="variant-list")
            self.more = gr.Button("Six others", elem_id="more-variants")
        self.list.act(self._act, [doc], [self.list], trigger_mode="multiple", **QUEUED)
        self.more.click(self._others, [doc], [self.list], trigger_mode="once", **QUEUED)

    async def refresh(self, doc: str) -> AsyncIterator[Any]:
        """Those that were shown for the design, else new ones, each as soon as it is drawn."""
        known = self._made.get(doc)
        if not doc:
            yield gr.skip()
        elif known and len(known[2]) == SHOWN:
            yield self._shown(known[2])
        else:
            async for shown in self._drawn(doc, 0):
                yield shown

    async def _others(self, doc: str) -> AsyncIterator[Any]:
        turn = self._made[doc][1] + 1 if doc in self._made else 0
        async for shown in self._drawn(doc, turn):
            yield shown

    async def _drawn(self, doc: str, turn: int) -> AsyncIterator[Any]:
        made: list[Alternative] = []
        revision = self.desk.home.store.load(doc).revision
        self._made[doc] = revision, turn, made
        each = alternatives(self.desk.home, doc, self.desk.painter, turn)
        try:
            while (other := await asyncio.to_thread(next, each, None)) is not None:
                made.append(other)
                yield self._shown(made)
        except DesignError as error:
            yield {"items": [], "empty": str(error)}

    async def _act(self, doc: str, event: gr.EventData) -> Any:
        act = event._data
        made = self._made.get(doc, (0, 0, []))[2]
        number = int(act["item"])
        if number >= len(made):
            raise gr.Error("That variant is no longer shown; press Six others.")
        try:
            look = await asyncio.to_thread(taken, self.desk.home, doc, made[number], act["action"])
            wish = Wish(look=look)
            await self.desk.turned(doc, lambda member, rest, painter: replanned(
                member, rest, wish, painter
            ))  # fmt: skip
        except DesignError as error:
            raise gr.Error(str(error)) from error
        return self._shown(made, number)

    def _shown(self, made: list[Alternative], chosen: int = -1) -> dict[str, Any]:
        items = [self._item(nth, other, nth == chosen) for nth, other in enumerate(made)]
        drawing = f"Drawing {len(made) + 1} of {SHOWN} …" if len(made) < SHOWN else ""
        intro = drawing or "Press one to use it, or take only its colours, type, picture or layout."
        return {"layout": "grid", "intro": intro, "items": items}

    def _item(self, nth: int, other: Alternative, chosen: bool) -> dict[str, Any]:
        canvas = other.design.canvas
        picture = self.shelf.put(thumbnail(other.design, self.desk.home, _WIDTH))
        takes = [{"id": name, "label": label} for name, label in _TAKES]
        return {
            "id": str(nth), "title": other.label, "picture": picture, "colors": other.colors,
            "aspect": canvas.width / canvas.height, "chosen": chosen,
            "actions": [{"id": "all", "label": "Use"}, *takes],
        }  # fmt: skip
