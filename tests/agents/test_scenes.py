"""What is about the hero of a picture: the hour and weather that are said, and things near."""

import pytest

from agents.instruction import parse
from agents.scenes import about_somebody, place_of, weather_of
from agents.strategy import strategy_for
from agents.weather import weather_in


@pytest.mark.parametrize(
    ("request_", "weather"),
    [
        ("A poster with a ship at dusk.", ("dusk",)),
        ("The picture shows a couple running through summer rain.", ("rain",)),
        ("The image shows an owl at night in falling snow.", ("night", "snow")),
        ("Women stretching in soft morning fog.", ("fog",)),
        ("We walk rain or shine, until dusk, and never at noon.", ()),
        ("A card for Misty Storm, tailor.", ()),
        ("A poster that says 'Dancing in the rain'.", ()),
    ],
)
def test_hour_and_weather_are_read_where_they_are_seen(request_, weather):
    assert weather_in(request_) == weather


@pytest.mark.parametrize(
    ("request_", "place", "weather"),
    [
        ("A LinkedIn banner for a shipping firm. Use a cargo ship at dusk.", "water-place", "dusk"),
        ("A poster for a museum. The image features a hiker in the rain.", "meadow-place", "rain"),
        ("A poster for a zoo. The image features an elephant in a snowstorm with snow falling.",
         "snow-place", ""),
    ],
)  # fmt: skip
def test_a_place_is_drawn_in_the_weather_that_is_said(request_, place, weather):
    brief = parse(request_)
    hero = strategy_for(brief).subjects[0].partition("<")[0]
    assert place_of(brief, hero) == place
    assert "~".join(weather_of(brief, place)) == weather


def test_what_stands_about_somebody_is_shown_with_them():
    said = "The image shows a woman painting in a cozy room with a cat asleep by the window."
    hero = strategy_for(parse(f"A post for a painting class. {said}", system="swiss")).subjects[0]
    assert hero == "painter-at-easel+cat<(room-place"


def test_what_is_held_or_shown_already_does_not_stand_beside_somebody():
    assert about_somebody("man-walking-dog", ("dog", "receipt", "tooth")) == ()
    assert about_somebody("hiker-with-backpack", ("cat-face", "tent", "tree")) == ("cat", "tent")


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("A post for a bookshop. It shows a girl reading with a torch while it rains outside.",
         "girl-reading-book<(room-place~rain"),
        ("An ad for meal kits. The image shows a couple cooking together in their kitchen.",
         "couple-cooking<(kitchen-place"),
        ("A flyer for a diving course. The image shows a diver above a coral reef.",
         "diver-with-tank<(underwater-place"),
        ("A flyer for a kids' gardening club with children planting sunflowers in a garden.",
         "volunteers-planting-tree"),
        ("A poster for a climbing gym with a girl hanging from an overhang.", "climber-on-wall"),
        ("A flyer for a chess class with two old men in the park.", "seniors-playing-chess"),
        ("A cover for a museum. It shows children in front of a T-rex.", "children-playing-ball"),
        ("A menu for a pub. The image features a fishing boat in a small harbour at dusk.",
         "fishing-boat<(harbour-place~dusk"),
        ("A card for a sushi bar. The picture shows a chef's hands slicing salmon.", "sushi"),
    ],
)  # fmt: skip
def test_people_are_shown_at_what_they_do(request_, hero):
    assert strategy_for(parse(request_, system="swiss")).subjects[0].startswith(hero)


def test_who_trains_for_a_race_is_shown_no_train():
    told = "How to train for a first marathon"
    assert parse(f"A thumbnail for a video. Title: {told}.").subject.value == "marathon"
