"""Which boxes of a design the layout metrics see, and under which label."""

import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ImageLayer, ShapeLayer, TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill, Stroke
from design_io.resources import Resources
from layout.labelled import labelled, laygen_of_design
from layout.metrics import scores
from tests.pictures import bottle

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def text(layer_id="t", box=(20, 20, 160, 40), role="title", words="Hello", **more):
    return TextLayer(id=layer_id, role=role, text=words, box=Box(*box), **more)


def panel(box=(10, 10, 180, 60), role="underlay", **more):
    more = {"fill": SolidFill(color="#222222")} | more
    return ShapeLayer(id="panel", role=role, box=Box(*box), **more)


def labels(*layers):
    design = Design(canvas=Canvas(width=200, height=200), layers=layers)
    return [label for _, label in labelled(design, RESOURCES)]


@pytest.mark.parametrize("role", ["underlay", "badge", "frame"])
def test_a_panel_under_text_is_an_underlay(role):
    assert labels(panel(role=role), text()) == ["text", "underlay"]


@pytest.mark.parametrize(
    "away",
    [
        panel((0, 100, 50, 50)),  # elsewhere
        panel(role="ornament"),
        panel(visible=False),
        panel(fill=None, stroke=Stroke(color="#000000", width=1)),  # a border around the text
    ],
)
def test_what_does_not_lie_under_text_is_ignored(away):
    assert labels(away, text()) == ["text"]


def test_the_text_box_is_its_ink():
    design = Design(canvas=Canvas(width=200, height=200), layers=(text(),))
    (box, _), *_ = labelled(design, RESOURCES)
    assert box.width < 80 and Box(20, 20, 160, 40).pad(3).contains(box)


def test_lines_of_one_title_are_one_text_and_facts_are_several():
    lines = (text("a", words="One"), text("b", (20, 80, 160, 40), words="Two"))
    assert labels(GroupLayer(id="title", role="title", layers=lines)) == ["text"]
    facts = tuple(line.evolve(role="date") for line in lines)
    assert labels(GroupLayer(id="details", role="item", layers=facts)) == ["text", "text"]


def test_the_brands_picture_is_a_logo():
    asset = RESOURCES.assets.put_pixels(bottle())
    image = ImageLayer(id="l", role="logo", box=Box(100, 100, 40, 90), asset=asset)
    assert labels(image, image.evolve(id="hero", role="hero")) == ["logo"]


def test_empty_and_hidden_copy_is_no_element():
    design = Design(
        canvas=Canvas(width=200, height=200), layers=(text(words=" "), text("u", visible=False))
    )
    assert scores(laygen_of_design(design, RESOURCES)).elements == 0
