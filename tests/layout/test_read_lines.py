"""Few short lines below a title are set larger; in stories the art lies below all copy."""

from __future__ import annotations

from design_io.fonts import FontLibrary
from layout.arrange import arrange
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()
TITLE, DATE = ("title", "title", "Tide Tables", ""), ("date", "date", "5 May", "Date")


def _size(line: str, *texts: tuple[str, str, str, str]) -> float:
    plan = plan_of((TITLE, ("subtitle", "subtitle", line, ""), *texts), size="portrait")
    placed = arrange(plan, FONTS).placements
    return next(p.size for p in placed if p.element == "subtitle")


def test_a_short_line_is_larger_than_a_passage_and_smaller_beside_facts() -> None:
    passage = "Read the sea and its moods. " * 4
    assert _size("Read the sea") > _size("Read the sea", DATE) > _size(passage)


def test_hung_copy_stands_above_the_art_of_a_story_which_reaches_the_lower_edge() -> None:
    layout = arrange(plan_of((TITLE, DATE), "engraving", "instagram-story"), FONTS)
    boxes = {p.element: p.box for p in layout.placements}
    assert boxes["date"].bottom < boxes["art"].y
    assert boxes["art"].bottom > 0.9 * layout.height


def test_in_landscape_short_facts_are_not_broken_by_narrow_columns() -> None:
    facts = (
        DATE,
        ("time", "time", "10 AM to 12 noon", "Time"),
        ("venue", "venue", "The Old Clay House", ""),
    )
    for seed in range(6):
        plan = plan_of((TITLE, *facts), "engraving", "facebook-event-cover", seed)
        placed = arrange(plan, FONTS).placements
        inked = [p for p in placed if p.element in ("date", "time", "venue")]
        assert all(p.box.height < 1.5 * p.size for p in inked)


def test_a_price_that_only_begins_keeps_its_heading() -> None:
    plan = plan_of((TITLE, ("price", "price", "$999", "From")), "scatter", "portrait")
    assert any(p.element == "price-label" for p in arrange(plan, FONTS).placements)
