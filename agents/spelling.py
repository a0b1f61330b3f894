"""Is a word English, and if not, which common word was probably meant?

Words come by how common they are (assets/words/english.txt.xz); only slips that people make are
looked for, and only of common words, so that names and new words are left in peace.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "assets" / "words"
_COMMON = 4  # levels that suggestions come from; the first is the commonest
_PLAIN = 3  # levels whose words make compounds
_VERY = 2  # levels of words that everybody writes
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = set("aeiouy")
_SHORT = 6  # letters under which only exchanged and doubled letters count as slips
_IMPOSTORS = ("calender", "sumer", "heathy", "teh")  # rare words that are mostly slips
_NEAR_KEYS = {
    "a": "qsz", "b": "vn", "c": "xvsk", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa",
    "r": "et", "s": "adcz", "t": "ry", "u": "yi", "v": "bc", "w": "qe", "x": "zc", "y": "tu",
    "z": "xs",
}  # fmt: skip


def is_known(word: str) -> bool:
    """Whether the word, its singular, or a compound of two plain words is English."""
    low = re.sub(r"'s?$", "", word.lower().replace("’", "'"))
    if "'" in low or low in _levels() or len(low) < 4:
        return True
    single = low.removesuffix("s")
    if single in _levels() and f"{single}es" not in _levels() and single[-2:] not in ("ed", "ly"):
        return True
    return _is_compound(low) and not _best(low, _VERY)


def is_common(word: str) -> bool:
    """Whether the word itself is one that many people write."""
    return _levels().get(word.lower(), 9) < _COMMON


def _is_compound(word: str) -> bool:
    return any(
        _levels().get(word[:cut], 9) < _PLAIN and _levels().get(word[cut:], 9) < _PLAIN
        for cut in range(3, len(word) - 2)
    )


def is_name(word: str) -> bool:
    """Whether the lists know the word as the name of somebody or some place only."""
    return word.lower() not in _CALENDAR and _levels().get(word.lower()) == _names_level()


@lru_cache(maxsize=4096)
def meant_by(word: str) -> str:
    """The common word that an unknown one is a slip of, or an empty string."""
    low = word.lower()
    return "" if is_known(low) else _best(low, _COMMON) or _by_skeleton(low)


def _best(word: str, levels: int) -> str:
    """The commonest word one slip away; letters exchanged or doubled are the likeliest slips."""
    near: dict[str, int] = {}
    for cost, meant in _slips(word):
        level = 0 if meant in _CALENDAR else _levels().get(meant, 9)
        if level < levels:
            near.setdefault(meant, level + cost)
    return min(near, key=lambda meant: near[meant]) if near else ""


_CALENDAR = frozenset(
    [
        "january", "february", "april", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "christmas", "easter", "halloween", "thanksgiving", "ramadan",
        "hanukkah", "diwali", "valentine", "american", "european", "english", "italian", "french",
        "spanish", "mexican", "german", "japanese", "chinese", "indian",
    ]
)  # fmt: skip


def _slips(word: str) -> Iterator[tuple[int, str]]:
    """A cost and what may have been meant, one slip away; the first letter is taken as right."""
    for i in range(1, len(word) - 1):
        yield 0, word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    for i in range(1, len(word) + 1):
        if i < len(word) and word[i] == word[i - 1]:
            yield 0, word[:i] + word[i + 1 :]
        yield 0, word[:i] + word[i - 1] + word[i:]
    if len(word) < _SHORT:
        yield from ((2, w) for i in range(1, len(word)) for w in _with_vowel(word, i))
        return
    for i in range(1, len(word)):
        for letter in _LETTERS:
            yield 1, word[:i] + letter + word[i:]
        yield 2, word[:i] + word[i + 1 :]
        for letter in _mistaken(word[i]):
            yield 2, word[:i] + letter + word[i + 1 :]
    if len(word) > _SHORT:
        for letter in "edgnlry":
            yield 1, word + letter


def _with_vowel(word: str, place: int) -> Iterator[str]:
    """A short word without the vowel that stood between two consonants: "strts", "plese"."""
    if len(word) > _SHORT - 2 and _levels().get(word, 9) > _COMMON:
        for vowel in "aeiou":
            yield word[:place] + vowel + word[place:]


def _mistaken(letter: str) -> str:
    vowels = "aeiouy" if letter in _VOWELS else ""
    return vowels + _NEAR_KEYS.get(letter, "")


def _by_skeleton(word: str) -> str:
    """A longer word with the same consonants in the same order: "definately"."""
    from agents.edits import distance

    if len(word) <= _SHORT:
        return ""
    for common in _skeletons().get(_skeleton(word), ()):
        if distance(word, common, 2) <= 2:
            return common
    return ""


def _skeleton(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word[0] + re.sub("[aeiouy]", "", word[1:]))


@cache
def _skeletons() -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for word, level in _levels().items():
        if level < _COMMON - 1 and len(word) > _SHORT:
            bones = _skeleton(word)
            made[bones] = (*made.get(bones, ()), word)
    return made


@cache
def _names_level() -> int:
    return max(_levels().values())


@cache
def _levels() -> dict[str, int]:
    """Word → how common it is, 0 the most; names come last."""
    paragraphs = lzma.decompress((_FOLDER / "english.txt.xz").read_bytes()).decode().split("\n\n")
    levels: dict[str, int] = {}
    for level, paragraph in enumerate(paragraphs):
        levels.update(dict.fromkeys(paragraph.split("\n"), level))
    modern = (_FOLDER / "modern.txt").read_text("utf-8").splitlines()[1:]
    for line in modern:
        levels.update((word, _COMMON + 1) for word in line.split() if word not in levels)
    for word in [word for word in levels if not word.isascii()]:
        plain = "".join(
            c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)
        )
        levels.setdefault(plain, levels[word])
    for word in _IMPOSTORS:
        levels.pop(word, None)
    return levels
