"""Stories of a painter that takes its time."""

from __future__ import annotations

import pytest

from generators.artist import Artist
from generators.registry import GENERATORS
from tests.e2e.hands import Hand
from tests.generators.test_layered import Studio
from tests.slow_painter import SlowPainter

pytestmark = [pytest.mark.slow, pytest.mark.client]


@pytest.fixture
def painted(tab, studio, monkeypatch):
    """The designed poster open in the editor, and a slow painter chosen."""
    monkeypatch.setitem(GENERATORS, "slow", SlowPainter)
    studio.desk.painter = GENERATORS["slow"]()
    tab.goto(f"{studio.address}/studio/d/{studio.doc}")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    yield Hand(tab, studio.desk.home.store, studio.doc)
    studio.desk.easel.stop(studio.doc)
    studio.desk.painter = Artist()


def test_a_wireframe_is_dragged_before_it_is_painted_and_the_picture_is_one_step(painted, studio):
    before = painted.design
    painted.press("Escape")
    painted.page.get_by_role("button", name="Paint the picture anew").click()
    frame = painted.page.get_by_role("group", name="Place of the picture").first
    frame.wait_for()
    box = frame.bounding_box()
    painted.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    painted.page.mouse.down()
    painted.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 40, steps=4)
    painted.page.mouse.up()
    painted.until("editor.store.layer('painted')")
    first, last = studio.desk.painter.asked[0], studio.desk.painter.asked[-1]
    assert last.boxes("object")[0].y > first.boxes("object")[0].y + 20
    assert frame.count() == 0
    painted.press("Control+z")
    painted.until("!editor.store.layer('painted')")
    assert painted.design == before


def test_one_painted_layer_is_painted_in_other_words_with_its_seed(painted, studio):
    studio.desk.painter = Studio()
    painted.get("editor.store.send({ t: 'paint', txn: 'whole' })")
    painted.until("editor.store.layer('painted-background')")
    layer = [x for x in painted.design.layers if x.source and x.source.generator == "studio"][-1]
    painted.select(layer.id)
    words = painted.page.get_by_label("What it shows")
    with painted.step():
        words.fill("a trumpet in gold")
        words.press("Control+Enter")
    again = painted.layer(layer.id).source
    assert (again.asked, again.seed) == ("a trumpet in gold", layer.source.seed)
    with painted.step():
        painted.page.get_by_role("button", name="Paint another one").click()
    assert painted.layer(layer.id).source.seed == layer.source.seed + 1


def test_what_the_artist_drew_is_drawn_anew_by_a_button(hand, studio):
    hand.page.goto(f"{studio.address}/studio/d/{studio.doc}")
    hand.page.wait_for_function(
        "() => document.querySelector('plakat-editor')?.store?.state.loaded"
    )
    hand.doc = studio.doc
    hero = next(x for x in hand.design.layers if x.role == "hero")
    hand.select(hero.id)
    with hand.step():
        hand.page.get_by_role("button", name="Draw another").click()
    assert all(x != hero for x in hand.design.layers)


def test_a_painting_is_stopped_and_the_design_stands(painted, studio):
    studio.desk.painter.seconds = 30
    revision = painted.revision
    painted.get("editor.store.send({ t: 'paint', txn: 'p2' })")
    painted.page.get_by_role("img", name="The picture so far").wait_for()
    painted.page.get_by_role("button", name="Stop").click()
    painted.page.get_by_text("Stopped; the drawing stays.").wait_for()
    assert painted.revision == revision and studio.desk.easel.news(studio.doc) is None
