"""A picture dropped into a frame: cropped to its subject, the whole design in its colours.

Everything is one `Batch`, so one undo step. Locked layers stay as they are.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from agents.painting import copy_regions
from agents.pictures import colors_of, seen_in
from agents.recoloring import recolored
from design_io.commands import AddLayer, Batch, Command, RemoveLayer, UpdateLayer
from design_io.document import Design, ImageLayer, Layer, ShapeLayer, leaves
from design_io.errors import DesignError
from design_io.geometry import Box, Point
from design_io.paint import SolidFill
from design_io.resources import Resources
from design_io.study import Study, cut_out, studied
from generators.artist.cutout import contact_shadows, fitted
from generators.artist.duotone import in_two_inks, ink_steps, levels_of
from generators.artist.photograph import focus_for, shown_pixels, veils
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS

_VEIL = "veil-"


class Drop(NamedTuple):
    """A picture on its way into a frame of a design."""

    design: Design
    frame: ImageLayer | ShapeLayer
    asset: str
    palette: dict[str, str]
    request: GenerationRequest
    resources: Resources


def placed(design: Design, layer_id: str, asset: str, resources: Resources) -> Command:
    """The command that puts a stored picture into the frame `layer_id` and recolours the design."""
    frame = design.layer(layer_id)
    if not is_frame(frame) or not isinstance(frame, ImageLayer | ShapeLayer):
        names = ", ".join(repr(x.id) for x in leaves(design) if is_frame(x)) or "none"
        raise DesignError(f"layer {layer_id!r} shows no picture; frames of this design: {names}")
    palette = _palette(design, studied(resources.assets, asset), asset)
    request = GenerationRequest(
        prompt=frame.alt, width=design.canvas.width, height=design.canvas.height,
        regions=(Region(box=frame.box, kind="object"), *copy_regions(design, resources)),
        palette=palette, system=design.system,
    )  # fmt: skip
    drop = Drop(design, frame, asset, palette, request, resources)
    new = _swapped(drop)
    commands = [_difference(frame, new), *_around(drop, new)]
    skip = frozenset(c.layer_id for c in commands if isinstance(c, UpdateLayer | RemoveLayer))
    changed = recolored(design, palette, skip) if palette != design.palette else ()
    return Batch(label="Place a picture", commands=(*commands, *changed))


def is_frame(layer: Layer) -> bool:
    """Whether a picture can be dropped on the layer."""
    if isinstance(layer, ShapeLayer):
        return layer.fill is not None and layer.fill.kind == "picture"
    return isinstance(layer, ImageLayer) and layer.role in ("picture", "hero", "background")


def _palette(design: Design, picture: Study, asset: str) -> dict[str, str]:
    """The system's palette drawn from the picture; a foreign design keeps its own."""
    system = SYSTEMS.get(design.system)
    if system is None or not design.palette:
        return design.palette
    seen = seen_in(picture, design.canvas)
    colors = colors_of(picture) if system.palettes.kind == "fixed" else ()
    return palette_for(system, seen.vivid, colors, (), int(asset[:8], 16), seen)


def _swapped(drop: Drop) -> ImageLayer | ShapeLayer:
    """The frame with the new picture, cropped; a thing without ground keeps its foot."""
    frame, assets = drop.frame, drop.resources.assets
    if isinstance(frame, ShapeLayer):
        focus = focus_for(drop.request, drop.asset, frame.box, assets)
        fill = frame.fill.evolve(asset=drop.asset, focus=focus) if frame.fill else None
        return frame.evolve(fill=fill)
    cut = cut_out(assets, drop.asset) if frame.fit != "cover" else None
    if cut is not None:
        study = studied(assets, cut)
        thing = fitted(frame.box, study.subject.width * study.width
                       / (study.subject.height * study.height))  # fmt: skip
        box = _around_subject(thing, study.subject)
        return frame.evolve(asset=cut, fit="stretch", box=box, focus=Point(0.5, 0.5))
    focus = focus_for(drop.request, drop.asset, frame.box, assets)
    return frame.evolve(asset=drop.asset, fit="cover", focus=focus)


def _around_subject(thing: Box, subject: Box) -> Box:
    """The box of the whole picture whose subject fills `thing`."""
    width, height = thing.width / subject.width, thing.height / subject.height
    box = (thing.x - subject.x * width, thing.y - subject.y * height, width, height)
    return Box(*(round(v, 2) for v in box))


def _difference(old: Layer, new: Layer) -> UpdateLayer:
    fields = {name: value for name, value in new if value != getattr(old, name)}
    return UpdateLayer(layer_id=old.id, changes=fields)


def _around(drop: Drop, new: Layer) -> list[Command]:
    """What depends on the picture: its shadows, its inks, the veils under the copy."""
    if not isinstance(new, ImageLayer):
        return []
    if new.fit != "cover":
        return _shadows(drop, new)
    shown = shown_pixels(new, drop.resources.assets)
    commands: list[Command] = []
    ids = {layer.id for layer in leaves(drop.design)}
    if {"light-ink", "dark-ink"} <= ids:
        dark, light = drop.palette["dark"], drop.palette["light"]
        levels = levels_of(shown)
        for layer_id, _, color, _ in ink_steps(levels, dark, light):
            commands += _changed(drop.design, layer_id, {"fill": SolidFill(color=color)})
        shown = in_two_inks(shown, levels, dark, light)
    return [*commands, *_veils(drop, new, shown)]


def _shadows(drop: Drop, new: ImageLayer) -> list[Command]:
    study = studied(drop.resources.assets, new.asset or "")
    thing = Box(
        new.box.x + study.subject.x * new.box.width, new.box.y + study.subject.y * new.box.height,
        study.subject.width * new.box.width, study.subject.height * new.box.height,
    )  # fmt: skip
    commands: list[Command] = []
    if "plate" not in drop.palette:
        return commands
    for shadow in contact_shadows(thing, drop.palette):
        if isinstance(shadow, ShapeLayer):
            commands += _changed(drop.design, shadow.id, {"box": shadow.box, "fill": shadow.fill})
    return commands


def _changed(design: Design, layer_id: str, changes: dict[str, Any]) -> list[Command]:
    """An update of the layer, when it is there and not locked."""
    found = next((x for x in leaves(design) if x.id == layer_id), None)
    if found is None or found.locked:
        return []
    return [UpdateLayer(layer_id=layer_id, changes=changes)]


def _veils(drop: Drop, new: ImageLayer, shown: Any) -> list[Command]:
    """Old veils out, new ones in their place: right above the picture or its group."""
    old = [x for x in drop.design.layers if x.id.startswith(_VEIL)]
    over = SYSTEMS.get(drop.design.system)
    if any(x.locked for x in old) or over is None or over.zones.composition != "full":
        return []
    commands: list[Command] = [RemoveLayer(layer_id=x.id) for x in old]
    top = next(
        n for n, x in enumerate(drop.design.layers)
        if x.id == new.id or (x.kind == "group" and any(m.id == new.id for m in x.layers))
    )  # fmt: skip
    tint, ink = drop.palette["bg"], drop.palette["ink"]
    for number, veil in enumerate(veils(drop.request, new.box, shown, tint, ink), 1):
        commands.append(AddLayer(layer=veil, index=top + number))
    return commands
