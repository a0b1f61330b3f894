"""The line below the title, offers in the words of a poster, and headings that fit them."""

from __future__ import annotations

import pytest

from agents.facts import facts_in
from agents.instruction import parse
from agents.offered import offer_of
from design_io.document import Role

LINES = (
    (
        "Create an ad for a robotics company that emphasizes the benefits of automation and how it"
        " can make life easier.",
        "Make life easier",
    ),
    ("Poster for a Super Bowl party. Show that it's the best place to watch the game.",
     "The best place to watch the game"),
    ("Gift certificate for a cheese tasting, highlighting the freshness of the cheese.",
     "Fresh cheese"),
    ("Ad for a farm selling milk that emphasizes the quality and freshness of the product.",
     "Quality and freshness"),
    ("Ad for a vintage store. Emphasize the classic and classy nature of the products.",
     "Classic and classy"),
    ("Ad for a watch brand. Encourage people to upgrade their style with new watches.",
     "Upgrade your style"),
    ("Poster on climate change. Encourage people to go green and follow eco-friendly practices.",
     "Follow eco-friendly practices"),
    ("Ad for oils that promote healing for the body and soul.", "Healing for the body and soul"),
    ("Thank you card for a store that expresses gratitude for the customer's order.",
     "For your order"),
    ("Gift certificate for a wedding planner offering discounts on wedding items.",
     "Discounts on wedding items"),
    ("Poster for a charity fair seeking volunteers and donors.", "Volunteers and donors wanted"),
    ("Cover for a zoo that emphasizes the importance of tigers.", "Because tigers matter"),
    ("Story for a Christmas offer for a chocolate drink.", "Chocolate drink"),
)  # fmt: skip


def _text(request: str, role: Role) -> str:
    return parse(request).text(role)


@pytest.mark.parametrize(("request_", "line"), LINES)
def test_what_a_request_stresses_is_said_to_the_reader(request_: str, line: str) -> None:
    said = f"{_text(request_, 'title')} | {_text(request_, 'subtitle')}"
    assert line.lower() in said.lower()


@pytest.mark.parametrize(
    "request_",
    [
        "Poster for a bakery that conveys a cozy and warm atmosphere.",
        "Ad for a bank. Highlight the logo and the phone number.",
        "Poster for a comedy show at a comedy club.",
        "Story for a sale. Encourage users to swipe up for more information.",
    ],
)
def test_moods_calls_and_unnamed_houses_are_no_lines(request_: str) -> None:
    said = [t.text for t in parse(request_).texts if t.provenance != "suggested"]
    assert not [t for t in parse(request_).texts if t.role == "subtitle" and t.text in said]


@pytest.mark.parametrize(
    ("request_", "offer"),
    [
        ("a 50% discount on decorations.", "50% off decorations"),
        ("up to a 50% discount and more", "up to 50% off"),
        ("accessories with a 50% off discount.", "50% off"),
        ("items are discounted up to 30% for this season.", "up to 30% off"),
        ("a 10% student discount", "10% student discount"),
        ("get 50% off on a lunch package", "50% off a lunch package"),
        ("offering beer and hot dogs for $10.", "beer and hot dogs $10"),
        ("2 pizzas for $20", "2 pizzas for $20"),
        ("Save up to $200 on mattresses", "Save up to $200 on mattresses"),
    ],
)
def test_an_offer_keeps_its_figures_and_loses_stiff_words(request_: str, offer: str) -> None:
    assert [offer_of(f, request_) for f in facts_in(request_) if f.role == "offer"] == [offer]


def test_only_the_place_of_an_event_is_headed_venue() -> None:
    event = parse("Poster for a jazz night at The Blue Room on 5 May at 8 pm")
    sale = parse("Ad for a burger deal at The Blue Room, offering burgers for $5")
    assert [t.label for t in event.texts if t.role == "venue"] == ["Venue"]
    assert [t.label for t in sale.texts if t.role == "venue"] == [""]
