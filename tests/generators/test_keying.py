"""Elements on a key colour: opacity known beforehand is found again, or said why it cannot be."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from design_io.color import hex_to_rgb
from generators.keying import KEYS, KeyingError, keyed, keys_for, on_key, trimmed

SIDE = 240


def element(color):
    """Colours and opacity of a shaded ball with a dark and a light spot, and 40 fine hairs."""
    big = Image.new("L", (3 * SIDE, 3 * SIDE), 0)
    draw, middle = ImageDraw.Draw(big), 1.5 * SIDE
    draw.ellipse((0.9 * SIDE, 0.9 * SIDE, 2.1 * SIDE, 2.1 * SIDE), fill=255)
    for angle in np.linspace(0, 2 * np.pi, 40, endpoint=False):
        far = middle + np.cos(angle) * 1.1 * SIDE, middle + np.sin(angle) * 1.1 * SIDE
        draw.line((middle, middle, *far), fill=255, width=3)
    alpha = np.asarray(big.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32) / 255
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    colors = np.array(color) / 255 * (0.75 + 0.25 * np.sin(5 * x + 3 * y))[..., None]
    colors[np.hypot(x - 0.5, y - 0.5) < 0.05] = 0.95
    colors[np.hypot(x - 0.4, y - 0.45) < 0.04] = 0.04
    return colors, alpha


def on_ground(colors, alpha, key, noise=0.0, shadow=0.0):
    """The element on a ground that is darker below, with a soft shadow; and all that covers it."""
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    ground = np.array(hex_to_rgb(KEYS[key])) / 255 * (0.97 - 0.06 * y)[..., None]
    shade = shadow * np.clip(1 - 4 * np.hypot(x - 0.5, 3 * (y - 0.8)), 0, 1)
    mixed = ground * ((1 - shade) * (1 - alpha))[..., None] + colors * alpha[..., None]
    mixed += np.random.default_rng(1).normal(0, noise, mixed.shape) if noise else 0
    return np.clip(mixed * 255 + 0.5, 0, 255).astype(np.uint8), 1 - (1 - shade) * (1 - alpha)


@pytest.mark.parametrize("noise", [0.0, 0.01])
@pytest.mark.parametrize(
    "color", [(200, 60, 40), (40, 90, 200), (245, 240, 232), (30, 30, 34), (240, 190, 40)]
)
def test_known_opacity_is_found_again_in_hairs_and_shadows(color, noise):
    colors, alpha = element(color)
    key, _ = keys_for([f"#{bytes(color).hex()}"])
    picture, covered = on_ground(colors, alpha, key, noise, 0.5)
    cut = keyed(picture, key)
    error = np.abs(cut[..., 3] / 255 - covered)
    edges = (covered > 0.02) & (covered < 0.98)
    assert error.mean() < 0.01 and error[edges].mean() < 0.05
    assert cut[covered == 0, 3].max() <= 10 and cut[alpha == 1, 3].min() >= 215
    shown = alpha > 0.5
    assert np.abs(cut[..., :3] / 255 - colors)[shown].mean() < 0.03


def test_no_key_is_left_in_the_colours():
    colors, alpha = element((200, 60, 40))
    picture, covered = on_ground(colors, alpha, "bright green")
    cut = keyed(picture, "bright green").astype(int)
    green = cut[..., 1] - np.maximum(cut[..., 0], cut[..., 2])
    assert green[cut[..., 3] > 0].max() <= 12


def test_the_key_is_far_from_the_palette():
    assert keys_for(["#2030c0", "#a02060"]) == ("bright green", "cyan")
    assert keys_for(["#1faa3c", "#f5f0e6"])[0] == "magenta"
    assert keys_for(["#00e020", "#e020d0"])[0] == "bright blue"
    first, second = keys_for([])
    assert {first, second} <= KEYS.keys() and first != second


def test_the_painter_is_told_the_ground():
    told = on_key("A cupcake with a candle.", "magenta")
    assert told.startswith("A cupcake with a candle. ") and "#ff00ff" in told


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (np.full((90, 90, 3), (250, 250, 250), np.uint8), "only 0% of the picture's border"),
        (np.full((90, 90, 3), (0, 255, 0), np.uint8), "nothing is left"),
        (
            np.random.default_rng(0).integers(0, 2, (90, 90, 1), np.uint8) * np.uint8([0, 140, 0])
            + np.uint8([0, 110, 0]),
            "not even",
        ),
    ],
    ids=["white", "empty", "rough"],
)
def test_without_a_flat_ground_it_says_why(picture, why):
    with pytest.raises(KeyingError, match=why):
        keyed(picture, "bright green")


def test_the_empty_margin_is_cut_off():
    pixels = np.zeros((50, 60, 4), np.uint8)
    pixels[10:20, 30:55] = 200
    assert trimmed(pixels).shape == (10, 25, 4)
