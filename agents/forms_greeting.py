"""Greeting cards with a message of their own: the greeting, the message, and who signs it.

"Good luck, Priya! You will be missed. Best wishes, the Finance Team" is three lines, each kept
letter by letter.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.brief import Text
from agents.phrases import FULL_STOP, sentence_case
from agents.vocabulary import DIRECTION

Span = tuple[int, int]

_LONGEST_GREETING = 9  # words
_LONGEST_ALONE = 14  # words of a message that is its own greeting
_CLOSING = (
    r"(?:(?:with |all |lots of |much |all my |all our )*love(?: from| always)?"
    r"|(?:with )?(?:our |my )?(?:warm(?:est)?|best|kind(?:est)?|good|heartfelt|fond)"
    r" (?:wishes|regards|thoughts)(?: from)?"
    r"|yours(?: truly| sincerely| always| ever| faithfully)?|(?:forever|always|ever) yours"
    r"|sincerely(?: yours)?|hugs(?: (?:and|&) kisses)?(?: from)?|xoxo|all the best(?: from)?|cheers"
    r"|(?:with )?(?:gratitude|thanks|sympathy|appreciation)(?: from)?|gratefully|from"
    r"|signed(?: by)?"
    r"|your (?:friend|son|daughter|wife|husband|sister|brother|grand\w+|neighbou?r|team|colleague"
    r"|student|pupil|class|kid|boy|girl)s?)"
)
_SMALL = (
    r"(?:and|&|the|your|our|all|of|from|at|in|on|everyone|everybody|family|families|team|kids"
    r"|children|grand\w+|friends?|colleagues|staff|boys|girls|crew|gang|neighbou?rs?|daughters?"
    r"|sons?|wife|husband|sisters?|brothers?|mum|mom|dad|two|three|four|five|third|fourth|fifth"
    r"|second|first|favou?rite|loving|proud|old|class|floor|whole|office|department|dog|cat|x+)"
)
_NAME = rf"(?:(?-i:[A-ZÀ-ÞА-Я0-9])[\w'’.&-]*|{_SMALL}(?![\w'’]))"
_WHO = rf"(?!(?:you|us|me)\b){_NAME}(?:,?\s{_NAME}){{0,9}}"
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?\"”'’\n,;–—-])\s*)(?:[-–—]\s*)?(?:signed(?: by|:|,)*\s+)?"
    rf"(?P<sign>(?P<closing>{_CLOSING})(?:,\s*|\s+|:\s*){_WHO})\s*(?=[.!]?\s*[\"”'’]?\s*(?:$|\n)"
    rf"|[.!]\s|[\"”])",
    re.IGNORECASE,
)
_NAMED_ONLY = re.compile(
    rf"(?<=[\"”'’.!?])\s*[-–—]\s*(?P<sign>{_WHO})\s*[.]?\s*[\"”'’]?\s*$", re.IGNORECASE
)
# "The Bennetts", "Ana & Tom": a last sentence that is nothing but who says it
_LAST = re.compile(
    r"(?<=[.!?])\s+(?P<sign>(?:The\s[A-Z]\w+s|The\s(?:[A-Z]\w+\s){1,2}(?:family|team)"
    r"|[A-Z][a-z]+(?:,\s[A-Z][a-z]+)*\s(?:and|&)\s[A-Z][a-z]+))\s*\.?\s*$"
)
_AFTER_QUOTE = re.compile(rf"[\"”]\s*(?P<sign>The\s{_WHO})\s*[.]?\s*$")
_LABEL = re.compile(r"^(?:signed(?: by)?[:,]?)\s+", re.IGNORECASE)
_CARD = re.compile(r"\bcards?\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:invit\w+|gift|business|visiting|recipe|loyalty|membership|report|flash|playing|menu"
    r"|discount|rack|trading|save[- ]the[- ]date|place|index|id|auction|agency) cards?\b"
    r"|\binvitation\b|\bposts?\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"“](?P<double>[^\"“”]{8,400})[\"”]|(?<!\w)['‘](?P<single>[^\"“”\n]{12,400}?)['’](?!\w)"
)
_LED = re.compile(
    r"\b(?:message|text|inside|reads?|says?|saying|wording|words|greeting|card(?:[^.:\n\"“]"
    r"|\b(?:Mr|Mrs|Ms|Dr)\.){0,60})\s*:\s+"
    r"(?P<words>[^\"“”]{12,400})$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:please|use|add|include|make|show|put|with|in|it should|keep|size|format|style|colou?rs?"
    r"|the (?:card|design|image|picture))\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<=[.!?…])\s+|\n+")
_APART = re.compile(
    r",\s(?=[A-Z])"
)  # lines of a message in a row: "Sympathy, WITH DEEPEST, We are"
_THANKS = re.compile(r"^[^.:]{0,60}\bthank[- ]you (?:note ?)?cards?\b", re.IGNORECASE)


class Greeting(NamedTuple):
    texts: tuple[Text, ...]
    spans: tuple[Span, ...]


def greeting_in(request: str) -> Greeting | None:
    """The words of a card that somebody signs, or that says more than its greeting; else None."""
    if not _CARD.search(request[:160]) or _OTHER.search(request):
        return None
    sign, signed = _signature(request)
    said, span = _message(request, signed)
    if not sign and len(_sentences(said)) < 2:
        return None
    spans = [piece for piece in (span, signed) if piece[1] > piece[0]]
    lines = _lines(said)
    if said and lines[0].role != "title" and _THANKS.match(request):
        lines = [Text(role="title", text="Thank You", provenance="inferred"), *lines]
    return Greeting((*lines, *_signing(sign)), tuple(spans))


def _signature(request: str) -> tuple[str, Span]:
    """Who signs, and where; the last of several."""
    found = list(_SIGNED.finditer(request, _head_end(request)))
    last = found[-1] if found else None
    last = last or _NAMED_ONLY.search(request) or _AFTER_QUOTE.search(request)
    last = last or _LAST.search(request)
    if last is None:
        return "", (0, 0)
    words = _LABEL.sub("", last["sign"].strip())
    return sentence_case(words.rstrip(" .,")), last.span()


def _head_end(request: str) -> int:
    """Behind the word that names the card, where no greeting can stand before it."""
    card = _CARD.search(request)
    return card.end() if card else 0


def _message(request: str, signed: Span) -> tuple[str, Span]:
    """The words that are said, without the signature, and where they stand."""
    quoted = list(_QUOTED.finditer(request))
    if len(quoted) == 1:
        group = "double" if quoted[0]["double"] else "single"
        start, end = quoted[0].span(group)
        return _until(request, (start, end), signed), quoted[0].span()
    if quoted:
        return "", (0, 0)
    led = _LED.search(request)
    if led:
        return _until(request, led.span("words"), signed), led.span("words")
    if signed[1] == 0:
        return "", (0, 0)
    start = _first_end(request)
    sentences = _sentences(request[start : signed[0]].strip(" -–—\n"))
    words = " ".join(s for s in sentences if not _ORDER.match(s) and not _directs(s))
    return words, (start, signed[0]) if words else (0, 0)


def _until(request: str, span: Span, signed: Span) -> str:
    """What stands in the span, up to the signature where it is in it."""
    start, end = span
    if signed[1] and start <= signed[0] < end:
        end = signed[0]
    return request[start:end].strip(" -–—\n")


def _directs(sentence: str) -> bool:
    direct = DIRECTION.search(sentence)
    return bool(direct) and not re.search(r"\b(?:you|your|we|I)\b", sentence)


def _first_end(request: str) -> int:
    """Behind the first sentence, which says what the card is."""
    stop = re.search(FULL_STOP, request)
    return stop.end() if stop else len(request)


def _sentences(words: str) -> list[str]:
    return [piece.strip() for piece in _BETWEEN.split(words) if piece.strip()]


def _lines(said: str) -> list[Text]:
    """A short first sentence is the greeting, what follows the message."""
    sentences = _sentences(said)
    if not sentences:
        return []
    if len(_APART.findall(sentences[0])) > 1:
        sentences = [*_APART.split(said, maxsplit=1)]
    first, rest = sentences[0], " ".join(sentences[1:])
    count = len(first.split())
    dear = re.match(r"dear\b", first, re.IGNORECASE)
    if not dear and (count <= _LONGEST_GREETING or (not rest and count <= _LONGEST_ALONE)):
        message = [Text(role="quote", text=rest)] if rest else []
        return [Text(role="title", text=first), *message]
    return [Text(role="quote", text=said)]


def _signing(sign: str) -> list[Text]:
    return [Text(role="body", text=sign)] if sign else []
