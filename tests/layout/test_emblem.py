"""Logos on a sheet: a mark, the name under or beside it, and air around both."""

from itertools import combinations

import pytest

from design_io.document import TextLayer, leaves
from design_io.geometry import Box
from layout.emblem import initials_of
from tests.layout.test_forms import designed, element

NAME = [
    element("title", "title", "Anna Meyer Photography"),
    element("kicker", "kicker", "Weddings"),
]


@pytest.mark.parametrize("system", ["emblem", "seal", "lockup", "monogram"])
@pytest.mark.parametrize("size", ["square", "landscape"])
def test_a_logo_leaves_air_around_its_mark_and_name(system, size):
    _, layout, design = designed("logo", system, size, NAME)
    mark, name = layout.box("hero"), layout.box("title")
    assert mark.area > 0 and mark.intersection(name).empty
    block = mark.union(name)
    for low, high in ((block.x, block.right), (block.y, block.bottom)):
        assert low > 0 and high < max(design.canvas.width, design.canvas.height)
    assert abs(mark.union(name).center.x - design.canvas.width / 2) < 0.06 * design.canvas.width


def test_flat_sheets_set_the_name_beside_the_mark_and_others_below():
    _, beside, _ = designed("logo", "lockup", "landscape", NAME)
    _, below, _ = designed("logo", "lockup", "square", NAME)
    assert beside.box("title").x >= beside.box("hero").right
    assert below.box("title").y >= below.box("hero").bottom


def test_a_monogram_shows_the_initials_of_the_name():
    plan, _, design = designed("logo", "monogram", "square", NAME)
    shown = {x.id: x.text for x in leaves(design) if isinstance(x, TextLayer)}
    assert shown["initials"] == initials_of(plan.title)
    assert (initials_of("Anna Meyer Photography"), initials_of("The Fig & Co")) == ("AM", "F")


@pytest.mark.parametrize("system", ["emblem", "seal", "lockup", "monogram"])
def test_headed_paper_leaves_its_middle_to_the_letter(system):
    facts = [element(f"fact-{n}", "contact", f"0{n}0 7946 0018 or office@house-{n}.example")
             for n in range(4)]  # fmt: skip
    _, layout, design = designed("letterhead", system, "letterhead", [*NAME, *facts])
    middle = Box(0, 0.2 * design.canvas.height, design.canvas.width, 0.6 * design.canvas.height)
    texts = [x for x in leaves(design) if isinstance(x, TextLayer)]
    assert not any(x.box.intersection(middle).area for x in texts)
    for first, second in combinations(texts, 2):
        assert first.box.intersection(second.box).area < 0.2 * first.box.area
