"""Icons as layers: flat drawings by several hands in a palette's colours, a layer per colour run.

An icon is named "thing", "thing/hand" or either with "@colour"; no hand is Fluent Emoji Flat, and
Plakat's own for what that has not. "thing+thing" is a still life of several, each of which may have
a colour of its own, "thing*colour", and any of these may stand in a place, in some weather:
"thing<place", "thing<place~rain". Of people and things together, "somebody+thing", all have their
size.
"""

from __future__ import annotations

import json
import lzma
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import (
    NO_HUE,
    contrast,
    hex_to_oklch,
    hue_distance,
    mix,
    oklch_hex,
    reach_contrast,
    relative_chroma,
)
from design_io.document import Layer, ShapeLayer
from design_io.errors import DesignError
from design_io.geometry import Box, union_all
from design_io.paint import Grain, SolidFill
from design_io.paths import path_bounds
from generators.artist.company import company
from generators.artist.drawing import FillRule, group, path_layer
from generators.artist.in_place import Setting, set_in
from generators.artist.naming import (
    AND,
    DYE,
    HAND,
    IN,
    ROUND,
    TINT,
    WEATHER,
    is_placed,
    members_of,
    thing_of,
)
from generators.artist.people import FIGURE_HAIR, YELLOW, Part, flattened, garment_of, skin_in
from generators.artist.still_life import Thing, still_life

