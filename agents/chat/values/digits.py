"""The end of a number or an address: "the last three digits are 021", "the phone ends in 0178"."""

from __future__ import annotations

import re

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.figures import NUMBERS
from agents.chat.results import Answer, done
from agents.chat.sentence import Sentence
from agents.chat.values.wording import texts_of
from design_io.document import TextLayer

_PHONE = re.compile(r"\+?\d[\d ()-]{5,}\d")
_ENDS = re.compile(
    r"(?P<t>.*?)\b(?:(?:last|final) (?P<n>\w+) (?:digits?|numbers?|figures?)(?: of .+?)?"
    r" ?(?:should be"
    r"|are|is|needs? to be|must be|to)|(?:ends?|ending|finish\w*|should end) (?:in|with|on))(?:"
    r" now)?"
    r" (?P<new>\d[\d ]*)(?:,? (?:not|instead of) [\d ]+)?"
)
_HOUSE = re.compile(r"(?:the )?(?:street|house|door|building) number (?:is|should be|must be"
                    r"|changed to)"
                    r"(?: now)? (?P<new>\d+\w?)(?:,? (?:not|instead of) \d+\w?)?")  # fmt: skip


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The digits in the place of as many that stand at the end of the only number."""
    match = _ENDS.fullmatch(sentence.low)
    if match is not None:
        return _ending(match["new"].replace(" ", ""), match["n"] or "", context)
    match = _HOUSE.fullmatch(sentence.low)
    if match is None:
        return None
    for layer in texts_of(context):
        number = re.search(r"\b\d+[a-z]?\b", layer.text)
        if layer.role == "address" and number:
            return _put(layer, number.start(), number.end(), match["new"], context)
    return None


def _ending(new: str, count: str, context: Context) -> Answer | None:
    told = int(count) if count.isdigit() else NUMBERS.get(count, len(new))
    found = [(layer, m) for layer in texts_of(context) for m in _PHONE.finditer(layer.text)]
    if len(found) != 1 or told != len(new):
        return None
    layer, phone = found[0]
    digits = [m.start() for m in re.finditer(r"\d", phone[0])][-len(new) :]
    text = list(phone[0])
    for at, digit in zip(digits, new, strict=True):
        text[at] = digit
    return _put(layer, phone.start(), phone.end(), "".join(text), context)


def _put(layer: TextLayer, start: int, end: int, new: str, context: Context) -> Answer:
    text = layer.text[:start] + new + layer.text[end:]
    parts = refitted(layer, layer.evolve(text=text, spans=()), context)
    return done(f"{layer.role} now reads {text!r}", parts)
