"""Lines offered under a bare title: marked as suggested, and never where anything else is said."""

from __future__ import annotations

import re

import pytest

from agents.instruction import parse
from agents.selling import _EVENTS, _KINDS, _THINGS


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Design a Facebook cover for a yoga class.", "Breathe in, slow down"),
        ("Create an invitation for a Halloween party.", "Come if you dare"),
        ("Create a flyer for a karaoke night at a bar.", "The stage is yours"),
        ("Create a flyer for a hot dogs stand festival.", "Come and celebrate"),
    ],
)
def test_a_bare_title_is_offered_a_line_by_its_topic(request_: str, line: str) -> None:
    offered = [t for t in parse(request_).texts if t.role == "subtitle"]
    assert [(t.text, t.provenance) for t in offered] == [(line, "suggested")]


@pytest.mark.parametrize(
    "request_",
    [
        "Create a logo for a bakery named Sweet Crumbs.",
        "Design a business card for a barber shop.",
        "Flyer for a lost cat named Momo.",
        "Poster with the text 'Dance with me'",
        "Ad for a gym offering 20% off.",
        "Design a ticket for a rock concert.",
        "Poster for a dance party, only the title.",
        "Jazz Night\nBlue Note\n8 pm",
    ],
)
def test_marks_papers_notices_and_worded_copy_are_offered_none(request_: str) -> None:
    assert not [t for t in parse(request_).texts if t.role == "subtitle"
                and t.provenance == "suggested"]  # fmt: skip


def test_lines_are_short_and_hold_no_figure_name_or_claim() -> None:
    claims = re.compile(r"\d|\b(?:best|free|guarantee\w*|cheap\w*|only|fresh\w*)\b", re.I)
    for _, line in (*_EVENTS, *_THINGS, *_KINDS):
        assert len(line.split()) <= 7
        assert not claims.search(line.replace("a fresh start", ""))


def test_the_link_in_the_bio_is_told() -> None:
    said = parse("Post for a UI designer vacancy. Provide a link to apply in the bio.")
    assert "Link in bio" in [t.text for t in said.texts]
