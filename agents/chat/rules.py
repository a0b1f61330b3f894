"""Rules as rows of a table: a pattern of the whole sentence, and what to do when it fits."""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.chat.context import Context
from agents.chat.results import Answer, NotThereError
from agents.chat.sentence import Sentence

Rule = Callable[[re.Match[str], Sentence, Context], Answer | None]
Rules = tuple[tuple[re.Pattern[str], Rule], ...]


def rules(*rows: tuple[str, Rule]) -> Rules:
    return tuple((re.compile(pattern, re.DOTALL), rule) for pattern, rule in rows)


def first(table: Rules, text: str, sentence: Sentence, context: Context) -> Answer | None:
    """The answer of the first rule that has one.

    A rule whose layer is not there gives way to the others; NotThereError when none does better."""
    missing: NotThereError | None = None
    for pattern, rule in table:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        try:
            found = rule(match, sentence, context)
        except NotThereError as error:
            missing = missing or error
            continue
        if found is not None:
            return found
    if missing is not None:
        raise missing
    return None
