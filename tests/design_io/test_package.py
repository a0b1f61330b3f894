"""What is handed on: the files, their fonts with licences, a READ ME; the same zip each time."""

import zipfile

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.package import add_fonts, read_me, zip_folder
from design_io.resources import Resources

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
STYLE = TextStyle(font="Oswald", weight=700)
DESIGN = Design(
    title="Night Market",
    canvas=Canvas(width=2480, height=3508, dpi=300),
    layers=(
        TextLayer(id="t", role="title", text="Market 夜", box=Box(0, 0, 900, 90), style=STYLE),
    ),
)


def test_every_face_travels_with_its_licence(tmp_path):
    count = add_fonts(tmp_path, [(DESIGN, RESOURCES)])
    names = {path.name for path in (tmp_path / "fonts").iterdir()}
    assert count == len(names) and {"Oswald OFL.txt", "Noto Sans SC OFL.txt"} <= names
    assert sum(name.endswith((".ttf", ".otf")) for name in names) == 2


def test_the_read_me_names_size_formats_and_fonts():
    told = read_me([(DESIGN, RESOURCES)], ("psd", "pdf"))
    assert "210 x 297 mm at 300 dpi" in told and "Oswald-Bold" in told
    assert '"No" keeps every pixel' in told and "SVG:" not in told
    assert len(told.splitlines()) < 40


def test_the_same_files_make_the_same_zip(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.png").write_bytes(b"picture")
    (inside / "b.txt").write_text("words")
    for name in ("one.zip", "two.zip"):
        zip_folder(inside, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["a.png", "b.txt"] and archive.read("b.txt") == b"words"
