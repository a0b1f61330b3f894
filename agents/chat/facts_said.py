"""A fact said by itself, "extend it until 7 September", takes the place of the only one like it."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming import Named, find
from agents.chat.results import Answer, Choice, NotThereError, Question, UnclearError
from agents.chat.sentence import Sentence
from agents.chat.words import retyped
from design_io.document import TextLayer, walk

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
_KINDS: dict[str, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "date": rf"(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,?"
        rf" \d{{4}})?"
        rf"|(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?",
        "time": r"\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|\b\d{1,2}:\d{2}\b",
        "percentage": r"\b\d{1,3} ?(?:%|percent\b|per cent\b)",
        "email": r"[\w.+-]+@[\w-]+\.[\w.]+",
        "address": r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|de|io|uk|fr"
        r"|eu|shop|info|biz|us|ca|au|app|store)\b(?:/\S*)?",
        "phone number": r"\+?\d[\d ()-]{6,}\d",
        "price": r"[£$€] ?\d+(?:[.,]\d{1,2})?|\b\d+(?:[.,]\d{2})? ?(?:€|euros?|pounds?|dollars?"
        r"|quid)",
    }.items()
}
_CUE = re.compile(
    r"\b(?:now|new|instead|chang\w+|mov(?:ed?|ing)|extend|until|till|from|starts?|begins?|opens?"
    r"|costs?|is|are|it's|make|update|should|at|on|to|postponed?|brought forward|reschedul\w+|by"
    r"|rather|correct|actually|use|put|doors|charge|ring|call|visit)\b"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    if not _CUE.search(sentence.low):
        return None
    for kind, pattern in _KINDS.items():
        said = list(pattern.finditer(sentence.raw))
        if len(said) != 1:
            continue
        holders = _holders(pattern, context)
        if not holders:
            continue
        return retyped(_meant(kind, sentence, holders, said[0][0], context), said[0][0], context)
    return _in_a_row(sentence, context)


def _holders(pattern: re.Pattern[str], context: Context) -> list[Named]:
    """Every text that holds a fact of the kind, and where in it."""
    found = []
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and layer.visible:
            matches = list(pattern.finditer(layer.text))
            if len(matches) == 1:
                found.append(Named((layer,), matches[0].span()))
    return found


def _meant(
    kind: str, sentence: Sentence, holders: list[Named], said: str, context: Context
) -> Named:
    """The only one, or the one that other words of the sentence name."""
    if len(holders) == 1:
        return holders[0]
    ids = {named.layers[0].id: named for named in holders}
    for word in re.findall(r"[a-z][\w-]+", sentence.low):
        try:
            named = find(word, context)
        except (NotThereError, UnclearError):
            continue
        for layer in named.layers:
            if layer.id in ids:
                return ids[layer.id]
    texts = [named.texts[0] for named in holders]
    choices = tuple(Choice(x.text, f"change '{x.text}' to '{said}'") for x in texts)
    raise UnclearError(Question(f"which {kind} do you mean?", choices))


def _in_a_row(sentence: Sentence, context: Context) -> Answer | None:
    """ "Diavola costs 12.50 now": the number in the row of what is named."""
    match = re.fullmatch(
        r"(?P<t>.+?) (?:is|are|costs?|should (?:be|cost)|goes up to|at|for|to|will be|now)"
        r"(?: now| only)? (?P<new>[£$€]? ?\d+(?:[.,]\d{1,2})?)",
        sentence.low,
    )
    if match is None:
        return None
    try:
        return retyped(find(f"price of {match['t']}", context), match["new"], context)
    except NotThereError:
        return None
