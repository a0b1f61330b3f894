"""Edits of place: words to a free or usual place, drawings off the words, to the front."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median_low

from design_io.commands import UpdateLayer
from design_io.document import Design, Layer, TextLayer, walk
from design_io.text import ink_box
from layout.backdrop import shown_on
from layout.findings import Finding
from layout.foot import label_id
from layout.hidden_ink import covering_layers
from layout.places import aligned_places, free_places, readable_ground
from layout.scene import Edit, Scene, anchor
from layout.units import Unit, box_of, scaled, shifted, unit_of

_SMALLER = (0.94, 0.88, 0.8, 0.72, 0.62)


def move(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """To the nearest free place each way; for contrast and hidden ink, to a readable ground."""
    unit = unit_of(scene.design, layer.id)
    if unit.ids & scene.frozen:
        return
    suits = None
    if isinstance(layer, TextLayer) and finding.rule in ("contrast", "hidden-ink"):
        design, resources = shown_on(scene.drawn, scene.design, scene.resources)
        suits = readable_ground(design, layer, unit, resources)
    for place in free_places(scene.design, unit, scene.resources, scene.region, suits):
        said = f"move {unit.label!r} {place.said}"
        yield Edit("position", layer.id, said, shifted(unit, place.dx, place.dy))


def align(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """In line with other words, on a free place beside them."""
    unit = unit_of(scene.design, layer.id)
    if unit.ids & scene.frozen:
        return
    for place in aligned_places(scene.design, unit, scene.resources, scene.region):
        said = f"line {unit.label!r} up with {place.said}"
        yield Edit("alignment", layer.id, said, shifted(unit, place.dx, place.dy))


def rejoin(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """A heading over its value, or a value under its heading, as its neighbours stand."""
    partner = _partner(scene.design, layer)
    step = _usual_step(scene.design, layer) if partner is not None else None
    if not isinstance(layer, TextLayer) or partner is None or step is None:
        return
    x, y = _corner(partner)
    own_x, own_y = _corner(layer)
    box = layer.box.shift(x + step[0] - own_x, y + step[1] - own_y)
    said = f"put {layer.label!r} back to {partner.label!r}"
    command = UpdateLayer(layer_id=layer.id, changes={"box": box})
    yield Edit("grouping", layer.id, said, command)


def move_art(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """What covers the words, moved off them by the shortest way."""
    if not isinstance(layer, TextLayer):
        return
    words = ink_box(layer, scene.resources.fonts)
    for unit in _covering(scene, layer):
        art = box_of(unit, scene.resources)
        ways = (words.bottom - art.y, words.y - art.bottom)
        for dy in sorted(ways, key=abs):
            if abs(dy) < 0.35 * art.height:
                way = f"{abs(dy):.0f} px {'down' if dy > 0 else 'up'}"
                command = shifted(unit, 0, dy)
                yield Edit("position", layer.id, f"move {unit.label!r} {way}", command)


def shrink_art(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """What covers the words, made smaller about its middle."""
    for unit in _covering(scene, layer) if isinstance(layer, TextLayer) else ():
        middle = box_of(unit, scene.resources).center
        for factor in _SMALLER:
            said = f"make {unit.label!r} {1 - factor:.0%} smaller"
            yield Edit("size", layer.id, said, scaled(unit, factor, middle))


def _covering(scene: Scene, layer: TextLayer) -> Iterator[Unit]:
    seen: set[str] = set()
    for name in sorted(covering_layers(scene.design, layer, scene.resources)):
        unit = unit_of(scene.design, name)
        if name not in seen and not unit.ids & scene.frozen:
            seen |= unit.ids
            yield unit


def _partner(design: Design, layer: Layer) -> TextLayer | None:
    """The value of a heading, the heading of a value."""
    is_label = layer.id.endswith("-label")
    wanted = layer.id.removesuffix("-label") if is_label else label_id(layer.id)
    found = next((other for other in walk(design) if other.id == wanted), None)
    return found if isinstance(found, TextLayer) else None


def _usual_step(design: Design, layer: Layer) -> tuple[float, float] | None:
    """From partner to layer as most other headings and values of the design stand."""
    steps = []
    for other in walk(design):
        same = other.id.endswith("-label") == layer.id.endswith("-label")
        partner = _partner(design, other) if same and other.id != layer.id else None
        if isinstance(other, TextLayer) and partner is not None:
            (x, y), (px, py) = _corner(other), _corner(partner)
            steps.append((x - px, y - py))
    if not steps:
        return None
    across, down = zip(*steps, strict=True)
    return median_low(across), median_low(down)


def _corner(layer: TextLayer) -> tuple[float, float]:
    x, _ = anchor(layer, layer.box)
    return x, layer.box.y
