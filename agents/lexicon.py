"""From words to icons: what a request is about, as names of bundled drawings, with confidence.

A picture that means nothing is worse than none: below `CONFIDENT` no subject is named.
"""

from __future__ import annotations

import json
import lzma
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from agents.phrases import any_of, word_set
from agents.vocabulary import occasion_in
from generators.artist.icons import has_icon, is_flattened
from generators.artist.naming import is_place as is_place_drawing

ICONS = Path(__file__).parent.parent / "assets" / "icons"
TRADES = Path(__file__).parent.parent / "assets" / "words" / "trades.txt"
CONFIDENT = 0.5
_LONGEST = 4  # words in a lexicon entry
_SHORTEST = 3  # letters of a beginning in another language
_GENERIC = 0.4  # confidence of words such as "sale", whose icon says little
_EMBLEM = 0.55  # of words that name no thing and yet have one fair picture, for want of better
_GATHERING = 0.51  # of kinds of gathering: of a marketing masterclass the marketing is shown
_KIND = 0.8  # of houses and kinds of event: of a bowling league the bowling is shown
_DOING = 0.93  # of deeds and qualities: of dog training the dog is shown
_BARGAIN = 0.7  # of a sale in general: what is sold at it tells more
_PLACE = 0.56  # of towns and countries: of a jazz night in Paris the jazz is shown
_OCCASION = 0.85  # of occasions, which yield to what is sold or served at them


# Drawings with letters or signs in them, which would be read as copy.
_LETTERED = re.compile(
    r"-button$|^japanese-|^input-|^keycap-|^white-flower$|(?<!bow-and)-arrow$|-sign$|^(?:soon|back|end|on"
    r"|top)-arrow"
)


# Drawings that stand for anything and so say little; they are shown only when they are named.
_HEADS = frozenset({"face", "head", "portrait", "mask", "emoji"})  # else animals are shown whole
_WORN = frozenset(
    {"shopping-bags", "paper-shopping-bags", "shopping-cart", "red-heart", "briefcase", "house",
     "star", "sparkles",
     "party-popper", "light-bulb"}
)  # fmt: skip

# Deeds before "your", "the", …: who tracks habits shows no railway track.
_DEED = re.compile(
    r"(?:track|watch|train|ship|park|iron|fish|cast|match|ring|bank|book|light|drum|bat|duck"
    r"|hammer|nail|pin|plug|ski|fuel|lock|unlock|pen|picture|pitch|rock|sail|screw|seal|snap"
    r"|spring|stamp|star|surf|bridge|brush|box|bowl|crown|dish|file|film|fly|frame|gear|mask"
    r"|mirror|paint|palm|paper|phone|pocket|rose|saw|scale|shield|shower|skate|skirt|sock|spoon"
    r"|sponge|store|swing|table|target|tie|trumpet|weather|wing|worm|anchor|dress|trim|kite"
    r"|rocket|building|bookmark|magnet|plant|sweeten|cook|map|fan|hook|tap|cap|flag)s?"
)
_WHOSE = re.compile(r"(?:your|my|our|his|her|their|its?|the|an?|this|that|these|those|them)")

_DONE_FOR = re.compile(r"\b(?:train|fish|sail|cook|ship) for (?=(?:an?|the|your|my|our)\b)", re.I)
_AND_HOW = re.compile(r"(?:for|with|like|in|at|on|and|better|well|)")


