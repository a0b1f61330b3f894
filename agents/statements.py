"""What the sentences after the opening say about the thing itself: programme, goods, messages."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.phrases import HOLE, first_clause, sentence_case, shortened, tidy, title_case, words_of
from agents.vocabulary import is_direction, is_empty

_THING = (
    r"(?:event|seminar|workshop|class|course|webinar|session|talk|show|video|discussion|conference"
    r"|exhibition|festival|masterclass|program|training|podcast|meeting|party|fair)s?"
)
_TITLES = (
    rf"(?:{_THING}|card|certificate|image)\b[^.]{{0,40}}?\s(?:discuss|discusses|is about"
    rf"|explores?)\s(?P<t>.+)",
    r"(?:is|as) an invitation (?:to|for) (?P<t>.+)",
    r"(?:convey|deliver|send)s? the (?:message|idea) (?:of|that) (?:(?:they|it|we) offers?"
    r" )?(?P<t>.+)",
)  # fmt: skip
_SUBTITLES = (
    rf"(?:{_THING}) (?:will |would )?(?:also )?(?:covers?(?!\s(?:for|to|image|photo|ad|that|with"
    rf"|of|about|which)\b)|teach(?:es)?|includes?)\s(?:topics"
    rf" (?:related to|such as|like) )?(?P<t>.+)",
    r"(?:learn|know) about (?P<t>.+)",
    r"(?:used|valid|redeemed) (?:to purchase|for purchasing|to buy|for(?!\s(?:any|all|your|a"
    r"|purchases?|one|two|three|six"
    r"|twelve|\d+)\s)) (?P<t>.+)",
    r"(?:provide|include|share|give|offer) (?P<t>tips (?:for|on|about) .+)",
    r"\bpromotes [^.]{2,40}? as (?P<t>the .+)",
    r"offers? (?P<t>(?:stylish|quality|fresh|handmade|affordable|custom|professional)\s.+)",
)  # fmt: skip
_TITLE_PATTERNS = tuple(re.compile(p) for p in _TITLES)
_SUBTITLE_PATTERNS = tuple(re.compile(p) for p in _SUBTITLES)
_GREETING = re.compile(
    r"\b(?P<t>(?:[Hh]appy|[Mm]erry|HAPPY"
    r"|MERRY)\s(?:[A-Z][\w'’.]*)(?:\s(?:de\s)?[A-Z][\w'’.]*){0,3})"
)
_TERMS = re.compile(
    r"\b(?:and |it )?(?P<t>(?:valid|applicable|available|redeemable) (?:both )?"
    r"(?:online|in[- ]stores?)(?: (?:or|and|&) (?:online|in[- ]stores?))?(?: only)?"
    r"|valid for (?:one|two|three|six|twelve|\d+) (?:years?|months?|weeks?"
    r"|days?)(?: from (?:the )?(?:date of )?(?:purchase|issue|booking))?"
    r"|valid for (?:one|two|three|four|five|six|\d+) (?:people|persons?|passengers|guests|adults"
    r"|players|nights?)"
    r"|limited to (?:the first )?\d+ \w+|(?:only )?\d+ (?:spots|places|seats"
    r"|spaces) (?:only|available|left)|can only be used once|no minimum purchase|"
    r"cannot be combined[^.,;]*"
    r"|while supplies last|while stocks last|limited time only|(?:this (?:week|month|weekend)"
    r"|today|one day|one week) only|terms (?:and|&) conditions apply"
    r"|one per customer|no cash value|non[- ]refundable|ages? \d+(?:\s?[-–]\s?\d+|\s?to\s\d+"
    r"|\+)?(?: and (?:up|over))?|18\+"
    r"|21\+)",
    re.IGNORECASE,
)


class Statements(NamedTuple):
    title: str = ""
    greeting: str = ""
    subtitles: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()  # copy as written, one line or list each


def statements_in(masked: str) -> Statements:
    """Copy that the sentences after the opening carry; facts and quotes are holes."""
    greeting = _GREETING.search(masked)
    titles = [t for p in _TITLE_PATTERNS for m in p.finditer(masked) if (t := _fit(m["t"], 7))]
    subtitles = [
        s for p in _SUBTITLE_PATTERNS for m in p.finditer(masked) if (s := _listing(m["t"]))
    ]
    return Statements(
        title=title_case(titles[0]) if titles else "",
        greeting=greeting["t"].strip(" .") if greeting else "",
        subtitles=tuple(dict.fromkeys(sentence_case(s) for s in subtitles)),
        terms=tuple(sentence_case(m["t"]) for m in _TERMS.finditer(masked)),
    )


def _fit(text: str, most: int) -> str:
    core = tidy(re.split(r"\s(?:happening|taking place|held)\b", first_clause(text)[0])[0])
    return "" if is_direction(core) or is_empty(core) else shortened(core, most)


def _listing(text: str) -> str:
    """A list up to the end of its sentence, or one phrase; at most fourteen words."""
    sentence = re.split(
        r"[.!?](?:\s|$)|[" + HOLE + r";(]|\s(?:that|which|who|related to|using)\s", text
    )[0]
    words = tidy(sentence)
    if len(words_of(words)) > 14 or not words or is_direction(words) or is_empty(words):
        return _fit(text, 10) if not is_direction(first_clause(text)[0]) else ""
    return ("the " if sentence.startswith("the ") else "") + words
