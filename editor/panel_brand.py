"""The brand panel: kits of this computer, one applied to the design, and what goes against it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import gradio as gr

from agents.brief import brand_in
from design_io.errors import DesignError
from editor.brands import Kept, branded, kit_named, kits, take_in
from editor.elements import QUEUED, element
from editor.services import Desk
from layout.brand_rules import brand_findings

_TYPES = [".toml", ".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ttf", ".otf", ".woff2"]


class BrandPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox) -> None:
        self.desk = desk
        with gr.Column(elem_id="panel-brand", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Brand kit"})
            self.kits = element("plakat-list", events=("act",), elem_id="kit-list")
            self.add = gr.UploadButton(
                "Add a kit, its logo and fonts", file_count="multiple", file_types=_TYPES,
                elem_id="add-kit",
            )  # fmt: skip
            self.broken = element("plakat-list", elem_id="brand-findings")
        ends = [self.kits, self.broken]
        self.add.upload(self._add, [doc, self.add], ends, **QUEUED)
        self.kits.act(self._apply, [doc], ends, trigger_mode="multiple", **QUEUED)

    def refresh(self, doc: str) -> tuple[Any, Any]:
        if not doc:
            return gr.skip(), gr.skip()
        member = self.desk.home.member(doc)
        rules = brand_in(member.file.meta)
        items = [_item(kept, rules is not None and kept.kit.rules == rules)
                 for kept in kits(self.desk.home)]  # fmt: skip
        empty = "No brand kit yet. A kit is a small file with colours, fonts, a logo and rules."
        found = brand_findings(member.history.present, rules) if rules else ()
        broken = [
            {"id": str(n), "text": finding.message, "tone": "warn"}
            for n, finding in enumerate(found)
        ]
        name = rules.name if rules else ""
        says = f"Keeps to {name}." if rules and not broken else ""
        intro = f"{len(broken)} against {name}" if broken else ""
        return {"items": items, "empty": empty}, {"items": broken, "intro": intro, "empty": says}

    async def _add(self, doc: str, files: list[str]) -> tuple[Any, Any]:
        try:
            await asyncio.to_thread(take_in, self.desk.home, [Path(file) for file in files])
        except DesignError as error:
            raise gr.Error(str(error)) from error
        return self.refresh(doc)

    async def _apply(self, doc: str, event: gr.EventData) -> tuple[Any, Any]:
        try:
            rules = kit_named(self.desk.home, str(event._data["item"])).rules
            await self.desk.turned(
                doc, lambda member, rest, painter: branded(member, rest, rules, painter)
            )
        except DesignError as error:
            raise gr.Error(str(error)) from error
        return self.refresh(doc)


def _item(kept: Kept, chosen: bool) -> dict[str, Any]:
    rules = kept.kit.rules
    fonts = " · ".join(dict.fromkeys(filter(None, (rules.title_font, rules.text_font))))
    never = [*rules.forbidden_words, *rules.forbidden_fonts, *rules.forbidden_systems]
    lines = [fonts, f"Never: {', '.join(never)}" if never else "", *kept.kit.notes]
    return {
        "id": kept.key, "title": rules.name or kept.key, "colors": list(rules.colors),
        "text": "\n".join(filter(None, lines)), "chosen": chosen, "badge": "in use" * chosen,
        "actions": [{"id": "apply", "label": "Apply", "main": not chosen}],
    }  # fmt: skip
