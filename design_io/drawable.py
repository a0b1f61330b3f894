"""Whether what a design of a file names can be drawn: pictures that are pictures, paths that are.

The document says only that assets are named; a file from outside may name the wrong ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from design_io.assets import AssetStore
from design_io.document import Design, Layer, walk
from design_io.errors import DesignError, ImportRejected
from design_io.intake import media_type_of
from design_io.paths import parse_path


def refuse_undrawable(designs: Iterable[Design], assets: AssetStore, name: str) -> None:
    """ImportRejected for the first fault; all assets are in the store already."""
    layers = {id(layer): layer for design in designs for layer in walk(design)}.values()
    for asset in {asset for layer in layers for asset in _pictures(layer)}:
        if not media_type_of(assets.get(asset)):
            raise ImportRejected(f"{name} is damaged: asset {asset[:12]} is no picture")
    try:
        for data in {data for layer in layers for data in _paths(layer, assets)}:
            parse_path(data)
    except (DesignError, UnicodeDecodeError) as error:
        raise ImportRejected(f"{name} is damaged: {error}") from error


def _pictures(layer: Layer) -> Iterator[str]:
    if layer.mask and layer.mask.asset:
        yield layer.mask.asset
    if layer.kind == "image" and layer.asset:
        yield layer.asset
    if layer.kind in ("shape", "text") and layer.fill and layer.fill.kind == "picture":
        yield layer.fill.asset


def _paths(layer: Layer, assets: AssetStore) -> Iterator[str]:
    if layer.mask and layer.mask.path is not None:
        yield layer.mask.path
    if layer.kind == "shape" and layer.shape == "path":
        yield assets.text(layer.path_asset) if layer.path_asset else layer.path or ""
