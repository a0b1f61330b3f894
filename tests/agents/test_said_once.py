"""No line repeats the headline or another line, and none is torn off."""

import pytest

from agents.said_once import said_once
from tests.agents.test_reconciled import said, text


def lines(title, *texts):
    return said(said_once((text("title", title), *texts)))[1:]


@pytest.mark.parametrize(
    ("title", "line", "left"),
    [
        ("The Hardest Boss Ever", "Hardest boss ever", None),
        ("Help Us Play Again", "Help us play again, and every euro counts", "Every euro counts"),
        ("Cheap Dinner", "Cheap Dinner, recipes and rants", "Recipes and rants"),
        ("Brunch", "Scones, quiche and a", "Scones, quiche"),
        ("Brunch", "And live music", "Live music"),
        ("Coach", "Focus on strength and sleep", "Strength and sleep"),
        ("Brunch", "Who is hungry?", "Who is hungry?"),
        ("Summer Sale", "Summer sale 2026", "Summer sale 2026"),
    ],
)
def test_a_line_says_what_the_headline_does_not(title, line, left):
    assert lines(title, text("subtitle", line)) == ([("subtitle", left)] if left else [])


def test_a_line_that_is_part_of_another_goes():
    short, whole = text("subtitle", "Scones and quiche"), text("item", "Scones, quiche and jam")
    assert lines("Brunch", short, whole) == said((whole,))
    assert lines("Brunch", whole, whole) == said((whole,))


def test_what_the_sheet_is_stays_beside_a_condition_that_names_it():
    kept = (text("kicker", "Coupon"), text("legal", "One coupon per customer", "user"))
    assert lines("3 shirts for 2", *kept) == said(kept)


def test_a_headline_cut_at_an_and_is_told_whole():
    texts = said_once((text("title", "Healing for the Body"),
                       text("subtitle", "Healing for the body and soul")))  # fmt: skip
    assert said(texts) == [("title", "Healing for the Body and Soul")]
