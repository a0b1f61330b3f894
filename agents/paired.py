"""Subjects told in two parts: a house and what it has, a panel and who sits on it, tickets and for
what they are, a vacancy and who is sought."""

from __future__ import annotations

import re

from agents.cores import cores_of, phrase_of
from agents.light import Headline, is_talk, kind_of, title_of
from agents.opening import Opening
from agents.phrases import HOLE, words_of
from agents.vocabulary import is_business, is_direction

JOB = re.compile(r"\b(?:vacancy|position|job|role|job opening)$", re.IGNORECASE)
_AND_ITS = re.compile(r"(?:an?|the|our|my)?\s?(?P<who>.+?),? and (?:its|their) (?P<what>.+)$")
_PERSON = re.compile(r"(?:(?:the |an? )?(?:[a-z]+ ){0,3})?(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+")
_SPOKEN_ON = re.compile(
    r"(?:an?|the|our)\s(?P<kind>[a-z]+) by\s+"
    r"(?P<who>(?:the )?(?:[a-z-]+ ){0,3}(?:[A-Z][\w'’.-]* ){1,3}[A-Z][\w'’-]*)"
    r" (?:on|about) (?P<topic>[a-z].+)$"
)
_TICKETS = re.compile(r"that (?:the )?(?P<what>(?:[a-z]+ )?(?:tickets|places|passes|seats))$")
_ON_SALE = re.compile(
    r"(?P<what>.+?) (?P<how>(?:go|are|will be) (?:now )?(?:on sale|available|sold out|limited))\b"
)


def paired(opening: Opening) -> Headline | None:
    """The headline of such a subject; None for others."""
    for reads in (_own_of_house, _met, _spoken_on, _open_job, _sold):
        if made := reads(opening):
            return made
    return None


def _own_of_house(opening: Opening) -> Headline | None:
    """ "The hearing centre and its free hearing test": the test is the news, the house above it."""
    both = _AND_ITS.match(next(iter(opening.of("topic")), ""))
    if both is None or HOLE in both["what"] or opening.of("name"):
        return None
    what, who = phrase_of(both["what"]).core, phrase_of(both["who"]).core
    if not is_business(who) or len(words_of(what)) < 2 or is_direction(what):
        return None
    whom = tuple(f"for {core}" for core in cores_of(opening, "for"))
    return Headline(title_of(what), kind_of(who), whom)


def _met(opening: Opening) -> Headline | None:
    """ "A panel with architect Lena Voss": what it is, and below it whom one meets there."""
    kind = next((phrase_of(text).core for text in opening.of("topic")), "")
    whom = next((phrase_of(text).core for text in opening.of("picture")), "")
    if (
        opening.theme
        or opening.of("about")
        or " " in kind
        or not (is_talk(kind) and _PERSON.match(whom))
    ):
        return None
    return Headline(title_of(kind), "", (f"with {whom}",))


def _spoken_on(opening: Opening) -> Headline | None:
    """ "A talk by data scientist Omar Haddad on fair algorithms": the topic, by whom below it."""
    told = next(iter((*opening.of("topic"), *opening.of("about"))), "")
    told = " by ".join((told.strip(), *opening.of("by")[:1]))
    spoken = _SPOKEN_ON.match(told)
    if spoken is None or opening.theme or not is_talk(spoken["kind"]):
        return None
    topic = phrase_of(spoken["topic"]).core
    return Headline(title_of(topic), kind_of(spoken["kind"]), (f"by {spoken['who']}",))


def _open_job(opening: Opening) -> Headline | None:
    """ "About a vacancy for an accountant": the accountant is sought."""
    told = next((phrase_of(text).core for text in opening.of("about")), "")
    wanted = cores_of(opening, "for")
    sought = wanted and JOB.search(told)
    return Headline(title_of(wanted[0]), kind_of(told)) if sought else None


def _sold(opening: Opening) -> Headline | None:
    """ "That tickets for the festival go on sale": the festival, and below it the news."""
    sold = next((m for text in opening.of("topic") if (m := _TICKETS.match(text))), None)
    told = next((m for text in opening.of("for") if (m := _ON_SALE.match(text))), None)
    if sold is None or told is None:
        return None
    return Headline(title_of(phrase_of(told["what"]).core), "", (f"{sold['what']} {told['how']}",))
