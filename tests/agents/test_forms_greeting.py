"""Cards that say something of their own: greeting, message and signature, letter by letter."""

import pytest

from agents.instruction import parse


def said(request):
    brief = parse(request)
    roles = {"title": "", "quote": "", "body": ""}
    roles |= {text.role: text.text for text in brief.texts}
    return brief.form.value, roles["title"], roles["quote"], roles["body"]


@pytest.mark.parametrize(
    "request_, lines",
    [
        ('Farewell card: "Good luck, Priya! You will be missed. Best wishes, the Finance Team"',
         ("Good luck, Priya!", "You will be missed.", "Best wishes, the Finance Team")),
        ('A thank you card. "Thank you, Mrs. Daly, for a wonderful year." - Leo, Class 3B',
         ("Thank you, Mrs. Daly, for a wonderful year.", "", "Leo, Class 3B")),
        ("Mother's Day card, pink. Happy Mother's Day, Mom! Thank you for it all. Your son, Al",
         ("Happy Mother's Day, Mom!", "Thank you for it all.", "Your son, Al")),
        ("Retirement card for Mr. Alan Pike: Happy retirement! You earned it. From Dover Marine",
         ("Happy retirement!", "You earned it.", "From Dover Marine")),
        ('Sympathy card with lilies: "With deepest sympathy. Our thoughts are with you."',
         ("With deepest sympathy.", "Our thoughts are with you.", "")),
        ("New home card with keys. Congratulations! May it be full of joy. The Bennetts",
         ("Congratulations!", "May it be full of joy.", "The Bennetts")),
        ('Condolence card: "Thinking of you. We are here." Your colleagues at Harbor Dental',
         ("Thinking of you.", "We are here.", "Your colleagues at Harbor Dental")),
        ("Wedding thank you card. Dear guests, thank you for coming. Love, Nina & Omar",
         ("Thank You", "Dear guests, thank you for coming.", "Love, Nina & Omar")),
    ],
)  # fmt: skip
def test_greeting_message_and_signature_are_lines_of_their_own(request_, lines):
    assert said(request_) == ("greeting", *lines)


def test_a_signature_alone_leaves_the_greeting_to_the_occasion():
    form, title, _, sign = said("Hanukkah greeting card. Signed, the Rosenbergs")
    assert (form, title, sign) == ("greeting", "Happy Hanukkah", "The Rosenbergs")


@pytest.mark.parametrize(
    "request_",
    [
        "Create a birthday card with a cake. It is an invitation to a party on June 22nd. From 8pm",
        "Business card for Ann Lee. Love, work, repeat. From Leeds",
        "A birthday card with a cat",
    ],
)
def test_other_cards_stay_what_they_are(request_):
    assert parse(request_).form.value != "greeting"
