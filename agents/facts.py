"""Hard facts of a request, character for character: when, where, how much, how to reach.

Each stretch of text belongs to one fact at most; the table at the foot is asked in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from agents.dates import DATE, TIME, WEEKDAY
from agents.phrases import word_set
from design_io.document import Role


class Fact(NamedTuple):
    role: Role
    kind: str  # names the heading it is set under, such as "date" or "valid until"
    text: str  # as the request has it
    start: int
    end: int


def facts_in(request: str) -> tuple[Fact, ...]:
    """Every fact in the order of the request; the same words are reported once."""
    taken: list[Fact] = []
    for find in FINDERS:
        for fact in find(request):
            if fact.text and not any(f.start < fact.end and fact.start < f.end for f in taken):
                taken.append(fact)
    return tuple(sorted(taken, key=lambda fact: fact.start))


def _plain(role: Role, kind: str, pattern: re.Pattern[str]) -> Callable[[str], list[Fact]]:
    """A finder whose fact is group 1 of the pattern, or the whole match."""

    def find(request: str) -> list[Fact]:
        return [_fact(role, kind, request, m) for m in pattern.finditer(request)]

    return find


def _fact(role: Role, kind: str, request: str, match: re.Match[str]) -> Fact:
    group = 1 if match.re.groups and match[1] is not None else 0
    start, end = match.span(group)
    while start < end and request[start].isspace():
        start += 1
    while end > start and (request[end - 1] in " ,;:" or re.search(r"\d\.$", request[start:end])):
        end -= 1
    return Fact(role, kind, request[start:end], start, end)


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_TLD = (
    r"(?:com|org|net|edu|gov|io|co|info|biz|shop|store|app|dev|art|tv|me|us|eu|de|at|ch|fr|es|it"
    r"|nl|be|pl|pt|se|dk|fi|ru|ua|jp|cn|kr|in|br|mx|ca|au|nz|ie|gr|cz|hu|tr|club|studio|online"
    r"|site|live|events?|design|agency|photo|music|fm|ly|gl|be|cafe|restaurant|tickets|world)"
)
_URL = re.compile(
    rf"(?<![@\w.])(?:https?://[^\s<>\"'“”,]+|www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'“”,]*)?"
    rf"|(?:[A-Za-z0-9][\w-]*\.)+{_TLD}(?:\.[a-z]{{2}})?(?:/[^\s<>\"'“”,]*)?)(?![\w@])(?<![.,;:!?])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w/.])@\w[\w.]{1,40}(?<!\.)")
_HASHTAG = re.compile(r"(?<![\w&#])#(?![0-9a-fA-F]{6}\b|[0-9a-fA-F]{3}\b|\d+\b)\w{2,60}")
_PLACE_URL = re.compile(
    r"(?<=at )[A-Z0-9][\w-]*\.[A-Za-z]{2,4}\s(?:bar|club|store|shop|restaurant|caf[eé]|studio)\b"
)
_NUMBER = re.compile(r"\bNo[.:]{0,2}\s?:?\s?\d[\d-]{2,}\b")
_CODE = re.compile(
    r"\bcode(?:\s+is|\s*:)?\s+[\"'“‘]?(?P<code>(?=[A-Z0-9-]*\d|[A-Z]{4})[A-Z0-9-]{3,20})\b"
)
_PHONE = re.compile(
    r"(?<![\w.$€£-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d[\d\s.-]{5,16}\d(?![\w%])"
)
_CALL = re.compile(
    r"(?:call|phone|tel\.?|telephone|mobile|whats ?app|text|fax|contact|at|on|:)\W*$", re.I
)
_EDITION = re.compile(
    r"\b(?:Part|Episode|Ep\.|Chapter|Vol\.|Volume|Season|Issue|Lesson|Level|Round|Week"
    r"|Day)\s#?\d{1,4}\b"
)
_SCRIPTURE = re.compile(
    r"\b(?:[1-3]\s)?[A-Z][a-z]+\s\d{1,3}:\d{1,3}(?:\s?[-–]\s?\d{1,3})?\b(?!\s?[ap]\.?m)"
)
_BOOKS = word_set(
    "genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra "
    "nehemiah esther job psalm psalms proverbs ecclesiastes isaiah jeremiah lamentations ezekiel "
    "daniel hosea joel amos obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi "
    "matthew mark luke john acts romans corinthians galatians ephesians philippians colossians "
    "thessalonians timothy titus philemon hebrews james peter jude revelation quran surah"
)
_SINCE = re.compile(
    r"\b(?:since|est\.?|established in|founded in)\s(?:1[5-9]|20)\d\d\b", re.IGNORECASE
)

_SIGN = r"(?:US\$|A\$|C\$|[$€£¥₹₽₩]|\bRs\.?|\b(?:USD|EUR|GBP|CHF|AUD|CAD|INR)\b)"
_AMOUNT = r"\d{1,3}(?:[,.'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_UNIT_AFTER = (
    r"(?:€|₽|₹|元|円|원"
    r"|(?:euros?|EUR|USD|dollars?|pounds?|GBP|CHF|rupees?|руб(?:лей|\.)?|pesos?)\b)"
)
_MONEY = rf"(?:{_SIGN}\s?(?:{_AMOUNT})(?:k\b)?|(?:{_AMOUNT})\s?{_UNIT_AFTER})"
_PER = (
    r"(?:\s?(?:/|per\s|an?\s|each\b)\s?(?:person|month|mo\b|week|year|night|ticket|kg|lb|day|hour"
    r"|head|adult|child|student|piece|glass|cup|bottle|slice|pair|class|session|seat|table|couple"
    r"|family|guest|team)?)?"
)
_PRICE = re.compile(rf"(?<![A-Za-z0-9]){_MONEY}(?:\s?(?:-|–|to)\s?{_MONEY})?{_PER}", re.IGNORECASE)
_STOP = (
    r"(?!(?:for|until|till|that|which|with|to|in|at|from|when|is|are|through|by|during|this|as"
    r"|can|and"
    r"|or|but|will|the image|encourag\w+|includ\w+|featur\w+|available|while|if|who|valid)\b)"
)
_GOODS = rf"(?:\s{_STOP}[^\W_][\w'’&/+-]*){{1,4}}"
_FOR_WHOM = (
    r"(?:\sfor\s(?:first|new|all|your|every|members?|students?|women|men|kids|children|seniors"
    rf"|families|teachers|early)(?:[\w-]*)(?:\s{_STOP}[\w'’-]+){{0,2}})?"
)
_TAIL = (
    r"(?:\s(?:on|any|all|every|your|selected|select|second|first|next|entire)(?=\s)"
    rf"{_GOODS}{_FOR_WHOM})?"
)
_SHARE = r"\d{1,3}(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|٪)"
_SAVING = re.compile(
    rf"(?<![\w.])(?:up to\s(?:an?\s)?|save\s(?:up to\s)?|extra\s|flat\s|at least\s|bis zu\s"
    rf"|hasta(?: un)?\s"
    rf"|jusqu['’]à\s|fino al\s)?"
    rf"(?!100\s?%\s[a-z])(?:{_SHARE}(?:\s?(?:-|–|to)\s?{_SHARE})?|\d{{1,2}}\s?[-–]\s?{_SHARE})"
    rf"(?:\s?(?:off|discount|rabatt|de descuento|de réduction|di sconto|de desconto)\b)*{_TAIL}",
    re.IGNORECASE,
)
_MONEY_OFF = re.compile(rf"(?<!\w)(?:save\s)?{_MONEY}\soff\b{_TAIL}", re.IGNORECASE)
_GIFT = re.compile(
    r"\b(?:buy (?:one|two|three|1|2|3|any \w+)(?: \w+)?,? (?:and )?get (?:one|two|three|another|1"
    r"|2|3|a|the)"
    r"(?: \w+){0,3}?(?: free| half price| at \d+% off)?(?=[\s.,;!]|$)"
    r"|bogo\b|(?:2|3|two|three)[- ]for[- ](?:1|2|one|two)\b|half price\b|half off\b"
    rf"|\d+ for {_MONEY}|kids (?:eat|go) free"
    r"|(?:\d+[- ](?:day|week|month)s? )?"
    r"free (?:entry|entrance|admission|consultation|shipping|delivery|trial|parking|packing|gift"
    r"|samples?|drinks?|coffee|wi-?fi|quote|estimate|returns?|installation|assessment|workshop"
    r"|registration|refreshments|food|snacks|tickets?|dessert|appetizer|class|session|lesson)\b)",
    re.IGNORECASE,
)
_DEAL = re.compile(
    rf"(?:offering|offers?|get|enjoy|serving|featuring)\s(?P<deal>(?:[a-z][\w'’&-]*\s){{1,6}}for"
    rf" (?:just |only )?{_MONEY})"
)  # fmt: skip


def _matching(
    request: str, pattern: re.Pattern[str], role: Role, kind: str, group: str
) -> list[Fact]:
    return [
        Fact(role, kind, m[group], m.start(group), m.end(group)) for m in pattern.finditer(request)
    ]


_PRICED = re.compile(
    rf"(?:^|(?<=[,;:\n•*]))[ \t]*(?:[-–][ \t])?(?P<line>[A-Z][\w '’&/-]{{1,40}}?"
    rf"[ \t]*[-–—:.]*[ \t]*{_MONEY})"
    r"(?=\s*(?:[,;\n.]|and\b|$))",
    re.MULTILINE,
)


def _price_list(request: str) -> list[Fact]:
    """Two or more "Name $5" in a row are a list; one alone is a price."""
    found = _matching(request, _PRICED, "item", "item", "line")
    return found if len(found) > 1 else []


def _codes(request: str) -> list[Fact]:
    return _matching(request, _CODE, "contact", "code", "code")


def _deals(request: str) -> list[Fact]:
    return _matching(request, _DEAL, "offer", "offer", "deal")


def _numbers(request: str) -> list[Fact]:
    return [_fact("contact", "number", request, m) for m in _NUMBER.finditer(request)]


def _verses(request: str) -> list[Fact]:
    found = [_fact("quote", "", request, m) for m in _SCRIPTURE.finditer(request)]
    return [f for f in found if f.text.lstrip("123 ").split()[0].lower() in _BOOKS]


def _phones(request: str) -> list[Fact]:
    """At least nine digits, or seven after words such as "call"."""
    found = []
    for match in _PHONE.finditer(request):
        digits = sum(c.isdigit() for c in match[0])
        asked = _CALL.search(request[max(0, match.start() - 24) : match.start()])
        if 9 <= digits <= 15 or (7 <= digits <= 8 and asked):
            found.append(_fact("contact", "phone", request, match))
    return found


def _prices(request: str) -> list[Fact]:
    return [
        _fact("price", _price_kind(request, m.start(), m.end()), request, m)
        for m in _PRICE.finditer(request)
    ]


_PRICE_KINDS = (
    ("prize", r"prizes?(?: pool| money)?(?: of)?\s*$"),
    ("tickets", r"tickets?\b[^.]{0,20}$"),
    ("monthly", r"month\w*\b[^.,;]{0,24}$"),
    ("admission", r"(?:admission|entry|entrance|cover charge)\b[^.]{0,16}$"),
    ("from", r"(?:starting (?:at|from)|starts? (?:at|from)|from|as low as)\s*(?:only |just )?$"),
    ("value", r"(?:valued? (?:at|of)|worth)\s*$"),
)
_PRICE_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _PRICE_KINDS)


def _price_kind(request: str, start: int, end: int) -> str:
    before = request[max(0, start - 40) : start]
    if re.match(r"\s(?:cash )?prize", request[end:]):
        return "prize"
    return next((kind for kind, p in _PRICE_PATTERNS if p.search(before)), "price")


_DATE_KINDS = (
    ("rsvp", r"rsvp (?:by|before|until)\s*$"),
    ("apply", r"(?:apply|applications?|register|registration|sign up|deadline)\b[^.]{0,24}$"),
    ("valid", r"valid\b[^.]{0,24}(?:until|till|through|to)\s*(?:the )?$"),
    ("until", r"(?:until|till|through|valid to|expires?(?: on)?|ends?(?: on)?)\s*(?:the )?$"),
    ("from", r"(?:starting|starts?|beginning|begins?)(?: on| from)?\s*(?:the )?$"),
)
_DATE_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _DATE_KINDS)


def _dates(request: str) -> list[Fact]:
    found = []
    for match in DATE.finditer(request):
        fact = _fact("date", "date", request, match)
        before = request[max(0, match.start() - 40) : match.start()]
        kind = next((k for k, p in _DATE_PATTERNS if p.search(before)), "date")
        found.append(fact._replace(kind=kind))
    return found


def _weekdays(request: str) -> list[Fact]:
    found = []
    for match in WEEKDAY.finditer(request):
        fact = _fact("date", "date", request, match)
        skip = re.match(r"(?:on|this|next|am)\s(?=[A-Z]\w+day)", fact.text)
        if skip and skip[0].lower().startswith(("on", "am")):
            fact = fact._replace(text=fact.text[skip.end() :], start=fact.start + skip.end())
        found.append(fact)
    return found


_TIME_KIND = re.compile(
    r"\b(doors|registration|start|kick-?off|ceremony|reception|show|dinner|lunch|check-in"
    r"|opening)s?"
    r"(?: opens?| begins?| starts?)?(?: at| from)?:?\s*$",
    re.IGNORECASE,
)


def _times(request: str) -> list[Fact]:
    found = []
    for match in TIME.finditer(request):
        before = request[max(0, match.start() - 20) : match.start()]
        named = _TIME_KIND.search(before)
        found.append(_fact("time", named[1].lower() if named else "time", request, match))
    return found


_STREET = (
    r"(?:St|Street|Str|Ave|Avenue|Rd|Road|Blvd|Boulevard|Lane|Ln|Drive|Dr|Way|Square|Sq|Plaza|Court"
    r"|Ct|Highway|Hwy|Parkway|Pkwy|Terrace|Place|Pl|Quay|Row|Alley|Crescent|Broadway|Route \d+"
    r"|State \d+|Highway \d+)"
)
_TOWN = (
    r"(?:,?\s(?:Suite|Ste|Unit|Apt"
    r"|Floor)\.?\s?#?\w+)?(?:,\s?(?!\d{1,2}\s?[ap]m)[A-Z0-9][\w'’-]*(?:\s[A-Z0-9][\w'’-]*){0,3}){0,3}"
)
_ADDRESS = re.compile(
    rf"(?<![\w$€£/:.-])\d{{1,6}}[A-Za-z]?,?\s(?:[A-Z0-9][\w'’.-]*\s){{0,4}}?(?:{_STREET}|st)\b\.?"
    rf"(?:\s(?=Any )(?:[A-Z]\w*\s?\w+\s\d{{4,5}}))?{_TOWN}"
)
_ADDRESS_WORLD = re.compile(
    r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|allee|platz|weg)\s\d{1,4}[a-z]?"
    r"|(?:Rue|Avenue|Boulevard|Calle|Avenida|Via|Piazza|Plaza|Rua|ул\.|улица)\s"
    r"(?:[A-ZÀ-ÖА-Я][\w'’.-]*\s?|d[eu]\s|de la\s|del\s){1,5},?\s?\d{1,4})"
    r"(?:,\s?(?:\d{4,5}\s)?[A-ZÀ-ÖА-Я][\w-]+)?"
)
_LOCATED = re.compile(
    r"(?:located at|address is|address:)\s(?P<place>[A-Z0-9][^.\n]*?)(?=\.(?:\s|$)|\sand\sis\b|;"
    r"|\n|$)",
)


def _without_full_stop(fact: Fact) -> Fact:
    if fact.text.endswith(".") and not re.search(
        r"\b(?:St|Ave|Rd|Blvd|Dr|Ln|Ct|Sq|st)\.$", fact.text
    ):
        return fact._replace(text=fact.text[:-1], end=fact.end - 1)
    return fact


def _addresses(request: str) -> list[Fact]:
    found = [_fact("address", "address", request, m) for m in _ADDRESS.finditer(request)]
    found = [_without_full_stop(f) for f in found]
    found += [_fact("address", "address", request, m) for m in _ADDRESS_WORLD.finditer(request)]
    return found + _matching(request, _LOCATED, "address", "address", "place")


# Asked in order: what an earlier finder took, a later one does not see.
FINDERS: tuple[Callable[[str], list[Fact]], ...] = (
    _plain("contact", "email", _EMAIL),
    _plain("venue", "venue", _PLACE_URL),
    _plain("contact", "website", _URL),
    _plain("contact", "social", _HANDLE),
    _plain("contact", "hashtag", _HASHTAG),
    _numbers,
    _codes,
    _verses,
    _deals,
    _price_list,
    _plain("offer", "offer", _MONEY_OFF),
    _plain("offer", "offer", _SAVING),
    _plain("offer", "offer", _GIFT),
    _prices,
    _addresses,
    _dates,
    _weekdays,
    _times,
    _phones,
    _plain("kicker", "edition", _EDITION),
    _plain("legal", "since", _SINCE),
)
