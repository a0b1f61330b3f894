"""Subjects told in two parts, and facts under the words that tell which they are."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def _said(request: str) -> set[str]:
    return {f"{t.label}: {t.text}" if t.label else t.text for t in parse(request).texts}


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        ("Create a post announcing that tickets for the Lakeside Folk Festival go on sale on"
         " March 1 at 10 AM.", {"Lakeside Folk Festival", "Tickets go on sale", "Date: March 1"}),
        ("Create a LinkedIn post about a vacancy for a part-time accountant. The pay is $32 an"
         " hour.", {"Part-Time Accountant", "Pay: $32 an hour"}),
        ("Design an ad for Ferro Gym: the first month costs $1, then $29 a month.",
         {"Ferro Gym", "First month: $1", "Then: $29 a month"}),
        ("Advertise a used bookshop's moving sale. Hardcovers are $3 each.",
         {"Moving Sale", "Hardcovers: $3 each"}),
        ("Create a flyer for the lost dog Pepper, a brown terrier last seen on June 3. The reward"
         " is $200.", {"Last seen: June 3", "Reward: $200"}),
        ("Design a bus ticket from Porto to Braga on May 2. Departure is at 9:40 AM from Platform"
         " 3 and the seat is 22C.",
         {"Porto to Braga", "Departure: 9:40 AM", "Platform: 3", "Seat: 22C"}),
        ("Design a coupon for a pet shop: $5 off any bag of dog food over 10 kg, valid from May 1"
         " to May 31.",
         {"Pet Shop", "$5 off any bag of dog food over 10 kg", "Valid: May 1 to May 31"}),
        ("Design an Instagram story with two dates for a pop-up vintage shop: April 5 in Lyon and"
         " April 12 in Nantes.", {"April 5 in Lyon", "April 12 in Nantes"}),
        ("Create a post for a webinar on pensions for nurses with financial planner Gail Stone on"
         " October 3 at 12 PM. Register by October 1.", {"With financial planner Gail Stone"}),
        ("Create a Facebook cover for a veterinary clinic with emergency hours from 8 PM to 6 AM.",
         {"Emergency hours: 8 PM to 6 AM"}),
        ("Create an Instagram post with a book recommendation for March.",
         {"Book Recommendation for March"}),
        ("Design a diploma for a dog that finished puppy school.", {"who finished puppy school"}),
        ("Promote a senior yoga class at Linden Hall. The first class is free and mats are"
         " provided.", {"First class is free", "Mats are provided"}),
        ("Promote a summer camp for children. The fee is $260 a week and includes lunch.",
         {"Fee: $260 a week", "Includes lunch"}),
        ("Create an invitation to a birthday on Sunday, September 21 at noon. Please reply to Anna"
         " at 555-0102 by September 10.", {"Reply by: September 10", "Reply to Anna: 555-0102"}),
        ("Design a wedding invitation for Noah and Imani. The ceremony takes place at 3 PM on"
         " August 2 in St. Mark's Church and the party begins at 6 PM at Barn Hill.",
         {"Ceremony: 3 PM, St. Mark's Church", "Party begins: 6 PM, Barn Hill"}),
        ("Create a flyer for a mobile library that stops at Oak Square on Tuesdays at 3 PM and at"
         " Pine School on Fridays at 1 PM.",
         {"Mobile Library", "Oak Square: Tuesdays at 3 PM", "Pine School: Fridays at 1 PM"}),
        ("Create a raffle ticket for a school fundraiser. First prize is a bicycle and the draw is"
         " on June 20.", {"First prize: A bicycle", "Draw: June 20"}),
        ("Create a poster for an open mic night on Thursdays. Sign-up is at 7:30 PM and the first"
         " act starts at 8 PM.", {"Sign-up: 7:30 PM", "First act starts: 8 PM"}),
        ("Design a YouTube thumbnail for an interview with chess champion Ilya Marten.",
         {"Interview with Chess Champion Ilya Marten"}),
        ("Create a certificate of excellence for the top salesperson of 2024, Henrik Dahl, at"
         " Volta Motors.", {"Henrik Dahl", "for the top salesperson of 2024"}),
        ("Create a drinks menu for a rooftop bar: Spritz $11, Negroni $13, Lemonade $6. Happy hour"
         " is from 5 PM to 7 PM.", {"Drinks Menu", "Happy hour: 5 PM to 7 PM"}),
        ("Create a recruiting post for bus drivers. Full training is paid and the starting pay is"
         " $26 an hour.", {"Bus Drivers", "Starting pay: $26 an hour"}),
        ("Create an invitation to the christening of Oscar on June 15 at 11 AM in St. Anne's"
         " Church.", {"Venue: St. Anne's Church", "Time: 11 AM"}),
        ("Create a flyer for the lost dog Pepper, a brown terrier last seen on June 3 near Elm"
         " Park.", {"Last seen: June 3 near Elm Park"}),
        ("Create a LinkedIn post about a talk by data scientist Omar Haddad on fair algorithms on"
         " March 6.", {"Talk", "Fair Algorithms", "By data scientist Omar Haddad"}),
        ("Create a Facebook event cover for a discussion with mayor Ruth Adler about the new bike"
         " lanes on May 21 at 7 PM.", {"Discussion", "New Bike Lanes", "With mayor Ruth Adler"}),
        ("Create a post for the 5th anniversary of the Moss & Fern plant shop with 20% off"
         " everything.", {"5th Anniversary", "Moss & Fern plant shop"}),
        ("Create a certificate for the employee of the year, presented to Sunita Rao by the"
         " director, Mark Feld.", {"Sunita Rao", "Mark Feld", "Director"}),
    ],
)  # fmt: skip
def test_each_part_is_said(request_: str, lines: set[str]) -> None:
    assert lines <= _said(request_)


def test_a_flyer_of_what_is_lost_has_lines_for_where_and_for_whom_to_call() -> None:
    assert parse("Create a flyer for a lost cat named Biscuit.").blanks == ("Phone", "Last seen")
    assert not parse("Create a flyer for a lost and found box at a school.").blanks


def test_a_price_is_not_said_beside_the_line_that_says_it() -> None:
    said = _said(
        "Promote the Cedar Lodge spa and its new salt cave. Sessions cost $28 for an hour."
    )
    assert len([line for line in said if "$28" in line]) == 1
