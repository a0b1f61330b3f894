"""Rules and the learned reader brought together: titles, lines, direction."""

import numpy as np
import pytest

from agents.brief import Text
from agents.instruction import parse
from agents.reader.copy import KINDS, Copy
from agents.reader.spans import Span
from agents.reader.words import words_in
from agents.reconciled import reconciled


def copy_of(marked: list[tuple[str, str]]) -> Copy:
    """A request in pieces, each with its kind, as a reader that is quite sure tells it."""
    text, spans = "", []
    for piece, kind in marked:
        if kind != "none":
            spans.append(Span(kind, len(text), len(text) + len(piece), 1.0))
        text += f"{piece} "
    words, kinds = words_in(text), list(KINDS.values())
    chances = np.zeros((len(words), len(kinds)))
    for row, word in zip(chances, words, strict=True):
        kind = next((s.kind for s in spans if s.start <= word.start < s.end), "none")
        row[kinds.index(kind)] = 1.0
    return Copy(text, tuple(spans), tuple(words), chances)


def text(role, words, provenance="inferred", **more):
    return Text(role=role, text=words, provenance=provenance, **more)


def said(texts):
    return [(t.role, t.text) for t in texts]


def test_a_line_nobody_printed_is_added():
    copy = copy_of([("flyer for a", "none"), ("bake sale", "title"), ("parking is free", "line")])
    texts = reconciled((text("title", "Bake Sale"),), copy)
    assert said(texts) == [("title", "Bake Sale"), ("item", "Parking is free")]


def test_a_line_cut_before_its_price_is_told_whole():
    copy = copy_of([("Tuning", "title"), ("a standard tuning costs $140", "line")])
    before = (text("title", "Tuning"), text("item", "A standard tuning costs"),
              text("price", "$140", "user"))  # fmt: skip
    assert said(reconciled(before, copy))[1:] == [("item", "A standard tuning costs $140")]


def test_what_surrounds_a_phone_number_goes_with_it():
    copy = copy_of([("Lost Cat", "title"), ("call Noor 555 0142 any hour", "line")])
    before = (text("title", "Lost Cat"), text("contact", "555 0142", "user", label="Phone"))
    assert said(reconciled(before, copy))[1:] == [("contact", "Call Noor 555 0142 any hour")]


def test_facts_are_not_said_twice():
    copy = copy_of([("Concert", "title"), ("we open on 5 May at 8 pm", "line")])
    before = (text("title", "Concert"), text("date", "5 May", "user"), text("time", "8 pm", "user"))
    assert reconciled(before, copy) == before


def test_direction_is_left_out_and_trimmed_away():
    copy = copy_of([("Gala at the Rowing Club", "title"), (".", "none"),
                    ("live music and dancing", "line"),
                    ("or whatever. Make it feel warm", "none")])  # fmt: skip
    before = (text("title", "Gala"), text("item", "Live music and dancing or whatever"),
              text("subtitle", "Make it feel warm"))  # fmt: skip
    assert said(reconciled(before, copy)) == [("title", "Gala"), ("item", "Live music and dancing")]


def test_quoted_words_and_facts_stay_whatever_the_reader_thinks():
    copy = copy_of([("“all of this” is direction and 5 May", "none")])
    before = (text("title", "Direction", "user"), text("subtitle", "All of this", "user"),
              text("date", "5 May", "user"))  # fmt: skip
    assert reconciled(before, copy) == before


def test_a_title_that_is_a_mere_word_for_the_sheet_gives_way():
    copy = copy_of([("Notice.", "none"), ("Norvik Estates", "brand"),
                    ("Water will be cut on Monday", "title")])  # fmt: skip
    texts = reconciled((text("title", "Notice"), text("brand", "Norvik Estates")), copy)
    assert said(texts) == [("title", "Water Will Be Cut on Monday"), ("brand", "Norvik Estates")]


def test_a_title_of_the_rules_is_kept_where_it_says_something():
    copy = copy_of([("Jazz night at", "none"), ("The Blue Note", "title")])
    before = (text("title", "Jazz Night"), text("venue", "The Blue Note"))
    assert reconciled(before, copy) == before