FOLDER = Path(__file__).parent.parent.parent / "assets" / "icons"
LICENCE = "Fluent Emoji Flat, MIT; Noto Emoji and own, Apache-2.0"
_FIRST_HAND = ("fluent-emoji-flat", "own")
_TOUCH = 0.5  # of the chroma there is, for greys that take the ground's hue
_WARM, _SHADE, _COOL = (20.0, 120.0), 245.0, 0.3  # hues; that of shadows on white, and its chroma
_BARELY = 1.7  # contrast that is given to what keeps its colours
_COLORED, _OTHER = 0.08, 50.0  # OKLCH chroma, and degrees from the dominant hue, of a second one
_PATCH = 0.03  # of the drawing's frame, the least that is seen as its second colour
_SPECKLED = (110.0, 340.0)  # cells along a drawing: grain is noise below, whole from the second
_SEEN, _LIFTED = 1.5, 2.6  # contrast with a ground: enough, and what is given where it is less
VIEW = 32.0  # px, side of an icon's view box
_PATH = re.compile(r"<path ([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


class Ramp(NamedTuple):
    """The four tones an icon is recoloured to."""

    dark: str
    main: str
    light: str
    accent: str


class Shading(NamedTuple):
    """Grain over a subject: how strong, how coarse (px), and its seed."""

    amount: float
    cell: float
    seed: int


def has_icon(name: str) -> bool:
    return all(map(_is_drawn, members_of(name)))


def _is_drawn(name: str) -> bool:
    thing, _, hand = name.partition(HAND)
    return hand in ("", *_further_hands()) and thing in _bodies(hand)


def icon_names() -> tuple[str, ...]:
    return tuple(sorted(_bodies("")))


@lru_cache(maxsize=256)
def parts(name: str) -> tuple[Part, ...]:
    """The icon's colour runs; neighbours of one colour are joined where they do not overlap."""
    if not has_icon(name):
        raise DesignError(f"no icon is called {name!r}; see assets/icons")
    things, _, place = name.partition(IN)
    if place:
        return set_in(_stood_in_place(things), _setting(place), is_flattened(things))
    plain, _, tint = name.partition(TINT)
    if tint:
        kept = {thing_of(member) for member in plain.split(AND) if DYE in member}
        return tuple(
            part if (part.thing or thing_of(plain)) in kept else _tinted_part(plain, part, tint)
            for part in parts(plain)
        )
    if AND in name:
        together = company if is_flattened(members_of(name)[0]) else still_life
        return together(tuple(Thing(thing_of(n), parts(n)) for n in name.split(AND)))
    undyed, _, dye = name.partition(DYE)
    if dye:
        return tuple(_tinted_part(undyed, part, dye) for part in parts(undyed))
    joined: list[Part] = []
    for match in _PATH.finditer(_body(name)):
        part = _part(dict(_ATTRIBUTE.findall(match[1])))
        if joined and _joinable(joined[-1], part):
            joined[-1] = joined[-1]._replace(data=f"{joined[-1].data}M0 0{part.data}")
        else:
            joined.append(part)
    if is_flattened(name):
        return flattened(name, joined, features=name in _listed("people"))
    return tuple(joined)


def _tinted_part(name: str, part: Part, tint: str) -> Part:
    return part._replace(color=_in_tint(name, part.color, tint))


def _stood_in_place(things: str) -> tuple[Thing, ...]:
    """Somebody and each thing that is about them, in the tint of the whole; else one picture."""
    if not is_flattened(members_of(things)[0]):
        return (Thing(thing_of(things), parts(things)),)
    plain, at, tint = things.partition(TINT)
    first, *others = plain.split(AND)
    return tuple(Thing(thing_of(n), parts(n)) for n in (f"{first}{at}{tint}", *others))


def _setting(place: str) -> Setting:
    where, *weather = place.removeprefix(ROUND).split(WEATHER)
    return Setting(Thing(where, parts(where)), tuple(weather), place.startswith(ROUND))


def is_flattened(name: str) -> bool:
    """Whether it shows people, or hands, whom the set draws in yellow."""
    people, hands = _listed("people"), _listed("hands")
    return any(member in people or member in hands for member in members_of(name))


def is_whole(name: str) -> bool:
    """Whether it is a picture by itself, beside which no other thing stands: a scene, people."""
    return is_placed(name) or is_scene(name) or is_flattened(name)


def is_scene(name: str) -> bool:
    return thing_of(name) in _listed("scenes")


def is_bust(name: str) -> bool:
    """Whether it shows somebody of the set down to the chest; our own figures stand."""
    return thing_of(name) in _listed("people") and thing_of(name) not in _drawings("own")


@lru_cache(maxsize=256)
def ink_bounds(name: str) -> Box:
    """What the icon really covers of its 32 x 32 view box."""
    return union_all(path_bounds(part.data) for part in parts(name))


def icon_layers(
    name: str, box: Box, assets: AssetStore, prefix: str, *,
    colors: dict[str, str] | None = None, shading: Shading | None = None,
) -> tuple[Layer, ...]:  # fmt: skip
    """The icon's drawing fitted into `box` (its ink, not its view box), bottom first.

    Of a still life each thing is a group.
    """
    ink, label = ink_bounds(name), thing_of(name)
    scale = min(box.width / ink.width, box.height / ink.height)
    side = VIEW * scale
    x = box.center.x - ink.center.x * scale
    y = box.center.y - ink.center.y * scale
    place = Box(round(x, 2), round(y, 2), round(side, 2), round(side, 2))
    shading = _eased(shading, max(ink.width, ink.height) * scale)
    layers: dict[str, list[ShapeLayer]] = {}
    for number, part in enumerate(parts(name)):
        color = (colors or {}).get(part.color, part.color)
        fill = SolidFill(color=color, grain=_grain(color, shading, number))
        layers.setdefault(part.thing, []).append(
            path_layer(
                f"{prefix}-{number + 1}", f"{part.thing or label} {number + 1}", part.data, place,
                fill, assets, rule=part.rule, role="hero", opacity=part.opacity,
                view_box=(VIEW, VIEW),
            )
        )  # fmt: skip
    if "" in layers:
        return tuple(layers[""])
    return tuple(
        group(f"{prefix}-{thing}", thing.replace("-", " ").capitalize(), shapes, role="hero")
        for thing, shapes in layers.items()
    )


def plain_figure(name: str, box: Box, ground: str, assets: AssetStore) -> tuple[Layer, ...]:
    """The icon flat on a ground, in its own colours unless they would sink into it."""
    return icon_layers(name, box, assets, "subject", colors=lifted(name, ground))


def lifted(name: str, ground: str) -> dict[str, str] | None:
    """Old fill -> new fill where the icon would sink into the ground; else it keeps its own.

    What keeps its colours is lifted no more than it must.
    """
    if is_placed(name) or contrast(dominant(name), ground) >= _SEEN:
        return None
    least = _BARELY if keeps_its_colors(name) else _LIFTED
    main = reach_contrast(_touched(dominant(name), ground), ground, least)
    dark, light = mix(main, "#101018", 0.6), mix(main, "#ffffff", 0.7)
    return recolored(name, Ramp(dark, main, light, mix(main, light, 0.5)), native=True)


def _touched(color: str, ground: str) -> str:
    """A white or grey with a touch of the ground's hue: darkened, it would be lifeless grey.

    On warm grounds the touch is cool, as shadows on white are; a warm one would make it ochre.
    """
    value, under = hex_to_oklch(color), hex_to_oklch(ground)
    if value.chroma > 0.03 or under.chroma < 0.008:
        return color
    if _WARM[0] < under.hue < _WARM[1]:
        return oklch_hex(value.lightness, _COOL, _SHADE)
    return oklch_hex(value.lightness, _TOUCH, under.hue)


def dominant(name: str) -> str:
    """The icon's most visible saturated fill."""
    plain, _, tint = name.partition(IN)[0].partition(TINT)
    first = members_of(plain)[0]
    flat = is_flattened(first)
    color = garment_of(first, parts(first)) if flat else _colors().get(first, "#808080")
    tint = plain.split(AND)[0].partition(DYE)[2] or tint
    return _in_tint(first, color, tint) if tint else color


@lru_cache(maxsize=256)
def second_color(name: str) -> str:
    """The fill of another hue than the dominant one that is seen most; none where there is none."""
    main, skin = hex_to_oklch(dominant(name)).hue, skin_of(name)
    areas: dict[str, float] = {}
    for part in parts(name):
        value = hex_to_oklch(part.color)
        if (
            value.chroma > _COLORED
            and hue_distance(value.hue, main) > _OTHER
            and (part.color not in skin)
        ):
            areas[part.color] = areas.get(part.color, 0.0) + path_bounds(part.data).area
    best = max(areas, key=lambda color: areas[color], default="")
    return best if best and areas[best] > _PATCH * ink_bounds(name).area else ""


def skin_of(name: str) -> frozenset[str]:
    """The fills of hands and people that are skin, in light and in shadow; of our own figures
    hair too, which is of no palette's colours either."""
    members = members_of(name)
    if len(members) > 1:
        return frozenset[str]().union(*map(skin_of, members))
    fills, plain = {part.color for part in parts(name)}, members[0]
    if is_flattened(plain):
        hair = _hair() if is_clothed(plain) else frozenset[str]()
        return (skin_in(plain) | hair) & fills
    if YELLOW not in fills:
        return frozenset()
    hue = hex_to_oklch(YELLOW).hue
    values = {fill: hex_to_oklch(fill) for fill in fills}
    return frozenset(
        fill for fill, v in values.items() if v.chroma > 0.11 and hue_distance(v.hue, hue) < 32
    )


@cache
def _hair() -> frozenset[str]:
    return frozenset({*FIGURE_HAIR, *map(shade, FIGURE_HAIR)})


@cache
def takes_any_color(name: str) -> bool:
    """Whether it is made in every colour: a bag, a dress, a car."""
    return all(thing_of(member) in _listed("dyed") for member in members_of(name))


@cache
def keeps_its_colors(name: str) -> bool:
    """Whether its colours are part of what it is: food, flowers, a Christmas tree."""
    natural = (thing_of(member) in _listed("native") for member in members_of(name))
    own = is_clothed(name) if TINT in name else any(natural)
    return is_placed(name) or DYE in name or own


def own_colors(name: str, ground: str) -> dict[str, str]:
    """Old fill -> new fill: its own colours, lifted where it would sink into the ground."""
    return lifted(name, ground) or {part.color: part.color for part in parts(name)}


def recolored(name: str, ramp: Ramp, native: bool = False) -> dict[str, str]:
    """Old fill -> new fill: the dominant fill becomes main, very dark and light ones their tone.

    A really different hue keeps itself when `native`, else becomes the accent; the rest are main
    mixed with light or dark by how far they stand from the dominant fill in lightness. Skin stays
    skin: it takes the lightness of the main tone and never its hue. A place keeps its colours.
    """
    if is_placed(name):
        return {part.color: part.color for part in parts(name)}
    base, skin = hex_to_oklch(dominant(name)), skin_of(name)
    result = {}
    for color in {part.color for part in parts(name)}:
        value = hex_to_oklch(color)
        distance = value.lightness - base.lightness
        turn = hue_distance(value.hue, base.hue)
        if color in skin:
            flat = is_flattened(name)
            result[color] = color if flat else _skin_tone(ramp.main, distance)
        elif color == dominant(name):
            result[color] = ramp.main
        elif value.lightness < 0.36:
            result[color] = ramp.dark
        elif value.lightness > 0.93 and value.chroma < 0.04:
            result[color] = ramp.light
        elif native and turn > 28 and value.chroma > 0.055:
            result[color] = _kept(color, ramp.main, distance)
        elif turn > 48 and value.chroma > 0.055:
            result[color] = ramp.accent
        else:
            toward = ramp.light if distance > 0 else ramp.dark
            result[color] = mix(ramp.main, toward, min(0.8, 0.12 + 2 * abs(distance)))
    return result


def _kept(color: str, main: str, distance: float) -> str:
    """The colour's own hue at the lightness that suits the new main tone."""
    lightness = hex_to_oklch(main).lightness + min(0.22, max(-0.22, distance))
    k = min(0.86, 0.30 + 3.2 * hex_to_oklch(color).chroma)
    return oklch_hex(min(0.86, max(0.34, lightness)), k, hex_to_oklch(color).hue)


def _skin_tone(main: str, distance: float) -> str:
    """Skin about as light as the main tone, from brown to the set's own yellow, never olive."""
    lightness = hex_to_oklch(main).lightness + min(0.22, max(-0.22, distance))
    lightness = min(0.86, max(0.40, lightness))
    return oklch_hex(lightness, 0.66, 48.0 + 80.0 * (lightness - 0.40))


def is_clothed(name: str) -> bool:
    """Whether it shows people of our own, whose clothes can be had in any colour."""
    return thing_of(name) in _tops()


def _in_tint(name: str, color: str, tint: str) -> str:
    """The fill in an icon whose main hue is the tint's: shades of it follow, other hues stay.

    Of people that is the hue of what the first of them wears.
    """
    if top := _tops().get(thing_of(name)):
        return {top: tint, shade(top): shade(tint)}.get(color, color)
    value, base, target = (hex_to_oklch(c) for c in (color, dominant(name), tint))
    if tint == NO_HUE:
        return oklch_hex(value.lightness, 0.0, 0.0)
    drop = value.lightness - base.lightness
    if color in skin_of(name) or value.chroma < 0.04 or hue_distance(value.hue, base.hue) > 50:
        return color
    share = 0.55 if target.chroma < 0.03 else 1.0  # black and white have little room for shades
    lightness = min(0.97, max(0.16, target.lightness + share * drop))
    return oklch_hex(lightness, relative_chroma(tint), target.hue)


def shade(color: str, drop: float = 0.09, turn: float = 6.0) -> str:
    """The colour in its own shadow: darker, its hue a little turned."""
    value = hex_to_oklch(color)
    return oklch_hex(value.lightness - drop, relative_chroma(color), value.hue - turn)


def _eased(shading: Shading | None, length: float) -> Shading | None:
    """Less grain the smaller a drawing is, px along its longer side; none on small ones."""
    if shading is None:
        return None
    least, whole = _SPECKLED
    share = min(1.0, (length / shading.cell - least) / (whole - least))
    return shading._replace(amount=shading.amount * share) if share > 0 else None


def _grain(color: str, shading: Shading | None, number: int) -> Grain | None:
    if shading is None:
        return None
    return Grain(
        color=shade(color), amount=shading.amount, cell=shading.cell, seed=shading.seed + number
    )


def _part(attributes: dict[str, str]) -> Part:
    opacity = float(attributes.get("fill-opacity", 1)) * float(attributes.get("opacity", 1))
    rule: FillRule = "evenodd" if attributes.get("fill-rule") == "evenodd" else "nonzero"
    return Part(attributes.get("fill", "#000000"), opacity, attributes["d"], rule)


def _joinable(first: Part, second: Part) -> bool:
    same = first[:2] == second[:2] and first.rule == second.rule
    return same and path_bounds(first.data).intersection(path_bounds(second.data)).empty


def _body(name: str) -> str:
    thing, _, hand = name.partition(HAND)
    return _bodies(hand)[thing]


@cache
def _bodies(hand: str) -> dict[str, str]:
    files = (hand,) if hand else _FIRST_HAND
    return {name: body for file in files for name, body in _drawings(file).items()}


@cache
def _drawings(hand: str) -> dict[str, str]:
    return json.loads(lzma.decompress((FOLDER / f"{hand}.json.xz").read_bytes()))["icons"]


@cache
def _further_hands() -> frozenset[str]:
    return frozenset(hand for _, _, hand in (name.partition(HAND) for name in _colors()) if hand)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


@cache
def _tops() -> dict[str, str]:
    """Our own drawings of people -> the colour of what the first of them wears."""
    return json.loads((FOLDER / "tops.json").read_text("utf-8"))


@cache
def _colors() -> dict[str, str]:
    return json.loads((FOLDER / "colors.json").read_text("utf-8"))
