"""Fills of paths and glyphs in a PDF: colours, shadings, pictures.

A gradient whose colours differ in alpha is a shading below a soft mask that is one too. Grain has
no counterpart; who paints it gives a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pikepdf import Array, Dictionary, Name, Object

from design_io.color import hex_to_rgba
from design_io.geometry import Box
from design_io.paint import LinearFill, PictureFill, RadialFill, SolidFill, Stop, Stroke
from design_io.pdf_color import paint_operator
from design_io.pdf_drawing import Content, array, matrix_text, numbers, rectangle
from design_io.pdf_file import PdfFile
from design_io.pdf_pictures import Picture, place_picture
from design_io.pictures import placement
from design_io.resources import Resources

Flat = SolidFill | LinearFill | RadialFill  # what a PDF paints without a picture
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_MITER_LIMIT = 4  # skia's and SVG's


@contextmanager
def filling(file: PdfFile, content: Content, fill: Flat, box: Box) -> Iterator[None]:
    """What is filled inside has the fill's colours; `box` is the layer's."""
    with content.saved():
        if fill.kind == "solid":
            set_color(file, content, fill.color)
        elif fill.kind == "linear" and fill.start == fill.end:  # as SVG paints one without length
            set_color(file, content, max(fill.stops, key=lambda stop: stop.offset).color)
        else:
            _set_gradient(file, content, fill, box)
        yield


def set_color(file: PdfFile, content: Content, color: str, line: bool = False) -> None:
    """The colour and alpha of what follows, inside `saved`."""
    content.write(paint_operator(file.inks, color, line))
    alpha = hex_to_rgba(color)[3]
    if alpha < 255:
        content.write(f"{content.name('ExtGState', file.state(alpha / 255))} gs")


def set_stroke(file: PdfFile, content: Content, stroke: Stroke) -> None:
    set_color(file, content, stroke.color, line=True)
    content.write(
        f"{numbers(stroke.width)} w {_CAPS[stroke.cap]} J {_JOINS[stroke.join]} j {_MITER_LIMIT} M"
    )
    if sum(stroke.dash) > 0:
        dash = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        content.write(f"[{numbers(*dash)}] 0 d")


def fill_with_picture(
    file: PdfFile, content: Content, fill: PictureFill, box: Box, resources: Resources
) -> None:
    """The picture over the layer's box; the caller has cut to what it fills."""
    draw_asset(file, content, resources, fill.asset, box, fill)


def draw_asset(
    file: PdfFile, content: Content, resources: Resources, asset: str, box: Box,
    place: PictureFill, zoom: float = 1.0,
) -> None:  # fmt: skip
    """A picture of the store, cropped by `fit` about `focus`."""
    pixels = resources.assets.pixels(asset)
    height, width = pixels.shape[:2]
    source, target = placement((width, height), place.fit, place.focus, box, zoom)
    if target.empty or source.empty:
        return
    image = file.picture(Picture(pixels, resources.assets.get(asset)), asset)
    across, down = target.width / source.width, target.height / source.height
    whole = Box(
        target.x - source.x * across, target.y - source.y * down, width * across, height * down
    )
    with content.saved():
        if whole != target:
            content.write(f"{rectangle(target)} W n")
        place_picture(content, image, whole)


def _set_gradient(
    file: PdfFile, content: Content, fill: LinearFill | RadialFill, box: Box
) -> None:  # fmt: skip
    stops = _whole(sorted(fill.stops, key=lambda stop: stop.offset))
    alphas = [hex_to_rgba(stop.color)[3] / 255 for stop in stops]
    if len(set(alphas)) > 1:
        mask = _alpha_mask(file, content, fill, stops, alphas, box)
        content.write(f"{content.name('ExtGState', file.state(1.0, 'normal', mask))} gs")
    elif alphas[0] < 1:
        content.write(f"{content.name('ExtGState', file.state(alphas[0]))} gs")
    colors = [file.inks.values(stop.color) for stop in stops]
    shading = _shading(fill, stops, colors, box, file.inks.space)
    pattern = Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading)
    pattern.Matrix = Array([float(v) for v in matrix_text(content.matrix).split()])
    name = content.name("Pattern", file.pdf.make_indirect(pattern))
    content.write(f"/Pattern cs {name} scn")


def _alpha_mask(
    file: PdfFile, content: Content, fill: LinearFill | RadialFill, stops: list[Stop],
    alphas: list[float], box: Box,
) -> Object:  # fmt: skip
    """In the coordinates of the layer, in which it is set."""
    inner = file.content()
    values: list[tuple[float, ...]] = [(alpha,) for alpha in alphas]
    shading = file.pdf.make_indirect(_shading(fill, stops, values, box, "/DeviceGray"))
    inner.write(f"{inner.name('Shading', shading)} sh")
    group = Dictionary(S=Name.Transparency, I=True, CS=Name.DeviceGray)
    reach = 4 * (box.width + box.height) + 1000
    return file.soft_mask(inner.form(box.pad(reach), group), "/Luminosity")


def _shading(
    fill: LinearFill | RadialFill, stops: list[Stop], colors: list[tuple[float, ...]], box: Box,
    space: str,
) -> Dictionary:  # fmt: skip
    shading = Dictionary(
        ColorSpace=Name(space), Extend=Array([True, True]), Function=_ramp(stops, colors)
    )
    if fill.kind == "radial":
        x, y = box.x + fill.center.x * box.width, box.y + fill.center.y * box.height
        shading.ShadingType = 3
        shading.Coords = array(x, y, 0, x, y, max(fill.radius * box.width, 1e-3))
    else:
        (x1, y1), (x2, y2) = fill.start, fill.end
        shading.ShadingType = 2
        shading.Coords = array(
            box.x + x1 * box.width, box.y + y1 * box.height,
            box.x + x2 * box.width, box.y + y2 * box.height,
        )  # fmt: skip
    return shading


def _whole(stops: list[Stop]) -> list[Stop]:
    """From 0 to 1: the first and the last colour go on to the ends."""
    first, last = stops[0], stops[-1]
    before = [first.evolve(offset=0.0)] if first.offset > 0 else []
    after = [last.evolve(offset=1.0)] if last.offset < 1 else []
    return [*before, *stops, *after]


def _ramp(stops: list[Stop], colors: list[tuple[float, ...]]) -> Dictionary:
    """Straight from stop to stop; two stops in one place are a hard edge."""
    pieces, bounds = [], []
    for index in range(len(stops) - 1):
        if stops[index + 1].offset <= stops[index].offset:
            continue
        bounds.append(round(stops[index].offset, 6))
        pieces.append(
            Dictionary(
                FunctionType=2, Domain=Array([0, 1]), N=1,
                C0=array(*colors[index]), C1=array(*colors[index + 1]),
            )
        )  # fmt: skip
    if len(pieces) == 1:
        return pieces[0]
    return Dictionary(
        FunctionType=3, Domain=Array([0, 1]), Functions=Array(pieces), Bounds=Array(bounds[1:]),
        Encode=Array([0, 1] * len(pieces)),
    )  # fmt: skip
