"""Photoshop's files → layers: groups, masks, clipping, blend modes, live text, all else as pixels.

What Plakat does not know (adjustments, smart objects, gradients) shows as the pixels that the file
holds for it and is named in a warning; its records stay in the asset store (`Source.original`).
"""

from __future__ import annotations

import io
import logging
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from psd_tools import PSDImage
from psd_tools.api.layers import Group, TypeLayer
from psd_tools.api.layers import Layer as PsdLayer
from psd_tools.compression import PSDDecompressionWarning
from psd_tools.constants import BlendMode as BlendKey
from psd_tools.constants import ChannelID, Resource
from psd_tools.psd.parse_limits import ParseLimits

from design_io.blending import BLENDS
from design_io.document import MAX_LAYERS, BlendMode, GroupLayer, Layer, Mask, Source
from design_io.errors import DesignError, ImportRejected
from design_io.geometry import Box
from design_io.imported import Import, Reading, canvas_of, finished, image_layer, named
from design_io.intake import MAX_UNPACKED, read_capped
from design_io.psd_effects_reader import effects_of
from design_io.psd_shape_reader import shape_layer
from design_io.psd_text_reader import text_layer

# What psd-tools and Pillow were seen to raise on mutated files.
_PARSER_FAULTS = (
    OSError, ValueError, TypeError, EOFError, RuntimeError, LookupError, ArithmeticError,
    AttributeError, AssertionError, MemoryError, struct.error, zlib.error, PSDDecompressionWarning,
)  # fmt: skip
MAX_PSD = 512 * 2**20  # bytes
_MOST_ORIGINAL = 16 * 2**20  # bytes of a layer's records
_HEADER = struct.Struct(">4sH6xHIIHH")
_LIMITS = ParseLimits(max_read_bytes=MAX_PSD, max_total_bytes=2 * MAX_UNPACKED)
_MODES: dict[bytes, BlendMode] = {blend.psd: mode for mode, blend in BLENDS.items()}
_NEAREST: dict[BlendKey, BlendMode] = {
    BlendKey.LINEAR_BURN: "multiply", BlendKey.DARKER_COLOR: "darken",
    BlendKey.LINEAR_DODGE: "screen", BlendKey.LIGHTER_COLOR: "lighten",
    BlendKey.VIVID_LIGHT: "hard-light", BlendKey.LINEAR_LIGHT: "hard-light",
    BlendKey.PIN_LIGHT: "hard-light", BlendKey.HARD_MIX: "hard-light",
    BlendKey.SUBTRACT: "difference", BlendKey.DIVIDE: "color-dodge",
}  # fmt: skip

logging.getLogger("psd_tools").addHandler(logging.NullHandler())  # not on people's screens


