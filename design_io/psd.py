"""PSD in two profiles. "universal" is what Photoshop, GIMP and Krita show alike.

Each layer is pixels with alpha in isolated groups; effects, masks and clipping lie in the pixels;
texts also carry the record that keeps them editable. The merged image is ours, over white.
Profile "photoshop" also keeps shapes, gradients, effects and clipping live (`psd_live`).

Only psd-tools' documented low-level classes are used, since its high-level `save` composites the
layers again, 10 times slower than all of this.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image, ImageCms
from psd_tools.compression import compress
from psd_tools.constants import BlendMode as BlendKey
from psd_tools.constants import (
    ChannelID,
    Clipping,
    ColorMode,
    Compression,
    ProtectedFlags,
    Resource,
    SectionDivider,
    Tag,
)
from psd_tools.psd import PSD
from psd_tools.psd.header import FileHeader
from psd_tools.psd.image_data import ImageData
from psd_tools.psd.image_resources import (
    ImageResource,
    ImageResources,
    ResoulutionInfo,
    ThumbnailResource,
    VersionInfo,
)
from psd_tools.psd.layer_and_mask import (
    ChannelData,
    ChannelDataList,
    ChannelImageData,
    ChannelInfo,
    LayerAndMaskInformation,
    LayerFlags,
    LayerInfo,
    LayerRecord,
    LayerRecords,
)
from psd_tools.psd.tagged_blocks import TaggedBlock

from design_io.blending import BLENDS
from design_io.document import Design
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.psd_live import live
from design_io.psd_text import psd_text
from design_io.psd_type_tool import type_tool
from design_io.rasters import Node, Rasters, inked
from design_io.render import Raster, render_layer
from design_io.resources import Resources

_LONGEST = 30_000  # px, a limit of the format
_LENGTH = 2  # bytes that say how long a packed row is
_CHANNELS = (
    ChannelID.TRANSPARENCY_MASK, ChannelID.CHANNEL_0, ChannelID.CHANNEL_1, ChannelID.CHANNEL_2,
)  # fmt: skip
_PIXELS_PER_INCH, _INCHES = 1, 1


def write_psd(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    _write(_Profile(rasters, resources, live=False), path)


def write_psd_photoshop(
    design: Design, resources: Resources, path: Path, rasters: Rasters
) -> None:  # fmt: skip
    """Profile "photoshop": what Photoshop can draw itself is live, beside the pixels."""
    _write(_Profile(rasters, resources, live=True), path)


class _Profile(NamedTuple):
    rasters: Rasters
    resources: Resources
    live: bool


def _write(profile: _Profile, path: Path) -> None:
    rasters = profile.rasters
    height, width = rasters.flat.shape[:2]
    if max(height, width) > _LONGEST:
        raise DesignError(
            f"a PSD holds at most {_LONGEST} px a side, the design has {width}x{height}; "
            "choose ora or svg"
        )
    header = FileHeader(
        channels=3, width=width, height=height, depth=8, color_mode=ColorMode.RGB
    )  # 3: a fourth would show up as an extra alpha channel
    merged = _merged(rasters.flat)
    document = PSD(
        header=header,
        image_resources=_image_resources(rasters),
        layer_and_mask_information=LayerAndMaskInformation(_layer_info(profile)),
        image_data=merged,
    )
    with path.open("wb") as file:
        document.write(file)


class _Entry(NamedTuple):
    """One record of the flat list that a PSD keeps its layer tree in."""

    record: LayerRecord
    channels: ChannelDataList


def _layer_info(profile: _Profile) -> LayerInfo:
    records, channels = LayerRecords(), ChannelImageData()
    for entry in _entries(profile.rasters.nodes, profile):
        records.append(entry.record)
        channels.append(entry.channels)
    return LayerInfo(len(records), records, channels)


def _entries(siblings: tuple[Node, ...], profile: _Profile) -> Iterator[_Entry]:
    """Bottom first; a group is its bounding divider, its members and its folder."""
    for node in siblings:
        if node.members is None:
            yield _live_layer(node, profile) if profile.live else _baked_layer(node, profile)
            continue
        yield _without_pixels(_bounding_divider())
        yield from _entries(node.members, profile)
        yield _without_pixels(_folder(node))


def _baked_layer(node: Node, profile: _Profile) -> _Entry:
    raster = profile.rasters.layer(node.layer.id)
    return _pixel_layer(node, _record(node), raster, profile.resources.fonts)


def _live_layer(node: Node, profile: _Profile) -> _Entry:
    """The pixels lack what the blocks draw; a clipped layer is whole, and clipped by Photoshop."""
    rasters, layer = profile.rasters, node.layer
    found = live(layer, rasters.design.canvas, profile.resources.assets)
    base = rasters.base(layer.id)
    clips = base is not None and base.opacity == 1 and base.blend_mode == "normal"
    if base is not None and not clips:  # Photoshop would blend the two as one
        return _baked_layer(node, profile)
    if not (found.blocks or clips):
        return _baked_layer(node, profile)
    record = _record(node)
    if clips:
        record.clipping = Clipping.NON_BASE
    for tag, data in found.blocks:
        _add_block(record, tag, data)
    whole = found.pixels.evolve(clip=False)
    drawn = render_layer(whole, rasters.design.canvas, profile.resources, scale=rasters.scale)
    return _pixel_layer(node, record, inked(drawn), profile.resources.fonts)


def _pixel_layer(
    node: Node, record: LayerRecord, raster: Raster, fonts: FontLibrary
) -> _Entry:  # fmt: skip
    height, width = raster.pixels.shape[:2]
    record.left, record.top = raster.left, raster.top
    record.right, record.bottom = raster.left + width, raster.top + height
    if node.layer.kind == "text" and node.layer.text:
        _add_block(record, Tag.TYPE_TOOL_OBJECT_SETTING, type_tool(psd_text(node.layer, fonts)))
    channels = ChannelDataList()
    for index in (3, 0, 1, 2):
        channel = ChannelData(compression=Compression.RLE)
        channel.set_data(raster.pixels[..., index].tobytes(), width, height, 8)
        channels.append(channel)
    return _Entry(record, channels)


def _folder(node: Node) -> LayerRecord:
    """The divider repeats the blend mode, without which readers make the group pass through."""
    record = _record(node)
    record.tagged_blocks.set_data(
        Tag.SECTION_DIVIDER_SETTING,
        kind=SectionDivider.OPEN_FOLDER,
        signature=b"8BIM",
        blend_mode=record.blend_mode,
    )
    return record


def _bounding_divider() -> LayerRecord:
    record = LayerRecord(name="</Layer group>", channel_info=_channel_info())
    record.tagged_blocks.set_data(
        Tag.SECTION_DIVIDER_SETTING, kind=SectionDivider.BOUNDING_SECTION_DIVIDER
    )
    record.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, record.name)
    return record


def _record(node: Node) -> LayerRecord:
    """What groups and pixel layers share."""
    layer = node.layer
    record = LayerRecord(
        name=layer.label.encode("ascii", "replace").decode(),  # the full name is a block of its own
        blend_mode=BlendKey(BLENDS[layer.blend_mode].psd),
        opacity=round(layer.opacity * 255),
        flags=LayerFlags(visible=node.visible),
        channel_info=_channel_info(),
    )
    record.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, layer.label)
    if layer.locked:
        record.tagged_blocks.set_data(Tag.PROTECTED_SETTING, int(ProtectedFlags.COMPLETE))
    return record


def _channel_info() -> list[ChannelInfo]:
    return [ChannelInfo(id=channel) for channel in _CHANNELS]


def _without_pixels(record: LayerRecord) -> _Entry:
    channels = ChannelDataList()
    channels.extend(ChannelData() for _ in _CHANNELS)
    return _Entry(record, channels)


def _add_block(record: LayerRecord, tag: Tag, data: Any) -> None:
    record.tagged_blocks[tag] = TaggedBlock(key=tag, data=data)


def _merged(flat: np.ndarray) -> ImageData:
    """One channel at a time, since at print size each takes room; the row lengths of all come
    before their data."""
    height, width = flat.shape[:2]
    lengths, rows = [], []
    for index in range(3):
        plane = over_white(flat, slice(index, index + 1)).tobytes()
        packed = compress(plane, Compression.RLE, width, height, 8)
        lengths.append(packed[: _LENGTH * height])
        rows.append(packed[_LENGTH * height :])
    return ImageData(compression=Compression.RLE, data=b"".join(lengths + rows))


def _image_resources(rasters: Rasters) -> ImageResources:
    fixed = round(rasters.dpi * 65536)  # 16.16
    data: dict[Resource, Any] = {
        Resource.ICC_PROFILE: _srgb_profile(),
        Resource.RESOLUTION_INFO: ResoulutionInfo(
            fixed, _PIXELS_PER_INCH, _INCHES, fixed, _PIXELS_PER_INCH, _INCHES
        ),
        Resource.THUMBNAIL_RESOURCE: _thumbnail(rasters),
        Resource.VERSION_INFO: VersionInfo(has_composite=True, writer="Plakat", reader="Plakat"),
    }
    resources = ImageResources()
    for key, value in data.items():
        resources[key] = ImageResource(key=key.value, data=value)
    return resources


@lru_cache(maxsize=1)
def _srgb_profile() -> bytes:
    """Little CMS's sRGB, dated 1 January 2000 so that the same design gives the same bytes."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + profile[36:]


def _thumbnail(rasters: Rasters) -> ThumbnailResource:
    picture = Image.fromarray(over_white(np.asarray(rasters.thumbnail)))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    row = (picture.width * 3 + 3) // 4 * 4
    return ThumbnailResource(
        fmt=1, width=picture.width, height=picture.height, row=row, bits=24, planes=1,
        total_size=row * picture.height, data=buffer.getvalue(),
    )  # fmt: skip
