"""The layers of a form's rows: one group, a group per section, and the lines between them."""

from __future__ import annotations

from design_io.document import GroupLayer, Layer, ShapeLayer, Source, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill, Stroke
from layout.award_layers import award_layers
from layout.carded import STAMP_MARK
from layout.chart_layers import chart_layers
from layout.emblem import INITIALS_MARK, initials_of
from layout.foot import label_id
from layout.lineup import DOT_MARK
from layout.placement import Placement
from layout.plan import DesignPlan, Element
from layout.quoted import MARK, QUOTE_MARK
from layout.row_type import numeral_setting, on_panel, row_setting
from layout.rows import EDGE_MARK, LEADER_MARK, PANEL_MARK, RULE_MARK
from layout.systems import Setting, VisualSystem

_NAMES = {
    "list": "List", "schedule": "Schedule", "steps": "Steps", "lineup": "Line-up",
    "chart": "Chart", "certificate": "Award",
}  # fmt: skip
_FAINT = 0.3  # opacity of hairlines


def row_layers(plan: DesignPlan, system: VisualSystem, places: dict[str, Placement]) -> list[Layer]:
    """All rows in one group; sections with their heading in groups of their own."""
    members = _marks(plan, system, places)
    sections: dict[str, list[Layer]] = {}
    for element in plan.rows:
        if element.id not in places:
            continue
        head, _, tail = element.group.rpartition("/")
        section = element.group if not head and element.role == "kicker" else head
        sections.setdefault(section, []).extend(_texts(plan, system, places, element))
    for name, layers in sections.items():
        if len(sections) == 1 or not name:
            members += layers
            continue
        label = layers[0].name if layers[0].role == "kicker" else name.capitalize()
        members.append(GroupLayer(id=name, name=label, role="item", layers=tuple(layers)))
    if not plan.rows:
        return members
    name = _NAMES.get(plan.form, "List")
    return [GroupLayer(id="rows", name=name, role="item", layers=tuple(members))] * bool(members)


def _texts(
    plan: DesignPlan, system: VisualSystem, places: dict[str, Placement], element: Element
) -> list[Layer]:
    made: list[Layer] = []
    numeral = places.get(label_id(element.id))
    if numeral is not None:
        setting = numeral_setting(system)
        setting = on_panel(setting) if PANEL_MARK in places else setting
        made.append(_text(plan, label_id(element.id), element.label, element, numeral, setting))
    setting = row_setting(system, plan.form, element)
    setting = on_panel(setting) if PANEL_MARK in places else setting
    made.append(_text(plan, element.id, element.text, element, places[element.id], setting))
    return made


def _text(
    plan: DesignPlan, layer_id: str, text: str, element: Element, place: Placement,
    setting: Setting,
) -> TextLayer:  # fmt: skip
    name = text if len(text) <= 40 else text[:39].rstrip() + "…"
    return TextLayer(
        id=layer_id,
        name=name.replace("\n", " "),
        role=element.role,
        text=text,
        box=Box(*(round(v, 2) for v in place.box)),
        style=setting.style(round(place.size, 2), plan.palette),
        align=place.align,
        language=plan.language,
        fit="shrink",
        source=Source(suggested=True) if element.suggested else None,
    )


def _marks(plan: DesignPlan, system: VisualSystem, places: dict[str, Placement]) -> list[Layer]:
    """Hairlines and leader dots, in a group behind the words."""
    panel = places.get(PANEL_MARK) if plan.rows else None
    color = plan.palette["on_ink" if panel else system.type["detail"].color]
    layers = tuple(
        draw(place, color)
        for name, place in places.items()
        for mark, draw in _DRAWN.items()
        if name.startswith(mark)
    )
    made: list[Layer] = [_panel(panel, plan.palette["ink"])] if panel else []
    if EDGE_MARK in places:
        made.append(_edge(places[EDGE_MARK], plan.palette["accent"]))
    made += award_layers(plan, places)
    made += _stamps(plan, places)
    if QUOTE_MARK in places:
        made.append(_quote_mark(plan, system, places[QUOTE_MARK]))
    if INITIALS_MARK in places:
        made.append(_initials(plan, system, places[INITIALS_MARK]))
    if plan.form == "chart":
        under = "ink" if panel else system.palettes.on.get(system.type["detail"].color, "bg")
        made += chart_layers(plan, places, plan.palette[under], color)
    if layers:
        made.append(GroupLayer(id="row-rules", name="Rules", role="ornament", layers=layers))
    return made


