"""What a request says itself is whole, said once, and goes before what is offered to it."""

import pytest

from agents.instruction import parse


def said(request: str) -> dict[str, list[str]]:
    texts = parse(request).texts
    return {role: [t.text for t in texts if t.role == role] for role in {t.role for t in texts}}


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        (
            "Create a LinkedIn banner for a maritime law firm that looks serious. Use a cargo ship"
            " at dusk and a short statement that disputes at sea need calm heads on land.",
            "Disputes at Sea Need Calm Heads on Land",
        ),
        (
            "Design a safety poster that reminds warehouse staff to lift with their knees and not"
            " with their back.",
            "Lift with Your Knees and Not with Your Back",
        ),
        (
            "Create an Instagram ad for a mattress store that gives a 100-night trial.",
            "100-Night Trial",
        ),
        (
            "Design a Facebook ad for a debate on whether homework should be abolished in primary"
            " schools.",
            "Should Homework Be Abolished in Primary Schools?",
        ),
        ("Design a post to thank volunteers after a beach clean-up.", "Thank You, Volunteers"),
        (
            "Create a new home congratulation card for an estate agent to give to the buyers.",
            "Congratulations on Your New Home",
        ),
        ("Create a Facebook cover image for a wool shop in autumn colors.", "Wool Shop"),
        (
            "Create a safety poster for a construction site about wearing helmets and harnesses."
            " The message is that someone at home is waiting for you.",
            "Someone at Home Is Waiting for You",
        ),
    ],
)
def test_the_title_is_what_the_request_says(request_, title):
    assert said(request_)["title"] == [title]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (
            "Design a get well soon card with a sleepy bear. The card uses soft pastel colors and"
            " tells the reader to rest, drink tea and let the others do the washing up.",
            "Rest, drink tea and let the others do the washing up",
        ),
        (
            "Create a Hanukkah greeting card with a silver menorah and nine glowing candles on"
            " midnight blue. The design is calm and modern, and the card wishes the family light,"
            " peace and joy for all eight nights.",
            "Wishing you light, peace and joy for all eight nights",
        ),
        (
            "Create a Facebook event cover for an outdoor yoga morning in the vineyards. The copy"
            " invites beginners to breathe, stretch and stay for breakfast.",
            "Breathe, stretch and stay for breakfast",
        ),
        (
            "Promote end of summer clearance on kayaks and paddle boards at Otter Point Outfitters"
            " with up to 45% off.",
            "On kayaks and paddle boards",
        ),
        (
            "Design a promotional Instagram ad for a tanning salon that highlights their offer of"
            " 30% off any tanning package for first-time clients.",
            "For first-time clients",
        ),
        ("Create a flyer for a dance studio offering tango lessons for couples.", "For couples"),
        (
            "Facebook cover for a dog shelter that asks families to adopt older dogs, with the text"
            " 'Old friends make the best friends'.",
            "Adopt older dogs",
        ),
        (
            "Create a LinkedIn post to announce that Ingrid Solheim joins Fjordline Analytics as"
            " Chief Financial Officer on 1 March. Include the quote 'Numbers should help people"
            " sleep at night' and the company website fjordline-analytics.com.",
            "Ingrid Solheim joins Fjordline Analytics as Chief Financial Officer",
        ),
    ],
)
def test_the_line_below_is_whole(request_, line):
    assert said(request_)["subtitle"] == [line]


def test_no_line_breaks_off():
    ad = (
        "Create an ad for a hearing aid brand that shows how small and comfortable the devices are."
    )
    address = (
        "Ad for the dim sum set at Jade Lantern. Ask people to reserve at www.jade.example.com."
    )
    whole = ["How small and comfortable the devices are"]
    assert said(f"{ad} Invite people to book a hearing test.")["subtitle"] == whole
    assert not any("www" in line for line in said(address).get("subtitle", []))


def test_themes_are_no_goods():
    voucher = said(
        "Design a gift certificate for the Akarui fanbase merch. The certificate can be used to"
        " purchase gaming merch related to futuristic, cyberspace, and virtual reality themes."
    )
    assert "item" not in voucher


def test_nothing_is_said_twice():
    ad = "Create an Instagram ad for sun protection swimwear for toddlers."
    assert "offer" not in said(f"{ad} Mention that the fabric blocks 98% of UV rays.")
    roofs = said(
        "Create a Facebook ad for Tidewater Roofing offering a free gutter inspection with every"
        " roof repair booked before April 30. Include the line 'Dry inside, whatever falls outside'"
    )
    assert (roofs["title"], roofs["item"]) == (
        ["Free Gutter Inspection"],
        ["With every roof repair"],
    )
    assert roofs["subtitle"] == ["Dry inside, whatever falls outside"]


def test_of_a_list_all_is_printed_or_nothing():
    story = said(
        "Create an Instagram story for a plant nursery with care tips for orchids. The background"
        " is a close up of white petals and the three tips are about light, water and patience."
        " Finish by asking viewers to save the story."
    )
    assert story["item"][:3] == ["Light", "Water", "Patience"]
