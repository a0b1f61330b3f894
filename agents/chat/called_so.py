"""Who speaks says a name: "we are called Veil & Co", "my name is Dr Ana Silva"; never a title's."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming import Named, find, is_named
from agents.chat.results import Answer, Choice, Question
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from agents.chat.values.overlapping import overlapping
from agents.chat.values.wording import Spot, in_case_of, spots, texts_of, words_of
from agents.placeholders import placeholders_on

_TOLD = re.compile(
    r"(?:(?P<who>my|our|his|her|their|the (?:speaker|artist|teacher|singer)'s)"
    r" (?:full |first |last )?name(?:'s| is| should be| reads)"
    r"|(?:(?P<we>we|i)(?:'re| are|'m| am) (?:called|named)))"
    r"(?: now| actually| really)?"
    r" (?P<new>(?!spel|writ|not\b|too\b|in\b|missing|wrong)[^,;:!?]+?)(?:[,;:!?]+ .*| now| please)?"
)
_HONORIFIC = re.compile(r"(?:(?:Prof(?:essor)?|Dr|Doctor|Mrs?|Ms|Sir|Mum|Dad)\.? )+$")
_LEAST = 3  # letters of a word that tells


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The name where it stands nearly so, else where the brand stands; else it is asked about."""
    match = _TOLD.fullmatch(sentence.low)
    if match is None or any(placeholders_on(context.design)):
        return None
    new = sentence.kept(match, "new").strip(" .")
    if (spot := _standing(new, context) or overlapping(new, context)) is not None:
        new = in_case_of(spot.words, new)
        return retyped(Named((spot.layer,), (spot.start, spot.end)), new, context)
    if match["who"] not in (None, "our", "my"):
        return None
    if match["we"] == "i" or match["who"] == "my":
        return _asked(new, context)
    if is_named("brand", context) and find("brand", context).texts:
        return retyped(find("brand", context), new, context)
    titles = [x for x in texts_of(context) if x.role == "title"]
    shared = {w for x in titles for w in words_of(x.text)} & words_of(new)
    return None if any(len(w) >= _LEAST for w in shared) else _asked(new, context)


def _standing(new: str, context: Context) -> Spot | None:
    """The stretch of a text that the name is nearly, with what the person is titled."""
    words = new.split()
    for start in range(len(words)):
        tail = " ".join(words[start:])
        found = [] if len(tail) < _LEAST + 1 else spots(tail, context)
        found = [s for s in found if s.layer.role != "title" or start == 0]
        if found and len({s.words for s in found}) == 1 and len(tail.split()) > (start > 0):
            spot = found[0]
            front = _HONORIFIC.search(spot.layer.text[: spot.start])
            return spot._replace(start=front.start()) if front and start else spot
    return None


def _asked(new: str, context: Context) -> Question:
    texts = [x for x in texts_of(context) if x.role in ("title", "subtitle", "kicker", "brand")]
    choices = tuple(Choice(x.text, f"change '{x.text}' to '{new}'") for x in texts)
    more = Choice("a further line", f"add '{new}'")
    return Question(f"where does {new!r} go?", (*choices, more))
