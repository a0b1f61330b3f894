"""Messages as clients write them: several facts at once, things by what they are, remarks."""

from pathlib import Path

import pytest

from agents.chat.context import Context
from agents.chat.results import Answer, Done, Question, Variants
from agents.chat.understanding import understand
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from design_io.document import Design, TextLayer, walk
from design_io.history import History

add_requests(Path(__file__).with_name("edits_heldout11_requests.json"), "eleven")


def answered(on: str, said: str) -> tuple[Answer, Design, Design]:
    """The answer, and the design before and after it."""
    made = sample(on)
    history = History(made.design)
    answer = understand(said, Context(history, made.resources, made.plan))
    after = answer.after(history) if isinstance(answer, Done) else history
    return answer, made.design, after.present


def reworded(on: str, said: str) -> dict[str, str]:
    """The texts that read otherwise, or are gone and read nothing; gone headings aside."""
    _, before, after = answered(on, said)
    now = {x.id: x.text for x in walk(after) if isinstance(x, TextLayer)}
    return {x.id: now.get(x.id, "") for x in walk(before)
            if isinstance(x, TextLayer) and now.get(x.id, "") != x.text
            and (x.id in now or not x.id.endswith("-label"))}  # fmt: skip


@pytest.mark.parametrize(
    ("on", "said", "reads"),
    [
        ("menu", "Diavola 12.50, tiramisu a fiver. thats all thanks",
         {"price-3": "12.50", "price-4": "5"}),
        ("run", "entry is £18 this year, starts 10 am", {"price": "£18", "time": "10 am"}),
        ("bakery", "we close at 2 these days. and its Bakers Lane, not mill lane",
         {"time": "7am to 2pm", "address": "14 Bakers Lane"}),
        ("eleven/dogs", "puppy visit is a tenner now, and the phone number is 0131 496 0200",
         {"item-2": "Puppy visit 10, weekend boarding 65", "contact": "0131 496 0200"}),
        ("eleven/bookclub", "Whitcomb without the e! and tickets are £9, wine still included",
         {"item": "Author evening with Nora Whitcomb",
          "item-2": "Tickets £9 including a glass of wine"}),
        ("eleven/wedding", "ceremony is at 3 pm now. people can answer till 15 june, and it should"
         " say RSVP not reply by",
         {"time": "3 pm", "date-2": "15 June", "date-2-label": "RSVP"}),
    ],
)  # fmt: skip
def test_each_fact_of_a_message_goes_where_it_stands(on, said, reads):
    assert reworded(on, said) == reads


@pytest.mark.parametrize(
    ("on", "said", "reads"),
    [
        ("menu", "Marinara is off the menu now and tiramisu costs 6.50",
         {"item-2": "", "price-2": "", "price-4": "6.50"}),
        ("eleven/dogs", "we stopped doing puppy visits, drop that",
         {"item-2": "Weekend boarding 65"}),
        ("eleven/icecream", "no milkshakes any more, the machine died :( and sundae is 6.80",
         {"item-7": "", "price-5": "", "price-3": "6.80"}),
        ("eleven/lecture", "Room 204 is there two times, second venue can go",
         {"venue-2": ""}),
        ("eleven/marathon", "the date's on there twice and the website too, leave them just at the"
         " bottom", {"item": "10 km through Heaton Park", "item-2":
                     "All money goes to Tess's Hospice"}),
    ],
)  # fmt: skip
def test_what_is_no_more_goes_with_its_value_and_nothing_else(on, said, reads):
    assert reworded(on, said) == reads


@pytest.mark.parametrize(
    ("on", "said", "touched"),
    [
        ("eleven/cinema", "film title bigger", {"subtitle-2"}),
        ("eleven/cinema", "the name of the cinema smaller", {"title"}),
        ("eleven/dentist", "clinic name smaller", {"title"}),
        ("eleven/icecream", "make the van's name bright pink", {"title"}),
        ("eleven/bikes", "the teeny words (DATE, TIME & so on) bigger",
         {"date-label", "time-label", "address-label", "contact-label"}),
        ("eleven/cinema", 'film title got cut!! its "The Lighthouse Keeper"', {"subtitle-2"}),
        ("eleven/bakery", "All under £3 is what counts for the parents, that line right below"
         " Bread Sale please", {"item-2"}),
    ],
)  # fmt: skip
def test_a_thing_goes_by_what_it_is(on, said, touched):
    _, before, after = answered(on, said)
    assert changed(before, after) == touched


@pytest.mark.parametrize(
    ("on", "said"),
    [("eleven/wedding", "reminds me of a funeral"), ("menu", "it screams fast food"),
     ("eleven/bookclub", "could do with some love")],
)  # fmt: skip
def test_a_vague_remark_gives_variants_in_any_words(on, said):
    assert isinstance(answered(on, said)[0], Variants)


def test_what_only_tells_why_is_no_wish():
    answer, _, _ = answered("eleven/icecream", "theres a little green van parked on top of my"
                            " prices!! move it or lose it, cant read milkshake")  # fmt: skip
    assert isinstance(answer, Question)


@pytest.mark.parametrize(
    ("on", "said", "touched"),
    [
        ("eleven/bookclub", "title in the middle, and the 2 small lines under it as well",
         {"title", "subtitle", "item"}),
        ("menu", "the 3 small lines are fine, title bigger", {"title"}),
    ],
)  # fmt: skip
def test_how_many_lines_are_meant_is_no_price(on, said, touched):
    _, before, after = answered(on, said)
    assert changed(before, after) <= touched


def test_what_needs_not_be_that_big_is_made_smaller_beside_another_wish():
    _, before, after = answered("eleven/dentist", "practice name doesnt need to be THAT huge, but"
                                " the free check up has to really jump out at you")  # fmt: skip
    old, new = ({x.id: x.style.size for x in walk(d) if isinstance(x, TextLayer)}
                for d in (before, after))  # fmt: skip
    assert new["title"] < old["title"] and new["item"] > old["item"]
