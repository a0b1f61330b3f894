"""QR codes on the sheet: large enough to be scanned, whole pixels per module, a quiet zone."""

from __future__ import annotations

import math

from design_io.color import contrast
from design_io.document import Canvas, GroupLayer, ImageLayer, Layer, ShapeLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.placement import ART, Layout, Placement
from layout.plan import DesignPlan
from layout.sizes import size_named

QUIET = 4  # modules of quiet zone on every side
PRINTED = 20.0  # mm, the least side of a printed code without its quiet zone
_PRINT_DPI = 96.0  # canvases above it are printed
_MODULE_MM, _MODULE_PX = 0.4, 3.0  # least size of one module, in print and on screens
_WANTED = 150.0  # u
_SIZES = (_WANTED, 120.0, 90.0)  # u, tried in turn where room is short
_CLEARANCE = 0.08  # of the side, between the code and copy
_MARGIN = 0.1  # of the short side
_TRIES = 24  # heights at which a free place is looked for
_LIGHT, _DARK = "#ffffff", "#111114"
_CONTRAST = 9.0  # of a palette's ink on the plate, to be used for a code


def code_side(canvas: Canvas, modules: int, wanted: float = _WANTED) -> float:
    """The side in px of the light plate of a code with so many modules; `wanted` in u."""
    across = modules + 2 * QUIET
    unit = math.sqrt(canvas.width * canvas.height) / 1000
    module = max(wanted * unit / across, least_module(canvas, modules))
    return float(math.ceil(module - 1e-6) * across)


def least_module(canvas: Canvas, modules: int) -> float:
    """The smallest readable module in px."""
    if canvas.dpi <= _PRINT_DPI:
        return _MODULE_PX
    return max(PRINTED / modules, _MODULE_MM) * canvas.dpi / 25.4


def code_box(plate: Box, modules: int) -> Box:
    """The code itself on its plate."""
    return plate.pad(-QUIET * plate.width / (modules + 2 * QUIET))


def with_code(plan: DesignPlan, layout: Layout) -> Layout:
    """The layout with its code in a free place, for compositions that have none of their own."""
    missing = [e for e in plan.of_role("qr") if layout.box(e.id) is None]
    if not missing:
        return layout
    art = {ART, *(e.id for e in plan.pictures)}
    whole = 0.4 * layout.width * layout.height  # frames surround what stands on the sheet
    boxes = [p.box for p in layout.placements if p.element not in art]
    taken = [box for box in boxes if box.area < whole]
    canvas, modules = size_named(plan.size).canvas, missing[0].modules
    tried = [box for u in _SIZES for box in _places(canvas, code_side(canvas, modules, u))]
    free = [b for b in tried if all(_apart(b, other) for other in taken)]
    place = Placement(missing[0].id, (free or tried[-2:])[0])
    return layout._replace(placements=(*layout.placements, place))


def _places(canvas: Canvas, side: float) -> list[Box]:
    """Where a code of this size may stand, from the bottom up: amid the sheet, right, left."""
    sheet = canvas.box.pad(-_MARGIN * min(canvas.width, canvas.height))
    return [
        Box(sheet.x + x * (sheet.width - side), sheet.y + y * (sheet.height - side), side, side)
        for y in (n / _TRIES for n in range(_TRIES, -1, -1))
        for x in (0.5, 1.0, 0.0)
    ]


def _apart(code: Box, other: Box) -> bool:
    return code.intersection(other.pad(_CLEARANCE * code.width)).empty


def with_quiet_zone(layer: ImageLayer | ShapeLayer) -> Box:
    """The box of a code with its quiet zone; of other layers as it is."""
    if layer.role != "qr" or isinstance(layer, ImageLayer):
        return layer.box
    return layer.box.pad(QUIET * layer.box.width / layer.view_box[0])


def code_layers(plan: DesignPlan, places: dict[str, Placement]) -> list[Layer]:
    """A light plate and on it the code as one path, as a group."""
    made: list[Layer] = []
    for element in plan.of_role("qr"):
        place = places.get(element.id)
        if place is None or element.asset is None:
            continue
        x, y, side, _ = place.box
        plate = Box(round(x), round(y), side, side)
        dark = [c for c in plan.palette.values() if contrast(c, _LIGHT) >= _CONTRAST]
        code = ShapeLayer(
            id=element.id, name="QR code", role="qr", box=code_box(plate, element.modules),
            shape="path", path_asset=element.asset, view_box=(element.modules, element.modules),
            fill=SolidFill(color=next(iter(dark), _DARK)), alt=element.text,
        )  # fmt: skip
        ground = ShapeLayer(
            id=f"{element.id}-plate", name="Plate", role="underlay", box=plate,
            corner_radius=round(0.04 * side, 2), fill=SolidFill(color=_LIGHT),
        )  # fmt: skip
        name = f"{element.id}-group"
        made.append(GroupLayer(id=name, name="QR code", role="qr", layers=(ground, code)))
    return made
