"""One hard fact, and the finders from which the reading of facts is put together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from design_io.document import Role


class Fact(NamedTuple):
    role: Role
    kind: str  # names the heading it is set under, such as "date" or "valid until"
    text: str  # as the request has it
    start: int
    end: int


Finder = Callable[[str], list[Fact]]


def plain(role: Role, kind: str, pattern: re.Pattern[str]) -> Finder:
    """A finder whose fact is group 1 of the pattern, or the whole match."""

    def find(request: str) -> list[Fact]:
        return [fact_of(role, kind, request, m) for m in pattern.finditer(request)]

    return find


def fact_of(role: Role, kind: str, request: str, match: re.Match[str]) -> Fact:
    group = 1 if match.re.groups and match[1] is not None else 0
    start, end = match.span(group)
    while start < end and request[start].isspace():
        start += 1
    while end > start and (request[end - 1] in " ,;:" or re.search(r"\d\.$", request[start:end])):
        end -= 1
    return Fact(role, kind, request[start:end], start, end)


def matching(
    request: str, pattern: re.Pattern[str], role: Role, kind: str, group: str
) -> list[Fact]:
    """Facts that are one named group of a pattern."""
    return [
        Fact(role, kind, m[group], m.start(group), m.end(group)) for m in pattern.finditer(request)
    ]
