"""A sentence in pieces: the verbs an order begins with, its two halves, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

VERBS = (
    "make|move|put|change|set|hide|delete|remove|turn|add|replace|swap|use|bring|send|centre"
    "|center|align|rotate|bold|give|shrink|enlarge|increase|reduce|lock|unlock|duplicate|get|take"
    "|underline|darken|lighten|nudge|shift|show|drop|lose|knock|bump|push|stick|pop|try|do|draw"
    "|liven|tone|spice|cheer|calm|have|raise|lower|rename|call|say|write|update|fix|correct|switch"
    "|scrap|bin|cut|ditch|erase|colou?r|paint|brighten|keep|capitali[sz]e|italici[sz]e|resize"
    "|place|position|pull|let|zoom|crop|flip|tilt|fade|tighten|loosen|scale|straighten|restore|double|halve|triple"
)
ORDER = re.compile(rf"(?:please |also |just |then )*(?:{VERBS})\b")
BARE_ORDER = re.compile(
    r"(?:delete|remove|hide|show|lock|unlock|duplicate|copy|underline|shrink|enlarge|cent(?:re"
    r"|er)|redraw"
    r"|embolden|italici[sz]e|capitali[sz]e|get rid of|rotate|darken|lighten|straighten|mirror|flip)"
)
_CHANGES = re.compile(r"(?:change|set|update|alter|switch|amend|edit|turn|rename|move|make)\b")
_MARK = re.compile(
    r",? (?:and|but|plus) (?:also |then |please |maybe |just )*|[.;,] (?:also|then) "
)
_BE = re.compile(
    r"be (?=(?:an? (?:little |tiny )?bit |slightly |much |a lot )?(?:\w+er|bold|italic)\b)"
)
_TO = re.compile(r"(?:the|its|my|our|their|his|her) [\w' -]+? to \S")
_JOINT = re.compile(
    r"(?:[,;.]? (?:and then|then|and also|and|but also|but) |[;.,?!] )(?=(?:please |also )?"
    rf"(?:{VERBS})\b)| and (?=(?:in|to|at|on) the )|; |[.!?] +(?=\S)| [-–—] |, ",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" ?\([^()]*\)")
_MOST = 4


def halves(raw: str) -> Iterator[tuple[str, str]]:
    """The sentence cut at each "and" outside quotes; the second half has the verb it lacks."""
    for mark in _MARK.finditer(raw):
        first, second = raw[: mark.start()], raw[mark.end() :]
        if first.count('"') % 2 or not first or not second:
            continue
        verb = _CHANGES.match(first.lower())
        if verb and _TO.match(second.lower()):
            second = f"{verb[0]} {second}"
        second = _BE.sub("make it ", second)
        yield first, second


def orders_twice(raw: str) -> bool:
    """Whether a second order stands behind an "and", which the first would take for its words."""
    return any(
        ORDER.match(low) or _TO.match(low) or _BE.match(low)
        for low in (raw[mark.end() :].lower() for mark in _MARK.finditer(raw))
    )


def clauses(raw: str) -> list[str]:
    """The clauses of the sentence; empty when it is one, or a tale."""
    parts = [part for part in _JOINT.split(_ASIDE.sub("", raw)) if part and part.strip()]
    return parts if 1 < len(parts) <= _MOST else []
