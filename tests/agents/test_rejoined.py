"""What belongs to one name or place stands in one line, and once."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def test_a_place_keeps_its_county() -> None:
    brief = parse(
        "Design a wedding invitation for Ada Quill and Tom Marsh, Saturday, May 9, 2026 at 2 "
        "o'clock, The Boathouse, Fell Park, Cumbria. Dinner to follow."
    )
    assert brief.text("venue") == "The Boathouse, Fell Park, Cumbria"
    assert "Cumbria" not in [text.text for text in brief.texts]


def test_who_is_asked_stands_over_the_number() -> None:
    brief = parse(
        "Invitation to a farewell lunch for Captain Ada Quill on Friday, 8 May at 1 pm, The Net "
        "Loft, Quay 2. RSVP: Tom, 555-0139, by 1 May."
    )
    called = next(text for text in brief.texts if text.text == "555-0139")
    assert called.label == "RSVP: Tom"
    assert sum("555-0139" in text.text for text in brief.texts) == 1


def test_whose_party_it_is_is_told_once_in_the_title() -> None:
    brief = parse("Design an invitation for Aunt May's 80th birthday picnic on Sunday, July 12.")
    assert brief.text("title") == "Aunt May’s 80th Birthday Picnic"
    assert sum("80th" in text.text for text in brief.texts) == 1


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("and is from Nora Beck, with five stars.", "— Nora Beck"),
        ("by Luis Vega, owner of Vega Tiles.", "— Luis Vega, owner of Vega Tiles"),
        ("- Karen P., patient since 2018.", "— Karen P., patient since 2018"),
    ],
)
def test_who_gives_a_testimonial_stands_below_it_once(said: str, author: str) -> None:
    brief = parse(
        'Customer testimonial ad for a driving school. The review reads: "I passed on the first '
        f'try, thanks to patient teachers." {said}'
    )
    assert [text.text for text in brief.texts if author[2:6] in text.text] == [author]
