"""Emblem: the thing itself in few flat colours, with nothing around it."""

from __future__ import annotations

from design_io.assets import AssetStore
from generators.artist.drawing import group
from generators.artist.marks import flat_figure, on_ground
from generators.request import GenerationRequest, Painted


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.subjects:
        return ()
    zone = request.boxes("object")[0]
    figure = flat_figure(request.subjects[0], zone, on_ground(request), assets)
    return (Painted(layer=group("subject", "Subject", figure, role="hero")),)
