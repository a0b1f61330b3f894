"""Labelled briefs in one line."""

import pytest

from agents.inline_keys import on_lines
from agents.instruction import parse

BIKES = (
    "Company: Lumen Bikes. Product: electric cargo bikes. Offer: free test ride and 0% financing "
    "until 30 June. CTA: Book a test ride at lumenbikes.example. Format: Instagram post. "
    "Mood: bold, yellow, city street."
)
PAWS = (
    "Instagram post. Headline: Paws Up, Fur Down / Subheadline: Grooming for every dog / "
    "Offer: 15% off the first wash / When: 3–9 June / CTA: Book at pawsup.example"
)
MOSS = "Brand: Moss & Fern | Offer: 2 for 1 on succulents | Dates: 4-6 May | Mood: fresh, botanical"


@pytest.mark.parametrize(
    ("request_", "roles"),
    [
        (PAWS, {"title": "Paws Up, Fur Down", "offer": "15% off the first wash",
                "cta": "Book at pawsup.example", "date": "3–9 June"}),
        (BIKES, {"title": "Electric Cargo Bikes", "offer": "Free test ride and 0% financing",
                 "date": "30 June", "cta": "Book a test ride at lumenbikes.example"}),
        (MOSS, {"title": "Moss & Fern", "offer": "2 for 1 on succulents", "date": "4-6 May"}),
        ("Poster for a blood drive on 8 March. Big text: Roll Up. Save Lives. Open 9 am to 4 pm.",
         {"title": "Roll Up. Save Lives.", "time": "9 am to 4 pm"}),
        ("Coupon for Zest Juice Bar: $3 off any large smoothie. Terms: one per customer, "
         "no cash value.", {"offer": "$3 off any large smoothie"}),
    ],
)  # fmt: skip
def test_labelled_words_have_their_role(request_: str, roles: dict[str, str]) -> None:
    texts = parse(request_).texts
    assert {role: next(t.text for t in texts if t.role == role) for role in roles} == roles


@pytest.mark.parametrize("request_", [PAWS, BIKES, MOSS])
def test_labels_and_looks_are_not_printed(request_: str) -> None:
    words = " ".join(t.text for t in parse(request_).texts).lower()
    labels = ("offer:", "cta:", "mood", "format", "product", "when:", "headline", "bold", "botanic")
    assert not [label for label in labels if label in words]


def test_a_house_is_kept_beside_its_goods() -> None:
    assert "Lumen Bikes" in [t.text for t in parse(BIKES).texts]


@pytest.mark.parametrize(
    "request_",
    ["Poster for a talk: Why We Sleep. Doors: 7 pm.", "Menu. Starter: soup 4. Main: pie 9.",
     "Title: Spring Fair\nDate: 4 May"],
)  # fmt: skip
def test_other_colons_are_left_alone(request_: str) -> None:
    assert on_lines(request_) == request_


def test_labelled_conditions_are_small_print() -> None:
    brief = parse(
        "Coupon: Company: Glow Spa / Offer: 2-for-1 massage / "
        "Conditions: by appointment only, not valid on holidays / CTA: Book at glow.example"
    )
    assert brief.text("title") == "Glow Spa" and brief.text("offer") == "2-for-1 massage"
    legal = [t.text for t in brief.texts if t.role == "legal"]
    assert legal == ["By appointment only", "Not valid on holidays"]


def test_goods_and_format_are_read_on_lines_of_their_own() -> None:
    brief = parse(
        "Brand: Kiln Coffee\nProduct: winter roast\nCTA: order at kilncoffee.example\n"
        "Mood: quiet, wood, steam\nFormat: instagram story"
    )
    assert brief.text("title") == "Winter Roast"
    assert "Kiln Coffee" in [text.text for text in brief.texts]
    assert brief.size.value == "instagram-story"


def test_pieces_between_slashes_are_lines() -> None:
    texts = parse(
        "House flyer: 12 Birch Lane, Salem, OR / 3 bed, 2 bath / $415,000 / Sat 2 May, 1-3 pm"
    ).texts
    said = {t.role: t.text for t in texts}
    assert said["address"] == "12 Birch Lane, Salem, OR" and said["price"] == "$415,000"
