"""A linked set on disk: what is shared changes everywhere as one step, what is not does not."""

import pytest

from agents.delivery import Order, deliver_variants, sizes_in
from agents.turns import edit_file
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.native import read_native
from generators.artist import Artist
from layout.wording import text_of, texts_of

FONTS = FontLibrary.bundled()
REQUEST = "A jazz night poster for the Blue Note, 12 December, 8 pm"
STORY, SQUARE, SMALL = "instagram-story", "500x500", "600x200"


@pytest.fixture
def members(tmp_path):
    """The files of a set of three sizes, by size."""
    order = Order(REQUEST, "json", size=f"{SQUARE},{STORY},{SMALL}", system="swiss")
    made = list(deliver_variants(order, tmp_path / "set", Artist()))
    assert [item.report.passed for item in made] == [True] * 3
    return {size: tmp_path / "set" / size / "jazz-night.plakat" for size in sizes_in(order.size)}


def design(path) -> Design:
    return read_native(path, AssetStore(), FONTS)[0].history.present


def dates(members) -> list[str]:
    return [text_of(design(path), "date") for path in members.values()]


def test_one_edit_of_words_reaches_every_member_and_is_one_undo_step(members):
    edited = edit_file(members[SQUARE], "replace '12 December' with '13 December'", None)
    assert dates(members) == ["13 December"] * 3
    assert "3 linked designs" in edited.said
    edit_file(members[STORY], "undo", None)
    assert dates(members) == ["12 December"] * 3
    edit_file(members[SMALL], "redo", None)
    assert dates(members) == ["13 December"] * 3


def test_colours_are_shared_and_places_are_not(members):
    before = {size: texts_of(design(path), "title")[0].box for size, path in members.items()}
    edit_file(members[SQUARE], "make the title #4a1030", None)
    edit_file(members[SQUARE], "move the title down 12", None)
    after = {size: texts_of(design(path), "title")[0] for size, path in members.items()}
    assert {text.style.color for text in after.values()} == {"#4a1030"}
    assert [size for size in after if after[size].box != before[size]] == [SQUARE]


def test_facts_that_grow_keep_their_size_in_every_member(members):
    size = {name: texts_of(design(path), "date")[0].style.size for name, path in members.items()}
    edit_file(members[SQUARE], "replace '12 December' with 'Saturday 12 December'", None)
    for name, path in members.items():
        date, time = (texts_of(design(path), element)[0] for element in ("date", "time"))
        assert date.style.size > 0.6 * size[name]  # large type gives way to a longer line
        assert date.box.intersection(time.box).empty
    edit_file(members[STORY], "undo", None)
    assert dates(members) == ["12 December"] * 3


def test_a_longer_title_moves_what_follows_it_instead_of_shrinking(members):
    before = texts_of(design(members[STORY]), "title")[0]
    edit_file(members[SQUARE], "change the title to 'Late Night Jazz With Friends'", None)
    story = design(members[STORY])
    title, date = (texts_of(story, element)[0] for element in ("title", "date"))
    assert title.box.height > before.box.height
    assert title.box.bottom < date.box.y


def test_a_fact_that_was_moved_by_hand_stays_where_it_is(members):
    edit_file(members[SQUARE], "move the date up 9", None)
    box = texts_of(design(members[SQUARE]), "date")[0].box
    edit_file(members[SQUARE], "replace '12 December' with 'Saturday 12 December'", None)
    assert texts_of(design(members[SQUARE]), "date")[0].box == box


def test_undo_of_a_shared_step_keeps_what_a_member_did_later(members):
    edit_file(members[SQUARE], "make the title #4a1030", None)
    edit_file(members[STORY], "move the date down 12", None)
    moved = texts_of(design(members[STORY]), "date")[0].box
    edit_file(members[SQUARE], "undo", None)
    story = design(members[STORY])
    assert texts_of(story, "date")[0].box == moved
    assert texts_of(story, "title")[0].style.color != "#4a1030"


def test_a_reformat_is_one_members_own(members):
    edit_file(members[SQUARE], "make it 300x400", None)
    assert design(members[SQUARE]).canvas.height == 400
    assert design(members[STORY]).canvas.height == 1920


def test_a_member_can_leave_the_set(members):
    edit_file(members[STORY], "unlink it from the set", None)
    edit_file(members[SQUARE], "replace '12 December' with '13 December'", None)
    assert dates(members) == ["13 December", "12 December", "13 December"]
    with pytest.raises(DesignError, match="linked to no other"):
        edit_file(members[STORY], "unlink", None)


def test_a_lone_design_grows_into_a_set(members):
    edit_file(members[STORY], "unlink", None)
    edit_file(members[STORY], "make the title #4a1030", None)
    edit_file(members[STORY], "add a 400x500 version", None)
    grown = members[STORY].with_name("jazz-night-400x500.plakat")
    assert texts_of(design(grown), "title")[0].style.color == "#4a1030"
    edit_file(grown, "hide the time", None)
    assert not texts_of(design(members[STORY]), "time")[0].visible
    with pytest.raises(DesignError, match="already there"):
        edit_file(members[STORY], "add a 400x500 version", None)


def test_a_locked_layer_stays_and_is_named(members):
    edit_file(members[STORY], "lock the date", None)
    edited = edit_file(members[SQUARE], "replace '12 December' with '13 December'", None)
    assert dates(members) == ["13 December", "12 December", "13 December"]
    assert "locked in instagram-story" in edited.said


def test_a_member_that_is_gone_is_told_and_the_rest_change(members):
    members[STORY].unlink()
    edited = edit_file(members[SQUARE], "make the title #4a1030", None)
    assert "instagram-story/jazz-night.plakat of this set was not found" in edited.said
    assert texts_of(design(members[SMALL]), "title")[0].style.color == "#4a1030"


def test_a_copy_elsewhere_is_linked_to_none(members, tmp_path):
    edit_file(members[SQUARE], "replace '12 December' with '13 December'", tmp_path / "copy")
    assert dates(members) == ["12 December"] * 3
    with pytest.raises(DesignError, match="linked to no other"):
        edit_file(tmp_path / "copy" / "jazz-night.plakat", "unlink", None)


def test_sizes_are_named_once_and_refused_when_unknown():
    assert sizes_in(" A3, instagram story ,a3,210 x 297 mm") == (
        "a3", "instagram-story", "210x297mm",
    )  # fmt: skip
    with pytest.raises(DesignError, match="'blob' is not a size"):
        sizes_in("a3,blob")
