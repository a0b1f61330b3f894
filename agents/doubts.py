"""What is doubtful about the facts of a request: never changed, always told with a way out."""

from __future__ import annotations

import re
from typing import NamedTuple

from design_io.paint import Value


class Way(Value):
    """One way out: words of the request, and what could stand there instead."""

    words: str
    instead: str

    def taken(self, text: str) -> str:
        """The text with the other words, wherever these stand as words of their own."""
        pattern = rf"(?<!\w){re.escape(self.words)}(?!\w|[.,]\d)"
        return re.sub(pattern, lambda _: self.instead, text)


class Doubt(NamedTuple):
    """One thing that is probably wrong."""

    rule: str  # such as "fact-date"
    text: str  # the words of the request that are doubted
    message: str  # what is wrong with them
    fix: str  # what to do about it
    ways: tuple[Way, ...] = ()  # to choose from, the likeliest first

    @property
    def line(self) -> str:
        return f"{self.message}; {self.fix}"
