"""A design as nodes, all a browser needs to paint it: one per layer, remade only when it changed.

A node is an outline drawing (`svg`) where Chromium paints it as our renderer does, else the
address of a lossless picture of the layer alone (`src`), `{scale}` in it output px per canvas px.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NotRequired, TypedDict

from design_io.document import (
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    TextLayer,
)
from design_io.layer_painting import with_clip_bases
from design_io.paint import Value
from design_io.resources import Resources
from design_io.svg import layer_svg
from editor.carets import SetText, set_text
from editor.clipping import Window, window_of
from editor.pictures import Pictures, Portrait, paint_box
from editor.vectors import is_vector

Tree = list[Any]  # ids bottom first; a group is [id, [members]]
_NO_PICTURE = (
    "name",
    "role",
    "opacity",
    "blend_mode",
    "visible",
    "locked",
    "clip",
    "alt",
    "source",
)
_KEPT_NODES = 4000
_KINDS: dict[str, type[Value]] = {
    "image": ImageLayer,
    "text": TextLayer,
    "shape": ShapeLayer,
    "group": GroupLayer,
}


class Node(TypedDict):
    """What a browser paints for one layer. `key` changes exactly when the picture does."""

    id: str
    kind: str
    key: str
    box: list[float] | None  # x, y, width, height before rotation; None for a group
    rotation: float
    opacity: float
    blend: str
    visible: bool  # false also where the layer it is clipped to is hidden
    locked: bool
    clip: str | None  # the layer it is clipped to
    window: NotRequired[Window]  # what of it that layer lets through
    paint: list[float]  # the part of the canvas that `svg` or `src` covers
    svg: str | None
    src: str | None
    text: SetText | None


class Delta(NamedTuple):
    """What changed from one design to the next, in the words of the wire."""

    layers: dict[str, dict[str, Any]]
    removed: list[str]
    tree: Tree | None
    design: dict[str, Any]
    nodes: dict[str, Node]


@dataclass
class Scene:
    """Nodes of one design; keeps what it made by content."""

    design_id: str
    resources: Resources
    pictures: Pictures
    _made: OrderedDict[str, Node] = field(default_factory=OrderedDict)
    _keys: dict[int, tuple[Layer, str]] = field(default_factory=dict)  # by identity: layers last

    def nodes(self, design: Design) -> dict[str, Node]:
        """Every layer's node."""
        return {
            layer.id: self._node(layer, base, design.canvas)
            for layer, base in placed_layers(design.layers)
        }

    def node(self, design: Design, layer: Layer) -> Node:
        """The node of one layer as it would be in the design, in the place of its namesake."""
        bases = {each.id: base for each, base in placed_layers(design.layers)}
        return self._node(layer, bases.get(layer.id), design.canvas)

    def delta(self, before: Design, after: Design) -> Delta:
        """What a browser that shows `before` has to be told to show `after`."""
        old, new = dict(_by_id(before)), dict(_by_id(after))
        touched = {id_ for id_ in new if id_ not in old or old[id_] != new[id_]}
        redrawn = new.keys() if before.canvas != after.canvas else touched
        nodes = {id_: self._node(*new[id_], after.canvas) for id_ in new if id_ in redrawn}
        changed = [id_ for id_ in touched if id_ not in old or _differ(old[id_][0], new[id_][0])]
        trees = tree(before.layers), tree(after.layers)
        return Delta(
            {id_: layer_json(new[id_][0]) for id_ in changed},
            [id_ for id_ in old if id_ not in new],
            trees[1] if trees[0] != trees[1] else None,
            _changed_fields(before, after),
            nodes,
        )

    def _node(self, layer: Layer, base: Layer | None, canvas: Canvas) -> Node:
        key = self._key(layer, canvas)
        clip_key = self._key(base, canvas) + _meeting(base) if base else ""
        name = f"{layer.id}/{key}/{clip_key}/{_meeting(layer)}"
        if name in self._made:
            self._made.move_to_end(name)
            return self._made[name]
        node = self._made[name] = self._new_node(layer, base, canvas, key)
        while len(self._made) > _KEPT_NODES:
            self._made.popitem(last=False)
        return node

    def _new_node(self, layer: Layer, base: Layer | None, canvas: Canvas, key: str) -> Node:
        paint = paint_box(layer, canvas, self.resources)
        drawn = is_vector(layer, canvas, self.resources)
        pictured = not drawn and (layer.kind != "group" or _is_flattened(layer))
        node: Node = {
            "id": layer.id,
            "kind": layer.kind,
            "key": key,
            "box": None if layer.kind == "group" else [round(v, 3) for v in layer.box],
            "rotation": 0.0 if layer.kind == "group" else layer.rotation,
            "opacity": layer.opacity,
            "blend": layer.blend_mode,
            "visible": layer.visible and (base is None or base.visible),
            "locked": layer.locked,
            "clip": base.id if base else None,
            "paint": list(paint),
            "svg": layer_svg(layer, canvas, self.resources, paint) if drawn else None,
            "src": self._address(layer, canvas, key) if pictured and not paint.empty else None,
            "text": set_text(layer, self.resources.fonts) if layer.kind == "text" else None,
        }
        if base is not None:
            address = self._address(base, canvas, self._key(base, canvas))
            node["window"] = window_of(base, canvas, self.resources, address, paint)
        return node

    def _address(self, layer: Layer, canvas: Canvas, key: str) -> str:
        """Where the picture is fetched; it is drawn when somebody asks."""
        return self.pictures.promise(Portrait(self.design_id, layer, canvas, key))

    def _key(self, layer: Layer, canvas: Canvas) -> str:
        """A hash of all that the layer's picture shows."""
        known = self._keys.get(id(layer))
        if known is not None and known[0] is layer:
            return known[1] + _sheet_key(canvas)
        key = hashlib.sha256(_shown(layer).encode()).hexdigest()[:16]
        if len(self._keys) > _KEPT_NODES:
            self._keys.clear()
        self._keys[id(layer)] = (layer, key)
        return key + _sheet_key(canvas)


