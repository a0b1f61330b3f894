"""Several drawings as one picture: each reads, none is lost, and each is a layer of its own."""

import pytest

from agents.lexicon import icons_for
from design_io.assets import AssetStore
from design_io.document import GroupLayer
from design_io.geometry import Box
from design_io.pathfinder import united, within
from design_io.paths import path_bounds
from generators.artist.icons import (
    dominant,
    has_icon,
    icon_layers,
    ink_bounds,
    keeps_its_colors,
    parts,
    skin_of,
)
from generators.artist.naming import dyed, gathered, is_dyed, members_of, tinted, untinted

KITCHEN = gathered(["cooking", "croissant", "pancakes", "bacon"])


def test_a_name_tells_its_members_and_no_more_than_three():
    assert members_of(KITCHEN) == ("cooking", "croissant", "pancakes")
    assert has_icon(KITCHEN) and not has_icon("cooking+unicorn-soup")
    assert members_of(tinted(KITCHEN, "#112233")) == members_of(KITCHEN)


@pytest.mark.parametrize("word", ["bakery", "gym", "school", "wedding", "travel", "furniture"])
def test_things_do_not_touch_and_each_is_seen(word):
    name = gathered(icons_for(word))
    bounds = ink_bounds(name)
    assert bounds.x >= 0 and bounds.y >= 0 and bounds.right <= 32 and bounds.bottom <= 32
    outlines = {}
    for part in parts(name):
        outlines.setdefault(part.thing, []).append(part.data)
    assert len(outlines) == len(members_of(name))
    whole = [united(pieces) for pieces in outlines.values()]
    for number, first in enumerate(whole):
        assert path_bounds(first).area > 40
        for second in whole[number + 1 :]:
            both = within(first, second)
            assert not both or path_bounds(both).area < 0.5


def test_each_thing_is_a_group_of_its_own():
    layers = icon_layers(KITCHEN, Box(0, 0, 400, 300), AssetStore(), "subject")
    assert [layer.name for layer in layers] == ["Cooking", "Croissant", "Pancakes"]
    assert all(isinstance(layer, GroupLayer) for layer in layers)
    ids = [layer.id for layer in layers] + [x.id for layer in layers for x in layer.layers]
    assert len(ids) == len(set(ids))


def test_colours_are_asked_of_the_first_and_of_all():
    assert dominant(KITCHEN) == dominant("cooking")
    assert keeps_its_colors(gathered(["dumbbell", "red-apple"]))
    assert not keeps_its_colors(gathered(["dumbbell", "kettlebell"]))
    assert skin_of(gathered(["dumbbell", "flexed-biceps"])) == skin_of("flexed-biceps")


@pytest.mark.parametrize(
    ("names", "taller"),
    [
        (["camper-van", "deck-chair"], "camper-van"),
        (["tent", "backpack"], "tent"),
        (["houses", "church"], "church"),
        (["watering-can", "wine-barrel"], "wine-barrel"),
    ],
)
def test_what_stands_about_is_as_tall_as_in_life_and_side_by_side(names, taller):
    boxes = {name: Box(0, 0, 0, 0) for name in names}
    for part in parts(gathered(names)):
        boxes[part.thing] = boxes[part.thing].union(path_bounds(part.data))
    first, second = (boxes[name] for name in names)
    assert max(names, key=lambda name: boxes[name].height) == taller
    assert first.intersection(second).width < 0.15 * second.width
    assert abs(first.bottom - second.bottom) < 0.1 * first.height


def test_one_more_of_a_thing_is_as_large_as_the_first_beside_it():
    alone, two = (
        [path_bounds(part.data) for part in parts(name)]
        for name in ("red-apple", gathered(["red-apple", "red-apple"]))
    )
    shapes = len(alone)
    first, other = (max(box.height for box in half) for half in (two[:shapes], two[-shapes:]))
    assert first == pytest.approx(other, rel=0.02)


def test_a_thing_with_its_own_colour_keeps_it_in_the_tint_of_the_whole():
    plain = gathered(["mug", "umbrella"])
    name = dyed(plain, {"umbrella": "#2e8b4a"})
    assert members_of(name) == members_of(plain) and untinted(name) == plain
    blue = {p.color for p in parts(tinted(name, "#1f5fc4")) if p.thing == "umbrella"}
    assert blue == {p.color for p in parts(name) if p.thing == "umbrella"}
    assert blue != {p.color for p in parts(plain) if p.thing == "umbrella"}
    assert is_dyed(dyed("mug", {"mug": "#2e8b4a"})) and not is_dyed(name)
