"""The Gradio page at `/?doc=ID`: chat, panels and the editor.

It never touches layers: everything goes through the services that the API uses.
"""

from __future__ import annotations

from typing import Any

import gradio as gr
from fastapi import FastAPI

from editor.elements import QUEUED, QUIET, element
from editor.modules import linked
from editor.panel_brand import BrandPanel
from editor.panel_brief import BriefPanel
from editor.panel_chat import ChatPanel
from editor.panel_export import ExportPanel
from editor.panel_quality import QualityPanel
from editor.panel_settings import SettingsPanel
from editor.panel_variants import VariantsPanel
from editor.panel_versions import VersionsPanel
from editor.services import Desk
from editor.theme import theme
from editor.thumbnails import Shelf, thumbnails

_FONT = '<link rel="preload" as="font" type="font/ttf" href="/studio/fonts/Inter/{}" crossorigin>'
_ELEMENTS = ("editor.js", "rail.js", "list.js", "brief.js", "heading.js", "compare.js")
PANELS = ("chat", "brief", "variants", "versions", "brand", "quality", "export", "settings")


def mount(app: FastAPI, desk: Desk) -> FastAPI:
    """Our application with the page at `/`; all other routes have to be there already."""
    app.include_router(thumbnails(desk.home, desk.shelf))
    return gr.mount_gradio_app(
        app, page(desk, desk.shelf), path="/", theme=theme(), head=_head(), footer_links=[],
        run_history=False, show_error=True, ssr_mode=False, max_file_size="40mb",
        enable_monitoring=False, server_name="127.0.0.1",
    )  # fmt: skip


def _head() -> str:
    """Style sheets, fonts and all modules at once, while Gradio builds its page."""
    links = linked("tokens.css", "page.css", "mount.js", *_ELEMENTS)
    return "\n".join((links, _FONT.format(400), _FONT.format(600)))


def page(desk: Desk, shelf: Shelf) -> gr.Blocks:
    with gr.Blocks(
        title="Plakat", analytics_enabled=False, fill_width=True, fill_height=True
    ) as blocks:
        doc = gr.Textbox(elem_id="doc", visible="hidden", show_label=False)
        with gr.Row(elem_id="studio"):
            rail = element("plakat-rail", events=PANELS, elem_id="rail")
            with gr.Column(elem_id="panels"):
                chat = ChatPanel(desk, doc, shelf)
                brief = BriefPanel(desk, doc)
                variants = VariantsPanel(desk, doc, shelf)
                versions = VersionsPanel(desk, doc)
                brand = BrandPanel(desk, doc)
                quality = QualityPanel(desk, doc)
                ExportPanel(desk, doc)
                settings = SettingsPanel(desk)
            canvas = element("plakat-editor", events=("open",), elem_id="canvas")

        def opened(request: gr.Request) -> tuple[str, Any]:
            return _asked_for(desk, request)

        blocks.load(opened, None, [doc, canvas], **QUIET)

        def went(event: gr.EventData) -> tuple[Any, Any]:
            """Another design, chosen in the editor itself."""
            to = str(event._data["doc"])
            return (to, {"doc": to}) if to in desk.home.store else (gr.skip(), gr.skip())

        canvas.open(went, None, [doc, canvas], **QUIET)
        rail.brief(brief.refresh, [doc], [brief.form], **QUIET)
        rail.variants(variants.refresh, [doc], [variants.list], **QUEUED)
        rail.brand(brand.refresh, [doc], [brand.kits, brand.broken], **QUIET)
        rail.settings(settings.refresh, None, [settings.mind, settings.health], **QUEUED)
        rail.versions(versions.refresh, [doc], [versions.list], **QUIET)
        rail.quality(quality.refresh, [doc], [quality.list], **QUEUED)
        rail.chat(chat.refresh, [doc], [chat.talk], **QUIET)
        doc.change(chat.refresh, [doc], [chat.talk], **QUIET)
    return blocks


def _asked_for(desk: Desk, request: gr.Request) -> tuple[str, Any]:
    """The design that the address names, when there is one."""
    doc = str(request.query_params.get("doc", ""))
    if not doc:
        return "", None
    if doc not in desk.home.store:
        raise gr.Error("There is no such design here. Start a new one from the first page.")
    return doc, {"doc": doc}
