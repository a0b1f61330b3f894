"""The store: the log outlives crashes, races and damage, and says which revision is broken."""

import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings

from design_io.commands import UpdateDesign, UpdateLayer
from design_io.errors import DesignError, RevisionConflict
from design_io.history import History
from design_io.store import SNAPSHOT_EVERY, DesignStore, Message, Saved
from tests.design_io.documents import Edit, edited, poster, sessions

ROOT = Path(__file__).parent.parent.parent
NOON = datetime(2026, 12, 12, 12, tzinfo=UTC)


def titled(title: object) -> UpdateDesign:
    return UpdateDesign(changes={"title": f"{title}"})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "store.db"


@pytest.fixture
def store(path):
    store = DesignStore(path, now=lambda: NOON)
    yield store
    store.close()


def with_titles(store: DesignStore, count: int) -> Saved:
    """A design whose title is its revision's number."""
    saved = store.create(poster())
    for number in range(1, count + 1):
        saved = store.append(saved.design_id, saved.revision, titled(number))
    return saved


def reopened(path: Path) -> DesignStore:
    """The same log, with nothing in memory."""
    return DesignStore(path)


def break_log(path: Path, change: str) -> None:
    database = sqlite3.connect(path)
    database.execute(change)
    database.commit()
    database.close()


# Writing and reading


def test_a_created_design_is_there_after_reopening(store, path):
    saved = store.create(poster(), "from a sentence", "agent")
    assert reopened(path).load(saved.design_id) == saved == (saved.design_id, 0, poster())


def test_a_command_makes_a_new_revision(store, path):
    first = store.create(poster())
    second = store.append(first.design_id, 0, titled("Blues"), "rename")
    assert (second.revision, second.design.title) == (1, "Blues")
    assert reopened(path).load(first.design_id) == second


def test_every_earlier_revision_can_be_loaded(store, path):
    last = with_titles(store, 2 * SNAPSHOT_EVERY + 3)
    fresh = reopened(path)
    loaded = [fresh.load(last.design_id, revision) for revision in range(1, last.revision + 1)]
    assert [saved.design.title for saved in loaded] == [f"{saved.revision}" for saved in loaded]


def test_undo_and_redo_are_revisions_too(store):
    design_id, revision, _ = with_titles(store, 2)
    undone = store.undo(design_id, revision)
    redone = store.redo(design_id, undone.revision, "agent")
    assert [(s.revision, s.design.title) for s in (undone, redone)] == [(3, "1"), (4, "2")]


def test_the_log_tells_who_did_what_and_when(store):
    design_id, _, _ = store.create(poster(), "from a sentence", "agent")
    store.append(design_id, 0, titled("Blues"), "rename")
    store.undo(design_id, 1)
    created, renamed, undone = store.transactions(design_id)
    assert (created.actor, created.label, created.command) == ("agent", "from a sentence", None)
    assert (renamed.kind, renamed.label, renamed.command) == ("do", "rename", titled("Blues"))
    assert (undone.kind, undone.target, undone.created) == ("undo", 0, NOON.isoformat())


def test_designs_are_listed_oldest_first(path):
    hours = iter(range(1, 20))
    store = DesignStore(path, now=lambda: NOON.replace(hour=next(hours)))
    ids = [store.create(poster()).design_id for _ in range(3)]
    assert store.designs() == tuple(ids)


def test_a_design_keeps_the_id_it_had_elsewhere(store):
    assert store.create(poster(), design_id="abc").design_id == "abc"
    with pytest.raises(DesignError, match="design 'abc' is in the store already; load it"):
        store.create(poster(), design_id="abc")


def test_what_a_design_is_made_from_is_undone_and_redone_with_it(store, path):
    saved = store.create(poster(), meta={"brief.json": "one", "plan.json": "p"})
    store.append(saved.design_id, 0, titled("Two"), meta={"brief.json": "two"})
    assert store.meta(saved.design_id) == {"brief.json": "two", "plan.json": "p"}
    store.undo(saved.design_id, 1)
    assert reopened(path).meta(saved.design_id) == {"brief.json": "one", "plan.json": "p"}
    store.redo(saved.design_id, 2)
    assert store.meta(saved.design_id)["brief.json"] == "two"


def test_one_revision_tells_what_it_brought(store):
    saved = store.create(poster(), meta={"turn": "a"})
    store.append(saved.design_id, 0, titled("Two"))
    assert store.meta(saved.design_id, 0) == {"turn": "a"}
    assert store.meta(saved.design_id, 1) == {}


