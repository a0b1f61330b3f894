"""Photoshop's layer effects → ours: a drop shadow and a line around the layer; others are named."""

from __future__ import annotations

import math
from typing import Any

from psd_tools.api.layers import Layer as PsdLayer
from psd_tools.constants import Tag

from design_io.document import validated
from design_io.errors import DesignError
from design_io.imported import Reading
from design_io.paint import Effect, Outline, Shadow


def effects_of(layer: PsdLayer, reading: Reading) -> tuple[Effect, ...]:
    """Effects that are switched on."""
    if Tag.OBJECT_BASED_EFFECTS_LAYER_INFO not in layer.tagged_blocks and not layer.has_effects():
        return ()
    found: list[Any] = []
    for effect in layer.effects:
        name = type(effect).__name__
        if not (effect.enabled and effect.shown):
            continue
        try:
            if name == "Stroke" and layer.kind != "type":
                raise ValueError("only words have outlines here")
            found.append(_READERS[name](effect))
        except (KeyError, DesignError, TypeError, ValueError, AttributeError):
            reading.warn(f"layer {layer.name!r}: its {_spaced(name)} is not kept")
    return tuple(found)


def _shadow(effect: Any) -> Shadow:
    angle = math.radians(float(effect.angle))
    distance = float(effect.distance)
    return validated(Shadow, {
        "color": hex_of(effect.color, float(effect.opacity) / 100),
        "dx": -distance * math.cos(angle), "dy": distance * math.sin(angle),
        "blur": float(effect.size),
    })  # fmt: skip


def _outline(effect: Any) -> Outline:
    if effect.color is None:
        raise ValueError("a stroke of a gradient or a pattern")
    color = hex_of(effect.color, float(effect.opacity) / 100)
    return validated(Outline, {"color": color, "width": float(effect.size)})


def hex_of(color: Any, opacity: float = 1.0) -> str:
    """A descriptor of an RGB or grey colour; ValueError for others."""
    if b"Gry " in color:
        red = green = blue = 255 - round(float(color[b"Gry "]) * 2.55)
    elif b"Rd  " in color:
        red, green, blue = (round(float(color[key])) for key in (b"Rd  ", b"Grn ", b"Bl  "))
    else:
        raise ValueError("a colour that is neither RGB nor grey")
    alpha = round(255 * min(1.0, max(0.0, opacity)))
    channels = (*(min(255, max(0, value)) for value in (red, green, blue)), alpha)
    return "#" + "".join(f"{value:02x}" for value in channels[: 3 if alpha == 255 else 4])


def _spaced(name: str) -> str:
    return "".join(" " + char.lower() if char.isupper() else char for char in name).strip()


_READERS = {"DropShadow": _shadow, "Stroke": _outline}
