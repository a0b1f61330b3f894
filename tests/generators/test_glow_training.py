"""The teacher of the demo transformer, and its training."""

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402

from generators.diffusion import glow_scenes  # noqa: E402
from generators.diffusion.glow_training import Recipe, Training, batches  # noqa: E402

SIDE = 24


@pytest.fixture(scope="module")
def taught():
    rng = np.random.default_rng(5)
    scenes = glow_scenes.drawn_by_chance(rng, 200)
    return scenes, glow_scenes.painted(scenes, rng, SIDE)


def test_a_colored_region_has_its_color_in_the_middle(taught):
    scenes, pictures = taught
    at, slot = np.nonzero((scenes.kind >= 0) & (scenes.kind < glow_scenes.CALM))
    middle = (scenes.boxes[at, slot, :2] + scenes.boxes[at, slot, 2:]) / 2 * SIDE
    x, y = middle.astype(int).T
    error = np.abs(pictures[at, y, x] - scenes.tints[at, slot]).mean()
    assert len(at) > 200 and error < 0.03


def test_a_calm_region_is_much_calmer_than_what_lies_around(taught):
    scenes, pictures = taught
    inside, outside = [], []
    for kinds, boxes, picture in zip(scenes.kind, scenes.boxes, pictures, strict=True):
        for x0, y0, x1, y1 in (SIDE * boxes[kinds == glow_scenes.CALM]).round().astype(int):
            if y1 - y0 > 3:
                inside.append(picture[y0 + 1 : y1 - 1, x0 + 1 : x1 - 1].std((0, 1)).mean())
                outside.append(picture.std((0, 1)).mean())
    assert np.mean(inside) < 0.2 * np.mean(outside)


def test_a_training_that_was_stopped_goes_on_as_if_it_had_not_been(tmp_path):
    recipe = Recipe(steps=100, batch=2)
    material = batches(0, 2, "cpu")[:4]
    straight, first, second = (Training(recipe) for _ in range(3))
    for pictures, condition in material:
        straight.advance(pictures, condition)
    for pictures, condition in material[:2]:
        first.advance(pictures, condition)
    first.save(tmp_path)
    second.resume(tmp_path)
    for pictures, condition in material[2:]:
        second.advance(pictures, condition)
    assert second.step == straight.step == 4
    for name, value in straight.kept.items():
        assert torch.equal(second.kept[name], value), name