def test_what_was_said_is_there_after_reopening(store, path):
    saved = store.create(poster())
    store.note(saved.design_id, Message("user", "make it red", 0))
    store.note(saved.design_id, Message("agent", "which red?", 0, '["dark"]'))
    said = reopened(path).transcript(saved.design_id)
    assert [(m.author, m.text, m.data) for m in said] == [
        ("user", "make it red", ""), ("agent", "which red?", '["dark"]'),
    ]  # fmt: skip
    assert said[0].created == NOON.isoformat() and store.transcript("other") == ()


def test_of_changes_made_together_a_refused_one_takes_back_all(store, path):
    first, second = store.create(poster()), store.create(poster())
    with pytest.raises(RevisionConflict), store.together():
        store.append(first.design_id, 0, titled("Blues"))
        store.append(second.design_id, 7, titled("Blues"))
    assert store.load(first.design_id) == reopened(path).load(first.design_id) == first


def test_changes_made_together_are_kept_together(store, path):
    ids = [store.create(poster()).design_id for _ in range(2)]
    with store.together():
        for design_id in ids:
            store.append(design_id, 0, titled("Blues"))
    assert {reopened(path).load(design_id).design.title for design_id in ids} == {"Blues"}


def test_designs_do_not_touch_each_other(store):
    first, second = with_titles(store, 2), store.create(poster())
    assert store.load(second.design_id).design == poster()
    assert store.load(first.design_id).revision == 2


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=sessions)
def test_any_session_is_the_same_after_reopening(store, path, edits):
    history = History(poster())
    saved = store.create(poster())
    for edit in edits:
        history, before = edited(history, edit), history
        if history is not before:
            saved = written(store, saved, edit, before)
    fresh = reopened(path)
    assert fresh.load(saved.design_id).design == history.present
    assert fresh.history(saved.design_id) == history
    fresh.close()


def written(store: DesignStore, saved: Saved, edit: Edit, before: History) -> Saved:
    if edit.kind in ("undo", "redo"):
        turn = store.undo if edit.kind == "undo" else store.redo
        return turn(saved.design_id, saved.revision, "agent")
    command = edit.command(before.present)
    return store.append(saved.design_id, saved.revision, command, edit.kind, "agent")


def test_a_long_way_back_and_forth_needs_few_commands_to_load(store, path):
    saved = with_titles(store, SNAPSHOT_EVERY - 1)
    for number in range(30):
        saved = store.append(saved.design_id, saved.revision, titled(f"try {number}"))
        saved = store.undo(saved.design_id, saved.revision)
        saved = store.append(saved.design_id, saved.revision, titled(f"keep {number}"))
    assert reopened(path).load(saved.design_id).design.title == "keep 29"
    assert len(store.history(saved.design_id).past) == SNAPSHOT_EVERY - 1 + 30


# Refusals


def test_a_stale_base_is_refused_and_both_revisions_are_named(store):
    design_id, *_ = with_titles(store, 3)
    for change in (
        lambda: store.append(design_id, 1, titled("x")),
        lambda: store.undo(design_id, 1),
    ):
        with pytest.raises(RevisionConflict, match="is at revision 3, .* was made on 1; load it"):
            change()
    assert store.load(design_id).revision == 3


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_there_must_be_something_to_undo_or_redo(store, turn):
    design_id, *_ = store.create(poster())
    with pytest.raises(DesignError, match=f"nothing to {turn}"):
        getattr(store, turn)(design_id, 0)


def test_a_new_command_forgets_what_was_undone(store):
    design_id, revision, _ = with_titles(store, 2)
    store.undo(design_id, revision)
    last = store.append(design_id, revision + 1, titled("new"))
    with pytest.raises(DesignError, match="nothing to redo"):
        store.redo(design_id, last.revision)


def test_a_refused_command_is_not_logged(store):
    design_id, *_ = store.create(poster())
    with pytest.raises(DesignError, match="no layer 'moon'"):
        store.append(design_id, 0, UpdateLayer(layer_id="moon", changes={}))
    assert len(store.transactions(design_id)) == 1


def test_an_agent_may_not_touch_a_locked_layer(store):
    design_id, *_ = store.create(poster())
    store.append(design_id, 0, UpdateLayer(layer_id="title", changes={"locked": True}))
    unlock = UpdateLayer(layer_id="title", changes={"locked": False})
    with pytest.raises(DesignError, match="is locked"):
        store.append(design_id, 1, unlock, "unlock", "agent")
    assert store.append(design_id, 1, unlock, "unlock", "user").revision == 2


@pytest.mark.parametrize("ask", ["load", "history", "transactions"])
def test_an_unknown_design_is_refused(store, ask):
    with pytest.raises(DesignError, match="there is no design 'nope' in .*; check its id"):
        getattr(store, ask)("nope")


