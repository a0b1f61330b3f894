"""DrawingML: elements in EMU from boxes, paths, fills, strokes and shadows in canvas px.

Gradients and shadows follow ECMA-376 Part 1, 20.1.8. A freeform is filled even-odd.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from design_io.color import hex_to_rgba, rgb_to_hex
from design_io.geometry import Box, Point
from design_io.paint import Fill, LinearFill, RadialFill, Shadow, Stop, Stroke
from design_io.skia_library import skia

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
_WHOLE = 100_000  # percentages are thousandths of a percent
_TURN = 60_000  # per degree
_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
_CORNER = 1.414  # a circle's path reaches the corners of its box


class Units(NamedTuple):
    emu: float  # per canvas px

    def length(self, px: float) -> int:
        return round(px * self.emu)

    def points(self, px: float) -> int:
        """Hundredths of a point."""
        return round(px * self.emu / EMU_PER_POINT * 100)


def element(tag: str, *children: Any, **attributes: Any) -> Any:
    """An element such as "a:off"; children and attributes that are None are left out."""
    node = OxmlElement(tag)
    for name, value in attributes.items():
        if value is not None:
            node.set(qn(name.replace("r_", "r:")) if name.startswith("r_") else name, str(value))
    for child in children:
        if child is not None:
            node.append(child)
    return node


def frame(
    box: Box, units: Units, rotation: float = 0.0, pivot: Point | None = None,
    flip_x: bool = False, flip_y: bool = False,
) -> Any:  # fmt: skip
    """Where a shape lies: `box`, turned clockwise about `pivot`; PowerPoint turns about its own
    centre."""
    center = turned_point(box.center, rotation, pivot or box.center)
    place = box.shift(center.x - box.center.x, center.y - box.center.y)
    return element(
        "a:xfrm",
        element("a:off", x=units.length(place.x), y=units.length(place.y)),
        element(
            "a:ext", cx=max(0, units.length(place.width)), cy=max(0, units.length(place.height))
        ),
        rot=round(rotation % 360 * _TURN) or None,
        flipH=1 if flip_x else None,
        flipV=1 if flip_y else None,
    )


def turned_point(point: Point, degrees: float, pivot: Point) -> Point:
    angle = math.radians(degrees)
    x, y = point.x - pivot.x, point.y - pivot.y
    return Point(
        pivot.x + x * math.cos(angle) - y * math.sin(angle),
        pivot.y + x * math.sin(angle) + y * math.cos(angle),
    )


def preset(name: str, **adjustments: int) -> Any:
    guides = (element("a:gd", name=key, fmla=f"val {value}") for key, value in adjustments.items())
    return element("a:prstGeom", element("a:avLst", *guides), prst=name)


def freeform(path: skia.Path, bounds: Box, units: Units) -> Any:
    """A path as custom geometry inside its bounds."""
    wide, high = units.length(bounds.width), units.length(bounds.height)
    drawn = element("a:path", w=wide, h=high)
    for tag, points in _commands(path):
        step = element(tag)
        for x, y in points:
            at = units.length(x - bounds.x), units.length(y - bounds.y)
            step.append(element("a:pt", x=at[0], y=at[1]))
        drawn.append(step)
    rectangle = element("a:rect", l="0", t="0", r="r", b="b")
    lists = [element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    return element("a:custGeom", *lists, rectangle, element("a:pathLst", drawn))


def _commands(path: skia.Path) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    segments = skia.Path.Iter(path, False)
    verb, points = segments.next()
    while verb != skia.Path.kDone_Verb:
        if verb == skia.Path.kConic_Verb:
            points = skia.Path.ConvertConicToQuads(*points, segments.conicWeight(), 2)
            verb = skia.Path.kQuad_Verb
        flat = [(point.x(), point.y()) for point in points]
        if verb == skia.Path.kMove_Verb:
            yield "a:moveTo", flat[:1]
        elif verb == skia.Path.kClose_Verb:
            yield "a:close", []
        else:
            degree = _DEGREES[verb]
            for index in range(1, len(flat), degree):
                yield _CURVES[degree], flat[index : index + degree]
        verb, points = segments.next()


def color(value: str, opacity: float = 1.0) -> Any:
    red, green, blue, alpha = hex_to_rgba(value)
    share = alpha / 255 * opacity
    clear = element("a:alpha", val=round(share * _WHOLE)) if share < 1 else None
    return element("a:srgbClr", clear, val=f"{red:02X}{green:02X}{blue:02X}")


def solid(value: str, opacity: float = 1.0) -> Any:
    return element("a:solidFill", color(value, opacity))


def painted(fill: Fill, box: Box, bounds: Box, opacity: float) -> Any:
    """A colour or a gradient laid out in `box`, on a shape that covers `bounds`."""
    if fill.kind == "solid":
        return solid(fill.color, opacity)
    if fill.kind == "linear":
        return _linear(fill, box, bounds, opacity)
    if fill.kind == "radial":
        return _radial(fill, box, bounds, opacity)
    raise ValueError(f"a {fill.kind} fill has no colours")


def line(stroke: Stroke, units: Units, opacity: float) -> Any:
    dashes = None
    if sum(stroke.dash) > 0:
        pairs = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        shares = [round(length / stroke.width * _WHOLE) for length in pairs]
        marks = zip(shares[::2], shares[1::2], strict=True)
        dashes = element("a:custDash", *(element("a:ds", d=d, sp=gap) for d, gap in marks))
    limit = 4 * _WHOLE if stroke.join == "miter" else None
    return element(
        "a:ln", solid(stroke.color, opacity), dashes, element(f"a:{stroke.join}", lim=limit),
        w=units.length(stroke.width), cap=_CAPS[stroke.cap],
    )  # fmt: skip


def shadowed(shadow: Shadow, units: Units, opacity: float) -> Any:
    """An outer shadow; its offset is the canvas's, however the shape is turned."""
    direction = math.degrees(math.atan2(shadow.dy, shadow.dx)) % 360
    cast = element(
        "a:outerShdw", color(shadow.color, opacity), blurRad=units.length(shadow.blur),
        dist=units.length(math.hypot(shadow.dx, shadow.dy)), dir=round(direction * _TURN),
        algn="ctr", rotWithShape=0,
    )  # fmt: skip
    return element("a:effectLst", cast)


