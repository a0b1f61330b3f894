"""A linked set: designs of several sizes, or the pages of one, that share words, colours and type.

Each is a `.plakat` of its own that names the others. One edit of a shared thing is one undo step
over all of them; boxes and sizes are each design's own.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from agents.pages import PAGE
from agents.reformat import plan_in, plan_now
from agents.resettling import resettled
from design_io.assets import AssetStore
from design_io.commands import Batch, Command, apply
from design_io.document import Design
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.history import History, Step
from design_io.native import Change, NativeFile, read_native
from design_io.paint import Value
from design_io.resources import Resources
from layout.carrying import Carry, carried
from layout.checks import check
from layout.findings import Finding
from layout.repair import repair
from layout.sharing import shared_on_pages

META = "set.json"
SetKind = Literal["sizes", "pages"]  # what the members are: one design in sizes, or pages
_ROUNDS = 2  # of repair, after words that need more room


class Links(Value):
    """What a member knows of its set: where all members lie, and which of its steps are shared."""

    me: str  # path of this file in the set's folder
    members: dict[str, str]  # path -> design id
    shared: dict[int, str] = {}  # number of a step of the history -> the edit it is part of
    kind: SetKind = "sizes"


class Member(NamedTuple):
    path: Path
    file: NativeFile
    resources: Resources
    links: Links

    @property
    def history(self) -> History:
        return self.file.history

    def with_history(self, history: History, shared: dict[int, str]) -> Member:
        return self._replace(
            file=self.file._replace(history=history), links=self.links.evolve(shared=shared)
        )

    def change(self) -> Change:
        """The file as it is to be written, one revision on."""
        meta = {k: v for k, v in self.file.meta.items() if k != META}
        if len(self.links.members) > 1:
            meta[META] = self.links.model_dump_json()
        new = self.file._replace(meta=meta, revision=self.file.revision + 1)
        return Change(self.path, self.file.revision, new, self.resources)


class Turn(NamedTuple):
    """The members that a turn changed, the one it was said to first."""

    members: tuple[Member, ...]
    notes: tuple[str, ...]


def links_in(meta: Mapping[str, str]) -> Links | None:
    return Links.model_validate_json(meta[META]) if META in meta else None


def linked(paths: Mapping[str, str], kind: SetKind = "sizes") -> dict[str, str]:
    """What `set.json` says in each new member; `paths` are design ids by path in the folder."""
    return {me: Links(me=me, members=dict(paths), kind=kind).model_dump_json() for me in paths}


def kind_of(names: tuple[str, ...]) -> SetKind:
    return "pages" if names[0].startswith(PAGE) else "sizes"


def others(member: Member) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The other members of the set, and notes on those that are not where they were."""
    found, notes = [], []
    root = member.path.resolve().parents[len(PurePosixPath(member.links.me).parts) - 1]
    for name, design_id in member.links.members.items():
        path = root / name
        if name == member.links.me:
            continue
        other = _opened(path) if path.is_file() else None
        if other is None or other.file.design_id != design_id:
            notes.append(f"{name} of this set was not found and stays as it is")
        else:
            found.append(other)
    return tuple(found), tuple(notes)


def done(member: Member, history: History, rest: tuple[Member, ...]) -> Turn:
    """The member after an edit, and what of it is shared in all others, as one step each."""
    before, after = member.history.present, history.present
    label, edit = history.past[-1].label, uuid.uuid4().hex[:12]
    members, notes = [], list[str]()
    for other in rest if before.canvas == after.canvas else ():
        changed, said = _followed(other, before, after, label, edit)
        notes += said
        members += [changed] if changed else []
    shared = _until(member.links.shared, len(member.history.past))
    if members:
        shared[len(history.past)] = edit
    return Turn((member.with_history(history, shared), *members), tuple(notes))


def settled(member: Member, history: History) -> History:
    """The history whose last step also sets facts anew that had to shrink."""
    step = history.past[-1]
    if not {"plan.json", "brief.json"} & member.file.meta.keys():
        return history
    plan = plan_in(member.file.meta, step.before)
    plans = plan_now(member.history, plan), plan_now(history, plan)
    more = resettled(step.before, step.after, plans, member.resources)
    if not more:
        return history
    whole = Batch(label=step.label[:200], commands=(step.command, *more))
    return member.history.do(whole, step.label, step.actor)


def undone(member: Member, rest: tuple[Member, ...]) -> Turn:
    """The last step taken back, and in all others the step that belongs to it."""
    edit = member.links.shared.get(len(member.history.past))
    members = [member.with_history(member.history.undo(), member.links.shared)]
    notes = []
    for other in rest:
        number = next((n for n, name in other.links.shared.items() if edit and name == edit), None)
        if number is None or number > len(other.history.past):
            continue
        try:
            members.append(_without(other, number))
        except DesignError as error:
            notes.append(f"{other.links.me} keeps it, later changes build on it: {error}")
    return Turn(tuple(members), tuple(notes))


