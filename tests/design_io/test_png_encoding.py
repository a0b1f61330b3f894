"""PNG files of our own: every pixel comes back, whatever the size and the filter."""

import io

import numpy as np
import pytest
from PIL import Image

from design_io.png_encoding import NONE, SUB, UP, filtered, png_bytes

STEPS = np.random.default_rng(2).integers(-2, 3, (200, 300))


def opened(data):
    return Image.open(io.BytesIO(data))


def grey(values):
    return np.stack([values, values, values, np.full_like(values, 255)], axis=-1).astype(np.uint8)


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (70, 33)])
def test_every_pixel_comes_back(shape):
    pixels = np.random.default_rng(1).integers(0, 256, (*shape, 4), dtype=np.uint8)
    assert np.array_equal(np.asarray(opened(png_bytes(pixels, 96))), pixels)


@pytest.mark.parametrize(
    ("values", "kind"),
    [(STEPS.cumsum(1), SUB), (STEPS.cumsum(0), UP), (STEPS.repeat(9, 1) * 40, NONE)],
    ids=["soft along rows", "soft along columns", "flat colours"],
)
def test_the_filter_that_suits_the_picture_is_taken(values, kind):
    pixels = grey(values)
    kinds = filtered(pixels[..., :3])[:, 0]
    assert set(kinds) == {kind} and np.array_equal(opened(png_bytes(pixels, 96)), pixels[..., :3])


def test_an_opaque_picture_has_no_alpha_and_any_has_its_density():
    picture = opened(png_bytes(grey(STEPS), 300))
    assert picture.mode == "RGB" and picture.info["dpi"] == pytest.approx((300, 300), abs=0.02)
