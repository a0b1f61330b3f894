"""Another headline, another picture, facts that are added, lines broken: the everyday wishes."""

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import REQUESTS, sample
from benchmarks.edits import said_to
from design_io.history import History

REQUESTS["oysters"] = (
    "swiss",
    "Poster with the title 'Thursday Oyster Hour', 5 PM to 7 PM, Brine & Barrel, with an oyster",
)
REQUESTS["bare"] = (
    "manifesto",
    "Facebook event cover for the Rye Valley Jazz Picnic on August 19 from noon to 9 PM at "
    "Miller's Meadow. Featuring The Odette Quartet, Sam Bellweather and Los Tres Primos.",
)
REQUESTS["barn"] = (
    "botanical",
    "Wedding invitation for Ana and Ben, 6 June, Fernhill Barn, Devon, with the line 'Our nest'",
)
REQUESTS["sky"] = ("swiss", "Poster with the title 'Blue Sky Night', 5 May, 8 pm")
REQUESTS["wine"] = ("deco", "Poster with the title 'Oyster Hour': house white wine for $6 a glass")


def heard(on, sentence):
    made = sample(on)
    told = said_to(made, History(made.design), sentence)
    return made.design, told


@pytest.mark.parametrize(
    "sentence",
    [
        "make 'Meet the potters' the headline",
        "the subtitle should be the title, not Open Studio Day",
        "use the subtitle as the headline please",
    ],
)
def test_another_text_heads_the_sheet_and_the_old_title_takes_its_place(sentence):
    before, told = heard("studio", sentence)
    after = told.history.present
    assert changed(before, after) == {"title", "subtitle"}
    assert after.layer("title").text == "Meet the potters"
    assert after.layer("subtitle").text == "Open Studio Day"


def test_a_text_above_the_title_keeps_its_words():
    _, told = heard("studio", "put the subtitle above the title")
    assert told.history.present.layer("title").text == "Open Studio Day"


def test_a_thing_to_be_shown_is_no_word_of_the_title():
    before, told = heard("oysters", "show a lobster instead of the oyster")
    after = told.history.present
    assert after.layer("title") == before.layer("title")
    assert any("lobster" in layer.name.lower() for layer in after.layer("subject").layers)


def test_a_sheet_without_a_picture_gets_one_or_says_that_it_has_none():
    before, told = heard("bare", "replace the picture with a saxophone")
    assert told.kind == "done" and len(told.history.present.layers) > len(before.layers)
    _, told = heard("bare", "make the picture black and white")
    assert told.kind == "impossible" and "has no picture" in told.said


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("add the phone number 0800 555 013", "0800 555 013"),
        ("please add our website kiln.example at the bottom", "kiln.example"),
        ("add the price £5 in advance", "£5 in advance"),
    ],
)
def test_a_fact_that_is_not_there_yet_is_added(sentence, text):
    before, told = heard("bare", sentence)
    after = told.history.present
    (new,) = changed(before, after)
    assert after.layer(new).text == text


def test_a_fact_without_its_words_is_asked_for():
    before, told = heard("bare", "add our phone number")
    assert told.kind == "asks" and not changed(before, told.history.present)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("put Sky on a second line", "Blue\nSky Night"),
        ("Sky Night should be on its own line", "Blue\nSky Night"),
        ("line break before night", "Blue Sky\nNight"),
    ],
)
def test_a_line_is_broken_where_somebody_says(sentence, text):
    before, told = heard("sky", sentence)
    after = told.history.present
    assert changed(before, after) == {"title"} and after.layer("title").text == text


def test_a_drink_is_no_colour():
    before, told = heard("wine", "show a glass of white wine too")
    after = told.history.present
    kept = [x for x in before.layers if x.kind == "text"]
    assert all(after.layer(x.id) == x for x in kept)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("barn", "take the barn away, the flowers are enough"),
        ("barn", "get rid of all the tiny coloured bits in the background"),
    ],
)
def test_of_a_fact_or_the_ground_nothing_goes_that_was_not_named(on, sentence):
    before, told = heard(on, sentence)
    assert told.kind in ("asks", "impossible") and not changed(before, told.history.present)


def test_all_lines_of_an_offer_take_a_colour():
    before, told = heard("sale", "can the 30% off be in red")
    assert changed(before, told.history.present) == {"offer-line-1", "offer-line-2"}


def test_names_with_and_between_them_are_one_text():
    _, told = heard("wedding", "could you write Emma & Jim instead of Emma and James?")
    assert told.history.present.layer("title").text == "Emma & Jim"


def test_a_nest_in_a_line_is_not_the_picture():
    before, told = heard("barn", "can the picture be a seagull instead of a nest")
    after = told.history.present
    assert all(after.layer(x.id) == x for x in before.layers if x.kind == "text")
