"""What hostile and impatient people type: one clear line, or a design; never a hang or a trace."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import app
from agents.campaign import read_rows
from agents.instruction import parse
from design_io.document import from_json, walk
from design_io.errors import DesignError

SMALL = ("--size", "200x250", "--format", "png")


def said(capsys, *arguments) -> tuple[int, list[str]]:
    """The exit code and the lines on stderr of one command."""
    try:
        code = app.main([str(argument) for argument in arguments])
    except SystemExit as stop:
        code = stop.code
    return code, capsys.readouterr().err.strip().splitlines()


@pytest.mark.parametrize(
    "request_text", ["x", "1", "🎉", "...", "jazz \ud83d night", "a\u202eb\u200d"]
)
def test_odd_requests_become_designs(request_text, tmp_path, capsys):
    code, lines = said(capsys, "design", request_text, "-o", tmp_path / "out", *SMALL)
    assert code == 0
    assert all(line.startswith("note: ") for line in lines)


@pytest.mark.slow
def test_names_beyond_the_terminal_s_alphabet_are_still_printed(tmp_path):
    command = [sys.executable, app.__file__, "design", "Löwe", "-o", tmp_path, *SMALL]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    result = subprocess.run(command, capture_output=True, text=True, env=ascii_only, timeout=60)
    assert result.returncode == 0, result.stderr


def test_an_edit_leaves_half_a_surrogate_pair_out(tmp_path, capsys):
    said(capsys, "design", "jazz", "-o", tmp_path, *SMALL)
    code, lines = said(capsys, "edit", tmp_path / "jazz.plakat", 'change the title to "a\udcffb"')
    assert (code, lines) == (0, [])


@pytest.mark.parametrize("system", ["swiss", "arch"])
def test_art_is_seen_and_stays_off_the_words_on_a_strip(system, tmp_path, capsys):
    words = "A jazz night poster for the Blue Note, 12 December, 8 pm, tickets $20"
    options = ("--size", "150x3000", "--system", system, "--format", "json")
    code, _ = said(capsys, "design", words, "-o", tmp_path, *options)
    design = from_json(next(tmp_path.glob("jazz*.json")).read_bytes())
    layers = {layer.id: layer for layer in walk(design)}
    facts = [layer.box for layer in layers.values() if layer.role == "date"]
    shown = layers["disc" if system == "swiss" else "fern-1"].box
    assert code == 0 and facts and all(shown.intersection(fact).empty for fact in facts)
    assert shown.width > 15


def test_half_a_surrogate_pair_is_left_out():
    assert parse("jazz\ud83d night").request == "jazz night"
    with pytest.raises(DesignError, match="empty"):
        parse("\udcff")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("design",), "request"),
        (("design", "x", "--size", "-5x5"), "--size"),
        (("design", "x", "--seed", "9" * 30), "18 digits"),
        (("design", "x", "--seed", "many"), "many"),
        (("design", "x", "--size", "10001x4000"), "40.004 megapixels"),
        (("paint",), "paint"),
    ],
)
def test_wrong_arguments_get_one_line(arguments, word, capsys):
    code, lines = said(capsys, *arguments)
    assert code == 2
    assert len(lines) == 1 and word in lines[0]


def test_a_refusal_does_not_repeat_a_novel(tmp_path, capsys):
    said(capsys, "design", "x", "-o", tmp_path, *SMALL)
    document = next(tmp_path.glob("*.plakat"))
    code, lines = said(capsys, "edit", document, "make the title " + "very " * 3000 + "quux")
    assert code == 2
    assert len(lines) == 1 and len(lines[0]) < 1500


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("id,request\na,x\n a,y\n", "unique"),
        ("id,request\na,x\nA,y\n", "unique"),
        ("id,request\n../x,y\n", "folder name"),
        ("id,request,seed\na,x,--5\n", "--5"),
        ("id,request,seed\na,x,²\n", "²"),
        ("id,title\na,x\n", "columns"),
    ],
)
def test_a_bad_campaign_file_is_refused_by_what_is_wrong(table, word, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(DesignError, match=word):
        read_rows(path, "png")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a group of processes otherwise there")
@pytest.mark.slow
def test_an_interrupted_campaign_says_one_line_and_leaves_no_halves(tmp_path):
    table = tmp_path / "rows.csv"
    table.write_text("id,request,size\n" + "".join(f"r{n},Jazz,200x250\n" for n in range(400)))
    command = [sys.executable, Path(app.__file__), "campaign", table, "-o", tmp_path / "out"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(1.6)  # workers are starting: the moment that once printed their traces
    os.killpg(process.pid, signal.SIGINT)
    errors = process.communicate(timeout=120)[1]
    assert process.returncode == 130 and "Traceback" not in errors
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]
