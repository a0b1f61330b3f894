"""A drawing printed in a palette's own inks: every colour becomes the ink nearest to it in hue."""

from __future__ import annotations

from collections.abc import Sequence

from design_io.color import hex_to_oklch, hue_distance, mix, oklch_to_hex, reach_contrast
from generators.artist.icons import dominant, parts, skin_of
from generators.artist.naming import is_tinted

_GREY = 0.035  # chroma under which a colour has no hue of its own
_SEEN = 2.0  # contrast of the main ink with the ground
_DEPTH = 0.7  # of the drawing's own steps between light and dark
_STEP = 0.2  # the longest such step, in lightness


def in_inks(name: str, inks: Sequence[str], ground: str, dark: str) -> dict[str, str]:
    """Old fill -> new fill: hues become inks, black the dark, white and grey a breath of the main.

    Shades keep their order of light and dark, skin and a colour that was asked for stay.
    """
    first, skin = dominant(name), skin_of(name)
    main = _nearest(first, inks) if _has_hue(first) else inks[0]
    main, kept = reach_contrast(main, ground, _SEEN), is_tinted(name)
    base = hex_to_oklch(first).lightness
    made = {}
    for color in {part.color for part in parts(name)}:
        value = hex_to_oklch(color)
        if color in skin or (kept and _is_close(color, first)):
            made[color] = color
        elif _has_hue(color):
            ink = main if _is_close(color, first) else _nearest(color, inks)
            made[color] = _stepped(reach_contrast(ink, ground, 1.35), value.lightness - base)
        else:
            made[color] = mix(dark, mix(main, "#ffffff", 0.86), value.lightness**1.5)
    return made


def _has_hue(color: str) -> bool:
    return hex_to_oklch(color).chroma >= _GREY


def _is_close(color: str, other: str) -> bool:
    return hue_distance(hex_to_oklch(color).hue, hex_to_oklch(other).hue) < 30


def _nearest(color: str, inks: Sequence[str]) -> str:
    """The ink next in hue; among near ones the first."""
    hue = hex_to_oklch(color).hue
    return min(inks, key=lambda ink: round(hue_distance(hex_to_oklch(ink).hue, hue) / 25))


def _stepped(ink: str, step: float) -> str:
    """The ink lighter or darker by a share of the step that its drawing has there."""
    value = hex_to_oklch(ink)
    lightness = value.lightness + min(_STEP, max(-_STEP, _DEPTH * step))
    return oklch_to_hex(value._replace(lightness=min(0.93, max(0.14, lightness))))
