"""Palettes: from the subject's own hue or a system's variants, bent to the user's colours.

Roles every palette has: bg, ink, soft (quiet text), on_ink (text on ink), accent, accent_text
(accent as readable text). Text roles reach 4.5:1 on the ground they stand on.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from design_io.color import (
    NO_HUE,
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
from layout.scheme import Over, Scheme, laid_over, pastel, wished
from layout.systems import VisualSystem

TEXT_CONTRAST = 5.0  # asked of palettes, so that rounding and antialiasing leave 4.5
_GROUND_CONTRAST = TEXT_CONTRAST + 0.1
_FIGURE_CONTRAST = 3.3  # of giant figures and the speckle in them
_NEUTRAL = 0.075  # OKLCH chroma under which a colour has no hue worth keeping
_CLEAR = 1.45  # contrast at which a drawing stands out from the plate behind it
_SAME_INK = 50.0  # degrees of hue under which two spot inks look like one
_FIELD, _INK_GAP = 0.78, 0.14  # OKLCH lightness of a print's field, and what its drawing is darker
_GOLD, _NAVY = (62.0, 112.0), 262.0  # hues that darken to brown; that of the ground below them
_GREY = 0.02  # OKLCH chroma of what is called grey
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
    mode: str  # paper, tint, pop or deep


def palette_for(
    system: VisualSystem,
    subject_color: str | None,
    colors: tuple[str, ...] = (),
    tone: tuple[str, ...] = (),
    seed: int = 0,
    seen: Seen | None = None,
    scheme: Scheme | None = None,
    second: str = "",
) -> dict[str, str]:
    """Role -> colour for this system; `colors` are the user's, strongest first.

    `subject_color` and `second` are the drawing's, of two hues.

    `seen` is the user's picture; systems that a photograph leads draw their colours from it.
    `scheme` is what the occasion asks for, or the user when a ground was named too.
    """
    chance = random.Random(f"{system.name}/{seed}")
    if colors and scheme is None:
        day = ("calm",) if system.palettes.ramps == "hills" else ()
        scheme = wished(colors, "", (*tone, *day), chance, is_sparse(system))
    if scheme is not None and "pastel" in tone:
        scheme = pastel(scheme)
    if system.palettes.kind == "picture":
        wish = Wish(colors, frozenset(tone), chance)
        palette = picture_palette(system.name, seen or Seen(subject_color), wish)
    elif system.palettes.kind == "subject":
        if scheme is None:
            plain = system.palettes.plain and not _DARK_TONES & set(tone)
            palette = _around_subject(subject_color, {"clean"} if plain else set(tone), chance)
        else:
            palette = _in_scheme(scheme, subject_color)
        if system.palettes.plain and not (scheme and scheme.asked):
            palette |= _by_night(palette)
    else:
        palette = _from_variant(system, scheme, set(tone), chance)
    if scheme is not None and not _has_hue(scheme):
        palette["subject"] = NO_HUE
    elif subject_color is not None and "ink_2" in palette and not colors:
        palette |= _own_inks(subject_color, second or palette["ink_1"])
    if {"ink_1", "ink_2"} <= palette.keys():
        palette |= _clear_inks(palette["ink_1"], palette["ink_2"])
    return _with_text_roles(palette, system.palettes.on)


def is_sparse(system: VisualSystem) -> bool:
    """Whether its art has little colour beside the ground's."""
    palettes = system.palettes
    if palettes.kind == "subject":
        return palettes.sparse
    first = next(iter(palettes.variants.values()), {})
    return len(first.keys() - {"bg", "bg_2", "ink", *palettes.on}) <= 2


def _around_subject(subject: str | None, tone: set[str], chance: random.Random) -> dict[str, str]:
    hue = _subject_hue(subject, chance)
    ground = _ground(hue, tone, chance)
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


def _in_scheme(scheme: Scheme, subject: str | None) -> dict[str, str]:
    """A palette on the scheme's ground, in its colours."""
    ground, colors = _as_ground(scheme.ground), scheme.colors
    value = hex_to_oklch(ground)
    dark = value.lightness < 0.62
    first = colors[0]
    second = colors[1 % len(colors)]
    tinted = value if value.chroma >= _NEUTRAL else hex_to_oklch(first)
    ink = oklch_hex(0.975, 0.3, value.hue) if dark else oklch_hex(0.2, 0.55, tinted.hue)
    if scheme.ink:
        ink = scheme.ink
    elif not _has_hue(scheme):
        ink = "#f6f6f6" if dark else "#161616"
    return {
        "bg": ground,
        "plate": _clear_plate(ground, colors, subject),
        "ink": reach_contrast(ink, ground, TEXT_CONTRAST if dark else 7.0),
        "main": reach_contrast(first, ground, 1.7),
        "accent": reach_contrast(second, ground, 1.8),
        "figure": reach_contrast(first, ground, _FIGURE_CONTRAST),
        "figure_shade": reach_contrast(second, ground, _FIGURE_CONTRAST),
    }


