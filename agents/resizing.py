"""The size a chat sentence asks for: "make it an Instagram story", "in A3", "also as a banner"."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.formats import format_of
from design_io.document import Canvas
from design_io.errors import DesignError
from layout.sizes import SIZES, size_named


class SizeAsked(NamedTuple):
    size: str  # what `layout.sizes.size_named` understands
    add: bool  # beside the design, instead of in its place


def size_asked(sentence: str, canvas: Canvas) -> SizeAsked | None:
    """The size the sentence asks for; None when it asks for something else."""
    words = _POLITE.sub("", " ".join(sentence.split()).rstrip(".!?"))
    for pattern, add in _SENTENCES:
        match = pattern.fullmatch(words)
        size = _size(match["size"], canvas) if match else None
        if size is not None:
            return SizeAsked(size, add or bool(_ALSO.search(words)))
    return None


def _size(phrase: str, canvas: Canvas) -> str | None:
    words = _ARTICLE.sub("", _SHEET.sub(lambda m: m[1].upper(), phrase.strip().strip("'\"")))
    words = _ALSO.sub("", words).strip()
    core = _FILLER.sub("", words).strip()
    key = core.lower().replace("_", "-").replace(" ", "-")
    if key in _TURNS:
        return _turned(canvas, _TURNS[key])
    if key in _ALIASES:
        return _ALIASES[key]
    if key in SIZES:
        return key
    if _NUMBERS.fullmatch(core):
        size_named(core)  # says what is wrong with it
        return core
    found = format_of(words)
    rest = words.replace(found.said, "", 1) if found.said else words
    rest = _FILLER.sub("", _NUMBERS.sub("", rest)).strip(" ,").lower()
    if not found.said or rest not in ("", *_TURNS):
        return None
    return _turned(size_named(found.size).canvas, _TURNS[rest]) if rest else found.size


def _turned(canvas: Canvas, wide: bool) -> str:
    """The same sheet on its long or on its short side."""
    sides = sorted((canvas.width, canvas.height), reverse=wide)
    if sides[0] == sides[1]:
        raise DesignError("a square sheet cannot be turned; name a size such as 1080x1350")
    if canvas.dpi <= 96:
        return f"{sides[0]}x{sides[1]}"
    width, height = (round(side / canvas.dpi * 25.4, 1) for side in sides)
    return f"{width:g}x{height:g}mm"


_POLITE = re.compile(r"^(?:please |can you |could you |now )+|,? please$", re.IGNORECASE)
_SHEET = re.compile(r"\b(?:din )?(a[0-7])\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|too|as well)\b,?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:version|format|size|sized|canvas|design|layout|sheet|one|px|pixels|image|graphic"
    r"|banner|poster|post|ad|cover|page|paper|orientation|an?|in|for|print)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+(?:\.\d+)?\s?[x×]\s?\d+(?:\.\d+)?\s?(?:px|mm|cm|in)?", re.IGNORECASE)
_TURNS = {
    "landscape": True, "horizontal": True, "wide": True, "landscape-format": True,
    "sideways": True, "lying": True, "standing": False, "tall": False,
    "portrait": False, "vertical": False, "upright": False, "portrait-format": False,
}  # fmt: skip
_ALIASES = {
    "story": "instagram-story", "stories": "instagram-story", "square": "instagram-square",
    "banner": "banner",
    "thumbnail": "youtube-thumbnail", "reel": "instagram-reel",
}  # fmt: skip
_THING = r"(?:it|this|that|the (?:design|poster|format|size|canvas|page|layout|sheet|whole thing))"
_SENTENCES = tuple(
    (re.compile(pattern, re.IGNORECASE), add)
    for pattern, add in (
        (
            rf"(?:also )?(?:make|turn|convert|reformat|re-?size|adapt|change|set|lay|do)"
            rf"(?: out)?(?: {_THING})?(?: out)?(?: also)?(?: again)?"
            rf" (?:(?:into|in|to|as|for|be) )?(?P<size>.+?)(?: (?:of|from) {_THING})?",
            False,
        ),
        (r"(?:also )?(?:in|as|for) (?P<size>.+)", False),
        (
            r"(?:add|create|i (?:also )?need|we (?:also )?need|give me|also)"
            rf"(?: {_THING})?(?: also)?(?: (?:in|as|for))? (?P<size>.+?)"
            rf"(?: (?:of|from|for|to) (?:{_THING}|the set))?",
            True,
        ),
    )
)
