"""Facts that are probably wrong are flagged with a fix; right ones are left in peace."""

import json
from datetime import date

import pytest

from agents.delivery import Order, deliver
from agents.doubts import Way
from agents.instruction import parse
from agents.sanity import doubts_in
from agents.spelling import is_known, meant_by
from generators.registry import GENERATORS

TODAY = date(2026, 11, 25)

WRONG = [
    ("a gig on Friday, 12 December 2026", "fact-weekday", "Friday, 12 December 2026"),
    ("a party on Sunday 12 December", "fact-weekday", "Sunday 12 December"),
    ("ein Konzert am Montag, 5. Dezember 2026", "fact-weekday", "Montag, 5. Dezember 2026"),
    ("a market on 31 February", "fact-date", "31 February"),
    ("a fair on 30.02.2027", "fact-date", "30.02.2027"),
    ("an opening on April 31st, 2027", "fact-date", "April 31st, 2027"),
    ("a jazz night, 3 March 2025", "fact-past", "3 March 2025"),
    ("a coupon valid until March 2024", "fact-past", "March 2024"),
    ("a sale, June 20-12, 2027", "fact-range", "June 20-12, 2027"),
    ("a camp from 20 June to 12 June", "fact-range", "20 June to 12 June"),
    ("a tasting from 6 pm to 4 pm", "fact-range", "6 pm to 4 pm"),
    ("a show: doors 9 pm, show 8 pm", "fact-range", "9 pm"),
    ("a talk on 2 May 2027. RSVP by 9 May 2027", "fact-range", "9 May 2027"),
    ("a concert at 25:00", "fact-time", "25:00"),
    ("a concert at 13 pm", "fact-time", "13 pm"),
    ("a concert at 7:75 pm", "fact-time", "7:75 pm"),
    ("a sale with 120% off", "fact-percent", "120% off"),
    ("boots that were $20, now $25", "fact-price", "were $20, now $25"),
    ("a fair. Entry is $10. Admission $15.", "fact-price", "$15"),
    ("a fair, write to info@@fair.com", "fact-email", "info@@fair.com"),
    ("a fair, write to info@fair", "fact-email", "info@fair"),
    ("a shop, www.shop,com", "fact-url", "www.shop,com"),
    ("a shop, htp://shop.com", "fact-url", "htp://shop.com"),
    ("a shop, www.shop", "fact-url", "www.shop"),
    ("a shop, call (555) 123-456", "fact-phone", "(555) 123-456"),
    ("a shop, call +44 20 7946", "fact-phone", "+44 20 7946"),
    ("a gig at 7 pm. See you at 19:30!", "fact-twice", "19:30"),
    ("a gig on 2 June 2027. See you on 3 June!", "fact-twice", "3 June"),
    ("a shop, www.bluenote.com, mail us: hi@bluenotte.com", "fact-twice", "@bluenotte.com"),
    ("a concert of Kestrina. Thank Kestrinna in the foot", "fact-twice", "Kestrinna"),
]


@pytest.mark.parametrize(("words", "rule", "text"), WRONG, ids=[w for w, *_ in WRONG])
def test_a_wrong_fact_is_flagged_and_quoted(words, rule, text):
    doubts = doubts_in(parse(f"A poster for {words}"), TODAY)
    assert (rule, text) in [(d.rule, d.text) for d in doubts]


RIGHT = [
    "a party, 9 pm – 2 am",
    "a bar open from 6 pm to 2 am",
    "a brewery founded on 12 March 1998",
    "a sale from 28 December to 3 January",
    "Saturday 12 December 2026 at 8 pm, doors 7 pm",
    "100% organic cotton shirts at 50% off",
    "the psalm John 3:16 in 16:9",
    "tickets $20, VIP $50, at the door $25",
    "coats that were $120, now $80",
    "Call 911 or (555) 123-4567 or +44 20 7946 0958",
    "Mail info@blue-note.co.uk or see https://blue-note.co.uk/tour?a=1",
    "follow @cafe.nord, #gelato",
    "the wedding of Anna and Hanna",
    "a schedule: 2 June London, 9 June Paris, at 7 pm and 9 pm",
    "Kiolete, a matcha and kombucha cafe called Brewtopia",
    "un cartel para la fiesta del pueblo, sábado 12 de diciembre",
]


@pytest.mark.parametrize("words", RIGHT)
def test_right_facts_raise_no_doubt(words):
    assert doubts_in(parse(f"A poster: {words}"), TODAY) == ()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("tommorow", "tomorrow"), ("restaraunt", "restaurant"), ("definately", "definitely"),
        ("recieve", "receive"), ("wellcome", "welcome"), ("saterday", "saturday"),
        ("kombucha", ""), ("fanbase", ""), ("colour", ""), ("color", ""),
    ],
)  # fmt: skip
def test_a_slip_names_the_word_that_was_meant(slip, meant):
    assert meant_by(slip) == meant
    assert is_known(slip) is (meant == "")


@pytest.mark.parametrize("word", ["Grand Openning", "GRAND OPENNING", "grand openning"])
def test_a_misspelt_headline_is_flagged_however_it_is_cased(word):
    [doubt] = doubts_in(parse(f'A poster for a bakery with the text "{word}"'), TODAY)
    assert doubt.rule == "spelling" and "opening" in doubt.fix.lower()


def test_doubts_are_findings_on_the_layer_and_the_words_stay_as_they_were(tmp_path):
    request = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm"
    order = Order(request, "json", "400x500", "swiss", today=TODAY)
    delivered = deliver(order, tmp_path, GENERATORS["artist"]())
    [finding] = [f for f in delivered.report.findings if f.rule == "fact-weekday"]
    assert finding.severity == "soft" and finding.layers == ("date",)
    assert finding.message in delivered.warnings
    report = json.loads((tmp_path / "report.json").read_text())
    assert finding.message in [f["message"] for f in report["findings"]]
    assert any(t.text == "Friday 12 December 2026" for t in delivered.outcome.brief.texts)


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("a gig, Friday 12 December 2026",
         ["Saturday 12 December 2026", "Friday 11 December 2026"]),
        ("a gig, FRI, Dec 12th", ["SAT, Dec 12th", "FRI, Dec 11th"]),
        ("ein Konzert am Montag, 5. Dezember 2026",
         ["Samstag, 5. Dezember 2026", "Montag, 7. Dezember 2026"]),
        ("a party, Sunday 1 August 2027. See you Saturday!", ["Sunday"]),
        ("a fair, 3 May 2025", ["3 May 2027", "3 May"]),
        ("a market from 20 March to 10 March 2027", []),
        ("a fair from 20 March 2027 to 10 March 2027", ["10 March 2027 to 20 March 2027"]),
        ("a shop, open 22:00-20:00", ["20:00-22:00"]),
        ("sandals, was $20 now $25", ["was $25 now $20"]),
        ("a jazz night, tickets $15. Come along! Tickets are $20", ["$15", "$20"]),
        ('a bakery with the text "Grand Openning"', ["Opening"]),
    ],
)  # fmt: skip
def test_a_doubt_offers_the_words_that_could_be_meant(words, ways):
    [doubt] = doubts_in(parse(f"A poster for {words}"), TODAY)
    assert [way.instead for way in doubt.ways] == ways
    assert all(way.taken(words) != words for way in doubt.ways)


def test_only_words_of_their_own_are_replaced():
    way = Way(words="$15", instead="$20")
    assert way.taken("$15, VIP $150, $15.50, $15.") == "$20, VIP $150, $15.50, $20."
