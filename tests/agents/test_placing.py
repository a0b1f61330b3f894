"""A picture dropped into a frame re-crops and re-colours the design, as one step."""

import pytest

from agents.placing import is_frame, placed
from design_io.color import hex_to_oklch, hue_distance
from design_io.commands import Batch, apply
from design_io.document import leaves
from design_io.errors import DesignError
from design_io.study import studied
from generators.artist import LED
from layout.contrast import text_contrasts
from tests import pictures
from tests.agents.test_pictures import designed, texts


def dropped(system, before, after, size="instagram-post"):
    outcome, resources = designed(before, size, system)
    frame = next(layer for layer in leaves(outcome.design) if is_frame(layer))
    asset = resources.assets.put_pixels(after)
    command = placed(outcome.design, frame.id, asset, resources)
    return outcome.design, apply(outcome.design, command), command, resources, frame.id


@pytest.mark.parametrize("system", (*LED, "arch", "swiss"))
@pytest.mark.sampled("cutout", "arch")
def test_a_dropped_picture_is_shown_in_its_frame(system):
    old, new, command, _, frame = dropped(system, pictures.mug(300, 300), pictures.bottle())
    assert isinstance(command, Batch) and old.layer(frame) != new.layer(frame)
    assert {layer.id for layer in leaves(old)} - {layer.id for layer in leaves(new)} <= {
        "veil-1", "veil-2", "veil-3",
    }  # fmt: skip


@pytest.mark.parametrize("seed", (1, 2, 3))
@pytest.mark.parametrize("system", LED)
@pytest.mark.sampled("full-1", every=4)
def test_copy_stays_readable_on_a_dropped_picture(system, seed):
    after = pictures.texture(500, 600, seed, 60 * (seed - 1), 255 - 60 * (3 - seed))
    _, new, _, resources, _ = dropped(system, pictures.gradient(500, 600, seed), after)
    for result in text_contrasts(new, texts(new), resources).values():
        assert result.ratio >= result.needed


def test_the_design_takes_the_colours_of_the_picture():
    _, new, _, _, _ = dropped("cutout", pictures.mug(300, 300), pictures.bottle())
    values = [hex_to_oklch(color) for color in new.palette.values()]
    assert new.layer("background").fill.color == new.palette["bg"]
    assert any(hue_distance(v.hue, 155) < 25 and v.chroma > 0.04 for v in values)


def test_the_new_crop_keeps_the_subject():
    after = pictures.landscape(900, 500)
    _, new, _, resources, frame = dropped("full", pictures.texture(500, 500), after)
    layer = new.layer(frame)
    subject = studied(resources.assets, layer.asset).subject
    assert abs(layer.focus.x - subject.center.x) < 0.35


def test_a_dropped_thing_stands_where_the_old_one_stood():
    old, new, _, _, frame = dropped("cutout", pictures.mug(300, 300), pictures.bottle())
    subject = old.layer(frame).box
    assert new.layer(frame).box.bottom > subject.bottom - 2
    assert new.layer("shadow-1").box.width < old.layer("shadow-1").box.width


def test_a_locked_layer_keeps_its_colour():
    outcome, resources = designed(pictures.mug(300, 300), system="split")
    locked = outcome.design.layer("title").evolve(locked=True)
    layers = tuple(locked if x.id == "title" else x for x in outcome.design.layers)
    design = outcome.design.evolve(layers=layers)
    asset = resources.assets.put_pixels(pictures.bottle())
    new = apply(design, placed(design, "picture", asset, resources), "agent")
    assert new.layer("title") == locked and new.palette != design.palette


def test_a_layer_without_a_picture_is_refused_with_the_frames():
    outcome, resources = designed(pictures.mug(300, 300), system="split")
    with pytest.raises(DesignError, match="'picture'"):
        placed(outcome.design, "title", "a" * 64, resources)
