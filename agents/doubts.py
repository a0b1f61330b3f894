"""What is doubtful about the facts of a request: never changed, always told with a way out."""

from __future__ import annotations

from typing import NamedTuple


class Doubt(NamedTuple):
    """One thing that is probably wrong."""

    rule: str  # such as "fact-date"
    text: str  # the words of the request that are doubted
    message: str  # what is wrong with them
    fix: str  # what to do about it
    mended: str = ""  # the words as they should be, where that is certain

    @property
    def line(self) -> str:
        return f"{self.message}; {self.fix}"
