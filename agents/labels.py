"""Headings that a request itself gives its facts: "sofas from $399", "RSVP to Anna 07700 900789".

A price says what it is for, a phone whom to ask, a date what to do before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.fact import Fact
from agents.languages import label_in
from agents.names import PLACE
from agents.phrases import HOLE, is_name, sentence_case, tidy, word_set, words_of
from agents.vocabulary import EVENTS, is_direction, is_empty

_MOST_WORDS, _MOST_LETTERS = 4, 30
_BORDER = re.compile(rf"[,;:|•·\n{HOLE}]\s*|[.!?]\s+|\s[-–—]\s")
_AT = re.compile(r"\s(?:only|just|for|at|starting|is|are|costs?|now|starts?)$", re.IGNORECASE)
_NO_GOODS = word_set(
    """join get enjoy offer incl including plus book
    buy save pay order only all each every starting just now from starts
    costs priced tickets ticket entry admission entrance price prices fee cost rent for at with the
    call win earn reward prize budget worth value valued up over under about this our my your and
    or is are make create design add include show use advance door doors adults rates rate"""
)
_TITLES = (
    r"(?:(?:the |our )?(?:agent|broker|coach|chef|pastor|manager|owner|organi[sz]er|teacher|captain"
    r"|secretary|treasurer|principal|director)\s)?"
)
_WHOM = re.compile(
    rf"(?P<words>(?:call|text|phone|ring|contact|whats ?app|rsvp|reply|email|e-mail|write|message)"
    rf"(?:\sto|:)?\s{_TITLES}(?P<name>(?-i:[A-Z])[^,.;:{HOLE}]{{1,30}}?))(?:\s(?:on|at|via"
    rf"|under))?[\s:,]*$",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    rf"{HOLE}\s(?:to|with)\s(?P<words>(?P<name>[A-Z][^,.;:{HOLE}]{{1,30}}?))[\s:]*$"
)
# "RSVP by April 25 to Clara at 555-0172": who is answered
_REPLY = re.compile(
    rf"\b(?:rsvp|reply|respond)\b[^.!?]{{0,40}}?{HOLE}\sto\s(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
    r"\s(?:at|on|via|under)\s$",
    re.IGNORECASE,
)
# "Send your CV to jobs@…", "Sign up at …": what the reader does there
_DO = re.compile(
    rf"(?:^|[,;:.!?|•·\n{HOLE}]\s*|\s[-–—]\s|\b(?:and|with)\s)"
    r"(?P<words>(?:(?:send|e-?mail|mail|submit|bring)\s(?:your|an?|in)|sign[- ]?up|register"
    r"|registration|registry|enrol+|apply|order|pre-?order|reserve|reservations?|book|bookings?|appointments?"
    r"|donate"
    r"|donations?|rsvp|reply|buy|get (?:your|an?|free|tickets)|tickets|details|info|information"
    r"|more info|questions|e?nquiries|inquiries|vote|enter|volunteer|adopt|schedule|request|claim"
    r"|try"
    r"|listen|stream|watch|download|read more|learn more|find out more|portfolio|follow us|find us"
    r"|join)"
    r"(?:\s(?!(?:now|today|design|drafts?|proofs?|files?|it|me|mockups?|is|are|can)\b)[\w'’-]+){0,5}?)"
    r"(?:\s(?:is|are|can be)\s[a-z]+)?(?:\s(?:at|on|via|to|through|by|from|here)|:)+\s*$",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\s(?P<words>[a-z][\w'’-]*(?:\s[a-z&][\w'’-]*){0,2})"
    r"(?=\s*(?:[,.;!\n]|$)|\s(?:and|from|on|at|every|until|all)\b)"
)
_BEFORE = re.compile(
    r"\b(?P<words>(?:join|(?:pre-)?order(?:ed)?|book(?:ed)?|enrol+|enter|submit|vote|reply|buy"
    r"|reserve|donate|register)"
    r"\s(?:before|by|until)|last seen)\s(?:the\s|on\s)?$",
    re.IGNORECASE,
)


_LABELS = {
    "date": "Date", "until": "Until", "before": "Before",
    "valid": "Valid until", "from": "From", "rsvp": "RSVP by",
    "apply": "Apply by", "deadline": "Deadline", "sign up": "Sign up by",
    "time": "Time", "doors": "Doors", "venue": "Venue",
    "address": "Address", "price": "Price", "tickets": "Tickets", "monthly": "Monthly payment",
    "admission": "Admission", "general admission": "General admission",
    "tickets from": "Tickets from", "admission from": "Admission from",
    "reward": "Reward", "value": "Value", "prize": "Prize",
    "email": "E-mail",
    "phone": "Phone", "code": "Code",
}  # fmt: skip


_TIME_LABELS = (
    "sign-up",
    "matinee",
    "happy hour",
    "breakfast",
    "brunch",
    "service",
    "meet",
    "viewing",
    "gates",
    "check-in",
    "registration",
    "start",
    "ceremony",
    "reception",
    "show",
    "dinner",
    "lunch",
)
# "We reopen on January 3", "missing since 4 May": a clause of its own that ends in its day
_CLAUSE = re.compile(
    rf"(?:^|[,;:.!?\n{HOLE}]\s*|\band\s)(?:the\s(?=winners?\b|draw\b|results?\b))?(?P<words>(?!(?:and|is|are|was|will|the|this|it|our|my|apply|register|valid|from|rsvp"
    rf"|book)\b)"
    rf"(?:[A-Za-z][\w'’-]*(?:\s[a-z][\w'’-]*){{0,2}}|(?:(?:last )?seen|lost|found|missing"
    rf"|stolen)\s[^,.;:{HOLE}]{{2,30}}?)"
    rf"\s(?:since|on|for|from|by))\s(?:the\s)?$",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"\b(?P<words>(?:opening|closing|first|last) (?:night|day)|(?<=[.,;:!?] )open"
    r" (?:house|day|evening))"
    r"[,:]?\s(?:on\s)?$",
    re.I,
)
_TELLS_DAY = re.compile(
    r"\b(?:reopen\w*|open(?:s|ing)?|clos\w+|starts?|begins?|ends?|missing|enrol\w+|lost|found"
    r"|deliver\w*|available|born|last seen|launch\w*|arriv\w+|leav\w+|depart\w*|return\w*"
    r"|move\w*|announced|drawn)\b",
    re.IGNORECASE,
)


class Labelled(NamedTuple):
    """Words of the request that are the heading of the fact behind them."""

    text: str
    start: int
    end: int
    fact: Fact


def labels_in(masked: str, facts: tuple[Fact, ...]) -> tuple[Labelled, ...]:
    """The headings in a request whose facts are holes."""
    found = (_label(masked, fact) for fact in facts)
    return tuple(label for label in found if label)


def label_of(kind: str, language: str) -> str:
    """The heading of a kind of fact that the request itself gives none."""
    if language == "en":
        return _LABELS.get(kind, kind.capitalize() if kind in _TIME_LABELS else "")
    return label_in(language, kind)


def _label(masked: str, fact: Fact) -> Labelled | None:
    before = masked[max(0, fact.start - 80) : fact.start]
    if fact.role == "price" and fact.kind == "tickets":
        return _goods(before, fact) if _WHO_PAYS.search(before) else None
    if fact.role == "price" and fact.kind in ("price", "from"):
        prize = _PRIZE.search(before)
        if prize:
            return _at(prize, before, fact)
        return _goods(before, fact) or _sold(masked[fact.end :][:60], before, fact)
    if fact.kind in ("phone", "email", "website", "social"):
        if (reply := _REPLY.search(before)) and is_name(reply["name"]):
            return Labelled(f"RSVP to {reply['name']}", fact.start, fact.start, fact)
        match = _WHOM.search(before) or _TO_WHOM.search(before)
        fit = match and is_name(match["name"]) and len(words_of(match["name"])) <= 3
        told = match if fit else _DO.search(before) or _named(before, fact)
        return _at(told, before, fact) if told and len(told["words"]) <= _MOST_LETTERS else None
    if fact.role != "date":
        return None
    clause = _CLAUSE.search(before)
    night = _NIGHT.search(before)
    told = clause if clause and _TELLS_DAY.search(clause["words"]) else None
    match = _BEFORE.search(before) or told or night
    return _at(match, before, fact) if match else None


_WHO_PAYS = re.compile(  # ", students $8"
    rf"[,;{HOLE}]\s*(?:and\s|for\s)?(?:students|children|kids|seniors|members|families|under \d+s?"
    r"|concessions|pensioners|teens|youths?)\s(?:pay\s|are\s)?$",
    re.IGNORECASE,
)
_PRIZE = re.compile(
    r"\b(?P<words>(?:first|second|third|1st|2nd|3rd|grand|top|cash|main) prize)(?:\s(?:is|of)"
    r"|:)?\s*$",
    re.I,
)
_NAMED = re.compile(
    rf"(?:^|[,;:.!?|•·\n{HOLE}]\s*)(?P<words>(?:(?:Mrs?|Ms|Dr|Prof|Coach|Chef"
    rf"|Pastor)\.?\s)?[A-Z][a-z]+"
    r"(?:\s[A-Z][a-z]+)?)(?:\s(?:at|on))?[\s:]*$"
)
_NO_NAME = re.compile(
    r"(?:Call|Phone|Tel|Mobile|Text|Fax|Contact|E?[Mm]ail|Web|Website|Visit|Info|Instagram|Whats"
    r"|Order|Book"
    r"|Reserv|Follow|Address|Location|Venue|Number|Date|Time|Hotline|Helpline|Or|And|Our|The|Use"
    r"|Include|Add"
    r"|Click|Link|Url|Find|Open|Closed|Free|From)\w*"
)


def _named(before: str, fact: Fact) -> re.Match[str] | None:
    """ "Mrs Hart 01273 555 019": whose number it is."""
    found = _NAMED.search(before) if fact.kind == "phone" else None
    placed = found and (_NO_NAME.match(found["words"]) or PLACE.search(found["words"]))
    return None if placed else found


def _at(match: re.Match[str], before: str, fact: Fact) -> Labelled:
    start = fact.start - len(before) + match.start("words")
    return Labelled(sentence_case(match["words"]), start, start + len(match["words"]), fact)


def _sold(after: str, before: str, fact: Fact) -> Labelled | None:
    """ ", $5 margaritas": what stands behind a price that begins its piece."""
    match = _SOLD.match(after)
    begins = re.search(rf"[,;:|•·\n{HOLE}.!]\s*$|\b(?:with|and|offering|enjoy|serving)\s$", before)
    if not match or not begins or not _is_goods(match["words"]):
        return None
    start = fact.end + match.start("words")
    return Labelled(sentence_case(match["words"]), start, start + len(match["words"]), fact)


def _goods(before: str, fact: Fact) -> Labelled | None:
    """ "..., full valet £25": what stands before the price, up to the last comma."""
    borders = list(_BORDER.finditer(before))
    if not borders or not before.endswith(" ") or ":" in borders[-1][0]:
        return None
    begin = _whole_list(before, borders)
    words = before[begin:].rstrip()
    words = re.sub(r"^(?:[Tt]he )?(?:offer|deal|special) is\s", "", words)
    start = fact.start - len(before) + begin
    end = start + len(words)
    if re.search(
        r"\band\b.*\sfor$|\sand\s(?:costs?|is|are)$", words
    ):  # "a massage, a facial and tea for $120"
        return None
    at_least = words.lower().endswith(" from")
    words = words[:-5] if at_least else words
    if _DEED.search(words):  # "Teams can sign up for"
        return Labelled(sentence_case(words), start, end, fact)
    while (shorter := _AT.sub("", words)) != words:
        words = shorter
    words = tidy(words)
    if not (_is_goods(words) or begin < borders[-1].end()):
        return None
    return Labelled(sentence_case(words) + " from" * at_least, start, end, fact)


_DEED = re.compile(r"^(?:[a-z-]+\s){1,2}(?:can|may|pay)\s(?:[a-z-]+\s){1,2}for$", re.IGNORECASE)


def _whole_list(before: str, borders: list[re.Match[str]]) -> int:
    """Where the words of a price begin: ". Bath, brush, nail trim from $45" is priced as one."""
    at = len(borders) - 1
    while at > 0 and borders[at][0].strip() == ",":
        piece = before[borders[at - 1].end() : borders[at].start()]
        if not 0 < len(words_of(piece)) <= 2 or re.search(r"\d", piece):
            break
        at -= 1
    whole = before[borders[at].end() :].strip()
    sentence = borders[at][0].strip() in (".", "!", "?")
    return borders[at].end() if sentence and len(whole) <= _MOST_LETTERS + 6 else borders[-1].end()


_EVERY = re.compile(r"^(?:all|every|each|any)\s(?=\w)", re.IGNORECASE)


def _is_goods(words: str) -> bool:
    words = _EVERY.sub("", words)
    count = len(words_of(words))
    if not 0 < count <= _MOST_WORDS or len(words) > _MOST_LETTERS or is_empty(words):
        return False
    plain = words.split()[0].lower() in _NO_GOODS or words.lower() in EVENTS
    return not plain and not is_direction(words)
