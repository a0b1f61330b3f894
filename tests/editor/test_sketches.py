"""Designs while typing: calm, quick to give up, and kept as they were seen."""

import json

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from agents.calm import SLOTS, Held, Turns, Wish
from agents.home import Home
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from editor.sketches import Sketcher, Unwanted
from editor.starting import start_router

TEXT = "a jazz night poster for the Blue Note, 12 December, 8 pm"


@pytest.fixture(scope="module")
def sketcher():
    return Sketcher(Resources(AssetStore(), FontLibrary.bundled()))


def variants(sketcher, **wish):
    return list(sketcher.variants(sketcher.hear(Wish(**wish))))


def looks(found):
    return [(v.strategy.system, v.strategy.palette, v.strategy.seed) for v in found]


def test_four_variants_differ_in_system(sketcher):
    found = variants(sketcher, text=TEXT)
    assert len({v.strategy.system for v in found}) == SLOTS


def test_more_words_change_only_the_words(sketcher):
    before = variants(sketcher, text=TEXT)
    after = variants(sketcher, text=f"{TEXT}, tickets $20", anchor=TEXT)
    assert looks(after) == looks(before)
    assert after[0].plans != before[0].plans


def test_another_subject_changes_the_variants(sketcher):
    told = sketcher.hear(Wish(text="a dog training poster", anchor=TEXT))
    assert told.anchor.request == "a dog training poster"


def test_a_colour_that_is_typed_is_taken(sketcher):
    before = variants(sketcher, text=TEXT)
    after = variants(sketcher, text=f"{TEXT} in red", anchor=TEXT)
    assert [v.strategy.system for v in after] == [v.strategy.system for v in before]
    assert [v.strategy.palette for v in after] != [v.strategy.palette for v in before]


@pytest.mark.parametrize(
    ("aspect", "changed"),
    [("palette", "palette"), ("type", "font"), ("picture", "seed"), ("layout", "system")],
)
def test_an_aspect_is_shuffled_alone(sketcher, aspect, changed):
    before = variants(sketcher, text=TEXT)
    after = variants(sketcher, text=TEXT, turns=Turns(**{aspect: 1}))

    def seen(variant):
        return {**variant.strategy._asdict(), "font": variant.font}

    for name in {"palette", "font", "seed", "system"} - {changed}:
        if aspect != "layout":
            assert [seen(v)[name] for v in after] == [seen(v)[name] for v in before]
    assert [seen(v)[changed] for v in after] != [seen(v)[changed] for v in before]


def test_what_is_held_is_kept_in_its_slot(sketcher):
    held = {1: Held(system="swiss", font="Anton")}
    found = variants(sketcher, text=TEXT, held=held)
    assert (found[1].strategy.system, found[1].font) == ("swiss", "Anton")
    assert found[0].font == ""


def test_a_stale_run_stops_between_stages(sketcher):
    asked = []

    def wanted():
        asked.append(1)
        if len(asked) > 2:
            raise Unwanted

    variant = variants(sketcher, text="a poster for a chess tournament, 3 May")[0]
    with pytest.raises(Unwanted):
        sketcher.sketch(variant, next(iter(variant.plans)), wanted=wanted)
    assert len(asked) == 3


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return Home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def socket(home):
    app = FastAPI()
    app.include_router(start_router(home, lambda socket: True))
    with TestClient(app) as client, client.websocket_connect("/studio/ws/sketch") as socket:
        yield socket


def said(socket, t, n, **wish):
    socket.send_text(json.dumps({"t": t, "n": n, "wish": wish}))
    heard = []
    while not heard or heard[-1]["t"] not in ("done", "error", "committed"):
        heard.append(socket.receive_json())
    return heard


def test_the_socket_tells_chips_and_draws_four(socket):
    heard = said(socket, "sketch", 1, text="Instagram post: jazz night, Friday 12 December 2026")
    told = heard[0]
    assert [c["label"] for c in told["chips"]][:2] == ["Instagram portrait post", "Jazz Night"]
    assert {"address", "photo", "logo"} <= {m["kind"] for m in told["missing"]}
    ways = [way["instead"] for way in told["findings"][0]["ways"]]
    assert ways == ["Saturday 12 December 2026", "Friday 11 December 2026"]
    assert [m["slot"] for m in heard if m["t"] == "variant"] == [0, 1, 2, 3]


def test_pictures_that_are_shown_already_are_not_sent_again(socket):
    first = said(socket, "sketch", 1, text=TEXT)
    second = said(socket, "sketch", 2, text=TEXT)
    assert sum("src" in m for m in first) == SLOTS
    assert sum("src" in m for m in second) == 0


def test_enter_keeps_all_four_and_the_chosen_one_in_its_sizes(socket, home):
    before = set(home.store.designs())
    kept = said(socket, "commit", 3, text=TEXT, added=["instagram-story"])[-1]
    assert len(kept["ids"]) == SLOTS
    assert len(set(home.store.designs()) - before) == SLOTS + 1
    assert len(home.member(kept["open"]).links.members) == 2
    assert home.store.transcript(kept["open"])[0].text == TEXT


@pytest.mark.parametrize("wish", [{"text": " "}, {"text": "x" * 30_000}, {"text": 3}])
def test_words_nobody_can_design_from_are_told(socket, wish):
    assert said(socket, "sketch", 1, **wish)[-1]["t"] == "error"


def test_a_foreign_page_is_refused(home):
    app = FastAPI()
    app.include_router(start_router(home, lambda socket: False))
    with TestClient(app) as client, pytest.raises(Exception):  # noqa: B017
        client.websocket_connect("/studio/ws/sketch").__enter__()
