"""The shapes of a chart: bars, slices and lines in shades of the accent, the largest in full."""

from __future__ import annotations

import math

from design_io.color import mix, reach_contrast
from design_io.document import GroupLayer, Layer, ShapeLayer
from design_io.geometry import Box
from design_io.paint import SolidFill, Stroke
from layout.chart import (
    AXIS_MARK,
    BAR_MARK,
    LINE_MARK,
    PIE_MARK,
    SWATCH_MARK,
    Entry,
    entries_of,
    line_points,
)
from layout.placement import Placement
from layout.plan import DesignPlan

_SHAPE_CONTRAST = 3.0
_FAINT = 0.48  # of the ground, in bars that are not the largest
_SHADES = (0.0, 0.34, 0.56, 0.2, 0.68, 0.45, 0.62, 0.1)  # of the ground, in slices


def chart_layers(
    plan: DesignPlan, places: dict[str, Placement], ground: str, ink: str
) -> list[Layer]:
    """All shapes of the chart in one group; nothing when the plan has none."""
    entries = entries_of(plan)
    accent = reach_contrast(plan.palette["accent"], ground, _SHAPE_CONTRAST)
    made: list[Layer] = []
    for name, place in places.items():
        mark, _, number = name.rpartition("/")
        if mark == BAR_MARK:
            made.append(_bar(place, _bar_color(entries, int(number), accent, ground)))
        elif mark == SWATCH_MARK:
            made.append(_bar(place, _shade(int(number), len(entries), accent, ground)))
        elif name == PIE_MARK:
            made += _slices(entries, place.box, accent, ground)
        elif name == LINE_MARK:
            made += _line(entries, place.box, accent, ground)
        elif name == AXIS_MARK:
            made.append(_box_layer("chart-axis", "Base line", place.box, ink))
    if not made:
        return []
    return [GroupLayer(id="chart-shapes", name="Chart shapes", role="chart", layers=tuple(made))]


def _bar(place: Placement, color: str) -> Layer:
    name = "Key" if place.element.startswith(SWATCH_MARK) else "Bar"
    layer_id = place.element.replace("/", "-")
    return _box_layer(layer_id, f"{name} {int(layer_id.rpartition('-')[2]) + 1}", place.box, color)


def _box_layer(layer_id: str, name: str, box: Box, color: str) -> Layer:
    return ShapeLayer(
        id=layer_id, name=name, role="chart", box=Box(*(round(v, 2) for v in box)),
        fill=SolidFill(color=color),
    )  # fmt: skip


def _bar_color(entries: tuple[Entry, ...], number: int, accent: str, ground: str) -> str:
    largest = max(entry.number for entry in entries)
    return accent if entries[number].number == largest else mix(accent, ground, _FAINT)


def _shade(number: int, count: int, accent: str, ground: str) -> str:
    share = 0.72 * number / max(1, count - 1) if count <= 5 else _SHADES[number % len(_SHADES)]
    return mix(accent, ground, share)


def _slices(entries: tuple[Entry, ...], box: Box, accent: str, ground: str) -> list[Layer]:
    """Slices clockwise from the top, parted by hairlines of the ground."""
    total = sum(entry.number for entry in entries) or 1.0
    made: list[Layer] = []
    at = 0.0
    for number, entry in enumerate(entries):
        end = at + entry.number / total
        stroke = Stroke(color=ground, width=round(max(1.0, 0.012 * box.width), 2), join="round")
        made.append(
            ShapeLayer(
                id=f"chart-slice-{number}", name=f"Slice {number + 1}", role="chart", shape="path",
                path=_slice(box.width / 2, at, min(end, at + 0.9999)),
                view_box=(box.width, box.height), box=Box(*(round(v, 2) for v in box)),
                fill=SolidFill(color=_shade(number, len(entries), accent, ground)), stroke=stroke,
            )
        )  # fmt: skip
        at = end
    return made


def _slice(radius: float, start: float, end: float) -> str:
    (x0, y0), (x1, y1) = _rim(radius, start), _rim(radius, end)
    large = int(end - start > 0.5)
    r = f"{radius:.2f}"
    return f"M{r} {r}L{x0:.2f} {y0:.2f}A{r} {r} 0 {large} 1 {x1:.2f} {y1:.2f}Z"


def _rim(radius: float, share: float) -> tuple[float, float]:
    angle = 2 * math.pi * share
    return radius * (1 + math.sin(angle)), radius * (1 - math.cos(angle))


def _line(entries: tuple[Entry, ...], plot: Box, accent: str, ground: str) -> list[Layer]:
    """The line and a ringed dot on every value."""
    points = line_points(entries, plot)
    width = round(max(2.0, 0.012 * plot.height), 2)
    data = "M" + "L".join(f"{p.x - plot.x:.1f} {p.y - plot.y:.1f}" for p in points)
    made: list[Layer] = [
        ShapeLayer(
            id="chart-line", name="Line", role="chart", shape="path", path=data, box=plot,
            view_box=(plot.width, plot.height),
            stroke=Stroke(color=accent, width=width, cap="round", join="round"),
        )
    ]  # fmt: skip
    for number, point in enumerate(points):
        side = 3.4 * width
        box = Box(point.x - side / 2, point.y - side / 2, side, side)
        made.append(
            ShapeLayer(
                id=f"chart-point-{number}", name=f"Point {number + 1}", role="chart",
                shape="ellipse", box=box, fill=SolidFill(color=ground),
                stroke=Stroke(color=accent, width=width),
            )
        )  # fmt: skip
    return made
