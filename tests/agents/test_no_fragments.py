"""Lines that readers found are whole phrases, said once, and facts have their right headings."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def printed(request: str) -> list[str]:
    return [f"{t.label}: {t.text}" if t.label else t.text for t in parse(request).texts]


TIPS = (
    "Design an Instagram story with three tips for calmer mornings. The background is a sunny"
    " kitchen, and the tips are to wake up early, stretch for five minutes and leave the phone off."
)
LISTS = (
    "Create a flyer for a bike repair pop-up. It lists free brake checks, tire pumping and chain"
    " oiling, runs on Saturday, May 4 from 9 AM to 1 PM and accepts donations only."
)
MENU = (
    "Create a menu for a tapas bar named La Farola. The dishes are Patatas Bravas $6, Gambas al"
    " Ajillo $11 and Churros $5. The bar is open Wednesday to Monday from 5 PM to midnight."
)
AWARD = (
    "Create a certificate of attendance for a sailing course. It is presented to Hugo Lang on May"
    " 3, 2025 for 24 hours of training and is signed by the harbor master, Capt. Ines Moreau."
)
QUOTE = (
    "Create a post for a quote of the day: 'Small steps still move you forward.' by Ben Okafor. The"
    " background is a trail in the hills."
)
CLEANERS = (
    "Create a flyer for a carpet cleaning company. The copy promises spotless rugs or the next"
    " visit is free."
)
SWAP = (
    "Create a flyer for a swap meet. It asks visitors to bring clean clothes, gives each visitor"
    " five tokens and announces a prize draw at 4 PM."
)
HALL = (
    "Design a Facebook event cover for a talk titled 'Why We Laugh'. It takes place on May 9 at"
    " 6:30 PM in the Norton Library, Room 12."
)
JUBILEE = (
    "Design an invitation for a jubilee dinner of the Rowing Club. The dinner takes place on"
    " September 12 at 7:30 PM at the Boathouse Inn, and the reply date is August 30."
)
BIRTHDAY = (
    "Create a post for the 25th birthday of Maple Books. There is free lemonade for kids on June 7"
    " from 10 AM, and a reading by Dana Wells at 3 PM."
)
HIRING = (
    "Create a LinkedIn post announcing that Bluefin Robotics is hiring 5 field engineers in Denver."
    " The salary starts at $72,000 and applications are open until March 15 at careers@bluefin.com."
)
STUDIO = (
    "Create a Facebook cover for a weaving studio that shows hands passing a shuttle through"
    " threads. Use the phrase 'Slow cloth'."
)
BRUNCH = (
    "Create a poster for a jazz brunch. It features the Milo Trio, serves pancakes and mimosas, and"
    " starts at 11 AM on Sunday."
)
LAUNDRY = (
    "Create an Instagram ad for a laundry service that promises clean shirts in one day or the"
    " order is free."
)
CHOIR = (
    "Create a poster for an amateur choir concert. The program includes Fauré, Elgar and Pärt, and"
    " the concert is on December 2 at 7 PM in St. Olave Church."
)
MARKET = (
    "Design a poster for a pottery market. The market opens at 9 AM and the kiln firing is at 3 PM"
    " on August 10."
)
COMPOST = (
    "Design an Instagram post about composting. It lists what to compost and what to avoid, and"
    " tells readers that a bin costs only $20."
)
LARK = (
    "Create a Facebook post for the opening of Lark Bakery on April 4. There are free samples from"
    " 8 AM, and a baking class with Jo Finn at 1 PM."
)
JUICES = (
    "Create a menu board for a juice stand. The juices are Carrot $4, Beet $4.50 and Apple $3.50."
)
PROMISE = (
    "Design an ad for a mattress store that explains why a good bed matters. The promise is better"
    " sleep in 30 nights or a full refund."
)
GRILL = (
    "Create an invitation to a barbecue. It starts at 3 PM, ends at 9 PM and asks guests to bring a"
    " salad."
)
CRUISE = "Design a ticket for a harbor cruise. It admits two adults and one child, and costs $30."


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        (TIPS, ("Wake up early", "Stretch for five minutes", "Leave the phone off")),
        (MENU, ("Patatas Bravas", "Open: Wednesday to Monday")),
        (AWARD, ("For 24 hours of training",)),
        (QUOTE, ("— Ben Okafor",)),
        (CLEANERS, ("Spotless rugs or the next visit is free",)),
        (SWAP, ("Bring clean clothes", "Five tokens for each visitor")),
        (HALL, ("Venue: Norton Library, Room 12",)),
        (JUBILEE, ("Reply by: August 30",)),
        (BIRTHDAY, ("Free lemonade for kids from 10 AM", "A reading by Dana Wells at 3 PM")),
        (HIRING, ("Location: Denver", "Salary starts at $72,000")),
        (BRUNCH, ("Milo Trio", "Pancakes and mimosas")),
        (LAUNDRY, ("Clean shirts in one day or the order is free",)),
        (CHOIR, ("Fauré, Elgar and Pärt",)),
        (MARKET, ("Market opens: 9 AM", "Kiln firing: 3 PM")),
        (COMPOST, ("A bin: $20",)),
        (LARK, ("Baking class with Jo Finn at 1 PM",)),
        (JUICES, ("Carrot",)),
        (PROMISE, ("Better sleep in 30 nights or a full refund",)),
        (GRILL, ("Start: 3 PM", "Ends: 9 PM")),
        (CRUISE, ("Admits two adults and one child",)),
    ],
)
def test_lines_are_whole_phrases(request_: str, lines: tuple[str, ...]) -> None:
    assert set(lines) <= set(printed(request_)), printed(request_)


@pytest.mark.parametrize(
    ("request_", "torn"),
    [
        (TIPS, ("Your first", "The tips are")),
        (LISTS, ("Lists", "Runs on")),
        (MENU, ("The dishes", "Date")),
        (AWARD, ("and is by", "Venue")),
        (QUOTE, ("The", "— The day")),
        (HALL, ("Room 12",)),
        (BIRTHDAY, ("Time",)),
        (STUDIO, ("Hands passing",)),
        (CRUISE, ("Two adults",)),
    ],
)
def test_no_fragment_is_printed(request_: str, torn: tuple[str, ...]) -> None:
    lines = printed(request_)
    assert not [x for x in lines if x.startswith(torn) or x.endswith((". The", " and"))], lines


@pytest.mark.parametrize(
    ("request_", "role", "text"),
    [
        ("Create a Facebook cover for a tailor who makes suits to measure. The message is that a"
         " good suit lasts for decades. Include a call to book a fitting.",
         "cta", "Book a fitting"),
        ("Create a coupon for Fern & Fig Garden Supply giving $15 off any order over $60.",
         "title", "Fern & Fig Garden Supply"),
        ("Design a post listing a two-bedroom flat for sale at 27 Mill Drive for $289,000.",
         "title", "Two-Bedroom Flat for Sale"),
        ("Create a thank you card for a school's drivers. The message thanks them for the early"
         " mornings.", "title", "Thank You for the Early Mornings"),
    ],
)  # fmt: skip
def test_what_the_sheet_does_is_no_copy(request_, role, text):
    assert [t.text for t in parse(request_).texts if t.role == role] == [text]
