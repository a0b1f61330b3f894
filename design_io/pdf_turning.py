"""Rotation of a layer about the centre of its box."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from design_io.document import PlacedLayer
from design_io.pdf_drawing import Content, Matrix


@contextmanager
def turned(content: Content, layer: PlacedLayer) -> Iterator[None]:
    if not layer.rotation % 360:
        yield
        return
    with content.saved():
        content.concat(_turn(layer))
        yield


@contextmanager
def clipping_turned(content: Content, layer: PlacedLayer) -> Iterator[None]:
    """As `turned`, but what is cut inside stays cut: it is turned back by hand."""
    if not layer.rotation % 360:
        yield
        return
    content.concat(_turn(layer, 1))
    yield
    content.concat(_turn(layer, -1))


@contextmanager
def set_straight(content: Content, layer: PlacedLayer) -> Iterator[None]:
    """Inside `turned`: turned back to the nearest right angle."""
    tilt = (layer.rotation + 45) % 90 - 45
    with content.saved():
        content.concat(_turn(layer.evolve(rotation=-tilt)))
        yield


def _turn(layer: PlacedLayer, sense: int = 1) -> Matrix:
    angle = math.radians(sense * layer.rotation)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = layer.box.center
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
