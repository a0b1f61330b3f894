"""In which hand a request wants its picture drawn: in lines alone, or by hand in ink and colour."""

from __future__ import annotations

import re
from typing import Literal

_LOOK = r"\s(?:style|look|feel\w*|drawings?|illustrations?|pictures?|graphics?|icons?|manner)\b"
_LINE = re.compile(
    r"\b(?:single[- ])?line[- ]?(?:drawings?|drawn|art|work|illustrations?)\b"
    r"|\b(?:ink|pen|pencil|charcoal|chalk)[- ](?:drawings?|sketch(?:es)?|illustrations?)\b"
    rf"|\bpen[- ]and[- ]ink\b|\bsketch(?:ed|y){_LOOK}|\bsketch{_LOOK}|\boutlined?{_LOOK}",
    re.IGNORECASE,
)
_BY_HAND = re.compile(
    r"\bhand[- ](?:drawn|sketched|illustrated)\b(?! (?:letter|type|font|text|map))"
    rf"|\bdrawn by hand\b|\b(?:hand[- ]painted|storybook|doodled?|comic){_LOOK}"
    rf"|\bcartoon(?:ish)?(?:{_LOOK}|,|\.)",
    re.IGNORECASE,
)


def hand_in(request: str) -> Literal["", "line", "ink"]:
    """ "line", "ink" or, where nothing is said of it, empty."""
    if _LINE.search(request):
        return "line"
    return "ink" if _BY_HAND.search(request) else ""
