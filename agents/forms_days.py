"""Line-ups told day by day or stage by stage: "Friday: A, B, C. Saturday: D, E"."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.dates import WEEKDAY_NAME
from agents.phrases import is_name

Span = tuple[int, int]

_DATED = r"(?:,? (?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?)?"
_DAY = re.compile(
    rf"(?:^|(?<=[.;:\n]\s)|(?<=\n))(?P<day>(?i:{WEEKDAY_NAME}){_DATED}|Day (?:\d|One|Two|Three)"
    r"|(?:[A-Z][\w'’]+ ){1,2}[Ss]tage)\s?:\s*(?P<names>[^:;\n]{6,300}?)(?=[.;](?:\s|$)|\n|$)"
)
_SPLIT = re.compile(r",\s*(?:and\s)?|\s+and\s+(?=[^,]*$)")
_LEAST, _MOST_WORDS = 2, 6  # days, and names of each; words of a name


def days_in(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]] | None:
    """Headings and names in sections, and where they stand; None where no two days are told."""
    found = [(match, _names(match["names"])) for match in _DAY.finditer(request)]
    found = [(match, names) for match, names in found if len(names) >= _LEAST]
    if len(found) < _LEAST:
        return None
    texts: list[Text] = []
    row = 0
    for section, (match, names) in enumerate(found, 1):
        texts.append(Text(role="kicker", text=match["day"], group=f"section-{section}"))
        for name in names:
            row += 1
            texts.append(Text(role="item", text=name, group=f"section-{section}/row-{row}"))
    return tuple(texts), tuple(match.span() for match, _ in found)


def _names(words: str) -> list[str]:
    """The names between commas; none where one of them is anything else."""
    names = [name.strip() for name in _SPLIT.split(words)]
    fit = all(
        is_name(n) and len(n.split()) <= _MOST_WORDS and not re.search(r"\d", n) for n in names
    )
    return names if fit else []
