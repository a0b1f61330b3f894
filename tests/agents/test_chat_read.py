"""Edits by chat that the learned reader marks: orders, what a phrase points at, and outcomes."""

import re

import pytest

from agents.chat import second_reading
from agents.chat.context import Context
from agents.chat.orders import orders_in
from agents.chat.outcomes import Demand, fulfilled
from agents.chat.pointing import pointed_at
from agents.chat.results import Done, Impossible, NotThereError, Question, UnclearError
from agents.chat.second_reading import answered, known_in
from agents.chat.understanding import _done, understand
from agents.reader.edits import Wish
from agents.reader.spans import Span
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from design_io.history import History

_MARK = re.compile(r"\{(\w+)\|([^{}|]*)\}")
_KINDS = {"X": "thing", "Q": "quoted", "N": "new", "A": "added", "P": "place", "D": "drawing"}


def wish_of(marked, kind="edit", sure=1.0):
    """A wish as the reader would mark it: "{X|title} {bigger|a bit bigger}"."""
    text, spans, end = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        start = len(text)
        text, end = text + mark[2], mark.end()
        spans.append(Span(_KINDS.get(mark[1], mark[1]), start, len(text), sure))
    return Wish(text + marked[end:], kind, sure, tuple(spans))


def context_of(on):
    made = sample(on)
    return Context(History(made.design), made.resources, made.plan, made.brand)


def outcome(marked, on, found=None):
    """What the wish leads to where the rules found nothing, or `found`."""
    context = context_of(on)
    answer = answered(wish_of(marked), found or Impossible("?", "sentence"), context, _done)
    after = answer.after(context.history).present if isinstance(answer, Done) else None
    return context.design, answer, after


@pytest.mark.parametrize(
    ("marked", "orders"),
    [
        ("{X|title} {bigger|bigger}, {X|date} {smaller|smaller}",
         [["title", "bigger"], ["date", "smaller"]]),
        ("{bigger|bigger} {X|title} and {X|date}", [["bigger", "title", "date"]]),
        ("{X|title} {bigger|bigger} and {color|red}", [["title", "bigger", "red"]]),
        ("{X|the lamp} shouts. {smaller|shrink} {X|it}", [["the lamp", "shrink"]]),
        ("{Q|Ann Lee} is ill, {N|Bo Li} plays", [["Ann Lee", "Bo Li"]]),
        ("from {N|9 am}, done by {N|1 pm}", [["9 am"], ["1 pm"]]),
        ("{Q|tea} {N|2.50}, {Q|cake} {N|4}", [["tea", "2.50"], ["cake", "4"]]),
        ("{D|an oboe}, not {X|a drum}. {redraw|wrong}", [["an oboe", "a drum", "wrong"]]),
        ("{X|logo} is {keep|fine as it is}", []),
    ],
)  # fmt: skip
def test_each_deed_goes_to_its_thing(marked, orders):
    wish = wish_of(marked)
    assert [[wish.said(s) for s in order.spans] for order in orders_in(wish)] == orders


@pytest.mark.parametrize(
    ("on", "phrase", "ids"),
    [
        ("menu", "all the prices", {"price", "price-2", "price-3", "price-4"}),
        ("bakery", "the little fern on the left", {"fern-1"}),
        ("run", "the grey half circle behind the shoe", {"disc"}),
        ("jazz", "the thin line over the date", {"details-rule"}),
        ("run", "where it is", {"venue"}),
        ("run", "the web adress", {"contact"}),
    ],
)
def test_a_phrase_points_at_layers(on, phrase, ids):
    assert {x.id for x in pointed_at(phrase, context_of(on)).layers} == ids


def test_what_is_not_there_is_no_layer():
    with pytest.raises((NotThereError, UnclearError)):
        pointed_at("the purple elephant", context_of("jazz"))


@pytest.mark.parametrize(
    ("marked", "on", "touched"),
    [
        ("{X|the title} {smaller|shouts a bit}", "jazz", {"title"}),
        ("{Q|Blue Note} shut, {reword|it's} {N|Green Mill}", "jazz", {"venue"}),
        ("{Q|Diavola} {N|12.50}, {Q|Tiramisu} {N|7}", "menu", {"price-3", "price-4"}),
        ("{X|venue} {italic|slanted} and {X|date} {underline|underlined}", "jazz",
         {"venue", "date"}),
        ("{delete|no more} {Q|Marinara}", "menu", {"item-2", "price-2"}),
    ],
)  # fmt: skip
def test_orders_are_carried_out_where_the_rules_know_nothing(marked, on, touched):
    before, answer, after = outcome(marked, on)
    assert isinstance(answer, Done), answer
    assert touched <= changed(before, after)
    assert {x for x in changed(before, after) if not x.startswith(("mark-", "row"))} == touched


