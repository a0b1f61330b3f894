"""Doubts about e-mails, web addresses and phone numbers: malformed, or one written two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from agents.doubts import Doubt
from agents.edits import distance
from agents.phrases import word_set
from agents.ways_out import one_of

_ENDINGS = r"(?:com|org|net|edu|gov|info|biz|shop|store|de|at|ch|fr|uk|eu|io|co|us)"
# Slips of the commonest endings that are no endings themselves.
_SLIPS = word_set(
    "con cmo ocm comm coom vom xom cim clm ccom com1 ogr orgg orh rog nett nte ent netl inf0 infp "
    "ode uk1 couk c0m 0rg"
)
_TOKEN = re.compile(r"[^\s<>\"“”‘’()\[\]{}|]+")
_GOOD_EMAIL = re.compile(
    r"[\w+-]+(?:\.[\w+-]+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?P<end>[^\W\d_]{2,24})"
)
_HANDLE = re.compile(r"(?:[\w\s:/]*/)?@\w[\w.]*")
_SPACED_EMAIL = re.compile(rf"\b[\w.+-]+(?:\s@\s?|@\s)[\w-]+\.{_ENDINGS}\b", re.IGNORECASE)
_EMAIL_ASKED = re.compile(
    rf"\be-?mail(?: us| me| address)?(?: is| at|:)*\s(?P<bad>[\w-]+(?:\.[\w-]+)*\.{_ENDINGS})\b",
    re.IGNORECASE,
)
_BAD_URLS = (
    ("the start of a web address is http:// or https://", re.compile(
        r"(?<!\w)(?:h?t{1,3}ps?|htps?|hhtps?|htttps?|httpp?s?"
        r"|hptts?)(?<!http)(?<!https):?/{1,3}[^\s,;\"']*"
        r"|(?<!\w)https?(?:;//|//|:/(?!/)|:(?!/)\b|:\\\\|:///+)[^\s,;\"']*", re.IGNORECASE)),
    ("a web address starts with www.", re.compile(
        r"(?<![\w.@/-])(?:(?:w{4,}|ww|wwv|vww)\.|www[,:])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)),
    ("a web address has points, not commas", re.compile(
        rf"(?<![\w@])(?:www\.[\w-]+,[a-z]{{2,6}}|[\w-]+,{_ENDINGS})(?![\w@]|\.\w)", re.IGNORECASE)),
    ("a web address has no two points in a row", re.compile(
        rf"(?<![\w@])[\w-]+(?:\.[\w-]+)*\.\.+(?:[\w-]+\.)*{_ENDINGS}\b", re.IGNORECASE)),
    ("a web address has no spaces", re.compile(
        r"\bwww\.\s[\w-]+(?:\.\w+)?|\bwww\s[\w-]+\.[a-z]{2,}|\bwww\.[\w-]+\s\.\s?[a-z]{2,3}\b"
        r"|\b[\w-]+\s\.(?:com|org|net)\b", re.IGNORECASE)),
    ("a web address needs an ending such as .com", re.compile(
        r"(?<![\w.@/-])www\.[\w-]+(?![\w.@,-])|(?<![\w.@/-])www\.[\w-]+\.?(?=[\s!?;)]|$)"
        r"|https?://(?!localhost)[\w-]+(?=[\s!?;,)/.]|$)(?!\.\w)", re.IGNORECASE)),
    ("a web address needs a name before its ending", re.compile(
        r"(?<![\w.@/-])www\.(?:com|org|net)\b(?!\.)|https?://\.\w+", re.IGNORECASE)),
)  # fmt: skip
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.)?(?P<host>[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?P<end>[a-z]\w{1,5}))"
    r"(?P<path>/\S*)?(?![\w@])",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:\.(?:co|com|org|ac|gov|net))?\.[a-z]+$")
_PHONE_ASKED = re.compile(
    r"\b(?:call|phone|tel|telephone|mobile|cell|whats ?app|hotline|ring|dial|fax|helpline|reach us"
    r"|telefon|tél|teléfono|contact number)\b(?:\s(?:us|now|number|no|today|me|it|is|at|on|under"
    r"|to book|to order))*[.:]?\s*(?:is\s|at\s|on\s)?"
    r"(?P<number>\+{0,2}\(?\d[\d\s().\-/]*\d\)?)(?![\d%:]|\s?[ap]m\b)",
    re.IGNORECASE,
)
_PHONE_SHAPED = re.compile(
    r"(?<![\w.$€£+-])(?P<number>\+{1,2}\s?\d[\d\s().-]{3,24}\d|\(\d{2,5}\)\s?\d[\d\s.-]{2,16}\d"
    r"|\d{3}-\d{3}-\d{1,9}|\d{3}-\d{1,3}-\d{4}(?!-?\d)|1-\d{3}-\d{3}-\d{1,9})(?![\w%])"
)
# How many digits follow "+" in the countries met most, country code included.
_LENGTHS = (
    ("1", (11,)), ("44", (11, 12, 13)), ("33", (11,)), ("34", (11,)), ("49", tuple(range(7, 15))),
    ("39", tuple(range(8, 14))), ("61", (11,)), ("91", (12,)), ("81", (11, 12)), ("86", (12, 13)),
    ("7", (11,)), ("55", (12, 13)), ("52", (12, 13)), ("31", (11,)), ("41", (11,)), ("48", (11,)),
)  # fmt: skip


def doubts_about_contacts(request: str, language: str) -> Iterator[Doubt]:
    emails = list(_bad_emails(request))
    yield from emails
    yield from _bad_urls(request, " ".join(doubt.text for doubt in emails))
    yield from _bad_phones(request, language)
    yield from _two_ways(request)


def _bad_emails(request: str) -> Iterator[Doubt]:
    for match in _TOKEN.finditer(request):
        word = match[0].rstrip(".,;:!?'").lstrip("'").removeprefix("mailto:")
        if "@" not in word or _HANDLE.fullmatch(word) or word == "@":
            continue
        good = _GOOD_EMAIL.fullmatch(word)
        if good and good["end"].lower() not in _SLIPS:
            continue
        parts = re.split(r"[,;/]", word)
        if len(parts) > 1 and all(_GOOD_EMAIL.fullmatch(p) or _HANDLE.fullmatch(p) for p in parts):
            continue
        yield _email(word)
    for match in _SPACED_EMAIL.finditer(request):
        yield _email(match[0])
    for match in _EMAIL_ASKED.finditer(request):
        if "@" not in match["bad"]:
            yield _email(match["bad"])


def _email(word: str) -> Doubt:
    return Doubt(
        "fact-email", word, f"{word!r} is not an e-mail address",
        "write it as name@place.com",
    )  # fmt: skip


def _bad_urls(request: str, emails: str) -> Iterator[Doubt]:
    told: list[tuple[int, int]] = []
    for fix, pattern in _BAD_URLS:
        for match in pattern.finditer(request):
            text = match[0].rstrip(".,;:!?'")
            seen = any(a < match.end() and match.start() < b for a, b in told)
            if text and not seen and text not in emails and "@" not in text:
                told.append(match.span())
                yield Doubt("fact-url", text, f"{text!r} is not a web address", fix)
    for match in _URL.finditer(request):
        slip = match["end"].lower() in _SLIPS
        if slip and match["host"] not in emails and "@" not in match[0]:
            fix = f"check the ending .{match['end']}"
            yield Doubt("fact-url", match[0], f"{match[0]!r} is not a web address", fix)


def _bad_phones(request: str, language: str) -> Iterator[Doubt]:
    told: list[tuple[int, int]] = []
    for asked, pattern in ((True, _PHONE_ASKED), (False, _PHONE_SHAPED)):
        for match in pattern.finditer(request):
            number = match["number"].strip(" .-/")
            place = match.span("number")
            if any(a < place[1] and place[0] < b for a, b in told):
                continue
            told.append(place)
            fault = _phone_fault(number, asked, language)
            if fault:
                message = f"{number!r} {fault}"
                yield Doubt("fact-phone", number, message, "check the phone number")


def _phone_fault(number: str, asked: bool, language: str) -> str:
    digits = re.sub(r"\D", "", number)
    if number.startswith("++"):
        return "starts with two plus signs"
    if number.count("(") != number.count(")"):
        return "has an open bracket"
    if number.startswith("+"):
        wanted = next((n for code, n in _LENGTHS if digits.startswith(code)), tuple(range(8, 16)))
        if len(digits) not in wanted:
            few = len(digits) < wanted[0]
            return f"has too {'few' if few else 'many'} digits for its country"
        return ""
    if re.fullmatch(r"\d{3,6}", number):  # a short code, such as 112
        return ""
    if len(digits) < 7 and (asked or not re.fullmatch(r"\d+", number)):
        return "has too few digits for a phone number"
    if len(digits) > 15 or (len(digits) > 12 and not number.startswith("00")):
        return "has too many digits for a phone number"
    return _american_fault(number) if language == "en" else ""


def _american_fault(number: str) -> str:
    """(555) 123-4567 and its kin have three, three and four digits."""
    shape = re.fullmatch(r"(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[-.])(\d+)[-. ](\d+)", number)
    if shape is None or [len(g) for g in shape.groups()] == [3, 4]:
        return ""
    return f"has too {'few' if sum(map(len, shape.groups())) < 7 else 'many'} digits"


def _two_ways(request: str) -> Iterator[Doubt]:
    """Two spellings so close that they must mean one thing."""
    yield from _two_hosts(request)
    found = dict.fromkeys(
        m["number"].strip(" .-/")
        for p in (_PHONE_ASKED, _PHONE_SHAPED)
        for m in p.finditer(request)
    )
    numbers = {re.sub(r"\D", "", n): n for n in found}
    for (a, first), (b, second) in combinations(numbers.items(), 2):
        near = min(len(a), len(b)) >= 7 and distance(a, b, 2) <= 2
        if near and a[:3] == b[:3] and not _is_series(a, b):
            message = f"the phone number is written two ways, {first!r} and {second!r}"
            ways = one_of(first, second)
            yield Doubt("fact-twice", second, message, "keep the right one", ways)


def _is_series(a: str, b: str) -> bool:
    """Neighbouring extensions, ...10 and ...11, are two numbers of one house."""
    return len(a) == len(b) and a[:-1] == b[:-1] and abs(int(a[-1]) - int(b[-1])) == 1


def _two_hosts(request: str) -> Iterator[Doubt]:
    hosts: dict[str, str] = {}
    for match in _URL.finditer(request):
        if re.fullmatch(r"[a-z]{2,}", match["end"], re.IGNORECASE):
            hosts.setdefault(match["host"].lower(), match[0].rstrip(".,"))
    for match in re.finditer(r"@((?:[\w-]+\.)+[a-z]{2,})", request, re.IGNORECASE):
        hosts.setdefault(match[1].lower(), match[0])
    for (a, first), (b, second) in combinations(hosts.items(), 2):
        if _is_one_host(a, b):
            message = f"the web address is written two ways, {first!r} and {second!r}"
            ways = one_of(a, b)
            yield Doubt("fact-twice", second, message, "keep the right one", ways)


def _is_one_host(a: str, b: str) -> bool:
    name, other = _ENDING.sub("", a), _ENDING.sub("", b)
    if name == other:
        return a != b
    bare = name.replace("-", "") == other.replace("-", "")
    return min(len(name), len(other)) >= 5 and (bare or distance(name, other, 2) <= 2)
