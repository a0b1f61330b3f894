"""OpenRaster as its specification wants it."""

import io
import zipfile
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from design_io.blending import BLENDS
from design_io.ora import Member, ora_members, write_ora, zipped
from tests.design_io.layered_poster import poster, rasters
from tests.design_io.letters import RESOURCES, box, sheet


def saved(design, path) -> zipfile.ZipFile:
    write_ora(design, RESOURCES, path, rasters(design))
    return zipfile.ZipFile(path)


def image_of(archive: zipfile.ZipFile, name: str) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(archive.read(name))).convert("RGBA"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return saved(poster(), tmp_path_factory.mktemp("ora") / "poster.ora")


@pytest.fixture(scope="module")
def stack(archive):
    return ElementTree.fromstring(archive.read("stack.xml"))[0]


def names_of(stack) -> list:
    return [(child.get("name"), names_of(child)) if child.tag == "stack" else child.get("name")
            for child in stack]  # fmt: skip


def test_the_mimetype_is_the_first_member_and_stored(archive):
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert archive.read(first) == b"image/openraster"


def test_pictures_are_stored_since_png_is_compressed(archive):
    kinds = {entry.compress_type for entry in archive.infolist() if entry.filename.endswith("png")}
    assert kinds == {zipfile.ZIP_STORED}


def test_the_stack_lists_layers_and_groups_top_first(stack):
    assert names_of(stack) == [
        "Brève",
        "title",
        "ornament",
        "picture",
        ("Kunst €", [("ornament", ["ornament"]), "picture", "ornament"]),
        "背景",
    ]


def test_groups_are_isolated(stack):
    assert {group.get("isolation") for group in stack.iter("stack") if group is not stack} == {
        "isolate"
    }


def test_opacity_visibility_locks_and_modes_are_attributes(stack):
    body, title, spare, _, art, ground = stack
    assert (title.get("opacity"), art.get("opacity")) == ("0.9", "0.8")
    assert (body.get("visibility"), spare.get("visibility")) == ("visible", "hidden")
    assert (ground.get("edit-locked"), title.get("edit-locked")) == ("true", None)
    assert art.get("composite-op") == "svg:multiply"


def test_each_picture_lies_where_it_says(archive, stack):
    layer = stack.find("layer[@name='title']")
    raster = rasters().layer("title")
    assert (int(layer.get("x")), int(layer.get("y"))) == (raster.left, raster.top)
    assert np.array_equal(image_of(archive, layer.get("src")), raster.pixels)


def test_size_and_resolution_are_stated(archive):
    image = ElementTree.fromstring(archive.read("stack.xml"))
    assert [image.get(key) for key in ("w", "h", "xres", "yres")] == ["240", "300", "300", "300"]


def test_the_merged_image_is_the_flat_picture(archive):
    assert np.array_equal(image_of(archive, "mergedimage.png"), rasters().flat)


def test_the_thumbnail_is_small(archive):
    assert max(image_of(archive, "Thumbnails/thumbnail.png").shape[:2]) <= 256


@pytest.mark.parametrize("mode", sorted(BLENDS.keys() - {"exclusion"}))
def test_modes_bear_their_svg_names(mode, tmp_path):
    archive = saved(sheet(box("R", 0, 0, 4, 4, blend_mode=mode)), tmp_path / "p.ora")
    layer = ElementTree.fromstring(archive.read("stack.xml"))[0][0]
    assert layer.get("composite-op") == ("svg:src-over" if mode == "normal" else f"svg:{mode}")


def test_exclusion_which_the_format_lacks_bears_kritas_name(tmp_path):
    archive = saved(sheet(box("R", 0, 0, 4, 4, blend_mode="exclusion")), tmp_path / "p.ora")
    assert b'composite-op="krita:exclusion"' in archive.read("stack.xml")


def test_names_with_markup_and_control_characters_stay_valid_xml(tmp_path):
    layer = box("R", 0, 0, 4, 4).evolve(name='<b> & "x"\x01')
    archive = saved(sheet(layer), tmp_path / "p.ora")
    assert names_of(ElementTree.fromstring(archive.read("stack.xml"))[0]) == ['<b> & "x"']


def test_other_members_can_follow(tmp_path):
    members = [*ora_members(poster(), rasters()), Member("document.json", b"{}", compress=True)]
    with zipfile.ZipFile(io.BytesIO(zipped(members))) as archive:
        assert archive.namelist()[0] == "mimetype" and archive.read("document.json") == b"{}"
        assert archive.testzip() is None


def test_the_same_design_gives_the_same_bytes():
    assert zipped(ora_members(poster(), rasters())) == zipped(ora_members(poster(), rasters()))