# Houses of something: of a surf school the surfing is shown.
HOUSES = word_set(
    """school salon clinic bar cafe museum camp farm shop club hotel pub library hospital church
    park garden beach lake barn stadium gym university college"""
)
# Kinds of event, person and ware that the word before them tells apart.
_KINDS = word_set(
    """league recital concert parade teacher fundraiser cleanup resume sauce juice butter jam soup
    diary habit costume father mother dad mom videography nursery sleep exam race lesson engineer
    developer designer pilot training exploration pool award medal carnival band song dance
    journal contest tournament championship watch rally hiring awareness wool vet veterinary
    veterinarian surgeon moving relocation
    fruit vegetable flower plant animal neighbourhood neighborhood
    podcast documentary memoir novel lecture quiz raffle gala calendar
    hindu muslim christian jewish bootcamp"""
) | {
    "boot camp",
    "has moved",
    "museum night",
    "watch party",
}
_EMBLEMS = word_set(
    """spring summer autumn winter restaurant lunch brunch dinner meal dining menu buffet catering
    drink beverage travel trip vacation book photo film screening clothing clothes accessories
    fashion art artist exhibition exhibit finance nature outdoor adventure education learning study
    children kids voting antique vintage beauty merch merchandise marketing advertising security
    delivery urban city property writing author organic recipe phone race tournament championship
    contest competition award winner technology tech management strategy sales consultant networking
    association committee membership community volunteer team diversity inclusion motivation
    achievement coaching career startup office data app website communication certificate
    certification donation charity donor market growth engagement farewell"""
)
_GATHERINGS = word_set(
    """conference summit convention seminar webinar training masterclass presentation meeting meetup
    discussion dialogue debate fair stage"""
)
# Endings of words for deeds and qualities; "Mexican" and "Japanese" tell of no thing either.
_ABSTRACT = re.compile(
    r"(?:ing|ness|ity|[ts]ion|ment|ism|ics|(?<! )ship|hood|ance|(?<!skin)(?<!skin )care|service|ese"
    r"|i[ac]*an|day|party|sale)$|^(?:german|korean|european|spooky|scary|spicy|elderly|senior|frozen)$"
)

_SALE = re.compile(r"(?:^|\s)(?:sale|clearance)s?$")
_THINGS = word_set(  # that only end like deeds and qualities
    "geese duckling gosling herring earring carnation dalmatian pomeranian pelican lioness"
    " spaceship airship"
)


class Subject(NamedTuple):
    word: str  # the lexicon entry that was found; empty when none
    icons: tuple[str, ...]  # best first
    confidence: float  # 0..1


class Region(NamedTuple):
    """A stretch of the request and how much its words tell about the subject."""

    text: str
    weight: float


def subject_of(regions: tuple[Region, ...]) -> Subject:
    """The most telling entry over all regions; later words count a little more, houses less."""
    best = Subject("", (), 0.0)
    for region in regions:
        for front, phrase in _phrases(region.text):
            hits = _hits(phrase)
            for at, (word, length) in enumerate(hits):
                lateness = 0.06 * (at + 1) / len(hits) if not at or word not in HOUSES else -0.06
                worth = _confidence(word) + 0.05 * (length - 1) + lateness
                score = region.weight * worth * (1.0 if front else 0.9)
                if score > best.confidence + 1e-9 and (icons := icons_for(word)):
                    best = Subject(word, icons, score)
    return best._replace(confidence=min(1.0, best.confidence))


@lru_cache(maxsize=1024)
def icons_for(words: str) -> tuple[str, ...]:
    """Icons for an entry, or for every entry found in a longer phrase."""
    key = _key(words)
    entries = [key] if key else [word for word, _ in reversed(_hits(words))]
    found = [icon for entry in entries for icon in _lexicon()[entry]]
    fit = [icon for icon in dict.fromkeys(found) if not _LETTERED.search(icon)]
    named = set(re.split(r"\W+", words.lower()))
    if named.isdisjoint(_HEADS):
        fit = list(dict.fromkeys((*map(_whole_of, fit), *fit)))
    telling = [icon for icon in fit if icon not in _WORN or named & set(icon.split("-"))]
    return tuple(telling)


def _whole_of(icon: str) -> str:
    """An animal from head to tail instead of its face, which looks like an emoji."""
    whole = icon.removesuffix("-face")
    return whole if has_icon(whole) else icon


def entries_in(text: str) -> tuple[str, ...]:
    """The entries named in a text, in its order."""
    return tuple(word for word, _ in _hits(text))


