"""Requests of every trade, tone and language get the title an editor would choose."""

import csv
from pathlib import Path

import pytest

from agents.instruction import parse

with (Path(__file__).parent / "titles.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [(row["title"], row["request"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("title", "request_"), ROWS)
def test_the_title_is_the_one_an_editor_would_choose(title, request_):
    assert parse(request_).text("title") == title


@pytest.mark.parametrize(
    "request_",
    [
        "Create a poster for a fair. Leave some space at the top. Offer a warm feeling.",
        "A poster for a fair: soft gradient background, bokeh lights. Emphasise the fun.",
        "Illustrate a group of people dancing for a fair poster. Encourage viewers to smile.",
        "Create an atmospheric poster for a fair featuring a young couple in love.",
        "We'd like a fair poster that tugs at people's feelings. Something smiling.",
        "Poster: Fair, every Sunday. Moody gradient lighting. Pastel atmospheric feeling.",
        "I would need one poster for a fair, with space for people to write.",
    ],
)
def test_scenes_and_orders_to_the_designer_are_not_printed(request_):
    printed = " ".join(text.text for text in parse(request_).texts).lower()
    words = ("space", "gradient", "bokeh", "people", "smile", "couple", "feeling", "atmospheric")
    assert not [word for word in words if word in printed]


def test_a_quoted_line_of_facts_is_taken_apart():
    brief = parse('A poster titled "Midnight Jazz" with "Friday, June 12 · 9 PM · The Velvet Room"')
    found = [brief.text(role) for role in ("title", "date", "time", "venue")]
    assert found == ["Midnight Jazz", "Friday, June 12", "9 PM", "The Velvet Room"]


@pytest.mark.parametrize("request_", ["🎉🎂", "x", "asdf qwer zxcv", "$5 " * 400, "'a " * 400])
def test_nonsense_gives_a_brief_or_a_question(request_):
    brief = parse(request_)
    assert brief.text("title") or brief.questions


@pytest.mark.parametrize(
    ("request_", "title", "whom"),
    [
        ("Create a flyer for kids aged 5-8 about a science camp.", "Science Camp", "kids aged 5-8"),
        ("Create an ad for pet owners about dental care.", "Dental Care", "pet owners"),
        ("Poster for students: free tutoring on Mondays at 5 pm.", "Free Tutoring", "students"),
        ("Design a banner for new employees on cyber security.", "Cyber Security", "new employees"),
    ],
)
def test_what_a_design_is_about_comes_before_whom_it_is_for(request_, title, whom):
    brief = parse(request_)
    assert brief.text("title") == title and brief.text("subtitle") == f"For {whom}"


def test_no_hole_that_a_form_has_left_is_printed():
    brief = parse(
        "We host a debate about the new bridge. Title: Bridge or Ferry? Speakers: Councillor Ada "
        "Ruhl, engineer Yun Demir, and shop owner Carla Niss. Tuesday 3 November, 19:00, Old Mill."
    )
    assert brief.text("title") == "Bridge or Ferry?"
    assert all("\ue000" not in text.text for text in brief.texts)
