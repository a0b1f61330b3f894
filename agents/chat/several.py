"""Several orders in one sentence, done one after the other as one undo step, or none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from agents.chat.clauses import ORDER, clauses, halves
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.held_back import keeps
from agents.chat.mentions import mentions
from agents.chat.naming import is_named, top_of
from agents.chat.naming_words import EVERYTHING
from agents.chat.qualities import read
from agents.chat.rephrasing import spoken_of
from agents.chat.results import (
    Answer,
    CannotError,
    Done,
    NotThereError,
    UnclearError,
    done,
)
from agents.chat.sentence import Sentence, heard
from agents.chat.values.slots import told_in
from agents.chat.values.spelling_said import SPELLED
from agents.chat.values.wording import copy_by_id, words_of
from design_io.commands import Command
from design_io.document import Design, Layer, TextLayer, walk
from design_io.errors import DesignError

Ask = Callable[[Sentence, Context], Answer]  # tried on the design; raises where it cannot be done
_DOT = r"(?<!\b[dms]r)(?<!\bst)(?<!\bms)(?<!\bmrs)(?<!\bprof)\.(?= [A-Za-z])"  # no "Dr. "
_JOINT = re.compile(
    rf"(?:,|;|{_DOT}| -| –)?(?: and| but| plus| then)+(?: also| then| please| maybe|"
    r" just)* "
    rf"|[,;] (?:also |then )?|{_DOT} ?"
)
_HELD_BACK = re.compile(
    r"[\"“„]|:(?!\d|.*\. )|(?<!\w)'|\b(?:don't|do not|never|swap|between|except|but not)\b"
    r"|\b(?:keep|leave|stays?|remains?)\b.*\b(?:rest|else|others?)\b"
    r"|\b(?:rest|else|others?)\b.*\b(?:keep|leave|stays?|remains?)\b"
)
_PRONOUN = re.compile(r"\b(?:it|its|them|this|that|they|these|those)\b")
_REMARK = re.compile(
    r"\b(?:this|that|it|they)(?: \w+){0,3} (?:looks?|is|are|seems?|feels?)\b|\bor something\b"
)
_ASIDE = re.compile(
    r"(?:not|no longer|after|before|above|below|under|next to|between|behind|like|just) "
)
_COPY = re.compile(r"\bthe (?:copy|duplicate|new one|second one)\b", re.IGNORECASE)
_ABOUT_IT = re.compile(rf"(?:{ORDER.pattern}).*\b(?:it|them)\b")
_SAID_OF = re.compile(
    r"(?!(?:it|this|that|they|there|everything|i|we|you|he|she)\b)(?P<t>[\w' -]+?)"
    r" (?:is|are|looks?|feels?|seems?)\b"
)
_FAULTS = ("small", "tiny", "little", "pale", "faint", "thin", "big", "huge", "large", "massive")
_MOST = 5
_TAKING = re.compile(
    r"(?:please |also |just |then )*(?:delete|remove|hide|erase|drop|lose|cut|bin|scrap|ditch|take"
    r"|lock|unlock|duplicate|swap)\b"
)
_VERB = re.compile(rf"(?:{ORDER.pattern})", re.IGNORECASE)


def orders_done(sentence: Sentence, context: Context, ask: Ask) -> Answer | None:
    """ "title bigger, tagline smaller and the price red": every part an order, all of them done."""
    if _HELD_BACK.search(sentence.low):
        return None
    parts = _parts(sentence)
    if not 1 < len(parts) <= _MOST or any(len(part) < 4 for part in parts):
        return None
    if any(_is_talk(a, b, context) for a, b in pairwise(parts)):
        return None
    if any(_ASIDE.match(part.lower()) for part in parts[1:]):
        return None
    verb = _VERB.match(sentence.low)
    if verb and _is_one_name(sentence.low[verb.end() :], context):
        return None  # "hide the labels date and time"
    now, made, said = context, list[Command](), list[str]()
    texts: dict[str, set[str]] = {}
    for n, part in enumerate(parts):
        part = of_the_copy(part, now)
        answer = _first_done(part, verb[0].strip() if verb and n else "", now, ask)
        if answer is None:
            return None
        after = answer.after(now.history)
        own = _retold(now.design, after.present)
        lost = any(not texts[name] <= own[name][1] for name in own.keys() & texts.keys())
        if lost or answer.said in said:
            return None  # two values for one place: a list of words, not two orders
        texts |= {name: new - old for name, (old, new) in own.items()}
        made += answer.commands
        said.append(answer.said)
        named = spoken_of(part, now) or _first_named(part, now)
        named = tuple(top_of(now, x) if x.role == "cta" else x for x in named)
        copy = copied(now.design, after.present)
        there = {x.id for x in walk(after.present)}
        kept = tuple(x.id for x in named if x.id in there)
        now = replace(now, history=after, selected=copy or kept)
    return _whole(made, said, context, now)


def _is_one_name(words: str, context: Context) -> bool:
    """Whether all behind the verb is the name of layers, of one kind or several."""
    return "," not in words and is_named(words, context)


def copied(before: Design, after: Design) -> tuple[str, ...]:
    """The outermost layer that was duplicated, if one was."""
    old = {x.id for x in walk(before)}
    return tuple(x.id for x in walk(after) if x.id not in old and "-copy-" in x.id)[:1]


def of_the_copy(part: str, now: Context) -> str:
    """ "put the copy lower": what has just been duplicated, not the wording."""
    copied = len(now.selected) == 1 and "-copy-" in now.selected[0]
    return _COPY.sub("it", part) if copied else part


def _first_named(part: str, now: Context) -> tuple[Layer, ...]:
    try:
        found = mentions(part.lower(), now)
    except UnclearError:
        return ()
    return found[0].named.layers if found and not found[0].named.span else ()


def _is_talk(before: str, part: str, context: Context) -> bool:
    """ "the price is too big, shrink it": a remark and its order; "hot pink or so": no order."""
    if _VERB.match(part.lower()):
        return not _VERB.match(before.lower()) and bool(_PRONOUN.search(part.lower()))
    if _REMARK.search(part.lower()):
        return True
    if before.lower().endswith(_FAULTS) and _PRONOUN.search(part.lower()):
        return True
    if SPELLED.search(part.lower()):
        return False
    try:
        return not mentions(part.lower(), context) and not told_in(part.lower(), part)
    except UnclearError:
        return False


def _parts(sentence: Sentence) -> list[str]:
    """The sentence cut at its joints, but for those between two values."""
    values = [(t.value.start, t.value.end) for t in told_in(sentence.low, sentence.raw)]
    parts, start = [], 0
    for mark in _JOINT.finditer(sentence.low):
        beside = any(abs(end - mark.start()) < 2 for _, end in values) and any(
            abs(begin - mark.end()) < 2 for begin, _ in values
        )
        within = any(begin < mark.start() < end for begin, end in values)
        if not beside and not within:
            parts.append(sentence.raw[start : mark.start()].strip(" ,.;"))
            start = mark.end()
    return [*parts, sentence.raw[start:].strip(" ,.;")]


def _first_done(part: str, verb: str, now: Context, ask: Ask) -> Done | None:
    """The part by itself, with the first verb, or with "make"."""
    if _TAKING.match(verb) and read(heard(part).plain) is not None:
        verb = ""  # "remove the price, times in red"
    ways = [part] if _VERB.match(part.lower()) else [f"{verb} {part}"] * bool(verb) + [part]
    if not _VERB.match(part.lower()):
        ways.append(f"make {part}")
    for words in ways:
        try:
            answer = ask(heard(words), now)
        except (NotThereError, CannotError, DesignError, UnclearError):
            continue
        if isinstance(answer, Done):
            return answer
    return None


def _retold(before: Design, after: Design) -> dict[str, tuple[set[str], set[str]]]:
    """The words, by then and from now on, of the texts that read otherwise."""
    old = copy_by_id(before)
    return {x.id: (words_of(old[x.id]), words_of(x.text)) for x in walk(after)
            if isinstance(x, TextLayer) and old.get(x.id, x.text) != x.text}  # fmt: skip


def _whole(made: list[Command], said: list[str], context: Context, now: Context) -> Done:
    whole = done("; ".join(dict.fromkeys(said)), made)
    return whole._replace(diff=diff_of(context.design, now.design))


def both_halves(sentence: Sentence, context: Context, ask: Ask) -> Answer | None:
    """ "headline smaller and the phone in bold": two orders, when each half is one."""
    for pair in halves(sentence.raw):
        found = _each(list(pair), context, ask, strict=True)
        if found is not None:
            return found
    return None


def in_parts(sentence: Sentence, context: Context, ask: Ask) -> Answer | None:
    """ "make it smaller and move it left", "the ring looks odd, delete it": clause by clause.

    One undo step. A clause that orders nothing is talk; one that orders what cannot be done makes
    the whole None: nothing is done by halves."""
    parts = clauses(sentence.raw)
    return _each(parts, context, ask) if parts else None


def _each(parts: list[str], context: Context, ask: Ask, strict: bool = False) -> Answer | None:
    """The clauses done one after the other; when `strict`, none of them may be talk."""
    made: list[Command] = []
    said: list[str] = []
    now = context
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if not strict and keeps(part.lower()):
            continue
        clause = heard(of_the_copy(part, now))
        remark = not strict and not ORDER.match(clause.low) and _ABOUT_IT.match(behind.lower())
        try:
            if remark and clause.low.endswith(_FAULTS):
                raise CannotError("a remark, and the order comes after it")
            answer = ask(clause, now)
        except (NotThereError, CannotError, DesignError, UnclearError) as error:
            if strict or ORDER.match(clause.low):
                return None
            named = spoken_of(clause.raw, now)
            if named is None or (not named and remark and _is_of_a_thing(clause.low, error)):
                return None
            now = replace(now, selected=tuple(x.id for x in named)) if named else now
            continue
        if not isinstance(answer, Done):
            return None if strict or made else answer
        made += answer.commands
        said.append(answer.said)
        after = answer.after(now.history)
        now = replace(now, history=after, selected=copied(now.design, after.present))
    return _whole(made, said, context, now) if made else None


def _is_of_a_thing(remark: str, error: Exception) -> bool:
    """ "grey panel is dull", where there is none: "it" is not all of the design then."""
    subject = _SAID_OF.match(remark)
    whole = subject is not None and EVERYTHING.fullmatch(subject["t"])
    return isinstance(error, NotThereError) and subject is not None and not whole


def corrected(raw: str) -> Iterator[str]:
    """ "make it red, no wait, blue": what is said after the speaker thought better of it."""
    for mark in _BETTER.finditer(raw):
        rest = raw[mark.end() :].strip(" ,.;:-–")
        if len(rest.split()) > 1:
            yield rest


_BETTER = re.compile(
    r"(?:[,.;!?…]|\.\.\.| [-–]) ?(?:oh |or |hmm |uh |um )*(?:no,? wait|no,? hang on|hang on|hold"
    r" on|wait,? no|no,? sorry|sorry,? no"
    r"|scratch that|forget that|strike that|actually,? no|no,? actually|never ?mind|on second"
    r" thoughts?"
    r"|correction|or rather|sorry)\b[,.:;!… -]*",
    re.IGNORECASE,
)