def entry_named(words: str) -> str:
    """The entry for exactly these words, or an empty string."""
    return _key(words)


def is_drawn(entry: str) -> bool:
    """Whether a drawing bears the entry's name."""
    return any(set(entry.split()) <= set(icon.split("-")) for icon in icons_for(entry)[:1])


def is_concrete(entry: str) -> bool:
    """Whether the entry is a thing with a drawing rather than a deed, a quality or a mood."""
    icons = icons_for(entry)
    if is_drawn(entry):
        return True
    what = entry_named(entry.removesuffix(" party")) if entry.endswith(" party") else ""
    deed = _ABSTRACT.search(entry) and entry not in _THINGS and not (what and is_concrete(what))
    return bool(icons) and not deed and entry not in _listed("generic")


def is_place(entry: str) -> bool:
    """Whether it is a town, a country or a region."""
    return entry in _listed("places")


def color_of(icon: str) -> str | None:
    """The icon's most visible colour."""
    return _colors().get(icon)


def is_confident(words: str) -> bool:
    """Whether the words name something that can be drawn."""
    sure = any(_confidence(word) >= CONFIDENT for word, _ in _hits(words))
    return sure and bool(icons_for(words))


@cache
def drawable_words() -> tuple[str, ...]:
    """The name of every drawing that says something by itself, sorted."""
    names = (name.replace("-", " ") for name in _colors() if not _LETTERED.search(name))
    return tuple(sorted(name for name in names if name in _lexicon() and is_confident(name)))


def foreign_entry(text: str) -> str:
    """The entry for a word of another language, whose article and suffixes do not matter."""
    word = re.sub(r"^(?:l|d|un|dell|all|nell)'|'\w+$", "", text)
    whole, starts = _trades()
    if " " in word or word in whole:
        return whole.get(word, "")
    reach = range(len(word), _SHORTEST - 1, -1)
    return next((starts[word[:n]] for n in reach if word[:n] in starts), "")


def _phrases(text: str) -> list[tuple[bool, str]]:
    """The text cut at borders and joining words; what stands before them is in front."""
    found = []
    told = _DONE_FOR.sub(" ", text)
    for phrase in re.split(r"(?<!\bSt)\s*[.,;:!?]\s", _joined().sub(_whole, told)):
        front, *back = re.split(r" (?:in|on|with|for|at|from|by|to|and|or) ", phrase)
        found.append((True, front))
        found += [(False, piece) for piece in back]
    return found


@cache
def _joined() -> re.Pattern[str]:
    """Entries with a joining word inside: "back to school"."""
    entries = [
        e for e in _lexicon() if re.search(r"\s(?:in|on|with|for|at|from|by|to|and|or)\s", e)
    ]
    return re.compile(rf"\b(?:{any_of(entries)})\b", re.IGNORECASE)


