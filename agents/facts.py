"""Hard facts of a request, character for character: when, where, how much, how to reach.

Each stretch of text belongs to one fact at most; the table at the foot is asked in order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agents.dates import DATE, TIME, WEEKDAY
from agents.fact import Fact, Finder, fact_of, matching, plain
from agents.money import OFFERS, priced_together, prices_in, prices_listed
from agents.phrases import word_set
from agents.places import addresses_in


def facts_in(request: str) -> tuple[Fact, ...]:
    """Every fact in the order of the request; the same words are reported once."""
    taken: list[Fact] = []
    said = bytearray(len(request))  # 1 where a fact stands
    for find in FINDERS:
        for fact in find(request):
            if fact.text and not any(said[fact.start : fact.end]):
                taken.append(fact)
                said[fact.start : fact.end] = b"\x01" * (fact.end - fact.start)
    return tuple(sorted(taken, key=lambda fact: fact.start))


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_TLD = (
    r"(?:com|example|org|net|edu|gov|io|co|info|biz|shop|store|app|dev|art|tv|me|us|eu|de|at|ch|fr|es|it"
    r"|nl|be|pl|pt|se|dk|fi|ru|ua|jp|cn|kr|in|br|mx|ca|au|nz|ie|gr|cz|hu|tr|club|studio|online"
    r"|site|live|events?|design|agency|photo|music|fm|ly|gl|be|example|test|jobs|software|consulting|gallery|space|zone|land"
    r"|cafe|restaurant|tickets|world"
    # words of every day are an ending only in small letters: "open.Run" ends a sentence
    r"|(?-i:run|wine|bar|pub|beer|coffee|pizza|kitchen|catering|band|dance|yoga|fit|fitness|health"
    r"|care"
    r"|clinic|dental|church|school|academy|university|education|travel|tours|holiday|hotel|house"
    r"|homes"
    r"|garden|farm|green|market|markets|style|fashion|boutique|salon|hair|bike|cars|auto|taxi|golf"
    r"|ski"
    r"|team|games|fun|party|wedding|love|gifts|pet|vet|dog|blog|news|press|page|link|today|life"
    r"|tech"
    r"|digital|cloud|xyz|ai|gg|pro|group|works|services|company|solutions|support|help|foundation"
    r"|social"
    r"|community|center|city|earth|eco|london|berlin|nyc|paris|scot|wales|uk|za|no|is|ee|lv|lt|lu"
    r"|sg|hk"
    r"|ph|id|th|ae|il|ar|cl|pe))"
)
_SOUGHT = (
    r"(?:(?<=\bat\s)|(?<=\bvisit\s)|(?<=\bvia\s)|(?<=\bsee\s)|(?<=website\s)|(?<=website:\s)"
    r"|(?<=\bweb:\s)|(?<=\bgo to\s)|(?<=online:\s))"
)
_URL = re.compile(
    rf"(?<![@\w.])(?:https?://[^\s<>\"'“”,]+|www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'“”,]*)?"
    rf"|(?:[A-Za-z0-9][\w-]*\.)+{_TLD}(?:\.[a-z]{{2}})?(?:/[^\s<>\"'“”,]*)?"
    # any other ending where a web address is looked for, or with a path behind it
    rf"|{_SOUGHT}(?-i:(?:[a-z0-9][a-z0-9-]+\.)+[a-z]{{2,14}})(?:/[^\s<>\"'“”,]*)?"
    r"|(?<=,\s)(?-i:[a-z0-9][a-z0-9-]{3,}\.[a-z]{2,14})(?=,|\s*$|\n)"
    r"|(?-i:(?:[a-z0-9][a-z0-9-]+\.)+[a-z]{2,14})/[^\s<>\"'“”,]+)(?![\w@])(?<![.,;:!?])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w/.])@\w[\w.]{1,40}(?<!\.)")
_HASHTAG = re.compile(r"(?<![\w&#])#(?![0-9a-fA-F]{6}\b|[0-9a-fA-F]{3}\b|\d+\b)\w{2,60}")
_PLACE_URL = re.compile(
    r"(?<=at )[A-Z0-9][\w-]*\.[A-Za-z]{2,4}\s(?:bar|club|store|shop|restaurant|caf[eé]|studio)\b"
)
_NUMBER = re.compile(
    r"(?:\b(?:[Vv]oucher|[Tt]icket|[Cc]oupon|[Cc]ertificate|[Ss]erial|[Oo]rder)\s)?"
    r"\b(?:No[.:]{0,2}|(?<=\w )no\.)\s?:?\s?\d[\d-]{2,}\b"
)
_CODE = re.compile(
    r"\b[Cc]ode(?:\s+is|\s*:)?\s+[\"'“‘]?(?P<code>(?=[A-Z0-9-]*\d|[A-Z]{4})[A-Z0-9-]{3,20})\b"
)
_PHONE = re.compile(
    r"(?<![\w.$€£-])(?:\+\s?\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d[\d\s.-]{5,16}\d(?![\w%])"
    r"(?:,?\s?(?:ext\.?|extension|x)\s?\d{1,6}\b)?"
)
_HELPLINE = re.compile(
    r"\b(?:helpline|hotline|lifeline|emergency)(?: number)?(?: is)?:? (?P<number>\d{3,6})(?![\w-])",
    re.IGNORECASE,
)
_BOOTH = re.compile(
    r"\b(?:Hall \w{1,3}, )?(?:Stand|Booth|Stall) (?:[A-Z]{1,2}[-.]?)?\d+\w?\b"
    r"|\bHall [A-Z]?\d+\w?, (?:Room|Floor) \w+"
)
# letters for digits: "1-800-555-MOVE", "0800 FLOWERS"
_WORDED_PHONE = re.compile(
    r"(?<![\w.-])(?:\+?1[\s-])?(?:8(?:00|33|44|55|66|77|88)|0[389]0\d|1[38]00)[\s-]"
    r"(?:\d{3}[\s-])?[A-Z]{3,10}(?:-[A-Z]{2,8})?(?![\w-])"
)
_CALL = re.compile(
    r"(?:call|(?:tele)?phone(?: number)?|tel\.?|mobile(?: number)?|whats ?app|text|fax|contact|at"
    r"|on|:)"
    r"(?: is)?\W*$",
    re.I,
)
_COUNTED = re.compile(r"(?:\bno\.?|number|code|order|ticket|seat|#|№)\W*$", re.IGNORECASE)
_EDITION = re.compile(
    r"\b(?:Part|[Ee]pisode|Ep\.|Chapter|Vol\.|Volume|Season|Issue|Lesson|Level|Round|Week"
    r"|Day)\s#?\d{1,4}\b"
    r"|(?<![\w$€£])\d{1,2}K(?:(?:, | and | & |/)\d{1,2}K)*\b(?=[\s,.;]*(?:[,.;]|run\b|race\b|$))"
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


def _codes(request: str) -> list[Fact]:
    return matching(request, _CODE, "contact", "code", "code")


def _numbers(request: str) -> list[Fact]:
    return [fact_of("contact", "number", request, m) for m in _NUMBER.finditer(request)]


def _verses(request: str) -> list[Fact]:
    found = [fact_of("quote", "", request, m) for m in _SCRIPTURE.finditer(request)]
    return [f for f in found if f.text.lstrip("123 ").split()[0].lower() in _BOOKS]


def _phones(request: str) -> list[Fact]:
    """At least nine digits, or seven after words such as "call"."""
    found = []
    for match in _PHONE.finditer(request):
        digits = sum(c.isdigit() for c in re.split(r"\s?(?:ext|x)", match[0])[0])
        before = request[max(0, match.start() - 24) : match.start()]
        asked = _CALL.search(before)
        counted = _COUNTED.search(before) and not asked
        local = re.fullmatch(r"\d{3}-\d{4}", match[0]) and not counted
        if 9 <= digits <= 15 or (7 <= digits <= 8 and asked) or local:
            found.append(fact_of("contact", "phone", request, match))
    return found


_DATE_KINDS = (
    ("rsvp", r"rsvp\b(?:[^.!?]|\.(?=\S)){0,60}?\b(?:by|before|until)\s*(?:the )?$"),
    ("deadline", r"(?<!application )(?<!registration )deadline\b[^!?.]{0,48}$"),
    ("sign up", r"sign up\b[^!?]{0,48}\b(?:by|before|until)\s*(?:the )?$"),
    (
        "apply",
        r"(?:apply|applications?|register|registration|sign up"
        r"|deadline)\b[^!?]{0,48}\b(?:by|before|until|is|:)\s*(?:the )?$|(?:deadline"
        r"|apply)\b[^.]{0,24}$",
    ),
    ("valid", r"valid\b[^.]{0,24}(?:until|till|through|to)\s*(?:the )?$"),
    ("until", r"(?:until|till|through|valid to|expires?(?: on)?|ends?(?: on)?)\s*(?:the )?$"),
    ("before", r"\bbefore\s*(?:the )?$"),
    ("from", r"(?:starting|starts?|beginning|begins?)(?: on| from)?\s*(?:the )?$"),
)
_DATE_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _DATE_KINDS)


@lru_cache(maxsize=1)
def _days(request: str) -> tuple[re.Match[str], ...]:
    return tuple(DATE.finditer(request))


def _dates(request: str) -> list[Fact]:
    found = []
    for match in _days(request):
        fact = fact_of("date", "date", request, match)
        before = request[max(0, match.start() - 80) : match.start()]
        kind = next((k for k, p in _DATE_PATTERNS if p.search(before)), "date")
        found.append(fact._replace(kind=kind))
    return found


def _weekdays(request: str) -> list[Fact]:
    found = []
    for match in WEEKDAY.finditer(request):
        fact = fact_of("date", "date", request, match)
        skip = re.match(r"(?:on|am|this|next)\s(?=\w+day)", fact.text, re.IGNORECASE)
        if skip and skip[0].lower().startswith(("on", "am")):
            fact = fact._replace(text=fact.text[skip.end() :], start=fact.start + skip.end())
        closed = re.search(r"\bclosed\s(?:on\s)?$", request[: fact.start], re.IGNORECASE)
        if closed and "days" in fact.text:
            start = closed.start()
            fact = fact._replace(text=request[start : fact.end], start=start)
        ends = _ENDS.search(request[max(0, fact.start - 24) : fact.start])
        fact = fact._replace(kind="until") if ends else fact
        if not _alliterates(request, fact):
            found.append(fact)
    return found


_ENDS = re.compile(r"\b(?:ends|ending|expires|until|till)(?: on)?(?: this)?\s$", re.IGNORECASE)


def _alliterates(request: str, fact: Fact) -> bool:
    """ "Taco Tuesday", "Wine Wednesday" are names of events and no dates."""
    before = re.search(r"([^\W\d_]{3,})\s$", request[max(0, fact.start - 24) : fact.start])
    return before is not None and before[1].lower() in _CATCHY


_CATCHY = word_set(
    """taco tipsy thirsty throwback trivia tasty wine wing wellness workout wacky motivation
    motivational mindful meatless mocktail margarita fish funky fun fitness freaky flashback
    feelgood sizzling soulful super small sunny sip sushi steak techno thrifty thankful"""
)
_TIME_KIND = re.compile(
    r"\b(doors|gates|happy hour|sign-?up|matinee|breakfast|brunch|service|meet|viewings?"
    r"|registration"
    r"|start|kick-?off|ceremony|reception|show|dinner|lunch|check-in"
    r"|opening)s?"
    r"(?:\s(?-i:[A-Z])[a-z]{2,8}(?:\s?[-–&]\s?(?-i:[A-Z])[a-z]{2,8})?)?"
    r"(?: opens?| begins?| starts?)?(?: at| from)?:?\s*$",
    re.IGNORECASE,
)


def _times(request: str) -> list[Fact]:
    found = []
    for match in TIME.finditer(request):
        before = request[max(0, match.start() - 36) : match.start()]
        named = _TIME_KIND.search(before)
        fact = fact_of("time", named[1].lower() if named else "time", request, match)
        found.append(_bounded(request, before, fact))
    return found


_BARE_HOURS = re.compile(
    r",?\s(?P<hours>at \d{1,2}(?![\d:.%])"
    r"|\d{1,2}(?:[.:]\d\d)?\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)(?=\s*(?:[,.;]|$))"
)


def _hours(request: str) -> list[Fact]:
    """ "Sunday 6 July, 10-1, The Old Dairy": hours, since a day stands before them."""
    found = (_BARE_HOURS.match(request, day.end()) for day in _days(request))
    return [Fact("time", "time", m["hours"], *m.span("hours")) for m in found if m]


_ON_ONE_SIDE = re.compile(r"\b(?:after|before|until|till)\s$", re.IGNORECASE)
_EACH_DAY = re.compile(r"\s(?:daily|every day|nightly|each day|7 days a week)\b", re.IGNORECASE)

_DAILY = re.compile(r"\b(?:daily|every day|nightly)\s(?:from\s)?$", re.IGNORECASE)


def _bounded(request: str, before: str, fact: Fact) -> Fact:
    """ "after 5 PM", "10am to 8pm daily": the words that say how a time is meant."""
    side, days = _ON_ONE_SIDE.search(before), _EACH_DAY.match(request, fact.end)
    side = side or _DAILY.search(before)
    start = fact.start - len(side[0]) if side else fact.start
    end = days.end() if days else fact.end
    return fact._replace(text=request[start:end], start=start, end=end)


# Asked in order: what an earlier finder took, a later one does not see.
FINDERS: tuple[Finder, ...] = (
    plain("contact", "email", _EMAIL),
    plain("venue", "venue", _PLACE_URL),
    plain("contact", "website", _URL),
    plain("contact", "social", _HANDLE),
    plain("contact", "hashtag", _HASHTAG),
    _numbers,
    _codes,
    _verses,
    priced_together,
    prices_listed,
    *OFFERS,
    prices_in,
    addresses_in,
    _dates,
    _weekdays,
    _hours,
    _times,
    plain("contact", "phone", _HELPLINE),
    plain("contact", "phone", _WORDED_PHONE),
    plain("venue", "venue", _BOOTH),
    _phones,
    plain("kicker", "edition", _EDITION),
    plain("legal", "since", _SINCE),
)
