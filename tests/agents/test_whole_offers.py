"""Offers kept whole, second offers, conditions, web addresses and cards told as lists."""

import pytest

from agents.facts import facts_in
from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "offers"),
    [
        ("Poster for a bike shop. Buy two tyres, get a free inner tube.",
         ["Buy two tyres, get a free inner tube"]),
        ("Flyer for a cinema. Members get double points. Locals get 10% off snacks.",
         ["Members get double points", "Locals get 10% off snacks"]),
        ("Post for a salon called Hue. Free trial session, 15% off your first cut using code H15.",
         ["Free trial session", "15% off your first cut"]),
        ("Post for a toy shop called Top. Spend an hour with us and get a free bag of marbles.",
         ["Free bag of marbles"]),
        ("Banner for a shop called Nest. First 20 customers get a free tote bag.",
         ["First 20 customers get a free tote bag"]),
    ],
)  # fmt: skip
def test_offers_are_whole(request_: str, offers: list[str]) -> None:
    said = [t.text.lower() for t in parse(request_).texts if t.role in ("offer", "title")]
    assert [offer for offer in offers if offer.lower() not in said] == []


def test_a_coupon_gives_what_is_free_by_name() -> None:
    brief = parse("Coupon for Bella Crust: buy one family pie, get a free apple tart.")
    assert "get a free apple tart" in brief.text("title")


@pytest.mark.parametrize(
    "condition",
    ["Not redeemable for cash, one per vehicle", "Valid until 3 May, not for resale",
     "Cannot be combined with other offers"],
)  # fmt: skip
def test_a_quoted_condition_is_small_print_and_no_title(condition: str) -> None:
    brief = parse(f'Voucher for a car wash called Gleam. It should say "{condition}".')
    assert [t.text for t in brief.texts if t.role == "legal"] == [condition]
    assert brief.text("title") != condition


@pytest.mark.parametrize(
    ("request_", "address"),
    [("Flyer for a choir. Sign up at oaksingers.quest today.", "oaksingers.quest"),
     ("Poster: jobs at the mill, halemill.works/open-roles", "halemill.works/open-roles"),
     ("We hire. See tidalwave.inc/jobs for more.", "tidalwave.inc/jobs"),
     ("Ana Ruiz, tax lawyer, anaruiz.law, Austin", "anaruiz.law")],
)  # fmt: skip
def test_a_web_address_may_end_in_anything(request_: str, address: str) -> None:
    assert [f.text for f in facts_in(request_) if f.kind == "website"] == [address]


@pytest.mark.parametrize(
    "words", ["Great songs.come along", "Soup, salad etc. and more", "at 5 p.m."]
)
def test_a_missing_space_makes_no_web_address(words: str) -> None:
    assert not [f for f in facts_in(words) if f.kind == "website"]


def test_a_card_told_as_a_list_is_headed_by_the_name() -> None:
    texts = parse(
        "Make me a business card. Ines Duarte, piano tuner, inesduarte.example, @inestunes, "
        "+1 404 555 0111, Macon, GA. cream and black, piano icon"
    ).texts
    said = {t.text: t.role for t in texts}
    assert said["Ines Duarte"] == "title" and said["Piano tuner"] == "subtitle"
    assert said["Macon, GA"] == "address" and said["inesduarte.example"] == "contact"


def test_every_prize_of_a_raffle_is_kept() -> None:
    texts = parse(
        "Ticket for a club raffle. 1st prize a kayak, 2nd prize a tent, 3rd prize cinema tickets."
    ).texts
    assert {t.label: t.text for t in texts if t.role == "offer"} == {
        "1st prize": "A kayak", "2nd prize": "A tent", "3rd prize": "Cinema tickets",
    }  # fmt: skip
