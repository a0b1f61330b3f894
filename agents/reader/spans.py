"""Spans of a text from what the network says of each word: begin, inside or outside of a kind."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from agents.reader.words import Word


class Span(NamedTuple):
    """text[start:end] is of this kind, as far as the reader is sure (0 to 1)."""

    kind: str
    start: int
    end: int
    sure: float


def spans_of(words: list[Word], likely: np.ndarray, tags: tuple[str, ...]) -> list[Span]:
    """The most likely sequence of tags (Viterbi) as spans.

    likely: (words, tags), logarithms of probabilities. A tag is "O", "B-kind" or "I-kind"; the last
    follows only a tag of its own kind.
    """
    best = _best(likely, tags) if words else []
    kinds = [tag[2:] for tag in tags]
    found: list[Span] = []
    for number, tag in enumerate(best):
        if tags[tag] == "O":
            continue
        word, sure = words[number], _of_kind(likely[number], kinds, kinds[tag])
        if tags[tag][0] == "I":
            last = found[-1]
            found[-1] = last._replace(end=word.end, sure=min(last.sure, sure))
        else:
            found.append(Span(kinds[tag], word.start, word.end, sure))
    return found


def _best(likely: np.ndarray, tags: tuple[str, ...]) -> list[int]:
    step = _steps(tags)
    score = likely[0] + np.array([-1e9 if tag[0] == "I" else 0.0 for tag in tags])
    back = []
    for row in likely[1:]:
        ways = score[:, None] + step
        back.append(ways.argmax(0))
        score = ways.max(0) + row
    path = [int(score.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


@lru_cache(maxsize=4)
def _steps(tags: tuple[str, ...]) -> np.ndarray:
    """What it costs to go from one tag to another: nothing, or too much where it may not follow."""
    return np.where([[_follows(tag, last) for tag in tags] for last in tags], 0.0, -1e9)


def _follows(tag: str, last: str) -> bool:
    return tag[0] != "I" or last[2:] == tag[2:]


def _of_kind(row: np.ndarray, kinds: list[str], kind: str) -> float:
    return float(sum(np.exp(row[i]) for i, each in enumerate(kinds) if each == kind))
