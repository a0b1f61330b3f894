"""What belongs together stands together, in even steps and like sizes, and one thing leads."""

import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ShapeLayer, TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.resources import Resources
from layout.checks import scores

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def text(name, y, size=40, role="kicker", x=100, words="Open day"):
    style = TextStyle(font="Inter", size=size)
    box = Box(x, y, 880, 1.3 * size)
    return TextLayer(id=name, role=role, text=words, box=box, style=style)


def group(*layers):
    return GroupLayer(id="group", role="item", layers=layers)


def weak(check, *layers):
    """The elements that a check finds bad."""
    matrix = scores(Design(canvas=Canvas(width=1080, height=1350), layers=layers), RESOURCES)
    return [name for name in matrix.elements if matrix.of(name)[check] < 0.5]


TITLE = text("title", 160, 150, "title")


@pytest.mark.parametrize(
    ("kicker", "subtitle", "away"),
    [(70, 370, []), (70, 480, ["subtitle"]), (0, 370, ["title"])],
)
def test_what_stands_with_the_title_stands_near_it(kicker, subtitle, away):
    below = text("subtitle", subtitle, role="subtitle")
    assert weak("proximity", text("kicker", kicker), TITLE, below) == away


@pytest.mark.parametrize(
    ("y", "size", "found"), [(660, 26, []), (590, 26, ["date-label"]), (640, 56, ["date-label"])]
)
def test_a_label_stands_at_its_value_and_is_no_larger(y, size, found):
    facts = group(text("date-label", y, size), text("date", 700, role="date"))
    assert weak("proximity", facts) == found


@pytest.mark.parametrize(("size", "found"), [(150, []), (60, ["title"])])
def test_a_title_is_not_lost_on_the_sheet(size, found):
    assert weak("hierarchy", text("title", 160, size, "title")) == found


def test_the_one_that_is_too_large_beside_a_title_is_named():
    title = text("title", 160, 220, "title")
    assert weak("hierarchy", title, text("body", 600, 190, "body")) == ["body"]


def test_labels_of_one_group_are_set_alike():
    odd = group(text("a", 300), text("b", 400, 68), text("c", 520))
    assert weak("type-scale", odd) == ["b"]


def test_only_the_line_that_is_out_of_step_is_named():
    ys = (300, 400, 535, 600, 700)
    column = group(*(text(f"item-{n}", y, role="item") for n, y in enumerate(ys)))
    assert weak("grid", column) == ["item-2"]
    gone = group(*(text(f"item-{n}", y, role="item") for n, y in enumerate((300, 400, 600, 700))))
    assert weak("grid", gone) == []


def test_the_plate_of_a_button_is_no_axis_for_its_own_words():
    plate = ShapeLayer(
        id="pill", role="underlay", box=Box(437, 900, 300, 100), fill=SolidFill(color="#884422")
    )
    call = text("cta", 920, role="cta", x=437).evolve(box=Box(470, 920, 234, 52), align="center")
    assert weak("alignment", TITLE, group(plate, call)) == ["cta"]
