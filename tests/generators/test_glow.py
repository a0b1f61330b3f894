"""The demo transformer with the weights that are shipped: it obeys its layout, and paints."""

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402

from design_io.assets import AssetStore  # noqa: E402
from design_io.geometry import Box  # noqa: E402
from generators.dialects import to_tokens  # noqa: E402
from generators.diffusion import glow, glow_scenes  # noqa: E402
from generators.diffusion.caching import GatedTaylor  # noqa: E402
from generators.diffusion.glow import Sampling  # noqa: E402
from generators.diffusion.glow_measures import (  # noqa: E402
    calm_deviations,
    region_errors,
    without_layout,
)
from generators.diffusion.glow_painter import GlowPainter, composed, scene_of  # noqa: E402
from generators.request import GenerationError, GenerationRequest, Region  # noqa: E402

REQUEST = GenerationRequest(
    prompt="a night by the sea", width=108, height=135, seed=3,
    palette={"color-1": "#10243f", "color-2": "#e2725b", "color-3": "#f4d35e"},
)  # fmt: skip


@pytest.fixture(scope="module")
def painter():
    torch.set_num_threads(1)
    return GlowPainter()


@pytest.fixture(scope="module")
def scenes():
    return glow_scenes.drawn_by_chance(np.random.default_rng(31), 16)


def pixels(painter, request=REQUEST, **more):
    assets = AssetStore()
    (painted,) = painter.paint(request.evolve(steps=4), assets, **more)
    return assets.pixels(painted.layer.asset)


def test_colors_come_where_the_layout_says_and_calm_areas_are_calm(painter, scenes):
    told = glow.paint(painter.model, scenes, 3, Sampling(8))
    untold = glow.paint(painter.model, without_layout(scenes), 3, Sampling(8))
    with_layout, without = (region_errors(scenes, p).mean() for p in (told, untold))
    assert with_layout < 0.08 and without > 4 * with_layout
    inside, outside = calm_deviations(scenes, told)
    assert inside < 0.4 * outside


def test_the_same_seed_paints_the_same_and_another_does_not(painter):
    once = pixels(painter)
    assert once.shape == (135, 108, 4)
    assert np.array_equal(pixels(painter), once)
    assert not np.array_equal(pixels(painter, REQUEST.evolve(seed=4)), once)


def test_it_stops_within_a_step_and_the_next_picture_is_not_touched(painter):
    fresh, told = pixels(painter), []
    with pytest.raises(GenerationError, match="stopped"):
        pixels(painter, cancelled=lambda: len(told) == 2, on_step=told.append)
    assert [step.step for step in told] == [1, 2]
    assert told[0].preview.size == (glow.SIDE, glow.SIDE)
    assert np.array_equal(pixels(painter), fresh)


def test_a_cache_that_forecasts_nothing_is_exact_and_one_that_does_leaves_no_trace(painter, scenes):
    one = scenes.part(slice(0, 1))
    full = glow.paint(painter.model, one, 3, Sampling(8))
    strict = glow.paint(painter.model, one, 3, Sampling(8, cache=GatedTaylor(0.0)))
    loose = glow.paint(painter.model, one, 3, Sampling(8, cache=GatedTaylor(9.0)))
    assert np.array_equal(strict, full) and not np.array_equal(loose, full)
    assert np.array_equal(glow.paint(painter.model, one, 3, Sampling(8)), full)


def test_a_request_is_told_in_the_words_that_glow_knows():
    title = Region(box=Box(10, 90, 80, 20), kind="text", caption="Open air")
    lamp = Region(box=Box(30, 20, 40, 40), kind="object", caption="a beam", colors=("#ff8800",))
    told = composed(REQUEST.evolve(regions=(lamp, title)))
    assert told.prompt.split() == ["horizon", "#10243f", "#e2725b"]
    scene = scene_of(told.prompt, to_tokens(told, glow_scenes.SLOTS))
    kinds = [glow_scenes.REGIONS[kind] for kind in scene.kind[0] if kind >= 0]
    assert kinds == ["beam", "calm"]
    assert np.allclose(scene.tints[0, 0], [1, 0x88 / 255, 0])
    assert np.allclose(scene.boxes[0, 1], [10 / 108, 90 / 135, 90 / 108, 110 / 135])


@pytest.mark.parametrize("seed", range(4))
def test_a_request_without_regions_gets_lights_and_a_calm_place(seed):
    told = composed(GenerationRequest(prompt="jazz", width=108, height=135, seed=seed))
    kinds = [region.kind for region in told.regions]
    assert kinds.count("calm") == 1 and kinds.count("object") in (2, 3)
    assert told == composed(GenerationRequest(prompt="jazz", width=108, height=135, seed=seed))


def test_in_a_design_its_ground_stays_and_its_one_thing_is_two_lights_off_the_copy(painter):
    """The calm places hold the ground's lightness, on which copy was chosen."""
    palette = {"bg": "#16202e", "ink": "#fdf6e8", "accent": "#e8a13a", "soft": "#8a9099"}
    thing = Region(box=Box(0, 50, 108, 50), kind="object", caption="a saxophone")
    title = Region(box=Box(8, 8, 92, 24), kind="text", caption="Jazz")
    request = REQUEST.evolve(palette=palette, regions=(thing, title))
    told = composed(request)
    assert told.prompt.split()[1] == "#16202e"
    assert [r.kind for r in told.regions] == ["object", "object", "calm"]
    assert all("#" in region.caption for region in told.regions[:2])
    light = pixels(painter, request)[..., :3].mean(axis=2)
    calm, lit = light[10:30, 12:96], light[60:90, 20:88]
    assert calm.max() < 90 < lit.max() and calm.std() < 0.5 * lit.std()


def test_other_words_choose_another_picture(painter):
    assert composed(REQUEST).regions != composed(REQUEST.evolve(prompt="a night in town")).regions


def test_more_things_than_it_takes_are_refused():
    lamp = Region(box=Box(30, 20, 40, 40), kind="object")
    with pytest.raises(GenerationError, match="8 things in boxes are more than the 7"):
        GlowPainter().paint(REQUEST.evolve(regions=(lamp,) * 8), AssetStore())
