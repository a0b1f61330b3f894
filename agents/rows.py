"""Rows of a request that belong together: prices, programme points, numbered steps."""

from __future__ import annotations

import re

from agents.fact import Fact, matching
from agents.money import MONEY

_PRICED = re.compile(
    rf"(?:^|(?<=[,;:\n•*]))[ \t]*(?:[-–][ \t])?(?P<line>[A-Z][\w '’&/-]{{1,40}}?"
    rf"[ \t]*[-–—:.]*[ \t]*{MONEY})"
    r"(?=\s*(?:[,;\n.]|and\b|$))",
    re.MULTILINE,
)


def prices_listed(request: str) -> list[Fact]:
    """Two or more "Name $5" in a row are a list; one alone is a price."""
    found = matching(request, _PRICED, "item", "item", "line")
    return found if len(found) > 1 else []
