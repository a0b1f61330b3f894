"""What a request lists beside its facts is printed, as written and once."""

import pytest

from agents.instruction import parse


def printed(request: str) -> list[str]:
    return [(f"{t.label}: {t.text}" if t.label else t.text) for t in parse(request).texts]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (
            "Poster for a lost dog: Rusty, brown terrier, last seen near Hill Park, call 555-0134",
            "Rusty, brown terrier, last seen near Hill Park",
        ),
        (
            "Flyer for a quiz night at The Red Lion on 6 March at 8pm, £2 per person, teams of up"
            " to 6, prizes and free snacks.",
            "Teams of up to 6",
        ),
        (
            "Flyer for an open house on Sunday, May 18. 3 bedrooms, 2 baths, $485,000.",
            "3 bedrooms, 2 baths",
        ),
        (
            "Make a poster for a charity car wash on July 19th. $10 per car, all proceeds go to the"
            " children's hospital.",
            "All Proceeds Go to the Children’s Hospital",
        ),
        (
            "Yard sale Saturday 8am-2pm, 415 Maple St, furniture, toys, tools, everything must go",
            "Furniture, toys, tools, everything must go",
        ),
        ("A ticket for the Moon Festival on September 27, seat B14, price $35", "Seat: B14"),
        (
            "Flyer for a farmers market every Saturday, 8am-1pm. Live music, free parking.",
            "Live music",
        ),
    ],
)
def test_what_stands_between_facts_is_printed(request_, line):
    assert line in printed(request_)


@pytest.mark.parametrize(
    "request_",
    [
        "Create a cover for a bakery on May 4, with warm colours, using a photo of bread.",
        "Design a poster for a gala on June 2 at 8 pm, elegant style, minimal layout.",
        "Make a story ad for a shop, 20% off, encouraging people to visit, modern look.",
    ],
)
def test_art_direction_between_facts_is_not_printed(request_):
    words = " ".join(printed(request_)).lower()
    assert not any(word in words for word in ("colours", "style", "layout", "look", "encourag"))


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("RSVP to Grace at 512-555-0177 by March 28.", "RSVP by: March 28"),
        ("Call (555) 234-8890 ext. 12.", "Phone: (555) 234-8890 ext. 12"),
        ("Book at artkids.com or 555-0110.", "Phone: 555-0110"),
        ("Open 10am to 8pm daily.", "Time: 10am to 8pm daily"),
        ("Available after 5 PM.", "Time: After 5 PM"),
        ("On May 2, gates open 4 PM.", "Gates: 4 PM"),
        ("It is limited to 30 places.", "Limited to 30 places"),
        ("On 5 June at 12 Rue des Vignes, Bordeaux.", "Address: 12 Rue des Vignes, Bordeaux"),
    ],
)
def test_facts_keep_their_bounds_and_their_headings(request_, line):
    assert line in printed(f"Create a poster for a summer school. {request_}")


def test_a_line_is_printed_once():
    lines = printed("Poster for an art workshop, ages 6 to 12, Saturday 10am-12pm, $15")
    assert [line.lower() for line in lines].count("ages 6 to 12") == 1


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Design a thank you card for teachers from the Hendersons.", "the Hendersons"),
        ("Make a thank you card for Mrs. Patterson from Class 4B.", "For Mrs. Patterson, from"),
        ("A birthday card for Grandma from all the kids: 'Happy 80th'.", "from all the kids"),
        ("Design a Christmas card from the Walker family.", "From the Walker family"),
        (
            "A thank you card to our customers from Blue Door Ceramics.",
            "To our customers, from Blue",
        ),
        ("Design an anniversary card for Mum and Dad.", "Mum and Dad"),
    ],
)
def test_a_card_says_to_whom_and_from_whom_it_is(request_, line):
    assert any(line in printed_line for printed_line in printed(request_))


@pytest.mark.parametrize(
    "request_",
    [
        "Create a thank you card with a botanical theme for use in a store.",
        "Create a sympathy card with lilies for the loss of a loved one.",
        "Design a business card for a bakery.",
    ],
)
def test_a_card_to_nobody_names_nobody(request_):
    assert not any(line.startswith(("For ", "To ", "From ")) for line in printed(request_))


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("A talk by Professor Helen Marsh on 14 October at 6 PM at Whitmore Hall", "Helen Marsh"),
        ("A science fair on Thursday, April 10, 5:30-8 PM in the gym.", "Venue: Gym"),
        ("A fair from 1-23 December, daily 10:00-20:00", "Time: Daily 10:00-20:00"),
        ("Karaoke every Thursday from 9 PM, happy hour 8-9 PM", "Happy hour: 8-9 PM"),
        ("Lost cat poster. Missing since 4 May, call 555-0199", "Missing since: 4 May"),
        ("Flyer for a tutor, $25 an hour, text Jordan 555-0187", "Text Jordan: 555-0187"),
        ("An ad for a driving school. The offer is 5 lessons for $199.", "5 lessons for $199"),
        ("Ad for a butcher. Save 10% when you order online.", "Save 10% when you order online"),
        (
            "Ad for a bed shop. Get $200 off any mattress plus two free pillows.",
            "$200 off any mattress plus two free pillows",
        ),
        ("Line cook wanted, $18-22 per hour", "$18-22 per hour"),
        ("Room for rent, $650/month incl. utilities", "$650/month incl. utilities"),
        ("Swim class flyer, $80 for 8 lessons, Bluewater Pool", "$80 for 8 lessons"),
        ("A voucher for Serenity Spa, voucher no. 20456", "voucher no. 20456"),
    ],
)
def test_nothing_of_a_fact_is_cut_and_its_heading_is_its_own(request_, line):
    assert any(line in printed_line for printed_line in printed(request_))


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("A museum poster, 4 April - 28 September, closed Mondays.", "Closed Mondays"),
        (
            "A film festival from 10 to 14 September. Opening night 10 September",
            "Opening night: 10",
        ),
        ("A poster for a florist. Pre-order by February 12.", "Pre-order by: February 12"),
        ("A used car flyer: $12,500 or best offer, call 555-0159", "$12,500 or best offer"),
        ("A sale poster, $15 off helmets, this Saturday and Sunday", "This Saturday and Sunday"),
        ("Happy hour poster, happy hour Mon-Thu 5-7 PM", "Happy hour: 5-7 PM"),
        ("A retreat flyer, $420 per person including meals, 3-5 October", "including meals"),
        ("An ad for a salon, 410 Queen Street West.", "Address: 410 Queen Street West"),
        ("A poster for a café at 12 Via Roma, Florence.", "Address: 12 Via Roma, Florence"),
        ("A gift certificate for a class worth $60, valid for one year.", "Valid for one year"),
        ("An ad for a range. Kids under 12 play free.", "Kids under 12 play free"),
    ],
)
def test_a_fact_says_how_it_is_meant(request_, line):
    assert any(line in printed_line for printed_line in printed(request_))
