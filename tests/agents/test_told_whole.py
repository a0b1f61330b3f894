"""A statement is printed whole and once, not as a stub beside its facts."""

import pytest

from agents.instruction import parse


def told(request):
    return [(t.role, t.label, t.text) for t in parse(request).texts]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("the first prize is a $200 camera voucher", "First prize: $200 camera voucher"),
        ("the winner gets a $200 camera voucher", "The winner gets a $200 camera voucher"),
    ],
)
def test_who_wins_is_said(said, line):
    facts = told(
        "Design a post for a photo contest at the Lakeside Nature Center. Entries close on June "
        f"30, entry is free, and {said}. Send photos to photos@lakesidenature.org."
    )
    assert line in [text for _, _, text in facts]


def test_what_is_sent_stands_over_where_it_goes():
    facts = told(
        "Design a post for a photo contest at the Lakeside Nature Center. Entries close on June "
        "30, entry is free, and the first prize is a $200 camera voucher. Send photos to "
        "photos@lakesidenature.org."
    )
    assert ("contact", "Send photos to", "photos@lakesidenature.org") in facts


def test_a_line_goes_on_until_its_day():
    facts = told(
        "Create a poster for the toy drive organized by Firehouse 12. Bring new toys to 9 Elm "
        "Street until December 15."
    )
    assert [t for _, _, t in facts if "9 Elm Street" in t or "December" in t] == [
        "Bring new toys to 9 Elm Street until December 15"
    ]


def test_a_site_is_said_with_what_is_done_there():
    facts = told(
        "Create a poster for the Ridge Trail 10K on September 14, starting at 8:30 AM from "
        "Miller's Barn. Entry costs $35, or $20 for under 18s. Runners register at "
        "www.ridge10k.org until September 1."
    )
    assert ("date", "", "Register at www.ridge10k.org until September 1") in facts
    assert ("price", "Admission", "$35, $20 for under 18s") in facts


def test_the_day_of_an_offer_is_said_once():
    facts = told(
        "Create a banner for Bell & Sons Bakery celebrating its 50th anniversary. All cakes are "
        "half price on June 21. The motto is 'Baked before dawn'."
    )
    assert sum("June 21" in text for _, _, text in facts) == 1


def test_somebody_told_by_a_trade_is_congratulated_by_name():
    facts = told("Congratulate our barista Milo Jansen on winning the national latte art cup.")
    assert ("title", "", "Congratulations, Milo Jansen") in facts
