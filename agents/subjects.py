"""What the picture shows: the subject and its companions, as entries of the lexicon.

What the request says of the picture leads; then the thing that is sold or served, the trade's
emblem, the occasion. What is named besides keeps the subject company where many things are shown.
"""

from __future__ import annotations

import re

from agents.brief import Stated, Text
from agents.colorwords import color_pattern
from agents.depicted import Depicted, decor_between_commas, depicted_in, is_part, is_surface
from agents.lexicon import (
    CONFIDENT,
    HOUSES,
    Region,
    entries_in,
    entry_named,
    icons_for,
    is_concrete,
    is_confident,
    is_drawn,
    is_festive,
    is_place,
    subject_of,
)  # fmt: skip
from agents.persons import at_work, busy_with, is_lone
from agents.phrases import found_with
from agents.propernames import proper_names, without
from agents.semantic import Encoder, nearest
from agents.testimonials import is_rating
from agents.unpictured import is_hidden, seen_in, without_ways
from agents.vocabulary import BUSINESSES, EVENTS, PEOPLE
from agents.whereabouts import is_place_too
from agents.wording import Heard, brand_of

_TELLING = 3_000  # characters of a request in which its subject is looked for
_ASKED = 160  # in which it is said what is to be designed
_MOST = 4  # companions
_SHORT = 4  # words of what is on offer
_ANYWHERE = 0.52  # worth of a request when nothing else tells: enough for what leads a phrase
_OTHERWISE = frozenset(  # in copy and asking they mean something else
    {"package", "key", "ticket", "book", "present", "game", "gear", "party", "star", "label"}
    | {"road", "lake", "river", "hill", "desk", "suit", "door", "window", "chair", "bed"}
    | {"money", "coin", "donation", "artist", "stage", "house", "planet", "bell", "space", "drink"}
    | {"city", "park", "office", "box", "paper", "delivery", "payment", "cash", "card", "pen"}
    | {"slide", "comic", "fog", "calm", "ring", "opening", "brand", "tag", "frame", "panel", "step"}
    | {"loan", "target", "pop", "legal", "cream"}
)
_LISTING = ("subtitle", "offer", "body", "detail")
_WHEN = r"\b(?:until|till|before|after|by|since|from|over)"
_SCENERY = frozenset(  # and what ends in them: a snowy landscape, a night skyline
    {"landscape", "mountain", "sea", "ocean", "beach", "sky", "sunset", "field", "forest", "city"}
    | {"scenery", "skyline", "lake", "meadow", "village", "countryside"}
)
_TRIMMINGS = frozenset(  # which deck what is sold or celebrated
    {"flower", "flowers", "floral", "leaf", "leaves", "green leaves", "plant", "petal", "star"}
    | {"balloon", "ribbon", "bow", "confetti", "snowflake", "light", "string lights", "heart"}
    | {"fairy light", "green leaf", "branch", "fern", "spoon", "fork", "plate", "spring flowers"}
    | {"summer flowers", "wildflowers"}
)
_GARNISH = _TRIMMINGS - {"heart"}  # what is named besides leads
_FILLED = frozenset({"bowl", "steaming bowl", "plate", "pan", "pot", "tray", "glass", "jar", "cup"})
_BEHIND = re.compile(r"\b(?:landscape|scenery|backdrop|background)\b", re.IGNORECASE)
_OFFERS = re.compile(r"\d\s?%|[$€£]\s?\d|(?<!-)\bfree\b|\bon us\b", re.IGNORECASE)
_BROUGHT = re.compile(r"\bbring(?:ing)?\s[^,.;:!?]*", re.IGNORECASE)  # by those who come
_PRINTED_ON = (
    r"(?:t-?shirt|tea towel|tote bag|paper bag|carrier bag|magnet|coaster|hoodie|apron|mug"
    r"|pouch|(?:van|car|fridge|bumper|laptop|helmet)\s(?:magnet|sticker|decal))s?"
)
_CARRIER = re.compile(  # of a T-shirt's front no T-shirt is shown
    r"\A(?:(?!\b(?:poster|flyer|ad|logo|banner|post|card|sign|story|menu|label|sticker|cover)\b)"
    rf"[^.!?]){{0,40}}?\b(?P<c>{_PRINTED_ON})\b"
    r"(?=\s(?:for|front|print|design|back|saying|with the)\b|\s?:)"
    r"|\b(?:want|need|make|design|create)\s(?:us\s|me\s)?(?:an?\s|some\s)?(?:(?!van|car)\w+\s)?"
    rf"(?P<d>{_PRINTED_ON})(?=\s?[.,:;])",
    re.IGNORECASE,
)
_TRAVELLING = frozenset(
    {"travel", "trip", "tour", "vacation", "holiday", "flight", "airline", "tourism", "tourist"}
    | {"sightseeing", "honeymoon", "getaway", "break", "backpacking", "excursion", "adventure"}
    | {"vlog", "vlogger", "vlogging", "blog"}
)
_HOW = frozenset(
    {"agency", "agent", "company", "operator", "guided", "walking", "city", "package", "weekend"}
    | {
        "summer",
        "family",
        "school",
        "class",
        "field",
        "memoir",
        "guide",
        "show",
        "business",
        "packages",
        "study",
        "fair",
    }
)
_LEADS_TO = re.compile(
    r"\b(?i:to|of|through|across|around|discover|explore|visit|see|experience|an?)"
    r"\s(?:the\s)?((?:[A-Z][\w'’-]+\s?){1,3})"
)
_GOES_TO = re.compile(r"\bto (?:the|an?|our)\s((?:[\w'’-]+\s?){1,3})", re.IGNORECASE)
_LOVES = re.compile(  # of whom a card or a gift is for
    r"\bwho (?:really |just )?(?:loves|likes|enjoys|adores|collects|plays)\s([^.,;:!?]{3,40})"
)
_THANKED = re.compile(  # what thanks are given after
    r"\bthank[^.,;:!?]*?\safter\s(?:the|an?|our|their)\s([^.,;:!?]{3,40})", re.IGNORECASE
)
_TEAM = re.compile(r"\b(?:team|squad)\b", re.IGNORECASE)  # named after what it has for a mascot
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
    derived = _where_to(derived, texts, heard) or derived
    if occasion and not is_festive(derived):
        derived = _compound(derived, (occasion.lower(),))  # a lantern of Eid
    context = (derived.partition(" ")[0], derived, occasion.lower())
    told = _told(heard)
    found = depicted_in(told, tuple(p for p in pictured if not is_hidden(p, heard.whole)))
    found = found._replace(asked=_unprinted(found.asked, texts))
    asked, decor, goods, named = (_known(things, context) for things in found[:4])
    if _yields(derived, EVENTS):
        decor = (*decor, *decor_between_commas(told))
    seen = Depicted(asked, decor, goods, named)
    behind = bool(_BEHIND.search(told))
    subject = _at_it(_leading(derived, seen, behind), derived, found)
    if is_lone(subject):
        subject = at_work(subject, told)
    only_where = subject != derived and _tells_only_where(found)
    if only_where and subject in asked and is_concrete(derived):
        subject = derived  # of men at chess in the park the chess
    festive = "" if occasion.lower() in f"{derived} congratulations" else occasion.lower()
    if festive and (len(asked) > 1 or found.place or _only_a_date(festive, told)):
        festive = ""
    names = proper_names(heard.request[:_TELLING], heard.names)
    listed = _known(_listed(texts, names), context)
    others = [*asked, *decor, *goods, *named, *listed, derived, festive]
    if subject.endswith(" figure"):
        others = [other for other in others if not is_lone(other)]
    place = found.place if subject in asked or only_where else ""
    if place:  # what names the place is seen in it
        others = [place, *(other for other in others if not _is_seen_in(other, place))]
    told_all = bool(place) or (len(asked) > 1 and is_festive(derived))
    house = _yields(derived, HOUSES | BUSINESSES)
    kept = _is_in_name(derived) or (is_concrete(derived) and not house)
    if subject in asked and (told_all or not kept):
        others = [other for other in others if other != derived]
    others.sort(key=_TRIMMINGS.__contains__)
    company = tuple(dict.fromkeys(other for other in others if other not in ("", subject)))
    said = any(subject in things for things in (asked, decor, goods, named))
    if said or subject.endswith(" figure"):
        return Stated(value=subject, provenance="user"), company[:_MOST]
    return Stated(value=subject, provenance="inferred" if subject else "default"), company[:_MOST]


