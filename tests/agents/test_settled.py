"""Facts are told once, whole, and behind what is read before them."""

import pytest

from agents.brief import Text
from agents.instruction import parse
from agents.planning import plan_for
from agents.settled import settled
from agents.strategy import strategy_for


def told(request):
    return [(t.role, t.label, t.text) for t in parse(request).texts]


def test_what_is_to_be_done_by_a_day_stands_behind_the_place():
    facts = told(
        "Design a flyer for the Harbour Fun Run on May 4 at 9 AM at Castle Green. "
        "Runners can register at www.funrun.org until April 20."
    )
    assert ("date", "Date", "May 4") in facts
    assert ("date", "", "Register at www.funrun.org until April 20") in facts


def test_where_it_starts_is_a_place():
    facts = told(
        "Create a poster for the Harrow Half Marathon on October 6, starting at 9 AM from Castle "
        "Square. The entry fee is $40."
    )
    assert ("venue", "Start", "Castle Square") in facts


def test_an_invitation_that_says_how_to_reply_has_no_line_for_it():
    brief = parse(
        "Design an invitation for the baby shower of Priscilla Ng on Saturday, March 23 at 2 PM at "
        "19 Magnolia Court, Austin. Guests should RSVP to Theo by March 10 at 555-0118."
    )
    assert "RSVP" not in brief.blanks


def test_what_must_be_bought_is_said_to_the_reader():
    facts = told(
        "Create an invitation to the alumni dinner of Westfield College. The dinner is on "
        "October 12, 2024 from 7 PM to 11 PM at the Grand Hotel ballroom. Tickets cost $80 and "
        "must be bought by October 1."
    )
    assert ("date", "", "Buy tickets by October 1") in facts
    assert [t for r, _, t in facts if "Grand Hotel" in t] == ["Grand Hotel ballroom"]


def test_a_day_for_rain_has_its_own_heading():
    facts = told(
        "Design a flyer for the Elm Park flea market on Sunday, May 11 from 9 AM to 3 PM. "
        "In case of rain it moves to May 18."
    )
    assert ("date", "Rain date", "May 18") in facts
    assert sum("May 18" in text for _, _, text in facts) == 1


def test_it_may_rain_in_other_words():
    facts = told(
        "Design a flyer for the Birch Road street party on Saturday, August 9 from 2 PM to 9 PM. "
        "If it rains it moves to August 16."
    )
    assert ("date", "Rain date", "August 16") in facts


def test_a_price_lasts_until_its_day():
    facts = told(
        "Create a Facebook post for an online course that teaches beginners how to draw "
        "portraits. The course starts on March 3 and costs $49 until February 20."
    )
    assert ("price", "Price", "$49 until February 20") in facts


def test_what_ends_on_a_day_is_said_whole():
    facts = told(
        "Create a flyer for a family home. The open house is on Sunday, June 1 from 2 PM to 5 PM "
        "at 14 Aspen Court. Offers are accepted until June 10."
    )
    assert ("date", "", "Offers accepted until June 10") in facts


def test_a_journey_without_a_name_is_headed_by_its_ends():
    facts = told(
        "Design a plane ticket for flight SK 419 from Lisbon to Madeira with gate B7, seat 11A "
        "and boarding at 06:40 on October 14."
    )
    assert ("title", "", "Lisbon to Madeira") in facts
    assert {("contact", "Flight", "SK 419"), ("contact", "Gate", "B7")} <= {*facts}


def test_the_price_of_some_stands_beside_that_of_all():
    facts = told(
        "Create a poster for the Willow Creek Triathlon on August 17, starting at 7 AM. "
        "The entry fee is $65, or $45 for juniors."
    )
    assert [t for r, _, t in facts if "$" in t] == ["$65, $45 for juniors"]


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        (
            Text(role="item", text="Buy one pair from $120"),
            Text(role="date", text="Get the second free until April 30th"),
            "Buy one pair from $120 and get the second free until April 30th",
        ),
        (
            Text(role="subtitle", text="Three tips"),
            Text(role="item", text="For packing light"),
            "Three tips for packing light",
        ),
    ],
)
def test_halves_of_one_statement_are_one_line(first, then, whole):
    (line,) = settled((first, then), f"A post. {whole}.")
    assert (line.role, line.text) == (first.role, whole)


