"""The call to action a request asks for: its own words where it quotes them, else its verb."""

from __future__ import annotations

import re

from agents.brief import Text

_SAID = re.compile(
    r"(?:call[- ]to[- ]action|\bcta\b)(?: \w+)?(?: is| should (?:be|say|read)|:| of| to|,)+\s+"
    r"(?P<words>(?:[A-Z][\w'’!]*|now|today|more|us|here)(?:\s(?:[A-Z][\w'’!]*|now|today|more|us"
    r"|here|your"
    r"|tickets?|online)){0,4})",
)
_URGE = (
    r"(?:encourag|invit|urg|ask|direct|tell|remind|prompt|motivat|inspir|persuad|allow|call to"
    r" action"
    r"|call-to-action|cta|users should|viewers should|so (?:that )?(?:people|they|customers) can"
    r"|option|link to|able to|ready to|how to|in order to|to easily|customers to|people to"
    r"|viewers to"
    r"|followers to|individuals to|them to|users? to|audience to|clients to)"
)
_VERBS = (
    ("Swipe up", r"swip(?:e|ing) up"),
    ("Book now", r"book(?:ing)?(?: (?:now|today|online|a |an |the |your|their))"),
    ("Shop now", r"shop(?:ping)? (?:now|today|online|with|the|for|at)"),
    ("Reserve now", r"reserv(?:e|ing) (?:a |your |the )?(?:spot|seat|place|table|room|now)"),
    ("Pre-order now", r"pre-?order(?:ing)?"),
    ("Order now", r"(?<!-)order(?:ing)?(?: (?:now|today|online|the|a|from))"),
    ("Buy now", r"buy(?:ing)? (?:now|today|the|a|tickets|their)|purchase (?:now|today|the)"),
    ("Get tickets", r"(?:buy|get|purchase|reserve|book) (?:your |their )?tickets"),
    ("Call now", r"call (?:now|today|and|us|to)"),
    ("Sign up", r"sign(?:ing)? up"),
    ("Register now", r"register(?:ing)?\b|enrol+(?:l|ing)?\b"),
    ("Subscribe", r"subscrib(?:e|ing)"),
    ("Apply now", r"apply(?:ing)?\b"),
    ("Donate now", r"donat(?:e|ing)\b"),
    ("RSVP", r"rsvp"),
    ("Read more", r"read(?:ing)? (?:more|the)"),
    ("Learn more", r"(?:learn|find out|discover|know) (?:more|about)"
     r"|for (?:more|further) (?:info\w*|details)"),
    ("Download now", r"download"),
    ("Follow us", r"follow(?:ing)? (?:us|the (?:page|account|brand))"),
    ("Vote now", r"vote\b"),
    ("Go green", r"go green"),
    ("Join us", r"drop in|join(?:ing)?\b|attend(?:ing)?\b|participate|accept the invitation"),
    ("Visit us", r"(?:visit\b|stop by|come (?:by|visit|to))"),
    ("Explore now", r"explor(?:e|ing)"),
)  # fmt: skip
_SWIPED = re.compile(r"\bswip(?:e|ing)[- ]up\b", re.IGNORECASE)
_URGED = re.compile(_URGE, re.IGNORECASE)
_REACH = 80  # characters after an urging in which its verb stands
_ASKED = tuple((label, re.compile(rf"\b(?:{verb})", re.IGNORECASE)) for label, verb in _VERBS)
_DEFAULTS = (
    (re.compile(r"\b(?:services?|salon|spa|clinic|studio|cleaning|travel|tours?|trips?|cruise|hotel"
                r"|massage|plumb\w+|electrician|barber|dent(?:ist|al)|groom\w+|trainer"
                r"|photograph\w+|haircuts?"
                r"|manicures?|tutor\w*|therap\w+|rentals?"
                r"|repairs?|packages?|lessons?|classes|courses?)\b", re.IGNORECASE), "Book now"),
    (re.compile(r"\b(?:sale|offer|store|shop|collection|black friday|cyber monday|clothing"
                r"|watch(?:es)?"
                r"|shoes|jewel\w+|cosmetics?|skincare|fashion|deals?|vase)\b",
                re.IGNORECASE), "Shop now"),
)  # fmt: skip
_TITLED = re.compile(
    r"(?<!-)\b(?:shop|order|pre-order|book|buy|call|register|apply|donate|subscribe|enroll"
    r"|join)\s(?:now|today"
    r"|us)\b",
    re.IGNORECASE,
)


def call_in(request: str) -> Text | None:
    """The call to action asked for; None when the request asks for none."""
    said = _SAID.search(request)
    if said:
        return Text(role="cta", text=said["words"].strip())
    if _SWIPED.search(request):
        return Text(role="cta", text="Swipe up", provenance="inferred")
    literal = _TITLED.search(request)
    if literal:
        words = literal[0]
        return Text(role="cta", text=words if words.isupper() else words.capitalize())
    labels = {label for urging in _urgings(request) for label, p in _ASKED if p.search(urging)}
    if labels:
        return Text(role="cta", text=_strongest(labels), provenance="inferred")
    return None


def _urgings(request: str) -> list[str]:
    """What stands behind each urging, up to the end of its sentence."""
    found = []
    for match in _URGED.finditer(request):
        after = request[match.end() : match.end() + _REACH]
        found.append(re.split(r"[.!?]", after)[0])
    return found[:12]


def default_call(about: str) -> Text | None:
    """A suggestion for an offer on goods or services; elsewhere a poster does without."""
    for words, label in _DEFAULTS:
        if words.search(about):
            return Text(role="cta", text=label, provenance="suggested")
    return None


def _strongest(labels: set[str]) -> str:
    """What sells before what merely invites: booking beats visiting."""
    return next(label for label, _ in _VERBS if label in labels)
