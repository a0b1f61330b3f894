"""Copy in boxes that a hand has drawn: every text as large as its box and its rank allow.

Boxes are the layout; the plan's visual system gives type and colours. Words stand inside their
box, on a plate where the box lies on a picture, and apart where boxes of words overlap.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from design_io.color import contrast, mix, reach_contrast
from design_io.document import Layer, ShapeLayer, TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from layout.emptiness import largest_empty
from layout.legible import smallest_text
from layout.measure import Block, largest, measure
from layout.placement import Align
from layout.plan import DesignPlan, Element
from layout.sizes import size_named
from layout.systems import Setting, TypeRole, VisualSystem, system_with

READ = 4.5  # contrast of words
_SETTINGS: dict[str, TypeRole] = {
    "title": "title", "subtitle": "subtitle", "quote": "subtitle", "body": "body", "item": "body",
    "kicker": "kicker", "brand": "brand", "cta": "cta", "legal": "label",
}  # fmt: skip
_MOST: dict[TypeRole, float] = {  # times the system's own size
    "subtitle": 3.0, "body": 2.2, "kicker": 2.4, "brand": 3.0, "cta": 3.0, "label": 1.6,
    "detail": 4.2,
}  # fmt: skip
_BELOW_TITLE = 0.66  # of the title's size, for all other copy
_ALIKE = 1.5  # sizes of one role that differ by less become the same
_LONG = 90  # characters, from which words are a paragraph
_MOST_LINES = 6
_TINY = 4.0  # px
_ON_PICTURE = 0.06  # of a box, that lies on a picture before it needs a plate
_FREE = 0.3  # of a box, that another must leave free
_CENTRED = 0.035  # of the width: how far from the axis a centred box may lie
_TALL = re.compile(r"[bdfhklßþ]")  # letters higher than capitals in some fonts
_DEEP = re.compile(r"[gjpqyQ,;]|[^\x00-\x7f]")


class Spot(NamedTuple):
    """Where the words of an element may stand, and what they stand on."""

    element: Element
    box: Box  # as drawn
    room: Box  # for the ink
    setting: Setting
    role: TypeRole
    plate: bool


class Boxed(NamedTuple):
    layers: tuple[Layer, ...]  # bottom first
    small: tuple[str, ...]  # words that are set smaller than can be read well
    crowded: tuple[str, ...]  # words whose box another covers almost whole


def boxed(
    plan: DesignPlan, boxes: Mapping[str, Box], pictures: Sequence[Box], fonts: FontLibrary
) -> Boxed:
    """Text layers, and their plates, of every element that has a box."""
    system = system_with(plan.system, plan.title_font, plan.text_font)
    spots, crowded = _spots(plan, boxes, pictures, system)
    align = _alignment(tuple(s.box for s in spots), size_named(plan.size).width)
    sizes = _sizes(plan, spots, fonts)
    layers: list[Layer] = []
    for spot in spots:
        if spot.plate or spot.role == "cta":
            layers.append(_plate(spot, plan))
        layers.append(_set(spot, plan, sizes[spot.element.id], align(spot), fonts))
    least = smallest_text(size_named(plan.size))
    small = tuple(
        spot.element.text for spot in spots
        if sizes[spot.element.id] < 0.8 * (least.label if spot.role == "label" else least.text)
    )  # fmt: skip
    return Boxed(tuple(layers), small, crowded)


def setting_for(system: VisualSystem, role: str) -> tuple[TypeRole, Setting]:
    name = _SETTINGS.get(role, "detail")
    return name, system.type[name]


def _spots(
    plan: DesignPlan, boxes: Mapping[str, Box], pictures: Sequence[Box], system: VisualSystem
) -> tuple[list[Spot], tuple[str, ...]]:
    """Every element's room; smaller boxes keep theirs, larger ones what those leave free."""
    canvas = size_named(plan.size).canvas
    edge = 0.035 * min(canvas.width, canvas.height)
    spots, crowded = list[Spot](), list[str]()
    for element in (e for e in plan.elements if e.id in boxes):
        box = boxes[element.id]
        others = [b for name, b in boxes.items() if name != element.id and _goes_first(b, box)]
        free = largest_empty(box, [b for b in others if not b.intersection(box).empty])
        if free.area < _FREE * box.area:
            crowded.append(element.text)
            free = box
        on = sum(p.intersection(free).area for p in pictures)
        role, setting = setting_for(system, element.role)
        plate = on > _ON_PICTURE * free.area
        room = free.intersection(canvas.box.pad(-edge))
        if role == "cta":
            pill = _pill(free)
            room = pill.pad(-0.2 * pill.height).intersection(pill.shift(0.4 * pill.height, 0))
            room = room._replace(width=max(1.0, pill.width - 0.8 * pill.height))
        elif plate:
            room = free.pad(-0.14 * min(free.width, free.height)).intersection(room)
        spots.append(Spot(element, free, room if not room.empty else free, setting, role, plate))
    return spots, tuple(crowded)


def _goes_first(one: Box, other: Box) -> bool:
    return one.area < other.area


def _sizes(plan: DesignPlan, spots: Sequence[Spot], fonts: FontLibrary) -> dict[str, float]:
    """Font sizes: what fits, below the title's, the same for what is alike."""
    size = size_named(plan.size)
    unit = (size.width * size.height) ** 0.5 / 1000
    fits = {s.element.id: _fitted(s, fonts, 1e5) for s in spots if s.role == "title"}
    title = max(fits.values(), default=0.0)
    for spot in (s for s in spots if s.role != "title"):
        most = _MOST[spot.role] * spot.setting.size * unit
        if title:
            most = min(most, max(_BELOW_TITLE * title, spot.setting.size * unit))
        fits[spot.element.id] = _fitted(spot, fonts, most)
    for spot in spots:
        like = [fits[s.element.id] for s in spots if s.role == spot.role and s.role != "title"]
        own = fits[spot.element.id]
        near = [each for each in like if own / _ALIKE < each <= own]
        fits[spot.element.id] = min(near, default=own)
    return fits


