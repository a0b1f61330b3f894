"""Layers by their colour: "the red text", "the orange square", "the white bit at the bottom"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from agents.chat.by_name import Leaf, Named, collected, single, synonyms, texts_shown
from agents.chat.context import Context
from agents.chat.naming_pictures import plain_shapes
from agents.chat.naming_places import is_thin, lies_at, off_edge
from agents.colorwords import color_named, color_pattern, goes_by
from design_io.color import hex_to_oklch
from design_io.document import Layer, ShapeLayer, TextLayer, walk
from design_io.paint import SolidFill
from layout.differences import apart

One = Callable[[str, Context], Named | None]  # what a noun means by itself
_UNMISTAKEN = ("background", "title", "headline", "button")  # whatever colour they are said to be
_KIN = 0.4  # for the only thing that is called so
_HUED, _HUELESS = 0.06, 0.02  # chroma of a colour that is asked for by its hue; of one without
_TINGED = 0.45  # for a large plain shape, which may be pale
_NEARLY, _SAME = 0.06, 0.02  # more than the nearest: of which the largest is meant; all
_ALIKE = 0.22  # OKLab distance within which a layer is called by a colour's name
_FORMS = {"square": "rectangle", "rectangle": "rectangle", "circle": "ellipse"}
_LOCATED = re.compile(r"(?P<noun>.+?) (?P<edge>(?:on|at|to|in) the (?:top|bottom|left|right).*)")
_ANY = re.compile(
    r"shapes?|bits?|parts?|things?|areas?|sides?|hal(?:f|ves)|sections?|circles?|squares?|lines?"
)
_LINES = ("line", "hairline", "rule")


def by_color(name: str, plural: bool, context: Context, one: One) -> Named | None:
    """ "the red text", "the blue disc": a layer of that colour, called by its noun."""
    match = color_pattern().match(name)
    said = match[0] if match else ""
    color = color_named(said) if said else None
    noun = name[len(said) :].strip()
    if color is None or not noun:
        return None
    located = _LOCATED.fullmatch(noun)
    noun, edge = (located["noun"], located["edge"]) if located else (noun, "")
    if flat := [x for x in plain_shapes(noun, context) if apart(_color_of(x), color) <= _TINGED]:
        return Named((min(flat, key=lambda x: apart(_color_of(x), color)),))
    called = list(_called(noun, context, one))
    found = _of_color(said, color, noun, bool(edge), called, context)
    sheet = context.design.canvas.box
    found = [x for x in found if not edge or lies_at(x.box, edge, sheet)]
    if not found:
        return _the_only(called, noun, color, plural)
    best = min(apart(colors_of(x)[0], color) for x in found)
    near = [x for x in found if apart(colors_of(x)[0], color) <= best + _SAME]
    if _ANY.fullmatch(noun) and not noun.endswith("s"):
        near = [x for x in found if apart(colors_of(x)[0], color) <= best + _NEARLY]
        near = sorted(near, key=lambda x: (x.role == "hero", -x.box.area))[:1]
    if edge and _ANY.fullmatch(noun):
        near = [min(found, key=lambda x: (
            x.role == "hero", off_edge(x.box, edge, sheet), -x.box.area))]  # fmt: skip
    if not _ANY.fullmatch(noun) and (whole := one(noun, context)) and not whole.texts:
        label = whole.label.strip("'").lower()
        one_of_many = single(label) != label
        return collected(near, context.design) if one_of_many else whole  # the pink arch is whole
    return collected(near, context.design)


def _of_color(
    said: str, color: str, noun: str, located: bool, called: list[Leaf], context: Context
) -> list[Leaf]:
    """Of what is called so, what has the colour; by its hue where no place tells it."""
    grey = hex_to_oklch(color).chroma < _HUED
    near = [x for x in called if apart(own := _color_of(x), color) <= _ALIKE
            and (grey or hex_to_oklch(own).chroma > _HUELESS)]  # fmt: skip
    hued = [x for x in called if any(goes_by(own, said) for own in colors_of(x)[:1])]
    alike = (_called_alike(noun, hued), _called_alike(noun, near), hued, near)
    found = near if located else next(filter(None, alike), [])
    lines = [x for x in _lines_drawn(noun, context) if apart(colors_of(x)[0], color) <= _KIN]
    return lines or found


def _the_only(called: list[Leaf], noun: str, color: str, plural: bool) -> Named | None:
    """The only thing that is called so, though it has the colour but roughly."""
    if len(called) != 1 or plural:
        return None
    telling = noun in _UNMISTAKEN or apart(_color_of(called[0]), color) <= _KIN
    return Named((called[0],)) if telling else None


def _called_alike(noun: str, shapes: list[Leaf]) -> list[Leaf]:
    """Of shapes those whose own name is the noun's, or whose form is: no part of a drawing is the
    orange square."""
    names = {single(noun), *synonyms(single(noun))}
    named = [x for x in shapes if names & {*single(x.name).split()}]
    form = _FORMS.get(single(noun), "")
    return list(dict.fromkeys(named)) or [x for x in shapes if getattr(x, "shape", "") == form]


def _called(noun: str, context: Context, one: One) -> Iterator[Leaf]:
    if re.fullmatch(r"texts?|words?|letters|lettering|line", noun):
        yield from texts_shown(context.design)
        return
    if _ANY.fullmatch(noun):
        shapes = [x for x in walk(context.design) if isinstance(x, ShapeLayer)]
        shapes = [x for x in shapes if re.match("line", noun) or not is_thin(x.box)]
        yield from sorted(shapes, key=lambda x: x.role == "hero")
        return
    found = one(noun, context)
    yield from found.leaves if found else ()


def _lines_drawn(noun: str, context: Context) -> Iterator[Leaf]:
    """What is a line by name and by nothing else: of a frame, between the copy."""
    for layer in walk(context.design):
        line = isinstance(layer, ShapeLayer) and layer.name.lower() in _LINES
        if line and noun in ("line", "lines") and layer.visible and colors_of(layer):
            yield layer  # type: ignore[misc]


def _color_of(leaf: Layer) -> str:
    if isinstance(leaf, TextLayer):
        return leaf.style.color
    fill = leaf.fill if isinstance(leaf, ShapeLayer) else None
    if isinstance(fill, SolidFill):
        return fill.color
    stops = getattr(fill, "stops", ())
    return stops[0].color if stops else ""


def colors_of(leaf: Layer) -> list[str]:
    """The colours it is painted in."""
    color = _color_of(leaf)[:7]
    stroke = leaf.stroke.color[:7] if isinstance(leaf, ShapeLayer) and leaf.stroke else ""
    return [c for c in (color, stroke) if c]
