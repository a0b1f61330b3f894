"""Levels and visual runs of text in mixed directions: the Unicode Bidirectional Algorithm.

UAX #9 rules P1-P3, X1-X10, W1-W7, N0-N2, I1-I2 (`levels`), L1 (`line_levels`), L2 (`visual_order`,
`runs`). Indices are code points; an even level reads left to right, an odd level right to left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

MAX_DEPTH = 125  # BD2
BRACKET_STACK = 63  # BD16


class Run(NamedTuple):
    """Characters start..end of the text that share one level and are shaped together."""

    start: int
    end: int
    level: int


class _Isolates(NamedTuple):
    closing: dict[int, int]  # isolate initiator -> its matching PDI (BD9)
    rtl: frozenset[int]  # initiators, and _PARAGRAPH, whose first strong character is R or AL


class _Status(NamedTuple):
    level: int
    override: str | None
    isolate: bool


# Code points that Unicode has not assigned yet still have a class (DerivedBidiClass.txt, @missing).
# The same blocks hold every assigned R, AL and AN character, which is what makes _RTL sufficient.
_RTL_BLOCKS = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "AL"),
    (0xFDF0, 0xFDFF, "AL"),
    (0xFE70, 0xFEFE, "AL"),
    (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "AL"),
    (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "AL"),
    (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "AL"),
    (0x10F70, 0x10FFF, "R"),
    (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "AL"),
    (0x1ECC0, 0x1ECFF, "R"),
    (0x1ED00, 0x1ED4F, "AL"),
    (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "AL"),
    (0x1EF00, 0x1EFFF, "R"),
)
_UNASSIGNED = (
    *_RTL_BLOCKS,
    (0x20A0, 0x20CF, "ET"),
    (0x2065, 0x2065, "BN"),
    (0xFDD0, 0xFDEF, "BN"),
    (0xFFF0, 0xFFF8, "BN"),
    (0xE0000, 0xE0FFF, "BN"),
    (0x1F6D8, 0x1F6FF, "ON"),  # not in that file: emoji newer than Python's tables
    (0x1FA70, 0x1FAFF, "ON"),
)

# BidiBrackets.txt: an opening bracket is closed by the next code point, but for these six.
_OPENING = """28 5B 7B F3A F3C 169B 2045 207D 208D 2308 230A 2329 2768 276A 276C 276E 2770 2772 2774
27C5 27E6 27E8 27EA 27EC 27EE 2983 2985 2987 2989 298B 298D 298F 2991 2993 2995 2997 29D8 29DA 29FC
2E22 2E24 2E26 2E28 2E55 2E57 2E59 2E5B 3008 300A 300C 300E 3010 3014 3016 3018 301A FE59 FE5B FE5D
FF08 FF3B FF5B FF5F FF62"""
_CLOSED_BY = {0x5B: 0x5D, 0x7B: 0x7D, 0x298D: 0x2990, 0x298F: 0x298E}
_CLOSED_BY |= {0xFF3B: 0xFF3D, 0xFF5B: 0xFF5D}
_PAIRS = {chr(o): chr(_CLOSED_BY.get(o, o + 1)) for o in (int(h, 16) for h in _OPENING.split())}
_CANONICAL = {"\u232a": "\u3009"}  # canonically equivalent closing brackets match each other
_CLOSER = {opening: _CANONICAL.get(closing, closing) for opening, closing in _PAIRS.items()}
_CLOSING = {closing: _CANONICAL.get(closing, closing) for closing in _PAIRS.values()}
_BRACKETS = frozenset(_PAIRS) | frozenset(_CLOSING)

_PARAGRAPH = -1
_REMOVED = -1  # the level of a character that rule X9 removes, until it takes its predecessor's
_EMBEDDINGS = {"LRE": (0, None), "RLE": (1, None), "LRO": (0, "L"), "RLO": (1, "R")}
_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
_REMOVED_CLASSES = frozenset(_EMBEDDINGS) | {"PDF", "BN"}
_EXPLICIT = _REMOVED_CLASSES | _INITIATORS | {"PDI"}
_WHITESPACE = _EXPLICIT | {"WS"}  # what L1 resets at the end of a line and before separators

_SEPARATOR = "\n\r\x1c-\x1e\x85\u2029"
_PARAGRAPHS = re.compile(rf"[^{_SEPARATOR}]*(?:\r\n|[{_SEPARATOR}])|[^{_SEPARATOR}]+")
_RTL = re.compile(
    "[\u200f\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in _RTL_BLOCKS)
    + "]"
)

# The weak and neutral rules rewrite a string with one letter per character: L, R, A (AL), E (EN),
# N (AN), M (NSM), + (ES), % (ET), comma (CS), I (an isolate control) and O (any other neutral).
_LETTER = {"L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "NSM": "M", "ES": "+", "ET": "%"}
_LETTER |= {"CS": ",", "B": "O", "S": "O", "WS": "O", "ON": "O"}
_LETTER |= {"LRI": "I", "RLI": "I", "FSI": "I", "PDI": "I"}
_W1 = re.compile("([^M])(M+)")
_W2 = re.compile("A[^LR]*")
_W4_EUROPEAN = re.compile("(?<=E)[+,](?=E)")
_W4_ARABIC = re.compile("(?<=N),(?=N)")
_W5 = re.compile("%+(?=E)|(?<=E)%+")
_W6 = str.maketrans("+%,I", "OOOO")
_W7 = re.compile("L[^R]*")
_NUMBERS_AS_R = str.maketrans("EN", "RR")
_N1_LEFT = re.compile("(?<=L)O+(?=L)")
_N1_RIGHT = re.compile("(?<=[REN])O+(?=[REN])")
_RAISE = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 1, "R": 0, "E": 1, "N": 1})  # I1, I2


def paragraph_level(text: str) -> int:
    """The level of the first paragraph of `text` (P2, P3); 0 when it has no strong character."""
    first = _PARAGRAPHS.match(text) if _RTL.search(text) else None
    return int(_PARAGRAPH in _isolates(_classes(first[0])).rtl) if first else 0


def levels(text: str, base: int | None = None) -> tuple[int, ...]:
    """The resolved level of every code point, before lines are broken.

    `base` is the paragraph level, 0 or 1; None takes each paragraph's own. A character that the
    algorithm ignores (X9: embedding controls, ZWJ and the like) has the level of the one before it.
    """
    if not base and not _RTL.search(text):
        return (0,) * len(text)
    found: list[int] = []
    for paragraph in _PARAGRAPHS.findall(text):
        found += _resolve(paragraph, base)
    return tuple(found)


def line_levels(
    text: str, levels: tuple[int, ...], start: int, end: int, base: int
) -> tuple[int, ...]:
    """`levels` of the whole text with L1 applied to the line start..end.

    Separators, the white space before them and at the line's end fall back to the paragraph's
    level `base`, so that trailing spaces hang at the end of the line in reading direction.
    """
    line = list(levels[start:end])
    if line.count(base) == len(line):
        return levels
    classes = _classes(text[start:end])
    trailing = True
    for index in range(len(line) - 1, -1, -1):
        kind = classes[index]
        trailing = kind in ("S", "B") or (trailing and kind in _WHITESPACE)
        if trailing:
            line[index] = base
    return (*levels[:start], *line, *levels[end:])


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of `levels` from left to right (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for threshold in range(max(levels), lowest_odd - 1, -1):
        groups = groupby(order, key=lambda index: levels[index] >= threshold)
        blocks = [list(group)[:: -1 if raised else 1] for raised, group in groups]
        order = [index for block in blocks for index in block]
    return order


def runs(levels: Sequence[int], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the line start..end from left to right; `levels` has had L1 applied to it.

    A run's own characters stay in reading order: an odd run is shaped right to left.
    """
    found: list[Run] = []
    for level, group in groupby(levels[start:end]):
        length = sum(1 for _ in group)
        found.append(Run(start, start + length, level))
        start += length
    return tuple(found[index] for index in visual_order([run.level for run in found]))


