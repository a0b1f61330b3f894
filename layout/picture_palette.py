"""Palettes drawn from the user's picture, for the systems that a photograph leads.

`full`: a tinted veil, dark or light, that text contrasts with. `split` and `cutout`: a field in
the picture's hue. `duotone`: two inks. The user's own colours go before the picture's.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.color import (
    contrast,
    hex_to_oklch,
    hue_distance,
    mix,
    oklch_hex,
    reach_contrast,
    relative_chroma,
)

_READABLE = 5.2
_CLEAR = 0.2  # OKLab distance at which a thing stands out from what is behind it
_NEUTRAL = 0.045  # OKLCH chroma under which a colour has no hue worth keeping
_DARK = {"dark", "night", "elegant", "luxury", "mysterious", "dramatic", "black", "moody"}
_BRIGHT = {"bold", "playful", "festive", "vivid", "bright", "fun", "energetic", "retro"}
_QUIET = {"calm", "minimal", "minimalist", "soft", "romantic", "natural", "clean", "pastel"}
# Dark and light ink: hue, lightness and share of the gamut's chroma.
_INKS = (
    ((282, 0.28, 0.95), (12, 0.78, 0.85)), ((272, 0.28, 0.95), (165, 0.87, 0.70)),
    ((315, 0.30, 0.90), (62, 0.84, 0.85)), ((264, 0.28, 0.95), (212, 0.87, 0.70)),
    ((18, 0.28, 0.90), (88, 0.90, 0.80)), ((300, 0.28, 0.90), (335, 0.80, 0.75)),
    ((150, 0.27, 0.85), (112, 0.91, 0.75)),
)  # fmt: skip


class Seen(NamedTuple):
    """What of a picture its palette needs."""

    vivid: str | None = None
    ground: str = "#808080"
    lightness: float = 0.5  # of the subject, OKLab
    light_text: bool = True  # whether light copy needs the weaker veil


class Wish(NamedTuple):
    """What else decides: the user's colours, the tone, and chance."""

    colors: tuple[str, ...]
    tone: frozenset[str]
    chance: random.Random


def picture_palette(name: str, seen: Seen, wish: Wish) -> dict[str, str]:
    """Role -> colour for the photo-led system called `name`."""
    return SCHEMES[name](seen, wish)


def _veil(seen: Seen, wish: Wish) -> dict[str, str]:
    hue, tinted = _hue(seen, wish), 0.5 if _is_tinted(seen) else 0.0
    if seen.light_text:
        ground, ink = oklch_hex(0.155, tinted, hue), oklch_hex(0.985, 0.25 * tinted, hue)
    else:
        ground, ink = oklch_hex(0.975, 0.5 * tinted, hue), oklch_hex(0.18, tinted, hue)
    own = wish.colors[0] if wish.colors else seen.vivid
    pill = reach_contrast(_lively(own), ground, 4.0) if own else ink
    return _complete({"bg": ground, "ink": ink, "pill": pill})


def _field(seen: Seen, wish: Wish) -> dict[str, str]:
    if wish.colors:
        return _complete(_on(wish.colors[0], wish.colors[1:2], seen))
    hue = _hue(seen, wish)
    strength = 0.75 if _is_tinted(seen) else 0.12
    fields = {
        "deep": oklch_hex(0.27, strength, hue),
        "rich": oklch_hex(0.50, strength, hue),
        "pale": oklch_hex(0.925, 0.45 * strength, hue),
        "paper": oklch_hex(0.96, 0.25 * strength, hue),
    }
    kinds = ["deep", "rich", "pale", "paper"]
    if wish.tone & _DARK:
        kinds = ["deep"]
    elif wish.tone & _QUIET:
        kinds = ["pale", "paper"]
    elif wish.tone & _BRIGHT:
        kinds = ["rich", "rich", "deep"]
    return _complete(_on(fields[wish.chance.choice(kinds)], (), seen))


def _stage(seen: Seen, wish: Wish) -> dict[str, str]:
    """A field and a big shape a step away from it; the subject stands out from both."""
    hue = _hue(seen, wish)
    strength = 0.7 if _is_tinted(seen) or wish.colors else 0.15
    kinds = ["pale", "pop", "rich", "deep"]
    if wish.tone & _DARK and seen.lightness > 0.35:
        kinds = ["deep"]
    elif wish.tone & _QUIET and seen.lightness < 0.85:
        kinds = ["pale"]
    if wish.colors:
        field = wish.colors[0]
        lighter = hex_to_oklch(field).lightness < 0.7
        plate = mix(field, "#ffffff" if lighter else "#000000", 0.22 if lighter else 0.10)
    else:
        turn = wish.chance.choice((180.0, 150.0, -150.0, 110.0, -110.0))
        fields = [_stage_of(kind, hue, turn, strength) for kind in kinds]
        clear = [pair for pair in fields if _clearance(pair, seen) >= _CLEAR]
        field, plate = wish.chance.choice(clear or [max(fields, key=lambda p: _clearance(p, seen))])
    palette = _on(field, wish.colors[1:2], seen)
    return _complete(palette | {"plate": reach_contrast(plate, palette["ink"], _READABLE)})


