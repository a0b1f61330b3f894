"""A conversation in the terminal: every turn is in the files, and in the home."""

import io

import pytest

from agents.chatting import chat
from agents.home import Home
from agents.turns import edit_file
from app import main
from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.native import read_native
from generators.artist import Artist

REQUEST = "Jazz night at the Blue Note, 12 December 2026, 8 pm"


@pytest.fixture
def file(tmp_path):
    out = tmp_path / "out"
    assert main(["design", REQUEST, "-o", str(out), "--size", "500x600", "--format", "png"]) == 0
    return out / "jazz-night.plakat"


@pytest.fixture
def files(tmp_path):
    out, sizes = tmp_path / "set", "500x500,400x600"
    assert main(["design", REQUEST, "-o", str(out), "--size", sizes, "--format", "png"]) == 0
    return [out / size / "jazz-night.plakat" for size in sizes.split(",")]


def talk(file, *lines):
    told = []
    chat(file, file.parent.parent / "home", Artist(), iter(lines), told.append)
    return told


def opened(file):
    return read_native(file, AssetStore(), FontLibrary.bundled())[0]


def words(file):
    return {x.text for x in leaves(opened(file).history.present) if isinstance(x, TextLayer)}


def test_every_turn_is_written_to_the_file(file):
    told = talk(file, "change the title to 'Blue Monday'", "make it red")
    assert "Blue Monday" in words(file) and opened(file).revision == 2
    assert [line for line in told if line.startswith("  Title: color")] or "red" in told[-2]


def test_what_was_done_in_the_talk_can_be_undone_by_edit(file):
    before = opened(file).history.present
    talk(file, "hide the date")
    edit_file(file, "undo", None)
    assert opened(file).history.present == before


def test_what_was_edited_in_the_file_meanwhile_is_taken_in(file):
    talk(file, "hide the date")
    edit_file(file, "change the title to 'Blue Monday'", None)
    talk(file, "hide the time")
    design = opened(file).history.present
    assert "Blue Monday" in words(file) and not design.layer("date").visible


def test_the_files_of_a_set_follow(files):
    talk(files[0], "change the date to 14 December 2026", "undo", "redo")
    assert all("14 December 2026" in words(file) for file in files)


def test_a_size_that_is_added_becomes_a_file_beside_the_others(file):
    talk(file, "add a 600x200 version", "change the date to 14 December 2026")
    assert "14 December 2026" in words(file.with_name("jazz-night-600x200.plakat"))


def test_the_talk_is_remembered(file):
    talk(file, "hide the date")
    talk(file, "hide the time")
    home = Home(file.parent.parent / "home")
    said = [m.text for m in home.store.transcript(opened(file).design_id) if m.author == "user"]
    assert said == ["hide the date", "hide the time"]


def test_a_question_is_shown_with_its_choices_and_nonsense_changes_nothing(file):
    told = talk(file, "make it pop", "colourless green ideas", "quit", "hide the date")
    assert [line[:4] for line in told[1:4]] == ["  1.", "  2.", "  3."]
    assert opened(file).revision == 0


def test_the_command_talks_over_standard_input(file, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("hide the date\nundo\n"))
    capsys.readouterr()
    assert main(["--home", str(tmp_path / "home"), "chat", str(file)]) == 0
    assert "is hidden" in capsys.readouterr().out and opened(file).revision == 2


def test_a_file_that_is_none_is_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "x.plakat").write_text("no")
    assert main(["--home", str(tmp_path), "chat", str(tmp_path / "x.plakat")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
