"""Type as image: the title's lines are the picture, the subject weaves between two of them."""

from __future__ import annotations

import math
import random

from design_io.assets import AssetStore
from design_io.color import reach_contrast
from design_io.geometry import Box
from generators.artist.drawing import group
from generators.artist.icons import Shading, icon_layers, ink_bounds, parts
from generators.request import GenerationRequest, Painted

_SIDES = (0.74, 0.66, 0.58, 0.5, 0.42)  # of the field's short side
_PLACES = (0.5, 0.62, 0.38, 0.74, 0.26)  # of the field's width, for the subject's centre
_MOST_HIDDEN = 0.13  # of the line in front of which it stands, by its box
_DEEPEST = 0.6  # of the line's height: no letter is hidden whole
_MOST_BEHIND = 0.4  # of its box, behind letters
_COVERAGE = 0.8  # share of its box that a drawing fills at most
_UNDER_TEXT = 3.4  # contrast of the letters on what shows behind them


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    lines, field = request.boxes("text"), request.boxes("object")[0]
    if not request.subjects:
        return ()
    front, box = _place(request, lines, field)
    if box is None:
        return ()
    figure = group("subject", "Subject", _figure(request, box, assets), role="hero")
    if front == 0:
        return (Painted(layer=figure),)
    return (Painted(layer=figure, slot="between", line=front),)


def _place(
    request: GenerationRequest, lines: tuple[Box, ...], field: Box
) -> tuple[int, Box | None]:
    """The line it stands in front of (0: behind all), and its box: large and central.

    Without a place between lines it stands at the field's right end, if enough of it is seen.
    """
    chance = random.Random(f"typeimage/{request.seed}")
    ink = ink_bounds(request.subjects[0])
    fronts = list(range(1, len(lines)))
    chance.shuffle(fronts)
    for share in _SIDES:
        side = share * min(field.width, field.height)
        scale = side / max(ink.width, ink.height)
        width, height = ink.width * scale, ink.height * scale
        for front in fronts:
            for place in _PLACES:
                box = _below(lines[front - 1], field, width, height, place)
                if box is not None and _clear(box, request):
                    return front, box
    corners = [_corner(field, share * min(field.width, field.height)) for share in _SIDES]
    free = [box for box in corners if _clear(box, request) and _seen(box, lines)]
    return 0, free[0] if free else None


def _corner(field: Box, side: float) -> Box:
    return Box(field.right - side, field.bottom - side, side, side)


def _seen(box: Box, lines: tuple[Box, ...]) -> bool:
    return sum(box.intersection(line).area for line in lines) <= _MOST_BEHIND * box.area


def _below(line: Box, field: Box, width: float, height: float, place: float) -> Box | None:
    """Standing in front of the foot of `line` by as much as may be hidden of it."""
    over = min(_DEEPEST * line.height, _MOST_HIDDEN * line.area / (_COVERAGE * width))
    box = Box(field.x + place * field.width - width / 2, line.bottom - over, width, height)
    inside = box.x >= field.x and box.right <= field.right and box.bottom <= field.bottom
    return box if inside else None


def _clear(box: Box, request: GenerationRequest) -> bool:
    return all(box.intersection(calm).empty for calm in request.boxes("calm"))


def _figure(request: GenerationRequest, box: Box, assets: AssetStore) -> tuple:
    """The subject in its own hues, as dark or light as the letters over it need."""
    name, ink = request.subjects[0], request.palette["ink"]
    colors = {p.color: reach_contrast(p.color, ink, _UNDER_TEXT) for p in parts(name)}
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.35, max(1.0, 1.8 * unit), request.seed)
    return icon_layers(name, box, assets, "subject", colors=colors, shading=shading)
