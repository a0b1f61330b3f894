"""The `.plakat` file: exact round trips, damage told in one line, one writer at a time."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from PIL import Image

from design_io.assets import TEMPORARY, AssetStore
from design_io.commands import AddLayer, RemoveLayer, UpdateLayer
from design_io.document import TextStyle, to_json
from design_io.errors import DesignError, ImportRejected, RevisionConflict
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.native import (
    Change,
    NativeFile,
    lock_native,
    new_design_id,
    read_native,
    replace_all_if_unchanged,
    replace_if_unchanged,
    write_native,
)
from design_io.resources import Resources
from tests.design_io.documents import design, edited, group, image, sessions, shape, text

ROOT = Path(__file__).parent.parent.parent
FONTS = FontLibrary.bundled()
RESOURCES = Resources(AssetStore(), FONTS)
PHOTO = RESOURCES.assets.put_pixels(np.full((5, 7, 4), 200, np.uint8))
DRAWING = RESOURCES.assets.put(b"M0 0L1 0L1 1Z")
META = {"brief.json": '{"subject": "jazz"}'}


def poster():
    drawn = shape("star", shape="path", path_asset=DRAWING)
    return design(shape("ground"), group("art", drawn, image("photo", asset=PHOTO)), text("title"))


def history() -> History:
    """Two steps to undo, one to redo."""
    done = History(poster()).do(UpdateLayer(layer_id="title", changes={"text": "Blues"}), "rename")
    done = done.do(RemoveLayer(layer_id="photo"), "no photo", "agent")
    return done.do(AddLayer(layer=text("extra", "8 pm")), "add time").undo()


@pytest.fixture
def path(tmp_path):
    """A file at revision 3."""
    path = tmp_path / "jazz.plakat"
    write_native(path, NativeFile("abc", 3, history(), META), RESOURCES)
    return path


def reopened(path: Path) -> NativeFile:
    return read_native(path, AssetStore(), FONTS)[0]


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def remade(path: Path, changes: dict[str, bytes | None]) -> Path:
    """The file with members exchanged, or left out where None."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | changes
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if data is not None:
                archive.writestr(name, data)
    return path


def asset_member(path: Path, asset: str) -> str:
    return next(name for name in names(path) if name.startswith(f"assets/{asset}"))


# Round trips


def test_a_file_reopens_exactly(path):
    file, resources = read_native(path, AssetStore(), FONTS)
    assert file == NativeFile("abc", 3, history(), META)
    assert all(resources.assets.get(a) == RESOURCES.assets.get(a) for a in (PHOTO, DRAWING))
    assert resources.fonts is FONTS


def test_undo_and_redo_work_after_reopening(path):
    again = reopened(path).history
    assert again.redo().present == history().redo().present
    assert again.undo().undo().present == poster()


def test_an_asset_that_only_undo_needs_is_kept(path):
    assets = AssetStore()
    file, _ = read_native(path, assets, FONTS)
    assert PHOTO not in to_json(file.history.present) and PHOTO in assets


@settings(max_examples=12, deadline=None)
@given(sessions)
def test_any_session_is_the_same_after_reopening(tmp_path_factory, edits):
    done = History(poster())
    for edit in edits:
        done = edited(done, edit)
    path = tmp_path_factory.mktemp("session") / "a.plakat"
    write_native(path, NativeFile("abc", len(edits), done), RESOURCES)
    assert reopened(path).history == done


def test_the_same_design_gives_the_same_bytes(path):
    before = path.read_bytes()
    write_native(path, reopened(path), RESOURCES)
    assert path.read_bytes() == before


def test_the_file_is_a_valid_openraster_file_too(path):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"image/openraster"
        merged = Image.open(io.BytesIO(archive.read("mergedimage.png")))
        assert merged.size == (120, 160)
        assert {"stack.xml", "Thumbnails/thumbnail.png"} <= set(archive.namelist())


def test_assets_bear_the_ending_of_their_kind(path):
    endings = {name.split(".")[1] for name in names(path) if name.startswith("assets/")}
    assert endings == {"png", "path"}


