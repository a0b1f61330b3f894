"""A value, a line or a part goes where the sentence says, and nowhere else."""

from pathlib import Path

import pytest

from benchmarks.edit_measures import changed
from benchmarks.edit_samples import add_requests, sample
from benchmarks.edits import Heard, said_to
from design_io.history import History

for number in range(12, 28):
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
