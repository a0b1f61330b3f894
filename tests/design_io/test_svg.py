"""The SVG writer and the reader of its files; Chromium has its say in test_svg_clients."""

import io
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, assume, given, settings

from design_io.assets import AssetStore
from design_io.document import (
    Canvas,
    Design,
    ImageLayer,
    Mask,
    ShapeLayer,
    TextLayer,
    from_json,
    leaves,
    to_json,
    walk,
)
from design_io.drawable import refuse_undrawable
from design_io.errors import DesignError, ImportRejected
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import Grain, SolidFill, Stroke
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import svg_bytes, write_svg, write_svg_outlined
from design_io.svg_fonts import characters_for, woff2_subset
from design_io.svg_reader import read_svg
from design_io.text import typeset
from tests.design_io.documents import designs
from tests.design_io.svg_zoo import zoo

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
SODIPODI = "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
MARKS = str.maketrans("", "", "\u200e\u200f")
VARIANTS = pytest.mark.parametrize("outlined", [False, True], ids=["live", "outlined"])


@cache
def zoo_file(outlined: bool = False) -> bytes:
    return svg_bytes(*zoo(), outlined=outlined, debug=True)


@cache
def zoo_tree(outlined: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(zoo_file(outlined))


def tree_of(*layers, **canvas) -> ElementTree.Element:
    design = Design(canvas=Canvas(**{"width": 200, "height": 100, **canvas}), layers=layers)
    resources = Resources(AssetStore(), FontLibrary.bundled())
    return ElementTree.fromstring(svg_bytes(design, resources, debug=True))


def shape(layer_id: str = "shape", **fields) -> ShapeLayer:
    fields = {"fill": SolidFill(color="#ff0000"), "box": Box(10, 10, 80, 40), **fields}
    return ShapeLayer(id=layer_id, role="ornament", **fields)


def by_id(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(element for element in root.iter() if element.get("id") == name)


def drawn(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.tag.startswith(SVG)]


def words(layer_id: str, outlined: bool = False) -> str:
    text = by_id(zoo_tree(outlined), f"{layer_id}.text")
    return "".join(text.itertext()).translate(MARKS)


# Structure


@VARIANTS
def test_every_element_and_attribute_is_valid_svg(outlined):
    assert zoo_tree(outlined).tag == f"{SVG}svg"


@VARIANTS
def test_every_layer_is_an_inkscape_layer_with_its_id_name_and_role(outlined):
    for layer in walk(zoo()[0]):
        group = by_id(zoo_tree(outlined), layer.id)
        assert group.get(f"{INKSCAPE}groupmode") == "layer"
        assert (group.get(f"{INKSCAPE}label"), group.get("class")) == (layer.label, layer.role)


@VARIANTS
def test_ids_are_unique_and_every_reference_finds_one(outlined):
    ids = [e.get("id") for e in drawn(zoo_tree(outlined)) if e.get("id")]
    named = re.findall(rb'(?:url\(#|href="#)([^)"]+)', zoo_file(outlined))
    assert len(ids) == len(set(ids))
    assert {name.decode() for name in named} <= set(ids)


@VARIANTS
def test_nothing_is_fetched_and_nothing_runs(outlined):
    for element in zoo_tree(outlined).iter():
        assert element.get(XLINK_HREF, "#").startswith(("#", "data:"))
        assert "script" not in element.tag and not any(
            name.startswith("on") for name in element.attrib
        )
    assert b"url(http" not in zoo_file(outlined) and b"@import" not in zoo_file(outlined)


def test_hidden_and_locked_layers_say_so():
    hidden = by_id(zoo_tree(), "invisible")
    assert "display:none" in hidden.get("style")
    assert hidden.get(f"{SODIPODI}insensitive") == "1"


def test_alternative_text_is_the_title_of_the_group():
    assert by_id(zoo_tree(), "wide").find(f"{SVG}title").text == 'Waves "in" <colour>'


def test_numbers_have_at_most_three_decimals():
    for element in drawn(zoo_tree()):
        for name in ("x", "y", "width", "cx", "r", "font-size", "stroke-width", "dx"):
            assert re.fullmatch(r"-?\d+(\.\d{1,3})?(px)?", element.get(name, "0"))


@pytest.mark.parametrize(
    ("dpi", "width"), [(96, "200px"), (300, "16.933mm")], ids=["screen", "print"]
)
def test_a_canvas_for_print_states_its_size_on_paper(dpi, width):
    root = tree_of(dpi=dpi)
    assert (root.get("width"), root.get("viewBox")) == (width, "0 0 200 100")


def test_a_shape_with_grain_stays_a_shape_under_a_picture_of_its_speckle():
    grain = Grain(color="#000000")
    root = tree_of(shape(fill=SolidFill(color="#ff0000", grain=grain), stroke=Stroke(color="#fff")))
    assert [element.tag.removeprefix(SVG) for element in by_id(root, "shape")] == [
        "g", "image", "use",
    ]  # fmt: skip
    assert root.find(f".//{SVG}g[@fill='#ff0000']/{SVG}rect") is not None


@pytest.mark.parametrize(
    ("base", "attribute"),
    [
        ({}, "clip-path"),
        ({"rotation": 30.0}, "clip-path"),
        ({"fill": SolidFill(color="#ff000080")}, "mask"),
        ({"opacity": 0.5}, "mask"),
        ({"stroke": Stroke(color="#000000")}, "mask"),
    ],
)
def test_a_layer_is_clipped_by_an_outline_where_that_is_all_its_base_paints(base, attribute):
    root = tree_of(shape("base", **base), shape("top", clip=True))
    assert by_id(root, "top").get(attribute) == "url(#base.clip)"


def test_a_path_keeps_its_data_and_a_long_one_is_not_carried_twice():
    design, resources = zoo()
    path = by_id(zoo_tree(), "long").find(f"{SVG}path")
    assert path.get("d") == resources.assets.text(design.layer("long").path_asset)
    assert zoo_file().count(path.get("d").encode()) == 1


def test_a_picture_used_often_is_embedded_once():
    pictures = [e.get(XLINK_HREF) for e in zoo_tree().iter(f"{SVG}image")]
    photos = [source for source in pictures if source.startswith("data:image/jpeg")]
    assert len(photos) == 1


# Text


@pytest.mark.parametrize(
    ("layer_id", "seen"),
    [
        ("headline", "Office waffles, AVATAR"),
        ("tracked", "TRACKED OUT"),
        ("spans", "One red word, one BIG one, one thin."),
        ("arabic", "سوق الليل ٢٠٢٦ (Live) مساءً!"),
        ("hebrew", "שלום, world 2026! מה נשמע?"),
        ("hindi", "क्षत्रिय हिन्दी रात्रि बाज़ार"),
        ("emoji", "Jazz 🎷 & 🍜 👩‍👩‍👧 🇩🇪!"),
        ("centred", "Two lines, in the middle"),
        ("justified", "Every Friday from six until the last dumpling is gone; entry is free, "
                      "and dogs are as welcome as their people."),
    ],
)  # fmt: skip
def test_live_text_reads_as_one_piece_in_reading_order(layer_id, seen):
    assert words(layer_id) == seen


def test_a_soft_hyphen_shows_only_where_it_breaks_a_word():
    layer = TextLayer(id="t", role="body", text="re\u00admark\u00adable", box=Box(0, 0, 100, 90))
    seen = by_id(tree_of(layer), "t.text").itertext()
    assert "".join(seen).replace("-", "", 1) == "remarkable"


def test_each_piece_stands_where_the_setting_puts_it():
    design, resources = zoo()
    layer = design.layer("centred")
    spans = by_id(zoo_tree(), "centred.text").findall(f"{SVG}tspan")
    lines = typeset(layer, resources.fonts).lines
    assert [float(span.get("x")) for span in spans] == pytest.approx(
        [layer.box.x + line.x for line in lines], abs=1e-3
    )
    assert [float(span.get("y")) for span in spans] == pytest.approx(
        [layer.box.y + line.baseline for line in lines], abs=1e-3
    )


def test_runs_name_the_face_they_are_set_in():
    text = by_id(zoo_tree(), "arabic.text")
    faces = {text.get("font-family")} | {span.get("font-family") for span in text}
    assert "'Noto Naskh Arabic'" in faces
    assert text.get("direction") is None and text.get("text-anchor") is None


def test_every_family_in_use_is_embedded_with_its_real_name():
    css = zoo_tree().find(f".//{SVG}style").text
    used = {e.get("font-family") for e in zoo_tree().iter() if e.get("font-family")}
    embedded = set(re.findall(r"@font-face\{font-family:('[^']+')", css))
    assert used - {"'Noto Color Emoji'"} == embedded


def test_outlined_text_needs_no_font():
    assert zoo_tree(True).find(f".//{SVG}text") is None
    assert b"@font-face" not in zoo_file(True)


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("Playfair Display", "Office AVATAR ffl"),
        ("Noto Naskh Arabic", "سوق الليل ٢٠٢٦ (مساءً)"),
        ("Noto Sans Devanagari", "क्षत्रिय हिन्दी रात्रि"),
        ("Noto Sans Thai", "คำน้ำ"),
        ("Inter", "e\u0301 \u00e9 \u1ebf ½"),
    ],
)
def test_a_subset_shapes_as_the_whole_font_does(family, text):
    face = FontLibrary.bundled().face(family, 400)
    font = TTFont(io.BytesIO(woff2_subset(face, "".join(characters_for(text)), ())))
    font.flavor, plain = None, io.BytesIO()
    font.save(plain)
    cut = hb.Font(hb.Face(plain.getvalue()))
    assert len(plain.getvalue()) < 0.3 * face.path.stat().st_size
    assert shaped(cut, text) == shaped(face.hb_font, text)


