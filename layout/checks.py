"""Checks of a design as it is: each yields findings with a measure, a threshold and a way out.

`CHECKS` at the foot names them all. New, chat-edited, hand-edited and imported designs are judged
alike; nothing here knows how a design was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from design_io.document import Design
from design_io.resources import Resources
from layout.checks_copy import check_missing_glyphs, check_overflow, check_required_text
from layout.checks_grid import grade_alignment, grade_rhythm
from layout.checks_ground import check_contrast, check_hidden_ink, grade_apca, grade_busy
from layout.checks_marks import check_logo_contrast, check_logo_size, check_logo_space
from layout.checks_near import grade_proximity
from layout.checks_picture import grade_pictures
from layout.checks_place import check_off_canvas, check_overlap, check_safe_zone
from layout.checks_spacing import grade_gaps, grade_margins, grade_plates
from layout.checks_type import (
    check_legible_size,
    grade_leading,
    grade_line_length,
    grade_type_sizes,
)
from layout.checks_whole import (
    grade_balance,
    grade_economy,
    grade_hierarchy,
    grade_reading_order,
    grade_whitespace,
)
from layout.contrast import text_contrasts
from layout.findings import Finding, Report
from layout.grade import Grader, finding_check
from layout.human import layout_measures
from layout.matrix import Matrix, matrix_of
from layout.plan import DesignPlan
from layout.subject import Subject, visible, visible_texts
from layout.verdict import soft_score


def check(
    design: Design, resources: Resources, plan: DesignPlan | None = None
) -> tuple[Finding, ...]:
    """Every finding, gates first."""
    subject = Subject(design, resources, plan)
    findings = [finding for find in CHECKS.values() for finding in find(subject)]
    return tuple(sorted(findings, key=lambda f: (f.severity != "gate", f.rule, f.layers)))


def scores(
    design: Design, resources: Resources, plan: DesignPlan | None = None,
    findings: tuple[Finding, ...] | None = None,
) -> Matrix:  # fmt: skip
    """Every element's score at each of the nineteen checks; with `findings` nothing is drawn."""
    drawn = findings is None
    found = check(design, resources, plan) if findings is None else findings
    graders = GRADERS | DRAWN_GRADERS if drawn else GRADERS
    return matrix_of(Subject(design, resources, plan), found, COLUMNS, graders)


def report(design: Design, resources: Resources, plan: DesignPlan | None = None) -> Report:
    """Rules and grades as a report, with the lowest contrast and the layout's measures."""
    subject = Subject(design, resources, plan)
    found = check(design, resources, plan)
    graded = [f for rule, grader in _ALL_GRADERS.items() for f in _found(rule, grader, subject)]
    told = {(f.layers, rule) for f in found for rule in _column_of(f.rule)}
    fresh = (f for f in graded if not any((f.layers, r) in told for r in _column_of(f.rule)))
    made = report_of(design, (*found, *fresh))
    matrix = scores(design, resources, plan)
    ratios = [c.ratio for c in text_contrasts(design, visible_texts(design), resources).values()]
    metrics = {"min_contrast": round(min(ratios, default=21.0), 3)} | layout_measures(subject)
    soft = soft_score(matrix, made.passed)
    if soft is not None:
        metrics["soft_score"] = soft
    means = matrix.values.mean(axis=0) if matrix.elements else []
    checks = {name: round(float(m), 3) for name, m in zip(matrix.checks, means, strict=False)}
    return made.evolve(metrics=made.metrics | metrics, scores=made.scores | checks)


def _found(rule: str, grader: Grader, subject: Subject) -> Iterator[Finding]:
    return finding_check(rule, grader)(subject)


def _column_of(rule: str) -> tuple[str, ...]:
    return next((rules for rules in COLUMNS.values() if rule in rules), (rule,))


def report_of(design: Design, findings: tuple[Finding, ...]) -> Report:
    """The findings with a verdict per gate and a score per check (share of layers without one)."""
    texts = visible_texts(design)
    failed = {f.rule for f in findings if f.severity == "gate"}
    counts = {rule: len({f.layers for f in findings if f.rule == rule}) for rule in CHECKS}
    return Report(
        passed=not failed,
        gates={rule: rule not in failed for rule in CHECKS},
        scores={rule: max(0.0, 1.0 - count / max(1, len(texts))) for rule, count in counts.items()},
        metrics={
            "layers": float(sum(1 for _ in visible(design.layers))),
            "texts": float(len(texts)),
            "min_text_px": round(min((t.style.size for t in texts), default=0.0), 2),
        },
        findings=findings,
    )


CHECKS: dict[str, Callable[[Subject], Iterator[Finding]]] = {
    "required-text": check_required_text,
    "overlap": check_overlap,
    "off-canvas": check_off_canvas,
    "contrast": check_contrast,
    "hidden-ink": check_hidden_ink,
    "logo-contrast": check_logo_contrast,
    "logo-space": check_logo_space,
    "logo-size": check_logo_size,
    "missing-glyphs": check_missing_glyphs,
    "legible-size": check_legible_size,
    "overflow": check_overflow,
    "safe-zone": check_safe_zone,
}

GRADERS: dict[str, Grader] = {
    "margins": grade_margins,
    "gap": grade_gaps,
    "plate": grade_plates,
    "alignment": grade_alignment,
    "rhythm": grade_rhythm,
    "type-scale": grade_type_sizes,
    "line-length": grade_line_length,
    "leading": grade_leading,
    "hierarchy": grade_hierarchy,
    "reading-order": grade_reading_order,
    "proximity": grade_proximity,
    "balance": grade_balance,
    "whitespace": grade_whitespace,
    "economy": grade_economy,
    "picture": grade_pictures,
}

# Graded on the rendered design.
DRAWN_GRADERS: dict[str, Grader] = {"apca": grade_apca, "busy": grade_busy}
_ALL_GRADERS = GRADERS | DRAWN_GRADERS

# The nineteen checks, C1 to C19, and the rules that each is made of.
COLUMNS: dict[str, tuple[str, ...]] = {
    "copy": ("required-text", "missing-glyphs", "overflow"),
    "margins": ("off-canvas", "safe-zone", "margins"),
    "collisions": ("overlap", "gap"),
    "plates": ("plate",),
    "alignment": ("alignment",),
    "grid": ("rhythm",),
    "legible-size": ("legible-size",),
    "type-scale": ("type-scale",),
    "line-length": ("line-length",),
    "leading": ("leading",),
    "contrast": ("contrast", "apca"),
    "ground": ("hidden-ink", "busy"),
    "hierarchy": ("hierarchy",),
    "reading-order": ("reading-order",),
    "proximity": ("proximity",),
    "balance": ("balance",),
    "whitespace": ("whitespace",),
    "economy": ("economy",),
    "marks": ("logo-contrast", "logo-space", "logo-size", "picture"),
}
