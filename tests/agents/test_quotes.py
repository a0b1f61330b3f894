"""Quotations are found whole, and the words around them say what they are for."""

import pytest

from agents.explicit import explicit_in
from agents.quotes import quotes_in


@pytest.mark.parametrize(
    ("request_", "texts"),
    [
        ("the text 'Happy Valentine's Day' and 'Much love to you!'",
         ["Happy Valentine's Day", "Much love to you!"]),
        ("with 'It's hot and it ain't snowin''. Make", ["It's hot and it ain't snowin'"]),
        ("for 'Rock 'n' Roll Night' at", ["Rock 'n' Roll Night"]),
        ("a “Save the date” card", ["Save the date"]),
        ("концерт «Ночной джаз»", ["Ночной джаз"]),
        ("「夏祭り」のポスター", ["夏祭り"]),
        ("the drivers' cup isn't it", []),
        ('an 18" x 24" poster', []),
        ("the '90s party", []),
    ],
)  # fmt: skip
def test_quotations_end_where_people_end_them(request_, texts):
    assert [quote.text for quote in quotes_in(request_)] == texts


@pytest.mark.parametrize(
    ("request_", "use"),
    [
        ("the slogan 'Give your car wings'", "slogan"),
        ("The series is called 'Good Bread'", "title"),
        ("hosted on the channel 'Your Channel'", "brand"),
        ("The text 'SHOP NAME' indicates the name of the store", "brand"),
        ("a button 'Shop now'", "cta"),
        ("the message 'Get well'", "message"),
        ("with the symbol 'Prisma'", ""),
        ("in a 'Bauhaus' style", ""),
        ("the text 'A' and 'Save us'", "text"),
    ],
)
def test_the_words_around_a_quotation_say_its_use(request_, use):
    assert quotes_in(request_)[-1].use == use


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("Use the text BLACK and FRIDAY prominently", [("BLACK FRIDAY", "text")]),
        ("The text #ThisIsIt and SPACED are used", [("SPACED", "text"), ("#ThisIsIt", "hashtag")]),
        ("the message reads: With love, Ann", [("With love, Ann", "message")]),
        ("Title: Winter Gala\nDate: May 3\nelegant", [("Winter Gala", "title"), ("May 3", "date")]),
        ("the title is large and blue", []),
    ],
)
def test_copy_without_quotation_marks_is_found(request_, found):
    assert [(quote.text, quote.use) for quote in explicit_in(request_)] == found
