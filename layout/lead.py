"""The figure of an offer as the largest thing of the sheet, among the facts of its foot."""

from __future__ import annotations

from typing import NamedTuple

from layout.measure import Block, measure
from layout.offer import lead_setting, offer_in
from layout.placement import Align, Placement, line_id
from layout.plan import DesignPlan, Element
from layout.sheet import Sheet
from layout.systems import Setting

TITLE_SHARE = 0.74  # of the figure's size, the most that a composed title beside it takes
_LARGEST = 1.7  # times what the system allows its title
_HIGHEST = 0.34  # of the column's height, the size of a figure
_WHOLE = 0.8  # of the figure's size alone, down to which all words share its line
_SMALL = 0.26  # of the figure's size, the words before and after it
_LEAST = 1.5  # times the size of facts
_GAP = 0.32  # of the size of words, between them and the figure
_AIR = 0.14  # of the size of the first line, kept free above it
_DESCENDER = 0.2  # of the figure's size, kept free below it


class Lead(NamedTuple):
    placements: tuple[Placement, ...]  # y from the first line's cap top
    height: float  # px, with air for descenders
    width: float  # px


def figure_size(offer: Element, sheet: Sheet) -> float:
    """The size of the figure in px, as wide as the column lets it be on one line."""
    parts = offer_in(offer.text)
    assert parts is not None
    most = min(_LARGEST * sheet.title_cap, _HIGHEST * sheet.text.height) * sheet.display
    most = max(most, _LEAST * sheet.size("detail"))
    alone = _fitted(parts.figure, sheet, most)
    whole = _fitted(offer.text, sheet, most)
    return whole if whole >= _WHOLE * alone else alone


def title_limit(plan: DesignPlan, offer: Element | None, sheet: Sheet) -> float:
    """The most a title may take, in px: words of the user's own are as large as ever."""
    quoted = any(title.required for title in plan.of_role("title"))
    return 1e9 if offer is None or quoted else TITLE_SHARE * figure_size(offer, sheet)


def leading(offer: Element, sheet: Sheet) -> Lead:
    """All words in one line of the figure's size, or small ones above and below the figure."""
    parts, size = offer_in(offer.text), figure_size(offer, sheet)
    assert parts is not None
    setting = lead_setting(sheet.system)
    if _fitted(offer.text, sheet, size) >= 0.99 * size:
        lines = [(offer.text, setting, size)]
    else:
        words, small = sheet.setting("subtitle"), max(sheet.size("detail"), _SMALL * size)
        stretches = ((parts.before, words, small), (parts.figure, setting, size),
                     (parts.after, words, small))  # fmt: skip
        lines = [line for line in stretches if line[0]]
    return _stacked(offer, lines, sheet)


def _stacked(offer: Element, lines: list[tuple[str, Setting, float]], sheet: Sheet) -> Lead:
    placements: list[Placement] = []
    align: Align = "center" if sheet.centered else "start"
    top, width = _AIR * lines[0][2], 0.0
    for number, (text, setting, size) in enumerate(lines, 1):
        block = measure(text, setting, size, sheet.text.width, sheet.fonts)
        top += _gap(lines, number, sheet)
        placements.append(_line(offer, number, block, top, setting, text, align, sheet))
        top += block.height
        width = max(width, block.width)
    low = _DESCENDER * lines[-1][2]
    return Lead(tuple(placements), top + low, width)


def _gap(lines: list[tuple[str, Setting, float]], number: int, sheet: Sheet) -> float:
    """Between a line and the one above it; words keep off the accents of a figure."""
    if number == 1:
        return 0.0
    above, own = lines[number - 2][2], lines[number - 1][2]
    return max(0.9 * min(above, own), _GAP * sheet.size("detail"))


def _line(
    offer: Element, number: int, block: Block, top: float, setting: Setting, text: str,
    align: Align, sheet: Sheet,
) -> Placement:  # fmt: skip
    font = setting.font if setting == lead_setting(sheet.system) else ""
    box = block.box(sheet.text.x, top, sheet.text.width)
    words = len(text.split())
    return Placement(line_id(offer.id, number), box, block.size, align, font, words)


def _fitted(text: str, sheet: Sheet, most: float) -> float:
    """The largest size up to `most` px at which the text keeps to one line."""
    natural = measure(text, lead_setting(sheet.system), 100.0, 1e5, sheet.fonts, wrap="none").width
    return min(most, 100.0 * sheet.text.width / (natural + 1.0))
