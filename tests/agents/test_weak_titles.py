"""Headlines that only labelled, broke off or took the words of a button, said as they should be."""

from __future__ import annotations

import pytest

from agents.instruction import parse

_SYMPATHY = "Design a sympathy card for the loss of a dog."
ROWS = (
    ("We Restore Old Clocks", "Workshop", "Create an ad for a workshop that restores old clocks."),
    ("We Mend and Resole Shoes", "Workshop",
     "Create an ad for a workshop that mends and resoles shoes."),
    ("We Clean Gutters and Roofs", "",
     "Design a Facebook ad for a company that cleans gutters and roofs."),
    ("Painting Dragons", "Streamer", "Create a Twitch banner for a streamer who paints dragons."),
    ("Help After Hip Surgery", "Physiotherapy practice", "Design a Facebook ad for a physiotherapy"
     " practice that helps people after hip surgery. Encourage viewers to book a visit."),
    ("Fleas in Autumn", "Vet clinic", "Design a post for a vet clinic about fleas in autumn."),
    ("The Future of Deep-Sea Mining", "Public debate",
     "Design a Facebook ad for a public debate on the future of deep-sea mining."),
    ("How to Pack for a Long Hike", "",
     "Design a Youtube thumbnail for a video on how to pack for a long hike."),
    ("Congratulations", "", "Create a congratulations card for a couple who have just bought a"
     " farm."),
    ("Happy 70th Birthday", "", "Create a greeting card for a grandfather who has turned 70."),
    ("Happy Birthday", "", "Create a birthday card for a six year old who loves trains."),
    ("With Sympathy", "", _SYMPATHY),
    ("Oak Lane Library Is Closed", "", "Announce that the Oak Lane Library is closed for repairs"
     " from May 2 to June 1. The phone number is 555-0151."),
    ("Stop Food Waste in Canteens", "", "Create a post for a campaign against food waste in"
     " canteens. Ask people to bring a lunch box."),
    ("Five Signs of a Good Mechanic", "", "Design a poster on five signs of a good mechanic."),
    ("Sports Day", "Schedule", "Create a schedule poster for a sports day: 9 AM Sack race, 10 AM"
     " Tug of war, 11 AM Relay."),
    ("Free Eye Tests", "Optician", "Design an Instagram ad for an optician that offers free eye"
     " tests for children. Encourage parents to book an appointment."),
    ("Dogs Welcome", "Hostel in the Alps", "Create an ad for a hostel in the Alps that welcomes"
     " dogs."),
    ("Reopening of Lumen Cinema", "", "Promote the reopening of Lumen Cinema on June 6."),
    ("Why Bread Goes Stale", "", "Design a Youtube thumbnail for a video on why bread goes stale."),
    ("Five Mistakes When Painting a Wall", "",
     "Create a Youtube thumbnail for a video about five mistakes when painting a wall."),
    ("Vote for a New Ice Cream Flavor", "",
     "Create an Instagram story asking followers to vote for a new ice cream flavor."),
    ("Farmers Market Moves to Saturday", "",
     "Create a flyer announcing that the farmers market moves to Saturday."),
    ("We Won the Regional Innovation Award", "", "Design a LinkedIn post announcing that our"
     " company won the regional innovation award."),
    ("We’re Sorry", "", "Create a post that apologizes for late deliveries."),
    ("Film Festival of Silent Movies", "", "Design a poster for a film festival of silent movies."),
    ("Happy 30th Anniversary", "", "Design an anniversary card for a couple married for 30 years."),
    ("We’ll Miss You", "", "Design a card for a colleague who is going on parental leave."),
    ("Thank You", "", "Create a thank you card for a wedding guest."),
    ("Working on Old Barns", "Roofer", "Create a Facebook ad for a roofer who works on old barns."),
    ("We Repair Espresso Machines", "",
     "Design an Instagram ad for a repair service for espresso machines."),
    ("Pick Your Own Pumpkins", "Farm",
     "Create an ad for a farm that lets families pick their own pumpkins."),
    ("Should Cities Ban Cars?", "Debate", "Advertise a debate evening on whether cities should ban"
     " cars."),
    ("Perfect Omelette", "",
     "Design a Youtube thumbnail for a cooking video on the perfect omelette."),
    ("Birthday Party", "You’re invited",
     "Create a birthday invitation for a girl who loves unicorns."),
    ("Farewell", "", "Design a farewell card for our kindergarten teacher."),
    ("New Opening Hours", "", "Create a post to announce our new opening hours."),
    ("Q&A with a Nutritionist", "", "Create an Instagram story for a Q&A with a nutritionist."),
    ("Help with Unfair Leases", "Law office",
     "Create an ad for a law office that helps tenants with unfair leases. The tone is calm."),
    ("Roman Glass", "Museum exhibition",
     "Create an advertisement for a museum exhibition on Roman glass."),
    ("Slow Down Near Schools", "Campaign",
     "Design a poster for a campaign that asks drivers to slow down near schools."),
    ("Hearing Protection", "", "Create a poster on the importance of hearing protection."),
    ("With Deepest Sympathy", "",
     "Create a bereavement card for a coworker who lost her father."),
    ("Rain on Slate", "Candle", "Design a label for a candle called Rain on Slate, with notes of"
     " moss and cedar."),
    ("Repair Your Clothes", "",
     "Design a poster that encourages people to repair their clothes."),
    ("Rye Bread Bakery", "", "Design a logo for a bakery of rye bread."),
    ("Bicycle Clearance", "", "Design an ad for a bicycle clearance at Pedalhaus, with up to 60%"
     " off. The sale ends Monday at noon. Use the button text RIDE ON."),
)  # fmt: skip


