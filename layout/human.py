"""Where a layout's measures stand among 8,734 human-made posters, under the `ralf` protocol."""

from __future__ import annotations

from itertools import pairwise

from design_io.document import ImageLayer, ShapeLayer, TextLayer, leaves
from design_io.geometry import Box
from layout import metrics
from layout.laygen import Label, laygen_of
from layout.pieces import pieces
from layout.subject import Subject

# Values at these percentiles; all are better the lower they are. Source: PKU PosterLayout's
# posters, aggregated from the per-poster measures that PosterO published.
STEPS = (0, 5, 10, 25, 50, 75, 90, 95, 99)
HUMANS: dict[str, tuple[float, ...]] = {
    "overlap": (0, 0, 0, 0, 0, 0, 0, 0.0039, 0.0299),
    "alignment": (0, 0.0001, 0.0002, 0.0004, 0.0009, 0.0018, 0.0039, 0.0073, 0.0343),
}


def layout_measures(subject: Subject) -> dict[str, float]:
    """The `ralf` measures of copy, marks and plates, and the share of humans that do no better."""
    canvas = subject.design.canvas
    boxes: list[tuple[Box, Label]] = []
    for piece in pieces(subject):
        label: Label = "text" if isinstance(piece.layer, TextLayer) else "logo"
        boxes.append((piece.ink, label))
    for layer in leaves(subject.design):
        if isinstance(layer, ShapeLayer | ImageLayer) and layer.role == "underlay":
            boxes.append((layer.box, "underlay"))
    found = metrics.scores(laygen_of(boxes, canvas.width, canvas.height))._asdict()
    measured = {
        f"ralf_{name}": round(float(found[name]), 5)
        for name in metrics.MEASURES
        if found[name] is not None
    }
    for name, values in HUMANS.items():
        if found[name] is not None:
            measured[f"humans_no_better_{name}"] = _share_above(values, float(found[name]))
    return measured


def _share_above(values: tuple[float, ...], measure: float) -> float:
    """The share of posters, 0..1, whose value is at least this one."""
    if measure <= values[0]:
        return 1.0
    for (low, high), (a, b) in zip(pairwise(values), pairwise(STEPS), strict=True):
        if measure <= high:
            return round(1 - (a + (b - a) * (measure - low) / max(1e-12, high - low)) / 100, 3)
    return 0.01
