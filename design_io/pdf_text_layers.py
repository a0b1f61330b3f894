"""A text layer in a PDF: extrusions and outlines as paths, then its glyphs, in any fill."""

from __future__ import annotations

from design_io.document import TextLayer
from design_io.effects import extrusions, outlines
from design_io.extrusion import extruded
from design_io.geometry import Box
from design_io.pdf_drawing import Content, path_operators, rectangle
from design_io.pdf_file import PdfFile
from design_io.pdf_fills import fill_with_picture, filling, set_color
from design_io.pdf_pictures import place_picture
from design_io.pdf_rasters import layer_picture
from design_io.pdf_text import draw_emoji, show_glyphs
from design_io.resources import Resources
from design_io.skia_library import skia
from design_io.text import Typeset, typeset
from design_io.text_painting import decorations, run_path, text_outline


def draw_text(
    file: PdfFile, content: Content, layer: TextLayer, resources: Resources, area: Box
) -> None:
    """Unturned; its shadows lie below already."""
    setting = typeset(layer, resources.fonts)
    _effects(file, content, layer, setting)
    as_paths = file.settings.outlined or file.is_silent
    if layer.fill is None:
        if as_paths:
            _runs_as_paths(file, content, layer, setting)
        else:
            show_glyphs(file, content, layer, resources)
        for decoration in decorations(layer, resources.fonts):
            with content.saved():
                set_color(file, content, decoration.color)
                box = decoration.box.shift(layer.box.x, layer.box.y)
                content.write(f"{rectangle(box)} f")
    elif layer.fill.kind != "picture" and layer.fill.grain is None:
        _in_gradient(file, content, layer, setting, resources, as_paths)
    else:
        _in_picture(file, content, layer, setting, resources, area)
        if not as_paths:
            show_glyphs(file, content, layer, resources, seen=False)


def _effects(file: PdfFile, content: Content, layer: TextLayer, setting: Typeset) -> None:
    widest = max((outline.width for outline in outlines(layer)), default=0.0)
    for drag in extrusions(layer):
        path = extruded(text_outline(setting), drag.dx, drag.dy)
        _grown(file, content, _placed(path, layer), drag.color, widest)
    for outline in outlines(layer):
        path = _placed(text_outline(setting), layer)
        _grown(file, content, path, outline.color, outline.width)


def _grown(file: PdfFile, content: Content, path: str, color: str, width: float) -> None:
    """A path filled, and grown by `width` on every side."""
    if not path:
        return
    with content.saved():
        set_color(file, content, color)
        if width > 0:
            set_color(file, content, color, line=True)
        content.write(f"{2 * width:.4f} w 1 j {path}\nB" if width > 0 else f"{path}\nf")


def _runs_as_paths(file: PdfFile, content: Content, layer: TextLayer, setting: Typeset) -> None:
    for line in setting.lines:
        for run in line.runs:
            with content.saved():
                if run.face.colored:
                    draw_emoji(file, content, run, layer.box)
                elif path := _placed(run_path(run), layer):
                    set_color(file, content, run.color)
                    content.write(f"{path}\nf")


def _in_gradient(
    file: PdfFile, content: Content, layer: TextLayer, setting: Typeset, resources: Resources,
    as_paths: bool,
) -> None:  # fmt: skip
    assert layer.fill is not None and layer.fill.kind != "picture"
    with filling(file, content, layer.fill, layer.box):
        if as_paths:
            content.write(f"{_placed(text_outline(setting), layer)}\nf")
            return
        show_glyphs(file, content, layer, resources, colored=False)
        for decoration in decorations(layer, resources.fonts):
            content.write(f"{rectangle(decoration.box.shift(layer.box.x, layer.box.y))} f")


def _in_picture(
    file: PdfFile, content: Content, layer: TextLayer, setting: Typeset, resources: Resources,
    area: Box,
) -> None:  # fmt: skip
    assert layer.fill is not None
    if layer.fill.grain is not None:
        plain = layer.evolve(effects=(), mask=None, rotation=0.0)
        drawn = layer_picture(plain, resources, layer.box if layer.rotation % 360 else area)
        if drawn is not None:
            place_picture(content, file.picture(drawn[0]), drawn[1])
        return
    assert layer.fill.kind == "picture"
    with content.saved():
        content.write(f"{_placed(text_outline(setting), layer)}\nW n")
        fill_with_picture(file, content, layer.fill, layer.box, resources)


def _placed(path: skia.Path, layer: TextLayer) -> str:
    moved = skia.Path()
    path.transform(skia.Matrix.Translate(layer.box.x, layer.box.y), moved)
    return path_operators(moved)
