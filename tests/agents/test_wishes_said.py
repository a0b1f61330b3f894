"""What a design is to wish, to thank for or to apologize for stands on it."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a New Year card for a bakery that thanks customers for their loyalty and wishes "
         "them a sweet and happy new year.", "Wishing you a sweet and happy new year"),
        ("Create a LinkedIn post congratulating our sales team on reaching their yearly goal and "
         "thank them for their dedication.", "Thank you for your dedication"),
        ("Create a farewell card for a retiring teacher, thanking her for 30 years of service and "
         "wishing her a happy retirement.", "For 30 years of service"),
        ("Create a get well soon card. The message should wish a speedy recovery to a colleague.",
         "Wishing you a speedy recovery"),
        ("Design a Hanukkah greeting for a law firm wishing clients and friends peace and light.",
         "Wishing you peace and light"),
        ("Create an Instagram post to announce that our restaurant is closed on Monday for "
         "renovation and apologize for the inconvenience.",
         "We apologize for the inconvenience"),
        ("Design a card with snow and stars to convey holiday wishes for the upcoming year.",
         "Best wishes for the upcoming year"),
        ("Design a Facebook post to thank our nurses and hospital staff for their hard work.",
         "To our nurses and hospital staff for their hard work"),
    ],
)  # fmt: skip
def test_what_is_wished_is_said(request_: str, line: str) -> None:
    assert line in [text.text for text in parse(request_).texts]


def test_who_quotes_the_words_has_said_all() -> None:
    texts = parse(
        "Design a Good Luck card to wish someone success and motivation. The card includes the "
        "message 'Good Luck, Jen. You have got what it takes.'"
    ).texts
    assert not any("Wishing" in text.text for text in texts)


def test_a_wish_in_the_headline_is_not_said_twice() -> None:
    texts = parse(
        "Create a Diwali post for a jewelry store that wishes prosperity and offers 10% off gold."
    ).texts
    assert sum("rosperity" in text.text for text in texts) == 1
