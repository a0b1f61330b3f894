"""Layers, properties, tools, menus and keys, in a real Chromium: each act is one step."""

import json
import secrets

import pytest

from agents.adopted import VARIANTS
from tests.e2e.hands import sample

pytestmark = [pytest.mark.slow, pytest.mark.client]


def row(hand, name):
    return hand.page.get_by_role("row", name=name, exact=True)


def test_a_layer_is_renamed_in_the_panel(hand):
    row(hand, "Sun").dblclick()
    with hand.step():
        hand.page.get_by_label("Name of the layer").fill("<i>Moon</i>")
        hand.press("Enter")
    assert hand.layer("sun").name == "<i>Moon</i>"
    assert row(hand, "<i>Moon</i>").count() == 1


def test_a_layer_is_hidden_and_locked_in_the_panel(hand):
    row(hand, "Sun").hover()
    with hand.step():
        hand.page.get_by_role("button", name="Hide Sun").click()
    assert not hand.layer("sun").visible
    with hand.step():
        hand.page.get_by_role("button", name="Lock Card").click()
    hand.drag(hand.middle("card"), (90, 90))
    assert hand.box("card")[:2] == (600, 420)


def test_layers_are_reordered_by_dragging_rows(hand):
    start, end = row(hand, "Sun").bounding_box(), row(hand, "Pair").bounding_box()
    with hand.step():
        hand._pull((start["x"] + 60, start["y"] + 16), (end["x"] + 60, end["y"] + 3), "")
        hand.let_go()
    assert hand.names()[-1] == "Sun"


def test_a_row_dropped_on_a_group_goes_into_it(hand):
    start, end = row(hand, "Sun").bounding_box(), row(hand, "Pair").bounding_box()
    with hand.step():
        hand._pull((start["x"] + 60, start["y"] + 16), (end["x"] + 60, end["y"] + 17), "")
        hand.let_go()
    assert [layer.id for layer in hand.layer("pair").layers] == ["left", "right", "sun"]


def test_keys_group_order_copy_and_delete(hand):
    hand.select("sun", "card")
    with hand.step():
        hand.press("Control+g")
    assert hand.top().kind == "group" or "Group" in hand.names()
    with hand.step():
        hand.press("Control+Shift+g")
    hand.select("title")
    with hand.step():
        hand.press("Control+Shift+]")
    assert hand.top().id == "title"
    with hand.step():
        hand.press("Control+d")
    hand.until("![...editor.store.state.selection].includes('title')")
    with hand.step():
        hand.press("Delete")
    assert hand.names().count("Title") == 1


def test_numbers_move_size_and_are_reckoned(hand):
    hand.select("card")
    with hand.step():
        hand.set("Left", "100*2+5")
    with hand.step():
        hand.set("Width", "300")
    assert hand.box("card") == (205, 420, 300, 160)


def test_several_align_and_spread_evenly(hand):
    hand.select("sun", "card", "pair")
    with hand.step():
        hand.page.get_by_role("button", name="Align left").click()
    assert {hand.box(name)[0] for name in ("sun", "card", "left")} == {100}
    with hand.step():
        hand.page.get_by_role("button", name="Distribute vertically").click()
    sun, card, left = (hand.box(name) for name in ("sun", "card", "left"))
    gap = card[1] - sun[1] - sun[3]
    assert left[1] - card[1] - card[3] == pytest.approx(gap, abs=0.05)


def test_type_is_set_by_its_fields(hand):
    hand.select("title")
    with hand.step():
        hand.page.get_by_label("Weight").select_option("300")
    with hand.step():
        hand.set("Size", "80")
    with hand.step():
        hand.set("Letter spacing", "5")
    with hand.step():
        hand.page.get_by_role("radio", name="Centre").click()
    with hand.step():
        hand.page.get_by_role("radio", name="AG").first.click()
    title = hand.layer("title")
    assert (title.style.weight, title.style.size, title.style.tracking) == (300, 80, 50)
    assert (title.align, title.style.case) == ("center", "upper")


def test_a_colour_of_the_palette_is_one_click(hand):
    hand.select("title")
    with hand.step():
        hand.page.get_by_role("button", name="accent #e26a4a").click()
    assert hand.layer("title").style.color == "#e26a4a"


def test_a_colour_is_picked_by_its_hex_and_is_one_step(hand):
    hand.select("card")
    with hand.step():
        hand.page.get_by_role("button", name="Fill colour").click()
        hand.page.get_by_label("Hex colour").fill("#08f")
        hand.press("Enter")
    assert hand.layer("card").fill.color == "#0088ff"


