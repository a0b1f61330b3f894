"""What stands where a placeholder does: "the shop is called Rosa's", "our website is rosas.com"."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.naming import Named
from agents.chat.results import Answer
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from agents.chat.words import value_in
from agents.placeholders import placeholders_on
from agents.wanted import CONTACTS, named
from design_io.document import TextLayer

_NEW = r"(?P<new>\S.{0,119})"
_TOLD = tuple(
    re.compile(rf"(?:(?:and|so|well|ok|oh|actually|by the way),? )*{pattern}")
    for pattern in (
        rf"(?P<t>[^:=,]{{3,40}}?) ?(?:(?: is|'s| are| will be)(?: now)?(?: called| named)?"
        rf"|(?: should| must)(?: be| read| say)|:|=) {_NEW}",
        rf"(?P<t>we|it|i)(?:'re| are|'s| is|'m| am) (?:called|named) {_NEW}",
        rf"(?:use|put|take|print|write|set|change|replace|fill in) (?P<t>[^:=,]{{3,40}}?)"
        rf" (?:to|with|by|as) {_NEW}",
        rf"(?:use|put|take|print|write) {_NEW} (?:as|for) (?P<t>.{{3,40}})",
    )
)
_SELF = ("we", "it", "i", "my name")
_ALL = "contacts"  # all pieces of a line of contacts
_PIECES = {"phone": "Phone", "email": "E-mail", "website": "Website"}
_KINDS = {
    "email": "email", "website": "address", "phone": "phone number", "date": "date",
    "time": "time", "price": "price", "address": "street",
}  # fmt: skip
_IT = r"(?:(?:it|that|this|we)(?:'s|'re| is| are)?(?: (?:starts?|begins?|costs?|held))? )?"
_VALUES = tuple(
    (key, re.compile(rf"{_IT}(?:(?:on|at|in|for) )?(?P<new>{FACTS[kind].pattern})", re.IGNORECASE))
    for key, kind in _KINDS.items()
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The words in the place of the placeholder they are told for; None where none stands."""
    standing = [(layer, thing.key) for layer, thing in placeholders_on(context.design)]
    if not standing:
        return None
    for pattern in _TOLD:
        match = pattern.fullmatch(sentence.low)
        key = _key_of(match["t"], standing) if match else ""
        if match and (found := _standing(key, standing)):
            return retyped(found, value_in(sentence.kept(match, "new"), context), context)
    for key, value in _VALUES:
        match = value.fullmatch(sentence.raw)
        if match and (found := _standing(key, standing)):
            return retyped(found, match["new"], context)
    return None


def _key_of(subject: str, standing: list[tuple[TextLayer, str]]) -> str:
    """ "the shop", "our web address", "we", the words of the placeholder themselves"""
    words = re.sub(r"^(?:the|our|my|its) ", "", subject.strip())
    own = next((key for layer, key in standing if layer.text.lower() == words), "")
    if subject in _SELF:
        return "name" if subject == "my name" or all(k != "brand" for _, k in standing) else "brand"
    thing = named(words) or named(f"{words} name")
    if thing and thing.words == CONTACTS:
        return _ALL
    return own or (thing.key if thing else "")


def _standing(key: str, standing: list[tuple[TextLayer, str]]) -> Named | None:
    """The layer of this key, or its piece in a line of several contacts."""
    for layer, own in standing:
        at = layer.text.lower().find(_PIECES.get(key, "\n").lower())
        if own == "phone" and "·" in layer.text and at >= 0:
            return Named((layer,), (at, at + len(_PIECES[key])))
        if key == own or (key == _ALL and own == "phone"):
            return Named((layer,))
    return None
