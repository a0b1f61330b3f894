"""What a paper says by key and value: "Passenger: Class 4B", "gate 'Room 12'", "Vintage: 2021".

Each pair is one fact under its own heading.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case

Span = tuple[int, int]

_MOST = 8
_ELSEWHERE = (  # keys that other readers know
    r"name|title|headline|subtitle|text|copy|tagline|slogan|style|colou?rs?|theme|background|fonts?"
    r"|mood|note|size|format|message|date|time|when|where|venue|location|address|place|doors|show"
    r"|price|prices|cost|tickets?|entry|phone|tel|telephone|mobile|call|e-?mail|web(?:site)?|url"
    r"|instagram|facebook|contact|contacts|rsvp|offer|deal|discount|code|promo code|conditions"
    r"|terms|profession|role|company|brand|store|shop|image|picture|details|info|include|cta"
    r"|valid\w*(?: \w+)?|expir\w+(?: \w+)?|ends"
    r"|(?:first|second|third|grand|top|main|1st|2nd|3rd) prize"
    r"|date and time|when and where|(?:[\w ]+ )?(?:no|number)|coupon|voucher|(?:the )?\w+ reads"
)
_VALUE = r"[^\s:,.;\n][^:,.;\n]{0,40}?(?:\.(?=\d)[^:,.;\n]{1,20}?)?"
_END = r"(?=\s*(?:[,;\n]|\.(?!\d)|$))"
_PAIR = re.compile(
    rf"(?:^|[.,;\n]\s*|\band\s)(?P<key>(?!(?i:{_ELSEWHERE})\s?:)[A-Z][a-z]+(?:\s[a-z]+)?)"
    rf"\s?:\s*(?P<value>{_VALUE}){_END}"
)
_KEYS = (
    r"gate|terminal|flight|platform|coach|destination|boarding|passenger|departure|arrival|zone"
    r"|cabin|deck|berth|carriage|wagon|track|bay"
)
_TOLD = re.compile(
    rf"\b(?P<key>{_KEYS})\s(?!(?<=coach\s)[A-Z][a-z])(?:time\s)?(?:is\s)?(?P<value>[\"“'‘][^\"”’\n]{{1,30}}?[\"”'’](?!\w)"
    rf"|(?-i:[A-Z]?\d|[A-Z])[\w: ]*?)(?:{_END}|(?=\s(?:and|from|to|with)\s))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?P<key>(?-i:[A-Z])[a-z]+)\s(?:no\.?|number)\s?:?\s(?P<value>[A-Z\d-]*\d[A-Z\d-]*)\b",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock)|\d{1,2}:\d\d", re.IGNORECASE)


def particulars_in(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]]:
    """The pairs in the request's order, and where they stand."""
    found: dict[str, re.Match[str]] = {}
    for pattern in (_NUMBERED, _PAIR, _TOLD):
        for match in pattern.finditer(request):
            found.setdefault(match["key"].lower().removesuffix(" time"), match)
    told = sorted(found.values(), key=lambda m: m.start("key"))[:_MOST]
    return tuple(map(_fact, told)), tuple((m.start("key"), m.end()) for m in told)


def _fact(match: re.Match[str]) -> Text:
    value = match["value"].strip(' "“”‘') if match["value"][0] in "\"“'‘" else match["value"]
    value = value.strip("'’ ")
    label = sentence_case(re.sub(r"\stime$", "", match["key"].lower()))
    label = f"{label} no." if match.re is _NUMBERED else label
    role = "time" if _TIMED.fullmatch(value) else "contact"
    return Text.model_validate({"role": role, "text": sentence_case(value), "label": label})
