"""The one wall: every hostile file is refused in one line that names it, or comes in harmless."""

import sys

import pytest

from design_io.assets import AssetStore
from design_io.document import to_json
from design_io.errors import ImportRejected
from design_io.font_intake import checked
from design_io.fonts import FontLibrary
from design_io.importing import open_design
from tests.design_io.hostile_files import DEADLY, HARMLESS, REFUSED, psd

FONTS = FontLibrary.bundled()


def opened(tmp_path, data: bytes):
    (tmp_path / "gift.bin").write_bytes(data)
    return open_design(tmp_path / "gift.bin", AssetStore(), FONTS)[0]


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_line(name, tmp_path):
    data, reason = REFUSED[name]
    with pytest.raises(ImportRejected, match=reason) as refused:
        opened(tmp_path, data)
    assert "gift.bin" in str(refused.value) and "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("name", [
    pytest.param(name, marks=pytest.mark.slow) if "blur" in name else name for name in DEADLY
])  # fmt: skip
def test_what_kills_the_drawing_process_kills_nothing_else(name, tmp_path):
    with pytest.raises(ImportRejected, match="cannot be drawn|takes too long"):
        opened(tmp_path, DEADLY[name])


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_psd_that_ends_too_early_is_refused_or_has_all_of_its_layers(tenth, tmp_path):
    whole = psd()
    try:
        design = opened(tmp_path, whole[: len(whole) * tenth // 10]).history.present
    except ImportRejected as refused:
        assert "gift.bin is damaged" in str(refused)
        assert tenth < 6
    else:
        assert [layer.name for layer in design.layers] == ["Noise", "Group"]


@pytest.mark.parametrize("name", HARMLESS)
def test_what_runs_or_loads_is_gone(name, tmp_path):
    found = to_json(opened(tmp_path, HARMLESS[name]).history.present)
    assert not [word for word in ("alert", "evil", "script", "http") if word in found]


@pytest.mark.parametrize("cut", [0, 12, 200, 5000])
def test_broken_fonts_are_refused(cut):
    face = FONTS.face("Oswald", 700).path.read_bytes()
    broken = face[:cut] + bytes(400) if cut else b"wOF2" + bytes(40)
    with pytest.raises(ImportRejected, match="gift.ttf"):
        checked(broken, "gift.ttf")


def test_no_module_of_the_wall_needs_a_posix_system():
    """They are imported everywhere; limits are set only where the system knows them."""
    import design_io.apart
    import design_io.importing

    assert "resource" not in vars(design_io.apart)
    assert sys.modules[design_io.importing.__name__]
