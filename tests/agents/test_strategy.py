"""Which system a brief gets: what can draw it, what suits it, and variants that differ."""

from collections import Counter

import pytest

from agents.instruction import parse
from agents.strategy import MOST_VARIANTS, strategy_for
from design_io.color import hex_to_oklch
from design_io.errors import DesignError
from generators.artist.drawn import SYSTEMS as DRAWN_IN_LINES
from generators.artist.naming import members_of, thing_of
from layout.systems import SYSTEMS

JAZZ = "A jazz night poster for the Blue Note, 12 December, 8 pm"


def test_variants_of_a_brief_are_different_systems():
    brief = parse(JAZZ)
    count = min(4, len(strategy_for(brief).fits))
    systems = [strategy_for(brief, variant).system for variant in range(count)]
    assert len(set(systems)) == len(systems)


def test_variants_keep_the_system_the_user_chose_and_change_its_seed():
    brief = parse(JAZZ, system="swiss")
    made = [strategy_for(brief, variant) for variant in range(3)]
    assert {s.system for s in made} == {"swiss"} and len({s.seed for s in made}) == 3


def test_too_many_variants_are_refused():
    with pytest.raises(DesignError, match="at most"):
        strategy_for(parse(JAZZ), MOST_VARIANTS)


def test_systems_that_cannot_draw_the_brief_are_never_chosen():
    for name, fit in strategy_for(parse(JAZZ)).fits.items():
        system = SYSTEMS[name]
        assert "picture" in system.forms and not system.needs_picture and isinstance(fit, float)


def test_what_suits_the_topic_fits_better():
    fits = strategy_for(parse("A poster for an art exhibition of paintings, 4 May")).fits
    assert fits["bauhaus"] > fits.get("pattern", -9.0)


def test_specialists_keep_to_their_topics():
    fits = strategy_for(parse("A poster for a tax accountant, $12, at Hall Street")).fits
    specialists = [name for name, system in SYSTEMS.items() if system.specialist]
    assert specialists and all(fits.get(name, -9.0) < fits["swiss"] - 1 for name in specialists)
    assert strategy_for(parse("Camping in the mountains, 5 June")).fits["papercut"] > 0


@pytest.mark.parametrize(
    "trade",
    ["bakery", "hair salon", "gym", "law firm", "cafe", "dentist", "yoga studio", "pet shop"],
)
def test_ten_designs_of_a_trade_are_told_apart(trade):
    briefs = [parse(f"Create an Instagram post for a {trade}.", seed=seed) for seed in range(40)]
    shown = Counter(strategy_for(brief).system for brief in briefs)
    assert len(shown) >= 7 and max(shown.values()) <= 12


@pytest.mark.parametrize(
    "request_, jarring",
    [
        ("Create an Instagram post for a law firm.", "retro scatter pattern"),
        ("Design a sympathy card with the words With Deepest Sympathy.", "bauhaus retro bands"),
        ("An invitation to a software development seminar, 3 May", "retro botanical papercut"),
        ("A post for a car dealership", "arch botanical pattern"),
        ("An elegant wedding invitation for Ann and Tom", "bands retro dotmatrix"),
    ],
)
def test_systems_that_contradict_the_mood_are_never_chosen(request_, jarring):
    assert set(jarring.split()).isdisjoint(strategy_for(parse(request_)).fits)


def test_a_mood_that_is_said_goes_before_the_trades_own():
    assert "retro" in strategy_for(parse("A fun retro party invitation from a tech startup")).fits


@pytest.mark.parametrize(
    "style, systems",
    [
        ("with a bright gradient", {"aurora"}),
        ("in pixel art style", {"dotmatrix"}),
        ("with line art", DRAWN_IN_LINES),
        ("as an engraving", {"engraving"}),
        ("in art deco style", {"deco"}),
        ("with geometric shapes", {"bauhaus", "overprint", "supergraphic"}),
    ],
)
def test_words_of_style_decide_the_system(style, systems):
    briefs = [parse(f"A poster for a jazz night {style}, 4 May", seed=seed) for seed in range(20)]
    shown = Counter(strategy_for(brief).system for brief in briefs)
    assert sum(shown[name] for name in systems) >= 12


def test_variants_show_the_best_thing_by_several_hands():
    brief = parse("A poster for a trumpet recital at the Old Brewery.")
    shown = {strategy_for(brief, variant).subjects[0] for variant in range(8)}
    assert {thing_of(name) for name in shown} == {"trumpet"} and len(shown) > 1


