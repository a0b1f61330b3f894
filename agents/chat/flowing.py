"""Names of a line-up that run on in lines: in another order, with one more, or without one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agents.chat.by_name import Leaf, groups_of
from agents.chat.changes import floor_below, free_id, updates
from agents.chat.context import Context
from agents.chat.results import CannotError
from design_io.commands import AddLayer, Command, RemoveLayer
from design_io.document import GroupLayer, ShapeLayer, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.text import typeset

_LEVEL = 0.3  # of a name's height, within which two stand in one line
_MARGIN = 0.07  # of the sheet's width
_SIZES = (1.0, 0.88, 0.76, 0.65)  # of the names, tried in this order
_SEEN = 1.0  # px, of a move that is one
_JOINT = 1.2  # em between two names, where none are seen


def runs_on(names: Sequence[Leaf]) -> bool:
    """Whether two of them stand in one line."""
    return any(_level(a, b) for a, b in pairwise(sorted(names, key=lambda x: x.box.y)))


def flowed(
    order: Sequence[TextLayer], slots: Sequence[TextLayer], context: Context
) -> list[Command]:
    """The names in this order in the lines of those that stand, smaller where they need room."""
    for size in _SIZES:
        lines = _filled(_sized(order, slots, size, context), slots, context)
        if tops := _tops(lines, slots, size, context):
            return _set(lines, tops, slots, context)
    raise CannotError("there is no room for one more line of names; make something else smaller")


def _set(
    lines: list[list[TextLayer]], tops: list[float], slots: Sequence[TextLayer], context: Context
) -> list[Command]:
    """The names where they belong, with dots between them."""
    joint = _joint(slots)
    sheet = context.design.canvas.box
    centered = all(
        abs((a[0].box.x + a[-1].box.right) / 2 - sheet.center.x) < 3 for a in _lines(slots)
    )
    parts: list[Command] = []
    dots: list[tuple[float, float]] = []
    for line, top in zip(lines, tops, strict=True):
        wide = sum(x.box.width for x in line) + joint * (len(line) - 1)
        at = sheet.center.x - wide / 2 if centered else min(x.box.x for x in slots)
        for number, name in enumerate(line):
            if number:
                dots.append((at - joint / 2, top + name.box.height / 2))
            parts += _put(name.evolve(box=name.box._replace(x=at, y=top)), context)
            at += name.box.width + joint
    return [*parts, *_dotted(dots, context)]


def _level(a: Leaf, b: Leaf) -> bool:
    return abs(a.box.center.y - b.box.center.y) < _LEVEL * a.box.height


def _lines(slots: Sequence[TextLayer]) -> list[list[TextLayer]]:
    """The lines from the top, each from the left."""
    lines: list[list[TextLayer]] = []
    for slot in sorted(slots, key=lambda x: x.box.center.y):
        if lines and _level(lines[-1][-1], slot):
            lines[-1].append(slot)
        else:
            lines.append([slot])
    return [sorted(line, key=lambda x: x.box.x) for line in lines]


def in_order(names: Sequence[TextLayer]) -> list[TextLayer]:
    """As they are read."""
    return [name for line in _lines(names) for name in line]


def _sized(
    order: Sequence[TextLayer], slots: Sequence[TextLayer], size: float, context: Context
) -> list[TextLayer]:
    """Each at the size of the slot it comes into."""
    places = in_order(slots)
    found = []
    for number, name in enumerate(order):
        slot = places[min(number, len(places) - 1)]
        style = name.style.evolve(size=slot.style.size * size, weight=slot.style.weight)
        new = name.evolve(style=style)
        width = _width(new, context.resources.fonts)
        box = slot.box._replace(width=width, height=slot.box.height * size)
        found.append(new.evolve(box=box))
    return found


def _width(name: TextLayer, fonts: FontLibrary) -> float:
    wide = name.evolve(box=name.box._replace(width=1e5))
    return typeset(wide, fonts).width + 1


def _filled(
    names: Sequence[TextLayer], slots: Sequence[TextLayer], context: Context
) -> list[list[TextLayer]]:
    """Lines as full as they can be; names of another size begin a line of their own."""
    sheet, joint = context.design.canvas.box, _joint(slots)
    start = min(x.box.x for x in slots)
    room = max(sheet.width * (1 - _MARGIN), *(x.box.right for x in slots)) - start
    lines: list[list[TextLayer]] = []
    for name in names:
        line = lines[-1] if lines else []
        wide = sum(x.box.width + joint for x in line) + name.box.width
        if line and wide <= room and line[-1].style.size == name.style.size:
            line.append(name)
        else:
            lines.append([name])
    return lines


def _joint(slots: Sequence[TextLayer]) -> float:
    gaps = [b.box.x - a.box.right for line in _lines(slots) for a, b in pairwise(line)]
    return min([gap for gap in gaps if gap > 0], default=_JOINT * slots[-1].style.size)


def _tops(
    lines: list[list[TextLayer]], slots: Sequence[TextLayer], size: float, context: Context
) -> list[float]:
    """Where each line begins; nothing where there are more than there is room for."""
    first = min(x.box.y for x in slots)
    tops = [first + (line[0].box.y - first) * size for line in _lines(slots)]
    last = max(slots, key=lambda x: x.box.y)
    step = tops[-1] - tops[-2] if len(tops) > 1 else 1.25 * last.box.height * size
    while len(tops) < len(lines):
        tops.append(tops[-1] + step)
    floor = floor_below(last.box.bottom, context, _MARGIN, {x.id for x in slots})
    if len(lines) > len(_lines(slots)) and tops[-1] + last.box.height * size > floor:
        return []
    return tops[: len(lines)]


def _put(name: TextLayer, context: Context) -> list[Command]:
    """The name where it belongs; a new one beside the others."""
    old = next((x for x in walk(context.design) if x.id == name.id), None)
    if isinstance(old, TextLayer) and name.style == old.style:
        if max(abs(name.box.x - old.box.x), abs(name.box.y - old.box.y)) < _SEEN:
            return []
        return updates(old, {"box": old.box._replace(x=name.box.x, y=name.box.y)})
    if old is not None:
        return updates(old, {"box": name.box, "style": name.style})
    group = next(x for x in walk(context.design) if x.id == "rows")
    index = len(group.layers) if isinstance(group, GroupLayer) else 0
    return [AddLayer(layer=name, parent=group.id, index=index)]


def _dotted(middles: list[tuple[float, float]], context: Context) -> list[Command]:
    """The dots between names, as many as there are gaps."""
    dots = [x for x in walk(context.design)
            if isinstance(x, ShapeLayer) and x.id.startswith("mark-dot")]  # fmt: skip
    if not dots:
        return []
    parts: list[Command] = [RemoveLayer(layer_id=x.id) for x in dots[len(middles) :]]
    taken = {x.id for x in walk(context.design)}
    for number, (x, y) in enumerate(middles):
        dot = dots[min(number, len(dots) - 1)]
        box = dot.box._replace(x=x - dot.box.width / 2, y=y - dot.box.height / 2)
        if number < len(dots):
            same = max(abs(box.x - dot.box.x), abs(box.y - dot.box.y)) < _SEEN
            parts += [] if same else updates(dot, {"box": box})
            continue
        name = free_id("mark-dot", taken)
        taken.add(name)
        parent = next(groups_of(dot, context.design))
        twin = dot.evolve(id=name, box=box)
        parts.append(AddLayer(layer=twin, parent=parent.id, index=len(parent.layers)))
    return parts