@pytest.mark.parametrize("revision", [-1, 4])
def test_an_unknown_revision_is_refused(store, revision):
    design_id, *_ = with_titles(store, 3)
    with pytest.raises(DesignError, match="has revisions 0 to 3"):
        store.load(design_id, revision)


def test_a_label_that_is_no_text_is_refused(store):
    design_id, *_ = store.create(poster())
    with pytest.raises(DesignError, match="label: "):
        store.append(design_id, 0, titled("x"), "caf\udce9")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "store.db").write_text("notes " * 100)
    with pytest.raises(DesignError, match="store.db cannot be used: file is not a database"):
        DesignStore(tmp_path / "store.db")


# Damage


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("UPDATE transactions SET command = '{'", "revision 2 is damaged: not a command"),
        ("UPDATE transactions SET command = NULL", "revision 2 is damaged: it has lost its com"),
        ("UPDATE transactions SET version = 9", "revision 2 was written for document version 9"),
        ("UPDATE transactions SET kind = 'jump'", "revision 2 is damaged: kind: "),
        ("UPDATE transactions SET kind = 'undo', target = 2", "revision 2 .* it goes back to 2"),
        ("DELETE FROM transactions", "revision 2 of design .* is missing"),
        (
            """UPDATE transactions SET command = '{"op":"remove_layer","layer_id":"x"}'""",
            "revision 2 fails: no layer 'x'",
        ),
    ],
)
def test_a_damaged_entry_is_named_by_its_revision(store, path, change, complaint):
    design_id, *_ = with_titles(store, 3)
    break_log(path, f"{change} WHERE revision = 2")
    with pytest.raises(DesignError, match=complaint):
        reopened(path).load(design_id)
    assert reopened(path).load(design_id, 1).design.title == "1"


def test_a_damaged_snapshot_is_named_by_its_revision(store, path):
    design_id, *_ = with_titles(store, 1)
    break_log(path, "UPDATE snapshots SET document = '{}'")
    with pytest.raises(DesignError, match="the snapshot of revision 0 is damaged: version None"):
        reopened(path).load(design_id)


# Races and crashes


def test_of_many_threads_on_one_base_exactly_one_wins(store, path):
    design_id, *_ = store.create(poster())
    stores = [store, store, reopened(path), reopened(path)]
    start = Barrier(len(stores))

    def attempt(number: int) -> bool:
        start.wait()
        try:
            stores[number].append(design_id, 0, titled(number))
        except RevisionConflict:
            return False
        return True

    with ThreadPoolExecutor(len(stores)) as pool:
        won = list(pool.map(attempt, range(len(stores))))
    assert won.count(True) == 1
    assert store.load(design_id).design.title == f"{won.index(True)}"


# Prints every revision that the store has acknowledged.
_WRITER = """
import sys
from pathlib import Path
from design_io.commands import UpdateDesign
from design_io.errors import RevisionConflict
from design_io.store import DesignStore

store, design_id, steps = DesignStore(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
revision = store.load(design_id).revision
print("ready", flush=True)
sys.stdin.readline()
for _ in range(steps):
    command = UpdateDesign(changes={"title": f"{revision + 1}"})
    try:
        revision = store.append(design_id, revision, command).revision
    except RevisionConflict as conflict:
        sys.exit(str(conflict))
    print(revision, flush=True)
"""


def writer(path: Path, design_id: str, steps: int) -> subprocess.Popen:
    """A writer in its own process, opened and waiting for a line to begin."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), design_id, str(steps)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n"
    return process


def test_of_two_processes_on_one_base_exactly_one_wins(store, path):
    design_id, *_ = store.create(poster())
    racers = [writer(path, design_id, 1) for _ in range(2)]
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    results = [racer.communicate() for racer in racers]
    assert sorted(racer.returncode for racer in racers) == [0, 1]
    assert any("this change was made on 0" in error for _, error in results)
    assert store.load(design_id).revision == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_writer_loses_nothing_that_was_acknowledged(store, path):
    design_id, *_ = store.create(poster())
    for attempt in range(4):
        process = writer(path, design_id, 100_000)
        process.stdin.write("go\n")
        process.stdin.flush()
        time.sleep(0.02 + 0.03 * attempt)
        process.kill()
        told = [int(line) for line in process.communicate()[0].split()]
        kept = reopened(path).load(design_id)
        assert kept.revision >= max(told, default=0)
        assert kept.design.title == (f"{kept.revision}" if kept.revision else poster().title)
    assert store.history(design_id).present == kept.design
