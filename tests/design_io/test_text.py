"""Setting text: shaping, direction, fallback, alignment, fitting and ink."""

import re

import pytest
import skia
from hypothesis import given, settings
from hypothesis import strategies as st
from text_layers import FONTS, copy

from design_io.document import Span
from design_io.text import fitted, ink_box, line_ink_boxes, measured, outline_path, typeset


def words(layer) -> list[str]:
    return [layer.text[line.start : line.end] for line in typeset(layer, FONTS).lines]


def only_line(layer):
    (line,) = typeset(layer, FONTS).lines
    return line


def glyphs(text: str, **style) -> list[int]:
    return [glyph for run in only_line(copy(text, **style)).runs for glyph in run.glyphs]


def seen(text: str, **fields) -> str:
    """The characters of one line in the order of their glyphs, from left to right."""
    layer = copy(text, width=5000, **fields)
    return "".join(text[cluster] for run in only_line(layer).runs for cluster in run.clusters)


@pytest.mark.parametrize("font", ["Inter", "Caveat", "EB Garamond"])
@pytest.mark.parametrize("width", [60, 140, 5000])
def test_lines_are_measured_as_they_are_set(font, width):
    layer = copy("Office AVATAR 2026, fjord & wave", font=font, width=width, tracking=20)
    quick, whole = measured(layer, FONTS), typeset(layer, FONTS)
    assert quick.overflow == whole.overflow and quick.height == whole.height
    for bare, line in zip(quick.lines, whole.lines, strict=True):
        assert bare.width == pytest.approx(line.width)
        assert (bare.baseline, bare.start, bare.end) == (line.baseline, line.start, line.end)


# Shaping


@pytest.mark.parametrize("text", ["AVATAR", "Type office", "Fjord & Wave 2026", "Tobacco, Yes."])
@pytest.mark.parametrize("font", ["Inter", "Playfair Display", "Anton", "EB Garamond"])
def test_unkerned_widths_are_those_of_skia(text, font):
    plain = ("kern=0", "liga=0", "clig=0", "calt=0", "dlig=0", "ccmp=0", "locl=0")
    skia_font = skia.Font(FONTS.face(font, 400).typeface, 40)
    skia_font.setLinearMetrics(True)
    skia_font.setHinting(skia.FontHinting.kNone)
    width = only_line(copy(text, font=font, features=plain)).width
    assert width == pytest.approx(skia_font.measureText(text), rel=0.005)


def test_kerning_pulls_letters_together():
    assert only_line(copy("AVATAR")).width < only_line(copy("AVATAR", features=("kern=0",))).width


def test_ligatures_form_and_tracking_turns_them_off():
    assert len(glyphs("office", font="EB Garamond")) < 6
    assert len(glyphs("office", font="EB Garamond", tracking=10)) == 6


def test_tracking_stands_between_letters_and_not_after_the_last():
    plain, tracked = only_line(copy("ABC")), only_line(copy("ABC", tracking=100))
    assert tracked.width == pytest.approx(plain.width + 2 * 4)


def test_joined_scripts_are_never_tracked():
    assert only_line(copy("مهرجان", tracking=200)).width == only_line(copy("مهرجان")).width


def test_features_select_other_glyphs():
    assert glyphs("0", features=("zero",)) != glyphs("0")


def test_devanagari_conjuncts_take_fewer_glyphs_than_characters():
    assert len(glyphs("क्षत्रिय")) < len("क्षत्रिय")
    assert 0 not in glyphs("क्षत्रिय")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Большой фестиваль", "Inter"),
        ("Μεγάλη γιορτή", "Inter"),
        ("مهرجان", "Noto Sans Arabic"),
        ("שלום", "Noto Sans Hebrew"),
        ("สวัสดี", "Noto Sans Thai"),
        ("夏の音楽祭", "Noto Sans SC"),
        ("음악", "Nanum Gothic"),
        ("🎷", "Noto Color Emoji"),
    ],
)
def test_every_script_is_set_in_a_font_that_has_it(text, family):
    (run,) = only_line(copy(text)).runs
    assert run.face.family == family
    assert 0 not in run.glyphs


def test_an_emoji_family_is_one_glyph():
    family = "👩\u200d👩\u200d👧\u200d👦"
    (run,) = only_line(copy(family)).runs
    assert (len(run.glyphs), run.start, run.end) == (1, 0, len(family))


def test_digits_and_signs_stay_text_beside_emoji():
    families = {run.face.family for run in only_line(copy("2026 © ♥ 100 #")).runs}
    assert "Noto Color Emoji" not in families


def test_a_character_no_font_has_is_reported_and_drawn_as_notdef():
    result = typeset(copy("ab\U00012000"), FONTS)
    assert result.missing == ("\U00012000",)
    assert result.lines[0].runs[-1].glyphs[-1] == 0


# Direction