def read_psd(path: Path, reading: Reading) -> Import:
    """ImportRejected for whatever psd-tools makes of a damaged file."""
    data = read_capped(path, MAX_PSD)
    _refuse_header(data, reading.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", PSDDecompressionWarning)  # black in place of pixels
            return _read(data, reading)
    except DesignError:
        raise
    except _PARSER_FAULTS as error:
        what = " ".join(str(error).split())[:120] or type(error).__name__
        raise ImportRejected(f"{reading.name} is damaged ({what}); save it again") from error


def _refuse_header(data: bytes, name: str) -> None:
    if len(data) < _HEADER.size:
        raise ImportRejected(f"{name} is damaged: it ends within its header; save it again")
    _, version, _, height, width, _, _ = _HEADER.unpack_from(data)
    if version not in (1, 2):
        raise ImportRejected(f"{name} is damaged: version {version} is no PSD; save it again")
    canvas_of(width, height, 72, name)


def _read(data: bytes, reading: Reading) -> Import:
    document = PSDImage.open(io.BytesIO(data), max_alloc_bytes=MAX_UNPACKED, parse_limits=_LIMITS)
    canvas = canvas_of(document.width, document.height, _dpi(document), reading.name)
    _refuse_many(document, reading)
    layers = tuple(_layers(document, reading, canvas.box))
    if not layers:
        layers = tuple(_merged(document, reading))
    return finished(reading, canvas, layers)


def _refuse_many(document: PSDImage, reading: Reading) -> None:
    """Count layers and their pixels before any is decoded."""
    for number, layer in enumerate(document.descendants()):
        if number >= MAX_LAYERS:
            raise ImportRejected(f"{reading.name} has more than {MAX_LAYERS} layers; merge some")
        if not layer.is_group():
            reading.count(max(0, layer.width), max(0, layer.height))


def _dpi(document: PSDImage) -> float:
    info = document.image_resources.get_data(Resource.RESOLUTION_INFO)
    return getattr(info, "horizontal", 72 * 65536) / 65536


def _layers(siblings: Iterable[PsdLayer], reading: Reading, sheet: Box) -> Iterator[Layer]:
    """Bottom first, as in the file."""
    for layer in siblings:
        made = _group(layer, reading, sheet) if layer.is_group() else _leaf(layer, reading, sheet)
        if made is not None:
            yield made


def _group(layer: PsdLayer, reading: Reading, sheet: Box) -> GroupLayer:
    members = tuple(_layers(_members(layer), reading, sheet))
    through = layer.blend_mode == BlendKey.PASS_THROUGH
    if through and any(each.blend_mode != "normal" for each in members):
        reading.warn(
            f"group {layer.name!r} lets its layers blend with what lies below it; here groups are "
            "blended as one"
        )
    name, role = named(layer.name, "ornament")
    return GroupLayer(
        id=reading.layer_id(layer.name, "group"), name=name, role=role, layers=members,
        **_shared(layer, reading, sheet),
    )  # fmt: skip


def _members(layer: PsdLayer) -> Iterable[PsdLayer]:
    return layer if isinstance(layer, Group) else ()


def _leaf(layer: PsdLayer, reading: Reading, sheet: Box) -> Layer | None:
    shared = _shared(layer, reading, sheet)
    if isinstance(layer, TypeLayer):
        live = text_layer(layer, shared, reading)
        if live is not None:
            return live
    if layer.kind == "shape" or layer.kind.endswith("fill"):
        drawn = shape_layer(layer, shared, reading, sheet)
        if drawn is not None:
            return drawn
    return _pixels(layer, shared, reading)


def _pixels(layer: PsdLayer, shared: dict[str, Any], reading: Reading) -> Layer | None:
    """The picture that the file holds; what is more than pixels keeps its records beside it."""
    source = Source(generator="imported PSD")
    if layer.kind != "pixel":
        source = source.evolve(original=_records(layer, reading))
        reading.warn(f"layer {layer.name!r} ({layer.kind}) is kept as its pixels")
    picture = _rgba(layer, layer.topil() if layer.has_pixels() else None)
    kept = None if picture is None else reading.picture(picture, layer.left, layer.top)
    name, role = named(layer.name, "picture")
    layer_id = reading.layer_id(layer.name, "layer")
    if kept is not None:
        return image_layer(layer_id, *kept, name=name, role=role, source=source, **shared)
    if source.original is None:
        reading.warn(f"layer {layer.name!r} is empty and left out")
        return None
    reading.warn(f"layer {layer.name!r} ({layer.kind}) changes layers below it, which is lost")
    return GroupLayer(id=layer_id, name=name, role=role, source=source, **shared)


def _rgba(layer: PsdLayer | PSDImage, picture: Image.Image | None) -> np.ndarray | None:
    """Pillow has no CMYK or Lab with alpha, so that comes as a channel of its own."""
    if picture is None:
        return None
    if picture.mode not in ("CMYK", "LAB"):
        return np.asarray(picture.convert("RGBA"))
    colors = picture.convert("RGB").convert("RGBA")
    alpha = layer.topil(ChannelID.TRANSPARENCY_MASK)
    if alpha is not None:
        colors.putalpha(alpha.convert("L"))
    return np.asarray(colors)


def _merged(document: PSDImage, reading: Reading) -> Iterator[Layer]:
    """The flat picture of a file without layers."""
    reading.count(document.width, document.height)
    pixels = _rgba(document, document.topil())
    kept = None if pixels is None else reading.picture(pixels, 0, 0)
    if kept is None:
        raise ImportRejected(f"{reading.name} shows nothing; open a file with layers or a picture")
    yield image_layer(
        reading.layer_id("background", "layer"), *kept, role="background",
        source=Source(generator="imported PSD"),
    )  # fmt: skip


def _shared(layer: PsdLayer, reading: Reading, sheet: Box) -> dict[str, Any]:
    """What layers and groups have in common."""
    inside = layer.fill_opacity / 255 if not layer.is_group() else 1.0
    return {
        "opacity": layer.opacity / 255 * inside,
        "blend_mode": _mode(layer, reading),
        "visible": bool(layer.visible),
        "locked": bool(layer.locks is not None and layer.locks.complete),
        "clip": bool(layer.clipping),
        "mask": _mask(layer, reading, sheet),
        "effects": effects_of(layer, reading),
    }


def _mode(layer: PsdLayer, reading: Reading) -> BlendMode:
    key = layer.blend_mode
    if key == BlendKey.PASS_THROUGH:
        return "normal"
    mode = _MODES.get(key.value)
    if mode is None:
        mode = _NEAREST.get(key, "normal")
        told = key.name.lower().replace("_", " ")
        reading.warn(f"layer {layer.name!r}: blend mode {told} becomes {mode}")
    return mode


def _mask(layer: PsdLayer, reading: Reading, sheet: Box) -> Mask | None:
    mask = layer.mask if layer.has_mask() else None
    if mask is None or mask.disabled:
        return None
    reading.count(max(0, mask.width), max(0, mask.height))
    grey = mask.topil() if mask.width > 0 and mask.height > 0 else None
    if grey is None:
        if mask.background_color:
            return None
        grey = Image.new("L", (1, 1), 0)
    return reading.mask(grey, mask.left, mask.top, mask.background_color, sheet)


def _records(layer: PsdLayer, reading: Reading) -> str | None:
    """The layer's tagged blocks as the file has them, but for its pixels; too many are not kept."""
    buffer = io.BytesIO()
    layer.tagged_blocks.write(buffer)
    data = buffer.getvalue()
    if not data.startswith(b"8BIM") or len(data) > _MOST_ORIGINAL:
        reading.warn(f"the Photoshop records of layer {layer.name!r} are too large to be kept")
        return None
    return reading.assets.put(data)
