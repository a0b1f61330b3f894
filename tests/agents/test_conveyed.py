"""What the client wants said is read by what is done with it, and put as the poster says it."""

import pytest

from agents.conveyed import is_report, messages_in, of_house
from agents.instruction import parse


@pytest.mark.parametrize(
    ("piece", "line"),
    [
        ("a notary that explains why a will spares families a quarrel",
         "why a will spares families a quarrel"),
        ("The card wishes the team quiet seas and fair winds",
         "wishing you quiet seas and fair winds"),
        ("The card wishes their dogs a long walk", "wishing your dogs a long walk"),
        ("wishing him back on stage by May", "wishing you back on stage by May"),
        ("thanking the early shift of a bakery", "thank you to the early shift of our bakery"),
        ("It should wish a speedy recovery to a colleague", "wishing you a speedy recovery"),
        ("wishing all dads a lazy Sunday", "wishing you a lazy Sunday"),
        ("apologizing for the noise", "we apologize for the noise"),
        ("It thanks her for her patience", "thank you for your patience"),
        ("a courier who promises to be back by noon", "we are back by noon"),
        ("pointing out that it runs on rainwater", "runs on rainwater"),
        ("reminding passengers to have their ticket ready", "have your ticket ready"),
        ("telling children not to run", "don’t run"),
        ("It wishes grandparents health and a house full of guests",
         "wishing you health and a house full of guests"),
        ("a thank you post from a club to the 300 volunteers who poured the water",
         "thank you to the 300 volunteers who poured the water"),
        ("promising guests breakfast in bed until noon", "breakfast in bed until noon"),
        ("telling them the world is waiting", "the world is waiting"),
        ("gives each visitor five tokens", "five tokens for each visitor"),
    ],
)  # fmt: skip
def test_a_message_is_said_to_the_reader(piece, line):
    assert messages_in(piece) == [line]


def test_those_of_an_age_are_told_as_well():
    said = messages_in("It asks people over 60 to book early")
    assert said == ["book early", "for people over 60"]


@pytest.mark.parametrize(
    ("asking", "lines"),
    [
        ("an ad for a tailor who carries old coats home", ["we carry old coats home"]),
        ("an ad for a moving company that packs, carries and unpacks everything",
         ["we pack, carry and unpack everything"]),
        ("a cover for a café where strangers become friends", ["where strangers become friends"]),
        ("an ad for a bakery whose bread rises for a day", ["our bread rises for a day"]),
        ("Advertise the Lark clinic and its free hearing test for drivers",
         ["free hearing test for drivers"]),
        ("a cover for a choir that welcomes late sleepers", ["we welcome late sleepers"]),
        ("an ad for a cleaner whose machines run on steam", ["our machines run on steam"]),
        ("an ad for a bakery that shows a warm loaf", []),
        ("a card for a bakery that looks rustic", []),
    ],
)  # fmt: skip
def test_what_a_house_does_is_said_by_the_house(asking, lines):
    assert of_house(asking) == lines


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a Hanukkah card with a menorah. The card wishes the family eight nights of light.",
         "Wishing you eight nights of light"),
        ("Design a post for Nurses Day, thanking the night shift of a hospital.",
         "To the night shift of our hospital"),
        ("Create a poster for a bus company reminding passengers to have their ticket ready.",
         "Have Your Ticket Ready"),
        ("Design a cover for a credit union that shows how saving a little each month adds up.",
         "How Saving a Little Each Month Adds Up"),
        ("Create a farewell card for Ingrid. The message wishes her calm seas and good coffee.",
         "Wishing you calm seas and good coffee"),
        ("Create a flyer for a repair café. Volunteers fix lamps and radios, and visitors pay what"
         " they can.", "Volunteers fix lamps and radios"),
        ("Create a flyer for a repair café. Volunteers fix lamps and radios, and visitors pay what"
         " they can.", "Pay what you can"),
        ("Create a flyer for a driving school that guarantees a lesson within three days. The first"
         " lesson is half price.", "The first lesson is half price"),
        ("Create an invitation to a reunion on May 30. Classmates are asked to share a story and to"
         " reply by May 12.", "Share a story"),
        ("Create a poster for a tram company that asks passengers to give up their seat.",
         "Give up Your Seat"),
        ("Create a poster for a resort reminding skiers to wear a helmet and stay on the slopes.",
         "Wear a Helmet and Stay on the Slopes"),
        ("Create a post for a law firm that warns tenants not to sign before reading it twice.",
         "Don’t Sign Before Reading It Twice"),
        ("Create a billboard for a radio station claiming that silence is overrated.",
         "Silence Is Overrated"),
        ("Create a post for a blood bank, thanking donors whose gift saved 40 lives last year.",
         "Your gift saved 40 lives last year"),
        ("Design a coupon for a pet shop. It gives one free bag of hay with every rabbit cage and"
         " is valid until May 1.", "With every rabbit cage"),
        ("Advertise a mobile library that stops in twelve villages. It lends books and films.",
         "We lend books and films"),
        ("Create a sympathy card that tells the family they are not alone.", "You are not alone"),
    ],
)  # fmt: skip
def test_what_is_to_be_said_stands_on_the_design_whole(request_, line):
    assert line in [text.text for text in parse(request_).texts]


def test_who_quotes_a_wish_has_wished():
    brief = parse("Create a card to wish somebody courage. The text reads 'Chin up, Moe'.")
    assert not any("Wishing" in text.text for text in brief.texts)


def test_a_slogan_is_no_event_to_join():
    brief = parse(
        "Create a Facebook ad for a dog grooming van. The headline reads 'Bath day, no car ride'."
    )
    assert brief.text("cta") != "Join us"


def test_orders_to_invite_are_no_lines_and_calls_to_readers_are():
    assert is_report("Invite people to grow their first tomatoes")
    assert is_report("Feeling fresh and lively rather than dutiful")
    assert not is_report("Tell your friends to come along")
