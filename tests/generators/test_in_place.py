"""A thing in a place: it stands there in its own colour, and fills a card or a disc."""

import pytest

from design_io.geometry import union_all
from design_io.paths import path_bounds
from generators.artist.icons import has_icon, ink_bounds, is_whole, keeps_its_colors, lifted, parts
from generators.artist.naming import (
    fills_disc,
    is_place,
    members_of,
    parted,
    placed_in,
    thing_of,
    tinted,
)

TENT = placed_in("tent", "lake-place")


def test_the_name_tells_the_thing_and_its_place():
    assert members_of(TENT) == ("tent", "lake-place") and thing_of(TENT) == "tent"
    assert has_icon(TENT) and not has_icon(placed_in("tent", "nowhere-place"))
    assert is_whole(TENT) and is_place("lake-place") and parted(TENT) == ("tent",)


def test_the_thing_stands_within_its_place_and_before_it():
    drawn = parts(TENT)
    assert [part.thing for part in drawn] == sorted(part.thing for part in drawn)
    place = ink_bounds(TENT)
    tent = [path_bounds(part.data) for part in drawn if part.thing == "tent"]
    assert all(box.x >= place.x and box.bottom <= place.bottom for box in tent)


@pytest.mark.parametrize("in_disc", [False, True])
def test_a_place_is_a_card_or_fills_a_disc(in_disc):
    name = placed_in("tent", "lake-place", in_disc)
    ink = ink_bounds(name)
    assert fills_disc(name) == in_disc
    assert ink.height == pytest.approx(31 if in_disc else 27, abs=0.1)


def test_the_thing_takes_a_colour_and_the_place_none():
    red = tinted(TENT, "#d3252f")
    assert keeps_its_colors(red) and lifted(red, "#d3252f") is None
    places = [[p for p in parts(name) if p.thing == "lake-place"] for name in (TENT, red)]
    assert places[0] == places[1]
    assert {p.color for p in parts(red)} - {p.color for p in parts(TENT)}


def test_clothes_take_a_colour_and_skin_and_chair_do_not():
    plain, purple = parts("woman-at-laptop"), parts(tinted("woman-at-laptop", "#6d3fb0"))
    changed = {(a.color, b.color) for a, b in zip(plain, purple, strict=True) if a != b}
    assert ("#ff822d", "#6d3fb0") in changed and len(changed) <= 2


def test_a_place_has_an_hour_and_weather():
    dusk = placed_in("tent", "lake-place", weather=("dusk",))
    assert members_of(dusk) == ("tent", "lake-place") and has_icon(dusk)
    sky = [parts(name)[0].color for name in (TENT, dusk)]
    assert sky[0] != sky[1] and parts(dusk)[-1] == parts(TENT)[-1]
    rainy = parts(placed_in("tent", "lake-place", weather=("night", "rain")))
    assert rainy[-1].thing == "lake-place"  # it falls before the tent


def test_it_rains_outside_the_window_of_a_room():
    dry, wet = (parts(placed_in("cat", "room-place", weather=w)) for w in ((), ("rain",)))
    changed = [a.thing for a, b in zip(dry, wet, strict=True) if a != b]
    assert changed == ["room-place"]


def test_things_about_somebody_have_their_size():
    drawn = parts(placed_in("woman-hiking+cat+deciduous-tree", "meadow-place"))
    tall = {
        name: union_all(path_bounds(p.data) for p in drawn if p.thing == name).height
        for name in ("cat", "woman-hiking", "deciduous-tree")
    }
    assert list(tall.values()) == sorted(tall.values())
    order = list(dict.fromkeys(part.thing for part in drawn))
    assert order == ["meadow-place", "deciduous-tree", "woman-hiking", "cat"]
    assert parts("woman-hiking+cat") and is_whole("woman-hiking+cat")
