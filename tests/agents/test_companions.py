"""What stands beside what is shown: what the request names, and nothing that is odd beside it."""

import pytest

from agents.depicted import depicted_in
from agents.instruction import parse
from agents.lexicon import icons_for
from agents.strategy import strategy_for
from generators.artist.naming import members_of, thing_of


def shown(request, system=None):
    strategy = strategy_for(parse(request, system=system) if system else parse(request))
    return [thing_of(name) for name in members_of(strategy.subjects[0])]


@pytest.mark.parametrize(
    ("request_", "icon"),
    [
        ("A poster featuring a black stool and microphone on stage", "stool-and-microphone"),
        ("A card that shows a witch on a broom over a haunted house", "witch-on-broom"),
        ("A flyer for a gym: a man lifting a barbell", "man-lifting-dumbbells"),
        ("A ticket for an architecture exhibition with a view of Venice, Italy", "venetian-canal"),
        ("A landscape painting card for a charity art auction", "mountain-lake"),
        ("An ad for a healthy and delicious breakfast", "granola-bowl"),
    ],
)
def test_what_is_said_is_shown_whole(request_, icon):
    assert shown(request_, "swiss")[0] == icon


def test_a_deed_or_a_part_is_no_companion():
    assert shown("Recruitment post: a big blue truck on a highway", "swiss")[0] == "delivery-truck"
    assert "office-chair" not in shown("Recruitment post: a big blue truck on a highway", "swiss")
    assert "chains" not in shown("A handbag launch, a leather handbag with gold chain", "swiss")


def test_a_lone_person_who_is_asked_for_is_at_what_the_design_is_about():
    seminar = (
        "An invitation for a software development seminar on coding and web development. "
        "The event is illustrated with a purple woman on the front."
    )
    strategy = strategy_for(parse(seminar, system="swiss"))
    assert thing_of(strategy.subjects[0]) == "woman-at-laptop"
    assert strategy.palette["subject"] == "#6d3fb0"


def test_a_trade_shows_one_thing_beside_its_own():
    assert len(shown("A flyer for a moving company, 50% off", "typeimage")) <= 2


def test_what_tells_of_an_occasion_does_not_stand_before_what_is_sold():
    assert shown("New Year's offer on a coffee maker, 35% off", "typeimage") == [
        "espresso-machine",
        "firework-burst",
    ]


def test_a_pair_of_one_drawing_is_one_thing():
    found = depicted_in("The design should feature a black stool and microphone on stage")
    assert found.asked[0] == "stool and microphone" and icons_for(found.place)[0] == "stage-place"


@pytest.mark.parametrize(
    ("request_", "icon"),
    [
        ("An ad for a store selling essential oils. Use floral elements.", "essential-oils"),
        ("A card with flowers for Mother's Day", "hibiscus"),
    ],
)
def test_what_is_sold_leads_over_what_decks_it(request_, icon):
    assert shown(request_, "swiss")[0] == icon
