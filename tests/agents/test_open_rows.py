"""Rows stay open where a request says that something is listed, and not what."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def rows(request: str) -> list[str]:
    return [t.text for t in parse(request).texts if t.provenance == "suggested"]


def test_tips_that_are_not_told_have_room_under_what_they_are_of():
    brief = parse(
        "Create an Instagram story for a sailing blog that shares two tips for tying knots."
    )
    assert brief.text("title") == "Two Tips for Tying Knots"
    assert brief.text("kicker") == "Sailing blog"
    assert [t.text for t in brief.texts if t.role == "item"] == [
        "Your first tip",
        "Your second tip",
    ]
    assert "rows" in {question.id for question in brief.questions} or brief.form.value == "picture"


def test_winners_that_are_not_named_have_places():
    brief = parse("Create a post announcing the winners of a local baking contest.")
    assert brief.form.value == "steps"
    assert [t.text for t in brief.texts if t.group] == ["Winner’s name"] * 3


def test_courses_of_a_menu_head_open_rows():
    brief = parse(
        "Create a menu card for a harvest dinner. The courses are listed as soups, mains"
        " and desserts."
    )
    assert brief.size.value == "menu"
    heads = [t.text for t in brief.texts if t.role == "kicker" and t.group]
    assert heads == ["Soups", "Mains", "Desserts"]


@pytest.mark.parametrize(
    "request_",
    [
        "Create a YouTube thumbnail for a video with five tips for tying knots.",
        "Create a post with three tips for tying knots: take time, use good rope, practise daily.",
        "Create a Facebook ad for a workshop on tips for tying knots.",
        "Create a poster for a sailing club.",
    ],
)
def test_what_is_told_or_has_no_room_is_not_left_open(request_):
    assert not any(row.startswith("Your ") for row in rows(request_))


def test_steps_that_are_counted_and_facts_that_are_given_are_named():
    steps = parse("Create an Instagram story with a morning routine in five steps.").texts
    assert [t.text for t in steps if t.role == "item"][-1] == "Your fifth step"
    facts = parse(
        "Create an Instagram post with three facts about hedgehogs: they have 5,000 spines, they"
        " sleep all winter and they can swim."
    )
    assert facts.text("title") == "Three Facts About Hedgehogs"