def _tells_only_where(found: Depicted) -> bool:
    """Whether all that is asked for names the place: men at chess in the park, no house below
    the sky."""
    named = {entry_named(f"{thing} place") for thing in found.asked}
    return bool(found.place) and all(named) and found.place in named


def _unprinted(things: tuple[str, ...], texts: tuple[Text, ...]) -> tuple[str, ...]:
    """The things without the stars of a review, where those are printed above its words."""
    rated = any(map(is_rating, texts))
    return tuple(t for t in things if not (rated and t.endswith(("star", "stars"))))


def _is_seen_in(thing: str, place: str) -> bool:
    """Whether the place shows it: the lake by which somebody is, the moon of a night."""
    return is_place_too(thing) or (thing.endswith("moon") and " moon" in place)


def _at_it(subject: str, derived: str, found: Depicted) -> str:
    """The people who are said to be there, at what they do or at what the request is about."""
    if (subject == derived or subject in found.named) and not found.asked:
        doing = next((e for e in found.named if len(e.split()) > 2 and e.endswith(" figure")), "")
        busy = (busy_with(person, derived) for person in found.persons)
        subject = doing or next((e for e in busy if not is_lone(e)), subject)
    return busy_with(subject, derived)


def _where_to(derived: str, texts: tuple[Text, ...], heard: Heard) -> str:
    """The place a journey leads to, which tells more of it than a suitcase; empty if none."""
    words = set(derived.split())
    if not words & _TRAVELLING or words - _TRAVELLING - _HOW:
        return ""  # of a ski holiday the snow
    titles = " . ".join(t.text for t in texts if t.role in ("title", "subtitle"))
    ways = " . ".join(_LEADS_TO.findall(_told(heard)))
    place = next(filter(is_place, entries_in(f"{titles} . {ways}")), "")
    return place or next((e for to in _GOES_TO.findall(titles) for e in entries_in(to)), "")


