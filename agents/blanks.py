"""Lines left blank to be filled by pen: whom a gift certificate is for, the seat of a ticket.

What belongs on such a paper, or is asked for, and is not given has a blank line rather than
invented words; an invitation that says neither when nor where has lines for both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.brief import Text
from agents.forms_tag import is_worn, tag_lines
from agents.phrases import HOLE, sentence_case
from agents.vocabulary import is_business, is_event, is_sale
from layout.systems import Form

MOST = 6
_MOST_TYPICAL = 5
_MOST_WORDS = 3  # of a heading


class Field(NamedTuple):
    """A heading, the words that ask for it, and the roles and labels of copy that answer it."""

    label: str
    asked: re.Pattern[str]
    answers: tuple[str, ...]


def _field(label: str, asked: str, *answers: str) -> Field:
    return Field(label, re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), (*answers, label))


_FIELDS = (
    _field("To", r"recipient(?:['’]s)?(?: name)?|name of the (?:recipient|guest)"),
    _field("From", r"(?:giver|sender)(?:['’]s)?(?: name)?|name of the (?:giver|sender)"),
    _field("Name", r"(?:holder|guest|attendee|passenger|buyer|owner|visitor)(?:['’]s)? name"),
    _field("Amount", r"amount|denomination|blank value", "price", "offer"),
    _field("Good for", r"good for", "offer", "price"),
    _field("Date", r"dates?", "date"),
    _field("Time", r"times?|when and where", "time"),
    _field(
        "Place",
        r"location|venue|address|(?<!take )(?<!takes )(?<!taking )(?<!took )place|when and where",
        "venue",
        "address",
        "To",
    ),
    _field("Row", r"row(?: number)?"),
    _field("Seat", r"seats?(?: numbers?)?"),
    _field("Price", r"(?:ticket )?price|cost", "price"),
    _field("Valid until", r"expir\w+(?: date)?|validity|valid (?:until|through)", "date"),
    _field("Code", r"(?:promo(?:tional)?|coupon|discount|voucher) ?codes?"),
    _field("No.", r"(?:ticket|voucher|coupon|certificate|serial|reference) number"),
    _field("Phone", r"phone(?: number)?|contact (?:information|details|info)|contacts", "contact"),
    _field("E-mail", r"e-?mail|contact (?:information|details|info)|contacts", "contact"),
    _field("RSVP", r"rsvp"),
    _field("Last seen", r"last seen"),
)
# papers, in the order they are asked: their name, what is typical of them, what else may be asked
_PAPERS = (
    (r"\bgift (?:certificate|voucher|coupon|card)s?", ("To", "From", "Amount", "Valid until"),
     ("Code", "No.")),
    (r"\b(?:coupons?|vouchers?|discount cards?)\b", ("Good for", "Valid until"),
     ("To", "From", "Name", "Code", "No.")),
    (r"\braffle tickets?", ("Name", "Phone"), ("Date", "Time", "Place", "Price", "E-mail", "No.")),
    (r"\btickets?\b", ("Date", "Time", "Place", "Seat"), ("Name", "Row", "Price", "Code", "No.")),
)  # fmt: skip
_PAPER_PATTERNS = tuple(
    (re.compile(name, re.IGNORECASE), typical, asked) for name, typical, asked in _PAPERS
)
_INVITATION = re.compile(r"\binvit(?:ation|e)s?\b", re.IGNORECASE)
_REPLY = ("RSVP", "Reply")
_INVITED = ("Date", "Time", "Place", "RSVP")
# "with blank lines for name, date and place", "leave space for the recipient's name"
_LINES = re.compile(
    r"(?:(?:,\s*)?\b(?:and\s)?(?:please\s)?(?:leav(?:e|ing)|with|includ(?:e|ing)|add(?:ing)?|has"
    r"|have"
    r"|there should be|provid(?:e|ing))\s)?\b(?:an?\s|some\s|the\s)?"
    r"(?P<empty>(?:(?:blank|empty|fill[- ]in|writable)\s)?)"
    r"(?P<kind>lines?|spaces?|room|fields?|blanks?)"
    r"\s(?:(?P<pen>to (?:write|fill in|add|enter)\s)|for\s)(?:the\s)?(?P<list>[^.;:\n()]{2,100})",
    re.IGNORECASE,
)
_RULED_KEY = re.compile(r"\b(?P<key>[A-Z][a-z]+(?:\s[a-z]+)?)\s?:\s?_{2,}")  # "Passenger: ____"
_ITS = re.compile(r"^(?:(?:the|an?|their|your|his|her|handwritten)\s)+", re.IGNORECASE)
_LEFT = re.compile(r"\bleav(?:e|ing)\b", re.IGNORECASE)
_RULED = re.compile(r"line|field|blank", re.IGNORECASE)
_NO_FIELD = re.compile(
    r"\b(?:text|logo|photos?|pictures?|images?|copy|headline|people|guests?$|kids|children|designs?"
    r"|details|everyone|growth|improvement)\b|\d",
    re.IGNORECASE,
)
_UNSEATED = re.compile(r"\b(?:general admission|standing (?:room|only)|free seating)\b", re.I)
_TRAVEL = re.compile(
    r"\b(?:train|bus|coach|ferry|flight|plane|airline|boat|cruise|rail\w*)\s(?:\w+\s)?tickets?\b"
    r"|\bboarding pass|\btickets?\b[^.;!?]*\sfrom\s(?-i:[A-Z])[\w ]+?\sto\s(?-i:[A-Z])",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d[.)]\s*$|\b(?:tips|steps|rules|ideas|ways|habits)\b[^.:]*:[^.]*$", re.I)
_VISITED = re.compile(  # at any hour, and where it is by its name
    r"\btickets?\sfor\s(?:an?|the|our)\s(?:[\w-]+\s){0,2}?(?:park|zoo|museum|pool|aquarium|gallery"
    r"|garden|exhibition|fair|planetarium|maze|farm|castle|carousel|ferris wheel)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:no|without(?: an?| any)?|not) (?:expir\w+|blanks?|fields?|lines?)\b", re.IGNORECASE
)


_SEATING = ("Date", "Time", "Place", "Seat")
_ADMITS = re.compile(r"\badmit(?:s|ting)?\b|\badmission ticket\b", re.IGNORECASE)  # on any day


class Left(NamedTuple):
    """Headings of lines that a request lists, and where it does."""

    headings: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def masked(self, request: str) -> str:
        for start, end in self.spans:
            request = request[:start] + HOLE * (end - start) + request[end:]
        return request


def left_in(request: str) -> Left:
    """What is to be filled in by pen, in the request's own order."""
    keys = list(_RULED_KEY.finditer(request))
    if keys:
        return Left(tuple(m["key"] for m in keys)[:MOST], tuple(m.span() for m in keys))
    for match in _LINES.finditer(request):
        if _COUNTED.search(request[: match.start()]):
            continue  # a tip of a list: "4. Leave room for gifts"
        left = bool(_LEFT.search(match[0]))
        names = _listed(match["list"])
        known = len(names) > 1 and all(map(_is_known, names))
        ruled = _RULED.match(match["kind"]) or known
        if names and (left or match["empty"] or match["pen"] or ruled):
            return Left(tuple(_heading(name) for name in names)[:MOST], (match.span(),))
        if left:
            return Left((), (match.span(),))  # "leave space for a logo" is no copy either
    return Left()