def test_digits_and_brands_in_an_arabic_line_read_left_to_right():
    assert seen("مهرجان Plakat 2026").startswith("Plakat 2026 ")
    assert " 2026 " in seen("في القاهرة 2026 مهرجان")


def test_an_arabic_line_runs_from_the_right():
    line = only_line(copy("سلام 2026"))
    assert [run.rtl for run in line.runs] == [False, True]
    assert line.x + line.width == pytest.approx(600)


def test_hebrew_brackets_still_enclose_and_are_mirrored():
    line = only_line(copy("(שלום)"))
    assert seen("(שלום)") == ")םולש("
    mirrored = FONTS.face("Inter", 400).hb_font.get_nominal_glyph(ord("("))
    assert line.runs[0].glyphs == (mirrored,)


@pytest.mark.parametrize(
    ("text", "direction", "language", "rtl"),
    [
        ("Jazz", "auto", "", False),
        ("שלום", "auto", "", True),
        ("Jazz", "rtl", "", True),
        ("20:00", "auto", "", False),
        ("20:00", "auto", "ar", True),
    ],
)
def test_start_is_where_the_paragraph_begins(text, direction, language, rtl):
    line = only_line(copy(text, direction=direction, language=language))
    assert line.x == pytest.approx(600 - line.width if rtl else 0)


# Lines


def test_each_line_feed_begins_a_line_and_may_leave_it_empty():
    layer = copy("one\n\ntwo\r\nthree\n")
    assert words(layer) == ["one", "", "two", "three", ""]
    assert typeset(layer, FONTS).height == pytest.approx(5 * 40 * 1.2)


def test_empty_text_is_one_empty_line():
    line = only_line(copy(""))
    assert (line.runs, line.width) == ((), 0)


def test_a_headline_has_no_one_word_last_line():
    for width in range(300, 900, 20):
        assert " " in words(copy("The long night of museums in Berlin", width))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "ขอเชิญร่วมงานเทศกาลดนตรีแจ๊ส",
        "在城市公园举办的夏季爵士音乐节",
        "夏の音楽祭にようこそお越しください",
    ],
)
def test_languages_without_spaces_wrap_inside_the_box(text):
    result = typeset(copy(text, width=300), FONTS)
    assert len(result.lines) > 1 and not result.overflow
    assert result.width <= 300.1


def test_a_soft_hyphen_shows_only_where_the_line_breaks():
    layer = copy("Donau\u00adschiff", width=160)
    hyphen = FONTS.face("Inter", 400).hb_font.get_nominal_glyph(ord("-"))
    first, second = typeset(layer, FONTS).lines
    assert first.runs[-1].glyphs[-1] == hyphen
    assert hyphen not in glyphs("Donau\u00adschiff")


def test_a_word_wider_than_its_box_is_torn_and_overflows():
    result = typeset(copy("Donaudampfschifffahrt", width=200), FONTS)
    assert len(result.lines) > 1 and result.width <= 200 and result.overflow


def test_more_lines_than_allowed_overflow():
    assert typeset(copy("one\ntwo\nthree", max_lines=2), FONTS).overflow
    assert not typeset(copy("one\ntwo", max_lines=2), FONTS).overflow


def test_case_mapping_keeps_the_original_clusters():
    (run,) = only_line(copy("aßb", case="upper")).runs
    assert run.clusters == (0, 1, 1, 2)
    assert (run.start, run.end) == (0, 3)


# Place


@pytest.mark.parametrize(
    ("align", "share"), [("left", 0), ("center", 0.5), ("right", 1), ("end", 1)]
)
def test_lines_are_aligned_in_their_box(align, share):
    line = only_line(copy("Jazz", align=align))
    assert line.x == pytest.approx((600 - line.width) * share)


def test_justified_lines_reach_both_edges_but_the_last():
    text = "A justified column reaches both of its edges on every line but the very last one."
    *full, last = typeset(copy(text, 400, size=24, align="justify", wrap="greedy"), FONTS).lines
    for line in full:
        assert line.x == 0 and line.runs[-1].points[-1][0] < 400
        assert sum(run.advance for run in line.runs) == pytest.approx(400)
    assert last.width < 400


def test_justified_chinese_is_spaced_between_characters():
    text = "在城市公园举办的夏季爵士音乐节欢迎大家免费参加"
    first, *_ = typeset(copy(text, 450, align="justify", wrap="greedy"), FONTS).lines
    assert sum(run.advance for run in first.runs) == pytest.approx(450)


@pytest.mark.parametrize(("align", "top"), [("top", 0), ("middle", 176), ("bottom", 352)])
def test_the_block_stands_in_its_box_with_half_leading(align, top):
    line = only_line(copy("Jazz", vertical_align=align))
    face = FONTS.face("Inter", 400)
    ascent, descent = 40 * face.ascent / 2048, -40 * face.descent / 2048
    assert line.baseline == pytest.approx(top + ascent + (48 - ascent - descent) / 2)


