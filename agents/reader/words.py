"""A sentence as words with what their spelling shows: case, digits, quotation marks, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_")
_QUOTED = re.compile(
    r"\"[^\"\n]{1,200}\"|“[^”\n]{1,200}”|‘[^’\n]{1,200}’|«[^»\n]{1,200}»"
    r"|(?<!\w)'[^\n']{1,120}'(?!\w)"
)
_SIGN = 6  # the shape of what is no word
FEATURES = {"shape": 7, "quoted": 2, "gap": 3, "known": 2}  # how many values each may take


class Word(NamedTuple):
    """A word or a sign: text[start:end], and one value for each of FEATURES."""

    start: int
    end: int
    features: tuple[int, int, int, int]

    @property
    def is_word(self) -> bool:
        return self.features[0] != _SIGN


def words_in(text: str, known: tuple[tuple[int, int], ...] = ()) -> list[Word]:
    """The words and signs of a text; `known` are places whose words stand on the design already."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        after = 2 if "\n" in gap or not found else int(bool(gap))
        inside = any(a < match.start() and match.end() < b for a, b in quoted)
        on_design = any(a <= match.start() and match.end() <= b for a, b in known)
        found.append(Word(*match.span(), (_shape(match[0]), inside, after, on_design)))
        end = match.end()
    return found


def within(words: Sequence[Word], start: int, end: int) -> list[int]:
    """The numbers of the words that lie in text[start:end] as a whole."""
    return [n for n, word in enumerate(words) if start <= word.start and word.end <= end]


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where these words stand in a text, in whatever case and with whatever signs between them."""
    wanted, _ = _spelled(words)
    said, spans = _spelled(text)
    for at in range(len(said) - len(wanted) + 1 if wanted else 0):
        if said[at : at + len(wanted)] == wanted:
            yield spans[at][0], spans[at + len(wanted) - 1][1]


@lru_cache(maxsize=64)
def _spelled(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text without signs and capitals, and where they stand."""
    words = list(re.finditer(r"\w+", text))
    return [word[0].lower() for word in words], [word.span() for word in words]


def _shape(word: str) -> int:
    """0 lower case, 1 Capitalised, 2 CAPITALS, 3 miXed, 4 digits, 5 and letters, 6 a sign."""
    if not word[0].isalnum():
        return _SIGN
    if any(sign.isdigit() for sign in word):
        return 4 if word.isdigit() else 5
    if word.islower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3
