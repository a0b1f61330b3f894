import asyncio

import pytest

from agents.graph import design_poster
from agents.reverse import back_of
from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from layout.systems import SYSTEMS

PERSON = "Business card for Mia Hart, dentist at Bright Smile. Phone 555-320-7788, mia@bright.com"


def sides(request, system="swiss"):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    made = design_poster(request, resources=resources, generator=Artist(), system=system)
    outcome = asyncio.run(made)
    return outcome, back_of(outcome, resources, Artist())


def texts_of(design):
    return [layer.text for layer in leaves(design) if isinstance(layer, TextLayer)]


def test_the_front_of_a_card_says_everything_and_its_back_the_house():
    outcome, back = sides(PERSON)
    assert {"Mia Hart", "Dentist", "Bright Smile", "555-320-7788"} <= set(texts_of(outcome.design))
    assert texts_of(back) == ["Bright Smile"]
    assert back.canvas == outcome.design.canvas and back.palette == outcome.design.palette


@pytest.mark.parametrize(
    "deal, count",
    [("buy 9 coffees, get the 10th free", 10), ("collect 8 stamps for a free pie", 8),
     ("every sixth wash is free", 6), ("it has twelve round stamps", 12)],
)  # fmt: skip
def test_a_loyalty_card_has_its_stamps_on_the_front(deal, count):
    outcome, back = sides(f"Loyalty card for Bean There coffee: {deal}")
    assert [text for text in texts_of(outcome.design) if text.isdigit()] == [
        str(n) for n in range(1, count + 1)
    ]
    assert not any(text.isdigit() for text in texts_of(back))
    assert not [f for f in outcome.findings if f.severity == "hard"]


@pytest.mark.parametrize("system", [n for n, s in SYSTEMS.items() if not s.needs_picture])
@pytest.mark.sampled("botanical", "frame", every=5)
def test_the_back_of_a_greeting_card_has_its_art_and_no_words(system):
    outcome, back = sides('Birthday card, 20% off inside: "Happy Birthday, Ida"', system)
    assert back.canvas == outcome.design.canvas and back.palette == outcome.design.palette
    assert texts_of(back) == [] and len(back.layers) >= 1


def test_a_business_card_without_contacts_has_lines_to_write_on_its_back_only():
    outcome, back = sides("Business card for a travel agency called Far Shores")
    assert not {"Phone", "E-mail"} & set(texts_of(outcome.design))
    assert {"Far Shores", "Name", "Phone", "E-mail"} == set(texts_of(back))
    assert not any(layer.role == "hero" for layer in back.layers)


def test_other_designs_have_one_side():
    assert sides("A jazz night poster, Saturday 8 pm")[1] is None


def test_contact_lines_stand_without_headings():
    shown = texts_of(sides(PERSON)[0].design)
    assert "Phone" not in shown and "E-mail" not in shown
