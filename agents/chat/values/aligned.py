"""A line said anew from the words on that it shares with one that stands.

"proceeds go to the children's hospital" for "All Proceeds to the Animal Shelter": what follows the
shared words takes the place of what followed them, and every other word is talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.figures import NUMBERS
from agents.chat.qualities import read
from agents.chat.results import Answer, done
from agents.chat.sentence import Sentence
from agents.chat.values.accounted import unaccounted
from agents.chat.values.restating import worded
from agents.chat.values.slots import slots_in, told_in
from agents.chat.values.wording import CLAUSE, Spot, in_case_of, put_in, texts_of
from design_io.document import TextLayer

_HELD_BACK = re.compile(
    r"\b(?:don't|do not|dont|never|unless|if|not|instead)\b|\?$|[\"“„;:]"
    r"| as (?:the|our|my) \w+$"
)
_JOINTS = frozenset(["to", "for", "by", "from", "with", "over", "at", "in", "of", "on", "until"])
_ARTICLE = re.compile(r"^(?:the|a|an|our) ", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:,? (?:now|please|instead|this (?:year|time)|actually|again|from now on|only))+$", re.I
)
_TOKEN = re.compile(r"[^\s,.;!?]+")
_MOST = 8  # words of what is new


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The one text that goes on otherwise; None where several might, or more is said."""
    if _HELD_BACK.search(sentence.low) or read(sentence.plain) is not None:
        return None
    found = {spot.layer.id: (spot, new) for spot, new in _ways(sentence.raw, context)}
    if len(found) != 1:
        return None
    spot, new = next(iter(found.values()))
    words = _in_form(spot, new, context)
    text = put_in(spot, words) if words else spot.layer.text
    if text == spot.layer.text:
        return None
    parts = refitted(spot.layer, spot.layer.evolve(text=text, spans=()), context)
    return done(f"{spot.layer.role} now reads {text!r}", parts)


def _ways(raw: str, context: Context) -> Iterator[tuple[Spot, str]]:
    for layer in texts_of(context):
        tokens = list(_TOKEN.finditer(layer.text))
        for at, token in enumerate(tokens[1:-1], 1):
            if token[0].lower() not in _JOINTS:
                continue
            new = _goes_on(raw, [t[0].lower() for t in tokens[: at + 1]])
            if new:
                yield _rest(layer, token.end()), new
                break


def _goes_on(raw: str, head: list[str]) -> str:
    """What the sentence says after these words, which it has all in this order; "" if not."""
    said = list(_TOKEN.finditer(raw))
    telling = [w for w in head[:-1] if len(w) > 3 or len(head) == 2]
    if not telling:
        return ""
    at = -1
    skipped: list[str] = []
    for word in (*telling[-2:], head[-1]):
        later = [
            n for n in range(at + 1, len(said)) if said[n][0].lower().removesuffix("'s") == word
        ]
        if not later:
            return ""
        skipped += [said[n][0].lower() for n in range(at + 1, later[0])]
        at = later[0]
    new = _TAIL.sub("", raw[said[at].end() :].strip(" .,!"))
    strange = unaccounted(" ".join(skipped), known=frozenset(head))
    strange = strange or [w for w in skipped if (w[0].isdigit() or w in NUMBERS) and w not in head]
    too_long = len(new.split()) > _MOST or bool(CLAUSE.search(new.lower()))
    return "" if strange or too_long else new


def _rest(layer: TextLayer, start: int) -> Spot:
    """What stands behind, without an article."""
    start += len(layer.text[start:]) - len(layer.text[start:].lstrip())
    article = _ARTICLE.match(layer.text[start:])
    return Spot(layer, start + (article.end() if article else 0), len(layer.text))


def _in_form(spot: Spot, new: str, context: Context) -> str:
    """The new words in the form of the old; a value in its own."""
    slots = [s for s in slots_in(context)
             if s.layer.id == spot.layer.id and s.value.start >= spot.start]  # fmt: skip
    told = [t for t in told_in(new.lower(), new) if t.value.text.strip() == new]
    if slots:
        fits = len(slots) == len(told) == 1 and slots[0].whole == spot.words
        kinds = {slots[0].kind, told[0].kind} if told else set()
        fits = fits and kinds in ({slots[0].kind}, {"money", "number"})
        return worded(slots[0], told[0].value, slots) if fits else ""
    return in_case_of(spot.words, _ARTICLE.sub("", new))
