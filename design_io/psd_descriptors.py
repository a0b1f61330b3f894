"""Photoshop's records of colours, gradients, strokes and layer effects, as its own files have them.

Keys and units follow files made by Photoshop (those psd-tools and ag-psd test with).
"""

from __future__ import annotations

import math

from psd_tools.psd import descriptor
from psd_tools.psd.descriptor import Descriptor, DescriptorBlock, DescriptorBlock2
from psd_tools.terminology import Unit

from design_io.color import hex_to_rgba
from design_io.geometry import Box
from design_io.paint import LinearFill, Outline, RadialFill, Shadow, Stop, Stroke

_WHOLE = 4096  # a gradient's length
_CAPS = {"butt": "Butt", "round": "Round", "square": "Square"}
_JOINS = {"miter": "Miter", "round": "Round", "bevel": "Bevel"}


def solid(color: str) -> DescriptorBlock:
    """ "SoCo": one opaque colour."""
    record = DescriptorBlock(version=16)
    record[b"Clr "] = rgb(color)
    return record


def gradient(fill: LinearFill | RadialFill, box: Box, ink: Box) -> DescriptorBlock:
    """ "GdFl": stops, angle, and scale and offset in shares of the ink that Photoshop aligns to."""
    record = DescriptorBlock(version=16)
    middle_x, middle_y, angle, scale = _course(fill, box, ink)
    record[b"Grad"] = _ramp(fill)
    record[b"Dthr"] = descriptor.Bool(True)
    record[b"Angl"] = _unit(angle, Unit.Angle)
    record[b"Type"] = descriptor.Enumerated(b"GrdT", b"Lnr " if fill.kind == "linear" else b"Rdl ")
    record[b"Algn"] = descriptor.Bool(True)
    record[b"Scl "] = _unit(scale, Unit.Percent)
    offset = Descriptor(classID=b"Pnt ", name="\0")
    offset[b"Hrzn"] = _unit((middle_x - ink.center.x) / ink.width * 100, Unit.Percent)
    offset[b"Vrtc"] = _unit((middle_y - ink.center.y) / ink.height * 100, Unit.Percent)
    record[b"Ofst"] = offset
    return record


def stroke_style(stroke: Stroke, filled: bool, dpi: float) -> DescriptorBlock:
    """ "vstk": a line centred on the path."""
    record = DescriptorBlock(version=16, classID=b"strokeStyle", name="\0")
    record[b"strokeStyleVersion"] = descriptor.Integer(2)
    record[b"strokeEnabled"] = descriptor.Bool(True)
    record[b"fillEnabled"] = descriptor.Bool(filled)
    record[b"strokeStyleLineWidth"] = _unit(stroke.width, Unit.Pixels)
    record[b"strokeStyleLineDashOffset"] = _unit(0.0, Unit.Points)
    record[b"strokeStyleMiterLimit"] = descriptor.Double(4.0)
    for key, name in (("Cap", _CAPS[stroke.cap]), ("Join", _JOINS[stroke.join])):
        kind = f"strokeStyleLine{key}Type".encode()
        record[kind] = descriptor.Enumerated(kind, f"strokeStyle{name}{key}".encode())
    alignment = b"strokeStyleLineAlignment"
    record[alignment] = descriptor.Enumerated(alignment, b"strokeStyleAlignCenter")
    record[b"strokeStyleScaleLock"] = descriptor.Bool(False)
    record[b"strokeStyleStrokeAdjust"] = descriptor.Bool(False)
    dashes = descriptor.List()
    dashes.extend(_unit(dash / stroke.width, Unit._None) for dash in stroke.dash)
    record[b"strokeStyleLineDashSet"] = dashes
    record[b"strokeStyleBlendMode"] = _blend()
    record[b"strokeStyleOpacity"] = _unit(_opacity(stroke.color), Unit.Percent)
    content = Descriptor(classID=b"solidColorLayer", name="\0")
    content[b"Clr "] = rgb(stroke.color)
    record[b"strokeStyleContent"] = content
    record[b"strokeStyleResolution"] = descriptor.Double(dpi)
    return record


def layer_effects(shadow: Shadow | None, outline: Outline | None) -> DescriptorBlock2:
    """ "lfx2": a drop shadow and a line around the layer, as the Layer Style window shows them."""
    record = DescriptorBlock2(version=0, data_version=16)
    record[b"Scl "] = _unit(100.0, Unit.Percent)
    record[b"masterFXSwitch"] = descriptor.Bool(True)
    if shadow is not None:
        record[b"DrSh"] = _drop_shadow(shadow)
    if outline is not None:
        record[b"FrFX"] = _frame(outline)
    return record


def rgb(color: str) -> Descriptor:
    record = Descriptor(classID=b"RGBC", name="\0")
    for key, value in zip((b"Rd  ", b"Grn ", b"Bl  "), hex_to_rgba(color), strict=False):
        record[key] = descriptor.Double(float(value))
    return record


