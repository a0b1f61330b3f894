"""The layers of lines to be filled in by pen: live headings and rules, on a stub in its colours."""

from __future__ import annotations

from design_io.color import contrast, hex_to_oklch, mix
from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.blanks import BLANK
from layout.placement import Placement
from layout.plan import DesignPlan
from layout.row_type import on_panel
from layout.rows import PANEL_MARK
from layout.systems import VisualSystem

STUB, BIG = "stub/", "stub/big/"  # what stands on the stub of a ticket, and what is large there
_LIGHT = 0.6  # OKLab lightness of a ground that pens are seen on
_SHADE, _TINT = 0.09, 0.3  # of ink, or of the accent, in the ground
PEN_LINE = "blank-"  # before the number of a heading or of a rule
BLANKS = "blanks"  # id of the group of lines to be filled in
_READ, _READ_SMALL = 4.8, 7.0  # contrast with words


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
        setting, line = system.type["label"], system.type["detail"].color
        if inside:
            line = "on_ink" if is_inked(plan, places) else "ink"
            setting = on_panel(setting) if line == "on_ink" else setting.evolve(color=line)
        layers.append(
            TextLayer(
                id=f"{PEN_LINE}{number}-label", name=heading, role="kicker", text=heading,
                box=_rounded(place.box), style=setting.style(round(place.size, 2), plan.palette),
                language=plan.language, fit="shrink",
            )
        )  # fmt: skip
        layers.append(
            ShapeLayer(
                id=f"{PEN_LINE}{number}", name=f"{heading}: line", role="ornament",
                box=_rounded(rule.box),
                fill=SolidFill(color=plan.palette[line]),
            )
        )  # fmt: skip
    if not layers:
        return []
    return [GroupLayer(id=BLANKS, name="To fill in", role="item", layers=tuple(layers))]


def is_inked(plan: DesignPlan, places: dict[str, Placement]) -> bool:
    """Whether the stub is as strong as ink; where only lines for a pen stand it is pale."""
    panel = places[PANEL_MARK].box
    told = any(n.startswith(STUB) and not n.startswith(BIG) for n in places)
    blank = any(n.startswith(BLANK) and panel.contains(p.box, 1.0) for n, p in places.items())
    return told or not blank or hex_to_oklch(plan.palette["bg"]).lightness < _LIGHT


def stub_fill(plan: DesignPlan, places: dict[str, Placement]) -> str:
    """The stub's colour: the accent of the art, as near to ink or ground as words on it need."""
    palette = plan.palette
    ground, ink, accent = palette["bg"], palette["ink"], palette["accent"]
    if is_inked(plan, places):
        shades = (mix(accent, ink, share / 10) for share in range(10))
        return next((s for s in shades if contrast(s, palette["on_ink"]) >= _READ), ink)
    tint = mix(ground, accent, _TINT)
    return tint if contrast(tint, ink) >= _READ_SMALL else mix(ground, ink, _SHADE)


def _rounded(box: Box) -> Box:
    return Box(*(round(value, 2) for value in box))
