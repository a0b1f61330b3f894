"""What checks look at and report with: the design's visible layers, their ink, and findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from design_io.commands import Command
from design_io.document import Design, GroupLayer, Layer, TextLayer
from design_io.geometry import Box, rotated_bounds
from design_io.resources import Resources
from design_io.text import ink_box, line_ink_boxes
from layout.findings import Finding
from layout.plan import DesignPlan
from layout.sizes import SIZES, Size


class Subject(NamedTuple):
    """What a check looks at."""

    design: Design
    resources: Resources
    plan: DesignPlan | None


def visible(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer in layers:
        if layer.visible and layer.opacity > 0:
            yield layer
            if isinstance(layer, GroupLayer):
                yield from visible(layer.layers)


def visible_texts(design: Design) -> list[TextLayer]:
    return [x for x in visible(design.layers) if isinstance(x, TextLayer) and x.text.strip()]


def inks(layer: TextLayer, resources: Resources) -> tuple[Box, ...]:
    """The ink of each line; one turned box when the layer is rotated."""
    if layer.rotation % 360:
        ink = ink_box(layer, resources.fonts)
        about = layer.box.center
        grown = ink.union(Box(2 * about.x - ink.right, 2 * about.y - ink.bottom, *ink[2:]))
        return (rotated_bounds(grown, layer.rotation),)
    return tuple(box for box in line_ink_boxes(layer, resources.fonts) if not box.empty)


def size_of(subject: Subject) -> Size:
    """The preset with this canvas, the plan's own when there is one, else an unnamed size."""
    canvas = subject.design.canvas
    if subject.plan is not None and subject.plan.size in SIZES:
        return SIZES[subject.plan.size]
    for size in SIZES.values():
        if (size.width, size.height, size.dpi) == (canvas.width, canvas.height, canvas.dpi):
            return size._replace(safe=(0.0, 0.0, 0.0, 0.0))
    kind = "print" if canvas.dpi > 96 else "screen"
    return Size("custom", "this size", canvas.width, canvas.height, canvas.dpi, kind)


def gate(
    rule: str, layers: tuple[str, ...], measure: float, threshold: float, message: str,
    *commands: Command,
) -> Finding:  # fmt: skip
    return Finding(
        rule=rule, severity="gate", layers=layers, measure=round(measure, 3),
        threshold=round(threshold, 3), message=message, commands=commands,
    )  # fmt: skip


def soft(
    rule: str, layers: tuple[str, ...], measure: float, threshold: float, message: str,
    *commands: Command,
) -> Finding:  # fmt: skip
    return gate(rule, layers, measure, threshold, message, *commands).evolve(severity="soft")
