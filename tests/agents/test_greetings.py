"""Congratulations and wishes are said to those who read them."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "title", "subtitle"),
    [
        (
            "Create a LinkedIn post to congratulate a colleague on her new job",
            "Congratulations",
            "On your new job",
        ),
        (
            "Design a card congratulating Maya on her graduation",
            "Congratulations, Maya",
            "On your graduation",
        ),
        (
            "Poster to congratulate our team on winning the league",
            "Congratulations, Team",
            "On winning the league",
        ),
        (
            "A card wishing my grandmother a speedy recovery",
            "Wishing You a Speedy Recovery",
            "",
        ),
        (
            "Create a card to wish a friend success in her exams",
            "Wishing You Success",
            "In your exams",
        ),
        ("Facebook post wishing everyone a happy Diwali", "Happy Diwali", ""),
        (
            "Design a thank you card for teachers for their hard work",
            "Thank You, Teachers",
            "For your hard work",
        ),
    ],
)
def test_greetings_speak_to_their_readers(request_, title, subtitle):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("subtitle")) == (title, subtitle)
