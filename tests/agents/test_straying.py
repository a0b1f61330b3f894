"""Edits that touch what nobody spoke of become questions."""

import pytest

from agents.chat.calling import accounts_for
from agents.chat.context import Context
from agents.chat.naming import find
from agents.chat.results import Done, NotThereError, Question, done
from agents.chat.straying import doubted
from agents.chat.understanding import understand
from benchmarks.edit_samples import sample
from design_io.commands import UpdateLayer
from design_io.history import History


@pytest.fixture(scope="module")
def context():
    made = sample("jazz")
    return Context(History(made.design), made.resources, made.plan)


def hidden(*names: str) -> Done:
    return done("hidden", [UpdateLayer(layer_id=x, changes={"visible": False}) for x in names])


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("hide the date", ("title",)),
        ("hide the date", ("date", "venue")),
        ("make the price smaller", ("venue",)),
        ("seat 7 not 14", ("time",)),
    ],
)
def test_what_was_not_spoken_of_is_asked_about(context, said, names):
    question = doubted(said, hidden(*names), context)
    assert isinstance(question, Question) and question.choices[0].sentence == f"yes, {said}"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("the date and its day go", ("date",)),
        ("hide where it is", ("venue",)),
        ("away with the blue note", ("venue",)),
        ("hide the headline", ("title",)),
        ("hide everything", ("title", "date")),
    ],
)
def test_what_a_word_speaks_of_may_be_touched(context, said, names):
    assert doubted(said, hidden(*names), context) is None


def test_what_is_confirmed_is_done(context):
    yes = Context(context.history, context.resources, context.plan, confirmed=True)
    assert doubted("hide the date", hidden("title"), yes) is None


def test_a_thing_that_is_not_there_is_nothing_else(context):
    with pytest.raises(NotThereError):
        find("the yellow star on the title", context)
    assert not accounts_for("big seal on the title", find("title", context), context)


def test_at_a_place_where_nothing_is_called_so_choices_are_offered(context):
    answer = understand("make the golden seal at the bottom red", context)
    assert isinstance(answer, Question) and answer.choices
    for choice in answer.choices:
        assert isinstance(understand(choice.sentence, context), Done)


def test_what_nothing_was_said_about_before_is_asked_with_choices(context):
    answer = understand("can you move it up a little", context)
    assert isinstance(answer, Question) and answer.choices
    assert isinstance(understand(answer.choices[0].sentence, context), Done)


def test_a_colour_beside_the_thing_to_take_away_paints_nothing(context):
    assert not isinstance(understand("take out the blue swirl over the title", context), Done)


def test_the_copy_of_a_layer_is_not_the_wording(context):
    answer = understand("duplicate the date and put the copy lower down", context)
    assert isinstance(answer, Done)
    after = answer.after(context.history).present
    assert after.layer("title") == context.design.layer("title")
