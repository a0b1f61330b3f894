"""Blend modes: what skia paints is what the W3C formulas say."""

from typing import get_args

import numpy as np
import pytest

from design_io.blending import BLENDS, composite
from design_io.document import BlendMode
from design_io.skia_library import skia

RANDOM = np.random.default_rng(11)


def random_pixels(opaque: bool) -> np.ndarray:
    """Straight RGBA whose premultiplied form is exact in 8 bits: 17 divides alpha, 15 colour."""
    colors = RANDOM.integers(0, 18, (40, 100, 3)) * 15
    alpha = np.full((40, 100, 1), 255) if opaque else RANDOM.integers(0, 16, (40, 100, 1)) * 17
    return np.concatenate([colors, alpha], axis=-1).astype(np.uint8)


def premultiplied(pixels: np.ndarray) -> np.ndarray:
    alpha = pixels[..., 3:].astype(int)
    return np.concatenate([np.round(pixels[..., :3] * (alpha / 255)).astype(int), alpha], axis=-1)


def painted(backdrop: np.ndarray, source: np.ndarray, mode: str, opacity: float) -> np.ndarray:
    """What skia makes of it, premultiplied."""
    height, width = backdrop.shape[:2]
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    below, above = (
        skia.Image.fromarray(
            premultiplied(pixels).astype(np.uint8),
            skia.kRGBA_8888_ColorType,
            skia.kPremul_AlphaType,
        )
        for pixels in (backdrop, source)
    )
    surface.getCanvas().drawImage(below, 0, 0)
    paint = skia.Paint(Alphaf=opacity, BlendMode=BLENDS[mode].skia)
    surface.getCanvas().drawImage(above, 0, 0, paint=paint)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)


def test_there_are_exactly_the_modes_of_the_document():
    assert tuple(BLENDS) == get_args(BlendMode)


@pytest.mark.parametrize("mode", BLENDS)
def test_skia_paints_the_formula_on_opaque_paper(mode):
    backdrop, source = random_pixels(opaque=True), random_pixels(opaque=False)
    expected = premultiplied(composite(backdrop, source, mode))
    assert np.abs(painted(backdrop, source, mode, 1.0) - expected).max() <= 2


@pytest.mark.parametrize("mode", BLENDS)
def test_skia_paints_the_formula_where_both_are_translucent(mode):
    """Skia's 8-bit arithmetic rounds several times here."""
    backdrop, source = random_pixels(opaque=False), random_pixels(opaque=False)
    expected = premultiplied(composite(backdrop, source, mode, 0.6))
    assert np.abs(painted(backdrop, source, mode, 0.6) - expected).max() <= 3


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("normal", 64), ("multiply", 32), ("screen", 160), ("overlay", 64), ("darken", 64),
        ("lighten", 128), ("difference", 64), ("exclusion", 128), ("luminosity", 64),
        ("hue", 128), ("color", 128), ("saturation", 128),
    ],
)  # fmt: skip
def test_dark_grey_on_grey(mode, expected):
    below, above = (np.array([[[v, v, v, 255]]], np.uint8) for v in (128, 64))
    assert abs(int(composite(below, above, mode)[0, 0, 0]) - expected) <= 1


def test_every_mode_leaves_an_empty_backdrop_to_the_source():
    nothing, color = np.zeros((1, 1, 4), np.uint8), np.array([[[9, 80, 200, 255]]], np.uint8)
    for mode in BLENDS:
        np.testing.assert_array_equal(composite(nothing, color, mode), color)


def test_names_in_the_formats_differ_from_mode_to_mode():
    for field in ("skia", "psd", "ora", "css"):
        assert len({getattr(blend, field) for blend in BLENDS.values()}) == 16
    assert all(len(blend.psd) == 4 for blend in BLENDS.values())