def document_json(design: Design) -> dict[str, Any]:
    """The design as the browser holds it: fields at their defaults are left out, kinds are not."""
    return _sparse(design, {"layers"}) | {"layers": [_whole(layer) for layer in design.layers]}


def layer_json(layer: Layer) -> dict[str, Any]:
    """One layer as the browser holds it; of a group without its members, which `tree` names."""
    return _sparse(layer, {"layers"})


def defaults() -> dict[str, dict[str, Any]]:
    """What a field has that `layer_json` left out, by kind; sent once."""
    whole = {kind: model.model_fields for kind, model in _KINDS.items()}
    return {
        kind: {
            name: _whole_value(field.default)
            for name, field in fields.items()
            if not field.is_required()
        }
        for kind, fields in whole.items()
    }


def tree(layers: tuple[Layer, ...]) -> Tree:
    """Paint order, bottom first."""
    return [[each.id, tree(each.layers)] if each.kind == "group" else each.id for each in layers]


def placed_layers(layers: tuple[Layer, ...]) -> Iterator[tuple[Layer, Layer | None]]:
    """Every layer with the one it is clipped to, groups before their members."""
    for layer, base in with_clip_bases(layers):
        yield layer, base
        if layer.kind == "group":
            yield from placed_layers(layer.layers)


def _by_id(design: Design) -> Iterator[tuple[str, tuple[Layer, Layer | None]]]:
    for layer, base in placed_layers(design.layers):
        yield layer.id, (layer, base)


def _differ(before: Layer, after: Layer) -> bool:
    """Whether they differ in more than a group's members."""
    if before.kind == "group" and after.kind == "group":
        return before != after.model_copy(update={"layers": before.layers})
    return before != after


def _sparse(value: Value, left_out: set[str]) -> dict[str, Any]:
    """The record without fields at their defaults; what kind it is stays."""
    told = {}
    for name, known in type(value).model_fields.items():
        found = getattr(value, name)
        if name not in left_out and (name == "kind" or found != known.default):
            told[name] = _plain(found)
    return told


def _whole_value(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, Value) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return _sparse(value, set())
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _whole(layer: Layer) -> dict[str, Any]:
    fields = layer_json(layer)
    if layer.kind == "group":
        fields["layers"] = [_whole(member) for member in layer.layers]
    return fields


def _shown(layer: Layer) -> str:
    """The fields that decide the layer's own picture, as JSON; members with how they meet."""
    own = layer.model_dump_json(exclude=set(_NO_PICTURE), exclude_defaults=True)
    return layer.kind + own


def _meeting(layer: Layer) -> str:
    """How the layer meets others; no part of its picture."""
    rotation = 0 if layer.kind == "group" else layer.rotation
    return f"{layer.opacity}{layer.blend_mode}{layer.visible}{layer.locked}{rotation}"


def _sheet_key(canvas: Canvas) -> str:
    return f"{canvas.width:x}x{canvas.height:x}"


def _is_flattened(layer: Layer) -> bool:
    """Whether a group can only be shown as one picture: it masks or changes its members."""
    return layer.kind == "group" and (layer.live_mask is not None or bool(layer.effects))


def _changed_fields(before: Design, after: Design) -> dict[str, Any]:
    names = [name for name in Design.model_fields if name not in ("layers", "version")]
    changed = {name for name in names if getattr(before, name) != getattr(after, name)}
    return after.model_dump(mode="json", include=changed)
