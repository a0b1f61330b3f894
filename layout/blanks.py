"""Lines to be filled in by pen: a heading and a rule beside it, in one or two columns."""

from __future__ import annotations

from design_io.color import hex_to_oklch, mix
from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.measure import Block, measure
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.row_type import on_panel
from layout.rows import PANEL_MARK
from layout.sheet import Sheet
from layout.systems import VisualSystem

BLANK, STUB = "blank/", "stub/"
_LIGHT = 0.6  # OKLab lightness of a ground that pens are seen on
_SHADE = 0.09  # of ink in the ground
_PITCH = 2.3  # of the heading's size, from rule to rule: room for handwriting
_GAP = 0.6  # of the heading's size, between heading and rule
_BETWEEN = 1.6  # of the heading's size, between columns
_NARROW = 15.0  # of the heading's size: a column that still has room to write
_RULE = 0.0035  # of the short side
_LEAST_RULE = 1.5  # px


def blanks_height(plan: DesignPlan, sheet: Sheet) -> float:
    """What the lines take below each other, in px; 0 without any."""
    rows = -(-len(plan.blanks) // _columns(sheet))
    return rows * _PITCH * sheet.size("label")


def blank_places(plan: DesignPlan, sheet: Sheet) -> list[Placement]:
    """Headings and rules over the width of the sheet's text, from y = 0 down."""
    size, columns = sheet.size("label"), _columns(sheet)
    room, between = sheet.text, _BETWEEN * sheet.size("label")
    width = (room.width - between * (columns - 1)) / columns
    thick = _thick(sheet)
    places: list[Placement] = []
    for number, heading in enumerate(plan.blanks):
        row, column = divmod(number, columns)
        left, base = room.x + column * (width + between), (row + 1) * _PITCH * size
        block = _heading(heading, sheet)
        start = left + block.width + _GAP * size
        top = base - block.height
        places.append(Placement(f"{BLANK}{heading}-label", block.box(left, top, width), size))
        rule = Box(start, base - thick / 2, left + width - start, thick)
        places.append(Placement(f"{BLANK}{heading}", rule))
    return places


def blanks_stacked(heading: str, sheet: Sheet, cell: Box) -> tuple[list[Placement], float]:
    """A heading over its rule, in a narrow column, and where the next may begin."""
    size = sheet.size("label")
    block = _heading(heading, sheet)
    label = Placement(f"{BLANK}{heading}-label", block.box(cell.x, cell.y, cell.width), size)
    base = cell.y + block.height + (_PITCH - 0.6) * size
    rule = Box(cell.x, base - _thick(sheet), cell.width, _thick(sheet))
    return [label, Placement(f"{BLANK}{heading}", rule)], base


def blank_layers(
    plan: DesignPlan, system: VisualSystem, places: dict[str, Placement]
) -> list[Layer]:
    """The lines as one group of live headings and rules; nothing when the layout has none."""
    layers: list[Layer] = []
    for number, heading in enumerate(plan.blanks):
        if (rule := places.get(f"{BLANK}{heading}")) is None:
            continue
        place = places[f"{BLANK}{heading}-label"]
        panel = places.get(PANEL_MARK)
        inside = panel is not None and panel.box.contains(rule.box, 1.0)
        dark = inside and stub_fill(plan, places) == plan.palette["ink"]
        setting = on_panel(system.type["label"]) if dark else system.type["label"]
        layers.append(
            TextLayer(
                id=f"blank-{number}-label", name=heading, role="kicker", text=heading,
                box=_rounded(place.box), style=setting.style(round(place.size, 2), plan.palette),
                language=plan.language, fit="shrink",
            )
        )  # fmt: skip
        layers.append(
            ShapeLayer(
                id=f"blank-{number}", name=f"{heading}: line", role="ornament",
                box=_rounded(rule.box),
                fill=SolidFill(color=plan.palette["on_ink" if dark else "ink"]),
            )
        )  # fmt: skip
    if not layers:
        return []
    return [GroupLayer(id="blanks", name="To fill in", role="item", layers=tuple(layers))]


def stub_fill(plan: DesignPlan, places: dict[str, Placement]) -> str:
    """The stub's colour: ink, or a pale shade where nothing is printed but lines for a pen."""
    ground, ink = plan.palette["bg"], plan.palette["ink"]
    told = any(name.startswith(STUB) for name in places)
    return ink if told or hex_to_oklch(ground).lightness < _LIGHT else mix(ground, ink, _SHADE)


def _thick(sheet: Sheet) -> float:
    return max(_LEAST_RULE, _RULE * sheet.short_side)


def _columns(sheet: Sheet) -> int:
    return 2 if sheet.text.width >= 2 * _NARROW * sheet.size("label") else 1


def _heading(text: str, sheet: Sheet) -> Block:
    setting = sheet.setting("label")
    return measure(text, setting, sheet.size("label"), sheet.text.width, sheet.fonts, wrap="none")


def _rounded(box: Box) -> Box:
    return Box(*(round(value, 2) for value in box))
