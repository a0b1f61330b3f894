"""What is said of a thing that the design has not is done to no other."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import said_to
from design_io.history import History

for number in range(12, 34):
    add_requests(Path(__file__).with_name(f"edits_heldout{number}_requests.json"), str(number))


def touched(name: str, sentence: str) -> set[str]:
    """The layers that the sentence changes."""
    made = sample(name)
    heard = said_to(made, History(made.design), sentence)
    return changed(made.design, heard.history.present) if heard.kind == "done" else set()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("12/bakery", "swap the phone number and the address"),
        ("17/museum", "make the phone number bigger"),
        ("run", "the phone number isn't bold enough"),
        ("13/blood", "the web address should end in .co.uk not .com"),
        ("17/volunteer", "i'd like the price in orange"),
        ("21/babyshower", "i'd like the price in orange"),
        ("21/babyshower", "make the three pizzas bold"),
        ("13/blood", "a script font for the names, something handwritten"),
        ("19/cats", "Could our names be in a handwriting font"),
        ("20/holiday", "names in dark green please"),
        ("12/wedding", "Late Trains cancelled, the support act is Paper Planes now"),
        ("21/babyshower", "Cellar Club bigger and in capitals"),
        ("13/choir", "hide the cash only line"),
        ("18/poetry", "the Free cone line in yellow"),
        ("12/yoga", "make the £19 bigger"),
        ("13/save", "hide the £19"),
        ("bakery", "the 2 for 1 wants to be orange"),
        ("14/bikes", "lock the name of the cafe so I don't move it by accident"),
        ("13/fair", "School Field is on there twice, take the second one off"),
        ("21/plumber", "flat white is 4.00 and cappuccino 3.80"),
        ("19/sushi", "Clara's last name is spelled Weiß, not Weiss"),
        ("20/holiday", "Lena's last name is spelled Voigt"),
        ("15/fair", "it's at the Vortex now, not the Blue Note"),
        ("18/poetry", "The title should be Seagull's Nest, not Sleeps 4"),
        ("15/dentist", "the time should be 9pm not 8pm"),
        ("17/bookfair", "move the £28 up a little"),
        ("15/concert", "move the £15 to the right and make it red"),
        ("12/sale", 'get rid of "Sale post" at the top'),
        ("13/choir", "a violin instead of the rose"),
        ("14/bikes", "switch the style to riso"),
        ("18/gelato", "change the font to Outfit please, not bold"),
        ("16/wash", "typo: it's Dr Anna Reed, not Reid"),
        ("14/nuptials", "its 16 teams now, not 12"),
        ("16/wash", "we're open till 6 pm, not 5"),
        ("19/flea", "Her name is spelled Emma Rose and James"),
        ("21/skitrip", "get rid of the Shop now button, this gets printed too"),
        ("14/quartet", "looks too corporate, we're a cosy little coffee shop"),
        ("15/trip", "make the barista wanted line orange"),
        ("17/spanish", "the second line of the title in red"),
        ("14/bikes", "move the price of the Diavola left 30 px"),
        ("17/openhouse", "swap 5 pm and Harbour Street 12"),
        ("19/cats", "our address is pawsshelter.org, and add 'Fully insured' under conservatories"),
        ("19/sushi", "the line under the title should just be: Games, cakes and a raffle"),
        ("33/leaving", "make the anchors gold instead of that blue grey"),
        ("13/blood", "title without the italics please"),
        ("14/flat", "move 'Full time or weekends' up a bit, closer to the headline"),
    ],
)
def test_nothing_else_is_touched_where_the_thing_is_not_there(name, sentence):
    assert touched(name, sentence) == set()


@pytest.mark.parametrize(
    ("name", "sentence", "layers"),
    [
        ("20/jumble", "we're opening the doors at 9.30am now", {"time"}),
        ("12/plumber", "our website is hoffmann-sanitary.com", {"contact-2"}),
        ("15/wedding", "remove the phone number and center the title", {"title"}),
        ("17/salon", "scissors instead of the hairdryer please", {"subject"}),
        ("12/football", "its 14 teams now, not 12", {"subtitle"}),
    ],
)
def test_what_is_there_is_still_done(name, sentence, layers):
    assert layers <= touched(name, sentence)


def test_a_look_of_what_is_not_there_gets_on_nothing_else():
    made = sample("18/choir")
    sentence = "make the date a bit bigger and the names dark green"
    heard = said_to(made, History(made.design), sentence)
    before, after = (x.layer("date").style for x in (made.design, heard.history.present))
    assert after.size > before.size and after.color == before.color