def _panel(place: Placement, color: str) -> Layer:
    """The ground of ink that rows stand on beside the copy in landscape."""
    return ShapeLayer(
        id="row-panel", name="Panel", role="underlay", box=Box(*(round(v, 2) for v in place.box)),
        fill=SolidFill(color=color),
    )  # fmt: skip


def _stamps(plan: DesignPlan, places: dict[str, Placement]) -> list[Layer]:
    """The circles of a loyalty card, the last one filled."""
    marks = [place for name, place in places.items() if name.startswith(STAMP_MARK)]
    circles = tuple(
        ShapeLayer(
            id=place.element.replace("/", "-"), name="Stamp", role="ornament", shape="ellipse",
            box=Box(*(round(v, 2) for v in place.box)),
            stroke=Stroke(color=plan.palette["ink"], width=round(0.03 * place.box.width, 2)),
        )
        for place in marks
    )  # fmt: skip
    if not circles:
        return []
    return [GroupLayer(id="stamp-circles", name="Stamps", role="ornament", layers=circles)]


def _quote_mark(plan: DesignPlan, system: VisualSystem, place: Placement) -> Layer:
    return TextLayer(
        id="quote-mark", name="Quotation mark", role="ornament", text=MARK, align=place.align,
        box=Box(*(round(v, 2) for v in place.box)),
        style=numeral_setting(system).style(round(place.size, 2), plan.palette),
    )  # fmt: skip


def _initials(plan: DesignPlan, system: VisualSystem, place: Placement) -> Layer:
    """The letters of a monogram in the ground's colour, on the shape that the art puts there."""
    setting = system.type["title"].evolve(color="bg")
    setting = setting.evolve(font=place.font) if place.font else setting
    style = setting.style(round(place.size, 2), plan.palette)
    return TextLayer(
        id="initials", name="Initials", role="ornament", text=initials_of(plan.title),
        align=place.align, box=Box(*(round(v, 2) for v in place.box)), style=style,
    )  # fmt: skip


def _edge(place: Placement, color: str) -> Layer:
    """A band of colour along the upper edge of a sheet without art."""
    return ShapeLayer(
        id="colour-band",
        name="Colour band",
        role="ornament",
        box=place.box,
        fill=SolidFill(color=color),
    )


def _rule(place: Placement, color: str) -> Layer:
    return ShapeLayer(
        id=place.element.replace("/", "-"), name="Hairline", role="ornament", opacity=_FAINT,
        box=Box(*(round(v, 2) for v in place.box)), fill=SolidFill(color=color),
    )  # fmt: skip


def _leader(place: Placement, color: str) -> Layer:
    width, dot = round(place.box.width, 2), round(place.box.height, 2)
    stroke = Stroke(color=color, width=dot, cap="round", dash=(0.01, round(4.2 * dot, 2)))
    return ShapeLayer(
        id=place.element.replace("/", "-"), name="Leader", role="ornament", opacity=0.7,
        box=Box(*(round(v, 2) for v in place.box)), shape="path", stroke=stroke,
        path=f"M0 {dot / 2:.2f}H{width}", view_box=(width, dot),
    )  # fmt: skip


def _dot(place: Placement, color: str) -> Layer:
    return ShapeLayer(
        id=place.element.replace("/", "-"), name="Dot", role="ornament", shape="ellipse",
        box=Box(*(round(v, 2) for v in place.box)), fill=SolidFill(color=color),
    )  # fmt: skip


_DRAWN = {RULE_MARK: _rule, LEADER_MARK: _leader, DOT_MARK: _dot}
