"""Exports tell how far they are, and stop where they are told to, with nothing left behind."""

import os
import time

import pytest

from design_io.export import export
from design_io.progress import ExportCancelled, Step, Watch
from design_io.rasters import Rasters
from tests.design_io.layered_poster import poster
from tests.design_io.letters import RESOURCES

FORMATS = ("svg", "psd", "ora")


def watched(folder, stop_after=1000):
    steps: list[Step] = []
    watch = Watch(FORMATS, 12, steps.append, lambda: len(steps) >= stop_after)
    design = poster()
    try:
        export(design, RESOURCES, folder, "jazz", FORMATS, Rasters(design, RESOURCES, watch=watch))
    finally:
        steps.append(Step("end", "", 1.0))
    return steps[:-1]


def test_every_format_and_layer_is_told_and_progress_never_goes_back(tmp_path):
    steps = watched(tmp_path)
    assert [step.format for step in steps if not step.layer] == list(FORMATS)
    assert {step.layer for step in steps if step.format == "psd"} >= {"ground", "title", "body"}
    done = [step.done for step in steps]
    assert done == sorted(done) and done[0] == 0 and done[-1] <= 1


@pytest.mark.parametrize("stop_after", [1, 3, 9])
def test_a_stopped_export_leaves_the_folder_as_it_was(tmp_path, stop_after):
    (tmp_path / "jazz.psd").write_bytes(b"older")
    with pytest.raises(ExportCancelled, match="nothing was written"):
        watched(tmp_path, stop_after)
    assert [path.name for path in tmp_path.iterdir()] == ["jazz.psd"]
    assert (tmp_path / "jazz.psd").read_bytes() == b"older"


def test_the_folder_of_a_killed_export_is_swept_by_the_next(tmp_path):
    left = tmp_path / ".plakat-export-dead"
    left.mkdir()
    (left / "jazz.psd").write_bytes(b"half")
    os.utime(left, (time.time() - 7200,) * 2)
    watched(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jazz.ora", "jazz.psd", "jazz.svg"]
