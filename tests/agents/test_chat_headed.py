"""Another text as the headline, and pictures that are asked for in place of others."""

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
