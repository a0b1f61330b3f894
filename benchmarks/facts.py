"""Is every hard fact of a request in its design, letter by letter? One line over a CSV of requests.

The facts are found by simple strict patterns of their own, independent of the parser's, and looked
for in the texts of the brief.

Run: PYTHONPATH=. python benchmarks/facts.py FILE.csv    (columns id and request)
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NamedTuple

from agents.campaign import read_rows
from agents.instruction import parse

_KINDS = {
    "quote": r"(?<![\w])['\"“‘]"
    r"(?P<fact>[^'\"“”‘’\n]{2,120}(?:['’][a-z][^'\"“”\n]{0,80})?)['\"”’](?![\w])",
    "url": r"\b(?P<fact>(?:https?://|www\.)[^\s,;'\"]+?"
    r"|[\w-]+\.(?:com|org|net|co\.uk|io))(?=[\s,;.'\"]|$)",
    "e-mail": r"(?P<fact>[\w.+-]+@[\w-]+\.[\w.-]*\w)",
    "price": r"(?P<fact>[$€£]\s?\d[\d,]*(?:\.\d\d)?)",
    "percentage": r"(?P<fact>\d{1,3}(?:\.\d+)?\s?%)",
    "phone": r"(?<![\w.])(?P<fact>\+?\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4})(?!\d)",
    "date": r"\b(?P<fact>(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s\d{1,2}(?:st|nd|rd|th)?\b)",
    "day of month": r"\b(?P<fact>\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December))\b",
    "time": r"(?<![\d:])"
    r"(?P<fact>\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|[AP]M\b)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d)",
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
    options = parser.parse_args()
    rows = read_rows(options.csv, "png")
    counted = [one for row in rows for one in counted_in(row.id, row.order.request)]
    for one in counted:
        if not one.present:
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
    found = [Counted(row_id, kind, fact, _plain(fact) in copy) for kind, fact in _facts(request)]
    return list(dict.fromkeys(found))


def _facts(request: str) -> list[tuple[str, str]]:
    found = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(request):
            before = request[max(0, match.start() - 30) : match.start()]
            color = kind == "handle" and re.fullmatch(r"#[0-9A-Fa-f]{3,8}", match["fact"])
            if not color and not (kind == "quote" and _NO_COPY.search(before)):
                found.append((kind, match["fact"].strip()))
    return found


def _plain(text: str) -> str:
    """Apostrophes alike, single spaces, no full stop at the end, small letters."""
    text = re.sub(r"[’‘]", "'", " ".join(text.split()))
    return text.rstrip(".,;:").lower()


if __name__ == "__main__":
    main()
