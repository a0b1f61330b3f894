import pytest

from agents.forms import form_in
from agents.instruction import parse

MENU = (
    "Luna Café menu\n\nCoffee\nEspresso 2.50 €\nLatte 3.80 €\n\nCakes\n"
    "Carrot cake 4.20 €\nBrownie 3.50 €, with walnuts\n"
)
FORTY = "Price list for Bit & Bolt hardware: " + ", ".join(
    f"Part {chr(65 + n // 26)}{chr(97 + n % 26)} ${n + 3}.50" for n in range(40)
)


def rows_of(request):
    """The rows as tuples of their texts, in the order they are set in."""
    groups = {}
    for text in form_in(request).texts:
        if "row-" in text.group:
            groups.setdefault(text.group, []).append(text.text)
    return [tuple(row) for row in groups.values()]


def headings_of(request):
    texts = form_in(request).texts
    return [t.text for t in texts if t.group.startswith("section") and t.role == "kicker"]


@pytest.mark.parametrize(
    "request_text, rows",
    [
        ("Café poster with Latte $4, Mocha $5 and Chai $3", ["Latte $4", "Mocha $5", "Chai $3"]),
        ("Barber prices: haircut - $25; shave - $15", ["Haircut $25", "Shave $15"]),
        ("Preisliste: Suppe 4,50 €, Salat 6,90 €", ["Suppe 4,50 €", "Salat 6,90 €"]),
        ("Menu: - Classic $8 - Cheese $9 - Double $12", ["Classic $8", "Cheese $9", "Double $12"]),
        ("Nail salon prices, Manicure, $20, Pedicure, $35", ["Manicure $20", "Pedicure $35"]),
        ("Happy hour: $5 cocktails, $3 beers, $4 wine", ["Cocktails $5", "Beers $3", "Wine $4"]),
        ("Menu\nSoup ..... $6\nPie ..... $11", ["Soup $6", "Pie $11"]),
        ("Museum tickets: adults $15, kids free", ["Adults $15", "Kids free"]),
        ("10:00 Opening, 11:00 Talk, 12:00 Lunch", ["10:00 Opening", "11:00 Talk", "12:00 Lunch"]),
        ("Agenda: Opening at 10 am, Tour at 11 am", ["10 am Opening", "11 am Tour"]),
        ("Classes: Mon 7am Spin, Tue 6pm Yoga", ["Mon 7am Spin", "Tue 6pm Yoga"]),
        ("Hours: Monday–Friday 9–5, Sunday closed", ["Monday–Friday 9–5", "Sunday closed"]),
        ("Tour: June 3 Berlin, June 5 Bonn, June 7 Ulm", ["June 3 Berlin", "June 5 Bonn",
                                                        "June 7 Ulm"]),
        ("Bar chart of sales: Jan 20, Feb 35, Mar 50", ["Jan 20", "Feb 35", "Mar 50"]),
        ("Pizza menu:\nMargherita (basil) - 9 €\nFunghi - 10 €", ["Margherita basil 9 €",
                                                              "Funghi 10 €"]),
        ("Poster: Step 1: Mix. Step 2: Rest for 10 minutes. Step 3: Fry.",
         ["Mix", "Rest for 10 minutes", "Fry"]),
        ("1) Stay calm 2) Call 911 3) Leave", ["Stay calm", "Call 911", "Leave"]),
        ("3 tips for sleep: no screens, a cool room, less coffee",
         ["No screens", "A cool room", "Less coffee"]),
        ("Festival with The Larks, Big Noise and Nova at Hill Park", ["The Larks", "Big Noise",
                                                                   "Nova"]),
        ("Prices: Wash £30, Cut £45. 14 King Street, Leeds", ["Wash £30", "Cut £45"]),
        ("Packages: Mini – 1 hour, 10 photos – $150; Maxi – 2 hours, 25 photos – $280; Solo $90",
         ["Mini 1 hour, 10 photos $150", "Maxi 2 hours, 25 photos $280", "Solo $90"]),
        ("Metal fest flyer: Iron Maw, Grave Tide, Thornwood, Hex Engine. Sept 12",
         ["Iron Maw", "Grave Tide", "Thornwood", "Hex Engine"]),
        ("Jazz poster. Headliners: Nina Holt. Also featuring Oda Lund, Sami Aho and Ben Asher",
         ["Nina Holt", "Oda Lund", "Sami Aho", "Ben Asher"]),
        ("Packing list:\n- Passport\n- Camera\n- Charger", ["Passport", "Camera", "Charger"]),
    ],
)  # fmt: skip
def test_rows_are_found_however_they_are_written(request_text, rows):
    assert [" ".join(row) for row in rows_of(request_text)] == rows


