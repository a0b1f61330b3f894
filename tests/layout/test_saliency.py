"""Where a design's pictures draw the eye: exact for what we made, studied for photographs."""

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ImageLayer, ShapeLayer
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box, Point
from design_io.paint import PictureFill, SolidFill
from design_io.resources import Resources
from layout.saliency import design_saliency, picture_saliency
from tests.pictures import bottle, landscape

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
CANVAS = Canvas(width=200, height=100)


def shape(layer_id="s", box=(50, 20, 40, 40), role="hero", **more):
    return ShapeLayer(
        id=layer_id, role=role, box=Box(*box), fill=SolidFill(color="#c03020"), **more
    )


def salient(*layers, model=None):
    return design_saliency(Design(canvas=CANVAS, layers=layers), RESOURCES, model)


def photo(pixels, box=(0, 0, 200, 100), **more):
    asset = RESOURCES.assets.put_pixels(np.ascontiguousarray(pixels))
    return ImageLayer(id="p", role="picture", box=Box(*box), asset=asset, **more)


def right_half(pixels):
    """A model that looks at the right half of any picture."""
    answer = np.zeros((20, 20))
    answer[:, 10:] = 1
    return answer


def test_drawn_heroes_are_salient_by_their_alpha():
    found = salient(shape(), shape("bg", (0, 0, 200, 100), role="background"))
    assert found.shape == (100, 200)
    assert found[40, 70] == 1.0 and found[40, 20] == 0.0
    assert found.sum() == pytest.approx(40 * 40, rel=0.02)


def test_faint_and_nested_heroes_count_fully():
    group = GroupLayer(id="g", role="item", layers=(shape(opacity=0.3),))
    assert salient(group)[40, 70] == 1.0


@pytest.mark.parametrize("layer", [shape(visible=False), shape(role="ornament")])
def test_what_is_hidden_or_only_decorates_is_not_salient(layer):
    assert salient(layer).max() == 0.0


def test_a_cut_out_thing_is_its_own_silhouette():
    found = salient(photo(bottle(), fit="contain"))
    assert found[60, 100] == 1.0  # the bottle's body in the middle
    assert found[60, 10] == 0.0


def test_photographs_are_studied_and_cropped_as_they_are_shown():
    whole = salient(photo(landscape()))
    assert whole[70, 145] > 0.5 > whole[10, 20]  # the bright hut on the right, the sky
    zoomed = salient(photo(landscape(), (0, 0, 60, 100), focus=Point(0, 0.5)))
    assert zoomed[:, :60].mean() < whole.mean()


def test_a_model_takes_the_heuristics_place_for_photographs_only():
    found = salient(photo(landscape()), model=right_half)
    assert found[:, :80].max() < 0.1 < 0.9 < found[:, 120:].min()
    assert picture_saliency(bottle(), right_half).shape != (20, 20)


def test_a_picture_that_fills_a_shape_is_seen_too():
    asset = RESOURCES.assets.put_pixels(landscape())
    filled = shape(box=(0, 0, 200, 100)).evolve(fill=PictureFill(asset=asset))
    assert salient(filled, model=right_half)[50, 150] > 0.9


def test_an_empty_design_has_nothing_to_look_at():
    assert salient().max() == 0.0


@pytest.mark.parametrize("answer", [np.zeros((3, 3, 3)), np.full((3, 3), np.nan)])
def test_a_model_that_gives_no_map_is_told(answer):
    with pytest.raises(DesignError, match="saliency model"):
        picture_saliency(landscape(), lambda pixels: answer)
