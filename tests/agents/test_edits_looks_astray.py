"""Looks and places asked in everyday words change what is named and nothing beside it."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed, expanded
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import Heard, said_to
from design_io.history import History

for number in (22, 23, 25, 26, 27):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), str(number))


def heard(name: str, sentence: str) -> Heard:
    made = sample(name)
    return said_to(made, History(made.design), sentence)


def touched(name: str, sentence: str) -> set[str]:
    return changed(sample(name).design, heard(name, sentence).history.present)


def within(name: str, *kinds: str) -> set[str]:
    design = sample(name).design
    return expanded(kinds, design, design)


@pytest.mark.parametrize(
    ("name", "sentence", "layers"),
    [
        ("27/gala", "gold part on the right silver", {"stub-panel"}),
        ("22/baby", "the brown bit at the bottom in dark green", {"hill-6"}),
        ("22/baby", "the dark hill in front in purple", {"hill-6"}),
        ("22/honey", "price in orange, keep the rest green", {"price"}),
        ("22/yoga", "text on the button in yellow", {"cta"}),
        ("22/plants", "all houseplants in caps", {"offer-line-2"}),
        ("23/ramen", "ramen nights larger than noodle bar", {"title"}),
        ("22/barber", "the lilac should be a light grey", {"background", "plate", "rays-1"}),
        ("23/barber", "name in gold", {"brand"}),
        ("26/stars", "title in the moon's colour", {"title"}),
        ("26/chess", "the red tile blue", {"tiles-ground-a"}),
        ("26/chess", "the red tiles blue", {"tiles-ground-a"}),
        ("25/ruby", "the white circle in gold", {"disc"}),
        ("23/pottery", "Ages 5 to 11 in bold", {"subtitle"}),
        ("22/honey", "340 g jar a bit higher", {"price", "price-label"}),
    ],
)
def test_only_what_is_named_looks_otherwise(name, sentence, layers):
    assert touched(name, sentence) == layers


@pytest.mark.parametrize(
    ("name", "sentence", "layer"),
    [
        ("22/yoga", "candle away please, only the lotus", "subject-candle"),
        ("22/yoga", "lose the candle, just the lotus", "subject-candle"),
        ("26/soap", "remove the plant", "subject"),
        ("23/pottery", "remove the cup", "subject-teacup-without-handle"),
    ],
)
def test_what_is_left_stays(name, sentence, layer):
    assert touched(name, sentence) == within(name, layer)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("22/honey", "the jar more to the left"),
        ("22/yardsale", "remove the books tile"),
        ("22/coffee", "one bean less"),
        ("22/coffee", "remove one of the beans"),
        ("22/plants", "pot in blue"),
        ("22/dog", "the dog's nose pink"),
        ("22/dog", "cat instead of dog"),
        ("27/spaprices", "section headings in gold"),
        ("23/barber", "red lines thinner"),
        ("22/gig", "only one guitar"),
        ("25/choir", "the middle singer's dress red"),
        ("25/shelter", "only dogs, no cats"),
        ("25/plants", "25% off in one colour, green"),
        ("25/window", "the label on the bottle yellow"),
        ("26/chess", "white king bigger"),
        ("26/retire", "bouquet away"),
        ("22/gig", "yellow circle away"),
        ("23/barber", "title on three lines"),
        ("23/ramen", "ramen on a plate"),
        ("22/baby", "a moon instead of the sun"),
        ("23/garden", "Plant Swap on one line"),
        ("22/sixty", "email not so close to the edge"),
    ],
)
def test_what_may_mean_something_else_changes_nothing(name, sentence):
    assert heard(name, sentence).kind != "done"


def test_where_a_row_should_be_is_no_copy():
    present = heard("22/coffee", "iced tea should be at the top of the list").history.present
    assert present.layer("item-5").text == "Iced tea"


def test_light_instead_of_dark_is_the_ground_and_no_picture():
    assert "light ground" in heard("23/bike", "light instead of dark").said


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("22/gig", "the red guitar bigger"), ("22/sixty", "purple background a bit lighter")],
)
def test_the_colour_of_a_thing_tells_which_it_is(name, sentence):
    found = heard(name, sentence)
    assert found.kind == "done" and "now" not in found.said


def test_no_capitals_leave_a_title_without_them_as_it_is():
    assert not touched("27/lisbon", "dont have the title in all caps")


def test_another_thing_stands_where_the_old_one_was():
    assert heard("26/retire", "replace the deckchair with a boat").said == "the picture shows boat"
