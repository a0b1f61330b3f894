"""Where in a request the design is asked for, and the sentences that are left to read.

The topic may stand in another sentence than the asking: "I run the math club. Make a poster."
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.firsthand import Firsthand, firsthand_in
from agents.opening import Opening, Part, opening_of
from agents.phrases import FULL_STOP, HOLE
from agents.whom import topic_first

NOTHING = Opening(False, "", "", ())
_MOST_SENTENCES = 8
_TOPICAL = frozenset({"topic", "about", "name", "says", "greet", "praise"})
_BORDER = re.compile(rf"(?:{FULL_STOP}|(?<=[!?]))[{HOLE}\"'”’)]*\s+|\n+")


_SQUEEZED = re.compile(rf"(?:\btickets\s*)?{HOLE}+\s*", re.IGNORECASE)


class Asked(NamedTuple):
    opening: Opening
    others: tuple[str, ...]  # the sentences that neither ask nor name the topic


def asked_in(masked: str) -> Asked:
    """The opening of the first sentence that asks for a design, with what is told around it."""
    sentences = [s for s in _BORDER.split(masked.strip()) if s and s.strip()]
    told: list[Firsthand] = []
    for number, sentence in enumerate(sentences[:_MOST_SENTENCES]):
        own = firsthand_in(sentence)
        opening = opening_of(f"make {own.ask}") if own.ask else NOTHING
        if not opening.format and _NEEDS.match(sentence):
            own, opening = Firsthand(), NOTHING  # "Our club needs actors!" is copy itself
        if not own.topic:
            opening = opening_of(topic_first(sentence))
        if opening.asked and (opening.parts or opening.theme or opening.format):
            others = [s for s in sentences[number + 1 :]]
            opening, told_on = _told_on(opening, sentence)
            later = [more for s in (told_on, *others[:2]) if (more := firsthand_in(s)).topic]
            opening = _with_kind(opening, own)
            if number and not opening.parts and sentences[number - 1].endswith("!"):
                opening = opening._replace(parts=(Part("says", sentences[number - 1]),))
            whole = _with_topic(opening, [*([own] if own.topic else []), *told, *later])
            stressed = tuple(part for s in others if (part := _stressed(s)))
            return Asked(whole._replace(parts=(*whole.parts, *stressed)), tuple(others))
        told += [own] if own.topic else []
    squeezed = _SQUEEZED.sub("", sentences[0]) if sentences else ""
    if not told and squeezed != (sentences or [""])[0]:
        opening = opening_of(squeezed)  # "diwali sale 40% off banner for Meera Silks"
        if opening.asked and opening.theme:
            return Asked(opening, tuple(sentences[1:]))
    if told:
        return Asked(_with_topic(Opening(True, "", "", ()), told), ())
    return Asked(NOTHING, ())


_GUESTS = re.compile(
    r"(?:(?:our|my|all|the)\s)?(?:friends|family|guests|colleagues|neighbou?rs)(?:\sand\s\w+)?"
)
_NEEDS = re.compile(r"\W*(?:our|my)\s.{2,50}?\s(?:needs?|wants?)\s", re.IGNORECASE)
_SHEET = (
    r"(?:it|they|we|the (?:ad|advert|advertisement|post|poster|flyer|design|text|image|cover"
    r"|banner|card|message|copy|headline|story|promotion|campaign))"
)
_STRESSED = re.compile(
    rf"\W*(?:(?:{_SHEET}\s)?(?:should |must |will )?(?:also )?(?:emphasi[sz]|highlight|stress"
    r"|underlin|focus|mention(?!\s(?:that|there)\b)|point out)"
    r"(?:es|e|s|ing)?(?: on| the fact)?(?: that)?"
    r"|(?:provide|add|include|give|write|feature)\s(?:an?\s)?(?:short\s|brief\s|small\s)?"
    r"(?:line|text|sentence|note|mention|message|word|caption)\s(?:about|on|of)"
    r"|(?:we|they|it|the \w+(?: \w+)?) (?:also )?(?:offers?|sells?|serves?|provides?"
    r"|speciali[sz]es? in))\s(?P<what>.+)",
    re.IGNORECASE,
)
_URGING = re.compile(
    rf"\W*(?:{_SHEET}\s)?(?:should |must |will )?(?:also )?(?:encourag|invit|remind|urg|motivat)"
    r"(?:es|e|s|ing)?\s(?P<whom>.+)",
    re.IGNORECASE,
)


def _stressed(sentence: str) -> Part | None:
    """ "Emphasize the fast delivery", "Encourage people to walk": what a later sentence adds."""
    stressed, urging = _STRESSED.match(sentence), _URGING.match(sentence)
    if stressed:
        return Part("stress", stressed["what"])
    return Part("urge", urging["whom"]) if urging else None


_FOR_CHANNEL = re.compile(
    r"(?:instagram|insta|facebook|social media|(?:the|our|my) (?:(?:shop|store|front) )?(?:window"
    r"|door|wall|web|entrance)|(?:our|my) (?:page"
    r"|website|feed|story))"
    r",\s(?P<then>.+)",
    re.IGNORECASE,
)


_NEWS = re.compile(
    r"we(?:['’]re| are)\s(?:closing|moving|open|now open|hiring|back|expanding|relocating)\b", re.I
)


def _told_on(opening: Opening, sentence: str) -> tuple[Opening, str]:
    """ "something for Instagram, we have a new flavour": what is told stands behind the comma."""
    if not opening.parts:
        return opening, sentence.partition(", ")[2]
    channel = _FOR_CHANNEL.match(opening.parts[0].text)
    if channel and _NEWS.match(channel["then"]):
        return opening._replace(parts=(Part("says", channel["then"]),)), ""
    return (opening._replace(parts=()), channel["then"]) if channel else (opening, "")


def _with_kind(opening: Opening, own: Firsthand) -> Opening:
    """ "As a wedding planner I want a post about my packages": who speaks stands above."""
    spoken = own.ask and own.topic and any(part.kind in _TOPICAL for part in opening.parts)
    return opening._replace(parts=(*opening.parts, Part("kind", own.topic))) if spoken else opening


def _with_topic(opening: Opening, told: list[Firsthand]) -> Opening:
    """An opening that names no topic takes it from what the speaker tells."""
    topical = opening.theme or any(
        part.kind in _TOPICAL and not _GUESTS.fullmatch(part.text.strip(" ."))
        for part in opening.parts
    )
    if topical or not told:
        return opening
    first = told[0]
    made = opening_of(f"make a poster for {first.topic}")
    by = (Part("by", first.whose),) if first.whose else ()
    return opening._replace(asked=True, parts=(*made.parts, *by, *opening.parts))
