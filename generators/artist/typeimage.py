"""Type as image: the title's lines fill the sheet, the subject stands large above them.

Beside the title, in landscape, it has a place of its own.
"""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import group
from generators.artist.icons import Shading, dominant, icon_layers, is_scene, parts
from generators.artist.naming import is_placed
from generators.artist.room import fitted, placed, shown
from generators.request import GenerationRequest, Painted

_WIDEST, _HIGHEST = 0.88, 0.97  # of the zone
_FRAMED = 0.94  # of that height, for a picture with an edge of its own
_LARGEST = 0.7  # of the short side, the mean of its sides where it has a place of its own
_CLEAR = 0.08  # of the first line's height, between it and the subject
_SEEN = 1.6  # least contrast of the subject with the ground
_LIFTED = 2.2  # contrast it gets where it had less


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.subjects:
        return ()
    name, box = _place(request)
    figure = group("subject", "Subject", _figure(request, name, box, assets), role="hero")
    return (Painted(layer=figure, slot="front"),)


def _place(request: GenerationRequest) -> tuple[str, Box]:
    """What is shown, and the largest box for it: its foot on the letters, or with room of its own
    beside or below the title."""
    zone, name = request.boxes("object")[0], request.subjects[0]
    if is_beside(request) or any(line.bottom <= zone.y for line in request.boxes("text")):
        return placed(request, _LARGEST)
    narrow = (1 - _WIDEST) / 2 * zone.width
    room = Box(zone.x + narrow, zone.y + (1 - _HIGHEST) * zone.height, _WIDEST * zone.width,
               _HIGHEST * zone.height)  # fmt: skip
    name = shown(request, room)
    if is_placed(name) or is_scene(name):  # a picture with an edge is not cut by letters
        return name, fitted(name, room._replace(height=_FRAMED * room.height))
    box = fitted(name, room)
    return name, box.shift(0, _lowered(request, zone))


def _lowered(request: GenerationRequest, zone: Box) -> float:
    """How far below the zone it stands, just above the first line of the title."""
    lines = [line for line in request.boxes("text") if line.y >= zone.bottom - 1]
    if not lines:
        return 0.0
    first = min(lines, key=lambda line: line.y)
    return first.y - zone.bottom - _CLEAR * first.height


def _figure(
    request: GenerationRequest, name: str, box: Box, assets: AssetStore
) -> tuple[Layer, ...]:
    """The subject in its own hues, unless they would sink into the ground."""
    ground = request.palette["bg"]
    colors = None
    if contrast(dominant(name), ground) < _SEEN:
        colors = {p.color: reach_contrast(p.color, ground, _LIFTED) for p in parts(name)}
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.35, max(1.0, 1.8 * unit), request.seed)
    return icon_layers(name, box, assets, "subject", colors=colors, shading=shading)