@pytest.mark.parametrize(
    "request_text, headings",
    [
        (MENU, ["Coffee", "Cakes"]),
        ("Menu: Starters: Soup $5, Salad $6. Mains: Pie $9, Fish $12", ["Starters", "Mains"]),
        ("Timetable. Monday: 9:00 Yoga, 10:00 Spin; Friday: 9:00 Flow", ["Monday", "Friday"]),
        ("Schedule: Day 1: 9:00 Keynote, 10:00 Panel. Day 2: 9:30 Lab", ["Day 1", "Day 2"]),
        ("Joe's barber shop: haircut $20, shave $15, beard $10", []),
    ],
)
def test_sections_keep_their_headings(request_text, headings):
    assert headings_of(request_text) == headings


@pytest.mark.parametrize(
    "request_text, form",
    [
        (MENU, "list"),
        ("Conference: 9:00 Registration, 10:00 Keynote, 12:00 Lunch", "schedule"),
        ("Festival. Line-up: The Larks, Big Noise, Nova, Mono", "lineup"),
        ("Quote poster: “Be yourself; everyone else is taken.” - Oscar Wilde", "quote"),
        ("Raffle ticket for the Spring Fair, No. 04512, $5", "ticket"),
        ("Gift voucher for Serenity Spa, $100", "ticket"),
        ("Business card for Mia Hart, dentist at Bright Smile", "card"),
        ("Certificate of completion presented to Jordan Miles", "certificate"),
        ("Pie chart of water use: showers 35%, toilets 27%, laundry 38%", "chart"),
        ("Poster, text only: Less but better", "words"),
        ("Shoe sale with 30% off everything", "offer"),
        ("A jazz night poster, Saturday 8 pm, $25", "picture"),
        ("Flower shop flyer featuring roses, tulips and lilies", "picture"),
        ("Dinner on June 3, doors 7 pm, show 8 pm", "picture"),
        ("Concert on June 3 at 8 pm, doors 7 pm, $20 in advance, $25 at the door", "picture"),
        ("Classes on Mon 9 am, Wed 6 pm and Fri 7 am. Join today.", "picture"),
        ("Buy 2 shirts for $30, 3 for $40", "picture"),
        ("Charity run, 5K $25, 10K $35, Lake Park", "list"),
        ("Gift certificate for a wedding planner", "ticket"),
    ],
)
def test_the_form_is_told_by_what_the_request_holds(request_text, form):
    assert parse(request_text).form.value == form


def test_forty_facts_are_all_kept_in_order():
    rows = rows_of(FORTY)
    assert len(rows) == 40
    assert rows[0] == ("Part Aa", "$3.50") and rows[-1] == ("Part Bn", "$42.50")


def test_rows_leave_the_other_readers():
    brief = parse(MENU)
    assert {t.role for t in brief.texts if not t.group} <= {"title", "kicker"}
    assert brief.text("title").startswith("Luna Café")


def test_a_description_belongs_to_the_row_before_it():
    assert rows_of(MENU)[-1] == ("Brownie", "with walnuts", "3.50 €")


def test_steps_are_numbered_and_headliners_stand_out():
    steps = form_in("Step 1: Mix. Step 2: Rest. Step 3: Fry.").texts
    assert [t.label for t in steps] == ["1", "2", "3"]
    bands = form_in("Line-up: Larks, Nova, Mono, Juno. Headliners: Larks and Nova.").texts
    assert [t.importance for t in bands] == [5, 5, 0, 0]


def test_a_quotation_is_the_title_and_its_author_follows():
    brief = parse('Inspirational quote: "Small steps every day lead far." - Ana Reyes')
    assert brief.text("title") == "Small steps every day lead far."
    assert brief.text("subtitle") == "— Ana Reyes"


def test_a_certificate_says_for_what_it_is_given():
    request = "Certificate presented to Maria Keller for the course Web Design Basics, 12 June"
    texts = [(t.role, t.text) for t in parse(request).texts]
    assert ("body", "for the course Web Design Basics") in texts
    assert "venue" not in dict(texts)


def test_a_certificate_names_the_person_the_reason_and_who_signs():
    texts = form_in(
        "Certificate of completion presented to Jordan Miles for completing the bootcamp."
        " Signed by Lena Ortiz, Director and Paul Reed, Instructor."
    ).texts
    assert ("item", "Jordan Miles") in [(t.role, t.text) for t in texts if t.group == "award"]
    assert [t.text for t in texts if t.group == "sign-2"] == ["Paul Reed", "Instructor"]


