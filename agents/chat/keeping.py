"""What of a text is to stay: "delete the address, keep Studio Lotus"."""

from __future__ import annotations

import re

from agents.chat import layering
from agents.chat.by_name import Named
from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.line_parts import shown
from agents.chat.pointing import pointed_at
from agents.chat.results import AlreadyError, Answer, NotThereError, UnclearError
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence, heard, unquoted
from agents.chat.values.wording import Spot, in_case_of, spots
from design_io.document import TextLayer

_PARTLY = re.compile(
    r"(?:please )?(?P<order>(?:delete|remove|drop|lose|hide|cut|take (?:out|off|away)) (?P<t>.+?))"
    r" ?[,;.–-]+ (?:and |but |so |we |i |only |just |keep |leave |want |need |use )*"
    r"(?:just|only|keep|leave) (?P<kept>[^,.;]+?)(?: is (?:enough|fine))?"
)
_KEPT = re.compile(r"(?:please |but |and )*(?:keep|leave) (?P<kept>.+)")


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The text with nothing but what is kept of it; "keep Bath" alone changes nothing."""
    match = _PARTLY.fullmatch(sentence.low)
    if match and not ORDER.match(match["kept"]):
        spot = _within(_texts(match["t"], context), match["kept"], context)
        if spot is None:
            return layering.answer(heard(match["order"]), context)
        new = in_case_of(spot.layer.text, spot.words)
        return retyped(Named((spot.layer,)), new[:1].upper() + new[1:], context)
    if match := _KEPT.fullmatch(sentence.low):
        kept = [s for s in spots(unquoted(match["kept"]), context) if not s.apart]
        if kept:
            raise AlreadyError(f"{kept[0].words!r} stays")
    return None


def _texts(phrase: str, context: Context) -> tuple[TextLayer, ...]:
    try:
        named = shown(phrase, context) or pointed_at(phrase, context)
    except (NotThereError, UnclearError):
        return ()
    return named.texts


def _within(texts: tuple[TextLayer, ...], kept: str, context: Context) -> Spot | None:
    """Where in one of the texts the words stand, as no more than a part of it."""
    found = [s for s in spots(unquoted(kept), context) if s.layer in texts and not s.apart]
    part = [s for s in found if s.words != s.layer.text]
    return part[0] if len(part) == 1 else None
