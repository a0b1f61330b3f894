"""A value, a line or a part goes where the sentence says, and nowhere else."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import Heard, said_to
from design_io.document import walk
from design_io.history import History

for number in (2, 3, 6, 7, 9, *range(12, 28)):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), str(number))


def said(name: str, sentence: str) -> tuple[Heard, set[str]]:
    """What the sentence led to, and the layers that it changed."""
    made = sample(name)
    found = said_to(made, History(made.design), sentence)
    return found, changed(made.design, found.history.present) if found.kind == "done" else set()


@pytest.mark.parametrize(
    ("name", "sentence", "texts"),
    [
        ("13/choir", "concession tickets are £9", {"price-2": "£9"}),
        ("13/museum", "kids admission £3", {"price-2": "£3"}),
        ("14/flat", "the rent is now 1,195 a month", {"body": "1,195 a month"}),
        ("12/yoga", "delete the address, keep Studio Lotus", {"venue": "Studio Lotus"}),
        ("12/sale", "remove sandals, only sneakers", {"subtitle": "Sneakers"}),
    ],
)
def test_a_value_goes_to_the_row_and_the_part_that_are_told(name, sentence, texts):
    found, touched = said(name, sentence)
    assert touched == texts.keys()
    assert all(found.history.present.layer(x).text == text for x, text in texts.items())


@pytest.mark.parametrize(
    ("name", "sentence", "gone"),
    [
        ("26/soap", "you can delete the line that just says Tiverton Market", {"venue"}),
        ("27/spaprices", "delete the last line", {"item-6", "price-5"}),
        ("14/nuptials", "hide the date, keep Fernhill Barn", {"date"}),
    ],
)
def test_a_line_is_copy_or_all_of_its_row(name, sentence, gone):
    assert {x for x in said(name, sentence)[1] if not x.startswith("mark-")} == gone


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("16/run", "registration closes on 1 June"),
        ("27/yoga", "add the price, £9 a class"),
        ("16/birthday", "it's at number 9"),
        ("16/run", "we added a 21 km race"),
        ("16/run", "only the 10 km"),
        ("13/museum", "shut on Mondays so write Tuesday to Sunday 10 am to 5 pm"),
        ("14/bikes", "the last line should say all kids' bikes"),
        ("15/bakes", "take the address out of the long line"),
        ("27/spaprices", "remove the line with the phone number"),
    ],
)
def test_where_nothing_tells_where_it_goes_it_is_asked(name, sentence):
    assert said(name, sentence)[0].kind in ("asks", "impossible")


@pytest.mark.parametrize(
    ("name", "sentence", "texts"),
    [
        ("17/bookfair", "no maps", {"item": "60 dealers, rare books and prints"}),
        ("18/choir", "drop Pärt", {"item": "Fauré"}),
        ("23/garden", "no cake", {"item": "Bring a cutting and take one home, free tea"}),
        ("15/trip", "remove 'per person'", {"price": "£890"}),
        ("16/wash", "take the phone number off", {"address": "5 Station Road"}),
        ("17/openhouse", "delete the phone number, just her name", {"item": "Rachel Moss"}),
        ("14/fair", "delete the raffle", {"subtitle": "Primary School, games and cakes"}),
    ],
)
def test_of_a_line_of_several_things_one_goes(name, sentence, texts):
    found, touched = said(name, sentence)
    assert touched == texts.keys()
    assert all(found.history.present.layer(x).text == text for x, text in texts.items())


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("19/flea", "it's 90 stalls", "subtitle", "Over 90 stalls, coffee and cake"),
        ("20/optician", "the offer is 3 for 2", "offer-line-1", "3 for 2"),
        ("20/windows", "Dave's last name is Hold", "title", "Dave Hold"),
        ("20/harvest", "call Jean instead of Joan", "contact-label", "RSVP to Jean"),
    ],
)
def test_what_is_counted_paired_or_named_stands_where_its_like_does(name, sentence, layer, text):
    found, touched = said(name, sentence)
    assert touched == {layer} and found.history.present.layer(layer).text == text


@pytest.mark.parametrize(
    ("name", "sentence", "layer"),
    [
        ("20/optician", "instagram can go", "brand"),
        ("20/folkfest", "Martha Quill cancelled", "item-2"),
        ("21/reunion", "delete the second venue label", "venue-2-label"),
        ("22/baby", "the house line can go, it's in the address", "item"),
    ],
)
def test_what_goes_is_not_printed(name, sentence, layer):
    found, touched = said(name, sentence)
    gone = {x for x in touched if not x.startswith(("mark-", "details"))}
    assert gone == {layer} and layer not in {x.id for x in walk(found.history.present)}


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("16/theatre", "director is Tim Okafor", "subtitle", "Directed by Tim Okafor"),
        ("22/gig", "Support: Wild Peril", "subtitle", "Support from Wild Peril"),
        ("26/choir", "the conductor is Ruth Baum", "item", "Conductor Ruth Baum"),
        ("22/barber", "the name is Sharp and Daughters", "brand", "Sharp and Daughters"),
        ("21/quiz", "change fox to dog in the pub's name", "venue", "The dog & Anchor"),
    ],
)
def test_a_name_takes_the_place_of_the_name(name, sentence, layer, text):
    found, touched = said(name, sentence)
    assert touched == {layer} and found.history.present.layer(layer).text == text


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("24/streetparty", "numbers 10 to 50", "subtitle", "Elm Grove between numbers 10 and 50"),
        ("23/chess", "deadline is the 3rd of April", "date-2", "3 April"),
        ("7/nightmarket", "70 stalls", "subtitle",
         "70 food stalls, live music, craft workshops for children"),
        ("3/timetable", "python basics is now called Python for starters", "item-2",
         "Python for starters"),
        ("3/thanks", "from Priya and Thomas", "subtitle", "from Priya and Thomas"),
        ("9/lineup", "Kollektiv Ost replaced by Kollektiv West", "item-3", "Kollektiv West"),
        ("16/theatre", "tickets from 12", "price", "12 pounds"),
        ("2/talk", "the speaker is Dr. Amira Osei", "subtitle", "Dr. Amira Osei"),
    ],
)  # fmt: skip
def test_what_is_told_stands_there_whole(name, sentence, layer, text):
    found, touched = said(name, sentence)
    assert touched == {layer} and found.history.present.layer(layer).text == text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("23/ramen", "fridays as well"),
        ("24/jam", "plum and apple"),
        ("7/nightmarket", "children's workshops are cancelled"),
    ],
)
def test_what_comes_beside_takes_no_place_and_no_other_goes(name, sentence):
    assert said(name, sentence)[0].kind != "done"


def test_what_there_is_no_more_is_the_entry_and_not_its_picture():
    assert said("6/yardsale", "no records")[1] == {"item-3"}


@pytest.mark.parametrize(
    ("name", "sentence", "gone"),
    [
        ("26/chess", "delete the line under the title", {"subtitle"}),
        ("25/choir", "delete the first venue, keep the second", {"venue", "venue-label"}),
        ("26/retire", "delete the second date", {"date-2", "date-2-label"}),
    ],
)
def test_a_line_by_its_place_and_a_fact_by_its_turn(name, sentence, gone):
    assert said(name, sentence)[1] == gone


def test_the_copy_is_what_was_duplicated():
    made = sample("27/joiner")
    before = said_to(made, History(made.design), "duplicate the email").history
    found = said_to(made, before, "change the copy to info@albrightjoinery.co.uk")
    assert changed(before.present, found.history.present) == {"contact-2-copy-2"}


@pytest.mark.parametrize(
    ("name", "sentence", "texts"),
    [
        ("27/yardsale", "no furniture", {"subtitle": "Toys and books"}),
        ("27/fete", "starts at 1", {"time": "1 to 5 pm"}),
        ("22/yardsale", "8 to 2", {"time": "8am - 2pm"}),
        ("17/volunteer", "600 trees", {"item": "Help us plant 600 trees in Elm Park"}),
    ],
)
def test_what_is_told_of_the_event_is_told_of_its_copy(name, sentence, texts):
    found, touched = said(name, sentence)
    assert touched == texts.keys()
    assert all(found.history.present.layer(x).text == text for x, text in texts.items())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("27/yardsale", "Denise is Denis"),
        ("26/twins", "RSVP to Anna or Ben"),
        ("25/repair", "bring toasters, bikes or lamps"),
    ],
)
def test_a_name_is_no_number_and_copy_no_drawing(name, sentence):
    assert said(name, sentence)[0].kind != "done"


def test_what_was_forgotten_joins_the_list():
    found, touched = said("25/ramen", "we forgot the beer, 4.50")
    assert {"item-6", "price-6"} <= touched
    assert found.history.present.layer("item-6").text == "Beer"


def test_somebody_else_comes_with_both_names():
    found, touched = said("18/poetry", "Lena is replaced by Tara Blum")
    assert touched == {"item", "item-4"}
    assert found.history.present.layer("item-4").text == "Tara Blum"
