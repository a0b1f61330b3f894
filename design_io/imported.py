"""What the readers of other programs' files share: ids, roles, warnings, pictures, masks.

A reader gives layers bottom first; `finished` makes them a design. Roles are guessed modestly: a
layer named like a role has it, the largest words are the title, a full bottom layer is the ground.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, NamedTuple, get_args

import numpy as np
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import (
    MAX_LAYERS,
    MAX_PATH,
    MAX_PIXELS,
    Canvas,
    Design,
    ImageLayer,
    Layer,
    Mask,
    Role,
    ShapeLayer,
    Source,
    TextLayer,
    leaves,
    validated,
)
from design_io.errors import DesignError, ImportRejected
from design_io.fonts import FontLibrary
from design_io.geometry import Box, Point
from design_io.pathfinder import path_data
from design_io.paths import parse_path
from design_io.rasters import inked, png_bytes
from design_io.render import Raster

MOST_PAINT = 16 * MAX_PIXELS  # px of all layers together
_MOST_WARNINGS = 40
_ROLES: tuple[Role, ...] = get_args(Role)
_GROUND = 0.98  # of the canvas


class Import(NamedTuple):
    """A file from another program, read: the design and what of the file was not kept."""

    design: Design
    warnings: tuple[str, ...] = ()


@dataclass
class Reading:
    """One file while it is read: where its pictures go, which ids are taken, what was lost."""

    name: str  # of the file, for people
    assets: AssetStore
    fonts: FontLibrary
    warnings: list[str] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _paint: int = 0  # px taken in

    def warn(self, sentence: str) -> None:
        if sentence not in self.warnings and len(self.warnings) < _MOST_WARNINGS:
            self.warnings.append(sentence)

    def layer_id(self, label: str, kind: str) -> str:
        """An id made of the label's plain letters, unlike every other."""
        plain = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:40]
        stem = plain if plain[:1].isalpha() else f"{kind}-{plain}".strip("-")[:40]
        number, chosen = 1, stem
        while chosen in self._ids:
            number += 1
            chosen = f"{stem}-{number}"
        if len(self._ids) >= MAX_LAYERS:
            raise ImportRejected(f"{self.name} has more than {MAX_LAYERS} layers; merge some")
        self._ids.add(chosen)
        return chosen

    def count(self, width: int, height: int) -> None:
        """Refuse a layer, or a sum of layers, that is too large, before it is decoded."""
        self._paint += width * height
        if width * height > MAX_PIXELS or self._paint > MOST_PAINT:
            raise ImportRejected(
                f"{self.name} holds layers of more than {MAX_PIXELS // 10**6} megapixels, or "
                f"{MOST_PAINT // 10**6} together; make it smaller"
            )

    def picture(self, pixels: np.ndarray, left: int, top: int) -> tuple[str, Box] | None:
        """RGBA pixels kept without their transparent borders, and where they lie."""
        if not pixels.size or not pixels[..., 3].any():
            return None
        shown = inked(Raster(pixels, left, top))
        height, width = shown.pixels.shape[:2]
        asset = self.assets.put(png_bytes(shown.pixels, 72))
        return asset, Box(shown.left, shown.top, width, height)

    def mask(self, grey: Image.Image, left: int, top: int, outside: int, area: Box) -> Mask:
        """A mask that hides by its darkness; where it says nothing, `outside` holds for `area`."""
        box = Box(left, top, *grey.size)
        if outside:
            whole = box.union(area).rounded_out()
            self.count(int(whole.width), int(whole.height))
            full = Image.new("L", (int(whole.width), int(whole.height)), outside)
            full.paste(grey, (round(left - whole.x), round(top - whole.y)))
            box, grey = whole, full
        buffer = io.BytesIO()
        grey.convert("L").save(buffer, "PNG", compress_level=1)
        return Mask(box=box, asset=self.assets.put(buffer.getvalue()))


