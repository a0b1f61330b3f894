"""What becomes a title, a heading of a fact or a line, and what language it is in."""

import pytest

from agents.instruction import parse

TITLES = (
    ("LinkedIn post: We reached 10,000 customers. Thank you!", "We Reached 10,000 Customers"),
    ("YouTube thumbnail: is remote work dead?", "Is Remote Work Dead?"),
    ("Instagram post for a yoga studio: breathe in, let go", "Breathe In"),
    ("TikTok cover: what I eat in a day", "What I Eat in a Day"),
    ("Facebook cover for a plumber: leaks fixed today, 24/7", "Leaks Fixed Today"),
    ("Instagram ad: 25% off chic glass drinkware, shop now", "Chic Glass Drinkware"),
    ("Coupon: free dessert with any main, valid until 31 March 2027", "Free Dessert with Any Main"),
    ("Website banner: Free shipping over $50", "Free Shipping Over $50"),
    ("Menu: Soup of the day $6, Caesar salad $9, Ribeye $24", "Menu"),
    ("Motivational poster about never giving up", "Never Giving Up"),
)


@pytest.mark.parametrize(("request_", "title"), TITLES)
def test_the_copy_heads_the_design(request_, title):
    assert parse(request_).text("title") == title


HEADINGS = (
    ("flyer for my car wash, full valet £25, open 7 days", "price", "Full valet"),
    ("Sale poster for furniture store, sofas from $399", "price", "Sofas from"),
    ("Flyer: Dog walking in Brighton, call Sam on 07700 900123", "contact", "Call Sam"),
    ("Poster for a gym: membership $29 a month, join before 5 January", "date", "Join before"),
    ("Poster: Book club, the price is $5", "price", "Price"),
)


@pytest.mark.parametrize(("request_", "role", "label"), HEADINGS)
def test_a_fact_stands_under_the_words_that_announce_it(request_, role, label):
    assert [text.label for text in parse(request_).texts if text.role == role] == [label]


def test_a_row_of_counts_is_no_row_of_days():
    dates = [t.text for t in parse("Ticket, row C seat 12, 30 October 2027").texts]
    assert "30 October 2027" in dates


ENGLISH = (
    "Real estate flyer: 3 bed family home in Oak Park, open house Sunday 1-4 pm",
    "Instagram post: Dinner at La Casa de Maria, open all night",
    "Poster: Los Angeles is on",
)


@pytest.mark.parametrize("request_", ENGLISH)
def test_small_words_and_names_do_not_make_english_foreign(request_):
    assert parse(request_).language.value == "en"
