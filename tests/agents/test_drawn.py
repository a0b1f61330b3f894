"""Line drawings and pictures drawn by hand, where a request asks for them."""

import pytest

from agents.drawn import hand_in
from agents.instruction import parse
from agents.strategy import strategy_for
from generators.artist.drawn import SYSTEMS


@pytest.mark.parametrize(
    ("request_", "hand"),
    [
        ("A wine label with a single line drawing of a hillside.", "line"),
        ("A poster in line art with a cup.", "line"),
        ("A wedding card with pencil sketches of wildflowers.", "line"),
        ("A logo for a bakery. The feeling is rustic and hand-drawn.", "ink"),
        ("A thumbnail for a ramen recipe in a hand-drawn style.", "ink"),
        ("A flyer for a zoo in a cartoon style.", "ink"),
        ("A poster with hand-drawn lettering.", ""),
        ("A flyer for a sketch comedy night.", ""),
        ("A sale of hand-painted mugs.", ""),
        ("A flyer for an online cartoon workshop.", ""),
    ],
)
def test_the_hand_that_is_asked_for_is_heard(request_: str, hand: str) -> None:
    assert hand_in(request_) == hand


def test_systems_that_can_draw_so_are_chosen() -> None:
    for seed in range(8):
        brief = parse("A birthday card with a line drawing of a fox.", seed=seed)
        assert strategy_for(brief).system in SYSTEMS
