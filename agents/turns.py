"""One chat sentence said to a `.plakat` file: the file, or all files of its linked set, change.

Files are replaced whole and together, or not at all when somebody else was faster.
"""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from agents.brief import brand_in
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.results import Answer, Back, Done, Impossible, Question, Resize, Variants
from agents.chat.understanding import understand
from agents.linked import (
    META,
    Links,
    Member,
    Turn,
    done,
    joined_by,
    links_in,
    others,
    redone,
    settled,
    undone,
    unlinked,
)
from agents.reformat import as_command, plan_in, plan_known, reformatted
from design_io.assets import AssetStore
from design_io.commands import Command, command_to_json
from design_io.errors import DesignError
from design_io.export import export, formats_named
from design_io.fonts import FontLibrary
from design_io.native import (
    Change,
    NativeFile,
    new_design_id,
    read_native,
    replace_all_if_unchanged,
    replace_if_unchanged,
    write_native,
)
from design_io.rasters import Rasters
from design_io.resources import Resources
from generators.artist import Artist
from layout.findings import Finding
from layout.sizes import size_named

_TOLD, _MOST_TOLD = ("legible-size", "overflow"), 4
_UNLINK = re.compile(
    r"(?:please )?(?:unlink|detach)(?: (?:it|this|the design))?"
    r"(?: from (?:the|its) (?:set|others))?",
    re.IGNORECASE,
)


class Edited(NamedTuple):
    """What a sentence led to; without a change, no file is written and `revision` stays."""

    said: str
    commands: tuple[str, ...]  # JSON
    revision: int
    files: tuple[Path, ...]
    diff: tuple[str, ...] = ()  # one line a change
    kind: str = "done"  # done, question, variants
    choices: tuple[tuple[str, str], ...] = ()  # (what it is, the sentence that chooses it)

    def summary(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "said": self.said,
            "diff": list(self.diff),
            "choices": [{"label": label, "sentence": said} for label, said in self.choices],
            "commands": [json.loads(command) for command in self.commands],
            "revision": self.revision,
            "files": [str(path) for path in self.files],
        }


