"""What the pages of a set share of a change on one of them: looks by role, and words both show.

Pages show different things, so nothing is added to or taken from one because of another. A look
goes over where all that looked alike in its role was changed alike: "make the title red".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from design_io.commands import Command, UpdateLayer
from design_io.document import Design, ImageLayer, Layer, ShapeLayer, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.text import fitted
from layout.carrying import STYLE, Carried, Versions, sheet_changes, stepped
from layout.wording import element_of, reworded, text_of

_SHEET = ("language", "palette")
_LAYER = ("fill", "stroke", "asset", "effects", "blend_mode")
Look = tuple[str, str]  # role, and the field
Turned = dict[Look, dict[str, object]]  # what each former value became; repr of it as the key
_ANY = "any"  # former value, where the whole role became one


def shared_on_pages(before: Design, after: Design, onto: Design, fonts: FontLibrary) -> Carried:
    """`onto` with what is shared of the change on another page of its set."""
    return stepped((_words, _looks, _sheet), before, after, onto, fonts)


def _words(versions: Versions) -> Iterator[Command]:
    """Words that both pages show: the brand, the set's own title."""
    onto = versions.onto
    elements = {element_of(layer.id) for layer in walk(onto) if isinstance(layer, TextLayer)}
    places = {text_of(onto, element): element for element in sorted(elements)}
    seen = set[str]()
    for layer in walk(versions.before):
        element = element_of(layer.id)
        if not isinstance(layer, TextLayer) or element in seen:
            continue
        seen.add(element)
        old, new = text_of(versions.before, element), text_of(versions.after, element)
        place = places.get(old)
        if new is not None and new != old and place is not None:
            yield from reworded(onto, place, new, versions.fonts)


def _looks(versions: Versions) -> Iterator[Command]:
    turned = _turned(versions.before, versions.after)
    for target in walk(versions.onto):
        changes = _changes(target, turned, versions.fonts)
        if changes:
            yield UpdateLayer(layer_id=target.id, changes=changes)


def _sheet(versions: Versions) -> Iterator[Command]:
    yield from sheet_changes(versions, _SHEET)


def _turned(before: Design, after: Design) -> Turned:
    """The looks that changed alike wherever they were alike."""
    left = {layer.id: layer for layer in walk(after)}
    pairs: dict[Look, list[tuple[object, object]]] = {}
    for old in walk(before):
        new = left.get(old.id)
        if new is None or type(new) is not type(old):
            continue
        olds, news = _look(old), _look(new)
        for field, value in olds.items():
            pairs.setdefault((old.role, field), []).append((value, news[field]))
    return {look: found for look, values in pairs.items() if (found := _mapped(values))}


def _mapped(values: list[tuple[object, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for old in dict.fromkeys(repr(value) for value, _ in values):
        became = [new for value, new in values if repr(value) == old]
        if all(new == became[0] for new in became) and repr(became[0]) != old:
            found[old] = became[0]
    news = [new for _, new in values]
    if len(found) == len({repr(old) for old, _ in values}) and all(n == news[0] for n in news):
        found[_ANY] = news[0]
    return found


def _look(layer: Layer) -> Mapping[str, object]:
    if isinstance(layer, TextLayer):
        return {field: getattr(layer.style, field) for field in STYLE} | {
            "fill": layer.fill, "effects": layer.effects
        }  # fmt: skip
    if isinstance(layer, ShapeLayer):
        return {"fill": layer.fill, "stroke": layer.stroke}
    if isinstance(layer, ImageLayer):
        return {"asset": layer.asset}
    return {}


def _changes(target: Layer, turned: Turned, fonts: FontLibrary) -> dict[str, object]:
    new: dict[str, object] = {}
    for field, value in _look(target).items():
        became = turned.get((target.role, field), {})
        any_of = became.get(_ANY, value) if field in STYLE else value
        new[field] = became.get(repr(value), any_of)
        if new[field] == value:
            del new[field]
    changes = {field: value for field, value in new.items() if field in _LAYER}
    style = {field: value for field, value in new.items() if field in STYLE}
    if style and isinstance(target, TextLayer):
        changes["style"] = fitted(target.evolve(style=target.style.evolve(**style)), fonts).style
    return changes
