"""Stubs of a statement as the request says it whole: who wins what, what is to be sent where.

"A $200 camera voucher" is "First prize: $200 camera voucher", "Send photos" stands over its
address, "Bring toys to 9 Elm Street" goes on "until December 15".
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case

_LINES = ("item", "subtitle")
_PRIZE = r"(?P<what>(?:first|second|third|1st|2nd|3rd|grand|main|top) prize) is "
_WINS = r"(?P<who>(?:the )?winners?) (?P<gets>gets?|wins?|receives?|takes? home) "
_WEB = re.compile(r"(?:www\.|https?:)\S+\s", re.IGNORECASE)
_LEADS = r"\b(?P<do>register|sign up|apply|book|enter|enrol+|buy tickets|reserve) (?P<at>at|on) "


def told_whole(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with such stubs as whole statements, and without what these say too."""
    texts = tuple(_won(_reached(text, request), request) for text in texts)
    for rule in (_lasting, _sent, _dated_once):
        texts = rule(texts, request)
    return texts


def _won(text: Text, request: str) -> Text:
    """Who wins what is to be won."""
    if text.role not in (*_LINES, "price") or text.group or not text.text.startswith("A "):
        return text
    thing = re.escape(text.text[2:])
    if prize := re.search(rf"{_PRIZE}an? {thing}", request, re.IGNORECASE):
        return text.evolve(text=f"{sentence_case(prize['what'].lower())}: {text.text[2:]}")
    if wins := re.search(rf"{_WINS}an? {thing}", request, re.IGNORECASE):
        said = f"{wins['who']} {wins['gets']} a {text.text[2:]}"
        return text.evolve(text=sentence_case(said.lower() if said.isupper() else said))
    return text


_THEY_MAY = re.compile(
    r"^(?:(?:the |all )?[a-z]+ |you )?(?:may|can|should|must|have to)(?: (?:please|also))? ", re.I
)


def _reached(text: Text, request: str) -> Text:
    """ "www.run.org until May 1" with what is done there: "Register at ..."."""
    if not _WEB.match(text.text) or text.label:
        return text
    found = re.search(f"{_LEADS}{re.escape(text.text)}", request, re.IGNORECASE)
    address = text.text[:1].lower() + text.text[1:]
    whole = f"{sentence_case(found['do'].lower())} {found['at']} {address}" if found else address
    return text.evolve(text=whole)


def _lasting(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A line goes on until its day, and says the address that is in it."""
    days = [t for t in texts if t.role == "date" and t.label == "Until"]
    for line in (t for t in texts if t.role in _LINES and not t.group):
        for day in days:
            whole = f"{line.text} until {day.text}"
            if whole.lower() in request.lower():
                longer = line.evolve(text=whole)
                said = [t for t in texts if t.role == "address" and t.text in whole]
                kept = (t for t in texts if t is not day and t not in said)
                return tuple(longer if t is line else t for t in kept)
    return texts


def _sent(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Send photos" over the address to which they go; what is told before it stays a line."""
    for contact in (t for t in texts if t.role == "contact"):
        for line in (t for t in texts if t.role in _LINES and not t.group):
            if f"{line.text} to {contact.text}".lower() in request.lower():
                told, _, deed = line.text.rpartition(" and ")
                may = _THEY_MAY.match(deed)
                label = sentence_case(deed[may.end() :]) if may else line.text
                left = [line.evolve(text=told)] if may and told else []
                new = {id(contact): [contact.evolve(label=f"{label} to")], id(line): left}
                return tuple(one for t in texts for one in new.get(id(t), [t]))
    return texts


def _dated_once(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A day that the offer says, where nothing takes place at an hour."""
    offers = " ".join(t.text for t in texts if t.role == "offer")
    timed = any(t.role in ("time", "venue") for t in texts)
    said = [t for t in texts if t.role == "date" and t.text in offers and not timed]
    return tuple(t for t in texts if t not in said)
