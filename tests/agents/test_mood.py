"""Occasions and trades have conventional colours and moods, and are told by their names."""

import tomllib
from collections import Counter

import pytest

from agents.instruction import parse
from agents.mood import FILE, moods_of
from agents.strategy import strategy_for
from design_io.color import hex_to_oklch, hue_distance
from layout.scheme import distance

TABLE = tomllib.loads(FILE.read_text("utf-8"))
ENTRIES = {name: entry for kind in TABLE.values() for name, entry in kind.items()}


def test_every_entry_has_palettes_enough_that_its_designs_differ():
    assert len(ENTRIES) >= 60
    assert all(len(entry["palettes"]) >= 3 for entry in ENTRIES.values())


def test_no_word_belongs_to_two_entries():
    words = Counter(word for entry in ENTRIES.values() for word in entry["words"].split())
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("name", ENTRIES)
def test_colours_of_a_palette_stand_apart_from_their_ground(name):
    for line in ENTRIES[name]["palettes"]:
        ground, *colors = line.split()
        assert max(distance(ground, color) for color in colors) > 0.2, line


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Christmas Offer . For a chocolate drink", "christmas"),
        ("Oktoberfest Beer Sale", "oktoberfest"),
        ("St. Patrick’s Day Pub Quiz", "st_patrick"),
        ("Spring Clothing Sale", "spring"),
        ("Thank You, Customers . Easter", "easter"),
        ("Moving and Storage", "moving"),
        ("A plain name", ""),
    ],
)
def test_the_most_telling_entry_comes_first(copy, name):
    found = moods_of(copy, "")
    assert (found[0].name if found else "") == name


def test_a_style_is_heard_anywhere_in_the_request():
    found = moods_of("Birthday Party", "A birthday party flyer in Memphis style")
    assert [mood.name for mood in found] == ["memphis", "birthday"]


@pytest.mark.parametrize(
    ("request_", "hues"),
    [
        ("A poster for an Oktoberfest beer sale", (75, 255)),
        ("An astronomy night at the observatory", (270, 300)),
        ("A post for a moving company", (75, 255, 160)),
        ("A Valentine's Day dinner", (15,)),
    ],
)
def test_grounds_keep_to_the_occasion(request_, hues):
    for seed in range(30):
        value = hex_to_oklch(strategy_for(parse(request_, seed=seed)).palette["bg"])
        assert value.chroma < 0.05 or min(hue_distance(value.hue, hue) for hue in hues) < 40


def test_sympathy_is_quiet():
    for seed in range(30):
        palette = strategy_for(parse("A sympathy card: With Sympathy", seed=seed)).palette
        assert hex_to_oklch(palette["bg"]).chroma < 0.04


def test_a_club_is_no_night():
    assert "night" not in parse("Create a cover for a bread baking club.").tone.value
    assert "night" in parse("Create a flyer for a nightclub.").tone.value


@pytest.mark.parametrize(
    ("request_", "lightest"),
    [
        ("A poster for a night swim at the lido. The mood is mysterious.", 0.56),
        ("A poster for a swim at the lido. The look is dark and moody.", 0.56),
        ("A flyer for a spa. The mood is dark and quiet.", 0.56),
        ("A ticket for a steam railway in sepia colors, old-fashioned.", 0.95),
    ],
)
def test_a_dark_mood_has_a_dark_sheet(request_, lightest):
    for seed in range(12):
        ground = strategy_for(parse(request_, seed=seed)).palette["bg"]
        assert hex_to_oklch(ground).lightness < lightest


def test_a_wintry_design_has_no_summer_flowers():
    for seed in range(12):
        made = strategy_for(parse("An invitation to a wintry tea party with snow", seed=seed))
        assert made.system != "botanical"