def test_the_things_of_a_trade_take_turns():
    briefs = [
        parse(f"A flyer for the bakery {name}.")
        for name in ["Abe", "Ben", "Cid", "Dov", "Eli", "Fay"]
    ]
    heroes = {thing_of(strategy_for(brief).subjects[0]) for brief in briefs}
    assert 1 < len(heroes) <= 3


def things(request):
    subjects = strategy_for(parse(request)).subjects
    return [thing_of(icon) for name in subjects for icon in members_of(name)]


def test_beside_a_named_thing_nothing_else_is_shown():
    assert things("An Instagram ad for a lip gloss") == ["lip-gloss"]
    assert things("A sale of armchairs, 20% off") == ["armchair"]
    assert len(things("A poster for a bakery")) > 1  # of which the things are many


def test_where_several_things_are_named_systems_that_show_them_fit_better():
    one = strategy_for(parse("A poster for our burgers, at the Corner Grill")).fits
    more = strategy_for(parse("A poster for our burgers, hot dogs and pizza, at the Grill")).fits
    gathering = [name for name in one if SYSTEMS[name].gathers and name in more]
    assert gathering and all(more[name] > one[name] for name in gathering)


def test_a_bag_takes_the_colour_that_is_asked_for_and_food_keeps_its_own():
    bag = strategy_for(parse("A fashion sale in blue and white, with a handbag", system="swiss"))
    assert bag.subjects[0].startswith("leather-handbag")
    assert hex_to_oklch(bag.palette["subject"]).hue == pytest.approx(260, abs=25)
    greens = parse("A grocery poster with green vegetables", system="swiss")
    assert "subject" not in strategy_for(greens).palette


def test_prints_and_tickets_show_one_thing_and_windows_two():
    def shown(said: str, system: str) -> int:
        return len(members_of(strategy_for(parse(said, system=system)).subjects[0]))

    poster = "Bake sale with cakes, cookies and coffee for the school, 20% off"
    assert all(shown(poster, system) == 1 for system in ("riso", "engraving", "dotmatrix"))
    assert all(shown(poster, system) == 2 for system in ("arch", "deco", "retro"))
    assert shown("Ticket for the bake sale with cakes, cookies and coffee, 8 May", "arch") == 1


def test_sheets_that_cannot_be_as_light_as_was_asked_fit_worse():
    dark, plain = (
        strategy_for(parse(f"A poster for a music festival, 5 May{ground}")).fits
        for ground in (" on a white background", "")
    )
    assert dark["dotmatrix"] < plain["dotmatrix"] - 1


def test_a_scene_goes_where_no_other_is_set_around_it():
    fits = strategy_for(parse("Advertise a tyre service with a snowy road lit by headlights.")).fits
    assert fits["swiss"] > max(fits.get(name, -9.0) for name in ("papercut", "arch", "aurora"))


def test_long_titles_are_not_set_in_capitals_of_the_twenties():
    said = "Thank you for 31 years of patience, chalk dust and terrible puns."
    fits = strategy_for(parse(f"Create a retirement card. The message is: '{said}'")).fits
    assert "deco" not in fits


def test_sheets_of_the_twenties_are_for_what_they_suit():
    told = "An ad for a surf school. The image features a girl with a surfboard. Carefree mood."
    fits = strategy_for(parse(told)).fits
    assert fits.get("deco", -9.0) < max(fits.values()) - 1


def test_people_are_shown_once_and_large():
    told = "A flyer for a dance class. The image features an older couple dancing."
    fits = strategy_for(parse(told)).fits
    repeating = [name for name in fits if SYSTEMS[name].gathers]
    assert all(fits["swiss"] > fits[name] + 1 for name in repeating)


def test_the_vintage_of_a_wine_is_no_style():
    told = "Create a wine label with a minimal design. The vintage 2021 is shown."
    assert "retro" not in parse(told).tone.value
    assert strategy_for(parse(told)).system != "retro"


def test_a_mood_of_several_words_is_met_by_what_suits_most_of_them():
    told = "An ad for a riding school for children. Gentle, calm and warm. A girl and a pony."
    assert "arch" in strategy_for(parse(told)).fits


def test_hands_are_no_outlines():
    fits = strategy_for(parse("Create a poster that reminds people to wash their hands.")).fits
    assert max(fits.values()) > fits.get("engraving", -9.0) + 2


def test_chance_chooses_nothing_that_fits_far_worse_than_the_best():
    sales = (parse(f"A sale of up to 50% off at shop {n}") for n in range(80))
    made = [strategy_for(sale) for sale in sales]
    assert max(max(s.fits.values()) - s.fits[s.system] for s in made) < 1.8
    assert len({s.system for s in made}) > 3
