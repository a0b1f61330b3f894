"""PSD, read back by psd-tools: layers, merged image, and text that stays text."""

import numpy as np
import pytest
from psd_tools import PSDImage
from psd_tools.api.layers import Group
from psd_tools.constants import Resource

from design_io.blending import BLENDS
from design_io.document import GroupLayer, Span, TextLayer
from design_io.errors import DesignError
from design_io.paint import LinearFill
from design_io.png import over_white
from design_io.psd import write_psd
from design_io.psd_text import psd_text
from design_io.rasters import Rasters
from design_io.text import typeset
from tests.design_io.layered_poster import BODY, SIZE, poster, rasters, title
from tests.design_io.letters import RESOURCES, box, ramp, sheet
from tests.design_io.text_layers import FONTS, copy


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> PSDImage:
    return saved(poster(), tmp_path_factory.mktemp("psd") / "poster.psd")


def saved(design, path) -> PSDImage:
    write_psd(design, RESOURCES, path, rasters(design))
    return PSDImage.open(path)


def opened(layer, tmp_path, size=(700, 500)):
    """One layer as a PSD has it."""
    return saved(sheet(layer, size=size), tmp_path / "one.psd")[0]


def layers_of(group) -> list:
    return [(layer.name, layers_of(layer)) if isinstance(layer, Group) else layer.name
            for layer in group]  # fmt: skip


# Layers


def test_names_order_and_groups_are_kept(written):
    assert layers_of(written) == [
        "背景",
        ("Kunst €", ["ornament", "picture", ("ornament", ["ornament"])]),
        "picture",
        "ornament",
        "title",
        "Brève",
    ]


def test_opacity_visibility_and_locks_are_kept(written):
    ground, art, _, spare, title_, _ = written
    assert (art.opacity, title_.opacity, ground.opacity) == (204, 230, 255)
    assert [layer.visible for layer in written] == [True, True, True, False, True, True]
    assert ground.locks.complete and spare.locks is None


@pytest.mark.parametrize("mode", BLENDS)
def test_every_blend_mode_is_kept_on_layers_and_groups(mode, tmp_path):
    group = GroupLayer(id="g", role="hero", layers=(box("B", 0, 0, 2, 2),), blend_mode=mode)
    design = sheet(box("R", 0, 0, 4, 4, blend_mode=mode), group)
    found = [layer.blend_mode.value for layer in saved(design, tmp_path / "modes.psd")]
    assert found == [BLENDS[mode].psd] * 2


def test_a_plain_group_is_isolated_not_passed_through(written):
    inner = written[1][2]
    assert (inner.kind, inner.blend_mode.value) == ("group", b"norm")


def test_pixels_are_the_rasters_cut_to_their_ink(written):
    expected = rasters().layer("title")
    layer = written[4]
    assert (layer.left, layer.top) == (expected.left, expected.top)
    assert np.array_equal(np.asarray(layer.topil().convert("RGBA")), expected.pixels)


def test_the_merged_image_is_ours_in_three_channels(written):
    assert written.channels == 3
    assert np.array_equal(np.asarray(written.topil().convert("RGB")), over_white(rasters().flat))


def test_a_transparent_sheet_is_merged_on_white(tmp_path):
    merged = saved(sheet(box("R", 0, 0, 4, 4)), tmp_path / "p.psd").topil()
    assert np.asarray(merged)[0, [0, 7]].tolist() == [[255, 0, 0], [255, 255, 255]]


def test_psd_tools_composites_our_layers_to_our_picture(written):
    shown = np.asarray(written.composite(force=True).convert("RGB")).astype(int)
    apart = np.abs(shown - over_white(rasters().flat))
    assert apart.mean() < 0.5 and apart.max() <= 4


def test_resolution_thumbnail_and_profile_are_there(written):
    resources = written.image_resources
    assert resources.get_data(Resource.RESOLUTION_INFO).horizontal == 300 * 65536
    assert written.thumbnail().size == (205, 256)
    assert resources.get_data(Resource.ICC_PROFILE)[36:40] == b"acsp"


