"""Titles break between words, and no line is a hyphen's half or one small word."""

import pytest

from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.text import typeset
from layout.arrange import arrange
from layout.compose import compose
from layout.measure import largest
from layout.systems import SYSTEMS
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()


def title_lines(text: str, system: str, size: str) -> list[str]:
    design = compose(plan := plan_of((("title", "title", text, ""),), system, size),
                     arrange(plan, FONTS))  # fmt: skip
    title = next(x for x in leaves(design) if isinstance(x, TextLayer) and x.role == "title")
    return [title.text[x.start : x.end].strip() for x in typeset(title, FONTS).lines]


@pytest.mark.parametrize("system", ("manifesto", "editorial", "swiss"))
def test_a_small_word_never_has_a_line_to_itself(system):
    assert "a" not in title_lines("How to Repot a Cactus", system, "pinterest-pin")


@pytest.mark.parametrize("width", (500, 700, 900))
def test_a_word_is_not_broken_at_its_hyphen(width):
    setting = SYSTEMS["swiss"].type["title"]
    limit = Box(0, 0, width, 600)
    block = largest("West-Wing Zone Sale", setting, limit, FONTS, lines=4, most=200, least=20)
    assert not block.overflow
