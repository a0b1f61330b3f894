"""Who is sought: "looking for host families", "a restaurant looking for waiters and cooks"."""

from __future__ import annotations

import re

from agents.vocabulary import PEOPLE, is_event

_SOUGHT = re.compile(
    r"\W*(?:we|i)(?:['’]re| are|['’]m| am) (?:looking|searching) for\s(?!(?:an?|some)?\s?way)", re.I
)


def _is_people(rest: str) -> bool:
    """ "host families for exchange students": who is sought, and not what."""
    who = re.split(r"\s(?:for|to|who|that|in|at|with)\s|[.,;]", rest)[0]
    last = who.split()[-1].lower() if who.split() else ""
    return bool(
        re.search(r"(?:ers?|ors?|ists?|famil(?:y|ies)|people|models?|staff|members?)$", last)
    )


# "a post seeking a graphic designer"
_SEEKS = re.compile(r"^\s(?:seeking|looking for|searching for|in search of)\s(?=an?\s|new\s)", re.I)
# "for a restaurant looking for waiters and cooks"
_HIRES = re.compile(
    r"\s(?:(?:that|which|who) (?:looks? for|seeks?|needs?)"
    r"|(?:(?:that|which|who) (?:is|are) |is |are )?(?:currently )?(?:looking for|seeking"
    r"|searching for|in search of|in need of))\s(?=(?:an?\s|new\s|\w+\s)?[a-z])",
    re.IGNORECASE,
)


def seeks_people(sentence: str, rest: str) -> bool:
    """Whether a request begins with whom one looks for; `rest` is what follows that."""
    return bool(_SOUGHT.match(sentence.strip())) and _is_people(rest)


def with_hiring(after: str) -> str:
    """What follows a format, where one looks for somebody told as hiring."""
    after = _SEEKS.sub(" hiring ", after)
    return _HIRES.sub(" hiring ", after) if _is_vacancy(after) else after


def _is_vacancy(after: str) -> bool:
    """Whether a house, and no event, looks for those who will work there."""
    found = _HIRES.search(after)
    if found is None or is_event(after[: found.start()].strip()):
        return False
    sought = re.split(r"\s(?:and|or|for|to|who|with)\s|[.,;]", after[found.end() :])[0]
    last = sought.split()[-1].lower() if sought.split() else ""
    return last in PEOPLE or last.removesuffix("s") in PEOPLE or _is_people(sought)
