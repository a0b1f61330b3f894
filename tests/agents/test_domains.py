"""The trades and moods of a text, by which its visual system is chosen."""

import pytest

from agents.domains import domains_in
from agents.instruction import parse
from agents.strategy import strategy_for
from agents.tone import tones_in


@pytest.mark.parametrize(
    "text, domains",
    [
        ("A public library", ()),
        ("Barber corner", ()),
        ("Book a hearing test", ()),
        ("A team of teachers", ()),
        ("Skill training", ("education",)),
        ("Pub quiz and two bars", ("beer",)),
        ("Bring a book, take a book", ("art",)),
        ("Tea party", ("coffee", "party")),
        ("Skiing", ("outdoors", "winter")),
    ],
)
def test_a_short_word_is_no_beginning_of_another(text, domains):
    assert domains_in(text) == domains


def test_a_warm_mood_gets_nothing_cold():
    assert tones_in("The mood is warm and cosy.") == ("warm",)
    request = "Create an ad for a hearing aid brand. The mood is warm. Invite people to a test."
    assert not {"deco", "dotmatrix"} & set(strategy_for(parse(request)).fits)


def test_a_wedding_is_not_set_in_tiles_and_a_child_is_shown_no_arch():
    wedding = "Design a wedding invitation for Ana and Tom, dinner to follow, Saturday, June 7."
    assert "pattern" not in strategy_for(parse(wedding)).fits
    party = "Create a playful invitation to a kids' pirate party with a parrot."
    assert "arch" not in strategy_for(parse(party)).fits


def test_a_business_card_is_no_mood_and_a_florist_s_may_have_flowers_around_it():
    assert tones_in("A business card for a florist") == ()
    request = "Business card for Rosa Vale, florist. Phone 555-0199, rosa@vale.example."
    assert strategy_for(parse(request)).fits["botanical"] > 0
