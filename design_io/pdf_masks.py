"""What of a layer shows: masks and clipping, as clipping paths or as soft masks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from pikepdf import Dictionary, Name, Object

from design_io.bounds import layer_bounds
from design_io.document import Layer, Mask, ShapeLayer
from design_io.geometry import Box
from design_io.paths import parse_path, scaled_path, shape_path
from design_io.pdf_drawing import Content, path_operators, rectangle
from design_io.pdf_file import PdfFile
from design_io.pdf_pictures import place_picture
from design_io.pdf_turning import clipping_turned
from design_io.resources import Resources

_LUMA = np.array([0.2126, 0.7152, 0.0722])
_FAR = Box(-1e5, -1e5, 2e5, 2e5)


def mask_to(
    file: PdfFile, content: Content, mask: Mask, resources: Resources
) -> Object | None:  # fmt: skip
    """Cut what follows to what the mask shows: by its path, or by the soft mask returned."""
    if mask.path is not None and not mask.invert:
        content.write(f"{_path(mask)}\nW n")
        return None
    inner = file.content()
    outside = 1.0 if mask.invert else 0.0
    if mask.path is not None:
        inner.write(f"1 g {rectangle(_FAR)} f\n0 g {_path(mask)}\nf")
    else:
        inner.write(f"{outside:g} g {rectangle(_FAR)} f")
        place_picture(inner, file.grey(_luma(mask, resources)), mask.box)
    group = Dictionary(S=Name.Transparency, I=True, CS=Name.DeviceGray)
    return file.soft_mask(inner.form(_FAR, group), "/Luminosity", outside)


def clip_to(
    file: PdfFile, content: Content, base: Layer, resources: Resources,
    drawn: Callable[[Layer], Object],
) -> Object | None:  # fmt: skip
    """Cut what follows to where `base` is opaque: by its path, or by the soft mask returned."""
    if base.kind == "shape" and _is_plain(base):
        odd = "*" if base.fill_rule == "evenodd" else ""
        with clipping_turned(content, base):
            content.write(f"{path_operators(shape_path(base, resources.assets))}\nW{odd} n")
        return None
    form = drawn(base)
    if base.opacity < 1:
        outer = file.content()
        state = outer.name("ExtGState", file.state(base.opacity))
        outer.write(f"{state} gs {outer.name('XObject', form)} Do")
        form = outer.form(layer_bounds(base, resources).pad(2), file.group())
    return file.soft_mask(form, "/Alpha")


def _is_plain(base: ShapeLayer) -> bool:
    """Whether its path alone says where it is opaque."""
    if base.live_mask or base.effects or base.stroke or base.fill is None or base.opacity < 1:
        return False
    return base.fill.kind == "solid" and len(base.fill.color) == 7 and base.fill.grain is None


def _path(mask: Mask) -> str:
    return path_operators(scaled_path(parse_path(mask.path or ""), mask.view_box, mask.box))


def _luma(mask: Mask, resources: Resources) -> np.ndarray:
    """How much the mask's picture shows, 0..255."""
    pixels = resources.assets.pixels(mask.asset or "")
    shown = (pixels[..., :3] @ _LUMA) * (pixels[..., 3] / 255)
    return np.round(255 - shown if mask.invert else shown).astype(np.uint8)