def _classes(text: str) -> list[str]:
    return [bidirectional(char) or _unassigned_class(ord(char)) for char in text]


def _unassigned_class(code: int) -> str:
    if code & 0xFFFE == 0xFFFE:
        return "BN"
    return next((kind for first, last, kind in _UNASSIGNED if first <= code <= last), "L")


def _isolates(classes: list[str]) -> _Isolates:
    """Match isolates (BD9) and find the direction of each and of the paragraph (P2, P3, X5c)."""
    closing: dict[int, int] = {}
    first_strong: dict[int, str] = {}
    opened = [_PARAGRAPH]
    for index, kind in enumerate(classes):
        if kind in ("L", "R", "AL"):
            first_strong.setdefault(opened[-1], kind)
        elif kind in _INITIATORS:
            opened.append(index)
        elif kind == "PDI" and len(opened) > 1:
            closing[opened.pop()] = index
    return _Isolates(closing, frozenset(i for i, kind in first_strong.items() if kind != "L"))


def _resolve(text: str, base: int | None) -> list[int]:
    """The levels of one paragraph."""
    classes = _classes(text)
    isolates = _isolates(classes)
    if base is None:
        base = int(_PARAGRAPH in isolates.rtl)
    embedded, types = _explicit(classes, base, isolates)
    resolved = list(embedded)
    for sequence in _run_sequences(embedded, isolates):
        level = embedded[sequence[0]]
        before = _kept_level(embedded, sequence[0], -1, base)
        unclosed = classes[sequence[-1]] in _INITIATORS
        after = base if unclosed else _kept_level(embedded, sequence[-1], 1, base)
        start, end = "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]
        letters = start + "".join(_LETTER[types[index]] for index in sequence) + end
        chars = [text[index] for index in sequence]
        for index, letter in zip(sequence, _directions(letters, chars, level), strict=True):
            resolved[index] = level + _RAISE[level % 2][letter]
    previous = base
    for index, level in enumerate(resolved):
        previous = resolved[index] = previous if level == _REMOVED else level
    return resolved


