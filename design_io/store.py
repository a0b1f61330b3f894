"""Durable truth: an append-only log of transactions in SQLite (WAL, synchronous=FULL).

A commit is compare-and-set on the base revision, so two writers never overwrite each other; what
has been returned has been written to disk. The SQL is plain, so that Postgres can follow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any, NamedTuple

from design_io.commands import Actor, Command, apply, command_from_json, command_to_json
from design_io.document import Design, from_json, to_json, validated
from design_io.errors import DesignError, RevisionConflict
from design_io.history import History
from design_io.transactions import Transaction, checked, new_design_id, replayed

SNAPSHOT_EVERY = 50  # commands
Meta = Mapping[str, str]  # file name -> content, as in a `.plakat`: "brief.json", "plan.json"
NOTHING: Meta = MappingProxyType({})
_BUSY = 10.0  # seconds that a writer waits for another
_KEPT = 64  # designs whose latest state stays in memory
_SCHEMA = """
CREATE TABLE IF NOT EXISTS designs (
    id TEXT PRIMARY KEY,
    created TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS transactions (
    design_id TEXT NOT NULL REFERENCES designs (id),
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    label TEXT NOT NULL,
    command TEXT,
    target INTEGER,
    version INTEGER NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (design_id, revision)
);
CREATE TABLE IF NOT EXISTS snapshots (
    design_id TEXT NOT NULL REFERENCES designs (id),
    revision INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (design_id, revision)
);
CREATE TABLE IF NOT EXISTS meta (
    design_id TEXT NOT NULL REFERENCES designs (id),
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (design_id, revision, name)
);
CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY,
    design_id TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    data TEXT NOT NULL,
    created TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_of ON messages (design_id, number);
"""


_COLUMNS = ("revision", "kind", "actor", "label", "command", "target", "version", "created")
_SELECTED = ", ".join(_COLUMNS)


class Saved(NamedTuple):
    """A design as it stands in the store."""

    design_id: str
    revision: int
    design: Design


class Message(NamedTuple):
    """A line of the talk about a design, and the revision the design was at by then."""

    author: Actor
    text: str
    revision: int
    data: str = ""  # JSON for programs, such as the choices of a question
    created: str = ""  # ISO 8601, UTC; the store's clock


class DesignStore:
    """The log of every design in one file; shared by threads and by processes."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._now = now
        self._lock = RLock()
        self._latest: dict[str, _State] = {}
        with self._reported():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                path, timeout=_BUSY, isolation_level=None, check_same_thread=False
            )
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.executescript(_SCHEMA)
            self._version = self._db.execute("PRAGMA data_version").fetchone()[0]

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since this was asked last; costs microseconds."""
        with self._lock, self._reported():
            before = self._version
            self._version = self._db.execute("PRAGMA data_version").fetchone()[0]
        return self._version != before

    def close(self) -> None:
        self._db.close()

    def create(
        self, design: Design, label: str = "", actor: Actor = "user", design_id: str = "",
        meta: Meta = NOTHING,
    ) -> Saved:  # fmt: skip
        """Keep a new design, at revision 0; `design_id` is given when it was known before."""
        state = _State(design_id or new_design_id(), 0, design, 0)
        with self.together():
            if state.design_id in self:
                raise DesignError(f"design {state.design_id!r} is in the store already; load it")
            first = self._entry_now(0, "do", actor, label=label)
            row = (state.design_id, first.created)
            self._db.execute("INSERT INTO designs (id, created) VALUES (?, ?)", row)
            self._log(state.design_id, first)
            self._keep_meta(state.design_id, 0, meta)
            self._keep_snapshot(state)
        return self._remembered(state)

    def append(
        self, design_id: str, base_revision: int, command: Command, label: str = "",
        actor: Actor = "user", meta: Meta = NOTHING,
    ) -> Saved:  # fmt: skip
        """Apply and log one command; RevisionConflict unless `base_revision` is the latest.

        `meta` is what changes, by name, of what a design is made from, such as its brief."""
        with self.together():
            base = self._base(design_id, base_revision)
            entry = self._entry_now(base_revision + 1, "do", actor, label=label, command=command)
            design = apply(base.design, command, actor)
            self._log(design_id, entry)
            self._keep_meta(design_id, entry.revision, meta)
            state = _State(design_id, entry.revision, design, base.commands + 1)
            if state.commands >= SNAPSHOT_EVERY:
                self._keep_snapshot(state)
                state = state._replace(commands=0)
        return self._remembered(state)

    def undo(self, design_id: str, base_revision: int, actor: Actor = "user") -> Saved:
        return self._turn(design_id, base_revision, "undo", actor)

    def redo(self, design_id: str, base_revision: int, actor: Actor = "user") -> Saved:
        return self._turn(design_id, base_revision, "redo", actor)

    def load(self, design_id: str, revision: int | None = None) -> Saved:
        """The design as it stands, or as it stood at an earlier revision."""
        with self._lock, self._reported():
            last = self._known_revision(design_id)
            wanted = last if revision is None else revision
            if not 0 <= wanted <= last:
                raise DesignError(
                    f"design {design_id!r} has revisions 0 to {last}; {wanted} is none of them"
                )
            state = self._state(design_id, wanted)
            return self._remembered(state) if wanted == last else state.saved

    def history(self, design_id: str) -> History:
        """Every step that can be undone or redone, rebuilt from the log."""
        _, *log = self.transactions(design_id)
        return replayed(self.load(design_id, 0).design, log)

    def transactions(self, design_id: str) -> tuple[Transaction, ...]:
        """The whole log; revision 0 is the design as it was created."""
        with self._lock, self._reported():
            self._known_revision(design_id)
            rows = self._db.execute(
                f"SELECT {_SELECTED} FROM transactions WHERE design_id = ? ORDER BY revision",
                (design_id,),
            ).fetchall()
        return tuple(_transaction(row) for row in rows)

    def meta(self, design_id: str, revision: int | None = None) -> dict[str, str]:
        """What was kept beside the design as it stands (an undo takes it back as well), or what a
        single revision brought."""
        with self._lock, self._reported():
            self._known_revision(design_id)
            kept = self._undo_stacks(design_id)[0] if revision is None else [revision]
            rows = self._db.execute(
                "SELECT revision, name, content FROM meta WHERE design_id = ? ORDER BY revision",
                (design_id,),
            ).fetchall()
        standing = frozenset(kept)
        return {name: content for at, name, content in rows if at in standing}

    def annotate(self, design_id: str, base_revision: int, meta: Meta) -> None:
        """Keep this beside the design as it stands, without a step."""
        with self.together():
            self._base(design_id, base_revision)
            self._keep_meta(design_id, base_revision, meta)

    def latest_meta(self, design_id: str, name: str) -> str:
        """What was kept last under this name, undone or not; empty for nothing."""
        with self._lock, self._reported():
            row = self._db.execute(
                "SELECT content FROM meta WHERE design_id = ? AND name = ? "
                "ORDER BY revision DESC LIMIT 1",
                (design_id, name),
            ).fetchone()
        return row[0] if row else ""

    def revision_with(self, design_id: str, name: str, content: str) -> int | None:
        """The latest revision that brought this, undone or not."""
        with self._lock, self._reported():
            return self._db.execute(
                "SELECT MAX(revision) FROM meta WHERE design_id = ? AND name = ? AND content = ?",
                (design_id, name, content),
            ).fetchone()[0]

    def note(self, design_id: str, message: Message) -> None:
        """Add a message to what was said about the design."""
        with self.together():
            self._db.execute(
                "INSERT INTO messages (design_id, author, text, revision, data, created) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (design_id, *message[:4], self._now().isoformat()),
            )

    def transcript(self, design_id: str) -> tuple[Message, ...]:
        """What was said about the design, in order."""
        with self._lock, self._reported():
            rows = self._db.execute(
                "SELECT author, text, revision, data, created FROM messages "
                "WHERE design_id = ? ORDER BY number",
                (design_id,),
            ).fetchall()
        return tuple(Message(*row) for row in rows)

    def __contains__(self, design_id: str) -> bool:
        with self._lock, self._reported():
            return self._last_revision(design_id) is not None

    def designs(self) -> tuple[str, ...]:
        """The ids, oldest first."""
        with self._lock, self._reported():
            rows = self._db.execute("SELECT id FROM designs ORDER BY created, id").fetchall()
        return tuple(design_id for (design_id,) in rows)

    def _turn(self, design_id: str, base_revision: int, kind: str, actor: Actor) -> Saved:
        """Log an undo or redo: a new revision that shows an earlier one again."""
        with self.together():
            self._base(design_id, base_revision)
            past, future = self._undo_stacks(design_id)
            if kind == "undo" and len(past) == 1 or kind == "redo" and not future:
                raise DesignError(f"nothing to {kind}")
            target = past[-2] if kind == "undo" else future[-1]
            entry = self._entry_now(base_revision + 1, kind, actor, target=target)
            self._log(design_id, entry)
            state = self._state(design_id, target)._replace(revision=entry.revision)
        return self._remembered(state)

    def _base(self, design_id: str, base_revision: int) -> _State:
        last = self._known_revision(design_id)
        if base_revision != last:
            raise RevisionConflict(
                f"design {design_id!r} is at revision {last}, and this change was made on "
                f"{base_revision}; load it and try again"
            )
        return self._state(design_id, last)

    def _state(self, design_id: str, revision: int) -> _State:
        """The design at a revision: the nearest snapshot behind it and the commands since."""
        latest = self._latest.get(design_id)
        if latest is not None and latest.revision == revision:
            return latest
        commands: list[Transaction] = []
        at = revision
        while (document := self._snapshot(design_id, at)) is None:
            entry = self._entry(design_id, at)
            if entry.kind == "do":
                commands.append(entry)
            at = _previous(entry)
        try:
            design = from_json(document)
        except DesignError as error:
            raise DesignError(f"the snapshot of revision {at} is damaged: {error}") from error
        history = replayed(design, reversed(commands))
        return _State(design_id, revision, history.present, len(commands))

    def _undo_stacks(self, design_id: str) -> tuple[list[int], list[int]]:
        """The revisions that can be returned to: past (the present last) and future."""
        rows = self._db.execute(
            "SELECT kind, revision FROM transactions WHERE design_id = ? ORDER BY revision",
            (design_id,),
        )
        past: list[int] = []
        future: list[int] = []
        for kind, revision in rows:
            source, goal = (past, future) if kind == "undo" else (future, past)
            if kind == "do":
                past.append(revision)
                future.clear()
            elif source:
                goal.append(source.pop())
            else:
                raise DesignError(f"revision {revision} is damaged: there is nothing to {kind}")
        return past, future

    def _known_revision(self, design_id: str) -> int:
        last = self._last_revision(design_id)
        if last is None:
            raise DesignError(f"there is no design {design_id!r} in {self._path}; check its id")
        return last

    def _last_revision(self, design_id: str) -> int | None:
        query = "SELECT MAX(revision) FROM transactions WHERE design_id = ?"
        return self._db.execute(query, (design_id,)).fetchone()[0]

    def _entry(self, design_id: str, revision: int) -> Transaction:
        query = f"SELECT {_SELECTED} FROM transactions WHERE design_id = ? AND revision = ?"
        row = self._db.execute(query, (design_id, revision)).fetchone()
        if row is None:
            raise DesignError(f"revision {revision} of design {design_id!r} is missing")
        return _transaction(row)

    def _snapshot(self, design_id: str, revision: int) -> str | None:
        query = "SELECT document FROM snapshots WHERE design_id = ? AND revision = ?"
        row = self._db.execute(query, (design_id, revision)).fetchone()
        return row and row[0]

    def _entry_now(self, revision: int, kind: str, actor: Actor, **more: Any) -> Transaction:
        fields = {"revision": revision, "kind": kind, "actor": actor, **more}
        return validated(Transaction, fields | {"created": self._now().isoformat()})

    def _log(self, design_id: str, entry: Transaction) -> None:
        command = None if entry.command is None else command_to_json(entry.command)
        row = [design_id, *(getattr(entry, column) for column in _COLUMNS)]
        row[1 + _COLUMNS.index("command")] = command
        marks = ", ".join("?" * len(row))
        self._db.execute(
            f"INSERT INTO transactions (design_id, {', '.join(_COLUMNS)}) VALUES ({marks})", row
        )

    def _keep_meta(self, design_id: str, revision: int, meta: Meta) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO meta (design_id, revision, name, content) VALUES (?, ?, ?, ?)",
            [(design_id, revision, name, content) for name, content in meta.items()],
        )

    def _keep_snapshot(self, state: _State) -> None:
        self._db.execute(
            "INSERT INTO snapshots (design_id, revision, document) VALUES (?, ?, ?)",
            (state.design_id, state.revision, to_json(state.design)),
        )

    def _remembered(self, state: _State) -> Saved:
        with self._lock:
            self._latest.pop(state.design_id, None)
            self._latest[state.design_id] = state
            if len(self._latest) > _KEPT:
                del self._latest[next(iter(self._latest))]
        return state.saved

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside, whatever the design, is kept or nothing of it; nobody else
        writes meanwhile, in this process or another."""
        with self._lock, self._reported():
            if self._db.in_transaction:  # part of a larger whole
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._latest.clear()
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise DesignError(
                f"the store {self._path} cannot be used: {error}; check the disk, or choose "
                "another --home"
            ) from error


class _State(NamedTuple):
    """A revision's design and how many commands lie between it and the snapshot behind it."""

    design_id: str
    revision: int
    design: Design
    commands: int

    @property
    def saved(self) -> Saved:
        return Saved(self.design_id, self.revision, self.design)


def _transaction(row: tuple[Any, ...]) -> Transaction:
    fields = dict(zip(_COLUMNS, row, strict=True))
    try:
        if fields["command"] is not None:
            fields["command"] = command_from_json(fields["command"])
        entry = validated(Transaction, fields)
    except DesignError as error:
        raise DesignError(f"revision {row[0]} is damaged: {error}") from error
    return checked(entry)


def _previous(entry: Transaction) -> int:
    """The revision whose design this one repeats or was made on."""
    target = entry.revision - 1 if entry.target is None else entry.target
    if not 0 <= target < entry.revision:
        raise DesignError(f"revision {entry.revision} is damaged: it goes back to {target}")
    return target
