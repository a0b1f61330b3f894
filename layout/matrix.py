"""Every element's score at every check, 0 (as bad as it gets) to 1: what correction looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from layout.findings import Finding
from layout.grade import FOUND, Grader
from layout.pieces import pieces
from layout.subject import Subject

WHOLE = ("reading-order", "balance", "whitespace", "economy")  # about the sheet, not one element


class Matrix(NamedTuple):
    elements: tuple[str, ...]  # layer ids of copy and marks, bottom first
    checks: tuple[str, ...]  # C1 to C19 by name
    values: np.ndarray  # (elements, checks), 0..1

    def of(self, element: str) -> dict[str, float]:
        row = self.values[self.elements.index(element)]
        return {name: float(value) for name, value in zip(self.checks, row, strict=True)}

    @property
    def weakest(self) -> dict[str, float]:
        """Per element its lowest score at the checks that are about it."""
        own = [name not in WHOLE for name in self.checks]
        lows = self.values[:, own].min(axis=1, initial=1.0)
        return {name: float(low) for name, low in zip(self.elements, lows, strict=True)}

    @property
    def flagged(self) -> tuple[str, ...]:
        """Elements that some check finds bad, worst first."""
        bad = [(low, name) for name, low in self.weakest.items() if low < FOUND]
        return tuple(name for _, name in sorted(bad))

    @property
    def total(self) -> float:
        """The mean over all elements and checks, 0..1."""
        return float(self.values.mean()) if self.values.size else 1.0


def matrix_of(
    subject: Subject,
    findings: tuple[Finding, ...],
    columns: Mapping[str, tuple[str, ...]],
    graders: Mapping[str, Grader],
) -> Matrix:
    """`columns` names the rules of each check; a rule without a grader scores by its findings."""
    elements = tuple(piece.id for piece in pieces(subject))
    place = {name: row for row, name in enumerate(elements)}
    column = {rule: at for at, rules in enumerate(columns.values()) for rule in rules}
    values = np.ones((len(elements), len(columns)))
    for finding in findings:
        if finding.rule in column:
            _lower(values, place, finding.layers, column[finding.rule], _missed(finding))
    for rule, grader in graders.items():
        for grade in grader(subject):
            _lower(values, place, grade.layers, column[rule], grade.score)
    return Matrix(elements, tuple(columns), values)


def _lower(
    values: np.ndarray, place: dict[str, int], layers: tuple[str, ...], at: int, score: float
) -> None:
    for name in layers or place:
        if name in place:
            values[place[name], at] = min(values[place[name], at], score)


def _missed(finding: Finding) -> float:
    """Half a point at the threshold, falling to none; always under `FOUND`."""
    measure, threshold = finding.measure, finding.threshold
    if 0 <= measure < threshold:
        return 0.49 * measure / threshold
    return 0.49 * threshold / measure if 0 < threshold < measure else 0.0
