"""Who signs a card stays on it as one line."""

import pytest

from agents.instruction import parse

SIGNED = (
    ('Birthday card for my aunt, it should say "Happy 60th!" and From all your nieces.',
     "From all your nieces"),
    ("Make a get well card with a teddy bear. Love, Tim and Sara.", "Love, Tim and Sara"),
    ("Create a card to wish a colleague a happy retirement. From everyone at Harper & Lowe.",
     "From everyone at Harper & Lowe"),
)  # fmt: skip


@pytest.mark.parametrize(("request_", "line"), SIGNED)
def test_a_signature_is_one_line(request_, line):
    brief = parse(request_)
    printed = [t.text for t in brief.texts]
    assert line in printed
    assert not {"Tim", "Sara", "Love"} & set(printed) and not brief.text("venue")


@pytest.mark.parametrize(
    "request_",
    [
        "Birthday card for Ben. From 3pm to 5pm there is cake at 12 Oak Road.",
        "Poster for a bakery. From classic loaves to modern buns, we bake it all.",
    ],
)
def test_from_a_time_or_a_range_signs_nothing(request_):
    assert not [t for t in parse(request_).texts if t.text.startswith("From ")]
