"""What a chat edit asks, word by word: which thing, what happens to it, which words are new."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from agents.reader.network import network
from agents.reader.spans import Span, spans_of
from agents.reader.words import within, words_in


class Wish(NamedTuple):
    """What a sentence of the chat is about.

    `kind`: "edit" of something named, "palette", "vague", "system", "format", "variants", "brand",
    "language", "undo", "redo", "question", "outside" (no work of a design program) or "unclear".
    Spans of an edit: "thing" by description, "quoted" words of the design, "new" words, "added"
    words, a "place" it goes to, a "drawing"; any other kind is a deed, such as "bigger".
    """

    text: str
    kind: str
    sure: float
    spans: tuple[Span, ...]

    def said(self, span: Span) -> str:
        return self.text[span.start : span.end]


_QUOTED = re.compile(r"(?<!\w)['\"“‘]([^\"“”\n]+?)['\"”’](?!\w)")
_KINDS = {"X": "thing", "Q": "quoted", "N": "new", "A": "added", "P": "place", "D": "drawing"}


def wish_in(text: str, known: tuple[tuple[int, int], ...] = ()) -> Wish:
    """Read a chat sentence; `known` are places in it whose words stand on the design."""
    reader, words = network("edits"), words_in(text, known)
    whole, states = reader.states(text, words)
    chosen = reader.likely("class", whole)
    kind = int(chosen.argmax())
    sure = float(np.exp(chosen[kind]))
    words = words[: len(states)]
    if not words:
        return Wish(text, "unclear", 1.0, ())
    spans = spans_of(words, reader.likely("edit", states), reader.tags["edit"])
    deeds = reader.likely("deed", states)
    named = []
    for span in spans:
        if span.kind == "E":
            scores = deeds[within(words, span.start, span.end)].mean(0)
            deed = int(scores.argmax())
            sure_of = min(span.sure, float(np.exp(scores[deed])))
            named.append(span._replace(kind=reader.tags["deed"][deed], sure=sure_of))
        else:
            named.append(_whole(span._replace(kind=_KINDS[span.kind]), text))
    return Wish(text, reader.tags["class"][kind], sure, tuple(dict.fromkeys(named)))


def _whole(span: Span, text: str) -> Span:
    """New words that are part of a quote are the whole quote."""
    if span.kind in ("new", "added"):
        for quote in _QUOTED.finditer(text):
            if quote.start(1) <= span.start and span.end <= quote.end(1):
                return span._replace(start=quote.start(1), end=quote.end(1))
    return span
