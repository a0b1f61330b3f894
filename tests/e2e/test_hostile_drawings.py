"""Drawings that want to run, by every way an SVG can come in: nothing runs, nothing is fetched."""

import base64

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.client]
ATTACKS = """<script>top.hacked=1</script><script href="https://evil.example/a.js"/>
<style>@import url(https://evil.example/a.css); rect{fill:url(https://evil.example/a.svg#b)}</style>
<rect width="90" height="60" fill="#c33" onload="top.hacked=1" onclick="top.hacked=1"/>
<foreignObject width="90" height="60"><body xmlns="http://www.w3.org/1999/xhtml">
<img src="x" onerror="top.hacked=1"/><iframe src="javascript:top.hacked=1"/></body></foreignObject>
<a href="javascript:top.hacked=1"><circle r="20" cx="50" cy="30" fill="#036"/></a>
<animate attributeName="href" to="javascript:top.hacked=1" begin="0s"/>
<set attributeName="onmouseover" to="top.hacked=1"/>"""
_DROP = """([name, data, onStage, x, y]) => {
  const target = onStage
    ? document.querySelector('plakat-editor').editor.stage : document.querySelector('plakat-start');
  const dataTransfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  dataTransfer.items.add(new File([bytes], name, { type: 'image/svg+xml' }));
  const told = { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y };
  target.dispatchEvent(new DragEvent('drop', told));
}"""

_LEFT = """() => {
  const inside = (root) => root.querySelectorAll('svg script, foreignObject, svg [onload]').length
    + [...root.querySelectorAll('*')].map((e) => e.shadowRoot).filter(Boolean).map(inside)
      .reduce((sum, each) => sum + each, 0);
  return inside(document);
}"""


def drawing(more: str = "") -> bytes:
    size = 'width="400" height="300" viewBox="0 0 120 90" onload="top.hacked=1"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ATTACKS}{more}</svg>'.encode()


def drop(tab, name, data, on_stage=None):
    spot = on_stage or (0, 0)
    tab.evaluate(_DROP, [name, base64.b64encode(data).decode(), on_stage is not None, *spot])


def unharmed(tab):
    """Also after the pointer has been over everything and clicked."""
    for y in range(200, 700, 100):
        tab.mouse.click(700, y)
    assert tab.evaluate("window.hacked") is None
    assert tab.evaluate(_LEFT) == 0


def test_a_simple_drawing_on_the_start_page_is_the_logo_and_that_is_said(tab, studio):
    tab.goto(studio.address)
    drop(tab, "mark.svg", drawing())
    expect(tab.locator(".ps-file[data-role=logo]")).to_be_visible()
    expect(tab.locator(".ps-status")).to_contain_text("mark.svg is taken as the logo")
    unharmed(tab)


def test_a_drawing_with_words_on_the_start_page_opens_as_a_design(tab, studio):
    tab.goto(studio.address)
    words = '<text x="9" y="80" font-size="12" onclick="top.hacked=1">Jazz night</text>'
    drop(tab, "poster.svg", drawing(words))
    tab.wait_for_url("**doc=*")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    said = tab.locator("#chat").get_by_text("Opened poster.svg")
    expect(said.first).to_contain_text("live text")
    unharmed(tab)


def test_a_drawing_dropped_on_the_sheet_is_a_picture(hand):
    with hand.step():
        drop(hand.page, "mark.svg", drawing(), hand.spot(500, 700))
    assert hand.top().kind == "image"
    unharmed(hand.page)
