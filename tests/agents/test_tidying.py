""" "Tidy up" runs layout correction as one step; files are judged by the plan they carry."""

import pytest

from agents.delivery import Order, advice_file, check_file, deliver
from agents.reformat import plan_known
from agents.tidying import change_to
from agents.turns import edit_file
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Design
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.native import read_native
from design_io.resources import Resources
from generators.artist import Artist
from layout.checks import check
from tests.agents.talk import said
from tests.layout.plans import changed, composed, plan_of

FONTS = FontLibrary.bundled()
RESOURCES = Resources(AssetStore(), FONTS)
PLAN = plan_of()
GOOD = composed(PLAN, FONTS)
REQUEST = "A jazz night poster for the Blue Note, 12 December, 8 pm"


def moved(design: Design, name: str, dx: float, dy: float) -> Design:
    return changed(design, name, box=design.layer(name).box.shift(dx, dy))


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    made = deliver(
        Order(REQUEST, "json", size="500x600", system="swiss"), tmp_path_factory.mktemp("d"),
        Artist(),
    )  # fmt: skip
    return next(path for path in made.files if path.suffix == ".plakat")


@pytest.mark.parametrize("sentence", ["tidy up", "Please tidy this up.", "clean up the layout"])
def test_what_was_pushed_out_of_line_is_put_back_in_one_step(sentence):
    bad = moved(moved(GOOD, "subtitle", 37, 0), "title", 0, 160)
    edit = said(sentence, bad, RESOURCES, plan=PLAN)
    assert len(edit.commands) == 1 and edit.said.startswith("tidied up: ")
    better = apply(bad, edit.commands[0], "agent")
    assert len(check(better, RESOURCES, PLAN)) < len(check(bad, RESOURCES, PLAN))


def test_a_good_design_is_left_alone_and_says_so():
    with pytest.raises(DesignError, match="in order"):
        said("tidy up", GOOD, RESOURCES, plan=PLAN)


def test_what_is_locked_is_not_touched():
    bad = changed(moved(GOOD, "title", 0, 160), "title", locked=True)
    try:
        edit = said("tidy up", bad, RESOURCES)
    except DesignError:
        return
    assert apply(bad, edit.commands[0], "agent").layer("title") == bad.layer("title")


def test_the_difference_of_two_designs_is_one_command():
    bad = moved(GOOD, "date", 12, 0)
    assert apply(GOOD, change_to(GOOD, bad), "agent") == bad


def test_undo_takes_tidying_back(file, tmp_path):
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    edit_file(copy, "move the title down 200", None)
    before = read_native(copy, AssetStore(), FONTS)[0].history.present
    assert "tidied up" in edit_file(copy, "tidy up", None).said
    edit_file(copy, "undo", None)
    assert read_native(copy, AssetStore(), FONTS)[0].history.present == before


def test_a_file_is_judged_by_its_plan_as_it_reads_by_now(file, tmp_path):
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    for sentence in ("delete the time", "replace '12 December' with '13 December'"):
        edit_file(copy, sentence, None)
    read = read_native(copy, AssetStore(), FONTS)[0]
    plan = plan_known(read.meta, read.history)
    assert [e.text for e in plan.of_role("date", "time")] == ["13 December"]
    assert check_file(copy)[0].gates["required-text"]
    assert advice_file(copy).said
    assert plan_known({}, read.history) is None


def test_a_file_laid_out_anew_is_judged_at_its_size(file, tmp_path):
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    edit_file(copy, "make it an Instagram story", None)
    read = read_native(copy, AssetStore(), FONTS)[0]
    assert plan_known(read.meta, read.history).size == "instagram-story"
