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
from agents.chat.values.slots import slots_in
from agents.chat.values.sum import Sum, sums_in, written
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
    price = _as_others(sentence.kept(match, "price"), context)
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


def _as_others(price: str, context: Context) -> str:
    """The price as the others are written: "$3" for "3 dollars" beside "$5"."""
    slots = [s.value for s in slots_in(context) if isinstance(s.value, Sum) and s.kind == "money"]
    told = sums_in(price)
    return written(slots[0], told[0].amount, told[0].sign) if slots and told else price


def _in_row(thing: str, price: str, context: Context) -> Answer | None:
    try:
        named = find(thing, context)
    except (NotThereError, UnclearError):
        return None
    for mate in (x for layer in named.layers for x in row_of(layer, context.design)):
        if isinstance(mate, TextLayer) and mate.text.lower() == "free":
            return retyped(Named((mate,)), price, context)
    return None
