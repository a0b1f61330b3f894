"""Somebody has a server paint the picture of a poster, and learns what its licence is."""

import json
from pathlib import Path

import pytest

import app
from generators.registry import GENERATORS
from generators.request import GenerationError
from generators.settings import Settings
from tests.images_server import serving

ASKED = "A red barn at dawn, open day on 5 May 2027, Hill Farm"


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("PLAKAT_IMAGES_MODEL", "plain")
    with serving() as running:
        yield running


@pytest.mark.slow
def test_a_server_paints_a_poster_and_its_terms_are_told_before_and_with_the_files(
    server, tmp_path, capsys
):
    told = ["--generator", "images-api", "--generator-url", server.url]
    asked = [
        "design",
        ASKED,
        "--size",
        "400x500px",
        "-o",
        str(tmp_path),
        "--format",
        "json",
        *told,
    ]
    assert app.main(asked) == 0
    notes = capsys.readouterr().err.splitlines()
    assert notes[0].startswith("note: images-api paints under: terms of the server at 127.0.0.1")
    assert any(n.startswith("note: painted by images-api: plain under: terms") for n in notes)
    report = json.loads((tmp_path / "report.json").read_text())
    made, *_ = [each for each in report["licences"] if each["generator"] == "images-api: plain"]
    assert not made["commercial"] and report["generator"] == "images-api"
    (document,) = tmp_path.glob("*.plakat")
    assert app.main(["export", str(document), "--format", "json", "-o", str(tmp_path / "x")]) == 0
    assert "painted by images-api: plain under: terms" in capsys.readouterr().err


def test_a_server_that_is_not_there_leaves_one_line_and_no_files(tmp_path, capsys):
    told = ["--generator", "images-api", "--generator-url", "http://127.0.0.1:9/v1"]
    code = app.main(["design", ASKED, "-o", str(tmp_path / "x"), *told])
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("plakat: no images server answers at http://127.0.0.1:9/v1")
    assert code == 1 and not (tmp_path / "x").exists()


def test_what_is_said_of_painting_reaches_the_painter(monkeypatch, tmp_path, capsys):
    heard = []

    def painter(settings):
        heard.append(settings)
        raise GenerationError("no brush")

    monkeypatch.setitem(GENERATORS, "probe", painter)
    said = (
        "--preset draft --offload none --storage fp8 --cache half --refine --retry-seed "
        "--guidance-rule plus --first-step base --schedule s.json "
        "--generator-url http://box --workflow w.json"
    )
    assert app.main(["design", ASKED, "--generator", "probe", *said.split()]) == 1
    assert capsys.readouterr().err == "plakat: no brush\n"
    assert heard == [
        Settings(
            preset="draft", offload="none", storage="fp8", retry_seed=True, url="http://box",
            workflow=Path("w.json"), guidance_rule="plus", first_step=Path("base"), refine=True,
            spared="half", schedule=Path("s.json"),
        )
    ]  # fmt: skip
