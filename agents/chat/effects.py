"""What each quality does to the named layers: its commands, and what was done, for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agents.chat import typefaces
from agents.chat.by_name import Leaf, printed_with
from agents.chat.changes import flat, free_id, ink, painted, restyled, scaled, tinted, updates
from agents.chat.context import Context
from agents.chat.naming import Named, leaves_of
from agents.chat.naming_places import is_thin
from agents.chat.results import CannotError
from agents.colorwords import color_named
from design_io.color import hex_to_oklch, hue_distance, oklch_hex, relative_chroma
from design_io.commands import AddLayer, Command
from design_io.document import (
    BlendMode,
    GroupLayer,
    ImageLayer,
    ShapeLayer,
    TextLayer,
    walk,
)
from design_io.geometry import Box
from design_io.paint import Outline, Shadow, SolidFill
from design_io.text import typeset
from layout.scene import place_of

_SHADE, _VIVID = 0.12, 1.35  # of lightness; times the chroma
_TRACK, _LEAD = 40.0, 1.18  # 1/1000 em; times the leading
_GROW = 1.2
_THICKER = 0.6
_FADE = 0.3
Effect = Callable[[Named, Any, float, Context], tuple[list[Command], str]]


def _color(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    said, color = value
    if said.startswith("our ") and context.brand and context.brand.colors:
        hue = hex_to_oklch(color).hue
        color = min(context.brand.colors, key=lambda c: hue_distance(hex_to_oklch(c).hue, hue))
    shapes = [x for x in named.leaves if isinstance(x, ShapeLayer) and x.role != "underlay"]
    recolor = tinted(color) if len(shapes) > 1 else flat(color)
    commands = painted(named, recolor, context)
    if not commands and not any(isinstance(x, TextLayer | ShapeLayer) for x in named.leaves):
        raise CannotError(f"{named.label} has no colour to change; name a text or a shape")
    return commands, f"now {said} ({color})"


def _shade(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    def change(old: str) -> str:
        value = hex_to_oklch(old)
        lightness = min(0.99, max(0.04, value.lightness + way * _SHADE * degree))
        return oklch_hex(lightness, relative_chroma(old), value.hue)

    color = "#ffffff" if way > 0 else "#000000"
    films = _veiled(named, color, "normal", min(0.7, 0.25 * degree), context)
    return [*painted(named, change, context), *films], "lighter" if way > 0 else "darker"


def _veiled(
    named: Named, color: str, blend: BlendMode, opacity: float, context: Context
) -> list[Command]:
    """A film over each photograph, clipped to it, so that the picture itself stays as it is."""
    commands: list[Command] = []
    taken = {layer.id for layer in walk(context.design)}
    for picture in (x for x in named.leaves if isinstance(x, ImageLayer) and x.role != "logo"):
        name = free_id("film", taken)
        taken.add(name)
        film = ShapeLayer(
            id=name, name=f"Film on {picture.label}"[:255], role="texture", box=picture.box,
            fill=SolidFill(color=color), opacity=opacity, clip=True, blend_mode=blend,
        )  # fmt: skip
        parent, index = place_of(context.design, picture.id)
        commands.append(AddLayer(layer=film, parent=parent, index=index + 1))
    return commands


def _grey(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    def change(old: str) -> str:
        return oklch_hex(hex_to_oklch(old).lightness, 0.0, 0.0)

    films = _veiled(named, "#808080", "saturation", 1.0, context)
    return [*painted(named, change, context), *films], "in black and white"


def _vivid(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    def change(old: str) -> str:
        value = hex_to_oklch(old)
        factor = (_VIVID**degree) ** way
        return oklch_hex(value.lightness, min(1.0, relative_chroma(old) * factor), value.hue)

    return painted(named, change, context), "more vivid" if way > 0 else "more muted"


def _tinge(named: Named, hue: str, degree: float, context: Context) -> tuple[list[Command], str]:
    """Each colour a step nearer to another: greener, redder."""
    goal = hex_to_oklch(color_named(hue) or "#808080")

    def change(old: str) -> str:
        value = hex_to_oklch(old)
        turn = (goal.hue - value.hue + 180) % 360 - 180
        k = max(relative_chroma(old) * (1 + 0.2 * degree), 0.35)
        share = min(1.0, 0.6 * degree) if value.chroma > 0.02 else 1.0
        return oklch_hex(value.lightness, min(1.0, k), (value.hue + turn * share) % 360)

    return painted(named, change, context), f"more {hue}"


def _style_as(field: str, words: dict[Any, str]) -> Effect:
    def effect(
        named: Named, value: Any, degree: float, context: Context
    ) -> tuple[list[Command], str]:
        return restyled(named, {field: value}, context), words.get(value, f"{field} {value}")

    return effect


def _italic(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    commands = restyled(named, {"italic": on}, context)
    fonts = {x.style.font for x in named.texts}
    flats = [f for f in fonts if not context.resources.fonts.face(f, 400, italic=True).italic]
    note = f", though {flats[0]} has no italic and looks as before" if on and flats else ""
    return commands, f"{'italic' if on else 'upright'}{note}"


def _weight(
    named: Named, weight: int, degree: float, context: Context
) -> tuple[list[Command], str]:
    name = {300: "light", 400: "regular", 500: "medium", 600: "semibold", 700: "bold",
            900: "black"}[weight]  # fmt: skip
    commands = restyled(named, {"weight": weight}, context)
    face = context.resources.fonts.face
    alike = [
        x.style.font for x in named.texts
        if x.style.weight != weight
        and face(x.style.font, x.style.weight).weight == face(x.style.font, weight).weight
    ]  # fmt: skip
    note = f", though {alike[0]} has no other weight that is nearer" if alike else ""
    return commands, f"{name}{note}"


def _weigh(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    """The next heavier or lighter face of each family."""
    commands: list[Command] = []
    faces = context.resources.fonts.faces()
    for text in named.texts:
        now = context.resources.fonts.face(text.style.font, text.style.weight).weight
        own = {f.weight for f in faces if f.family == text.style.font and not f.italic}
        further = sorted((w for w in own if (w - now) * way > 0), key=lambda w: abs(w - now))
        if further:
            one = Named((text,), named.span)
            commands += restyled(one, {"weight": further[0]}, context)
    word = "bolder" if way > 0 else "lighter"
    if lines := [part for x in named.leaves for part in _line_weighed(x, way, degree)]:
        return [*commands, *lines], "thicker" if way > 0 else "thinner"
    if not named.texts:
        raise CannotError(f"{named.subject} no text and has no weight; name a text")
    if not commands:
        font = named.texts[0].style.font
        raise CannotError(f"{font} has no {word} weight; try another font, or a larger size")
    return commands, word


def _line_weighed(leaf: Leaf, way: int, degree: float) -> list[Command]:
    """An outline or a thin line of another thickness, about its middle."""
    if not isinstance(leaf, ShapeLayer):
        return []
    factor = (1 + _THICKER * degree) ** way
    if leaf.stroke is not None:
        return updates(leaf, {"stroke": leaf.stroke.evolve(width=leaf.stroke.width * factor)})
    if not is_thin(leaf.box):
        return []
    box, middle = leaf.box, leaf.box.center
    if box.width > box.height:
        high = max(1.0, box.height * factor)
        return updates(leaf, {"box": box._replace(y=middle.y - high / 2, height=high)})
    wide = max(1.0, box.width * factor)
    return updates(leaf, {"box": box._replace(x=middle.x - wide / 2, width=wide)})


def _grow(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    return _times(named, (1 + (_GROW - 1) * degree) ** way, degree, context)


def _percent(
    named: Named, percent: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    return _times(named, max(0.05, 1 + percent / 100), degree, context)


def _times(
    named: Named, factor: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    layers = tuple(x for x in named.layers if x.role != "background")
    if named.span is not None:
        size = named.texts[0].style.size * factor
        return restyled(named, {"size": size}, context), "larger" if factor > 1 else "smaller"
    inks = printed_with(layers, context.design)
    layers = (*(layers if not inks else (x for each in layers for x in leaves_of(each))), *inks)
    if len(layers) > 1 and all(isinstance(x, ShapeLayer) for x in layers):  # one drawing
        layers = (GroupLayer(id="drawing", role="hero", layers=layers),)
    commands = [part for layer in layers for part in scaled(layer, factor, context)]
    return commands, f"{abs(factor - 1):.0%} {'larger' if factor > 1 else 'smaller'}"


def _fill(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    """Text as wide as the sheet between its margins."""
    sheet = context.design.canvas.box
    margin = 0.06 * min(sheet.width, sheet.height)
    commands: list[Command] = []
    for text in named.texts:
        area = ink([text], context)
        factor = (sheet.width - 2 * margin) / max(1.0, area.width)
        size = round(text.style.size * factor, 2)
        wide = Box(margin, text.box.y, sheet.width - 2 * margin, text.box.height * factor)
        grown = text.evolve(style=text.style.evolve(size=size), box=wide, max_lines=None)
        if len(typeset(text, context.resources.fonts).lines) == 1:
            grown = grown.evolve(box=wide._replace(width=wide.width + 1))
        commands += updates(text, {"style": grown.style, "box": grown.box})
    if not commands:
        raise CannotError(f"{named.subject} no text; say how much larger or smaller")
    return commands, "as wide as the sheet"


def _size(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    """At a size in px, or in points of the sheet's resolution."""
    size = value[0] * context.design.canvas.dpi / 72 if isinstance(value, tuple) else value
    commands: list[Command] = []
    for text in named.texts:
        commands += scaled(text, size / text.style.size, context)
    if not named.texts:
        raise CannotError(f"{named.label} has no type size; say how much larger or smaller")
    return commands, f"set at {size:.4g} px"


