"""Files of other programs come in as layers, and what we exported goes on where it was."""

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import BlendMode

from design_io.assets import AssetStore
from design_io.document import GroupLayer, ImageLayer, ShapeLayer, leaves, walk
from design_io.errors import DesignError, ImportRejected
from design_io.fonts import FontLibrary
from design_io.importing import is_native, native_beside, open_design
from design_io.native import read_native, write_native
from design_io.ora import write_ora
from design_io.paint import Shadow, SolidFill
from design_io.psd import write_psd, write_psd_photoshop
from design_io.psd_text_reader import family_and_style
from design_io.rasters import Rasters
from design_io.render import render
from tests.design_io.layered_poster import BODY, LAYERS, SIZE, poster, shape, title
from tests.design_io.letters import RESOURCES, sheet

FONTS = FontLibrary.bundled()
WRITERS = {"psd": write_psd, "photoshop.psd": write_psd_photoshop, "ora": write_ora}


def saved(design, path):
    writer = next(write for ending, write in WRITERS.items() if path.name.endswith(ending))
    writer = WRITERS.get(path.name.partition(".")[2], writer)
    writer(design, RESOURCES, path, Rasters(design, RESOURCES))
    return path


def reopened(path):
    file, resources = open_design(path, AssetStore(), FONTS)
    return file.history.present, resources, file.warnings


def tree(layers) -> list:
    return [(layer.label, tree(layer.layers)) if layer.kind == "group" else layer.label
            for layer in layers]  # fmt: skip


def off(first, second) -> float:
    """Mean difference of two renderings in 1/255."""
    return np.abs(first.astype(int) - second.astype(int)).mean()


def plain_poster():
    """Without the shadow, which a PSD for every program has in the pixels of its title only."""
    ground, art, masked, spare, _, body = LAYERS
    return poster().evolve(layers=(ground, art, masked, spare, title(opacity=0.9), body))


@pytest.mark.parametrize("name", ["poster.psd", "poster.photoshop.psd", "poster.ora"])
def test_what_was_exported_comes_back_looking_the_same(name, tmp_path):
    design = plain_poster()
    found, resources, _ = reopened(saved(design, tmp_path / name))
    assert off(render(found, resources), render(design, RESOURCES)) < 0.3
    assert (found.canvas.width, found.canvas.height, found.canvas.dpi) == (*SIZE, 300)


@pytest.mark.parametrize("name", ["poster.psd", "poster.photoshop.psd", "poster.ora"])
def test_the_tree_comes_back(name, tmp_path):
    found, _, _ = reopened(saved(poster(), tmp_path / name))
    assert tree(found.layers) == [
        "背景",
        ("Kunst €", ["ornament", "picture", ("ornament", ["ornament"])]),
        "picture", "ornament", "title", "Brève",
    ]  # fmt: skip
    ground, art, *_, spare, heading, _ = found.layers
    assert ground.locked and not spare.visible
    assert (art.blend_mode, art.opacity) == ("multiply", pytest.approx(0.8, abs=0.002))
    assert heading.opacity == pytest.approx(0.9, abs=0.003)


def test_words_come_back_with_their_style(tmp_path):
    found, _, _ = reopened(saved(plain_poster(), tmp_path / "poster.psd"))
    heading, body = (layer for layer in leaves(found) if layer.kind == "text")
    assert (heading.text, heading.role, heading.align) == ("Jazz Night", "title", "center")
    kept = heading.style.model_copy(update={"leading": 1.2})
    assert kept == title().style
    assert body.text == BODY.text
    assert [(s.start, s.end, s.weight, s.color, s.underline) for s in body.spans] == [
        (0, 4, 700, "#ffd000", True)
    ]
    assert found.title == "Jazz Night"


@pytest.mark.parametrize("angle", [0, 30, -90])
@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_words_stand_where_they_stood(angle, align, tmp_path):
    words = title("Jazz\nNight 👍 club", rotation=angle, align=align, effects=())
    design = sheet(shape("ground", "#101830", 0, 0, *SIZE), words, size=SIZE)
    found, resources, _ = reopened(saved(design, tmp_path / "a.psd"))
    assert off(render(found, resources), render(design, RESOURCES)) < 0.15
    assert found.layers[1].text == words.text


def test_flowing_text_breaks_where_it_broke(tmp_path):
    words = "Blue Note presents an evening of quartets, trios and one very long solo by the door"
    body = BODY.evolve(text=words, spans=(), box=(20, 150, 200, 120))
    design = sheet(shape("ground", "#101830", 0, 0, *SIZE), body, size=SIZE)
    found, resources, _ = reopened(saved(design, tmp_path / "a.psd"))
    assert found.layers[1].text == words
    assert off(render(found, resources), render(design, RESOURCES)) < 0.15


def test_photoshop_s_live_parts_are_live(tmp_path):
    disc = shape("disc", "#3060c0", 60, 80, 120, 120, shape="ellipse")
    inside = shape("bar", "#20c060", 40, 120, 160, 12, clip=True)
    heading = title(effects=(Shadow(dx=3, dy=4, blur=6, color="#00000080"),))
    design = sheet(shape("ground", "#ffffff", 0, 0, *SIZE), disc, inside, heading, size=SIZE)
    found, resources, warnings = reopened(saved(design, tmp_path / "a.photoshop.psd"))
    _, round_, bar, words = found.layers
    assert isinstance(round_, ShapeLayer) and round_.fill == SolidFill(color="#3060c0")
    assert bar.clip and isinstance(bar, ShapeLayer)
    [shadow] = words.effects
    assert (shadow.dx, shadow.dy, shadow.blur) == pytest.approx((3, 4, 6), abs=1e-3)
    assert warnings == ()
    assert off(render(found, resources), render(design, RESOURCES)) < 0.15


