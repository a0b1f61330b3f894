"""The copy of a design whose composed headline may be bettered, and how another takes its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.brief import Text
from agents.lone import is_lone_trade
from agents.opening import Opening
from agents.phrases import as_said, mostly_in, words_of
from design_io.document import Role

MOST_WORDS = 7
_JOINED = re.compile(r"join us|you['’]re invited|.* with us$", re.IGNORECASE)


class Sheet(NamedTuple):
    """The texts, their composed title, and the request they come from."""

    texts: list[Text]
    title: Text
    opening: Opening
    masked: str  # the request; facts and quotes are holes

    def first(self, role: Role) -> str:
        """The first text of a role, or nothing."""
        return next((t.text for t in self.texts if t.role == role), "")

    def has(self, *roles: Role) -> bool:
        return any(text.role in roles for text in self.texts)

    def without_kicker(self) -> Sheet:
        return self._replace(texts=[text for text in self.texts if text.role != "kicker"])

    @property
    def is_named(self) -> bool:
        """Whether the title is written in the request as a name is."""
        return self.title.text in self.masked

    @property
    def is_trade(self) -> bool:
        """Whether the title only names a trade."""
        return is_lone_trade(self.title.text.lower()) and not self.is_named

    def headed(
        self, title: str, kicker: str = "", drop: str = "", suggested: bool = False
    ) -> list[Text]:
        """The texts under another title; a kicker only where nothing stands above the title.

        Without the line `drop` and lines that the new title says too; none for a title too long.
        """
        if not 0 < len(words_of(title)) <= MOST_WORDS:
            return []
        rest = [t for t in self.texts if t is not self.title and t.text != drop]
        rest = [t for t in rest if t.role != "subtitle" or not mostly_in(t.text, title, 0.75)]
        said = (title.lower(), "join us" if _JOINED.match(title) else "")
        rest = [t for t in rest if t.role != "cta" or t.text.lower() not in said]
        if kicker and not self.has("kicker", "brand") and not mostly_in(kicker, title):
            above = as_said(kicker, self.masked.partition(" ")[2])
            rest = [Text(role="kicker", text=above, provenance="inferred"), *rest]
        made = self.title.evolve(text=title)
        return [made.evolve(provenance="suggested") if suggested else made, *rest]
