"""Logos keep their proportions and clear space in every system and are seen on every ground."""

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.commands import apply
from design_io.document import Canvas, Design, ImageLayer, ShapeLayer, TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.resources import Resources
from design_io.text import ink_box
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from layout.logo import CLEAR, PLATE, logo_extent
from layout.plan import Element
from layout.repair import repair
from layout.systems import SYSTEMS
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def stored(color, border=0):
    pixels = np.zeros((40, 120, 4), np.uint8)
    pixels[...] = (255, 255, 255, 255 if border else 0)
    pixels[8:32, 8:112] = (*color, 255)
    return RESOURCES.assets.put_pixels(pixels)


def on_ground(color: str, logo: str) -> Design:
    ground = ShapeLayer(id="ground", role="background", box=Box(0, 0, 400, 400),
                        fill=SolidFill(color=color))  # fmt: skip
    mark = ImageLayer(id="logo", role="logo", box=Box(100, 100, 120, 40), asset=logo)
    return Design(canvas=Canvas(width=400, height=400), layers=(ground, mark))


@pytest.mark.parametrize("aspect", [0.5, 1.0, 3.0, 9.0])
def test_an_extent_keeps_the_proportions(aspect):
    width, height = logo_extent(aspect)
    assert width / height == pytest.approx(aspect)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("size", ["instagram-post", "youtube-thumbnail", "instagram-story"])
@pytest.mark.sampled("instagram-post", "swiss")
def test_every_system_gives_a_logo_its_slot_and_clear_space(system, size):
    logo = Element(id="logo-file-1", role="logo", asset=stored((200, 30, 30)), aspect=3.0)
    base = plan_of(system=system, size=size)
    made = base.evolve(elements=(logo, *base.elements))
    design = compose(made, arrange(made, RESOURCES.fonts))
    [layer] = [item for item in design.layers if item.role == "logo"]
    assert layer.box.width / layer.box.height == pytest.approx(3.0, rel=0.01)
    free = layer.box.pad(CLEAR * layer.box.height - 1)
    inks = [ink_box(t, RESOURCES.fonts) for t in design.layers if isinstance(t, TextLayer)]
    assert all(free.intersection(ink).empty for ink in inks)
    assert design.canvas.box.contains(layer.box)


@pytest.mark.parametrize(
    ("ground", "ink", "sinks"),
    [
        ("#101014", (20, 20, 30), True), ("#ffffff", (250, 240, 220), True),
        ("#ffffff", (20, 20, 30), False), ("#101014", (250, 240, 220), False),
    ],
)  # fmt: skip
def test_a_logo_that_sinks_is_laid_on_a_plate_that_shows_it(ground, ink, sinks):
    design = on_ground(ground, stored(ink))
    command = repair(design, check(design, RESOURCES), RESOURCES)
    assert (command is not None) is sinks
    if command is not None:
        plate = apply(design, command).layer(PLATE)
        assert contrast(plate.fill.color, "#{:02x}{:02x}{:02x}".format(*ink)) > 4


def test_a_logo_with_a_ground_of_its_own_lies_on_a_plate_of_that_colour():
    design = on_ground("#8040c0", stored((20, 20, 30), border=8))
    after = apply(design, repair(design, check(design, RESOURCES), RESOURCES))
    assert after.layer(PLATE).fill.color == "#ffffff"
    assert check(after, RESOURCES) == ()


def test_words_in_the_clear_space_of_a_logo_are_found():
    design = on_ground("#ffffff", stored((20, 20, 30)))
    words = TextLayer(id="words", role="body", text="Near", box=Box(100, 134, 200, 40))
    crowded = design.evolve(layers=(*design.layers, words))
    assert "logo-space" in [finding.rule for finding in check(crowded, RESOURCES)]
