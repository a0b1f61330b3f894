"""Which words of a request are copy, and of what kind; the others ask, direct or explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from agents.reader.network import MOST_PIECES, network
from agents.reader.spans import Span, spans_of
from agents.reader.words import Word, places_of, within, words_in

KINDS = {"O": "none", "T": "title", "B": "brand", "K": "tagline", "I": "item", "L": "line",
         "S": "picture", "P": "wanted"}  # fmt: skip
_COLUMN = {kind: number for number, kind in enumerate(KINDS.values())}
_UNPRINTED = ("none", "picture", "wanted")
_WORDS = MOST_PIECES // 2  # read at once; most words are one piece or two
_ENDS = re.compile(r"[.!?\n]")
_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")
_SURE_PICTURE = 0.5
_ROW = re.compile(r"[\w$€£\"“'][^\n]*\S")
_ROWS, _LEADING = 4, 1  # rows that make a list of a request; rows that may be long, at its head
_MOSTLY = 0.6  # share of a row's words that are read as copy
_WRAPPED = 50  # characters of a line that may go on in the next one


class Copy(NamedTuple):
    """The copy of a request.

    Kinds: "title"; "brand", who is behind it; "tagline"; "item" of a list; "line", anything else
    that is printed; "picture", what the picture shows; "wanted", what the design is to say and the
    request does not ("the church address"); "none". The last three are not printed.
    """

    text: str
    spans: tuple[Span, ...]
    words: tuple[Word, ...]
    chances: np.ndarray  # (words, kinds): how likely each word is of each kind

    def of(self, kind: str) -> tuple[Span, ...]:
        return tuple(span for span in self.spans if span.kind == kind)

    def said(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def pictured(self) -> tuple[str, ...]:
        """What is said of the picture, without what is hardly sure."""
        sure = (s for s in self.of("picture") if self.chance("picture", s) >= _SURE_PICTURE)
        return tuple(map(self.said, sure))

    def printed(self, span: Span) -> float:
        """How likely the words of a span are copy of whatever kind."""
        return 1 - sum(self.chance(kind, span) for kind in _UNPRINTED)

    def chance(self, kind: str, span: Span) -> float:
        """How likely the words of a span are of a kind, on average."""
        rows = [n for n, w in enumerate(self.words) if span.start < w.end and w.start < span.end]
        return float(self.chances[rows, _COLUMN[kind]].mean()) if rows else 0.0

    def share(self) -> float:
        """The share of the request that is copy, 0 to 1."""
        return float(1 - self._unprinted().mean()) if len(self.words) else 0.0

    def sentence(self, span: Span) -> tuple[int, int]:
        """Where the sentence begins and ends in which a span stands."""
        start = max((m.end() for m in _SENTENCE.finditer(self.text, 0, span.start)), default=0)
        end = _SENTENCE.search(self.text, span.end)
        return start, end.start() if end else len(self.text)

    def places(self, words: str) -> Iterator[Span]:
        """Where these words stand in the request, whatever signs are between them."""
        for place in places_of(words, self.text):
            yield Span("", *place, 0.0)

    def trimmed(self, span: Span, sure: float) -> str:
        """What is left of a span without the words at both ends that are surely no copy."""
        unprinted, inside = self._unprinted(), within(self.words, span.start, span.end)
        copy = [n for n in inside if unprinted[n] < sure and self.words[n].is_word]
        if not copy:
            return ""
        sign = _JOINED_BEFORE.search(self.text, span.start, self.words[copy[0]].start)
        start = sign.start() if sign else self.words[copy[0]].start
        end = self.words[copy[-1]].end
        rest = _JOINED.match(self.text, end)
        return self.text[start : rest.end() if rest else end]

    def _unprinted(self) -> np.ndarray:
        """How likely each word is none of the copy, (words,)."""
        return self.chances[:, [_COLUMN[kind] for kind in _UNPRINTED]].sum(1)


NO_COPY = Copy("", (), (), np.zeros((0, len(KINDS))))


@lru_cache(maxsize=64)
def copy_in(text: str) -> Copy:
    """Read a request, a part of it at a time."""
    reader, spans, read = network("requests"), list[Span](), list[Word]()
    chances = [np.zeros((0, len(KINDS)))]
    tags = reader.tags["copy"]
    of_kind = np.array([[tag[-1] == letter for letter in KINDS] for tag in tags], np.float32)
    for part in _parts(text, words_in(text)):
        _, states = reader.states(text, part)
        likely = reader.likely("copy", states)
        words = part[: len(states)]
        spans += spans_of(words, likely, tags)
        read += words
        chances.append(np.exp(likely) @ of_kind)
    whole = (_whole(span, text)._replace(kind=KINDS[span.kind]) for span in spans)
    lines = (line for span in _joined(whole, text) for line in _by_line(span, text))
    return Copy(text, tuple(_by_row(list(lines), text)), tuple(read), np.concatenate(chances))


def _by_row(spans: list[Span], text: str) -> list[Span]:
    """In a request of short rows a row is one line: "20p" and "entry" are "20p entry"."""
    rows = [m.span() for m in _ROW.finditer(text)]
    if len(rows) < _ROWS or any(end - start > _WRAPPED for start, end in rows[_LEADING:]):
        return spans
    for start, end in rows:
        inside = [s for s in spans if start <= s.start and s.end <= end]
        told = [s for s in inside if s.kind in ("line", "item", "tagline")]
        said = sum(len(text[s.start : s.end].split()) for s in told)
        label = re.search(r":\s", text[start : told[0].start]) if told else None
        if told != inside or label or said <= _MOSTLY * len(text[start:end].split()):
            continue
        longest = max(told, key=lambda s: s.end - s.start)
        row = longest._replace(start=start, end=end)
        spans = [row if s is told[0] else s for s in spans if s is told[0] or s not in told]
    return spans


def _by_line(span: Span, text: str) -> Iterator[Span]:
    """Lines and items end with the line of a list, not with one that was wrapped."""
    rows = list(re.finditer(r"[^\n]*\w[^\n]*", text[span.start : span.end]))
    wrapped = any(len(row[0]) > _WRAPPED for row in rows[:-1])
    if span.kind not in ("line", "item") or wrapped or len(rows) < 2:
        yield span
        return
    for row in rows:
        yield span._replace(start=span.start + row.start(), end=span.start + row.end())


def _joined(spans: Iterator[Span], text: str) -> list[Span]:
    """Pieces that are one: of a title with only signs between them, "Borrow. Grow.", and those
    of which the first ends open, "$17 an hour plus"."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and (_is_one_title(last, span, text) or _is_open(last, span, text)):
            joined[-1] = last._replace(end=span.end, sure=min(last.sure, span.sure))
        elif last is not None and _is_one_sentence(last, span, text):
            joined[-1] = span._replace(start=last.start)
        else:
            joined.append(span)
    return joined


