"""One rendering and one encoding of a design, shared by every writer that needs pixels.

A pixel layer is a leaf, or a group whose mask, effects or clipping only its flattened picture can
show. Its raster is cut to its ink, has its clipping resolved, and lacks its opacity and blend mode.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import NamedTuple

import numpy as np
from PIL import Image

from design_io.document import Design, GroupLayer, Layer
from design_io.layer_painting import with_clip_bases
from design_io.png_encoding import png_bytes
from design_io.progress import Watch
from design_io.render import Raster, clipped, render, render_layer
from design_io.resources import Resources

_THREADS = 2  # Pillow compresses without the interpreter's lock


class Node(NamedTuple):
    """A layer in its place: a group to open when it has members, else a pixel layer.

    `visible` is also false where the layer it is clipped to is hidden.
    """

    layer: Layer
    visible: bool
    members: tuple[Node, ...] | None


def nodes(layers: tuple[Layer, ...]) -> tuple[Node, ...]:
    """The layers as layered files hold them, bottom first."""
    return tuple(
        Node(
            layer,
            layer.visible and (base is None or base.visible),
            nodes(layer.layers) if layer.kind == "group" and not _is_flattened(layer) else None,
        )
        for layer, base in with_clip_bases(layers)
    )


def walk_nodes(
    siblings: tuple[Node, ...], groups: tuple[str, ...] = ()
) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Every node, groups before their members, and the ids of the groups around it."""
    for node in siblings:
        yield node, groups
        yield from walk_nodes(node.members or (), (*groups, node.layer.id))


class Rasters:
    """The pictures of a design and of its layers, and their PNG files; each made once, when asked.

    `scale` is output pixels per canvas pixel; `watch` is told of each layer and may stop the work.
    """

    def __init__(
        self, design: Design, resources: Resources, scale: float = 1.0, watch: Watch | None = None
    ) -> None:
        self.design = design
        self.resources = resources
        self.scale = scale
        self.watch = watch or Watch()
        self._rasters: dict[str, Raster] = {}
        self._pngs: dict[str, bytes] = {}
        self._bases_alone: dict[str, Raster] = {}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        return nodes(self.design.layers)

    @property
    def dpi(self) -> float:
        """Output pixels per inch."""
        return self.design.canvas.dpi * self.scale

    @cached_property
    def flat(self) -> np.ndarray:
        """The whole design, (height, width, 4) straight RGBA."""
        return render(self.design, self.resources, scale=self.scale)

    @cached_property
    def thumbnail(self) -> Image.Image:
        """The flat picture at most 256 px wide and high, as file browsers show it."""
        picture = Image.fromarray(self.flat)
        picture.thumbnail((256, 256), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return picture

    @cached_property
    def flat_png(self) -> bytes:
        return png_bytes(self.flat, self.dpi)

    def layer(self, layer_id: str) -> Raster:
        """A pixel layer alone, hidden or not; one transparent pixel when it paints nothing."""
        self.watch.layer(layer_id)
        if layer_id not in self._rasters:
            self._rasters[layer_id] = inked(self._resolved(self.design.layer(layer_id)))
        return self._rasters[layer_id]

    def base(self, layer_id: str) -> Layer | None:
        """What the layer is clipped to."""
        return self._bases.get(layer_id)

    def png(self, layer_id: str) -> bytes:
        if layer_id not in self._pngs:
            self._pngs[layer_id] = png_bytes(self.layer(layer_id).pixels, self.dpi)
        return self._pngs[layer_id]

    def encode(self) -> None:
        """Make every picture and its PNG, compressing one layer while the next is rendered."""
        with ThreadPoolExecutor(_THREADS) as pool:
            self.flat  # noqa: B018 - rendered here, so that only compression runs in the pool
            jobs = [pool.submit(lambda: self.flat_png)]  # first, since it takes longest
            for node, _ in walk_nodes(self.nodes):
                if node.members is None:
                    self.layer(node.layer.id)
                    jobs.append(pool.submit(self.png, node.layer.id))
            for job in jobs:
                job.result()

    def _resolved(self, layer: Layer) -> Raster:
        alone = self._alone(layer)
        base = self._bases.get(layer.id)
        return alone if base is None else clipped(alone, self._base_alone(base), base.opacity)

    def _base_alone(self, base: Layer) -> Raster:
        """A clipping base, kept, since often several layers are clipped to one."""
        if base.id not in self._bases_alone:
            self._bases_alone[base.id] = self._alone(base)
        return self._bases_alone[base.id]

    def _alone(self, layer: Layer) -> Raster:
        return render_layer(layer, self.design.canvas, self.resources, scale=self.scale)

    @cached_property
    def _bases(self) -> dict[str, Layer]:
        return dict(_clip_bases(self.design.layers))


def inked(raster: Raster) -> Raster:
    """The raster without transparent borders; one transparent pixel when it has no ink."""
    alpha = raster.pixels[..., 3]
    rows = np.flatnonzero(alpha.any(axis=1))
    if not rows.size:
        return Raster(np.zeros((1, 1, 4), np.uint8), 0, 0)
    columns = np.flatnonzero(alpha.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    pixels = raster.pixels[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return Raster(pixels, raster.left + left, raster.top + top)


def _is_flattened(group: GroupLayer) -> bool:
    """Whether members apart would not look like the group: it masks, changes or clips them all."""
    return group.clip or group.live_mask is not None or bool(group.effects)


def _clip_bases(layers: tuple[Layer, ...]) -> Iterator[tuple[str, Layer]]:
    for layer, base in with_clip_bases(layers):
        if base is not None:
            yield layer.id, base
        if layer.kind == "group":
            yield from _clip_bases(layer.layers)
