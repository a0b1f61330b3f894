"""Street addresses, in the order of English-speaking countries and of others."""

from __future__ import annotations

import re

from agents.fact import Fact, fact_of, matching

_STREET = (
    r"(?:St|Street|Str|Ave|Avenue|Rd|Road|Blvd|Boulevard|Lane|Ln|Drive|Dr|Way|Square|Sq|Plaza|Court"
    r"|Ct|Highway|Hwy|Parkway|Pkwy|Terrace|Place|Pl|Quay|Row|Alley"
    r"|Grove|Gardens|Close|Mews|Circle|Trail|Wharf|Parade|Promenade|Crescent|Broadway|Route \d+"
    r"|State \d+|Highway \d+)"
)
_TOWN = (
    r"(?:,?\s(?:[Ss]uite|Ste|[Uu]nit|[Aa]pt|[Aa]partment|[Ff]lat|[Ff]loor"
    r"|[Rr]oom)\.?\s?#?\w+)?(?:,\s?(?!\d{1,2}\s?[ap]m|\d{3}[-. ]\d{3}[-. ]\d{4})"
    r"[A-Z0-9][\w'’-]*(?:\s[A-Z0-9][\w'’-]*){0,3}){0,3}"
)
_ADDRESS = re.compile(
    rf"(?<![\w$€£/:.,-])(?!\d+,\sSt\b)\d{{1,6}}[A-Za-z]?(?:,\s(?!\d)"
    rf"|\s)(?:[A-Z0-9][\w'’.-]*\s){{0,4}}?(?:{_STREET}|st)\b\.?(?:\s(?:West|East|North|South|NW|NE"
    rf"|SW|SE)\b)?"
    rf"(?:\s(?=Any )(?:[A-Z]\w*\s?\w+\s\d{{4,5}}))?{_TOWN}"
)
# in small letters only kinds of street that are nothing else
_ADDRESS_SMALL = re.compile(
    r"(?<![\w$€£/:.-])\d{1,5}\s(?:(?!for\b|on\b|at\b|in\b|to\b|and\b)[a-z][\w'’-]*\s){1,3}"
    r"(?:street|avenue|road|boulevard|lane|st|ave|rd|blvd)\b(?!['’])"
)
_ADDRESS_WORLD = re.compile(
    r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|allee|platz|weg)\s\d{1,4}[a-z]?"
    r"|(?:Rue|Avenue|Boulevard|Calle|Avenida|Via|Piazza|Plaza|Rua|ул\.|улица)\s"
    r"(?:[A-ZÀ-ÖА-Я][\w'’.-]*\s?|d[eu]\s|de la\s|del\s){1,5},?\s?\d{1,4})"
    r"(?:,\s?(?:\d{4,5}\s)?[A-ZÀ-ÖА-Я][\w-]+)?"
    r"|(?<!\w)\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Qq]uai|[Pp]lace"
    r"|[Cc]hemin"
    r"|[Ii]mpasse|[Aa]llée|Via|Piazza|Calle|Rua|Avenida|Plaza)\s(?:d[eu]s?\s|de la\s|d['’]|l['’]"
    r"|la\s|le\s)*[A-ZÀ-Ö][\w'’-]*"
    r"(?:[\s-][A-ZÀ-Ö][\w'’-]*){0,3}(?:,\s?(?:\d{4,5}\s)?[A-ZÀ-ÖА-Я][\w-]+)?"
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


def addresses_in(request: str) -> list[Fact]:
    found = [fact_of("address", "address", request, m) for m in _ADDRESS.finditer(request)]
    found = [_without_full_stop(f) for f in found]
    found += [fact_of("address", "address", request, m) for m in _ADDRESS_SMALL.finditer(request)]
    found += [fact_of("address", "address", request, m) for m in _ADDRESS_WORLD.finditer(request)]
    return found + matching(request, _LOCATED, "address", "address", "place")
