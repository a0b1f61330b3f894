"""The flat picture as PNG, JPEG and WebP."""

import numpy as np
import pytest
from PIL import Image

from design_io.errors import DesignError
from design_io.png import over_white, write_jpeg, write_png, write_webp
from design_io.rasters import Rasters
from tests.design_io.layered_poster import SIZE, poster, rasters
from tests.design_io.letters import RESOURCES, box, letters_of, picture, sheet


def opened(write, path, design=None) -> Image.Image:
    design = design or poster()
    write(design, RESOURCES, path, rasters(design))
    with Image.open(path) as image:
        image.load()
        return image


def test_png_is_the_flat_picture_with_its_dpi(tmp_path):
    image = opened(write_png, tmp_path / "p.png")
    assert np.array_equal(np.asarray(image.convert("RGBA")), rasters().flat)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_jpeg_is_near_the_flat_picture_and_keeps_full_colour_resolution(tmp_path):
    image = opened(write_jpeg, tmp_path / "p.jpg")
    apart = np.abs(np.asarray(image).astype(int) - rasters().flat[..., :3])
    assert apart.mean() < 2
    assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3
    assert image.info["dpi"] == (300, 300)


def test_webp_keeps_the_alpha(tmp_path):
    image = opened(write_webp, tmp_path / "p.webp", sheet(box("R", 0, 0, 4, 4)))
    assert np.asarray(image)[0, :, 3].tolist() == [255] * 4 + [0] * 4


def test_jpeg_lies_on_white(tmp_path):
    image = opened(write_jpeg, tmp_path / "p.jpg", sheet(box("K", 0, 0, 8, 8), size=(16, 8)))
    assert np.asarray(image)[4, [2, 13]].tolist() == [[0, 0, 0], [255, 255, 255]]


def test_a_half_transparent_colour_lightens_on_white():
    assert over_white(picture("r")).tolist() == [[[255, 127, 127]]]
    assert letters_of(np.dstack([over_white(picture("R.")), np.full((1, 2), 255)])) == "R_"


def test_a_sheet_too_long_for_webp_is_refused_in_one_line(tmp_path):
    design = sheet(size=(16_384, 1))
    with pytest.raises(DesignError, match="16383 px a side.*16384x1; choose png"):
        write_webp(design, RESOURCES, tmp_path / "p.webp", Rasters(design, RESOURCES))
    assert not (tmp_path / "p.webp").exists()


def test_sizes_are_the_canvas(tmp_path):
    assert opened(write_webp, tmp_path / "p.webp").size == SIZE
