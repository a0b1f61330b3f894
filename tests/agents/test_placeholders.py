"""A request that wants something printed and does not say it gets a placeholder for it."""

import asyncio

import pytest

from agents.answers import answered
from agents.brief import Brief, Commission
from agents.conversation import Conversation
from agents.home import Home
from agents.instruction import parse
from agents.placeholders import open_questions, placeholder_findings
from agents.wanted import named
from design_io.assets import AssetStore
from generators.artist import Artist
from layout.plan import STRESSED


def placeholders(request: str) -> list[str]:
    return [t.text for t in parse(request).texts if t.provenance == "suggested" and named(t.text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Include the bakery's name.", ["Bakery name"]),
        ("Make sure to mention the gym name and the phone number.",
         ["Gym name", "Your phone number"]),
        ("The flyer should include our address.", ["Your address"]),
        ("It must have the company name, address and website.",
         ["Company name", "Company address", "Company website"]),
        ("The restaurant name must be visible.", ["Restaurant name"]),
        ("The clinic's phone number should be prominently displayed.", ["Clinic phone number"]),
        ("The name of the hotel should stand out.", ["Hotel name"]),
        ("Include the name of the hotel.", ["Hotel name"]),
        ("Add your website and e-mail address.", ["Your website", "Your e-mail"]),
        ("Provide contact details.", ["Phone · E-mail · Website"]),
        ("Include contact information and the website.", ["Phone · E-mail", "Your website"]),
        ("Please add our Instagram handle.", ["Your social media handle"]),
        ("Along with a photo of bread, include the opening hours.", ["Opening hours"]),
        ("Don't forget the school name!", ["School name"]),
        ("Don't forget to include the venue.", ["Venue"]),
        ("Leave out the slogan, but show the studio's address.", ["Studio address"]),
        ("Encourage people to book through the website provided.", ["Your website"]),
        ("Ask readers to call the number below.", []),
        ("There should be space for the company name.", ["Company name"]),
        ("Include the speaker's name.", ["Speaker’s name"]),
        ("We want the salon name on it.", ["Salon name"]),
        ("I would like the shop name at the top.", ["Shop name"]),
        ("Include the website URL and social media handles.",
         ["Your website", "Your social media handle"]),
        ("The address and phone number should also be included.",
         ["Your address", "Your phone number"]),
        ("It displays the brand name in gold letters.", ["Brand name"]),
        ("Mention the full address of the museum.", ["Museum address"]),
        ("Include our full address at the bottom of the page.", ["Your address"]),
        ("List the registration deadline.", ["Registration deadline"]),
        ("Put the team name below the title.", ["Team name"]),
        ("Include information such as the date, time and location.", ["Date", "Time", "Location"]),
        ("Feature the church name and its website.", ["Church name", "Your website"]),
        ("State the ticket price.", ["Ticket price"]),
        ("Show the date and the location in large letters.", ["Date", "Location"]),
        ("Include the phone number and address for those who drive.",
         ["Your phone number", "Your address"]),
        ("A sheet with name, phone number, email and address.",
         ["Your name", "Your phone number", "Your e-mail", "Your address"]),
        ("The brand name should be big and the website should be included.",
         ["Brand name", "Your website"]),
    ],
)  # fmt: skip
def test_what_is_wanted_and_not_said_has_a_placeholder_in_the_requests_noun(words, expected):
    assert placeholders(f"Create a flyer for a lazy afternoon. {words}") == expected


@pytest.mark.parametrize(
    "words",
    [
        "Encourage people to visit our website.",
        "Ask customers to call.",
        "The company website is www.lantern.com.",
        "Include the website www.lantern.com.",
        "Include the phone number 0117 555 0142.",
        "Include the address: 12 High Street, Bristol.",
        "The name of the brand is Lantern. Include the brand name.",
        "Do not include the address.",
        "Don't mention the company name.",
        "No phone number, without prices.",
        "It is for an online store with a great name.",
        "People can share the link with friends.",
        "Customers can add their name and e-mail address.",
        "Guests should provide their phone number.",
        "The package includes a website.",
        "Show a clock showing the time.",
        "We have a website.",
        "The time is right for change.",
        "The price of freedom should not be forgotten.",
        "Include a call to action to visit the website.",
        "Include icons of places and names of flowers.",
        "Include a map and a photo of the shop.",
        "Highlight our prices.",
        "The location is great and the date trees are tall.",
        "Include the company logo.",
        "Include a link in the bio.",
        "Include the event name.",
        "Emphasize our location in the heart of town.",
        "Add a website mockup on a laptop.",
        "Include instructions on how to apply.",
        "Mention the location near the beach.",
        "It is for an app that shows the location and the time.",
    ],
)
def test_what_is_given_refused_or_only_spoken_of_has_none(words):
    assert placeholders(f"Create a flyer for a lazy afternoon. {words}") == []


