"""Colour glyphs as small pictures, drawn by skia at up to the size of their own bitmaps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from design_io.fonts import Face
from design_io.geometry import Box
from design_io.png_encoding import png_bytes
from design_io.skia_library import skia
from design_io.text import GlyphRun

_DRAWN_AT = 128.0  # px per em, about that of the strikes in emoji fonts


class ColoredGlyph(NamedTuple):
    png: bytes
    box: Box  # relative to the pen, in em


def colored_glyphs(run: GlyphRun) -> Iterator[tuple[bytes, Box]]:
    """Each glyph's PNG and place relative to the layer's box."""
    for glyph, (x, y) in zip(run.glyphs, run.points, strict=True):
        drawn = _drawn(run.face, glyph)
        if drawn is not None:
            yield drawn.png, drawn.box.scale(run.size).shift(x, y)


@lru_cache(maxsize=512)
def _drawn(face: Face, glyph: int) -> ColoredGlyph | None:
    font = skia.Font(face.typeface, _DRAWN_AT)
    font.setHinting(skia.FontHinting.kNone)
    bounds = font.getBounds([glyph])[0].roundOut()
    if bounds.isEmpty():
        return None
    surface = skia.Surface.MakeRasterN32Premul(bounds.width(), bounds.height())
    builder = skia.TextBlobBuilder()
    builder.allocRunPos(font, [glyph], [skia.Point(-bounds.left(), -bounds.top())])
    surface.getCanvas().drawTextBlob(builder.make(), 0, 0, skia.Paint())
    place = Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    return ColoredGlyph(png_bytes(pixels, 96), place.scale(1 / _DRAWN_AT))
