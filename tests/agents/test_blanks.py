"""Which lines are left blank on papers that are filled in by pen."""

from __future__ import annotations

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "blanks"),
    [
        ("Gift certificate for a flower shop", ("To", "From", "Amount", "Valid until")),
        ("Gift voucher worth $50 for Luna Spa, valid until 3 May", ("To", "From")),
        ("Coupon for 20% off pizza, include a promo code", ("Valid until", "Code")),
        ("Coupon for 20% off pizza with code PIZZA20 until May 5", ()),
        ("Movie ticket for 'Dune', 5 May, 8 pm, with seat number", ("Place", "Seat")),
        ("Invitation to the Easter mass. Provide date and time.", ("Date", "Time")),
        ("Invitation to a seminar that will take place on May 5", ()),
        ("Business card for a coach, include contact information", ("Phone", "E-mail")),
        ("Poster for a jazz night with date and time", ()),
        ("Gift certificate for a flower shop, no blank lines, no fields", ()),
    ],
)
def test_papers_leave_blank_what_is_typical_or_asked_for_and_not_given(
    request_: str, blanks: tuple[str, ...]
) -> None:
    assert parse(request_).blanks == blanks
