"""Everything a painter is told, in one self-contained value, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, NamedTuple, Protocol

from PIL import Image
from pydantic import Field

from design_io.assets import AssetStore
from design_io.document import Layer, RegionKind
from design_io.geometry import Box
from design_io.paint import AssetId, Color, Fraction, Value


class GenerationError(Exception):
    """The painter could not; the message says why and what would help.

    `transient` errors may be gone the next time, such as a server that is busy."""

    def __init__(self, message: str, transient: bool = False) -> None:
        super().__init__(message)
        self.transient = transient


class Region(Value):
    """A place on the canvas: an object to paint, text to spare, or a calm area to keep.

    A region of kind `text` holds the ink box of one line of the title, `caption` its words; one of
    kind `calm` the ink box of a line of other copy, or of the pill or logo it stands on, `caption`
    its role. Where several objects are asked for, each names its own `subjects`.
    """

    box: Box  # canvas px
    kind: RegionKind
    caption: str = ""
    subjects: tuple[str, ...] = ()  # icon names, best first
    colors: tuple[Color, ...] = ()  # those it should have, first what it has most of


class Reference(Value):
    """A picture that is given: a thing to show, a manner to follow, or what is to be changed."""

    asset: AssetId
    box: Box | None = None  # canvas px, where it shall be; none leaves it to the painter
    role: Literal["subject", "style", "edit"] = "subject"


class GenerationRequest(Value):
    """Same request, same seed and same painter give the same layers."""

    prompt: str = ""
    width: Annotated[int, Field(ge=1)]  # px
    height: Annotated[int, Field(ge=1)]  # px
    regions: tuple[Region, ...] = ()
    references: tuple[Reference, ...] = ()
    palette: dict[str, Color] = {}
    transparent: bool = False
    seed: int = 0
    steps: Annotated[int, Field(ge=1, le=200)] | None = None  # None: as the painter does best
    guidance: Annotated[float, Field(ge=0, le=50)] | None = None
    layout_strength: Fraction = 1.0
    system: str = ""  # visual system whose art is asked for
    subjects: tuple[str, ...] = ()  # icon names, best first
    lines: tuple[Box, ...] = ()  # hairlines between copy, canvas px
    ornament: str = ""  # what is wanted all over the sheet, "gingham", "stars silver"
    hand: Literal["", "line", "ink"] = ""  # in lines alone, or in ink around the colours
    boxed: bool = False  # every object is drawn in a box of its own, on a ground for the sheet
    ground: bool = False  # a background is wanted too, from one edge of the sheet to the other
    mask: AssetId | None = None  # as large as the request: white where its `edit` may change

    def boxes(self, kind: str) -> tuple[Box, ...]:
        return tuple(region.box for region in self.regions if region.kind == kind)


class Painted(Value):
    """A layer and its slot: behind the copy, in front of it, or between line n and n + 1."""

    layer: Layer
    slot: Literal["behind", "between", "front"] = "behind"
    line: Annotated[int, Field(ge=0)] = 0  # the n of a "between" slot, counted from 1
    note: str = ""  # what did not come out as it was asked, for the user


class Abilities(Value):
    """What a painter can be asked for."""

    transparent: bool = False  # elements of their own, which are laid before and behind copy
    regions: bool = False  # keeps objects in their boxes, and off those where copy stands
    references: bool = False  # works with pictures it is given
    palette: bool = False  # keeps to the colours it is told
    backgrounds: bool = False  # whole pictures, from one edge of the sheet to the other
    edits: bool = False  # changes a picture inside a mask
    things: bool = True  # shows what words name; else soft grounds alone


class Progress(NamedTuple):
    """How far a picture is, told after each step."""

    step: int  # from 1
    steps: int
    preview: Image.Image | None = None  # small, where the painter has one


OnStep = Callable[[Progress], None]


def untold(progress: Progress) -> None:
    """For callers who do not want to know."""


class Generator(Protocol):
    """A painter. `cancelled` is asked between steps; when true, it stops with GenerationError."""

    name: str
    licence: str
    abilities: Abilities

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]: ...
