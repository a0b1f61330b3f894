"""The lowest layers of a design as one picture, so that what lies above is judged again quickly."""

from __future__ import annotations

from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.document import Design, GroupLayer, ImageLayer, Layer, TextLayer, assets_of
from design_io.render import render
from design_io.resources import Resources

_LONG_SIDE = 900.0  # px, as fine as contrast is measured


class Backdrop(NamedTuple):
    layers: tuple[Layer, ...]  # those it stands for
    picture: ImageLayer | None
    resources: Resources  # the design's own, and the picture


def backdrop_of(design: Design, resources: Resources) -> Backdrop:
    """All layers below the first that has words or a logo in it, drawn once."""
    count = 0
    while count < len(design.layers) and not _has_copy(design.layers[count]):
        count += 1
    while count < len(design.layers) and design.layers[count].clip:
        count -= 1
    lowest, rest = design.layers[:count], design.layers[count:]
    if not any(layer.visible for layer in lowest):
        return Backdrop((), None, resources)
    scale = min(1.0, _LONG_SIDE / max(design.canvas.width, design.canvas.height))
    assets = AssetStore()
    for name in assets_of(design.model_copy(update={"layers": rest})):
        assets.put(resources.assets.get(name))
    pixels = render(design.model_copy(update={"layers": lowest}), resources, scale=scale)
    picture = ImageLayer(
        id="backdrop-of-the-rest", role="background", box=design.canvas.box, fit="stretch",
        asset=assets.put_pixels(pixels),
    )  # fmt: skip
    return Backdrop(lowest, picture, resources._replace(assets=assets))


def shown_on(backdrop: Backdrop, design: Design, resources: Resources) -> tuple[Design, Resources]:
    """The design on its backdrop; as it is where a layer of the backdrop was changed."""
    count = len(backdrop.layers)
    same = all(a is b for a, b in zip(backdrop.layers, design.layers, strict=False))
    if backdrop.picture is None or not same or len(design.layers) < count:
        return design, resources
    layers = (backdrop.picture, *design.layers[count:])
    return design.model_copy(update={"layers": layers}), backdrop.resources


def _has_copy(layer: Layer) -> bool:
    if isinstance(layer, GroupLayer):
        return any(_has_copy(member) for member in layer.layers)
    return isinstance(layer, TextLayer) or layer.role in ("logo", "qr")