def named(label: str, role: Role) -> tuple[str, Role]:
    """A layer's own name and its role; a label that is a role's name says the role."""
    label = "".join(char for char in label if char.isprintable()).strip()[:255]
    plain = label.casefold()
    return next((("", each) for each in _ROLES if each == plain), (label, role))


def canvas_of(width: int, height: int, dpi: float, name: str) -> Canvas:
    """The sheet; one too large is refused."""
    if not 1 <= dpi <= 2400:
        dpi = 96.0
    try:
        return validated(Canvas, {"width": width, "height": height, "dpi": dpi})
    except DesignError as error:
        raise ImportRejected(f"{name} cannot be opened: {error}") from error


def finished(reading: Reading, canvas: Canvas, layers: Iterable[Layer]) -> Import:
    """The layers, bottom first, as a design whose most telling layers have roles."""
    try:
        design = validated(Design, {"canvas": canvas, "layers": tuple(layers)})
    except DesignError as error:
        raise ImportRejected(f"{reading.name} cannot be opened: {error}") from error
    roles = dict(_guessed(design))
    layers = tuple(_with_roles(design.layers, roles))
    heading = next((x for x in leaves(design) if roles.get(x.id, x.role) == "title"), None)
    words = heading.text if isinstance(heading, TextLayer) else ""
    design = design.evolve(
        layers=layers, title=(" ".join(words.split()) or PurePath(reading.name).stem)[:500]
    )
    return Import(design, tuple(reading.warnings))


def image_layer(layer_id: str, asset: str, box: Box, **shared: object) -> ImageLayer:
    return ImageLayer.model_validate(
        {"id": layer_id, "asset": asset, "box": box, "fit": "stretch"} | shared
    )


def placed_path(outline: str, assets: AssetStore) -> dict[str, Any]:
    """Path data in canvas px as the fields of a path in a box; ValueError for an empty one."""
    path = parse_path(outline)
    if path.isEmpty():
        raise ValueError("an empty path")
    bounds = path.computeTightBounds()
    box = Box(bounds.x(), bounds.y(), max(bounds.width(), 0.01), max(bounds.height(), 0.01))
    data = path_data(path, -box.x, -box.y)
    short = len(data) <= MAX_PATH
    return {
        "shape": "path", "box": box, "view_box": (box.width, box.height),
        "path": data if short else None,
        "path_asset": None if short else assets.put(data.encode()),
    }  # fmt: skip


def anchored_box(local: Box, anchor: Point, rotation: float) -> Box:
    """A box told from an anchor and turned about it, as one that turns about its centre."""
    angle = math.radians(rotation)
    x, y = local.center
    middle_x = anchor.x + x * math.cos(angle) - y * math.sin(angle)
    middle_y = anchor.y + x * math.sin(angle) + y * math.cos(angle)
    return Box(middle_x - local.width / 2, middle_y - local.height / 2, local.width, local.height)


def origin(kind: str) -> Source:
    """Where an imported layer came from."""
    return Source(generator=f"imported {kind}")


def _guessed(design: Design) -> Iterator[tuple[str, Role]]:
    shown = [layer for layer in leaves(design) if layer.visible]
    words = [layer for layer in shown if layer.kind == "text" and layer.text.strip()]
    if words and not any(layer.role == "title" for layer in shown):
        yield max(words, key=lambda layer: layer.style.size).id, "title"
    lowest = next(iter(shown), None)
    if isinstance(lowest, ImageLayer | ShapeLayer) and lowest.role in ("picture", "ornament"):
        covered = lowest.box.intersection(design.canvas.box).area
        if covered >= _GROUND * design.canvas.box.area:
            yield lowest.id, "background"


def _with_roles(layers: Iterable[Layer], roles: dict[str, Role]) -> Iterator[Layer]:
    for layer in layers:
        if layer.kind == "group":
            yield layer.evolve(layers=tuple(_with_roles(layer.layers, roles)))
        else:
            yield layer.evolve(role=roles[layer.id]) if layer.id in roles else layer
