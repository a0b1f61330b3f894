"""A mind understands words: requests, edits, copy to be rewritten. Rules are one, a model another.

Rules always go first and a mind only betters what they made: whatever it answers, a valid value
comes back and nothing is raised, with lines that tell what was not taken and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, Protocol, TypeVar

from agents.brief import Brief
from design_io.document import Design
from layout.findings import Finding

T = TypeVar("T")


class Answer(NamedTuple, Generic[T]):
    value: T
    told: tuple[str, ...] = ()  # what was not taken and why, for the trace


class Picture(NamedTuple):
    """A picture a mind may look at: PNG or JPEG bytes, and the layer or file it shows."""

    name: str
    data: bytes


class Saying(NamedTuple):
    """A sentence that the rules of `agents/chat` understand, and the layer that "it" is in it."""

    sentence: str
    layer: str = ""
    words: str = ""  # that the layer may come to show; of other layers the words stay in any case


class Spent(NamedTuple):
    """What a language model has cost so far."""

    calls: int = 0
    tokens: int = 0  # read and written; 0 where the server does not tell
    seconds: float = 0.0


class Mind(Protocol):
    name: str  # "rules", or PROVIDER:MODEL
    trouble: str  # why the model is not used, in one line that says what to set; "" when it is
    spent: Spent

    async def brief(self, draft: Brief, pictures: tuple[Picture, ...] = ()) -> Answer[Brief]:
        """The brief that the rules drafted, bettered; facts and the user's own lines stay."""
        ...

    async def system(self, brief: Brief, fits: Mapping[str, float]) -> Answer[str]:
        """One of the visual systems that fit, best first in `fits`."""
        ...

    async def edit(self, sentence: str, design: Design) -> Answer[tuple[Saying, ...]]:
        """The sentence in words that the rules understand."""
        ...

    async def rewrite(self, copy: Mapping[str, str], wish: str) -> Answer[dict[str, str]]:
        """Copy by layer id, reworded as wished; facts stay letter by letter."""
        ...

    async def critique(
        self, crops: tuple[Picture, ...], brief: Brief
    ) -> Answer[tuple[Finding, ...]]:
        """Advice on crops named after the layers they show; never a gate."""
        ...


class RuleMind:
    """The default: what the rules made is taken as it is. `trouble` says why no model is asked."""

    name = "rules"
    spent = Spent()

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble

    async def brief(self, draft: Brief, pictures: tuple[Picture, ...] = ()) -> Answer[Brief]:
        return Answer(draft)

    async def system(self, brief: Brief, fits: Mapping[str, float]) -> Answer[str]:
        return Answer(next(iter(fits), ""))

    async def edit(self, sentence: str, design: Design) -> Answer[tuple[Saying, ...]]:
        return Answer((Saying(sentence),))

    async def rewrite(self, copy: Mapping[str, str], wish: str) -> Answer[dict[str, str]]:
        return Answer(dict(copy))

    async def critique(
        self, crops: tuple[Picture, ...], brief: Brief
    ) -> Answer[tuple[Finding, ...]]:
        return Answer(())


RULES = RuleMind()
