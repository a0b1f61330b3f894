"""A folder with one cropped PNG per layer, bottom first, and a manifest that says how they stack.

Drawn in order with their opacity and blend mode, inside their groups, they give the flat picture.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from design_io.document import BlendMode, Design, Layer, Role
from design_io.paint import Value
from design_io.rasters import Node, Rasters, walk_nodes
from design_io.resources import Resources

MANIFEST = "manifest.json"


class CanvasEntry(Value):
    width: int  # px
    height: int
    dpi: float


class GroupEntry(Value):
    """An isolated group; `groups` are those around it, outermost first."""

    id: str
    name: str
    role: Role
    groups: tuple[str, ...]
    opacity: float
    blend_mode: BlendMode
    visible: bool


class LayerEntry(Value):
    """A picture and where its top-left pixel lies on the canvas, in px."""

    id: str
    name: str
    role: Role
    kind: Literal["image", "text", "shape", "group"]  # group: flattened for its mask or effects
    file: str
    left: int
    top: int
    width: int
    height: int
    groups: tuple[str, ...]
    opacity: float
    blend_mode: BlendMode
    visible: bool
    locked: bool
    text: str | None
    alt: str


class Manifest(Value):
    version: Literal[1] = 1
    title: str
    canvas: CanvasEntry
    groups: tuple[GroupEntry, ...]
    layers: tuple[LayerEntry, ...]  # bottom first


def write_layer_set(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    """Write the folder `path`."""
    path.mkdir(parents=True, exist_ok=True)
    rasters.encode()
    manifest = _manifest(design, rasters)
    for entry in manifest.layers:
        (path / entry.file).write_bytes(rasters.png(entry.id))
    (path / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", "utf-8")


def _manifest(design: Design, rasters: Rasters) -> Manifest:
    height, width = rasters.flat.shape[:2]
    placed = list(walk_nodes(rasters.nodes))
    pictures = [(node, groups) for node, groups in placed if node.members is None]
    digits = max(2, len(str(len(pictures))))
    return Manifest(
        title=design.title,
        canvas=CanvasEntry(width=width, height=height, dpi=rasters.dpi),
        groups=tuple(_group(node, groups) for node, groups in placed if node.members is not None),
        layers=tuple(
            _layer(node, groups, f"{number:0{digits}}-{node.layer.role}.png", rasters)
            for number, (node, groups) in enumerate(pictures, 1)
        ),
    )


def _group(node: Node, groups: tuple[str, ...]) -> GroupEntry:
    layer = node.layer
    return GroupEntry(
        id=layer.id, name=layer.label, role=layer.role, groups=groups, opacity=layer.opacity,
        blend_mode=layer.blend_mode, visible=node.visible,
    )  # fmt: skip


def _layer(node: Node, groups: tuple[str, ...], file: str, rasters: Rasters) -> LayerEntry:
    layer = node.layer
    raster = rasters.layer(layer.id)
    height, width = raster.pixels.shape[:2]
    return LayerEntry(
        id=layer.id, name=layer.label, role=layer.role, kind=layer.kind, file=file,
        left=raster.left, top=raster.top, width=width, height=height, groups=groups,
        opacity=layer.opacity, blend_mode=layer.blend_mode, visible=node.visible,
        locked=layer.locked, text=words_in(layer), alt=layer.alt,
    )  # fmt: skip


def words_in(layer: Layer) -> str | None:
    """The text of a text layer, or of the texts inside a flattened group, line by line."""
    if layer.kind == "text":
        return layer.text
    if layer.kind != "group":
        return None
    found = [words for member in layer.layers if (words := words_in(member)) is not None]
    return "\n".join(found) if found else None
