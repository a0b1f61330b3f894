"""Versions of a design: revisions with a name, every step of its log, and the way back to one."""

from __future__ import annotations

from typing import NamedTuple

from agents.home import TURN, Home
from agents.linked import META
from design_io.commands import AddLayer, Batch, Command, RemoveLayer, UpdateDesign, UpdateLayer
from design_io.document import Design, walk
from design_io.errors import DesignError
from design_io.paint import Value
from design_io.store import new_design_id
from design_io.transactions import Transaction

NAMES = "versions.json"
MOST_CHARACTERS = 80
_FIELDS = ("title", "language", "canvas", "palette", "system")


class Version(Value):
    name: str
    revision: int


class Versions(Value):
    named: tuple[Version, ...] = ()


class Step(NamedTuple):
    """A revision as the list shows it; `name` where it is a version."""

    revision: int
    label: str
    actor: str
    created: str
    name: str = ""


def versions_of(home: Home, design_id: str) -> tuple[Version, ...]:
    told = home.store.latest_meta(design_id, NAMES)
    return Versions.model_validate_json(told).named if told else ()


def named(home: Home, design_id: str, name: str) -> Version:
    """The design as it stands, under a name; an earlier version of that name gives it up."""
    words = " ".join(name.split())
    if not words:
        raise DesignError("a version needs a name; write one, such as: before the meeting")
    if len(words) > MOST_CHARACTERS:
        raise DesignError(f"the name has {len(words)} characters; the limit is {MOST_CHARACTERS}")
    revision = home.store.load(design_id).revision
    kept = [v for v in versions_of(home, design_id) if v.name != words and v.revision != revision]
    version = Version(name=words, revision=revision)
    told = Versions(named=(*kept, version)).model_dump_json()
    home.store.annotate(design_id, revision, {NAMES: told})
    return version


def steps_of(home: Home, design_id: str, most: int = 60) -> tuple[Step, ...]:
    """The last steps, newest first, and every named version whatever its age."""
    names = {version.revision: version.name for version in versions_of(home, design_id)}
    log = home.store.transactions(design_id)
    shown = [entry for entry in log if entry.revision in names or entry in log[-most:]]
    return tuple(
        Step(
            entry.revision, _label(entry), entry.actor, entry.created,
            names.get(entry.revision, ""),
        )
        for entry in reversed(shown)
    )  # fmt: skip


def restoring(home: Home, design_id: str, revision: int) -> tuple[Command, dict[str, str]]:
    """What makes the design look as it did at a revision, as one step, and what it was made from
    by then."""
    now, then = home.store.load(design_id).design, home.store.load(design_id, revision).design
    return exchanged(now, then, f"restored revision {revision}"), _made_from(
        home, design_id, revision
    )


def branched(home: Home, design_id: str, revision: int) -> str:
    """A new design that begins as this one was at a revision; its id."""
    saved, new = home.store.load(design_id, revision), new_design_id()
    label = f"branched from revision {revision} of {saved.design.title or design_id}"
    meta = _made_from(home, design_id, revision)
    home.store.create(saved.design, label[:200], "user", new, meta)
    return new


def exchanged(old: Design, new: Design, said: str) -> Command:
    """All of `old` for `new`; a user's own step, which locks do not hinder."""
    changes = {f: getattr(new, f) for f in _FIELDS if getattr(new, f) != getattr(old, f)}
    return Batch(
        label=said[:200],
        commands=(
            *(_unlocked(layer.id) for layer in walk(old) if layer.locked),
            *(RemoveLayer(layer_id=layer.id) for layer in old.layers),
            UpdateDesign(changes=changes),
            *(AddLayer(layer=layer) for layer in new.layers),
        ),
    )


def _unlocked(layer_id: str) -> Command:
    return UpdateLayer(layer_id=layer_id, changes={"locked": False})


def _made_from(home: Home, design_id: str, revision: int) -> dict[str, str]:
    """Brief and plan as they stood at a revision."""
    meta: dict[str, str] = {}
    for at in _standing(home.store.transactions(design_id)[: revision + 1]):
        meta |= home.store.meta(design_id, at)
    return {name: text for name, text in meta.items() if name not in (TURN, META, NAMES)}


def _standing(log: tuple[Transaction, ...]) -> list[int]:
    """The revisions whose steps are not undone at the end of the log."""
    past: list[int] = []
    future: list[int] = []
    for entry in log:
        if entry.kind == "do":
            past.append(entry.revision)
            future.clear()
        elif entry.kind == "undo":
            future.append(past.pop())
        else:
            past.append(future.pop())
    return past


def _label(entry: Transaction) -> str:
    if entry.kind != "do":
        return {"undo": "Undo", "redo": "Redo"}[entry.kind]
    if entry.revision == 0:
        return entry.label if entry.label.startswith("branched") else "Created"
    return entry.label or "Edited"
