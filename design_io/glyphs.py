"""Outlines and ink boxes of single glyphs, in font units, y up."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from design_io.fonts import Face

Segment = tuple[
    str, tuple[float, ...]
]  # ("M", (x, y)), ("L", ...), ("Q", ...), ("C", ...), ("Z", ())


class GlyphBox(NamedTuple):
    left: int
    bottom: int
    right: int
    top: int


@lru_cache(maxsize=16384)
def glyph_outline(face: Face, glyph: int) -> tuple[Segment, ...]:
    """The glyph's contours; empty for a space and for a colour glyph."""
    segments: list[Segment] = []
    face.hb_font.draw_glyph(glyph, _pen(), segments)
    return tuple(segments)


@lru_cache(maxsize=16384)
def glyph_box(face: Face, glyph: int) -> GlyphBox | None:
    """The glyph's ink; None for a space."""
    extents = face.hb_font.get_glyph_extents(glyph)
    if extents is None or not extents.width or not extents.height:
        return None
    left, top = extents.x_bearing, extents.y_bearing
    return GlyphBox(left, top + extents.height, left + extents.width, top)


@lru_cache(maxsize=1)
def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, segments: segments.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, segments: segments.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda a, b, x, y, segments: segments.append(("Q", (a, b, x, y))))
    pen.set_cubic_to_func(
        lambda a, b, c, d, x, y, segments: segments.append(("C", (a, b, c, d, x, y)))
    )
    pen.set_close_path_func(lambda segments: segments.append(("Z", ())))
    return pen
