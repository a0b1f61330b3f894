"""What a message does not name stays as it is: classes of it, on the designs of strangers."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed, expanded
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import said_to
from design_io.history import History

for number in range(12, 22):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), str(number))


def touched(name: str, *sentences: str) -> set[str]:
    """What the last of the sentences changes."""
    made = sample(name)
    history = History(made.design)
    for sentence in sentences:
        before = history.present
        found = said_to(made, history, sentence)
        assert found.kind == "done", found.said
        history = found.history
    return changed(before, history.present)


def within(name: str, *kinds: str) -> set[str]:
    design = sample(name).design
    return expanded(kinds, design, design)


@pytest.mark.parametrize(
    ("name", "sentence", "layers"),
    [
        ("13/conf", "make the workshops red", {"item-3"}),
        ("15/gym", "the fee line in yellow", {"offer"}),
        ("18/tax", "the address is just Market Square 3, without the 31 July", {"address"}),
        ("18/tax", "free consultation until end of August", {"item-3"}),
        ("13/conf", "remove the town from the venue, just Conference Centre", {"venue"}),
        ("18/hotel", "swap the lines Hotel Seeblick and Valid October to December",
         {"body", "item"}),
        ("18/hotel", "swap hotel seeblick with the valid line", {"body", "item"}),
        ("18/poetry", "Lena's last name is spelled Voigt", {"item", "item-4"}),
        ("18/poetry", "price should read Tickets 7 € and be a bit smaller", {"price"}),
        ("18/swim", "write Learn to swim! as the title and put it in the middle", {"title"}),
        ("17/pizza", "make the three pizzas bold", {"item", "item-2", "item-3"}),
        ("17/pizza", "remove the orange tile", {"tiles-ground-c"}),
        ("14/nuptials", "wedding date in italics", {"date"}),
        ("21/plumber", "make blocked drains, boilers and bathrooms bold",
         {"item", "item-2", "item-3"}),
        ("16/kinder", "our address is missing: Lindenstrasse 12", {"line-1"}),
        ("16/kinder", "we also need our address on there: Lindenstrasse 12", {"line-1"}),
    ],
)  # fmt: skip
def test_only_what_is_named_changes(name, sentence, layers):
    assert touched(name, sentence) == layers


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("16/flower", "could the big flower be pink instead of grey"),
        ("16/flower", "make the flower in the middle smaller"),
    ],
)
def test_the_large_thing_is_the_picture_and_not_what_lies_around_it(name, sentence):
    assert touched(name, sentence) <= within(name, "subject")


def test_a_bare_look_is_of_what_was_changed_last():
    assert touched("21/quiz", "make the title red", "now italic too") == {"title"}


def test_a_count_of_what_is_meant_is_no_value():
    made = sample("18/poetry")
    before = said_to(made, History(made.design), "make Mira Sol red").history
    found = said_to(made, before, "the other two as well")
    assert "price" not in changed(before.present, found.history.present)


def test_the_shape_of_a_format_counts_more_than_what_it_is_for():
    made = sample("15/fair")
    found = said_to(made, History(made.design), "can I have it square as well, for instagram")
    canvas = found.history.present.canvas
    assert canvas.width == canvas.height


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("19/science", "talks, experiments and stargazing on the roof", "subtitle",
         "Talks, experiments and stargazing on the roof"),
        ("15/fair", "cakes, games and a tombola", "item", "Cakes, games and a tombola"),
        ("17/spanish", "spanish for advanced learners", "subtitle",
         "Spanish for advanced learners"),
        ("17/openhouse", "Rachel's number is 555 0198", "item", "Rachel Moss, 555 0198"),
        ("13/museum", "open until 6", "time", "Daily 10 am to 6 pm"),
    ],
)  # fmt: skip
def test_a_line_or_a_fact_typed_anew_stands_where_it_is_alike(name, sentence, layer, text):
    made = sample(name)
    found = said_to(made, History(made.design), sentence)
    now = found.history.present
    assert found.kind == "done" and now.layer(layer).text == text
    assert changed(made.design, now) == {layer}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("20/burger", "halloumi with two l"),
        ("12/wedding", "Clara and Jonas get married"),
        ("19/flea", "coffee, cake and music"),
        ("16/run", "our house is number 16"),
    ],
)
def test_what_may_mean_something_else_changes_nothing(name, sentence):
    made = sample(name)
    assert said_to(made, History(made.design), sentence).kind != "done"


def test_why_a_thing_is_to_go_is_no_other_thing():
    assert touched("19/flea", "remove the gramophone, it's old") <= within(
        "19/flea", "subject-gramophone"
    )


@pytest.mark.parametrize(
    ("name", "sentence", "layers"),
    [
        ("12/raffle", "remove the seat line from the stub", {"blank-0", "blank-0-label"}),
        ("13/vows", "delete Bath, it's in the wrong place", {"item"}),
        ("20/folkfest", "the bands in white", {"item", "item-2", "item-3", "item-4"}),
        ("20/jumble", "entry 60p", {"price"}),
    ],
)
def test_where_a_thing_is_and_why_stays_as_it_is(name, sentence, layers):
    assert touched(name, sentence) == layers


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("15/fair", "remove the raffle", "item", "Games and cakes"),
        ("17/bookfair", "over 70 dealers", "item", "70 dealers, rare books, maps and prints"),
        ("20/jumble", "entry 60p", "price", "60p"),
        ("21/barber", "opening on sunday 7 march", "date", "Sunday 7 March"),
    ],
)
def test_the_rest_of_a_line_is_kept_in_its_form(name, sentence, layer, text):
    made = sample(name)
    found = said_to(made, History(made.design), sentence)
    assert found.history.present.layer(layer).text == text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("12/raffle", "no live band, just buffet"),
        ("20/holiday", "dogs welcome isn't true any more, take it out"),
    ],
)
def test_of_a_line_of_several_things_not_all_goes_with_one(name, sentence):
    made = sample(name)
    assert said_to(made, History(made.design), sentence).kind == "asks"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("12/birthday", "delete the presents line from the bottom"),
        ("17/volunteer", "call Ben not Anna"),
    ],
)
def test_what_is_not_there_is_nothing_else_that_is_called_nearly_so(name, sentence):
    made = sample(name)
    found = said_to(made, History(made.design), sentence)
    assert not changed(made.design, found.history.present)


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("21/reunion", "can the headline say Twenty Years On", "title", "Twenty Years On"),
    ],
)
def test_what_is_told_to_be_said_is_not_taken_for_a_line_typed_anew(name, sentence, layer, text):
    made = sample(name)
    found = said_to(made, History(made.design), sentence)
    assert found.kind == "done" and text in found.history.present.layer(layer).text
