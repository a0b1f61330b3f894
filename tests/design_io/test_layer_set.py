"""A folder of layers: what the manifest says is enough to draw the poster again."""

import json

import numpy as np
import pytest
from PIL import Image

from design_io.blending import composite
from design_io.layer_set import write_layer_set
from tests.design_io.layered_poster import SIZE, poster, rasters
from tests.design_io.letters import RESOURCES, difference, sheet, text


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("set") / "layers"
    write_layer_set(poster(), RESOURCES, path, rasters())
    return path


@pytest.fixture(scope="module")
def manifest(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def test_files_are_numbered_from_the_bottom_and_named_by_role(folder):
    assert sorted(path.name for path in folder.iterdir()) == [
        "01-ornament.png", "02-ornament.png",
        "03-picture.png", "04-ornament.png", "05-picture.png", "06-ornament.png",
        "07-title.png", "08-body.png", "manifest.json",
    ]  # fmt: skip


def test_an_entry_says_where_its_picture_lies(folder, manifest):
    for entry in manifest["layers"]:
        with Image.open(folder / entry["file"]) as image:
            assert image.size == (entry["width"], entry["height"])
        assert 0 <= entry["left"] <= SIZE[0] - entry["width"]
        assert 0 <= entry["top"] <= SIZE[1] - entry["height"]


def test_names_text_and_flags_are_in_the_manifest(manifest):
    ground, *_, spare, title, body = manifest["layers"]
    assert (ground["name"], ground["locked"]) == ("背景", True)
    assert (spare["visible"], title["opacity"], title["text"]) == (False, 0.9, "Jazz Night")
    assert (body["name"], body["text"]) == ("Brève", "Blue Note,\n12 December, 8 pm")


def test_groups_are_listed_with_how_they_blend(manifest):
    art, inner = manifest["groups"]
    assert (art["name"], art["opacity"], art["blend_mode"]) == ("Kunst €", 0.8, "multiply")
    assert (inner["id"], inner["groups"]) == ("inner", ["art"])
    assert manifest["layers"][3]["groups"] == ["art", "inner"]


def test_the_canvas_is_stated(manifest):
    assert manifest["canvas"] == {"width": 240, "height": 300, "dpi": 300.0}


def test_the_words_of_a_flattened_group_are_kept(tmp_path):
    group = sheet(text("One", 0, 0, 90, 50)).layers[0]
    design = sheet(
        {"kind": "group", "id": "g", "role": "title", "layers": [group], "clip": True},
        size=(96, 60),
    )
    write_layer_set(design, RESOURCES, tmp_path / "layers", rasters(design))
    entry = json.loads((tmp_path / "layers" / "manifest.json").read_text())["layers"][0]
    assert (entry["kind"], entry["text"]) == ("group", "One")


def test_drawn_in_order_the_layers_give_the_flat_picture(folder, manifest):
    again = drawn_again(folder, manifest, ())
    assert difference(again, rasters().flat) <= 3


def drawn_again(folder, manifest, inside) -> np.ndarray:
    """The members of a group, or the whole, from nothing but the folder."""
    sheet_ = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    done = set()
    for entry in manifest["layers"]:
        groups = tuple(entry["groups"])
        if groups[: len(inside)] != inside:
            continue
        if groups == inside:
            source, shown = placed(folder, entry), entry
        elif groups[len(inside)] not in done:
            done.add(groups[len(inside)])
            source = drawn_again(folder, manifest, groups[: len(inside) + 1])
            shown = next(g for g in manifest["groups"] if g["id"] == groups[len(inside)])
        else:
            continue
        if shown["visible"]:
            sheet_ = composite(sheet_, source, shown["blend_mode"], shown["opacity"])
    return sheet_


def placed(folder, entry) -> np.ndarray:
    pixels = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    with Image.open(folder / entry["file"]) as image:
        left, top, width, height = (entry[k] for k in ("left", "top", "width", "height"))
        pixels[top : top + height, left : left + width] = np.asarray(image.convert("RGBA"))
    return pixels
