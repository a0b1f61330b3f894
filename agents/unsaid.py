"""What a form left out: facts and quoted copy of the request that no line of it says are kept."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from design_io.document import Role

_FACTS = ("offer", "price", "date", "time", "contact", "address")
_SPOKEN = ("title", "subtitle", "quote", "body")
_LEAST_LETTERS = 3  # of what is looked for: "A" is in every line


def with_unsaid(texts: tuple[Text, ...], heard: Heard, plain: tuple[Text, ...]) -> tuple[Text, ...]:
    """`texts` of a form with what `plain`, the copy of `heard` without a form, says beside them."""
    quoted = {_bare(quote.text) for quote in heard.quotes}
    for line in plain:
        is_fact = line.role in _FACTS and line.provenance == "user"
        is_quote = line.role in _SPOKEN and _bare(line.text) in quoted
        if (is_fact or is_quote) and not _is_said(line.text, texts):
            texts = (*texts, line.evolve(role=_role(line.role, texts), provenance="user"))
    return texts


def _is_said(words: str, texts: tuple[Text, ...]) -> bool:
    said = _bare(" ".join(f"{text.label} {text.text}" for text in texts))
    return len(_bare(words)) < _LEAST_LETTERS or _bare(words) in said


def _role(role: Role, texts: tuple[Text, ...]) -> Role:
    """A form has its own title; what else was quoted stands below it."""
    if role not in _SPOKEN:
        return role
    taken = {text.role for text in texts}
    return next((each for each in ("title", "subtitle") if each not in taken), "body")


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower())
