"""Half photograph: one to three pictures to the edges of their half, copy on a field beside."""

from __future__ import annotations

from design_io.assets import AssetStore
from design_io.geometry import Box
from generators.artist.drawing import group
from generators.artist.photograph import photograph
from generators.request import GenerationRequest, Painted

MOST = 3  # pictures
_GAP = 0.012  # of the sheet's shorter side, between pictures
_FIRST = 0.6  # of the half, for the first of three


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    pictures = [given.asset for given in request.references[:MOST]]
    if not pictures:
        return ()
    boxes = frames(request.boxes("object")[0], len(pictures), _gap(request))
    layers = [
        photograph(request, asset, box, assets, f"picture-{n}" if n > 1 else "picture")
        for n, (asset, box) in enumerate(zip(pictures, boxes, strict=True), 1)
    ]
    if len(layers) == 1:
        return (Painted(layer=layers[0]),)
    return (Painted(layer=group("pictures", "Photographs", layers, role="picture")),)


def frames(half: Box, count: int, gap: float) -> tuple[Box, ...]:
    """The half cut along its longer side; a third picture halves the smaller part."""
    if count == 1:
        return (half,)
    first, rest = _cut(half, _FIRST if count == 3 else 0.5, gap)
    return (first, rest) if count == 2 else (first, *_cut(rest, 0.5, gap))


def _gap(request: GenerationRequest) -> float:
    return float(max(2, round(_GAP * min(request.width, request.height))))


def _cut(box: Box, share: float, gap: float) -> tuple[Box, Box]:
    if box.width >= box.height:
        width = round((box.width - gap) * share)
        left = box._replace(width=width)
        return left, Box(box.x + width + gap, box.y, box.width - gap - width, box.height)
    height = round((box.height - gap) * share)
    upper = box._replace(height=height)
    return upper, Box(box.x, box.y + height + gap, box.width, box.height - gap - height)
