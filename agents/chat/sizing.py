"""Another format: "as a story", "can I have it in A4", "an A5 version of it"."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, Resize
from agents.chat.sentence import Sentence
from agents.resizing import size_asked

_THING = r"(?:it|this|that|the (?:design|poster|whole thing|flyer|thing|lot))"
_REST = re.compile(
    rf"(?:flip|turn|rotate|make|change|switch|swap) {_THING}(?: (?:round|around|over"
    rf"|sideways))?(?: so"
    rf"(?: that)? it(?:'s| is))?,? (?:to |into |in )?(?P<size7>landscape|portrait)|"
    rf"make (?:me |us )?(?P<size5>.+?) (?:out of|from) {_THING}|(?:make )?{_THING} (?:be"
    rf"|fit(?: (?:on|in"
    rf"|into|to|onto))?) (?P<size6>.+)|(?:go with|use|try|go for|have|do) (?:an? "
    rf"|the )?(?P<size0>.+?)(?: (?:format|size|shape"
    rf"|orientation|layout))?|{_THING} (?:(?:to be|be|look like|also|go) )?(?:an? \w+ )?(?:in|as"
    rf"|for|to|at|fit(?: (?:to|on|for))?) (?P<size>.+)|(?:do |make |create |get |have |see "
    rf"|need |try )?(?:me )?(?:an? )?(?P<size2>.+?) version"
    r"(?: (?:of|from|for) .+)?"
    rf"|(?:re-?size|reformat|adapt|change|convert|scale|crop|rework|redo)(?: {_THING})?(?: (?:to"
    rf"|for|as|into))? (?P<size3>.+)|(?:make|turn)(?: {_THING})? (?:into "
    rf"|to )?(?P<size4>.+?)(?: format| size| shape| orientation)"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    canvas = context.design.canvas
    asked = size_asked(sentence.whole, canvas) or size_asked(sentence.raw, canvas)
    if asked is None and (match := _REST.fullmatch(sentence.low)):
        said = next(size for size in match.groupdict().values() if size)
        parts = [said, *reversed([part.strip() for part in said.split(",")])]
        found = (size_asked(f"make it {part}", canvas) for part in parts)
        asked = next((each for each in found if each), None)
    if asked is None:
        return None
    add = asked.add or bool(re.search(r"\b(?:also|too|as well)\b", sentence.whole.lower()))
    return Resize(asked.size, add)
