"""Where lines may break, and where they do: first fit for body text, balanced for headlines.

Opportunities are UAX #14's for scripts with spaces, and phrases (budoux) in Japanese, Chinese and
Thai. A stretch too wide for the line falls back to URL points and single ideographs, and at last to
grapheme clusters.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining

if TYPE_CHECKING:
    from budoux.parser import Parser

Measure = Callable[[int, int], float]  # the width of characters start..end as a line
Reach = list[list[tuple[int, float]]]  # segment -> where its line may end, and that width

# They hang over the end of a line.
SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
# Places where a line may end whatever else is near: after the spaces between two words, and
# between two ideographs or full-size kana. uniseg, at 0.1 ms a character, sees only what is
# between, and each piece once.
_IDEOGRAPH = (
    "\u3042\u3044\u3046\u3048\u304a-\u3062\u3064-\u3082\u3084\u3086\u3088-\u308d\u308f-\u3094"
    "\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2\u30e4\u30e6\u30e8-\u30ed\u30ef-\u30f4"
    "\u3400-\u4dbf\u4e00-\u9fff"
)
_CHUNKS = re.compile(
    rf"(?:(?<=[^\W_])|(?<=[.,:;!?\u0900-\u0eff])) +(?=[^\W_])|(?<=[{_IDEOGRAPH}])(?=[{_IDEOGRAPH}])"
)
_LETTER = "A-Za-z0-9\u00c0-\u02c6\u0386-\u0481\u048a-\u0556\u0561-\u0587\u05d0-\u05ea\u0620-\u064a"
_WORD = re.compile(f"[{_LETTER}]+(?:['\u2019][{_LETTER}]+)*[.,:;!?]* ?")
_ADDRESS = re.compile(
    r"\W*(?:(?:\w+://|www\.|[\w.+-]+@)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?\W*)", re.I
)
# After a sign of an address, but not so that a short ending such as "com" stands alone.
_ADDRESS_POINT = re.compile(r"(?<=[/@?&=])(?=[^\W_])|(?<=[._-])(?=[^\W_]{4})")
_TOKEN = re.compile(r"\S+")
_PHRASED = re.compile(
    "[\u0e01-\u0e5b\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_KANA = re.compile("[\u3041-\u30ff]")
_THAI = re.compile("[\u0e01-\u0e5b]")
# A Thai word begins with a consonant, or with one of the vowels written before their consonant.
_THAI_WORD = re.compile("(?<=[\u0e01-\u0e3a\u0e45-\u0e4f])(?=[\u0e01-\u0e2e\u0e40-\u0e44])")

_MOST_BALANCED = 10  # lines; longer texts are read, not looked at
_NUMBER = re.compile(r"[\d.,:]*\d[\d.,:]*")
_ARTICLES_AND_PREPOSITIONS = """
a an the of to in on at for by and or with from as is
der die das den dem ein eine und mit von vom im am zu zum zur für
le la les l' un une de du des d' et à au aux en el los las y con por para del
il lo gli i e di da o os no na em
"""
_SMALL_WORDS = frozenset(_ARTICLES_AND_PREPOSITIONS.split())
_JOINTS = frozenset("&+")  # which belong to the name that goes on
_ENDS_SMALL, _ENDS_JOINT, _ENDS_NUMBER, _ENDS_HYPHEN = 0.18, 0.4, 0.15, 0.3
_SHORT_LAST, _LONE_LAST = 0.3, 10.0
_SHORT_FIRST = 0.25  # of a headline that begins with a line of one small word
_BEGUN = 0.35  # of a line that ends with the first word of a sentence
_SENTENCE_END = re.compile(r"\w{3,}[.!?]['\"’”]?$")


class Opportunities(NamedTuple):
    """Indices where a line may begin."""

    good: tuple[int, ...]
    fine: tuple[int, ...]  # only within a stretch that is too wide: URL parts, ideographs


class Lines(NamedTuple):
    spans: tuple[tuple[int, int], ...]  # start and end of each line, hanging spaces left out
    torn: bool  # a word had to be broken between letters


@lru_cache(maxsize=2048)
def opportunities(text: str, language: str = "") -> Opportunities:
    """The opportunities of one paragraph."""
    breaks = _uax14(text)
    fine: set[int] = set()
    for token in _TOKEN.finditer(text):
        if _PHRASED.search(token[0]):
            breaks, given_up = _by_phrase(token, breaks, language)
            fine |= given_up
        elif _ADDRESS.fullmatch(token[0]):
            inside = {point for point in breaks if token.start() < point < token.end()}
            points = (token.start() + point.start() for point in _ADDRESS_POINT.finditer(token[0]))
            breaks -= inside
            fine.update(inside, points)
    return Opportunities(tuple(sorted(breaks)), tuple(sorted(fine)))


def break_lines(
    text: str, found: Opportunities, clusters: Sequence[int], measure: Measure, limit: float,
    wrap: str,
) -> Lines:  # fmt: skip
    """Break a paragraph into lines no wider than `limit` where that can be done.

    `wrap` is balance, greedy or none; `clusters` are where a word may be torn as a last resort.
    """
    whole = (0, content_end(text, 0, len(text)))
    if wrap == "none" or measure(*whole) <= limit:
        return Lines((whole,), False)
    column = _Column(text, measure, limit)
    torn = column.cut(found, clusters)
    first_fit = column.first_fit()
    if wrap == "balance" and 1 < len(first_fit) <= _MOST_BALANCED:
        return Lines(column.spans(column.balanced(len(first_fit))), torn)
    return Lines(column.spans(column.with_company(first_fit)), torn)


def content_end(text: str, start: int, end: int) -> int:
    """Where the line start..end ends to the eye: SPACES hang over its edge."""
    return start + len(text[start:end].rstrip(SPACES))


def _uax14(text: str) -> set[int]:
    breaks: set[int] = set()
    start = 0
    for match in _CHUNKS.finditer(text):
        breaks.update(start + point for point in _inside(text[start : match.end()]))
        start = match.end()
        breaks.add(start)
    breaks.update(start + point for point in _inside(text[start:]))
    return breaks


@lru_cache(maxsize=16384)
def _inside(chunk: str) -> tuple[int, ...]:
    if _WORD.fullmatch(chunk):
        return ()
    from uniseg.linebreak import line_break_boundaries

    kept = [i for i in range(len(chunk)) if i == 0 or not _same(chunk[i - 1], chunk[i])]
    squeezed = "".join(chunk[i] for i in kept)
    return tuple(kept[at] for at in line_break_boundaries(squeezed) if 0 < at < len(kept))


def _same(before: str, char: str) -> bool:
    """Whether `char` only lengthens a run of spaces or marks, of which uniseg takes the cube."""
    return (before == char == " ") or (combining(before) > 0 and combining(char) > 0)


def _by_phrase(token: re.Match[str], breaks: set[int], language: str) -> tuple[set[int], set[int]]:
    """`breaks` with those inside the token reduced to phrases, and those given up."""
    start, chunk = token.start(), token[0]
    phrases: set[int] = set()
    position = start
    for phrase in _parser(_model(chunk, language)).parse(chunk):
        position += len(phrase)
        phrases.add(position)
    inside = {point for point in breaks if start < point < token.end()}
    if _THAI.search(chunk):  # UAX #14 has no breaks between Thai words
        words = {start + point.start() for point in _THAI_WORD.finditer(chunk)}
        return breaks | (phrases & words), set()
    given_up = inside - phrases
    return breaks - given_up, given_up


def _model(chunk: str, language: str) -> str:
    if _THAI.search(chunk):
        return "thai"
    code = language.lower()
    if _KANA.search(chunk) or code.startswith("ja"):
        return "japanese"
    traditional = code.startswith("zh") and any(part in code for part in ("hant", "tw", "hk", "mo"))
    return "traditional_chinese" if traditional else "simplified_chinese"


@lru_cache(maxsize=4)
def _parser(model: str) -> Parser:
    import budoux

    return getattr(budoux, f"load_default_{model}_parser")()


class _Column:
    """One paragraph in one width. A line is named by its first and its past-last segment."""

    def __init__(self, text: str, measure: Measure, limit: float) -> None:
        self.text = text
        self.measure = measure
        self.limit = limit
        self.stops: list[int] = []  # where each segment ends and the next begins
        self.starts: list[int] = []
        self.ends: list[int] = []  # of each segment's content
        self._widths: dict[tuple[int, int], float] = {}

    def cut(self, found: Opportunities, clusters: Sequence[int]) -> bool:
        """Cut the text into segments that fit; whether a word was torn for it."""
        torn: list[int] = []
        start = 0
        for good in (*found.good, len(self.text)):
            ends = [good] if self._fits(start, good) else [*_between(found.fine, start, good), good]
            for end in ends:
                if not self._fits(start, end):
                    content = content_end(self.text, start, end)
                    torn += self._filling(start, content, _between(clusters, start, content))
                start = end
            self.stops += ends
        self.stops = sorted({*self.stops, *torn})
        self.starts = [0, *self.stops[:-1]]
        pairs = zip(self.starts, self.stops, strict=True)
        self.ends = [content_end(self.text, start, end) for start, end in pairs]
        return bool(torn)

    def first_fit(self) -> list[int]:
        """The segment at which each line begins."""
        lines = [0]
        for segment in range(1, len(self.stops)):
            if self._width(lines[-1], segment + 1) > self.limit:
                lines.append(segment)
        return lines

    def with_company(self, lines: list[int]) -> list[int]:
        """`lines` with a word brought down to a last line of one word, where it may."""
        moved = lines[-1] - 1
        if len(lines) < 2 or moved <= lines[-2] or not self._lonely(lines[-1]):
            return lines
        fits = self._width(moved, len(self.stops)) <= self.limit
        return [*lines[:-1], moved] if fits else lines

    def balanced(self, count: int) -> list[int]:
        """The `count` lines nearest to one width that end where a reader would pause.

        Dynamic programming over the squared relative distance to the narrowest column that
        takes `count` lines.
        """
        reach = self._reach()
        target, _ = _cheapest(reach, count, lambda first, last, width: width, max)
        words = [self.text[a:b] for a, b in zip(self.starts, self.ends, strict=True)]
        ends = [_end_penalty(word) for word in words]
        for at, (before, _) in enumerate(pairwise(words), 1):
            ends[at] += _BEGUN if _SENTENCE_END.search(before) else 0.0
        ends[0] += _SHORT_FIRST if len(words) > 3 and len(words[0]) < 4 else 0.0

        def price(first: int, last: int, width: float) -> float:
            slack = ((target - width) / target) ** 2 if target else 0.0
            if last < len(self.stops):
                return slack + ends[last - 1]
            return slack + self._last_penalty(first)

        return list(_cheapest(reach, count, price, operator.add)[1])

    def spans(self, lines: list[int]) -> tuple[tuple[int, int], ...]:
        lasts = [*lines[1:], len(self.stops)]
        return tuple(
            (self.starts[first], max(self.starts[first], self.ends[last - 1]))
            for first, last in zip(lines, lasts, strict=True)
        )

    def _fits(self, start: int, end: int) -> bool:
        return self.measure(start, content_end(self.text, start, end)) <= self.limit

    def _filling(self, start: int, end: int, points: list[int]) -> list[int]:
        """Those points at which lines break when each is as full as it can be."""
        chosen: list[int] = []
        for point, following in pairwise([*points, end]):
            if not self._fits(start, following):
                chosen.append(point)
                start = point
        return chosen

    def _width(self, first: int, last: int) -> float:
        """Of the line of segments first..last (last excluded)."""
        found = self._widths.get((first, last))
        if found is None:
            end = max(self.starts[first], self.ends[last - 1])
            found = self._widths[first, last] = self.measure(self.starts[first], end)
        return found

    def _reach(self) -> Reach:
        """For each segment, where a line that begins with it may end, and its width."""
        count = len(self.stops)
        reach: Reach = []
        for first in range(count):
            lasts = [(first + 1, self._width(first, first + 1))]
            for last in range(first + 2, count + 1):
                if self._width(first, last) > self.limit:
                    break
                lasts.append((last, self._width(first, last)))
            reach.append(lasts)
        return reach

    def _last_penalty(self, first: int) -> float:
        if not self._lonely(first):
            return 0.0
        letters = sum(char.isalnum() for char in self.text[self.starts[first] :])
        return _LONE_LAST + (_SHORT_LAST if letters < 4 else 0.0)

    def _lonely(self, first: int) -> bool:
        """Whether the last line, from `first`, is one word of more than three."""
        return len(self.text[self.starts[first] :].split()) == 1 and len(self.text.split()) > 3


def _between(points: Iterable[int], start: int, end: int) -> list[int]:
    return [point for point in points if start < point < end]


def _end_penalty(segment: str) -> float:
    """How badly a line ends with this segment."""
    words = segment.split()
    word = words[-1].strip("\"'“”„‘(").lower() if words else ""
    if word in _JOINTS:
        return _ENDS_JOINT
    if word in _SMALL_WORDS:
        return _ENDS_SMALL
    if _NUMBER.fullmatch(word):
        return _ENDS_NUMBER
    return _ENDS_HYPHEN if len(word) > 1 and word[-1] in "-\u2010\u00ad" else 0.0


def _cheapest(
    reach: Reach, count: int, price: Callable[[int, int, float], float],
    join: Callable[[float, float], float],
) -> tuple[float, tuple[int, ...]]:  # fmt: skip
    """The cheapest way to set all segments in `count` lines: its cost and its first segments."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, lines) in best.items():
            for last, width in reach[first] if first < len(reach) else ():
                total = join(cost, price(first, last, width))
                if last not in following or total < following[last][0]:
                    following[last] = (total, (*lines, first))
        best = following
    return best[len(reach)]
