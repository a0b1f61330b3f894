"""Requests written in a hurry or in a language that is not one's own."""

import pytest

from agents.instruction import parse
from agents.looks import with_styles
from agents.plainly import plainly


def printed(request: str) -> str:
    return " | ".join(f"{t.label} {t.text}" for t in parse(request).texts).lower()


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("Flyer for hair salon. Name: Twin Mirrors. Open every day.", "Twin Mirrors"),
        ("Good morning! I am needing a flyer for garden service my brother and me. "
         "Name is Green Thumbs. Call 555 201 3344.", "Green Thumbs"),
        ("Bakery need poster for summer fair, name Golden Crust.", "Golden Crust"),
        ("Poster for a lost dog. Name: Rex. Call 555 201 3344.", "Lost Dog"),
    ],
)  # fmt: skip
def test_a_name_told_apart_belongs_to_the_thing(request_: str, title: str) -> None:
    assert parse(request_).text("title") == title


def test_who_asks_is_not_printed() -> None:
    said = printed(
        "Hello, I am wanting a flyer for painting service my son and me. Name is Two Hues."
    )
    assert "wanting" not in said and "my son" not in said and "two hues" in said


@pytest.mark.parametrize("said", ["We do: ", "We offer: ", "List the services: "])
def test_a_row_of_services_is_kept_and_what_calls_it_is_not(said: str) -> None:
    words = printed(
        f"Flyer for a workshop called Spoke & Wheel. {said}tune-ups, new tyres, repairs."
    )
    assert "tune-ups" in words and "repairs" in words
    assert said.strip(": ").lower() not in words


def test_chatter_goes_and_a_rule_stays() -> None:
    assert plainly("bake sale poster, sunday 10 am pls, thx!") == "bake sale poster, sunday 10 am"
    assert plainly("Sign: No dogs please") == "Sign: No dogs please"


@pytest.mark.parametrize(
    "looks",
    ["Moody green and gold.", "Calm, no bright colours, meant for night nurses.",
     "white and teal, leaf icon, plenty of white space", "Please soft tones like sand and rose."],
)  # fmt: skip
def test_looks_are_no_copy(looks: str) -> None:
    words = printed(f"Poster for a pottery class on 3 May at 6 pm. {looks}")
    assert not any(piece.strip(" .").lower() in words for piece in looks.split(","))


@pytest.mark.parametrize(
    "copy",
    ["Live music.", "Red wine and cheese.", "Fresh bread daily.", "Free parking, dogs welcome.",
     "Warm soup, cold beer.", "Made for everyone."],
)  # fmt: skip
def test_what_is_offered_is_no_look(copy: str) -> None:
    request = f"Poster for a street fair. {copy}"
    assert with_styles(request) == request


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("yo need a story for plant swap pls, sat 10am at the town hall", "Plant Swap"),
        ("quick post please: new lentil curry at Green Spoon, $9", "New Lentil Curry"),
        ("Hi, I need flyer for my moving company. Name Swift Crate. We do: moving, storage.",
         "Swift Crate"),
        ("Me and my brother open tattoo studio, need flyer. Name: Two Needles. Opening 1 June.",
         "Two Needles"),
        ("Hello dear, please I want one flyer for my shoe shop. Shop name is Copper Heel.",
         "Copper Heel"),
        ("Hi! Could you do a poster for my tutoring? Name's Sumwise. I teach algebra.", "Sumwise"),
        ("choir timetable story pls: Mon 18:00 altos, Tue 18:00 tenors", "Choir Timetable"),
    ],
)  # fmt: skip
def test_chatty_openings_leave_only_the_thing(request_: str, title: str) -> None:
    assert parse(request_).text("title") == title


def test_a_small_sentence_ends_the_row_before_it() -> None:
    request = (
        "dance timetable post pls: Mon 18:00 salsa, Wed 19:00 tango. at Velvet Hall. bring water"
    )
    said = [t.text for t in parse(request).texts]
    assert "Tango" in said and any("Velvet Hall" in text for text in said)
