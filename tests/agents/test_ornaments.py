"""Gingham, stars and snow that a request wants all over its sheet."""

import pytest

from agents.instruction import parse
from agents.ornaments import ornament_in
from agents.strategy import strategy_for
from generators.artist.ornament import shows


@pytest.mark.parametrize(
    ("request_", "ornament"),
    [
        ("A plum jam label with a gingham pattern at the top.", "gingham"),
        ("A flyer for a trattoria with a checked tablecloth background.", "gingham"),
        ("A Hanukkah card on deep blue with small silver stars.", "stars silver"),
        ("A gala invitation with golden stars.", "stars gold"),
        ("A winter market poster with snowflakes.", "snow"),
        ("A diner menu with polka dots.", "dots"),
        ("A kiosk poster with a striped background.", "stripes"),
        ("A card with tiny pink hearts.", "hearts"),
        ("A poster for a talk on rising stars of chess.", ""),
        ("A review post with five gold stars.", ""),
        ("A sale of checked shirts and striped socks.", ""),
        ("A winter poster without snowflakes.", ""),
        ("A ski shop poster: snow boots from $40.", ""),
    ],
)
def test_what_is_wanted_all_over_the_sheet_is_heard(request_: str, ornament: str) -> None:
    assert ornament_in(request_) == ornament


def test_systems_without_room_for_it_give_way() -> None:
    wanted = [
        strategy_for(parse("A poster for a jam sale with a gingham background.", seed=seed)).system
        for seed in range(12)
    ]
    assert sum(shows("gingham", system) for system in wanted) > 10
