"""The painters by name; a painter's library is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generators.artist import Artist
from generators.bases import BASES, Base, ready, state_of
from generators.request import Generator


def _painter_with(base: Base) -> Generator:
    folder = ready(base)
    from generators.diffusion.pipelines import PipelinePainter

    return PipelinePainter(base, folder)


GENERATORS: dict[str, Callable[[], Generator]] = {
    "artist": Artist,
    **{name: partial(_painter_with, base) for name, base in BASES.items()},
}


def about(name: str) -> str:
    """One line on a painter: its licence, and what it lacks here."""
    base = BASES.get(name)
    return state_of(base) if base else GENERATORS[name]().licence
