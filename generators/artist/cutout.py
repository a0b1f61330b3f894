"""Cut-out on colour: the thing itself, without its background, before one big shape.

A picture whose background cannot be taken away fills the shape instead.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import mix, with_alpha
from design_io.document import ImageLayer, Layer, ShapeLayer
from design_io.geometry import Box, Point
from design_io.paint import PictureFill, RadialFill, SolidFill, Stop
from design_io.study import cut_out, studied
from generators.artist.drawing import group
from generators.artist.photograph import focus_for
from generators.request import GenerationRequest, Painted

_TALL, _WIDE = ("disc", "arch", "floor"), ("floor", "dome", "floor")  # shapes for upright sheets
_SLIM = 0.72  # width / height up to which a thing is tall
_POP = 0.10  # of the zone's height that the thing rises over its shape
_SINK = 0.06  # of the zone's height that the thing stands above its lower edge
_HORIZON = 0.60  # of the zone's height, where the floor begins
_BREATH = 0.09  # of a side panel's shorter side, around the thing


class Stand(NamedTuple):
    """The big shape behind the thing, and the room the thing is fitted into, at its foot."""

    kind: str
    plate: Box
    room: Box


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.references:
        return ()
    asset = request.references[0].asset
    art = request.boxes("object")[0]
    cut = cut_out(assets, asset)
    if cut is None:
        return (Painted(layer=_filled(request, asset, art, assets)),)
    study = studied(assets, cut)
    subject = study.subject
    aspect = subject.width * study.width / (subject.height * study.height)
    stand = _stand(request, art, aspect)
    thing = fitted(stand.room, aspect)
    plate = _plate(stand, SolidFill(color=request.palette["plate"]))
    layers = [*contact_shadows(thing, request.palette), _thing(request, cut, thing, subject)]
    return (
        Painted(layer=plate),
        Painted(layer=group("subject", "Cut-out", layers, role="picture")),
    )


def _stand(request: GenerationRequest, art: Box, aspect: float) -> Stand:
    """A panel beside the copy in landscape; else a shape under the thing, by chance."""
    if art.x > 0.3 * request.width:
        panel = Box(art.x, 0, request.width - art.x, request.height)
        return Stand("panel", panel, panel.pad(-_BREATH * min(panel.width, panel.height)))
    kinds = _TALL if aspect <= _SLIM else _WIDE
    kind = random.Random(f"cutout/{request.seed}").choice(kinds)
    room = art._replace(height=art.height * (1 - _SINK))
    if kind == "floor":
        horizon = float(round(art.y + _HORIZON * art.height))
        return Stand(kind, Box(0, horizon, request.width, request.height - horizon), room)
    top = art.y + _POP * art.height * (3 if kind == "dome" else 1)
    ratio = {"disc": 1.0, "arch": 0.8, "dome": 2.0}[kind]
    width = min(art.width, (art.bottom - top) * ratio)
    height = width / ratio
    box = (art.center.x - width / 2, art.bottom - height, width, height)
    return Stand(kind, Box(*(float(round(v)) for v in box)), room)


def fitted(room: Box, aspect: float) -> Box:
    """The thing as large as the room allows, centred at its foot."""
    width = min(room.width * 0.94, room.height * aspect)
    height = width / aspect
    return Box(room.center.x - width / 2, room.bottom - height, width, height)


def _plate(stand: Stand, fill: SolidFill) -> ShapeLayer:
    box = stand.plate
    radius = min(box.width / 2, box.height)
    corners: dict[str, float | tuple[float, float, float, float]] = {
        "disc": box.width / 2, "arch": (radius, radius, 0.0, 0.0), "dome": (radius, radius, 0, 0),
    }  # fmt: skip
    return ShapeLayer(
        id="plate", name=stand.kind.capitalize(), role="ornament", box=box, fill=fill,
        corner_radius=corners.get(stand.kind, 0.0),
    )  # fmt: skip


def _filled(request: GenerationRequest, asset: str, art: Box, assets: AssetStore) -> ShapeLayer:
    """The picture in the whole zone: to the edges beside the copy, with round corners below it."""
    beside = art.x > 0.3 * request.width
    box = Box(art.x, 0, request.width - art.x, request.height) if beside else art
    return ShapeLayer(
        id="picture", name="Photograph", role="picture", box=box, alt=request.prompt,
        corner_radius=0.0 if beside else round(0.06 * min(box.width, box.height), 2),
        fill=PictureFill(asset=asset, focus=focus_for(request, asset, box, assets)),
    )  # fmt: skip


def _thing(request: GenerationRequest, asset: str, box: Box, subject: Box) -> ImageLayer:
    """The whole picture, so placed that its subject fills `box`."""
    width, height = box.width / subject.width, box.height / subject.height
    place = Box(box.x - subject.x * width, box.y - subject.y * height, width, height)
    return ImageLayer(
        id="picture", name="Photograph, cut out", role="picture", asset=asset, fit="stretch",
        box=Box(*(round(v, 2) for v in place)), alt=request.prompt,
    )  # fmt: skip


def contact_shadows(thing: Box, palette: dict[str, str]) -> list[Layer]:
    """A wide faint shadow and a narrow dark one where the thing touches the ground."""
    dark = mix(palette["plate"], "#000000", 0.72)
    made: list[Layer] = []
    for number, (wide, high, strength) in enumerate(((1.12, 0.16, 0.34), (0.86, 0.06, 0.5)), 1):
        width = wide * thing.width
        height = min(high * thing.width, 0.22 * thing.height)
        box = Box(thing.center.x - width / 2, thing.bottom - 0.56 * height, width, height)
        stops = [(0.0, 1.0), (0.35, 0.7), (0.7, 0.2), (1.0, 0.0)]
        fill = RadialFill(
            center=Point(0.5, 0.5), radius=0.5,
            stops=tuple(
                Stop(offset=at, color=with_alpha(dark, strength * share)) for at, share in stops
            ),
        )  # fmt: skip
        made.append(
            ShapeLayer(
                id=f"shadow-{number}", name="Shadow", role="ornament", shape="ellipse",
                box=Box(*(round(v, 2) for v in box)), fill=fill, blend_mode="multiply",
            )
        )  # fmt: skip
    return made