@pytest.mark.parametrize("name", ["../evil.json", "brief.txt", "a/b.json", ""])
def test_meta_names_are_plain(tmp_path, name):
    file = NativeFile("abc", 0, History(design()), {name: "{}"})
    with pytest.raises(DesignError, match="name it like brief.json"):
        write_native(tmp_path / "a.plakat", file, RESOURCES)


def test_every_design_id_is_new():
    assert len({new_design_id() for _ in range(9)}) == 9


# Fonts


@pytest.fixture(scope="module")
def own_font(tmp_path_factory) -> Path:
    """A font of the user's: a bundled one under another name."""
    font = TTFont(FONTS.face("Anton", 400).path)
    for record in font["name"].names:
        renamed = record.toUnicode().replace("Anton", "Corporate")
        record.string = renamed.encode(record.getEncoding())
    path = tmp_path_factory.mktemp("fonts") / "Corporate (new).ttf"
    font.save(path)
    return path


@pytest.fixture
def branded(tmp_path, own_font) -> Path:
    some = design(text(style=TextStyle(font="Corporate")), text("other", "Plain"))
    path = tmp_path / "branded.plakat"
    fonts = FONTS.with_files([own_font])
    write_native(path, NativeFile("abc", 0, History(some)), RESOURCES._replace(fonts=fonts))
    return path


def test_the_users_fonts_travel_with_the_file(branded, own_font):
    _, resources = read_native(branded, AssetStore(), FONTS)
    face = resources.fonts.face("Corporate", 400)
    assert face.path.read_bytes() == own_font.read_bytes()
    assert not FONTS.has("Corporate")


def test_a_reopened_font_is_carried_on(branded):
    before = branded.read_bytes()
    file, resources = read_native(branded, AssetStore(), FONTS)
    write_native(branded, file, resources)
    assert branded.read_bytes() == before


def test_bundled_fonts_are_named_with_their_fallbacks_and_not_carried(tmp_path):
    path = tmp_path / "a.plakat"
    some = design(text(words="Jazz 夜 ليل"))
    write_native(path, NativeFile("abc", 0, History(some)), RESOURCES)
    with zipfile.ZipFile(path) as archive:
        families = {entry["family"] for entry in json.loads(archive.read("fonts.json"))}
    assert "Inter" in families and len(families) == 3
    assert not [name for name in names(path) if name.startswith("fonts/")]


def test_a_missing_or_changed_font_is_a_warning(path):
    entries = [
        {"family": "Gone", "weight": 400, "italic": False, "postscript_name": n, "sha256": "0"}
        for n in ("Gone-Regular", "Inter-Regular")
    ]
    warnings = reopened(remade(path, {"fonts.json": json.dumps(entries).encode()})).warnings
    assert warnings == (
        "the font Gone-Regular is missing; Inter stands in for it",
        "the font Inter-Regular is another version than in the file",
    )


def test_a_font_that_was_tampered_with_is_refused(branded):
    member = next(name for name in names(branded) if name.startswith("fonts/"))
    with pytest.raises(ImportRejected, match=f"{member} is not what its hash says"):
        reopened(remade(branded, {member: b"\0\1\0\0" + bytes(99)}))


# Damage


@pytest.mark.parametrize(
    ("member", "data", "complaint"),
    [
        ("plakat.json", None, "jazz.plakat is no Plakat file; open a .plakat"),
        ("document.json", None, "jazz.plakat is no Plakat file"),
        ("fonts.json", None, "fonts.json is missing; use a backup"),
        ("plakat.json", b"{", "plakat.json in jazz.plakat is not valid JSON"),
        ("plakat.json", b"[]", "is damaged: plakat.json: "),
        ("plakat.json", b'{"design_id": "a", "revision": -1}', "plakat.json: revision: "),
        ("plakat.json", b'{"format": 2}', "has format 2, this Plakat reads 1; update Plakat"),
        ("document.json", b"{", "document.json: the document is not valid JSON"),
        ("document.json", b'{"version": 2}', "document.json: the document has version 2, newer"),
        ("fonts.json", b"{}", "is damaged: fonts.json: "),
        ("meta/brief.json", b"{", "meta/brief.json in jazz.plakat is not valid JSON"),
        ("assets/evil.bin", b"\x7fELF\xff", "is neither a picture nor path data"),
        ("assets/wrong.path", b"M0 0", "assets/wrong.path is not what its hash says"),
    ],
)
def test_a_damaged_member_is_named_in_one_line(path, member, data, complaint):
    with pytest.raises(ImportRejected, match=complaint) as refusal:
        reopened(remade(path, {member: data}))
    assert "\n" not in str(refusal.value) and "jazz.plakat" in str(refusal.value)


