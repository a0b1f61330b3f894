"""What a request states of its thing is printed; what it says of the sheet is not."""

from __future__ import annotations

import pytest

from agents.brief import Brief
from agents.instruction import parse
from layout.offer import offer_in


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
        (
            "Ad for a flash sale on rugs with 20% off for 48 hours only.",
            "20% off for 48 hours only",
        ),
        ("Ad for a credit card that pays you back without hidden fees.",
         "Pays you back without hidden fees"),
        ("Hiring post for a tailor. Candidates should bring a portfolio.", "Bring a portfolio"),
        ("Flyer for a quiz night organized by the Lions to raise money for a well.",
         "To raise money for a well"),
        ("Hiring post for a baker with a good salary and free weekends. Call 555-1212.",
         "Good salary and free weekends"),
        ("Ad for a mason with 12 years of experience.", "12 years of experience"),
        ("Poster encouraging staff to save paper by printing on both sides.",
         "Print on both sides"),
        ("Flyer for an autumn fair with cider, pony rides and pies.", "Cider, pony rides and pies"),
        ("Flyer for a barn sale on Saturday with lamps, books and quilts.",
         "Lamps, books and quilts"),
        ("Ad for an optician offering free eye tests for seniors in March.",
         "For seniors in March"),
        ("Post to announce a giveaway of two mugs. Fans should tag a friend to enter.",
         "Tag a friend to enter"),
        ("Christmas card to wish peace and health to all.", "Wishing you peace and health to all"),
        ("Ad for a smart stove that cuts heating costs by up to 40%.",
         "Cuts heating costs by up to 40%"),
        ("Ad for a soap brand, Oda, that uses only olive oil and salt.", "Only olive oil and salt"),
        ("Event cover for a swim race on May 9. Registration is free.", "Registration is free"),
        ("Flyer for oboe lessons. All ages are welcome.", "All ages are welcome"),
        ("Poster for a kite contest with prizes for the best kite.",
         "Prizes for the best kite"),
        ("Invitation to a gig. Soup and bread will be served.", "Soup and bread will be served"),
        ("Poster about thin ice. No skating when the signs are red.",
         "No skating when the signs are red"),
        ("Poster for a lost dog answering to the name Otto.", "Answering to the name Otto"),
        ("Post introducing our new colleague Ida, who joined as a head gardener.", "Head gardener"),
        ("Post to wish everyone a happy Easter from the Blue Mill Bakery.",
         "From the Blue Mill Bakery"),
        ("Facebook ad for a charity. Encourage people to donate $5 to plant a tree.",
         "Donate $5 to plant a tree"),
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
        ("Ad for a pet hotel that emphasizes gentle staff and a safe, quiet garden.",
         "Gentle Staff and a Safe, Quiet Garden"),
        ("Ad for an online course that teaches beginners to paint their first portrait in oil.",
         "Paint Your First Portrait in Oil"),
        ("Instagram post to share 4 tips for calmer mornings: rise early, no phone, stretch, eat.",
         "4 Tips for Calmer Mornings"),
        ("Thumbnail about 7 mistakes to avoid when renting a flat.",
         "7 Mistakes to Avoid When Renting a Flat"),
        ("Event cover for a book launch of the novel The Blue Door by Ada Moor.", "The Blue Door"),
        ("Invitation to a christening of baby Ida in soft green.", "Christening of Baby Ida"),
        ("Facebook post announcing that the library has longer hours: Monday 8 AM - 9 PM.",
         "Longer Hours"),
        ("Congratulations card for a cousin who won her first race.", "Congratulations"),
        ("Ad for a coach who helps small firms save time and avoid stress.",
         "Save Time and Avoid Stress"),
        ("Instagram story with a daily stretching reminder for a fitness page.",
         "Daily Stretching Reminder"),
        ("Create a condolence card for a family.", "With Sympathy"),
        ("Business card for a notary named Ann Boyd of Boyd House.", "Ann Boyd"),
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


def test_a_card_with_a_message_says_what_day_it_is_for() -> None:
    brief = parse("Create a Father's Day card. The message says 'You can fix anything'.")
    assert (brief.text("kicker"), brief.text("title")) == (
        "Happy Father’s Day",
        "You can fix anything",
    )
    assert parse("Christmas card. The text reads 'Merry Xmas'.").text("kicker") == ""


def test_shares_and_days_keep_the_words_that_say_how_they_are_meant() -> None:
    told = parse("Story for Tea Day with a discount of 25% on all teas, before May 3.")
    assert told.text("offer") == "25% off all teas"
    assert next(t.label for t in told.texts if t.role == "date") == "Before"
    assert (
        parse("Poster for a gig. Tickets are $20 at the door.").text("price") == "$20 at the door"
    )


def test_what_a_line_says_is_not_said_again_as_a_fact() -> None:
    brief = parse("Ad for a smart stove that cuts heating costs by up to 40%.")
    assert not any(text.role == "offer" for text in brief.texts)
    assert (
        parse("Ad for a bookshop with everything under $9.").text("price") == "Everything under $9"
    )
    trip = parse("Ad for a trip to Bath for $99 including train and hotel.")
    assert trip.text("price") == "$99 including train and hotel"


def test_a_giveaway_of_tickets_is_no_ticket() -> None:
    assert parse("Post to announce a giveaway of two concert tickets.").form.value == "picture"
    assert parse("Design a concert ticket for The Foxes.").form.value == "ticket"


@pytest.mark.parametrize(
    ("request_", "subject"),
    [
        ("Facebook post to wish everyone a happy Easter with bunnies and eggs.", "bunny"),
        ("Facebook cover for a kindergarten named Little Stars with colorful crayons.", "crayon"),
        ("Thumbnail that compares tablets and laptops.", "laptop"),
        ("Post to thank followers for reaching 10K followers with balloons.", "balloon"),
    ],
)
def test_what_stands_behind_with_is_shown_where_the_house_says_less(
    request_: str, subject: str
) -> None:
    assert parse(request_).subject.value == subject


def test_a_seat_that_is_given_is_no_line_to_fill_in() -> None:
    brief = parse("Theater ticket for the play 'Faust' on May 2 at 8 PM, row F, seat 14.")
    assert not {"Seat", "Row"} & set(brief.blanks)


def test_who_seeks_people_asks_them_to_apply() -> None:
    assert parse("Facebook ad to recruit drivers for a bus company.").text("cta") == "Apply now"
