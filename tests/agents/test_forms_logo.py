"""Requests for a logo: what is one, and which words belong on it."""

import pytest

from agents.forms_logo import is_logo
from agents.instruction import parse
from agents.strategy import strategy_for

ASKED = (
    "Design a logo for a bakery called Golden Crumb.",
    "I need a bold, modern logo for my gym.",
    "Logo design: Petal & Pine candles",
    "Can you make me a logo? My company is called BrightPath.",
    "Simple wordmark for VELORA, a fashion label",
)
OTHER = (
    "Design a poster for a bakery with our logo in the corner",
    "Business card for a bakery, include the logo",
    "A banner with logo and website for Golden Crumb",
    "Create an Instagram post for our new logo",
)


@pytest.mark.parametrize("request_", ASKED)
def test_a_logo_is_asked_for(request_):
    brief = parse(request_)
    assert is_logo(request_)
    assert (brief.form.value, brief.size.value) == ("logo", "square")


@pytest.mark.parametrize("request_", OTHER)
def test_a_sheet_that_shows_a_logo_is_none(request_):
    assert not is_logo(request_)


@pytest.mark.parametrize(
    "request_, name, small",
    [
        ('A logo for my gym "Iron Peak". Tagline: Stronger every day. Bold.', "Iron Peak",
         ["Stronger every day"]),
        ("Logo for a tech startup named Nimbus.", "Nimbus", []),
        ("Logo for a football club, the Riverside Rockets. Blue, with a rocket.",
         "Riverside Rockets", ["Football Club"]),
        ("Create a logo for a honey brand called Royal Honey with a playful and fun design.",
         "Royal Honey", []),
        ("A badge logo for Oak Barrel Brewery, Portland, Oregon, since 2012", "Oak Barrel Brewery",
         ["Since 2012", "Portland, Oregon"]),
        ("Logo for our coffee roastery, Black Kettle Coffee Co. Use a kettle.",
         "Black Kettle Coffee Co.", ["Coffee Roastery"]),
        ("Logo for a seafood restaurant, The Salty Gull, established 1992", "The Salty Gull",
         ["Seafood Restaurant", "Established 1992"]),
        ("An elegant logo for a salon, with a focus on beauty and calm. The name is Lash Lounge.",
         "Lash Lounge", ["Salon"]),
    ],
)  # fmt: skip
def test_the_name_is_the_title_and_only_what_belongs_on_a_logo_is_small(request_, name, small):
    brief = parse(request_)
    assert brief.text("title") == name
    assert [text.text for text in brief.texts if text.role != "title"] == small


def test_logos_have_at_least_three_treatments_that_nothing_else_gets():
    logo, poster = (
        parse(f"{what} for a bakery called Golden Crumb") for what in ("Logo", "Poster")
    )
    treatments = strategy_for(logo).fits
    assert len(treatments) >= 3
    assert not treatments.keys() & strategy_for(poster).fits.keys()


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        ("logo for choir. Low Tide Singers. simple wave made of staves.", "Low Tide Singers"),
        (
            "can u make a logo for our rowing club. Sleepy Herons. purple. no slogan",
            "Sleepy Herons",
        ),
    ],
)
def test_a_name_that_stands_by_itself_leads_over_the_trade(request_, name):
    assert [t.text for t in parse(request_).texts if t.role == "title"] == [name]


def test_a_logo_that_is_not_needed_is_none():
    request = "A tech meetup logo isn't needed, only the poster: Rust After Dark. Wed 24 Sept."
    assert parse(request).form.value != "logo"
