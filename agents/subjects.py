"""What the picture shows: the subject and its companions, as entries of the lexicon.

What the request says of the picture leads; then the thing that is sold or served, the trade's
emblem, the occasion. What is named besides keeps the subject company where many things are shown.
"""

from __future__ import annotations

import re

from agents.brief import Stated, Text
from agents.colorwords import color_pattern
from agents.depicted import Depicted, decor_between_commas, depicted_in
from agents.lexicon import (
    CONFIDENT,
    HOUSES,
    Region,
    entries_in,
    entry_named,
    is_concrete,
    is_drawn,
    is_festive,
    subject_of,
)  # fmt: skip
from agents.propernames import proper_names, without
from agents.semantic import Encoder, nearest
from agents.vocabulary import BUSINESSES, EVENTS
from agents.wording import Heard, brand_of

_TELLING = 3_000  # characters of a request in which its subject is looked for
_MOST = 4  # companions
_OTHERWISE = frozenset(  # in copy they mean something else
    {"package", "key", "ticket", "book", "present", "game", "gear", "party", "star", "label"}
    | {"road", "lake", "river", "hill", "desk", "suit"}
)
_LISTING = ("subtitle", "offer", "body", "item", "detail")
_SCENERY = frozenset(  # and what ends in them: a snowy landscape, a night skyline
    {"landscape", "mountain", "sea", "ocean", "beach", "sky", "sunset", "field", "forest", "city"}
    | {"scenery", "skyline", "lake", "meadow", "village", "countryside"}
)
_BEHIND = re.compile(r"\b(?:landscape|scenery|backdrop|background)\b", re.IGNORECASE)
_OFFERS = re.compile(r"\d\s?%|[$€£]\s?\d|(?<!-)\bfree\b|\bon us\b", re.IGNORECASE)
_BROUGHT = re.compile(r"\bbring(?:ing)?\s[^,.;:!?]*", re.IGNORECASE)  # by those who come
_CREAM = re.compile(  # behind another colour it is a colour too
    rf"(?P<other>{color_pattern().pattern}\s(?:and|on)\s)cream\b", re.IGNORECASE
)
_VISITED = re.compile(
    r"\bopen (?:day|evening|house|doors?|week(?:end)?)\b|\btours?\b", re.IGNORECASE
)


def subjects_in(
    heard: Heard,
    texts: tuple[Text, ...],
    occasion: str,
    encoder: Encoder | None,
    pictured: tuple[str, ...] = (),
) -> tuple[Stated[str], tuple[str, ...]]:
    """The subject, empty when no word names it well, nor an encoder's sense, and companions.

    `pictured`: stretches of the request that say what the picture shows.
    """
    derived = _derived(heard, texts, encoder) or occasion.lower()
    context = (derived.partition(" ")[0], derived, occasion.lower())
    told = _told(heard)
    found = depicted_in(told, pictured)
    asked, decor, goods, named = (_known(things, context) for things in found)
    if _yields(derived, EVENTS):
        decor = (*decor, *decor_between_commas(told))
    seen = Depicted(asked, decor, goods, named)
    behind = bool(_BEHIND.search(told))
    subject = _leading(derived, seen, behind)
    festive = "" if occasion.lower() in f"{derived} congratulations" else occasion.lower()
    others = (*asked, *decor, *goods, *named, *_listed(texts), derived, festive)
    company = tuple(dict.fromkeys(other for other in others if other not in ("", subject)))
    if any(subject in things for things in seen):
        return Stated(value=subject, provenance="user"), company[:_MOST]
    return Stated(value=subject, provenance="inferred" if subject else "default"), company[:_MOST]


def _listed(texts: tuple[Text, ...]) -> tuple[str, ...]:
    """Things that lines of the copy name, such as what is on offer; of a title, if several."""
    titles, lines = (
        [e for t in texts if t.role in roles for e in entries_in(t.text) if _is_thing(e)]
        for roles in (("title",), _LISTING)
    )
    return tuple(dict.fromkeys((*(titles if len(titles) > 1 else ()), *lines)))


def _is_thing(entry: str) -> bool:
    return is_drawn(entry) and entry not in _OTHERWISE and not is_festive(entry)


def _leading(derived: str, seen: Depicted, behind: bool) -> str:
    """The hero among what is depicted and what trade and occasion suggest.

    With a landscape `behind`, what is on sale stands before it.
    """
    named = seen.named if _yields(derived, HOUSES | BUSINESSES) else ()
    decor = seen.decor if _yields(derived, HOUSES | BUSINESSES | EVENTS) else ()
    asked = seen.asked
    if (
        behind
        and {thing.rpartition(" ")[2] for thing in asked} <= _SCENERY
        and is_concrete(derived)
        and not _yields(derived, HOUSES | BUSINESSES)
    ):
        asked = ()
    return next(iter((*asked, *decor, *seen.goods, *named)), derived)


def _yields(entry: str, kinds: frozenset[str]) -> bool:
    """Whether the entry is one of these kinds or an occasion rather than a thing or an activity."""
    return not entry or is_festive(entry) or entry.rpartition(" ")[2] in kinds


def _known(things: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
    """The things as this occasion or trade knows them: a Christmas tree, a beer mug."""
    known = (_compound(thing, context) for thing in things)
    return tuple(dict.fromkeys(known))


def _compound(thing: str, context: tuple[str, ...]) -> str:
    known = (entry_named(f"{word} {thing}") for word in context if word)
    return next((entry for entry in known if is_concrete(entry)), thing)


def _derived(heard: Heard, texts: tuple[Text, ...], encoder: Encoder | None) -> str:
    """The entry that copy and request tell of most."""
    opening = heard.opening
    titles = " ".join(t.text for t in texts if t.role == "title")
    told = (t.text for t in texts if t.role in ("kicker", "subtitle"))
    beside = " . ".join(text for text in told if not text.startswith("From "))
    below = " . ".join(t.text for t in texts if t.role in ("item", "body"))
    named = bool(opening.of("name")) or titles == brand_of(heard)
    quoted = any(t.role == "title" and t.provenance == "user" for t in texts)
    regions: tuple[Region, ...] = (
        # names, slogans and offers ("20% off the first bath") mean other things
        Region(titles, 0.8 if named or quoted or _OFFERS.search(titles) else 1.0),
        Region(" . ".join(opening.of("about")), 1.0),  # a documentary about whales
        Region(f"{opening.theme} . {' . '.join(opening.of('topic', 'goods'))}", 0.9),
        Region(beside, 0.95),
        Region(below, 0.85),
        Region(" . ".join(opening.of("show", "picture", "message", "examples")), 0.8),
        Region(color_pattern().sub(" ", " . ".join(opening.of("lead", "ask"))), 0.6),
        Region(_told(heard).replace(opening.format or " ", " "), 0.45),
    )
    names = proper_names(heard.request[:_TELLING], heard.names)
    regions = tuple(
        region._replace(text=_BROUGHT.sub(" ", without(region.text, names))) for region in regions
    )
    if _VISITED.search(titles):  # an open day shows the house that opens
        regions += tuple(Region(venue, 0.6) for venue in heard.names.venues)
    found = subject_of(regions)
    if found.confidence < CONFIDENT or not found.icons:
        return nearest(titles, heard.masked[:_TELLING], encoder) if encoder else ""
    return found.word


def _told(heard: Heard) -> str:
    return _CREAM.sub(lambda found: found["other"], heard.masked[:_TELLING])
