"""Lines that are no copy are left out, and words of direction at the ends of others."""

import pytest

from agents.brief import Text
from agents.copy_only import without_direction
from agents.instruction import parse
from tests.agents.test_reconciled import copy_of, said, text


def looked_at(marked, *texts: Text):
    return said(without_direction((text("title", "Title"), *texts), copy_of(marked)))[1:]


def test_a_sentence_of_direction_is_no_line():
    marked = [("Title", "title"), (". Speed lines and a cab at dawn", "none")]
    assert looked_at(marked, text("subtitle", "Speed lines and a cab at dawn")) == []


def test_what_the_rules_took_out_of_a_sentence_stays_if_it_is_a_row_or_a_target_group():
    marked = [("Title", "title"), ("shop for students with lamps, books and quilts", "none")]
    lines = (text("subtitle", "For students"), text("item", "Lamps, books and quilts"))
    assert looked_at(marked, *lines) == said(lines)


@pytest.mark.parametrize(
    ("lead", "line", "left"),
    [
        ("Topics are", "wills and trusts", "Wills and trusts"),
        ("Underline:", "over 3,000 pianos moved", "Over 3,000 pianos moved"),
        ("hosted by", "Finn Abara", "Hosted by Finn Abara"),
        ("All proceeds go to", "Mercy Hospital", "All proceeds go to Mercy Hospital"),
    ],
)
def test_only_what_announces_a_line_is_cut_from_it(lead, line, left):
    marked = [("Title", "title"), (".", "none"), (lead, "none"), (line, "line"), (".", "none")]
    whole = f"{lead[0].upper()}{lead[1:]} {line}"
    assert looked_at(marked, text("item", whole)) == [("item", left)]


def test_a_name_that_must_not_be_told_is_not_told():
    marked = [("Title", "title"), (". Don't mention", "none"), ("the new shop", "line")]
    assert looked_at(marked, text("item", "Don't mention the new shop")) == []


def test_a_trade_stays_above_or_below_a_name():
    marked = [("gift card for a bookshop named", "none"), ("Title", "title")]
    assert looked_at(marked, text("subtitle", "Bookshop")) == [("subtitle", "Bookshop")]


def test_no_look_is_printed():
    texts = parse("Create a poster for a rowing regatta. Pale blue water, tiny boats, calm.").texts
    assert not any("tiny" in text.text.lower() for text in texts)
