"""A request becomes a brief: true copy, no art direction, every field with its source."""

import pytest

from agents.instruction import MOST_CHARACTERS, parse
from design_io.errors import DesignError


def copy(request: str) -> dict[str, str]:
    return {text.role: text.text for text in reversed(parse(request).texts)}


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("A jazz night poster for the Blue Note, 12 December, 8 pm", "Jazz Night"),
        ("Create an ad for an Oktoberfest beer sale with pretzels", "Oktoberfest Beer Sale"),
        ("A poster for the Cat Day Festival with cute cats", "Cat Day Festival"),
        ("Announce the grand opening of a cute nail shop.", "Grand Opening"),
        ("Design a Facebook ad for a discussion on the ethics of machines.", "Ethics of Machines"),
        ("Create an ad for an online store that sells ethnic tableware.", "Ethnic Tableware"),
        ("Create a card for a honey brand called Royal Honey", "Royal Honey"),
        ("create a poster to raise awareness about plastic pollution", "Plastic Pollution"),
        ("Create a poster for my bakery's grand opening", "Grand Opening"),
        ("Design a logo for a company named ARCHITECH with the symbol 'Prisma'", "ARCHITECH"),
        ("Summer sale, 30% off", "Summer Sale"),
        ("A webinar invitation about cybersecurity for small shops", "Cybersecurity"),
        ("A save the date card for the wedding of Nora and Sam", "Nora and Sam"),
        ("A concert poster for the band Midnight Foxes at The Roxy", "Midnight Foxes"),
        ("A Pinterest pin with 5 tips for growing plants", "5 Tips for Growing Plants"),
        ("We are a bakery called Crumbs. Make a poster for our pie contest.", "Pie Contest"),
        ("Create a sale poster for winter jackets", "Winter Jackets Sale"),
        ("Jazz", "Jazz"),
        ("🎉🎂", "🎉🎂"),
    ],
)  # fmt: skip
def test_the_title_is_composed_from_the_requests_own_words(request_, title):
    assert copy(request_)["title"] == title


@pytest.mark.parametrize(
    "request_",
    [
        "Create a poster for a bike race. The image features a young couple in love.",
        "Design a bike race poster with a bold and eye-catching design. Use blue mountains.",
        "Create a bike race ad, emphasize the theme and encourage viewers to feel happy.",
        "A bike race poster. The background should be a gradient. Do not show people.",
        "Create a bike race poster using vintage typography to convey a sense of speed.",
    ],
)
def test_art_direction_and_instructions_never_become_copy(request_):
    said = [t.text for t in parse(request_).texts if t.provenance != "suggested"]
    assert said == ["Bike Race"]


@pytest.mark.parametrize("end", ["8 pm, tickets $25", "8 pm tickets $25", "tickets £20", "8 pm"])
def test_what_tickets_cost_asks_for_no_ticket(end):
    brief = parse(f"Jazz night at the Blue Note, Saturday 12 December 2026, {end}")
    texts = {text.role: text.text for text in brief.texts}
    assert texts["title"] == "Jazz Night" and texts["venue"] == "Blue Note"
    assert "kicker" not in texts


def test_quoted_copy_wins_and_stays_as_it_is():
    texts = copy("Create a bike poster with the text 'ride on' and the slogan 'Wheels for all'.")
    assert (texts["title"], texts["subtitle"]) == ("ride on", "Wheels for all")


def test_a_message_of_several_sentences_gives_title_and_message():
    texts = copy("A card with the message 'Good Luck, Jen. You can do it. Love.'")
    assert (texts["title"], texts["quote"]) == ("Good Luck, Jen.", "You can do it. Love.")


def test_facts_become_labelled_texts():
    brief = parse("A jazz night poster for the Blue Note, 12 December, 8 pm, tickets $20")
    facts = {text.label: text.text for text in brief.texts if text.label}
    assert facts == {"Date": "12 December", "Time": "8 pm", "Venue": "Blue Note", "Tickets": "$20"}


def test_headings_over_facts_are_in_the_language_of_the_request():
    brief = parse("Erstelle ein Plakat für das Sommerfest am 12. Juli um 18 Uhr")
    assert [text.label for text in brief.texts if text.label] == ["Datum", "Zeit"]


