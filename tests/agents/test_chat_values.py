"""Facts said anew: what stands is found in any form, and the new value is written like it."""

import pytest

from agents.chat.context import Context
from agents.chat.foreign import in_english
from agents.chat.results import Done, Impossible, Question
from agents.chat.understanding import understand
from agents.chat.values.day import days_in, meant, written
from agents.chat.values.hour import hours_in
from agents.chat.values.hour import meant as meant_hour
from agents.chat.values.hour import written as written_hour
from agents.chat.values.sum import sums_in
from agents.chat.values.sum import written as written_sum
from benchmarks.edit_samples import sample
from benchmarks.edits import changed
from design_io.history import History
from tests.agents.talk import said


@pytest.mark.parametrize(
    ("stands", "said", "now"),
    [
        ("Saturday 5 December", "on the Sunday", "Sunday 6 December"),
        ("Sat 5 Dec 2026", "the 12th", "Sat 12 Dec 2026"),
        ("December 5th", "the 2nd", "December 2nd"),
        ("Freitag, 16. Oktober", "17 October", "Samstag, 17. Oktober"),
        ("5 May", "Wednesday 6 May 2026", "Wednesday 6 May 2026"),
        ("Tuesday", "friday", "Friday"),
    ],
)
def test_a_day_keeps_the_form_of_the_one_it_replaces(stands, said, now):
    (old,), (new,) = days_in(stands), days_in(said)
    assert written(old, meant(old, new), stands) == now


@pytest.mark.parametrize(
    ("stands", "said", "now"),
    [
        ("8 pm", "half past seven", "7:30 pm"),
        ("7.30pm", "9", "9pm"),
        ("19:30 Uhr", "20 Uhr", "20 Uhr"),
        ("13:15", "2:45 pm", "14:45"),
        ("10 pm", "midnight", "midnight"),
    ],
)
def test_a_time_keeps_the_form_of_the_one_it_replaces(stands, said, now):
    (old,), (new,) = hours_in(stands), hours_in(said, loose=True)
    assert written_hour(old, meant_hour(old, new), new) == now


@pytest.mark.parametrize(
    ("stands", "said", "now"),
    [
        ("£12", "15 quid", "£15"),
        ("12.90", "13", "13.00"),
        ("$640,000", "615k", "$615,000"),
        ("8,50 €", "9.20", "9,20 €"),
        ("free", "£3", "£3"),
    ],
)
def test_a_sum_keeps_the_form_of_the_one_it_replaces(stands, said, now):
    (old,), (new,) = sums_in(stands), sums_in(said)
    assert written_sum(old, new.amount, new.sign) == now


def after(on, sentence):
    made = sample(on)
    return said(sentence, made.design, made.resources).after(History(made.design)).present


TOLD = [
    ("studio", "it's on the Sunday, not the Saturday", {"date": "Sunday 10 May"}),
    ("jazz", "half an hour earlier please", {"time": "7:30 pm"}),
    ("bakery", "we close at 4 now", {"time": "7am to 4pm"}),
    ("bakery", "the last two digits of the phone number are 02", {"contact": "020 7946 0302"}),
    ("menu", "all prices up by 50 cents", {"price": "10.00", "price-4": "6.50"}),
    ("menu", "Diavola is 12 and the tiramisu 6.50", {"price-3": "12", "price-4": "6.50"}),
    ("run", "fifteen pounds is wrong, it's 18", {"price": "£18"}),
    ("jazz", "the club is called Red Note, not Blue Note", {"venue": "Red Note"}),
]


@pytest.mark.parametrize(("on", "sentence", "texts"), TOLD)
def test_what_is_said_anew_stands_where_the_old_was_and_nowhere_else(on, sentence, texts):
    before, design = sample(on).design, after(on, sentence)
    assert {name: design.layer(name).text for name in texts} == texts
    named = {x for x in changed(before, design) if design.layer(x).kind == "text"}
    assert named >= set(texts)


@pytest.mark.parametrize(
    ("on", "sentence", "kind"),
    [
        ("run", "parking costs £5", Question),
        ("jazz", "if it rains, change the time to 9 pm", Question),
        ("jazz", "why is the title so big?", Question),
        ("jazz", "don't change the date", Impossible),
    ],
)
def test_questions_conditions_and_strange_facts_change_nothing(on, sentence, kind):
    made = sample(on)
    assert isinstance(understand(sentence, Context(History(made.design), made.resources)), kind)


def test_several_orders_are_one_step_and_a_second_thought_replaces_the_first():
    made = sample("jazz")
    context = Context(History(made.design), made.resources)
    told = understand("title smaller, the date in red and hide the venue", context)
    assert isinstance(told, Done) and len(told.commands) == 1
    design = after("jazz", "make the title red, no wait, make the date red")
    assert design.layer("title") == made.design.layer("title")
    assert design.layer("date").style.color == "#ff0000"


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("le titre plus petit", "title smaller"),
        ("haz el título más grande", "make title bigger"),
        ("deshazlo", "undo"),
        ("nicht am Freitag, sondern am Samstag", "not on Friday but on Saturday"),
        ("hide the logo", ""),
    ],
)
def test_short_orders_in_other_languages_are_english(said, english):
    assert in_english(said) == english
