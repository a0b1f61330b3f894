"""One rendering for all writers: cut to its ink, clipping resolved, encoded once."""

import io

import numpy as np
import pytest
from PIL import Image

from design_io.document import GroupLayer
from design_io.paint import Blur
from design_io.png_encoding import png_bytes
from design_io.rasters import Rasters, inked, walk_nodes
from design_io.render import Raster, render
from tests.design_io.layered_poster import SIZE, poster, rasters, shape
from tests.design_io.letters import RESOURCES, box, letters_of, picture, sheet


def made(*layers) -> Rasters:
    return Rasters(sheet(*layers), RESOURCES)


def test_a_layer_is_cut_to_its_ink_on_the_canvas():
    raster = made(box("R", 2, 1, 3, 2)).layer("box-r")
    assert (raster.left, raster.top, letters_of(raster.pixels)) == (2, 1, "RRR\nRRR")


def test_what_lies_beyond_the_canvas_is_cut_off():
    raster = made(box("R", -2, 3, 4, 9)).layer("box-r")
    assert (raster.left, raster.top, letters_of(raster.pixels)) == (0, 3, "RR")


@pytest.mark.parametrize("xywh", [(30, 30, 4, 4), (1, 1, 0, 0)])
def test_a_layer_without_ink_is_one_transparent_pixel(xywh):
    raster = made(box("R", *xywh)).layer("box-r")
    assert (raster.left, raster.top, letters_of(raster.pixels)) == (0, 0, ".")


def test_opacity_and_blend_mode_stay_out_of_the_pixels():
    layer = box("R", 0, 0, 2, 1, opacity=0.3, blend_mode="multiply")
    assert letters_of(made(layer).layer("box-r").pixels) == "RR"


def test_a_hidden_layer_has_its_pixels():
    assert letters_of(made(box("R", 0, 0, 1, 1, visible=False)).layer("box-r").pixels) == "R"


def test_a_clipped_layer_shows_only_where_the_first_unclipped_one_below_is_opaque():
    clipped = [box(c, 0, 0, 8, 1, clip=True) for c in "GB"]
    made_ = made(box("R", 2, 0, 3, 2), *clipped)
    for layer in clipped:
        raster = made_.layer(layer.id)
        assert (raster.left, raster.pixels.shape) == (2, (1, 3, 4))


def test_a_base_lends_its_opacity_to_what_is_clipped_to_it():
    made_ = made(box("R", 0, 0, 2, 1, opacity=0.5), box("B", 0, 0, 2, 1, clip=True))
    assert made_.layer("box-b").pixels[0, 0, 3] == 128


def test_a_layer_clipped_to_a_hidden_one_is_hidden():
    made_ = made(box("R", 0, 0, 2, 1, visible=False), box("B", 0, 0, 2, 1, clip=True))
    assert [node.visible for node in made_.nodes] == [False, False]


def test_nodes_are_the_tree_bottom_first_with_the_groups_around_each():
    found = [(node.layer.id, groups) for node, groups in walk_nodes(rasters().nodes)]
    assert found[:6] == [
        ("ground", ()), ("art", ()), ("disc", ("art",)), ("inside", ("art",)),
        ("inner", ("art",)), ("bar", ("art", "inner")),
    ]  # fmt: skip


@pytest.mark.parametrize("fields", [{"clip": True}, {"effects": (Blur(radius=1),)}])
def test_a_group_that_changes_its_members_together_is_one_picture(fields):
    group = GroupLayer(id="g", role="ornament", layers=(box("R", 0, 0, 4, 2),), **fields)
    made_ = made(box("B", 0, 0, 3, 2), group)
    assert made_.nodes[1].members is None
    assert made_.layer("g").pixels.any()


def test_the_flat_picture_is_the_renderers_own():
    assert np.array_equal(rasters().flat, render(poster(), RESOURCES))


def test_everything_scales_together():
    twice = Rasters(poster(), RESOURCES, scale=2)
    assert twice.flat.shape == (2 * SIZE[1], 2 * SIZE[0], 4)
    assert twice.layer("bar").pixels.shape == (24, 320, 4)
    assert twice.dpi == 600


def test_each_picture_is_encoded_once():
    made_ = rasters()
    made_.encode()
    assert made_.png("disc") is made_.png("disc")
    assert made_.flat_png is made_.flat_png


def test_png_keeps_every_pixel_and_the_dpi():
    pixels = picture("RGr .BK")
    with Image.open(io.BytesIO(png_bytes(pixels, 300))) as png:
        assert np.array_equal(np.asarray(png), pixels)
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_an_opaque_picture_is_written_without_alpha():
    with Image.open(io.BytesIO(png_bytes(picture("RG BK"), 96))) as png:
        assert png.mode == "RGB"


def test_ink_is_found_in_all_four_directions():
    raster = inked(Raster(picture("..... ..R.. .G... ....."), 10, 20))
    assert (raster.left, raster.top, letters_of(raster.pixels)) == (11, 21, ".R\nG.")


def test_the_thumbnail_is_at_most_256_px_and_keeps_its_proportion():
    wide = Rasters(sheet(shape("s", "#ff0000", 0, 0, 600, 300), size=(600, 300)), RESOURCES)
    assert wide.thumbnail.size == (256, 128)
    assert rasters().thumbnail.size == (205, 256)
