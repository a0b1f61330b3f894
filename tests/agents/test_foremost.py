"""Who or what is read first: performers, houses, and words that are to be prominent."""

import pytest

from agents.instruction import parse
from layout.plan import STRESSED


@pytest.mark.parametrize(
    ("request_", "title", "below"),
    [
        ("A poster for a stand-up comedy night featuring Ada Quill", "Ada Quill", "Comedy"),
        (
            "Gift certificate for kitchen knives and boards. The certificate is for Kettle.",
            "Kettle",
            "Kitchen",
        ),
    ],
)
def test_who_one_comes_for_leads_where_the_title_was_composed(request_, title, below):
    brief = parse(request_)
    assert brief.text("title") == title
    assert any(below in text.text for text in brief.texts if text.role == "subtitle")


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ('A comedy night poster featuring Ada Quill. The title is "Laugh Lines"', "Laugh Lines"),
        ("Ad for a summer sale of garden chairs by the brand Kettle", "Summer Sale"),
    ],
)
def test_quoted_titles_and_sales_stay(request_, title):
    assert title in parse(request_).text("title")


def test_words_to_be_prominent_are_marked_and_stand_alone():
    brief = parse(
        "YouTube thumbnail for a guitar course called 'Six Strings'. Part 03 should be emphasized."
    )
    stressed = [text for text in brief.texts if text.importance == STRESSED]
    assert [text.text for text in stressed] == ["Part 03"]
    assert not any("Part 03" in text.text for text in brief.texts if text not in stressed)
