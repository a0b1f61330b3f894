"""Designs of a store as members of their sets: one turn changes all, nothing is lost or doubled."""

import asyncio

import pytest

from agents.brief import Commission
from agents.graph import design_set
from agents.home import Home
from agents.linked import done, redone, undone, unlinked
from agents.running import Turn
from agents.steps import Context
from design_io.commands import UpdateLayer
from design_io.errors import RevisionConflict
from generators.artist import Artist

ASKED = Commission(
    request="Jazz night at the Blue Note, 12 December 2026, 8 pm",
    sizes=("instagram-post", "a4"), design_ids=("post", "print"),
)  # fmt: skip


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path)
    context = Context(home.resources, Artist(), store=home.store)
    asyncio.run(design_set(ASKED, context, Turn("post/1", home.turns)))
    return home


def dated(home, date, name="post"):
    """A turn that changes the date in one design, and with it in its set."""
    member = home.member(name)
    step = UpdateLayer(layer_id="date", changes={"text": date})
    turn = done(member, member.history.do(step, date, "agent"), home.rest(member))
    home.keep(home.moves(turn.members), turn=date)


def dates(home):
    return [home.store.load(name).design.layer("date").text for name in ("post", "print")]


def test_designs_of_one_commission_are_a_set(home):
    member = home.member("post")
    assert [rest.file.design_id for rest in home.rest(member)] == ["print"]
    assert {"brief.json", "plan.json"} <= set(member.file.meta)


def test_an_edit_of_a_shared_thing_is_kept_in_all_and_there_after_reopening(home):
    dated(home, "13 December 2026")
    assert dates(Home(home.folder)) == ["13 December 2026"] * 2


def test_undo_and_redo_go_through_the_set(home):
    dated(home, "13 December 2026")
    member = home.member("post")
    home.keep(home.moves(undone(member, home.rest(member)).members))
    assert dates(home) == ["12 December 2026"] * 2
    again = Home(home.folder)
    member = again.member("post")
    again.keep(again.moves(redone(member, again.rest(member)).members))
    assert dates(again) == ["13 December 2026"] * 2


def test_undo_takes_back_its_own_step_where_others_were_made_since(home):
    dated(home, "13 December 2026")
    other = home.member("print")
    red = UpdateLayer(layer_id="date", changes={"opacity": 0.5})
    home.keep(home.moves((other.with_history(other.history.do(red), other.links.shared),)))
    member = home.member("post")
    home.keep(home.moves(undone(member, home.rest(member)).members))
    assert dates(home) == ["12 December 2026"] * 2
    assert home.store.load("print").design.layer("date").opacity == 0.5
    assert home.member("print").history.undo().present.layer("date").text == "13 December 2026"


def test_a_design_that_has_changed_meanwhile_refuses_the_turn_for_all(home):
    stale = home.member("post")
    dated(home, "13 December 2026")
    step = UpdateLayer(layer_id="date", changes={"text": "14 December 2026"})
    turn = done(stale, stale.history.do(step), home.rest(stale))
    with pytest.raises(
        RevisionConflict, match="'post' is at revision 1.* began at 0; say it again"
    ):
        home.keep(home.moves(turn.members))
    assert dates(home) == ["13 December 2026"] * 2


def test_a_revision_names_the_turn_that_made_it(home):
    dated(home, "13 December 2026")
    assert home.is_kept("post", 1, "13 December 2026")
    assert not home.is_kept("post", 1, "another") and not home.is_kept("post", 2, "another")


def test_a_member_that_is_unlinked_stays_so(home):
    member = home.member("post")
    home.keep(home.moves(unlinked(member, home.rest(member)).members))
    again = Home(home.folder)
    assert again.rest(again.member("post")) == () and again.rest(again.member("print")) == ()
    dated(again, "13 December 2026")
    assert dates(again) == ["13 December 2026", "12 December 2026"]
