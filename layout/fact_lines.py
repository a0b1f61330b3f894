"""Facts in plain lines of large type: date and time, venue and address each share one."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.document import Role
from design_io.geometry import Box
from layout.measure import Block, measure
from layout.placement import Align, Placement
from layout.plan import Element
from layout.sheet import Sheet
from layout.systems import TypeRole

MOST_FACTS = 5
_PAIRS: tuple[tuple[Role, Role], ...] = (("date", "time"), ("venue", "address"))
_LAST: tuple[Role, ...] = ("price", "contact")
_LINE_GAP = 0.72  # of the size of facts, between two lines
_PART_GAP, _LABEL_GAP = 0.9, 0.42  # of the same, between two facts, and label and value


class Lines(NamedTuple):
    placements: tuple[Placement, ...]  # y from the first line's cap tops
    height: float


class Part(NamedTuple):
    """A fact as it stands in a line: its value, and what is put before it unless it is evident."""

    fact: Element
    value: Block
    label: Block | None
    indent: float  # px, from the line's start to the value

    @property
    def width(self) -> float:
        return self.indent + self.value.width


def label_id(element_id: str) -> str:
    """The placement of the small heading of a fact."""
    return f"{element_id}-label"


def fact_lines(facts: tuple[Element, ...], sheet: Sheet, width: float) -> Lines:
    """The facts in reading order; `width` px is all that a line may take."""
    made: list[Placement] = []
    top = 0.0
    for members in _grouped(facts):
        for line in _broken(members, sheet, width):
            made += _placed(line, sheet, Box(sheet.text.x, top, width, 0))
            top += max(part.value.height for part in line) + _LINE_GAP * sheet.size("detail")
    return Lines(tuple(made), max(0.0, top - _LINE_GAP * sheet.size("detail")))


def _grouped(facts: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """Facts that belong on one line; only a lone date is known to belong to a lone time."""
    ordered = sorted(facts, key=lambda fact: fact.role in _LAST)
    groups: list[tuple[Element, ...]] = []
    for fact in ordered:
        pair = next((pair for pair in _PAIRS if fact.role in pair), ())
        both = tuple(f for f in ordered if f.role in pair)
        paired = len(both) == 2 and both[0].role != both[1].role
        if not paired:
            groups.append((fact,))
        elif fact is both[0]:
            groups.append(both)
    return groups


def _broken(members: tuple[Element, ...], sheet: Sheet, width: float) -> list[list[Part]]:
    """One line where all members fit into the width, else one for each."""
    parts = [_part(fact, sheet, 1e5) for fact in members]
    gaps = _PART_GAP * sheet.size("detail") * (len(parts) - 1)
    if sum(part.width for part in parts) + gaps <= width:
        return [parts]
    return [[_part(fact, sheet, width)] for fact in members]


def _part(fact: Element, sheet: Sheet, width: float) -> Part:
    label = _set(fact.label, "label", sheet, width) if fact.label and not fact.evident else None
    indent = label.width + _LABEL_GAP * sheet.size("detail") if label else 0.0
    return Part(fact, _set(fact.text, "detail", sheet, max(1.0, width - indent)), label, indent)


def _placed(line: list[Part], sheet: Sheet, room: Box) -> list[Placement]:
    """The parts side by side, labels on the baseline of their value's first line."""
    gap = _PART_GAP * sheet.size("detail")
    taken = sum(part.width for part in line) + gap * (len(line) - 1)
    x = room.x + ((room.width - taken) / 2 if sheet.centered else 0.0)
    made: list[Placement] = []
    for part in line:
        value, label = part.value, part.label
        if label:
            cap = value.height if value.lines == 1 else label.height
            box = label.box(x, room.y + max(0.0, cap - label.height), math.ceil(label.width) + 1)
            made.append(Placement(label_id(part.fact.id), box, label.size, "start"))
        whole = sheet.centered and len(line) == 1 and not label
        left, wide = (
            (room.x, room.width) if whole else (x + part.indent, math.ceil(value.width) + 2)
        )
        align: Align = "center" if whole else "start"
        made.append(Placement(part.fact.id, value.box(left, room.y, wide), value.size, align))
        x += part.width + gap
    return made


def _set(text: str, role: TypeRole, sheet: Sheet, width: float) -> Block:
    return measure(text, sheet.setting(role), sheet.size(role), width, sheet.fonts)
