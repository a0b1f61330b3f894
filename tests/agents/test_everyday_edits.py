"""Everyday sentences said to the designs of strangers: what they touch, and nothing else."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import REQUESTS, add_requests, sample
from benchmarks.edits import said_to
from design_io.document import Design, TextLayer, leaves
from design_io.history import History

OWN = {
    "own/voucher": ("arch", "Gift voucher for a massage: 50 euros, Thermen Spa, valid until"
                    " 31 December 2026, code RELAX50, thermenspa.com"),
    "own/lost": ("swiss", "Missing cat poster: Have you seen Minka? grey tabby with white paws,"
                 " missing since 3 May near Lindenplatz, reward 100 euros, call 0176 5543 221"),
    "own/hours": ("lockup", "Post about our new opening hours: Mon-Fri 9-18, Sat 10-14, closed on"
                  " Sunday. Blumen Schneider, Marktplatz 3"),
    "own/cafe": ("bauhaus", "Menu for Café Lumen: Coffee: Espresso 2.80, Cappuccino 3.90, Flat"
                 " white 4.20. Cakes: Carrot cake 4.50, Cheesecake 4.80. Open daily 8 am to 6 pm"),
    "own/cinema": ("riso", "Open air cinema programme: Friday 3 July: Amélie, Saturday 4 July:"
                   " Paris Texas, Sunday 5 July: Roman Holiday. Starts at dusk, Volkspark"),
}  # fmt: skip
REQUESTS |= OWN
for number in ("12", "13"):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), number)


def heard(name: str, sentence: str):
    made = sample(name)
    return made.design, said_to(made, History(made.design), sentence)


def words_of(design: Design) -> list[str]:
    return [x.text for x in leaves(design) if isinstance(x, TextLayer)]


@pytest.mark.parametrize(
    ("name", "sentence", "text"),
    [
        ("13/film", "Animation starts at 19:45", "19:45"),
        ("13/save", "change the title to just 'Clara & Tom'", "Clara & Tom"),
        ("13/museum", "children pay £3", "£3"),
        ("13/fair", "entry is £2 now", "Entry £2"),
        ("12/football", "admission is 3 euros now and kick-off is at 11 am",
         "admission 3 euros"),
        ("12/football", "admission is 3 euros now and kick-off is at 11 am", "Kick-off 11 am"),
        ("12/bakery", "the free coffee is only for the first 50 guests",
         "Free coffee for the first 50 guests"),
        ("12/yoga", "leave out Park Avenue 3", "Studio Lotus"),
        ("12/football", "get rid of the admission", "Sportplatz am See"),
        ("12/football", "hide the admission", "Sportplatz am See"),
        ("13/vows", "the barn is called The Great Barn", "The Great Barn, Lower Farm"),
        ("own/lost", "Minka is black, not grey", "Black tabby with white paws"),
        ("own/voucher", "valid until the end of June 2027", "30 June 2027"),
        ("12/menu", "no more sea bream, write Grilled salmon instead, and it costs 16.90", "16.90"),
    ],
)  # fmt: skip
def test_a_fact_stands_where_it_belongs(name, sentence, text):
    design, found = heard(name, sentence)
    now = words_of(found.history.present)
    assert found.kind == "done" and any(text in words for words in now)
    assert 0 < sum(a != b for a, b in zip(words_of(design), now, strict=True)) <= 2


@pytest.mark.parametrize(
    ("name", "sentence", "touched"),
    [
        ("13/blood", "centre the text at the bottom",
         {f"{x}{y}" for x in ("date", "time", "venue", "contact") for y in ("", "-label")}),
        ("12/barber", "the text at the bottom is too small",
         {"date", "venue", "venue-2", "legal"}),
        ("13/blood", "put the blood bag picture in the middle",
         {f"subject-{n}" for n in range(1, 8)}),
        ("13/blood", "hide the picture of the bandage", {"subject-adhesive-bandage"}),
        ("12/sale", "can the stripe behind the shoe be coral?", {"panel"}),
        ("12/plumber", "make the tap smaller", {f"subject-{n}" for n in range(1, 6)}),
        ("own/cafe", "make the coffee prices bold", {"price", "price-2", "price-3"}),
        ("13/blood", "Save 3 Lives in red", {"title-line-2"}),
        ("12/sale", "change the colour of the title to yellow", {"title"}),
        ("13/fair", "make the date bigger and the venue bold", {"date", "venue"}),
        ("12/barber", "a font with serifs for the shop name please", {"title"}),
    ],
)  # fmt: skip
def test_what_is_named_is_touched_and_nothing_else(name, sentence, touched):
    design, found = heard(name, sentence)
    assert found.kind == "done" and changed(design, found.history.present) == touched


@pytest.mark.parametrize(
    ("name", "sentence", "new"),
    [
        ("13/choir", "add students £5 to the ticket prices", ["Students", "£5"]),
        ("13/choir", "Students £5 is missing from the prices", ["Students", "£5"]),
    ],
)
def test_a_row_more_takes_nothing_away(name, sentence, new):
    design, found = heard(name, sentence)
    now = words_of(found.history.present)
    assert found.kind == "done" and sorted(now) == sorted(words_of(design) + new)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("13/museum", "can the whole poster be in greens instead of purple"),
        ("13/museum", "everything in green tones instead of this purple"),
        ("12/wedding", "can I see the invitation in dark mode"),
    ],
)
def test_the_colours_of_all_of_it_are_asked_for_by_any_name(name, sentence):
    design, found = heard(name, sentence)
    assert found.kind == "done" and len(changed(design, found.history.present)) > 10
    assert words_of(found.history.present) == words_of(design)


def test_of_two_things_to_draw_the_first_that_can_be_drawn_is_shown():
    _, found = heard("13/beach", "the basket makes no sense, show a wave or a beach instead")
    assert found.kind == "done" and found.said == "the picture shows wave"


def test_a_print_in_inks_is_one_picture():
    _, found = heard("12/bakery", "a croissant instead of the loaf of bread")
    assert found.kind == "done" and found.said == "the picture shows croissant"


def test_what_is_to_be_added_does_not_take_the_place_of_another():
    _, found = heard("12/football", "add 27 June: the finals")
    assert found.kind != "done" or "Saturday 20 June" in words_of(found.history.present)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("12/birthday", "Mia turns 7"),
        ("own/voucher", "60 euros and code RELAX60"),
        ("own/hours", "Saturday until 4 pm"),
        ("own/cinema", "the film on Sunday is Casablanca"),
        ("own/cinema", "Paris Texas is on Friday and Amélie on Saturday"),
    ],
)
def test_what_would_print_talk_or_drop_a_value_is_asked_about(name, sentence):
    _, found = heard(name, sentence)
    assert found.kind == "asks"


def test_each_of_two_things_looks_as_it_was_told():
    design, found = heard("13/fair", "make the date bigger and the venue bold")
    now = found.history.present
    assert now.layer("date").style.size > design.layer("date").style.size
    assert now.layer("date").style.weight == design.layer("date").style.weight
    assert now.layer("venue").style.weight > design.layer("venue").style.weight
