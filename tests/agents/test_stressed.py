"""What a request says must be told stands on the design, in whole lines said to the reader."""

import pytest

from agents.instruction import parse


def lines(request: str) -> list[str]:
    return [text.text for text in parse(request).texts]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a thumbnail for a pottery tutorial series called 'Hands in Clay'. Part 03 should "
         "be emphasized.", "Part 03"),
        ("Create an ad for a record store. Encourage customers to visit the store by emphasizing "
         "the classic and classy nature of the records.", "Classic and classy"),
        ("Create a graphic promoting a super sale on all items for Easter with up to 40% off.",
         "On all items"),
        ("Create a post about gardening courses. Encourage readers to visit the website for more "
         "articles.", "More articles on our website"),
        ("Create a ticket for a photography exhibition with a view of Lisbon, Portugal.",
         "Lisbon, Portugal"),
        ("Create a flyer for a dentist which offers teeth whitening at half price to new patients "
         "during March.", "For new patients"),
        ("Design a Facebook ad for a campaign that asks teenagers to think before they post "
         "online.", "Think before you post online"),
        ("Create a post to introduce our new chef and highlight his Italian cuisine.",
         "Italian cuisine"),
        ("Create an advertisement for a nail polish line with vegan formula and 24 shades, "
         "targeting teenage girls.", "Vegan formula and 24 shades"),
        ("Create a poster against drunk driving that asks drivers to think before they drink.",
         "Think before you drink"),
        ("Create an Instagram post for a shoe shop. Offer 20% off on all sandals for the first 50 "
         "customers.", "For the first 50 customers"),
    ],
)  # fmt: skip
def test_it_is_told(request_: str, line: str) -> None:
    assert line in lines(request_)


def test_the_items_of_a_list_are_printed_together() -> None:
    said = lines(
        "Design a flyer for a summer camp for kids aged 6 to 12 with swimming, crafts and hiking. "
        "Parents can register until June 1."
    )
    assert {"Swimming", "Crafts", "Hiking"} <= set(said)


def test_what_the_picture_shows_is_no_line() -> None:
    assert "Lake Como" not in lines(
        "Create a hotel poster. The image shows a terrace with a view of Lake Como."
    )
