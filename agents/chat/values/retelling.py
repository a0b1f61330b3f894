"""A line typed anew, with no word of what to do: "bring wellies and a towel"."""

from __future__ import annotations

import re

from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.naming import Named, is_named
from agents.chat.qualities import read
from agents.chat.results import Answer, Choice, Question
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from agents.chat.values.slots import told_in
from agents.chat.values.wording import CLAUSE, texts_of
from design_io.document import TextLayer

_WRITTEN, _LIKELY = 0.6, 0.4  # of the line's own words those that are said
_LEAST, _MOST = 3, 12  # words of a line
_TALK = re.compile(
    r"\b(?:it|its|this|that|them|too|also|not|no|instead|rather|everything|all|other|more|less"
    r"|bigger|smaller|bold|italic|i|you|he|she|says?|reads?|writes?|calls?|headline|title|subtitle"
    r"|tagline|heading|line|text|words?|becomes?|into|should|must|was|were|can|can't|could|won't"
    r"|cancel\w*|replaced|gone|ill|sick)\b"
    r"|[\"“„:;?]|->|→|=|(?<!\w)'"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The line in its new words, where they are much like its own; else whether that is meant."""
    low, words = sentence.low, _telling(sentence.low)
    if not _LEAST <= len(sentence.raw.split()) <= _MOST or _TALK.search(low) or CLAUSE.search(low):
        return None
    if is_named(low, context) or read(sentence.plain) is not None or told_in(low, sentence.raw):
        return None
    shares = [(len(words & _telling(x.text)) / len(_telling(x.text)), x) for x in texts_of(context)
              if len(words & _telling(x.text)) > 1]  # fmt: skip
    share, layer = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if layer is None or share < _LIKELY or len(words - _telling(layer.text)) > len(words) / 2:
        return None
    if ORDER.match(low) and not _begins_alike(low, layer):
        return None
    new = sentence.raw[:1].upper() + sentence.raw[1:] if layer.text[:1].isupper() else sentence.raw
    if share >= _WRITTEN and layer.role != "title":
        return retyped(Named((layer,)), new, context)
    choice = Choice(new, f"change '{layer.text}' to '{new}'")
    return Question(f"should {layer.text!r} read {new!r}?", (choice,))


def _begins_alike(low: str, layer: TextLayer) -> bool:
    return low.split()[:2] == layer.text.lower().split()[:2]


def _telling(text: str) -> set[str]:
    small = {"and", "the", "for", "with", "our", "from"}
    return {w for w in re.findall(r"[^\W_]+", text.lower()) if len(w) > 2} - small
