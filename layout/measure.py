"""Copy measured with the real metrics of `design_io.text`: blocks that can be stacked."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, NamedTuple

from design_io.document import TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.text import Typeset, ink_box, measured
from layout.systems import Setting

Wrap = Literal["balance", "none"]
_INKS = {"ink": "#000000"}
_HYPHENS = "-\u2010"
_SMALL_WORD = 2  # letters
_SHORT_LINE, _WIDOWED = 0.62, 0.85  # of the widest line, a short one; worth of what leaves a widow
_EM = 100.0  # px, the size at which proportions are measured


class Block(NamedTuple):
    """Set text without a place: its size, and how its ink sits in its line boxes.

    `height` runs from the cap top of the first line to the last baseline, as the eye sees it.
    """

    size: float  # px
    width: float  # px, the widest line
    height: float  # px, cap top to last baseline
    above: float  # px from the box's top to the cap top
    box_height: float  # px, all line boxes
    lines: int
    overflow: bool
    lonely: bool = False  # a line is one small word, such as an article, or ends in "&"
    widow: bool = False  # the last line is one short word of more than three

    def box(self, x: float, cap_top: float, width: float) -> Box:
        """The text box whose first line has its cap top at `cap_top`."""
        return Box(x, cap_top - self.above, width, self.box_height)


@lru_cache(maxsize=4096)
def measure(
    text: str, setting: Setting, size: float, width: float, fonts: FontLibrary,
    *, lines: int | None = None, wrap: Wrap = "balance",
) -> Block:  # fmt: skip
    """`text` set at `size` px in a column of `width` px."""
    layer = _probe(text, setting, size, width, wrap, lines)
    return _block(layer, measured(layer, fonts), fonts)


def largest(
    text: str, setting: Setting, limit: Box, fonts: FontLibrary, *,
    lines: int, most: float, least: float,
) -> Block:  # fmt: skip
    """The largest setting within limit.width x limit.height in at most `lines` lines.

    A higher number of lines is taken only when the size grows by more than 4 %; one that leaves
    a short word alone on the last line counts for less than its size.
    """
    best, best_lines, worth = 0.0, 0, 0.0
    for count in range(1, lines + 1):
        shape = narrowest(text, setting, count, fonts)
        if shape is None:
            continue
        size = min(most, limit.width / shape.width, limit.height / shape.height)
        value = size * (_WIDOWED if shape.widow else 1.0)
        if value > worth * 1.04:
            best, best_lines, worth = size, count, value
    size = max(least, math.floor(best * 10) / 10)
    block = measure(text, setting, size, limit.width, fonts)
    if block.lines <= best_lines or best_lines == 0:
        return block
    return measure(text, setting, max(least, size * 0.985), limit.width, fonts)


class Shape(NamedTuple):
    """The proportions of set text, in em."""

    width: float
    height: float
    widow: bool = False  # the last line is a short word of more than three


@lru_cache(maxsize=1024)
def narrowest(text: str, setting: Setting, lines: int, fonts: FontLibrary) -> Shape | None:
    """The narrowest setting in `lines` lines that breaks no word; widths grow with the size.

    None when fewer lines are all the text can make use of, or when it needs more.
    """
    whole = measure(text, setting, _EM, 1e5, fonts, wrap="none")
    if lines == 1:
        return Shape(whole.width / _EM, whole.height / _EM)
    low, high, found = whole.width / lines * 0.96, whole.width, None
    while high - low > 0.012 * whole.width:
        middle = (low + high) / 2
        block = measure(text, setting, _EM, middle, fonts)
        if block.lines <= lines and not block.overflow and not block.lonely:
            found, high = block, min(middle, block.width)  # the ink may exceed the column a bit
        else:
            low = middle
    if found is None or found.lines < lines:
        return None
    return Shape(found.width * 1.001 / _EM, found.height / _EM, found.widow)


def ink_inset(text: str, setting: Setting, size: float, width: float, fonts: FontLibrary) -> float:
    """How far the leftmost ink stands right of the box's left edge, in px."""
    layer = _probe(text, setting, size, width, "balance", None)
    return ink_box(layer, fonts).x


class Ink(NamedTuple):
    """One line of text at one px per em."""

    left: float  # from the box's left edge to the ink
    width: float  # of the ink
    height: float  # of the ink
    above: float  # from the box's top to the ink
    advance: float  # width of the line
    box: float  # height of the line box


@lru_cache(maxsize=2048)
def ink_at_em(text: str, setting: Setting, fonts: FontLibrary) -> Ink:
    """The proportions of `text` set in one line."""
    layer = _probe(text, setting, _EM, 1e5, "none", 1)
    block = _block(layer, measured(layer, fonts), fonts)
    ink = ink_box(layer, fonts)
    values = (ink.x, ink.width, ink.height, ink.y, block.width, block.box_height)
    return Ink(*(value / _EM for value in values))


def _probe(
    text: str, setting: Setting, size: float, width: float, wrap: Wrap, lines: int | None
) -> TextLayer:
    style = setting.style(round(size, 2), _INKS | {setting.color: "#000000"})
    box = Box(0, 0, max(1.0, round(width, 2)), 1e5)
    return TextLayer(
        id="probe", role="body", text=text, box=box, style=style, wrap=wrap, max_lines=lines
    )


def _block(layer: TextLayer, result: Typeset, fonts: FontLibrary) -> Block:
    style = layer.style
    face = fonts.face(style.font, style.weight, style.italic)
    cap = face.cap_height / face.units_per_em * style.size
    if not result.lines:
        return Block(style.size, 0, 0, 0, 0, 0, False)
    first, last = result.lines[0], result.lines[-1]
    widest = max(line.width for line in result.lines)
    return Block(
        style.size, widest, last.baseline - first.baseline + cap, first.baseline - cap,
        result.height, len(result.lines), _broken(layer, result) or widest > layer.box.width + 0.5,
        _is_lonely([layer.text[x.start : x.end].strip() for x in result.lines]),
        _is_widow(layer.text, layer.text[last.start : last.end], last.width / widest),
    )  # fmt: skip


def _is_widow(text: str, line: str, share: float) -> bool:
    return len(line.split()) == 1 and len(text.split()) > 3 and share < _SHORT_LINE


def _is_lonely(lines: list[str]) -> bool:
    cut = any(line.endswith(" &") for line in lines[:-1])
    return len(lines) > 1 and (cut or any(map(_is_small, lines)))


def _is_small(word: str) -> bool:
    return word == "&" or (len(word) <= _SMALL_WORD and word.isalpha() and word.islower())


def _broken(layer: TextLayer, result: Typeset) -> bool:
    """Whether a line ends inside a word that has spaces around it, or at its own hyphen."""
    text = layer.text
    return any(
        0 < line.end < len(text) and _within_word(text[: line.end], text[line.end])
        for line in result.lines
    )


def _within_word(before: str, after: str) -> bool:
    letter = before[-2:-1] if before[-1] in _HYPHENS else before[-1]
    return letter.isascii() and letter.isalnum() and after.isalnum()
