"""The painters by name; a painter's library is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from generators.artist import Artist
from generators.request import Generator

GENERATORS: dict[str, Callable[[], Generator]] = {"artist": Artist}
