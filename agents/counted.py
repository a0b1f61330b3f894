"""Things in numbers and classes of things: "three lanterns", "woodland animals", "garden tools"."""

from __future__ import annotations

import re
from functools import cache

from agents.lexicon import entry_named
from agents.phrases import any_of

_NUMBERS = {"two": 2, "a pair of": 2, "a couple of": 2, "three": 3, "four": 3, "five": 3, "six": 3}
_NUMBERS |= {"several": 3, "a row of": 3, "a stack of": 3, "a trio of": 3, "rows of": 3}
_BETWEEN = r"(?:[a-z][\w'’-]*\s){0,2}?"  # "two steaming white mugs"
_HEADS = (
    r"(?:animals?|creatures?|birds|tools?|utensils?|supply|supplies|equipment|gear|goods?"
    r"|instruments?|fruits?|berries|vegetables?|symbols?|elements?|motifs?|objects?|icons?"
    r"|items?|products?|accessory|accessories|decorations?|materials?|drinks|treats|dishes"
    r"|vehicles|flowers|plants)"
)
_CLASS = re.compile(rf"[\w'’-]+ (?:\w+ )?{_HEADS}", re.IGNORECASE)
_MEMBERS = r",?\s(?:such as|like|including|for example|namely|e\.g\.)\s"


def is_class(entry: str) -> bool:
    """Whether the entry is a class, of which several members are shown: "baking tools"."""
    return bool(_CLASS.fullmatch(entry))


def without_told_classes(entries: list[str], text: str) -> list[str]:
    """The entries without classes whose members are told: "lucky symbols, such as a clover"."""
    return [entry for entry in entries if not (is_class(entry) and _told(entry).search(text))]


def count_of(thing: str, text: str) -> int:
    """How many of a thing the text names, three at most; one where it does not say."""
    numbers = any_of(sorted(_NUMBERS, key=len, reverse=True))
    forms = any_of([f"{thing}s", f"{thing}es", re.sub(r"y$", "ies", thing)])
    found = re.search(rf"\b({numbers})\s{_BETWEEN}{forms}\b", text, re.IGNORECASE)
    return _NUMBERS[found[1].lower()] if found else 1


def counted_entry(count: str, thing: str) -> str:
    """The entry for things in this number, where they have a drawing: "five stars"."""
    return entry_named(f"{count.strip().lower()} {thing}s") if count else ""


@cache
def _told(entry: str) -> re.Pattern[str]:
    head = entry.split()[-1].removesuffix("s").removesuffix("ie").removesuffix("y")
    return re.compile(rf"\b{head}\w*{_MEMBERS}", re.IGNORECASE)