def _is_one_title(last: Span, span: Span, text: str) -> bool:
    short = all(len(text[s.start : s.end].split()) <= 2 for s in (last, span))
    between = re.search(r"[\w\n]", text[last.end : span.start])
    return last.kind == span.kind == "title" and short and not between


def _is_one_sentence(last: Span, span: Span, text: str) -> bool:
    """Whether a title goes on as a tagline: "bad weather" and "makes good pictures"."""
    running = text[last.start].islower() and text[span.start].islower()
    at_once = text[last.end : span.start] == " "
    return (last.kind, span.kind) == ("title", "tagline") and running and at_once


def _is_open(last: Span, span: Span, text: str) -> bool:
    """Whether a line ends in a joining word and goes on at once."""
    behind = text[last.end : span.start]
    return last.kind == span.kind and behind == " " and bool(_OPEN.search(text[: last.end]))


def _whole(span: Span, text: str) -> Span:
    """A span that ends within an address or a figure, "example" of "example.org", takes it all."""
    before, after = _JOINED_BEFORE.search(text, 0, span.start), _JOINED.match(text, span.end)
    start, end = before.start() if before else span.start, after.end() if after else span.end
    lead = _INTRODUCTION.match(text, start, end)  # "like this:" and the title on the next line
    rest = _REST.match(text, end) if _OPEN.search(text[start:end]) else None
    end = rest.end() if rest and span.kind in ("T", "K") else end
    return span._replace(start=lead.end() if lead else start, end=end)


_INTRODUCTION = re.compile(r"[^\n]*:\s*\n(?=.)")
_REST = re.compile(r"\s[\w'’-]+(?:\s[\w'’-]+)?(?=[.!?,;\n]|$)")  # of a line that ends open
_OPEN = re.compile(r"\s(?:and|or|plus|of|with|for|the|an?|in|at|on|to|&)$", re.IGNORECASE)
_JOINED = re.compile(r"(?:[.@/_:-]\w+)+%?|%")
_JOINED_BEFORE = re.compile(r"(?:\w+[.@/_:-])+$|[$€£]$")


def _parts(text: str, words: list[Word]) -> list[list[Word]]:
    """The words in parts that are read at once, each up to the end of a sentence."""
    parts = []
    while len(words) > _WORDS:
        ends = [n for n in range(1, _WORDS) if _ENDS.match(text, words[n].start)]
        cut = (ends[-1] + 1) if ends else _WORDS
        parts.append(words[:cut])
        words = words[cut:]
    return [*parts, words] if words else parts
