"""Words that stand on the design twice: "the address is on there 2x, keep only the bottom one"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.naming import Named, find, with_labels
from agents.chat.results import (
    Answer,
    CannotError,
    Choice,
    Done,
    NotThereError,
    Question,
    UnclearError,
    done,
)
from agents.chat.sentence import Sentence
from agents.chat.values.wording import Spot, kinds_of, spots, texts_of, without, words_of
from agents.spelling import is_common
from design_io.commands import Command, RemoveLayer

_TWICE = (
    r"(?:twice|two times|2 ?x|x ?2|2 times|doubled?(?: up)?|double|in two places|a second time"
    r"|repeated|once too often|doppelt|zwei ?mal|two of (?:them|those))"
)
_STANDS = (
    r"(?:is|are|'s|stands?|appears?|shows?(?: up)?|comes?(?: up)?|gets?|has been|was|were|it's)"
    r"(?: (?:in|on|down|up|over|out|all|now|somehow|also|even|still|really) ?(?:there|here|it)?"
    r"| there| here| printed| written| mentioned| listed| shown| displayed| standing| stated"
    r"| given| said)*"
)
_SAYS = (
    r"(?:why (?:does|do|is|are) )?(?:it|you|we|they|i|there|the (?:poster|flyer|page|design|card))"
    r"(?:'s| is| are| have| has|'ve| don't| do not)?(?: now| got| get| need| want| see| have)*"
    r"(?: (?:says?|reads?|shows?|mentions?|lists?|prints?|printed|written|said|read|tells?))?"
)
_TALK = r"(?:(?:hm+|well|also|and|but|why|so|now)[,.]? )*"
_CLAIMS = tuple(
    re.compile(rf"{_TALK}{pattern}(?P<rest>(?:[ ,.;:?!–-].*)?)")
    for pattern in (
        rf"{_SAYS} (?P<what>.+?) {_TWICE}",
        rf"(?:is|are) (?P<what>.+?) (?:really |there |on there |in there )*{_TWICE}",
        r"(?:there(?:'s| are| is)|we have|you have|i see|no need for) (?:two|2)(?: times| x)?"
        r" (?P<what>.+?)",
        rf"(?P<what>.+?) (?:doesn't|don't|does not|needn't) (?:need|have) to (?:be|stand|appear)"
        rf" (?:on |in )?(?:there |here |it )*{_TWICE}",
        rf"(?P<what>.+?),? (?:{_STANDS} )?{_TWICE}",
    )
)  # fmt: skip
_COMPLAINS = re.compile(
    r"\b(?:says?|printed|written|stands?|doubled|is|appears?|listed) (?:\w+ )*?"
    rf"{_TWICE}(?! (?:as|the)\b)"
)
_KEEP = re.compile(
    r"\b(?:keep|leave|(?:i|we) (?:only |just )?(?:want|need)(?: it)?|only|just|stays?)"
    r"(?: only| just)?"
    r" (?:in |on )?(?:the )?(?P<t>[\w' -]+?)(?: one| ones| line)?(?: please| is enough)?$"
)
_DROP = re.compile(
    r"\b(?:remove|delete|take (?:out|away|off)|take|drop|lose|get rid of|kill|cut|bin)"
    r" (?:the )?(?P<t>[\w' -]+?)(?: one| ones| line)?(?: out| away| off| please)*$"
)
_GOES = re.compile(
    r"(?:^|[,.;] |\band )(?:the )?(?P<t>[\w' -]+?)(?: one)? (?:can|should|must|may)"
    r" (?:go|come off)\b"
)
_IS = re.compile(r"(?<=\w)'s (?=(?:on|in|there|here|printed|written|down|up)\b)")
_TOO = re.compile(
    r",? ?(?:and|so is|same with|also) (?P<what>[\w' -]+?)(?: too| as well| also)(?:[,.;] ?|$)"
)
_LED = re.compile(r"^(?:(?:it|them|that|those|just|only|at|in|on|the|ones?|with) )+")
_ENDS: tuple[tuple[str, Callable[[Spot], Any]], ...] = (
    (r"bottom|lower|last|second|below|down(?: there)?|later|lowest|2nd",
     lambda s: (-s.layer.box.y, -s.layer.box.x)),
    (r"top|upper|first|above|up(?: there)?|highest|1st",
     lambda s: (s.layer.box.y, s.layer.box.x)),
    (r"small(?:er|est)?|tiny|little", lambda s: s.layer.style.size),
    (r"big(?:ger|gest)?|large(?:r|st)?|huge", lambda s: -s.layer.style.size),
    (r"left", lambda s: s.layer.box.x),
    (r"right", lambda s: -s.layer.box.x),
)  # fmt: skip
_LEAST = 5  # letters of a word that counts by itself


class Twice(NamedTuple):
    """The same words in two texts."""

    one: Spot
    other: Spot


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """One of the two places without them; None where nothing is said to be doubled."""
    for pattern in _CLAIMS:
        match = pattern.fullmatch(_IS.sub(" is ", sentence.low))
        if match is None:
            continue
        rest = match["rest"].strip(" ,.;:?!-–")
        if (more := _TOO.match(rest)) is not None:
            rest = rest[more.end() :]
        found = _spoken_of(match["what"], context)
        if found is not None:
            gone = _one_gone(found, rest, context)
            return _and_more(gone, more["what"], rest, context) if more else gone
        if _COMPLAINS.search(sentence.low) and (once := spots(match["what"], context, most=0)):
            raise CannotError(f"{once[0].words!r} stands on the design only once, in"
                              f" {once[0].layer.text!r}")  # fmt: skip
    return None


def _and_more(once: Done, what: str, rest: str, context: Context) -> Answer | None:
    """ "and the website too": the same of one more pair."""
    now = replace(context, history=once.after(context.history))
    found = _spoken_of(what, now)
    if found is None:
        return None
    more = _one_gone(found, rest, now)
    return done(f"{once.said}; {more.said}", [*once.commands, *more.commands])


def _spoken_of(what: str, context: Context) -> Twice | None:
    """The pair of places that is meant; the only one where no word tells which."""
    every = _pairs(context)
    kinds = kinds_of(re.sub(r"\b(?:line|thing|word|text|bit|whole|same)s?\b", "", what))
    bare = re.fullmatch(r"(?:it|this|that|them|something|everything|the same(?: thing)?)", what)
    if bare and len(every) == 1:
        return every[0]
    own = [t for t in every if kinds and kinds <= kinds_of(t.one.words)]
    for name in () if own else (what, re.sub(r"s$", "", what)):  # "there are two websites"
        try:
            named = find(name, context).texts
        except (NotThereError, UnclearError):
            continue
        own = own or [t for t in every if any(s.layer in named and _is_all(s) for s in t)]
    return max(own, key=lambda t: len(t.one.words)) if own else None


def _pairs(context: Context) -> list[Twice]:
    """Every run of telling words that two texts share."""
    texts = texts_of(context)
    found: list[Twice] = []
    for n, layer in enumerate(texts):
        for other in texts[n + 1 :]:
            run = _shared(layer.text, other.text)
            if run:
                one, two = (
                    next(s for s in spots(run, context) if s.layer == x) for x in (layer, other)
                )
                found.append(Twice(one, two))
    return found


def _shared(one: str, other: str) -> str:
    """The longest run of words of one text that the other has as well."""
    words, low = one.split(), _spelled(other)
    for count in range(len(words), 0, -1):
        for start in range(len(words) - count + 1):
            run = " ".join(words[start : start + count]).strip(" ,.;:!?")
            if _spelled(run) in low and _tells(run):
                return run
    return ""


def _spelled(text: str) -> str:
    """Its words alone, each between spaces."""
    return f" {' '.join(re.findall(_TOKEN, text.lower()))} "


def _tells(run: str) -> bool:
    words = [w for w in words_of(run) if not is_common(w)]
    numbered = len(run.split()) > 1 and any(w.isdigit() for w in words)
    long = any(len(w) >= _LEAST for w in words)
    return bool(re.search(r"\w\.\w|@", run)) or len(words) > 1 or numbered or long


def _one_gone(pair: Twice, rest: str, context: Context) -> Done:
    """The place that is to go, by what is told of either, else by what is lost with it."""
    keep, drop = _KEEP.search(rest), _DROP.search(rest) or _GOES.search(rest)
    gone = _other_than(_told(keep["t"], pair, context), pair) if keep else None
    if gone is None and drop:
        gone = _told(drop["t"], pair, context)
    if gone is None:
        gone = _lesser(pair)
    if gone is None:
        raise UnclearError(_which(pair))
    return _without(gone, context)


def _told(phrase: str, pair: Twice, context: Context) -> Spot | None:
    """ "the bottom one", "the address" """
    phrase = _LED.sub("", phrase)
    try:
        named = find(phrase, context).texts
    except (NotThereError, UnclearError):
        named = ()
    found = [s for s in pair if s.layer in named]
    if len(found) == 1:
        return found[0]
    ends = (min(pair, key=place) for words, place in _ENDS if re.match(rf"(?:{words})\b", phrase))
    return next(ends, None)


def _other_than(kept: Spot | None, pair: Twice) -> Spot | None:
    return None if kept is None else pair.other if kept == pair.one else pair.one


def _is_all(spot: Spot) -> bool:
    """Whether the text says nothing else."""
    return spot.words.strip(" .!") == spot.layer.text.strip(" .!")


def _lesser(pair: Twice) -> Spot | None:
    """The place of nothing but these words, where the other tells more."""
    whole = [s for s in pair if _is_all(s)]
    if len(whole) == 1 and whole[0].layer.role not in ("title", "contact"):
        return whole[0]
    rest = [s for s in pair if s.layer.role == "contact"]
    return _other_than(rest[0], pair) if len(whole) == 1 and len(rest) == 1 else None


def _without(gone: Spot, context: Context) -> Done:
    text = without(gone)
    said = f"{gone.words!r} stands there once"
    if text and text != gone.layer.text:
        new = gone.layer.evolve(text=text, spans=())
        return done(
            f"{said}; {gone.layer.role} now reads {text!r}", refitted(gone.layer, new, context)
        )
    if gone.layer.role == "title":
        raise CannotError(f"{gone.words!r} is the title, which stays; name the other one to go")
    layers = with_labels(Named((gone.layer,)), context.design)
    parts: list[Command] = [RemoveLayer(layer_id=x.id) for x in layers]
    return done(f"{said}; {gone.layer.label!r} is deleted", parts)


def _which(pair: Twice) -> Question:
    choices = tuple(Choice(f"{s.layer.role}: {s.layer.text}", f"delete {s.layer.id}") for s in pair)
    return Question(f"{pair.one.words!r} stands there twice; which one is to go?", choices)


_TOKEN = r"[\w@&'’./-]*\w"
