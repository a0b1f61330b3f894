import pytest

from design_io.errors import DesignError
from layout.legible import smallest_text
from layout.sizes import SIZES, size_named


def test_there_are_forty_named_sizes_and_each_makes_a_canvas():
    assert len(SIZES) >= 40
    assert all(size.canvas.width == size.width for size in SIZES.values())


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("1080x1350", (1080, 1350)),
        ("210x297mm", (2480, 3508)),
        ("4 x 6 in", (1200, 1800)),
        ("21×29.7cm", (2480, 3508)),
        ("A3", (3508, 4961)),
        ("Instagram Story", (1080, 1920)),
    ],
)
def test_sizes_are_named_or_written_out(text, pixels):
    size = size_named(text)
    assert (size.width, size.height) == pixels


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0x10", "at least 64 px"),
        ("99999x99999", "megapixels"),
        ("A3mm", "is not a size"),
        ("20000x100", "20 times"),
        ("-5x10", "is not a size"),
    ],
)
def test_nonsense_sizes_are_refused_with_the_value_and_a_way_out(text, reason):
    with pytest.raises(DesignError, match=reason) as caught:
        size_named(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(("name", "dpi"), [("a3", 300), ("a2", 200), ("a1", 150), ("a0", 100)])
def test_print_presets_follow_the_resolution_rule(name, dpi):
    assert SIZES[name].dpi == dpi


def test_custom_print_sizes_lower_the_resolution_to_stay_under_the_cap():
    size = size_named("1000x1500mm")
    assert size.width * size.height <= 40_000_000 and size.dpi < 300


def test_posters_read_from_afar_need_larger_text_than_flyers():
    per_mm = {n: smallest_text(SIZES[n]).text / SIZES[n].dpi * 25.4 for n in ("a5", "a3", "a1")}
    assert per_mm["a5"] < per_mm["a3"] < per_mm["a1"]
