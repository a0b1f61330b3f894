"""Sentences that ask for another size, and sentences that only look like it."""

import pytest

from agents.resizing import size_asked
from design_io.document import Canvas
from design_io.errors import DesignError

POST = Canvas(width=1080, height=1350)
A3 = Canvas(width=3508, height=4961, dpi=300)


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("make it an Instagram story", "instagram-story"),
        ("in A3", "a3"),
        ("as a 1200x628 banner", "1200x628"),
        ("turn this into a story", "instagram-story"),
        ("make it square", "instagram-square"),
        ("reformat the design to A4, please", "a4"),
        ("make it landscape", "1350x1080"),
        ("make it 210x297mm", "210x297mm"),
    ],
)
def test_a_size_is_found_however_it_is_said(sentence, size):
    assert size_asked(sentence, POST) == (size, False)


def test_a_printed_sheet_is_turned_in_millimetres():
    assert size_asked("make it landscape", A3).size == "420x297mm"


@pytest.mark.parametrize("sentence", ["add an Instagram story", "also make a story of it"])
def test_a_further_size_is_added(sentence):
    assert size_asked(sentence, POST) == ("instagram-story", True)


@pytest.mark.parametrize(
    "sentence",
    ["make the title red", "make it bigger", "change the date to 8 May", "in red", "add a star"],
)
def test_other_edits_ask_for_no_size(sentence):
    assert size_asked(sentence, POST) is None


def test_an_impossible_size_says_why():
    with pytest.raises(DesignError, match="64 px"):
        size_asked("resize it to 10x10", POST)
