"""A plan and its layout become a design: the ground, every text layer, pills and hairlines.

The result is a wireframe: the art is added later, by command, into the zone left for it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from design_io.document import (
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    Source,
    TextLayer,
    TextStyle,
)
from design_io.geometry import Box
from design_io.paint import Grain, SolidFill
from layout.blank_layers import blank_layers
from layout.code import code_layers
from layout.foot import FACTS, RULE, label_id, pill_box
from layout.offer import figure_setting, lead_setting
from layout.placement import Layout, Placement, line_id
from layout.plan import STRESSED, DesignPlan, Element
from layout.row_layers import row_layers
from layout.sizes import size_named
from layout.systems import Setting, TypeRole, VisualSystem, system_with
from layout.ticket_layers import ticket_layers

BACKGROUND = "background"
_SETTINGS: dict[str, TypeRole] = {
    "title": "title", "subtitle": "subtitle", "quote": "subtitle", "body": "body", "item": "body",
    "kicker": "kicker", "brand": "brand", "cta": "cta", "legal": "label",
}  # fmt: skip


class Sheet(NamedTuple):
    plan: DesignPlan
    system: VisualSystem
    places: dict[str, Placement]
    area: float  # px²


def compose(plan: DesignPlan, layout: Layout) -> Design:
    """All text as live layers in the places the layout gives them, on the palette's ground."""
    sheet = Sheet(
        plan,
        system_with(plan.system, plan.title_font, plan.text_font),
        {p.element: p for p in layout.placements},
        layout.width * layout.height,
    )
    layers: list[Layer] = [_background(sheet, layout)]
    layers += _logos(sheet)
    layers += _texts(sheet)
    layers += ticket_layers(plan, sheet.system, sheet.places)
    layers += blank_layers(plan, sheet.system, sheet.places)
    layers += row_layers(plan, sheet.system, sheet.places)
    layers += _figures(sheet)
    layers += _details(sheet)
    layers += _call(sheet)
    layers += code_layers(plan, sheet.places)
    return Design(
        title=plan.title,
        language=plan.language,
        canvas=size_named(plan.size).canvas,
        palette=plan.palette,
        system=plan.system,
        layers=tuple(layers),
    )


def _background(sheet: Sheet, layout: Layout) -> Layer:
    return ShapeLayer(
        id=BACKGROUND,
        name="Background",
        role="background",
        box=Box(0, 0, layout.width, layout.height),
        fill=SolidFill(color=sheet.plan.palette["bg"]),
    )


def _logos(sheet: Sheet) -> list[Layer]:
    """Logos in their slots; photographs are painted into the art."""
    made: list[Layer] = []
    for element in sheet.plan.of_role("logo"):
        place = sheet.places.get(element.id)
        if place is None or element.asset is None:
            continue
        made.append(
            ImageLayer(
                id=element.id, name="Logo", role="logo", box=place.box, asset=element.asset,
                fit="contain", alt=element.text,
            )
        )  # fmt: skip
    return made


def _texts(sheet: Sheet) -> list[Layer]:
    made: list[Layer] = []
    for element in sheet.plan.elements:
        place = sheet.places.get(element.id)
        alone = element.role in _SETTINGS and element.role != "cta" and not element.group
        if place is not None and alone:
            own = "title" if element.importance == STRESSED else _SETTINGS[element.role]
            setting = sheet.system.type[own]
            made.append(_text_layer(sheet, element.id, element.text, element, place, setting))
        elif alone and line_id(element.id, 1) in sheet.places:
            made.append(_lines(sheet, element))
    return made


def _lines(sheet: Sheet, element: Element) -> Layer:
    """A title split into lines, each a layer; joined by spaces they are the title."""
    setting = sheet.system.type["title"]
    colors = sheet.system.zones.line_colors or (setting.color,)
    members: list[Layer] = []
    for number, (place, text) in enumerate(_split(sheet, element)):
        own = setting.evolve(color=colors[number % len(colors)])
        members.append(_text_layer(sheet, place.element, text, element, place, own))
    return GroupLayer(id=element.id, name="Title", role="title", layers=tuple(members))