def test_a_missing_or_wrong_asset_is_refused(path):
    member = asset_member(path, DRAWING)
    with pytest.raises(ImportRejected, match="is not what its hash says"):
        reopened(remade(path, {member: b"M0 0L9 9"}))
    with pytest.raises(ImportRejected, match=f"asset {DRAWING[:12]} is missing; use a backup"):
        reopened(remade(path, {member: None}))


@pytest.mark.parametrize("keep", [0, 10, 300, 0.5, 0.99])
def test_a_truncated_file_is_refused(path, keep):
    data = path.read_bytes()
    path.write_bytes(data[: keep if isinstance(keep, int) else int(keep * len(data))])
    with pytest.raises(ImportRejected, match="jazz.plakat is damaged or no zip file"):
        reopened(path)


def test_a_flipped_bit_is_found(path):
    data = bytearray(path.read_bytes())
    data[data.index(b"document.json") + 60] ^= 4
    path.write_bytes(data)
    with pytest.raises(ImportRejected, match="document.json cannot be read"):
        reopened(path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, "history.jsonl is missing"),
        (b"", "the document is not valid JSON"),
        (to_json(poster()).encode(), "it does not lead to the document"),
        (to_json(poster()).encode() + b"\n{}", "revision 1 is damaged: "),
        (to_json(poster()).encode() + b'\n{"revision": 2, "kind": "undo", "actor": "user"}',
         "revision 1 is missing; 2 is in its place"),
        (to_json(poster()).encode() + b'\n{"revision": 1, "kind": "undo", "actor": "user"}',
         "revision 1 fails: nothing to undo"),
    ],
)  # fmt: skip
def test_a_damaged_history_is_given_up_with_a_warning(path, data, why):
    file = reopened(remade(path, {"history.jsonl": data}))
    assert file.history == History(history().present)
    assert len(file.warnings) == 1
    assert (
        "the undo history of jazz.plakat is lost: " in file.warnings[0] and why in file.warnings[0]
    )


def test_a_history_that_lost_a_picture_is_given_up(path):
    file = reopened(remade(path, {asset_member(path, PHOTO): None}))
    assert file.warnings == (
        f"the undo history of jazz.plakat is lost: asset {PHOTO[:12]} is missing",
    )


# Written whole or not at all


def nothing_else_beside(path: Path) -> bool:
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_design_that_lost_an_asset_is_not_written_over_the_old_file(path):
    before = path.read_bytes()
    with pytest.raises(DesignError, match="is missing from the store"):
        write_native(path, NativeFile("abc", 4, history()), Resources(AssetStore(), FONTS))
    assert path.read_bytes() == before and nothing_else_beside(path)


# Opens the file named by the first argument, then runs the rest with `file` and `resources`.
_OPENED = """
import sys
from pathlib import Path
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.native import *

path = Path(sys.argv[1])
file, resources = read_native(path, AssetStore(), FontLibrary.bundled())
print("ready", flush=True)
sys.stdin.readline()
"""
_FULL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    write_native(path, file, resources)
except DesignError as error:
    sys.exit(str(error))
"""
_REPLACE = """
try:
    replace_if_unchanged(path, 3, file._replace(revision=4), resources)
except DesignError as error:
    sys.exit(str(error))
"""
_WRITE_ON = """
while True:
    write_native(path, file, resources)
    print("written", flush=True)
"""
_HOLD = """
with lock_native(path):
    print("locked", flush=True)
    sys.stdin.readline()
