"""Typed edits: for a finding and a layer, the small named changes that might mend it.

`WAYS` at the foot says which are tried for which rule. Each yields alternatives, mildest first;
whether one helps is for the checks to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from design_io.color import contrast, reach_contrast
from design_io.commands import AddLayer, Command, MoveLayer, UpdateLayer
from design_io.document import Design, GroupLayer, Layer, ShapeLayer, TextLayer, walk
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.resources import Resources
from design_io.text import fitted, ink_box, typeset
from layout.backdrop import Backdrop, shown_on
from layout.contrast import DISPLAY_WIDTH, LARGE_CSS, needed_contrast, text_contrasts
from layout.differences import apart
from layout.findings import Finding
from layout.frozen import MARKS
from layout.hidden_ink import covering_layers
from layout.places import aligned_places, free_places, readable_ground
from layout.units import Unit, box_of, resized, scaled, shifted, unit_of

_SMALLER = (0.94, 0.88, 0.8, 0.72, 0.62, 0.5)
_NARROWER = (0.86, 0.72, 0.58, 0.45)
_TIGHTER = ((0.94, -5.0), (0.88, -10.0), (0.82, -20.0))  # of the leading; 1/1000 em
_LEAST_LEADING = 0.9
_CONDENSED = ("Archivo Narrow", "Oswald", "Sofia Sans Extra Condensed")
_PADS = (0.35, 0.2, 0.1)  # em around words on a plate


class Edit(NamedTuple):
    kind: str  # colour, backing, position, alignment, size, style, wrap, spacing, font, order
    layer: str  # id
    said: str
    command: Command


class Scene(NamedTuple):
    """What an edit is made in; `region` is where words may stand."""

    design: Design
    resources: Resources
    frozen: frozenset[str]
    region: Box
    drawn: Backdrop


def edits_for(scene: Scene, finding: Finding) -> Iterator[Iterator[Edit]]:
    """Every way to mend the finding; each an iterator of alternatives, mildest first."""
    for layer_id in finding.layers:
        layer = scene.design.layer(layer_id)
        if layer_id in scene.frozen:
            continue
        for way in WAYS.get(finding.rule, _ANY):
            yield way(scene, finding, layer)
    yield _suggested(scene, finding)


def recolor(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Another colour of the palette, else the same hue lighter or darker."""
    if not isinstance(layer, TextLayer) or layer.role in MARKS:
        return
    design, resources = shown_on(scene.drawn, scene.design, scene.resources)
    measured = text_contrasts(design, (layer,), resources).get(layer.id)
    if measured is None:
        return
    enough, own = 1.05 * measured.needed, layer.style.color[:7]
    palette = {color[:7]: role for role, color in scene.design.palette.items()}
    fit = [color for color in palette if contrast(color, measured.ground) >= enough]
    for color in sorted(fit, key=lambda color: apart(color, own))[:2]:
        yield _recolored(layer, color, f"{color}, the palette's {palette[color]}")
    color = reach_contrast(own, measured.ground, enough * 1.1)
    yield _recolored(layer, color, color)


