"""Requests of one sentence: what is said of the thing heads the design or stands below it."""

import pytest

from agents.instruction import parse


def _said(request: str) -> dict[str, str]:
    return {text.role: text.text for text in reversed(parse(request).texts)}


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        (
            "Create a Facebook ad for a garden furniture store that delivers within two days.",
            "We Deliver Within Two Days",
        ),
        (
            "Create a flyer for a moving company that packs and carries everything.",
            "We Pack and Carry Everything",
        ),
        (
            "Create a Twitch banner for a gamer who streams horror games at night.",
            "Horror Games at Night",
        ),
        ("Design a banner for a teacher who explains physics.", "Physics Explained"),
        (
            "Create an ad for a swimwear brand made from recycled plastic.",
            "Swimwear Made from Recycled Plastic",
        ),
        (
            "Create an ad for solar panels that lower a household's electricity bill.",
            "Solar Panels",
        ),
        ("Create a post for a bakery that now opens on Sundays.", "Now Open on Sundays"),
        ("Create a thumbnail for a video comparing two phones.", "Comparing Two Phones"),
        (
            "Create an ad for a window cleaner who serves the whole county.",
            "Serving the Whole County",
        ),
        ("Design a post for a landlord who rents rooms to students.", "Rooms for Students"),
        ("Design a story to announce that the pool reopens in May.", "Pool Reopens in May"),
        ("Create an Instagram story for a poll on the best pizza topping.", "Best Pizza Topping"),
        ("Design a Facebook ad for a charity that builds wells.", "Building Wells"),
        ("Create a thumbnail for a video on fixing a flat tyre.", "Fixing a Flat Tyre"),
        ("Create a poster for a documentary about glaciers.", "Glaciers"),
        ("Create a card for a colleague who became a father.", "Congratulations"),
        ("Create a flyer for a repair café where volunteers fix appliances.", "Repair Café"),
        ("Create a card for a couple who bought their first house.", "Congratulations"),
        (
            "Design a story to announce that a café moves to a bigger place.",
            "We’re Moving to a Bigger Place",
        ),
        ("Design a post for a family that looks for a nanny.", "Nanny Wanted"),
        ("Create a story asking readers what they read last.", "What Did You Read Last?"),
        ("Design a poster against bullying at school.", "Stop Bullying at School"),
        (
            "Create a story to ask followers which new flavour they would like.",
            "Which New Flavour Would You Like?",
        ),
        (
            "Design an ad for a clinic that encourages people over 60 to have their ears tested.",
            "Have Your Ears Tested",
        ),
        (
            "Create a birthday card for a grandmother who loves gardening.",
            "Happy Birthday, Grandmother",
        ),
        ("Design a wedding anniversary card for parents.", "Happy Anniversary"),
        ("Create a birthday card for a teacher.", "Happy Birthday"),
    ],
)
def test_the_headline_is_made_of_what_is_said(request_: str, title: str) -> None:
    assert _said(request_)["title"] == title


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create an ad for a plumber who works on weekends.", "Works on weekends"),
        (
            "Design a business card for a tax adviser who helps small businesses.",
            "Helps small businesses",
        ),
        (
            "Design a business card for a hairdresser who visits clients at home.",
            "Visits you at home",
        ),
        (
            "Create an ad for solar panels that lower a household's electricity bill.",
            "Lower your electricity bill",
        ),
        (
            "Design an ad for a coffee subscription that arrives every month.",
            "Arrives every month",
        ),
        (
            "Create a flyer for a dog-walking service that sends photos of every walk.",
            "Sends photos of every walk",
        ),
    ],
)
def test_what_a_thing_or_a_person_does_stands_below_it(request_: str, line: str) -> None:
    assert _said(request_)["subtitle"] == line


@pytest.mark.parametrize(
    ("request_", "call"),
    [
        ("Create an Instagram ad for a rug store that delivers within two days.", "Shop now"),
        ("Design a Facebook ad to promote a blood donation drive.", "Donate blood"),
        ("Create an Instagram ad for a handmade knife workshop.", "Shop now"),
        ("Create an Instagram ad for a meal kit service with vegetarian recipes.", "Order now"),
        ("Create an Instagram ad for a pottery workshop.", "Join us"),
        ("Design a Facebook ad for an app that reminds people to drink water.", "Download now"),
        ("Create a Facebook ad for a travel insurance that covers skiing.", "Learn more"),
        ("Create an Instagram ad for a shop that repairs old radios.", "Book now"),
    ],
)
def test_the_button_names_the_deed(request_: str, call: str) -> None:
    assert _said(request_)["cta"] == call


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a poster for World Bee Day.", ""),
        ("Create a story asking followers where they want to travel.", ""),
        ("Create an invitation for a garden party.", "Come and celebrate"),
        ("Create an invitation for a school reunion.", "We’d love to see you there"),
        ("Design a post to hire a pastry chef.", "Come and join us"),
        ("Create a Facebook cover to announce a science fair.", "Come and discover"),
        ("Create a poster for a car-free day in the city.", "We’d love to see you there"),
    ],
)
def test_a_suggested_line_fits_what_the_title_says(request_: str, line: str) -> None:
    assert _said(request_).get("subtitle", "") == line
