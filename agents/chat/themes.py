"""Colours by convention: autumnal, Christmas, of the Italian flag."""

from __future__ import annotations

import re

from agents.colorwishes import wishes_in
from agents.colorwords import color_pattern
from agents.mood import moods_of

_FLAGS = {
    "italian": "#1f8a4c #f4f5f0 #c8202f", "french": "#1f3f8f #f5f5f0 #d8252f",
    "german": "#1a1a1a #d8252f #f2b92e", "irish": "#1f8a4c #f5f5f0 #f08a2c",
    "spanish": "#c8202f #f2b92e", "portuguese": "#1f6b3c #c8202f #f2c92e",
    "american": "#1f3f7f #f5f5f0 #c8202f", "british": "#1f2f6f #f5f5f0 #c8202f",
    "dutch": "#c8202f #f5f5f0 #1f4f9f", "swedish": "#1f5fa4 #f7c92e",
    "ukrainian": "#2060c0 #f7d72e", "mexican": "#1f7a4c #f5f5f0 #c8202f",
    "brazilian": "#1f8a3c #f7d72e #1f2f7f", "indian": "#f2953c #f5f5f0 #1f8a3c",
    "jamaican": "#1f8a3c #f7d72e #1a1a1a", "greek": "#1f5fb4 #f5f8fa",
}  # fmt: skip
_STEM = re.compile(r"(?:al|y|ish|tide|time)$")


def theme_named(words: str) -> tuple[str, tuple[str, ...]]:
    """A ground, which may be empty, and colours; no colours for what has none by convention."""
    if color_pattern().search(words):
        return "", ()
    if words in _FLAGS:
        return "", tuple(_FLAGS[words].split())
    for said in dict.fromkeys((words, _STEM.sub("", words))):
        if colors := wishes_in(f"in {said} colours").colors:
            return "", colors
        for mood in moods_of("", said)[:1]:
            return mood.schemes[0].ground, mood.schemes[0].colors
    return "", ()
