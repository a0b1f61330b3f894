"""The learned reader: what it makes of words, and what it tells of requests and edits."""

import numpy as np
import pytest

from agents.reader.copy import copy_in
from agents.reader.edits import wish_in
from agents.reader.network import network, pieces_in
from agents.reader.spans import spans_of
from agents.reader.words import words_in

TAGS = ("O", "B-x", "I-x", "B-y", "I-y")


def test_words_know_case_digits_quotes_and_lines():
    words = words_in('Buy "Two" now\n5pm WOW iPhone 12')
    shapes = [word.features[0] for word in words]
    assert shapes == [1, 6, 1, 6, 0, 5, 2, 3, 4]
    assert [word.features[1] for word in words] == [0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert [word.features[2] for word in words] == [2, 1, 0, 0, 1, 2, 1, 1, 1]


def test_what_stands_on_the_design_is_known():
    assert [word.features[3] for word in words_in("Sam cancelled", ((0, 3),))] == [1, 0]


def test_a_word_is_its_longest_pieces_and_accents_do_not_count():
    known = {"[UNK]": 0, "caf": 1, "cafe": 2, "##s": 3}
    assert pieces_in("Cafés", known) == [2, 3]
    assert pieces_in("xyz", known) == [0]


def test_an_inside_follows_only_its_own_beginning():
    words = words_in("a b c")
    likely = np.log(np.array([[0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.1, 0.35, 0.05, 0.4],
                              [0.8, 0.05, 0.05, 0.05, 0.05]]))  # fmt: skip
    [span] = spans_of(words, likely, TAGS)
    assert (span.kind, span.start, span.end) == ("x", 0, 3)


def test_copy_and_direction_of_a_request():
    copy = copy_in(
        "Please make a flyer for a candle workshop on Saturday 9 May at 3 pm. Materials are "
        "included. Use warm colours and a big serif font."
    )
    printed = " | ".join(copy.said(span) for span in copy.spans if span.kind != "picture")
    assert "candle workshop" in printed and "Materials are included" in printed
    assert "9 May" in printed and "serif" not in printed
    [direction] = copy.places("warm colours and a big serif font")
    [title] = copy.places("candle workshop")
    assert copy.printed(direction) < 0.1 < 0.5 < copy.printed(title)
    assert not list(copy.places("words that are not there"))


def test_what_the_picture_shows():
    copy = copy_in('Poster "Night Market", the picture shows an old tram full of oranges.')
    assert "tram" in " ".join(copy.pictured())


def test_an_address_is_one_whole():
    copy = copy_in("Flyer for our bakery Kneadful, order at www.kneadful.example/bread today")
    assert any("www.kneadful.example/bread" in copy.said(span) for span in copy.spans)


@pytest.mark.parametrize("text", ["", " \n", "!!! ???", "🍰" * 50, "a" * 3000, "Straße für Öl"])
def test_any_text_can_be_read(text):
    copy = copy_in(text)
    assert len(copy.words) == len(copy.chances)
    assert all(0 <= span.start < span.end <= len(text) for span in copy.spans)
    wish_in(text)


def test_long_requests_are_read_to_their_end():
    filler = "The design is calm and has much white space. " * 120
    copy = copy_in(f"{filler}Doors open at 8 pm. Tickets cost 12 euros.")
    assert copy.words[-1].end == len(copy.text)
    assert any("12 euros" in copy.said(span) for span in copy.spans)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("make the title a bit bigger please", "edit"),
        ("needs more oomph", "vague"),
        ("please post it on our Instagram page for me", "outside"),
        ("undo that", "undo"),
    ],
)
def test_the_class_of_a_chat_sentence(text, kind):
    assert wish_in(text).kind == kind


def test_the_deeds_and_things_of_an_edit():
    wish = wish_in("title smaller, and the date in dark red please")
    told = [(span.kind, wish.said(span)) for span in wish.spans]
    assert ("thing", "title") in told and ("thing", "the date") in told
    kinds = [kind for kind, _ in told]
    assert kinds.index("smaller") < kinds.index("color")


def test_a_network_is_loaded_once():
    assert network("edits") is network("edits")
