"""Facts are printed with the words that they stand in."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Gym promo, story. No joining fee. Ironbarn. Opening 1 September.", "Opening 1 September"),
        ("Nails done while your laundry spins. Mani $25, wash & dry included.", "Mani $25"),
        ("Flyer for piano moving. Local moves from $250. Stairs extra.", "Local moves from $250"),
    ],
)
def test_a_fact_keeps_the_words_around_it(request_, line):
    assert line in {f"{text.label} {text.text}".strip() for text in parse(request_).texts}


def test_a_day_and_an_hour_stay_apart():
    texts = parse("Poster: Barn Dance. Saturday 6 June, 8 pm, at Mill Barn. Tickets $12.").texts
    assert {("date", "Saturday 6 June"), ("time", "8 pm")} <= {(t.role, t.text) for t in texts}


def test_the_name_of_the_house_is_the_brand():
    request = "Ad on trams: See it like a thief. Free with your ticket. Museum Kranach. Cinematic."
    assert ("brand", "Museum Kranach") in {(t.role, t.text) for t in parse(request).texts}
