"""Requests that name their format, a colon, and then the copy: "Poster: We need to talk"."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.firsthand import firsthand_in
from agents.formats import format_of
from agents.opening import is_bare_format, opening_of
from agents.phrases import FULL_STOP, HOLE, sentence_case
from agents.vocabulary import PEOPLE, head_of, is_business, is_event

_MOST_WORDS = 5  # of a format, such as "an Instagram story post"
_HEAD = re.compile(
    r"\s*(?:(?:please\s)?(?:make|create|design|need|i need|we need)\s)?(?:an?\s|the\s|my\s|our\s)?"
    r"(?P<format>[^:\n.,;]{2,50}?)(?:\sfor\s(?:an?\s|the\s|my\s|our\s)?(?P<kind>[^:\n.,;]{3,40}))?"
    r":\s+(?=\S)",
    re.IGNORECASE,
)
_FORMAT_WORDS = re.compile(
    r"\b(?:social|media|new|simple|nice|square|vertical|horizontal|landscape|portrait|printed"
    r"|post|ad|advert|advertisement|graphic|image|picture|design|thumbnail|banner|cover|card|poster"
    r"|spotify|playlist|bus|train|subway|taxi|shop|window|store|front|wall|yard|desk|safety|public"
    r"|notice|memo|internal|staff|corporate|company|flyer|print|digital|online|web|thank[- ]you"
    r"|greeting|short|bold|minimal(?:ist)?|modern)\b",
    re.IGNORECASE,
)
# "For our gym: New Year offer ..."
_FOR_HOUSE = re.compile(r"\s*for (?:our|my) (?P<kind>[^:\n.,;]{3,30}):\s+(?=\S)", re.IGNORECASE)
_NOTICE = re.compile(r"(?:[\w'’-]+ ){0,2}(?:notice|memo|sign)", re.IGNORECASE)
_ROOM = re.compile(
    r"(?:\w+ )?(?:office|classroom|kitchen|bathroom|toilet|restroom|break room|hallway|lobby|garage"
    r"|bedroom|waiting room|workplace|locker room)",
    re.IGNORECASE,
)
# "remind all employees to complete ...": what they are told is the copy
_BIDS = re.compile(
    r"^(?:please\s)?(?:remind|tell|ask|inform|invite|encourage)\s(?:[\w'’-]+\s){1,4}?(?:to|that)\s",
    re.I,
)
_CALL = re.compile(
    r"(?:(?<=[,.;:!?\n]\s)|^)(?:shop|book|buy|order|join|register|sign up|apply|reserve|subscribe"
    r"|enrol+|donate|rsvp|learn more|read more|swipe up|visit|watch|call|get tickets|tickets)"
    r"(?:\s(?:now|today|us|here|online))*(?=\s*(?:[,.;!]|$))",
    re.IGNORECASE,
)


class Announced(NamedTuple):
    copy: str  # the request with everything that is no copy masked
    kicker: str  # the kind of business it is for


def announced_in(masked: str) -> Announced | None:
    """The copy after "FORMAT:" or "FORMAT for a BUSINESS:"; None for requests of another shape."""
    head = _HEAD.match(masked)
    if house := _FOR_HOUSE.match(masked):
        return Announced(
            HOLE * house.end() + without_calls(masked[house.end() :]), sentence_case(house["kind"])
        )
    if head is None or HOLE in head[0] or not _is_format(head["format"]):
        return _closed(masked)
    kind = (head["kind"] or "").strip()
    room = bool(_ROOM.fullmatch(kind))
    trade = is_business(kind) or head_of(kind) in PEOPLE or room
    if kind and (not trade or is_event(kind) or any(c.isupper() for c in kind)):
        return None
    copy = without_calls(_BIDS.sub(lambda m: HOLE * len(m[0]), masked[head.end() :]))
    if kind and not any(c.isalpha() for c in copy):
        return None
    return Announced(HOLE * head.end() + copy, "" if room else sentence_case(kind))


_TAIL = re.compile(
    r"(?<=[,.!?…\w])(?:[,;]|(?<=[.!?…])|\s[-–—])\s+(?:an?\s|for an?\s|as an?\s|make (?:it )?an?\s)?"
    r"(?:make|create|design)?\s?(?:an?\s)?(?P<format>[^:\n.,;!?]{3,40}?)"
    r"(?:\sfor\s(?:facebook|instagram|linked ?in|social media|twitter))?"
    r"(?:\s(?:for|from)\s(?:an?\s|the\s|my\s|our\s)(?P<kind>[^:\n.,;!?]{3,40}))?[\s.!]*$",
    re.IGNORECASE,
)


def _closed(masked: str) -> Announced | None:
    """ "Did you know? Honey never spoils. Instagram post": the format stands behind the copy."""
    tail = _TAIL.search(masked)
    if tail is None or HOLE in tail[0] or not _is_format(tail["format"]):
        return None
    copy, kind = masked[: tail.start()], (tail["kind"] or "").strip()
    sentences = [s for s in re.split(rf"{FULL_STOP}|(?<=[!?])\s|\n", copy) if s.strip()]
    asks = any(opening_of(s.strip()).asked or firsthand_in(s).topic for s in sentences)
    if asks or (kind and not is_business(kind) and head_of(kind) not in PEOPLE):
        return None
    return Announced(without_calls(copy), sentence_case(kind))


def without_calls(masked: str) -> str:
    """Calls to action between commas masked, since they go on the pill; not all there is."""
    rest = _CALL.sub(lambda m: HOLE * len(m[0]), masked)
    return rest if any(c.isalpha() for c in rest) or HOLE in masked else masked


def _is_format(words: str) -> bool:
    """Whether the words name a format and nothing else."""
    said = format_of(words).said
    if is_bare_format(words) or _NOTICE.fullmatch(words):
        return True
    if not said or len(words.split()) > _MOST_WORDS:
        return False
    rest = _FORMAT_WORDS.sub("", words.lower().replace(said.lower(), ""))
    return len(re.findall(r"[^\W\d_]{3,}", rest)) == 0
