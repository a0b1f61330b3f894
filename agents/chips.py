"""What was understood of a request, what is missing and what is doubtful, as short labels.

A chip's `words` stand in the request character for character, so that it can be taken out or
written anew there; nothing is told that the request or a rule did not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agents.brief import Brief, Provenance, Text
from agents.doubts import Way
from agents.sanity import doubts_in
from design_io.errors import DesignError
from design_io.paint import Value
from layout.sizes import size_named

_MOST = 12
_LONGEST = 34  # characters of a label
_SHOWN = (
    "title", "offer", "price", "date", "time", "venue", "address", "contact", "brand", "cta",
)  # fmt: skip
_EVENT_ROLES = {"date", "time", "venue", "address"}
_QUIET_FORMS = ("quote", "logo", "card", "letterhead", "chart", "certificate", "greeting")


class Chip(Value):
    """One thing that was understood; `words` are empty where they are not the request's own."""

    kind: str  # size, color, tone, or a role of copy
    label: str
    words: str = ""
    provenance: Provenance = "user"
    colors: tuple[str, ...] = ()


class Missing(Value):
    """What could be added: words to go on with, or a file (`photo`, `logo`)."""

    kind: str
    label: str
    insert: str = ""
    why: str = ""


class Doubted(Value):
    """What is probably wrong, and the words that could stand there instead, to choose from."""

    rule: str
    message: str
    words: str
    ways: tuple[Way, ...] = ()


def chips_of(brief: Brief) -> tuple[Chip, ...]:
    """What was understood, the size first."""
    found = [_size(brief)]
    shown = [t for t in brief.texts if t.role in _SHOWN and not t.group]
    for text in sorted(shown, key=lambda t: _SHOWN.index(t.role)):
        found.append(_copy(text, brief.request))
    if brief.colors.value or brief.ground.value:
        colors = tuple(dict.fromkeys(c for c in (brief.ground.value, *brief.colors.value) if c))
        found.append(Chip(
            kind="color", label="colours", provenance=brief.colors.provenance, colors=colors,
        ))  # fmt: skip
    copy = " ".join(chip.words.lower() for chip in found)
    for tone in brief.tone.value:
        words = _words(tone, brief.request)
        if tone in copy or not words:
            continue  # the copy itself is what told it
        found.append(Chip(kind="tone", label=tone, words=words, provenance="inferred"))
    unlike = {(chip.kind, chip.label): chip for chip in found}
    return tuple(unlike.values())[:_MOST]


def missing_in(brief: Brief) -> tuple[Missing, ...]:
    """What the request asks for and does not say, then what designs of its kind usually say."""
    asked = [
        Missing(kind=q.id, label=f"add {q.id}", insert=f"{q.id.capitalize()}: ", why=q.question)
        for q in brief.questions
        if q.id in _ASKABLE
    ]
    usual = [Missing(kind=kind, label=f"add {kind}", insert=words) for kind, words in _usual(brief)]
    roles = {a.role for a in brief.attachments}
    files = [
        Missing(kind=kind, label=f"add {kind}")
        for kind, role in (("photo", "picture"), ("logo", "logo"))
        if role not in roles
    ]
    unlike = {each.kind: each for each in (*usual[:3], *asked, *files)}
    return tuple(unlike.values())


def doubted_in(brief: Brief, today: date) -> tuple[Doubted, ...]:
    return tuple(
        Doubted(rule=d.rule, message=_sentence(d.message), words=d.text, ways=d.ways)
        for d in doubts_in(brief, today)
    )


_ASKABLE = ("brand", "website", "phone", "address", "date", "time", "code")


def _usual(brief: Brief) -> Iterator[tuple[str, str]]:
    """Facts that people look for: of an event when and where, of an offer how to get it."""
    roles = {text.role for text in brief.texts}
    if brief.form.value in _QUIET_FORMS or not brief.text("title"):
        return
    event = bool(roles & _EVENT_ROLES) or _EVENT.search(brief.request)
    if event and "date" not in roles:
        yield "date", "Date: "
    if event and "time" not in roles:
        yield "time", "Time: "
    if event and not roles & {"address", "venue"}:
        yield "place", "Venue: "
    if event and "address" not in roles:
        yield "address", "Address: "
    if (roles & {"offer", "price"} or not event) and "contact" not in roles:
        yield "website", "Website: "


_EVENT = re.compile(
    r"\b(?:concert|festival|party|night|show|exhibition|workshop|class|course|market|fair|opening"
    r"|launch|meetup|seminar|conference|wedding|gala|tour|screening|recital|tournament|match|race"
    r"|run|event|invitation)\b",
    re.IGNORECASE,
)


def _size(brief: Brief) -> Chip:
    size = brief.size.value
    try:
        label = size_named(size).label
    except DesignError:
        label = size
    return Chip(kind="size", label=label, provenance=brief.size.provenance)


def _copy(text: Text, request: str) -> Chip:
    words = _words(text.text, request)
    shown = text.text if len(text.text) <= _LONGEST else f"{text.text[: _LONGEST - 1].rstrip()}…"
    return Chip(kind=text.role, label=shown, words=words, provenance=text.provenance)


def _words(words: str, request: str) -> str:
    """The words as the request writes them, or nothing."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(rf"(?<!\w){pattern}(?!\w)", request, re.IGNORECASE) if pattern else None
    return found[0] if found else ""


def _sentence(message: str) -> str:
    """ "'Fri 12 Dec' does not agree: 12 Dec is a Saturday": the part that tells."""
    _, mark, told = message.partition(" does not agree: ")
    return told if mark else message
