"""The two pages that are all our own: the start box, and the editor alone, full screen."""

from __future__ import annotations

import html

from fastapi.responses import HTMLResponse

from editor.modules import address, linked

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{links}
<script src="{dark}"></script>
<script type="module" src="{module}"></script>
</head>
<body{more}>{body}</body>
</html>"""


def start_page() -> HTMLResponse:
    return _page(
        "Plakat", "start", "start.css", "<plakat-start></plakat-start>", ' class="ps-page"'
    )


def editor_page(design_id: str, title: str) -> HTMLResponse:
    body = f'<plakat-editor doc="{html.escape(design_id)}"></plakat-editor>'
    return _page(f"{html.escape(title)} · Plakat", "editor", "alone.css", body)


def _page(title: str, module: str, sheet: str, body: str, more: str = "") -> HTMLResponse:
    links = linked("tokens.css", sheet, f"{module}.js")
    page = _PAGE.format(
        title=title, links=links, dark=address("dark.js"), module=address(f"{module}.js"),
        body=body, more=more,
    )  # fmt: skip
    return HTMLResponse(page)
