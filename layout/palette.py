"""Palettes: from the subject's own hue or a system's variants, bent to the user's colours.

Roles every palette has: bg, ink, soft (quiet text), on_ink (text on ink), accent, accent_text
(accent as readable text). Text roles reach 4.5:1 on the ground they stand on.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from design_io.color import (
    Oklch,
    contrast,
    hex_to_oklch,
    hue_distance,
    mix,
    oklch_hex,
    oklch_to_hex,
    reach_contrast,
    relative_chroma,
)
from layout.picture_palette import Seen, Wish, picture_palette
from layout.systems import VisualSystem

TEXT_CONTRAST = 5.0  # asked of palettes, so that rounding and antialiasing leave 4.5
_GROUND_CONTRAST = TEXT_CONTRAST + 0.1
_FIGURE_CONTRAST = 3.3  # of giant figures and the speckle in them
_NEUTRAL = 0.075  # OKLCH chroma under which a colour has no hue worth keeping
_FAR = 40.0  # degrees between hues
_TINT_CHROMA, _PLATE_CHROMA = 0.05, 0.085
_NEUTRAL_HUES = (30.0, 265.0, 350.0, 150.0)
_POPS = (
    (0.865, 0.93, 92.0), (0.80, 0.75, 55.0), (0.86, 0.55, 165.0),
    (0.82, 0.50, 235.0), (0.83, 0.60, 15.0), (0.86, 0.50, 130.0),
)  # fmt: skip
_DEEPS = (
    (0.27, 0.85, 268.0), (0.30, 0.80, 195.0), (0.29, 0.80, 160.0),
    (0.27, 0.75, 325.0), (0.26, 0.60, 245.0),
)  # fmt: skip
_DARK_TONES = {"dark", "night", "elegant", "luxury", "mysterious", "dramatic", "black"}
_BRIGHT_TONES = {"bold", "playful", "festive", "vivid", "bright", "fun", "energetic", "retro"}
_QUIET_TONES = {"calm", "minimal", "minimalist", "soft", "romantic", "natural", "clean", "pastel"}


class Ground(NamedTuple):
    """A sheet colour and the mode it is used in."""

    color: str
    mode: str  # paper, tint, pop, deep or brand


def palette_for(
    system: VisualSystem,
    subject_color: str | None,
    colors: tuple[str, ...] = (),
    tone: tuple[str, ...] = (),
    seed: int = 0,
    seen: Seen | None = None,
) -> dict[str, str]:
    """Role -> colour for this system; `colors` are the user's, strongest first.

    `seen` is the user's picture; systems that a photograph leads draw their colours from it.
    """
    chance = random.Random(f"{system.name}/{seed}")
    if system.palettes.kind == "picture":
        wish = Wish(colors, frozenset(tone), chance)
        palette = picture_palette(system.name, seen or Seen(subject_color), wish)
    elif system.palettes.kind == "subject":
        palette = _around_subject(subject_color, colors, set(tone), chance)
    else:
        palette = _from_variant(system, colors, set(tone), chance)
    return _with_text_roles(palette, system.palettes.on)


def _around_subject(
    subject: str | None, colors: tuple[str, ...], tone: set[str], chance: random.Random
) -> dict[str, str]:
    hue = _subject_hue(subject, chance)
    ground = _ground(hue, colors, tone, chance)
    ink = _ink(ground, hue)
    main = _subject_main(subject, hue, ground)
    accent = _accent(ground, hue, main)
    return {
        "bg": ground.color,
        "plate": _plate(ground, hue),
        "ink": ink,
        "main": main,
        "accent": accent,
        "figure": reach_contrast(main, ground.color, _FIGURE_CONTRAST),
        "figure_shade": reach_contrast(accent, ground.color, _FIGURE_CONTRAST),
    }


def _subject_hue(subject: str | None, chance: random.Random) -> float:
    if subject is not None:
        value = hex_to_oklch(subject)
        if value.chroma >= _NEUTRAL:
            return value.hue
    return chance.choice(_NEUTRAL_HUES)


def _ground(hue: float, colors: tuple[str, ...], tone: set[str], chance: random.Random) -> Ground:
    if colors:
        return _brand_ground(colors, tone)
    modes = ["paper", "tint", "tint", "pop", "deep"]
    if tone & _DARK_TONES:
        modes = ["deep"]
    elif tone & _BRIGHT_TONES:
        modes = ["pop", "pop", "deep", "tint"]
    elif tone & _QUIET_TONES:
        modes = ["paper", "tint"]
    mode = chance.choice(modes)
    if mode == "paper":
        return Ground(oklch_hex(0.957, 0.45, chance.uniform(65, 85)), mode)
    if mode == "tint":
        turn = chance.choice((150.0, 180.0, 60.0, -60.0))
        return Ground(oklch_to_hex(Oklch(0.905, _TINT_CHROMA, (hue + turn) % 360)), mode)
    table = _POPS if mode == "pop" else _DEEPS
    far = sorted(table, key=lambda entry: -hue_distance(entry[2], hue))[:3]
    return Ground(oklch_hex(*chance.choice(far)), mode)


def _brand_ground(colors: tuple[str, ...], tone: set[str]) -> Ground:
    """The user's first colour as the sheet: as it is when clear enough, else a tint of it."""
    value = hex_to_oklch(colors[0])
    if tone & _QUIET_TONES and value.lightness > 0.35:
        chroma = min(0.6 * _TINT_CHROMA, value.chroma)
        return Ground(oklch_to_hex(Oklch(0.94, chroma, value.hue)), "tint")
    if value.lightness < 0.42:
        return Ground(colors[0], "deep")
    readable = max(contrast(colors[0], "#ffffff"), contrast(colors[0], "#111111")) >= TEXT_CONTRAST
    tint = oklch_hex(0.86, 0.6 * min(1.0, value.chroma / _NEUTRAL), value.hue)
    return Ground(colors[0] if readable else tint, "brand")


