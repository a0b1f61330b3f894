"""Faces by family, weight and style; fallback; user fonts."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from design_io.errors import DesignError
from design_io.fonts import Face, FontLibrary

LIBRARY = FontLibrary.bundled()


def library_of(*weights: int, italics: tuple[int, ...] = ()) -> FontLibrary:
    upright = [Face("Inter", weight, False, Path("none"), f"I{weight}") for weight in weights]
    return FontLibrary(
        upright + [Face("Inter", w, True, Path("none"), f"I{w}i") for w in italics], {}
    )


def font_file(path: Path, *, embedding: int = 0, axes: bool = False) -> Path:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    names = {"familyName": "Acme Sans", "styleName": "Bold", "psName": "AcmeSans-Bold"}
    builder.setupNameTable(names)
    builder.setupOS2(usWeightClass=700, fsType=embedding)
    builder.setupPost()
    if axes:
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    builder.save(path)
    return path


def test_reading_the_index_opens_no_font_and_needs_no_skia():
    script = (
        "import sys; from design_io.fonts import FontLibrary; library = FontLibrary.bundled();"
        "face = library.face('Inter', 700);"
        "assert 'skia' not in sys.modules and 'hb_font' not in vars(face)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (100, 300),
        (300, 300),
        (350, 300),
        (400, 500),
        (450, 500),
        (500, 500),
        (600, 800),
        (900, 800),
    ],
)
def test_weights_match_as_in_css(wanted, chosen):
    assert library_of(300, 500, 800).face("Inter", wanted).weight == chosen


def test_style_comes_before_weight():
    assert library_of(400, 700, italics=(400,)).face("Inter", 700, italic=True).italic
    assert not library_of(400, 700).face("Inter", 700, italic=True).italic


def test_names_ignore_case_and_an_unknown_family_is_the_default_one():
    assert LIBRARY.has("playfair display") and not LIBRARY.has("Helvetica Now")
    assert LIBRARY.face("PLAYFAIR DISPLAY", 400).family == "Playfair Display"
    assert LIBRARY.face("Helvetica Now", 400).family == "Inter"


def test_faces_are_the_same_object_every_time():
    assert LIBRARY.face("Inter", 400) is FontLibrary.bundled().face("Inter", 400)


def test_metrics_are_in_font_units_with_a_negative_descent():
    face = LIBRARY.face("Inter", 400)
    assert (face.units_per_em, face.ascent, face.descent) == (2048, 1984, -494)
    assert (face.cap_height, face.x_height) == (1490, 1118)


@pytest.mark.parametrize(
    ("cluster", "family"),
    [
        ("ع", "Noto Sans Arabic"),
        ("ש", "Noto Sans Hebrew"),
        ("क्षि", "Noto Sans Devanagari"),
        ("ก", "Noto Sans Thai"),
        ("中", "Noto Sans SC"),
        ("の", "Noto Sans SC"),
        ("한", "Nanum Gothic"),
        ("я", "Inter"),
        ("👩\u200d👧", "Noto Color Emoji"),
        ("1\ufe0f\u20e3", "Noto Color Emoji"),
        ("☎", "Noto Sans Symbols 2"),
    ],
)
def test_each_script_has_a_family_that_stands_in(cluster, family):
    assert LIBRARY.fallback(cluster, 400).family == family


def test_fallback_keeps_weight_and_the_look_of_a_serif():
    assert LIBRARY.fallback("中", 700).weight == 700
    serif = LIBRARY.face("Playfair Display", 700)
    assert LIBRARY.fallback("λ", 700, like=serif).family == "EB Garamond"
    assert LIBRARY.fallback("ع", 700, like=serif).family == "Noto Naskh Arabic"


def test_no_font_is_none():
    assert LIBRARY.fallback("\U00012000", 400) is None


def test_coverage_sees_through_normal_forms_and_invisible_characters():
    face = LIBRARY.face("Inter", 400)
    assert face.covers("e\u0301") and face.covers("\u200d") and face.covers("\u2009")
    assert not face.covers("中")


def test_a_typeface_opens_the_same_file():
    assert LIBRARY.face("Anton", 400).typeface.getFamilyName() == "Anton"


def test_a_user_font_is_found_by_the_names_inside_it(tmp_path):
    library = LIBRARY.with_files([font_file(tmp_path / "x.ttf")])
    face = library.face("Acme Sans", 400)
    assert (face.weight, face.postscript_name, face.covers("A")) == (700, "AcmeSans-Bold", True)
    assert not LIBRARY.has("Acme Sans")


def test_a_user_font_wins_over_a_bundled_one_and_libraries_are_remembered():
    inter = LIBRARY.face("Inter", 400)
    library = LIBRARY.with_files([inter.path])
    assert library.face("Inter", 400).category == "user"
    assert library is LIBRARY.with_files([inter.path])


@pytest.mark.parametrize(
    ("options", "reason"),
    [({"axes": True}, "variable font"), ({"embedding": 2}, "forbids embedding")],
)
def test_fonts_that_files_cannot_hold_are_refused(tmp_path, options, reason):
    with pytest.raises(DesignError, match=f"x.ttf .*{reason}"):
        LIBRARY.with_files([font_file(tmp_path / "x.ttf", **options)])


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00" + b"\xff" * 500])
def test_a_broken_file_is_refused_by_name(tmp_path, content):
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(DesignError, match="broken.ttf"):
        LIBRARY.with_files([path])


def test_a_missing_file_is_refused():
    with pytest.raises(DesignError, match="nowhere.otf"):
        LIBRARY.with_files(["nowhere.otf"])
