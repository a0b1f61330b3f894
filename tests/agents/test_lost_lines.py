"""What no other reader takes up is printed in the request's own words."""

from __future__ import annotations

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        ("Design a certificate of appreciation for volunteer Abe Lund, for 90 hours of coaching at"
         " Fenwick Rowing Club in 2023. Signed by Ida Berg, Director.",
         ("For 90 hours of coaching at Fenwick Rowing Club in 2023",)),
        ("Poster for a lost parrot. Last seen 3 March near Willow Pond. Call 555-0100.",
         ("Near Willow Pond",)),
        ("Ad for a dance school that teaches tango. Small groups, morning lessons from 2 May,"
         " $80 a month.", ("Morning lessons",)),
        ('Promote a webinar: "Taxes Made Easy" with lawyer Tom Reed. Friday, 3 May, 5 pm.',
         ("With lawyer Tom Reed",)),
        ("Promote a pear cider at Oak Bar. The ad must mention that it is sold by the glass and"
         " that students get a second one.",
         ("Sold by the glass", "Students get a second one")),
        ("Banner for a locksmith, Keyfast. Slogan: \"In again\". 24/7 mobile service, phone 0800"
         " 555 0119.", ("24/7 mobile service",)),
        ("Poster for a kitchen about safe cooking. Include three steps: wash and peel, boil for"
         " 10 minutes, drain and serve.", ("Wash and peel", "Drain and serve")),
        ('Post to share a client testimonial for Redwood Advisers: "They saved us a year."'
         " — Ida Berg, CFO at Lomax.", ("Redwood Advisers",)),
        ("Post for a travel agency encouraging families to book trips to Malta. Kids fly free until"
         " 31 March.", ("Kids fly free",)),
        ("Announcing that our kitchen now serves brunch every Sunday, poster for Cafe Luna.",
         ("Cafe Luna",)),
        ("A poster for a yoga retreat in Bali, 10-15 September, from $890. Teacher is Maya Lind.",
         ("Teacher: Maya Lind",)),
        ("Social media post for a law firm, Pike & Lowe, explaining that first talks are free and"
         " that evening appointments are available.", ("Evening appointments are available",)),
        ("Flyer for a yard sale on Saturday 6 June at 77 Cedar Ave. Selling lamps, books, a sofa"
         " and skis. Cash only.", ("Lamps, books, a sofa and skis",)),
        ("Job post for Bellworth Dairy: we are hiring drivers in York.", ("York",)),
    ],
)  # fmt: skip
def test_the_line_is_printed(request_: str, lines: tuple[str, ...]) -> None:
    printed = " | ".join(text.text for text in parse(request_).texts).lower()
    assert [line for line in lines if line.lower() not in printed] == []


def test_the_cut_line_gives_way_to_the_whole() -> None:
    said = "Promote a pear cider at Oak Bar. The ad must mention that it is sold until 3 May."
    printed = [text.text for text in parse(said).texts]
    assert "It is sold until 3 May" in printed
    assert "It is sold until" not in printed


def test_two_steps_stay_two_where_no_other_step_is_joined() -> None:
    said = "Poster about washing hands. Include the steps: wet, soap, rinse and dry."
    printed = [text.text for text in parse(said).texts]
    assert {"Rinse", "Dry"} <= set(printed)
