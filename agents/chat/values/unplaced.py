"""A fact of what the design does not tell of, "parking costs £5": asked about, never guessed."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming import is_named
from agents.chat.results import Choice, Question
from agents.chat.sentence import Sentence
from agents.chat.values.accounted import unaccounted
from agents.chat.values.hour import Hour
from agents.chat.values.slots import Slot, alike, slots_in, told_in
from agents.chat.values.wording import kinds_of, words_shown

_SUBJECT = re.compile(
    r"(?:the |our |my |an? |and |but |also )*(?P<s>[a-z][\w' -]*?)(?:'s)? (?:costs?|is|are"
    r"|starts?|begins?"
    r"|opens?|closes?|ends?|will be|was|has|have|goes?|pays?|at|from|until)\b"
)
_ASIDE = re.compile(
    r"(?:the |our |and |also |but )*(lunch|dinner|breakfast|brunch|coffee|supper|drinks|snacks"
    r"|buffet"
    r"|after[- ]?party|parking|rehearsal|registration|check[- ]in|shuttle|warm[- ]up)\b"
)
_PEOPLE = re.compile(r"(?:i|we|you|it|he|she|they|this|that|there|url|website|everything)\b")
_MOST = 3  # words of a subject


def question(sentence: Sentence, context: Context) -> Question | None:
    """Which of the like facts is meant, when the subject is not on the design; None when it is."""
    match = _SUBJECT.match(sentence.low)
    if match is None or len(match["s"].split()) > _MOST or _PEOPLE.match(match["s"]):
        return None
    subject = match["s"]
    shown = words_shown(context)
    why = f"nothing on the design tells of {subject!r}; "
    strange = [w for w in unaccounted(subject, known=shown)
               if not kinds_of(w) <= kinds_of(" ".join(shown))]  # fmt: skip
    aside = is_of_an_aside(sentence.low, shown)
    if not aside and (not strange or is_named(subject, context)):
        return None
    unclear = asked(sentence, context, why)
    return unclear._replace(firm=True) if unclear else None


def is_of_an_aside(low: str, shown: frozenset[str]) -> bool:
    """Whether it tells of what goes along with an event, of which the design says nothing."""
    aside = _ASIDE.match(low)
    return aside is not None and not set(re.findall(r"[a-z]+", aside[1])) & shown


def asked(sentence: Sentence, context: Context, why: str = "") -> Question | None:
    """Where a value that is said goes; None where the design has none of its kind."""
    slots = slots_in(context)
    for told in told_in(sentence.low, sentence.raw):
        own = [s for s in slots if s.kind == told.kind]
        loose = isinstance(told.value, Hour) and not told.value.sure
        if (
            told.kind == "number"
            or loose
            or not own
            or any(alike(told.kind, told.value, s) for s in own)
        ):
            continue
        return Question(
            f"{why}where does {told.value.text.strip()!r} go?", _choices(own, told.value.text)
        )
    return None


def _choices(slots: list[Slot], new: str) -> tuple[Choice, ...]:
    return tuple(Choice(s.layer.text, f"change '{s.whole}' to '{new.strip()}'") for s in slots[:4])
