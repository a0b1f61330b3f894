"""Custom elements of `assets/editor/` on the Gradio page.

The template is a constant: words of users reach the browser as data only, and our modules write
them with `textContent`.
"""

from __future__ import annotations

from typing import Any

import gradio as gr

from editor.modules import address

QUIET: dict[str, Any] = {  # of an event that no spinner, queue or API page shows
    "show_progress": "hidden", "queue": False, "api_visibility": "private",
}  # fmt: skip
QUEUED: dict[str, Any] = QUIET | {
    "queue": True,
    "concurrency_limit": None,
}  # one that may take time
_TEMPLATE = "<div class='pk-mount'></div>"


def element(tag: str, value: Any = None, events: tuple[str, ...] = (), **more: Any) -> Any:
    """`<tag>` as a component of the page: its value is what the element is told (JSON), `events`
    are the names it can trigger. (No subclass: Gradio would write a stub file beside it.)"""
    names = " ".join(f"'{name}'" for name in events)
    load = (
        f"import('{address('mount.js')}').then(m => "
        f"m.mount('{tag}', {{element, props, trigger, watch}})); /* {names} */"
    )
    return gr.HTML(value, html_template=_TEMPLATE, js_on_load=load, apply_default_css=False, **more)
