"""What the insert panel asks for: icons found by words, layers ready to add.

Nothing is committed here: the answers are layers as JSON, which the browser adds by a command.
"""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from agents.codes import content_of, drawn
from agents.home import Home
from agents.lexicon import drawable_words, icons_for
from design_io.color import contrast, hex_to_oklch, hue_distance, normalize_hex
from design_io.document import MAX_PATH, GroupLayer, ShapeLayer
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import SolidFill, Value
from design_io.resources import Resources
from editor.api_answers import Icon
from generators.artist import icons
from generators.artist.icons import Ramp

_MOST = 36  # icons shown at once
_GREY = 0.04  # chroma below which a colour has no hue
_QUIET = 4  # modules of white that a code needs around it


class IconOrder(Value):
    """An icon to be drawn into a box in a palette's colours (none: in its own)."""

    name: Annotated[str, Query(max_length=120)]
    id: Annotated[str, Query(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]
    box: Box
    palette: dict[str, str] = {}


class CodeOrder(Value):
    """A QR code to be drawn into a square."""

    text: Annotated[str, Query(min_length=1, max_length=300)]
    id: Annotated[str, Query(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]
    box: Box
    color: str = "#000000"


def routes(home: Home) -> APIRouter:
    router = APIRouter(prefix="/studio/api")

    @router.get("/icons")
    def found(q: Annotated[str, Query(max_length=80)] = "") -> list[Icon]:
        """Icons for words, the fittest first; without words, some of every kind."""
        return [Icon(name=name, svg=icon_svg(name)) for name in named(q)[:_MOST]]

    @router.post("/icons")
    def icon(order: IconOrder) -> GroupLayer:
        """The icon as a group of shapes."""
        try:
            return icon_layer(order, home.resources)
        except (DesignError, ValueError) as error:
            raise HTTPException(422, str(error)) from error

    @router.post("/qr")
    def code(order: CodeOrder) -> GroupLayer:
        """A QR code that phones act upon, on its white ground."""
        try:
            return code_layer(order, home.resources)
        except DesignError as error:
            raise HTTPException(422, str(error).removeprefix("--qr ")) from error

    return router


def named(words: str) -> list[str]:
    """Names of icons: those the lexicon gives, then those whose own name holds the words."""
    asked = re.sub(r"[^\w\s-]", " ", words.lower()).strip()
    if not asked:
        every = drawable_words()
        step = max(1, len(every) // _MOST)
        return [name for word in every[::step] for name in icons_for(word)[:1]]
    own = [name for name in icons.icon_names() if asked.replace(" ", "-") in name]
    wanted = dict.fromkeys([*icons_for(asked), *sorted(own, key=len)])
    return [name for name in wanted if icons.has_icon(name)]


def icon_svg(name: str) -> str:
    paths = "".join(
        f'<path d="{part.data}" fill="{part.color}" fill-opacity="{part.opacity:g}" '
        f'fill-rule="{part.rule}"/>'
        for part in icons.parts(name)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{paths}</svg>'


def icon_layer(order: IconOrder, resources: Resources) -> GroupLayer:
    palette = {role: normalize_hex(color) for role, color in order.palette.items()}
    colors = icons.recolored(order.name, ramp(palette)) if palette else None
    shapes = icons.icon_layers(order.name, order.box, resources.assets, order.id, colors=colors)
    label = icons.thing_of(order.name).replace("-", " ").capitalize()
    members = tuple(shape.evolve(role="ornament") for shape in shapes)
    return GroupLayer(id=order.id, role="ornament", name=label, alt=label, layers=members)


def ramp(palette: dict[str, str]) -> Ramp:
    """Four tones out of a palette: its ink, its paper and its two most telling colours."""
    colors = list(dict.fromkeys(palette.values()))
    ground = palette.get("bg", colors[0])
    dark = palette.get("ink") or min(colors, key=lambda c: hex_to_oklch(c).lightness)
    light = palette.get("paper") or max(colors, key=lambda c: hex_to_oklch(c).lightness)
    seen = [c for c in colors if contrast(c, ground) >= 1.5] or colors
    telling = sorted(seen, key=lambda c: hex_to_oklch(c).chroma, reverse=True)
    main = palette["accent"] if palette.get("accent") in seen else telling[0]
    others = [c for c in telling if _other_hue(c, main)] or telling
    return Ramp(dark, main, light, others[0])


def _other_hue(one: str, two: str) -> bool:
    a, b = hex_to_oklch(one), hex_to_oklch(two)
    return a.chroma > _GREY and (b.chroma <= _GREY or hue_distance(a.hue, b.hue) > 30)


def code_layer(order: CodeOrder, resources: Resources) -> GroupLayer:
    path, modules = drawn(content_of(order.text))
    side = min(order.box.width, order.box.height)
    inset = side * _QUIET / (modules + 2 * _QUIET)
    square = Box(order.box.x, order.box.y, side, side)
    dark = order.color if contrast(normalize_hex(order.color), "#ffffff") >= 4.5 else "#000000"
    short = len(path) <= MAX_PATH
    code = ShapeLayer(
        id=f"{order.id}-code", role="qr", name="Code", box=square.pad(-inset), shape="path",
        path=path if short else None,
        path_asset=None if short else resources.assets.put(path.encode()),
        view_box=(modules, modules), fill=SolidFill(color=dark),
    )  # fmt: skip
    ground = ShapeLayer(
        id=f"{order.id}-ground", role="underlay", name="Ground", box=square,
        fill=SolidFill(color="#ffffff"),
    )  # fmt: skip
    alt = f"QR code: {order.text}"[:2000]
    return GroupLayer(
        id=order.id, role="qr", name=f"QR code {order.text}"[:255], alt=alt, layers=(ground, code)
    )