def _explicit(
    classes: list[str], base: int, isolates: _Isolates
) -> tuple[list[int], Sequence[str]]:
    """The embedding level of every character and its class after overrides (X1-X8)."""
    if _EXPLICIT.isdisjoint(classes):
        return [base] * len(classes), classes
    embedded: list[int] = []
    types: list[str] = []
    stack = _DirectionalStack(base)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            stack.close_isolate()
        level, override, _ = stack.entries[-1]
        if kind in _REMOVED_CLASSES:
            level = _REMOVED
        elif kind == "B":
            level, override = base, None
        embedded.append(level)
        types.append(override or kind)
        if kind in _EMBEDDINGS:
            stack.open(*_EMBEDDINGS[kind], isolate=False)
        elif kind == "PDF":
            stack.close_embedding()
        elif kind in _INITIATORS:
            rtl = kind == "RLI" or (kind == "FSI" and index in isolates.rtl)
            stack.open(int(rtl), None, isolate=True)
    return embedded, types


class _DirectionalStack:
    """The directional status stack of X1 with its three counters."""

    def __init__(self, base: int) -> None:
        self.entries = [_Status(base, None, False)]
        self.valid_isolates = self.overflow_isolates = self.overflow_embeddings = 0

    def open(self, parity: int, override: str | None, *, isolate: bool) -> None:
        current = self.entries[-1].level
        level = current + 1 if (current + 1) % 2 == parity else current + 2
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.entries.append(_Status(level, override, isolate))
            self.valid_isolates += isolate
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def close_embedding(self) -> None:  # X7
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif len(self.entries) > 1 and not self.entries[-1].isolate:
            self.entries.pop()

    def close_isolate(self) -> None:  # X6a
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.entries.pop().isolate:
                pass
            self.valid_isolates -= 1


