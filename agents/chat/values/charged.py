"""A price for what was free: "admission is 3 euros now" where "admission free" stands."""

from __future__ import annotations

import re

from agents.chat.by_name import Named
from agents.chat.context import Context
from agents.chat.naming import find
from agents.chat.naming_scopes import row_of
from agents.chat.results import Answer, NotThereError, UnclearError
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from design_io.document import TextLayer, walk

_PRICE = r"(?:[£$€] ?\d+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})? ?(?:€|euros?|pounds?|dollars?|quid))"
_CHARGED = re.compile(
    r"(?:the |our )?(?P<t>[\w' -]+?) (?:(?:now|is|are|costs?|pays?|will be|goes? up to|should be)"
    rf" )+(?:now )?(?P<price>{_PRICE})(?: each)?(?: now| from now on|,? (?:not|no longer) free)*"
)
_ENTRY = re.compile(r"admission|entry|entrance|tickets?")


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The price in the place of the word "free" that stands beside the thing, or in its row."""
    match = _CHARGED.fullmatch(sentence.low)
    if match is None:
        return None
    price = sentence.kept(match, "price")
    names = _ENTRY.pattern if _ENTRY.fullmatch(match["t"]) else re.escape(match["t"])
    free = re.compile(
        rf"\b(?:(?P<a>{names})(?: is| are)?:? free|free (?P<b>{names}))\b", re.IGNORECASE
    )
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and (found := free.search(layer.text)):
            thing = found["a"] or found["b"]
            thing = thing.capitalize() if found[0][:1].isupper() else thing
            return retyped(Named((layer,), found.span()), f"{thing} {price}", context)
    return _in_row(match["t"], price, context)


def _in_row(thing: str, price: str, context: Context) -> Answer | None:
    try:
        named = find(thing, context)
    except (NotThereError, UnclearError):
        return None
    for mate in (x for layer in named.layers for x in row_of(layer, context.design)):
        if isinstance(mate, TextLayer) and mate.text.lower() == "free":
            return retyped(Named((mate,)), price, context)
    return None
