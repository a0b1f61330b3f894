"""Stories of boxes: an empty sheet, boxes with their words, and the design they become."""

from __future__ import annotations

import pytest

from tests.e2e.hands import Hand

pytestmark = [pytest.mark.slow, pytest.mark.client]
BOXES = (((90, 80), (900, 300), "Jazz Night"), ((90, 430), (900, 620), "saxophone"))


@pytest.fixture
def sheet(tab, studio):
    """The empty sheet that the start page opens."""
    tab.goto(f"{studio.address}/studio/")
    tab.get_by_role("button", name="Draw boxes").click()
    tab.wait_for_url("**/studio/d/**")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    hand = Hand(tab, studio.desk.home.store, tab.url.rsplit("/", 1)[1])
    hand.until("editor.tool === 'box'")
    return hand


def _said(hand, words, kind):
    field = hand.page.get_by_label("What goes in this box")
    field.fill(words)
    field.press("Enter")
    hand.until(
        "[...editor.store.state.layers.values()]"
        f".some((each) => each.alt === '{words}' && each.region === '{kind}')"
    )


def test_boxes_are_drawn_named_designed_with_enter_and_come_back_by_undo(sheet):
    for (start, by, words), kind in zip(BOXES, ("text", "object"), strict=True):
        sheet.drag(start, by)
        _said(sheet, words, kind)
    sheet.press("Enter")
    sheet.until("editor.store.layer('title')?.text === 'Jazz Night'")
    assert sheet.layer("picture-1").alt == "saxophone"
    sheet.press("Control+z")
    sheet.until("editor.boxes.has()")
    assert sheet.names() == ["Background", "Jazz Night", "saxophone"]


def test_a_box_is_placed_named_corrected_and_designed_by_keys_alone(sheet):
    sheet.page.evaluate("document.querySelector('plakat-editor').editor.stage.focus()")
    sheet.press("b")
    sheet.page.get_by_label("What goes in this box").fill("pizza")
    sheet.page.get_by_role("radio", name="Words").press("Space")
    _said(sheet, "pizza", "text")
    sheet.press("Enter")
    sheet.until("editor.store.layer('title')?.text === 'pizza'")
    sheet.page.get_by_role("button", name="Another look").click()
    sheet.until("editor.store.state.rev >= 5 && editor.store.layer('title')")
