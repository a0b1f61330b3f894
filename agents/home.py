"""A folder that keeps everything: the store of designs, their pictures, the turns under way.

Designs of the store are members of their sets as `.plakat` files are, so that one turn serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from agents.linked import META, Links, Member, links_in
from agents.reformat import as_command
from design_io.assets import AssetStore
from design_io.errors import RevisionConflict
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.native import NativeFile
from design_io.resources import Resources
from design_io.store import DesignStore

TURN = "turn"  # the meta by which a revision names the turn that made it
_KEPT = 32  # histories that stay in memory


@dataclass(frozen=True)
class Home:
    folder: Path
    fonts: FontLibrary = field(default_factory=FontLibrary.bundled)
    _histories: dict[str, tuple[int, History]] = field(default_factory=dict)

    @cached_property
    def store(self) -> DesignStore:
        return DesignStore(self.folder / "store.db")

    @cached_property
    def resources(self) -> Resources:
        return Resources(AssetStore(self.folder / "assets"), self.fonts)

    @property
    def turns(self) -> Path:
        """The checkpoints of turns that have not ended."""
        return self.folder / "turns.db"

    def member(self, design_id: str) -> Member:
        """The design as it stands, with its history and what it knows of its set."""
        saved, meta = self.store.load(design_id), self.store.meta(design_id)
        meta = {k: v for k, v in meta.items() if k not in (TURN, META)}
        links = links_in({META: told} if (told := self.store.latest_meta(design_id, META)) else {})
        history = self._history(design_id, saved.revision)
        file = NativeFile(design_id, saved.revision, history, meta)
        alone = Links(me=design_id, members={})
        return Member(Path(design_id), file, self.resources, links or alone)

    def rest(self, member: Member) -> tuple[Member, ...]:
        """The other members of its set."""
        ids = member.links.members.values()
        return tuple(self.member(each) for each in ids if each != member.file.design_id)

    def keep(self, members: tuple[Member, ...], turn: str = "") -> None:
        """What a turn made of these designs, all of it or nothing; RevisionConflict when one of
        them has changed since it was opened."""
        with self.store.together():
            for member in members:
                self._keep(member, turn)

    def is_kept(self, design_id: str, revision: int, turn: str) -> bool:
        """Whether this turn is what made a revision of the design."""
        if self.store.load(design_id).revision < revision:
            return False
        return self.store.meta(design_id, revision).get(TURN) == turn

    def _keep(self, member: Member, turn: str) -> None:
        design_id, known = member.file.design_id, self.member(member.file.design_id)
        if known.file.revision != member.file.revision:
            raise RevisionConflict(
                f"design {design_id!r} is at revision {known.file.revision}, and this turn began "
                f"at {member.file.revision}; say it again"
            )
        with self.store.together():
            history, revision = self._stepped(known, member, turn)
            links = _links(known, member)
            if links != known.links:
                self.store.annotate(design_id, revision, {META: links.model_dump_json()})
        self._histories[design_id] = revision, history
        while len(self._histories) > _KEPT:
            del self._histories[next(iter(self._histories))]

    def _stepped(self, known: Member, member: Member, turn: str) -> tuple[History, int]:
        """The steps between what is known of a design and what a turn made of it, logged."""
        before, after, at = known.history, member.history, known.file.revision
        design_id = known.file.design_id
        if before.past and after == before.undo():
            return after, self.store.undo(design_id, at, "agent").revision
        if before.future and after == before.redo():
            return after, self.store.redo(design_id, at, "agent").revision
        meta = _changed(known.file.meta, member.file.meta) | ({TURN: turn} if turn else {})
        if after.past[: len(before.past)] != before.past:
            after = _taken_back(before, after)
        for step in after.past[len(before.past) :]:
            saved = self.store.append(design_id, at, step.command, step.label, step.actor, meta)
            at, meta = saved.revision, {}
        return after, at

    def _history(self, design_id: str, revision: int) -> History:
        known = self._histories.get(design_id)
        if known is None or known[0] != revision:
            known = revision, self.store.history(design_id)
        return known[1]


def _taken_back(before: History, after: History) -> History:
    """A log only grows: a step that was taken out of the middle becomes one that undoes it."""
    said = "taken back"
    return before.do(as_command(before.present, after.present, said), said, "agent")


def _links(known: Member, member: Member) -> Links:
    """What the member knows of its set by now; steps keep their numbers in a log."""
    if member.history.past[: len(known.history.past)] == known.history.past:
        return member.links
    left = set(member.links.shared.values())
    shared = {number: edit for number, edit in known.links.shared.items() if edit in left}
    return member.links.evolve(shared=shared)


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {name: content for name, content in new.items() if old.get(name) != content}
