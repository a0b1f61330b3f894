"""Nouns of what a picture shows mean the picture, and no word within a line of copy."""

from pathlib import Path

import pytest

from agents.chat.kindred import form_of, is_kindred
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import said_to
from design_io.document import TextLayer, walk
from design_io.history import History

for _set in ("edits_heldout22", "edits_heldout23", "edits_heldout24", "edits_heldout25"):
    add_requests(Path(__file__).with_name(f"{_set}_requests.json"), _set)


def heard(name: str, sentence: str):
    made = sample(f"edits_heldout{name}")
    answer = said_to(made, History(made.design), sentence)
    return made.design, answer, changed(made.design, answer.history.present)


@pytest.mark.parametrize(
    ("word", "drawn"),
    [("singer", "choir singing"), ("tie", "necktie"), ("bowl", "ramen bowl"),
     ("house", "cottage"), ("mic", "stage microphone")],
)  # fmt: skip
def test_a_word_may_mean_what_is_drawn_under_another(word, drawn):
    assert is_kindred(word, drawn) and not is_kindred(word, "candle")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("25/choir", "shift the singers over to the left a little"),
        ("25/choir", "make the singers bigger"),
        ("25/choir", "hide the choir"),
        ("25/ruby", "take the dove out, just keep the ruby"),
        ("25/ruby", "make the ruby bigger"),
        ("25/ruby", "make the ruby blue"),
        ("24/jam", "make the plum purple"),
        ("24/gran", "make the little house a bit smaller"),
        ("24/openmic", "make the mic bigger"),
        ("24/football", "make the tie blue"),
        ("23/garden", "make the plant bigger"),
        ("22/plants", "make the flower in the middle pink"),
        ("23/pottery", "make the pot blue"),
    ],
)
def test_what_is_drawn_is_changed_and_nothing_else(name, sentence):
    _, answer, touched = heard(name, sentence)
    assert answer.kind == "done" and touched
    assert all(x.startswith("subject") for x in touched)


@pytest.mark.parametrize("noun", ["band", "stripe", "block", "panel"])
def test_a_plain_shape_goes_by_its_form_and_colour(noun):
    _, answer, touched = heard("24/openmic", f"hide the purple {noun} behind the microphone")
    assert answer.kind == "done" and touched == {"panel"}


def test_a_shape_goes_by_the_sides_it_has():
    design, answer, touched = heard("25/locksmith", "can the hexagon be silver instead of gold")
    assert form_of(design.layer("plate-shape")) == "hexagon"
    assert answer.kind == "done" and touched == {"plate-shape"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("22/gig", "make the tigers bigger"),
        ("22/coffee", "delete the owl"),
        ("25/shelter", "hide the paws"),
        ("25/window", "make the windows blue"),
    ],
)
def test_a_thing_that_is_not_drawn_is_asked_about_where_a_name_has_its_word(name, sentence):
    design, answer, touched = heard(name, sentence)
    assert answer.kind == "asks" and not touched
    assert any(isinstance(x, TextLayer) for x in walk(design))
