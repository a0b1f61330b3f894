"""A paper with places to stamp is a card with so many circles, whatever it is called."""

from __future__ import annotations

import pytest

from agents.instruction import parse
from agents.stamps import stamps_in


@pytest.mark.parametrize(
    ("request_", "count", "deal"),
    [
        (
            "Create a coupon for a car wash that gives every fifth wash for free. There is space"
            " for five stamps.",
            5,
            "Every fifth wash for free",
        ),
        (
            "Create a coupon for a coffee bar where every tenth coffee is free. There are ten"
            " circles to stamp.",
            10,
            "Every tenth coffee is free",
        ),
        (
            "Design a loyalty card for a nail studio that gives a free manicure after six visits.",
            6,
            "A free manicure after six visits",
        ),
    ],
)
def test_places_to_stamp_make_a_card(request_: str, count: int, deal: str) -> None:
    brief = parse(request_)
    assert brief.form.value == "card"
    assert len(stamps_in(request_)) == count
    assert [t.text for t in brief.texts if t.role in ("offer", "subtitle")] == [deal]


def test_a_coupon_without_places_to_stamp_stays_one() -> None:
    brief = parse("Create a coupon for a free coffee at Bean Street café, valid until May 3.")
    assert brief.form.value == "ticket"
    assert not stamps_in(brief.request)
