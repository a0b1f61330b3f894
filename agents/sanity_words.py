"""Doubts about words: probable misspellings in short copy, and one name spelt two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

from agents.brief import Brief, Text
from agents.doubts import Doubt
from agents.edits import distance
from agents.phrases import word_set
from agents.spelling import is_known, is_name, meant_by
from agents.ways_out import one_of, ways_to

_COPY = ("title", "subtitle", "kicker", "quote", "cta", "offer", "item", "body", "legal", "brand")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LITTLE = word_set("a an and at by for from in is it of off on or our the to up with your you")
_INTRODUCED = re.compile(
    r"\b(?:called|named|brand|company|shop|store|boutique|salon|name is)\W*$", re.IGNORECASE
)
_LONGEST = 400  # characters; longer copy is no headline


def doubts_about_words(brief: Brief) -> Iterator[Doubt]:
    if brief.language.value == "en":
        yield from _misspelt(brief)
    yield from _two_spellings(brief)


def _misspelt(brief: Brief) -> Iterator[Doubt]:
    names = _names(brief)
    told: set[str] = set()
    for text in brief.texts:
        if text.role not in _COPY or len(text.text) > _LONGEST:
            continue
        for word in _doubtful(text, brief.request):
            low = word.lower()
            if low in told or low in names:
                continue
            told.add(low)
            meant = _as_written(meant_by(low), word)
            message = f"{word!r} is probably misspelt"
            fix = f"write {meant!r} if that is meant"
            yield Doubt("spelling", word, message, fix, ways_to(word, meant))


def _names(brief: Brief) -> set[str]:
    """Words of brands, venues, addresses and contacts."""
    named = [t.text for t in brief.texts if t.role in ("brand", "venue", "address", "contact")]
    words = (word for text in named for word in _WORD.findall(text))
    return {word.lower() for word in words if word[0].isupper()}


def _doubtful(text: Text, request: str) -> Iterator[str]:
    if not text.text.isascii() and _is_foreign(text.text):
        return
    words = _WORD.findall(re.sub(r"\S*[@#/]\S*|\S+\.\w{2,}\S*", " ", text.text))
    if words and sum(is_known(word) for word in words) < len(words) / 2 and len(words) > 1:
        return  # another language, or a string of names
    for number, word in enumerate(words):
        if _may_be_slip(word, request) and meant_by(word.lower()):
            lonely = len(words) == 1 and text.provenance != "user"
            surname = number and len(word) < 7 and word[0].isupper() and is_name(words[number - 1])
            if not (lonely or surname or (number and _is_lone_capital(word, words))):
                yield word


def _may_be_slip(word: str, request: str) -> bool:
    """Names are capitalised where the request's other words are not."""
    if len(word) < 4 or not word.isascii() or re.search(r"[a-z][A-Z]", word):
        return False
    if is_known(word) and not meant_by(word.lower()):
        return False
    place = request.find(word)
    if word[0].islower() or place < 0:
        return True
    meant = meant_by(word.lower())
    alike = word[-1].lower() == meant[-1:] or sorted(word.lower()) == sorted(meant)
    return alike and not _is_named(request, place, word)


def _is_named(request: str, place: int, word: str) -> bool:
    """Whether the word is introduced as a name or stands, capitalised, amid words that are not."""
    if _INTRODUCED.search(request[:place]):
        return True
    before, after = request[:place].split(), request[place + len(word) :].split()
    if not before or before[-1][-1] in ".!?:;\"'“‘(":
        starts = True
    else:
        starts = before[-1][0] in "\"'“‘(" and len(before[-1]) == 1
    quoted = request[place - 1 : place] in ("'", '"', "“", "‘")
    neighbours = [w.strip("\"'“”‘’.,!?") for w in (*before[-1:], *after[:1])]
    plain = [w for w in neighbours if w and w.lower() not in _LITTLE and w[0].isalpha()]
    if starts or quoted:
        return False
    return all(w[0].islower() for w in plain)


def _is_lone_capital(word: str, words: list[str]) -> bool:
    """Capitalised in copy whose other words are lower case: a name."""
    others = [w for w in words[1:] if w.lower() not in _LITTLE and w is not word]
    return word[0].isupper() and bool(others) and all(w[0].islower() for w in others)


def _is_foreign(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(not c.isascii() for c in letters) > len(letters) / 4


def _as_written(meant: str, word: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant


def _two_spellings(brief: Brief) -> Iterator[Doubt]:
    """Capitalised words that no dictionary knows, one slip apart."""
    request = re.sub(r"\S*[@/#]\S*|\S+\.[a-z]{2,}\S*", " ", brief.request)
    names = dict.fromkeys(
        m[0] for m in re.finditer(r"(?<![\w'’])[^\W\d_a-z][^\W\d_]{3,}(?:[A-Z][a-z]+)?", request)
    )
    told = False
    for first, second in combinations(names, 2):
        if not told and _is_one_name(first, second):
            told = True
            message = f"a name is spelt two ways, {first!r} and {second!r}"
            ways = one_of(first, second)
            yield Doubt("fact-twice", second, message, "keep the right one", ways)
    yield from _joined_and_apart(request, brief.text("brand"))


def _is_one_name(first: str, second: str) -> bool:
    a, b = first.lower(), second.lower()
    if a == b:
        return False
    if _folded(a) == _folded(b):
        return True
    if min(len(a), len(b)) < 5 or a.rstrip("s") == b.rstrip("s"):
        return False
    strange = [not is_known(w) or is_name(w) for w in (a, b)]
    if not any(strange) or (not all(strange) and meant_by(a) + meant_by(b) == ""):
        return False
    if all(is_name(w) for w in (a, b)):
        return False
    return distance(a, b, 1) <= 1 and a[0] == b[0]


def _joined_and_apart(request: str, brand: str) -> Iterator[Doubt]:
    """ "BlueNote" where the brand is "Blue Note"."""
    parts = brand.split()
    if len(parts) != 2 or min(map(len, parts)) < 3:
        return
    pattern = rf"\b{re.escape(parts[0])}(?:-|(?=\w)){re.escape(parts[1])}\b"
    match = re.search(pattern, request, re.IGNORECASE)
    if match and not match[0].islower():
        message = f"a name is spelt two ways, {brand!r} and {match[0]!r}"
        ways = one_of(brand, match[0])
        yield Doubt("fact-twice", match[0], message, "keep the right one", ways)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word)
    return "".join(c for c in plain if not unicodedata.combining(c))
