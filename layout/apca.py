"""APCA 0.0.98G: how light text stands from its ground, -108 (light on dark) to 106."""

from __future__ import annotations

from design_io.color import hex_to_rgb

_SHARES = (0.2126729, 0.7151522, 0.0721750)
_BLACK = 0.022  # luminance under which screens flare


def lightness_contrast(text: str, ground: str) -> float:
    """Lc of two colours "#rrggbb"."""
    ink, below = _luminance(text), _luminance(ground)
    if abs(ink - below) < 0.0005:
        return 0.0
    if below > ink:
        contrast = (below**0.56 - ink**0.57) * 1.14
        return 0.0 if contrast < 0.1 else (contrast - 0.027) * 100
    contrast = (below**0.65 - ink**0.62) * 1.14
    return 0.0 if contrast > -0.1 else (contrast + 0.027) * 100


def _luminance(color: str) -> float:
    parts = zip(_SHARES, hex_to_rgb(color), strict=True)
    light = sum(share * (value / 255) ** 2.4 for share, value in parts)
    return light + (_BLACK - light) ** 1.414 if light < _BLACK else light
