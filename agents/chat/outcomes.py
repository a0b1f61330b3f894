"""Whether a design after an edit is what a deed asks for: larger, further left, gone, in new words.

The learned reader's deeds are checked so on what the rules did: where theirs does not fulfil a
deed and the reader's own does, the rules have misread the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from agents.chat.by_name import Leaf
from agents.chat.values.slots import told_in
from design_io.color import hex_to_oklch
from design_io.document import Design, GroupLayer, ShapeLayer, TextLayer, walk
from design_io.paint import SolidFill


class Demand(NamedTuple):
    """What a deed asks of leaves; of "reword" the new words, which any of them may read.

    `told`: its own words leave no doubt which deed it is.
    """

    deed: str
    leaves: tuple[str, ...]
    words: str = ""
    told: bool = False


def fulfilled(demand: Demand, before: Design, after: Design) -> bool:
    """Whether the deed is done to all of the leaves; True of a deed that cannot be told."""
    old, now = _leaves(before), _leaves(after)
    if demand.deed == "reword":
        return _reads(demand.words, now.values())
    if demand.deed in ("delete", "hide"):
        return not any(n in now and now[n].visible for n in demand.leaves)
    check = _CHECKS.get(demand.deed)
    pairs = [(old[n], now[n]) for n in demand.leaves if n in old and n in now]
    if check is not None:
        return all(check(a, b) for a, b in pairs)
    return demand.deed in _ELSEWHERE or any(now.get(n) != old.get(n) for n in demand.leaves)


def untouched(demand: Demand, before: Design, after: Design) -> bool:
    """Whether a thing of which something is asked is all as it was."""
    old, now = _leaves(before), _leaves(after)
    return bool(demand.leaves) and all(now.get(n) == old.get(n) for n in demand.leaves)


def _leaves(design: Design) -> dict[str, Leaf]:
    return {x.id: x for x in walk(design) if not isinstance(x, GroupLayer)}


def _reads(words: str, shown: Iterable[Leaf]) -> bool:
    """Whether the words are read, of values at least their figures; those told in words may be."""
    texts = " | ".join(_words(x.text) for x in shown if isinstance(x, TextLayer))
    figures = re.findall(r"\d+", words)
    if figures:
        return all(re.search(rf"\b{figure}\b", texts) for figure in figures)
    return bool(told_in(words.lower(), words)) or _words(words) in texts


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _size(leaf: Leaf) -> float:
    if isinstance(leaf, TextLayer):
        return max([leaf.style.size, *(s.size for s in leaf.spans if s.size)])
    return leaf.box.width


def _light(leaf: Leaf) -> float:
    return hex_to_oklch(_color(leaf)).lightness if _color(leaf) else 0.0


def _color(leaf: Leaf) -> str:
    if isinstance(leaf, TextLayer):
        return leaf.style.color[:7]
    solid = isinstance(leaf, ShapeLayer) and isinstance(leaf.fill, SolidFill)
    return leaf.fill.color[:7] if solid else ""  # type: ignore[union-attr]


def _styled(holds: Callable[[TextLayer], bool]) -> Callable[[Leaf, Leaf], bool]:
    return lambda old, new: not isinstance(new, TextLayer) or holds(new)


def _heavier(way: int) -> Callable[[Leaf, Leaf], bool]:
    def check(old: Leaf, new: Leaf) -> bool:
        if not isinstance(old, TextLayer) or not isinstance(new, TextLayer):
            return True
        told = any(span.weight for span in new.spans)
        return told or (new.style.weight - old.style.weight) * way > 0

    return check


def _font_differs(old: Leaf, new: Leaf) -> bool:
    if not isinstance(old, TextLayer) or not isinstance(new, TextLayer):
        return True
    return old.style.font != new.style.font or old.spans != new.spans


_ELSEWHERE = (
    "duplicate",
    "front",
    "back",
    "redraw",
    "adddraw",
    "add",
    "swap",
    "above",
    "below",
    "beside",
    "reword",
)  # not seen on the leaves alone
_CHECKS: dict[str, Callable[[Leaf, Leaf], bool]] = {
    "bigger": lambda old, new: _size(new) > _size(old),
    "smaller": lambda old, new: _size(new) < _size(old) or new.box.width < old.box.width,
    "up": lambda old, new: new.box.y < old.box.y,
    "down": lambda old, new: new.box.y > old.box.y,
    "left": lambda old, new: new.box.x < old.box.x,
    "right": lambda old, new: new.box.x > old.box.x,
    "bolder": _heavier(1), "thinner": _heavier(-1),
    "italic": _styled(lambda x: x.style.italic or any(s.italic for s in x.spans)),
    "upright": _styled(lambda x: not x.style.italic),
    "upper": _styled(lambda x: x.style.case == "upper" or x.text.isupper()),
    "lower": _styled(lambda x: x.style.case == "lower" or x.text.islower()),
    "underline": _styled(lambda x: x.style.underline or any(s.underline for s in x.spans)),
    "font": _font_differs,
    "color": lambda old, new: old != new or not _color(new),
    "darker": lambda old, new: old != new and (not _color(new) or _light(new) < _light(old)),
    "lighter": lambda old, new: old != new and (not _color(new) or _light(new) > _light(old)),
    "lock": lambda old, new: new.locked, "unlock": lambda old, new: not new.locked,
    "show": lambda old, new: new.visible,
}  # fmt: skip
