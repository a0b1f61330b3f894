"""The layers of lines to be filled in by pen: live headings and rules, on a stub in its colours."""

from __future__ import annotations

from design_io.color import hex_to_oklch, mix
from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.blanks import BLANK
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.row_type import on_panel
from layout.rows import PANEL_MARK
from layout.systems import VisualSystem

STUB = "stub/"  # what stands on the stub of a ticket
_LIGHT = 0.6  # OKLab lightness of a ground that pens are seen on
_SHADE = 0.09  # of ink in the ground


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
        line = "on_ink" if dark else system.type["detail"].color
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
                fill=SolidFill(color=plan.palette[line]),
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


def _rounded(box: Box) -> Box:
    return Box(*(round(value, 2) for value in box))
