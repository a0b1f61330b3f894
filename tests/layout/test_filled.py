"""Titles whose lines are all as wide as the column: no small word becomes the largest line."""

import pytest

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.filled import fill
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet, sheet_for

TITLES = (
    "Massage and Skin Care", "Rock & Roll Night", "The Art of Coffee", "Café und Kuchen",
    "Sol y Sombra", "Bread for All", "Come to", "And",
)  # fmt: skip


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    elements = (Element(id="title", role="title", text="A"),)
    plan = DesignPlan(size="portrait", system="typeimage", elements=elements, palette={})
    return sheet_for(plan, FontLibrary.bundled())


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", (450.0, 900.0))
def test_small_words_share_a_line_and_none_is_lost(sheet, title, width):
    field = Box(0.0, 0.0, width, 700.0)
    lines = [line.words for line in fill(title, sheet.setting("title"), sheet, field).lines]
    assert " ".join(lines) == title
    assert len(lines) == 1 or not {"and", "&", "of", "und", "y", "for"} & {*map(str.lower, lines)}
