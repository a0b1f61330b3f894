"""Tickets, coupons and gift certificates: what they are, what they are good for, their terms."""

import pytest

from agents.instruction import parse


def lines(request):
    return {(t.role, t.text) for t in parse(request).texts}


def test_what_the_paper_is_stands_above_the_name_and_the_trade_below():
    said = lines("Design a gift certificate for a bookshop named The Reading Nook.")
    assert said == {("kicker", "Gift certificate"), ("title", "The Reading Nook"),
                    ("subtitle", "Bookshop")}  # fmt: skip


def test_a_worded_deal_heads_a_coupon_and_its_terms_are_no_date():
    said = lines(
        "Coupon for Mario's Pizza: buy one get one free on all pizzas. Not valid on Fridays."
    )
    assert ("title", "Buy one get one free on all pizzas") in said
    assert ("brand", "Mario’s Pizza") in said
    assert ("legal", "Not valid on Fridays") in said
    assert not any(role == "date" for role, _ in said)


def test_a_concert_ticket_is_headed_by_who_plays():
    said = lines("A concert ticket for The Paper Kites, 8 May 2027, 7:30 pm, Royal Hall, Seat 14")
    assert {("kicker", "Concert ticket"), ("title", "The Paper Kites")} <= said


@pytest.mark.parametrize("said", ["Expires June 30", "Expiry date: June 30", "Valid until June 30"])
def test_an_expiry_is_a_date_and_no_headline(said):
    brief = parse(f"Coupon: free dessert with any main course at The Olive Branch. {said}.")
    assert brief.text("title") == "Free Dessert with Any Main Course"
    assert [(t.text, t.label) for t in brief.texts if t.role == "date"] == [
        ("June 30", "Valid until")
    ]


def test_a_coupon_of_a_figure_is_headed_by_the_house_and_keeps_its_code() -> None:
    brief = parse(
        "Create a coupon for a bike shop: $5 off the Spring Tune-Up at Spokey's, 12 Mill Road, "
        "Albany. Valid until May 31, one coupon per bike, code SPOKE5."
    )
    assert brief.text("title") == "Spokey's"
    assert [t.text for t in brief.texts if t.role == "offer"] == ["$5 off the Spring Tune-Up"]
    assert [t.text for t in brief.texts if t.label == "Code"] == ["SPOKE5"]
    assert brief.text("legal") == "One coupon per bike"


def test_a_ticket_is_headed_by_whom_it_is_for() -> None:
    owls = parse("Create a concert ticket for The Night Herons, Grand Hall Bath, 22 March, 8 pm.")
    assert owls.text("title") == "The Night Herons"
    assert owls.text("venue") == "Grand Hall Bath"
    raffle = parse("Design a raffle ticket for the Elmgrove Fire Department. Tickets are $2 each.")
    assert raffle.text("title") == "Elmgrove Fire Department"


def test_a_title_that_gives_way_to_the_line_below_it_takes_its_place():
    brief = parse("Bus ticket for a city tour in Lisbon. Adult day pass, €18, valid on 14 June.")
    assert {brief.text("title").lower(), brief.text("subtitle").lower()} == {
        "city tour in lisbon",
        "adult day pass",
    }
