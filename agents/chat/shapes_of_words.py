"""Copy told by its shape: "it's row D, seat 3" for "Row C seat 14"; words like those that stand."""

from __future__ import annotations

import re

from agents.chat.by_name import Named
from agents.chat.context import Context
from design_io.document import TextLayer, walk

_FIGURE = r"(?:\d+(?:[.,:]\d+)*|[a-z])"
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+", re.UNICODE)
_CODE = re.compile(r"(?<![\w.])(?P<letters>[A-Z]{1,9})(?P<figure>\d{1,4})(?![\w.])")
_LEAST, _SHARE = 2, 0.5  # words in common, and of the longer of both


def renumbered(low: str, context: Context) -> tuple[TextLayer, str] | None:
    """The one text whose numbered words the sentence says with other numbers, and how it reads."""
    found: dict[str, tuple[TextLayer, str]] = {}
    for layer in _texts(context):
        text = _with_numbers_of(layer.text, low)
        if text != layer.text:
            found[layer.id] = (layer, text)
    return next(iter(found.values())) if len(found) == 1 else None


def _with_numbers_of(text: str, low: str) -> str:
    tokens = list(_TOKEN.finditer(text))
    swaps: list[tuple[int, int, str]] = []
    for at, token in enumerate(tokens):
        if not re.fullmatch(_FIGURE, token[0].lower()):
            continue
        for step in (-1, 1):
            beside = tokens[at + step][0].lower() if 0 <= at + step < len(tokens) else ""
            if len(beside) < 2 or beside.isdigit() or beside in _SMALL:
                continue
            if token[0].isalpha() and (step > 0 or beside not in _LETTERED):
                continue
            pair = (rf"\b{re.escape(beside)}\W+(?:number |no\.? |nr\.? )?({_FIGURE})\b" if step < 0
                    else rf"(?<![\d.:])({_FIGURE}) ?{re.escape(beside)}\b")  # fmt: skip
            said = re.search(pair, low)
            stands = said and said[1] in re.findall(pair, text.lower())  # "only the 10 km"
            if said and not stands and said[1].isalpha() == token[0].isalpha():
                swaps.append((token.start(), token.end(), said[1].upper()))
                break
    if len({new for _, _, new in swaps}) < len(swaps):
        return text  # one number, of which nobody knows where it goes
    for start, end, new in reversed(swaps):
        text = text[:start] + new + text[end:]
    return text


def coded(low: str, context: Context) -> tuple[TextLayer, str] | None:
    """ "this is Q4": of letters with a number, Q3, the only like them with another number."""
    found = [
        (layer, mark, said[1])
        for layer in _texts(context)
        for mark in _CODE.finditer(layer.text)
        for said in re.finditer(rf"(?<![\w.]){mark['letters'].lower()}(\d+)(?![\w.])", low)
        if said[1] != mark["figure"]
    ]
    if len(found) != 1:
        return None
    layer, mark, new = found[0]
    return layer, layer.text[: mark.start("figure")] + new + layer.text[mark.end("figure") :]


def alike(new: str, context: Context) -> Named | None:
    """The only text that shares words with the new ones; None for none or several."""
    words = _words(new)
    found = []
    for layer in _texts(context):
        own = _words(layer.text)
        both = len(words & own)
        most = both >= min(_LEAST, max(1, len(own) - 1)) and both >= _SHARE * len(own)
        if len(own) > 1 and most and layer.text != new:
            found.append(layer)
    return Named((found[0],)) if len(found) == 1 else None


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in ("the", "and", "for")}


def _texts(context: Context) -> list[TextLayer]:
    return [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible]


_SMALL = ("to", "from", "at", "of", "and", "the", "by", "on", "in", "until", "for", "is", "or")
_LETTERED = ("row", "block", "gate", "hall", "room", "section", "stand", "seat", "door", "group")
