"""Colours that are asked for are seen: the share of their hue in the drawn design."""

import numpy as np
import pytest
from PIL import ImageColor

from agents.colorwords import color_names, color_pattern
from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.planning import plan_for
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.color import hex_to_oklch
from design_io.commands import apply
from design_io.fonts import FontLibrary
from design_io.oklab import oklab
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from layout.arrange import arrange
from layout.compose import compose
from layout.systems import SYSTEMS

FONTS = FontLibrary.bundled()
REQUEST = "A poster for a bakery {}, 4 May, 20% off"
HUED = {
    "in red": "#d3252f", "with a blue background": "#1f5fc4", "in green tones": "#2e8b4a",
    "in yellow": "#fed12e", "with a purple color scheme": "#6d3fb0", "in pink": "#f29cb7",
    "in orange": "#f47b20", "with a brown color scheme": "#7a4a2b", "in teal": "#0f7f80",
}  # fmt: skip
DRAWN = sorted(name for name, system in SYSTEMS.items() if not system.needs_picture)


def pixels_of(request: str, system: str) -> np.ndarray:
    """The design in OKLab, (pixels, 3)."""
    resources = Resources(AssetStore(), FONTS)
    brief = parse(request, system=system)
    plan = plan_for(brief, strategy_for(brief))
    layout = arrange(plan, FONTS)
    design = compose(plan, layout)
    for order in requests_for(plan, layout, design, resources).values():
        design = apply(design, joined(design, Artist().paint(order, resources.assets)), "agent")
    drawn = render(design, resources, scale=0.12)
    return oklab(drawn[..., :3].reshape(-1, 3))


def share_of_hue(lab: np.ndarray, hue: float) -> float:
    """Of all pixels, those with colour within 32 degrees of the hue."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    turn = np.abs((np.degrees(np.arctan2(lab[:, 2], lab[:, 1])) - hue + 180) % 360 - 180)
    return float(((chroma > 0.03) & (turn < 32)).mean())


@pytest.mark.parametrize("wish", HUED)
@pytest.mark.parametrize("system", DRAWN)
@pytest.mark.sampled(every=5)
def test_a_hue_that_is_asked_for_covers_much(system, wish):
    lab = pixels_of(REQUEST.format(wish), system)
    assert share_of_hue(lab, hex_to_oklch(HUED[wish]).hue) > 0.14  # an offer that leads hides some


@pytest.mark.parametrize("system", DRAWN)
@pytest.mark.sampled(every=3)
def test_black_and_white_has_no_colour(system):
    lab = pixels_of("A black and white poster for a flower shop, 4 May, 20% off", system)
    assert (np.hypot(lab[:, 1], lab[:, 2]) > 0.04).mean() < 0.01


@pytest.mark.parametrize("system", DRAWN)
@pytest.mark.sampled(every=3)
def test_a_white_ground_is_white_and_a_dark_one_dark(system):
    white = pixels_of("A minimal white poster for a dental clinic, 4 May, 20% off", system)
    assert (white[:, 0] > 0.9).mean() > 0.25
    if SYSTEMS[system].palettes.kind == "subject":
        dark = pixels_of("A poster for a dental clinic with a navy background, 20% off", system)
        assert (dark[:, 0] < 0.4).mean() > 0.4


def test_a_white_thing_is_white_and_its_sheet_is_not_without_color() -> None:
    palette = strategy_for(parse("Ad for a riding school. The image shows a white horse.")).palette
    assert palette["subject"] == "#ffffff"
    assert any(len({c[1:3], c[3:5], c[5:7]}) > 1 for c in palette.values())


def test_a_colour_that_a_drawing_named_before_is_still_known_by_name():
    ImageColor.getrgb("red")
    assert color_names.__wrapped__()["red"] == "#ff0000"


@pytest.mark.parametrize("said", ("an ice cream truck", "a hand cream", "Ice-cream for all"))
def test_cream_that_is_eaten_or_rubbed_in_is_no_colour(said: str):
    assert color_pattern().search(said) is None
    assert color_pattern().search(f"{said} in light cream")
