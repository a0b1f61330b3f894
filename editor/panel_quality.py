"""The quality panel: what is not good yet, mended with one click, and suggestions."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import gradio as gr

from design_io.commands import Command
from design_io.errors import DesignError
from editor.elements import QUEUED, element
from editor.quality import Fault, Judgement, advised, chosen_mends, judged
from editor.services import Desk
from layout.recommend import Advice

_TITLES = {
    "fact-date": "Date", "fact-weekday": "Weekday", "fact-past": "Already over",
    "fact-time": "Time", "fact-range": "From and to", "fact-price": "Price",
    "fact-percent": "Discount", "fact-twice": "Told twice", "fact-email": "E-mail",
    "fact-url": "Web address", "fact-phone": "Phone number",
}  # fmt: skip


class QualityPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox) -> None:
        self.desk = desk
        self._judged: dict[str, Judgement] = {}
        self._advised: dict[str, tuple[int, Advice]] = {}
        with gr.Column(elem_id="panel-quality", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Quality"})
            self.list = element("plakat-list", events=("act",), elem_id="quality-list")
            self.ask = gr.Button("Suggest improvements", elem_id="suggest")
            self.advice = element("plakat-list", events=("act",), elem_id="advice-list")
        self.list.act(self._act, [doc], [self.list], trigger_mode="multiple", **QUEUED)
        self.advice.act(
            self._apply, [doc], [self.list, self.advice], trigger_mode="multiple", **QUEUED
        )
        self.ask.click(self._advise, [doc], [self.advice], trigger_mode="once", **QUEUED)

    async def refresh(self, doc: str) -> Any:
        if not doc:
            return gr.skip()
        known = self._judged.get(doc)
        if known is None or known.revision != self.desk.home.store.load(doc).revision:
            known = await asyncio.to_thread(judged, self.desk.home, doc, date.today())
            self._judged[doc] = known
        return _shown(known)

    async def _act(self, doc: str, event: gr.EventData) -> Any:
        """The click mends what was seen; where the design has changed since, it is judged again."""
        seen, act = self._judged.get(doc), event._data
        if seen is None or seen.revision != self.desk.home.store.load(doc).revision:
            return await self.refresh(doc)
        _, _, way = act["action"].partition("-")
        mends = chosen_mends((seen.faults[int(act["item"])],), int(way) if way else None)
        await self._commit(doc, *mends)
        return await self.refresh(doc)

    async def _advise(self, doc: str) -> Any:
        revision = self.desk.home.store.load(doc).revision
        advice = await asyncio.to_thread(advised, self.desk.home, doc)
        self._advised[doc] = revision, advice
        return _suggested(advice)

    async def _apply(self, doc: str, event: gr.EventData) -> tuple[Any, Any]:
        revision, advice = self._advised.get(doc, (-1, None))
        if advice is None or revision != self.desk.home.store.load(doc).revision:
            raise gr.Error("The design has changed since; press Suggest improvements again.")
        chosen = advice.suggestions[int(event._data["item"])]
        await self._commit(doc, [chosen.command], "; ".join(chosen.edits))
        return await self.refresh(doc), {"items": []}

    async def _commit(self, doc: str, commands: list[Command], label: str) -> None:
        try:
            await self.desk.commit(doc, commands, label[:200])
        except DesignError as error:
            raise gr.Error(str(error)) from error


def _shown(seen: Judgement) -> dict[str, Any]:
    items = [_item(nth, fault) for nth, fault in enumerate(seen.faults)]
    good = "Every check passes. Nothing to mend."
    return {"intro": seen.verdict, "items": items, "empty": good}


def _item(nth: int, fault: Fault) -> dict[str, Any]:
    found = fault.finding
    return {
        "id": str(nth), "text": _sentence(found.message),
        "title": _TITLES.get(found.rule) or found.rule.replace("-", " ").capitalize(),
        "badge": "must" if fault.is_gate else "",
        "tone": "bad" if fault.is_gate else "warn", "layers": list(found.layers),
        "actions": _actions(fault),
    }  # fmt: skip


def _actions(fault: Fault) -> list[dict[str, Any]]:
    mend = [{"id": "fix", "label": "Fix", "main": fault.is_gate}] if fault.mend else []
    return mend + [{"id": f"way-{n}", "label": way.label} for n, way in enumerate(fault.ways)]


def _suggested(advice: Advice) -> dict[str, Any]:
    items = [
        {
            "id": str(nth), "title": each.summary(), "text": "\n".join(each.lines()),
            "actions": [{"id": "apply", "label": "Apply", "main": nth == 0}],
        }
        for nth, each in enumerate(advice.suggestions)
    ]  # fmt: skip
    return {"intro": _sentence(advice.said), "items": items}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")
