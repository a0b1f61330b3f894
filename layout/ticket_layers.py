"""The stub of a ticket: its panel, perforation, notches and words, in one group."""

from __future__ import annotations

from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill, Stroke
from layout.blank_layers import BIG, STUB, is_inked, stub_fill
from layout.placement import Placement
from layout.plan import DesignPlan, Element
from layout.row_type import on_panel
from layout.rows import PANEL_MARK
from layout.systems import Setting, VisualSystem
from layout.ticket import NOTCH_MARK, PERFORATION_MARK

_PAGE = "#ffffff"  # what shows through the notches: the page it lies on


def ticket_layers(
    plan: DesignPlan, system: VisualSystem, places: dict[str, Placement]
) -> list[Layer]:
    """Nothing when the layout has no perforation."""
    if PERFORATION_MARK not in places:
        return []
    fill = stub_fill(plan, places)
    dashes = plan.palette["on_ink" if is_inked(plan, places) else "ink"]
    panel = ShapeLayer(
        id="stub-panel", name="Stub", role="underlay", box=places[PANEL_MARK].box,
        fill=SolidFill(color=fill),
    )  # fmt: skip
    notches = [
        ShapeLayer(
            id=name.replace("/", "-"), name="Notch", role="ornament", shape="ellipse",
            box=place.box, fill=SolidFill(color=_PAGE),
        )
        for name, place in places.items()
        if name.startswith(NOTCH_MARK)
    ]  # fmt: skip
    words = [layer for element in plan.elements for layer in _words(plan, system, places, element)]
    layers = (panel, _perforation(places[PERFORATION_MARK].box, dashes), *notches, *words)
    return [GroupLayer(id="stub", name="Stub", role="item", layers=layers)]


def _perforation(box: Box, color: str) -> Layer:
    """Dashes along the longer side of the box."""
    upright = box.height > box.width
    width = min(box.width, box.height)
    path = (
        f"M{width / 2:.2f} 0V{box.height:.2f}" if upright else f"M0 {width / 2:.2f}H{box.width:.2f}"
    )
    return ShapeLayer(
        id="stub-perforation", name="Perforation", role="ornament", shape="path", path=path,
        box=box,
        view_box=(box.width, box.height),
        stroke=Stroke(color=color, width=round(width, 2), dash=(2.2 * width, 2.2 * width)),
    )  # fmt: skip


def _words(
    plan: DesignPlan, system: VisualSystem, places: dict[str, Placement], element: Element
) -> list[Layer]:
    """The label and the fact, where the stub holds them."""
    settings, inked = system.type, is_inked(plan, places)
    parts = (
        (f"{STUB}{element.id}-label", element.label, settings["label"]),
        (f"{STUB}{element.id}", element.text, settings["detail"]),
        (f"{BIG}{element.id}", element.text, settings["title"]),
    )
    return [
        _text(plan, element, text, places[name], setting, name.endswith("-label"))
        for name, text, setting in (
            (name, text, on_panel(own) if inked else own) for name, text, own in parts
        )
        if name in places
    ]


def _text(
    plan: DesignPlan, element: Element, text: str, place: Placement, setting: Setting, label: bool
) -> Layer:
    return TextLayer(
        id=f"{element.id}-label" if label else element.id, name=text[:40],
        role="kicker" if label else element.role, text=text,
        box=Box(*(round(v, 2) for v in place.box)), align=place.align,
        style=setting.style(round(place.size, 2), plan.palette), language=plan.language,
        fit="shrink",
    )  # fmt: skip
