"""Single words of a text styled while it is typed in place, in a real Chromium."""

import pytest
from playwright.sync_api import expect

from design_io.document import Span
from editor.scene import Scene
from tests.e2e.hands import Hand

pytestmark = [pytest.mark.slow, pytest.mark.client]
BOUNDS = """(({{ x, y, width, height }}) => [x, y, width, height].map(Math.round))(
  editor.scene.element('{}').querySelector('svg').getBoundingClientRect())"""


@pytest.fixture
def words(hand):
    """The title open, its second word chosen."""
    hand.double_click("title")
    choose_second(hand)
    return hand


def choose_second(hand: Hand) -> None:
    hand.press("Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    hand.press("Shift+End")
    hand.until("editor.typing.chosen?.join() === '5,10'")


def test_keys_style_the_chosen_words_alone_and_each_is_one_step(words):
    with words.step():
        words.press("Control+b")
    assert words.layer("title").spans == (Span(start=5, end=10, weight=400),)
    with words.step():
        words.press("Control+i")
    assert words.layer("title").spans == (Span(start=5, end=10, weight=400, italic=True),)
    with words.step():
        words.press("Control+z")
    assert words.layer("title").spans == (Span(start=5, end=10, weight=400),)
    assert words.get("editor.typing.id") == "title"


def test_the_panel_styles_chosen_words_and_what_is_seen_is_what_is_exported(words, studio):
    with words.step():
        words.page.get_by_label("Weight").select_option("300")
    with words.step():
        words.set("Size", "140")
    with words.step():
        words.page.get_by_role("group", name="Palette").get_by_label("accent").click()
    assert words.layer("title").spans == (
        Span(start=5, end=10, weight=300, size=140, color="#e26a4a"),
    )
    words.press("Escape")
    words.select("title")
    expect(words.page.get_by_label("Weight")).to_have_value("")  # mixed
    expect(words.page.get_by_label("Size", exact=True)).to_have_attribute("placeholder", "Mixed")
    assert words.page.get_by_text("Mixed", exact=True).count() >= 1
    scene = Scene(words.doc, studio.desk.home.resources, studio.desk.pictures)
    exported = scene.node(words.design, words.layer("title"))["svg"]
    assert words.get("editor.store.node('title').svg") == exported


def test_words_typed_before_are_kept_first_and_typing_goes_on(words):
    words.page.keyboard.type("Day")
    words.press("Shift+Home")
    with words.step(2):
        words.press("Control+u")
    assert words.layer("title").text == "Jazz Day"
    assert words.layer("title").style.underline
    words.press("End")
    words.page.keyboard.type("s")
    with words.step():
        words.click(950, 1100)
    assert words.layer("title").text == "Jazz Days"


def test_words_that_shrink_to_their_box_stand_still_when_they_are_kept(hand, studio):
    hand.page.goto(f"{studio.address}/studio/d/{studio.doc}")
    hand.doc = studio.doc
    hand.until("editor?.store.state.loaded")
    title = next(x for x in hand.design.layers if x.role == "title")
    hand.select(title.id)
    before = hand.get(BOUNDS.format(title.id))
    hand.press("Enter", "End")
    hand.page.keyboard.type(" of the Year")
    hand.until(f"editor.store.state.previews.get('{title.id}')?.layer.text.endsWith('Year')")
    typed = hand.get(BOUNDS.format(title.id))
    with hand.step():
        hand.press("Escape")
    assert hand.get(BOUNDS.format(title.id)) == typed
    assert hand.layer(title.id).style.size < title.style.size and typed[3] < before[3]
