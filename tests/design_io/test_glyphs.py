"""Outlines and ink boxes of glyphs."""

import pytest
from text_layers import FONTS

from design_io.glyphs import glyph_box, glyph_outline


def glyph(char: str, family: str = "Inter"):
    face = FONTS.face(family, 400)
    return face, face.hb_font.get_nominal_glyph(ord(char))


@pytest.mark.parametrize("family", ["Inter", "Archivo"])
def test_an_outline_is_closed_contours(family):
    letters = [letter for letter, _ in glyph_outline(*glyph("o", family))]
    assert letters.count("M") == letters.count("Z") == 2
    assert "Q" in letters


def test_outlines_are_in_font_units_with_y_up():
    ys = [y for letter, values in glyph_outline(*glyph("p")) for y in values[1::2]]
    face, _ = glyph("p")
    assert min(ys) < 0 < max(ys) <= face.ascent


def test_the_box_holds_the_outline():
    box = glyph_box(*glyph("p"))
    points = [value for _, value in glyph_outline(*glyph("p"))]
    assert min(y for values in points for y in values[1::2]) == box.bottom
    assert max(x for values in points for x in values[0::2]) == box.right


def test_a_space_has_neither_outline_nor_ink():
    assert glyph_outline(*glyph(" ")) == ()
    assert glyph_box(*glyph(" ")) is None


def test_a_colour_glyph_has_ink_but_no_outline():
    assert glyph_outline(*glyph("😀", "Noto Color Emoji")) == ()
    assert glyph_box(*glyph("😀", "Noto Color Emoji")).top > 0
