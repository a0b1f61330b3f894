"""Rules as rows of a table: a pattern of the whole sentence, and what to do when it fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from agents.chat.context import Context
from agents.chat.results import Answer, NotThereError
from agents.chat.sentence import Sentence

Rule = Callable[[re.Match[str], Sentence, Context], Answer | None]
Rules = tuple[tuple[re.Pattern[str], Rule], ...]


def rules(*rows: tuple[str, Rule]) -> Rules:
    return tuple((re.compile(pattern, re.DOTALL), rule) for pattern, rule in rows)


def first(table: Rules, text: str, sentence: Sentence, context: Context) -> Answer | None:
    """The answer of the first rule whose pattern the whole text fits and that has one."""
    fitting = ((pattern.fullmatch(text), rule) for pattern, rule in table)
    return first_answer(
        partial(rule, match, sentence, context) for match, rule in fitting if match is not None
    )


def first_answer(asked: Iterable[Callable[[], Answer | None]]) -> Answer | None:
    """The first answer there is.

    One whose layer is not there gives way to the others; NotThereError when none does better."""
    missing: NotThereError | None = None
    for ask in asked:
        try:
            found = ask()
        except NotThereError as error:
            missing = missing or error
            continue
        if found is not None:
            return found
    if missing is not None:
        raise missing
    return None
