"""One chat sentence said to a `.plakat` file: the file, or all files of its linked set, change.

Files are replaced whole and together, or not at all when somebody else was faster.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from agents.linked import Links, Member, links_in, others
from agents.markup import whole_characters
from agents.minds import RULES, Mind
from agents.saying import Spoken, spoken
from design_io.assets import AssetStore
from design_io.commands import command_to_json
from design_io.errors import DesignError
from design_io.export import export, formats_named
from design_io.fonts import FontLibrary
from design_io.importing import NATIVE, is_native, native_beside, open_design
from design_io.native import (
    Change,
    replace_all_if_unchanged,
    replace_if_unchanged,
    write_native,
)
from design_io.rasters import Rasters


class Edited(NamedTuple):
    """What a sentence led to; without a change, no file is written and `revision` stays."""

    said: str
    commands: tuple[str, ...]  # JSON
    revision: int
    files: tuple[Path, ...]
    diff: tuple[str, ...] = ()  # one line a change
    kind: str = "done"  # done, asked, variants
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


def edit_file(
    path: Path, sentence: str, output: Path | None, formats: str = "", select: str = "",
    mind: Mind = RULES,
) -> Edited:  # fmt: skip
    """Change the document by a sentence, and what is shared in all designs of its set.

    With `output` a copy of the one document is changed there, and is linked to no other. A file of
    another program stays; its design goes on in a new `.plakat` beside it. `select` names the
    layers that "it" means, by id; the mind is asked what the rules do not understand."""
    chosen = formats_named(formats) if formats.strip() else ()
    file, resources = open_design(path, AssetStore(), FontLibrary.bundled())
    new = not is_native(path)
    if new:
        path = path.with_suffix(NATIVE) if output is not None else native_beside(path)
    alone = Links(me=path.name, members={})
    links = alone if output is not None else links_in(file.meta) or alone
    member = Member(path, file, resources, links)
    rest, notes = others(member) if links.members else ((), ())
    selected = tuple(name.strip() for name in select.split(",") if name.strip())
    answer = spoken(whole_characters(sentence), member, rest, selected, mind=mind)
    if answer.kind == "impossible":
        raise DesignError(answer.said)
    if answer.kind != "done":
        return _offered(answer, member, output or path.parent)
    changes = _written(answer, member, output, new)
    files = tuple(change.path for change in changes)
    for change in changes if chosen else ():
        design, at = change.file.history.present, change.path
        files += export(design, change.resources, at.parent, at.stem, chosen, change.rasters)
    said = "; ".join((answer.said, *notes, *file.warnings))
    commands = tuple(map(command_to_json, answer.commands))
    choices = tuple((offer.label, offer.sentence) for offer in answer.offers)
    revision = changes[0].file.revision
    return Edited(said, commands, revision, files, answer.diff, choices=choices)


def _offered(answer: Spoken, member: Member, folder: Path) -> Edited:
    """A picture of every variant, and the sentences that choose one; the document stays."""
    files: list[Path] = []
    for number, offer in enumerate(answer.offers, 1):
        if offer.design is not None:
            name = f"{member.path.stem}-variant-{number}"
            rasters = Rasters(offer.design, member.resources)
            folder.mkdir(parents=True, exist_ok=True)
            files += export(offer.design, member.resources, folder, name, ("png",), rasters)
    choices = tuple((offer.label, offer.sentence) for offer in answer.offers)
    return Edited(
        answer.said, (), member.file.revision, tuple(files), kind=answer.kind, choices=choices
    )


def _written(
    answer: Spoken, member: Member, output: Path | None, new: bool
) -> tuple[Change, ...]:  # fmt: skip
    """All files that the answer changes, written together; the one spoken to first."""
    changes = [each.change() for each in answer.members]
    if answer.added is not None:
        added = answer.added.change()
        changes.append(added._replace(base_revision=None, file=added.file._replace(revision=0)))
    changes = [
        change._replace(rasters=Rasters(change.file.history.present, change.resources))
        for change in changes
    ]
    if new:
        changes[0] = changes[0]._replace(base_revision=None)
    if output is None and len(changes) == 1 and not new:
        change = changes[0]
        base = member.file.revision
        replace_if_unchanged(change.path, base, change.file, change.resources, change.rasters)
    elif output is None:
        replace_all_if_unchanged(changes)
    else:
        output.mkdir(parents=True, exist_ok=True)
        changes = [change._replace(path=output / change.path.name) for change in changes]
        for change in changes:
            write_native(change.path, change.file, change.resources, change.rasters)
    return tuple(changes)
