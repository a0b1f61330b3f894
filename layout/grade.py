"""How well one layer does at one check; a grade below `FOUND` is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from design_io.commands import Command
from layout.findings import Finding
from layout.subject import Subject, soft

FOUND = 0.5


class Grade(NamedTuple):
    layers: tuple[str, ...]
    score: float  # 0..1
    measure: float
    threshold: float
    message: str
    commands: tuple[Command, ...] = ()


Grader = Callable[[Subject], Iterator[Grade]]
Check = Callable[[Subject], Iterator[Finding]]


def finding_check(rule: str, grader: Grader) -> Check:
    """The check that tells what the grader finds bad."""

    def check(subject: Subject) -> Iterator[Finding]:
        for grade in grader(subject):
            if grade.score < FOUND:
                yield soft(
                    rule, grade.layers, grade.measure, grade.threshold, grade.message,
                    *grade.commands,
                )  # fmt: skip

    check.__doc__ = grader.__doc__
    return check
