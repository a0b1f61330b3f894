"""One paragraph shaped at one pixel per em of the layer's size: items, advances, line breaks.

Everything about a paragraph but its size is settled here, so that a search for the size that fits
shapes nothing again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from design_io import bidi
from design_io.fonts import FontLibrary
from design_io.itemize import CharacterStyle, Item, itemize
from design_io.linebreak import Lines, Opportunities, break_lines, opportunities
from design_io.shaping import Shaped, shape

_SOFT_HYPHEN = "\u00ad"


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
    def east_asian(self) -> bool:
        return any(item.script == "Hani" for item in self.items)

    def width(self, start: int, end: int) -> float:
        """em of characters start..end set as a line of their own."""
        if end <= start:
            return 0.0
        places, spacing, safe = self._advances
        if start in safe and end in safe and self.text[end - 1] != _SOFT_HYPHEN:
            return places[end] - places[start] - spacing[end]
        if (start, end) not in self._widths:
            stretches = self.stretches(start, end)
            width = sum(stretch.width for stretch in stretches)
            self._widths[start, end] = width - hanging(stretches)
        return self._widths[start, end]

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
    def _advances(self) -> tuple[list[float], list[float], set[int]]:
        """Where each cluster begins in the unbroken text, the tracking before it, both in em, and
        the places where a break leaves both sides as they are."""
        size = len(self.text) + 1
        places, spacing, safe = [0.0] * size, [0.0] * size, {len(self.text)}
        x = 0.0
        for item in self.items:
            stretch = self._stretch(item, item.start, item.end, size)
            widths: dict[int, float] = {}
            for cluster, advance, space in zip(
                stretch.shaped.clusters, stretch.shaped.advances, stretch.spacing, strict=True
            ):
                em = advance / item.face.units_per_em + space
                widths[cluster] = widths.get(cluster, 0.0) + em * item.style.scale
            for cluster in sorted(widths):
                places[cluster] = x
                x += widths[cluster]
            tracking = item.tracking * item.style.scale
            spacing[item.start + 1 : item.end + 1] = [tracking] * (item.end - item.start)
            safe.update(widths.keys() - stretch.shaped.unsafe)
        places[-1] = x
        return places, spacing, safe

    def _visual_runs(self, start: int, end: int) -> tuple[bidi.Run, ...]:
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
        shaped = shape(
            item.face, text, start, end, item.level % 2 == 1, item.script, self.language,
            item.features,
        )  # fmt: skip
        return Stretch(item, start, end, shaped, self._spacing(item, shaped, end))

    def _spacing(self, item: Item, shaped: Shaped, end: int) -> tuple[float, ...]:
        """The tracking after each glyph: on the last one of every cluster."""
        if not item.tracking:
            return (0.0,) * len(shaped.glyphs)
        bounds = [*sorted(set(shaped.clusters)), end]
        graphemes = {
            cluster: bisect_left(self.clusters, following) - bisect_left(self.clusters, cluster)
            for cluster, following in pairwise(bounds)
        }
        return tuple(
            item.tracking * graphemes[cluster] if cluster != following else 0.0
            for cluster, following in zip(
                shaped.clusters, (*shaped.clusters[1:], None), strict=True
            )
        )


def hanging(stretches: Sequence[Stretch]) -> float:
    """The tracking, in em of the layer, after the last glyph of a line, which is not part of it."""
    last = next((stretch for stretch in reversed(stretches) if stretch.spacing), None)
    return last.item.tracking * last.item.style.scale if last else 0.0
