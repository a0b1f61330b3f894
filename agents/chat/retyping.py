"""A named text, or words of it, in other words."""

from __future__ import annotations

import re
from calendar import day_name, month_name

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.naming import Named, find
from agents.chat.results import (
    AlreadyError,
    Answer,
    CannotError,
    Choice,
    NotThereError,
    Question,
    UnclearError,
    done,
)
from agents.chat.sentence import unquoted
from agents.chat.values.sum import sums_in, written
from design_io.commands import Command
from layout.wording import element_of, reworded, texts_of

_SHORT = ("march", "may")  # other words as well
_DAYS = re.compile(
    "|".join(
        rf"\b{n.lower()}s?\b" for n in (*day_name, *month_name) if n and n.lower() not in _SHORT
    )
    + r"|(?<=\d )(?:march|may)\b|\b(?:march|may)(?= \d)"
)
_PRICE = re.compile(r"[£$€]? ?\d+(?:[.,]\d{1,2})? ?(?:€|euros?|pounds?|dollars?|quid)?")
_QUID = re.compile(r" (?:quid|bucks?|pounds?|dollars?)$")
_DASH = re.compile(r"[—–] ?")  # before the name of who said it


def retyped(named: Named, text: str, context: Context) -> Answer:
    """The named text, or words of it, in other words."""
    if not named.texts:
        raise CannotError(f"{named.subject} no text; name a text such as the title or the date")
    text = _in_capitals(unquoted(text))
    named = _price_in_row(named, text, context)
    if not text:
        return Question(f"what should {named.label} say?")
    named = _fact_within(named, text)
    layer = named.texts[0]
    if len(named.texts) > 1:
        parts = _reworded(named, text, context)
        return done(f"{named.layers[0].label!r} now reads {text!r}", parts)
    if named.span is not None:
        start, end = named.span
        text = layer.text[:start] + text + layer.text[end:]
    elif (dash := _DASH.match(layer.text)) and not _DASH.match(text):
        text = dash[0] + text
    if len(named.texts) == 1 and named.span is None:
        text = _in_form(layer.text, text)
    if text == layer.text:
        raise AlreadyError(f"{layer.label!r} reads {text!r} already")
    parts = refitted(layer, layer.evolve(text=text, spans=()), context)
    return done(f"{layer.role} now reads {text!r}", parts)


def _in_form(old: str, new: str) -> str:
    """ "22 quid" as "£22" where "£24" stands."""
    stands, told = sums_in(old), sums_in(new)
    whole = len(stands) == len(told) == 1 and told[0].text == new and stands[0].text == old
    same = whole and told[0].sign and told[0].sign == stands[0].sign
    return written(stands[0], told[0].amount) if same and _QUID.search(new) else new


def _in_capitals(text: str) -> str:
    """ "sunday 7 june" as copy writes it."""
    return _DAYS.sub(lambda m: m[0].capitalize(), text)


def _price_in_row(named: Named, text: str, context: Context) -> Named:
    """ "margherita should be 10 euros": of an item of a list the price beside it."""
    if [x.role for x in named.texts] != ["item"] or not _PRICE.fullmatch(text):
        return named
    try:
        return find(f"price of {named.texts[0].text.lower()}", context)
    except NotThereError:
        return named


def _fact_within(named: Named, text: str) -> Named:
    """Of more words than a fact only the fact, where another of its kind is said."""
    kind = next((p for p in FACTS.values() if p.fullmatch(text)), None)
    if kind is None or named.span is not None:
        return named
    found = [(x, m) for x in named.texts for m in kind.finditer(x.text)]
    if len(found) != 1:
        return named
    layer, match = found[0]
    whole = len(named.texts) == 1 and match[0] == layer.text.strip()
    return named if whole else Named((layer,), match.span())


def _reworded(named: Named, text: str, context: Context) -> list[Command]:
    """A text that is split into lines."""
    element = element_of(named.texts[0].id)
    if len(texts_of(context.design, element)) != len(named.texts):
        choices = tuple(Choice(x.text, f"change '{x.text}' to '{text}'") for x in named.texts)
        raise UnclearError(Question("which of these texts do you mean?", choices))
    return reworded(context.design, element, text, context.resources.fonts)
