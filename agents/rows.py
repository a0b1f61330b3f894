"""Rows of a request that belong together: prices, programme points, numbered steps, bullets."""

from __future__ import annotations

import re

from agents.dates import TIME_OF_DAY
from agents.fact import Fact, matching
from agents.money import MONEY

_PRICED = re.compile(
    rf"(?:^|(?<=[,;:\n•*]))[ \t]*(?:[-–][ \t])?(?P<line>[A-Z][\w '’&/-]{{1,40}}?"
    rf"[ \t]*[-–—:.]*[ \t]*{MONEY})"
    r"(?=\s*(?:[,;\n.]|and\b|$))",
    re.MULTILINE,
)
_POINT = re.compile(
    rf"(?:^|(?<=[;,:\n|]))[ \t]*(?P<line>{TIME_OF_DAY}(?:\s?[-–]\s?{TIME_OF_DAY})?"
    r"(?:[ \t]*[-–—:][ \t]*|[ \t]+)"
    r"(?!(?:at|to|on|in|from|until|till|and|with|for|every|sharp|start|onwards?|EST|CET|PST)\b)"
    r"[^\W\d_][^;,\n|]{1,48}?)(?=\s*(?:[;,\n|]|\.(?:\s|$)|$))",
    re.MULTILINE | re.IGNORECASE,
)
_STEP = re.compile(
    r"(?:^|(?<=[\s,;:]))(?P<n>[1-9]\d?)[.)][ \t]*(?P<line>[^\W\d_][^\n]{1,80}?)"
    r"(?=[\s,;.]*(?:\s[1-9]\d?[.)]\s?[^\W\d_]|\n|$))",
    re.MULTILINE,
)


def rows_in(request: str) -> list[Fact]:
    """Two or more "Name $5" or "10:00 Opening", three or more "1. Wet": items in their order."""
    return [*_priced(request), *_programme(request), *_steps(request)]


def _priced(request: str) -> list[Fact]:
    found = matching(request, _PRICED, "item", "item", "line")
    return found if len(found) > 1 else []


def _programme(request: str) -> list[Fact]:
    found = matching(request, _POINT, "item", "item", "line")
    return found if len(found) > 1 else []


def _steps(request: str) -> list[Fact]:
    """Steps keep their numbers; numbers that do not follow each other are no steps."""
    found = list(_STEP.finditer(request))
    numbers = [int(m["n"]) for m in found]
    if len(found) < 3 or numbers != list(range(1, len(found) + 1)):
        return []
    spans = [(m.start("n"), m.end("line")) for m in found]
    return [Fact("item", "item", request[a:b].strip(), a, b) for a, b in spans]
