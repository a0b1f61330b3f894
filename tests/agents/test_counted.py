"""Things in numbers, classes of things and their members, and pairs that are one thing."""

import pytest

from agents.counted import count_of, is_class
from agents.depicted import depicted_in
from agents.instruction import parse
from agents.strategy import strategy_for
from design_io.color import hex_to_oklch
from generators.artist.icons import dominant
from generators.artist.naming import members_of, thing_of


def shown(request, system="swiss"):
    strategy = strategy_for(parse(request, system=system))
    return [thing_of(name) for name in members_of(strategy.subjects[0])]


@pytest.mark.parametrize(
    ("request_", "members"),
    [
        ("An invitation with sleepy woodland animals", {"fox", "hedgehog", "owl-on-branch"}),
        ("A card with sea creatures", {"octopus", "sea-turtle", "seahorse"}),
        ("A flyer with baking tools for a class", {"rolling-pin", "whisk", "mixing-bowl"}),
        ("A card with spring flowers", {"tulip", "daffodil", "crocus"}),
        ("Bake sale flyer with baked goods", {"croissant", "sourdough-loaf", "pretzel"}),
    ],
)
def test_of_a_class_several_members_are_shown(request_, members):
    assert set(shown(request_)) == members


def test_what_is_named_beside_a_class_keeps_its_place():
    assert "campfire" in shown("An invitation with woodland animals around a campfire")


def test_a_class_whose_members_are_told_yields_to_them():
    told = depicted_in("A card with lucky symbols, such as a clover leaf and a horseshoe.")
    assert told.asked == ("clover leaf", "horseshoe")


def test_one_ware_of_a_kind_is_no_class():
    assert is_class("garden tools") and not is_class("chocolate drink")


@pytest.mark.parametrize(
    ("text", "number"),
    [("three amber candles", 3), ("a row of candles", 3), ("a pair of candles", 2), ("candles", 1)],
)
def test_things_are_counted(text, number):
    assert count_of("candle", text) == number


def test_as_many_things_stand_there_as_are_asked_for():
    assert shown("A poster that shows three candles") == ["candle"] * 3
    assert shown("A poster with two rocking chairs").count("rocking-chair") == 2


def test_a_number_that_has_a_drawing_is_that_drawing():
    review = "A story that shares a review. Five gold stars stand above the words 'So kind'."
    assert shown(review)[0] == "five-stars"
    assert shown("An ad that shows three scoops in a waffle cone") == ["triple-scoop-cone"]


def test_a_pair_of_glasses_is_nobody():
    assert shown("A flyer for an optician with a pair of round glasses")[0] == "glasses"


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("An ad for a ceramics sale that shows mugs on a shelf", "mug"),
        ("An ad for a language school showing speech bubbles", "talk-bubbles"),
        ("A logo for a bakery, joining a rolling pin and a whisk", "rolling-pin"),
        ("An ad for a salon with a bottle of red nail polish", "nail-polish"),
        ("A label with an ear of wheat", "wheat-ears"),
        ("A poster for a mushroom walk with a fly agaric beside a tree stump", "mushroom"),
        ("An ad for a boat builder, with a wooden hull on a slipway", "boat-on-slipway"),
    ],
)
def test_what_is_said_to_be_shown_leads_and_not_its_neighbour(request_, hero):
    assert shown(request_)[0] == hero


@pytest.mark.parametrize("system", ["lockup", "emblem", "seal"])
def test_a_logo_joins_the_two_things_that_are_asked_for(system):
    request = "A logo for a sailing club that combines a white sail and a compass"
    assert shown(request, system) == ["sailboat", "compass"]


def test_food_on_ice_stands_on_no_rink():
    assert "rink-place" not in strategy_for(parse("A menu showing oysters on ice")).subjects[0]


def test_a_filled_vessel_is_what_it_holds():
    assert shown("A flyer showing a wooden crate filled with root vegetables")[0] == "carrot"


@pytest.mark.parametrize(
    ("request_", "place"),
    [
        ("A poster that shows a fox under an orange moon", "night-place"),
        ("A poster that shows a rover on the moon", "moon-place"),
        ("An ad that shows a cottage under a wide autumn sky", "meadow-place"),
    ],
)
def test_who_is_below_the_moon_or_the_sky_stands_on_the_ground(request_, place):
    assert place in strategy_for(parse(request_, system="swiss")).subjects[0]


def test_what_stands_in_a_said_place_is_joined_by_no_occasion():
    card = "A retirement card for a bus driver, with a yellow bus driving into the sunset."
    assert shown(card) == ["bus", "sunset-place"]


def test_printed_stars_are_not_drawn_again():
    review = "A post that shares a guest review of a lodge. Five gold stars stand above the quote "
    assert "five-stars" not in shown(f"{review}'The best sleep of my whole life'.")


def test_what_a_trade_is_said_to_be_shown_with_leads():
    assert shown("A cover for a tailor with scissors and pins")[0] == "scissors"


def test_each_thing_has_the_colour_that_is_said_of_it():
    request = "A card with a green suitcase, a red umbrella and a lemon"
    named = strategy_for(parse(request, system="swiss")).subjects[0].split("+")
    colors = {thing_of(name): hex_to_oklch(dominant(name)).hue for name in named}
    assert abs(colors["luggage"] - 150) < 30 and abs(colors["umbrella"] - 25) < 20
    assert colors["lemon"] == hex_to_oklch(dominant("lemon")).hue


def test_a_book_and_salmon_are_things_beside_others():
    assert "closed-book" in shown("A certificate with a bee and a book")
    told = depicted_in("A story for a shop that shows a bagel, cream cheese and salmon.")
    assert "salmon" in told.asked
