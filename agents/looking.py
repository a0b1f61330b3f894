"""Pictures for a mind to look at: what the user gave, and crops of a finished design.

Small, opaque and encoded anew, so that nothing but pixels reaches a model.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from agents.brief import Attachment
from agents.minds import Picture
from design_io.assets import AssetStore
from design_io.bounds import layer_bounds
from design_io.document import Design, Layer
from design_io.geometry import Box
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from layout.wording import element_of

SIDE = 512  # px, the longest of a picture that is looked at
MOST_CROPS = 6
_MOST_PICTURES = 4
_AIR = 0.06  # of the sheet's short side, shown around a layer
_LOOKED_AT = ("picture", "reference", "logo")
_TELLING = ("title", "hero", "picture", "subtitle", "date", "offer", "cta", "price", "contact")


def pictures_of(attachments: tuple[Attachment, ...], assets: AssetStore) -> tuple[Picture, ...]:
    """The user's own pictures; drawings without pixels are left out."""
    shown = [item for item in attachments if item.role in _LOOKED_AT and _is_raster(item, assets)]
    return tuple(
        Picture(item.name, _jpeg(assets.pixels(item.asset))) for item in shown[:_MOST_PICTURES]
    )


def crops_of(design: Design, resources: Resources) -> tuple[Picture, ...]:
    """The most telling layers with what lies around them, each named by its id."""
    order = {role: number for number, role in enumerate(_TELLING)}
    layers = [x for x in design.layers if x.role in order and element_of(x.id) == x.id]
    layers.sort(key=lambda layer: order[layer.role])
    shown = (x for x in layers if x.visible)
    crops = ((layer, _crop(layer, design, resources)) for layer in shown)
    cut = [(layer, box) for layer, box in crops if min(box.width, box.height) >= 1]
    return tuple(
        Picture(layer.id, _jpeg(render(design, resources, scale=_scale(box), crop=box)))
        for layer, box in cut[:MOST_CROPS]
    )


def _is_raster(item: Attachment, assets: AssetStore) -> bool:
    head = assets.get(item.asset)[:12]
    return head.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF"))


def _crop(layer: Layer, design: Design, resources: Resources) -> Box:
    sheet, bounds = design.canvas.box, layer_bounds(layer, resources)
    air = _AIR * min(sheet.width, sheet.height)
    left, top = max(0.0, bounds.x - air), max(0.0, bounds.y - air)
    right = min(sheet.width, bounds.right + air)
    bottom = min(sheet.height, bounds.bottom + air)
    return Box(left, top, right - left, bottom - top)


def _scale(box: Box) -> float:
    return min(1.0, SIDE / max(box.width, box.height))


def _jpeg(pixels: np.ndarray) -> bytes:
    """(height, width, 4) uint8 on white, no side longer than `SIDE`."""
    image = Image.fromarray(over_white(pixels)[..., :3])
    image.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()
