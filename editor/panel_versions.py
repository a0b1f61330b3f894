"""The versions panel: name the design as it stands, compare, restore, branch, and every step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import gradio as gr

from design_io.errors import DesignError
from editor.elements import QUEUED, element
from editor.services import Desk
from editor.thumbnails import address
from editor.versions import Step, branched, named, restoring, steps_of

_PEOPLE = {"user": "you", "agent": "agent"}


class VersionsPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox) -> None:
        self.desk = desk
        with gr.Column(elem_id="panel-versions", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Versions"})
            with gr.Row(elem_classes="pk-line"):
                self.name = gr.Textbox(
                    show_label=False, label="Name of this version", container=False, max_lines=1,
                    placeholder="Name this version", elem_id="version-name", max_length=80, scale=1,
                )  # fmt: skip
                self.keep = gr.Button("Save", elem_id="keep-version", min_width=64, scale=0)
            self.list = element("plakat-list", events=("act",), elem_id="version-list")
            self.compare = element("plakat-compare", elem_id="compare")
        ends = [self.list, self.name]
        self.keep.click(self._keep, [doc, self.name], ends, **QUEUED)
        self.name.submit(self._keep, [doc, self.name], ends, **QUEUED)
        self.list.act(
            self._act, [doc], [self.list, self.compare], trigger_mode="multiple", **QUEUED
        )

    def refresh(self, doc: str) -> Any:
        if not doc:
            return gr.skip()
        return {
            "items": [self._item(doc, step) for step in steps_of(self.desk.home, doc)],
            "intro": "Every step is kept. A named version can be compared, restored or branched.",
        }

    def _keep(self, doc: str, name: str) -> tuple[Any, str]:
        try:
            named(self.desk.home, doc, name)
        except DesignError as error:
            raise gr.Error(str(error)) from error
        return self.refresh(doc), ""

    async def _act(self, doc: str, event: gr.EventData) -> tuple[Any, Any]:
        revision, action = int(event._data["item"]), str(event._data["action"])
        home = self.desk.home
        if action == "compare":
            return gr.skip(), self._compared(doc, revision)
        try:
            if action == "branch":
                return gr.skip(), {"open": branched(home, doc, revision)}
            command, meta = restoring(home, doc, revision)
            await self.desk.commit(doc, [command], f"restored revision {revision}", meta=meta)
        except DesignError as error:
            raise gr.Error(str(error)) from error
        return self.refresh(doc), None

    def _compared(self, doc: str, revision: int) -> dict[str, Any]:
        now = self.desk.home.store.load(doc).revision
        return {
            "left": {"title": f"Revision {revision}", "picture": address(doc, revision, 1200)},
            "right": {"title": f"Now, revision {now}", "picture": address(doc, now, 1200)},
        }

    def _item(self, doc: str, step: Step) -> dict[str, Any]:
        latest = self.desk.home.store.load(doc).revision
        actions = [{"id": "compare", "label": "Compare"}, {"id": "restore", "label": "Restore"}]
        branch = {"id": "branch", "label": "Branch"}
        return {
            "id": str(step.revision), "title": step.name or step.label,
            "text": f"{_time(step.created)} · {_PEOPLE.get(step.actor, step.actor)}",
            "badge": "now" if step.revision == latest else ("version" if step.name else ""),
            "picture": address(doc, step.revision, 160), "chosen": step.revision == latest,
            "actions": [branch] if step.revision == latest else [*actions, branch],
        }  # fmt: skip


def _time(created: str) -> str:
    """The day and time, in the computer's own zone."""
    try:
        moment = datetime.fromisoformat(created).astimezone()
    except ValueError:
        return created
    return f"{moment.day} {moment:%b %H:%M}"