"""


def process(script: str, path: Path) -> subprocess.Popen:
    """The script in its own process, with the file open and waiting for a line."""
    started = subprocess.Popen(
        [sys.executable, "-c", _OPENED + script, str(path)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert started.stdout.readline() == "ready\n"
    return started


def go(started: subprocess.Popen) -> None:
    started.stdin.write("go\n")
    started.stdin.flush()


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_full_disk_leaves_the_old_file(path):
    before = path.read_bytes()
    full = process(_FULL_DISK, path)
    _, error = full.communicate("go\n")
    assert full.returncode == 1
    assert error.splitlines()[-1] == (
        f"cannot write {path}: File too large; free space or choose another folder"
    )
    assert path.read_bytes() == before and nothing_else_beside(path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(path):
    before = path.read_bytes()
    for attempt in range(3):
        writer = process(_WRITE_ON, path)
        go(writer)
        assert writer.stdout.readline() == "written\n"
        time.sleep(0.004 * attempt)
        writer.kill()
        writer.communicate()
        assert path.read_bytes() == before


# One writer at a time


def test_a_file_is_replaced_when_nobody_changed_it(path):
    replace_if_unchanged(path, 3, reopened(path)._replace(revision=4), RESOURCES)
    assert reopened(path).revision == 4 and nothing_else_beside(path)


def test_who_holds_the_lock_sweeps_what_a_killed_writer_left(path):
    (path.parent / f".{path.name}.dead{TEMPORARY}").write_bytes(b"half")
    replace_if_unchanged(path, 3, reopened(path)._replace(revision=4), RESOURCES)
    assert nothing_else_beside(path)


@pytest.mark.parametrize(("design_id", "base"), [("abc", 2), ("other", 3)])
def test_a_file_that_changed_is_not_replaced(path, design_id, base):
    before = path.read_bytes()
    file = reopened(path)._replace(design_id=design_id, revision=9)
    with pytest.raises(RevisionConflict, match=f"at revision 3, .* was made on {base}; open it"):
        replace_if_unchanged(path, base, file, RESOURCES)
    assert path.read_bytes() == before


def test_of_several_files_all_are_replaced_or_none(path):
    other = path.with_name("other.plakat")
    other.write_bytes(path.read_bytes())
    new = reopened(path)._replace(revision=4)
    before = path.read_bytes(), other.read_bytes()
    with pytest.raises(RevisionConflict):
        replace_all_if_unchanged(
            [Change(path, 3, new, RESOURCES), Change(other, 2, new, RESOURCES)]
        )
    assert (path.read_bytes(), other.read_bytes()) == before
    replace_all_if_unchanged([Change(path, 3, new, RESOURCES), Change(other, 3, new, RESOURCES)])
    assert reopened(path).revision == reopened(other).revision == 4
    assert len(list(path.parent.iterdir())) == 2


def test_of_two_processes_editing_one_file_exactly_one_wins(path):
    racers = [process(_REPLACE, path) for _ in range(2)]
    for racer in racers:
        go(racer)
    errors = [racer.communicate()[1].splitlines() for racer in racers]
    assert sorted(racer.returncode for racer in racers) == [0, 1]
    (told,) = [lines[-1] for lines in errors if lines and "jazz.plakat" in lines[-1]]
    assert "is being changed by another program" in told or "is at revision 4" in told
    assert reopened(path).revision == 4 and nothing_else_beside(path)


def test_a_held_lock_is_refused_at_once_and_free_afterwards(path):
    with (
        lock_native(path),
        pytest.raises(RevisionConflict, match="jazz.plakat is being changed by another program"),
        lock_native(path),
    ):
        pass
    with lock_native(path):
        assert not nothing_else_beside(path)
    assert nothing_else_beside(path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_the_lock_of_a_killed_process_is_free(path):
    holder = process(_HOLD, path)
    go(holder)
    assert holder.stdout.readline() == "locked\n"
    with pytest.raises(RevisionConflict), lock_native(path):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with lock_native(path):
        pass
    assert nothing_else_beside(path)


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path):
    with pytest.raises(DesignError, match="cannot lock"), lock_native(tmp_path / "no" / "a.plakat"):
        pass