def _by_night(palette: dict[str, str]) -> dict[str, str]:
    """Gold on a deep ground where paper would make it brown: what a mark's colours become."""
    main, ground = hex_to_oklch(palette["main"]), hex_to_oklch(palette["bg"])
    if not (_GOLD[0] < main.hue < _GOLD[1] and main.chroma > _NEUTRAL and ground.lightness > 0.62):
        return {}
    other = hex_to_oklch(palette["accent"])
    far = other.chroma > _GREY and hue_distance(other.hue, main.hue) > 60
    deep = oklch_hex(0.25, 0.6, other.hue if far else _NAVY)
    gold = oklch_hex(max(0.76, main.lightness), relative_chroma(palette["main"]), main.hue)
    return {
        "bg": deep, "plate": mix(deep, "#ffffff", 0.13), "ink": palette["bg"], "main": gold,
        "accent": gold,
    }  # fmt: skip


def _clear_plate(ground: str, colors: tuple[str, ...], subject: str | None) -> str:
    """What lies behind the drawing: a shade of the ground or a colour that the drawing is clear of.

    The first that is clear, else the clearest."""
    value = hex_to_oklch(ground)
    if value.lightness > 0.85:
        plain = sorted(colors, key=_pales_to_pink)
        plates = [mix(ground, c, share) for share in (0.3, 0.75) for c in plain]
    else:
        plates = [
            mix(ground, "#ffffff", s) for s in ((0.13, 0.3) if value.lightness < 0.4 else (0.62,))
        ]
    plates += [mix(ground, "#ffffff", 0.8), mix(ground, colors[0], 0.85)]
    if subject is None:
        return plates[0]
    clear = [plate for plate in plates if contrast(subject, plate) >= _CLEAR + 0.1]
    return clear[0] if clear else max(plates, key=lambda plate: contrast(subject, plate))


def _pales_to_pink(color: str) -> bool:
    """Red does, which is a colour of its own kind; pink itself is meant to be pale."""
    value = hex_to_oklch(color)
    return value.chroma > 0.12 and hue_distance(value.hue, 20.0) < 28 and value.lightness < 0.62


def _subject_hue(subject: str | None, chance: random.Random) -> float:
    if subject is not None:
        value = hex_to_oklch(subject)
        if value.chroma >= _NEUTRAL:
            return value.hue
    return chance.choice(_NEUTRAL_HUES)


def _ground(hue: float, tone: set[str], chance: random.Random) -> Ground:
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
    system: VisualSystem, scheme: Scheme | None, tone: set[str], chance: random.Random
) -> dict[str, str]:
    palettes = system.palettes
    variants = palettes.offered(asked=scheme is not None and scheme.asked)
    if scheme is not None:
        kept = palettes.kept if _has_hue(scheme) else ()
        over = Over(palettes.anchors, palettes.on, kept, palettes.ramps, palettes.paper)
        palette = laid_over(variants, scheme, over, chance)
    else:
        dark = [v for v in variants if hex_to_oklch(v[palettes.ground]).lightness < 0.5]
        light = [v for v in variants if v not in dark]
        bright = tone & _QUIET_TONES or palettes.dark_when_asked
        choice = dark if tone & _DARK_TONES else light if bright else variants
        palette = dict(chance.choice(choice or variants))
    grounds = {"bg", *palettes.on.values()} & palette.keys()
    return palette | {role: _as_ground(palette[role]) for role in grounds}


def _own_inks(subject: str, field: str) -> dict[str, str]:
    """Spot inks in which the drawing keeps its own hue, on a field of another: its second one's."""
    value = hex_to_oklch(subject)
    if value.chroma < _NEUTRAL:
        return {}
    lightness = 0.78 if 60 <= value.hue <= 115 else 0.62
    if hue_distance(hex_to_oklch(field).hue, value.hue) < _SAME_INK:
        field = oklch_hex(0.84, 0.6, value.hue + 150)
    return {"ink_1": field, "ink_2": oklch_hex(lightness, 0.88, value.hue)}


def _clear_inks(field: str, body: str) -> dict[str, str]:
    """Inks of print: the field's a tint where it is dark, and the drawing's own darker than it."""
    ground, drawn = hex_to_oklch(field), hex_to_oklch(body)
    if ground.lightness < _FIELD:
        ground = ground._replace(lightness=_FIELD)
        field = oklch_hex(_FIELD, relative_chroma(field), ground.hue)
    gap = abs(ground.lightness - drawn.lightness)
    if gap < _INK_GAP and hue_distance(ground.hue, drawn.hue) < _SAME_INK:
        body = oklch_hex(ground.lightness - 2 * _INK_GAP, relative_chroma(body), drawn.hue)
    return {"ink_1": field, "ink_2": body}


def _has_hue(scheme: Scheme) -> bool:
    return max(hex_to_oklch(c).chroma for c in (scheme.ground, *scheme.colors)) >= _GREY


def _as_ground(color: str) -> str:
    """The colour, darkened a little where neither black nor white would read well on it."""
    value = hex_to_oklch(color)
    while max(contrast(color, "#ffffff"), contrast(color, "#000000")) < _GROUND_CONTRAST:
        value = value._replace(lightness=value.lightness - 0.01)
        color = oklch_to_hex(value)
    return color


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
