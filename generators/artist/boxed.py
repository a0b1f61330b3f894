"""Several objects, each drawn whole inside its own box, and a quiet ground behind all boxes.

Every box is a small sheet of the visual system: its scene, its ground, cut at the edges of the box.
"""

from __future__ import annotations

from collections.abc import Callable

from design_io.assets import AssetStore
from design_io.color import mix
from design_io.document import GroupLayer, Layer, Mask, ShapeLayer
from design_io.geometry import Box
from generators.artist.drawing import solid
from generators.artist.grounds import ground
from generators.request import GenerationRequest, Painted, Region

Draw = Callable[[GenerationRequest], tuple[Painted, ...]]
_WHOLE = "M0 0H1V1H0Z"
_OPEN = frozenset(
    {"riso", "editorial", "arch", "bauhaus", "pattern"}
)  # systems whose things stand on any ground
_SMALL = 0.17  # of the sheet's short side: boxes that hold the thing alone
_LEAST_FREE = 0.3  # of a box, for a drawing beside words that lie on it


def paint(request: GenerationRequest, assets: AssetStore, draw: Draw) -> tuple[Painted, ...]:
    """The ground, and a group for every box, all behind the copy."""
    objects = [region for region in request.regions if region.kind == "object"]
    made = ground(request, assets)
    for number, region in enumerate(objects, 1):
        made.append(_drawn(request, region, number, draw))
    return tuple(Painted(layer=layer) for layer in made)


def _drawn(request: GenerationRequest, region: Region, number: int, draw: Draw) -> Layer:
    box = region.box
    sheet = Box(0, 0, max(1, round(box.width)), max(1, round(box.height)))
    small = min(box.width, box.height) < _SMALL * min(request.width, request.height)
    palette = _flat(request.palette) if small else request.palette
    zone = _beside(box, [r.box for r in request.regions if r.kind == "text"]).shift(-box.x, -box.y)
    if small:
        zone = zone.pad(-0.1 * min(zone.width, zone.height))
    told = request.evolve(
        prompt=region.caption, width=int(sheet.width), height=int(sheet.height), palette=palette,
        boxed=False, regions=(Region(box=zone, kind="object", caption=region.caption),),
        subjects=region.subjects, seed=request.seed + number - 1, references=(),
        system="emblem" if small else request.system,
    )  # fmt: skip
    color = palette["plate"] if small else palette["bg"]
    panel = ShapeLayer(
        id="sheet-panel", name="Panel", role="background", box=sheet, fill=solid(color)
    )
    inside = tuple(item.layer for item in draw(told))
    if small or request.system not in _OPEN:
        inside = (panel, *inside)
    prefix = f"box-{number}-"
    return GroupLayer(
        id=f"picture-{number}", name=region.caption[:80], role="hero", alt=region.caption,
        layers=tuple(_moved(layer, box.x, box.y, prefix) for layer in inside),
        mask=Mask(box=box, path=_WHOLE),
    )  # fmt: skip


def _flat(palette: dict[str, str]) -> dict[str, str]:
    """Colours for a thing alone on a plate."""
    accent = palette.get("accent", palette["ink"])
    plate = mix(palette["bg"], accent, 0.2)
    own = {"bg": plate, "plate": plate, "main": accent, "figure": accent}
    return palette | own | {"figure_shade": palette["ink"]}


def _beside(box: Box, words: list[Box]) -> Box:
    """The largest side of the box that no words lie on; all of it where little is left."""
    free = box
    for each in words:
        cut = each.intersection(free)
        if cut.empty:
            continue
        sides = (
            Box(free.x, free.y, cut.x - free.x, free.height),
            Box(cut.right, free.y, free.right - cut.right, free.height),
            Box(free.x, free.y, free.width, cut.y - free.y),
            Box(free.x, cut.bottom, free.width, free.bottom - cut.bottom),
        )
        free = max(sides, key=lambda side: side.area)
    return free if free.area >= _LEAST_FREE * box.area else box


def _moved(layer: Layer, dx: float, dy: float, prefix: str) -> Layer:
    """The layer at its place on the sheet, under a name of its own."""
    named = {"id": f"{prefix}{layer.id}"[:48]}
    mask = layer.mask.evolve(box=layer.mask.box.shift(dx, dy)) if layer.mask else None
    if isinstance(layer, GroupLayer):
        members = tuple(_moved(each, dx, dy, prefix) for each in layer.layers)
        return layer.evolve(**named, layers=members, mask=mask)
    box = layer.box.shift(dx, dy)
    return layer.evolve(**named, box=Box(*(round(v, 2) for v in box)), mask=mask)