def _track(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    commands: list[Command] = []
    for text in named.texts:
        tracking = min(600.0, max(-120.0, text.style.tracking + way * _TRACK * degree))
        commands += restyled(Named((text,), named.span), {"tracking": tracking}, context)
    _need_text(named)
    return commands, f"set {'wider' if way > 0 else 'tighter'}"


def _lead(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    commands: list[Command] = []
    for text in named.texts:
        leading = min(3.0, max(0.8, round(text.style.leading * (_LEAD**degree) ** way, 3)))
        new = text.evolve(style=text.style.evolve(leading=leading))
        box = text.box._replace(height=text.box.height * max(1.0, leading / text.style.leading))
        commands += updates(text, {"style": new.style, "box": box})
    _need_text(named)
    return commands, f"set with {'more' if way > 0 else 'less'} space between its lines"


def _need_text(named: Named) -> None:
    if not named.texts:
        raise CannotError(f"{named.subject} no text; name a text such as the title or the date")


def _typeface(
    named: Named, font: str, degree: float, context: Context
) -> tuple[list[Command], str]:
    return restyled(named, {"font": font}, context), f"set in {font}"


def _font_kind(
    named: Named, kind: str, degree: float, context: Context
) -> tuple[list[Command], str]:
    _need_text(named)
    commands: list[Command] = []
    names: list[str] = []
    for text in named.texts:
        family = typefaces.family_of(kind, text.role == "title", text.style.font)
        names.append(family)
        commands += restyled(Named((text,), named.span), {"font": family}, context)
    return commands, f"set in {' and '.join(dict.fromkeys(names))}"


def _opacity(
    named: Named, value: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    share = value / 100 if value > 1 else value
    return _faded(named, lambda _: share), f"{share:.0%} opaque"


def _fade(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    step = _FADE * degree
    commands = _faded(named, lambda old: min(1.0, max(0.1, old + way * step)))
    return commands, "fainter" if way < 0 else "stronger"


def _faded(named: Named, change: Callable[[float], float]) -> list[Command]:
    return [
        part
        for layer in named.layers
        for only in (leaves_of(layer) if len(leaves_of(layer)) == 1 else [layer])
        for part in updates(only, {"opacity": round(change(only.opacity), 3)})
    ]


def _shadow(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    size = 0.004 * min(context.design.canvas.width, context.design.canvas.height) * degree
    effect = Shadow(dx=size, dy=size, blur=3 * size)
    commands: list[Command] = []
    for layer in named.layers:
        rest = tuple(e for e in layer.effects if e.kind != "shadow")
        commands += updates(layer, {"effects": (*rest, effect) if on else rest})
    return commands, "given a shadow" if on else "without its shadow"


def _outline(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    _need_text(named)
    color = context.design.palette.get("accent", "#000000")
    commands: list[Command] = []
    for text in named.texts:
        rest = tuple(e for e in text.effects if e.kind != "outline")
        effect = Outline(color=color, width=max(1.0, 0.03 * text.style.size * degree))
        commands += updates(text, {"effects": (*rest, effect) if on else rest})
    return commands, "given an outline" if on else "without its outline"


def _like(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    what, model = value
    if what == "color":
        solid = isinstance(model, ShapeLayer) and isinstance(model.fill, SolidFill)
        color = (
            model.style.color if isinstance(model, TextLayer) else model.fill.color if solid else ""
        )
        if not color:
            raise CannotError(f"{model.label!r} has no single colour to take")
        return _color(named, (f"the colour of {model.label!r}", color[:7]), degree, context)
    if not isinstance(model, TextLayer):
        raise CannotError(f"{model.label!r} is no text to take a {what} from")
    if what == "size":
        commands, _ = _size(named, model.style.size, degree, context)
        return commands, f"as large as {model.label!r}"
    fields = {"font": ("font",), "typeface": ("font",), "weight": ("weight",),
              "style": ("font", "weight", "italic", "case", "tracking", "color")}[what]  # fmt: skip
    changes = {field: getattr(model.style, field) for field in fields}
    return restyled(named, changes, context), f"set with the {what} of {model.label!r}"


EFFECTS: dict[str, Effect] = {
    "color": _color, "shade": _shade, "vivid": _vivid, "grey": _grey, "tinge": _tinge,
    "weight": _weight,
    "weigh": _weigh,
    "italic": _italic,
    "underline": _style_as("underline", {True: "underlined", False: "no longer underlined"}),
    "strikethrough": _style_as("strikethrough", {True: "struck through"}),
    "case": _style_as("case", {"upper": "in capitals", "lower": "in lower case",
                               "title": "in title case", "none": "as typed"}),
    "grow": _grow, "percent": _percent, "times": _times, "size": _size, "fill": _fill,
    "tracking": _track,
    "leading": _lead, "font": _typeface, "font kind": _font_kind, "opacity": _opacity,
    "fade": _fade, "shadow": _shadow, "outline": _outline, "like": _like,
}  # fmt: skip