@pytest.mark.parametrize(("title", "kicker", "request_"), ROWS)
def test_a_headline_says_what_it_is_about(title, kicker, request_):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("kicker")) == (title, kicker)


def test_the_words_of_a_button_stand_on_it():
    brief = parse(ROWS[-1][-1])
    assert brief.text("cta") == "RIDE ON"
    ends = next(t for t in brief.texts if t.role == "date")
    assert (ends.label, ends.text) == ("Until", "Monday")


def test_whose_anniversary_it_is_stands_below():
    brief = parse("Design an invitation for the 40th wedding anniversary of Ann and Joel Birch.")
    assert brief.text("subtitle") == "Ann and Joel Birch"


def test_who_leads_a_course_is_one_line():
    brief = parse("Promote a ten-day weaving course by weaver Ilse Brand. It starts on May 2.")
    assert brief.text("subtitle") == "By weaver Ilse Brand"


LINES = (
    ("Sourdough", "Create a menu for the bakery Crust. It lists Sourdough $6 and Rye $5."),
    ("who has attended the 12-hour Beekeeping course at Hive School", "Design a certificate of"
     " participation for Ole Dahl, who has attended the 12-hour Beekeeping course at Hive School."),
    ("First prize: a kayak", "Design a raffle ticket for a club fair with a kayak as first prize."),
    ("Bring an old photograph", "Design a save the date for a class reunion. It should feel warm,"
     " and tell everyone to bring an old photograph."),
    ("Wishing you health, courage and good company", "Create a New Year's card with fireworks. It"
     " should wish the recipient health, courage and good company."),
    ("No added sugar", "Design a label for a bottle of cordial called Hedgerow. Mention that it"
     " contains no added sugar."),
    ("Day passes are valid until May", "Announce that the Oak Street Gym is closed for repairs from"
     " January 6 to February 2. Day passes are valid until May."),
    ("During nesting season", "Create a Facebook cover for a nature reserve that asks people to"
     " keep dogs on a lead during nesting season."),
    ("After the beach clean-up", "Design a post to thank volunteers after a beach clean-up."),
    ("Sponsored by Birch & Sons Paints", "Design a poster for the Mill Street Book Swap on Saturday"
     " 11 May, 10-3, Mill Library. Sponsored by Birch & Sons Paints."),
    ("To the nurses of our hospital", "Design a thank you post for the nurses of our hospital."),
    ("Helping small bakeries grow",
     "Create a LinkedIn banner for a consultant who helps small bakeries grow."),
    ("Leave room for gifts", "Create a story with tips for packing: 1. Roll your clothes 2. Wear"
     " the heavy shoes 3. Leave room for gifts."),
    ("Owen Rhys", "Design a Facebook cover for a folk weekend with The Larkspurs, Ida Brook, Tin"
     " Kettle Band and Owen Rhys on June 14 at Mill Farm."),
    ("Bringing books to hospitals", "Create a Facebook ad for a charity that brings books to"
     " hospitals. Encourage people to donate a book."),
    ("Notes of moss and cedar",
     "Design a label for a candle called Rain on Slate with notes of moss and cedar."),
    ("For children", "Create a ticket for a magic show for children at Grove Theater on May 3."),
    ("On your new baby", "Create a card to congratulate a neighbor on a new baby."),
    ("On your first novel", "Create a congratulations card for a friend's first novel."),
    ("Made with smoked chilies", "Create a label for a hot sauce named Dragon's Yawn. It is made"
     " with smoked chilies and aged for a year."),
    ("Unfiltered", "Design a label for a jar of honey called Meadow Nine. Mention that it is"
     " unfiltered."),
    ("SHOP BOOTS", "Design an ad for Norland Boots: two pairs for $150 until Sunday. Use the button"
     " SHOP BOOTS."),
    ("Slow evenings and warm hands", "Create a Facebook cover for a wool shop. The text promotes"
     " slow evenings and warm hands."),
)  # fmt: skip


