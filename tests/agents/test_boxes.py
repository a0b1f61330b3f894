"""Boxes drawn by hand: what they are taken for, and the design they become."""

from __future__ import annotations

import pytest

from agents.boxes import Drawn, boxes_in, copy_in, icons_in, kind_of, regions_of
from agents.boxing import designed, wireframe
from design_io.assets import AssetStore
from design_io.document import Canvas, TextLayer, leaves
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.text import ink_box
from generators.artist import Artist
from layout.contrast import text_contrasts

SHEET = Canvas(width=1080, height=1350)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("saxophone", "object"), ("a cat on a roof", "object"), ("photo of a coffee cup", "object"),
        ("our logo", "object"), ("Jazz Night", "text"), ('"saxophone"', "text"),
        ("12 December, 8 pm", "text"), ("www.bluenote.com", "text"), ("SALE", "text"),
        ("calm", "calm"), ("space for a stamp", "calm"), ("headline: pizza", "text"),
    ],
)  # fmt: skip
def test_words_tell_what_a_box_holds(words, kind):
    assert kind_of(words) == kind


def test_words_of_a_box_stand_exactly_as_typed():
    assert copy_in("“Jazz  Night!”").words == "Jazz  Night!"
    assert copy_in("date: 3 May") == ("3 May", "date")
    assert copy_in("Book now").role == "cta"


def test_of_a_cat_on_a_roof_the_cat_is_drawn():
    assert "cat" in icons_in("a cat on a roof")[0]


@pytest.mark.parametrize(
    ("box", "caption", "said"),
    [
        (Box(2000, 0, 100, 100), "cat", "outside the sheet"),
        (Box(0, 0, 0, 100), "cat", "has no size"),
        (Box(0, 0, 3, 100), "cat", "too small"),
        (Box(0, 0, 300, 100), "  ", "has no words"),
        (Box(0, 0, 300, 100), "calm", "every box is kept calm"),
    ],
)
def test_a_box_that_cannot_be_read_is_told_in_one_sentence(box, caption, said):
    with pytest.raises(DesignError, match=said):
        regions_of([Drawn(box=box, caption=caption)], SHEET)


def test_no_box_at_all_is_told():
    with pytest.raises(DesignError, match="no box yet"):
        regions_of([], SHEET)


def _made(*boxes, canvas=SHEET):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    drawn = [Drawn(box=Box(*box), caption=words) for box, words in boxes]
    return designed(regions_of(drawn, canvas), canvas, resources, Artist()), resources


POSTER = (
    ((90, 80, 900, 300), "Jazz Night"), ((90, 430, 900, 620), "saxophone"),
    ((90, 1110, 540, 80), "12 December, 8 pm"), ((90, 1215, 540, 70), "Blue Note"),
    ((710, 1150, 280, 110), "Book now"),
)  # fmt: skip
CROSSED = (
    ((0, 0, 1080, 1350), "mountains"), ((108, 840, 864, 270), "Alpine Days with jagged peaks"),
    ((108, 1130, 540, 81), "5 to 9 July"), ((500, 1100, 480, 150), "Bring your own rope"),
)  # fmt: skip


@pytest.mark.parametrize("boxes", [POSTER, CROSSED])
def test_every_box_of_words_holds_exactly_them_inside_and_readable(boxes):
    made, resources = _made(*boxes)
    texts = [x for x in leaves(made.design) if isinstance(x, TextLayer)]
    for box, words in boxes:
        if kind_of(words) == "text":
            text = next(x for x in texts if x.text == words)
            assert Box(*box).contains(ink_box(text, resources.fonts), tolerance=3)
    seen = text_contrasts(made.design, texts, resources).values()
    assert all(each.ratio >= each.needed for each in seen)


def test_pictures_are_cut_at_the_edges_of_their_boxes():
    made, _ = _made(*POSTER)
    picture = made.design.layer("picture-1")
    assert picture.mask.box == Box(90, 430, 900, 620) and picture.alt == "saxophone"
    assert made.plan.title == "Jazz Night"


def test_the_same_boxes_make_the_same_design():
    assert _made(*POSTER)[0].design == _made(*POSTER)[0].design


def test_a_logo_is_never_invented():
    made, _ = _made(((90, 80, 300, 300), "logo"), ((90, 500, 900, 300), "Hello"))
    assert made.design.layer("logo-1").asset is None
    assert "drop your logo on the empty frame" in made.notes


def test_boxes_of_a_wireframe_are_read_back():
    drawn = [Drawn(box=Box(10, 10, 300, 200), caption="saxophone")]
    assert [x.kind for x in boxes_in(wireframe("portrait", drawn))] == ["object"]
