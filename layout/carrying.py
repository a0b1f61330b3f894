"""What one version of a design changed in words, colours and pictures, carried onto another size.

Elements are the same by id. Boxes, sizes, angles and order stay each design's own; what is locked
there is left as it is and named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from design_io.commands import (
    AddLayer,
    Command,
    RemoveLayer,
    UpdateDesign,
    UpdateLayer,
    apply,
)
from design_io.document import (
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    Span,
    TextLayer,
    walk,
)
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.text import fitted
from layout.wording import element_of, layer_of, reworded, text_of, texts_of, tree

_SHARED = ("visible", "opacity", "blend_mode", "alt", "effects")
STYLE = (
    "font", "weight", "italic", "color", "tracking", "case", "features", "underline",
    "strikethrough",
)  # fmt: skip
_PICTURE = ("asset", "flip_x", "flip_y")
_SHEET = ("title", "language", "palette")


class Carried(NamedTuple):
    commands: tuple[Command, ...]
    design: Design
    kept: tuple[str, ...]  # names of locked layers that were not changed


Carry = Callable[[Design, Design, Design, FontLibrary], Carried]


class Versions(NamedTuple):
    """A design before and after a change, and the one the change is carried onto."""

    before: Design
    after: Design
    onto: Design
    fonts: FontLibrary


Steps = tuple[Callable[[Versions], Iterator[Command]], ...]


def carried(before: Design, after: Design, onto: Design, fonts: FontLibrary) -> Carried:
    """`onto` with what is shared of the change from `before` to `after`."""
    return stepped(_STEPS, before, after, onto, fonts)


def stepped(
    steps: Steps, before: Design, after: Design, onto: Design, fonts: FontLibrary
) -> Carried:
    """`onto` after every step in turn; what is locked stays as it is and is named."""
    done: list[Command] = []
    kept: list[str] = []
    for step in steps:
        for command in step(Versions(before, after, onto, fonts)):
            locked = _locked_by(command, onto)
            if locked:
                kept.append(locked)
                continue
            onto = apply(onto, command, "agent")
            done.append(command)
    return Carried(tuple(done), onto, tuple(dict.fromkeys(kept)))


def moved_onto(layer: Layer, old: Canvas, new: Canvas) -> Layer:
    """The layer at the same relative place of another canvas, scaled without distortion."""
    scale = min(new.width / old.width, new.height / old.height)
    if isinstance(layer, GroupLayer):
        return layer.evolve(layers=tuple(moved_onto(member, old, new) for member in layer.layers))
    changes: dict[str, object] = {"box": _moved(layer.box, old, new, scale)}
    if layer.mask is not None:
        changes["mask"] = layer.mask.evolve(box=_moved(layer.mask.box, old, new, scale))
    if isinstance(layer, TextLayer):
        changes["style"] = layer.style.evolve(size=max(0.1, layer.style.size * scale))
        changes["spans"] = tuple(_scaled(span, scale) for span in layer.spans)
    return layer.evolve(**changes)


def _removed(versions: Versions) -> Iterator[Command]:
    """Elements that are gone, with all the parts another layout has of them."""
    left, done = _ids(versions.after), set[str]()
    gone = [layer.id for layer in walk(versions.before) if layer.id not in left]
    for layer_id in gone:
        target = layer_of(versions.onto, layer_id)
        if target is None or target.id in done or layer_of(versions.after, layer_id) is not None:
            continue
        done |= {layer.id for layer in tree(target)}
        yield RemoveLayer(layer_id=target.id)


def _added(versions: Versions) -> Iterator[Command]:
    known = _ids(versions.before) | _ids(versions.onto)
    before, onto = versions.before.canvas, versions.onto.canvas
    for layer in versions.after.layers:
        if layer.id in known:
            continue
        new = moved_onto(layer, before, onto)
        yield AddLayer(layer=new)


def _words(versions: Versions) -> Iterator[Command]:
    elements = [element_of(layer.id) for layer in walk(versions.before) if layer.kind == "text"]
    for element in dict.fromkeys(elements):
        old, new = text_of(versions.before, element), text_of(versions.after, element)
        if new is None or new == old or text_of(versions.onto, element) in (None, new):
            continue
        yield from reworded(versions.onto, element, new, versions.fonts)


def _looks(versions: Versions) -> Iterator[Command]:
    """Colours, type, pictures and visibility of every layer that has them in common."""
    after = {layer.id: layer for layer in walk(versions.after)}
    for old in walk(versions.before):
        new = after.get(old.id)
        if new is None or new is old or type(new) is not type(old):
            continue
        for target in (*_targets(versions.onto, old), *_further_lines(versions, old)):
            changes = _changes(old, new, target, versions.fonts)
            if changes:
                yield UpdateLayer(layer_id=target.id, changes=changes)


def sheet_changes(versions: Versions, fields: tuple[str, ...]) -> Iterator[Command]:
    """What of the design itself changed, in these fields."""
    changes = _different(fields, versions.before, versions.after, versions.onto)
    if changes:
        yield UpdateDesign(changes=changes)


def _sheet(versions: Versions) -> Iterator[Command]:
    yield from sheet_changes(versions, _SHEET)


_STEPS: Steps = (
    _removed, _added, _words, _looks, _sheet,
)  # fmt: skip


def _targets(onto: Design, old: Layer) -> list[Layer]:
    """The layer of the same id; for a line the text it is part of; for art what has its colour."""
    same = [layer for layer in walk(onto) if layer.id == old.id]
    if same:
        if old.kind == "text" and isinstance(same[0], GroupLayer):
            return list(texts_of(onto, old.id))
        return [layer for layer in same if layer.kind == old.kind]
    if isinstance(old, TextLayer):
        return list(texts_of(onto, element_of(old.id)))
    if isinstance(old, ShapeLayer) and isinstance(old.fill, SolidFill):
        color = old.fill.color
        return [
            layer
            for layer in walk(onto)
            if isinstance(layer, ShapeLayer) and isinstance(layer.fill, SolidFill)
            and layer.role == old.role and layer.fill.color == color
        ]  # fmt: skip
    return []


def _further_lines(versions: Versions, old: Layer) -> tuple[TextLayer, ...]:
    """Lines that only the other layout has; they look like the last one that both have."""
    if not isinstance(old, TextLayer) or element_of(old.id) == old.id:
        return ()
    lines = texts_of(versions.after, element_of(old.id))
    if not lines or lines[-1].id != old.id:
        return ()
    known = {line.id for line in lines}
    return tuple(x for x in texts_of(versions.onto, element_of(old.id)) if x.id not in known)


def _changes(old: Layer, new: Layer, target: Layer, fonts: FontLibrary) -> dict[str, object]:
    changes = _different(_SHARED, old, new, target)
    if isinstance(old, ImageLayer):
        changes |= _different(_PICTURE, old, new, target)
    if isinstance(old, ShapeLayer | TextLayer):
        changes |= _different(("fill",), old, new, target)
    if isinstance(old, ShapeLayer) and isinstance(new, ShapeLayer):
        changes |= _stroke(old, new, target)
    if isinstance(old, TextLayer) and isinstance(new, TextLayer) and isinstance(target, TextLayer):
        changes |= _type(old, new, target, fonts)
    return changes


def _stroke(old: ShapeLayer, new: ShapeLayer, target: Layer) -> dict[str, object]:
    if old.stroke == new.stroke or not isinstance(target, ShapeLayer):
        return {}
    if new.stroke and old.stroke and target.stroke and new.stroke.color != old.stroke.color:
        return {"stroke": target.stroke.evolve(color=new.stroke.color)}
    return {} if new.stroke and old.stroke else {"stroke": new.stroke}


def _type(
    old: TextLayer, new: TextLayer, target: TextLayer, fonts: FontLibrary
) -> dict[str, object]:
    """The changed part of the style at the target's own size, fitted to its box again."""
    looks = _different(STYLE, old.style, new.style, target.style)
    changes: dict[str, object] = {}
    if new.spans != old.spans and new.text == target.text:
        scale = target.style.size / new.style.size
        changes["spans"] = tuple(_scaled(span, scale) for span in new.spans)
    if looks:
        changes["style"] = fitted(target.evolve(style=target.style.evolve(**looks)), fonts).style
    return changes


def _different(
    fields: tuple[str, ...], old: object, new: object, target: object
) -> dict[str, object]:
    """The new values of fields that changed and that the target does not have yet."""
    return {
        field: getattr(new, field)
        for field in fields
        if getattr(new, field) != getattr(old, field)
        and getattr(new, field) != getattr(target, field)
    }


def _scaled(span: Span, scale: float) -> Span:
    return span.evolve(size=span.size * scale) if span.size else span


def _moved(box: Box, old: Canvas, new: Canvas, scale: float) -> Box:
    width, height = box.width * scale, box.height * scale
    x = box.center.x / old.width * new.width - width / 2
    y = box.center.y / old.height * new.height - height / 2
    return Box(round(x, 2), round(y, 2), round(width, 2), round(height, 2))


def _locked_by(command: Command, design: Design) -> str:
    """The name of the locked layer that refuses the command, or nothing."""
    if not isinstance(command, UpdateLayer | RemoveLayer):
        return ""
    layer = design.layer(command.layer_id)
    touched = tree(layer) if isinstance(command, RemoveLayer) else (layer,)
    return next((each.label for each in touched if each.locked), "")


def _ids(design: Design) -> set[str]:
    return {layer.id for layer in walk(design)}