def test_a_certificate_is_headed_by_what_it_is():
    copy = copy_of([("Certificate of completion for", "none"), ("Web Design Basics", "title"),
                    ("presented to Maria Keller", "line")])  # fmt: skip
    before = (text("title", "Certificate of Completion"), text("item", "Presented to Maria Keller"))
    assert reconciled(before, copy)[0].text == "Certificate of Completion"


def test_half_a_phrase_gives_way_to_a_name():
    copy = copy_of([("For the noticeboard.", "none"), ("Norvik Pottery Club", "brand"),
                    ("meets on Monday", "line")])  # fmt: skip
    texts = reconciled((text("title", "For the Noticeboard"),), copy)
    assert said(texts)[0] == ("title", "Norvik Pottery Club")


def test_a_title_that_is_called_one_heads_a_request_of_mere_looks():
    copy = copy_of([("Book cover, pale and empty and quiet and calm. Title is", "none"),
                    ("The Winter Ferry", "title"), ("and nothing else on it", "none")])  # fmt: skip
    assert said(reconciled((text("title", "Pale and Quiet"),), copy))[0][1] == "The Winter Ferry"


def test_a_title_ends_where_direction_begins():
    copy = copy_of([("Measure twice", "title"), (". Black on paper", "none")])
    before = (text("title", "Measure twice . Black on paper", "user"),)
    assert said(reconciled(before, copy)) in ([("title", "Measure twice")], said(before))


def test_sentences_whose_facts_stand_elsewhere_are_told_line_by_line():
    copy = copy_of([("Bake Sale", "title"), (".", "none"), ("by the flagpole on 7 March", "line"),
                    (".", "none"), ("cash only", "line")])  # fmt: skip
    before = (text("title", "Bake Sale"), text("date", "7 March", "user"),
              text("body", "by the flagpole on . cash only", "user"))  # fmt: skip
    lines = [words for _, words in said(reconciled(before, copy))]
    assert lines == ["Bake Sale", "By the flagpole on 7 March", "Cash only"]


def test_a_title_that_shares_its_words_stays_as_it_is():
    copy = copy_of([("poster on", "none"), ("ocean pollution", "title")])
    before = (text("title", "Stop Ocean Pollution"),)
    assert reconciled(before, copy) == before


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Flyer for a dog training class. Dogs must be vaccinated. Sunday 3 May.", "vaccinated"),
        (
            "Poster for a quiz night, Friday 8 May, 7 pm. Teams of up to six. Winner takes a ham.",
            "ham",
        ),
    ],
)
def test_conditions_in_running_text_are_printed(request_, line):
    assert any(line in t.text for t in parse(request_).texts)


def test_a_piece_of_the_asking_gives_way_to_a_title_the_reader_is_certain_of():
    asked = "Create a Facebook post on behalf of a bank to warn members about fake phone calls."
    titles = [text.text for text in parse(f"{asked} Strong red.").texts if text.role == "title"]
    assert titles == ["Fake Phone Calls"]


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        (
            "flyer for tutoring. i'm 17 and good at math. Maths doesn't bite. $20 an hour, grades 5"
            " to 9, first lesson free.",
            "Maths Doesn't Bite",
        ),
        (
            "We sell Christmas cookies for a trip. Cookies for the Jamboree. cinnamon stars,"
            " vanilla crescents. 250 g bag €5. Order by 30 November.",
            "Cookies for the Jamboree",
        ),
        (
            "Create an ad for solar panels that lower a household's electricity bill.",
            "Solar Panels",
        ),
        (
            "Design an invitation for Grandpa Walt's 90th birthday barbecue on Sunday, July 14 at"
            " 1 PM. Add the note 'No gifts, just stories'.",
            "Grandpa Walt's 90th Birthday Barbecue",
        ),
        (
            "Facebook cover for a dog shelter that asks families to adopt older dogs, with the text"
            " 'Old friends make the best friends'.",
            "Old friends make the best friends",
        ),
        (
            "Create a ticket for a water park. It admits one child and should look like fun.",
            "Water Park",
        ),
    ],
)
def test_the_title_is_whole_and_said_by_the_request(request_, title):
    assert next(t.text for t in parse(request_).texts if t.role == "title") == title