def test_the_same_design_gives_the_same_bytes(tmp_path):
    paths = [tmp_path / "a.psd", tmp_path / "b.psd"]
    for path in paths:
        saved(poster(), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_an_empty_design_is_a_valid_file(tmp_path):
    assert list(saved(sheet(), tmp_path / "p.psd")) == []


@pytest.mark.parametrize("name", ["x" * 255, "\U0001f3b7 Jazz", "(invalid)\\", "ß\tŠ"])
def test_any_name_survives(name, tmp_path):
    assert opened(box("R", 0, 0, 2, 2).evolve(name=name), tmp_path, (8, 4)).name == name


def test_a_sheet_too_long_for_psd_is_refused_in_one_line(tmp_path):
    design = sheet(size=(30_001, 1))
    with pytest.raises(DesignError, match="30000 px a side.*30001x1; choose ora or svg"):
        write_psd(design, RESOURCES, tmp_path / "p.psd", Rasters(design, RESOURCES))


# Text


def runs_of(layer) -> list:
    return [run for paragraph in layer.typesetting for run in paragraph]


def test_a_text_layer_is_live_text_with_its_pixels(written):
    assert [layer.kind for layer in written][-2:] == ["type", "type"]
    assert written[4].text == "Jazz Night"
    assert np.asarray(written[4].topil())[..., 3].any()


def test_a_titles_style_is_kept(written):
    (run,) = runs_of(written[4])
    assert (run.style.font_name, run.style.font_size, run.style.tracking) == ("Oswald-Bold", 40, 20)
    assert (run.style.auto_leading, run.style.leading) == (False, pytest.approx(48))
    assert run.style.fill_color == pytest.approx((1, 240 / 255, 78 / 255, 35 / 255), abs=1e-5)
    assert not run.style.ligatures


def test_spans_are_runs_and_lines_of_copy_paragraphs(written):
    blue, note, when = runs_of(written[5])
    assert [run.text.rstrip("\r") for run in (blue, note, when)] == [
        "Blue", " Note,", "12 December, 8 pm",
    ]  # fmt: skip
    assert (blue.style.font_name, note.style.font_name) == ("Inter-Bold", "Inter-Regular")
    assert (blue.style.underline, note.style.underline) == (True, False)
    assert written[5].text == BODY.text.replace("\n", "\r")


@pytest.mark.parametrize(
    "words",
    ["(a) \\ b", "小子⠨⠩", "सावन 🎷 مرحبا", "naïve “ff”", "tab\there", "1\u00a02", "🎷🎺👩‍🚀"],
)
def test_words_survive_byte_for_byte(words, tmp_path):
    layer = opened(copy(words, wrap="none"), tmp_path)
    assert layer.text == words.replace("\t", " ")
    assert "".join(run.text for run in runs_of(layer)) == words.replace("\t", " ")


def test_lengths_count_utf16_units_and_the_last_paragraph_end():
    told = psd_text(copy("🎷 a\nb", spans=(Span(start=3, end=4, weight=700),)), FONTS)
    assert [paragraph.length for paragraph in told.paragraphs] == [5, 2]
    assert sum(run.length for run in told.runs) == 7


def test_case_is_applied_to_the_words():
    assert psd_text(copy("Straße", case="upper"), FONTS).text == "STRASSE"


def test_a_fallback_face_is_named_where_it_is_used():
    faces = [run.face.postscript_name for run in psd_text(copy("jazz夜"), FONTS).runs]
    assert faces == ["Inter-Regular", "NotoSansSC-Regular"]


@pytest.mark.parametrize(
    ("align", "words", "expected"),
    [
        ("start", "jazz", 0), ("end", "jazz", 1), ("center", "jazz", 2), ("justify", "jazz", 0),
        ("start", "ג'אז", 1), ("end", "ג'אז", 0), ("left", "ג'אז", 0), ("right", "jazz", 1),
    ],
)  # fmt: skip
def test_alignment_is_physical(align, words, expected):
    assert psd_text(copy(words, align=align), FONTS).paragraphs[0].justification == expected


@pytest.mark.parametrize(("align", "x"), [("left", 100), ("center", 400), ("right", 700)])
def test_one_line_is_point_text_anchored_on_its_baseline(align, x):
    told = psd_text(copy("jazz", x=100, y=50, align=align), FONTS)
    assert told.box is None and told.origin.x == x
    assert 50 < told.origin.y < 50 + 48


def test_several_short_paragraphs_are_point_text():
    assert psd_text(copy("one\ntwo\n\nthree"), FONTS).box is None


def test_mixed_directions_need_a_box_to_lean_on_both_sides():
    told = psd_text(copy("jazz\nג'אז"), FONTS)
    assert told.box and [p.justification for p in told.paragraphs] == [0, 1]


LONG = "Every Friday from eight until the last dumpling is gone, by the river. " * 4


def test_flowing_text_is_one_paragraph_in_a_box_without_breaks():
    told = psd_text(copy(LONG.strip(), wrap="greedy", size=24), FONTS)
    assert told.text == LONG.strip() and told.box


def test_a_balanced_headline_flows_in_a_box_whose_width_breaks_it_as_we_do():
    layer = copy("The quick brown fox jumps over", 600, size=60)
    told = psd_text(layer, FONTS)
    filled = layer.evolve(box=layer.box._replace(width=told.box[0]), wrap="greedy")
    starts = [[line.start for line in typeset(t, FONTS).lines] for t in (layer, filled)]
    assert told.text == layer.text
    assert starts[0] == starts[1] and len(starts[0]) == 2


def test_breaks_no_width_gives_are_soft_returns_in_one_paragraph():
    layer = copy("Every Friday from 18:00 until the last dumpling is gone. Come!", 500, size=28)
    told = psd_text(layer, FONTS)
    assert len(told.paragraphs) == 1
    assert told.text.replace("\x03", " ") == layer.text


def test_rotation_turns_the_text_space_about_the_layers_centre():
    still = psd_text(copy("jazz", 200, 100), FONTS).origin
    told = psd_text(copy("jazz", 200, 100, rotation=90), FONTS)
    assert told.rotation == 90
    assert told.origin == pytest.approx((100 - (still.y - 50), 50 + (still.x - 100)))


def test_leading_is_the_distance_of_our_baselines():
    layer = copy("small\nBIG", spans=(Span(start=6, end=9, size=90),), leading=1.0)
    small, big = psd_text(layer, FONTS).runs
    assert small.leading == 40 and 40 < big.leading <= 90


def test_a_gradient_becomes_its_first_colour():
    layer = copy("jazz", fill=LinearFill(stops=ramp("#ff0000", "#0000ff")))
    assert psd_text(layer, FONTS).runs[0].color == "#ff0000"


def test_a_text_without_words_is_an_empty_picture(tmp_path):
    assert opened(copy(""), tmp_path).kind == "pixel"


def test_the_engine_data_reads_as_photoshops_own(tmp_path):
    layer = opened(title("(Jazz)"), tmp_path, SIZE)
    assert list(layer.engine_dict) == [
        "Editor", "ParagraphRun", "StyleRun", "GridInfo", "AntiAlias",
        "UseFractionalGlyphWidths", "Rendered",
    ]  # fmt: skip
    assert list(layer.resource_dict)[-6:-4] == ["FontSet", "SuperscriptSize"]
    assert layer.resource_dict["FontSet"][0]["Name"] == "Oswald-Bold"


def test_a_paragraph_box_begins_one_cap_height_above_its_first_baseline(tmp_path):
    layer = copy("two lines of quite some words", 300, y=10)
    told = psd_text(layer, FONTS)
    cap_height = FONTS.face("Inter", 400).cap_height / FONTS.face("Inter", 400).units_per_em * 40
    assert told.bounds.y == pytest.approx(cap_height - told_ascent(layer), abs=0.1)


def told_ascent(layer: TextLayer) -> float:
    face = FONTS.face("Inter", 400)
    return face.ascent / face.units_per_em * layer.style.size
