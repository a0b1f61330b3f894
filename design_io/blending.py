"""The sixteen blend modes of CSS and PDF: their names in every format and their formulas.

Formulas: W3C Compositing and Blending Level 1, chapters 9-10. `composite` is the reference that
the renderer is tested against; it shares no code with skia.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from design_io.document import BlendMode
from design_io.skia_library import skia

Formula = Callable[[np.ndarray, np.ndarray], np.ndarray]  # (backdrop, source), RGB 0..1 -> blended


class Blend(NamedTuple):
    """A mode's name in skia, PSD, OpenRaster and CSS, and the W3C formula."""

    skia: skia.BlendMode
    psd: bytes
    ora: str
    css: str
    formula: Formula


def composite(
    backdrop: np.ndarray, source: np.ndarray, mode: BlendMode, opacity: float = 1.0
) -> np.ndarray:
    """`source` over `backdrop`, both straight RGBA uint8 of one shape (..., 4); the same back."""
    below, above = backdrop / 255.0, source / 255.0
    alpha_below, alpha_above = below[..., 3:], above[..., 3:] * opacity
    blended = BLENDS[mode].formula(below[..., :3], above[..., :3])
    color = (1 - alpha_below) * above[..., :3] + alpha_below * blended
    alpha = alpha_above + alpha_below * (1 - alpha_above)
    premultiplied = alpha_above * color + (1 - alpha_above) * alpha_below * below[..., :3]
    straight = np.divide(premultiplied, alpha, out=np.zeros_like(color), where=alpha > 0)
    return np.round(np.concatenate([straight, alpha], axis=-1) * 255).astype(np.uint8)


def _normal(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return source


def _multiply(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return backdrop * source


def _screen(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return backdrop + source - backdrop * source


def _overlay(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return _hard_light(source, backdrop)


def _color_dodge(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    share = backdrop / np.maximum(1 - source, 1e-12)
    return np.where(backdrop == 0, 0.0, np.where(source >= 1, 1.0, np.minimum(1.0, share)))


def _color_burn(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    share = (1 - backdrop) / np.maximum(source, 1e-12)
    return np.where(backdrop >= 1, 1.0, np.where(source <= 0, 0.0, 1 - np.minimum(1.0, share)))


def _hard_light(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    bright = _screen(backdrop, 2 * source - 1)
    return np.where(source <= 0.5, _multiply(backdrop, 2 * source), bright)


def _soft_light(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    curve = ((16 * backdrop - 12) * backdrop + 4) * backdrop
    curve = np.where(backdrop <= 0.25, curve, np.sqrt(backdrop))
    darker = backdrop - (1 - 2 * source) * backdrop * (1 - backdrop)
    return np.where(source <= 0.5, darker, backdrop + (2 * source - 1) * (curve - backdrop))


def _difference(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return np.abs(backdrop - source)


def _exclusion(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return backdrop + source - 2 * backdrop * source


def _hue(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return _with_luma(_with_saturation(source, _saturation_of(backdrop)), _luma(backdrop))


def _saturation(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return _with_luma(_with_saturation(backdrop, _saturation_of(source)), _luma(backdrop))


def _color(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return _with_luma(source, _luma(backdrop))


def _luminosity(backdrop: np.ndarray, source: np.ndarray) -> np.ndarray:
    return _with_luma(backdrop, _luma(source))


def _luma(color: np.ndarray) -> np.ndarray:
    return (color @ np.array([0.3, 0.59, 0.11]))[..., None]


def _saturation_of(color: np.ndarray) -> np.ndarray:
    return np.ptp(color, axis=-1, keepdims=True)


def _with_saturation(color: np.ndarray, saturation: np.ndarray) -> np.ndarray:
    low, spread = color.min(axis=-1, keepdims=True), _saturation_of(color)
    return np.where(spread > 0, (color - low) * saturation / np.maximum(spread, 1e-12), 0.0)


def _with_luma(color: np.ndarray, luma: np.ndarray) -> np.ndarray:
    """SetLum with ClipColor: moved to a luma, then pulled towards grey into 0..1."""
    moved = color + luma - _luma(color)
    low, high = moved.min(axis=-1, keepdims=True), moved.max(axis=-1, keepdims=True)
    raised = luma + (moved - luma) * luma / np.maximum(luma - low, 1e-12)
    moved = np.where(low < 0, raised, moved)
    lowered = luma + (moved - luma) * (1 - luma) / np.maximum(high - luma, 1e-12)
    return np.where(high > 1, lowered, moved)


def _blend(mode: skia.BlendMode, psd: bytes, css: str, formula: Formula) -> Blend:
    return Blend(mode, psd, "svg:src-over" if css == "normal" else f"svg:{css}", css, formula)


BLENDS: dict[BlendMode, Blend] = {
    "normal": _blend(skia.BlendMode.kSrcOver, b"norm", "normal", _normal),
    "multiply": _blend(skia.BlendMode.kMultiply, b"mul ", "multiply", _multiply),
    "screen": _blend(skia.BlendMode.kScreen, b"scrn", "screen", _screen),
    "overlay": _blend(skia.BlendMode.kOverlay, b"over", "overlay", _overlay),
    "darken": _blend(skia.BlendMode.kDarken, b"dark", "darken", np.minimum),
    "lighten": _blend(skia.BlendMode.kLighten, b"lite", "lighten", np.maximum),
    "color-dodge": _blend(skia.BlendMode.kColorDodge, b"div ", "color-dodge", _color_dodge),
    "color-burn": _blend(skia.BlendMode.kColorBurn, b"idiv", "color-burn", _color_burn),
    "hard-light": _blend(skia.BlendMode.kHardLight, b"hLit", "hard-light", _hard_light),
    "soft-light": _blend(skia.BlendMode.kSoftLight, b"sLit", "soft-light", _soft_light),
    "difference": _blend(skia.BlendMode.kDifference, b"diff", "difference", _difference),
    "exclusion": _blend(skia.BlendMode.kExclusion, b"smud", "exclusion", _exclusion),
    "hue": _blend(skia.BlendMode.kHue, b"hue ", "hue", _hue),
    "saturation": _blend(skia.BlendMode.kSaturation, b"sat ", "saturation", _saturation),
    "color": _blend(skia.BlendMode.kColor, b"colr", "color", _color),
    "luminosity": _blend(skia.BlendMode.kLuminosity, b"lum ", "luminosity", _luminosity),
}
