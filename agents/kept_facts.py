"""Facts that a model may not alter: every figure, date, address and number, letter by letter.

What a model wrote is compared with what people wrote; a fact it bent is put back, one it made up
makes the whole line unfit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.edits import distance
from agents.facts import facts_in

_FIGURE = re.compile(r"\S*(?:[^\W_]*\d|[@€$£¥₹%#])\S*|\b(?:https?://|www\.)\S+")
_EDGES = " \t\n,;:.!?\"'“”‘’()[]«»"
_NEAR = 0.34  # share of a fact's letters that a bent one may differ in


class Span(NamedTuple):
    text: str
    start: int
    end: int
    role: str  # of a fact; "" for a mere figure


def restored(text: str, *sources: str) -> str | None:
    """The text with every fact as a source has it; None when no source has such a fact."""
    known = tuple(span for source in sources for span in hard_spans(source))
    for span in sorted(hard_spans(text), key=lambda span: -span.start):
        if any(_stands_in(span.text, source) for source in sources):
            continue
        meant = _meant(span, known)
        if meant is None:
            return None
        text = text[: span.start] + meant + text[span.end :]
    return text


def missing(old: str, new: str) -> tuple[str, ...]:
    """The facts of the old text that the new one does not have."""
    return tuple(s.text for s in hard_spans(old) if not _stands_in(s.text, new))


def hard_spans(text: str) -> tuple[Span, ...]:
    """Facts as `agents/facts.py` reads them, and every other word with a figure in it."""
    facts = [Span(f.text, f.start, f.end, f.role) for f in facts_in(text)]
    figures = [span for span in _figures(text) if not any(_overlap(span, f) for f in facts)]
    return tuple(sorted((*facts, *figures), key=lambda span: span.start))


def _figures(text: str) -> Iterator[Span]:
    for match in _FIGURE.finditer(text):
        word = match[0].strip(_EDGES)
        if word:
            start = match.start() + match[0].index(word)
            yield Span(word, start, start + len(word), "")


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _stands_in(fact: str, source: str) -> bool:
    """As a whole: "5 May" does not stand in "15 May", nor "$2" in "$25"."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(fact)}(?![^\W_]|[.,:]\d)", source))


def _meant(span: Span, known: tuple[Span, ...]) -> str | None:
    """The one known fact of the same kind that a bent one was, by the fewest differing letters."""
    near = [
        (apart, other.text)
        for other in known
        if other.role == span.role
        and (apart := _apart(span.text, other.text)) <= _NEAR * len(other.text)
    ]
    return min(near)[1] if near else None


def _apart(a: str, b: str) -> int:
    return distance(a.casefold(), b.casefold(), max(1, int(_NEAR * len(b))))
