"""After "FORMAT:" the words are the copy."""

import pytest

from agents.instruction import parse

CASES = (
    ("Instagram story: Yoga for beginners", "Yoga for Beginners", ""),
    ("YouTube thumbnail: How I quit my job", "How I Quit My Job", ""),
    ("Instagram square: Thank you for your order", "Thank You for Your Order", ""),
    ("Poster for a bakery: warm bread each morning from 6 am", "Warm Bread Each Morning", "Bakery"),
    ("Social media post: new opening hours, call now", "New Opening Hours", ""),
)  # fmt: skip


@pytest.mark.parametrize(("request_", "title", "kicker"), CASES)
def test_the_words_after_a_format_are_the_copy(request_, title, kicker):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("kicker")) == (title, kicker)


def test_a_call_to_action_stands_on_the_pill_alone():
    brief = parse("Instagram post: Mother's Day brunch, 9 May, 11 am, Garden Café, book now")
    said = [(text.role, text.text) for text in brief.texts if "ook now" in text.text]
    assert said == [("cta", "Book now")] and brief.language.value == "en"


def test_an_event_before_the_colon_stays_the_title():
    assert (
        parse("Poster for the Harbour Festival: 3 May, Pier 7").text("title").startswith("Harbour")
    )


def test_a_name_ends_where_its_owner_speaks_on():
    request = "I run a small coffee shop called Bean There and I want a story about our new hours"
    assert "and I" not in parse(request).text("title")
