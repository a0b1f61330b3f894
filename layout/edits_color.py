"""Edits of colour: other words, another ground under them."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.color import contrast, reach_contrast
from design_io.commands import AddLayer, UpdateLayer
from design_io.document import Design, Layer, ShapeLayer, TextLayer, walk
from design_io.paint import SolidFill
from design_io.text import ink_box
from layout.backdrop import shown_on
from layout.contrast import needed_contrast, text_contrasts
from layout.differences import apart
from layout.findings import Finding
from layout.frozen import MARKS
from layout.scene import Edit, Scene, place_of, siblings
from layout.units import unit_of

_TELLING = 1.6  # contrast from which a colour was meant
_PADS = (0.35, 0.2, 0.1)  # em around words on a plate


def recolor(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Another colour of the palette, else the same hue lighter or darker."""
    if not isinstance(layer, TextLayer) or layer.role in MARKS:
        return
    design, resources = shown_on(scene.drawn, scene.design, scene.resources)
    measured = text_contrasts(design, (layer,), resources).get(layer.id)
    if measured is None:
        return
    enough, own = 1.05 * measured.needed, layer.style.color[:7]
    lighter = reach_contrast(own, measured.ground, enough * 1.1)
    if measured.ratio > _TELLING:
        yield _recolored(layer, lighter, lighter)
    for color, whose in _kindred_colors(scene.design, layer):
        if contrast(color, measured.ground) >= enough:
            yield _recolored(layer, color, f"{color}, {whose}")
    yield _recolored(layer, lighter, lighter)


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


def _recolored(layer: TextLayer, color: str, said: str) -> Edit:
    spans = tuple(span.evolve(color=None) for span in layer.spans)
    changes = {"style": layer.style.evolve(color=color), "spans": spans, "fill": None}
    command = UpdateLayer(layer_id=layer.id, changes=changes)
    return Edit("colour", layer.id, f"recolour {layer.label!r} to {said}", command)


def _kindred_colors(design: Design, layer: TextLayer) -> Iterator[tuple[str, str]]:
    """Colours that suit the words, the likeliest first, and whose they are."""
    for other in siblings(design, layer):
        yield other.style.color[:7], f"like {other.label!r}"
    roles = ("title", "ink") if layer.role == "title" else ("ink", "soft", "accent_text")
    own = layer.style.color[:7]
    rest = sorted(design.palette, key=lambda role: apart(design.palette[role][:7], own))
    for role in dict.fromkeys((*roles, *rest)):
        if role in design.palette:
            yield design.palette[role][:7], f"the palette's {role}"


def _plated(scene: Scene, layer: TextLayer, color: str, pad: float) -> Edit:
    area = ink_box(layer, scene.resources.fonts).pad(pad * layer.style.size)
    plate = ShapeLayer(
        id=_plate_id(layer), name=f"Plate of {layer.label}"[:255], role="underlay",
        box=area.intersection(scene.design.canvas.box), fill=SolidFill(color=color),
    )  # fmt: skip
    parent, index = place_of(scene.design, layer.id)
    command = AddLayer(layer=plate, parent=parent, index=index)
    return Edit("backing", layer.id, f"lay a plate of {color} under {layer.label!r}", command)


def _plate_exists(scene: Scene, layer: TextLayer) -> bool:
    return any(other.id == _plate_id(layer) for other in walk(scene.design))


def _plate_id(layer: TextLayer) -> str:
    return f"plate-{layer.id}"[:48]


def _ground_of_button(scene: Scene, layer: TextLayer) -> ShapeLayer | None:
    """The shape that a button's words stand on."""
    leaves = unit_of(scene.design, layer.id).leaves
    shapes = (leaf for leaf in leaves if isinstance(leaf, ShapeLayer) and leaf.role == "underlay")
    return next((shape for shape in shapes if shape.id not in scene.frozen), None)
