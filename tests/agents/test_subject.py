"""What to draw, in which mood and colours."""

import lzma

import pytest

from agents.colorwishes import color_of_thing, wishes_in
from agents.colorwords import color_named
from agents.lexicon import CONFIDENT, TRADES, Region, foreign_entry, icons_for, subject_of
from agents.tone import tones_in
from design_io.color import hex_to_oklch


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("Tomatoes", "tomato"),
        ("Jazz Night", "saxophone"),
        ("Exclusive Watches", "wristwatch"),
        ("Oktoberfest Beer Sale", "beer-mug"),
    ],
)
def test_the_title_names_the_icon(text, icon):
    assert subject_of((Region(text, 1.0),)).icons[0] == icon


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("Track Your Habits", "spiral-calendar"),
        ("Train Your Brain", "brain"),
        ("Clean Water for Every Village", "droplet"),
        ("Caring for Seniors", "teapot"),
        ("Ski Resort Opening", "skis"),
        ("Meet the Streamer", "headphone"),
        ("Charity Run", "running-shoe"),
        ("Co-Working Space", "laptop"),
        ("Summer Soccer Camp", "soccer-ball"),
        ("Grandparents' Day", "teapot"),
        ("Model Train Show", "model-train"),
        ("Neighborhood Watch Meeting", "house-with-garden"),
        ("Power Plant Tour", "factory"),
        ("Organ Donation", "anatomical-heart"),
        ("Jam Session", "guitar"),
        ("Cupcake Museum", "cupcake"),
        ("Cat Cafe in Portland", "cat"),
        ("Python Workshop", "code-window"),
    ],
)
def test_deeds_and_compounds_show_what_they_mean(text, icon):
    assert subject_of((Region(text, 1.0),)).icons[0] == icon


@pytest.mark.parametrize(
    "text",
    ["New Arrivals", "Watch Your Step", "Breaking the Ice", "Light at the End of the Tunnel"],
)
def test_figures_of_speech_show_nothing(text):
    assert subject_of((Region(text, 1.0),)).icons == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Eine Bäckerei in Köln", "bakery"),
        ("Zahnarztpraxis Dr. Meier", "dentist"),
        ("L’école de tennis", "tennis"),
        ("Peluquería en Madrid", "hair salon"),
        ("Gelateria a Napoli", "ice cream"),
        ("Uma padaria", "bakery"),
        ("Fietsenwinkel", "bicycle"),
        ("Kwiaciarni", "florist"),
        ("Стоматологии", "dentist"),
        ("İstanbul’da bir fırın", "bakery"),
    ],
)
def test_trades_are_known_in_other_languages(text, word):
    assert subject_of((Region(text, 1.0),)).word == word


def test_no_common_english_word_is_taken_for_a_trade_in_another_language():
    text = lzma.decompress((TRADES.parent / "english.txt.xz").read_bytes()).decode()
    common = " ".join(text.split("\n\n")[:2]).split()
    assert [word for word in common if not icons_for(word) and foreign_entry(word)] == []


def test_words_that_say_little_are_not_enough_for_a_picture():
    assert subject_of((Region("Sale", 1.0),)).confidence < CONFIDENT
    assert icons_for("nothing that can be drawn qwx") == ()


@pytest.mark.parametrize(
    ("request_", "count"),
    [
        ("in blue and white colors", 2),
        ("use the colors red and grey", 2),
        ("a predominantly pink card", 1),
        ("brand colors #1a2b3c and teal", 2),
        ("a techno poster, pink and purple, edgy", 2),
        ("colors: pink and purple", 2),
        ("the palette should be teal, coral and cream", 3),
        ("Use black and gold. Do not use red.", 2),
        ("make it in green, not blue, without any yellow", 1),
        ("a white car and a woman in blue jeans", 0),
        ("a Black Friday sale", 0),
    ],
)
def test_colours_of_the_design_are_told_from_those_of_things(request_, count):
    assert len(wishes_in(request_).colors) == count


@pytest.mark.parametrize(
    ("words", "color"),
    [("#ABC", "#aabbcc"), ("red", "#ff0000"), ("Royal Blue", "#2b4bce"), ("quux", None)],
)
def test_colours_have_names(words, color):
    assert color_named(words) == color


def test_modifiers_change_the_lightness():
    assert color_named("dark blue") == "#00008b"
    assert color_named("pale teal") not in (None, color_named("teal"))


def test_tones_come_from_the_words():
    assert tones_in("an elegant and romantic wedding") == ("romantic", "elegant")


def test_yellow_said_in_words_is_not_the_greenish_yellow_of_screens():
    (yellow,) = wishes_in("a poster in yellow, please").colors
    assert 85 < hex_to_oklch(yellow).hue < 100
    assert wishes_in("a poster in #ffd400").colors == ("#ffd400",)


@pytest.mark.parametrize(
    ("request_", "ground"),
    [
        ("A car sale with a red background", "#d3252f"),
        ("A moon poster, the background is navy", "#12264f"),
        ("A minimal white poster for a dentist", "#ffffff"),
        ("A Black Friday banner", ""),
        ("A flyer in red and green", ""),
    ],
)
def test_the_ground_is_what_is_said_of_the_background(request_, ground):
    assert wishes_in(request_).ground == ground


@pytest.mark.parametrize(
    ("request_", "count"),
    [
        ("A gold and black invitation to a gala", 2),
        ("A black and white poster for a photography exhibition", 2),
        ("A business card for a law firm, navy and gold", 2),
        ("A dentist appointment card, mint green", 1),
        ("A pride poster with rainbow colors", 6),
        ("A sale poster with an orange to pink gradient", 2),
        ("A cover with a black and gold luxurious look", 2),
        ("A post with a gradient from blue to turquoise", 2),
        ("A wine label in burgundy and cream called Terra Rossa", 2),
        ("A bowl of orange, lime and mint", 0),
        ("Red wine and white cheese tasting", 0),
    ],
)
def test_colours_are_read_in_many_turns_of_phrase(request_, count):
    assert len(wishes_in(request_).colors) == count


@pytest.mark.parametrize(
    ("request_", "icons", "color"),
    [
        ("a flower shop with a focus on blue tulips", ("tulip",), "#1f5fc4"),
        ("a card with black and white flowers", ("hibiscus", "bouquet"), "#808080"),
        ("a sale of white cars", ("automobile",), "#ffffff"),
        ("a blue poster about tulips", ("tulip",), ""),
    ],
)
def test_a_colour_said_of_the_thing_is_the_things(request_, icons, color):
    assert color_of_thing(request_, icons) == color
