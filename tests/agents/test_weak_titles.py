"""Headlines that only labelled, broke off or took the words of a button, said as they should be."""

from __future__ import annotations

import pytest

from agents.instruction import parse

_SYMPATHY = "Design a sympathy card for the loss of a dog."
ROWS = (
    ("We Restore Old Clocks", "Workshop", "Create an ad for a workshop that restores old clocks."),
    ("We Mend and Resole Shoes", "Workshop",
     "Create an ad for a workshop that mends and resoles shoes."),
    ("We Clean Gutters and Roofs", "",
     "Design a Facebook ad for a company that cleans gutters and roofs."),
    ("Painting Dragons", "Streamer", "Create a Twitch banner for a streamer who paints dragons."),
    ("Help After Hip Surgery", "Physiotherapy practice", "Design a Facebook ad for a physiotherapy"
     " practice that helps people after hip surgery. Encourage viewers to book a visit."),
    ("Fleas in Autumn", "Vet clinic", "Design a post for a vet clinic about fleas in autumn."),
    ("The Future of Deep-Sea Mining", "Public debate",
     "Design a Facebook ad for a public debate on the future of deep-sea mining."),
    ("How to Pack for a Long Hike", "",
     "Design a Youtube thumbnail for a video on how to pack for a long hike."),
    ("Congratulations", "", "Create a congratulations card for a couple who have just bought a"
     " farm."),
    ("Happy 70th Birthday", "", "Create a greeting card for a grandfather who has turned 70."),
    ("Happy Birthday", "", "Create a birthday card for a six year old who loves trains."),
    ("With Sympathy", "", _SYMPATHY),
    ("Oak Lane Library Is Closed", "", "Announce that the Oak Lane Library is closed for repairs"
     " from May 2 to June 1. The phone number is 555-0151."),
    ("Stop Food Waste in Canteens", "", "Create a post for a campaign against food waste in"
     " canteens. Ask people to bring a lunch box."),
    ("Rye Bread Bakery", "", "Design a logo for a bakery of rye bread."),
    ("Bicycle Clearance", "", "Design an ad for a bicycle clearance at Pedalhaus, with up to 60%"
     " off. The sale ends Monday at noon. Use the button text RIDE ON."),
)  # fmt: skip


@pytest.mark.parametrize(("title", "kicker", "request_"), ROWS)
def test_a_headline_says_what_it_is_about(title, kicker, request_):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("kicker")) == (title, kicker)


def test_the_words_of_a_button_stand_on_it():
    brief = parse(ROWS[-1][-1])
    assert brief.text("cta") == "RIDE ON"
    ends = next(t for t in brief.texts if t.role == "date")
    assert (ends.label, ends.text) == ("Until", "Monday")


def test_whose_anniversary_it_is_stands_below():
    brief = parse("Design an invitation for the 40th wedding anniversary of Ann and Joel Birch.")
    assert brief.text("subtitle") == "Ann and Joel Birch"


def test_who_leads_a_course_is_one_line():
    brief = parse("Promote a ten-day weaving course by weaver Ilse Brand. It starts on May 2.")
    assert brief.text("subtitle") == "By weaver Ilse Brand"
