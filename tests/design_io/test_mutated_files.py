"""Sound files broken at random are read or refused, and kill nothing (benchmarks/fuzz.py)."""

import random
import zipfile

import pytest
from PIL import Image

from benchmarks import fuzz
from benchmarks.fuzz import file_of, outcomes, tried
from tests.design_io.mutations import mutated, with_checksums
from tests.design_io.sound_files import sound_files


@pytest.mark.slow
def test_mutated_files_are_read_or_refused():
    assert [outcome for outcome in outcomes(200, seed=8) if not outcome.sound] == []


@pytest.mark.parametrize("name", [
    "mask.psd", "live.psd", "ours.ora", "font.plakat", "shapes.plakat", "shapes.svg",
    "drawing.svg", "ours.svg", "rgba.png", "turned.jpg", "lossless.webp",
    "kit.md", "kit.toml", "cff.otf", "own.woff2", "own.ttc",
])  # fmt: skip
def test_the_sound_files_are_read(name, monkeypatch):
    monkeypatch.setattr(fuzz, "mutated", lambda data, others, chance: data)
    assert tried(1, 1, only=name).how == "read"


def test_what_a_reader_did_not_foresee_is_a_fault(monkeypatch):
    def surprised(path):
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setitem(fuzz._READERS, ".png", surprised)
    assert not tried(1, 1, only="png").sound


def test_a_number_always_means_the_same_file():
    assert file_of(3, 1) == file_of(3, 1)
    assert file_of(3, 1) != file_of(3, 2)


def test_a_png_can_be_broken_behind_its_checksums(tmp_path):
    sound = sound_files()["rgba.png"]
    assert with_checksums(sound) == sound
    broken = sound[:16] + b"\0\0\0\x09" + sound[20:]
    (tmp_path / "a.png").write_bytes(with_checksums(broken))
    assert Image.open(tmp_path / "a.png").width == 9


def test_zips_are_broken_inside(tmp_path):
    sound = sound_files()["ours.ora"]
    (tmp_path / "a.ora").write_bytes(mutated(sound, (sound,), random.Random(4)))
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        assert archive.testzip() is None