def test_several_orders_are_one_step():
    _, answer, _ = outcome("{X|title} {bigger|bigger}, {X|venue} {color|red}", "jazz")
    assert len(answer.commands) == 1
    _, answer, _ = outcome("{X|the zebra} {bigger|bigger}, {X|the elephant} {color|red}", "jazz")
    assert isinstance(answer, Question)
    assert any("title" in c.sentence for c in answer.choices)


def test_rules_that_did_what_is_asked_keep_their_say():
    context = context_of("jazz")
    rules = understand("make the title bigger", context)
    wish = wish_of("make {X|the title} {bigger|bigger}")
    assert answered(wish, rules, context, _done) is rules
    missed = answered(wish_of("{X|title} {bigger|bigger}, {X|date} {smaller|down}"), rules,
                      context, _done)  # fmt: skip
    after = missed.after(context.history).present
    assert {"title", "date"} <= changed(context.design, after)


def test_an_unsure_reader_does_not_overrule():
    context = context_of("jazz")
    rules = understand("make the title bigger", context)
    unsure = wish_of("{X|date} {smaller|down}", sure=0.4)
    assert answered(unsure, rules, context, _done) is rules


def test_outcomes_are_measured():
    context = context_of("jazz")
    after = understand("make the title bigger", context).after(context.history).present
    assert fulfilled(Demand("bigger", ("title",)), context.design, after)
    assert not fulfilled(Demand("smaller", ("title",)), context.design, after)
    assert not fulfilled(Demand("reword", (), "Swing Night"), context.design, after)


def test_known_words_are_those_that_stand_on_the_design():
    context = context_of("jazz")

    def known(text):
        return [text[a:b] for a, b in known_in(text, context)]

    assert known("make Blue Note the Green Mill") == ["Blue Note"]
    assert known("we start at 8:30 pm on the 11th") == []
    assert known("make the night longer") == []


@pytest.mark.parametrize(
    "said", ["is this font free for commercial use?", "print 200 of them and post them to me"]
)
def test_what_is_no_edit_changes_nothing(said):
    assert not isinstance(understand(said, context_of("jazz")), Done)


@pytest.mark.parametrize(
    ("said", "on", "touched"),
    [
        ("title somewhat smaller plz, it shouts, and the venue in italics", "jazz",
         {"title", "venue"}),
        ("curtains a shade darker pls", "bakery", {"drape-1", "drape-2", "drape-3"}),
    ],
)  # fmt: skip
def test_sentences_as_people_type_them(said, on, touched):
    context = context_of(on)
    answer = understand(said, context)
    assert isinstance(answer, Done), answer
    assert changed(context.design, answer.after(context.history).present) == touched


def test_a_foreign_order_is_not_read_by_an_english_reader(monkeypatch):
    monkeypatch.setattr(second_reading, "wish_in", None)
    assert isinstance(understand("mach den Titel rot", context_of("jazz")), Done)


def test_what_cannot_be_done_is_left_with_its_question():
    before, answer, after = outcome("{X|title} {bigger|bigger}, {X|the zebra} {delete|out}", "menu")
    assert {"title"} == changed(before, after)
    assert len(answer.left) == 1 and "zebra" in answer.left[0].said
    assert all("title" not in choice.sentence.split()[1:] for choice in answer.left[0].choices)


@pytest.mark.parametrize(
    ("marked", "on", "text"),
    [
        ("{Q|Margherita} is {N|Roma} now, {N|ten euros}", "menu", {"item": "Roma", "price": "10"}),
        ("{X|price of the Diavola} {N|12}. And the tiramisu: {N|7}", "menu",
         {"price-3": "12", "price-4": "7"}),
        ("{X|title} should be {Q|Blue Note}", "jazz", {"title": "Blue Note"}),
    ],
)  # fmt: skip
def test_words_go_to_the_row_they_are_told_of(marked, on, text):
    _, _, after = outcome(marked, on)
    for name, words in text.items():
        assert words in after.layer(name).text


def test_what_was_told_before_is_meant_again():
    _, _, after = outcome("{X|date} {color|in plum}, {X|venue} {color|the same}", "run")
    assert after.layer("date").style.color == after.layer("venue").style.color
    before, _, after = outcome("{X|date} {bigger|bigger}, {repeat|likewise} {X|the venue}", "run")
    assert {"date", "venue"} <= changed(before, after)
    before, _, after = outcome("{X|title} fights {X|date}; {X|the latter} {color|red}", "run")
    assert "title" not in changed(before, after) and "date" in changed(before, after)
