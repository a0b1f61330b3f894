"""The quality report for people: how it reads, what there is to fix, whether it is safe to use."""

from __future__ import annotations

import math

from design_io.document import Canvas
from layout.findings import Finding, Report
from layout.matrix import Matrix

_READING = {"contrast", "apca", "hidden-ink", "busy", "legible-size", "overlap", "overflow"}
_SAFETY = {"off-canvas", "safe-zone", "margins", "missing-glyphs", "picture"}
_SHOWN = 5  # fixes


def lines(report: Report, canvas: Canvas) -> tuple[str, ...]:
    """A line with the verdict, then the fixes, gates first."""
    count = len(report.findings)
    fixes = "nothing to fix" if not count else f"{count} thing{'s' * (count > 1)} to fix"
    told = [f"{'!' if f.severity == 'gate' else '-'} {f.message}" for f in report.findings]
    more = [f"  and {count - _SHOWN} more; --json lists all"] if count > _SHOWN else []
    return (
        " · ".join((_reads(report.findings), fixes, _safe(report.findings, canvas))),
        *told[:_SHOWN],
        *more,
    )


def soft_score(matrix: Matrix, passed: bool) -> float | None:
    """The geometric mean of the checks, 0..100; None where a gate failed: it is never averaged."""
    if not passed or not matrix.values.size:
        return None
    means = matrix.values.mean(axis=0)
    return round(100 * math.exp(sum(math.log(max(0.01, m)) for m in means) / len(means)), 1)


def _reads(findings: tuple[Finding, ...]) -> str:
    found = [f for f in findings if f.rule in _READING]
    if any(f.severity == "gate" for f in found):
        return "Hard to read"
    return "Reads fairly well" if found else "Reads well"


def _safe(findings: tuple[Finding, ...], canvas: Canvas) -> str:
    medium = "print" if canvas.dpi > 96 else "screen"
    unsafe = any(f.rule in _SAFETY for f in findings)
    return f"not {medium}-safe" if unsafe else f"{medium}-safe"
