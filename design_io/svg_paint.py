"""Fills, strokes and pictures of SVG elements, as attributes and definitions."""

from __future__ import annotations

import base64
import io

from PIL import Image

from design_io.assets import AssetStore
from design_io.color import hex_to_rgba
from design_io.geometry import Box, Point
from design_io.paint import Fill, Fit, LinearFill, PictureFill, RadialFill, Stroke
from design_io.pictures import placement
from design_io.png_encoding import png_bytes
from design_io.svg_drawing import Attributes, Node, SvgDocument, number, numbers

_SRGB = (b"sRGB", "sRGB".encode("utf-16-be"))  # as profiles spell their name
_GAMMA = 0.45455  # of sRGB, as PNG states it
_DPI = 96
# px that the focus of a round gradient lies beside its centre: unseen, but resvg then mixes its
# colours in floating point instead of rounding each step up
_ASIDE = 0.01
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


class Pictures:
    """The pictures of one document: each asset appears once, later uses refer to it."""

    def __init__(self, svg: SvgDocument, assets: AssetStore) -> None:
        self._svg, self._assets = svg, assets
        self._drawn: set[str] = set()
        self.unchanged: dict[str, str] = {}  # asset -> id of the element with its exact bytes

    def placed(
        self, asset: str, box: Box, fit: Fit, focus: Point, name: str, zoom: float = 1.0
    ) -> Node:
        """The picture fitted to `box`, cut off there; `name` is free for a definition."""
        height, width = self._assets.pixels(asset).shape[:2]
        source, target = placement((width, height), fit, focus, box, zoom)
        across = target.width / max(source.width, 1e-9)
        down = target.height / max(source.height, 1e-9)
        move = numbers(target.x - source.x * across, target.y - source.y * down)
        scaled = f"translate({move}) scale({across:.6g} {down:.6g})"
        group = self._svg.node("g", transform=scaled)
        group.add(self._picture(asset, width, height))
        if source == Box(0, 0, width, height):
            return group
        window = self._svg.node("clipPath", id=name)
        window.add(self._svg.node("rect", **box_attributes(target)))
        outer = self._svg.node("g", clip_path=self._svg.define(window))
        outer.add(group)
        return outer

    def keep_path(self, asset: str, node: Node) -> None:
        """Let the drawing carry a path asset whose data the node repeats to the byte."""
        data = self._assets.get(asset)
        plain = data.isascii() and data.decode("ascii").isprintable()
        if asset not in self.unchanged and plain and node.attribs.get("d", "").encode() == data:
            node["id"] = self.unchanged[asset] = f"asset.{asset[:16]}"

    def _picture(self, asset: str, width: int, height: int) -> Node:
        """At its natural size."""
        name = f"asset.{asset[:16]}"
        if asset in self._drawn:
            return self._svg.node("use", xlink__href=f"#{name}")
        self._drawn.add(asset)
        data = self._assets.get(asset)
        media_type = _media_type(data)
        if media_type:
            self.unchanged[asset] = name
        else:
            data, media_type = png_bytes(self._assets.pixels(asset), _DPI), "image/png"
        return embedded(self._svg, data, Box(0, 0, width, height), media_type, name)


def embedded(
    svg: SvgDocument, data: bytes, box: Box, media_type: str = "image/png", name: str | None = None
) -> Node:
    """A picture stretched over `box`, its bytes inside the file."""
    return svg.node(
        "image", id=name, preserveAspectRatio="none", **box_attributes(box),
        xlink__href=f"data:{media_type};base64,{base64.b64encode(data).decode()}",
    )  # fmt: skip


def box_attributes(box: Box) -> Attributes:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def color_attributes(part: str, color: str) -> Attributes:
    """`part` is fill, stroke, stop or flood."""
    suffix = "_color" if part in ("stop", "flood") else ""
    alpha = hex_to_rgba(color)[3]
    opacity = number(alpha / 255) if alpha < 255 else None
    return {f"{part}{suffix}": color[:7], f"{part}_opacity": opacity}


