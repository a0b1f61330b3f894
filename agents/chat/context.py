"""What a chat sentence is about: the design with its history, what is selected, what "it" is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from design_io.document import Design, Layer, leaves, walk
from design_io.history import History
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import Generator
from layout.brand_rules import BrandRules
from layout.plan import DesignPlan
from layout.wording import tree

_MOST = 0.5  # of all leaves; an edit of more was one of the whole design


@dataclass(frozen=True)
class Context:
    history: History
    resources: Resources
    plan: DesignPlan | None = None  # the file's, as the design reads by now
    brand: BrandRules | None = None
    selected: tuple[str, ...] = ()  # ids of layers
    painter: Generator = field(default_factory=Artist)
    confirmed: bool = False  # the sentence began with "yes,"

    @property
    def design(self) -> Design:
        return self.history.present

    @cached_property
    def it(self) -> tuple[Layer, ...]:
        """The selected layers, else those that the last edit changed; empty for neither."""
        if self.selected:
            return tuple(self.design.layer(name) for name in self.selected)
        return self._last()

    def _last(self) -> tuple[Layer, ...]:
        for step in reversed(self.history.past):
            before = {layer.id: layer for layer in leaves(step.before)}
            ids = {x.id for x in leaves(step.after) if before.get(x.id) != x}
            if not ids:
                continue
            if len(ids) > _MOST * len(before):
                return ()
            return _gathered(self.design, ids)
        return ()


def _gathered(design: Design, ids: set[str]) -> tuple[Layer, ...]:
    """The layers of these ids, a group in place of its leaves when it has them all."""
    found: list[Layer] = []
    covered: set[str] = set()
    for layer in walk(design):
        own = {x.id for x in tree(layer) if x.kind != "group"}
        if own and own <= ids and not own & covered:
            found.append(layer)
            covered |= own
    return tuple(found)