@pytest.mark.parametrize(
    ("request_", "language", "title"),
    [
        ("Crea un cartel para el Festival de Jazz, 12 de mayo", "es", "Festival de Jazz"),
        ("Créez une affiche pour la Fête de la Musique, le 21 juin", "fr", "Fête de la Musique"),
        ("Erstelle ein Plakat für das Sommerfest am 12. Juli", "de", "Sommerfest"),
        ("صمم ملصقًا لمهرجان الموسيقى يوم 12 ديسمبر", "ar", "مهرجان الموسيقى"),
        ("दिवाली मेला के लिए एक पोस्टर बनाएं, 12 नवंबर", "hi", "दिवाली मेला"),
        ("为爵士音乐节设计一张海报，12月5日", "zh", "爵士音乐节"),
        ("夏祭りのポスターを作成してください。8月5日", "ja", "夏祭り"),
        ("Создай афишу «Ночной джаз», 12 декабря", "ru", "Ночной джаз"),
    ],
)
def test_other_languages_keep_their_words(request_, language, title):
    brief = parse(request_)
    assert (brief.language.value, brief.text("title")) == (language, title)


@pytest.mark.parametrize("request_", ["", "  \n "])
def test_an_empty_request_is_refused(request_):
    with pytest.raises(DesignError, match="empty"):
        parse(request_)


def test_a_request_of_100_kb_is_refused_and_the_limit_named():
    with pytest.raises(DesignError, match=f"100,000.*{MOST_CHARACTERS:,}"):
        parse("x" * 100_000)


def test_three_thousand_words_are_read():
    assert copy("Create a poster for a book fair. " + "word " * 3000)["title"] == "Book Fair"


def test_a_call_to_action_is_what_was_asked_for():
    assert copy("A sale ad. The call to action is SHOP NOW.")["cta"] == "SHOP NOW"
    assert copy("A gym ad. Encourage people to sign up today.")["cta"] == "Sign up"
    assert "cta" not in copy("A birthday card for Emma")


def test_copy_offered_by_plakat_is_marked_as_suggested():
    brief = parse("Create a greeting card for Diwali")
    title = next(text for text in brief.texts if text.role == "title")
    assert (title.text, title.provenance) == ("Happy Diwali", "suggested")


def test_what_the_request_wants_and_does_not_say_is_asked_for():
    brief = parse("A salon ad. Include the company name and the phone number.")
    assert {question.id for question in brief.questions} == {"brand", "phone"}


def test_a_request_without_a_subject_is_asked_for_its_headline():
    brief = parse("make a poster")
    assert brief.texts == () and [question.id for question in brief.questions] == ["title"]


def test_contradictory_sizes_are_asked_about_and_the_exact_one_is_taken():
    brief = parse("An Instagram story, 1080x1080 px, for a bike race")
    assert brief.size.value == "1080x1080"
    assert [question.id for question in brief.questions] == ["size"]


def test_every_field_knows_who_said_it():
    brief = parse("A poster for a bike race in blue and white colors", size="square")
    assert (brief.size.value, brief.size.provenance) == ("square", "user")
    assert brief.colors.provenance == "inferred" and brief.occasion.provenance == "default"


def test_wishes_and_prohibitions_are_kept():
    brief = parse("A poster for a bike race. Make sure to show a bike. Avoid using red text.")
    assert brief.must == ("show a bike",) and brief.must_not == ("red text",)


def test_what_is_to_be_done_with_a_code_is_no_headline():
    request = "A coupon for a pizza place: 20% off any large pizza. A promo code must be used."
    assert not any("code" in text.text.lower() for text in parse(request).texts)


@pytest.mark.parametrize(
    "request_text",
    [
        "Jazz night at the Blue Note, 12 December 2026, 8 pm, include our phone number",
        "Flyer: bake sale, Saturday 10 am, please put the school name on it",
    ],
)
def test_what_the_designer_shall_print_is_not_printed_as_said(request_text):
    told = {text.role for text in parse(request_text).texts if text.provenance != "suggested"}
    assert told <= {"title", "date", "time", "venue"}


@pytest.mark.parametrize("words", ["all cakes £2", "every plant $1", "all haircuts $15"])
def test_what_a_price_is_for_is_kept_with_all_of_it(words):
    brief = parse(f"Spring fair, Saturday 9 May, {words}")
    price = next(text for text in brief.texts if text.role == "price")
    assert f"{price.label} {price.text}".lower() == words
