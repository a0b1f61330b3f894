"""Colours: how they are written, the round trip through OKLCH, and contrast as in WCAG."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design_io import color
from design_io.color import Oklch

rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
hues = st.floats(0, 360)
lightnesses = st.floats(0.2, 0.95)  # darker ones are far apart in 8 bits


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("#ABC", "#aabbcc"), (" #A1B2C3 ", "#a1b2c3"), ("#abcd", "#aabbccdd"),
        ("#112233FF", "#112233"), ("#11223344", "#11223344"), ("#abcf", "#aabbcc"),
    ],
)  # fmt: skip
def test_every_way_to_write_a_colour_becomes_one(written, normal):
    assert color.normalize_hex(written) == normal


@pytest.mark.parametrize("written", ["red", "#12", "#12345", "#gggggg", "112233", "", None, 7])
def test_what_is_no_colour_is_refused_with_the_way_to_write_one(written):
    with pytest.raises(ValueError, match=r"is not a colour; write it as #rrggbb"):
        color.normalize_hex(written)


def test_channels_are_read_and_clamped():
    assert color.hex_to_rgb("#102030") == (16, 32, 48)
    assert color.hex_to_rgba("#10203040") == (16, 32, 48, 64)
    assert color.hex_to_rgba("#102030") == (16, 32, 48, 255)
    assert color.rgb_to_hex(-4, 12.4, 300) == "#000cff"


@pytest.mark.parametrize(("alpha", "expected"), [(0, "#10203000"), (1, "#102030"), (7, "#102030")])
def test_alpha_is_a_fraction(alpha, expected):
    assert color.with_alpha("#10203099", alpha) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("#ffffff", (1.0, 0.0)), ("#000000", (0.0, 0.0)), ("#ff0000", (0.628, 0.2577)),
        ("#00ff00", (0.8664, 0.2948)), ("#0000ff", (0.452, 0.3132)),
    ],
)  # fmt: skip
def test_oklch_agrees_with_the_published_values(name, expected):
    assert color.hex_to_oklch(name)[:2] == pytest.approx(expected, abs=2e-3)


@given(rgb)
def test_a_colour_survives_the_way_to_oklch_and_back(name):
    back = color.oklch_to_hex(color.hex_to_oklch(name))
    pairs = zip(color.hex_to_rgb(name), color.hex_to_rgb(back), strict=True)
    assert all(abs(a - b) <= 1 for a, b in pairs)


@given(lightnesses, st.floats(0, 1), hues)
def test_a_colour_is_as_light_as_asked(lightness, k, hue):
    assert color.hex_to_oklch(color.oklch_hex(lightness, k, hue)).lightness == pytest.approx(
        lightness, abs=0.02
    )


@given(lightnesses, hues)
def test_too_much_chroma_is_lowered_to_the_gamut(lightness, hue):
    loud = color.hex_to_oklch(color.oklch_to_hex(Oklch(lightness, 2.0, hue)))
    assert loud.chroma <= color.max_chroma(lightness, hue) + 0.02


@pytest.mark.parametrize("blue", ["#00007a", "#0006cd", "#0000ff"])
def test_deep_blues_keep_their_hue_when_mixed_with_nothing(blue):
    assert color.mix(blue, "#ffffff", 0) == blue


def test_black_and_white_have_no_chroma():
    assert color.max_chroma(0, 40) == color.max_chroma(1, 40) == 0
    assert color.relative_chroma("#ff0000") == pytest.approx(1, abs=0.01)
    assert color.relative_chroma("#808080") == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(("a", "b", "apart"), [(10, 350, 20), (0, 180, 180), (90, 45, 45)])
def test_hues_lie_on_a_circle(a, b, apart):
    assert color.hue_distance(a, b) == apart


@given(rgb, rgb)
def test_mixing_runs_from_one_colour_to_the_other(first, second):
    for share, end in ((0, first), (1, second)):
        mixed = color.hex_to_rgb(color.mix(first, second, share))
        assert mixed == pytest.approx(color.hex_to_rgb(end), abs=1)


@pytest.mark.parametrize(
    ("ink", "ratio"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#ff0000", 4.0)]
)
def test_contrast_on_white_is_that_of_wcag(ink, ratio):
    assert color.contrast(ink, "#ffffff") == pytest.approx(ratio, abs=0.01)


@given(rgb, rgb)
def test_contrast_is_symmetric_and_within_1_and_21(first, second):
    ratio = color.contrast(first, second)
    assert ratio == color.contrast(second, first)
    assert 1 <= ratio <= 21.0001


@given(rgb, rgb, st.sampled_from([3.0, 4.5]))
def test_a_colour_reaches_its_contrast_on_any_ground(ink, ground, ratio):
    assert color.contrast(color.reach_contrast(ink, ground, ratio), ground) >= ratio


def test_a_colour_that_contrasts_enough_is_left_alone():
    assert color.reach_contrast("#123456", "#ffffff", 4.5) == "#123456"
