"""Ranges, places, labelled briefs and statements: said whole, and directions never."""

from __future__ import annotations

import pytest

from agents.brief import Text
from agents.facts import facts_in
from agents.instruction import parse
from agents.keyed import without_keys
from agents.whole_rows import with_whole_rows


@pytest.mark.parametrize(
    ("request_", "fact"),
    [
        ("a workshop running Monday to Friday, 22 May 2023.", "Monday to Friday, 22 May 2023"),
        ("closed from Monday to Wednesday, 3–5 April.", "Monday to Wednesday, 3–5 April"),
        ("auditions on January 10th and 11th, 6 to 9 pm", "January 10th and 11th"),
        ("a fair on the first Sunday of October", "first Sunday of October"),
        ("training Mon/Wed/Fri at noon", "Mon/Wed/Fri"),
        ("at 12 Oak Street, Saturday 5 May", "12 Oak Street"),
        ("at Via dei Colli 12, Florence, Italy", "Via dei Colli 12, Florence, Italy"),
        ("on Main Street, Burlington, Vermont", "Main Street, Burlington, Vermont"),
        ("call 1-800-555-MOVE today", "1-800-555-MOVE"),
        ("tickets $25 in advance and $30 at the door", "$25 in advance and $30 at the door"),
        ("two cocktails for the price of one", "two cocktails for the price of one"),
        ("shipping is free over €80.", "shipping is free over €80"),
        ("from Wednesday 5th to Friday 7th June", "Wednesday 5th to Friday 7th June"),
        ("playing on fri 13 oct, doors 8", "fri 13 oct"),
        ("every weekday in October", "every weekday in October"),
        ("30p off any hot drink", "30p off any hot drink"),
        ("flights from $399 round trip", "$399 round trip"),
        ("Find us in Hall 4, Stand B21.", "Hall 4, Stand B21"),
        ("the helpline number 988", "988"),
        ("a house priced at $1.2 million", "$1.2 million"),
        ("15% off engraved necklaces until May 12", "15% off engraved necklaces"),
        ("The first box is 60% off.", "The first box is 60% off"),
        ("from 9 to 13 o'clock in the yard", "9 to 13 o'clock"),
    ],
)
def test_a_fact_is_kept_whole(request_: str, fact: str) -> None:
    assert fact in [found.text for found in facts_in(request_)]


@pytest.mark.parametrize(
    ("request_", "venue"),
    [
        (
            "A poster for a book fair on June 7 in Charleston, South Carolina.",
            "Charleston, South Carolina",
        ),
        (
            "A lecture on 8 May at 18:00 in Auditorium 3, University of Bergen, Norway.",
            "Auditorium 3, University of Bergen, Norway",
        ),
        (
            "Poster for a jazz night at the Blue Lantern Club in New Orleans, Louisiana on 5 May.",
            "Blue Lantern Club in New Orleans, Louisiana",
        ),
    ],
)
def test_a_place_is_kept_whole(request_: str, venue: str) -> None:
    assert venue in _texts(request_)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("Gloves are included.", "Gloves are included"),
        ("Mention that parking is free.", "Parking is free"),
        ("All proceeds go to Mercy Hospital.", "All proceeds go to Mercy Hospital"),
        ("There will be mulled wine and a raffle.", "Mulled wine and a raffle"),
        ("Admission is free and visitors should bring a mat.", "Admission is free"),
    ],
)
def test_what_is_stated_of_the_thing_is_printed(told: str, line: str) -> None:
    assert line in _texts(f"Design a poster for a beach cleanup. {told}")


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (
            "A menu for a trattoria with starters, mains and desserts: Soup $7, Salad $9, Tart $8.",
            "Starters, mains and desserts",
        ),
        (
            "A flyer for tutoring services in math, physics and chemistry. Call 555-0149.",
            "Tutoring Services in Math, Physics and Chemistry",
        ),
        (
            'A poster for a panel called "Who Owns It?" with architect Jo Weber, activist Mina'
            " Farah and councillor Paul Adams.",
            "With architect Jo Weber, activist Mina Farah and councillor Paul Adams",
        ),
    ],
)
def test_a_row_is_printed_whole(request_: str, line: str) -> None:
    assert line in _texts(request_)


def test_items_of_a_list_stay_apart() -> None:
    items = [
        Text(role="item", text=text, provenance="inferred")
        for text in ("Packing", "Cleaning", "Storage")
    ]
    assert with_whole_rows(items, "we offer packing, cleaning and storage") == items


@pytest.mark.parametrize(
    "told",
    [
        "The design is provided in blue.",
        "Guests are encouraged to feel welcome.",
        "The message is included in the card.",
        "We want it to be playful.",
    ],
)
def test_what_is_said_of_the_sheet_is_no_copy(told: str) -> None:
    bare = _texts("Design a poster for a beach cleanup.")
    assert _texts(f"Design a poster for a beach cleanup. {told}") == bare


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("can u make me a flyer for my garage sale this saturday", "Garage Sale"),
        (
            "our school is doing a bake sale. friday 24 feb. can the poster have cupcakes on it",
            "Bake Sale",
        ),
        ("We need an A4 notice: The lift is out of order.", "The Lift Is Out of Order"),
        ("A sign for our fridge saying please label your food", "Please Label Your Food"),
        ("Poster for our museum's exhibition about ancient Egypt", "Ancient Egypt"),
        ("Create a poster promoting our reading program to kids.", "Reading Program for Kids"),
        (
            "Make a sign that says the pool is closed for repairs.",
            "Pool Closed for Repairs",
        ),
        (
            "A post announcing that Nordic Freight has been named one of the best places to work.",
            "Named One of the Best Places to Work",
        ),
    ],
)
def test_the_headline_is_what_is_told(request_: str, title: str) -> None:
    assert next(text.text for text in parse(request_).texts if text.role == "title") == title


def test_a_brief_in_labelled_lines_prints_values_and_no_labels() -> None:
    texts = _texts(
        "Please design a poster:\n- Event: Repair Café\n- Where: Oostpark, Amsterdam\n"
        "- Target audience: students\n- Budget: 200 euros\n- Colours: orange and white"
    )
    assert texts == ["Repair Café", "Oostpark, Amsterdam"]


def test_one_labelled_line_is_no_brief() -> None:
    request = "A poster for a fair.\nStyle: playful"
    assert without_keys(request) == request


def _texts(request: str) -> list[str]:
    return [text.text for text in parse(request).texts if text.provenance != "suggested"]
