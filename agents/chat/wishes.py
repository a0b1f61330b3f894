"""A long message as its wishes, each done by itself or named as not understood.

Rules read a sentence as a whole and may hear one wish of several. Here the message is cut into
clauses, what only greets, praises or gives a reason is left out, and every wish is understood on
what came of those before it. What comes of it stands where it is more than the whole came to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.held_back import is_conditional
from agents.chat.message_parts import Part, parts_of
from agents.chat.naming import find
from agents.chat.results import (
    Answer,
    Choice,
    Done,
    Impossible,
    NotThereError,
    Question,
    Resize,
    UnclearError,
    Variants,
    done,
)
from agents.chat.several import copied, of_the_copy
from agents.chat.straying import half_named, put_in_place, spared, speaks_of_all
from design_io.commands import Command
from design_io.document import GroupLayer, Layer, walk

Understand = Callable[[str, Context], Answer]
_MOST = 9  # wishes of a message
_WHOLE = 0.5  # of all layers; what changes more than the message as a whole did has misheard
_STAYS = re.compile(r" (?:is|are|stays?|can|should|must|may|remains?)\b")
_PRONOUN = re.compile(r"\b(?:it|them|that|this|these|those)\b")
_BESIDE_IT = re.compile(r"\b(?:under|over|above|below|beside|next to|behind|around) (?:it|them)\b")
_ALREADY = "already: nothing to change"


def heard_out(sentence: str, found: Answer, context: Context, ask: Understand) -> Answer:
    """What the whole message came to, or its wishes one by one where they are more."""
    if isinstance(found, Resize) and len(sentence.split()) < 8:
        return found
    if isinstance(found, Question) and is_conditional(sentence):
        return found
    parts = parts_of(sentence, context)
    wishes = [part for part in parts if part.wishes]
    if len(parts) < 2 or not 1 <= len(wishes) <= _MOST:
        return found
    own = _each(parts, context, ask)
    if own is None and isinstance(found, Done) and _is_of_a_reason(parts, context, ask):
        return Question(f"what is meant in {wishes[0].text!r}?")
    if own is None or any(
        guard(sentence.lower(), own, context) is not None
        for guard in (spared, half_named, put_in_place)
    ):
        return found
    sure = any(part.retracts for part in parts) and not own.left
    better = _is_of_asides(found, parts, context) or _is_better(own, found, wishes, context)
    return own if sure or better else found


def _is_better(own: Done, found: Answer, wishes: list[Part], context: Context) -> bool:
    """Whether the wishes by themselves came to more than the message as a whole."""
    if not isinstance(found, Done):
        return not (isinstance(found, Variants) and own.left)
    if len(wishes) > 1 and not own.left and all(wish.fact for wish in wishes):
        return True  # facts are told clause by clause
    mine, other = _touched(own, context), _touched(found, context)
    if mine == other:  # the same was done, and what was not is told
        same = own.after(context.history).present == found.after(context.history).present
        return same and bool(own.left) and not found.left
    told = any(part.refers and _PRONOUN.search(part.text.lower()) for part in wishes)
    if told and not own.left and mine and not mine & other:
        return True  # "that line" is the one spoken of before
    if mine > other:
        few = len(mine) <= _WHOLE * sum(1 for _ in walk(context.design))
        return few or any(speaks_of_all(wish.text.lower()) for wish in wishes)
    return len(wishes) > 1 and not own.left and not mine <= other


def _is_of_asides(found: Answer, parts: list[Part], context: Context) -> bool:
    """Whether it changes only what is named where nothing is wished: "green is our colour"."""
    changed = _touched(found, context) if isinstance(found, Done) else set()
    last = max(n for n, part in enumerate(parts) if part.wishes)
    aside = _ids(parts[last + 1 :], context, lambda part: True)
    return bool(changed) and changed <= aside - _ids(parts[: last + 1], context, lambda part: True)


def _is_of_a_reason(parts: list[Part], context: Context, ask: Understand) -> bool:
    """Whether nothing is left to do without what only tells why: "cant read it"."""
    said = [part.text for part in parts if not part.tells_why]
    return len(said) < len(parts) and not isinstance(ask(". ".join(said), context), Done)


def _touched(found: Done, context: Context) -> set[str]:
    """Ids of all that differs: leaves, and groups by what is their own."""
    now = {x.id: _own(x) for x in walk(found.after(context.history).present)}
    return {x.id for x in walk(context.design) if now.get(x.id) != _own(x)}


def _own(layer: Layer) -> Layer:
    return layer.evolve(layers=()) if isinstance(layer, GroupLayer) else layer


class _Work(NamedTuple):
    """What the wishes came to so far."""

    now: Context
    made: tuple[Command, ...] = ()
    said: tuple[str, ...] = ()
    left: tuple[Question, ...] = ()
    named: tuple[str, ...] = ()  # ids of what was spoken of last
    lost: bool = False  # whether that was not understood


def _each(parts: list[Part], context: Context, ask: Understand) -> Done | None:
    """Every wish on what came of those before it; None where none is done."""
    work = _Work(context)
    kept = {name for part in parts if part.keeps for name in _stays(part, context)}
    told = _ids(parts, context, lambda part: not part.of_the_rest)
    before = work
    for part in parts:
        if part.retracts:
            work = before._replace(named=work.named)
        if not part.wishes:
            spoken = _spoken(part, work.now) or work.named
            work = work._replace(named=spoken, lost=part.remarks and not part.names)
            continue
        before = work
        work = _with(part, work, told if part.of_the_rest else work.named, ask)
    if not work.made or kept & _touched(_as_done(work, context), context):
        return None
    return _as_done(work, context)


def _with(part: Part, work: _Work, meant: Iterable[str], ask: Understand) -> _Work:
    """One more wish done, or left with what was said of it."""
    if part.refers and (work.lost or not (work.named or part.names or work.now.it)):
        asked = Question(f"what is meant in {part.text!r}?")
        return work._replace(left=(*work.left, asked)) if part.orders else work
    there = {x.id for x in walk(work.now.design)}
    selected = tuple(x for x in meant if x in there) or work.now.selected
    text = of_the_copy(part.text, replace(work.now, selected=tuple(work.named)))
    meant_last = part.refers or part.of_the_rest or text != part.text
    meant_last = meant_last or (part.fact and not part.names)
    meant_last = meant_last or bool(_BESIDE_IT.search(part.text))
    now = replace(work.now, selected=selected if meant_last else ())
    answer = ask(text, now)
    if isinstance(answer, Impossible) and answer.said.endswith(_ALREADY):
        return work._replace(said=(*work.said, answer.said), named=_spoken(part, work.now))
    named = _spoken(part, work.now) or tuple(selected)
    if not isinstance(answer, Done):
        left = (*work.left, _left(part, answer)) if part.orders or part.fact else work.left
        return work._replace(left=left, named=named, lost=bool(part.names))
    history = answer.after(work.now.history)
    named = copied(work.now.design, history.present) or named
    return work._replace(
        now=replace(work.now, history=history), made=(*work.made, *answer.commands),
        said=(*work.said, answer.said), left=(*work.left, *answer.left), named=named, lost=False,
    )  # fmt: skip


def _left(part: Part, answer: Answer) -> Question:
    """A wish that was not done, and why."""
    match answer:
        case Question():
            return answer
        case Impossible(said=said, lost=""):
            return Question(said)
        case Resize():
            return Question(f"another format is a step of its own: {part.text!r}",
                            (Choice(part.text, part.text),))  # fmt: skip
        case Variants():
            return Question(f"{part.text!r} has several answers; say it by itself to see them",
                            (Choice(part.text, part.text),))  # fmt: skip
    return Question(f"{part.text!r} was not understood")


def _as_done(work: _Work, context: Context) -> Done:
    whole = done("; ".join(dict.fromkeys(work.said)), list(work.made))
    return whole._replace(diff=diff_of(context.design, work.now.design), left=work.left)


def _ids(parts: list[Part], context: Context, suits: Callable[[Part], bool]) -> set[str]:
    """Ids of all that these parts name."""
    return {name for part in parts if suits(part) for name in _spoken(part, context)}


def _stays(part: Part, context: Context) -> set[str]:
    """Ids of what is said to stay: "arch and the ferns are lovely"."""
    subjects = _STAYS.split(part.text.lower())[0]
    named = part._replace(names=(*part.names, *re.split(r",? and |, ", subjects)))
    return set(_spoken(named, context))


def _spoken(part: Part, context: Context) -> tuple[str, ...]:
    """Ids of the layers that the part names, as they are by now."""
    there = {x.id for x in walk(context.design)}
    found: list[str] = []
    for phrase in part.names:
        try:
            found += [x.id for x in find(phrase, context).layers if x.id in there]
        except (NotThereError, UnclearError):
            continue
    return tuple(dict.fromkeys(found))
