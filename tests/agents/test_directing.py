"""Sentences that speak to the designer are read for the picture and never printed."""

import pytest

from agents.directing import directions_in
from agents.instruction import parse
from agents.reader.copy import copy_in


@pytest.mark.parametrize(
    "direction",
    [
        "The tone is understanding, never pitying",
        "I'm thinking of one perfect black circle, thin orange ring, tiny type",
        "Keep copy to a minimum",
        "Square, must work at 64 px",
        "The banner will be 1600 by 500 px and should keep the left third free for a headline",
        "We imagine a calm label with lots of space and one accent colour",
        "Warm kitchen light, messy table, no perfect families",
        "Target audience: office workers with back pain",
        "My father is a railway nut so think old train tickets and a punch hole",
        "The firm's logo must not be bigger than the greeting",
        "It should feel like us: messy, generous, a bit chaotic",
        "The post is meant for customers and future employees",
        "The concept is a wall of forgotten umbrellas",
        "Low sun over the grass, one ball in the air, wide format, cool grotesque type",
        "Panoramic, retro travel poster, teal sea and a tiny white ship, sun disc",
        "Use a bird's-eye view of vegetable beds in linocut style",
        "Dignified and tender. Soft grey-green, single dandelion, serif italics",
    ],
)
def test_a_direction_is_not_printed(direction):
    brief = parse(f"Create a flyer for a pottery class. {direction}. The class starts on 4 May.")
    printed = " | ".join(f"{text.label} {text.text}" for text in brief.texts)
    assert printed.replace("Come and learn", "").count("|") <= 2, printed
    assert brief.text("title") == "Pottery Class"
    assert "4 May" in printed


@pytest.mark.parametrize(
    "copy",
    [
        "The kiln must be booked a week ahead",
        "No jargon, no hurry",
        "Small flaws, half the price",
        "We love dirty hands",
        "Coffee and bread are ours",
    ],
)
def test_what_is_told_of_the_thing_is_no_direction(copy):
    request = f"Create a flyer for a pottery class. {copy}. The class starts on 4 May."
    assert directions_in(request, copy_in(request)) == ()


def test_a_quoted_headline_is_not_cut_by_the_reader():
    request = (
        "An ad for our physiotherapy practice. Style: modern, airy. Format: square."
        " Main message: Your back has been patient long enough."
    )
    assert parse(request).text("title") == "Your back has been patient long enough."
