"""Checks of a design as it is: each yields findings with a measure, a threshold and a way out.

`CHECKS` at the foot names them all. New, chat-edited, hand-edited and imported designs are judged
alike; nothing here knows how a design was made.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from design_io.color import reach_contrast
from design_io.commands import AddLayer, Batch, Command, MoveLayer, UpdateLayer
from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box, rotated_bounds
from design_io.resources import Resources
from design_io.text import ink_box, line_ink_boxes, typeset
from layout.code import with_quiet_zone
from layout.contrast import text_contrasts
from layout.findings import Finding, Report
from layout.hidden_ink import MOST_HIDDEN, hidden_ink
from layout.legible import smallest_text
from layout.logo import CLEAR, LEAST_LOGO, LEAST_SHOWN, PLATE, plate_box, plate_for, stand_of
from layout.plan import DesignPlan
from layout.sizes import SIZES, Size, safe_box

_TOLERANCE = 1.0  # px by which ink may pass the canvas edge
_TOUCHING = 0.5  # px² of shared ink box that counts as overlap


class Subject(NamedTuple):
    """What a check looks at."""

    design: Design
    resources: Resources
    plan: DesignPlan | None


def check(
    design: Design, resources: Resources, plan: DesignPlan | None = None
) -> tuple[Finding, ...]:
    """Every finding, gates first."""
    subject = Subject(design, resources, plan)
    findings = [finding for find in CHECKS.values() for finding in find(subject)]
    return tuple(sorted(findings, key=lambda f: (f.severity != "gate", f.rule, f.layers)))


def report(design: Design, resources: Resources, plan: DesignPlan | None = None) -> Report:
    """`check` as a report, with the lowest contrast measured."""
    made = report_of(design, check(design, resources, plan))
    ratios = [c.ratio for c in text_contrasts(design, _visible_texts(design), resources).values()]
    lowest = {"min_contrast": round(min(ratios, default=21.0), 3)}
    return made.evolve(metrics=made.metrics | lowest)


def report_of(design: Design, findings: tuple[Finding, ...]) -> Report:
    """The findings with a verdict per gate and a score per check (share of layers without one)."""
    texts = _visible_texts(design)
    failed = {f.rule for f in findings if f.severity == "gate"}
    counts = {rule: len({f.layers for f in findings if f.rule == rule}) for rule in CHECKS}
    return Report(
        passed=not failed,
        gates={rule: rule not in failed for rule in CHECKS},
        scores={rule: max(0.0, 1.0 - count / max(1, len(texts))) for rule, count in counts.items()},
        metrics={
            "layers": float(sum(1 for _ in _visible(design.layers))),
            "texts": float(len(texts)),
            "min_text_px": round(min((t.style.size for t in texts), default=0.0), 2),
        },
        findings=findings,
    )


def check_required_text(subject: Subject) -> Iterator[Finding]:
    """Every required piece of copy stands somewhere, word for word."""
    if subject.plan is None:
        return
    shown = " ".join(_normal(layer.text) for layer in _visible_texts(subject.design))
    shown = " ".join(shown.split())
    for element in subject.plan.elements:
        if (
            element.required
            and element.text
            and element.role not in ("hero", "picture", "logo", "qr")
        ):
            words = " ".join(_normal(element.text).split())
            if words not in shown:
                message = f"the {element.role} {element.text!r} is not on the design; add it again"
                yield _gate("required-text", (), 0, 1, message)


def check_overlap(subject: Subject) -> Iterator[Finding]:
    """Text never lies on text, a logo or a code."""
    inks: list[tuple[Layer, tuple[Box, ...]]] = [
        (layer, _inks(layer, subject.resources)) for layer in _visible_texts(subject.design)
    ]
    for layer in _visible(subject.design.layers):
        if layer.role in ("logo", "qr") and isinstance(layer, ImageLayer | ShapeLayer):
            inks.append((layer, (rotated_bounds(with_quiet_zone(layer), layer.rotation),)))
    for (first, a), (second, b) in combinations(inks, 2):
        shared = sum(one.intersection(other).area for one in a for other in b)
        if shared > _TOUCHING:
            message = f"{first.label!r} and {second.label!r} overlap; move one of them"
            yield _gate("overlap", (first.id, second.id), shared, 0, message)


def check_off_canvas(subject: Subject) -> Iterator[Finding]:
    """All ink of all text lies on the canvas."""
    sheet = subject.design.canvas.box
    for layer in _visible_texts(subject.design):
        for box in _inks(layer, subject.resources):
            if not box.empty and not sheet.contains(box, _TOLERANCE):
                out = box.area - box.intersection(sheet).area
                message = f"{layer.label!r} leaves the canvas; move or shrink it"
                yield _gate("off-canvas", (layer.id,), out, 0, message)
                break


def check_contrast(subject: Subject) -> Iterator[Finding]:
    """Text stands out from what really lies beneath its ink."""
    texts = _visible_texts(subject.design)
    results = text_contrasts(subject.design, texts, subject.resources)
    for layer in texts:
        result = results.get(layer.id)
        if result is None or result.ratio >= result.needed:
            continue
        color = reach_contrast(layer.style.color[:7], result.ground, result.needed * 1.15)
        message = (
            f"{layer.label!r} has contrast {result.ratio:.1f}:1 on {result.ground}, "
            f"needs {result.needed:.1f}:1; recolour it to {color}"
        )
        fix = UpdateLayer(layer_id=layer.id, changes=_recolor(layer, color))
        yield _gate("contrast", (layer.id,), result.ratio, result.needed, message, fix)


def check_hidden_ink(subject: Subject) -> Iterator[Finding]:
    """Art lies over no more than a small part of a line."""
    for layer in _visible_texts(subject.design):
        share = hidden_ink(subject.design, layer, subject.resources)
        if share > MOST_HIDDEN:
            message = (
                f"{share:.0%} of a line of {layer.label!r} lies under art, at most "
                f"{MOST_HIDDEN:.0%} may; raise the text or move the art"
            )
            raised = MoveLayer(layer_id=layer.id)
            yield _gate("hidden-ink", (layer.id,), share, MOST_HIDDEN, message, raised)


def check_legible_size(subject: Subject) -> Iterator[Finding]:
    """No text is smaller than people can read at the size it will be seen."""
    canvas = subject.design.canvas
    least = smallest_text(_size_of(subject))
    for layer in _visible_texts(subject.design):
        floor = least.label if layer.role in ("kicker", "legal") else least.text
        if layer.style.size < floor * 0.99:
            message = (
                f"{layer.label!r} is set at {layer.style.size:.0f} px, needs {floor:.0f} px "
                f"on {canvas.width}x{canvas.height}; enlarge it or cut the copy"
            )
            yield _soft("legible-size", (layer.id,), layer.style.size, floor, message)


def check_logo_contrast(subject: Subject) -> Iterator[Finding]:
    """A logo is seen on its ground, or lies on a plain plate."""
    design = subject.design
    plated = any(layer.id == PLATE for layer in design.layers)
    for layer in _logos(design):
        plate = "" if plated else stand_of(design, layer, subject.resources).plate
        if plate:
            message = f"{layer.label!r} sinks into its ground; lay a plain plate under it"
            fix = _plated(subject, layer, plate)
            yield _soft("logo-contrast", (layer.id,), 0, LEAST_SHOWN, message, fix)


def _plated(subject: Subject, logo: ImageLayer, color: str) -> Command:
    """A plate under the logo, its outer edge where the logo's was, unless copy is in the way."""
    design, pad = subject.design, CLEAR * logo.box.height
    index = design.layers.index(logo)
    off = logo.box.center.x - design.canvas.width / 2
    inward = 0.0 if abs(off) < pad else -pad if off > 0 else pad
    moved = logo.evolve(box=logo.box.shift(inward, 0))
    area = plate_box(moved.box)
    inks = (ink for t in _visible_texts(design) for ink in _inks(t, subject.resources))
    if any(not area.intersection(ink).empty for ink in inks):
        return AddLayer(layer=plate_for(logo, color), index=index)
    plate = AddLayer(layer=plate_for(moved, color), index=index)
    shift = UpdateLayer(layer_id=logo.id, changes={"box": moved.box})
    return Batch(label="Logo plate", commands=(shift, plate))


