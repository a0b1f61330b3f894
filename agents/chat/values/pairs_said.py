"""Two values told together: "ages 9 to 13" for "Ages 8 to 12", "thursdays and fridays" for one."""

from __future__ import annotations

import re
from calendar import day_name

from agents.chat.context import Context
from agents.chat.naming import Named
from agents.chat.results import Answer
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from agents.chat.values.accounted import unaccounted
from agents.chat.values.wording import copy_by_id, texts_of

_RANGE = r"(?P<a>\d{1,3})(?P<joint> ?(?:to|-|–) ?)(?P<b>\d{1,3})(?![\d.:/]| ?[ap]m\b)"
_SAID = re.compile(rf"\b(?P<word>[a-z]{{3,}}) {_RANGE}")
_LIMIT = re.compile(
    r"(?:it'?s |its |now |for )*(?P<what>[a-z]{3,} (?:from|under|over|up to|for|of)) (?P<n>\d{1,3})"
    r"(?: now| years?| only)*"
)
_NAMED = {name[:length].lower(): name for name in day_name for length in (3, 4, 5, len(name))}
_DAY = rf"(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})s?"
_AND = r"(?:,? (?:and|&) |, ?| )"
_DAYS = re.compile(
    rf"(?:it'?s |its |now |on |every |also |we'?re (?:open )?)*(?P<days>{_DAY}(?:{_AND}{_DAY})+)"
    r"(?: now| from now on)?"
)
_STANDING = re.compile(rf"(?P<every>every )?{_DAY}(?:{_AND}{_DAY})*", re.IGNORECASE)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The two in the place of what stands there alone like them."""
    return (
        _range(sentence.low, context) or _limit(sentence.low, context) or _days(sentence, context)
    )


def _range(low: str, context: Context) -> Answer | None:
    said = _SAID.search(low)
    if said is None or unaccounted(f"{low[: said.start()]} {low[said.end() :]}"):
        return None
    stands = re.compile(rf"\b{said['word']} {_RANGE}", re.IGNORECASE)
    found = [(x, m) for x in texts_of(context) for m in stands.finditer(x.text)]
    if len(found) != 1:
        return None
    layer, match = found[0]
    new = f"{said['a']}{match['joint']}{said['b']}"
    return retyped(Named((layer,), (match.start("a"), match.end("b"))), new, context)


def _limit(low: str, context: Context) -> Answer | None:
    """ "kids from 5" where "Kids from 4 years" stands."""
    said = _LIMIT.fullmatch(low)
    if said is None:
        return None
    stands = re.compile(rf"\b{said['what']} (?P<n>\d{{1,3}})(?![\d.:/])", re.IGNORECASE)
    found = [(x, m) for x in texts_of(context) for m in stands.finditer(x.text)]
    if len(found) != 1:
        return None
    layer, match = found[0]
    return retyped(Named((layer,), match.span("n")), said["n"], context)


def _days(sentence: Sentence, context: Context) -> Answer | None:
    said = _DAYS.fullmatch(sentence.low)
    texts = [x for x in texts_of(context) if x.role == "date" and _STANDING.fullmatch(x.text)]
    if said is None or len(texts) != 1:
        return None
    stands = _STANDING.fullmatch(texts[0].text)
    every = stands["every"] or "" if stands else ""
    plural = "s" if texts[0].text.endswith("s") else ""
    days = [_NAMED[d.removesuffix("s") if d not in _NAMED else d] + plural
            for d in re.findall(_DAY, said["days"])]  # fmt: skip
    text = f"{every}{', '.join(days[:-1])} and {days[-1]}"
    return retyped(Named((texts[0],)), text, context)


def under_its_heading(message: str, context: Context) -> str:
    """ "bowls from 12" where "Bowls from" stands over a price: the price is 12."""
    if all(label.id != "price-label" for label in texts_of(context, headings=True)):
        return message
    words = re.escape(copy_by_id(context.design)["price-label"])
    said = re.fullmatch(
        rf"(?:the )?{words}:? (?:is |now )?(?P<new>[£$€]?\d[\d.,]*)", message, re.IGNORECASE
    )
    return f"the price is {said['new']}" if said else message
