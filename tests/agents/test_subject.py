"""What to draw, in which mood and colours."""

import lzma

import pytest

from agents.colorwords import color_named
from agents.lexicon import CONFIDENT, TRADES, Region, foreign_entry, icons_for, subject_of
from agents.tone import colors_in, tones_in
from design_io.color import hex_to_oklch


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("Tomatoes", "tomato"),
        ("Jazz Night", "saxophone"),
        ("Exclusive Watches", "watch"),
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
        ("Model Train Show", "locomotive"),
        ("Neighborhood Watch Meeting", "house-with-garden"),
        ("Power Plant Tour", "factory"),
        ("Organ Donation", "anatomical-heart"),
        ("Jam Session", "guitar"),
        ("Cupcake Museum", "cupcake"),
        ("Cat Cafe in Portland", "cat-face"),
        ("Python Workshop", "laptop"),
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
    assert len(colors_in(request_)) == count


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
    (yellow,) = colors_in("a poster in yellow, please")
    assert 85 < hex_to_oklch(yellow).hue < 100
    assert colors_in("a poster in #ffd400") == ("#ffd400",)