def _fitted(spot: Spot, fonts: FontLibrary, most: float) -> float:
    """The largest size at which the words stand inside the room."""
    text, setting, room = spot.element.text, spot.setting, spot.room
    if spot.role == "title":
        room = room.pad(-0.04 * min(room.width, room.height) * bool(setting.extrusion))
    if len(text) <= _LONG and "\n" not in text:
        lines = 1 if spot.role == "cta" else min(_MOST_LINES, len(text.split()))
        most = min(most, room.height / 0.6)
        most = largest(text, setting, room, fonts, lines=lines, most=most, least=_TINY).size
    low, high = _TINY, max(_TINY, min(most, room.height * 1.6))
    if _fits(spot, measure(text, setting, high, room.width, fonts), room):
        return high
    while high - low > 0.01 * high:
        middle = (low + high) / 2
        if _fits(spot, measure(text, setting, middle, room.width, fonts), room):
            low = middle
        else:
            high = middle
    return low


def _fits(spot: Spot, block: Block, room: Box) -> bool:
    if spot.role == "cta" and block.lines > 1:
        return False
    return not block.overflow and block.height + _beyond(spot) * block.size <= room.height


def _beyond(spot: Spot) -> float:
    """What of the ink stands over the capitals or hangs below the last baseline, em."""
    return _rise(spot) + _depth(spot)


def _rise(spot: Spot) -> float:
    """What of the ink stands over the capitals, em."""
    plain = spot.setting.case == "upper" or not _TALL.search(spot.element.text)
    return 0.0 if plain else 0.08


def _depth(spot: Spot) -> float:
    """What of the ink hangs below the last baseline, em."""
    plain = spot.setting.case == "upper" and spot.element.text.isascii()
    return 0.05 if plain or not _DEEP.search(spot.element.text) else 0.26


def _alignment(boxes: Sequence[Box], width: float):  # type: ignore[no-untyped-def]
    """How words are aligned: centred where all boxes stand on the sheet's axis, else along the
    edges they share."""
    centred = all(abs(box.center.x - width / 2) <= _CENTRED * width for box in boxes)

    def align(spot: Spot) -> Align:
        box = spot.box
        if centred or spot.role == "cta":
            return "center"
        lefts = sum(abs(b.x - box.x) < 0.01 * width for b in boxes)
        rights = sum(abs(b.right - box.right) < 0.01 * width for b in boxes)
        at_right = width - box.right < 0.12 * width and box.x > 0.45 * width
        return "end" if at_right and rights > lefts else "start"

    return align


def _set(spot: Spot, plan: DesignPlan, size: float, align: Align, fonts: FontLibrary) -> TextLayer:
    """The words in their room: paragraphs at its top, lines in its middle."""
    element, room, palette = spot.element, spot.room, plan.palette
    block = measure(element.text, spot.setting, size, room.width, fonts)
    if block.lines > 2 and spot.role in ("body", "label") and not spot.plate:
        top = room.y
    else:
        top = room.y + (room.height - block.height - (_depth(spot) * 0.4 - _rise(spot)) * size) / 2
    box = block.box(room.x, top, room.width)
    color = _ink(spot, plan)
    style = spot.setting.evolve(color="set").style(round(size, 2), {**palette, "set": color})
    effects = () if spot.plate else spot.setting.effects(size, palette)
    return TextLayer(
        id=element.id, name=_short(element.text), role=element.role, text=element.text,
        box=Box(*(round(v, 2) for v in box)), style=style, effects=effects, align=align,
        language=plan.language, fit="shrink",
    )  # fmt: skip


def _ground(spot: Spot, plan: DesignPlan) -> str:
    return plan.palette["ink"] if spot.role == "cta" else plan.palette["bg"]


def _ink(spot: Spot, plan: DesignPlan) -> str:
    """The role's own colour where it can be read on its ground."""
    palette, ground = plan.palette, _ground(spot, plan)
    if spot.role == "cta":
        return reach_contrast(palette["bg"], ground, READ)
    own = palette.get(spot.setting.color, palette["ink"])
    outlined = bool(spot.setting.outline) and not spot.plate
    tinted = mix(ground, palette.get("accent", palette["ink"]), 0.14)
    if outlined or min(contrast(own, ground), contrast(own, tinted)) >= READ:
        return own
    return reach_contrast(palette["ink"], ground, READ)


def _plate(spot: Spot, plan: DesignPlan) -> ShapeLayer:
    """What words on a picture stand on: the whole of their box, or a pill for a call."""
    box, name = spot.box, "Plate"
    if spot.role == "cta":
        box, name = _pill(box), "Pill"
    return ShapeLayer(
        id=f"{spot.element.id}-plate", name=name, role="underlay", box=box,
        corner_radius=round(box.height / 2, 2) if spot.role == "cta" else 0.0,
        fill=SolidFill(color=_ground(spot, plan)),
    )  # fmt: skip


def _pill(box: Box) -> Box:
    height = min(box.height, 0.34 * box.width)
    return Box(box.x, box.center.y - height / 2, box.width, height)


def _short(text: str) -> str:
    name = " ".join(text.split())
    return name if len(name) <= 40 else name[:39].rstrip() + "…"
