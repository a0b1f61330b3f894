"""Undo and redo: the way back and forth through the designs of a session."""

import pytest
from hypothesis import given

from design_io.commands import UpdateDesign
from design_io.errors import DesignError
from design_io.history import History
from tests.design_io.documents import Edit, edited, poster, sessions


def titled(title: str) -> UpdateDesign:
    return UpdateDesign(changes={"title": title})


def session(*titles: str) -> History:
    history = History(poster())
    for title in titles:
        history = history.do(titled(title), f"call it {title}", "agent")
    return history


def test_a_step_remembers_what_was_done_on_what_and_by_whom():
    (step,) = session("Blues").past
    assert (step.before.title, step.after.title) == ("Jazz", "Blues")
    assert (step.command, step.label, step.actor) == (titled("Blues"), "call it Blues", "agent")


def test_undo_and_redo_walk_along_the_designs():
    history = session("Blues", "Soul")
    titles = [history.present.title, history.undo().present.title]
    assert [*titles, history.undo().redo().present.title] == ["Soul", "Blues", "Soul"]


def test_a_new_step_forgets_what_was_undone():
    history = session("Blues", "Soul").undo().do(titled("Funk"))
    assert [step.after.title for step in history.past] == ["Blues", "Funk"]
    with pytest.raises(DesignError, match="nothing to redo"):
        history.redo()


def test_there_is_nothing_to_undo_at_the_start():
    with pytest.raises(DesignError, match="nothing to undo"):
        History(poster()).undo()


def test_a_refused_step_leaves_no_trace():
    history = session("Blues")
    with pytest.raises(DesignError):
        history.do(UpdateDesign(changes={"version": 3}))
    assert history == session("Blues")


def done(edits: list[Edit]) -> History:
    history = History(poster())
    for edit in edits:
        history = edited(history, edit)
    return history


@given(sessions)
def test_undoing_all_of_any_session_leads_to_its_start(edits):
    history = done(edits)
    while history.past:
        history = history.undo()
    assert history.present == poster()


@given(sessions)
def test_redoing_what_was_undone_changes_nothing(edits):
    history = again = done(edits)
    for _ in history.past:
        again = again.undo()
    for _ in history.past:
        again = again.redo()
    assert again == history