def test_a_placeholder_stands_in_the_role_of_what_it_stands_for_and_is_asked_for():
    brief = parse("A salon ad. Include the salon name, address and website.")
    roles = {t.text: t.role for t in brief.texts if named(t.text)}
    assert roles == {"Salon name": "brand", "Salon address": "address", "Salon website": "contact"}
    asked = {question.id: question.default for question in brief.questions}
    assert asked["brand"] == "'Salon name', a placeholder"


def test_an_answer_takes_the_place_of_its_placeholder():
    brief = parse("A salon ad. Include the salon name and website.")
    told = answered(brief, {"website": "salon.com"}, AssetStore())
    assert [t.text for t in told.texts if t.role in ("brand", "contact")] == [
        "Salon name", "salon.com",
    ]  # fmt: skip


def test_lines_to_fill_in_by_pen_need_no_placeholder():
    voucher = parse("A gift voucher. Include the recipient's name and the spa name.")
    assert "To" in voucher.blanks
    assert [t.text for t in voucher.texts if named(t.text)] == ["Spa name"]


def test_a_name_that_is_to_be_prominent_is_stressed():
    brief = parse("A Valentine's sale for a store. The store name should be prominently displayed.")
    assert [t.importance for t in brief.texts if t.text == "Store name"] == [STRESSED]


def test_what_is_only_named_stands_once():
    brief = parse("Story for a marketing seminar, mention the speaker's name and the deadline")
    assert [t.text for t in brief.texts if named(t.text)] == ["Speaker’s name", "Deadline"]


def test_a_logo_is_asked_for_and_not_drawn():
    brief = parse("A salon ad. Include the company logo.")
    assert [q.id for q in brief.questions] == ["logo"] and not brief.attachments


def test_whose_card_it_is_stands_large_and_the_trade_above():
    brief = parse("A business card for a dentist. Include the dentist's name.")
    assert (brief.text("title"), brief.text("kicker")) == ("Dentist’s name", "Dentist")


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    talk = Conversation(Home(tmp_path_factory.mktemp("home")), Artist())
    asked = "Poster for an antique sale. Include the shop name, date and contact information."
    asyncio.run(talk.begin(Commission(request=asked, design_ids=("d",))))
    return talk


@pytest.mark.parametrize(
    ("sentence", "text", "left"),
    [
        ("the shop is called Rosa's Attic", "Rosa's Attic", ["date", "phone"]),
        ("we are called Rosa's", "Rosa's", ["date", "phone"]),
        ("use Rosa's as the shop name", "Rosa's", ["date", "phone"]),
        ("the date is 5 May 2027", "5 May 2027", ["brand", "phone"]),
        ("it's on 5 May 2027", "5 May 2027", ["brand", "phone"]),
        ("our website is rosas.com", "Phone · E-mail · rosas.com", ["brand", "date", "phone"]),
        ("rosa@rosas.com", "Phone · rosa@rosas.com · Website", ["brand", "date", "phone"]),
        ("contact information: 0117 555 0142", "0117 555 0142", ["brand", "date"]),
    ],
)
def test_a_sentence_fills_the_place_in_and_closes_the_question(talk, sentence, text, left):
    answer = asyncio.run(talk.say("d", sentence))
    design = talk.home.store.load("d").design
    brief = Brief.model_validate_json(talk.home.member("d").file.meta["brief.json"])
    assert answer.kind == "done" and text in {x.text for x in _texts(design.layers)}
    assert [question.id for question in open_questions(brief, design)] == left
    asyncio.run(talk.say("d", "undo"))


def test_a_placeholder_that_still_stands_is_told(talk):
    told = [f.message for f in placeholder_findings(talk.home.store.load("d").design)]
    assert "'Shop name' is still a placeholder; write what is to stand there" in told


def _texts(layers):
    for layer in layers:
        if layer.kind == "group":
            yield from _texts(layer.layers)
        elif layer.kind == "text":
            yield layer


def test_a_business_card_of_a_trade_alone_leaves_name_and_numbers_open():
    brief = parse("Design a business card for a clock maker that works around the clock.")
    said = {text.text for text in brief.texts}
    assert brief.text("title") == "Your name"
    assert {"Clock Maker", "Around the clock", "Your phone number", "Your e-mail"} <= said
    assert {"brand", "phone", "email"} <= {question.id for question in brief.questions}
    assert "Your name" not in {
        t.text for t in parse("Business card for a firm called Far Sea").texts
    }


def test_a_card_headed_by_a_slogan_says_whose_and_of_what_trade_it_is():
    brief = parse(
        "Business card for a tree surgeon that looks sturdy. The slogan 'We know our limbs' adds"
        " humor, and contact information should be easy to read."
    )
    said = {text.text for text in brief.texts}
    assert brief.text("title") == "Your name"
    assert {"Tree surgeon", "We know our limbs", "Phone · E-mail · Website"} <= said


def test_a_card_of_a_trade_at_all_hours_says_so():
    brief = parse("Design a business card for a plumber available day and night.")
    assert "Available day and night" in {text.text for text in brief.texts}