def redone(member: Member, rest: tuple[Member, ...]) -> Turn:
    """The step done again, and in all others what belongs to it."""
    history = member.history.redo()
    step, number = history.past[-1], len(history.past)
    edit = member.links.shared.get(number)
    members, notes = [member.with_history(history, member.links.shared)], list[str]()
    for other in rest if edit else ():
        past = len(other.history.past)
        if other.history.future and other.links.shared.get(past + 1) == edit:
            members.append(other.with_history(other.history.redo(), other.links.shared))
            continue
        changed, said = _followed(other, step.before, step.after, step.label, edit or "")
        notes += said
        members += [changed] if changed else []
    return Turn(tuple(members), tuple(notes))


def unlinked(member: Member, rest: tuple[Member, ...]) -> Turn:
    """The member alone, and the set without it."""
    left = {name: i for name, i in member.links.members.items() if name != member.links.me}
    alone = member._replace(links=member.links.evolve(members={}))
    kept = [other._replace(links=other.links.evolve(members=left)) for other in rest]
    return Turn((alone, *kept), ())


def joined_by(
    member: Member, rest: tuple[Member, ...], name: str, design_id: str
) -> tuple[Turn, Links]:
    """The set with one more member, and what that one knows of it."""
    members = member.links.members | {name: design_id}
    grown = [each._replace(links=each.links.evolve(members=members)) for each in (member, *rest)]
    return Turn(tuple(grown), ()), Links(me=name, members=members, kind=member.links.kind)


def _opened(path: Path) -> Member | None:
    file, resources = read_native(path, AssetStore(), FontLibrary.bundled())
    links = links_in(file.meta)
    return Member(path, file, resources, links) if links else None


def _followed(
    other: Member, before: Design, after: Design, label: str, edit: str
) -> tuple[Member | None, list[str]]:
    """The other member after the shared part of a change; None when it has no part in it."""
    fonts, old = other.resources.fonts, other.history.present
    carry = CARRYING[other.links.kind]
    result = carry(before, after, old, fonts)
    notes = [f"{name!r} is locked in {other.links.me} and stays" for name in result.kept]
    if not result.commands:
        return None, notes
    repairs, findings = _repaired(old, result.design, before, after, other.resources, carry)
    notes += [f"{other.links.me}: {finding.message}" for finding in findings]
    command = Batch(label=label[:200], commands=(*result.commands, *repairs))
    history = settled(other, other.history.do(command, label, "agent"))
    shared = _until(other.links.shared, len(other.history.past))
    return other.with_history(history, shared | {len(history.past): edit}), notes


def _repaired(
    old: Design, design: Design, before: Design, after: Design, resources: Resources, carry: Carry
) -> tuple[list[Command], tuple[Finding, ...]]:
    """Repairs of gates that the change broke, none of which takes the change back."""
    commands: list[Command] = []
    known = {(f.rule, f.layers) for f in _gates(old, resources)}
    for _ in range(_ROUNDS):
        broken = tuple(f for f in _gates(design, resources) if (f.rule, f.layers) not in known)
        command = repair(design, broken, resources) if broken else None
        if command is None:
            break
        try:
            candidate = apply(design, command, "agent")
        except DesignError:  # a locked layer refuses the repair
            break
        kept = not carry(before, after, candidate, resources.fonts).commands
        if not kept or len(_gates(candidate, resources)) >= len(_gates(design, resources)):
            break
        design = candidate
        commands.append(command)
    return commands, tuple(f for f in _gates(design, resources) if (f.rule, f.layers) not in known)


def _gates(design: Design, resources: Resources) -> tuple[Finding, ...]:
    return tuple(f for f in check(design, resources) if f.severity == "gate")


def _without(other: Member, number: int) -> Member:
    """The member without its step of this number; the steps after it are done once more."""
    history, shared = other.history, other.links.shared
    if number == len(history.past):
        return other.with_history(history.undo(), shared)
    later: tuple[Step, ...] = history.past[number:]
    new = History(history.past[number - 1].before, history.past[: number - 1])
    for step in later:
        new = new.do(step.command, step.label, step.actor)
    moved = {n - (n > number): edit for n, edit in shared.items() if n != number}
    return other.with_history(new, _until(moved, len(new.past)))


def _until(shared: Mapping[int, str], last: int) -> dict[int, str]:
    """The shared steps that are still in the past; what could be redone is forgotten by an edit."""
    return {number: edit for number, edit in shared.items() if number <= last}


CARRYING: dict[SetKind, Carry] = {"sizes": carried, "pages": shared_on_pages}