def shaped(font: hb.Font, text: str) -> list[tuple[int, ...]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [(p.x_advance, p.x_offset, p.y_offset) for p in buffer.glyph_positions]


# Reopening


@pytest.mark.parametrize("write", [write_svg, write_svg_outlined])
def test_a_file_reopens_as_the_same_design_with_its_assets(write, tmp_path):
    design, resources = zoo()
    write(design, resources, tmp_path / "a.svg", Rasters(design, resources))
    assets = AssetStore()
    assert read_svg(tmp_path / "a.svg", assets) == design
    for layer in leaves(design):
        if isinstance(layer, ImageLayer) and layer.asset:
            assert assets.get(layer.asset) == resources.assets.get(layer.asset)


@pytest.mark.parametrize(
    "text",
    ["\x00\x01\x1f\x7f\x85", "\ufffe\uffff", "]]><!--&amp;-->", "\r\n\t\u2028", "\U0010ffff"],
)
def test_odd_characters_survive(text, tmp_path):
    layer = TextLayer(id="t", role="body", name=text, text=text, alt=text, box=Box(0, 0, 90, 90))
    design = Design(title=text, canvas=Canvas(width=100, height=100), layers=(layer,))
    resources = Resources(AssetStore(), FontLibrary.bundled())
    write_svg(design, resources, tmp_path / "a.svg", Rasters(design, resources))
    assert read_svg(tmp_path / "a.svg", AssetStore()) == design


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(some=designs)
def test_any_design_that_can_be_drawn_reopens_as_it_was(some, tmp_path):
    assets = AssetStore()
    picture = assets.put_pixels(np.full((3, 2, 4), 255, np.uint8))
    design = from_json(re.sub('"[0-9a-f]{64}"', f'"{picture}"', to_json(some)))
    try:
        refuse_undrawable([design], assets, "a.svg")
        data = svg_bytes(design, Resources(assets, FontLibrary.bundled()))
    except DesignError:  # a mask whose path is no path data, be it of a layer that nobody sees
        assume(False)
    (tmp_path / "a.svg").write_bytes(data)
    assert read_svg(tmp_path / "a.svg", AssetStore()) == design


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "holds no Plakat document"),
        (b"not xml", "not well-formed XML"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "declares a DTD"),
        (b"", "not well-formed XML"),
    ],
)
def test_a_foreign_or_broken_file_is_refused_in_one_line(content, reason, tmp_path):
    (tmp_path / "a.svg").write_bytes(content)
    with pytest.raises(ImportRejected, match=reason):
        read_svg(tmp_path / "a.svg", AssetStore())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"version":1', b'"version":99', "newer"),
        (b"data:image/jpeg;base64,", b"data:image/jpeg;base64,AAAA", "lost the asset"),
        (b'"title":', b'"titel":', "damaged"),
    ],
)
def test_a_damaged_file_is_refused_in_one_line(old, new, reason, tmp_path):
    (tmp_path / "a.svg").write_bytes(zoo_file().replace(old, new))
    with pytest.raises(ImportRejected, match=reason):
        read_svg(tmp_path / "a.svg", AssetStore())


def test_a_missing_file_is_named():
    with pytest.raises(ImportRejected, match=r"nowhere\.svg"):
        read_svg(Path("nowhere.svg"), AssetStore())


@pytest.mark.parametrize("path", ["\x1f", "M0 0H1V1\fZ"])
def test_separators_that_xml_cannot_hold_reopen_as_they_were(path, tmp_path):
    mask = Mask(box=Box(0, 0, 40, 40), path=path)
    layer = ShapeLayer(
        id="a", role="hero", box=Box(0, 0, 60, 60), fill=SolidFill(color="#aa2222"), mask=mask
    )
    design = Design(canvas=Canvas(width=100, height=100), layers=(layer,))
    (tmp_path / "a.svg").write_bytes(
        svg_bytes(design, Resources(AssetStore(), FontLibrary.bundled()))
    )
    assert read_svg(tmp_path / "a.svg", AssetStore()) == design
