"""Lines said anew, and what was said around them is never printed."""

import pytest

from agents.chat.context import Context
from agents.chat.results import Done
from agents.chat.understanding import understand
from benchmarks.edit_samples import REQUESTS, sample
from design_io.document import TextLayer, leaves
from design_io.history import History

REQUESTS["bake"] = (
    "pattern",
    "Flyer: 'Charity Bake Sale', 17-18 July, 11 am to 3 pm, St Luke's School Hall, cakes from £2, "
    "all proceeds to the animal shelter",
)


def now(said: str, name: str = "bake") -> dict[str, str]:
    made = sample(name)
    context = Context(History(made.design), made.resources, made.plan)
    answer = understand(said, context)
    assert isinstance(answer, Done), answer
    texts = (x for x in leaves(answer.after(context.history).present) if isinstance(x, TextLayer))
    old = {x.id: x.text for x in leaves(made.design) if isinstance(x, TextLayer)}
    return {x.id: x.text for x in texts if old.get(x.id) != x.text}


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("proceeds go to the children's hospital", "All Proceeds to the Children's Hospital"),
        ("its the 18th and 19th of july", "18-19 July"),
        ("the date moves from the 18th to the 20th", "17-20 July"),
    ],
)
def test_a_line_goes_on_otherwise(said, reads):
    assert [text.lower() for text in now(said).values()] == [reads.lower()]


@pytest.mark.parametrize(
    ("said", "name", "layer", "reads"),
    [
        ("cakes are two pounds fifty from next week", "bake", "price", "£2.50"),
        ("add a euro to the diavola", "menu", "price-3", "12"),
        ("call the event Run for Hope", "run", "title", "Run for Hope"),
    ],
)
def test_talk_around_it_is_not_printed(said, name, layer, reads):
    assert now(said, name) == {layer: reads}
