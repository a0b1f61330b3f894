"""Boxes without content: what solvers and learned layout models exchange."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from design_io.geometry import Box
from layout.plan import Element

ART = "art"  # the placement that names the art zone
Align = Literal["start", "center", "end"]


class Placement(NamedTuple):
    """Where an element goes; `size` is the font size in px when the text was measured, else 0."""

    element: str  # id of the plan's element
    box: Box  # canvas px
    size: float = 0.0
    align: Align = "start"
    font: str = ""  # a family for the text, where the layout chose one by its measure
    words: int = 0  # how many words of the element stand here, where its text is split

    def lowered(self, dy: float) -> Placement:
        """The same placement `dy` px further down."""
        return self._replace(box=self.box.shift(0, dy))


class Layout(NamedTuple):
    width: int
    height: int
    placements: tuple[Placement, ...]

    def box(self, element: str) -> Box | None:
        for placement in self.placements:
            if placement.element == element:
                return placement.box
        return None


def line_id(element_id: str, number: int) -> str:
    """The placement of line `number`, counted from 1, of an element that is split."""
    return f"{element_id}-line-{number}"


def art_placements(art: Box, pictures: Iterable[Element]) -> list[Placement]:
    """The art's zone, and in it the elements that are painted or shown there."""
    return [Placement(ART, art), *(Placement(element.id, art) for element in pictures)]
