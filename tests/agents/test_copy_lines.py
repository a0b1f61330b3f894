"""What becomes a title, a heading of a fact or a line, and what language it is in."""

import pytest

from agents.instruction import parse

TITLES = (
    ("LinkedIn post: We reached 10,000 customers. Thank you!", "We Reached 10,000 Customers"),
    ("YouTube thumbnail: is remote work dead?", "Is Remote Work Dead?"),
    ("Instagram post for a yoga studio: breathe in, let go", "Breathe In, Let Go"),
    ("TikTok cover: what I eat in a day", "What I Eat in a Day"),
    ("Facebook cover for a plumber: leaks fixed today, 24/7", "Leaks Fixed Today"),
    ("Instagram ad: 25% off chic glass drinkware, shop now", "Chic Glass Drinkware"),
    ("Coupon: free dessert with any main, valid until 31 March 2027", "Free Dessert with Any Main"),
    ("Website banner: Free shipping over $50", "Free Shipping Over $50"),
    ("Menu: Soup of the day $6, Caesar salad $9, Ribeye $24", "Menu"),
    ("poster for pottery class tuesday evenings $30", "Pottery Class"),
    ("Poster for the opening of a record store called Spin City on Friday", "Spin City"),
    (
        "poster of a vintage car on a highway, for the Route Riders Rally, 11 June",
        "Route Riders Rally",
    ),
    ("Eid Mubarak post for our restaurant Al Noor", "Eid Mubarak"),
    ("Wanted: drummer for indie band, email noisy@pines.band", "Drummer for Indie Band"),
    ("Webinar invitation: How to price your work, 11 March, 5 pm", "How to Price Your Work"),
    ("Book cover: The Salt Road by Ines Calder", "The Salt Road"),
    ("Spotify playlist cover: Rainy Sunday", "Rainy Sunday"),
    ("Sign: Please remove your shoes", "Please Remove Your Shoes"),
    ("I'm launching a candle business, Ember & Oak. Do a post for the launch", "Ember & Oak"),
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
    ("Table tent: happy hour 4-6 pm, $5 margaritas", "price", "Margaritas"),
    ("invite for Nina, rsvp by April 10 to Kate 555-339-2211", "contact", "Kate"),
    ("Poster: Book club, the price is $5", "price", "Price"),
    ("Flyer: piano lessons, all levels, Mrs Hart 01273 555 019", "contact", "Mrs Hart"),
    ("Flyer for a groomer. Bath, brush, nail trim from $45.", "price",
     "Bath, brush, nail trim from"),
    ("Business card for a mechanic. Include the phone number 555-0137.", "contact", "Phone"),
    ("Poster for a photo contest. First prize: $1,000.", "price", "First prize"),
    ("Hiring ad for a baker. Send your CV to jobs@loaf.com.", "contact", "Send your CV"),
    ("Flyer for a clean-up day. Sign up at riverclean.run.", "contact", "Sign up"),
    ("Flyer for a house, call agent Mo Dean 905-555-0188", "contact", "Call agent Mo Dean"),
    ("Flyer for a bakery. Send drafts to ann@loaf.com", "contact", "E-mail"),
    ("Lost cat poster, last seen near Hill Road on Monday 3 May", "date",
     "Last seen near Hill Road on"),
)  # fmt: skip


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


PICTURED = (
    'Minimal poster, white background, single red apple in the centre, text: "Eat simple"',
    'Generate an image of a cozy apple orchard with the words "Eat simple" for a post',
)


@pytest.mark.parametrize("request_", PICTURED)
def test_what_the_picture_shows_is_drawn_and_not_printed(request_):
    brief = parse(request_)
    assert [t.text for t in brief.texts] == ["Eat simple"] and brief.subject.value