def _run_sequences(embedded: list[int], isolates: _Isolates) -> list[list[int]]:
    """The isolating run sequences (BD13): runs of one level, joined across isolates."""
    kept = [index for index, level in enumerate(embedded) if level != _REMOVED]
    sequences: list[list[int]] = []
    continued_at: dict[int, list[int]] = {}
    for _, group in groupby(kept, key=embedded.__getitem__):
        run = list(group)
        sequence = continued_at.pop(run[0], None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence += run
        closing = isolates.closing.get(run[-1])
        if closing is not None:
            continued_at[closing] = sequence
    return sequences


def _kept_level(embedded: list[int], index: int, step: int, base: int) -> int:
    """The level of the nearest character beyond `index` that X9 keeps (X10)."""
    index += step
    while 0 <= index < len(embedded) and embedded[index] == _REMOVED:
        index += step
    return embedded[index] if 0 <= index < len(embedded) else base


def _directions(letters: str, chars: list[str], level: int) -> str:
    """L, R, E or N for every character of a sequence; `letters` has sos before and eos after."""
    direction = "LR"[level % 2]
    weak = _weak(letters)
    if not _BRACKETS.isdisjoint(chars):
        weak = _pair_brackets(weak, letters, chars, direction)
    if "O" in weak:
        weak = _N1_LEFT.sub(lambda match: "L" * len(match[0]), weak)
        weak = _N1_RIGHT.sub(lambda match: "R" * len(match[0]), weak)
    return weak[1:-1].replace("O", direction)


def _weak(letters: str) -> str:
    """W1-W7. The eos letter, L or R, at the end is never changed by them."""
    if "M" in letters:
        letters = _W1.sub(_take_previous, letters)
    if "A" in letters:
        letters = _W2.sub(lambda match: match[0].replace("E", "N"), letters).replace("A", "R")
    letters = _W4_ARABIC.sub("N", letters)
    if "E" in letters:
        letters = _W4_EUROPEAN.sub("E", letters)
        letters = _W5.sub(lambda match: "E" * len(match[0]), letters)
        letters = _W7.sub(lambda match: match[0].replace("E", "L"), letters)
    return letters.translate(_W6)


def _take_previous(match: re.Match[str]) -> str:
    previous, marks = match.groups()
    return previous + ("O" if previous == "I" else previous) * len(marks)


def _pair_brackets(weak: str, letters: str, chars: list[str], direction: str) -> str:
    """N0: both brackets of a pair take one direction, from their content and context."""
    types = list(weak)
    strong = list(weak.translate(_NUMBERS_AS_R))
    for opening, closing in _bracket_pairs(weak, chars):
        content = strong[opening + 1 : closing]
        if direction in content:
            found = direction
        elif "L" in content or "R" in content:
            # Only the opposite direction is inside: the pair follows it where the context does.
            found = next(strong[at] for at in range(opening - 1, -1, -1) if strong[at] != "O")
        else:
            continue
        for bracket in (opening, closing):
            end = bracket + 1
            while letters[end] == "M":  # marks on a bracket stay with it
                end += 1
            types[bracket:end] = strong[bracket:end] = [found] * (end - bracket)
    return "".join(types)


def _bracket_pairs(weak: str, chars: list[str]) -> list[tuple[int, int]]:
    """Positions in `weak` of the brackets of each pair, by opening bracket (BD14-BD16)."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for position, char in enumerate(chars, start=1):
        if char not in _BRACKETS or weak[position] != "O":
            continue
        if char in _CLOSER:
            if len(stack) == BRACKET_STACK:
                return []
            stack.append((_CLOSER[char], position))
            continue
        matching = [at for at, (closer, _) in enumerate(stack) if closer == _CLOSING[char]]
        if matching:
            pairs.append((stack[matching[-1]][1], position))
            del stack[matching[-1] :]
    return sorted(pairs)