def _drop_shadow(shadow: Shadow) -> Descriptor:
    """Photoshop says where the light comes from, and how far away the shadow falls."""
    record = _effect(b"DrSh", _opacity(shadow.color), shadow.color)
    record[b"uglg"] = descriptor.Bool(False)
    angle = math.degrees(math.atan2(shadow.dy, -shadow.dx)) if shadow.dx or shadow.dy else 90.0
    record[b"lagl"] = _unit(angle, Unit.Angle)
    record[b"Dstn"] = _unit(math.hypot(shadow.dx, shadow.dy), Unit.Pixels)
    record[b"Ckmt"] = _unit(0.0, Unit.Pixels)
    record[b"blur"] = _unit(shadow.blur, Unit.Pixels)
    record[b"Nose"] = _unit(0.0, Unit.Percent)
    record[b"AntA"] = descriptor.Bool(False)
    record[b"TrnS"] = _straight_contour()
    record[b"layerConceals"] = descriptor.Bool(False)
    return record


def _frame(outline: Outline) -> Descriptor:
    record = _effect(b"FrFX", _opacity(outline.color), outline.color)
    record[b"Styl"] = descriptor.Enumerated(b"FStl", b"OutF")
    record[b"PntT"] = descriptor.Enumerated(b"FrFl", b"SClr")
    record[b"Sz  "] = _unit(outline.width, Unit.Pixels)
    return record


def _effect(class_id: bytes, opacity: float, color: str) -> Descriptor:
    record = Descriptor(classID=class_id, name="\0")
    for key in (b"enab", b"present", b"showInDialog"):
        record[key] = descriptor.Bool(True)
    record[b"Md  "] = _blend()
    record[b"Clr "] = rgb(color)
    record[b"Opct"] = _unit(opacity, Unit.Percent)
    return record


def _blend() -> descriptor.Enumerated:
    return descriptor.Enumerated(b"BlnM", b"Nrml")


def _straight_contour() -> Descriptor:
    contour = Descriptor(classID=b"ShpC", name="\0")
    contour[b"Nm  "] = descriptor.String("Linear\0")
    points = descriptor.List()
    for value in (0.0, 255.0):
        point = Descriptor(classID=b"CrPt", name="\0")
        point[b"Hrzn"], point[b"Vrtc"] = descriptor.Double(value), descriptor.Double(value)
        points.append(point)
    contour[b"Crv "] = points
    return contour


def _ramp(fill: LinearFill | RadialFill) -> Descriptor:
    record = Descriptor(classID=b"Grdn", name="\0")
    record[b"Nm  "] = descriptor.String("Plakat\0")
    record[b"GrdF"] = descriptor.Enumerated(b"GrdF", b"CstS")
    record[b"Intr"] = descriptor.Double(float(_WHOLE))
    colors, alphas = descriptor.List(), descriptor.List()
    for stop in sorted(fill.stops, key=lambda stop: stop.offset):
        colors.append(_color_stop(stop))
        alphas.append(_alpha_stop(stop))
    record[b"Clrs"], record[b"Trns"] = colors, alphas
    return record


def _color_stop(stop: Stop) -> Descriptor:
    record = Descriptor(classID=b"Clrt", name="\0")
    record[b"Clr "] = rgb(stop.color)
    record[b"Type"] = descriptor.Enumerated(b"Clry", b"UsrS")
    record[b"Lctn"] = descriptor.Integer(round(stop.offset * _WHOLE))
    record[b"Mdpn"] = descriptor.Integer(50)
    return record


def _alpha_stop(stop: Stop) -> Descriptor:
    record = Descriptor(classID=b"TrnS", name="\0")
    record[b"Opct"] = _unit(_opacity(stop.color), Unit.Percent)
    record[b"Lctn"] = descriptor.Integer(round(stop.offset * _WHOLE))
    record[b"Mdpn"] = descriptor.Integer(50)
    return record


def _course(fill: LinearFill | RadialFill, box: Box, ink: Box) -> tuple[float, float, float, float]:
    """Middle x and y, angle (counter-clockwise), and length in percent of Photoshop's own."""
    if fill.kind == "radial":
        x, y = box.x + fill.center.x * box.width, box.y + fill.center.y * box.height
        return x, y, 90.0, 200 * fill.radius * box.width / ink.height
    (x1, y1), (x2, y2) = fill.start, fill.end
    across, down = (x2 - x1) * box.width, (y2 - y1) * box.height
    length = math.hypot(across, down)
    own = (abs(across) * ink.width + abs(down) * ink.height) / length
    x, y = box.x + (x1 + x2) / 2 * box.width, box.y + (y1 + y2) / 2 * box.height
    return x, y, math.degrees(math.atan2(-down, across)), 100 * length / own


def _opacity(color: str) -> float:
    return hex_to_rgba(color)[3] / 2.55


def _unit(value: float, unit: Unit) -> descriptor.UnitFloat:
    return descriptor.UnitFloat(value=float(value), unit=unit)
