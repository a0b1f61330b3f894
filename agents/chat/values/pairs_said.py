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
from agents.chat.values.wording import texts_of

_RANGE = r"(?P<a>\d{1,3})(?P<joint> ?(?:to|-|–) ?)(?P<b>\d{1,3})(?![\d.:/]| ?[ap]m\b)"
_SAID = re.compile(rf"\b(?P<word>[a-z]{{3,}}) {_RANGE}")
_DAY = rf"(?:{'|'.join(name.lower() for name in day_name)})s?"
_DAYS = re.compile(
    rf"(?:it'?s |its |now |on |every |also |we'?re (?:open )?)*(?P<days>{_DAY}(?:,? (?:and|&|to|or)"
    rf" {_DAY})+)(?: now| from now on)?"
)
_ONE_DAY = re.compile(rf"(?:every |on )?{_DAY}", re.IGNORECASE)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The two in the place of what stands there alone like them."""
    return _range(sentence.low, context) or _days(sentence, context)


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


def _days(sentence: Sentence, context: Context) -> Answer | None:
    said = _DAYS.fullmatch(sentence.low)
    texts = [x for x in texts_of(context) if x.role == "date" and _ONE_DAY.fullmatch(x.text)]
    if said is None or len(texts) != 1:
        return None
    return retyped(Named((texts[0],)), said["days"], context)