def test_a_line_is_as_high_as_its_largest_span():
    layer = copy("Only 50 % off", spans=(Span(start=5, end=9, size=120),))
    assert typeset(layer, FONTS).height == pytest.approx(120 * 1.2)


def test_spans_become_runs_of_their_own_style():
    span = Span(start=5, end=9, weight=700, color="#ff0000", underline=True)
    line = only_line(copy("Only jazz here", spans=(span,)))
    assert [(run.start, run.end, run.underline) for run in line.runs] == [
        (0, 5, False), (5, 9, True), (9, 14, False),
    ]  # fmt: skip
    assert line.runs[1].face.weight == 700 and line.runs[1].color == "#ff0000"


# Fit


TITLE = "Summer Jazz in the Park"


def test_filling_text_fits_and_could_not_be_larger():
    layer = fitted(copy(TITLE, fit="fill"), FONTS)
    larger = layer.evolve(style=layer.style.evolve(size=layer.style.size + 0.2))
    assert not typeset(layer, FONTS).overflow
    assert typeset(larger, FONTS).overflow


def test_shrinking_lowers_a_size_that_is_too_large_and_never_raises_one():
    small, large = copy(TITLE, fit="shrink", size=20), copy(TITLE, fit="shrink", size=300)
    assert fitted(small, FONTS) == small
    assert 40 < fitted(large, FONTS).style.size < 300
    assert not typeset(fitted(large, FONTS), FONTS).overflow


def test_a_single_line_fills_the_height_with_its_ink():
    layer = fitted(copy("LINE UP", 900, 60, fit="fill", vertical_align="middle"), FONTS)
    ink = ink_box(layer, FONTS)
    assert typeset(layer, FONTS).height > 60
    assert ink.y >= -0.1 and ink.bottom <= 60.1


def test_spans_keep_their_proportion_and_lines_their_limit():
    layer = copy("Only 50 % off", fit="fill", max_lines=1, spans=(Span(start=5, end=9, size=80),))
    layer = fitted(layer, FONTS)
    assert layer.spans[0].size == pytest.approx(2 * layer.style.size, rel=1e-3)
    assert len(typeset(layer, FONTS).lines) == 1


def test_words_are_not_torn_to_be_larger():
    layer = fitted(copy("Typography", 300, 400, fit="fill"), FONTS)
    assert words(layer) == ["Typography"]


def test_what_never_fits_is_set_at_the_smallest_size():
    assert fitted(copy("word " * 400, 50, 20, fit="shrink"), FONTS).style.size == 6


# Ink


def test_ink_lies_inside_the_block_and_on_the_canvas():
    layer = copy(TITLE, 300, x=50, y=70)
    result = typeset(layer, FONTS)
    for line, ink in zip(result.lines, line_ink_boxes(layer, FONTS), strict=True):
        assert ink.x >= 50 - 2 and ink.right <= 50 + line.width + 2
        assert ink.y >= 70 and ink.bottom <= 70 + result.height


def test_the_ink_of_a_capital_is_its_cap_height():
    face = FONTS.face("Inter", 400)
    assert ink_box(copy("H"), FONTS).height == pytest.approx(40 * face.cap_height / 2048)


def test_emoji_have_ink_and_spaces_have_none():
    assert ink_box(copy("😀"), FONTS).width > 30
    assert ink_box(copy("   "), FONTS).empty


def test_the_outline_is_svg_path_data_within_the_ink():
    layer = copy("Hé", x=100, y=50)
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", outline_path(layer, FONTS))]
    ink = ink_box(layer, FONTS)
    assert min(numbers[0::2]) == pytest.approx(ink.x, abs=0.02)
    assert max(numbers[1::2]) == pytest.approx(ink.bottom, abs=0.02)


# Whatever people type


def test_moving_or_hiding_a_layer_does_not_set_it_again():
    layer = copy(TITLE)
    moved = layer.evolve(box=layer.box.shift(5, 9), opacity=0.5, name="Headline", rotation=3)
    assert typeset(moved, FONTS) is typeset(layer, FONTS)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["none", "upper", "title"]), st.integers(20, 900))
def test_every_character_but_breaks_belongs_to_one_run(text, case, width):
    result = typeset(copy(text, width, case=case), FONTS)
    covered = [i for line in result.lines for run in line.runs for i in range(run.start, run.end)]
    assert len(covered) == len(set(covered))
    assert all(
        text[i].isspace() or not text[i].isprintable() for i in {*range(len(text))} - {*covered}
    )


@settings(max_examples=50, deadline=None)
@given(st.text("aé 中نש😀\u200dกि-\n", max_size=40), st.sampled_from(["balance", "greedy", "none"]))
def test_lines_follow_each_other_and_stay_in_the_box(text, wrap):
    result = typeset(copy(text, 200, wrap=wrap), FONTS)
    bounds = [bound for line in result.lines for bound in (line.start, line.end)]
    assert bounds == sorted(bounds)
    assert result.overflow or result.width <= 200.2
