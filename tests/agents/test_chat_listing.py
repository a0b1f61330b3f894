"""Rows of a list put in order and added by chat; German orders and numbers in words."""

import pytest

from agents.chat.figures import in_figures
from agents.chat.foreign import in_english
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from benchmarks.edits import said_to
from design_io.history import History


def after(on, sentence):
    made = sample(on)
    heard = said_to(made, History(made.design), sentence)
    assert heard.kind == "done", heard.said
    return heard.history.present


def shown(design):
    items = [x for x in design.layer("rows").layers if getattr(x, "role", "") == "item"]
    return [x.text for x in sorted(items, key=lambda x: x.box.y) if x.kind == "text"]


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        ("move Diavola to the top of the list", "Diavola Margherita Marinara Tiramisu"),
        ("put Tiramisu above Marinara", "Margherita Tiramisu Marinara Diavola"),
        ("sort the list by price", "Tiramisu Marinara Margherita Diavola"),
    ],
)
def test_rows_change_places_with_their_prices(sentence, order):
    design = after("menu", sentence)
    assert " ".join(shown(design)) == order
    assert design.layer("price-3").box.y == pytest.approx(design.layer("item-3").box.y)


def test_a_row_is_added_and_no_word_of_the_others_changes():
    before, design = sample("menu").design, after("menu", "add Calzone 12 to the menu")
    assert shown(design) == [*shown(before), "Calzone"]
    new = changed(before, design) - {x.id for x in before.layer("rows").layers}
    assert {design.layer(i).text for i in new if i in ("item-5", "price-5")} == {"Calzone", "12"}
    assert max(x.box.bottom for x in design.layer("rows").layers if x.kind == "text") < 3508


def test_another_thing_stands_in_the_row_of_what_is_off():
    design = after("menu", "Diavola is off, we do Calzone for 12 now")
    assert shown(design) == ["Margherita", "Marinara", "Calzone", "Tiramisu"]
    assert design.layer("price-3").text == "12"


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Mach den Titel rot", "make title red"),
        ("Könnten Sie das Datum bitte auf den 19. Dezember ändern?", "change date to 19 December"),
        ("Der Hund soll freundlicher gucken", ""),
        ("make the title red", ""),
    ],
)
def test_short_german_orders_are_english_and_others_are_not(german, english):
    assert in_english(german) == english


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("fifteen dollars", "$15"),
        ("half past seven", "7:30"),
        ("twenty-five percent off", "25% off"),
        ("one of the two", "one of the two"),
    ],
)
def test_sums_and_hours_are_read_as_figures(said, figures):
    assert in_figures(said) == figures
