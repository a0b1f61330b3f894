"""Edits of type: size, lines, spacing, family, and the style of kindred words."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.commands import Batch, UpdateLayer, apply
from design_io.document import Layer, TextLayer
from design_io.geometry import Box
from design_io.text import fitted, ink_box, typeset
from layout.contrast import DISPLAY_WIDTH, LARGE_CSS
from layout.findings import Finding
from layout.frozen import MARKS
from layout.places import free_places
from layout.scene import Edit, Scene, anchor, siblings
from layout.units import box_of, resized, scaled, shifted, unit_of

_SMALLER = (0.94, 0.88, 0.8, 0.72, 0.62)
_NARROWER = (0.86, 0.72, 0.58, 0.45)
_TIGHTER = ((0.94, -5.0), (0.88, -10.0), (0.82, -20.0))  # of the leading; 1/1000 em
_LEAST_LEADING = 0.9
_CONDENSED = ("Archivo Narrow", "Oswald", "Sofia Sans Extra Condensed")


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


def refit(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """As much smaller as it takes to stand on a free place, and moved there."""
    unit = unit_of(scene.design, layer.id)
    if unit.ids & scene.frozen:
        return
    for factor in _SMALLER:
        about = anchor(layer, box_of(unit, scene.resources))
        sizing = scaled(unit, factor, about)
        smaller = apply(scene.design, sizing, "agent")
        moving = unit_of(smaller, layer.id)
        for place in free_places(smaller, moving, scene.resources, scene.region)[:1]:
            said = f"make {unit.label!r} {1 - factor:.0%} smaller and move it {place.said}"
            steps = (sizing, shifted(moving, place.dx, place.dy))
            yield Edit("size", layer.id, said, Batch(commands=steps))


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
        about = anchor(layer, box_of(unit, scene.resources))
        yield Edit("size", layer.id, said, scaled(unit, factor, about))


def match(scene: Scene, finding: Finding, layer: Layer) -> Iterator[Edit]:
    """Set like the words of its own kind: their font, size and colour."""
    if not isinstance(layer, TextLayer) or layer.role in MARKS:
        return
    kin = siblings(scene.design, layer)
    for other in sorted(kin, key=lambda x: (x.role != layer.role, x.id))[:2]:
        if other.style != layer.style:
            new = layer.evolve(style=other.style, spans=(), fill=other.fill)
            said = f"set {layer.label!r} like {other.label!r}"
            yield _sized(layer, _high_enough(new, scene), said, "style")


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
    left, _ = anchor(layer, layer.box)
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


def _sized(old: TextLayer, new: TextLayer, said: str, kind: str = "size") -> Edit:
    fields = ("box", "style", "spans", "fill", "wrap", "max_lines")
    changes = {f: getattr(new, f) for f in fields if getattr(new, f) != getattr(old, f)}
    return Edit(kind, old.id, said, UpdateLayer(layer_id=old.id, changes=changes))


def _high_enough(layer: TextLayer, scene: Scene) -> TextLayer:
    height = typeset(layer, scene.resources.fonts).height
    return layer.evolve(box=layer.box._replace(height=max(1.0, round(height, 2))))


def _held(layer: Layer, box: Box, region: Box) -> tuple[float, float]:
    """The anchor, but the edge that is still inside when another leaves the region."""
    x, y = anchor(layer, box)
    if box.x < region.x or box.right > region.right:
        x = box.right if box.x < region.x else box.x
    if box.y < region.y or box.bottom > region.bottom:
        y = box.bottom if box.y < region.y else box.y
    return x, y
