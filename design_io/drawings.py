"""An SVG from outside as a crisp picture: checked like every file, drawn apart, cut to its ink.

Nothing is fetched, run or read beside the file. Live text is refused, for its fonts are not in it.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import numpy as np

from design_io.errors import ImportRejected
from design_io.intake import read_capped
from design_io.svg_cascade import length, numbers
from design_io.svg_raster import Drawing, drawn
from design_io.svg_safety import plain_svg, safe_svg, tag

MAX_SVG = 8 * 2**20  # bytes
LONG_SIDE = 2048  # px of the picture


def read_drawing(source: Path | bytes, name: str = "") -> np.ndarray:
    """The drawing as RGBA pixels (height, width, 4), its longer side at most `LONG_SIDE`."""
    name = name or (source.name if isinstance(source, Path) else "the drawing")
    data = read_capped(source, MAX_SVG) if isinstance(source, Path) else source
    root = safe_svg(data, name)
    if any(tag(each) == "text" and "".join(each.itertext()).strip() for each in root.iter()):
        raise ImportRejected(
            f"{name} holds live text whose font is not in it; turn the text into paths, "
            "or save it as PNG"
        )
    return _cut(_drawn(root, name), name)


def is_svg(data: bytes) -> bool:
    return b"<svg" in data[:4096]


def _drawn(root: Element, name: str) -> np.ndarray:
    width, height = extent(root)
    if not 0.01 < width / height < 100:
        raise ImportRejected(f"{name} has no sensible width and height; give its svg a viewBox")
    scale = LONG_SIDE / max(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    root.attrib.setdefault("viewBox", f"0 0 {width} {height}")
    root.set("width", str(size[0]))
    root.set("height", str(size[1]))
    [pixels] = drawn([Drawing(plain_svg(root), *size)], name)
    return pixels


def extent(root: Element) -> tuple[float, float]:
    """Width and height in user units."""
    view = numbers(root.get("viewBox"))
    if len(view) == 4 and min(view[2:]) > 0:
        return view[2], view[3]
    width, height = (length(root.get(side, "")) for side in ("width", "height"))
    return (width if width > 0 else 1.0), (height if height > 0 else 1e9)


def _cut(pixels: np.ndarray, name: str) -> np.ndarray:
    box = ink_bounds(pixels)
    if box is None:
        raise ImportRejected(f"{name} shows nothing that Plakat can draw; save it as PNG")
    return pixels[box]


def ink_bounds(pixels: np.ndarray) -> tuple[slice, slice] | None:
    """Rows and columns that hold anything visible; None when nothing does."""
    shown = pixels[..., 3] > 8
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not len(rows):
        return None
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
