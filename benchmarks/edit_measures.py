"""What changed between two designs, and whether a statement about the newer one holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from design_io.color import hex_to_oklch, hue_distance
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves, walk
from design_io.geometry import Box, union_all
from design_io.resources import Resources
from design_io.text import ink_box
from layout.wording import tree

_ART = ("hero", "picture", "ornament", "frame", "texture", "badge")
_FONTS = {
    "serif": "DM Serif Display|Playfair Display|Instrument Serif|Fraunces|Cormorant Garamond|"
    "Abril Fatface|Alfa Slab One|EB Garamond",
    "script": "Pacifico|Caveat|Shrikhand",
}
Measure = Callable[[Layer, Design, Resources], Any]


def changed(old: Design, new: Design) -> set[str]:
    """Ids of leaves that differ, are gone or are new; of groups, whose own fields differ."""
    before, after = _by_id(old), _by_id(new)
    return {i for i in before.keys() | after.keys() if before.get(i) != after.get(i)}


def expanded(names: tuple[str, ...], old: Design, new: Design) -> set[str]:
    """The ids that names stand for: a layer with all that is in it, or a kind of layers."""
    found: set[str] = set()
    for name in names:
        for design in (old, new):
            tops = design.layers if name == "art" else tuple(walk(design))
            picked = (x for x in tops if _is_named(x, name, old))
            found |= {each.id for x in picked for each in tree(x)}
    return found


def holds(statement: list[Any], old: Design, new: Design, resources: Resources) -> bool:
    """Whether [layer, property, relation, value] is true of the new design."""
    name, prop, relation, *rest = statement
    value = rest[0] if rest else None
    if prop == "shown":
        return (name in _by_id(new)) == statement[-1]
    if name == "sheet":
        before, after = (SHEET[prop](design, resources) for design in (old, new))
    else:
        before, after = (
            PROPERTIES[prop](design.layer(name), design, resources) for design in (old, new)
        )
    if prop == "order" and relation in ("last", "before"):
        goal = len(new.layers) - 1 if relation == "last" else _order(new.layer(value), new)
        return after == goal if relation == "last" else after < goal
    return bool(RELATIONS[relation](after, before, value))


def _is_named(layer: Layer, name: str, old: Design) -> bool:
    if name == "text":
        return isinstance(layer, TextLayer)
    if name == "art":
        return layer.role in _ART
    if name == "new":
        return layer.id not in _by_id(old)
    return name in ("*", layer.id)


def _by_id(design: Design) -> dict[str, Layer]:
    return {x.id: x.evolve(layers=()) if isinstance(x, GroupLayer) else x for x in walk(design)}


def _leaf(layer: Layer) -> Any:
    return next(x for x in tree(layer) if not isinstance(x, GroupLayer))


def _color(layer: Layer, design: Design, resources: Resources) -> str:
    """Of the largest leaf."""
    leaf = max((x for x in tree(layer) if not isinstance(x, GroupLayer)), key=lambda x: x.box.area)
    return _color_of(leaf)


def _color_of(leaf: Any) -> str:
    if isinstance(leaf, TextLayer):
        return leaf.style.color[:7]
    fill = getattr(leaf, "fill", None) or getattr(leaf, "stroke", None)
    return getattr(fill, "color", "")[:7]


def _ink(layer: Layer, design: Design, resources: Resources) -> Box:
    return union_all(
        ink_box(x, resources.fonts) if isinstance(x, TextLayer) else x.box
        for x in tree(layer)
        if not isinstance(x, GroupLayer)
    )


def _order(layer: Layer, design: Design, resources: Resources | None = None) -> int:
    return next(n for n, top in enumerate(design.layers) if layer in tree(top))


def _style(field: str) -> Measure:
    return lambda layer, design, resources: getattr(_leaf(layer).style, field)


def _field(field: str) -> Measure:
    return lambda layer, design, resources: getattr(layer, field)


def _of_leaf(field: str) -> Measure:
    return lambda layer, design, resources: getattr(_leaf(layer), field)


def _of_ink(field: str) -> Measure:
    return lambda layer, design, resources: getattr(_ink(layer, design, resources), field)


PROPERTIES: dict[str, Measure] = {
    **{name: _of_leaf(name) for name in ("text", "align", "rotation", "opacity")},
    **{name: _field(name) for name in ("visible", "locked", "name")},
    **{
        name: _style(name)
        for name in ("size", "weight", "italic", "case", "font", "tracking", "leading", "underline")
    },
    **{name: _of_ink(name) for name in ("x", "y", "right", "bottom", "width", "height")},
    "cx": lambda layer, design, resources: _ink(layer, design, resources).center.x,
    "cy": lambda layer, design, resources: _ink(layer, design, resources).center.y,
    "color": _color,
    "order": _order,
    "crop": lambda layer, design, resources: _leaf(layer).model_dump_json(),
}


def _colors(design: Design) -> Iterator[str]:
    return (color for leaf in leaves(design) if (color := _color_of(leaf)))


def _mean(design: Design, measure: Callable[[str], float]) -> float:
    values = [measure(color) for color in _colors(design)]
    return sum(values) / max(1, len(values))


def _warmth(color: str) -> float:
    value = hex_to_oklch(color)
    return value.chroma * math.cos(math.radians(value.hue - 60))


def _drawn(design: Design, resources: Resources) -> str:
    """What the shapes of the art are called."""
    return " ".join(x.name.lower() for x in leaves(design) if x.role == "hero")


def _contrast(design: Design, resources: Resources) -> float:
    ground = _color_of(_leaf(design.layers[0]))
    texts = [x.style.color for x in leaves(design) if isinstance(x, TextLayer)]
    light = hex_to_oklch(ground).lightness
    return sum(abs(hex_to_oklch(c[:7]).lightness - light) for c in texts) / len(texts)


SHEET: dict[str, Callable[[Design, Resources], Any]] = {
    "warmth": lambda design, _: _mean(design, _warmth),
    "chroma": lambda design, _: _mean(design, lambda color: hex_to_oklch(color).chroma),
    "contrast": _contrast,
    "palette": lambda design, _: tuple(_colors(design)),
    "drawn": _drawn,
    "words": lambda design, _: [x.text for x in leaves(design) if isinstance(x, TextLayer)],
    "art": lambda design, _: [
        x.model_dump_json() for x in design.layers if x.role in _ART
    ],
}  # fmt: skip


def _near_color(a: str, b: str, most: float) -> bool:
    x, y = hex_to_oklch(a), hex_to_oklch(b)
    turn = math.radians(hue_distance(x.hue, y.hue))
    across = x.chroma**2 + y.chroma**2 - 2 * x.chroma * y.chroma * math.cos(turn)
    return math.sqrt((x.lightness - y.lightness) ** 2 + max(0.0, across)) <= most


def _has(after: Any, before: Any, value: Any) -> bool:
    if isinstance(after, tuple):
        return any(_near_color(color, value, 0.06) for color in after)
    return value.lower() in after.lower()


def _hued(after: Any, before: Any, value: str) -> bool:
    """Of one colour its hue; of many the hue of most that have any."""
    colors = (after,) if isinstance(after, str) else after
    vivid = [x for x in map(hex_to_oklch, colors) if x.chroma > 0.03]
    near = sum(hue_distance(x.hue, hex_to_oklch(value).hue) <= 45 for x in vivid)
    return near >= 0.7 * len(vivid) > 0


def _lightness(color: str) -> float:
    return hex_to_oklch(color).lightness


RELATIONS: dict[str, Callable[[Any, Any, Any], bool]] = {
    "is": lambda after, before, value: after == value,
    "same": lambda after, before, value: after == before or _close(after, before),
    "more": lambda after, before, value: after > (before if value is None else value),
    "less": lambda after, before, value: after < before,
    "below": lambda after, before, value: after < value,
    "by": lambda after, before, value: abs(after - before - value) < 0.6,
    "near": lambda after, before, value: abs(after - value) <= 8,
    "times": lambda after, before, value: abs(after / before - value) < 0.03 * value,
    "has": _has,
    "hue": _hued,
    "like": lambda after, before, value: _near_color(after, value, 0.12),
    "darker": lambda after, before, value: _lightness(after) < _lightness(before) - 0.02,
    "lighter": lambda after, before, value: _lightness(after) > _lightness(before) + 0.01,
    "class": lambda after, before, value: after in _FONTS[value].split("|"),
    "changed": lambda after, before, value: after != before,
}


def _close(after: Any, before: Any) -> bool:
    return isinstance(after, float) and abs(after - before) < 0.6
