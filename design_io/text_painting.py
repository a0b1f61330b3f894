"""Set text drawn on a sheet: glyph runs, lines under and through them, and their effects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from design_io.document import TextLayer
from design_io.effects import extrusions, outlines, shadows
from design_io.extrusion import extruded, is_clockwise
from design_io.fills import fill_paint
from design_io.fonts import Face, FontLibrary
from design_io.geometry import Box
from design_io.sheet import Sheet, skia_color
from design_io.skia_library import skia
from design_io.softness import cast_shadow
from design_io.text import GlyphRun, Line, Typeset, typeset

_LARGE = 100.0  # px, a size at which outlines are looked at


class Decoration(NamedTuple):
    """A line under or through a run."""

    box: Box  # relative to the layer's box
    color: str


def paint_text(sheet: Sheet, layer: TextLayer) -> None:
    """Shadows, extrusions, outlines and glyphs, bottom to top; unrotated.

    Shadows are cast by the outlines of glyphs: a text that `is_outlined` is not, casts none here.
    """
    setting = typeset(layer, sheet.resources.fonts)
    sheet.canvas.save()
    sheet.canvas.translate(layer.box.x, layer.box.y)
    if layer.effects:
        _paint_effects(sheet, layer, setting)
    _paint_glyphs(sheet, layer, setting)
    sheet.canvas.restore()


def is_outlined(layer: TextLayer, fonts: FontLibrary) -> bool:
    """Whether every glyph is a plain outline: none a bitmap or a drawing in colours."""
    lines = typeset(layer, fonts).lines
    return all(not _is_colored(run.face) for line in lines for run in line.runs)


def decorations(layer: TextLayer, fonts: FontLibrary) -> tuple[Decoration, ...]:
    return tuple(_decorations(typeset(layer, fonts)))


@lru_cache(maxsize=256)
def text_outline(setting: Typeset) -> skia.Path:
    """Every glyph and decoration as one path, outer contours clockwise; relative to the box.

    The path is shared by all callers: never change it in place.
    """
    path = skia.Path()
    for line in setting.lines:
        for run in line.runs:
            path.addPath(run_path(run))
    for decoration in _decorations(setting):
        path.addRect(skia.Rect.MakeXYWH(*decoration.box))
    return path


def _paint_effects(sheet: Sheet, layer: TextLayer, setting: Typeset) -> None:
    glyphs = text_outline(setting)
    widest = max((outline.width for outline in outlines(layer)), default=0.0)
    swept = [_swept(setting, drag.dx, drag.dy, sheet.scale) for drag in extrusions(layer)]
    silhouette = skia.Path(swept[0] if swept else glyphs)
    for path in swept[1:]:
        silhouette.addPath(path)
    if is_outlined(layer, sheet.resources.fonts):
        rect = silhouette.getBounds()
        bounds = Box(rect.x(), rect.y(), rect.width(), rect.height()).pad(widest)
        for shadow in shadows(layer):
            cast_shadow(sheet, shadow, partial(_draw, silhouette, widest), bounds)
    for drag, path in zip(extrusions(layer), swept, strict=True):
        _draw(path, widest, sheet.canvas, _flat(drag.color))
    for outline in outlines(layer):
        _draw(glyphs, outline.width, sheet.canvas, _flat(outline.color))


@lru_cache(maxsize=64)
def _swept(setting: Typeset, dx: float, dy: float, scale: float) -> skia.Path:
    return extruded(text_outline(setting), dx, dy, scale)


def _draw(path: skia.Path, width: float, canvas: skia.Canvas, paint: skia.Paint) -> None:
    """The path filled, and grown by `width` on every side."""
    if width > 0:
        paint.setStyle(skia.Paint.kStrokeAndFill_Style)
        paint.setStrokeWidth(2 * width)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    canvas.drawPath(path, paint)


def _flat(color: str) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia_color(color))


def _paint_glyphs(sheet: Sheet, layer: TextLayer, setting: Typeset) -> None:
    fill = None
    if layer.fill is not None:
        fill = fill_paint(layer.fill, Box(0, 0, layer.box.width, layer.box.height), sheet)
    for line in setting.lines:
        for run in line.runs:
            paint = fill or _flat(run.color)
            if _is_colored(run.face):
                _paint_colored(sheet, run, paint)
            else:
                sheet.canvas.drawPath(run_path(run), paint)
    for decoration in _decorations(setting):
        paint = fill or _flat(decoration.color)
        sheet.canvas.drawRect(skia.Rect.MakeXYWH(*decoration.box), paint)


@lru_cache(maxsize=1024)
def run_path(run: GlyphRun) -> skia.Path:
    """The run's glyphs as one path: its coverage is true, where glyph masks are gamma-adjusted."""
    path = skia.Path()
    for glyph, (x, y) in zip(run.glyphs, run.points, strict=True):
        outline = _glyph_path(run.face, run.size, glyph)
        if outline is not None:
            path.addPath(outline, x, y)
    return path


