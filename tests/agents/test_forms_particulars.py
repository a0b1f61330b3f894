"""Papers that tell by key and value: each pair is printed once, under its own heading."""

from __future__ import annotations

from agents.brief import Brief
from agents.instruction import parse


def _facts(brief: Brief) -> dict[str, str]:
    return {text.label: text.text for text in brief.texts if text.label}


def test_a_boarding_pass_keeps_its_keys_with_their_values() -> None:
    brief = parse(
        "Boarding pass style ticket for a class visit to the aquarium on June 4, gate 'Door 3', "
        "departure 9:15 AM. Passenger: Class 2A."
    )
    facts = _facts(brief)
    assert facts["Gate"] == "Door 3"
    assert facts["Passenger"] == "Class 2A"
    assert facts["Departure"] == "9:15 AM"
    said = [text.text for text in brief.texts]
    assert not [words for words in said if "Class 2A" in words and words != "Class 2A"]


def test_a_rule_behind_a_key_is_a_line_to_fill_in() -> None:
    brief = parse(
        "Design a boarding pass invitation for Ida's 6th birthday. Passenger: ______, "
        "Flight: ID06, Seat: any you like."
    )
    assert "Passenger" in brief.blanks
    assert "Passenger" not in brief.text("title")
    assert _facts(brief) == {"Flight": "ID06", "Seat": "Any you like"}


def test_a_label_tells_its_particulars_as_pairs() -> None:
    brief = parse(
        "Design a wine label for a Riesling by Oldgate Vineyards. Vintage: 2019. "
        "Region: Mosel. Alcohol: 11.5% vol."
    )
    assert _facts(brief) == {"Vintage": "2019", "Region": "Mosel", "Alcohol": "11.5% vol"}


def test_a_number_keeps_what_it_numbers() -> None:
    brief = parse("Create a bus ticket for the harbour line. Ticket No: HL-2291. Price €4.")
    assert _facts(brief)["Ticket no."] == "HL-2291"
    assert "No." not in brief.blanks


def test_what_a_ticket_is_good_for_is_no_headline() -> None:
    brief = parse("Create a ticket for a climbing park. It admits one child and looks like fun.")
    assert brief.text("title") == "Climbing Park"
    assert brief.text("item") == "Admits one child"
    token = parse("Design a drink token for the harvest party, good for one drink.")
    assert token.size.value == "ticket"
    assert token.text("item") == "Good for one drink"


def test_a_jar_is_not_what_its_label_names() -> None:
    assert parse("Design a label for a jar of fig jam.").text("title") == "Fig Jam"
