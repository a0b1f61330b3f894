"""The thing that a request names heads its design; who tells it stands beside it."""

from __future__ import annotations

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("Facebook post for Bellworth Dairy: we are hiring delivery drivers in York. Apply by 2"
         " May at bellworth.example/jobs.", "We’re Hiring Delivery Drivers"),
        ("Instagram story for a toy shop named Zigzag announcing that the spring range is here,"
         " with 10% off.", "The Spring Range Is Here"),
        ('Promote a workshop for young parents: "Sleep at Last" with midwife Ana Bell. Friday, 3'
         " May, 5 pm.", "Sleep at Last"),
        ("YouTube thumbnail for a gardening channel, Mossy Mae. The episode is Ten Herbs for a"
         " Balcony.", "Ten Herbs for a Balcony"),
        ("Flyer for a talk at the library. The topic is how to save on heating.",
         "How to Save on Heating"),
        ("Flyer for window cleaning, my brother and me. Name is Bright Brothers. Phone +44 20"
         " 5550 0126.", "Bright Brothers"),
        ("Create a post for a florist reminding followers to reserve wreaths early. Order before"
         " 10 April.", "Reserve Wreaths Early"),
        ("Create a post for a real estate agent, Ugo Ferri, advertising a 4-bedroom villa at 12"
         " Lake Road, Reno, NV for $700,000. Open house Saturday.", "4-Bedroom Villa"),
        ("Create a post for Dr. Amy Roe's eye clinic about laser vision correction for only $900."
         " Free parking included.", "Laser Vision Correction"),
        ("Post for Fern Clinic: we have moved to a bigger house on Mill Road. Call 555-0100.",
         "We Have Moved to a Bigger House on Mill Road"),
        ("Flyer for our clay workshop. The workshop is called Mud and Merlot and takes place on"
         " Friday, 9 May.", "Mud and Merlot"),
        ("Post for a hair salon telling clients that our new branch is open from 1 June.",
         "Our New Branch Is Open"),
        ("Make a Facebook ad for Peak Movers about office moving for $499.", "Office Moving"),
        ("We are hiring line cooks at Blue Door Bistro, full-time. Make a poster for it.",
         "We’re Hiring Line Cooks"),
        ("Post for an optician reminding customers to use their eye insurance before 31 December.",
         "Eye Insurance"),
        ("Hiring post for a cook. Encourage readers to apply and to follow the link in bio.",
         "Cook"),
        ("Instagram post for a noodle bar, Red Ladle, every Monday two for one. Address 9 Bridge"
         " St, Galway.", "Red Ladle"),
        ("Create a post announcing that Stone & Daughters has won the Golden Loaf award. Invite our"
         " customers for free coffee on Friday.",
         "Stone & Daughters Has Won the Golden Loaf Award"),
        ("Invite parents to the summer fair of Red Kite School on 9 May, coffee and cake.",
         "Summer Fair of Red Kite School"),
        ("Create a Facebook post for Heron Lodge B&B. Rooms for €180. heronlodge.com",
         "Heron Lodge B&B"),
        ("Create an elegant premium hotel opening poster for Alba on 3 May", "Hotel Opening"),
    ],
)  # fmt: skip
def test_what_is_named_is_the_title(request_: str, title: str) -> None:
    texts = parse(request_).texts
    assert [t.text for t in texts if t.role == "title"] == [title]


def test_the_name_that_gave_way_is_the_brand() -> None:
    texts = parse("LinkedIn post for Bellworth Dairy: we are hiring drivers in York.").texts
    assert [t.text for t in texts] == ["Bellworth Dairy", "We’re Hiring Drivers", "York"]


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ('Poster with the title "Big Sky". The topic is how to paint clouds.', "Big Sky"),
        ("Poster for a lost dog. Name: Biscuit. Call 555-0100.", "Lost Dog"),
        ("Poster for a spring concert. The concert is on 5 May at Town Hall.", "Spring Concert"),
    ],
)
def test_a_worded_title_and_a_plain_thing_stay(request_: str, title: str) -> None:
    texts = parse(request_).texts
    assert [t.text for t in texts if t.role == "title"] == [title]


def test_a_reserved_example_address_is_an_address() -> None:
    texts = parse("Flyer for a chess club. Sign up at rooks.example.").texts
    assert "rooks.example" in [t.text for t in texts if t.role == "contact"]
