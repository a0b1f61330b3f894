"""Layers of a design as content of a PDF: vectors wherever a PDF has them, pictures elsewhere.

Pictures are what blurs, shadows and grain look like; they are drawn by the one renderer. Text below
a picture of itself is written unseen, so that it can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pikepdf import Array, Object

from design_io.bounds import layer_bounds
from design_io.document import Design, ImageLayer, Layer, ShapeLayer, leaves
from design_io.effects import blur_sigma
from design_io.geometry import Box
from design_io.layer_painting import with_clip_bases
from design_io.paint import Fill, PictureFill
from design_io.paths import shape_path
from design_io.pdf_drawing import Content, path_operators
from design_io.pdf_file import PdfFile
from design_io.pdf_fills import draw_asset, fill_with_picture, filling, set_stroke
from design_io.pdf_masks import clip_to, mask_to
from design_io.pdf_pictures import place_picture
from design_io.pdf_rasters import bounds_of, layer_picture, shadow_pictures, without_unseen
from design_io.pdf_text import show_glyphs
from design_io.pdf_text_layers import draw_text
from design_io.pdf_turning import turned
from design_io.resources import Resources


class LayerWriter:
    """Writes the layers of one design; `area` is what the page shows of it, canvas px."""

    def __init__(self, file: PdfFile, design: Design, resources: Resources, area: Box) -> None:
        self.file, self.design, self.resources, self.area = file, design, resources, area

    def siblings(self, content: Content, layers: tuple[Layer, ...]) -> list[Any]:
        """Draw the layers, bottom first; what programs list of them, top first."""
        listed: list[list[Any]] = []
        for layer, base in with_clip_bases(layers):
            shown = layer.visible and (base is None or base.visible)
            if not self.file.is_silent:
                listed.append(self._listed(content, layer, base, shown))
            elif shown:
                self._layer(content, layer, base)
        return [entry for entries in reversed(listed) for entry in entries]

    def _listed(
        self, content: Content, layer: Layer, base: Layer | None, shown: bool
    ) -> list[Any]:  # fmt: skip
        entry = self.file.layer_entry(layer.label, layer.id, shown)
        with content.marked("/OC", content.name("Properties", entry)):
            members = self._layer(content, layer, base)
        return [entry, Array(members)] if members else [entry]

    def _layer(self, content: Content, layer: Layer, base: Layer | None) -> list[Any]:
        """From the outside in: opacity, blend mode, clipping, mask, effects, rotation, content."""
        with self._tagged(content, layer):
            if _is_plain(layer) and base is None:
                return self._alone(content, layer)
            with content.saved():
                soft = None
                if base is not None:
                    soft = clip_to(self.file, content, base, self.resources, self._unlisted)
                state = self.file.state(layer.opacity, layer.blend_mode, soft)
                content.write(f"{content.name('ExtGState', state)} gs")
                if layer.kind == "image" and not (layer.live_mask or layer.effects or soft):
                    return self._alone(content, layer)
                return self._form(content, layer, self._alone)

    def _form(
        self, content: Content, layer: Layer, draw: Callable[[Content, Layer], list[Any]]
    ) -> list[Any]:  # fmt: skip
        """Place the layer as one picture, of which text and vectors may be parts."""
        form, members = self._drawn(layer, draw)
        content.write(f"{content.name('XObject', form)} Do")
        return members

    def _drawn(
        self, layer: Layer, draw: Callable[[Content, Layer], list[Any]]
    ) -> tuple[Object, list[Any]]:
        inner = self.file.content()
        members = draw(inner, layer)
        form = inner.form(layer_bounds(layer, self.resources).pad(2), self.file.group())
        self.file.tags.know(inner.key, form)
        return form, members

    def _unlisted(self, layer: Layer) -> Object:
        """Once more, as what others are clipped to: neither listed nor read."""
        with self.file.silent():
            return self._drawn(layer, self._alone)[0]

    def _alone(self, content: Content, layer: Layer) -> list[Any]:
        """With effects and mask, without its own opacity, blend mode and clipping."""
        if layer.live_mask is None:
            return self._unmasked(content, layer)
        with content.saved():
            soft = mask_to(self.file, content, layer.live_mask, self.resources)
            if soft is None:
                return self._unmasked(content, layer)
            state = self.file.state(1.0, "normal", soft)
            content.write(f"{content.name('ExtGState', state)} gs")
            return self._form(content, layer, self._unmasked)

    def _unmasked(self, content: Content, layer: Layer) -> list[Any]:
        if blur_sigma(layer) > 0:
            self._picture(content, layer.evolve(mask=None), self.area)
            return self._said(content, layer)
        for picture, box in shadow_pictures(layer, self.resources, self.area):
            place_picture(content, self.file.picture(picture), box)
        return self._sharp(content, layer)

    def _sharp(self, content: Content, layer: Layer) -> list[Any]:
        if layer.kind == "group":
            return self.siblings(content, layer.layers)
        with turned(content, layer):
            if layer.kind == "text":
                draw_text(self.file, content, layer, self.resources, self.area)
            elif layer.kind == "shape":
                self._shape(content, layer)
            elif layer.asset is not None and not layer.box.empty:
                self._image(content, layer)
        return []

    def _picture(self, content: Content, layer: Layer, area: Box) -> None:
        drawn = layer_picture(layer, self.resources, area)
        if drawn is not None:
            place_picture(content, self.file.picture(drawn[0]), drawn[1])

    def _said(self, content: Content, layer: Layer) -> list[Any]:
        """The words of a picture. Members of a group are listed, though they are in one picture:
        what each switches is its words."""
        if layer.kind != "group" or self.file.is_silent:
            self._say(content, layer)
            return []
        listed: list[list[Any]] = []
        for member in layer.layers:
            entry = self.file.layer_entry(member.label, member.id, member.visible)
            with content.marked("/OC", content.name("Properties", entry)):
                inner = self._said(content, member)
            listed.append([entry, Array(inner)] if inner else [entry])
        return [entry for entries in reversed(listed) for entry in entries]

    def _say(self, content: Content, layer: Layer) -> None:
        """The words of a picture of text."""
        for each in leaves(Design(canvas=self.design.canvas, layers=(layer,))):
            if each.kind == "text" and each.visible and not self.file.is_silent:
                with turned(content, each):
                    show_glyphs(self.file, content, each, self.resources, seen=False)

    def _shape(self, content: Content, layer: ShapeLayer) -> None:
        path = path_operators(shape_path(layer, self.resources.assets))
        if not path:
            return
        if layer.fill is not None:
            self._filled(content, layer, layer.fill, path)
        if layer.stroke is not None:
            with content.saved():
                set_stroke(self.file, content, layer.stroke)
                content.write(f"{path}\nS")

    def _filled(self, content: Content, layer: ShapeLayer, fill: Fill, path: str) -> None:
        odd = "*" if layer.fill_rule == "evenodd" else ""
        if fill.grain is None and fill.kind != "picture":
            with filling(self.file, content, fill, layer.box):
                content.write(f"{path}\nf{odd}")
            return
        with content.saved():
            content.write(f"{path}\nW{odd} n")
            if fill.grain is None and fill.kind == "picture":
                fill_with_picture(self.file, content, fill, layer.box, self.resources)
            else:
                self._grained(content, layer)

    def _grained(self, content: Content, layer: ShapeLayer) -> None:
        """The speckle over the whole box, unturned; the caller has cut to the path."""
        ground = layer.evolve(
            shape="rectangle", corner_radius=0.0, rotation=0.0, stroke=None, effects=(), mask=None
        )
        path = shape_path(layer, self.resources.assets)
        reach = layer.box.intersection(bounds_of(path))
        area = reach if layer.rotation % 360 else reach.intersection(self.area)
        drawn = layer_picture(ground, self.resources, area)
        if drawn is not None:
            place_picture(content, self.file.picture(without_unseen(*drawn, path)), drawn[1])

    def _image(self, content: Content, layer: ImageLayer) -> None:
        assert layer.asset is not None
        place = PictureFill(asset=layer.asset, fit=layer.fit, focus=layer.focus)
        with content.saved():
            if layer.flip_x or layer.flip_y:
                across, down = -1 if layer.flip_x else 1, -1 if layer.flip_y else 1
                x, y = layer.box.center
                content.concat((across, 0, 0, down, x - across * x, y - down * y))
            draw_asset(
                self.file, content, self.resources, layer.asset, layer.box, place, layer.zoom
            )

    @contextmanager
    def _tagged(self, content: Content, layer: Layer) -> Iterator[None]:
        if (layer.kind != "text" and not layer.alt) or not layer.visible or self.file.is_silent:
            yield
            return
        bounds = layer_bounds(layer, self.resources)
        with self.file.tags.element(content, layer, bounds, self.design.canvas.height):
            yield


def _is_plain(layer: Layer) -> bool:
    """Whether the layer may be painted straight onto what lies below, piece by piece."""
    if layer.opacity < 1 or layer.blend_mode != "normal":
        return False
    return layer.kind != "group" or all(_blends_normally(member) for member in layer.layers)


def _blends_normally(layer: Layer) -> bool:
    members = layer.layers if layer.kind == "group" else ()
    return layer.blend_mode == "normal" and all(_blends_normally(member) for member in members)
