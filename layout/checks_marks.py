"""C19, marks: a logo is seen, large enough, and stands clear."""

from __future__ import annotations

import math
from collections.abc import Iterator

from design_io.commands import AddLayer, Batch, Command, UpdateLayer
from design_io.document import Design, ImageLayer
from layout.findings import Finding
from layout.logo import CLEAR, LEAST_LOGO, LEAST_SHOWN, PLATE, plate_box, plate_for, stand_of
from layout.subject import Subject, inks, soft, visible_texts


def check_logo_contrast(subject: Subject) -> Iterator[Finding]:
    """A logo is seen on its ground, or lies on a plain plate."""
    design = subject.design
    plated = any(layer.id == PLATE for layer in design.layers)
    for layer in _logos(design):
        plate = "" if plated else stand_of(design, layer, subject.resources).plate
        if plate:
            message = f"{layer.label!r} sinks into its ground; lay a plain plate under it"
            fix = _plated(subject, layer, plate)
            yield soft("logo-contrast", (layer.id,), 0, LEAST_SHOWN, message, fix)


def check_logo_space(subject: Subject) -> Iterator[Finding]:
    """Nothing is written in the clear space around a logo."""
    for layer in _logos(subject.design):
        free = layer.box.pad(CLEAR * layer.box.height - 1)
        for text in visible_texts(subject.design):
            if any(not free.intersection(ink).empty for ink in inks(text, subject.resources)):
                message = f"{text.label!r} stands in the clear space of the logo; move it away"
                yield soft("logo-space", (layer.id, text.id), 0, CLEAR, message)


def check_logo_size(subject: Subject) -> Iterator[Finding]:
    """A logo is large enough to be read."""
    canvas = subject.design.canvas
    least = LEAST_LOGO * min(canvas.width, canvas.height)
    for layer in _logos(subject.design):
        size = math.sqrt(layer.box.area)
        if size < least:
            message = f"{layer.label!r} is too small to be read; enlarge it"
            yield soft("logo-size", (layer.id,), size, least, message)


def _plated(subject: Subject, logo: ImageLayer, color: str) -> Command:
    """A plate under the logo, its outer edge where the logo's was, unless copy is in the way."""
    design, pad = subject.design, CLEAR * logo.box.height
    index = design.layers.index(logo)
    off = logo.box.center.x - design.canvas.width / 2
    inward = 0.0 if abs(off) < pad else -pad if off > 0 else pad
    moved = logo.evolve(box=logo.box.shift(inward, 0))
    area = plate_box(moved.box)
    printed = (ink for t in visible_texts(design) for ink in inks(t, subject.resources))
    if any(not area.intersection(ink).empty for ink in printed):
        return AddLayer(layer=plate_for(logo, color), index=index)
    plate = AddLayer(layer=plate_for(moved, color), index=index)
    shift = UpdateLayer(layer_id=logo.id, changes={"box": moved.box})
    return Batch(label="Logo plate", commands=(shift, plate))


def _logos(design: Design) -> list[ImageLayer]:
    """Top-level logos that are pictures."""
    shown = (layer for layer in design.layers if layer.visible and layer.role == "logo")
    return [layer for layer in shown if isinstance(layer, ImageLayer)]
