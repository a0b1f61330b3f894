"""One painted layer made anew, with another seed or other words; all else keeps its bytes."""

from __future__ import annotations

from collections.abc import Callable

from agents.painting import copy_regions, is_painted_picture
from design_io.commands import Batch, UpdateLayer
from design_io.document import Design, ImageLayer, Layer, walk
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.resources import Resources
from generators.layered import Layered, layers_by
from generators.request import GenerationError, GenerationRequest, Generator, Region

_OPAQUE = 250  # of 255: what has no place that lets more through is no cut-out


def regenerated(
    design: Design,
    layer_id: str,
    painter: Generator,
    resources: Resources,
    cancelled: Callable[[], bool] = lambda: False,
    words: str = "",
    seed: int | None = None,
) -> Batch:
    """The picture `layer_id` painted again in its place; the next seed where none is told.

    Raises DesignError where there is nothing to paint again or the painter makes no pictures,
    GenerationError where it fails or is stopped.
    """
    layer = _painted(design, layer_id)
    if not painter.abilities.backgrounds:
        raise DesignError(f"{painter.name} paints no pictures; choose the painter {_maker(layer)}")
    assert layer.source is not None
    asked = words or layer.source.asked or layer.alt or design.title
    next_seed = (layer.source.seed or 0) + 1 if seed is None else seed
    request = GenerationRequest(
        prompt=asked, width=design.canvas.width, height=design.canvas.height,
        palette=design.palette, seed=next_seed,
        regions=(*_others(design, layer), *copy_regions(design, resources)),
    )  # fmt: skip
    made = _made(layer, request, layers_by(painter), resources, cancelled)
    changes = {"asset": made.asset, "source": made.source} if isinstance(made, ImageLayer) else {}
    if words and layer.alt:
        changes["alt"] = words[:2000]
    label = f"Paint {layer.label} anew"
    return Batch(label=label, commands=(UpdateLayer(layer_id=layer.id, changes=changes),))


def seed_of(design: Design, layer_id: str) -> int | None:
    """With which seed it was painted."""
    source = _painted(design, layer_id).source
    return source.seed if source else None


def unless_touched(before: Design, now: Design, layer_id: str, made: Batch) -> Batch:
    """What was painted for `before`; DesignError where a hand changed the layer meanwhile."""
    if now.layer(layer_id) != before.layer(layer_id):
        raise DesignError("the picture was changed by hand meanwhile, so the new one is left out")
    return made


def _made(
    layer: ImageLayer, request: GenerationRequest, hand: Layered, resources: Resources,
    cancelled: Callable[[], bool],
) -> Layer:  # fmt: skip
    """An element cut out, where the layer is one; else a picture of its box."""
    if resources.assets.pixels(layer.asset or "")[..., 3].min() > _OPAQUE:
        return hand.background(_inside(request, layer.box), resources.assets, cancelled).layer
    own = Region(box=layer.box, kind="object", caption=request.prompt)
    told = request.evolve(seed=request.seed - 1)
    painted = hand.element(told, own, 1, resources.assets, cancelled)
    if painted.note:
        raise GenerationError(f"{layer.label!r} is as it was: of the new picture {painted.note}")
    return painted.layer


def _inside(request: GenerationRequest, box: Box) -> GenerationRequest:
    """The request for the part of the sheet in `box`."""
    shown = ((region, region.box.intersection(box)) for region in request.regions)
    regions = tuple(r.evolve(box=b.shift(-box.x, -box.y)) for r, b in shown if not b.empty)
    width, height = max(1, round(box.width)), max(1, round(box.height))
    return request.evolve(width=width, height=height, regions=regions)


def _painted(design: Design, layer_id: str) -> ImageLayer:
    layer = design.layer(layer_id)
    if not is_painted_picture(layer):
        kind = "a picture you gave" if isinstance(layer, ImageLayer) else "no painted picture"
        raise DesignError(f"{layer.label!r} is {kind}, so it cannot be painted again")
    if layer.locked:
        raise DesignError(f"{layer.label!r} is locked; unlock it first")
    return layer


def _maker(layer: ImageLayer) -> str:
    return repr(layer.source.generator) if layer.source else "that made it"


def _others(design: Design, layer: ImageLayer) -> tuple[Region, ...]:
    """Where the other painted elements stand: room that a background leaves to them."""
    return tuple(
        Region(box=other.box, kind="object", caption=other.source.asked if other.source else "")
        for other in walk(design)
        if other.id != layer.id and is_painted_picture(other) and other.role != "background"
    )