@pytest.mark.parametrize(("line", "request_"), LINES)
def test_a_line_is_whole_and_says_nothing_of_the_asking(line, request_):
    assert line in [text.text for text in parse(request_).texts]


def test_the_stars_and_the_author_of_a_review():
    said = (
        "'We came for a night and stayed a week.' The review is by Tom Alvarez and has five stars."
    )
    brief = parse(f"Create a story with a guest's review of Fern Campsite: {said}")
    assert (brief.text("kicker"), brief.text("subtitle")) == ("★★★★★", "— Tom Alvarez")


@pytest.mark.parametrize(
    ("label", "request_"),
    [
        ("RSVP to Clara", "Design an invitation for the reunion of Hill School on May 17, 2025 at"
         " 6 PM at The Inn. Ask guests to RSVP by April 25 to Clara at 555-0172."),
        ("Students", "Create a poster for a choir concert on April 12 at 7:30 PM in Anne's Church."
         " Tickets are $15, students $8."),
        ("Seat", "Design a ticket for the play 'Quiet Harbor' on March 9 at 8 PM in Moss Hall, row"
         " C, seat 14. The price is $18."),
        ("Applications close on", "Create a recruiting post for a baker. The salary is $25 per hour"
         " and applications close on July 11."),
    ],
)  # fmt: skip
def test_what_stands_over_a_fact(label, request_):
    assert label in [text.label for text in parse(request_).texts]


def test_a_quotation_on_the_cover_of_an_event_is_one_of_its_lines():
    quote = "Include the quote 'Nothing is broken for good.'"
    brief = parse(
        f"Create a Facebook event cover for Swap Day on May 21 from 10 AM to 3 PM. {quote}"
    )
    assert (brief.form.value, brief.text("title")) == ("picture", "Swap Day")


@pytest.mark.parametrize(
    "request_",
    ["Create a colorful ticket for a water park that admits one child.",
     "Create a boarding pass style ticket for a school trip on May 23, gate 'Room 12', departure"
     " 8:45 AM. Passenger: Class 4B."],
)  # fmt: skip
def test_a_ticket_for_any_day_or_gate_asks_for_no_seat(request_):
    assert not {"Place", "Seat"} & set(parse(request_).blanks)


def test_what_a_review_is_of_is_not_who_wrote_it():
    brief = parse("Create a post with a customer's review of a plumber: 'He came at midnight and"
                  " saved our kitchen.'")  # fmt: skip
    assert "— A plumber" not in [text.text for text in brief.texts]


def test_half_a_sentence_is_no_heading_of_a_day():
    brief = parse(
        "Create an ad for a menu that costs $20 and is only available from May 2 to May 9."
    )
    assert not [text.label for text in brief.texts if text.label.startswith("Is ")]


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        ("Advertise the HarborLine hearing centre and its free 20-minute hearing test for anyone"
         " over 55.",
         {("kicker", "HarborLine hearing centre"), ("title", "Free 20-Minute Hearing Test"),
          ("subtitle", "For anyone over 55")}),
        ("Create an invitation to a piano recital by the students of Madame Fournier on June 1.",
         {("title", "Piano Recital"), ("subtitle", "By the students of Madame Fournier")}),
        ("Create a Facebook event cover for a panel with architect Lena Voss and mayor Tom Hale on"
         " March 12.",
         {("title", "Panel"), ("subtitle", "With architect Lena Voss and mayor Tom Hale")}),
        ("Design a coupon that gives 20% off on the next visit at a hair salon.",
         {("title", "Hair Salon"), ("offer", "20% off on the next visit")}),
        ("Create a post announcing that Norvik Logistics is hiring 12 warehouse supervisors.",
         {("brand", "Norvik Logistics"), ("title", "12 Warehouse Supervisors Wanted")}),
    ],
)  # fmt: skip
def test_titles_name_the_thing_and_lines_below_the_rest(request_, lines):
    assert lines <= {(t.role, t.text) for t in parse(request_).texts}
