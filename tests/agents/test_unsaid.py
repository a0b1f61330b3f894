"""Every form keeps the hard facts and the quoted copy of its request, whatever else it shows."""

import pytest

from agents.instruction import parse

THINGS = (
    "logo for a coffee shop named Bean", "letterhead for a law firm", "gift certificate for a spa",
    "certificate of completion for a yoga course", "business card for a plumber",
    "product label for honey", "quote post for a therapist", "thank you card for a store",
)  # fmt: skip
FACTS = {
    'The text reads "Good things take time".': ("Good things take time",),
    "It offers 20% off all services.": ("20% off all services",),
    'The text says "Thank you for your order" and "See you soon".': (
        "Thank you for your order", "See you soon",
    ),
    "Open Monday to Friday.": ("Monday to Friday",),
}  # fmt: skip


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("sentence", FACTS)
def test_a_form_keeps_what_is_quoted_and_told(thing, sentence):
    texts = " ".join(text.text for text in parse(f"Create a {thing}. {sentence}").texts)
    assert all(fact.lower() in texts.lower() for fact in FACTS[sentence])


def test_a_form_that_says_it_all_gets_nothing_more():
    texts = [text.text for text in parse("Coupon: 20% off all pizzas, until 5 May 2027").texts]
    assert len(texts) == len({text.lower() for text in texts})
    assert sum("20%" in text for text in texts) == 1
