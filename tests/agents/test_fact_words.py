"""Facts keep the words by which the request tells which one they are."""

from __future__ import annotations

import pytest

from agents.instruction import parse


def printed(request: str) -> list[str]:
    return [f"{t.label}: {t.text}" if t.label else t.text for t in parse(request).texts]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Flyer for a swimming course at Bluewater Pool. The head coach is Hal Burrows.",
         "Head coach: Hal Burrows"),
        ("Poster for the Elmwood Book Fair on May 3. The guest author is Nora Vasquez.",
         "Guest author: Nora Vasquez"),
        ("Create a recruiting post for a baker at Hotel Miramar. Wages start at $22 an hour.",
         "Wages start at $22 an hour"),
        ("Poster for the Elm Half Marathon. The entry fee is $40, or $30 for students.",
         "$30 for students"),
        ("Poster for the Elm Half Marathon. The entry fee is $40.", "Entry fee: $40"),
        ("Facebook ad for a piano school with a trial lesson for $20.", "Trial lesson: $20"),
        ("Invitation for the office party on May 3. The dress code is smart casual and guests may"
         " reply to party@firm.com.", "Reply to: party@firm.com"),
        ("Create a Facebook post about the new summer menu at Olive & Thyme from June 1.",
         "From June 1"),
        ("Real estate flyer for a villa at 14 Quarry Road, Bath. The open house is on Saturday.",
         "Open house: Saturday"),
        ("Create a post celebrating Farah Nasser as volunteer of the year. It includes a quote from"
         " her team leader: 'She never says no to a cold morning.'", "— Her team leader"),
        ("Create a post celebrating Farah Nasser as volunteer of the year at Harbor Shelter. The"
         " LinkedIn post includes a quote from her team leader: 'She never says no.'",
         "Volunteer of the year"),
        ("Recruiting post for a crane operator at Hallam Docks. The foreman is Ed Sorrell.",
         "Foreman: Ed Sorrell"),
        ("Design a cover for the Creek Chili Cook-Off on May 3. Teams can sign up for $20.",
         "Teams can sign up for: $20"),
    ],
)  # fmt: skip
def test_a_fact_is_printed_with_the_words_that_tell_which_it_is(request_, line):
    assert any(line in each for each in printed(request_)), printed(request_)


def test_a_way_has_no_place():
    train = parse("Create a train ticket from Vienna to Graz on May 3 at 9 AM, seat 27B.")
    assert "Place" not in train.blanks


def test_a_sheet_headed_by_who_is_praised_is_no_quotation():
    brief = parse(
        "Create a post celebrating Amara Diallo as teacher of the year at Oakfield School. The post"
        " includes a quote from her principal: 'Every child leaves her room taller.'"
    )
    assert brief.text("title") == "Amara Diallo"
    assert brief.form.value == "picture"
