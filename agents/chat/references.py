"""What "the former" and "likewise" mean within one message: things and deeds told before."""

from __future__ import annotations

import re

from agents.colorwords import color_pattern
from agents.reader.edits import Wish
from agents.reader.spans import Span

_THINGS = ("thing", "quoted")
_NO_DEEDS = (*_THINGS, "new", "added", "drawing", "place", "keep", "repeat")
_PAIRED = re.compile(r"(?:the )?(?:(?P<first>former|first(?: one)?)|latter|second(?: one)?)")
_SAME = re.compile(r"\bsame\b(?!.*\b(?:as|like|of|from)\b)")


def is_reference(words: str) -> bool:
    """Whether it is one of two things told before, called by its turn alone."""
    return bool(_PAIRED.fullmatch(words.lower()))


def thing_meant(span: Span, wish: Wish) -> Span:
    """The first or the second of two things told before; the span itself where it is a name."""
    phrase = wish.said(span).lower().strip(" \"'.,")
    told = _PAIRED.fullmatch(phrase)
    if told is None:
        return span
    things = [s for s in wish.spans if s.kind in (*_THINGS, "place") and s.end <= span.start
              and not is_reference(wish.said(s))]  # fmt: skip
    if len(things) < 2 or (len(things) > 2 and not phrase.endswith(("former", "latter"))):
        return span
    return things[-2] if told["first"] else things[-1]


def deeds_meant(deed: Span, place: str, wish: Wish) -> list[Span]:
    """What was done to the thing told before: "date in plum, venue the same"."""
    words = wish.said(deed).lower()
    before = [s for s in wish.spans if s.end <= deed.start]
    if deed.kind == "color" and not place and _SAME.search(words):
        found = [] if color_pattern().search(words) else [s for s in before if s.kind == "color"]
        return found[-1:] or [deed]
    if deed.kind != "repeat" or place:
        return [deed]
    deeds = [s for s in before if s.kind not in _NO_DEEDS]
    if not deeds:
        return [deed]
    since = max(
        (s.end for s in before if s.kind in _THINGS and s.end <= deeds[-1].start), default=0
    )
    return [s for s in deeds if s.start >= since]
