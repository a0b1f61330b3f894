"""A design's picture painted anew by a slow painter, and put behind its copy as one step.

What hands did to the design while it was painted stays: art that was touched, locked or added.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from agents.lexicon import icons_for
from agents.painting import copy_regions, joined
from design_io.commands import Batch, Command, RemoveLayer, apply
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves, walk
from design_io.errors import DesignError
from design_io.geometry import Box, union_all
from design_io.resources import Resources
from generators.request import GenerationRequest, Painted, Region
from layout.plan import DesignPlan
from layout.readable import readable

SAID = "Paint the picture"


class Wireframe(NamedTuple):
    """What a painter is told about a design: its regions, those that can be dragged by a name."""

    base: Design  # as it was when the painting began
    objects: Mapping[str, Region]

    def moved(self, name: str, box: Box) -> Wireframe:
        """The wireframe with one of its objects elsewhere."""
        if name not in self.objects:
            raise DesignError("this place of the picture is gone; the painting goes on without it")
        inside = box.intersection(self.base.canvas.box)
        if inside.empty:
            raise DesignError("this place lies outside the sheet; drag it back onto the sheet")
        region = self.objects[name].evolve(box=inside)
        return self._replace(objects={**self.objects, name: region})


def wireframe_of(design: Design) -> Wireframe:
    """Where pictures are by now; the whole sheet for art that has no place of its own."""
    heroes = [x for x in design.layers if _is_art(x) and x.role == "hero"]
    boxed = {x.id: _region(x, design) for x in heroes if x.mask is not None}
    if boxed:
        return Wireframe(design, boxed)
    art = [_region(x, design) for x in heroes or [x for x in design.layers if _is_art(x)]]
    whole = union_all(region.box for region in art)
    caption = next((region.caption for region in art if region.caption), design.title)
    box = design.canvas.box if whole.empty else whole
    picture = Region(box=box, kind="object", caption=caption, subjects=icons_for(caption)[:4])
    return Wireframe(design, {"picture": picture})


def request_for(
    frame: Wireframe, now: Design, plan: DesignPlan | None, resources: Resources
) -> GenerationRequest:
    """The picture asked for: objects where they were dragged, copy where it stands now."""
    canvas = now.canvas
    return GenerationRequest(
        prompt=plan.prompt if plan else now.title, width=canvas.width, height=canvas.height,
        regions=(*frame.objects.values(), *copy_regions(now, resources)), palette=now.palette,
        seed=plan.seed if plan else 0, system=now.system, ground=True,
        subjects=plan.subjects if plan else icons_for(now.title), boxed=len(frame.objects) > 1,
    )  # fmt: skip


def swapped(
    frame: Wireframe, now: Design, painted: tuple[Painted, ...], resources: Resources
) -> Batch:
    """The painted layers for the art that nobody has touched since; DesignError where all of the
    design is another by now."""
    before = {layer.id: layer for layer in frame.base.layers}
    art = [x for x in now.layers if _is_art(x)]
    gone = [x for x in art if before.get(x.id) == x and not _is_locked(x)]
    if not gone and (art or any(_is_art(x) for x in frame.base.layers)):
        raise DesignError("the picture was changed by hand meanwhile, so the painting is left out")
    commands: list[Command] = [RemoveLayer(layer_id=layer.id) for layer in gone]
    bare = apply(now, Batch(commands=tuple(commands)), "agent") if commands else now
    commands.append(joined(bare, _renamed(painted, bare)))
    shown = apply(bare, commands[-1], "agent")
    styles = {x.id: x.style for x in leaves(frame.base) if isinstance(x, TextLayer)}
    by_hand = {
        x.id for x in leaves(now) if isinstance(x, TextLayer) and styles.get(x.id) != x.style
    }
    return Batch(label=SAID, commands=(*commands, *readable(shown, resources, by_hand)))


def _is_art(layer: Layer) -> bool:
    """What a painter made: behind or around the copy, never copy itself."""
    return bool(layer.source and layer.source.generator) and layer.kind != "text"


def _is_locked(layer: Layer) -> bool:
    inside = layer.layers if isinstance(layer, GroupLayer) else ()
    return layer.locked or any(_is_locked(each) for each in inside)


def _region(layer: Layer, design: Design) -> Region:
    if layer.mask is not None:
        box = layer.mask.box
    elif isinstance(layer, GroupLayer):
        box = union_all(x.box for x in leaves(design.evolve(layers=(layer,))) if x.kind != "group")
    else:
        box = layer.box
    caption = layer.alt or (layer.source.prompt if layer.source else "")
    return Region(
        box=box.intersection(design.canvas.box), kind="object", caption=caption,
        subjects=icons_for(caption)[:4],
    )  # fmt: skip


def _renamed(painted: tuple[Painted, ...], design: Design) -> tuple[Painted, ...]:
    """Painted layers under names that the design has not taken."""
    taken = {layer.id for layer in walk(design)}
    made = []
    for item in painted:
        layer, number = item.layer, 2
        while layer.id in taken:
            layer = item.layer.evolve(id=f"{item.layer.id[:40]}-{number}")
            number += 1
        taken.add(layer.id)
        made.append(item.evolve(layer=layer))
    return tuple(made)
