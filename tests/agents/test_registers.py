"""One wish in several registers: in whole polite sentences, in haste, in two words."""

from pathlib import Path

import pytest

from agents.chat.courtesies import plainly
from agents.chat.haste import in_full
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import Heard, said_to
from design_io.history import History

for number in range(22, 30):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), str(number))


def heard(name: str, sentence: str) -> Heard:
    made = sample(name)
    return said_to(made, History(made.design), sentence)


def touched(name: str, found: Heard) -> set[str]:
    return changed(sample(name).design, found.history.present)


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("I would be grateful if you could remove the frame.", "remove the frame."),
        ("If it is not too much trouble, could you make the price smaller?",
         "could you make the price smaller"),
        ("It would be lovely if the button were green.", "the button should be green."),
        ("Our website has changed to sunrise.yoga, please correct it.",
         "Our website has changed to sunrise.yoga"),
        ("The club now takes place at Harrow Library, so please update the venue.",
         "the venue is now Harrow Library"),
        ("Would it be possible to see it without the frame?", "remove the frame"),
        ("Change the start to 9.30 am. It still ends at 5 pm.", "Change the start to 9.30 am."),
        ("Since the venue is hard to find, could you add \"Parking\" beneath it?",
         "could you add \"Parking\" beneath the venue"),
        ("The tent is very nice, but I would like it blue.", "I would like The tent blue."),
        ("I do not think the wheel is needed, so could you leave it out?", "remove the wheel"),
        ("Our jam is no longer made in Devon but in Somerset.", "Somerset instead of Devon"),
        ("It would help if the phone number were at the top.",
         "the phone number should be at the top."),
        ("I would rather have the title in yellow than in white.",
         "I would rather have the title in yellow."),
        ("make the title red", "make the title red"),
        ('the title should read "I would be grateful if you could come"',
         'the title should read "I would be grateful if you could come"'),
    ],
)  # fmt: skip
def test_a_polite_message_is_said_plainly(polite, plain):
    assert plainly(polite) == plain


@pytest.mark.parametrize(
    ("hasty", "full"),
    [
        ("make shop now btn orange", "make shop now button orange"),
        ("change lads to lasses lol", "change lads to lasses"),
        ("tent smaller n move it down", "tent smaller and move it down"),
        ("titles kinda small tbh", "the title is too small"),
        ("1 til 7 pm", "1 to 7 pm"),
        ("jasmine tea off the menu", "remove jasmine tea"),
        ("dark mode pls its a night trip", "dark mode, its a night trip"),
        ('the title is "lol n btn"', 'the title is "lol n btn"'),
        ("take the tea off the menu", "take the tea off the menu"),
        ("flat white 3.40 mocha 4", "flat white 3.40, mocha 4"),
        ("its 5 days not 4", "its 5 days not 4"),
        ("don't write the title in all caps", "don't write the title in all caps"),
        ("opening day moved to sun 4 may", "opening day moved to Sunday 4 may"),
        ("swap date time", "swap the date and the time"),
    ],
)
def test_a_hasty_message_is_written_in_full(hasty, full):
    assert in_full(hasty) == full


def test_words_of_the_copy_are_no_short_forms():
    assert in_full("make diff bigger", frozenset({"diff"})) == "make diff bigger"


