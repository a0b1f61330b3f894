"""The flat picture: PNG (lossless, with its dpi), JPEG (over white) and WebP (with alpha)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from design_io.document import Design
from design_io.errors import DesignError
from design_io.rasters import Rasters
from design_io.resources import Resources

_JPEG_QUALITY, _WEBP_QUALITY = 92, 90
_WEBP_LONGEST = 16_383  # px, a limit of the format


def write_png(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    path.write_bytes(rasters.flat_png)


def write_jpeg(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    """Full colour resolution, since halved it fringes coloured text."""
    picture = Image.fromarray(over_white(rasters.flat))
    dpi = (round(rasters.dpi), round(rasters.dpi))
    picture.save(path, "JPEG", quality=_JPEG_QUALITY, subsampling="4:4:4", optimize=True, dpi=dpi)


def write_webp(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    height, width = rasters.flat.shape[:2]
    if max(height, width) > _WEBP_LONGEST:
        raise DesignError(
            f"WebP holds at most {_WEBP_LONGEST} px a side, the design has {width}x{height}; "
            "choose png"
        )
    Image.fromarray(rasters.flat).save(path, "WEBP", quality=_WEBP_QUALITY, exact=False)


def over_white(pixels: np.ndarray, channels: slice = slice(3)) -> np.ndarray:
    """Straight RGBA as (height, width, 3) on white paper, or only those channels of it."""
    alpha, colors = pixels[..., 3:], pixels[..., channels]
    if alpha.min() == 255:
        return np.ascontiguousarray(colors)
    share = alpha.astype(np.uint16)
    mixed = colors * share + (255 - share) * 255
    return ((mixed + 127) // 255).astype(np.uint8)
