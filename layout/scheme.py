"""A colour scheme, a ground and the colours on it, laid over the variant of a visual system.

A variant says which roles are alike, which are light and which lie close to the ground; a scheme
says in which colours. What is asked for is taken exactly where it covers much: ground and anchors.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import NamedTuple

from design_io.color import (
    Oklch,
    contrast,
    hex_to_oklch,
    hue_distance,
    oklch_hex,
    oklch_to_hex,
    reach_contrast,
    relative_chroma,
)
from layout.systems import Ramps

NEUTRAL = 0.045  # OKLCH chroma under which a colour has no hue
_WHITE, _BLACK = 0.93, 0.24  # lightness of what is called white and black
_CLOSE = 0.11  # OKLab distance within which a role counts as a shade of the ground
_STEP = 0.14  # lightness that tells a colour from a ground like it
_KIN = 22.0  # degrees of hue within which roles of a variant are one colour
_BROWN = (35.0, 115.0)  # hues of which dark tones are brown or olive
_MANY = 4  # colours, from which on none of them is the ground
_READ = 5.0
_DARK = frozenset({"dark", "night", "luxury", "mysterious", "dramatic", "black", "neon"})
_QUIET = frozenset({"calm", "minimal", "minimalist", "soft", "romantic", "clean", "pastel"})
_BRIGHT = frozenset({"bold", "playful", "festive", "vivid", "bright", "fun", "energetic"})


class Scheme(NamedTuple):
    """A sheet colour and the colours on it, strongest first; `ink` is asked for words, or empty.

    `asked`: the user named the colour of the sheet.
    """

    ground: str
    colors: tuple[str, ...]
    ink: str = ""
    asked: bool = False

    @property
    def is_dark(self) -> bool:
        return hex_to_oklch(self.ground).lightness < 0.55


def wished(
    colors: tuple[str, ...], ground: str, tone: Iterable[str], chance: random.Random,
    sparse: bool = False,
) -> Scheme:  # fmt: skip
    """The scheme of colours that the user named; `ground` is theirs for the sheet, or empty.

    `sparse`: little but the ground has colour, so that the ground must show theirs.
    """
    rest = tuple(c for c in colors if c != ground)
    if not ground:
        ground = _ground_among(colors, frozenset(tone), chance, sparse)
        rest = tuple(c for c in colors if c != ground)
    return Scheme(ground, rest + _shades(rest[0] if rest else ground) if len(rest) < 2 else rest)


def pastel(scheme: Scheme) -> Scheme:
    """The scheme in pale tints, on a sheet that is nearly white."""
    pale = tuple(_lit(c, 0.82, 0.09) for c in scheme.colors)
    return Scheme(_lit(scheme.ground, 0.955, 0.025), pale)


def chosen(schemes: tuple[Scheme, ...], tone: Iterable[str], chance: random.Random) -> Scheme:
    """One of several, pale or strong as the tone asks where one is; dark always where it does."""
    tones = frozenset(tone)
    lights = {s: hex_to_oklch(s.ground) for s in schemes}
    fit = [s for s in schemes if s.is_dark] if tones & _DARK else []
    if not fit and tones & _QUIET:
        fit = [s for s, v in lights.items() if v.lightness > 0.85]
    elif not fit and tones & _BRIGHT:
        fit = [s for s, v in lights.items() if v.chroma > 0.09 or v.lightness > 0.85]
    scheme = chance.choice(fit or list(schemes))
    return _by_night(scheme) if "dark" in tones and not scheme.is_dark else scheme


def _by_night(scheme: Scheme) -> Scheme:
    """The scheme on a deep shade of its strongest colour."""
    first = scheme.colors[0]
    deep = oklch_hex(0.25, 0.7 * relative_chroma(first), hex_to_oklch(first).hue)
    return scheme._replace(ground=deep, colors=(scheme.ground, *scheme.colors))


class Over(NamedTuple):
    """How a system's variants take a scheme; see `Palettes`.

    `ramps`, if any: roles keep their own lightness, as skies and glows need it; `kept` keep their
    colour; `paper`: inks lie on it like print, which nearly white takes or nearly black.
    """

    anchors: tuple[str, ...]
    on: dict[str, str]
    kept: tuple[str, ...] = ()
    ramps: Ramps = ""
    paper: bool = False


def laid_over(
    variants: list[dict[str, str]], scheme: Scheme, over: Over, chance: random.Random
) -> dict[str, str]:
    """The variant nearest to the scheme in its ground's lightness, in the scheme's colours."""
    scheme = _possible(scheme, variants, over.paper)
    wanted = hex_to_oklch(scheme.ground).lightness
    gaps = [abs(hex_to_oklch(v["bg"]).lightness - wanted) for v in variants]
    near = [v for v, gap in zip(variants, gaps, strict=True) if gap < min(gaps) + 0.06]
    hues = [_hues(v) for v in near]
    variant = chance.choice([v for v, n in zip(near, hues, strict=True) if n == max(hues)])
    made = _painted(variant, scheme, over)
    for role, under in over.on.items():
        if role in made:
            made[role] = _readable(made[role], made[under])
    return made


def distance(first: str, second: str) -> float:
    """Between two colours in OKLab, 0 to about 1."""
    a, b = hex_to_oklch(first), hex_to_oklch(second)
    turn = hue_distance(a.hue, b.hue)
    across = abs(a.chroma - b.chroma) + min(a.chroma, b.chroma) * min(2.0, turn / 50)
    return float(((a.lightness - b.lightness) ** 2 + across**2) ** 0.5)


def shaded_hue(hue: float, lightness: float) -> float:
    """The hue of a colour at another lightness: yellow darkens to ochre, as paint does."""
    if not 75 < hue < 118:
        return hue
    return hue + (64 - hue) * min(1.0, max(0.0, (0.86 - lightness) / 0.3))


def _ground_among(
    colors: tuple[str, ...], tones: frozenset[str], chance: random.Random, sparse: bool
) -> str:
    """White or black where it is among them, else the first colour, plain, pale or deep."""
    values = {color: hex_to_oklch(color) for color in colors}
    white = [c for c, v in values.items() if v.lightness >= _WHITE and v.chroma < 0.06]
    black = [c for c, v in values.items() if v.lightness <= _BLACK and v.chroma < 0.06]
    if white and black:
        return black[0] if tones & _DARK or chance.random() < 0.3 else white[0]
    if black:
        light = [c for c, v in values.items() if v.lightness > 0.75 and v.chroma > 0.1]
        return light[0] if light and not tones & _DARK and chance.random() < 0.5 else black[0]
    plain = [c for c in colors if c not in white and not _is_metal(values[c])]
    if not plain:
        return white[0] if white else _under_metal(tones, chance)
    first = plain[0]
    if len(colors) >= _MANY:
        return "#14121f" if tones & _DARK or chance.random() < 0.25 else "#fbf7ee"
    if white and not sparse and (tones & _QUIET or chance.random() < 0.5):
        return white[0]
    value = values[first]
    deep = oklch_hex(0.23, 0.7 * relative_chroma(first), shaded_hue(value.hue, 0.23))
    pale = first if sparse else oklch_to_hex(Oklch(0.935, min(value.chroma, 0.045), value.hue))
    if white:
        return first
    if tones & _DARK:
        return first if value.lightness < 0.42 else deep
    if tones & _QUIET:
        return first if value.lightness > 0.84 else pale
    if value.lightness > 0.84 or value.lightness < 0.35:
        return first
    return chance.choice((first, first, pale))


def _under_metal(tones: frozenset[str], chance: random.Random) -> str:
    """Black or paper, on which gold and silver shine."""
    return "#1d1a17" if tones & _DARK or chance.random() < 0.5 else "#f7f2e7"


def _is_metal(value: Oklch) -> bool:
    """Gold and its kin, or silver."""
    gold = 70 < value.hue < 100 and 0.06 < value.chroma < 0.14 and 0.55 < value.lightness < 0.8
    return gold or (value.chroma < 0.03 and 0.6 < value.lightness < 0.85)


def _shades(color: str) -> tuple[str, ...]:
    """Colours for a scheme of one: its own darker and lighter steps."""
    value, k = hex_to_oklch(color), relative_chroma(color)
    steps = (0.48, 0.93, 0.30, 0.78) if value.lightness > 0.45 else (0.93, 0.62, 0.80, 0.48)
    clear = [s for s in steps if abs(s - value.lightness) > 0.1]
    return tuple(
        oklch_hex(s, min(0.4 if s > 0.9 else 0.9, k), shaded_hue(value.hue, s)) for s in clear[:3]
    )


def _possible(scheme: Scheme, variants: list[dict[str, str]], paper: bool) -> Scheme:
    """The scheme turned round where a system has no variant as dark, or as light, as its ground."""
    values = [hex_to_oklch(v["bg"]).lightness for v in variants]
    wanted = hex_to_oklch(scheme.ground).lightness
    gap = min(abs(v - wanted) for v in values)
    if gap < 0.3 and not (paper and wanted < 0.88 and gap > 0.06):
        return scheme
    strong = hex_to_oklch(scheme.ground).chroma > 0.06
    if min(values) < 0.4 and wanted < 0.75 and strong and not _turns_brown(scheme):
        return scheme._replace(ground=_moved(scheme.ground, 0.3))
    others = (scheme.ground, *scheme.colors)
    if max(values) < wanted - 0.3:
        ground = min(scheme.colors, key=lambda c: hex_to_oklch(c).lightness)
        if hex_to_oklch(ground).lightness > 0.4:
            ground = _lit(ground, 0.27, 0.09)
    else:
        ground = max(scheme.colors, key=lambda c: hex_to_oklch(c).lightness)
        if hex_to_oklch(ground).lightness < 0.85 or hex_to_oklch(ground).chroma > 0.03:
            ground = _lit(scheme.ground, 0.955, 0.022)
    return Scheme(ground, tuple(c for c in others if c != ground), scheme.ink)


def _turns_brown(scheme: Scheme) -> bool:
    """Whether its ground darkens to brown or olive though the scheme has a cool colour."""
    warm = _BROWN[0] < hex_to_oklch(scheme.ground).hue < _BROWN[1]
    values = map(hex_to_oklch, scheme.colors)
    return warm and any(v.chroma > 0.04 and hue_distance(v.hue, 220.0) < 70 for v in values)


def _painted(variant: dict[str, str], scheme: Scheme, over: Over) -> dict[str, str]:
    ground, old = scheme.ground, variant["bg"]
    made = {"bg": ground, "ink": _ink_on(ground, variant, scheme)}
    made |= {role: variant[role] for role in over.kept}
    words = {"ink", *over.on}
    inks = _Inks(scheme, over.ramps)
    order = [r for r in (*over.anchors, *variant) if r in variant and r not in words | made.keys()]
    for role in dict.fromkeys(order):
        color = variant[role]
        lift = hex_to_oklch(color).lightness - hex_to_oklch(old).lightness
        if distance(color, old) < _CLOSE and role not in over.anchors:
            made[role] = _beside(ground, lift, made["ink"])
        elif color == variant["ink"] or hex_to_oklch(color).chroma < NEUTRAL:
            made[role] = _tinted(color, scheme)
        else:
            made[role] = inks.of(color)
    first, front = scheme.colors[0], over.anchors[0] if over.anchors else ""
    if over.ramps == "hills" and front in over.on.values() and hex_to_oklch(first).lightness < 0.62:
        made[front] = first  # copy stands on that hill
    if over.ramps == "hills":
        made["sun"] = _sun(scheme)
    for role in (words & variant.keys()) - {"ink"}:
        made[role] = _tinted(variant[role], scheme)
    return {role: made[role] for role in variant}


def _ink_on(ground: str, variant: dict[str, str], scheme: Scheme) -> str:
    """The colour of words, and of the drawing where a variant has no other."""
    ink = _tinted(variant["ink"], scheme)
    if variant.keys() == {"bg", "ink"} and hex_to_oklch(ground).chroma < 0.07:
        strong = max(scheme.colors, key=lambda c: distance(c, ground))
        ink = reach_contrast(strong, ground, 7.0)
    return _readable(scheme.ink or ink, ground)


def _hues(variant: dict[str, str]) -> int:
    """How many colours a variant tells apart."""
    heads: list[Oklch] = []
    for value in map(hex_to_oklch, variant.values()):
        if value.chroma >= NEUTRAL and not any(_is_kin(head, value) for head in heads):
            heads.append(value)
    return min(len(heads), _MANY)


def _sun(scheme: Scheme) -> str:
    """The warmest colour that a sun may have, else a pale disc."""
    values = {c: hex_to_oklch(c) for c in (*scheme.colors, scheme.ground)}
    warm = [c for c, v in values.items() if 25 < v.hue < 105 and v.chroma > 0.09]
    bright = max(warm, key=lambda c: values[c].lightness, default="")
    return bright if bright and values[bright].lightness > 0.6 else _lit(scheme.ground, 0.97, 0.03)


class _Inks:
    """Deals the colours of a scheme to the hues of a variant, each hue its own."""

    def __init__(self, scheme: Scheme, ramps: Ramps):
        colors = scheme.colors
        if ramps == "hills" and not _is_warm(scheme.ground):  # no red hills under a cold sky
            colors = tuple(sorted(colors, key=_is_warm))
        self.scheme, self.ramps = scheme._replace(colors=colors), ramps
        self.heads: list[Oklch] = []

    def of(self, color: str) -> str:
        value = hex_to_oklch(color)
        at = next((n for n, h in enumerate(self.heads) if _is_kin(h, value)), len(self.heads))
        if at == len(self.heads):
            self.heads.append(value)
        dealt = self._dealt(at)
        if self.ramps:
            low = self.ramps == "hills" and self.scheme.is_dark and value.lightness < 0.55
            own = self.scheme.ground if low else dealt  # night is of one hue
            chroma = max(value.chroma, 0.6 * hex_to_oklch(own).chroma)
            return _lit(own, value.lightness, chroma)
        drop = value.lightness - self.heads[at].lightness
        if abs(drop) < 0.02:
            return dealt
        return _moved(dealt, min(0.96, max(0.15, hex_to_oklch(dealt).lightness + drop)))

    def _dealt(self, at: int) -> str:
        colors, ground = self.scheme.colors, self.scheme.ground
        color = colors[at % len(colors)]
        under = hex_to_oklch(ground)
        if at >= len(colors):
            color = _moved(color, 0.55 * hex_to_oklch(color).lightness + 0.45 * under.lightness)
        if distance(color, ground) >= _STEP:
            return color
        step = -_STEP if under.lightness > 0.5 else _STEP
        return _moved(color, under.lightness + step)


def _is_warm(color: str) -> bool:
    value = hex_to_oklch(color)
    return value.chroma > 0.02 and hue_distance(value.hue, 50.0) < 60


def _is_kin(first: Oklch, second: Oklch) -> bool:
    return hue_distance(first.hue, second.hue) < _KIN


def _beside(ground: str, lift: float, ink: str) -> str:
    """A shade of the ground, as much lighter or darker as it was; away from an ink that is near."""
    value = hex_to_oklch(ground)
    if contrast(ink, ground) < 2 * _READ:
        lift = -abs(lift) if hex_to_oklch(ink).lightness > value.lightness else abs(lift)
    lightness = value.lightness + lift
    if not 0.0 < lightness < 1.0:
        lightness = value.lightness - lift
    return _moved(ground, lightness)


def _moved(color: str, lightness: float) -> str:
    """The colour at another lightness, as strong for it as it was."""
    hue = hex_to_oklch(color).hue
    return oklch_hex(lightness, relative_chroma(color), shaded_hue(hue, lightness))


def _tinted(color: str, scheme: Scheme) -> str:
    """A dark, light or grey role with a touch of the scheme's hue."""
    value = hex_to_oklch(color)
    own = max((scheme.ground, *scheme.colors[:1]), key=lambda c: hex_to_oklch(c).chroma)
    target = hex_to_oklch(own)
    chroma = min(value.chroma, 0.5 * target.chroma)
    hue = shaded_hue(target.hue, value.lightness)
    return oklch_to_hex(Oklch(value.lightness, chroma, hue))


def _lit(color: str, lightness: float, chroma: float) -> str:
    """The colour's hue at a lightness, with no more than this chroma."""
    value = hex_to_oklch(color)
    share = min(1.0, value.chroma / 0.05)
    return oklch_to_hex(Oklch(lightness, chroma * share, shaded_hue(value.hue, lightness)))


def _readable(color: str, under: str) -> str:
    """The colour, or its light or dark counterpart when that reads better on what is under it."""
    if contrast(color, under) >= _READ:
        return color
    value = hex_to_oklch(color)
    light = oklch_to_hex(Oklch(0.975, min(value.chroma, 0.02), value.hue))
    dark = oklch_to_hex(Oklch(0.18, min(value.chroma, 0.05), value.hue))
    best = max((light, dark), key=lambda c: contrast(c, under))
    return reach_contrast(best, under, _READ)
