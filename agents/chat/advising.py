"""Suggestions of the quality report by their number, and "tidy up"."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, CannotError, Done
from agents.chat.sentence import Sentence
from agents.tidying import tidied
from layout.recommend import recommend

_SUGGESTION = re.compile(
    r"(?:apply|take|use|do) (?:the )?(?:suggestion|recommendation) (?:number |no\.? ?"
    r"|#)?(?P<number>\d{1,3})"
)
_TIDY = re.compile(
    r"(?:tidy|clean)(?: up)?(?: (?:it|this|the (?:design|layout|poster|sheet)))?(?: up)?|(?:fix"
    r"|correct|sort out|improve) the (?:layout|alignment|spacing)|straighten (?:it"
    r"|everything) (?:up|out)"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    if match := _SUGGESTION.fullmatch(sentence.low):
        return _suggested(int(match["number"]), context)
    if _TIDY.fullmatch(sentence.low):
        return Done(*tidied(context.design, context.resources, context.plan))
    return None


def _suggested(number: int, context: Context) -> Answer:
    advice = recommend(context.design, context.resources, context.plan, brand=context.brand)
    count = len(advice.suggestions)
    if not 1 <= number <= count:
        shown = f"there are {count}" if count else advice.said
        raise CannotError(f"there is no suggestion {number}; {shown}; see: check --recommend")
    chosen = advice.suggestions[number - 1]
    return Done("; ".join(chosen.edits), (chosen.command,))
