"""A folder that keeps everything: the store of designs, their pictures, the turns under way.

Designs of the store are members of their sets as `.plakat` files are, so that one turn serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from agents.linked import META, Links, Member, links_in
from agents.reformat import as_command
from design_io.assets import AssetStore
from design_io.commands import Actor, Command
from design_io.document import from_json, to_json
from design_io.errors import RevisionConflict
from design_io.fonts import FontLibrary
from design_io.history import History, Step
from design_io.native import NativeFile
from design_io.own_fonts import OwnFonts
from design_io.paint import Value
from design_io.resources import Resources
from design_io.store import DesignStore

TURN = "turn"  # the meta by which a revision names the turn that made it
_KEPT = 32  # histories that stay in memory


class Logged(Value):
    command: Command
    label: str = ""
    actor: Actor = "agent"


class Move(Value):
    """What one turn does to one design, as JSON can hold it between a crash and the commit."""

    design_id: str
    base_revision: int
    first: str = ""  # JSON of a new design's document
    kind: Literal["do", "undo", "redo"] = "do"
    times: int = 1  # that it is undone or redone
    steps: tuple[Logged, ...] = ()
    meta: dict[str, str] = {}
    links: str = ""  # JSON of its set; empty: as it was

    def on(self, history: History) -> History:
        """What the move makes of the history."""
        if self.kind != "do":
            history = history.turned(self.kind, self.times)
        for step in self.steps:
            history = history.do(step.command, step.label, step.actor)
        return history


@dataclass(frozen=True)
class Home:
    folder: Path
    given: FontLibrary = field(default_factory=FontLibrary.bundled)  # beside the user's own
    checkpoints: str = ""  # URL of a Postgres database; none: a file in the folder
    _histories: dict[str, tuple[int, History]] = field(default_factory=dict)

    @cached_property
    def store(self) -> DesignStore:
        return DesignStore(self.folder / "store.db")

    @cached_property
    def assets(self) -> AssetStore:
        return AssetStore(self.folder / "assets")

    @cached_property
    def own_fonts(self) -> OwnFonts:
        return OwnFonts(self.folder / "fonts", self.given)

    @property
    def fonts(self) -> FontLibrary:
        return self.own_fonts.library

    @property
    def resources(self) -> Resources:
        """As they are now: another library when a font has come."""
        return Resources(self.assets, self.fonts)

    @property
    def turns(self) -> Path | str:
        """Where the checkpoints of turns are that have not ended."""
        return self.checkpoints or self.folder / "turns.db"

    def member(self, design_id: str) -> Member:
        """The design as it stands, with its history and what it knows of its set."""
        saved, meta = self.store.load(design_id), self.store.meta(design_id)
        meta = {k: v for k, v in meta.items() if k not in (TURN, META)}
        history = self._history(design_id, saved.revision)
        file = NativeFile(design_id, saved.revision, history, meta)
        return Member(Path(design_id), file, self.resources, self.links(design_id))

    def links(self, design_id: str) -> Links:
        """What the design knows of its set; a set of none where it is alone."""
        told = self.store.latest_meta(design_id, META)
        return links_in({META: told} if told else {}) or Links(me=design_id, members={})

    def history(self, design_id: str) -> History:
        """Every step of the design that can be undone or redone."""
        return self._history(design_id, self.store.load(design_id).revision)

    def rest(self, member: Member) -> tuple[Member, ...]:
        """The other members of its set."""
        ids = member.links.members.values()
        return tuple(self.member(each) for each in ids if each != member.file.design_id)

    def moves(self, members: tuple[Member, ...], added: Member | None = None) -> tuple[Move, ...]:
        """What the log has to take in, for designs as a turn made them of what is kept, and for
        one that is new."""
        changed = tuple(map(self._move, members))
        return changed if added is None else (*changed, *birth(added))

    def keep(self, moves: tuple[Move, ...], turn: str = "") -> None:
        """All of what a turn did, or nothing; RevisionConflict when one of the designs has changed
        since it was opened."""
        try:
            with self.store.together():
                for move in moves:
                    self._keep(move, turn)
        except BaseException:
            for move in moves:  # they may know steps that were not kept
                self._histories.pop(move.design_id, None)
            raise

    def take_in(self, member: Member) -> None:
        """A file's design as the file says it, whatever the home knows of it from before."""
        design_id = member.file.design_id
        if design_id not in self.store:
            self.keep(birth(member))
            return
        known = self.member(design_id)
        file = member.file._replace(revision=known.file.revision)
        if member.history.present != known.history.present or file.meta != known.file.meta:
            self.keep(self.moves((member._replace(file=file),)))

    def is_kept(self, design_id: str, revision: int, turn: str) -> bool:
        """Whether this turn is what made a revision of the design."""
        if self.store.load(design_id).revision < revision:
            return False
        return self.store.meta(design_id, revision).get(TURN) == turn

    def _move(self, member: Member) -> Move:
        design_id, known = member.file.design_id, self.member(member.file.design_id)
        if known.file.revision != member.file.revision:
            raise RevisionConflict(
                f"design {design_id!r} is at revision {known.file.revision}, and this turn began "
                f"at {member.file.revision}; say it again"
            )
        links = _links(known, member)
        return Move(
            design_id=design_id, base_revision=member.file.revision,
            **_steps(known.history, member.history),
            meta=_changed(known.file.meta, member.file.meta),
            links="" if links == known.links else links.model_dump_json(),
        )  # fmt: skip

    def _keep(self, move: Move, turn: str) -> None:
        design_id, revision, store = move.design_id, move.base_revision, self.store
        meta = move.meta | ({TURN: turn} if turn else {})
        if move.first:
            store.create(from_json(move.first), "added to the set", "agent", design_id, meta)
            meta = {}
        history = self._history(design_id, revision)
        turn_once = store.undo if move.kind == "undo" else store.redo
        for _ in range(move.times if move.kind != "do" else 0):
            revision = turn_once(design_id, revision, "agent").revision
        if move.kind != "do" and turn:
            store.annotate(design_id, revision, {TURN: turn})
        for step in move.steps:
            saved = store.append(design_id, revision, step.command, step.label, step.actor, meta)
            revision, meta = saved.revision, {}
        if move.links:
            store.annotate(design_id, revision, {META: move.links})
        self._remember(design_id, revision, move.on(history))

    def _history(self, design_id: str, revision: int) -> History:
        known = self._histories.get(design_id)
        if known is None or known[0] != revision:
            known = revision, self.store.history(design_id)
            self._remember(design_id, *known)
        return known[1]

    def _remember(self, design_id: str, revision: int, history: History) -> None:
        self._histories[design_id] = revision, history
        for oldest in tuple(self._histories)[:-_KEPT]:
            self._histories.pop(oldest, None)