def _listed(words: str) -> tuple[str, ...]:
    pieces = re.split(r",\s*(?:and\s)?|\s(?:and|&)\s", words)
    names = [_ITS.sub("", piece.strip()) for piece in pieces]
    names = [name for name in names if name]
    fits = all(
        (len(name.split()) <= _MOST_WORDS or _is_known(name)) and not _NO_FIELD.search(name)
        for name in names
    )
    return tuple(names) if fits else ()


def _is_known(name: str) -> bool:
    """Whether it is a heading that papers have, and not just anything."""
    usual = name.lower() in ("name", "signature", "names", "signatures")
    return usual or any(field.asked.fullmatch(name) for field in _FIELDS)


def _heading(name: str) -> str:
    """As this module calls it, where it knows it: "To" for "recipient name"."""
    known = next((f.label for f in _FIELDS if f.asked.fullmatch(name)), "")
    return known or sentence_case(name)


def blanks_for(
    form: Form, size: str, request: str, texts: tuple[Text, ...], language: str = "en"
) -> tuple[str, ...]:
    """The headings of the lines to fill in, in reading order; `size` is the name of the size."""
    if language != "en" or _REFUSED.search(request):
        return ()
    typical, asked = _paper(form, size, request)
    if not any(f.label in asked and f.asked.search(request) for f in _FIELDS):
        typical = (*typical, *_invited(form, size, request, texts))
    given = {text.role for text in texts} | {text.label for text in texts}
    replied = any(f"{text.label} {text.text}".lstrip().startswith(_REPLY) for text in texts)
    given |= {"RSVP"} if replied else set()
    said = " ".join(text.text for text in texts)
    given |= set() if _names_house(texts) else {"Good for"}
    given |= {f for f in ("Seat", "Row") if re.search(rf"\b{f} (?:\w*\d|[A-Z]\b)", said, re.I)}
    given |= {"Seat"} if _UNSEATED.search(request) else set()
    given |= {"Time", "Place", "Seat"} if _VISITED.search(request) else set()
    given |= {"Place"} if _TRAVEL.search(request) else set()  # which it leaves
    given |= {"Place", "Seat"} if any(text.label == "Gate" for text in texts) else set()
    given |= set(_SEATING) if form == "ticket" and _ADMITS.search(f"{request} {said}") else set()
    numbered = any(re.search(r"(?:^| )no\b", f"{t.label} {t.text[:2]}", re.I) for t in texts)
    given |= {"No."} if numbered else set()
    return tuple(
        field.label
        for field in _FIELDS
        if not given & set(field.answers)
        and (field.label in typical or (field.label in asked and field.asked.search(request)))
    )[:_MOST_TYPICAL]