def test_a_shape_takes_a_gradient_a_line_round_corners_and_a_shadow(hand):
    hand.select("card")
    with hand.step():
        hand.page.get_by_label("Kind of fill").select_option("linear")
    with hand.step():
        hand.set("Angle of the gradient", "45")
    with hand.step():
        hand.page.get_by_role("button", name="Add a line").click()
    with hand.step():
        hand.set("Corner radius", "30")
    hand.page.get_by_role("button", name="Add an effect").click()
    with hand.step():
        hand.page.get_by_role("menuitem", name="Shadow").click()
    card = hand.layer("card")
    assert card.fill.start == pytest.approx((0, 0)) and card.fill.end == pytest.approx((1, 1))
    assert card.stroke and card.corner_radius == 30 and card.effects[0].kind == "shadow"


def test_blend_mode_and_opacity_are_seen_at_once(hand):
    hand.select("card")
    with hand.step():
        hand.page.get_by_label("Blend mode").select_option("multiply")
    with hand.step():
        hand.set("Opacity", "40")
    style = "getComputedStyle(editor.scene.element('card'))"
    assert hand.get(f"[{style}.mixBlendMode, {style}.opacity]") == ["multiply", "0.4"]


def test_shapes_are_drawn_by_their_keys(hand):
    hand.get("editor.stage.focus()")
    hand.press("r")
    with hand.step():
        hand.drag((450, 700), (120, 80), keys="Control")
    assert tuple(hand.top().box) == pytest.approx((450, 700, 120, 80), abs=1)
    hand.press("l")
    with hand.step():
        hand.drag((450, 1000), (200, 0))
    assert hand.top().stroke is not None
    hand.press("p")
    for spot in ((500, 300), (700, 320), (620, 380)):
        hand.click(*spot)
    with hand.step():
        hand.click(500, 300)
    assert hand.top().path.endswith("Z")


def test_a_text_is_set_where_the_text_tool_clicks(hand):
    hand.get("editor.stage.focus()")
    hand.press("t")
    with hand.step():
        hand.click(500, 700)
    hand.until("editor.typing.id !== null")
    hand.page.keyboard.insert_text("Doors 7 pm")
    with hand.step():
        hand.press("Escape")
    assert hand.top().text == "Doors 7 pm"


def test_layers_are_copied_and_pasted(hand):
    hand.select("sun")
    hand.press("Control+c")
    with hand.step():
        hand.press("Control+v")
    assert hand.names().count("Sun") == 2
    assert hand.top().box != hand.layer("sun").box


def test_words_from_outside_become_a_text(hand):
    hand.get("editor.stage.focus()")
    hand.page.evaluate(
        """words => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', words);
          document.querySelector('plakat-editor').editor.stage.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
        }""",
        "<script>alert(1)</script>",
    )
    hand.until("editor.store.state.rev === 1")
    assert hand.top().text == "<script>alert(1)</script>"


def test_the_menu_of_the_selection_opens_by_key_and_is_walked(hand):
    hand.select("sun")
    hand.press("Shift+F10", "ArrowDown", "b")
    focused = hand.get("editor.root.activeElement.textContent")
    assert focused.startswith("Bring to front")
    with hand.step():
        hand.press("Enter")
    assert hand.top().id == "sun"


def test_the_sheet_of_keys_opens_and_closes(hand):
    hand.get("editor.stage.focus()")
    hand.press("?")
    assert hand.page.get_by_role("heading", name="Keys").is_visible()
    hand.press("Escape")
    assert hand.page.get_by_role("heading", name="Keys").count() == 0


def test_a_design_is_edited_by_keys_alone(hand):
    hand.get("editor.stage.focus()")
    hand.press("Tab", "Tab")
    assert hand.selected() == ["card"]
    with hand.step():
        hand.press("Shift+ArrowLeft")
    assert hand.box("card")[0] == 590
    hand.press("Tab", "Tab")
    assert hand.selected() == ["title"]
    hand.press("Enter", "Control+a")
    hand.page.keyboard.type("Keys")
    with hand.step():
        hand.press("Escape")
    hand.press("Tab")
    assert hand.get("editor.root.activeElement !== editor.stage")


def test_a_phone_shows_panels_as_sheets(hand):
    hand.page.set_viewport_size({"width": 390, "height": 844})
    hand.select("card")
    hand.page.get_by_role("button", name="Properties").click()
    assert hand.page.get_by_label("Left", exact=True).is_visible()
    assert hand.page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_strip_shows_another_design_of_the_same_words(hand):
    other = secrets.token_hex(16)
    hand.store.create(sample(), design_id=other)
    for doc in (hand.doc, other):
        hand.store.annotate(doc, 0, {VARIANTS: json.dumps([hand.doc, other])})
    hand.page.reload()
    hand.page.get_by_role("button", name="Design 2 of 2").click()
    hand.until(f"editor.doc === '{other}' && editor.store.state.loaded")
    assert hand.page.url.endswith(other)
    hand.press("PageUp")
    hand.until(f"editor.doc === '{hand.doc}' && editor.store.state.loaded")
