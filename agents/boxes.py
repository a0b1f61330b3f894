"""Boxes drawn by hand: what goes in each is guessed from its words, and told in one sentence where
it cannot be read.

A box becomes a `Region`: an object to draw, words to set, or a calm place to keep.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from pydantic import Field

from agents.facts import facts_in
from agents.lexicon import entries_in, entry_named, icons_for, is_concrete, is_confident
from design_io.document import Canvas, Design, RegionKind, Role, ShapeLayer, walk
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import Value
from generators.request import Region

MOST_BOXES = 40
_LEAST = 0.012  # of the canvas's short side, under which a side of a box counts as none
_LONGEST = 2_000  # characters

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‹": "›", "'": "'", "‘": "’", "”": "”"}
_CALM = re.compile(
    r"(?:calm|empty|nothing|blank|quiet|(?:(?:white|free|empty|negative|blank|breathing) )?"
    r"(?:space|room|area)(?: for .+)?|leave (?:it |this )?(?:empty|free|blank|alone)"
    r"|keep (?:it |this )?(?:empty|free|clear|calm)|leer|frei|ruhig)[.!]?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?:an? |the |our |my )?(?:big |small |little )?(?:picture|photo|photograph|image|drawing"
    r"|illustration|icon|sketch|painting|silhouette)s?(?: of|:)\s+(?P<thing>.+)"
    r"|(?:draw|show|paint)\s+(?P<drawn>.+)|(?P<logo>(?:(?:the|our|my|an?|\w+) )?logo)",
    re.IGNORECASE,
)
_ROLES: dict[str, Role] = {
    "headline": "title", "title": "title", "heading": "title", "subtitle": "subtitle",
    "subhead": "subtitle", "subheading": "subtitle", "kicker": "kicker", "text": "body",
    "copy": "body", "body": "body", "date": "date", "time": "time", "venue": "venue",
    "place": "venue", "where": "venue", "address": "address", "price": "price", "offer": "offer",
    "button": "cta", "call to action": "cta", "cta": "cta", "contact": "contact",
    "brand": "brand", "quote": "quote", "small print": "legal", "legal": "legal",
}  # fmt: skip
_NAMED = re.compile(rf"(?P<role>{'|'.join(_ROLES)})\s*:\s*(?P<words>\S.*)", re.IGNORECASE | re.S)
_CALL = re.compile(
    r"(?:book|buy|order|get|join|call|visit|shop|sign up|register|rsvp|reserve|subscribe|try|learn"
    r"|apply|download|donate|come|follow|discover|explore|start|grab|see)\b(?: \S+){0,4}[!.]?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:an?|some|the|two|three|four|five|six|many|several)\s+(?=\w)", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s(?:in|on|with|at|over|under|by|near|behind|before|beside|above|below|for|from|of|and)\s"
)
_SENTENCE = re.compile(r"[!?.]$|[,;:]\s|\n")
_MOST_THING = 7  # words that say what a picture shows


class Drawn(Value):
    """A box as a hand drew it; without a kind, the words tell it."""

    box: Box  # canvas px
    caption: Annotated[str, Field(max_length=_LONGEST)]
    kind: RegionKind | None = None


class Copy(NamedTuple):
    """The words of a box, exactly as they shall stand, and their role where it is known."""

    words: str
    role: Role | None


def kind_of(caption: str) -> RegionKind:
    """What a box shall hold: words in quotes and facts are words, things are drawn."""
    words = caption.strip()
    if _unquoted(words) != words or _NAMED.fullmatch(words):
        return "text"
    if _CALM.fullmatch(words):
        return "calm"
    if _SHOWN.fullmatch(words):
        return "object"
    return "object" if _is_thing(words) else "text"


def thing_in(caption: str) -> str:
    """What a picture shall show, without "a photo of"."""
    found = _SHOWN.fullmatch(caption.strip())
    words = (found["thing"] or found["drawn"] or found["logo"]) if found else caption.strip()
    return _unquoted(words.strip())


def icons_in(caption: str) -> tuple[str, ...]:
    """Drawings for what a picture shall show, the thing itself first."""
    thing = thing_in(caption)
    parts = _BEHIND.split(thing)  # of a cat on a roof the cat is drawn first
    entries = [e for part in parts for e in reversed(entries_in(part)) if is_concrete(e)]
    whole = entry_named(_ARTICLE.sub("", thing))
    found = [icon for entry in (whole, *entries) if entry for icon in icons_for(entry)[:2]]
    return tuple(dict.fromkeys(found or icons_for(thing)))[:4]


def copy_in(caption: str) -> Copy:
    """The words of a text box, without quotes or the name of what they are."""
    words = caption.strip()
    named = _NAMED.fullmatch(words)
    if named:
        return Copy(_unquoted(named["words"].strip()), _ROLES[named["role"].lower()])
    bare = _unquoted(words)
    return Copy(bare, _fact_role(bare))


def regions_of(drawn: Sequence[Drawn], canvas: Canvas) -> tuple[Region, ...]:
    """The boxes as regions of the canvas, cut to it; DesignError names the first faulty one."""
    if not drawn:
        raise DesignError("there is no box yet; draw one and type what goes in it")
    if len(drawn) > MOST_BOXES:
        raise DesignError(f"{len(drawn)} boxes are too many for one sheet; draw {MOST_BOXES}")
    regions = tuple(_region(each, number, canvas) for number, each in enumerate(drawn, 1))
    if all(region.kind == "calm" for region in regions):
        raise DesignError("every box is kept calm; give one of them words or a picture")
    return regions


def boxes_in(design: Design) -> tuple[Drawn, ...]:
    """The boxes of a wireframe, in the order they were drawn."""
    return tuple(
        Drawn(box=layer.box, caption=layer.alt, kind=layer.region)
        for layer in walk(design)
        if isinstance(layer, ShapeLayer) and layer.region and layer.visible
    )


def _region(drawn: Drawn, number: int, canvas: Canvas) -> Region:
    kind = drawn.kind or kind_of(drawn.caption)
    box = drawn.box.intersection(canvas.box)
    least = _LEAST * min(canvas.width, canvas.height)
    name = f"box {number}" + (f" ({_short(drawn.caption)})" if drawn.caption.strip() else "")
    if drawn.box.empty:
        raise DesignError(f"{name} has no size; draw it larger or delete it")
    if box.empty:
        raise DesignError(f"{name} lies outside the sheet; drag it onto the sheet or delete it")
    if min(box.width, box.height) < least:
        raise DesignError(
            f"{name} is too small on the sheet to hold anything; draw it larger or delete it"
        )
    if kind == "calm":
        return Region(box=box, kind=kind, caption=drawn.caption.strip())
    words = thing_in(drawn.caption) if kind == "object" else copy_in(drawn.caption).words
    if not words:
        raise DesignError(f"{name} has no words; type what goes in it or delete it")
    subjects = icons_in(drawn.caption) if kind == "object" else ()
    return Region(box=box, kind=kind, caption=drawn.caption.strip(), subjects=subjects)


def _is_thing(words: str) -> bool:
    """Whether words without quotes name something to be drawn rather than say something."""
    bare = _ARTICLE.sub("", words, count=1)
    count = len(words.split())
    if not words or _SENTENCE.search(words) or count > _MOST_THING or facts_in(words):
        return False
    if not is_confident(bare) or not any(is_concrete(entry) for entry in entries_in(bare)):
        return False
    if bare != words:
        return True
    titled = sum(word[:1].isupper() for word in bare.split())
    if titled > 1 or bare.isupper() or (titled and count > 1):
        return False
    return bool(entry_named(bare)) or count <= 3


def _fact_role(words: str) -> Role | None:
    """The role of words that are a fact or a call, all or most of them."""
    if _CALL.fullmatch(words) and len(words) <= 30:
        return "cta"
    facts = facts_in(words)
    covered = sum(fact.end - fact.start for fact in facts)
    return facts[0].role if facts and covered >= 0.6 * len(words) else None


def _unquoted(words: str) -> str:
    """The words inside a pair of quotes around all of them."""
    if len(words) > 2 and _QUOTES.get(words[0]) == words[-1]:
        return words[1:-1].strip()
    return words


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 30 else words[:29].rstrip() + "…"
