"""Questions answered in words, and wishes about space, order and what is to stay."""

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from benchmarks.edits import said_to
from design_io.history import History


def heard(on, sentence):
    made = sample(on)
    return made.design, said_to(made, History(made.design), sentence)


@pytest.mark.parametrize(
    ("on", "question", "answer"),
    [
        ("menu", "which font are the dishes set in?", "is set in|are set in"),
        ("jazz", "how big is this?", "px"),
        ("menu", "how many dishes are there?", "4: Margherita"),
        ("run", "can people read the date?", "easy to read"),
        ("run", "any typos?", "no word looks misspelt"),
        ("jazz", "what does the title say?", "Jazz Night"),
        ("jazz", "what's the background colour?", "#"),
    ],
)
def test_a_question_is_answered_and_changes_nothing(on, question, answer):
    before, told = heard(on, question)
    assert told.kind == "asks" and not changed(before, told.history.present)
    assert any(part in told.said for part in answer.split("|")), told.said


@pytest.mark.parametrize(
    ("on", "sentence", "touched"),
    [
        ("menu", "dishes not bold, only the prices", {"item", "item-2", "item-3", "item-4"}),
        ("run", "hide the labels date and time", {"date-label", "time-label"}),
        ("run", "the price should be as big as the date", {"price"}),
        ("run", "write 'Where' instead of Venue", {"venue-label"}),
    ],
)
def test_only_what_is_meant_is_touched(on, sentence, touched):
    before, told = heard(on, sentence)
    assert told.kind == "done", told.said
    assert changed(before, told.history.present) == touched


def test_a_currency_sign_is_no_sum():
    before, told = heard("menu", "add a euro sign to the prices")
    prices = [x.text for x in told.history.present.layer("rows").layers if x.role == "price"]
    assert sorted(prices) == ["11€", "6€", "8.50€", "9.50€"]


def test_rows_of_a_list_come_closer_together_and_nothing_else_moves():
    before, told = heard("menu", "less space between the dishes")
    after = told.history.present
    old, new = (d.layer("item-4").box.y - d.layer("item").box.y for d in (before, after))
    assert new < 0.95 * old
    assert before.layer("title") == after.layer("title")


def test_a_row_is_added_where_it_belongs():
    _, told = heard("menu", "add Quattro Stagioni for 12.50 after the Marinara")
    items = [x for x in told.history.present.layer("rows").layers if x.role == "item"]
    names = [x.text for x in sorted(items, key=lambda x: x.box.y) if x.kind == "text"]
    assert names == ["Margherita", "Marinara", "Quattro Stagioni", "Diavola", "Tiramisu"]