def _only_a_date(occasion: str, told: str) -> bool:
    """Whether it says but when: "until the Easter holidays", "before Christmas"."""
    if occasion not in told.lower():
        return False
    named = len(re.findall(rf"\b{re.escape(occasion)}\b", told, re.IGNORECASE))
    when = rf"{_WHEN}(?:\s\w+)?\s{re.escape(occasion)}\b"
    return 0 < named == len(re.findall(when, told, re.IGNORECASE))


def _listed(texts: tuple[Text, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Things that items of the copy are, such as what is on offer; of a title, if several."""
    told = {text: seen_in(without(text.text, names)) for text in texts}
    titles = [e for t in texts if t.role == "title" for e in entries_in(told[t]) if _is_thing(e)]
    items = [e for t in texts if t.role == "item" for e in _heads(told[t]) if _is_thing(e)]
    lists = [[e for e in _heads(told[t]) if _is_thing(e)] for t in texts if t.role in _LISTING]
    several = (e for named in (titles, *lists) if len(named) > 1 for e in named)
    return tuple(dict.fromkeys((*several, *items)))


def _heads(line: str) -> tuple[str, ...]:
    """What the pieces of a short line are: of "a mad hat" the hat, of "the bell fund" no bell."""
    found: list[str] = []
    for piece in re.split(r"[,:]|\s(?:and|&|or|with)\s", line):
        words = piece.split()
        named = entries_in(piece) if len(words) <= _SHORT else ()
        found += named[-1:] if len(named) > len(entries_in(" ".join(words[:-1]))) else ()
    return tuple(found)


def _is_thing(entry: str) -> bool:
    return is_drawn(entry) and entry not in _OTHERWISE and not is_festive(entry)


def _leading(derived: str, seen: Depicted, behind: bool) -> str:
    """The hero among what is depicted and what trade and occasion suggest.

    With a landscape `behind`, what is on sale stands before it.
    """
    named = seen.named if _yields(derived, HOUSES | BUSINESSES | PEOPLE) else ()
    somebody = bool(seen.decor) and is_lone(seen.decor[0]) and not is_drawn(derived)
    decor = seen.decor if somebody or _yields(derived, HOUSES | BUSINESSES | EVENTS) else ()
    asked = tuple(sorted(seen.asked, key=_GARNISH.__contains__))
    sold = next(filter(is_concrete, seen.goods), derived if is_drawn(derived) else "")
    if sold and _TRIMMINGS.issuperset(asked) and not _yields(derived, HOUSES | BUSINESSES | EVENTS):
        return sold
    if (
        behind
        and all(_SCENERY.intersection(thing.split()) for thing in asked)
        and is_concrete(derived)
        and not _yields(derived, HOUSES | BUSINESSES)
    ):
        asked = ()
    if asked and (is_surface(asked[0]) or asked[0] in _FILLED) and is_concrete(derived):
        return derived  # pierogi on a rustic table
    if asked and is_part(asked[0]) and is_drawn(derived):
        return derived
    return next(iter((*asked, *decor, *seen.goods, *named)), derived)


def _yields(entry: str, kinds: frozenset[str]) -> bool:
    """Whether the entry is one of these kinds or an occasion rather than a thing or an activity."""
    return not entry or is_festive(entry) or entry.rpartition(" ")[2] in kinds


def _known(things: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
    """The things as this occasion or trade knows them: a Christmas tree, a beer mug."""
    known = (_compound(thing, context) for thing in things)
    return tuple(dict.fromkeys(known))


def _compound(thing: str, context: tuple[str, ...]) -> str:
    whole = next((word for word in context if word.endswith(f" {thing}")), "")  # hot air balloon
    known = (whole, *(entry_named(f"{word} {thing}") for word in context if word))
    return next((entry for entry in known if is_concrete(entry)), thing)


def _derived(heard: Heard, texts: tuple[Text, ...], encoder: Encoder | None) -> str:
    """The entry that copy and request tell of most; for want of it, one named wherever."""
    titles = " ".join(t.text for t in texts if t.role == "title")
    names = proper_names(heard.request[:_TELLING], heard.names)
    carrier = _CARRIER.search(heard.request[:_ASKED])
    names = (carrier["c"] or carrier["d"], *names) if carrier else names
    heads, *others = _regions(heard, texts, titles)
    seen = (
        heads._replace(text=without_ways(heads.text)),
        *(region._replace(text=seen_in(region.text)) for region in others),
    )
    regions = tuple(r._replace(text=_BROUGHT.sub(" ", without(r.text, names))) for r in seen)
    anywhere = Region(color_pattern().sub(" ", regions[-1].text), _ANYWHERE)
    if _VISITED.search(titles):  # an open day shows the house that opens
        regions += tuple(Region(venue, 0.6) for venue in heard.names.venues)
    regions += (
        Region(" . ".join(_LOVES.findall(_told(heard))), 1.0),
        Region(" . ".join(_THANKED.findall(_told(heard))), 0.8),
    )
    if _TEAM.search(heard.request[:_ASKED]):
        regions += (Region(brand_of(heard), 1.0),)
    found = subject_of(regions)
    if found.confidence >= CONFIDENT and is_confident(found.word):
        return _qualified(found.word, regions[0].text)
    found = subject_of((anywhere,))
    if found.confidence >= CONFIDENT and found.word not in _OTHERWISE:
        return found.word
    return nearest(titles, heard.whole[:_TELLING], encoder) if encoder else ""


def _is_in_name(entry: str) -> bool:
    """Whether its drawing bears a word of it: of blood donation a blood bag."""
    return bool(set(entry.split()) & {w for icon in icons_for(entry)[:1] for w in icon.split("-")})


_TWO = re.compile(r"\b([a-z]+)(?:,| and|, and) [a-z]+ ", re.IGNORECASE)


def _qualified(word: str, title: str) -> str:
    """The word with the first of two that tell how it is: a healthy and delicious breakfast."""
    found = _TWO.search(title) and found_with(word, rf"{_TWO.pattern}{re.escape(word)}\b", title)
    return (found and entry_named(f"{found[1]} {word}")) or word


def _regions(heard: Heard, texts: tuple[Text, ...], titles: str) -> tuple[Region, ...]:
    """Stretches of copy and request by how much they tell of the subject."""
    opening = heard.opening
    told = (t.text for t in texts if t.role in ("kicker", "subtitle"))
    beside = " . ".join(text for text in told if not text.startswith("From "))
    below = " . ".join(t.text for t in texts if t.role in ("item", "body"))
    named = bool(opening.of("name")) or titles == brand_of(heard)
    quoted = any(t.role == "title" and t.provenance == "user" for t in texts)
    return (
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


def _told(heard: Heard) -> str:
    return seen_in(heard.whole[:_TELLING])
