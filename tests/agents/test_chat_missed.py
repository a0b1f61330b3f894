"""What is missed, doubled, in the wrong place or only a mark: said to a design in several ways."""

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from benchmarks.edits import said_to
from design_io.document import leaves
from design_io.history import History


def heard(on, *sentences):
    made = sample(on)
    history = History(made.design)
    for sentence in sentences:
        answer = said_to(made, history, sentence)
        history = answer.history
    return answer


def texts(design):
    return {x.id: x.text for x in leaves(design) if x.kind == "text"}


@pytest.mark.parametrize(
    "sentence",
    [
        "there should be a coffee cup on it too",
        "i asked for a coffee cup, where is it? its just bread",
        "theres a coffee cup missing, put it next to the title or wherever it fits",
        "wheres the coffee cup?? add one. dont touch the croissant",
    ],
)
def test_a_thing_that_is_missed_is_drawn_and_all_else_stays(sentence):
    before, answer = sample("bakery").design, heard("bakery", sentence)
    new = {x.id: x for x in leaves(answer.history.present)}
    assert answer.kind == "done" and changed(before, answer.history.present) <= {
        *(name for name in new if name.startswith("drawing-")), "drawing-1"}  # fmt: skip
    drawn = [x for name, x in new.items() if name.startswith("drawing-")]
    assert drawn and all("coffee cup" in x.name and x.role == "hero" for x in drawn)


def test_what_is_on_the_design_is_not_drawn_again():
    assert heard("bakery", "where's the croissant?").kind == "asks"
    assert heard("jazz", "where's the date?").kind == "asks"
    assert heard("jazz", "the website is missing").kind == "asks"


@pytest.mark.parametrize(
    ("sentence", "item", "price"),
    [
        ("Diavola is off, put Capricciosa 12.50 in its place", "Capricciosa", "12.50"),
        ("we don't do diavola anymore, too hot. have Verdure there instead, nine euros", "Verdure",
         "9"),
        ("no more diavola, it's Funghi now", "Funghi", "11"),
    ],
)  # fmt: skip
def test_another_dish_comes_in_the_row_of_the_old_one(sentence, item, price):
    before, now = texts(sample("menu").design), texts(heard("menu", sentence).history.present)
    assert now["item-3"] == item and now["price-3"] == price
    assert {k for k in now if now[k] != before[k]} <= {"item-3", "price-3"}


@pytest.mark.parametrize(
    ("on", "sentence", "layer", "text"),
    [
        ("run", "take the £ sign out of the price", "price", "15"),
        ("run", "prices without the pound sign please, we know", "price", "15"),
        ("wedding", "st marys without the apostrophe", "venue", "St Marys Church, Oxford"),
        ("bakery", "take the & out of our name, write and", "brand", "Crumb and Co"),
    ],
)
def test_marks_are_taken_out(on, sentence, layer, text):
    assert texts(heard(on, sentence).history.present)[layer] == text


def test_of_words_that_stand_twice_one_goes():
    added = "add a line saying 'Ring 020 7946 0301'"
    for sentence in (
        "the phone number is on there twice, only keep the bottom one",
        "why does it say 020 7946 0301 2x? once is enough",
    ):
        answer = heard("bakery", added, sentence)
        assert answer.kind == "done"
        every = " ".join(texts(answer.history.present).values())
        assert every.count("020 7946 0301") == 1
    assert heard("bakery", "Crumb & Co is printed twice").kind == "impossible"


def assert_only_reads(on, sentence, layer, text):
    """The layer says this now, and no other text has changed."""
    before, now = texts(sample(on).design), texts(heard(on, sentence).history.present)
    assert now[layer] == text and {k for k in now if now[k] != before[k]} == {layer}


@pytest.mark.parametrize(
    ("on", "sentence", "layer", "text"),
    [
        ("run", "its a month later, same place", "date", "Wednesday 4 November"),
        ("wedding", "it starts half an hour earlier than it says", "time", "2:30 pm"),
        ("wedding", "we begin at half four", "time", "4:30 pm"),
        ("bakery", "open till half five", "time", "7am to 5:30pm"),
    ],
)
def test_days_and_hours_are_reckoned(on, sentence, layer, text):
    assert_only_reads(on, sentence, layer, text)


@pytest.mark.parametrize(
    ("on", "sentence", "layer", "text"),
    [
        ("menu", "Diavola has two l's", "item-3", "Diavolla"),
        ("menu", "Marinara is spelled M-a-r-y-n-a-r-a", "item-2", "Marynara"),
        ("wedding", "Emma with one m please", "title", "Ema and James"),
        ("run", "its a Funn Run, with double n", "title", "5k Charity Funn Run"),
        ("bakery", "we are called Crumb & Sons", "brand", "Crumb & Sons"),
    ],
)
def test_spellings_and_names_are_put_right(on, sentence, layer, text):
    assert_only_reads(on, sentence, layer, text)


def test_a_name_of_nobody_is_not_put_over_a_title():
    answer = heard("jazz", "my name is Ana Silva")
    assert answer.kind == "asks" and "Jazz Night" in answer.choices


@pytest.mark.parametrize(
    ("on", "sentence", "text"),
    [
        ("bakery", "put our holidays under the address: closed in August", "Closed in August"),
        ("run", "half price for students, put it under the price", "Half price for students"),
        ("run", "parking is at the school, add that somewhere", "Parking is at the school"),
    ],
)
def test_a_line_is_added_where_it_belongs(on, sentence, text):
    before, now = texts(sample(on).design), texts(heard(on, sentence).history.present)
    assert [now[name] for name in now.keys() - before.keys()] == [text]
    assert all(now[name] == before[name] for name in before)