def test_a_condition_is_one_line():
    facts = told("Create a coupon for a free dessert with any lunch over $15 at Chez Rosalie.")
    assert ("title", "", "Free Dessert") in facts
    assert ("item", "", "With any lunch over $15") in facts


def test_served_when_is_said_once():
    facts = told(
        "Create a lunch menu poster for Nonna Pia's trattoria. It lists minestrone at $7, lasagna "
        "at $13 and tiramisu at $6. Lunch is served Tuesday to Friday from 11:30 AM to 2:30 PM."
    )
    assert ("item", "", "Minestrone") in facts
    assert sum("11:30" in text for _, _, text in facts) == 1


def test_goods_with_a_price_are_told_once():
    facts = told(
        "Create an ad for a nail salon called TIPS & TOES, offering a manicure, pedicure and hand "
        "massage for $55. Appointments are made at www.tipsandtoes.com."
    )
    assert sum("anicure" in text for _, _, text in facts) == 1
    assert ("contact", "Appointments", "www.tipsandtoes.com") in facts


def test_a_ticket_says_from_where_to_where_and_has_no_line_for_a_place():
    brief = parse(
        "Create a train ticket for the Silver Heron night express from Vienna to Trieste. It shows "
        "coach 4, seat 27B, departure at 21:45 on November 3."
    )
    facts = [(t.label, t.text) for t in brief.texts]
    assert brief.text("title") == "Silver Heron Night Express"
    assert {("From", "Vienna"), ("To", "Trieste"), ("Coach", "4"), ("Seat", "27B")} <= {*facts}
    assert "Place" not in brief.blanks


def test_general_admission_has_no_seat():
    brief = parse(
        "Design a concert ticket for the band The Paper Lanterns at Orpheum Hall on June 14 at "
        "8:30 PM. It is for general admission at $32."
    )
    assert ("General admission", "$32") in [(t.label, t.text) for t in brief.texts]
    assert "Seat" not in brief.blanks


def test_a_voucher_to_be_won_is_no_voucher():
    brief = parse(
        "Design a post for a chess tournament at Brookfield Library on February 17 at 10 AM. "
        "The first prize is a $150 book voucher."
    )
    assert brief.form.value != "ticket" and brief.size.value != "coupon"


def test_a_deadline_is_read_behind_the_place_in_the_plan():
    brief = parse(
        "Wedding invitation for Emma and James, Saturday 6 June 2026, 3 pm at St Mary's Church, "
        "Oxford. RSVP by 1 May to emma@example.com"
    )
    order = [e.id for e in plan_for(brief, strategy_for(brief)).elements]
    stand = [order.index(each) for each in ("date", "venue", "date-2", "contact")]
    assert stand == sorted(stand)


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Design a post for a prize draw at the Larkfield garden centre. The first prize is a"
         " $200 greenhouse and tickets cost $2.", ("First prize", "$200 greenhouse")),
        ("Design a post for a raffle at the spring fair. Tickets are $3 each or $10 for four, and"
         " the draw is on April 27.", ("Tickets", "$3 each or $10 for four")),
        ("Create a Facebook ad for the winter coat drive of Northside Church. A donation of $25"
         " keeps a child warm.", ("", "A donation of $25 keeps a child warm")),
        ("Promote a reading group's summer challenge with a free tote bag for every tenth book.",
         ("", "Free tote bag for every tenth book")),
    ],
)  # fmt: skip
def test_a_price_is_said_once_and_to_the_end(request_, line):
    texts = parse(request_).texts
    assert line in {(t.label, t.text) for t in texts}
    assert len([t for t in texts if line[1][:4] in t.text]) == 1
