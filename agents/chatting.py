"""`chat FILE`: a conversation about a `.plakat` file, and the files of its set.

The talk goes on in a home, where every turn and every line is kept; after each turn the files are
replaced together. What was changed in a file meanwhile is taken in first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from agents.brief import Brief
from agents.conversation import Conversation
from agents.edit_graph import Answer
from agents.events import Event
from agents.home import Home
from agents.linked import META, Links, Member, links_in, others
from agents.minds import RULES, Mind
from agents.placeholders import open_questions
from design_io.errors import DesignError, RevisionConflict
from design_io.fonts import FontLibrary
from design_io.importing import is_native, native_beside, open_design
from design_io.native import Change, NativeFile, read_native, replace_all_if_unchanged
from design_io.rasters import Rasters
from generators.request import Generator

BYE = ("exit", "quit", "bye", "q")
_SHOWN = 6  # lines of a diff


class FileTalk:
    """The conversation about one file."""

    def __init__(self, path: Path, folder: Path, painter: Generator, mind: Mind = RULES) -> None:
        home = Home(folder)
        file, resources = open_design(path, home.resources.assets, FontLibrary.bundled())
        base = file.revision if is_native(path) else None
        path = path if is_native(path) else native_beside(path)
        home = Home(folder, resources.fonts)
        links = links_in(file.meta) or Links(me=path.name, members={})
        member = Member(path, file, home.resources, links)
        self.design_id, self.home = file.design_id, home
        rest, notes = others(member) if links.members else ((), ())
        self.notes = (*file.warnings, *notes)
        self._root = path.resolve().parents[len(PurePosixPath(links.me).parts) - 1]
        # path and revision by design id; none of a file that is not written yet
        self._files: dict[str, tuple[Path, int | None]] = {}
        self._talk = Conversation(home, painter, mind)
        for each in (member, *rest):
            revision = base if each is member else each.file.revision
            self._files[each.file.design_id] = each.path, revision
            if each is not member:  # its pictures, into the home
                read_native(each.path, home.resources.assets, home.fonts)
            home.take_in(each)

    def open_questions(self) -> tuple[str, ...]:
        """What the brief of the file left open."""
        member = self.home.member(self.design_id)
        packed = member.file.meta.get("brief.json")
        if packed is None:
            return ()
        brief = Brief.model_validate_json(packed)
        return tuple(q.question for q in open_questions(brief, member.history.present))

    async def say(self, sentence: str, tell: Callable[[Event], None]) -> Answer:
        """One turn; the files of all designs that it changed are replaced."""
        answer = await self._talk.say(self.design_id, sentence, tell=tell)
        changes = [self._change(move.design_id) for move in answer.moves]
        if changes:
            replace_all_if_unchanged(changes)
        for change in changes:
            self._files[change.file.design_id] = change.path, change.file.revision
        return answer

    def _change(self, design_id: str) -> Change:
        member = self.home.member(design_id)
        links, meta = member.links, dict(member.file.meta)
        if len(links.members) > 1:
            meta[META] = links.model_dump_json()
        path, base = self._files.get(design_id, (self._root / links.me, None))
        file = NativeFile(design_id, 0 if base is None else base + 1, member.history, meta)
        rasters = Rasters(member.history.present, member.resources)
        return Change(path, base, file, member.resources, rasters)


def chat(
    path: Path, folder: Path, painter: Generator, lines: Iterator[str],
    show: Callable[[str], None], mind: Mind = RULES,
) -> None:  # fmt: skip
    """Talk until the lines end or one of them says goodbye."""
    talk = FileTalk(path, folder, painter, mind)
    for note in (*talk.notes, *talk.open_questions()):
        show(note)
    with asyncio.Runner() as loop:
        for line in lines:
            if line.strip().lower() in BYE:
                return
            if line.strip():
                _turn(loop, talk, line, show)


def _turn(loop: asyncio.Runner, talk: FileTalk, line: str, show: Callable[[str], None]) -> None:
    def tell(event: Event) -> None:
        if event.kind == "found" and event.finding.severity == "gate":
            show(f"  note: {event.finding.message}")

    try:
        answer = loop.run(talk.say(line, tell))
    except RevisionConflict:
        raise
    except DesignError as error:
        show(str(error))
        return
    show(answer.said)
    for change in answer.diff[:_SHOWN]:
        show(f"  {change}")
    if len(answer.diff) > _SHOWN:
        show(f"  and {len(answer.diff) - _SHOWN} more")
    for number, choice in enumerate(answer.choices, 1):
        show(f"  {number}. {choice.label}")
