"""Room for a thing among copy: the largest free place of its proportions, and what fits there."""

from __future__ import annotations

import math
from collections.abc import Iterator

from design_io.geometry import Box
from generators.artist.icons import ink_bounds
from generators.artist.naming import fills_disc, parted
from generators.request import GenerationRequest

_AIR, _TITLE_AIR, _LINE_AIR = 30.0, 40.0, 16.0  # u, from a thing to copy, title and hairlines
_MARGIN = 0.05  # of the short side, to the sheet's edges
_FEW = 0.3  # of the short side, the mean side of a still life whose things are seen
_FLAT = 0.7  # of the geometric mean of the sheet's sides
_BETTER = 1.12  # times as large, from which a thing leaves its zone
_WHOLE = 1e-6  # px², an overlap that is none


def roomiest(request: GenerationRequest, ratio: float) -> Box:
    """The free place in which a thing of this width / height is largest; it shares some of the
    zone, and else may lie beside any copy."""
    zone = request.boxes("object")[0]
    area, taken = _limits(request, zone), _taken(request)
    best, most = zone, _BETTER * _height(zone, ratio)
    for left, right in _spans(area, taken):
        for top, bottom in _gaps(area, [b for b in taken if b.x < right and b.right > left]):
            box = Box(left, top, right - left, bottom - top)
            height = _height(box, ratio)
            if height > most and box.intersection(zone).area > _WHOLE:
                best, most = box, height
    return best


def placed(request: GenerationRequest, most: float, across: float = 1.0) -> tuple[str, Box]:
    """What is shown, and its box in the roomiest place, `most` of the short side in the mean of
    its sides; `across`, at the right, it stands on copy below it, else it is at mid-height, and
    in the middle of what lies below all copy."""
    room = roomiest(request, ratio_of(request.subjects[0]))
    name = shown(request, room)
    if name != request.subjects[0]:
        room = roomiest(request, ratio_of(name))
    box = fitted(name, room)
    share = most * _measure(request) / math.sqrt(box.area)
    w, h = (min(1.0, share) * side for side in (box.width, box.height))
    copy = [r.box for r in request.regions if r.kind != "object"]
    down = 1.0 if any(box.y >= room.bottom for box in copy) else 0.5
    last = bool(copy) and all(box.bottom <= room.y for box in copy)
    across = 0.5 if last else across
    return name, Box(room.x + across * (room.width - w), room.y + down * (room.height - h), w, h)


def fitted(name: str, room: Box, across: float = 0.5, down: float = 1.0) -> Box:
    """The largest box for the thing's ink in the room: 0 left or at the top, 1 right or at the
    foot."""
    ink = ink_bounds(name)
    scale = min(room.width / ink.width, room.height / ink.height)
    w, h = ink.width * scale, ink.height * scale
    return Box(room.x + across * (room.width - w), room.y + down * (room.height - h), w, h)


def side_in_disc(name: str, diagonal: float, disc: float) -> float:
    """The longer side of the thing's ink in a disc: what is round fills it."""
    ink = ink_bounds(name)
    if fills_disc(name):
        return disc
    return diagonal * max(ink.width, ink.height) / math.hypot(ink.width, ink.height)


def shown(request: GenerationRequest, room: Box) -> str:
    """The subject, of a still life too small to be made out there the first thing alone."""
    name = request.subjects[0]
    small = _FEW * min(request.width, request.height)
    box = fitted(name, room)
    return name if math.sqrt(box.area) >= small else parted(name)[0]


def ratio_of(name: str) -> float:
    """Width / height of the thing's ink."""
    ink = ink_bounds(name)
    return ink.width / ink.height


def _measure(request: GenerationRequest) -> float:
    """The short side, or what stands for it on the flattest sheets."""
    short = min(request.width, request.height)
    return max(short, _FLAT * math.sqrt(request.width * request.height))


def _height(box: Box, ratio: float) -> float:
    return min(box.height, box.width / ratio)


def _limits(request: GenerationRequest, zone: Box) -> Box:
    """The sheet without its margins, and without what lies above all copy and the zone."""
    margin = request.width - zone.right or _MARGIN * min(request.width, request.height)
    boxes = [zone, *(region.box for region in request.regions if region.kind != "object")]
    top = max(margin, min(box.y for box in boxes))
    left = max(margin, min(box.x for box in boxes))
    right, bottom = request.width - margin, max(zone.bottom, request.height - margin)
    return Box(left, top, right - left, bottom - top)


def _taken(request: GenerationRequest) -> list[Box]:
    """Copy and hairlines with air around them."""
    unit = math.sqrt(request.width * request.height) / 1000
    airs = {"text": _TITLE_AIR, "calm": _AIR}
    copy = [r.box.pad(airs[r.kind] * unit) for r in request.regions if r.kind in airs]
    return [*copy, *(line.pad(_LINE_AIR * unit) for line in request.lines)]


def _spans(area: Box, taken: list[Box]) -> Iterator[tuple[float, float]]:
    """From the area's edge or a box's end to another's start or the other edge."""
    starts = {area.x, *(b.right for b in taken if area.x < b.right < area.right)}
    ends = {area.right, *(b.x for b in taken if area.x < b.x < area.right)}
    return ((a, b) for a in starts for b in ends if a < b)


def _gaps(area: Box, across: list[Box]) -> Iterator[tuple[float, float]]:
    """The heights between boxes that lie across a span."""
    top = area.y
    for box in sorted(across, key=lambda b: b.y):
        if box.y > top:
            yield top, min(box.y, area.bottom)
        top = max(top, box.bottom)
    if top < area.bottom:
        yield top, area.bottom
