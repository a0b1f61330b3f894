"""What a request states of its thing is printed; what it says of the sheet is not."""

from __future__ import annotations

import pytest

from agents.brief import Brief
from agents.instruction import parse
from layout.numeral import offer_in


def _all(brief: Brief) -> list[str]:
    return [text.text for text in brief.texts]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Poster for a lost dog. He was last seen at Mill Lane.", "Last seen at Mill Lane"),
        (
            "Flyer for a camp for kids aged 5 to 9 with activities like rowing, judo and painting.",
            "Rowing, judo and painting",
        ),
        ("Flyer to sell an apartment. The apartment has 2 balconies and a sauna.",
         "2 balconies and a sauna"),
        ("Create a post for a pop-up shop. The store is closed on May 1st.", "Closed on May 1st"),
        ("Ad for a flash sale on rugs with 20% off for 48 hours only.", "48 hours only"),
        ("Ad for a credit card that pays you back without hidden fees.", "Without hidden fees"),
        ("Hiring post for a tailor. Candidates should bring a portfolio.", "Bring a portfolio"),
        ("Poster about resting to prevent injuries.", "Prevent injuries"),
        ("Invitation to a prom for the class of 2031.", "Class of 2031"),
    ],
)  # fmt: skip
def test_what_is_stated_of_the_thing_is_a_line(request_: str, line: str) -> None:
    said = [text.removeprefix("For the ").capitalize() for text in _all(parse(request_))]
    assert line.capitalize() in said


@pytest.mark.parametrize(
    "request_",
    [
        "Poster for a bazaar. The design has soft colors and a border.",
        "Ad for a bakery. The image has bread and a table.",
        "Post for a choir. The card comes with a floral frame.",
    ],
)
def test_what_is_stated_of_the_sheet_is_no_line(request_: str) -> None:
    printed = " ".join(_all(parse(request_))).lower()
    assert not any(word in printed for word in ("soft", "table", "frame"))


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("Ad for a pet hotel that emphasizes quiet rooms and warm, sunny windows.",
         "Quiet Rooms and Warm, Sunny Windows"),
        ("Promote an app that makes it easy to rent tools nearby.", "Rent Tools Nearby"),
        ("Ad for a music school that teaches cello and oboe to adults.", "Learn Cello and Oboe"),
        ("Thumbnail for a cooking channel reviewing the worst kitchen gadgets of the decade.",
         "Worst Kitchen Gadgets of the Decade"),
        ("Promote a window company with a focus on saving energy.", "Save Energy"),
        ("Create a farewell card for a boss named Ines, wishing her a happy retirement.",
         "Happy Retirement, Ines"),
        ("Thumbnail for a video about how to fix a flat tire in 5 minutes.",
         "How to Fix a Flat Tire in 5 Minutes"),
    ],
)  # fmt: skip
def test_titles_are_whole(request_: str, title: str) -> None:
    assert parse(request_).text("title") == title


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ("Cover for a diving school that shows waves and palm trees.", "palm"),
        ("Cover that promotes baking classes, showcasing golden loaves and a chef.", "chef"),
        ("Poster for a harvest fair, navy and gold, stars.", "navy"),
        ("Poster about road safety, for an elementary school.", "elementary"),
    ],
)
def test_what_only_the_picture_shows_is_not_printed(request_: str, words: str) -> None:
    assert words not in " ".join(_all(parse(request_))).lower()


@pytest.mark.parametrize(
    ("request_", "call"),
    [
        ("Create a Facebook ad for a lamp store.", "Shop now"),
        ("Create an Instagram ad for a debate on free will.", "Join us"),
        ("Advertise a locksmith. Phone 020 7946 0018.", "Call now"),
        ("Create a Facebook ad for a tax company.", "Learn more"),
        ("Create an ad for a burger at the Red Door restaurant.", "Visit us"),
        ("Promote a roofer. Ask people to request a free quote.", "Request a free quote"),
        ("Create a poster for a lamp store.", ""),
        ("Create a Facebook cover advertisement for a lamp store.", ""),
    ],
)  # fmt: skip
def test_an_advertisement_has_a_button(request_: str, call: str) -> None:
    assert parse(request_).text("cta") == call


def test_a_threshold_is_no_offer_to_be_set_giant() -> None:
    assert offer_in("Free shipping on orders over $50") is None
    assert offer_in("Up to 50% off") is not None


def test_an_offer_keeps_for_whom_it_is() -> None:
    brief = parse("Ad for a clinic offering flu shots at 25% off for new patients.")
    assert brief.text("offer") == "25% off for new patients"
