"""The surface layers are drawn on: a skia canvas whose units are canvas pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_rgba
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.skia_library import skia

DITHER = 8  # output px after which the pattern of skia's dither repeats


# Changes no colour, but makes skia blend in floating point: its arithmetic in 8 bits darkens what
# lies below by up to half a step a layer, which other programs do not.
_EXACT = skia.ColorFilters.Matrix([float(row == column) for row in range(4) for column in range(5)])


class Finish(NamedTuple):
    """How a finished picture meets what lies below it."""

    opacity: float = 1.0
    blend: skia.BlendMode = skia.BlendMode.kSrcOver

    def paint(self, image_filter: skia.ImageFilter | None = None) -> skia.Paint:
        return skia.Paint(
            Alphaf=self.opacity, BlendMode=self.blend, ImageFilter=image_filter, ColorFilter=_EXACT
        )


PLAIN = Finish()


class Sheet(NamedTuple):
    """A canvas, what the drawn layers refer to, and the layers that stay hidden."""

    surface: skia.Surface
    canvas: skia.Canvas
    resources: Resources
    scale: float  # output pixels per canvas pixel
    hide: frozenset[str]

    @contextmanager
    def isolated(
        self, bounds: Box, finish: Finish = PLAIN, image_filter: skia.ImageFilter | None = None
    ) -> Iterator[None]:
        """What is drawn inside becomes one picture, filtered, then laid down with `finish`.

        Without a filter nothing outside `bounds` is painted.
        """
        area = self._whole_cells(bounds.pad(1 / self.scale))
        count = self.canvas.save()
        if image_filter is None:
            self.canvas.clipRect(area)
        self.canvas.saveLayer(area, finish.paint(image_filter))
        try:
            yield
        finally:
            self.canvas.restoreToCount(count)

    def _whole_cells(self, bounds: Box) -> skia.Rect:
        """The bounds grown to where skia's dither repeats, so that it falls as on the sheet."""
        matrix = self.canvas.getTotalMatrix()
        left, top = matrix.getTranslateX() % DITHER, matrix.getTranslateY() % DITHER
        on_grid = bounds.scale(self.scale / DITHER).shift(left / DITHER, top / DITHER).rounded_out()
        grown = on_grid.shift(-left / DITHER, -top / DITHER).scale(DITHER / self.scale)
        return skia.Rect.MakeXYWH(*grown)

    @contextmanager
    def turned(self, degrees: float, box: Box) -> Iterator[None]:
        """What is drawn inside is turned clockwise about the centre of `box`."""
        count = self.canvas.save()
        if degrees % 360:
            self.canvas.rotate(degrees, *box.center)
        try:
            yield
        finally:
            self.canvas.restoreToCount(count)

    def pixels(self) -> np.ndarray:
        """What was drawn, as straight RGBA uint8 (height, width, 4)."""
        return self.surface.toarray(colorType=skia.kRGBA_8888_ColorType)


def blank_sheet(
    width: int, height: int, origin: tuple[float, float], scale: float,
    resources: Resources, hide: frozenset[str] = frozenset(),
) -> Sheet:  # fmt: skip
    """A transparent sheet of output pixels whose top-left is `origin`, in output pixels."""
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    canvas.translate(-origin[0], -origin[1])
    canvas.scale(scale, scale)
    return Sheet(surface, canvas, resources, scale, hide)


def skia_color(color: str) -> int:
    """ "#rrggbb" or "#rrggbbaa" as skia's ARGB integer."""
    red, green, blue, alpha = hex_to_rgba(color)
    return skia.Color(red, green, blue, alpha)
