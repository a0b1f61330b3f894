"""Layers drawn on a sheet: stacking, blending, clipping and masks; the content of each kind.

From the outside in: opacity and blend mode, clipping, mask, blur, shadows, rotation, content.
"""

from __future__ import annotations

from collections.abc import Iterator

from design_io.blending import BLENDS
from design_io.bounds import layer_bounds, shape_box, sharp_bounds, silhouette_bounds
from design_io.color import hex_to_rgba
from design_io.document import ImageLayer, Layer, Mask, ShapeLayer
from design_io.effects import blur_sigma, shadows
from design_io.fills import even_opacity, fill_paint, is_dithered, stroke_paint
from design_io.geometry import Box, Point
from design_io.paths import parse_path, scaled_path, shape_path
from design_io.pictures import draw_picture, placement
from design_io.sheet import PLAIN, Finish, Sheet
from design_io.skia_library import skia
from design_io.softness import Draw, blurred, cast_shadow, is_small, soften, with_shadows_below
from design_io.text_painting import is_outlined, paint_text

_MIDDLE = Point(0.5, 0.5)
_KEEP, _CUT = skia.BlendMode.kDstIn, skia.BlendMode.kDstOut


def paint_layers(sheet: Sheet, layers: tuple[Layer, ...]) -> None:
    """Draw siblings bottom first, each blended with what lies below it."""
    for layer, base in with_clip_bases(layers):
        if is_shown(layer, sheet.hide) and (base is None or is_shown(base, sheet.hide)):
            _paint_layer(sheet, layer, base)


def paint_alone(sheet: Sheet, layer: Layer) -> None:
    """Draw a layer with its effects and mask, but without its own opacity and blend mode."""
    mask = layer.live_mask
    if mask is None:
        _paint_content(sheet, layer)
        return
    bounds = layer_bounds(layer, sheet.resources)
    with sheet.isolated(bounds):
        _paint_content(sheet, layer)
        _cut_by_mask(sheet, mask, bounds)


def with_clip_bases(layers: tuple[Layer, ...]) -> Iterator[tuple[Layer, Layer | None]]:
    """Each layer and the one it is clipped to: the nearest below that is not clipped itself."""
    base = None
    for layer in layers:
        yield layer, base if layer.clip else None
        base = base if layer.clip else layer


def is_shown(layer: Layer, hide: frozenset[str]) -> bool:
    return layer.visible and layer.id not in hide


def _paint_layer(sheet: Sheet, layer: Layer, base: Layer | None) -> None:
    finish = _own_finish(layer)
    if finish == PLAIN and base is None and _is_one_stroke_of_paint(layer):
        _paint_content(sheet, layer)
        return
    bounds = layer_bounds(layer, sheet.resources)
    if base is not None:  # which is drawn whole: a curve cut short has other edges
        bounds = bounds.union(layer_bounds(base, sheet.resources))
    with sheet.isolated(bounds, finish):
        paint_alone(sheet, layer)
        if base is not None:
            with sheet.isolated(bounds, Finish(base.opacity, _KEEP)):
                paint_alone(sheet, base)


def _own_finish(layer: Layer) -> Finish:
    """The layer's opacity and blend mode."""
    return Finish(layer.opacity, BLENDS[layer.blend_mode].skia)


def _is_one_stroke_of_paint(layer: Layer) -> bool:
    """Whether the layer may be drawn straight onto what lies below.

    Anything more is drawn apart, so that it rounds to 8 bits as its exported picture does.
    """
    if layer.live_mask is not None or layer.effects:
        return False
    if layer.kind == "shape" and layer.fill is not None and layer.stroke is not None:
        return False
    if layer.kind in ("shape", "text") and layer.fill is not None:
        return not (is_dithered(layer.fill) and even_opacity(layer.fill) != 1.0)
    if layer.kind == "group":  # laid down together or one by one is the same, unless they blend
        return all(member.blend_mode == "normal" for member in layer.layers)
    return True


def _cut_by_mask(sheet: Sheet, mask: Mask, bounds: Box) -> None:
    """Keep what the mask shows of the picture drawn last, which lies isolated in `bounds`."""
    with sheet.isolated(bounds, Finish(1.0, _CUT if mask.invert else _KEEP)):
        if mask.path is not None:
            path = scaled_path(parse_path(mask.path), mask.view_box, mask.box)
            sheet.canvas.drawPath(path, skia.Paint(AntiAlias=True))
        elif mask.asset is not None:
            assets = sheet.resources.assets
            height, width = assets.pixels(mask.asset).shape[:2]
            paint = skia.Paint(AntiAlias=True, ColorFilter=skia.LumaColorFilter.Make())
            place = placement((width, height), "stretch", _MIDDLE, mask.box)
            draw_picture(sheet.canvas, assets, mask.asset, place, sheet.scale, paint)


