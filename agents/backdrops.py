"""Painting the whole picture first: copy is then laid into its calm places, as on a photograph.

A painter of whole pictures does not know where copy will stand; its picture is stored and studied,
and everything that belongs on top of it is set by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from agents.approach import Approach
from agents.brief import Attachment, Brief
from design_io.document import Canvas, Design, GroupLayer, ImageLayer, Layer, Source
from design_io.paint import AssetId
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from generators.layered import layers_by
from generators.request import GenerationError, GenerationRequest, Generator, Painted
from layout.sizes import size_named

_LONGEST = 2048  # px of the longer side of a picture that is painted first


class Backdrop(NamedTuple):
    asset: AssetId
    source: str  # JSON of its `Source`


def backdrops_for(briefs: dict[str, Brief], approach: Approach, variant: int) -> dict[str, str]:
    """What the painter of whole pictures is told, by member; the sizes of a series share one."""
    names = list(briefs) if approach.kind == "pages" else list(briefs)[:1]
    return {
        name: _request(briefs[name], variant * len(names) + at).model_dump_json()
        for at, name in enumerate(names)
    }


def whole_picture(
    painter: Generator, request: GenerationRequest, resources: Resources,
    cancelled: Callable[[], bool],
) -> Backdrop:  # fmt: skip
    """The picture as one asset, whatever layers the painter made it of."""
    painted = painter.paint(request, resources.assets, cancelled)
    if not painted:
        raise GenerationError(f"{painter.name} painted nothing; try another seed")
    own = painted[0].layer
    source = own.source or Source(
        generator=painter.name, prompt=request.prompt, seed=request.seed, licence=painter.licence
    )
    source = source.evolve(asked=request.prompt)
    canvas = Canvas(width=request.width, height=request.height)
    if len(painted) == 1 and isinstance(own, ImageLayer) and own.asset and own.box == canvas.box:
        return Backdrop(own.asset, source.model_dump_json())
    layers = tuple(item.layer for item in painted)
    flat = render(Design(title="", canvas=canvas, layers=layers), resources)
    return Backdrop(resources.assets.put_pixels(flat), source.model_dump_json())


def with_backdrop(brief: Brief, asset: AssetId) -> Brief:
    """The brief as if its user had given the picture."""
    if not asset:
        return brief
    own = Attachment(asset=asset, role="picture", name=brief.subject.value or "picture")
    return brief.evolve(attachments=(own, *brief.attachments))


def hand_for(painter: Generator, request: GenerationRequest) -> Generator:
    """Who paints what a layout left to a painter: one of pictures where a ground is wanted, in
    layers; its elements first where it can be shown them. System's art is not for those who
    cannot leave anything transparent."""
    if request.ground and painter.abilities.backgrounds:
        return layers_by(painter)
    able = painter.abilities.transparent and not painter.abilities.backgrounds
    return painter if able else Artist()


def signed(painted: Painted, sources: dict[str, str]) -> Painted:
    """A painted layer that shows a whole picture names who made that, in groups too."""
    return painted.evolve(layer=_signed(painted.layer, sources)) if sources else painted


def _signed(layer: Layer, sources: dict[str, str]) -> Layer:
    if isinstance(layer, GroupLayer):
        return layer.evolve(layers=tuple(_signed(each, sources) for each in layer.layers))
    if not isinstance(layer, ImageLayer) or layer.asset not in sources:
        return layer
    return layer.evolve(source=Source.model_validate_json(sources[layer.asset]))


def _request(brief: Brief, number: int) -> GenerationRequest:
    """A whole picture for the brief's canvas; no words are to be in it, so none are told."""
    canvas = size_named(brief.size.value).canvas
    scale = min(1.0, _LONGEST / max(canvas.width, canvas.height))
    colors = {f"color-{n}": color for n, color in enumerate(brief.colors.value, 1)}
    return GenerationRequest(
        prompt=brief.subject.value or brief.occasion.value or brief.text("title"),
        width=round(canvas.width * scale), height=round(canvas.height * scale),
        palette=colors, seed=brief.seed + number,
    )  # fmt: skip
