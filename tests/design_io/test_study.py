from functools import cache

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hue_distance
from design_io.cutout import without_ground
from design_io.geometry import Box
from design_io.scrim import reached, weakest_scrim
from design_io.study import crop, cut_out, studied, study_of
from tests import pictures


def test_the_subject_of_a_product_picture_is_the_product():
    subject = study_of(pictures.mug()).subject
    assert Box(0.2, 0.12, 0.7, 0.75).contains(subject, 0.06)
    assert subject.area > 0.2


def test_a_head_is_found_before_a_blurred_room():
    center = study_of(pictures.portrait()).subject.center
    assert abs(center.x - 0.5) < 0.08 and 0.3 < center.y < 0.65


def test_a_transparent_picture_is_its_own_subject():
    study = study_of(pictures.bottle())
    assert study.transparent and not study.plain
    assert study.subject == pytest.approx((0.27, 0.07, 0.45, 0.89), abs=0.04)


def test_the_sky_is_calmer_than_the_land():
    calm = study_of(pictures.landscape()).calm
    height = len(calm)
    assert calm[: height // 2].mean() > 0.8 > 0.5 > calm[int(0.62 * height) :].mean()


def test_nothing_of_a_busy_texture_is_calm():
    assert study_of(pictures.texture()).calm.mean() < 0.15


@pytest.mark.parametrize(
    ("name", "plain"),
    [("mug", True), ("landscape", False), ("portrait", False), ("texture", False),
     ("gradient", False), ("bottle", False)],
)  # fmt: skip
def test_only_a_thing_on_a_smooth_sweep_has_a_plain_background(name, plain):
    assert study_of(getattr(pictures, name)()).plain is plain


@pytest.mark.parametrize(
    ("name", "hue"), [("mug", 31), ("bottle", 155), ("landscape", 31), ("portrait", 262)]
)
def test_the_telling_colour_is_the_subjects(name, hue):
    vivid = study_of(getattr(pictures, name)()).swatches.vivid
    assert hue_distance(hex_to_oklch(vivid).hue, hue) < 14


def test_a_grey_picture_has_no_telling_colour():
    grey = pictures.texture().copy()
    grey[..., :3] = grey[..., :1]
    assert study_of(grey).swatches.vivid is None


def test_the_ground_of_a_product_picture_is_the_sweep():
    value = hex_to_oklch(study_of(pictures.mug()).swatches.ground)
    assert value.lightness > 0.85 and value.chroma < 0.03


def test_a_cut_out_keeps_every_inner_pixel_as_it_was():
    whole = pictures.mug()
    cut = without_ground(whole)
    inner = cut[..., 3] == 255
    assert 0.2 < inner.mean() < 0.5
    band = inner & (cut[..., :3] != whole[..., :3]).any(axis=2)
    assert band.sum() < 0.02 * inner.sum()
    assert (cut[300:600, 350:550] == whole[300:600, 350:550]).all()


def test_corners_shadow_and_the_hole_of_the_handle_are_cut_away():
    cut = without_ground(pictures.mug())
    for x, y in ((5, 5), (895, 895), (450, 750), (690, 440)):
        assert cut[y, x, 3] < 12, (x, y)


def test_the_edge_of_a_cut_out_has_no_light_fringe():
    cut = without_ground(pictures.mug()).astype(int)
    edge = (cut[..., 3] > 40) & (cut[..., 3] < 255)
    edge[:340] = False  # the rim is light itself
    red, green = cut[..., 0][edge], cut[..., 1][edge]
    assert edge.sum() > 200
    assert np.mean(red - green > 60) > 0.97


@pytest.mark.parametrize("name", ("landscape", "texture", "gradient", "bottle"))
def test_other_pictures_are_not_cut(name):
    assert without_ground(getattr(pictures, name)()) is None


def test_a_transparent_picture_is_cut_out_already():
    assets = AssetStore()
    asset = assets.put_pixels(pictures.bottle())
    assert cut_out(assets, asset) == asset
    assert studied(assets, asset) is studied(assets, asset)


@cache
def study_named(name):
    return study_of(getattr(pictures, name)())


@pytest.mark.parametrize("aspect", (0.5, 0.8, 1.0, 16 / 9, 3.0))
@pytest.mark.parametrize("name", ("mug", "portrait", "bottle"))
def test_a_crop_keeps_the_subject_where_the_frame_allows(name, aspect):
    study = study_named(name)
    window = crop(study, aspect).window
    assert window.width * study.width / (window.height * study.height) == pytest.approx(aspect)
    possible = min(1.0, window.width / study.subject.width) * min(
        1.0, window.height / study.subject.height
    )
    assert crop(study, aspect).kept >= min(0.9, 0.85 * possible)


@pytest.mark.parametrize("aspect", (1.5, 2.4, 3.0))
@pytest.mark.parametrize("name", ("mug", "portrait"))
def test_a_crop_takes_from_the_foot_of_a_subject_rather_than_from_its_top(name, aspect):
    study = study_named(name)
    window = crop(study, aspect).window
    above = max(0.0, window.y - study.subject.y)
    assert above <= 0.25 * max(0.0, study.subject.bottom - window.bottom)


def test_a_crop_moves_the_subject_out_of_the_copys_way():
    study = study_of(pictures.landscape(1800, 800))
    left, right = Box(0, 0, 0.45, 1), Box(0.55, 0, 0.45, 1)
    assert crop(study, 1.0, (left,)).window.x <= crop(study, 1.0, (right,)).window.x


@pytest.mark.parametrize("seed", range(12))
def test_the_weakest_scrim_just_reaches_the_ratio(seed):
    pixels = pictures.texture(120, 90, seed)[..., :3]
    opacity = weakest_scrim(pixels, "#ffffff", "#101014", 4.5)
    colors = pixels.reshape(-1, 3)
    assert 0 < opacity < 1
    assert reached(colors, "#ffffff", "#101014", opacity) >= 4.5
    assert reached(colors, "#ffffff", "#101014", opacity - 0.02) < 4.5 * 1.07


def test_a_dark_picture_needs_no_scrim_under_white_text():
    assert weakest_scrim(np.full((9, 9, 3), 20, np.uint8), "#ffffff", "#000000", 4.5) == 0
