"""Edits whose thing has a word that stands elsewhere too: headings of a list, what is pictured."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import said_to
from design_io.document import TextLayer, walk
from design_io.history import History

for _suite in ("edits_heldout23", "edits_heldout24"):
    add_requests(Path(__file__).with_name(f"{_suite}_requests.json"), _suite)


def heard(name: str, sentence: str):
    made = sample(name)
    answer = said_to(made, History(made.design), sentence)
    return made.design, answer, changed(made.design, answer.history.present)


@pytest.mark.parametrize("name", ["section headings", "headings of the sections"])
def test_headings_of_a_list_are_not_the_title(name):
    design, answer, touched = heard("edits_heldout23/taverna", f"make the {name} yellow")
    texts = {x.text for x in walk(design) if isinstance(x, TextLayer) and x.id in touched}
    assert answer.kind == "done" and texts == {"Starters", "Mains", "Dessert"}


def test_what_is_printed_in_inks_goes_by_the_kind_of_thing_it_shows():
    _, answer, touched = heard("edits_heldout23/birthday", "make the dinosaur purple")
    assert answer.kind == "done" and touched and "subtitle" not in touched


def test_what_is_not_wanted_is_not_done():
    _, answer, _ = heard("bakery", "I don't want the opening times in bold")
    assert "is bold" not in answer.said


@pytest.mark.parametrize("sentence", ["do a dark version of it", "make a dark version of this"])
def test_a_dark_version_of_the_design_is_a_palette(sentence):
    _, answer, touched = heard("jazz", sentence)
    assert answer.kind == "done" and "background" in touched


@pytest.mark.parametrize(
    "sentence", ["show me three other versions of this", "three more versions"]
)
def test_a_count_of_versions_is_no_price(sentence):
    _, answer, _ = heard("edits_heldout24/openmic", sentence)
    assert answer.kind == "variants"


@pytest.mark.parametrize(
    "sentence", ["change v to versus in the heading", "put versus instead of v in the title"]
)
def test_where_new_words_go_is_none_of_them(sentence):
    _, answer, _ = heard("edits_heldout24/football", sentence)
    assert answer.history.present.layer("title").text == "Dads versus Lads"
