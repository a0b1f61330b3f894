"""JSON of a schema as an automaton over characters: which text may follow what is written so far.

Schemas come from `structured.wire_schema`: closed objects with every field in order, no references.
Lengths are not counted; lists up to `_UNROLLED` members are. One blank may follow ":" and ",".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

State = frozenset[int]
_UNROLLED = 12  # members of a list that are counted; longer lists are left to the validator
_HEX = "0123456789abcdefABCDEF"
_LETTER = "\0letter"  # any character that stands in a JSON string by itself


class Decoded(NamedTuple):
    text: str
    whole: bool  # False: cut off at the limit


class Grammar:
    """`start` is where nothing is written; `after` moves on, None where the text may not follow."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._edges: list[list[tuple[str, int]]] = []
        self._blank: list[list[int]] = []  # edges that take no character
        self._known: dict[tuple[State, str], State | None] = {}
        first = self._node()
        self._last = self._value(schema, first)
        self.start = self._closed({first})

    def after(self, state: State, text: str) -> State | None:
        here: State | None = state
        for sign in text:
            assert here is not None
            key = (here, sign)
            if key not in self._known:
                self._known[key] = self._step(here, sign)
            here = self._known[key]
            if here is None:
                return None
        return here

    def is_end(self, state: State) -> bool:
        return self._last in state

    def _step(self, state: State, sign: str) -> State | None:
        is_letter = sign >= " " and sign not in '"\\'
        reached = {
            target
            for node in state
            for wanted, target in self._edges[node]
            if wanted == sign or (is_letter and wanted == _LETTER)
        }
        return self._closed(reached) if reached else None

    def _closed(self, nodes: set[int]) -> State:
        found, left = set(nodes), list(nodes)
        while left:
            for target in self._blank[left.pop()]:
                if target not in found:
                    found.add(target)
                    left.append(target)
        return frozenset(found)

    def _node(self) -> int:
        self._edges.append([])
        self._blank.append([])
        return len(self._edges) - 1

    def _text(self, text: str, node: int) -> int:
        for sign in text:
            target = self._node()
            self._edges[node].append((sign, target))
            node = target
        return node

    def _either(self, ways: Iterable[Callable[[int], int]], node: int) -> int:
        end = self._node()
        for way in ways:
            self._blank[way(self._fork(node))].append(end)
        return end

    def _fork(self, node: int) -> int:
        new = self._node()
        self._blank[node].append(new)
        return new

    def _gap(self, node: int) -> int:
        end = self._text(" ", node)
        self._blank[node].append(end)
        return end

    def _value(self, schema: dict[str, Any], node: int) -> int:
        if "anyOf" in schema:
            return self._either([_part(self._value, part) for part in schema["anyOf"]], node)
        if "enum" in schema:
            words = [json.dumps(word, ensure_ascii=False) for word in schema["enum"]]
            return self._either([_part(self._text, word) for word in words], node)
        kinds = {
            "object": self._object, "array": self._array, "string": self._string,
            "number": self._number, "integer": self._number, "boolean": self._boolean,
            "null": lambda _, at: self._text("null", at),
        }  # fmt: skip
        return kinds[schema["type"]](schema, node)

    def _object(self, schema: dict[str, Any], node: int) -> int:
        node = self._text("{", node)
        for number, (name, part) in enumerate(schema["properties"].items()):
            if number:
                node = self._gap(self._text(",", node))
            node = self._gap(self._text(f"{json.dumps(name)}:", node))
            node = self._value(part, node)
        return self._text("}", node)

    def _array(self, schema: dict[str, Any], node: int) -> int:
        least, most = schema.get("minItems", 0), schema.get("maxItems", _UNROLLED + 1)
        close = self._node()
        node = self._text("[", node)
        end = self._text("]", close)
        for number in range(min(most, _UNROLLED)):
            if number >= least:
                self._blank[node].append(close)
            node = self._member(schema, node, first=not number)
        if most > _UNROLLED:
            self._blank[self._member(schema, node, first=False)].append(node)
        self._blank[node].append(close)
        return end

    def _member(self, schema: dict[str, Any], node: int, first: bool) -> int:
        if not first:
            node = self._gap(self._text(",", node))
        return self._value(schema["items"], self._fork(node))

    def _string(self, schema: dict[str, Any], node: int) -> int:
        inside = self._fork(self._text('"', node))
        self._edges[inside].append((_LETTER, inside))
        escape = self._text("\\", inside)
        for sign in '"\\/bfnrt':
            self._edges[escape].append((sign, inside))
        digits = self._text("u", escape)
        for _ in range(3):
            digits = self._one_of(_HEX, digits)
        for sign in _HEX:
            self._edges[digits].append((sign, inside))
        return self._text('"', inside)

    def _number(self, schema: dict[str, Any], node: int) -> int:
        minus = self._text("-", node)
        self._blank[node].append(minus)
        end = self._either(
            [_part(self._text, "0"), lambda at: self._digits(self._one_of("123456789", at))], minus
        )
        if schema["type"] == "integer":
            return end
        whole = self._digits(self._one_of("0123456789", self._text(".", end)))
        self._blank[end].append(whole)
        return whole

    def _boolean(self, schema: dict[str, Any], node: int) -> int:
        return self._either([_part(self._text, "true"), _part(self._text, "false")], node)

    def _one_of(self, signs: str, node: int) -> int:
        target = self._node()
        self._edges[node] += [(sign, target) for sign in signs]
        return target

    def _digits(self, node: int) -> int:
        loop = self._fork(node)
        self._edges[loop] += [(sign, loop) for sign in "0123456789"]
        return loop


def _part(build: Callable[[Any, int], int], what: Any) -> Callable[[int], int]:
    return lambda node: build(what, node)


def decoded(
    grammar: Grammar, ranked: Callable[[list[int]], Iterable[int]], text_of: Callable[[int], str],
    most: int,
) -> Decoded:  # fmt: skip
    """Text of the grammar, each token the first in the model's order that may follow.

    `ranked` gives tokens best first after the ids chosen so far; at most `most` are chosen.
    """
    state = grammar.start
    ids: list[int] = []
    pieces: list[str] = []
    while not grammar.is_end(state):
        if len(ids) == most:
            return Decoded("".join(pieces), False)
        for token in ranked(ids):
            after = grammar.after(state, text_of(token)) if text_of(token) else None
            if after is not None:
                break
        else:
            return Decoded("".join(pieces), False)
        state = after
        ids.append(token)
        pieces.append(text_of(token))
    return Decoded("".join(pieces), True)
