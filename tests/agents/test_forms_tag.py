"""Labels, badges and headed paper: who or what heads them, and that nothing told is lost."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "title", "others"),
    [
        ("Product label for strawberry jam, Granny Smith's Kitchen, 250 g, made in Devon",
         "Strawberry Jam", {"Granny Smith's Kitchen", "250 g", "Made in Devon"}),
        ("Packaging label for a candle: Amber & Oak, soy wax, 40 hours burn time, 220 g",
         "Amber & Oak", {"Candle", "Soy wax", "40 hours burn time", "220 g"}),
        ("Wine label for Chateau Belmont, Cabernet Sauvignon 2024, 75 cl, 13.5% vol",
         "Chateau Belmont", {"Cabernet Sauvignon 2024", "75 cl", "13.5% vol"}),
        ("Name badge for the Data Summit 2027: Dr. Priya Natarajan, Lead Scientist, Orion Labs",
         "Dr. Priya Natarajan", {"Data Summit 2027", "Lead Scientist", "Orion Labs"}),
        ("Employee ID card for Jonas Weber, Warehouse Manager, Nordlicht Logistics, ID 20481",
         "Jonas Weber", {"Warehouse Manager", "Nordlicht Logistics", "ID 20481"}),
    ],
)  # fmt: skip
def test_labels_and_badges_say_all_that_is_told(request_, title, others):
    brief = parse(request_)
    assert brief.text("title") == title
    assert {t.text for t in brief.texts if t.role != "title"} == others


@pytest.mark.parametrize(
    "request_",
    [
        "Poster for a record label showcase, Friday 8 pm, The Vault",
        "A label for honey with a bee on it",
        "Business card for Tom Becker, CEO of Becker Logistics",
    ],
)
def test_what_is_no_label_or_tells_too_little_is_read_as_before(request_):
    brief = parse(request_)
    assert not any(t.role == "item" for t in brief.texts)


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        ("Letterhead for Baker & Stone Architects, 14 Mill Lane, Bristol, hello@baker.co.uk",
         "Baker & Stone Architects"),
        ("We need headed paper for the Green Valley School, 3 School Road, Leeds",
         "Green Valley School"),
        ("Design an invoice template for Copperfield Plumbing, phone 555-0134",
         "Copperfield Plumbing"),
    ],
)  # fmt: skip
def test_headed_paper_is_white_and_headed_by_the_name(request_, name):
    brief = parse(request_)
    assert (brief.form.value, brief.size.value) == ("letterhead", "letterhead")
    assert (brief.text("title"), brief.ground.value) == (name, "#ffffff")


def test_a_person_s_letterhead_keeps_trade_address_and_phone_apart():
    brief = parse(
        "Letterhead for Dr. Ana Ruiz, Pediatric Dentist, 5 Elm Court, Austin, 512-555-0110"
    )
    assert {t.text for t in brief.texts} == {
        "Dr. Ana Ruiz", "Pediatric Dentist", "5 Elm Court, Austin", "512-555-0110"
    }  # fmt: skip


def test_a_business_card_that_gives_an_instagram_name_is_no_post():
    brief = parse("Design a business card for Black Lotus. Include the Instagram @blacklotus.ink.")
    assert brief.size.value == "business-card"


@pytest.mark.parametrize(
    ("what", "heads"),
    [
        ("dry Riesling from the Steinbach estate, vintage 2021, 750 ml",
         {("brand", "Steinbach Estate"), ("title", "Dry Riesling")}),
        ("bottle of hot sauce named Dragon's Breath, 150 ml, very hot",
         {("kicker", "Hot sauce"), ("title", "Dragon's Breath")}),
        ("jar of honey from Bluff Ridge Farm with a bee on a clover",
         {("brand", "Bluff Ridge Farm"), ("title", "Honey")}),
    ],
)  # fmt: skip
def test_a_label_is_headed_by_its_goods_or_their_name(
    what: str, heads: set[tuple[str, str]]
) -> None:
    said = {(t.role, t.text) for t in parse(f"Create a label for a {what}.").texts}
    assert heads <= said
