"""Every name of a layer in a sentence, wherever it stands and whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.chat.by_name import Named
from agents.chat.context import Context
from agents.chat.naming import find
from agents.chat.naming_topics import KINDS
from agents.chat.naming_words import CONTACTS, ORDINALS, ROLES
from agents.chat.results import NotThereError, UnclearError
from design_io.document import TextLayer, walk

_MOST = 8  # words of a name
_WORD = re.compile(r"[\w%£$€@#][\w'’%£$€@./:&+-]*(?<![.:,])|&")
_DETERMINERS = frozenset(
    ["the", "that", "this", "these", "those", "my", "our", "its", "both", "all", "every", "each"]
)
_WEAK = frozenset([
    "the", "a", "an", "of", "to", "in", "on", "at", "is", "are", "be", "was", "it", "and", "or",
    "but", "for", "with", "as", "so", "too", "very", "more", "less", "not", "no", "that", "this",
    "than", "from", "by", "up", "down", "out", "off", "into", "onto", "over", "under", "if", "i",
    "we", "you", "they", "he", "she", "should", "could", "would", "can", "must", "needs", "need",
    "looks", "look", "says", "say", "make", "made", "put", "get", "one", "bit", "where", "when",
    "how", "instead", "again", "also", "just", "please", "now", "start", "page", "sheet", "day",
    "art", "number", "code", "location", "amount", "saying", "description",
])  # fmt: skip
_THAN = re.compile(
    r"\b(?:than|as|unlike|from|match(?:es|ing)?|except(?: for)?|same|(?<!rid )(?<!out )of|not"
    r"|instead of|with"
    r"|(?<!n't )(?<!i )(?<!we )(?<!not )(?<!would )(?<!really )(?<!'d )like)"
    r" (?:the |that |our |my )?$"
)
_JOINT = re.compile(r"(?:, ?(?:and )?| (?:and|&|plus|or|as well as) )(?:also )?")


class Mention(NamedTuple):
    named: Named
    phrase: str
    span: tuple[int, int]
    compared: bool  # what something is to be like, not what is to change


def mentions(low: str, context: Context) -> list[Mention]:
    """From left to right, none within another; UnclearError where one may mean several layers."""
    found: list[Mention] = []
    words = list(_WORD.finditer(low))
    starts = _starts(context)
    at = 0
    while at < len(words):
        mention = _longest(words, at, low, starts, context)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = next((n for n, w in enumerate(words) if w.start() >= mention.span[1]), len(words))
    return list(_joined(found, low, context))


def _longest(
    words: list[re.Match[str]], at: int, low: str, starts: frozenset[str], context: Context
) -> Mention | None:
    first = words[at][0].removesuffix("'s")
    if first not in starts:
        return None
    unclear: UnclearError | None = None
    for count in range(min(_MOST, len(words) - at), 0, -1):
        last = words[at + count - 1]
        phrase = low[words[at].start() : last.end()]
        phrase = re.sub(r"'s$", "", phrase)
        if last[0] in _WEAK or re.search(r"[,;.!?] ", phrase):
            continue
        if count == 1 and first in _DETERMINERS:
            continue
        try:
            named = find(phrase, context)
        except NotThereError:
            continue
        except UnclearError as error:
            unclear = unclear or error
            continue
        if named.everything or (named.span and count == 1 and len(first) < 4):
            continue
        front = low[: words[at].start()]
        span = (words[at].start(), words[at].start() + len(phrase))
        return Mention(named, phrase, span, bool(_THAN.search(front)))
    if unclear is not None:
        raise unclear
    return None


def _starts(context: Context) -> frozenset[str]:
    """Words a name may begin with."""
    names = [name.split()[0] for name in (*ROLES, *CONTACTS, *ORDINALS, *KINDS)]
    for layer in walk(context.design):
        names += re.findall(r"[\w'’&%£$€@.-]+", (layer.name or "").lower().replace("-", " "))
        if isinstance(layer, TextLayer):
            names += re.findall(r"[\w'’&%£$€@.-]{3,}", layer.text.lower())
    return frozenset({*names, *_DETERMINERS} - (_WEAK - _DETERMINERS))


def _joined(found: list[Mention], low: str, context: Context) -> Iterator[Mention]:
    """ "the date, the time and the venue" as one; the same thing named twice as once."""
    groups: list[Mention] = []
    for mention in found:
        last = groups[-1] if groups else None
        if last and _JOINT.fullmatch(low[last.span[1] : mention.span[0]]) and not (
            last.named.span or mention.named.span or mention.compared
        ):  # fmt: skip
            layers = tuple(dict.fromkeys((*last.named.layers, *mention.named.layers)))
            span = (last.span[0], mention.span[1])
            groups[-1] = Mention(Named(layers), low[slice(*span)], span, last.compared)
            continue
        groups.append(mention)
    yield from groups
