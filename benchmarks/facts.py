"""Is every hard fact of a request in its design, letter by letter? One line over a CSV of requests.

The facts are found by simple strict patterns of their own, independent of the parser's, and looked
for in the texts of the brief.

Run: PYTHONPATH=. python benchmarks/facts.py FILE.csv [--details]    (columns id and request)
Nothing of a request is printed without --details.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NamedTuple

from agents.campaign import read_rows
from agents.instruction import parse

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_TO = r"(?:\s?[-–]\s?|\sto\s|\sthrough\s|\suntil\s)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
_SHARE = r"\d{1,3}(?:\.\d+)?\s?%"
_MONEY = r"(?:[$€£]\s?|\b(?:EUR|USD|GBP|CHF)\s?)\d[\d,]*(?:\.\d\d)?"
_CLOCK = r"(?:\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b\.?|[AP]M\b)|(?:[01]?\d|2[0-3]):[0-5]\d)"
_NEXT_CLAUSE = (
    r"(?=\s*(?:[,.;!\n]|$)|\s(?:from|until|till|when|with|and|for|at|in|to|by|this|as|during"
    r"|through|that)\b)"
)
_ON_WHAT = (
    r"(?:\s(?:on|your|any|all|selected|select|every)\s[\w'’-]+(?:\s[\w'’-]+){0,4}?"
    rf"{_NEXT_CLAUSE})?"
)
# A range and an offer count as one fact: half of one is a wrong one.
_KINDS = {
    "quote": r"(?<![\w])['\"“‘]"
    r"(?P<fact>[^'\"“”‘’\n]{2,120}(?:['’][a-z][^'\"“”\n]{0,80})?)['\"”’](?![\w])",
    "url": r"\b(?P<fact>(?:https?://|www\.)[^\s,;'\"]+?"
    r"|[\w-]+\.(?:com|org|net|co\.uk|io))(?=[\s,;.'\"]|$)",
    "e-mail": r"(?P<fact>[\w.+-]+@[\w-]+\.[\w.-]*\w)",
    "price": rf"(?P<fact>{_MONEY}(?:{_TO}{_MONEY}|\s(?:instead of|was|down from)\s{_MONEY})?)",
    "percentage": rf"(?P<fact>(?:\d{{1,3}}\s?[-–]\s?)?{_SHARE}(?:{_TO}{_SHARE})?)",
    "offer": rf"(?P<fact>(?:up to (?:an? )?)?(?:{_SHARE}{_TO})?(?:{_SHARE}|{_MONEY})"
    rf"\s(?:off|discount)\b{_ON_WHAT})",
    "gift": r"\b(?P<fact>buy (?:one|two|\d+)(?: \w+)?,? get (?:one|two|\d+)(?: \w+){0,2}? (?:free"
    r"|half price)"
    rf"{_ON_WHAT}|[2-9] for [1-8](?!\s?(?:[ap]m|%|[\d/:.]))\b"
    r"|free (?:entry|admission|parking|shipping|delivery))\b",
    "phone": r"(?<![\w.])(?P<fact>\+?\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}"
    r"(?:\s(?:ext\.?|x)\s?\d{1,5})?)(?!\d)",
    "date": rf"\b(?P<fact>{_MONTH}\s{_DAY}\b(?:{_TO}{_DAY}\b(?!:|\s?[ap]\.?m))?(?:,\s20\d\d)?)",
    "day of month": rf"\b(?P<fact>(?:{_DAY}{_TO})?{_DAY}\s{_MONTH})",
    "weekdays": rf"\b(?P<fact>{_WEEKDAY}{_TO}{_WEEKDAY}"
    rf"(?:,?\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}\b(?!:|\s?[ap]m|\s?[AP]M))?)",
    "time": rf"(?<![\d:])(?P<fact>(?:\d{{1,2}}(?::\d\d)?\s?[-–]\s?)?{_CLOCK}(?:{_TO}{_CLOCK})?)",
    "age": r"\b(?P<fact>(?:ages?|aged) \d{1,2}(?:\s?[-–]\s?|\sto\s)\d{1,2})\b",
    "places": r"\b(?P<fact>limited to \d+ \w+)\b",
    "address": r"\b(?P<fact>\d{1,5}\s(?:[A-Z][\w'’]*\s){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive"
    r"|Boulevard|Blvd|Square|Way))\b",
    "handle": r"(?<!\w)(?P<fact>[@#][A-Za-z]\w{2,40})",
}  # fmt: skip
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
# Words before or after a quotation that names a look, a symbol or a sound and is no copy.
_NO_COPY = re.compile(
    r"(?:symbol|style|theme|mood|vibe|font|concept|feel|look|genre|icon)(?:s?)"
    r"(?: of| called| named| is)?\s*$"
)


class Counted(NamedTuple):
    id: str
    kind: str
    fact: str
    present: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--details", action="store_true", help="print every missing fact")
    options = parser.parse_args()
    rows = read_rows(options.csv, "png")
    counted = [one for row in rows for one in counted_in(row.id, row.order.request)]
    for one in counted:
        if options.details and not one.present:
            print(f"{one.id}  missing {one.kind}: {one.fact}")
    for kind in _KINDS:
        own = [one for one in counted if one.kind == kind]
        if own:
            print(f"{kind}: {sum(one.present for one in own)} of {len(own)}")
    present = sum(one.present for one in counted)
    share = present / max(1, len(counted))
    print(f"{len(rows)} requests, {len(counted)} hard facts, {present} present: {share:.1%}")


def counted_in(row_id: str, request: str) -> list[Counted]:
    """Every hard fact of a request, and whether the brief's copy has it."""
    copy = _plain(" | ".join(text.text for text in parse(request).texts))
    found = [Counted(row_id, kind, fact, _plain(fact) in copy) for kind, fact in facts_of(request)]
    return list(dict.fromkeys(found))


def facts_of(request: str) -> list[tuple[str, str]]:
    """The hard facts of a request by kind; ranges and offers are whole."""
    found = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(request):
            before = request[max(0, match.start() - 30) : match.start()]
            color = kind == "handle" and re.fullmatch(r"#[0-9A-Fa-f]{3,8}", match["fact"])
            if not color and not (kind == "quote" and _NO_COPY.search(before)):
                found.append((kind, match["fact"].strip()))
    return found


def _plain(text: str) -> str:
    """Apostrophes alike, single spaces, no full stop at the end, small letters.

    A "50% discount on" and "50% off" are the same offer.
    """
    text = re.sub(r"[’‘]", "'", " ".join(text.split())).rstrip(".,;:").lower()
    text = re.sub(r"\bup to an? (?=\d)", "up to ", text)
    return re.sub(r"(?<=%) (?:off )?(?:off|discount)(?: on\b)?(?: the \w+'s)?", " off", text)


if __name__ == "__main__":
    main()
