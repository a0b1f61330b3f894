"""Pieces of one name that came apart: "Shropshire" goes back behind "Hadley Park"."""

from __future__ import annotations

import re
from itertools import pairwise

from agents.brief import Text
from agents.phrases import sentence_case, typographic

_PLACES = ("venue", "address", "brand")
_OWNER = re.compile(r"\b(?:[A-Z][a-z]+\s){0,2}[A-Z][a-z]+'s(?=\s)")
_LOOSE = ("item", "subtitle", "body")


def rejoined(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with every place whole, as the request has it between commas, and with whose
    the thing in the title is."""
    texts = tuple(_owned(t, texts, request) if t.role == "title" else t for t in texts)
    texts = _with_verbs(texts, request)
    for place in (t for t in texts if t.role in _PLACES):
        for line in (t for t in texts if t.role in _LOOSE and not t.group):
            whole = _whole(place.text, line.text, request)
            if whole:
                joined = place.evolve(text=whole)
                left = (joined if t is place else t for t in texts if t is not line)
                return rejoined(tuple(left), request)
    return texts


def _owned(title: Text, texts: tuple[Text, ...], request: str) -> Text:
    """ "80th Birthday Picnic" as "Aunt Ida's 80th Birthday Picnic", where no line says whose."""
    words, request = (t.replace("’", "'") for t in (title.text, request))
    who = next((m[0] for m in _OWNER.finditer(request) if _has(request, words, m.end() + 1)), "")
    said = " ".join(t.text for t in texts).replace("’", "'")
    if not who or title.provenance == "user" or who in said:
        return title
    return title.evolve(text=f"{typographic(who)} {title.text}")


def _has(request: str, words: str, at: int) -> bool:
    """Whether just these words stand in a place of the request, in any case."""
    end = at + len(words)
    return request[at:end].lower() == words.lower() and not request[end : end + 1].isalnum()


def _whole(place: str, line: str, request: str) -> str:
    """Both as one name; empty where the line is no more of this place."""
    if line.startswith(f"{place}, ") and line in request:
        return line
    whole = f"{place}, {line}"
    return whole if line[:1].isupper() and _is_name(line) and whole in request else ""


def _is_name(line: str) -> bool:
    return all(word[:1].isupper() for word in line.replace(",", "").split())


def _with_verbs(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Season tickets" and "Extended by a week" as the one sentence that they are in the
    request: "Season tickets are extended by a week"."""
    for first, then in pairwise(t for t in texts if t.role in _LOOSE and not t.group):
        ours = {first.provenance, then.provenance} == {"inferred"}
        words = rf"{re.escape(first.text)} (?:is|are|will be|was|were) {re.escape(then.text)}"
        found = re.search(words, request, re.IGNORECASE) if ours else None
        if found:
            whole = first.evolve(text=sentence_case(found[0]))
            return tuple(whole if t is first else t for t in texts if t is not then)
    return texts
