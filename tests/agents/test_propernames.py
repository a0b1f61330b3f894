"""The words of names draw nothing: people, streets, and what shops are called after."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "subject"),
    [
        ("Flyer: marketing masterclass with Daisy Moon, 9 November, London.", "marketing"),
        ("Flyer for Daisy Miller, piano teacher, call 555 0182.", "piano teacher"),
        ("Flyer for a foot clinic, podiatry and nail care, Stone Street.", "foot clinic"),
        ("Poster for the Fox Diner: burgers and shakes from $9.", "burger"),
        ("Opening of The Green Parrot, cocktail bar, Friday 8 pm.", "cocktail bar"),
        ("Flyer for Phoenix Gym, join in January.", "gym"),
        ("Flyer for Wolf Insurance, protect what matters.", "insurance"),
        ("Ad for Bear & Sons Roofing, free estimates.", "roofing"),
        ("Open day at Rosewood Primary School, 4 October 9-12.", "primary school"),
        ("Poster for a lost dog, brown labrador, named Rex.", "labrador"),
        ("Carnival parade in Cologne", "parade"),
        ("Poster for a charity walk around Crab Lake.", "charity walk"),
    ],
)
def test_names_are_no_subject(request_, subject):
    assert parse(request_).subject.value == subject


@pytest.mark.parametrize(
    ("request_", "subject"),
    [
        ("Cherry Blossom Festival in Kyoto Garden, 5 April.", "cherry blossom festival"),
        ("Flyer for Rose Bakery: fresh bread every morning.", "bread"),
        ("Poster for the Pumpkin Farm open weekend for families.", "pumpkin"),
        ("Poster for the Eagle Scouts pancake breakfast.", "pancake breakfast"),
    ],
)
def test_capitals_alone_make_no_name(request_, subject):
    assert parse(request_).subject.value == subject
