"""A sentence said to one design of a set: what it leads to, before anything is written.

Files (`turns.py`) and the store of a home (`conversation.py`) are changed by the same answer.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from agents.brief import brand_in
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.results import Answer, Back, Done, Impossible, Question, Resize, Variants
from agents.linked import (
    META,
    Member,
    Turn,
    done,
    joined_by,
    redone,
    settled,
    undone,
    unlinked,
)
from agents.minded import understood
from agents.minds import RULES, Mind
from agents.reformat import as_command, plan_in, plan_known, reformatted
from design_io.commands import Command
from design_io.document import Design
from design_io.native import NativeFile, new_design_id
from generators.artist import Artist
from generators.request import Generator
from layout.findings import Finding
from layout.sizes import size_named

_TOLD, _MOST_TOLD = ("legible-size", "overflow"), 4
_UNLINK = re.compile(
    r"(?:please )?(?:unlink|detach)(?: (?:it|this|the design))?"
    r"(?: from (?:the|its) (?:set|others))?",
    re.IGNORECASE,
)


class Offer(NamedTuple):
    """One of several ways to go on, and the sentence that chooses it; a variant shows a design."""

    label: str
    sentence: str
    command: Command | None = None
    design: Design | None = None


class Spoken(NamedTuple):
    """What a sentence led to. Only "done" changes anything: `members`, the one spoken to first,
    and `added`, a new design of the set."""

    kind: Literal["done", "asked", "variants", "impossible"]
    said: str
    diff: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    commands: tuple[Command, ...] = ()  # done to the design spoken to
    members: tuple[Member, ...] = ()
    added: Member | None = None


def spoken(
    words: str, member: Member, rest: tuple[Member, ...], selected: tuple[str, ...] = (),
    painter: Generator | None = None, mind: Mind = RULES,
) -> Spoken:  # fmt: skip
    """What the sentence does to the member and to the `rest` of its set; `selected` are the ids of
    layers that "it" means."""
    painter = painter or Artist()
    if _UNLINK.fullmatch(words.rstrip(".! ")):
        return _alone(member, rest)
    meta, history = member.file.meta, member.history
    plan = plan_known(meta, history)
    context = Context(history, member.resources, plan, brand_in(meta), selected, painter)
    answer = understood(words, context, mind)
    if isinstance(answer, Impossible):
        return Spoken("impossible", answer.said)
    if isinstance(answer, Question):
        offers = tuple(Offer(choice.label, choice.sentence) for choice in answer.choices)
        return Spoken("asked", answer.said, offers=offers)
    if isinstance(answer, Variants):
        return Spoken("variants", answer.said, offers=_offers(answer, words.rstrip(".! ")))
    return _done(answer, member, rest, painter)


def _alone(member: Member, rest: tuple[Member, ...]) -> Spoken:
    if not rest:
        return Spoken("impossible", f"{member.path.name} is linked to no other design")
    members = unlinked(member, rest).members
    return Spoken("done", "unlinked; the others stay linked", members=members)


def _offers(answer: Variants, words: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(variant.label, f"{words} #{number}", variant.command, variant.design)
        for number, variant in enumerate(answer.variants, 1)
    )


def _done(answer: Answer, member: Member, rest: tuple[Member, ...], painter: Generator) -> Spoken:
    if isinstance(answer, Back):
        return _told(answer.said, _stepped(member, rest, answer))
    if isinstance(answer, Resize):
        return (_grown if answer.add else _reformatted)(answer.size, member, rest, painter)
    assert isinstance(answer, Done)
    history = settled(member, answer.after(member.history))
    turn = done(member, history, rest)
    offers = tuple(Offer(c.label, c.sentence) for asked in answer.left for c in asked.choices)
    said = ". Not done: ".join((answer.said, *(asked.said for asked in answer.left)))
    return _told(said, turn, answer.diff, member)._replace(offers=offers)


def _told(
    said: str, turn: Turn, diff: tuple[str, ...] = (), before: Member | None = None
) -> Spoken:
    """The answer that says how many designs changed, and what was in the way."""
    first = turn.members[0]
    steps = first.history.past[len(before.history.past) :] if before else ()
    if len(turn.members) > 1:
        said += f" in {len(turn.members)} linked designs"
    return Spoken(
        "done", "; ".join((said, *turn.notes)), diff,
        commands=tuple(step.command for step in steps), members=turn.members,
    )  # fmt: skip


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


def _reformatted(size: str, member: Member, rest: tuple[Member, ...], painter: Generator) -> Spoken:
    """The design laid out anew for another size, as one step."""
    design = member.history.present
    plan = plan_in(member.file.meta, design)
    made = reformatted(member.history, plan, size, member.resources, painter)
    said = f"laid out anew as {size_named(size).label}"
    history = member.history.do(as_command(design, made.design, said), said, "agent")
    turn = done(member, history, rest)
    turn = turn._replace(notes=(*_broken(made.findings), *turn.notes))
    return _told(said, turn, diff_of(design, made.design), member)


def _grown(size: str, member: Member, rest: tuple[Member, ...], painter: Generator) -> Spoken:
    """One more design in the set, beside the one it is made from."""
    if member.links.kind == "pages":
        return Spoken(
            "impossible", "this is a page of a set; say: unlink, and then add the other size"
        )
    plan = plan_in(member.file.meta, member.history.present)
    made = reformatted(member.history, plan, size, member.resources, painter)
    links = member.links
    if not links.members:
        member = member._replace(links=links.evolve(members={links.me: member.file.design_id}))
    me = PurePosixPath(links.me)
    new = me.with_name(f"{me.stem}-{size.lower().replace(' ', '')}{me.suffix}")
    name, path, design_id = str(new), member.path.with_name(new.name), new_design_id()
    if name in member.links.members:
        return Spoken("impossible", f"{name} is already there; rename it, or edit it instead")
    turn, own = joined_by(member, rest, name, design_id)
    meta = {k: v for k, v in member.file.meta.items() if k != META}
    file = NativeFile(design_id, 0, made.history, meta | {"plan.json": made.plan.model_dump_json()})
    said = f"added as {size_named(size).label} in {path.name}, linked to this design"
    return Spoken(
        "done", "; ".join((said, *_broken(made.findings))), members=turn.members,
        added=Member(path, file, member.resources, own),
    )  # fmt: skip


def _broken(findings: tuple[Finding, ...]) -> list[str]:
    """What people have to know of a new size: failed gates, and words that are too small there."""
    told = [f.message for f in findings if f.severity == "gate" or f.rule in _TOLD]
    return told[:_MOST_TOLD] + [f"and {len(told) - _MOST_TOLD} more; see: check"] * (
        len(told) > _MOST_TOLD
    )
