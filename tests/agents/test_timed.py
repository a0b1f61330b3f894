"""Each hour says what happens then; what a house has is the title."""

from __future__ import annotations

import pytest

from agents.instruction import parse
from agents.phrases import title_case


def _said(request: str) -> set[str]:
    return {f"{t.label}: {t.text}" if t.label else t.text for t in parse(request).texts}


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        (
            "Create a post for the reopening of the Harbor Pool. Swim lessons start on May 4 at"
            " 10 AM and the snack bar opens at noon.",
            {"Swim lessons start on: May 4 at 10 AM", "Snack bar opens at noon"},
        ),
        (
            "Create a post for the 25th anniversary of Finch Bookshop. There is a reading by Nora"
            " Ellery at 4 PM and a cake cutting at 6 PM on November 9.",
            {"Reading by Nora Ellery at 4 PM", "Cake cutting: 6 PM", "Date: November 9"},
        ),
        (
            "Design a flyer for a village fete on July 6. The pony rides begin at 11 AM, the tug"
            " of war is at 2 PM and the fireworks follow at 10 PM.",
            {"Pony rides begin: 11 AM", "Tug of war: 2 PM", "Fireworks follow: 10 PM"},
        ),
        (
            "Create a post for a farmers' market that opens on May 3. Stalls are open every"
            " Saturday from 8 AM to noon, and there is live fiddle music at 10 AM.",
            {"Opens: May 3", "Open: Every Saturday", "Stalls open: 8 AM to noon"},
        ),
        (
            "Design a flyer for a company picnic on June 3 at noon in Elm Park, Dover.",
            {"Date: June 3", "Time: Noon"},
        ),
        (
            "Create a recruiting post for a pastry chef at Hotel Aurelia in Lyon. Pay is from $24"
            " per hour and shifts begin at 5 AM.",
            {"Pay from $24 per hour", "Shifts begin: 5 AM"},
        ),
    ],
)
def test_hours_and_days_say_of_what_they_are(request_: str, lines: set[str]) -> None:
    assert lines <= _said(request_)


@pytest.mark.parametrize(
    ("house", "title"),
    [
        ("bakery's half-price Friday", "Half-Price Friday"),
        ("pizzeria's two-for-one Tuesday", "Two-for-One Tuesday"),
        ("toy store's buy one, get one free weekend", "Buy One, Get One Free Weekend"),
    ],
)
def test_what_a_house_has_is_the_title_and_the_house_stands_above(house: str, title: str) -> None:
    texts = parse(f"Create an Instagram story for a {house}.").texts
    assert [t.text for t in texts if t.role == "title"] == [title]
    assert [t.text for t in texts if t.role == "kicker"] == [house.split("'")[0].capitalize()]
    assert not [t for t in texts if t.role == "offer"]


def test_small_words_in_a_compound_stay_small() -> None:
    assert title_case("two-for-one check-up") == "Two-for-One Check-Up"
