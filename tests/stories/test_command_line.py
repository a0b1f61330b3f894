"""The command line as people use it: whole commands, in their own process where that matters."""

import contextlib
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import app

ROOT = Path(__file__).parent.parent.parent
REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
SMALL = ("--size", "400x500")


def plakat(*arguments, cwd="."):
    """One whole command with its exit code and what it printed, without starting Python anew."""
    words, out, err = [str(word) for word in arguments], io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.chdir(cwd):
        try:
            code = app.main(words)
        except SystemExit as stop:
            code = stop.code
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def own_process(*arguments):
    command = [sys.executable, str(ROOT / "app.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def refused(result) -> str:
    """The one line a refused command prints."""
    assert result.returncode == 2, result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("plakat: "), result.stderr
    return lines[0]


def tree(folder: Path) -> dict[str, str]:
    """Every file below the folder with its hash."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def designed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("design")
    options = (*SMALL, "--format", "all", "--system", "swiss")
    result = own_process("design", REQUEST, "-o", folder, *options)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def document(designed, tmp_path):
    source = next(designed.glob("*.plakat"))
    target = tmp_path / source.name
    target.write_bytes(source.read_bytes())
    return target


def test_a_sentence_becomes_every_file(designed):
    endings = {"".join(p.suffixes) for p in designed.iterdir() if p.is_file()}
    assert {".plakat", ".png", ".svg", ".psd", ".ora", ".json", ".jpg", ".webp"} <= endings
    assert (designed / "layers" / "manifest.json").is_file()
    assert not [p for p in designed.iterdir() if p.name.startswith(".")]


def test_the_words_and_facts_are_on_the_design(designed):
    document = json.loads(
        next(p for p in designed.glob("*.json") if p.name != "report.json").read_text()
    )
    words = json.dumps(document, ensure_ascii=False)
    for fact in ("Blue Note", "12 December 2026", "8 pm", "$25"):
        assert fact in words


def test_the_report_holds_brief_plan_findings_and_timings(designed):
    report = json.loads((designed / "report.json").read_text())
    assert {"brief", "plan", "findings", "scores", "timings", "seed", "generator"} <= report.keys()
    assert report["passed"] is True


def test_the_native_file_is_a_valid_openraster_file(designed):
    with zipfile.ZipFile(next(designed.glob("*.plakat"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        assert {"stack.xml", "mergedimage.png", "document.json"} <= set(archive.namelist())


def test_the_same_request_and_seed_give_the_same_picture(designed, tmp_path):
    plakat("design", REQUEST, "-o", tmp_path, *SMALL, "--format", "png", "--system", "swiss")
    first, second = next(designed.glob("*.png")), next(tmp_path.glob("*.png"))
    assert Image.open(first).tobytes() == Image.open(second).tobytes()


@pytest.mark.slow
def test_a_title_turns_red_and_back(document):
    before = plakat("check", document, "--json").stdout
    edited = own_process("edit", document, "make the title red", "--json")
    assert edited.returncode == 0, edited.stderr
    assert json.loads(edited.stdout)["commands"]
    undone = plakat("edit", document, "undo")
    assert undone.returncode == 0, undone.stderr
    assert plakat("check", document, "--json").stdout == before


def test_edit_with_an_output_folder_leaves_the_original_alone(document, tmp_path):
    original = document.read_bytes()
    result = plakat("edit", document, "hide the date", "-o", tmp_path / "copy")
    assert result.returncode == 0, result.stderr
    assert document.read_bytes() == original
    assert (tmp_path / "copy" / document.name).is_file()


def test_advice_is_readable_applied_and_undone(document):
    plakat("edit", document, "move the title up 300")
    before = json.loads(plakat("check", document, "--recommend", "--json").stdout)
    first = before["suggestions"][0]
    assert first["after"]["findings"] < first["before"]["findings"]
    shown = plakat("check", document, "--recommend").stdout
    assert first["edits"][0] in shown and '"apply suggestion 1"' in shown
    assert plakat("edit", document, "apply suggestion 1").returncode == 0
    plakat("edit", document, "undo")
    assert json.loads(plakat("check", document, "--recommend", "--json").stdout) == before


def test_export_writes_other_formats_beside_the_document(document):
    result = plakat("export", document, "--format", "ora,psd")
    assert result.returncode == 0, result.stderr
    assert {p.suffix for p in document.parent.iterdir()} >= {".ora", ".psd", ".plakat"}


def test_our_own_svg_reopens_as_the_same_design(designed, tmp_path):
    svg = next(p for p in designed.glob("*.svg") if "outlined" not in p.name)
    result = plakat("export", svg, "--format", "json", "-o", tmp_path)
    assert result.returncode == 0, result.stderr
    original = next(p for p in designed.glob("*.json") if p.name != "report.json")
    assert json.loads(next(tmp_path.glob("*.json")).read_text()) == json.loads(original.read_text())


@pytest.mark.parametrize("what", ["systems", "sizes", "generators", "fonts", "formats"])
def test_lists_are_printed(what):
    result = plakat("list", what)
    assert result.returncode == 0 and len(result.stdout.splitlines()) >= 1


def test_a_psd_goes_on_as_a_plakat_beside_it(designed, tmp_path):
    psd = tmp_path / "from-photoshop.psd"
    psd.write_bytes(
        next(p for p in designed.glob("*.psd") if "photoshop" not in p.name).read_bytes()
    )
    edited = plakat("edit", psd, "make the title red")
    assert edited.returncode == 0, edited.stderr
    assert {p.name for p in tmp_path.iterdir()} == {psd.name, "from-photoshop.plakat"}
    assert plakat("edit", tmp_path / "from-photoshop.plakat", "undo").returncode == 0
    assert "already beside" in refused(plakat("edit", psd, "make the title red"))
    exported = plakat("export", psd, "--format", "json", "-o", tmp_path / "out")
    assert "12 December 2026" in next((tmp_path / "out").iterdir()).read_text(), exported.stderr
    assert plakat("check", psd).returncode in (0, 1)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("design", ""), "empty"),
        (("design", "word " * 20_000), "limit"),
        (("design", "x", "--size", "0x10"), "0x10"),
        (("design", "x", "--size", "99999x99999"), "megapixels"),
        (("design", "x", "--size", "A3mm"), "instagram-post"),
        (("design", "x", "--format", "docx"), "psd"),
        (("design", "x", "--system", "rococo"), "bauhaus"),
        (("design", "x", "--generator", "crayon"), "artist"),
        (("design", "x", "--image", "no-such-file.png"), "no-such-file.png"),
        (("edit", "no-such.plakat", "undo"), "no-such.plakat"),
        (("export", "no-such.plakat", "--format", "png"), "no-such.plakat"),
        (("check", "no-such.plakat"), "no-such.plakat"),
        (("campaign", "no-such.csv", "-o", "out"), "no-such.csv"),
    ],
    ids=lambda value: " ".join(map(str, value))[:40] if isinstance(value, tuple) else "",
)
def test_bad_input_gets_one_clear_line_and_writes_nothing(options, said, tmp_path):
    line = refused(plakat(*options, cwd=tmp_path))
    assert said in line
    assert tree(tmp_path) == {}


@pytest.mark.slow
def test_a_refusal_says_the_same_in_its_own_process():
    options = ("edit", "no-such.plakat", "undo")
    assert refused(own_process(*options)) == refused(plakat(*options))


def text_named_png(path: Path) -> None:
    path.write_text("this is no picture")


def truncated_png(path: Path) -> None:
    Image.effect_noise((300, 300), 50).save(path)
    path.write_bytes(path.read_bytes()[:2000])


def enormous_png(path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(path)


@pytest.mark.parametrize("make", [text_named_png, truncated_png, enormous_png])
def test_hostile_pictures_are_refused(make, tmp_path):
    make(tmp_path / "a.png")
    line = refused(
        plakat("design", "a sale", "--image", tmp_path / "a.png", "-o", tmp_path / "out")
    )
    assert "a.png" in line
    assert not (tmp_path / "out").exists()


def test_a_damaged_document_is_refused_and_left_alone(document):
    data = bytearray(document.read_bytes())
    data[len(data) // 2 :] = b"\0" * (len(data) - len(data) // 2)
    document.write_bytes(data)
    refused(plakat("edit", document, "make the title red"))
    assert document.read_bytes() == bytes(data)


def test_a_locked_layer_is_not_changed_by_chat(document):
    assert plakat("edit", document, "lock the title").returncode == 0
    before = document.read_bytes()
    assert "locked" in refused(plakat("edit", document, "make the title red"))
    assert document.read_bytes() == before


def test_a_sentence_nobody_understands_is_refused_with_examples(document):
    assert "title" in refused(plakat("edit", document, "flibber the gibbet"))


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE exists on POSIX only")
@pytest.mark.slow
def test_a_full_disk_leaves_nothing_half_written(document, tmp_path):
    before = tree(tmp_path)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        f"sys.path.insert(0, {str(ROOT)!r}); import app; sys.exit(app.main(sys.argv[1:]))"
    )
    for arguments in (["edit", document, "make the title red"],
                      ["design", "a sale", "-o", tmp_path / "out", "--format", "png"]):  # fmt: skip
        command = [sys.executable, "-c", script, *map(str, arguments)]
        refused(subprocess.run(command, capture_output=True, text=True, timeout=120))
        assert tree(tmp_path) == before


@pytest.mark.slow
def test_two_edits_at_once_are_both_kept_or_one_is_told(document):
    command = [sys.executable, str(ROOT / "app.py"), "edit", str(document)]
    jobs = [
        subprocess.Popen([*command, sentence], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        for sentence in ("make the title red", "hide the date")
    ]
    codes = [job.wait(timeout=120) for job in jobs]
    for job in jobs:
        job.communicate()
    assert set(codes) <= {0, 2} and 0 in codes
    check = plakat("check", document, "--json")
    assert check.returncode == 0, check.stderr


@pytest.mark.slow
def test_a_campaign_goes_on_where_it_stopped(tmp_path):
    table = tmp_path / "requests.csv"
    table.write_text(
        'id,request,size\n1,"A book fair, 5 May",400x500\n2,"Pizza, 20% off",400x500\n3,,\n'
    )
    order = ("campaign", table, "-o", tmp_path / "out", "--format", "png", "--workers", "1")
    first = plakat(*order)
    assert first.returncode == 1 and "2 written, 0 already there, 1 failed" in first.stdout
    second = plakat(*order)
    assert "0 written, 2 already there, 1 failed" in second.stdout
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"1", "2"}


def test_the_users_font_sets_the_title(tmp_path):
    font = next((ROOT / "assets" / "fonts" / "shrikhand").glob("*.ttf"))
    own = tmp_path / "Own.ttf"
    own.write_bytes(font.read_bytes())
    result = plakat("design", "A pizza party", "--font", own, *SMALL, "-o", tmp_path / "out",
                    "--format", "json")  # fmt: skip
    assert result.returncode == 0, result.stderr
    document = next(p for p in (tmp_path / "out").glob("*.json") if p.name != "report.json")
    title = next(x for x in json.loads(document.read_text())["layers"] if x["role"] == "title")
    lines = title.get("layers", [title])
    assert {line["style"]["font"] for line in lines if line["kind"] == "text"} == {"Shrikhand"}
    with zipfile.ZipFile(next((tmp_path / "out").glob("*.plakat"))) as archive:
        assert b"Shrikhand" in archive.read("fonts.json")


def test_a_list_may_lose_its_reader():
    command = f"{sys.executable} {ROOT / 'app.py'} list sizes | true; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0 and result.stderr == ""


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("logo.svg", b"<svg><text>Acme</text></svg>", "live text"),
        ("logo.png", b"no picture", "not a picture"),
        ("logo.gif", b"GIF89a" + bytes(20), "a GIF"),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused_in_one_line(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    result = plakat("design", REQUEST, "--logo", tmp_path / name, "-o", tmp_path / "out")
    assert reason in refused(result) and not (tmp_path / "out").exists()


def test_a_brand_kit_is_applied_and_what_goes_against_it_is_told(tmp_path):
    kit = ROOT / "assets" / "examples" / "brand.toml"
    result = plakat("design", "Poster: cheap clay workshop, 5 May", "--brand", kit, *SMALL,
                    "-o", tmp_path / "out", "--format", "json")  # fmt: skip
    assert result.returncode == 0 and "'cheap', which the brand forbids" in result.stderr
    document = next(p for p in (tmp_path / "out").glob("*.json") if p.stem != "report")
    layers = json.loads(document.read_text())["layers"]
    fonts = {layer["style"]["font"] for layer in layers if layer["kind"] == "text"}
    assert fonts == {"Fraunces", "Outfit"} and "logo" in {layer["role"] for layer in layers}
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert {"brand-word": "soft"}.items() <= {
        f["rule"]: f["severity"] for f in report["findings"]
    }.items()


def test_a_brand_kit_with_wrong_fields_is_told_and_one_without_sense_is_refused(tmp_path):
    kit = tmp_path / "kit.toml"
    kit.write_text('logo = "lost.png"\n[fonts]\ntitle = "Nosuch Sans"\n')
    told = plakat("design", REQUEST, "--brand", kit, *SMALL, "-o", tmp_path / "out")
    assert told.returncode == 0 and "lost.png" in told.stderr and "Nosuch Sans" in told.stderr
    kit.write_text("name = ")
    again = plakat("design", REQUEST, "--brand", kit, *SMALL, "-o", tmp_path / "out2")
    assert "not valid TOML" in refused(again) and not (tmp_path / "out2").exists()


def test_an_export_travels_as_one_zip_with_its_fonts(document, tmp_path):
    result = plakat("export", document, "--format", "pptx,pdf", "--zip", "-o", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    (packed,) = (tmp_path / "out").iterdir()
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
    assert {name.rsplit(".", 1)[-1] for name in names} >= {"pptx", "pdf", "ttf", "txt"}
    assert "READ ME.txt" in names


@pytest.mark.parametrize(("size", "places"), [("400x500", ("",)), ("400x500,500x400", (
    "400x500/", "500x400/",
))])  # fmt: skip
def test_a_design_travels_as_one_zip_with_its_fonts(size, places, tmp_path):
    options = ("--size", size, "--format", "png,svg", "--zip", "-o", tmp_path)
    result = plakat("design", REQUEST, "--system", "swiss", *options)
    assert result.returncode == 0, result.stderr
    (packed,) = tmp_path.glob("*.zip")
    assert str(packed) in result.stdout.splitlines()
    with zipfile.ZipFile(packed) as archive:
        inside = set(archive.namelist())
    assert {f"{place}{packed.stem}.{kind}" for place in places for kind in ("png", "svg")} < inside
    assert "READ ME.txt" in inside and any(name.endswith(".ttf") for name in inside)
    loose = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert loose == {".zip", ".plakat", ".json"}


def test_a_print_file_has_the_bleed_and_marks_that_are_asked_for(document, tmp_path):
    options = ("--bleed", "3", "--marks", "--outlined", "-o", tmp_path)
    assert plakat("export", document, "--format", "pdf", *options).returncode == 0
    with pikepdf.open(next(tmp_path.glob("*.pdf"))) as made:
        page = made.pages[0]
        assert float(page.BleedBox[0]) > 0 and float(page.TrimBox[0]) > float(page.BleedBox[0])


def test_a_bleed_or_profile_that_cannot_be_is_refused(document, tmp_path):
    (tmp_path / "no.icc").write_bytes(b"no profile")
    assert "usually 3" in refused(plakat("export", document, "--format", "pdf", "--bleed", "-1"))
    wrong = ("--profile", tmp_path / "no.icc")
    assert "no ICC" in refused(plakat("export", document, "--format", "pdf", *wrong))
