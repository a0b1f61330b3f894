"""The effects of a layer and how far they reach beyond it.

Effects turn with their layer. Of several of one kind, later ones are painted above earlier ones;
from bottom to top a text paints shadows, extrusions, outlines, glyphs. Blur softens all of it.
"""

from __future__ import annotations

import math

from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Blur, Extrusion, Outline, Shadow

REACH = 3.0  # standard deviations after which a blur is no longer seen


def shadows(layer: Layer) -> tuple[Shadow, ...]:
    return tuple(effect for effect in layer.effects if isinstance(effect, Shadow))


def shadows_on_canvas(layer: Layer) -> tuple[Shadow, ...]:
    """The shadows with their offsets turned as the layer is."""
    if layer.kind == "group" or layer.rotation % 360 == 0:
        return shadows(layer)
    angle = math.radians(layer.rotation)
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple(
        shadow.evolve(dx=shadow.dx * cos - shadow.dy * sin, dy=shadow.dx * sin + shadow.dy * cos)
        for shadow in shadows(layer)
    )


def outlines(layer: Layer) -> tuple[Outline, ...]:
    if layer.kind != "text":
        return ()
    return tuple(effect for effect in layer.effects if isinstance(effect, Outline))


def extrusions(layer: Layer) -> tuple[Extrusion, ...]:
    if layer.kind != "text":
        return ()
    return tuple(effect for effect in layer.effects if isinstance(effect, Extrusion))


def blur_sigma(layer: Layer) -> float:
    """The standard deviation of all blurs of the layer together, canvas px."""
    return math.hypot(*(effect.radius for effect in layer.effects if isinstance(effect, Blur)))


def shadow_sigma(shadow: Shadow) -> float:
    return shadow.blur / 2  # as in CSS


def with_solid_effects(layer: Layer, box: Box) -> Box:
    """`box` grown by outlines and extrusions: the bounds of the silhouette."""
    drags = extrusions(layer)
    dragged = box
    for drag in drags:
        dragged = dragged.union(box.shift(drag.dx, drag.dy))
    return dragged.pad(max((outline.width for outline in outlines(layer)), default=0.0))


def with_shadows(layer: Layer, box: Box) -> Box:
    """The bounds of a silhouette, on the canvas, grown by the shadows it casts."""
    result = box
    for shadow in shadows_on_canvas(layer):
        cast = box.pad(REACH * shadow_sigma(shadow)).shift(shadow.dx, shadow.dy)
        result = result.union(cast)
    return result
