"""Colours are obeyed wherever a request tells them, and never printed."""

import pytest

from agents.colorwords import color_named
from agents.instruction import parse
from design_io.color import relative_chroma


@pytest.mark.parametrize(
    ("asking", "title"),
    [
        ("Create a flyer for a tailor, white background, black text.", "Tailor"),
        ("Design a poster for a protest, yellow on black.", "Protest"),
        ("Design a cover for a podcast, purple to pink gradient.", "Podcast"),
        ("Design a poster for a film club in monochrome blue.", "Film Club"),
        ("Create a poster for a chess club, black and white only.", "Chess Club"),
    ],
)
def test_the_colours_at_the_end_of_the_asking_are_not_printed(asking, title):
    assert [text.text for text in parse(asking).texts if text.role == "title"] == [title]


@pytest.mark.parametrize(
    ("asking", "ground", "ink", "colors"),
    [
        ("An ad for a knife maker with one white blade on slate grey.", "slate grey", "", ()),
        ("Poster for a band, blood red on black.", "#121212", "", ("blood red",)),
        ("An ad for a bank. The colours are navy and white with a touch of orange.", "", "",
         ("#12264f", "#ffffff", "#f47b20")),
        ("An ad. The background is mint green, the text dark blue.", "mint", "#0c316b", ()),
        ("A poster for a show in monochrome blue.", "", "", ("#1f5fc4",)),
        ("A banner with royal blue letters on a pale gold ground.", "#eee4cf", "royal blue", ()),
        ("A story for a barbershop. Keep it black and cream.", "", "", ("#121212", "cream")),
    ],
)  # fmt: skip
def test_colours_are_heard(asking, ground, ink, colors):
    brief = parse(f"Create {asking[0].lower()}{asking[1:]}")
    assert brief.ground.value == (color_named(ground) or "" if ground else "")
    assert brief.ink.value == (color_named(ink) or "" if ink else "")
    assert brief.colors.value == tuple(color_named(color) for color in colors)


def test_bright_yellow_is_not_pale():
    ground = parse("Create a poster for a fair on a bright yellow background.").ground.value
    assert relative_chroma(ground) > 0.9


def test_a_business_card_of_nobody_has_room_for_a_name():
    assert parse("Create a business card, matte black with silver text.").text("title")
