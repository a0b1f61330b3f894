"""What is taken from a reference picture, and that it steers the design."""

import numpy as np
import pytest

from agents.instruction import parse
from agents.likeness import Likeness, likeness
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hue_distance
from design_io.fonts import FontLibrary
from design_io.render import render
from design_io.resources import Resources
from layout.arrange import arrange
from layout.compose import compose
from layout.systems import SYSTEMS
from tests import pictures
from tests.layout.plans import EVENT, plan_of

FONTS = FontLibrary.bundled()
REQUEST = "A poster for the book fair of Oak Library, Saturday 9 October 2027, 10 am"


def of_design(system, seed=1):
    """The likeness of one of our own designs, and its palette."""
    resources = Resources(AssetStore(), FONTS)
    plan = plan_of(EVENT, system, seed=seed)
    pixels = render(compose(plan, arrange(plan, FONTS)), resources, scale=0.6)
    return likeness(resources.assets, resources.assets.put_pixels(pixels)), plan.palette


def of_picture(pixels):
    assets = AssetStore()
    return likeness(assets, assets.put_pixels(pixels))


@pytest.mark.parametrize("seed", (1, 2))
@pytest.mark.parametrize("system", ("swiss", "arch", "bauhaus"))
def test_ground_and_darkness_are_those_of_the_reference(system, seed):
    like, palette = of_design(system, seed)
    ground = hex_to_oklch(palette["bg"])
    assert like.dark == (ground.lightness < 0.5)
    assert abs(hex_to_oklch(like.colors[0]).lightness - ground.lightness) < 0.04


@pytest.mark.parametrize(("system", "align"), [("swiss", "start"), ("arch", "center")])
def test_alignment_is_measured_from_lines_of_text(system, align):
    assert of_design(system)[0].align == align


@pytest.mark.parametrize(("system", "weight"), [("swiss", "heavy"), ("aurora", "light")])
def test_weight_is_measured_from_strokes(system, weight):
    assert of_design(system)[0].weight == weight


@pytest.mark.parametrize("name", ("gradient", "texture"))
def test_without_lines_of_text_type_and_alignment_are_left_alone(name):
    like = of_picture(getattr(pictures, name)(400, 300))
    assert like.align is None and like.weight is None
    assert "left alone: alignment, type" in like.told()


def test_density_tells_busy_from_airy():
    assert of_picture(pictures.texture(500, 400)).density == "busy"
    assert of_picture(pictures.gradient(500, 400)).density == "airy"


def test_a_reference_gives_its_colours_to_the_palette():
    like = Likeness(colors=("#123a2c", "#e0b04a"), dark=True)
    palette = strategy_for(parse(REQUEST, system="swiss"), like=like).palette
    ground = hex_to_oklch(palette["bg"])
    assert ground.lightness < 0.4 and hue_distance(ground.hue, 163) < 15


def test_colours_the_user_named_go_before_those_of_the_reference():
    brief = parse(f"{REQUEST}. Colours: #7a1f5c", system="swiss")
    palette = strategy_for(brief, like=Likeness(colors=("#123a2c",), dark=True)).palette
    assert hue_distance(hex_to_oklch(palette["bg"]).hue, hex_to_oklch("#7a1f5c").hue) < 15


@pytest.mark.parametrize("align", ("start", "center"))
def test_systems_aligned_like_the_reference_fit_better(align):
    plain = strategy_for(parse(REQUEST)).fits
    liked = strategy_for(parse(REQUEST), like=Likeness(align=align)).fits
    for name, fit in liked.items():
        assert (fit > plain[name]) == (SYSTEMS[name].zones.align == align)


def test_words_of_the_reference_are_never_copied():
    strategy = strategy_for(parse(REQUEST), like=of_design("swiss")[0])
    assert "Jazz" not in strategy.reason and "like the reference" in strategy.reason


def test_a_blank_reference_gives_its_ground_only():
    like = of_picture(np.full((40, 60, 4), 255, np.uint8))
    assert like.colors == ("#ffffff",) and not like.dark and like.density == "airy"