def _names_house(texts: tuple[Text, ...]) -> bool:
    """Whether the headline is a trade and no deal: "Pizzeria", not "One free pizza"."""
    title = next((text.text for text in texts if text.role == "title"), "")
    return is_business(title) and not re.search(r"\bfree\b|\boff\b|\d", title, re.IGNORECASE)


def _paper(form: Form, size: str, request: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is typical of the paper, and what else it may have when it is asked for."""
    if form == "ticket":
        found = (paper[1:] for paper in _PAPER_PATTERNS if paper[0].search(request))
        return next(found, ((), ()))
    if is_worn(request) and form == "picture":
        return () if tag_lines(request) else ("Name",), ()
    invites = size == "invitation" or _INVITATION.search(request[:80])
    return (), _INVITED if invites and form in ("picture", "offer") else ()


_CARD = re.compile(
    r"\W*(?:\w+\s){0,6}?(?:invitations?|invites?|save the date)\b(?!\s(?:post|story))", re.I
)
_ONLINE = re.compile(
    r"\b(?:posts?|stor(?:y|ies)|ads?|banner|cover|header|webinar|online|e-?mail|poster|fl[yi]er)\b",
    re.IGNORECASE,
)
_WHEN_OR_WHERE = {"date", "time", "venue", "address"}


_POSTER = re.compile(
    r"\W*(?:please\s)?(?:create|design|make)\san?\s(?:[a-z-]+\s){0,2}?(?:poster|fl[yi]er|leaflet)\s"
    r"for\s(?:an?|the|our)\s[a-z][^.,;:!?\n]*[.!]?\s*$",
    re.IGNORECASE,
)
_LOST = re.compile(r"(?:lost|missing|stolen)\b(?! and found)", re.IGNORECASE)
_SHEET = re.compile(r"\b(?:poster|fl[yi]er|leaflet|sign|notice)\b", re.IGNORECASE)
_TAUGHT = re.compile(r"\b(?:course|class|classes|lessons?|training|sessions?|service)$", re.I)


def _invited(form: Form, size: str, request: str, texts: tuple[Text, ...]) -> tuple[str, ...]:
    """When and where, on an invitation that says neither and on a poster that only names its
    event."""
    if form not in ("picture", "offer") or any(text.role in _WHEN_OR_WHERE for text in texts):
        return ()
    lost = next((t for t in texts if t.role == "title" and _LOST.match(t.text)), None)
    if lost and len(lost.text.split()) < 4 and not any(t.role == "contact" for t in texts):
        return ("Last seen", "Phone") if _SHEET.search(request[:60]) else ()
    if _POSTER.match(request):
        title = next((text.text for text in texts if text.role == "title"), "")
        held = is_event(title) and not is_sale(title) and not _TAUGHT.search(title)
        return ("Date", "Time", "Place") if held else ()
    asked = size == "invitation" or _CARD.match(request)
    online = _ONLINE.search(re.split(r"[.!?\n]", request)[0])
    return _INVITED if asked and not online else ()