def birth(member: Member) -> tuple[Move, ...]:
    """A new design with all of its history, what can be redone included."""
    history, design_id = member.history, member.file.design_id
    steps = (*history.past, *reversed(history.future))
    initial = steps[0].before if steps else history.present
    meta = {name: text for name, text in member.file.meta.items() if name != META}
    first = Move(
        design_id=design_id, base_revision=0, first=to_json(initial), steps=_logged(steps),
        meta=meta, links=member.links.model_dump_json(),
    )  # fmt: skip
    if not history.future:
        return (first,)
    times = len(history.future)
    return first, Move(design_id=design_id, base_revision=len(steps), kind="undo", times=times)


def _steps(before: History, after: History) -> dict[str, Any]:
    """The way from one history to the other, as a log can hold it, which only grows."""
    back, forth = len(before.past) - len(after.past), len(after.past) - len(before.past)
    if back > 0 and before.turned("undo", back) == after:
        return {"kind": "undo", "times": back}
    if 0 < forth <= len(before.future) and before.turned("redo", forth) == after:
        return {"kind": "redo", "times": forth}
    if after.past[: len(before.past)] != before.past:  # a step was taken out of the middle
        said = "taken back"
        after = before.do(as_command(before.present, after.present, said), said, "agent")
    return {"steps": _logged(after.past[len(before.past) :])}


def _logged(steps: tuple[Step, ...]) -> tuple[Logged, ...]:
    return tuple(Logged(command=s.command, label=s.label, actor=s.actor) for s in steps)


def _links(known: Member, member: Member) -> Links:
    """What the member knows of its set by now; steps keep their numbers in a log."""
    if member.history.past[: len(known.history.past)] == known.history.past:
        return member.links
    left = set(member.links.shared.values())
    shared = {number: edit for number, edit in known.links.shared.items() if edit in left}
    return member.links.evolve(shared=shared)


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {name: content for name, content in new.items() if old.get(name) != content}
