"""Whether a request asks for a set of pages, as a carousel or a booklet, and what it says of them.

The words of the set are taken out for the other readers, who then see a request for one design.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.phrases import HOLE

MOST_PAGES = 12


class Paging(NamedTuple):
    """`number` pages are asked for, 0 for as many as the copy needs; None for a single design.

    `sheets` holds what the request says page by page, nothing for a first page that is told before
    them; `plain` is the request without all that.
    """

    number: int | None
    plain: str
    size: str = ""  # what such sets are made in; empty leaves it to the request
    sheets: tuple[str, ...] = ()


_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_FOLDED = (
    r"(?:booklets?|brochures?|zines?|look ?books?|catalog(?:ue)?s?|pamphlets?|leaflets?|magazines?"
    r"|newsletters?|guides?|programmes?|program|menus?|handbooks?|portfolios?)"
)
_LEAF = r"(?:slides?|pages?|panels?|frames?|cards?)"
_CAROUSEL = re.compile(
    r"\bcarousels?(?:\s(?:posts?|ads?|adverts?|design))?\b"
    r"(?!\s(?:rides?|horses?|animals|operator|music)|\s[A-Z]\w+\s(?:Club|Bar|Museum))",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\b(?:instagram|insta|ig|linked ?in|facebook|fb|tik ?tok|social(?: media)?)\s(?:story\s)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{_COUNT}[- ]?(?:slides?|pages?|panels?|frames?|cards?|part)\s$", re.I)
_NO_SET = re.compile(
    r"\b(?:the|with|on|this|fairground|vintage|antique|wooden|old|baggage|luggage|musical)"
    r"(?: an?)?\s$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    rf"\b(?:{_COUNT}[- ]?(?:pages?|sided?|pager)|multi-?\s?page[ds]?)\s"
    rf"(?P<kind>(?:[a-z]+\s){{0,3}}?{_FOLDED}(?:\sbooklet)?)\b"
    rf"|\b(?P<kind2>(?:[a-z]+\s)??{_FOLDED})(?=,?\s(?:with|of|in|has)\s{_COUNT}\spages)"
    r"|\b(?P<kind3>(?:menu\s|programme?\s)?(?:booklet|zine|look ?book))\b",
    re.IGNORECASE,
)
_DECK = re.compile(
    rf"\b(?:{_COUNT}[- ]slides?\s(?:[a-z]+\s)?(?:deck|presentation|slideshow)"
    r"|(?:slide|pitch)\s?decks?|slideshow|(?:powerpoint|keynote)\spresentation"
    rf"|presentation(?=,?\s(?:with|of|in)\s{_COUNT}\sslides))\b",
    re.IGNORECASE,
)
_SLIDES = re.compile(
    r"^\W*(?:(?:please\s)?(?:create|make|design|i need|we need)\s)?(?:a\s(?:set|series)\sof\s)?"
    rf"(?:{_COUNT}\s)?slides(?=\s(?:about|for|on|of|explaining|showing)\b|\s?[:—–])",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:\s?[,(]\s?|\s)(?:with\s|of\s|in\s|has\s|having\s)?(?P<n>{_COUNT})\s{_LEAF}\)?"
    r"(?=\s|[,.:;]|$)",
    re.IGNORECASE,
)
_HYPHENED = re.compile(rf"\b(?P<n>{_COUNT})[- ]?(?:{_LEAF}|pager)\b", re.IGNORECASE)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth last final closing"
_SHEET = re.compile(
    rf"(?:^|(?<=[\s.;,(]))(?:(?P<leaf>{_LEAF})\s?#?(?P<n>\d{{1,2}})|cover(?:\s{_LEAF})?"
    rf"|(?:{'|'.join(_ORDINALS.split())})\s{_LEAF})\s?(?:\([^()]{{1,30}}\)\s?)?(?:[:.)]"
    rf"|\s?[-–—])\s*",
    re.IGNORECASE,
)
_DIRECTING = re.compile(
    r"(?<=[.!?])\s+(?=(?:please\s)?(?:use|make|keep|style|colou?rs?|the (?:style|design|look)"
    r"|with an?|fonts?|background)\b)",
    re.IGNORECASE,
)
_UPRIGHT = re.compile(r"\b(?:portrait|vertical|upright|4:5|1080\s?[x×]\s?1350)\b", re.IGNORECASE)
_EXACT = re.compile(
    r"\bA[0-6]\b|\d{2,5}\s?(?:px|mm|cm)?\s?[x×]\s?\d{2,5}|\b\d{1,2}:\d{1,2}\b(?!\s?[ap]m)"
)


def paging_in(request: str) -> Paging:
    """What the request says of a set of pages."""
    found = _carousel(request) or _bound(request) or _deck(request)
    if found is None:
        return Paging(None, request)
    sheets, rest = _sheets(found.plain)
    count = found.number or len(sheets)
    size = "" if _EXACT.search(request) else found.size
    return Paging(count, _bare(rest), size, sheets)


def _carousel(request: str) -> Paging | None:
    for match in _CAROUSEL.finditer(request):
        before = request[: match.start()]
        counted = _COUNTED.search(before)
        site = _SITE.search(before[: counted.start()] if counted else before)
        named = match[0][0].isupper() and bool(before.strip()) and not (site or counted)
        if named or _NO_SET.search(before):
            continue
        before = before[: counted.start()] if counted else before
        plain = f"{before}{'' if site else 'social media '}post{request[match.end() :]}"
        return Paging(
            _count(request), plain, _carousel_size(site[0].lower() if site else "", request)
        )
    return None


def _carousel_size(site: str, request: str) -> str:
    if "story" in site:
        return "instagram-story"
    if "linked" in site:
        return "linkedin-post"
    return "instagram-post" if _UPRIGHT.search(request) else "instagram-square"


def _bound(request: str) -> Paging | None:
    match = _BOUND.search(request)
    if match is None or (match["kind3"] and re.search(r"[.!?]\s", request[: match.start()])):
        return None  # "comes with a little booklet" tells of the thing
    words = (match["kind"] or match["kind2"] or match["kind3"]).split()
    if words[-1].lower().startswith(("booklet", "zine", "look", "book", "pamphlet", "guide")):
        words = words[:-1] if words[-2:-1] and words[-2].lower() in _READ else ["flyer"]
    plain = f"{request[: match.start()]}{' '.join(words)}{request[match.end() :]}"
    return Paging(_count(request), plain, "a5")


_READ = ("menu", "flyer", "magazine", "catalogue", "catalog")


def _deck(request: str) -> Paging | None:
    match = _DECK.search(request) or _SLIDES.search(request)
    if match is None:
        return None
    lead = re.match(r"\W*(?:(?:please\s)?(?:create|make|design|i need|we need)\s)?", match[0], re.I)
    start = match.start() + (lead.end() if lead else 0)
    plain = f"{request[:start]}poster{request[match.end() :]}"
    return Paging(_count(request), plain, "slide")


def _count(request: str) -> int:
    """The number of pages that is said; 0 when none is."""
    match = _HYPHENED.search(request)
    while match and re.search(r"water\s$|" + HOLE, request[: match.start()]):
        match = _HYPHENED.search(request, match.end())
    if match is None:
        return 0
    if re.match(r"\s?\d", request[match.end() :]):
        return 0
    word = match["n"].lower()
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 2


def _sheets(request: str) -> tuple[tuple[str, ...], str]:
    """The words of every page that is told by itself, and the request without them."""
    marks = list(_SHEET.finditer(request))
    numbers = [int(mark["n"]) for mark in marks if mark["n"]]
    if len(marks) < 2 or numbers != sorted(set(numbers)):
        return (), request
    ends = [mark.start() for mark in marks[1:]] + [len(request)]
    if stop := _DIRECTING.search(request, marks[-1].end()):
        ends[-1] = stop.start()
    told = [request[m.end() : end].strip(" \n\t,;-–—") for m, end in zip(marks, ends, strict=True)]
    if numbers[:1] == [2]:  # what comes before the second page is the first
        told = ["", *told]
    rest = request[: marks[0].start()].rstrip(" :;,-–—(") + ". " + request[ends[-1] :].strip()
    return tuple(told), rest.strip()


def _bare(request: str) -> str:
    """Without the number of pages."""
    return _TOLD.sub("", request).strip()
