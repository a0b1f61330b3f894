"""Titles that tell of a house are put in the voice of a poster."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "title", "above"),
    [
        ("A cafe is hiring a barista, apply at jobs@olive.com", "Barista Wanted", "Cafe"),
        ("Salon hiring: we are looking for a stylist, call 555-0134", "Stylist Wanted", "Salon"),
        (
            "A florist's Mother's Day special: peony bouquets, order by 2 May",
            "Peony Bouquets",
            "Florist",
        ),
        ("Facebook ad for a salon, 30% off all colouring", "30% Off All Colouring", "Salon"),
        (
            "Flyer for Olive Café, grand opening on Saturday 6 March 2027, free coffee",
            "Grand Opening",
            "Olive Café",
        ),
        ("Promote roof repair. Encourage them to book now", "Roof Repair", ""),
    ],
)
def test_titles_speak_like_posters(request_, title, above):
    brief = parse(request_)
    assert brief.text("title") == title
    assert above in (brief.text("kicker"), brief.text("brand"))
