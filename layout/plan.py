"""What must be on the canvas, before anything has a place: elements, order and visual system."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from design_io.document import LayerId, Role
from design_io.paint import AssetId, Color, Value
from layout.systems import Form

Anchor = Literal["top", "upper", "bottom", "left", "right", "center"]  # upper: facts follow


STRESSED = 5  # importance of copy that is set like a title


class Relation(Value):
    """How an element wants to stand to another."""

    kind: Literal["above", "below", "near", "inside", "aligned_with", "behind"]
    target: LayerId


class Element(Value):
    """One thing on the poster: a piece of copy, or a picture by role.

    `label` is a small heading over a fact ("Date"), `evident` where the fact says as much without
    it; `asset` is a picture the user gave. Rows of a
    list share a `group`, "row-2" or "section-1/row-2"; a section's heading has "section-1".
    """

    id: LayerId
    role: Role
    text: str = ""
    label: str = ""
    evident: bool = False
    asset: AssetId | None = None
    aspect: Annotated[float, Field(gt=0)] = 1.0  # width / height of a logo
    modules: Annotated[int, Field(ge=0, le=177)] = 0  # along the side of a QR code
    importance: Annotated[int, Field(ge=1, le=5)] = 3
    group: str = ""
    relations: tuple[Relation, ...] = ()
    suggested: bool = False  # copy offered by Plakat, not taken from the request
    required: bool = True


class DesignPlan(Value):
    """Elements in reading order, with the strategy that was chosen and why."""

    size: str  # a name or WxH that `sizes.size_named` understands
    system: str  # name of the visual system
    elements: tuple[Element, ...]
    palette: dict[str, Color]  # role of the system -> colour
    subjects: tuple[str, ...] = ()  # icon names, best first
    language: str = ""
    title: str = ""
    prompt: str = ""  # what a painter should show, in words
    title_font: str = ""  # a family for the title, instead of the system's
    text_font: str = ""  # a family for all other copy, instead of the system's
    form: Form = "picture"
    anchor: Anchor = "top"  # where on a photograph the copy goes
    blanks: tuple[str, ...] = ()  # headings of lines to be filled in by pen, in reading order
    ornament: str = ""  # what is wanted all over the sheet: gingham, stripes, dots, stars, snow
    hand: Literal["", "line", "ink"] = ""  # how the picture is drawn, where that is asked for
    respect: Annotated[float, Field(ge=0, le=1)] | None = None  # 0 the grid, 1 the picture
    seed: int = 0
    reason: str = ""  # one sentence on the choice of system

    @property
    def pictures(self) -> tuple[Element, ...]:
        """What is painted or shown in the art's zone."""
        return self.of_role("hero", "picture")

    def of_role(self, *roles: Role) -> tuple[Element, ...]:
        """Elements of these roles that stand by themselves, outside the rows of a list."""
        return tuple(e for e in self.elements if e.role in roles and not e.group)

    @property
    def rows(self) -> tuple[Element, ...]:
        """The elements of the form's rows and sections, in reading order."""
        return tuple(element for element in self.elements if element.group)
