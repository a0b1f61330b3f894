"""How a logo stands: its size by its proportions, its clear space, the plate that keeps it seen.

A logo is never recoloured. Where it would sink into its ground, or brings a ground of its own, a
plain plate lies under it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from design_io.document import Design, ImageLayer, ShapeLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.render import render
from design_io.resources import Resources

AREA = 8400.0  # u²: a wide logo is low, a square one high
WIDEST, HIGHEST = 250.0, 92.0  # u
CLEAR = 0.25  # of the logo's height, kept free around it
LEAST_LOGO = 0.035  # of the short side: the root of a logo's area
PLATE = "logo-plate"
LEAST_SHOWN = 0.8  # share of a logo's ink that must stand out from the ground
_SEEN = 2.4  # contrast ratio from which a piece of a logo is seen
_BUSY = 0.045  # deviation of luminance from which a ground is busy
_SAME = 14.0  # mean sRGB distance under which two grounds are one
_SAMPLE = 160.0  # px of the longer side on which the ground is measured
_LIGHT, _DARK = "#ffffff", "#17171a"


class Stand(NamedTuple):
    """What a logo's ink and the ground beneath it have to do with each other."""

    shown: float  # share of the ink that stands out
    plate: str  # colour of the plate it needs, or ""


def logo_extent(aspect: float) -> tuple[float, float]:
    """Width and height in u of a logo with these proportions."""
    height = min(HIGHEST, math.sqrt(AREA / aspect))
    width = min(WIDEST, height * aspect)
    return width, width / aspect


def plate_box(logo: Box) -> Box:
    return logo.pad(CLEAR * logo.height)


def stand_of(design: Design, logo: ImageLayer, resources: Resources) -> Stand:
    """How well the logo is seen on what lies beneath it."""
    ground = _ground(design, logo, resources)
    ink, border = _ink(logo, resources)
    if border is not None:
        same = float(np.abs(ground - border).mean()) < _SAME
        return Stand(1.0, "" if same and not _is_busy(ground) else _hex(border))
    shown = _share_seen(ink, ground.mean(axis=0))
    if shown >= LEAST_SHOWN and not _is_busy(ground):
        return Stand(shown, "")
    plates = {color: _share_seen(ink, _rgb(color)) for color in (_LIGHT, _DARK)}
    return Stand(shown if not _is_busy(ground) else 0.0, max(plates, key=lambda c: plates[c]))


def plate_for(logo: ImageLayer, color: str) -> ShapeLayer:
    box = plate_box(logo.box)
    return ShapeLayer(
        id=PLATE, name="Logo plate", role="underlay", box=box,
        corner_radius=round(0.12 * box.height, 2), fill=SolidFill(color=color),
    )  # fmt: skip


def _ground(design: Design, logo: ImageLayer, resources: Resources) -> np.ndarray:
    """What lies under the logo and around it, as rows of sRGB."""
    area = plate_box(logo.box).intersection(design.canvas.box)
    scale = min(1.0, _SAMPLE / max(area.width, area.height, 1.0))
    above = _hidden_above(design, logo.id)
    pixels = render(design, resources, scale=scale, crop=area, hide=above)
    alpha = pixels[..., 3:].astype(np.float32) / 255
    return (pixels[..., :3] * alpha + 255 * (1 - alpha)).reshape(-1, 3)


def _hidden_above(design: Design, logo_id: str) -> frozenset[str]:
    """The logo and every layer over it."""
    ids = [layer.id for layer in design.layers]
    return frozenset(ids[ids.index(logo_id) :]) if logo_id in ids else frozenset({logo_id})


def _ink(logo: ImageLayer, resources: Resources) -> tuple[np.ndarray, np.ndarray | None]:
    """The logo's colours, and the colour of its border when it has a ground of its own."""
    if logo.asset is None:
        return np.zeros((0, 3), np.float32), None
    pixels = resources.assets.pixels(logo.asset)
    step = max(1, max(pixels.shape[:2]) // 96)
    small = pixels[::step, ::step]
    rim = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    opaque = float((rim[:, 3] > 250).mean()) > 0.98
    border = np.median(rim[:, :3], axis=0).astype(np.float32) if opaque else None
    return small[small[..., 3] > 128][:, :3].astype(np.float32), border


def _share_seen(ink: np.ndarray, ground: np.ndarray) -> float:
    if not len(ink):
        return 0.0
    one, other = _luminance(ink), _luminance(ground)
    ratios = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return float((ratios >= _SEEN).mean())


def _is_busy(ground: np.ndarray) -> bool:
    return float(_luminance(ground).std()) > _BUSY


def _luminance(colors: np.ndarray) -> np.ndarray:
    value = np.asarray(colors, dtype=np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def _rgb(color: str) -> np.ndarray:
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float32)


def _hex(color: np.ndarray) -> str:
    return "#" + "".join(f"{round(float(v)):02x}" for v in color)
