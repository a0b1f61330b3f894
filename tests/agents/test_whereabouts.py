"""Where the subject of a picture is."""

import pytest

from agents.colorwishes import color_of_clothes
from agents.depicted import depicted_in
from agents.lexicon import icons_for
from agents.whereabouts import place_in


@pytest.mark.parametrize(
    ("said", "icon"),
    [
        ("a boy kicking a ball on a green field", "meadow-place"),
        ("a woman meditating by the sea at sunrise", "beach-place"),
        ("a truck on a highway at sunset", "sunset-road-place"),
        ("a car in the city under a full moon", "night-city-place"),
        ("a fox under the stars", "night-place"),
        ("a stool and a microphone on stage with a red curtain behind", "stage-place"),
        ("a bottle with a city skyline in the background", "city-place"),
        ("a scooter against a city skyline", "city-place"),
    ],
)
def test_places_are_read_behind_what_is_in_them(said, icon):
    assert icons_for(place_in([said]))[0] == icon


@pytest.mark.parametrize("said", ["a woman in a yellow sweater", "a bowl of soup", "a mountain"])
def test_what_is_no_place_is_none(said):
    assert place_in([said]) == ""


def test_what_names_the_place_is_no_thing_beside_the_subject():
    found = depicted_in("A poster that shows an orange tent by a lake")
    assert found.asked == ("tent",) and icons_for(found.place)[0] == "lake-place"


@pytest.mark.parametrize(
    ("request_", "color"),
    [
        ("illustrated with a purple woman on the front", "#6d3fb0"),
        ("a woman in a yellow sweater at her laptop", "#fdcf2b"),
        ("a stylish woman in blue with a handbag", "#1f5fc4"),
        ("a red poster with a man", ""),
        ("a man on a poster, in blue", ""),
    ],
)
def test_what_somebody_wears_has_the_colour_that_is_said(request_, color):
    assert color_of_clothes(request_) == color