def test_effects_that_lie_in_a_text_s_pixels_are_told(tmp_path):
    _, _, warnings = reopened(saved(poster(), tmp_path / "poster.psd"))
    assert [line for line in warnings if "'title' is live and looks other" in line]


def test_masks_of_another_program_hide_as_they_did(tmp_path):
    document = PSDImage.new("RGBA", (40, 30))
    group = document.create_group(name="Album")
    layer = group.create_pixel_layer(Image.new("RGBA", (20, 10), "red"), "Cover", 5, 5)
    mask = Image.new("L", (20, 10), 255)
    mask.paste(0, (0, 0, 10, 10))
    layer.create_mask(mask)
    document.save(tmp_path / "a.psd")
    found, resources, _ = reopened(tmp_path / "a.psd")
    [album] = found.layers
    assert isinstance(album, GroupLayer) and album.layers[0].mask is not None
    pixels = render(found, resources)
    assert pixels[10, 8, 3] == 0 and (pixels[10, 20] == (255, 0, 0, 255)).all()


def test_a_mode_that_css_lacks_becomes_its_neighbour_and_is_told(tmp_path):
    document = PSDImage.new("RGBA", (20, 20))
    layer = document.create_pixel_layer(Image.new("RGBA", (20, 20), "red"), "Sun")
    layer.blend_mode = BlendMode.VIVID_LIGHT
    document.save(tmp_path / "a.psd")
    found, _, warnings = reopened(tmp_path / "a.psd")
    assert found.layers[0].blend_mode == "hard-light"
    assert "layer 'Sun': blend mode vivid light becomes hard-light" in warnings


def test_a_psd_without_layers_is_its_picture(tmp_path):
    PSDImage.frompil(Image.new("RGB", (12, 9), "#204060")).save(tmp_path / "a.psd")
    found, resources, _ = reopened(tmp_path / "a.psd")
    assert (render(found, resources)[4, 4] == (0x20, 0x40, 0x60, 255)).all()


def test_a_font_that_is_not_here_is_replaced_by_name(tmp_path, monkeypatch):
    path = saved(sheet(title(effects=()), size=SIZE), tmp_path / "a.psd")
    lacking = FontLibrary([face for face in FONTS.faces() if face.family != "Oswald"], {})
    file, _ = open_design(path, AssetStore(), lacking)
    assert file.history.present.layers[0].style.font == "Inter"
    assert file.history.present.layers[0].style.weight == 700
    assert "font 'Oswald-Bold' is not here; Inter-Bold stands for it" in file.warnings


def test_postscript_names_are_taken_apart():
    assert family_and_style("Lato-BoldItalic") == ("Lato", 700, True)
    assert family_and_style("Futura-CondensedExtraBold") == ("Futura", 800, False)
    assert family_and_style("ArialMT") == ("Arial", 400, False)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_a_sheet_of_its_own(kind, tmp_path):
    Image.new("RGB", (32, 24), "red").save(tmp_path / "photo.bin", kind)
    found, resources, _ = reopened(tmp_path / "photo.bin")
    [layer] = found.layers
    assert isinstance(layer, ImageLayer) and layer.role == "background"
    assert render(found, resources).shape == (24, 32, 4)


def test_an_imported_design_is_kept_whole_in_a_plakat(tmp_path):
    file, resources = open_design(saved(poster(), tmp_path / "a.psd"), AssetStore(), FONTS)
    write_native(tmp_path / "a.plakat", file, resources)
    again, _ = read_native(tmp_path / "a.plakat", AssetStore(), FONTS)
    assert again.history.present == file.history.present


def test_records_that_are_not_understood_are_kept_beside_the_pixels(tmp_path):
    path = saved(sheet(shape("ground", "#ffffff", 0, 0, *SIZE), _faded(), size=SIZE),
                 tmp_path / "a.photoshop.psd")  # fmt: skip
    file, resources = open_design(path, AssetStore(), FONTS)
    layer = file.history.present.layers[1]
    assert layer.kind == "image" and resources.assets.get(layer.source.original)[:4] == b"8BIM"
    write_native(tmp_path / "a.plakat", file, resources)
    _, kept = read_native(tmp_path / "a.plakat", AssetStore(), FONTS)
    assert layer.source.original in kept.assets


def _faded() -> ShapeLayer:
    stops = ({"offset": 0, "color": "#ff0000"}, {"offset": 1, "color": "#0000ff"})
    return shape("sky", "#000000", 20, 20, 90, 60).evolve(fill={"kind": "linear", "stops": stops})


def test_the_content_decides_what_a_file_is(tmp_path):
    saved(poster(), tmp_path / "a.ora").rename(tmp_path / "holiday.jpg")
    found, _, _ = reopened(tmp_path / "holiday.jpg")
    assert len(list(walk(found))) > 8


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "a.bin is empty; open a .plakat, PSD"),
        (b"GIF89a" + bytes(20), "a.bin is a GIF; open a .plakat"),
        (b"Dear all", "a.bin is not a picture; open"),
        (b"PK\x05\x06" + bytes(18), "a.bin is a zip without a design; open a .plakat"),
    ],
)
def test_other_files_are_refused_by_what_they_are(data, line, tmp_path):
    (tmp_path / "a.bin").write_bytes(data)
    with pytest.raises(ImportRejected, match=line):
        reopened(tmp_path / "a.bin")


def test_a_file_of_another_program_goes_on_beside_itself(tmp_path):
    path = saved(poster(), tmp_path / "a.psd")
    assert not is_native(path) and native_beside(path) == tmp_path / "a.plakat"
    (tmp_path / "a.plakat").write_bytes(b"")
    with pytest.raises(DesignError, match="a.plakat is already beside a.psd; edit that"):
        native_beside(path)
