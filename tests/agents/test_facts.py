"""Facts are found and kept character for character."""

import pytest

from agents.facts import facts_in


def found(request: str) -> list[str]:
    return [fact.text for fact in facts_in(request)]


@pytest.mark.parametrize(
    ("request_", "facts"),
    [
        ("on 12 December, 8 pm", ["12 December", "8 pm"]),
        ("Friday, March 3rd at 7:30 p.m.", ["Friday, March 3rd", "7:30 p.m."]),
        ("from October 22-25, 2023", ["October 22-25, 2023"]),
        ("from September 16th to September 20th", ["September 16th to September 20th"]),
        ("Sep 16 - Sep 20 at 10 am - 10 pm", ["Sep 16 - Sep 20", "10 am - 10 pm"]),
        ("from 3 to 5 May", ["3 to 5 May"]),
        ("Feb 25, 20XX", ["Feb 25, 20XX"]),
        ("the 4th of July", ["4th of July"]),
        ("on 12.05.2026 and 2026-05-13", ["12.05.2026 and 2026-05-13"]),
        ("in December 2026", ["December 2026"]),
        ("March 8.", ["March 8"]),
    ],
)
def test_dates_and_times_are_kept_as_written(request_, facts):
    assert found(request_) == facts


@pytest.mark.parametrize(
    ("request_", "facts"),
    [
        ("every Friday from 9-11PM", ["every Friday", "9-11PM"]),
        ("Mon-Fri, 8am to noon", ["Mon-Fri", "8am to noon"]),
        ("Saturdays and Sundays", ["Saturdays and Sundays"]),
        ("on Friday at noon", ["Friday", "noon"]),
        ("a Black Friday sale and Cyber Monday deals", []),
        ("Good Friday mass, Holy Saturday", []),
        ("open 24/7", ["open 24/7"]),
        ("you may come, march on", []),
        ("Jeremiah 29:11 and a 16:9 screen", ["Jeremiah 29:11"]),
    ],
)
def test_weekdays_are_dates_unless_they_name_an_occasion(request_, facts):
    assert found(request_) == facts


@pytest.mark.parametrize(
    ("request_", "facts"),
    [
        ("am 12. Juli um 18 Uhr", ["12. Juli", "18 Uhr"]),
        ("le 21 juin à 20h", ["21 juin", "20h"]),
        ("12 de mayo, 20:00", ["12 de mayo", "20:00"]),
        ("12 декабря в 19:00, 500 руб", ["12 декабря", "19:00", "500 руб"]),
        ("12月5日晚上8点", ["12月5日", "晚上8点"]),
        ("8月5日 18時から", ["8月5日", "18時"]),
        ("12 नवंबर, शाम 7 बजे", ["12 नवंबर", "शाम 7 बजे"]),
        ("يوم 12 ديسمبر الساعة 8 مساءً", ["12 ديسمبر", "الساعة 8 مساءً"]),
        ("1.299,00 €", ["1.299,00 €"]),
    ],
)
def test_facts_are_found_in_other_languages(request_, facts):
    assert found(request_) == facts


@pytest.mark.parametrize(
    ("request_", "facts"),
    [
        ("a discount of up to 50% off on select items.", ["up to 50% off on select items"]),
        ("up to a 50% discount and more", ["up to a 50% discount"]),
        ("50-70% off shoes", ["50-70% off shoes"]),
        (
            "30% off any package for first-time clients",
            ["30% off any package for first-time clients"],
        ),
        ("get $50 off any purchase", ["$50 off any purchase"]),
        ("buy one get one free", ["buy one get one free"]),
        ("offering beer and hot dogs for $10.", ["beer and hot dogs for $10"]),
        ("priced at $13,900, $179 a month", ["$13,900", "$179 a month"]),
        ("from €12.50 per person", ["€12.50 per person"]),
        ("100% cotton", []),
    ],
)
def test_offers_and_prices_keep_their_conditions(request_, facts):
    assert found(request_) == facts


@pytest.mark.parametrize(
    ("request_", "facts"),
    [
        ("see www.toys.sale.com.", ["www.toys.sale.com"]),
        ("at CALIPSUN.CO.UK", ["CALIPSUN.CO.UK"]),
        ("mail mcdermott@clinic.com", ["mcdermott@clinic.com"]),
        ("follow @jazzclub #jazz", ["@jazzclub", "#jazz"]),
        ("call 555-0123", ["555-0123"]),
        ("(212) 555-0199", ["(212) 555-0199"]),
        ("ticket number No: 0504-9807-6040", ["No: 0504-9807-6040"]),
        ("use code SAVE20 now", ["SAVE20"]),
        ("colour #1a2b3c", []),
    ],
)
def test_contacts_are_found(request_, facts):
    assert found(request_) == facts


@pytest.mark.parametrize(
    "address",
    [
        "11150 State 21, Ottawa",
        "123 Anywhere St, Anycity",
        "482 Willow Lane, Austin, TX 78704",
        "Hauptstraße 12, 10115 Berlin",
        "Rue de Rivoli 5",
    ],
)
def test_street_addresses_are_found(address):
    assert found(f"it is located at {address} and is new") == [address]


def test_a_row_of_names_with_prices_is_a_list():
    facts = facts_in("Menu: Margherita $12, Pepperoni $14")
    assert [(f.role, f.text) for f in facts] == [
        ("item", "Margherita $12"),
        ("item", "Pepperoni $14"),
    ]


@pytest.mark.parametrize(
    ("request_", "kind"),
    [
        ("valid until May 3", "valid"),
        ("RSVP by May 3", "rsvp"),
        ("apply by May 3", "apply"),
        ("doors 7pm", "doors"),
        ("tickets $5", "tickets"),
        ("valued at $49", "value"),
    ],
)
def test_the_words_before_a_fact_name_its_kind(request_, kind):
    assert facts_in(request_)[0].kind == kind


def test_forty_facts_are_all_kept():
    request = ", ".join(f"{day} May at {day % 12 + 1} pm" for day in range(1, 21))
    assert len(facts_in(request)) == 40
