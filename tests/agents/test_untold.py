"""What a request tells its readers is printed, whole and said to them."""

import pytest

from agents.instruction import parse

_ASKED = "Create a Facebook ad for a locksmith. "


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("Mention that they pay a fixed price and nothing at all if the door stays shut.",
         "You pay a fixed price and nothing at all if the door stays shut"),
        ("The ad asks readers to try the handle and assures them that they will be helped.",
         "You will be helped"),
        ("The advice is to lock the door twice.", "Lock the door twice"),
        ("He opens your door for free and brings a new key.",
         "Opens your door for free and brings a new key"),
        ("Encourage people to keep a key in the car and mention that the first visit is cheap.",
         "First visit is cheap"),
        ("The idea is that the night is included.", "The night is included"),
        ("Ask people to put one spare key in a safe place and leave it with a neighbour.",
         "Put one spare key in a safe place and leave it with a neighbour"),
        ("The visit takes ten minutes, costs nothing and needs no appointment.",
         "The visit takes ten minutes, costs nothing and needs no appointment"),
        ("If it is dark, we bring a lamp.", "If it is dark, we bring a lamp"),
        ("It should feel calm, and tell people that a new lock takes an hour.",
         "A new lock takes an hour"),
        ("It should thank the eleven women who keep the city's doors open.",
         "Thank you to the eleven women who keep the city's doors open"),
        ("Customers get a spare key and can name their price.",
         "You get a spare key and can name your price"),
    ],
)  # fmt: skip
def test_what_is_told_is_printed_whole(told, line):
    printed = [text.text.replace("’", "'").lower() for text in parse(_ASKED + told).texts]
    assert line.lower() in printed


def test_the_wish_of_a_card_is_printed():
    card = parse("Create a Christmas card for a law firm. It wishes clients a quiet end to a year.")
    assert "Wishing you a quiet end to a year" in [text.text for text in card.texts]


@pytest.mark.parametrize(
    "untold",
    [
        "The ad includes a picture of a red door.",
        "Encourage people to visit the shop.",
        "The discount is 35% off.",
        "The image shows an old man who looks for his key.",
        "The poster is in warm colors and it should look friendly.",
    ],
)
def test_what_is_no_message_is_not_printed(untold):
    said = {text.text for text in parse(_ASKED + untold).texts if text.provenance != "suggested"}
    assert said <= {"Locksmith", "35% off", "35%", "Shop now", "Visit us"}


def test_the_row_of_what_is_there_is_printed_whole():
    brief = parse(
        "Create a poster for a night market on the pier."
        " Sixty stalls, street food from noon and a brass band at nine."
    )
    printed = " | ".join(text.text for text in brief.texts)
    assert all(line in printed for line in ("Sixty stalls", "Street food from", "A brass band"))


def test_a_title_speaks_to_its_readers():
    brief = parse(
        "Create an Instagram post for a second-hand bookshop."
        " Let people know that they can bring three books and take one."
    )
    assert brief.text("title") == "Bring Three Books and Take One"


def test_a_booklet_that_is_given_away_is_no_format():
    brief = parse(
        "Create a post for a blood pressure day. The check is free and comes with a little booklet."
    )
    assert "flyer" not in " ".join(text.text for text in brief.texts)


@pytest.mark.parametrize(
    ("request_", "never"),
    [
        ("Create a poster for a jazz weekend at Linden Quay. If it rains, every concert moves into"
         " the old hall, so please say that too in the small print.", "small print"),
        ("Create an ad for a solar installer named Heliodor. The goal is to get homeowners to ask"
         " for a quote before June 30.", "the goal"),
        ("Create a poster against phone use while driving. Close with the line It can wait.",
         "close with"),
        ("Create a post for a meal kit company named Panfold. Underline that recipes take only 20"
         " minutes.", "underline"),
        ("Create a coupon for a bowling alley that gives one free game on weekdays. The alley is"
         " named Lucky Lane.", "is named"),
        ("Design an invitation for a housewarming at 9 Tannery Lane on July 5th from 4pm. Hosts"
         " are Mina and Jules.", "hosts are"),
        ("Create a Facebook post to warn residents about a planned power cut in Fenwick Street on"
         " Tuesday. The notice comes from Northgrid Energy.", "comes from"),
        ("Flyer for a bakery. Send drafts to ann@loaf.com", "drafts"),
    ],
)  # fmt: skip
def test_orders_and_what_only_names_are_no_lines(request_, never):
    printed = [f"{text.label} {text.text}" for text in parse(request_).texts]
    assert never not in " | ".join(printed).lower()
