"""Bands: every line of the title lies on a band of its own colour, from edge to edge.

What a short title leaves empty takes further bands, each narrower than the last.
"""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import group, path_layer, rectangle, solid
from generators.request import GenerationRequest, Painted

_BANDS = ("band_1", "band_2", "band_3", "band_4")
_SHARES = (0.46, 0.3, 0.16, 0.08)  # of an empty field, for the bands that fill it
_EMPTY = 0.12  # of the height, from which on a field below the title is filled
_AIR = 62.0  # u, from the lowest band to the copy below, whose hairline lies between


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    lines = request.boxes("text") or (request.boxes("object")[0],)
    edges = _edges(lines, request)
    edges += _further(edges[-1], request)
    made: list[Layer] = []
    for number, (top, bottom) in enumerate(zip(edges, edges[1:], strict=False)):
        box = Box(0, top, request.width, bottom - top)
        data = rectangle(box.width, box.height)
        fill = solid(request.palette[_BANDS[number % len(_BANDS)]])
        made.append(
            path_layer(
                f"band-{number + 1}", f"Band {number + 1}", data, box, fill, assets,
                role="background",
            )
        )  # fmt: skip
    return (Painted(layer=group("bands", "Bands", made, role="background")),)


def _further(top: float, request: GenerationRequest) -> list[float]:
    """Lower edges of the bands below the title's; none where the field is small."""
    below = [box.y for box in request.boxes("calm") if box.center.y > top]
    air = _AIR * math.sqrt(request.width * request.height) / 1000
    field = (min(below) - air if below else float(request.height)) - top
    if field < _EMPTY * request.height:
        return []
    made = [top]
    for share in _SHARES:
        made.append(made[-1] + share * field)
    return made[1:]


def _edges(lines: tuple[Box, ...], request: GenerationRequest) -> list[float]:
    """Half-way between neighbours; outside as far as the copy above and below allows."""
    between = [(a.bottom + b.y) / 2 for a, b in zip(lines, lines[1:], strict=False)]
    half = (lines[1].y - lines[0].bottom) / 2 if len(lines) > 1 else 0.12 * lines[0].height
    top, bottom = lines[0].y - half, lines[-1].bottom + half
    above = max((b.bottom for b in request.boxes("calm") if b.center.y < lines[0].y), default=0.0)
    below = min(
        (b.y for b in request.boxes("calm") if b.center.y > lines[-1].bottom),
        default=float(request.height),
    )
    top = max(top, (above + lines[0].y) / 2) if above else 0.0
    bottom = min(bottom, (below + lines[-1].bottom) / 2)
    return [top, *between, bottom]
