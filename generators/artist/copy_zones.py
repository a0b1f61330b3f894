"""Where the copy of a request lies: the head at the top, the foot at the bottom of its column."""

from __future__ import annotations

from design_io.geometry import Box
from generators.request import GenerationRequest

_FOOT = {
    "date", "time", "venue", "address", "price", "offer", "contact", "cta", "legal", "underlay",
}  # fmt: skip


def is_beside(request: GenerationRequest) -> bool:
    """Whether the copy stands left of the art, as in landscape, and not above and below it."""
    return request.boxes("object")[0].x > 0.3 * request.width


def head_bottom(request: GenerationRequest) -> float:
    """The lowest ink of title, subtitle and running copy; the art's top when there is none."""
    boxes = [*request.boxes("text"), *_calm(request, foot=False)]
    return max((box.bottom for box in boxes), default=request.boxes("object")[0].y)


def foot_top(request: GenerationRequest) -> float | None:
    """The highest ink of facts, their labels and the call to action; None when there is none."""
    return min((box.y for box in _calm(request, foot=True)), default=None)


def right_edge(request: GenerationRequest) -> float:
    """Where art that bleeds to the right ends: at the sheet's edge, or before copy right of it."""
    art = request.boxes("object")[0]
    copy = [region.box.x for region in request.regions if region.kind != "object"]
    return art.right if any(x >= art.right for x in copy) else float(request.width)


def _calm(request: GenerationRequest, foot: bool) -> list[Box]:
    """Ink of the head or foot: a kicker below the title is the label of a fact, and all copy below
    the art belongs to the foot.

    Copy right of the art, such as a ticket's stub, belongs to neither.
    """
    art = request.boxes("object")[0]
    title = max((box.bottom for box in request.boxes("text")), default=0.0)
    return [
        region.box
        for region in request.regions
        if region.kind == "calm"
        and region.box.x < art.right
        and foot == (_in_foot(region.caption, region.box, title) or region.box.y >= art.bottom)
    ]


def _in_foot(role: str, box: Box, title: float) -> bool:
    return role in _FOOT or (role == "kicker" and box.y >= title)
