"""What a client missed at first sight: names cut short, lines lost, direction printed."""

import pytest

from agents.instruction import parse
from agents.planning import plan_for
from agents.strategy import _under_pale, strategy_for
from design_io.fonts import FontLibrary
from generators.artist.tones import form_of
from layout.arrange import arrange
from layout.scheme import Scheme

TITLES = [
    ("a poster for a charity run called Run for Hope on October 6th.", "Run for Hope"),
    ("a YouTube banner for a travel vlog called Wander With Kai.", "Wander With Kai"),
    ("a logo for a bakery called Crumb & Co. with a wheat illustration.", "Crumb & Co."),
    ("a post for a restaurant looking for waiters and cooks.", "Waiters and Cooks Wanted"),
    ("a Facebook post announcing that a bookstore is moving to a new location.",
     "We’re Moving to a New Location"),
    ("a post announcing that a restaurant now offers home delivery.", "We Now Offer Home Delivery"),
    ("a LinkedIn post to announce that the company has reached 10,000 followers.",
     "10,000 Followers"),
    ("a LinkedIn post to welcome a new employee named Jonas Weber, senior accountant.",
     "Welcome, Jonas Weber"),
    ("a farewell card for a coworker named Ben who is retiring.", "Farewell, Ben"),
    ("an invitation for a baby shower. The event honors Sarah.", "Sarah’s Baby Shower"),
    ("a Facebook ad for a school that teaches coding to teenagers.", "Learn Coding"),
    ("an ad for a real estate agency selling apartments with a sea view.",
     "Apartments with a Sea View"),
    ("an invitation for a charity gala dinner raising funds for the children's hospital.",
     "Charity Gala Dinner"),
    ("a cover for a hair stylist with the text 'Good hair day, every day'.",
     "Good hair day, every day"),
    ("a cover promoting a children's book about a brave little fox.", "Brave Little Fox"),
]  # fmt: skip
LINES = [
    ("a story to announce a giveaway of a skincare set. Followers must like, follow and tag two"
     " friends.", "Like, follow and tag two friends"),
    ("a poster for a lost cat named Milo. He is orange with white paws.", "Orange with white paws"),
    ("a flyer for a garage sale on June 8th. Include furniture, toys and clothes.",
     "Furniture, toys and clothes"),
    ("an ad for an electric bike with a range of 80 miles.", "Range of 80 miles"),
    ("an ad for a tea brand called Leaf & Lore that promotes its new green tea.", "New green tea"),
    ("a post for a barbershop opening on Monday with a free haircut for the first 20 customers.",
     "Free haircut for the first 20 customers"),
    ("an ad for a cooking class where couples learn to make fresh pasta.",
     "Learn to make fresh pasta"),
    ("an ad for natural soap made of lavender and honey. The brand is called Purely.",
     "Made of lavender and honey"),
    ("a New Year's Eve party invitation. The dress code is black tie.", "Dress code is black tie"),
    ("a story about a nail salon's spring special: manicure and pedicure for $55.",
     "Manicure and pedicure"),
]  # fmt: skip
DIRECTION = [
    ("a poster for a school science fair on May 2nd at Hillside, with test tubes and planets.",
     "test tubes"),
    ("a thank you card from a real estate agent to a client.", "agent"),
    ("a poster that says 'No Smoking' for an office building.", "building"),
    ("a thumbnail about the history of Rome with the Colosseum in the background.", "Colosseum"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "title"), TITLES)
def test_titles_are_whole(wanted, title):
    assert parse(f"Create {wanted}").text("title") == title


@pytest.mark.parametrize(("wanted", "line"), LINES)
def test_lines_are_not_lost(wanted, line):
    printed = [text.text.lower() for text in parse(f"Create {wanted}").texts]
    assert line.lower() in printed


@pytest.mark.parametrize(("wanted", "words"), DIRECTION)
def test_direction_is_not_printed(wanted, words):
    assert words not in " ".join(text.text for text in parse(f"Create {wanted}").texts)


@pytest.mark.parametrize(
    ("wanted", "subject"),
    [
        ("an ad for a dog grooming salon that offers 20% off the first bath.", "dog grooming"),
        ("a poster promoting a new documentary about whales called 'Blue Song'.", "whale"),
        ("an ad for a bakery's new gluten-free cupcakes.", "cupcake"),
        ("a logo for a bakery named Rye with a wheat illustration.", "wheat"),
        ("an ad for a winter jacket sale. It should feature a snowy landscape.", "jacket"),
    ],
)
def test_the_thing_itself_is_shown(wanted, subject):
    assert parse(f"Create {wanted}").subject.value == subject


def test_outlines_are_kept_from_things_that_fill_their_frame():
    assert form_of("mobile-phone").solidity > 0.9 > 0.5 > form_of("bicycle").solidity


def test_in_stories_the_subject_of_an_offer_stands_below_all_copy():
    brief = parse("Promote watches with 40% off in an Instagram story. Swipe up.", system="numeral")
    layout = arrange(plan_for(brief, strategy_for(brief)), FontLibrary.bundled())
    art = layout.box("art")
    assert art is not None and art.height > 0.15 * layout.height
    assert art.y >= max(p.box.bottom for p in layout.placements if p.size)


def test_a_white_thing_stands_on_the_strongest_colour():
    scheme = _under_pale(Scheme("#f4f9fb", ("#1f7fae", "#a3d5e6")))
    assert scheme.ground == "#1f7fae" and "#f4f9fb" in scheme.colors
