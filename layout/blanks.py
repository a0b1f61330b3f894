"""Lines to be filled in by pen: a heading and a rule beside it, in one or two columns."""

from __future__ import annotations

from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.measure import Block, measure
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.sheet import Sheet
from layout.systems import VisualSystem

BLANK = "blank/"
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
    thick = max(_LEAST_RULE, _RULE * sheet.short_side)
    places = []
    for number, heading in enumerate(plan.blanks):
        row, column = divmod(number, columns)
        left, base = room.x + column * (width + between), (row + 1) * _PITCH * size
        block = _heading(heading, sheet)
        start = left + block.width + _GAP * size
        top = base - block.height
        places.append(Placement(f"{BLANK}{number}-label", block.box(left, top, width), size))
        rule = Box(start, base - thick / 2, left + width - start, thick)
        places.append(Placement(f"{BLANK}{number}", rule))
    return places


def blank_layers(
    plan: DesignPlan, system: VisualSystem, places: dict[str, Placement]
) -> list[Layer]:
    """The lines as one group of live headings and rules; nothing when the layout has none."""
    layers: list[Layer] = []
    for number, heading in enumerate(plan.blanks):
        if (rule := places.get(f"{BLANK}{number}")) is None:
            continue
        place = places[f"{BLANK}{number}-label"]
        style = system.type["label"].style(round(place.size, 2), plan.palette)
        layers.append(
            TextLayer(
                id=f"blank-{number}-label", name=heading, role="kicker", text=heading,
                box=_rounded(place.box), style=style, language=plan.language, fit="shrink",
            )
        )  # fmt: skip
        layers.append(
            ShapeLayer(
                id=f"blank-{number}", name=f"{heading}: line", role="ornament",
                box=_rounded(rule.box), fill=SolidFill(color=plan.palette["ink"]),
            )
        )  # fmt: skip
    if not layers:
        return []
    return [GroupLayer(id="blanks", name="To fill in", role="item", layers=tuple(layers))]


def _columns(sheet: Sheet) -> int:
    return 2 if sheet.text.width >= 2 * _NARROW * sheet.size("label") else 1


def _heading(text: str, sheet: Sheet) -> Block:
    setting = sheet.setting("label")
    return measure(text, setting, sheet.size("label"), sheet.text.width, sheet.fonts, wrap="none")


def _rounded(box: Box) -> Box:
    return Box(*(round(value, 2) for value in box))
