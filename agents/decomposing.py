"""A flat picture taken apart: its layers as a group in its place, as one command."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from design_io.commands import AddLayer, Batch, RemoveLayer
from design_io.document import Design, GroupLayer, ImageLayer, Layer, LayerId, Source, walk
from design_io.errors import DesignError
from design_io.resources import Resources
from generators.decomposing import Decomposer

_MOST = 8  # layers


def decomposed(
    design: Design,
    layer_id: str,
    decomposer: Decomposer,
    resources: Resources,
    cancelled: Callable[[], bool] = lambda: False,
    layers: int = 4,
    seed: int = 0,
) -> Batch:
    """The picture `layer_id` as a group of what it is made of, bottom first, where it lay.

    Raises DesignError where there is nothing to take apart, GenerationError where it fails.
    """
    picture = design.layer(layer_id)
    if not isinstance(picture, ImageLayer) or picture.asset is None:
        raise DesignError(f"{picture.label!r} is no picture, so it cannot be split into layers")
    if picture.locked:
        raise DesignError(f"{picture.label!r} is locked; unlock it first")
    if not 2 <= layers <= _MOST:
        raise DesignError(f"{layers} layers cannot be made of a picture; ask for 2-{_MOST}")
    pixels = resources.assets.pixels(picture.asset)
    made = [each for each in decomposer.decompose(pixels, layers, seed, cancelled) if _shows(each)]
    if len(made) < 2:
        raise DesignError(f"{picture.label!r} is of one piece; nothing of it could be taken apart")
    source = Source(
        generator=decomposer.name, prompt=f"{picture.label} split into {layers} layers",
        seed=seed, licence=decomposer.licence,
    )  # fmt: skip
    free = _free_names(design, picture.id)
    parts = tuple(
        picture.evolve(
            id=next(free), name=f"{picture.label} {number}", source=source, mask=None, effects=(),
            opacity=1.0, blend_mode="normal", clip=False,
            asset=resources.assets.put_pixels(np.ascontiguousarray(part)),
        )
        for number, part in enumerate(made, 1)
    )  # fmt: skip
    group = GroupLayer(
        id=next(free), name=picture.label, role=picture.role, layers=parts, mask=picture.mask,
        effects=picture.effects, opacity=picture.opacity, blend_mode=picture.blend_mode,
        clip=picture.clip, alt=picture.alt, visible=picture.visible,
    )  # fmt: skip
    parent, index = _place_of(design, picture.id)
    return Batch(
        label=f"Split {picture.label} into layers",
        commands=(
            RemoveLayer(layer_id=picture.id),
            AddLayer(layer=group, parent=parent, index=index),
        ),
    )


def _shows(pixels: np.ndarray) -> bool:
    return bool(pixels[..., 3].max() > 8)


def _free_names(design: Design, stem: str) -> Iterator[LayerId]:
    taken = {layer.id for layer in walk(design)}
    number = 0
    while True:
        number += 1
        name = f"{stem[:40]}-part-{number}"
        if name not in taken:
            yield name


def _place_of(design: Design, layer_id: str) -> tuple[LayerId | None, int]:
    """The group a layer lies in (None: the sheet), and its place there."""
    holders: list[tuple[LayerId | None, tuple[Layer, ...]]] = [(None, design.layers)]
    holders += [(x.id, x.layers) for x in walk(design) if isinstance(x, GroupLayer)]
    return next(
        (name, index)
        for name, members in holders
        for index, member in enumerate(members)
        if member.id == layer_id
    )
