"""The export panel: formats and their options, progress, one file or one zip, and what is lost."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import gradio as gr

from design_io.errors import DesignError
from design_io.export import EXPORTERS
from design_io.progress import Step
from editor.elements import QUEUED, QUIET, element
from editor.packing import NATIVE, Listener, Packed, Wish, packed
from editor.services import Desk

_CHOICES = [
    ("PNG · picture", "png"), ("JPG · small picture, on white", "jpg"),
    ("WebP · small picture for the web", "webp"), ("SVG · live text", "svg"),
    ("SVG · text as outlines", "svg-outlined"), ("PSD · layers, editable text", "psd"),
    ("PSD · Photoshop alone: live shapes, effects", "psd-photoshop"),
    ("PDF · for print", "pdf"), ("PPTX · PowerPoint, live text and shapes", "pptx"),
    ("ORA · layers for Krita and GIMP", "ora"),
    ("One PNG per layer", "layers"), ("JSON · the document", "json"),
]  # fmt: skip
_SCALES = [("½×", 0.5), ("1×", 1.0), ("2×", 2.0), ("3×", 3.0)]
_BLEEDS = [("As is", "preset"), ("None", "0"), ("3 mm", "3"), ("5 mm", "5")]


_SHOWN, _HIDDEN = gr.Button(visible=True), gr.Button(visible=False)


class ExportPanel:
    def __init__(self, desk: Desk, doc: gr.Textbox) -> None:
        self.desk = desk
        with gr.Column(elem_id="panel-export", elem_classes="pk-panel"):
            element("plakat-heading", {"title": "Export"})
            self.formats = gr.CheckboxGroup(
                _choices(), value=["png", "pdf", "psd"], label="Formats", elem_id="formats",
                elem_classes="pk-stack",
            )  # fmt: skip
            self.scale = gr.Radio(
                _SCALES, value=1.0, label="Scale of pictures", elem_id="scale",
                elem_classes="pk-segments",
            )  # fmt: skip
            self.options = gr.CheckboxGroup(
                [("All sizes of the set", "set"), ("Without the ground", "transparent"),
                 ("Pictures with bleed", "bleed")],
                label="Options", elem_id="export-options", elem_classes="pk-stack",
            )  # fmt: skip
            self.bleed = gr.Radio(
                _BLEEDS, value="preset", label="Bleed of the PDF", elem_id="pdf-bleed",
                elem_classes="pk-segments",
            )  # fmt: skip
            self.paper = gr.CheckboxGroup(
                [("Crop marks", "marks"), ("Text as outlines, no fonts", "outlined")],
                label="PDF for print", elem_id="pdf-options", elem_classes="pk-stack",
            )  # fmt: skip
            self.go = gr.Button("Export", variant="primary", elem_id="do-export")
            self.stop = gr.Button("Stop", visible=False, elem_id="stop-export")
            self.file = gr.DownloadButton(
                "Download", value=None, visible="hidden", elem_id="download"
            )
            self.report = element("plakat-list", elem_id="export-report")
        ends = [self.report, self.file, self.go, self.stop]
        wishes = [doc, self.formats, self.scale, self.options, self.bleed, self.paper]
        run = self.go.click(self._export, wishes, ends, trigger_mode="once", **QUEUED)
        run.then(None, None, None, js=_FETCHED)
        self.stop.click(_stopped, None, ends, cancels=[run], **QUIET)

    async def _export(
        self,
        doc: str,
        formats: list[str],
        scale: float,
        options: list[str],
        bleed: str,
        paper: list[str],
    ) -> AsyncIterator[tuple[Any, Any, Any, Any]]:
        """The files are made in a thread, and told as they come; leaving early stops the thread."""
        wish = Wish(
            formats=tuple(formats), scale=scale, whole_set="set" in options,
            transparent="transparent" in options, bleed="bleed" in options,
            bleed_mm=None if bleed == "preset" else float(bleed), marks="marks" in paper,
            outlined="outlined" in paper,
        )  # fmt: skip
        told: asyncio.Queue[str | Step | None] = asyncio.Queue()
        loop, left = asyncio.get_running_loop(), threading.Event()

        def tell(what: str | Step) -> None:
            loop.call_soon_threadsafe(told.put_nowait, what)

        folder = Path(tempfile.mkdtemp(prefix="plakat-export-"))
        work = asyncio.create_task(
            asyncio.to_thread(
                packed, self.desk.home, doc, wish, folder, Listener(tell, tell, left.is_set)
            )
        )

        def ended(task: asyncio.Task[Packed]) -> None:
            if task.exception() is not None:
                shutil.rmtree(folder, ignore_errors=True)
            told.put_nowait(None)

        work.add_done_callback(ended)
        made: list[str] = []
        try:
            yield _under_way(made, None), None, gr.Button("Exporting …", interactive=False), _SHOWN
            while (what := await told.get()) is not None:
                if isinstance(what, str):
                    made.append(what)
                step = what if isinstance(what, Step) else None
                yield _under_way(made, step), gr.skip(), gr.skip(), gr.skip()
        finally:
            left.set()
        again = gr.Button("Export", interactive=True)
        try:
            done = work.result()
        except DesignError as error:
            items = [{"id": "error", "tone": "bad", "text": str(error)}]
            yield {"items": items}, None, again, _HIDDEN
            return
        yield _done(done), str(done.path), again, _HIDDEN


def _stopped() -> tuple[Any, Any, Any, Any]:
    items = [{"id": "stopped", "tone": "warn", "text": "Stopped; nothing was written."}]
    return {"items": items}, None, gr.Button("Export", interactive=True), _HIDDEN


def _choices() -> list[tuple[str, str]]:
    known = [(label, name) for label, name in _CHOICES if name in EXPORTERS]
    told = {name for _, name in known}
    new = [(f"{name.upper()} · {each.about}", name) for name, each in EXPORTERS.items()]
    return [
        *known, *(pair for pair in new if pair[1] not in told),
        ("Plakat · the design with its history", NATIVE),
    ]  # fmt: skip


def _under_way(made: list[str], step: Step | None) -> dict[str, Any]:
    items = [{"id": str(n), "text": line, "tone": "good"} for n, line in enumerate(made)]
    if step is None:
        return {"layout": "steps", "intro": "Exporting …", "items": items}
    name = f"{step.format.upper()}: {step.layer}" if step.layer else step.format.upper()
    return {"layout": "steps", "intro": f"{step.done:.0%} · {name}", "items": items}


def _done(done: Packed) -> dict[str, Any]:
    made = [{"id": f"made-{n}", "text": line, "tone": "good"} for n, line in enumerate(done.lines)]
    lost = [{"id": f"lost-{n}", "text": line, "tone": "warn"} for n, line in enumerate(done.losses)]
    return {"layout": "steps", "intro": f"{done.path.name} is downloaded.", "items": made + lost}


_FETCHED = """() => {
  const link = document.querySelector("#download a, a#download");
  (link ?? document.querySelector("#download button, button#download"))?.click();
}"""