@pytest.mark.parametrize(
    ("request_", "name", "below"),
    [
        ('Business card for a plumber. The name is Carl Jensen and the slogan is "No leak".',
         "Carl Jensen", "No leak"),
        ("A business card for an interior designer, Sofia Lindqvist. Email: s@lind.se",
         "Sofia Lindqvist", "Interior Designer"),
        ("Business card for a law firm, Hart & Lowe LLP. Name: Simon Hart, Partner.",
         "Simon Hart", "Partner"),
        ("Visiting card for Tom Becker, CEO of Becker Logistics", "Tom Becker", "CEO"),
    ],
)  # fmt: skip
def test_a_business_card_is_headed_by_a_name(request_, name, below):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("subtitle")) == (name, below)


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        ("A certificate of merit. The winner's name is Daniel Kim.",
         {"Certificate of Merit", "Daniel Kim"}),
        ("A certificate for completing a yoga course, presented by Lotus Academy to Amara Singh.",
         {"Certificate", "Amara Singh", "for completing a yoga course", "Lotus Academy"}),
        ("Certificate of appreciation template for volunteers of the City Shelter.",
         {"Certificate of Appreciation", "For volunteers of the City Shelter"}),
        ("A diploma with signature lines for the dean and the director",
         {"Diploma", "Dean", "Director"}),
    ],
)  # fmt: skip
def test_a_certificate_says_what_it_is_for_and_who_signs(request_, lines):
    assert {t.text for t in parse(request_).texts} - {"Presented to"} == lines


def test_a_ticket_names_its_show_and_its_seat():
    brief = parse("A ticket for a school play. The play is called The Lost Kingdom, seat is A12.")
    assert brief.text("title") == "The Lost Kingdom"
    assert [t.text for t in brief.texts if t.label == "Seat"] == ["A12"]


def test_a_card_with_a_name_keeps_the_trade():
    brief = parse("Business card for a yoga teacher. Name: Lila Marsh, phone: 555-0188")
    assert (brief.text("title"), brief.text("subtitle")) == ("Lila Marsh", "Yoga Teacher")


def test_a_certificate_is_signed_by_whoever_signs_it():
    texts = parse(
        "Create a certificate of achievement awarded to Noah Berg for swimming 50 m. Signed by "
        "coach Petra Hall, Elm Swimming Club, 22 March 2024."
    ).texts
    assert [t.text for t in texts if t.group == "sign-1"] == [
        "Petra Hall",
        "Coach, Elm Swimming Club",
    ]
    assert [t.text for t in texts if t.role == "date"] == ["22 March 2024"]


def test_a_certificate_of_honour_is_headed_by_it():
    assert parse("A certificate for the volunteer of the year").text("title") == (
        "Volunteer of the Year"
    )


def test_a_diploma_leaves_what_is_listed_to_the_pen():
    brief = parse("A diploma for a cake contest, with space for the name, date and signature.")
    assert brief.text("title") == "Diploma"
    assert [t.text for t in brief.texts if t.group.startswith("sign")] == ["Date", "Signature"]
    assert not any(t.text == "Your name" for t in brief.texts)


def test_a_line_up_told_by_days_keeps_them():
    brief = parse(
        "Design a line-up poster for Lakeside Sounds, 8-9 August, Elm Meadow. Friday: Kite Season, "
        "Dana Rook, The Low Tides. Saturday: Polly & the Parrots, Grey Harbour, DJ Sumo."
    )
    assert brief.form.value == "lineup"
    days = [(t.text, t.group) for t in brief.texts if t.group and t.role == "kicker"]
    assert days == [("Friday", "section-1"), ("Saturday", "section-2")]
    assert sum(t.role == "item" for t in brief.texts) == 6
    assert brief.text("venue") == "Elm Meadow"


def test_a_price_may_be_of_anything():
    brief = parse(
        "Price list for a nail salon: Manicure $25, Pedicure $35, Nail art from $5 per nail"
    )
    assert [t.text for t in brief.texts if t.role == "price"] == ["$25", "$35", "from $5 per nail"]


def test_how_letters_look_does_not_take_the_picture_away():
    told = (
        "Create an ad for a climbing gym with a climber on a wall. Use bold, energetic lettering."
    )
    assert parse(told).form.value == "picture"
    assert parse("A lettering poster that says Keep Going").form.value == "words"


def test_a_certificate_names_who_signs_it_and_as_what():
    texts = parse(
        "Create a certificate of attendance for the Safe Kitchen workshop held on March 3, 2025. It"
        " is presented to Amir Sadiq and signed by the instructor, Capt. Owen Bright."
    ).texts
    said = [t.text for t in texts if t.group.startswith("sign")]
    assert said == ["Capt. Owen Bright", "Instructor"]
    assert "for the Safe Kitchen workshop" in {t.text for t in texts}
    assert not [t for t in texts if t.role == "venue"]