def _whole(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\u00a0")  # read as one phrase, and yet as several words


@lru_cache(maxsize=1024)
def _hits(text: str) -> tuple[tuple[str, int], ...]:
    """Entries in the text, longest first at each place, with their length in words."""
    words = re.findall(r"[^\W_][\w'’-]*", text.replace("İ", "i").lower())
    found, at = [], 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            key = _key(" ".join(words[at : at + length]))
            if key and not (length == 1 and _is_deed(words, at)) and not _is_where(key):
                found.append((key, length))
                at += length - 1
                break
        at += 1
    return tuple(found)


def _is_where(entry: str) -> bool:
    """Whether it is an entry for where things stand, which words alone do not name."""
    return entry.endswith(" place") and any(map(is_place_drawing, _lexicon()[entry]))


def _is_deed(words: list[str], at: int) -> bool:
    """Whether the word is what somebody does: "watch your step", "how to train for a race"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    to_do = words[max(0, at - 1) : at] == ["to"] and _AND_HOW.fullmatch(after)
    return bool(_DEED.fullmatch(words[at]) and (_WHOSE.fullmatch(after) or to_do))


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    """The entry for these words: an icon's own name, then the singular, then as written."""
    said = words.lower().replace("’", "'").strip(" '")
    text, entries = said.replace("-", " "), _lexicon()
    if text.replace(" ", "-") in _colors() and text in entries:
        return text
    spelt = (text, said.replace("-", ""))  # "a clean-up" is a "cleanup"
    forms = (f for each in dict.fromkeys(spelt) for f in (*_singulars(each), each, *_wolf(each)))
    known = next((form for form in forms if form in entries), "")
    return known or foreign_entry(text)


def _singulars(text: str) -> list[str]:
    forms = []
    if text.endswith("'s"):
        forms.append(text[:-2])
    if text.endswith("ies") and len(text) > 4:
        forms.append(text[:-3] + "y")
    if re.search(r"(?:[sxzo]|ch|sh)es$", text):
        forms.append(text[:-2])
    if text.endswith("s") and not text.endswith("ss") and len(text) > 3:
        forms.append(text[:-1])
    return [form for form in reversed(forms) if form]


def _wolf(text: str) -> list[str]:
    """Of wolves and knives."""
    return [text[:-3] + end for end in ("f", "fe") if text.endswith("ves")]


def _confidence(word: str) -> float:
    if word in _GATHERINGS:
        return _GATHERING
    if word in _listed("generic"):
        return _EMBLEM if word in _EMBLEMS else _GENERIC
    if is_place(word):
        return _PLACE
    if _SALE.search(word) and not is_concrete(entry_named(_SALE.sub("", word))):
        return _BARGAIN
    if word in HOUSES or word in _KINDS:
        return _KIND
    if " " not in word and _ABSTRACT.search(word) and not (is_concrete(word) or takes_turns(word)):
        return _DOING
    return _OCCASION if is_festive(word) else 1.0


@cache
def is_festive(entry: str) -> bool:
    """Whether the entry is an occasion and not one of its things, such as a Christmas tree."""
    occasion = occasion_in(entry).lower().split()
    if not occasion:
        return False
    thing = {word for word in entry.split() if word not in occasion}
    drawn = icons_for(entry)[:1]
    return not (drawn and thing and thing <= set(drawn[0].split("-")))


@cache
def hands_of(icon: str) -> tuple[str, ...]:
    """The same thing as each artist draws it: "key", "key/noto", …; people are of one hand."""
    if is_flattened(icon):
        return (icon,)
    return (icon, *_further_hands().get(icon, ()))


@cache
def _further_hands() -> dict[str, list[str]]:
    """The thing -> its drawings by other artists."""
    hands = dict[str, list[str]]()
    for name in _colors():
        if "/" in name:
            hands.setdefault(name.partition("/")[0], []).append(name)
    return hands


@cache
def takes_turns(entry: str) -> bool:
    """Whether the first icons of the entry, a trade, say it equally well."""
    return entry in _listed("equals")


@cache
def _listed(kind: str) -> frozenset[str]:
    """Entries of one kind: "equals", "generic" or "places"."""
    return frozenset(json.loads((ICONS / f"{kind}.json").read_text("utf-8")))


@cache
def _lexicon() -> dict[str, list[str]]:
    return json.loads(lzma.decompress((ICONS / "lexicon.json.xz").read_bytes()))


@cache
def _trades() -> tuple[dict[str, str], dict[str, str]]:
    """Words of other languages and beginnings of words -> the entry."""
    lines = TRADES.read_text("utf-8").splitlines()
    rows = [line.partition(":") for line in lines if not line.startswith("#")]
    pairs = [(word, entry) for entry, _, words in rows for word in words.split()]
    whole = {word.replace("-", " "): entry for word, entry in pairs if not word.endswith("*")}
    return whole, {word[:-1]: entry for word, entry in pairs if word.endswith("*")}


@cache
def _colors() -> dict[str, str]:
    return json.loads((ICONS / "colors.json").read_text("utf-8"))
