"""A question about the design, answered in words; nothing is changed by it."""

from __future__ import annotations

import re

from agents.chat.by_name import Named, texts_shown
from agents.chat.context import Context
from agents.chat.describing import (
    colors_told,
    described,
    legibility,
    overview,
    palette_of,
    place_of,
    size_of_sheet,
    sizes_of,
    spelling,
    typefaces_of,
)
from agents.chat.mentions import mentions
from agents.chat.results import Question, UnclearError
from agents.chat.sentence import Sentence
from design_io.document import TextLayer, leaves
from design_io.geometry import union_all

_READ = re.compile(r"\b(?:read(?:able|s)?|legible|contrast|see|visible|too (?:small|pale|faint))\b")
_SPELT = re.compile(r"\b(?:spell\w*|spelt|typos?|mistakes?|errors?)\b")
_FONT = re.compile(r"\b(?:fonts?|typefaces?|lettering)\b")
_COLOR = re.compile(r"\b(?:colou?rs?|palette|hex|shades?)\b")
_SHEET = re.compile(
    r"\b(?:canvas|page|sheet|poster|flyer|card|format|resolution|dpi|design|file|print(?:ed)?)\b"
    r"|^how (?:big|large|wide|high|tall) (?:is|are) (?:it|this|that)\b|\d ?[x×] ?\d"
)
_SIZE = re.compile(r"\b(?:size|big|large|small|wide|high|tall|long|pt|points?|px|resolution)\b")
_SMALL_PRINT = re.compile(r"\bsmall (?=print|text|heading)")
_SAYS = re.compile(r"\b(?:say|says|read|reads|written|stand|wording|text)\b")
_WHERE = re.compile(r"^(?:so |and )?where\b")
_COUNT = re.compile(r"\bhow many (?P<what>[\w' -]+?)(?: (?:are|is|do|does|on|in)\b|\?|$)")
_WHY = re.compile(r"^(?:why|who|whose)\b")


def answered(sentence: Sentence, context: Context) -> Question:
    """What there is to say."""
    return Question(f"{_told(sentence.low, context)}; nothing was changed")


def _told(low: str, context: Context) -> str:
    if _WHY.match(low):
        return "that is nothing a design tells"
    if _SPELT.search(low):
        return spelling(context)
    if (counted := _COUNT.search(low)) is not None:
        return _number_of(counted["what"], context)
    return _told_of(_meant(low, context), low, context)


def _told_of(named: Named | None, low: str, context: Context) -> str:
    """What there is to say of a part of the design, or of all of it."""
    texts = texts_shown(context.design)
    words = named.texts if named else ()
    if _READ.search(low) and not re.search(r"\b(?:what|which|how) .*\bread", low):
        return legibility(words or texts, context)
    if _FONT.search(low):
        return typefaces_of(words or texts)
    if _COLOR.search(low):
        if named is None:
            return f"the design: {palette_of(context)}"
        return f"{named.label}: {colors_told(named.leaves)}"
    if named is None:
        return size_of_sheet(context) if _SHEET.search(low) else overview(context)
    return _told_of_part(named, low, context)


def _told_of_part(named: Named, low: str, context: Context) -> str:
    words = named.texts
    if _WHERE.match(low):
        box = union_all(x.box for x in named.leaves)
        return f"{named.subject} {place_of(box, context.design.canvas.box)}"
    if _SIZE.search(_SMALL_PRINT.sub("", low)):
        return sizes_of(named, context)
    if words and (_SAYS.search(low) or low.startswith(("what", "when", "which"))):
        return f"it says {', '.join(repr(x.text) for x in words)}"
    return described(named, context)


def _meant(low: str, context: Context) -> Named | None:
    """What the question is about; None for the whole design."""
    try:
        found = [m.named for m in mentions(low, context) if not m.named.everything]
    except UnclearError:
        return None
    layers = tuple(dict.fromkeys(x for each in found for x in each.layers))
    return Named(layers) if layers else None


def _number_of(what: str, context: Context) -> str:
    """How many there are: words, texts, layers, colours, or what is called so."""
    texts = texts_shown(context.design)
    if "word" in what:
        return f"{sum(len(x.text.split()) for x in texts)} words"
    if "layer" in what:
        return f"{sum(1 for _ in leaves(context.design))} layers"
    if _FONT.search(what):
        return typefaces_of(texts)
    if _COLOR.search(what):
        return f"the design: {colors_told(leaves(context.design))}"
    named = _meant(f"the {what}", context)
    if named is None:
        return f"nothing on the design is called {what!r}"
    told = ", ".join(x.text if isinstance(x, TextLayer) else x.label for x in named.layers)
    return f"{len(named.layers)}: {told}"