def back(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """A plain plate under the words, of the palette when one of its colours serves."""
    if not isinstance(layer, TextLayer) or layer.rotation % 360 or _plate_exists(scene, layer):
        return
    enough = 1.1 * needed_contrast(scene.design, layer)
    colors = (*dict.fromkeys(scene.design.palette.values()), "#17171a", "#ffffff")
    fit = [color for color in colors if contrast(color[:7], layer.style.color[:7]) >= enough]
    if not fit:
        return
    button = _ground_of_button(scene, layer)
    if button is not None:
        changes = {"fill": SolidFill(color=fit[0][:7])}
        said = f"recolour what lies under {layer.label!r} to {fit[0][:7]}"
        command = UpdateLayer(layer_id=button.id, changes=changes)
        yield Edit("backing", layer.id, said, command)
        return
    for pad in _PADS:
        yield _plated(scene, layer, fit[0][:7], pad)


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


def match(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Set like the words of its own kind: their font, size and colour."""
    if not isinstance(layer, TextLayer) or layer.role in MARKS:
        return
    siblings = _siblings(scene.design, layer)
    for other in sorted(siblings, key=lambda x: (x.role != layer.role, x.id))[:2]:
        if other.style != layer.style:
            new = layer.evolve(style=other.style, spans=(), fill=other.fill)
            said = f"set {layer.label!r} like {other.label!r}"
            yield _sized(layer, _high_enough(new, scene), said, "style")


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
        for factor in _SMALLER[:-1]:
            said = f"make {unit.label!r} {1 - factor:.0%} smaller"
            yield Edit("size", layer.id, said, scaled(unit, factor, middle))


def raise_up(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """To the front of everything."""
    command = MoveLayer(layer_id=layer.id)
    yield Edit("order", layer.id, f"bring {layer.label!r} to the front", command)


def shrink(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Smaller, held at the edge the words are set on; overflowing words to what fits."""
    unit = unit_of(scene.design, layer.id)
    if unit.ids & scene.frozen:
        return
    if finding.rule == "overflow" and isinstance(layer, TextLayer):
        fit = fitted(layer.evolve(fit="shrink"), scene.resources.fonts)
        yield _sized(layer, fit, f"set {layer.label!r} at {fit.style.size:.0f} px")
        return
    box = box_of(unit, scene.resources)
    for factor in _SMALLER:
        said = f"make {unit.label!r} {1 - factor:.0%} smaller"
        yield Edit("size", layer.id, said, scaled(unit, factor, _held(layer, box, scene.region)))


def enlarge(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Large enough to be read; the box grows with the words."""
    unit = unit_of(scene.design, layer.id)
    if unit.ids & scene.frozen:
        return
    least = finding.threshold
    if finding.rule == "contrast":
        least = LARGE_CSS * scene.design.canvas.width / DISPLAY_WIDTH
    now = layer.style.size if isinstance(layer, TextLayer) else finding.measure
    factor = least * 1.01 / max(now, 0.1)
    if 1 < factor < 12:
        said = f"make {unit.label!r} {factor - 1:.0%} larger"
        anchor = _anchor(layer, box_of(unit, scene.resources))
        yield Edit("size", layer.id, said, scaled(unit, factor, anchor))


def enlarge_rewrapped(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Large enough to be read, in a box as wide as the sheet allows."""
    if not isinstance(layer, TextLayer) or finding.threshold <= layer.style.size:
        return
    factor = finding.threshold * 1.01 / layer.style.size
    grown = layer.evolve(**resized(layer, factor))
    said = f"set {layer.label!r} at {grown.style.size:.0f} px over the whole width"
    region = scene.region
    box = Box(region.x, layer.box.y, region.width, layer.box.height)
    yield _sized(layer, _high_enough(grown.evolve(box=box), scene), said, "wrap")


def narrow(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """The same words at the same size in more lines."""
    if not isinstance(layer, TextLayer) or " " not in layer.text.strip():
        return
    ink = ink_box(layer, scene.resources.fonts)
    left, _ = _anchor(layer, layer.box)
    for share in _NARROWER:
        width = ink.width * share
        at = left - width * (left - layer.box.x) / max(layer.box.width, 1)
        box = Box(at, layer.box.y, width, layer.box.height)
        rewrapped = layer.evolve(box=box, wrap="balance", max_lines=None)
        if not typeset(rewrapped, scene.resources.fonts).lines:
            continue
        said = f"break {layer.label!r} into more lines, {width:.0f} px wide"
        yield _sized(layer, _high_enough(rewrapped, scene), said, "wrap")


def widen(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """A larger box for the same words: higher, wider, as wide as the sheet allows."""
    if not isinstance(layer, TextLayer):
        return
    higher = _high_enough(layer, scene)
    yield _sized(layer, higher, f"give {layer.label!r} a higher box", "wrap")
    region = scene.region
    wide = layer.evolve(box=Box(region.x, layer.box.y, region.width, layer.box.height))
    said = f"give {layer.label!r} the whole width"
    yield _sized(layer, _high_enough(wide, scene), said, "wrap")


def tighten(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Less space between lines and letters."""
    if not isinstance(layer, TextLayer):
        return
    for share, tracking in _TIGHTER:
        leading = max(_LEAST_LEADING, round(layer.style.leading * share, 3))
        style = layer.style.evolve(leading=leading, tracking=layer.style.tracking + tracking)
        said = f"set {layer.label!r} tighter"
        yield _sized(layer, layer.evolve(style=style), said, "spacing")


def condense(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """The same words in a narrower family that has all their letters."""
    if not isinstance(layer, TextLayer) or layer.role in MARKS:
        return
    width = typeset(layer, scene.resources.fonts).width
    for family in _CONDENSED:
        style = layer.style.evolve(font=family, italic=False)
        new = layer.evolve(style=style, spans=())
        result = typeset(new, scene.resources.fonts)
        families = {run.face.family for line in result.lines for run in line.runs}
        if families == {family} and result.width < 0.94 * width:
            yield _sized(layer, new, f"set {layer.label!r} in {family}", "font")


def _suggested(scene: Scene, finding: Finding) -> Iterator[Edit]:
    """What the check itself proposes."""
    for command in finding.commands:
        kind = {"add_layer": "backing", "batch": "backing", "move_layer": "order"}.get(command.op)
        if kind is not None and finding.layers:
            label = scene.design.layer(finding.layers[0]).label
            yield Edit(kind, finding.layers[0], _SAID[kind].format(repr(label)), command)


def _recolored(layer: TextLayer, color: str, said: str) -> Edit:
    spans = tuple(span.evolve(color=None) for span in layer.spans)
    changes = {"style": layer.style.evolve(color=color), "spans": spans, "fill": None}
    command = UpdateLayer(layer_id=layer.id, changes=changes)
    return Edit("colour", layer.id, f"recolour {layer.label!r} to {said}", command)


def _sized(old: TextLayer, new: TextLayer, said: str, kind: str = "size") -> Edit:
    fields = ("box", "style", "spans", "fill", "wrap", "max_lines")
    changes = {f: getattr(new, f) for f in fields if getattr(new, f) != getattr(old, f)}
    return Edit(kind, old.id, said, UpdateLayer(layer_id=old.id, changes=changes))


def _high_enough(layer: TextLayer, scene: Scene) -> TextLayer:
    height = typeset(layer, scene.resources.fonts).height
    return layer.evolve(box=layer.box._replace(height=max(1.0, round(height, 2))))


def _anchor(layer: Layer, box: Box) -> tuple[float, float]:
    """The point that stays when words grow: their set edge at the top, else the middle."""
    if not isinstance(layer, TextLayer):
        return box.center
    edges = {"center": box.center.x, "right": box.right, "end": box.right}
    return edges.get(layer.align, box.x), box.y


def _held(layer: Layer, box: Box, region: Box) -> tuple[float, float]:
    """The anchor, but the edge that is still inside when another leaves the region."""
    x, y = _anchor(layer, box)
    if box.x < region.x or box.right > region.right:
        x = box.right if box.x < region.x else box.x
    if box.y < region.y or box.bottom > region.bottom:
        y = box.bottom if box.y < region.y else box.y
    return x, y


def _covering(scene: Scene, layer: TextLayer) -> Iterator[Unit]:
    seen: set[str] = set()
    for name in sorted(covering_layers(scene.design, layer, scene.resources)):
        unit = unit_of(scene.design, name)
        if name not in seen and not unit.ids & scene.frozen:
            seen |= unit.ids
            yield unit


def _ground_of_button(scene: Scene, layer: TextLayer) -> ShapeLayer | None:
    """The shape that a button's words stand on."""
    leaves = unit_of(scene.design, layer.id).leaves
    shapes = (leaf for leaf in leaves if isinstance(leaf, ShapeLayer) and leaf.role == "underlay")
    return next((shape for shape in shapes if shape.id not in scene.frozen), None)


def _siblings(design: Design, layer: TextLayer) -> list[TextLayer]:
    """Other words of the same role, and of the same group that are no labels."""
    parent, _ = _place_of(design, layer.id)
    found = []
    for other in walk(design):
        if not isinstance(other, TextLayer) or other.id == layer.id or not other.visible:
            continue
        together = parent is not None and _place_of(design, other.id)[0] == parent
        both_labels = (other.role == "kicker") == (layer.role == "kicker")
        if other.role == layer.role or (together and both_labels):
            found.append(other)
    return found


def _place_of(design: Design, layer_id: str) -> tuple[str | None, int]:
    """The group a layer lies in, and where in it."""
    for parent in (None, *(x for x in walk(design) if isinstance(x, GroupLayer))):
        members = design.layers if parent is None else parent.layers
        for index, member in enumerate(members):
            if member.id == layer_id:
                return (parent.id if parent else None), index
    return None, 0


def _plated(scene: Scene, layer: TextLayer, color: str, pad: float) -> Edit:
    area = ink_box(layer, scene.resources.fonts).pad(pad * layer.style.size)
    plate = ShapeLayer(
        id=_plate_id(layer), name=f"Plate of {layer.label}"[:255], role="underlay",
        box=area.intersection(scene.design.canvas.box), fill=SolidFill(color=color),
    )  # fmt: skip
    parent, index = _place_of(scene.design, layer.id)
    command = AddLayer(layer=plate, parent=parent, index=index)
    return Edit("backing", layer.id, f"lay a plate of {color} under {layer.label!r}", command)


def _plate_exists(scene: Scene, layer: TextLayer) -> bool:
    return any(other.id == _plate_id(layer) for other in walk(scene.design))


def _plate_id(layer: TextLayer) -> str:
    return f"plate-{layer.id}"[:48]


_SAID = {"backing": "lay a plate under {}", "order": "bring {} to the front"}

Way = Callable[[Scene, Finding, Layer], Iterator[Edit]]
_ANY: tuple[Way, ...] = (move, align, shrink, narrow)
WAYS: dict[str, tuple[Way, ...]] = {
    "contrast": (recolor, match, back, move, enlarge),
    "overlap": (move, align, shrink, match, narrow, tighten, condense),
    "off-canvas": (move, align, shrink, match, narrow, condense),
    "safe-zone": (move, align, shrink, narrow, condense),
    "hidden-ink": (move, move_art, shrink_art, shrink),
    "overflow": (shrink, match, widen, tighten, condense),
    "legible-size": (enlarge, match, enlarge_rewrapped),
    "logo-contrast": (move,),
    "logo-space": (move, shrink, narrow),
    "logo-size": (enlarge,),
    "required-text": (),
    "missing-glyphs": (),
}