def _paint_content(sheet: Sheet, layer: Layer) -> None:
    """The layer's picture with all its effects."""
    if _blurs_by_mask(sheet, layer):
        _paint_turned(sheet, layer, blur_sigma(layer))
    elif _blurs_by_filter(sheet, layer):
        bounds = sharp_bounds(layer, sheet.resources)
        with blurred(sheet, bounds, blur_sigma(layer)) as soft:
            _paint_sharp(soft, layer)
    else:
        _paint_sharp(sheet, layer)


def _paint_sharp(sheet: Sheet, layer: Layer) -> None:
    if not _casts_by_filter(sheet, layer):
        _paint_turned(sheet, layer)
        return
    bounds = silhouette_bounds(layer, sheet.resources)
    with_shadows_below(sheet, layer, bounds, lambda target: _paint_turned(target, layer))


def _paint_turned(sheet: Sheet, layer: Layer, sigma: float = 0.0) -> None:
    """The content, turned; `sigma` softens a shape's edge."""
    if layer.kind == "group":
        paint_layers(sheet, layer.layers)
        return
    with sheet.turned(layer.rotation, layer.box):
        if layer.kind == "text":
            paint_text(sheet, layer)
        elif layer.kind == "shape":
            _paint_shape(sheet, layer, sigma)
        else:
            _paint_image(sheet, layer)


def _paint_image(sheet: Sheet, layer: ImageLayer) -> None:
    if layer.asset is None:
        return
    assets = sheet.resources.assets
    height, width = assets.pixels(layer.asset).shape[:2]
    place = placement((width, height), layer.fit, layer.focus, layer.box, layer.zoom)
    sheet.canvas.save()
    center = layer.box.center
    sheet.canvas.translate(*center)
    sheet.canvas.scale(-1 if layer.flip_x else 1, -1 if layer.flip_y else 1)
    sheet.canvas.translate(-center.x, -center.y)
    draw_picture(sheet.canvas, assets, layer.asset, place, sheet.scale, skia.Paint(AntiAlias=True))
    sheet.canvas.restore()


def _paint_shape(sheet: Sheet, layer: ShapeLayer, sigma: float) -> None:
    path = shape_path(layer, sheet.resources.assets)
    evenness = _evenness(layer)
    if layer.effects and evenness is not None:
        bounds = shape_box(layer, sheet.resources.assets)
        for shadow in shadows(layer):
            cast_shadow(sheet, shadow, _silhouette(layer, path), bounds, evenness)
    paints = [fill_paint(layer.fill, layer.box, sheet)] if layer.fill else []
    paints += [stroke_paint(layer.stroke)] if layer.stroke else []
    for paint in paints:
        soften(paint, sigma)
        sheet.canvas.drawPath(path, paint)


def _silhouette(layer: ShapeLayer, path: skia.Path) -> Draw:
    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        if layer.stroke is not None:
            stroke = stroke_paint(layer.stroke)
            fill_and_stroke = skia.Paint.kStrokeAndFill_Style
            paint.setStyle(fill_and_stroke if layer.fill else skia.Paint.kStroke_Style)
            paint.setStrokeWidth(layer.stroke.width)
            paint.setStrokeCap(stroke.getStrokeCap())
            paint.setStrokeJoin(stroke.getStrokeJoin())
        canvas.drawPath(path, paint)

    return draw


def _blurs_by_filter(sheet: Sheet, layer: Layer) -> bool:
    return blur_sigma(layer) > 0 and not _blurs_by_mask(sheet, layer)


def _blurs_by_mask(sheet: Sheet, layer: Layer) -> bool:
    """A flat colour can be softened by its coverage alone, which is far cheaper."""
    if layer.kind != "shape" or layer.stroke or layer.fill is None or shadows(layer):
        return False
    flat = layer.fill.kind == "solid" and layer.fill.grain is None
    return flat and blur_sigma(layer) > 0 and is_small(blur_sigma(layer), sheet)


def _casts_by_filter(sheet: Sheet, layer: Layer) -> bool:
    return bool(shadows(layer)) and not _casts_by_outline(sheet, layer)


def _casts_by_outline(sheet: Sheet, layer: Layer) -> bool:
    """Whether the layer's shadows are those of one evenly opaque silhouette."""
    if layer.kind == "text":
        return is_outlined(layer, sheet.resources.fonts)
    return layer.kind == "shape" and _evenness(layer) is not None


def _evenness(layer: ShapeLayer) -> float | None:
    """The opacity of the whole silhouette; None where it differs from place to place."""
    if layer.stroke is None:
        return 1.0 if layer.fill is None else even_opacity(layer.fill)
    if layer.stroke.dash or (layer.fill is not None and even_opacity(layer.fill) != 1.0):
        return None
    return 1.0 if hex_to_rgba(layer.stroke.color)[3] == 255 else None