class Edit(NamedTuple):
    """What is done to the design a sentence was said to."""

    said: str
    commands: tuple[Command, ...] = ()
    diff: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What a sentence did to a design and to its set, before anything is written."""

    said: str
    edit: Edit
    changes: tuple[Change, ...]  # the file the sentence was said to first
    notes: tuple[str, ...]


def edit_file(
    path: Path, sentence: str, output: Path | None, formats: str = "", select: str = ""
) -> Edited:
    """Change the document by a sentence, and what is shared in all designs of its set.

    With `output` a copy of the one document is changed there, and is linked to no other. `select`
    names the layers that "it" means, by id."""
    chosen = formats_named(formats) if formats.strip() else ()
    file, resources = read_native(path, AssetStore(), FontLibrary.bundled())
    words = sentence.encode(errors="ignore").decode()  # no file could hold half a surrogate pair
    member = Member(path, file, resources, links_in(file.meta) or Links(me=path.name, members={}))
    if output is not None:
        member = member._replace(links=Links(me=path.name, members={}))
    selected = tuple(name.strip() for name in select.split(",") if name.strip())
    answer = _understood(words, member, selected)
    if isinstance(answer, Question):
        choices = tuple((choice.label, choice.sentence) for choice in answer.choices)
        return Edited(answer.said, (), file.revision, (), kind="question", choices=choices)
    if isinstance(answer, Variants):
        return _offered(answer, words, member, output)
    outcome = _outcome(words, answer, member)
    changes = _with_rasters(outcome.changes)
    if output is None and len(changes) == 1:
        replace_if_unchanged(path, file.revision, changes[0].file, resources, changes[0].rasters)
    elif output is None:
        replace_all_if_unchanged(changes)
    else:
        output.mkdir(parents=True, exist_ok=True)
        changes = tuple(c._replace(path=output / c.path.name) for c in changes)
        for change in changes:
            write_native(change.path, change.file, change.resources, change.rasters)
    files = tuple(change.path for change in changes)
    for change in changes if chosen else ():
        design, at = change.file.history.present, change.path
        files += export(design, change.resources, at.parent, at.stem, chosen, change.rasters)
    said = "; ".join((outcome.said, *outcome.notes, *file.warnings))
    edit = outcome.edit
    commands = tuple(map(command_to_json, edit.commands))
    return Edited(said, commands, changes[0].file.revision, files, edit.diff)


def _understood(words: str, member: Member, selected: tuple[str, ...]) -> Answer | None:
    """What the sentence asks of the design; None for one about its set."""
    if _UNLINK.fullmatch(words.rstrip(".! ")):
        return None
    meta = member.file.meta
    context = Context(
        member.history, member.resources, plan_known(meta, member.history), brand_in(meta), selected
    )
    answer = understand(words, context)
    if isinstance(answer, Impossible):
        raise DesignError(answer.said)
    return answer


def _offered(answer: Variants, words: str, member: Member, output: Path | None) -> Edited:
    """A picture of every variant, and the sentences that choose one; the document stays."""
    folder = output or member.path.parent
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for number, variant in enumerate(answer.variants, 1):
        rasters = Rasters(variant.design, member.resources)
        name = f"{member.path.stem}-variant-{number}"
        files += export(variant.design, member.resources, folder, name, ("png",), rasters)
    choices = tuple(
        (variant.label, f"{words.rstrip('.! ')} #{number}")
        for number, variant in enumerate(answer.variants, 1)
    )
    return Edited(answer.said, (), member.file.revision, tuple(files), (), "variants", choices)


def _outcome(words: str, answer: Answer | None, member: Member) -> Outcome:
    rest, notes = others(member) if member.links.members else ((), ())
    if answer is None:
        if not rest:
            raise DesignError(f"{member.path.name} is linked to no other design")
        turn = unlinked(member, rest)
        return _answer("unlinked; the others stay linked", Edit(""), turn, notes)
    if isinstance(answer, Resize) and answer.add:
        return _grown(member, rest, answer.size, notes)
    if isinstance(answer, Back):
        turn = _stepped(member, rest, answer)
        return _told(Edit(answer.said), turn, notes)
    if isinstance(answer, Resize):
        edit = _reformat(member.file, answer.size, member.resources)
    else:
        assert isinstance(answer, Done)
        edit = Edit(answer.said, answer.commands, answer.diff)
    history = member.history
    for command in edit.commands:
        history = history.do(command, edit.said, "agent")
    if not isinstance(answer, Resize):
        history = settled(member, history)
    steps = history.past[len(member.history.past) :]
    edit = edit._replace(commands=tuple(step.command for step in steps))
    return _told(edit, done(member, history, rest), notes)


def _stepped(member: Member, rest: tuple[Member, ...], back: Back) -> Turn:
    """As many steps back, or forth, one after the other in the whole set."""
    move = undone if back.kind == "undo" else redone
    turn = move(member, rest)
    for _ in range(back.steps - 1):
        changed = {other.path: other for other in turn.members}
        rest = tuple(changed.get(other.path, other) for other in rest)
        more = move(turn.members[0], rest)
        kept = {other.path: other for other in (*turn.members, *more.members)}
        turn = Turn((more.members[0], *list(kept.values())[1:]), (*turn.notes, *more.notes))
    return turn


def _told(edit: Edit, turn: Turn, notes: tuple[str, ...]) -> Outcome:
    said = edit.said
    if len(turn.members) > 1:
        said += f" in {len(turn.members)} linked designs"
    return _answer(said, edit, turn, notes)


def _answer(said: str, edit: Edit, turn: Turn, notes: tuple[str, ...]) -> Outcome:
    changes = tuple(member.change() for member in turn.members)
    return Outcome(said, edit, changes, (*notes, *turn.notes))


def _reformat(file: NativeFile, size: str, resources: Resources) -> Edit:
    """The design laid out anew for another size, as one step."""
    design = file.history.present
    plan = plan_in(file.meta, design)
    made = reformatted(file.history, plan, size, resources, Artist())
    said = f"laid out anew as {size_named(size).label}"
    command = as_command(design, made.design, said)
    return Edit(
        "; ".join((said, *_broken(made.findings))), (command,), diff_of(design, made.design)
    )


def _grown(member: Member, rest: tuple[Member, ...], size: str, notes: tuple[str, ...]) -> Outcome:
    """One more design in the set, beside the one it is made from."""
    made = reformatted(
        member.history, plan_in(member.file.meta, member.history.present), size,
        member.resources, Artist(),
    )  # fmt: skip
    links = member.links
    if not links.members:
        member = member._replace(links=links.evolve(members={links.me: member.file.design_id}))
    path = member.path.with_name(f"{member.path.stem}-{size.lower().replace(' ', '')}.plakat")
    if path.exists():
        raise DesignError(f"{path.name} is already there; rename it, or edit it instead")
    name, design_id = str(PurePosixPath(links.me).with_name(path.name)), new_design_id()
    turn, own = joined_by(member, rest, name, design_id)
    meta = {k: v for k, v in member.file.meta.items() if k != META}
    meta |= {META: own.model_dump_json(), "plan.json": made.plan.model_dump_json()}
    new = Change(path, None, NativeFile(design_id, 0, made.history, meta), member.resources)
    changes = (*(each.change() for each in turn.members), new)
    said = f"added as {size_named(size).label} in {path.name}, linked to this design"
    return Outcome(said, Edit(said), changes, (*notes, *_broken(made.findings)))


def _broken(findings: tuple[Finding, ...]) -> list[str]:
    """What people have to know of a new size: failed gates, and words that are too small there."""
    told = [f.message for f in findings if f.severity == "gate" or f.rule in _TOLD]
    return told[:_MOST_TOLD] + [f"and {len(told) - _MOST_TOLD} more; see: check"] * (
        len(told) > _MOST_TOLD
    )


def _with_rasters(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(
        change._replace(rasters=Rasters(change.file.history.present, change.resources))
        for change in changes
    )
