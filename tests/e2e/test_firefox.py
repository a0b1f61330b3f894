"""The editor in Firefox: it opens, words are retyped, a layer is dragged, a step undone."""

import secrets

import pytest

from tests import firefox
from tests.e2e.hands import Hand, sample

pytestmark = [pytest.mark.slow, pytest.mark.client]


@pytest.fixture
def hand(studio, tmp_path):
    """A hand on a small design of its own, in a Firefox of its own."""
    if firefox.executable() is None:
        pytest.skip(firefox.ADVICE)
    store, doc = studio.desk.home.store, secrets.token_hex(16)
    store.create(sample(), design_id=doc)
    page = firefox.Firefox(tmp_path)
    page.goto(f"{studio.address}/studio/d/{doc}")
    page.wait_for_function(
        "() => document.querySelector('plakat-editor')?.editor?.store.state.loaded"
    )
    yield Hand(page, store, doc)
    page.close()


def test_the_editor_opens_retypes_and_drags_in_firefox(hand):
    with hand.step():
        hand.double_click("title")
        hand.press("Control+a")
        hand.page.keyboard.type("Blues Night")
        hand.press("Escape")
    assert hand.layer("title").text == "Blues Night"
    x, y, *_ = hand.box("sun")
    with hand.step():
        hand.drag(hand.middle("sun"), (60, 40), keys="Control")
    assert hand.box("sun")[:2] == pytest.approx((x + 60, y + 40), abs=2.5)
    with hand.step():
        hand.press("Control+z")
    assert hand.box("sun")[:2] == (x, y)
