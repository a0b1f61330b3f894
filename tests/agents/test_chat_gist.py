"""What a chat sentence comes to that no rule was written for, and what is said to the last edit."""

import pytest

from agents.chat.context import Context
from agents.chat.mentions import mentions
from agents.chat.results import Done, Question
from agents.chat.understanding import understand
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from design_io.history import History


def context_of(on, *before):
    made = sample(on)
    context = Context(History(made.design), made.resources, made.plan, made.brand)
    for sentence in before:
        answer = understand(sentence, context)
        history = answer.after(context.history)
        context = Context(history, made.resources, made.plan, made.brand)
    return context


def edited(on, *sentences):
    """The design after the sentences, and what the last of them changed."""
    context = context_of(on, *sentences[:-1])
    answer = understand(sentences[-1], context)
    assert isinstance(answer, Done), answer
    after = answer.after(context.history).present
    return after, changed(context.design, after)


@pytest.mark.parametrize(
    ("on", "said", "names"),
    [
        ("jazz", "i can hardly read the venue from across the room", ["venue"]),
        ("jazz", "the date and the time look lost up there", ["date", "time"]),
        ("studio", "can the text under the headline be teal", ["subtitle"]),
        ("jazz", "get rid of that thin line above the date", ["details-rule"]),
        ("run", "the small text at the bottom is unreadable", ["date", "time", "venue", "contact"]),
    ],
)
def test_names_are_found_wherever_they_stand(on, said, names):
    found = [m for m in mentions(said, context_of(on)) if not m.compared]
    assert [x.id for m in found for x in m.named.layers] == names


@pytest.mark.parametrize(
    ("on", "said", "touched"),
    [
        ("bakery", "headline's a bit long, just say 'Fresh daily'", {"title"}),
        ("jazz", "I can hardly read the venue from across the room", {"venue"}),
        ("run", "grey half disc is dull, make it mint green", {"disc"}),
        ("menu", "margherita should be 10 euros", {"price"}),
        ("bakery", "we open at 6am now", {"time"}),
        ("wedding", "guests need to reply by 20 April", {"date-2"}),
        ("run", "it's in Hyde Park this time", {"venue"}),
    ],
)
def test_the_gist_touches_what_is_named_and_nothing_else(on, said, touched):
    assert edited(on, said)[1] == touched


@pytest.mark.parametrize(
    ("first", "then", "touched"),
    [
        ("make the title red", "and the date", {"date"}),
        ("make the title red", "no, I meant the date", {"title", "date"}),
        ("make the date bigger", "a bit more", {"date"}),
        ("hide the time", "the venue as well", {"venue"}),
        ("change the date to 13 December", "sorry, 14 December", {"date"}),
    ],
)
def test_the_last_edit_can_be_spoken_of(first, then, touched):
    assert edited("jazz", first, then)[1] == touched


def test_not_that_much_takes_half_of_it_back():
    before = sample("jazz").design.layer("date").style.size
    grown = edited("jazz", "make the date bigger")[0].layer("date").style.size
    half = edited("jazz", "make the date bigger", "not that much")[0].layer("date").style.size
    assert before < half < grown


def test_dislike_is_asked_about_and_deletes_nothing():
    assert isinstance(understand("I don't like the title", context_of("jazz")), Question)


def test_a_second_order_is_not_taken_for_words_of_the_first():
    design, touched = edited("run", "change the time to 10 am, and also the price to £20")
    assert touched == {"time", "price"} and design.layer("time").text == "10 am"
