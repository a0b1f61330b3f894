"""A line's width, known before it is set."""

import pytest
from text_layers import FONTS

from design_io.itemize import CharacterStyle
from design_io.paragraph import Paragraph, hanging

ARABIC = "مهرجان الموسيقى في القاهرة لا إله"


@pytest.mark.parametrize("tracking", [0, 0.05])
@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("Inter", "WAVE To. Typ 12:30 -> fi (a)"),
        ("Playfair Display", "Toyota, Avatar. fi Yesterday"),
        ("EB Garamond", "official fjord stack. Th To"),
        ("Caveat", "fox The quick fox jumps over the"),
        ("Noto Naskh Arabic", ARABIC),
        ("Inter", "Plakat مهرجان 2026 (jazz) 👩\u200d👧 夏祭り"),
    ],
)
def test_a_line_is_as_wide_as_its_glyphs_shaped_alone(font, text, tracking):
    style = CharacterStyle(font, 400, False, 1.0, tracking, (), "#000000", False, False)
    paragraph = Paragraph(text, (style,) * len(text), frozenset(), 0, "", FONTS)
    for start in paragraph.clusters[::3]:
        for end in (*paragraph.clusters[start + 1 :: 4], len(text)):
            line = paragraph.stretches(start, end)
            shaped = sum(part.width for part in line) - hanging(line)
            assert paragraph.width(start, end) == pytest.approx(shaped if end > start else 0)


def test_the_widest_word_is_the_narrowest_column():
    style = CharacterStyle("Inter", 400, False, 1.0, 0.0, (), "#000000", False, False)
    text = "a wonderful day"
    paragraph = Paragraph(text, (style,) * len(text), frozenset(), 0, "", FONTS)
    assert paragraph.widest_word == paragraph.width(2, 11)
    assert not paragraph.lines(paragraph.widest_word, "balance").torn
    assert paragraph.lines(paragraph.widest_word - 0.01, "balance").torn
