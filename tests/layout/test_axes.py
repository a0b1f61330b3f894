"""What words line up with: each other, the sheet, panels and lines, but not every bit of art."""

import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ShapeLayer, TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.resources import Resources
from layout.axes import Axes
from layout.pieces import pieces
from layout.subject import Subject
from layout.units import unit_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
PLAIN = TextStyle(font="Inter", size=40)


def text(name, box):
    return TextLayer(id=name, role="body", text="Spring fair", box=box, style=PLAIN)


def shape(name, box, role):
    return ShapeLayer(id=name, role=role, box=box, fill=SolidFill(color="#884422"))


def off_axis(name, *layers, size=(1600, 800)):
    """How far the text stands from the nearest axis, px."""
    canvas = Canvas(width=size[0], height=size[1])
    design = Design(canvas=canvas, system="swiss", layers=layers)
    found = pieces(Subject(design, RESOURCES, None))
    piece = next(piece for piece in found if piece.id == name)
    return abs(Axes(Subject(design, RESOURCES, None), found).off(piece))


def test_words_in_the_middle_of_a_panel_stand_on_it():
    panel = shape("panel", Box(1200, 0, 400, 800), "underlay")
    inside = GroupLayer(
        id="stub", role="item", layers=(panel, text("word", Box(1280, 300, 240, 60)))
    )
    beside = GroupLayer(
        id="stub", role="item", layers=(panel, text("word", Box(1310, 300, 240, 60)))
    )
    assert off_axis("word", inside) < 1 < 20 < off_axis("word", beside)


def test_pieces_of_art_are_no_axes_but_a_whole_picture_is():
    parts = (shape("a", Box(503, 100, 57, 57), "hero"), shape("b", Box(900, 300, 200, 90), "hero"))
    word = text("word", Box(560, 300, 240, 60))
    assert off_axis("word", GroupLayer(id="rays", role="ornament", layers=parts), word) > 20
    whole = text("word", Box(503, 500, 240, 60))
    assert off_axis("word", GroupLayer(id="hero", role="hero", layers=parts), whole) < 1


def test_words_stand_on_the_edge_of_what_an_app_leaves_free():
    cover = (1640, 856)  # Facebook's, which hides 80 px on either side
    assert off_axis("word", text("word", Box(80, 300, 240, 60)), size=cover) < 1
    assert off_axis("word", text("word", Box(140, 300, 240, 60)), size=cover) > 20


@pytest.mark.parametrize(("y", "aligned"), [(600, True), (560, False)])
def test_a_cell_stands_in_its_row(y, aligned):
    first, second = text("date", Box(100, 600, 240, 60)), text("place", Box(507, y, 240, 60))
    assert (off_axis("place", first, second) == 0) is aligned


def test_the_words_on_a_panel_do_not_take_it_with_them():
    def unit(box):
        group = GroupLayer(id="g", role="item", layers=(shape("plate", box, "underlay"), word))
        return unit_of(Design(canvas=Canvas(width=1600, height=800), layers=(group,)), "word").ids

    word = text("word", Box(1280, 300, 240, 60))
    assert "plate" in unit(Box(1240, 270, 320, 120))
    assert unit(Box(1200, 0, 400, 800)) == {"word"}
