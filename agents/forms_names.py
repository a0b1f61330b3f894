"""Lists without values: steps and tips, line-ups of names, plain lists with bullets."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal, NamedTuple

from agents.dates import DATE, TIME
from agents.phrases import HOLE, is_name

Listing = Literal["steps", "lineup", "list"]


class Named(NamedTuple):
    """Entries in order; `note` after the name, `first` when it stands above the others."""

    kind: Listing
    items: tuple[tuple[str, str], ...]  # name, note
    headliners: int
    start: int
    end: int


_NUMBER = re.compile(
    r"(?:^|(?<=[\s:;,.!?(]))(?:(?:step|tip|rule|reason|day|phase|schritt|paso|étape)\s?)?#?"
    r"(?P<n>\d{1,2})\s?(?:[.)](?!\d)|:(?!\d)|\s[-–—])\s*(?=[^\W\d_\"“'(¡¿])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[ \t]*(?:[-–—*•▪◦●✓✔➤·]|\[ ?\])[ \t]+(?P<item>\S.*?)[ \t]*$", re.MULTILINE)
_STEPS = (
    r"(?:steps?|tips?|rules?|reasons?|ways|habits|ideas|hacks|tricks|instructions"
    r"|directions|how to\b[^:.]{0,40}|do'?s|mistakes|signs|method|recipe)"
)
_ACTS = (
    r"(?:line-?ups?|bands?|artists?|performers|acts|dj'?s|headliners?|speakers?|musicians"
    r"|guests|comedians|panelists|authors)"
)
_THINGS = (
    r"(?:ingredients|services|benefits|features|facts|sponsors?|partners|topics|checklist|items"
    r"|includes?|treatments|classes|activities|courses|members|materials|packing list|highlights"
    r"|requirements|responsibilities|skills|supplies|lists?|stalls|vendors|prizes|rooms"
    r"|flavou?rs|values|exhibitors|menu|amenities|perks)"
)
_LEAD = re.compile(
    rf"\b(?P<word>(?P<steps>{_STEPS})|(?P<lineup>{_ACTS})|(?P<list>{_THINGS}))"
    r"(?:\s(?:are|is|include|includes|list|for|to|of|in|on|by|the|a|your"
    r"|our|poster|flyer|post|you|that|why)\b[^:.\n,]{0,40})?\s*:\s*",
    re.IGNORECASE,
)
_FEATURING = re.compile(
    r"\b(?:featuring|with performances (?:by|from)|performances by|performing|starring"
    r"|headlin(?:ed|ing) by"
    r"|music (?:by|from)|sets (?:by|from)|(?:line-?up|bands?|artists|speakers|headliners|acts|djs)"
    r"(?: will)?(?: are| is| include[sd]?| of| like)?|with (?:talks|sets|live sets) (?:by|from)"
    r"|sponsored by|sponsors(?: are| include)?|with|feat\.?)\s+(?=[A-Z0-9])",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"\b(?:fest(?:ival)?|concert|gig|show|night|jam|party|rave|gala|open air)\b[^:.\n]{0,30}:\s*",
    re.IGNORECASE,
)
_HEADED = re.compile(r"headlin(?:ers?|ed|ing)\b(?: by| are| is|:)?\s*", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:and|&)\s+|[,;•|/]\s+|\n+\s*(?:[-–*•·]\s*)?|\s+(?:and|und|y|et)\s+"
    r"(?!the\b|[Hh]is\b)(?=[^,;]*$))"
)
_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:St|Dr|Mr|Ms|DJ))(?<!\bMrs)(?<!\bProf)\.(?=\s+[A-Z\d]|\s*$)"
    r"|\n\s*\n|[!?](?=\s|$)"
)
_TRIES, _LONGEST = 40, 4000  # places where a line-up may begin, characters it may have
_BRACKETS = re.compile(r"\([^()]*\)")
_INNER = re.compile(r"\s*(?:\s[-–—]|:)\s+")


_FACT = re.compile(rf"{DATE.pattern}|{TIME.pattern}|www\.|\S@\S", re.IGNORECASE)
_KEYED = re.compile(
    r"(?:dates?|times?|when|where|venue|location|place|address|price|tickets?|entry|admission"
    r"|website"
    r"|url|phone|e-?mail|contact|hosts?|dress code|rsvp|title|subtitle|headline|tagline)\s*:",
    re.IGNORECASE,
)


def named_in(request: str) -> Named | None:
    """The first list without values that is worth a table of its own."""
    return _numbered(request) or _announced(request) or _lineup(request) or _bulleted(request)


def listed_in(request: str) -> Named | None:
    """Three short things at least between a colon and the end of its sentence."""
    for match in re.finditer(r"(?<=\w)\s?:\s+", request):
        stop = re.compile(r"[.!?](?=\s|$)|\n").search(request, match.end())
        end = stop.start() if stop else len(request)
        items = _items(request[match.end() : end])
        short = all(len(item.split()) <= 6 and not _is_fact(item) for item in items)
        if len(items) >= 3 and short and not any(HOLE in item for item in items):
            return Named("list", tuple(map(_entry, items)), 0, match.end(), end)
    return None


def _numbered(request: str) -> Named | None:
    """ "Step 1: … Step 2: …" and "1. … 2. …": numbers that count up from one."""
    marks: list[re.Match[str]] = []
    for match in _NUMBER.finditer(request):
        if int(match["n"]) == len(marks) + 1:
            marks.append(match)
    if len(marks) < 2:
        return None
    ends = [m.start() for m in marks[1:]] + [_end_of(request, marks[-1].end())]
    items = [request[m.end() : end] for m, end in zip(marks, ends, strict=True)]
    return Named("steps", tuple(map(_entry, items)), 0, marks[0].start(), ends[-1])


def _end_of(request: str, start: int) -> int:
    """The last entry ends with its line or its sentence."""
    line = request.find("\n", start)
    last = len(request) if line < 0 else line
    stop = re.compile(r"[.!?](?=\s+[A-Z])").search(request, start, last)
    return stop.end() if stop else last


def _is_fact(item: str) -> bool:
    """ "Date: 12 May", "Every Saturday 8am", "www.town.org": said elsewhere, in its own role."""
    return bool(_KEYED.match(item) or (_FACT.search(item) and len(item.split()) <= 6))


def _bulleted(request: str) -> Named | None:
    found = [m for m in _BULLET.finditer(request) if not _is_fact(m["item"])]
    if len(found) < 3:
        return None
    items = tuple(_entry(m["item"]) for m in found)
    kind: Listing = (
        "steps" if re.search(rf"\b{_STEPS}\b", request[: found[0].start()], re.I) else "list"
    )
    return Named(kind, items, 0, found[0].start(), found[-1].end())


def _announced(request: str) -> Named | None:
    """ "5 tips: drink water, sleep well, move": a word that promises a list, a colon, the list."""
    for match in _LEAD.finditer(request):
        kind: Listing = "steps" if match["steps"] else "lineup" if match["lineup"] else "list"
        stop = _END.search(request, match.end())
        end = stop.start() if stop else len(request)
        items = _items(request[match.end() : end])
        facts = [i for i in items if _FACT.search(i) and (kind != "steps" or len(i.split()) < 3)]
        if facts:
            end = request.index(facts[0], match.end())
            items = items[: items.index(facts[0])]
        if len(items) >= 3 and all(len(i.split()) <= 14 and HOLE not in i for i in items):
            only = kind == "lineup" and match[0].strip(" :") == match["word"]
            start = match.start() if only else match.end()
            return Named(kind, tuple(map(_entry, items)), _tops(request, items), start, end)
    return None


def _lineup(request: str) -> Named | None:
    """Names after "featuring", "with" and the like; three at least, every one a name."""
    found = (*islice(_FEATURING.finditer(request), _TRIES), *_BILL.finditer(request))
    for match in found:
        stop = _END.search(request, match.end(), match.end() + _LONGEST)
        end = stop.start() if stop else min(len(request), match.end() + _LONGEST)
        items = _items(request[match.end() : end])
        names: list[str] = []
        for item in items:
            name = re.split(r"\s(?:at|on|in|from|live|for|with|–|-)\s", item)[0]
            if _FACT.search(name) or not is_name(name) or len(name.split()) > 6 or HOLE in name:
                break
            names.append(name)
            if name != item:
                break
        names = _apart(request, names)
        if len(names) >= (4 if match.re is _BILL else 3):
            end = request.index(names[-1], match.end()) + len(names[-1])
            kind: Listing = "list" if "sponsor" in match[0].lower() else "lineup"
            start = match.end() if match.re is _BILL else match.start()
            return _with_headliners(request, Named(kind, _plain(names), 0, start, end))
    return None


def _apart(request: str, names: list[str]) -> list[str]:
    """ "A, B and C, on 5 May": the last two, which a fact behind them kept together."""
    last = names[-1] if len(names) > 1 else ""
    pair = last.split(" and ")
    whole = len(pair) != 2 or not all(map(is_name, pair))
    if whole or not request[: request.index(last)].rstrip().endswith(","):
        return names
    return [*names[:-1], *pair]


def _with_headliners(request: str, named: Named) -> Named:
    """ "Headliners: A, B. Also featuring C, D": those named apart come first."""
    names = [name for name, _ in named.items]
    tops = _tops(request, names)
    head = _HEADED.search(request, 0, named.start)
    if tops or head is None or named.start - head.end() > 120:
        return named._replace(headliners=tops)
    said = _items(re.split(r"[.\n]", request[head.end() : named.start])[0])
    if not said or not all(is_name(name) for name in said):
        return named
    both = (*_plain(said), *named.items)
    return named._replace(items=both, headliners=len(said), start=head.start())


def _plain(names: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "") for name in names)


def _items(text: str) -> list[str]:
    """Entries between commas; a comma in brackets parts nothing."""
    held = _BRACKETS.sub(lambda m: m[0].replace(",", HOLE), text)
    pieces = (piece.replace(HOLE, ",") for piece in _SPLIT.split(held))
    return [item for piece in pieces if (item := piece.strip(" \t\n-–*•.,;"))]


def _entry(text: str) -> tuple[str, str]:
    """ "Warm up: ten minutes" is a name and a note; a plain sentence is a name."""
    words = text.strip(" \t\n,;-–").removesuffix(" and").strip(" ,;")
    words = words.removesuffix(".") if words.count(".") == 1 else words
    if bracketed := re.fullmatch(r"([^()]{2,60}?)\s*\(([^()]+)\)", words):
        return bracketed[1], bracketed[2]
    parts = _INNER.split(words, maxsplit=1)
    if len(parts) == 2 and len(parts[0].split()) <= 6:
        return parts[0], parts[1]
    return words, ""


def _tops(request: str, items: list[str]) -> int:
    """How many of the first names the request calls headliners."""
    match = _HEADED.search(request)
    if match is None:
        return 0
    said = _items(re.split(r"[.:\n]|\bplus\b|\bwith\b|\bsupport", request[match.end() :])[0])
    return sum(1 for item, own in zip(items, said, strict=False) if own == item) if said else 1
