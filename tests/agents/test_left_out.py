"""What a request bids its readers do, and what a thing is of, is not left out."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def printed(request: str) -> set[str]:
    return {text.text for text in parse(request).texts}


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a poster for a lantern parade. The text 'Light up the water' is the headline and"
         " children are encouraged to wear white.", "Wear white"),
        ("Create a poster reminding hotel guests to save water by hanging up their towels.",
         "Hang up your towels"),
        ("Create a poster reminding office staff to save energy by switching off the lights.",
         "Switch off the lights"),
        ("Create an Instagram story for a wedding photographer. Encourage couples to send a message"
         " to check availability.", "Send a message to check availability"),
        ("Design a Facebook cover for a ceramics shop that feels calm. Provide a short line about"
         " the limited autumn glaze collection.", "Limited Autumn Glaze Collection"),
        ("Create an advertisement for a shoe brand that focuses on comfort for people who stand"
         " all day. The text 'Feet first' should stand out.",
         "Comfort for people who stand all day"),
        ("Design a Facebook ad for a physiotherapy practice that focuses on gentle training for"
         " adults over 60. Call to action: BOOK A VISIT.", "For adults over 60"),
        ("Create an Instagram ad for a tutoring service for pupils with dyslexia.",
         "Tutoring for Pupils with Dyslexia"),
        ("Create a billboard for Harbor Sports. All kayaks and paddleboards are 30% off on May 4"
         " only. The slogan is 'Get out there'.", "30% off all kayaks and paddleboards"),
        ("Create a greeting card for a couple celebrating their diamond wedding anniversary.",
         "Happy Diamond Wedding Anniversary"),
        ("Create an invitation for a surprise party in a bowling alley.", "In a bowling alley"),
        ("Create a Facebook ad for a window cleaning company that includes a testimonial from"
         ' Greta Sandoval: "I can see the mountains again."', "Leave the Window Cleaning to Us"),
        ("Design a certificate of achievement for the Junior Lifeguard program, presented to Milo"
         " Anders on July 30, 2024.", "for the Junior Lifeguard program"),
        ("Create a Facebook ad for a plumber available on weekends and holidays.",
         "Available on weekends and holidays"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_thing_stands_on_the_design(request_, line):
    assert line in printed(request_), printed(request_)


def test_what_the_design_does_is_no_line():
    said = printed(
        "Create a Facebook cover for a night shelter that asks people to donate warm coats before"
        " December 1."
    )
    assert not any(text.startswith("Asks") for text in said)


def test_switching_off_is_no_offer():
    assert parse("Create a poster about switching off the lights.").form.value == "picture"
