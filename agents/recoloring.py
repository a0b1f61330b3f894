"""A design in another palette: every colour that is a role's, or near one, follows its role."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from design_io.color import Oklch, hex_to_oklch, oklch_to_hex
from design_io.commands import Command, UpdateDesign, UpdateLayer
from design_io.document import Design, Layer, leaves
from design_io.paint import Fill

_NEAR = 0.15  # OKLab distance at which a colour is taken for a shade of a role
_FOR_WORDS = ("ink", "on_pill", "soft", "on_ink", "accent_text")
_FOR_GROUNDS = ("bg", "plate", "pill", "accent")


class Shift(NamedTuple):
    """From the old palette to the new one; `first` are the roles to look among first."""

    old: dict[str, str]
    new: dict[str, str]
    first: tuple[str, ...] = ()

    def of(self, color: str) -> str:
        """The colour as it is in the new palette; its opacity stays."""
        solid, alpha = color[:7], color[7:]
        roles = [r for r in (*self.first, *self.old) if r in self.old and r in self.new]
        for role in roles:
            if self.old[role][:7] == solid:
                return self.new[role][:7] + alpha
        if not roles:
            return color
        role = min(roles, key=lambda r: _distance(self.old[r], solid))
        if _distance(self.old[role], solid) > _NEAR:
            return color
        return _moved(solid, self.old[role], self.new[role]) + alpha


def recolored(design: Design, palette: dict[str, str], skip: frozenset[str]) -> tuple[Command, ...]:
    """The commands that change the palette and every unlocked layer not named in `skip`."""
    commands: list[Command] = []
    for layer in leaves(design):
        if layer.id in skip or layer.locked:
            continue
        changes = _changes(layer, Shift(design.palette, palette))
        if changes:
            commands.append(UpdateLayer(layer_id=layer.id, changes=changes))
    return (*commands, UpdateDesign(changes={"palette": palette}))


def _changes(layer: Layer, shift: Shift) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if layer.kind == "text":
        on_pill = ("on_pill", *_FOR_WORDS) if layer.role == "cta" else _FOR_WORDS
        words = shift._replace(first=on_pill)
        changes["style"] = layer.style.evolve(color=words.of(layer.style.color))
        changes["spans"] = tuple(
            s.evolve(color=words.of(s.color)) if s.color else s for s in layer.spans
        )
    if layer.kind == "shape":
        rule = layer.role == "ornament" and layer.box.height < 0.02 * layer.box.width
        pill = ("pill", *_FOR_GROUNDS) if layer.role == "underlay" else _FOR_GROUNDS
        ground = shift._replace(first=_FOR_WORDS if rule else pill)
        if layer.fill is not None:
            changes["fill"] = _fill(layer.fill, ground)
        if layer.stroke is not None:
            changes["stroke"] = layer.stroke.evolve(color=ground.of(layer.stroke.color))
    return {name: value for name, value in changes.items() if value != getattr(layer, name)}


def _fill(fill: Fill, shift: Shift) -> Fill:
    grain = fill.grain.evolve(color=shift.of(fill.grain.color)) if fill.grain else None
    if fill.kind == "picture":
        return fill
    if fill.kind == "solid":
        return fill.evolve(color=shift.of(fill.color), grain=grain)
    stops = tuple(stop.evolve(color=shift.of(stop.color)) for stop in fill.stops)
    return fill.evolve(stops=stops, grain=grain)


def _moved(color: str, old: str, new: str) -> str:
    """A shade of the old colour as the same shade of the new one."""
    value, before, after = hex_to_oklch(color), hex_to_oklch(old), hex_to_oklch(new)
    lightness = min(1.0, max(0.0, value.lightness + after.lightness - before.lightness))
    chroma = value.chroma * after.chroma / before.chroma if before.chroma > 0.01 else after.chroma
    return oklch_to_hex(
        Oklch(lightness, min(0.35, chroma), (value.hue + after.hue - before.hue) % 360)
    )


def _distance(first: str, second: str) -> float:
    a, b = hex_to_oklch(first), hex_to_oklch(second)
    turn = math.radians(a.hue - b.hue)
    across = a.chroma**2 + b.chroma**2 - 2 * a.chroma * b.chroma * math.cos(turn)
    return math.sqrt((a.lightness - b.lightness) ** 2 + max(0.0, across))
