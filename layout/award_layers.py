"""The frame, lines and seal of a certificate."""

from __future__ import annotations

import math

from design_io.document import GroupLayer, Layer, ShapeLayer
from design_io.geometry import Box, Point
from design_io.paint import SolidFill, Stroke
from layout.award import FRAME_MARK, LINE_MARK, SEAL_MARK
from layout.placement import Placement
from layout.plan import DesignPlan

_POINTS = 28  # of the rosette


def award_layers(plan: DesignPlan, places: dict[str, Placement]) -> list[Layer]:
    """A double frame with corner pieces, hairlines, and the seal; nothing without a frame."""
    frame = places.get(FRAME_MARK)
    if frame is None:
        return []
    accent, ink = plan.palette["accent"], plan.palette["ink"]
    made: list[Layer] = [_frame(frame.box, accent)]
    lines = [
        ShapeLayer(
            id=name.replace("/", "-"), name="Line", role="ornament", box=place.box,
            fill=SolidFill(color=ink), opacity=0.55,
        )
        for name, place in places.items()
        if name.startswith(LINE_MARK)
    ]  # fmt: skip
    if lines:
        made.append(
            GroupLayer(id="award-lines", name="Lines", role="ornament", layers=tuple(lines))
        )
    if SEAL_MARK in places:
        made.append(_seal(places[SEAL_MARK].box, accent, plan.palette["bg"]))
    return made


def _frame(box: Box, color: str) -> Layer:
    thick = max(1.0, 0.0075 * min(box.width, box.height))
    inner = box.pad(-3.2 * thick)
    side = 7 * thick
    corners = [
        ShapeLayer(
            id=f"award-corner-{n}", name="Corner", role="frame", shape="polygon",
            points=_DIAMOND, box=Box(x - side / 2, y - side / 2, side, side),
            fill=SolidFill(color=color),
        )
        for n, (x, y) in enumerate(
            (x, y) for x in (inner.x, inner.right) for y in (inner.y, inner.bottom)
        )
    ]  # fmt: skip
    layers = (
        _outline("award-frame-outer", box, color, thick),
        _outline("award-frame-inner", inner, color, 0.3 * thick),
        *corners,
    )
    return GroupLayer(id="award-frame", name="Frame", role="frame", layers=layers)


def _outline(layer_id: str, box: Box, color: str, width: float) -> ShapeLayer:
    return ShapeLayer(
        id=layer_id, name="Border", role="frame", box=box,
        stroke=Stroke(color=color, width=round(width, 2), join="miter"),
    )  # fmt: skip


def _seal(box: Box, color: str, ground: str) -> Layer:
    """A rosette: a scalloped disc with two rings."""
    r = box.width / 2
    rim = [
        (
            r + (r if n % 2 == 0 else 0.9 * r) * math.sin(math.pi * n / _POINTS),
            r - (r if n % 2 == 0 else 0.9 * r) * math.cos(math.pi * n / _POINTS),
        )
        for n in range(2 * _POINTS)
    ]
    data = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in rim) + "Z"
    star = ShapeLayer(
        id="award-seal-rim", name="Rosette", role="badge", shape="path", path=data, box=box,
        view_box=(box.width, box.height), fill=SolidFill(color=color),
    )  # fmt: skip
    rings = tuple(
        ShapeLayer(
            id=f"award-seal-ring-{n}", name="Ring", role="badge", shape="ellipse",
            box=box.pad(-share * box.width),
            stroke=Stroke(color=ground, width=round(width * box.width, 2)),
        )
        for n, (share, width) in enumerate(((0.13, 0.022), (0.19, 0.008)))
    )  # fmt: skip
    return GroupLayer(id="award-seal", name="Seal", role="badge", layers=(star, *rings))


_DIAMOND = (Point(0.5, 0.0), Point(1.0, 0.5), Point(0.5, 1.0), Point(0.0, 0.5))