def _figures(sheet: Sheet) -> list[Layer]:
    """An offer whose number is set large between its small words; giant ones in speckled ink."""
    palette, cell = sheet.plan.palette, max(1.0, 2.2 * math.sqrt(sheet.area) / 1000)
    giant = sheet.system.zones.composition == "numeral"
    large = figure_setting(sheet.system) if giant else lead_setting(sheet.system)
    made: list[Layer] = []
    for element in sheet.plan.of_role("offer", "price"):
        members: list[Layer] = []
        for place, text in _split(sheet, element):
            setting = large if place.font else sheet.system.type["subtitle"]
            layer = _text_layer(sheet, place.element, text, element, place, setting)
            if place.font and giant:
                grain = Grain(
                    color=palette["figure_shade"], amount=0.9, cell=cell, power=1.6,
                    seed=sheet.plan.seed % 9973,
                )  # fmt: skip
                layer = layer.evolve(fill=SolidFill(color=palette["figure"], grain=grain))
            members.append(layer)
        if members:
            layers = tuple(members)
            made.append(GroupLayer(id=element.id, name="Offer", role=element.role, layers=layers))
    return made


def _split(sheet: Sheet, element: Element) -> Iterator[tuple[Placement, str]]:
    """The placements of an element that is split, each with its words."""
    words = element.text.split()
    for number in count(1):
        place = sheet.places.get(line_id(element.id, number))
        if place is None:
            return
        yield place, " ".join(words[: place.words])
        words = words[place.words :]


def _text_layer(
    sheet: Sheet, layer_id: str, text: str, element: Element, place: Placement, setting: Setting
) -> TextLayer:
    name = text if len(text) <= 40 else text[:39].rstrip() + "…"
    return TextLayer(
        id=layer_id,
        name=name.replace("\n", " "),
        role="kicker" if layer_id == label_id(element.id) else element.role,
        text=text,
        box=Box(*(round(v, 2) for v in place.box)),
        style=_style(setting, place, sheet),
        effects=setting.effects(place.size, sheet.plan.palette),
        align=place.align,
        language=sheet.plan.language,
        fit="shrink",
        source=Source(suggested=True) if element.suggested else None,
    )


def _style(setting: Setting, place: Placement, sheet: Sheet) -> TextStyle:
    """The setting at the placement's size, in the family that the layout chose if it did."""
    own = setting.evolve(font=place.font) if place.font else setting
    return own.style(round(place.size, 2), sheet.plan.palette)


def _details(sheet: Sheet) -> list[Layer]:
    """The facts, their labels and the hairline as one group."""
    members: list[Layer] = []
    if RULE in sheet.places:
        members.append(
            ShapeLayer(
                id=RULE, name="Hairline", role="ornament", box=sheet.places[RULE].box,
                fill=SolidFill(color=sheet.plan.palette[sheet.system.type["detail"].color]),
            )
        )  # fmt: skip
    for element in sheet.plan.of_role(*FACTS):
        label = sheet.places.get(label_id(element.id))
        if label is not None:
            setting = sheet.system.type["label"]
            members.append(
                _text_layer(sheet, label_id(element.id), element.label, element, label, setting)
            )
        place = sheet.places.get(element.id)
        if place is not None:
            setting = sheet.system.type["detail"]
            members.append(_text_layer(sheet, element.id, element.text, element, place, setting))
    return [GroupLayer(id="details", name="Details", role="item", layers=tuple(members))] * bool(
        members
    )


def _call(sheet: Sheet) -> list[Layer]:
    """The call to action: words on a pill."""
    element = next(iter(sheet.plan.of_role("cta")), None)
    place = sheet.places.get(element.id) if element else None
    if element is None or place is None:
        return []
    box = Box(*(round(v, 2) for v in pill_box(place.box, place.size)))
    pill = ShapeLayer(
        id=f"{element.id}-pill", name="Pill", role="underlay", box=box,
        corner_radius=round(box.height / 2, 2),
        fill=SolidFill(color=sheet.plan.palette[sheet.system.zones.pill]),
    )  # fmt: skip
    words = _text_layer(sheet, element.id, element.text, element, place, sheet.system.type["cta"])
    group_id = f"{element.id}-group"
    return [GroupLayer(id=group_id, name="Call to action", role="cta", layers=(pill, words))]