def check_logo_space(subject: Subject) -> Iterator[Finding]:
    """Nothing is written in the clear space around a logo."""
    for layer in _logos(subject.design):
        free = layer.box.pad(CLEAR * layer.box.height - 1)
        for text in _visible_texts(subject.design):
            if any(not free.intersection(ink).empty for ink in _inks(text, subject.resources)):
                message = f"{text.label!r} stands in the clear space of the logo; move it away"
                yield _soft("logo-space", (layer.id, text.id), 0, CLEAR, message)


def check_logo_size(subject: Subject) -> Iterator[Finding]:
    """A logo is large enough to be read."""
    canvas = subject.design.canvas
    least = LEAST_LOGO * min(canvas.width, canvas.height)
    for layer in _logos(subject.design):
        size = math.sqrt(layer.box.area)
        if size < least:
            message = f"{layer.label!r} is too small to be read; enlarge it"
            yield _soft("logo-size", (layer.id,), size, least, message)


def _logos(design: Design) -> list[ImageLayer]:
    """Top-level logos that are pictures."""
    shown = (layer for layer in design.layers if layer.visible and layer.role == "logo")
    return [layer for layer in shown if isinstance(layer, ImageLayer)]


def check_missing_glyphs(subject: Subject) -> Iterator[Finding]:
    """Every character has a glyph in some font."""
    for layer in _visible_texts(subject.design):
        missing = typeset(layer, subject.resources.fonts).missing
        if missing:
            signs = " ".join(f"{c!r}" for c in missing[:8])
            message = f"no font has {signs} of {layer.label!r}; add a font with --font"
            yield _gate("missing-glyphs", (layer.id,), len(missing), 0, message)