def _paint_colored(sheet: Sheet, run: GlyphRun, paint: skia.Paint) -> None:
    if not run.glyphs:
        return
    builder = skia.TextBlobBuilder()
    points = [skia.Point(x, y) for x, y in run.points]
    builder.allocRunPos(_font(run.face, run.size), list(run.glyphs), points)
    sheet.canvas.drawTextBlob(builder.make(), 0, 0, paint)


def _decorations(setting: Typeset) -> Iterator[Decoration]:
    for line in setting.lines:
        for name in ("underline", "strikethrough"):
            yield from _lines_along(line, name)


def _lines_along(line: Line, name: Literal["underline", "strikethrough"]) -> Iterator[Decoration]:
    """One height and thickness for the whole line: those of its first decorated run."""
    decorated = [run for run in line.runs if getattr(run, name)]
    if not decorated:
        return
    top, thickness = _place_of_line(decorated[0], name)
    x = line.x
    for run in line.runs:
        if getattr(run, name):
            yield Decoration(Box(x, line.baseline + top, run.advance, thickness), run.color)
        x += run.advance


def _place_of_line(run: GlyphRun, name: str) -> tuple[float, float]:
    """Top edge, relative to the baseline, and thickness; usual ones where the font has none."""
    metrics = _font(run.face, run.size).getMetrics()
    if name == "underline":
        thickness = metrics.fUnderlineThickness or run.size / 18
        return metrics.fUnderlinePosition or run.size / 9, thickness
    thickness = metrics.fStrikeoutThickness or run.size / 18
    return metrics.fStrikeoutPosition or -run.size / 3, thickness


@lru_cache(maxsize=1024)
def _font(face: Face, size: float) -> skia.Font:
    font = skia.Font(face.typeface, size)
    font.setHinting(skia.FontHinting.kNone)
    font.setSubpixel(True)
    font.setLinearMetrics(True)
    font.setBaselineSnap(False)  # a baseline lies where the setting says, as in other formats
    font.setEdging(skia.Font.Edging.kAntiAlias)
    return font


@lru_cache(maxsize=8192)
def _glyph_path(face: Face, size: float, glyph: int) -> skia.Path | None:
    """The outline, outer contours clockwise; None for a glyph that is a bitmap or empty."""
    path = _font(face, size).getPath(glyph)
    if not path:
        return None
    return path if _runs_clockwise(face, glyph) else skia.Path().reverseAddPath(path)


@lru_cache(maxsize=8192)
def _runs_clockwise(face: Face, glyph: int) -> bool:
    """Whether a glyph's outer contours do, at any size."""
    return is_clockwise(_font(face, _LARGE).getPath(glyph))


@lru_cache(maxsize=256)
def _is_colored(face: Face) -> bool:
    tags = {tag.to_bytes(4, "big") for tag in face.typeface.getTableTags()}
    return bool(tags & {b"CBDT", b"sbix", b"COLR", b"SVG "})
