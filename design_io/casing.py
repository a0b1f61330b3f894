"""Upper, lower and title case that remembers which original character each new one came from.

Pasted ligatures become letters on the way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

Case = Literal["none", "upper", "lower", "title"]

_TURKIC = ("tr", "az")
_TURKIC_UPPER = {"i": "\u0130", "\u0131": "I"}
_TURKIC_LOWER = {"I": "\u0131", "\u0130": "i"}
# Greek capitals carry no tonos; a dialytika stays.
_GREEK_UPPER = dict(zip("άέήίόύώΆΈΉΊΌΎΏΐΰ", "ΑΕΗΙΟΥΩΑΕΗΙΟΥΩΪΫ", strict=True))
# Ligatures pasted from a PDF; the font makes its own from the letters.
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_PASTED = re.compile("[ﬀ-ﬆ]")
_APOSTROPHES = "'\u2019\u02bc"


class Cased(NamedTuple):
    text: str
    origins: Sequence[int]  # per character and for the end: its index in the original


def cased(text: str, stretches: Sequence[tuple[int, int, Case]], language: str) -> Cased:
    """`text` with each stretch (start, end, case) mapped; the stretches cover it in order."""
    if all(case == "none" for _, _, case in stretches) and not _PASTED.search(text):
        return Cased(text, range(len(text) + 1))
    turkic = language.partition("-")[0].lower() in _TURKIC
    parts: list[str] = []
    origins: list[int] = []
    for start, end, case in stretches:
        for index in range(start, end):
            mapped = _mapped(text, index, case, turkic)
            parts.append(mapped)
            origins += [index] * len(mapped)
    return Cased("".join(parts), (*origins, len(text)))


def _mapped(text: str, index: int, case: Case, turkic: bool) -> str:
    char = text[index]
    if case == "upper" or (case == "title" and _starts_word(text, index)):
        if turkic and char in _TURKIC_UPPER:
            return _TURKIC_UPPER[char]
        return _GREEK_UPPER.get(char, char.upper()) if case == "upper" else char.title()
    if case == "lower":
        if turkic and char in _TURKIC_LOWER:
            return _TURKIC_LOWER[char]
        if char == "Σ" and _ends_word(text, index):
            return "ς"
        return _LIGATURES.get(char, char.lower())
    return _LIGATURES.get(char, char)


def _starts_word(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    return not (before.isalnum() or before in _APOSTROPHES)


def _ends_word(text: str, index: int) -> bool:
    after = text[index + 1] if index + 1 < len(text) else " "
    return index > 0 and text[index - 1].isalpha() and not after.isalpha()