def crop(part: Box, width: float, height: float) -> Any:
    """What of a picture of this size shows, as shares cut off its edges."""
    sides = {
        "l": part.x / width, "t": part.y / height,
        "r": 1 - part.right / width, "b": 1 - part.bottom / height,
    }  # fmt: skip
    return element("a:srcRect", **{side: round(v * _WHOLE) or None for side, v in sides.items()})


def blip(relation: str, opacity: float = 1.0) -> Any:
    faded = element("a:alphaModFix", amt=round(opacity * _WHOLE)) if opacity < 1 else None
    return element("a:blip", faded, r_embed=relation)


def stretched() -> Any:
    return element("a:stretch", element("a:fillRect"))


def _linear(fill: LinearFill, box: Box, bounds: Box, opacity: float) -> Any:
    """DrawingML's gradient runs from corner to corner of the shape along its angle: our stops are
    moved to where they fall on that way."""
    start, end = _inside(fill.start, box), _inside(fill.end, box)
    way = math.hypot(end.x - start.x, end.y - start.y)
    if way == 0:
        return solid(fill.stops[-1].color, opacity)
    across, down = (end.x - start.x) / way, (end.y - start.y) / way
    corners = [
        (x - start.x) * across + (y - start.y) * down
        for x in (bounds.x, bounds.right)
        for y in (bounds.y, bounds.bottom)
    ]
    stops = _between(fill.stops, min(corners) / way, max(corners) / way)
    degrees = math.degrees(math.atan2(down, across)) % 360
    course = element("a:lin", ang=round(degrees * _TURN) % (360 * _TURN), scaled=0)
    return _ramp(stops, course, opacity)


def _radial(fill: RadialFill, box: Box, bounds: Box, opacity: float) -> Any:
    """A circle about the middle of the shape, whose path ends at the shape's corners."""
    reach = math.hypot(bounds.width, bounds.height) / 2
    stops = _between(fill.stops, 0.0, reach / max(fill.radius * box.width, 1e-3))
    half = str(_WHOLE // 2)
    middle = element("a:fillToRect", l=half, t=half, r=half, b=half)
    return _ramp(stops, element("a:path", middle, path="circle"), opacity)


def _ramp(stops: list[Stop], course: Any, opacity: float) -> Any:
    marks = (
        element("a:gs", color(stop.color, opacity), pos=round(stop.offset * _WHOLE))
        for stop in stops
    )
    return element("a:gradFill", element("a:gsLst", *marks), course, rotWithShape=1)


def _between(stops: tuple[Stop, ...], first: float, last: float) -> list[Stop]:
    """The part first..last of a gradient, as a gradient of its own from 0 to 1."""
    ordered = sorted(stops, key=lambda stop: stop.offset)
    length = max(last - first, 1e-9)
    inside = [stop for stop in ordered if first < stop.offset < last]
    moved = [Stop(offset=(stop.offset - first) / length, color=stop.color) for stop in inside]
    return [
        Stop(offset=0, color=_color_at(ordered, first)), *moved,
        Stop(offset=1, color=_color_at(ordered, last)),
    ]  # fmt: skip


def _color_at(stops: list[Stop], offset: float) -> str:
    """The colour there, mixed unpremultiplied as the renderer does."""
    if offset <= stops[0].offset:
        return stops[0].color
    for left, right in zip(stops, stops[1:], strict=False):
        if offset <= right.offset:
            share = (offset - left.offset) / max(right.offset - left.offset, 1e-9)
            a, b = hex_to_rgba(left.color), hex_to_rgba(right.color)
            mixed = [x + (y - x) * share for x, y in zip(a, b, strict=True)]
            return rgb_to_hex(*mixed[:3]) + f"{round(mixed[3]):02x}"
    return stops[-1].color


def _inside(point: Point, box: Box) -> Point:
    return Point(box.x + point.x * box.width, box.y + point.y * box.height)


_DEGREES = {skia.Path.kLine_Verb: 1, skia.Path.kQuad_Verb: 2, skia.Path.kCubic_Verb: 3}
_CURVES = {1: "a:lnTo", 2: "a:quadBezTo", 3: "a:cubicBezTo"}
