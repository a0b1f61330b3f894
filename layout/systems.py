"""Visual systems, layout half: zones, type and palette roles, one TOML file each.

The art of a system is drawn by `generators/artist/NAME.py`. Sizes are in u = sqrt(W * H) / 1000,
shares are of the canvas; see `docs/cookbook.md` for how to add a system.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from design_io.document import Canvas, TextStyle
from design_io.errors import DesignError
from design_io.paint import Color, Effect, Extrusion, Fraction, Outline, Value

FOLDER = Path(__file__).parent.parent / "assets" / "systems"
Shape = Literal["portrait", "square", "story", "landscape", "banner"]
TypeRole = Literal["title", "subtitle", "body", "kicker", "brand", "label", "detail", "cta"]
Composition = Literal["stacked", "hung", "centered", "filled", "numeral", "split", "full"]
Family = Literal["geometric", "scene", "craft", "glow", "type", "words", "abstract", "photo"]
Ramps = Literal["", "hills", "glows"]
Form = Literal[
    "picture",
    "offer",
    "list",
    "lineup",
    "schedule",
    "steps",
    "quote",
    "card",
    "ticket",
    "certificate",
    "chart",
    "words",
    "logo",
    "greeting",
    "letterhead",
]


class Setting(Value):
    """How one role of text is set; `size` in u (a title's size is searched, so it has none)."""

    font: str
    weight: int = 400
    italic: bool = False
    size: float = 0.0
    leading: float = 1.3
    tracking: float = 0.0
    case: Literal["none", "upper", "lower", "title"] = "none"
    color: str = "ink"  # palette role
    features: tuple[str, ...] = ()  # OpenType
    outline: float = 0.0  # em, around the glyphs
    extrusion: float = 0.0  # em, to the right and down
    depth: str = "ink"  # palette role of outline and extrusion

    def style(self, size: float, palette: dict[str, str]) -> TextStyle:
        """The text style at `size` px in the colours of `palette`."""
        return TextStyle(
            font=self.font, weight=self.weight, italic=self.italic, size=size,
            leading=self.leading, tracking=self.tracking, case=self.case,
            color=palette[self.color], features=self.features,
        )  # fmt: skip

    def effects(self, size: float, palette: dict[str, str]) -> tuple[Effect, ...]:
        """Outline and extrusion at `size` px."""
        color = palette[self.depth]
        drag, width = (round(share * size, 2) for share in (self.extrusion, self.outline))
        made: tuple[Effect, ...] = ()
        if drag:
            made += (Extrusion(color=color, dx=drag, dy=drag),)
        return (*made, Outline(color=color, width=width)) if width else made


class Zones(Value):
    """The reserved bands of the sheet: top bar, head, art and foot."""

    composition: Composition = "stacked"
    margin: Fraction = 0.072  # of the short side
    align: Literal["start", "center"] = "start"
    head: Fraction = 0.36  # most of the height that the title may take
    title_cap: Fraction = 0.165  # largest title size, of the short side
    title_lines: Annotated[int, Field(ge=1, le=8)] = 4
    column: Fraction = 0.46  # of the width, for text in landscape
    art_bleeds: bool = False  # in landscape the art runs to the sheet's edges
    pill: str = "ink"  # palette role of the call to action's ground
    title_fonts: tuple[
        str, ...
    ] = ()  # families to choose among, by how well a title fills or by chance
    line_colors: tuple[str, ...] = ()  # palette roles that the lines of a filled title take in turn
    line_gap: float = 0.0  # u between the lines of a filled title; 0: as usual
    art: Fraction = 1.0  # least share of the height kept for art, where copy allows more
    own_art: Fraction = 0.0  # of a filled title's field, or of centred copy's, for a picture alone
    initials: bool = False  # on a logo those of its name stand in the art
    scenic: bool = False  # the art covers the whole sheet, however small the zone left to it


class Palettes(Value):
    """Where colours come from: the subject's own hue, fixed variants, or the user's picture.

    `anchors` are the roles that take the user's colours, in order. `on` names, for text roles that
    do not lie on the ground, the role they lie on.
    """

    kind: Literal["subject", "fixed", "picture"]
    anchors: tuple[str, ...] = ()
    ground: str = "bg"  # the role under the text
    on: dict[str, str] = {}
    dark_when_asked: bool = False  # dark variants only for dark moods
    ramps: Ramps = ""  # roles that keep their lightness in any scheme, as hills and skies must
    plain: bool = False  # for `subject`: the ground is nearly white, or deep for dark moods
    paper: bool = False  # inks lie on the ground like print: nearly white or black
    sparse: bool = False  # for `subject`: little beside the ground has colour
    kept: tuple[str, ...] = ()  # roles that keep their colour in a scheme of many hues: leaves
    reserved: tuple[str, ...] = ()  # variants only for sheets whose colour the user names
    variants: dict[str, dict[str, Color]] = {}

    def offered(self, asked: bool = False) -> list[dict[str, Color]]:
        """The variants to choose among; all of them where the sheet's colour was `asked` for."""
        return [v for name, v in self.variants.items() if asked or name not in self.reserved]


class VisualSystem(Value):
    name: str
    label: str
    suits: tuple[str, ...]  # topics and moods it is good at
    never: tuple[str, ...] = ()  # moods it contradicts
    styles: tuple[str, ...] = ()  # words of style that ask for it
    formats: tuple[Shape, ...]
    forms: tuple[Form, ...] = ("picture", "offer")  # what it draws well
    family: Family = "geometric"
    mute: bool = False  # shows no thing, and so means nothing where one could be shown
    silhouettes: bool = False  # draws by outline, in which full frames and fine parts are lost
    drains: bool = False  # draws in its own few colours, not in the thing's
    gathers: bool = False  # shows several things side by side
    specialist: bool = False  # out of place with topics and moods that it does not suit
    needs_subject: bool = False
    needs_offer: bool = False  # a percentage, a price or the like to be drawn large
    longest_title: int = 0  # characters; 0: any
    needs_picture: bool = False  # a photograph the user gave
    zones: Zones
    type: dict[TypeRole, Setting]
    palettes: Palettes


def system_named(name: str) -> VisualSystem:
    if name not in SYSTEMS:
        raise DesignError(f"{name!r} is not a visual system; choose one of: {', '.join(SYSTEMS)}")
    return SYSTEMS[name]


def system_with(name: str, title_font: str, text_font: str = "") -> VisualSystem:
    """The system with its titles, or all its other copy, in another family where one is given."""
    system = system_named(name)
    settings, zones = dict(system.type), system.zones
    if title_font:
        settings["title"] = settings["title"].evolve(font=title_font, tracking=0.0)
        zones = zones.evolve(title_fonts=())
    if text_font:
        settings |= {r: s.evolve(font=text_font) for r, s in settings.items() if r != "title"}
    if not title_font and not text_font:
        return system
    return system.evolve(type=settings, zones=zones)


def shape_of(canvas: Canvas) -> Shape:
    """The family of proportions a canvas belongs to."""
    ratio = canvas.width / canvas.height
    if ratio > 2.4:
        return "banner"
    if ratio > 1.15:
        return "landscape"
    if ratio > 0.9:
        return "square"
    return "story" if ratio < 0.6 else "portrait"


@cache
def _load() -> dict[str, VisualSystem]:
    systems = {}
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            systems[path.stem] = VisualSystem(name=path.stem, **tomllib.load(file))
    return systems


SYSTEMS: dict[str, VisualSystem] = _load()
