"""One paragraph shaped at one pixel per em of the layer's size: items, advances, line breaks.

Everything about a paragraph but its size is settled here, so that a search for the size that fits
shapes nothing again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from design_io import bidi
from design_io.fonts import FontLibrary
from design_io.itemize import CharacterStyle, Item, itemize
from design_io.linebreak import Lines, Opportunities, break_lines, content_end, opportunities
from design_io.shaping import Shaped, shape

_SOFT_HYPHEN = "\u00ad"
# Below this share of safe places a font varies its letters by those far before them, as
# handwriting does (Caveat 0.12, others from 0.36), and a change reaches past the next safe place.
_SAFE_SHARE = 0.25


class Stretch(NamedTuple):
    """Part of one item on one line, shaped; `spacing` is the tracking after each glyph, in em."""

    item: Item
    start: int
    end: int
    shaped: Shaped
    spacing: tuple[float, ...]

    @property
    def width(self) -> float:
        advance = sum(self.shaped.advances) / self.item.face.units_per_em
        return (advance + sum(self.spacing)) * self.item.style.scale


class Paragraph:
    """`text` is cased already and has no line breaks; indices and `styles` go by its characters.

    `joined` are characters that one original character became. `base` is the level of bidi.
    """

    def __init__(
        self, text: str, styles: tuple[CharacterStyle, ...], joined: frozenset[int], base: int,
        language: str, fonts: FontLibrary,
    ) -> None:  # fmt: skip
        self.text = text
        self.base = base
        self.language = language
        self.levels = bidi.levels(text, base)
        self.items, self.clusters, self.missing = itemize(
            text, styles, self.levels, joined, language, fonts
        )
        self._widths: dict[tuple[int, int], float] = {}

    def lines(self, limit: float, wrap: str, *, justified: bool = False) -> Lines:
        """Where the lines break in a column of `limit` em."""
        found = opportunities(self.text, self.language)
        if justified and self.east_asian:  # short of spaces to stretch, so lines must be full
            found = Opportunities(tuple(sorted(found.good + found.fine)), ())
        return break_lines(self.text, found, self.clusters, self.width, limit, wrap)

    @cached_property
    def widest_word(self) -> float:
        """em of the widest stretch that no line break can divide."""
        found = opportunities(self.text, self.language)
        points = sorted({0, *found.good, *found.fine, len(self.text)})
        words = ((start, content_end(self.text, start, end)) for start, end in pairwise(points))
        return max((self.width(start, end) for start, end in words), default=0.0)

    @cached_property
    def east_asian(self) -> bool:
        return any(item.script == "Hani" for item in self.items)

    def width(self, start: int, end: int) -> float:
        """em of characters start..end set as a line of their own.

        Taken from the unbroken text; only from an edge to the next place that HarfBuzz calls safe
        to break are glyphs shaped again.
        """
        if end <= start:
            return 0.0
        places, safe = self._advances
        first, last = bisect_left(safe, start), bisect_right(safe, end) - 1
        if first > last or self._tracking is None or len(safe) < _SAFE_SHARE * len(self.clusters):
            return self._exact(start, end)
        width = places[end] - places[start] - self._tracking
        if safe[first] != start:
            width += self._change(start, safe[first])
        if safe[last] != end:
            width += self._change(safe[last], end)
        return width

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The line start..end, from left to right."""
        found: list[Stretch] = []
        for run in self._visual_runs(start, end):
            inside = [item for item in self.items if item.start < run.end and item.end > run.start]
            for item in reversed(inside) if run.level % 2 else inside:
                found.append(
                    self._stretch(item, max(item.start, run.start), min(item.end, run.end), end)
                )
        return tuple(found)

    @cached_property
    def _advances(self) -> tuple[list[float], list[int]]:
        """Where each cluster begins in the unbroken text, in em, and the places, in order, where a
        break leaves the glyphs on both sides as they are."""
        places, safe = [0.0] * (len(self.text) + 1), {0, len(self.text)}
        x = 0.0
        for item in self.items:
            part = self._stretch(item, item.start, item.end, len(self.text))
            widths: dict[int, float] = {}
            for cluster, advance, space in zip(
                part.shaped.clusters, part.shaped.advances, part.spacing, strict=True
            ):
                em = advance / item.face.units_per_em + space
                widths[cluster] = widths.get(cluster, 0.0) + em * item.style.scale
            for cluster in sorted(widths):
                places[cluster] = x
                x += widths[cluster]
            safe.update(widths.keys() - part.shaped.unsafe)
        places[-1] = x
        safe -= {at + 1 for at, char in enumerate(self.text[:-1]) if char == _SOFT_HYPHEN}
        return places, sorted(safe)

    def _exact(self, start: int, end: int) -> float:
        if (start, end) not in self._widths:
            stretches = self.stretches(start, end)
            width = sum(stretch.width for stretch in stretches)
            self._widths[start, end] = width - hanging(stretches)
        return self._widths[start, end]

    def _change(self, start: int, end: int) -> float:
        """What shaping start..end alone adds to its width in the unbroken text."""
        places, _ = self._advances
        return self._exact(start, end) - (places[end] - places[start] - (self._tracking or 0.0))

    @cached_property
    def _tracking(self) -> float | None:
        """em, where it is the same throughout, so that any line ends in as much of it."""
        found = {item.tracking * item.style.scale for item in self.items}
        return found.pop() if len(found) == 1 else None

    def _visual_runs(self, start: int, end: int) -> tuple[bidi.Run, ...]:
        if start == end:
            return ()
        if not self._mixed:
            return (bidi.Run(start, end, self.base),)
        levels = bidi.line_levels(self.text, self.levels, start, end, self.base)
        return bidi.runs(levels, start, end)

    @cached_property
    def _mixed(self) -> bool:
        return any(level != self.base for level in self.levels)

    def _stretch(self, item: Item, start: int, end: int, line_end: int) -> Stretch:
        text = self.text
        if end == line_end < len(text) and text[end - 1] == _SOFT_HYPHEN:
            text = text[: end - 1] + "-" + text[end:]
        whole = start == item.start and end == item.end
        shaped = shape(
            item.face, text, start, end, item.level % 2 == 1, item.script, self.language,
            item.features, whole,
        )  # fmt: skip
        tracking = item.tracking
        if not tracking:
            return Stretch(item, start, end, shaped, (0.0,) * len(shaped.glyphs))
        spacing = tuple(
            tracking if cluster != following else 0.0
            for cluster, following in pairwise((*shaped.clusters, None))
        )
        return Stretch(item, start, end, shaped, spacing)


def hanging(stretches: Sequence[Stretch]) -> float:
    """The tracking, in em of the layer, after the last glyph of a line, which is not part of it."""
    last = next((stretch for stretch in reversed(stretches) if stretch.spacing), None)
    return last.item.tracking * last.item.style.scale if last else 0.0
