"""The words of a request name its canvas."""

import pytest

from agents.formats import format_of
from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "size"),
    [
        ("Create a Facebook event cover for", "facebook-event-cover"),
        ("Design a Facebook cover image", "facebook-cover"),
        ("an Instagram story ad for", "instagram-story"),
        ("Create an Instagram ad", "instagram-ad"),
        ("a Youtube thumbnail", "youtube-thumbnail"),
        ("a LinkedIn post", "linkedin-post"),
        ("a business card for", "business-card"),
        ("a thank you card", "greeting-card"),
        ("a gift certificate", "coupon"),
        ("a certificate of achievement", "certificate"),
        ("a movie ticket announcing", "ticket"),
        ("an invitation for a party", "invitation"),
        ("a flyer", "flyer"),
        ("an A2 poster", "a2"),
        ("a poster, 18x24 inches", "poster-18x24"),
        ("1080x1920 px poster", "1080x1920"),
        ("210 x 297 mm", "210x297mm"),
        ("a logo for a bank", "square"),
        ("a poster for Town Square concerts", "portrait"),
        ("a door hanger for a plumber", "door-hanger"),
        ("a web ad 300x250 for shoes", "medium-rectangle-ad"),
        ("a poster 50 x 70 for a gallery", "50x70cm"),
        ("an email header for a shop", "email-header"),
        ("a book cover for a thriller", "book-cover"),
        ("a poster with a round sticker", "portrait"),
        ("an event with 500x seats; invite people", "portrait"),
    ],
)
def test_a_format_word_names_a_size(request_, size):
    assert format_of(request_).size == size


@pytest.mark.parametrize(
    ("request_", "others"),
    [
        ("a 1080x1080 Instagram post", ()),
        ("a 5x7 invitation", ()),
        ("a poster A3 and a flyer A5", ("a5",)),
    ],
)
def test_only_sizes_of_other_shapes_contradict(request_, others):
    assert format_of(request_).others == others


@pytest.mark.parametrize(
    ("request_", "copy"),
    (
        ("Landscape ad for a car wash, Shine", "Car Wash"),
        ("A portrait flyer for a car wash", "Car Wash"),
        ("Landscape gardening flyer for Greenline", "Landscape gardening"),
        ("Portrait photography flyer for Studio Nine", "Portrait photography"),
    ),
)
def test_how_a_sheet_lies_is_no_copy_and_a_trade_is(request_, copy):
    said = {text.text.lower() for text in parse(request_).texts}
    assert copy.lower() in said and not {"landscape", "portrait"} & said
