"""Hands on the canvas, in a real Chromium: what a gesture shows, and the one step it leaves."""

import math

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.client]


def test_a_drag_moves_a_layer_by_just_that_and_is_one_step(hand):
    with hand.step():
        hand.drag(hand.middle("sun"), (83, 151), keys="Control")
    assert hand.box("sun") == pytest.approx((233, 551, 200, 200), abs=1)


def test_while_dragged_only_the_transform_changes(hand):
    before = hand.get("editor.scene.element('sun').innerHTML")
    hand.hold(hand.middle("sun"), (60, 60))
    assert "matrix" in hand.get("editor.scene.element('sun').style.transform")
    assert hand.get("editor.scene.element('sun').innerHTML") == before
    assert hand.revision == 0
    hand.let_go()


def test_a_drag_snaps_to_the_middle_and_shows_a_guide(hand):
    hand.hold(hand.middle("sun"), (252, 0))
    assert hand.get("editor.overlay.root.querySelectorAll('.guide').length") > 0
    with hand.step():
        hand.let_go()
    assert hand.box("sun")[0] == 400


def test_shift_keeps_a_drag_on_one_axis(hand):
    with hand.step():
        hand.drag(hand.middle("sun"), (70, 9), keys="Shift")
    assert hand.box("sun")[1] == 400


def test_escape_takes_a_drag_back(hand):
    hand.hold(hand.middle("sun"), (90, 90))
    hand.press("Escape")
    hand.let_go()
    assert hand.get("editor.scene.element('sun').style.transform") == ""
    assert hand.revision == 0


def test_shift_adds_to_the_selection_and_all_move_together(hand):
    hand.click(*hand.middle("sun"))
    hand.page.keyboard.down("Shift")
    hand.click(*hand.middle("card"))
    hand.page.keyboard.up("Shift")
    assert set(hand.selected()) == {"sun", "card"}
    with hand.step():
        hand.drag(hand.middle("card"), (-20, 300), keys="Shift")
    assert hand.box("sun")[1] == hand.box("card")[1] - 20 == 700


def test_a_marquee_takes_what_it_touches_but_not_the_ground(hand):
    hand.drag((80, 380), (600, 300))
    assert set(hand.selected()) == {"sun", "card"}


def test_alt_drag_leaves_the_layer_and_moves_a_copy(hand):
    with hand.step():
        hand.drag(hand.middle("sun"), (0, 230), keys="Alt")
    assert hand.names().count("Sun") == 2
    assert hand.box("sun") == (150, 400, 200, 200)
    hand.until("!editor.store.state.selection.has('sun')")


def test_a_corner_of_a_text_scales_its_type(hand):
    hand.select("title")
    with hand.step():
        hand.drag_handle("se", (300, 60))
    title = hand.layer("title")
    assert title.style.size == pytest.approx(100 * title.box.width / 600, abs=0.1)
    assert title.style.size > 140


def test_a_side_of_a_text_breaks_its_lines_anew_without_stretching(hand):
    hand.select("title")
    hand.hold_handle("e", (-230, 0))
    hand.until("editor.store.node('title').text.lines.length === 2")
    with hand.step():
        hand.let_go()
    assert hand.layer("title").style.size == 100
    assert hand.box("title")[2] < 400


def test_shift_keeps_the_ratio_and_alt_the_middle(hand):
    hand.select("card")
    with hand.step():
        hand.drag_handle("se", (120, 0), keys="Shift")
    x, _, width, height = hand.box("card")
    assert width / height == pytest.approx(1.5)
    with hand.step():
        hand.drag_handle("e", (40, 0), keys="Alt")
    assert hand.middle("card")[0] == pytest.approx(x + width / 2, abs=0.6)


def test_shift_turns_in_steps_of_fifteen_degrees_about_the_middle(hand):
    hand.select("card")
    before = hand.middle("card")
    with hand.step():
        hand.drag_handle("turn", (-90, -20), keys="Shift")
    assert hand.layer("card").rotation % 15 == 0
    assert hand.layer("card").rotation != 0
    assert math.dist(before, hand.middle("card")) < 0.1


def test_a_turned_layer_is_resized_along_its_own_sides(hand):
    hand.select("card")
    with hand.step():
        hand.set("Rotation", "90")
    hand.select("card")
    with hand.step():
        hand.drag_handle("e", (0, 60))
    assert hand.box("card")[2:] == pytest.approx((300, 160), abs=1)


def test_nudges_add_up_to_one_step(hand):
    hand.click(*hand.middle("sun"))
    with hand.step():
        hand.press("ArrowRight", "ArrowRight", "Shift+ArrowDown")
    assert hand.box("sun")[:2] == (152, 410)


def test_a_group_moves_as_a_whole_and_a_double_click_enters_it(hand):
    hand.click(*hand.middle("left"))
    assert hand.selected() == ["pair"]
    with hand.step():
        hand.drag(hand.middle("left"), (50, 37), keys="Shift")
    assert hand.box("right")[0] - hand.box("left")[0] == 200
    hand.double_click("right")
    assert hand.selected() == ["right"]
    hand.press("Escape")
    assert hand.selected() == ["pair"]


def test_a_resized_group_carries_its_members(hand):
    hand.click(*hand.middle("left"))
    with hand.step():
        hand.drag_handle("se", (150, 50), keys="Control")
    assert hand.box("left")[:2] == (100, 900)
    assert hand.box("right")[0] == pytest.approx(400, abs=2)


def test_what_is_locked_does_not_move(hand):
    hand.drag((950, 1150), (-100, -100))
    assert hand.revision == 0
    assert hand.selected() == []


def test_words_are_retyped_in_place_and_nothing_moves_on_commit(hand):
    hand.double_click("title")
    hand.press("Control+a")
    hand.page.keyboard.type("Cool & <b>Blue</b>")
    hand.until("editor.store.node('title').text.lines.at(-1).end === 18")
    before = _outlines(hand)
    with hand.step():
        hand.press("Escape")
    assert hand.layer("title").text == "Cool & <b>Blue</b>"
    assert _outlines(hand) == before


@pytest.mark.parametrize("words", ["ليلة الجاز 2026", "Jazz 🎷🎺", "爵士之夜", "a\nb"])
def test_any_script_is_typed_in_place(hand, words):
    hand.click(*hand.middle("title"))
    hand.press("Enter")
    for number, line in enumerate(words.split("\n")):
        if number:
            hand.press("Enter")
        hand.page.keyboard.insert_text(line)
    with hand.step():
        hand.click(950, 1100)
    assert hand.layer("title").text == words


def test_carets_go_by_the_shaped_lines(hand):
    hand.double_click("title")
    hand.press("Control+a")
    hand.page.keyboard.insert_text("one two three four five six")
    hand.until("editor.store.node('title').text.lines.length > 1")
    hand.press("Control+Home", "End", "ArrowDown", "Home")
    lines = hand.get("editor.store.node('title').text.lines.map((line) => line.start)")
    assert hand.get("editor.root.querySelector('.typed').selectionStart") == lines[1]


def test_a_text_that_is_emptied_goes(hand):
    hand.click(*hand.middle("title"))
    hand.press("Enter", "Control+a", "Delete")
    with hand.step():
        hand.press("Escape")
    assert "Title" not in hand.names()


def _outlines(hand):
    drawn = "[...editor.scene.element('title').querySelectorAll('path')]"
    return hand.get(drawn + ".map((path) => path.getAttribute('d'))")
