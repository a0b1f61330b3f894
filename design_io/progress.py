"""How far an export is: told layer by layer, and asked at each whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from design_io.errors import DesignError


class ExportCancelled(DesignError):
    """The user stopped an export; nothing of it was written."""


class Step(NamedTuple):
    format: str
    layer: str  # the id of the layer that is drawn or packed next; empty at a format's start
    done: float  # 0..1 of all formats


class Watch:
    """Watches the writing of `formats`, one after the other, of a design with `layers` layers.

    `cancelled` is asked before each step; when true, ExportCancelled is raised there. Other formats
    go unwatched.
    """

    def __init__(
        self, formats: tuple[str, ...] = (), layers: int = 1,
        tell: Callable[[Step], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._formats, self._layers = formats, layers
        self._tell, self._cancelled = tell, cancelled
        self._format = ""
        self._seen: set[str] = set()

    def begin(self, name: str) -> None:
        """A format is begun."""
        self._format = name if name in self._formats else ""
        self._seen.clear()
        if self._format:
            self._step("")

    def layer(self, layer_id: str) -> None:
        """A layer is drawn or packed, perhaps not for the first time."""
        if self._format and layer_id not in self._seen:
            self._step(layer_id)
            self._seen.add(layer_id)

    def _step(self, layer_id: str) -> None:
        if self._cancelled():
            raise ExportCancelled("the export was stopped; nothing was written")
        share = min(1.0, len(self._seen) / self._layers)
        done = (self._formats.index(self._format) + share) / len(self._formats)
        self._tell(Step(self._format, layer_id, done))
