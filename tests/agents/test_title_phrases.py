"""The title is the thing of the request, whole, and not a piece, a mood or a slogan beside it."""

import pytest

from agents.instruction import parse


def printed(request):
    return [(t.role, t.text) for t in parse(request).texts]


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("Create a flyer for a lost and found pet service.", "Lost and Found Pet Service"),
        (
            "Design a Facebook ad for the Ramadan food drive run by Open Hands Kitchen. A "
            "donation of $12 feeds a family of four. The ad directs people to "
            "www.openhandskitchen.org and includes the line 'Share the blessing'.",
            "Ramadan Food Drive",
        ),
        (
            "Create a Facebook ad for a pottery studio that shows how relaxing working with clay "
            "can be.",
            "How Relaxing Working with Clay Can Be",
        ),
        (
            "Create an Instagram story for a hiking blog that shares three tips for packing light.",
            "Three Tips for Packing Light",
        ),
        (
            "Create a Pinterest pin for a travel blog that gives seven ideas for a weekend in "
            "Lisbon.",
            "Seven Ideas for a Weekend in Lisbon",
        ),
        (
            "Create an Instagram story for a recipe channel that gives four ideas for leftover "
            "rice. Viewers are asked to follow the channel.",
            "Four Ideas for Leftover Rice",
        ),
        (
            "Create an ad for a language app that explains how easy learning Italian can be.",
            "How Easy Learning Italian Can Be",
        ),
        (
            "Design a perfume label for a citrus scent. The name of the perfume is Limonaia and "
            "50 ml should be shown beneath it.",
            "Limonaia",
        ),
        (
            "Congratulate Dr. Elena Ruiz on being named surgeon of the year at Mercy General.",
            "Congratulations, Dr. Elena Ruiz",
        ),
        (
            "Congratulate the Harbor High robotics team on winning the state championship.",
            "Congratulations, Harbor High Robotics Team",
        ),
        ("Design a Mother Language Day reminder for Instagram.", "Mother Language Day"),
        (
            "Design a Facebook cover for a candle shop that feels calm and earthy. Add a short "
            "line about the new lavender range.",
            "New Lavender Range",
        ),
        (
            "Create an Instagram ad for a small-batch ice cream maker, highlighting its new "
            "pistachio and cherry flavours. Invite people to taste it this weekend.",
            "New Pistachio and Cherry Flavours",
        ),
        (
            "Create an advertisement for an optician's two-for-one offer on prescription glasses. "
            "Buy one pair from $120 and get the second free until April 30th.",
            "Two-for-One Prescription Glasses",
        ),
        ("Create a Nowruz greeting card with spring flowers.", "Happy Nowruz"),
        (
            "Create a greeting card for a couple celebrating their golden wedding anniversary.",
            "Happy Golden Wedding Anniversary",
        ),
        ("Create a thank you card for nurses at the end of a long winter.", "Thank You, Nurses"),
    ],
)
def test_the_title_is_whole(request_, title):
    assert ("title", title) in printed(request_)


def test_the_name_of_a_product_leads_what_it_is():
    lines = printed(
        "Create a wine label for an organic red from a family vineyard. The name of the wine is "
        "Volpe Rossa."
    )
    assert ("title", "Volpe Rossa") in lines and ("subtitle", "Organic red") in lines


def test_news_leads_a_slogan():
    lines = printed(
        "Create a billboard for Hollis Furniture announcing its 25th anniversary. All sofas are "
        "30% off on June 3 only. The slogan is 'Sit down, stay a while'."
    )
    assert ("title", "25th Anniversary") in lines
    assert ("subtitle", "Sit down, stay a while") in lines


def test_a_logo_is_headed_by_the_trade_and_not_by_what_it_specialises_in():
    lines = printed("Create a logo for a law firm that specializes in family matters.")
    assert lines == [("title", "Law Firm"), ("subtitle", "Family matters")]


def test_what_a_customer_says_stands_below_what_it_is_said_of():
    lines = printed(
        "Create a Facebook ad for a piano tuning service that includes a customer review from "
        'Harold Whitcombe: "It has not sounded this good in thirty years." It starts at $95.'
    )
    assert ("title", "Piano Tuning") in lines
    assert ("quote", "“It has not sounded this good in thirty years.”") in lines
    assert ("body", "– Harold Whitcombe") in lines


def test_who_is_congratulated_heads_the_post():
    lines = printed(
        "Congratulate Amina Yusuf on being volunteer of the year for 2024 at Riverside Hospice. "
        "The Facebook post includes a quote from her team leader: 'She makes every shift brighter.'"
    )
    assert ("title", "Congratulations, Amina Yusuf") in lines
    assert ("subtitle", "Volunteer of the year for 2024") in lines
    assert ("body", "– Her team leader") in lines


def test_how_to_do_it_stands_below_what_to_do():
    lines = printed(
        "Create a poster reminding office staff to save energy by switching off the lights."
    )
    assert ("title", "Save Energy") in lines and ("subtitle", "Switch off the lights") in lines


def test_what_readers_are_to_do_is_said_to_them():
    lines = printed(
        "Create a sign reminding visitors to keep the park clean by taking their litter home."
    )
    assert ("subtitle", "Take your litter home") in lines


def test_drawings_of_things_are_no_copy():
    lines = printed(
        "Create a menu card for a seafood tasting evening at a harbor restaurant. The design has a "
        "nautical style with rope borders and drawings of oysters, lobster and lemons."
    )
    assert not any("lobster" in text.lower() for _, text in lines)