def _ink(ground: Ground, hue: float) -> str:
    value = hex_to_oklch(ground.color)
    dark = value.lightness < 0.62
    ink = oklch_hex(0.972, 0.35, value.hue) if dark else oklch_hex(0.20, 0.6, hue)
    return reach_contrast(ink, ground.color, 7.0 if not dark else TEXT_CONTRAST)


def _plate(ground: Ground, hue: float) -> str:
    if ground.mode == "deep":
        return mix(ground.color, "#ffffff", 0.13)
    if ground.mode == "paper":
        return oklch_to_hex(Oklch(0.87, _PLATE_CHROMA, (hue + 150) % 360))
    return mix(ground.color, "#ffffff", 0.62)


def _subject_main(subject: str | None, hue: float, ground: Ground) -> str:
    if subject is not None and hex_to_oklch(subject).chroma < _NEUTRAL and ground.mode == "deep":
        return "#f4f1ea"
    lightness = {"paper": 0.62, "tint": 0.60, "pop": 0.58, "deep": 0.74}.get(ground.mode, 0.62)
    if 60 <= hue <= 115:
        lightness = 0.70 if ground.mode == "pop" else 0.78
    return reach_contrast(oklch_hex(lightness, 0.88, hue), ground.color, 1.7)


def _accent(ground: Ground, hue: float, main: str) -> str:
    lightness = {"pop": 0.42, "deep": 0.80}.get(ground.mode, 0.50)
    ground_hue, main_hue = hex_to_oklch(ground.color).hue, hex_to_oklch(main).hue
    turns = (180.0, 150.0, -150.0, 120.0, -120.0, 60.0, -60.0)
    best = max(
        turns,
        key=lambda t: min(hue_distance(hue + t, ground_hue), hue_distance(hue + t, main_hue)),
    )
    return reach_contrast(oklch_hex(lightness, 0.8, hue + best), ground.color, 1.8)


def _from_variant(
    system: VisualSystem, colors: tuple[str, ...], tone: set[str], chance: random.Random
) -> dict[str, str]:
    variants = list(system.palettes.variants.values())
    dark = [v for v in variants if hex_to_oklch(v[system.palettes.ground]).lightness < 0.5]
    light = [v for v in variants if v not in dark]
    bright = tone & _QUIET_TONES or system.palettes.dark_when_asked
    choice = dark if tone & _DARK_TONES and dark else light if bright else variants
    palette = dict(chance.choice(choice))
    if colors:
        palette = _retinted(palette, system.palettes.anchors, colors)
    grounds = {"bg", *system.palettes.on.values()} & palette.keys()
    return palette | {role: _as_ground(palette[role]) for role in grounds}


def _as_ground(color: str) -> str:
    """The colour, darkened a little where neither black nor white would read well on it."""
    value = hex_to_oklch(color)
    while max(contrast(color, "#ffffff"), contrast(color, "#000000")) < _GROUND_CONTRAST:
        value = value._replace(lightness=value.lightness - 0.01)
        color = oklch_to_hex(value)
    return color


def _retinted(
    palette: dict[str, str], anchors: tuple[str, ...], colors: tuple[str, ...]
) -> dict[str, str]:
    """The variant turned towards the user's colours: hues follow, lightness and ranks stay.

    The first chromatic colours replace the anchor roles; every other role keeps its lightness and
    takes the hue of the user's colour nearest to its own.
    """
    result = {}
    for role, color in palette.items():
        value = hex_to_oklch(color)
        nearest = min(colors, key=lambda c: hue_distance(hex_to_oklch(c).hue, value.hue))
        target = hex_to_oklch(nearest)
        k = relative_chroma(color) * min(1.0, target.chroma / _NEUTRAL)
        if hue_distance(target.hue, value.hue) > _FAR:  # what glows in one hue shouts in another
            k = min(k, 0.7)
        result[role] = oklch_hex(value.lightness, k, shaded_hue(target.hue, value.lightness))
    chromatic = [color for color in colors if hex_to_oklch(color).chroma >= _NEUTRAL]
    result.update(zip(anchors, chromatic, strict=False))
    return result


def shaded_hue(hue: float, lightness: float) -> float:
    """The hue of a colour at another lightness: yellow darkens to ochre, as paint does."""
    if not 75 < hue < 118:
        return hue
    return hue + (64 - hue) * min(1.0, max(0.0, (0.86 - lightness) / 0.3))


def _with_text_roles(palette: dict[str, str], on: dict[str, str]) -> dict[str, str]:
    ground = palette["bg"]
    ink = reach_contrast(palette["ink"], ground, TEXT_CONTRAST)
    accent = palette.get("accent", palette.get("line", palette.get("a", ink)))
    lifted = {
        role: reach_contrast(palette[role], palette[under], TEXT_CONTRAST)
        for role, under in on.items()
    }
    return palette | {
        "ink": ink,
        "accent": accent,
        "soft": reach_contrast(mix(ink, ground, 0.24), ground, TEXT_CONTRAST),
        "on_ink": reach_contrast(ground, ink, TEXT_CONTRAST),
        "accent_text": reach_contrast(accent, ground, TEXT_CONTRAST),
        **lifted,
    }