def check_overflow(subject: Subject) -> Iterator[Finding]:
    """Text fits its box."""
    for layer in _visible_texts(subject.design):
        if layer.fit != "none" and typeset(layer, subject.resources.fonts).overflow:
            message = f"{layer.label!r} does not fit its box; widen the box or shorten the text"
            yield _soft("overflow", (layer.id,), 1, 0, message)


def check_safe_zone(subject: Subject) -> Iterator[Finding]:
    """Copy keeps clear of what an app draws over the edges of its format."""
    size = _size_of(subject)
    if not any(size.safe):
        return
    sheet, safe = subject.design.canvas.box, safe_box(size)
    for layer in _visible_texts(subject.design):
        ink = ink_box(layer, subject.resources.fonts)
        if not ink.empty and not safe.contains(ink, 0.012 * sheet.height):
            message = f"{layer.label!r} leaves the safe zone of {size.label}; move it inwards"
            yield _soft(
                "safe-zone", (layer.id,), ink.area - ink.intersection(safe).area, 0, message
            )


def _size_of(subject: Subject) -> Size:
    """The preset with this canvas, the plan's own when there is one, else an unnamed size."""
    canvas = subject.design.canvas
    if subject.plan is not None and subject.plan.size in SIZES:
        return SIZES[subject.plan.size]
    for size in SIZES.values():
        if (size.width, size.height, size.dpi) == (canvas.width, canvas.height, canvas.dpi):
            return size._replace(safe=(0.0, 0.0, 0.0, 0.0))
    kind = "print" if canvas.dpi > 96 else "screen"
    return Size("custom", "this size", canvas.width, canvas.height, canvas.dpi, kind)


def _visible(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer in layers:
        if layer.visible and layer.opacity > 0:
            yield layer
            if isinstance(layer, GroupLayer):
                yield from _visible(layer.layers)


def _visible_texts(design: Design) -> list[TextLayer]:
    return [x for x in _visible(design.layers) if isinstance(x, TextLayer) and x.text.strip()]


def _inks(layer: TextLayer, resources: Resources) -> tuple[Box, ...]:
    """The ink of each line; one turned box when the layer is rotated."""
    if layer.rotation % 360:
        ink = ink_box(layer, resources.fonts)
        about = layer.box.center
        grown = ink.union(Box(2 * about.x - ink.right, 2 * about.y - ink.bottom, *ink[2:]))
        return (rotated_bounds(grown, layer.rotation),)
    return tuple(box for box in line_ink_boxes(layer, resources.fonts) if not box.empty)


def _recolor(layer: TextLayer, color: str) -> dict[str, object]:
    spans = tuple(span.evolve(color=None) for span in layer.spans)
    return {"style": layer.style.evolve(color=color), "spans": spans, "fill": None}


@lru_cache(maxsize=1024)
def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _gate(
    rule: str, layers: tuple[str, ...], measure: float, threshold: float, message: str,
    *commands: Command,
) -> Finding:  # fmt: skip
    return Finding(
        rule=rule, severity="gate", layers=layers, measure=round(measure, 3),
        threshold=round(threshold, 3), message=message, commands=commands,
    )  # fmt: skip


def _soft(
    rule: str, layers: tuple[str, ...], measure: float, threshold: float, message: str,
    *commands: Command,
) -> Finding:  # fmt: skip
    return _gate(rule, layers, measure, threshold, message, *commands).evolve(severity="soft")


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