def _stage_of(kind: str, hue: float, turn: float, strength: float) -> tuple[str, str]:
    """Field and plate of one kind; `pop` takes a hue across the subject's."""
    table = {
        "pale": (0.935, 0.40, 0.84, 0.62), "pop": (0.87, 0.60, 0.945, 0.40),
        "rich": (0.47, 0.80, 0.60, 0.85), "deep": (0.25, 0.70, 0.40, 0.75),
    }  # fmt: skip
    low, k, high, k_plate = table[kind]
    hue += turn if kind == "pop" else 0.0
    share = strength / 0.7
    return oklch_hex(low, k * share, hue), oklch_hex(high, k_plate * share, hue)


def _clearance(colors: tuple[str, str], seen: Seen) -> float:
    """How far the subject stands from both colours, by its lightness and its telling colour."""
    distances = [abs(hex_to_oklch(color).lightness - seen.lightness) for color in colors]
    if seen.vivid:
        distances = [
            max(distance, _distance(color, seen.vivid))
            for color, distance in zip(colors, distances, strict=True)
        ]
    return min(distances)


def _distance(first: str, second: str) -> float:
    """In OKLab."""
    a, b = hex_to_oklch(first), hex_to_oklch(second)
    turn = math.radians(a.hue - b.hue)
    across = a.chroma**2 + b.chroma**2 - 2 * a.chroma * b.chroma * math.cos(turn)
    return math.sqrt((a.lightness - b.lightness) ** 2 + max(0.0, across))


def _duotone(seen: Seen, wish: Wish) -> dict[str, str]:
    (dark_hue, dark_l, dark_k), (light_hue, light_l, light_k) = wish.chance.choice(_INKS)
    dark, light = oklch_hex(dark_l, dark_k, dark_hue), oklch_hex(light_l, light_k, light_hue)
    if wish.colors:
        hues = sorted(wish.colors[:2], key=lambda c: hex_to_oklch(c).lightness)
        deep, high = hex_to_oklch(hues[0]), hex_to_oklch(hues[-1])
        dark = oklch_hex(min(deep.lightness, 0.27), relative_chroma(hues[0]), deep.hue)
        light = oklch_hex(max(high.lightness, 0.74), relative_chroma(hues[-1]), high.hue)
    ink = oklch_hex(0.985, 0.2, hex_to_oklch(light).hue)
    return _complete({"bg": dark, "ink": ink, "pill": light, "light": light, "dark": dark})


def _on(field: str, accents: tuple[str, ...], seen: Seen) -> dict[str, str]:
    """A field, the ink that reads on it (the field gives way when neither does), an accent."""
    hue = hex_to_oklch(field).hue
    light, dark = oklch_hex(0.98, 0.25, hue), oklch_hex(0.19, 0.55, hue)
    ink = max(light, dark, key=lambda color: contrast(color, field))
    field = reach_contrast(field, ink, _READABLE)
    accent = accents[0] if accents else seen.vivid or ink
    accent = reach_contrast(_lively(accent), field, 2.4)
    if hue_distance(hex_to_oklch(accent).hue, hue) < 25 and not accents:
        lively = oklch_hex(0.80 if ink == light else 0.52, 0.85, hue + 180)
        accent = reach_contrast(lively, field, 2.4)
    return {"bg": field, "ink": ink, "accent": accent, "pill": ink}


def _complete(palette: dict[str, str]) -> dict[str, str]:
    """Every role that systems and other halves may ask for."""
    pill, ground = palette["pill"], palette["bg"]
    darkest, lightest = oklch_hex(0.16, 0.4, hex_to_oklch(pill).hue), "#ffffff"
    words = max((ground, darkest, lightest), key=lambda c: min(7.0, contrast(c, pill)))
    pill = reach_contrast(pill, words, _READABLE)
    accent = palette.get("accent", pill)
    return {
        "accent": accent, "main": accent, "plate": mix(ground, palette["ink"], 0.16),
        **palette, "pill": pill, "on_pill": words,
    }  # fmt: skip


def _hue(seen: Seen, wish: Wish) -> float:
    if wish.colors:
        return hex_to_oklch(wish.colors[0]).hue
    return hex_to_oklch(seen.vivid or seen.ground).hue


def _is_tinted(seen: Seen) -> bool:
    return seen.vivid is not None or hex_to_oklch(seen.ground).chroma >= _NEUTRAL


def _lively(color: str) -> str:
    """The colour, with its chroma raised a little: pills are small."""
    value = hex_to_oklch(color)
    if value.chroma < _NEUTRAL:
        return color
    return oklch_hex(value.lightness, max(0.7, relative_chroma(color)), value.hue)


SCHEMES: dict[str, Callable[[Seen, Wish], dict[str, str]]] = {
    "full": _veil,
    "split": _field,
    "cutout": _stage,
    "duotone": _duotone,
}