def fill_attributes(
    svg: SvgDocument, pictures: Pictures, fill: Fill | None, box: Box, name: str,
    undo: str | None = None,
) -> Attributes:  # fmt: skip
    """How an element is filled as part of a layer with `box`; grain is left out.

    `undo` is the inverse of the element's own transform, for paints laid out in canvas pixels.
    """
    if fill is None:
        return {"fill": "none"}
    if fill.kind == "solid":
        return color_attributes("fill", fill.color)
    if fill.kind == "picture":
        paint = _pattern(svg, pictures, fill, box, name)
        paint.set(patternTransform=undo)
    else:
        paint = _gradient(svg, fill, box, name)
        paint.set(gradientTransform=undo)
    return {"fill": svg.define(paint)}


def is_opaque(fill: Fill) -> bool:
    """Whether the fill, its grain aside, is known to let nothing through."""
    if fill.kind == "picture":
        return False
    colors = [fill.color] if fill.kind == "solid" else [stop.color for stop in fill.stops]
    return all(len(color) == len("#rrggbb") for color in colors)


def stroke_attributes(stroke: Stroke | None, scale: float = 1.0) -> Attributes:
    """`scale` is canvas pixels per unit of the stroked element."""
    if stroke is None:
        return {}
    dash = numbers(*(length / scale for length in stroke.dash)) if sum(stroke.dash) > 0 else None
    return {
        **color_attributes("stroke", stroke.color),
        "stroke_width": stroke.width / scale,
        "stroke_linecap": stroke.cap if stroke.cap != "butt" else None,
        "stroke_linejoin": stroke.join if stroke.join != "miter" else None,
        "stroke_dasharray": dash,
    }


def _gradient(svg: SvgDocument, fill: LinearFill | RadialFill, box: Box, name: str) -> Node:
    if fill.kind == "linear":
        (x1, y1), (x2, y2) = _inside(fill.start, box), _inside(fill.end, box)
        ends: Attributes = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    else:
        (cx, cy), radius = _inside(fill.center, box), max(fill.radius * box.width, 1e-3)
        ends = {"cx": cx, "cy": cy, "r": radius, "fx": cx + _ASIDE, "fy": cy}
    node = svg.node(f"{fill.kind}Gradient", id=name, gradientUnits="userSpaceOnUse", **ends)
    for stop in sorted(fill.stops, key=lambda stop: stop.offset):
        color = color_attributes("stop", stop.color)
        node.add(svg.node("stop", offset=stop.offset, **color))
    return node


def _inside(point: Point, box: Box) -> tuple[float, float]:
    return box.x + point[0] * box.width, box.y + point[1] * box.height


def _pattern(
    svg: SvgDocument, pictures: Pictures, fill: PictureFill, box: Box, name: str
) -> Node:  # fmt: skip
    """One tile as large as the layer's box."""
    tile = box._replace(width=max(box.width, 1e-3), height=max(box.height, 1e-3))
    node = svg.node("pattern", id=name, patternUnits="userSpaceOnUse", **box_attributes(tile))
    shift = svg.node("g", transform=f"translate({numbers(-box.x, -box.y)})")
    shift.add(pictures.placed(fill.asset, box, fill.fit, fill.focus, f"{name}.crop"))
    node.add(shift)
    return node


def _media_type(data: bytes) -> str | None:
    """The type of a picture that every program shows as we do; None for all others."""
    with Image.open(io.BytesIO(data)) as picture:
        profile = picture.info.get("icc_profile") or b"sRGB"
        turned = picture.getexif().get(0x0112, 1) != 1  # browsers would turn it upright
        odd_gamma = abs(picture.info.get("gamma", _GAMMA) - _GAMMA) > 0.001
        plain = picture.mode in ("RGB", "RGBA", "L", "LA", "P") and not (turned or odd_gamma)
        if plain and any(mark in profile for mark in _SRGB):
            return _MEDIA_TYPES.get(picture.format or "")
    return None
