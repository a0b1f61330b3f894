"""What there is to choose from, as (name, what it is), for `app.py list` and the settings page."""

from __future__ import annotations

from collections.abc import Callable

from agents.mind_choice import local_servers
from design_io.export import EXPORTERS
from design_io.fonts import FontLibrary
from generators.registry import listed
from layout.sizes import SIZES
from layout.systems import SYSTEMS

Listing = list[tuple[str, str]]


def _systems() -> Listing:
    return [(s.name, f"{s.label}: {', '.join(s.suits)}") for s in SYSTEMS.values()]


def _sizes() -> Listing:
    return [
        (s.name, f"{s.label}, {s.width}x{s.height} px, {s.dpi:.0f} dpi") for s in SIZES.values()
    ]


def _fonts() -> Listing:
    faces: dict[str, list[str]] = {}
    for face in FontLibrary.bundled().faces():
        faces.setdefault(face.family, []).append(f"{face.weight}{'i' if face.italic else ''}")
    return [(family, " ".join(sorted(weights))) for family, weights in sorted(faces.items())]


def _formats() -> Listing:
    return [(name, exporter.about) for name, exporter in EXPORTERS.items()]


def _models() -> Listing:
    return [(f"{s.provider}:{model}", s.url) for s in local_servers() for model in s.models]


LISTINGS: dict[str, Callable[[], Listing]] = {
    "systems": _systems,
    "sizes": _sizes,
    "generators": listed,
    "fonts": _fonts,
    "formats": _formats,
    "models": _models,
}
