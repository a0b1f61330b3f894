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
        ("Invitation for a garden party with lanterns", ("Date", "Time", "Place", "RSVP")),
        ("Make a flyer for a neighbourhood street party.", ("Date", "Time", "Place")),
        ("Make a flyer for a summer clearance sale.", ()),
        ("Create an Instagram post inviting people to a street party.", ()),
        ("Ticket for a butterfly park", ("Date",)),
        ("Invitation to a seminar that will take place on May 5", ()),
        ("Business card for a coach, include contact information", ()),
        ("Poster for a jazz night with date and time", ()),
        ("Gift certificate for a flower shop, no blank lines, no fields", ()),
    ],
)
def test_papers_leave_blank_what_is_typical_or_asked_for_and_not_given(
    request_: str, blanks: tuple[str, ...]
) -> None:
    assert parse(request_).blanks == blanks


@pytest.mark.parametrize(
    ("request_", "blanks"),
    [
        ("Baby shower invitation for Olivia. Leave blank lines for name, date and place.",
         ("Name", "Date", "Place")),
        ("Spa gift voucher with lines for To, From and Date.", ("To", "From", "Date")),
        ("A party invitation with space to write the guest's name and table number",
         ("Name", "Table number")),
        ("Bookmark for Hillside Library with a line for the reader's name", ("Reader's name",)),
        ("Poster for a summer market. Leave space for a logo.", ()),
        ("A flyer for a yoga retreat with room for 20 guests", ()),
    ],
)  # fmt: skip
def test_lines_that_a_request_lists_are_left_blank_and_are_no_copy(request_, blanks):
    brief = parse(request_)
    assert brief.blanks == blanks
    words = " ".join(text.text.lower() for text in brief.texts)
    assert "leave" not in words and "line" not in words and "space" not in words


def test_a_certificate_has_what_is_asked_for_on_lines_beside_the_signature():
    brief = parse("Certificate of attendance with blank lines for name, date and signature")
    lines = [text.text for text in brief.texts if text.group.startswith("sign")]
    assert lines == ["Date", "Signature"]


def test_a_coupon_of_a_trade_alone_leaves_its_deal_open():
    assert parse("Design a coupon for a pizzeria.").blanks == ("Good for", "Valid until")
    assert "Good for" not in parse("Create a voucher for one free swimming lesson.").blanks
    assert "Good for" not in parse("Coupon for Vito's Pizzeria, 20% off any pie").blanks


def test_a_name_badge_of_nobody_has_a_line_for_the_name():
    brief = parse("Design a name badge for a medical conference.")
    assert brief.blanks == ("Name",)
    assert [text.text for text in brief.texts] == ["Medical Conference"]
    assert not parse("Name badge for Ada Quill, Speaker, Tech Forum").blanks


def test_a_signature_is_written_by_hand_anyway():
    brief = parse("A new home card for buyers. Leave room for a handwritten signature.")
    assert brief.blanks == ("Signature",)
