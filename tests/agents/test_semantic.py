"""Drawings by meaning: an encoder is asked only where the lexicon knows no word."""

import numpy as np
import pytest

from agents.instruction import parse
from agents.lexicon import drawable_words
from agents.semantic import loaded, nearest
from design_io.errors import DesignError


class Letters:
    """A small encoder of the test's own: sentences are alike when they share triples of letters."""

    def __init__(self):
        self.asked = 0

    def encode(self, sentences):
        self.asked += 1
        vectors = np.zeros((len(sentences), 4096), np.float32)
        for row, sentence in enumerate(sentences):
            text = f"  {sentence.lower()}  "
            for at in range(len(text) - 2):
                vectors[
                    row, sum(ord(c) * 67**n for n, c in enumerate(text[at : at + 3])) % 4096
                ] = 1
        return vectors


def test_the_nearest_drawing_is_found():
    assert nearest("saxophones", "saxophones", Letters()) == "saxophone"


def test_what_is_like_no_drawing_finds_none():
    assert nearest("qqqq wwww", "qqqq wwww", Letters()) == ""


def test_known_words_do_not_ask_the_encoder():
    encoder = Letters()
    assert parse("A poster for a jazz night", encoder=encoder).subject.value and not encoder.asked


def test_unknown_words_ask_it():
    request = 'A poster with the text "Saxxophone"'
    assert parse(request).subject.value == ""
    assert parse(request, encoder=Letters()).subject.value == "saxophone"


def test_drawable_words_are_many_and_say_something():
    words = drawable_words()
    assert len(words) > 700 and "saxophone" in words and "up arrow" not in words


def test_a_model_that_is_not_there_is_one_clear_line():
    with pytest.raises(DesignError, match="semantic|encoder"):
        loaded("no/such/model")