@pytest.mark.parametrize(
    ("name", "sentence", "layer", "text"),
    [
        ("25/repair", "hey quick one, the library is now called elm road library", "venue",
         "Elm Road Library"),
        ("29/chess", "change title to spring chess tournament", "title",
         "Spring Chess Tournament"),
        ("29/chess", "change title to 'spring chess tournament'", "title",
         "spring chess tournament"),
        ("29/chess", "the venue is harrow library now", "venue", "Harrow Library"),
        ("26/stars", "its 9pm not 10", "time", "9pm"),
        ("22/yardsale", "8am - 2pm", "time", "8am - 2pm"),
        ("22/sixty", "70th", "title-line-1", "Margaret’s 70th"),
        ("22/barber", "every thurs fri and sat", "date", "Every Thursday, Friday and Saturday"),
        ("23/ramen", "bowls from 12", "price", "£12"),
        ("23/bike", "til 15 may", "date", "15 May"),
        ("26/model", "adults 7", "price", "£7"),
        ("23/pottery", "ages 6 to 12", "subtitle", "Ages 6 to 12"),
        ("22/barber", "26 per shave", "price", "£26 per shave"),
        ("26/choir", 'please write "£12 including a drink"', "price", "£12 including a drink"),
        ("25/locksmith", "The e-mail should be info@vanelocks.co.uk, thank you very much.",
         "contact-2", "info@vanelocks.co.uk"),
        ("24/dumplings", "title on 2 lines", "title", "Mei’s Dumpling\nHouse"),
        ("27/yoga", "The studio has moved to The New Chapel, could you amend that?", "venue",
         "The New Chapel"),
        ("29/papershop", "Our shop has moved to 14 Market Square, could you update the address?",
         "address", "14 Market Square"),
        ("27/spaprices", "I am sorry, the pedicure should be called \"Luxury pedicure\".", "item-4",
         "Luxury pedicure"),
        ("29/chess", "Please change the start time to 9.30 am? It still ends at 5 pm.", "time",
         "9.30 am to 5 pm"),
        ("29/canteen", "The lentil soup has become a tomato soup.", "item", "Tomato soup"),
        ("29/canteen", "change the lasagne to mushroom risotto", "item-3", "Mushroom risotto"),
        ("25/coding", "its for ages 9 to 13", "item", "Ages 9 to 13"),
        ("28/pinball", "its thursdays and fridays now", "date", "Thursdays and Fridays"),
    ],
)  # fmt: skip
def test_only_this_text_reads_so(name, sentence, layer, text):
    found = heard(name, sentence)
    assert found.kind == "done" and touched(name, found) == {layer}
    assert found.history.present.layer(layer).text == text


@pytest.mark.parametrize(
    ("name", "sentence", "layers"),
    [
        ("29/canteen", "I would like to see the dishes in bold and the prices as they are.",
         {"item", "item-2", "item-3", "item-4", "item-5"}),
        ("29/papershop", "We'd like the \"20% off\" in dark red instead of purple.",
         {"offer-line-1", "offer-line-2"}),
        ("29/tennis", "The line \"Landscape poster\" got onto it by mistake, take it off.",
         {"subtitle"}),
        ("29/quiz", "If possible, I would like the venue to stand at the very top.", {"venue"}),
        ("24/dumplings", "no tea", {"item-5", "price-5"}),
        ("25/locksmith", "no email", {"contact-2"}),
        ("22/yardsale", "no furniture", {"item"}),
        ("25/window", "We would like the words \"Free quotes\" to be the largest on the page.",
         {"offer"}),
        ("23/choir", "harbour voices bigger, songs of the sea smaller", {"subtitle", "title"}),
        ("24/streetparty", "dont say free", {"item-2"}),
        ("28/kombu", "all prices up by 1",
         {"price", "price-2", "price-3", "price-4", "price-5"}),
        ("29/canteen", "The vegetable lasagne has been replaced by a mushroom risotto at 8.20.",
         {"item-3", "price-3"}),
    ],
)  # fmt: skip
def test_only_these_layers_change(name, sentence, layers):
    found = heard(name, sentence)
    assert found.kind == "done" and touched(name, found) == layers


def test_what_costs_something_is_a_row_of_the_list_and_no_drawing():
    found = heard("29/canteen", "Would you be so kind as to add a chocolate cake for 3.90?")
    assert found.history.present.layer("item-6").text == "Chocolate cake"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("24/choir", "lose the lines on the right"),
        ("22/dog", "toms number is wrong last digit is 3"),
    ],
)
def test_what_may_be_meant_otherwise_is_asked(name, sentence):
    assert heard(name, sentence).kind == "asks"


def test_a_look_alone_is_of_all_text():
    found = heard("29/chess", "serif")
    assert {"title", "date", "venue"} <= touched("29/chess", found)


def test_a_row_more_is_no_change_of_the_rows_that_make_way():
    found = heard("28/kombu", "add oysters 14")
    assert found.history.present.layer("item-6").text == "Oysters"


def test_a_size_with_its_side_is_one_format():
    canvas = heard(
        "29/quiz", "We need it as an A4 page in landscape format."
    ).history.present.canvas
    assert (canvas.width, canvas.height) == (3508, 2480)
