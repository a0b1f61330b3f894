"""The user's picture in the subject's place of any system: cut out, or in a frame of the art.

The art is drawn around a stand-in; where its figures stand, the picture is put. A picture whose
background stays fills the system's own frame (window, disc, tile), or a disc where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from design_io.assets import AssetStore
from design_io.document import GroupLayer, ImageLayer, Layer, ShapeLayer
from design_io.geometry import Box, Point, union_all
from design_io.paint import PictureFill
from design_io.study import cut_out
from generators.artist.icons import VIEW, ink_bounds
from generators.artist.photograph import focus_for
from generators.request import GenerationRequest, Painted

STAND_IN = "white-circle"  # an icon of one shape that fills its box
_FRAMES = {  # system -> the layers that a picture may fill
    "arch": ("sky",),
    "bauhaus": ("hero-ground",),
    "editorial": ("plate",),
    "swiss": ("disc", "panel"),
}


def with_picture(
    painted: tuple[Painted, ...], request: GenerationRequest, assets: AssetStore
) -> tuple[Painted, ...]:
    """The art with the request's first picture in a frame, or else instead of its figures."""
    asset = request.references[0].asset
    cut = cut_out(assets, asset)
    frames = _FRAMES.get(request.system, ()) if cut is None else ()
    for named in (frames, ()):
        framing = Framing(request, assets, asset, cut, named)
        made = tuple(
            item.evolve(layer=layer)
            for item in painted
            if (layer := framing.of(item.layer)) is not None
        )
        if framing.count:
            return made
    return _before(made, framing)


class Framing:
    """One pass over the art; `count` is how often the picture was put in."""

    def __init__(
        self, request: GenerationRequest, assets: AssetStore, asset: str, cut: str | None,
        frames: tuple[str, ...],
    ) -> None:  # fmt: skip
        self._request, self._assets, self._asset = request, assets, asset
        self._cut, self._frames = cut, frames
        self.count = 0

    def of(self, layer: Layer) -> Layer | None:
        """The layer with the picture put in; None when nothing of it is left."""
        if not isinstance(layer, GroupLayer):
            return self._filled(layer) if layer.id in self._frames else layer
        members = tuple(self._members(layer.layers))
        return layer.evolve(layers=members) if members else None

    def put(self, box: Box) -> Layer:
        """The picture as a figure that fills `box`."""
        self.count += 1
        layer_id = "picture" if self.count == 1 else f"picture-{self.count}"
        alt = self._request.prompt if self.count == 1 else ""
        if self._cut is not None:
            return ImageLayer(
                id=layer_id, name="Photograph, cut out", role="picture", box=box, asset=self._cut,
                fit="contain", focus=Point(0.5, 1.0), alt=alt,
            )  # fmt: skip
        return ShapeLayer(
            id=layer_id, name="Photograph", role="picture", shape="ellipse", box=box, alt=alt,
            fill=self._fill(box),
        )  # fmt: skip

    def _members(self, layers: tuple[Layer, ...]) -> Iterator[Layer]:
        """Figures become the picture, once for all layers of one; a frame ends the group."""
        last: Box | None = None
        for layer in layers:
            figure = _figure(layer)
            if layer.id in self._frames:
                yield self._filled(layer)
                return
            if figure is None:
                inner = self.of(layer)
                if inner is not None:
                    yield inner
            elif figure != last and not self._frames:
                yield self.put(figure)
            last = figure

    def _filled(self, layer: Layer) -> Layer:
        self.count += 1
        if not isinstance(layer, ShapeLayer):
            return layer
        return layer.evolve(
            role="picture", name="Photograph", alt=self._request.prompt, fill=self._fill(layer.box)
        )

    def _fill(self, box: Box) -> PictureFill:
        focus = focus_for(self._request, self._asset, box, self._assets)
        return PictureFill(asset=self._asset, focus=focus)


def _figure(layer: Layer) -> Box | None:
    """The box that a layer of the stand-in fills; None for any other layer."""
    if not isinstance(layer, ShapeLayer) or layer.view_box != (VIEW, VIEW):
        return None
    ink, scale = ink_bounds(STAND_IN), layer.box.width / VIEW
    x, y = layer.box.x + ink.x * scale, layer.box.y + ink.y * scale
    box = (x, y, ink.width * scale, ink.height * scale)
    return Box(*(round(value, 2) for value in box))


def _before(painted: tuple[Painted, ...], framing: Framing) -> tuple[Painted, ...]:
    """Art that draws no figure of its own: the picture takes the place of its hero group."""
    heroes = [n for n, item in enumerate(painted) if item.layer.role == "hero"]
    if not heroes:
        return painted
    place = union_all(_boxes(painted[heroes[-1]].layer))
    side = min(place.width, place.height)
    center = place.center
    box = Box(center.x - side / 2, center.y - side / 2, side, side)
    group = GroupLayer(id="subject", name="Subject", role="hero", layers=(framing.put(box),))
    return tuple(
        item.evolve(layer=group) if n == heroes[-1] else item for n, item in enumerate(painted)
    )


def _boxes(layer: Layer) -> Iterator[Box]:
    if isinstance(layer, GroupLayer):
        for member in layer.layers:
            yield from _boxes(member)
    else:
        yield layer.box
