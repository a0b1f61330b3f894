"""The back of a card: the house and its motif, lines to write on, stamps, or a greeting's art."""

from __future__ import annotations

import re

from agents.backdrops import hand_for
from agents.brief import Brief
from agents.correction import corrected
from agents.graph import Outcome
from agents.painting import joined, requests_for
from agents.planning import is_business_card
from design_io.commands import apply
from design_io.document import Design
from design_io.resources import Resources
from generators.request import Generator
from layout.arrange import arrange
from layout.carded import STAMPS, is_contact_card
from layout.compose import compose
from layout.plan import DesignPlan, Element
from layout.systems import SYSTEMS

_GREETING = "greeting-card"  # a size
_CONTACTS = ("Name", "Phone", "E-mail")
_BOUGHT = re.compile(r"\bbuy\s(?P<n>\w+)\b.*\bfree", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"\b(?:collect|after|every|get|the|your)\s(?:the\s)?(?P<n>\d{1,2}|[a-z]+)(?:th|st|nd|rd)?\b"
    r"|\b(?P<st>\d{1,2})\s?(?:stamps|boxes|punches)",
    re.IGNORECASE,
)
_STAMPS, _MOST_STAMPS = 10, 20
_WORDS = ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = [
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_NUMBERS = {word: n for words in (_WORDS, _ORDINALS) for n, word in enumerate(words, 4)}


def back_of(outcome: Outcome, resources: Resources, painter: Generator) -> Design | None:
    """The second side of a card in the same system and colours; None for all other designs."""
    greets = outcome.brief.size.value == _GREETING
    if outcome.plan.form != "card" and not greets:
        return None
    plan = _plan(outcome.plan, outcome.brief, greets)
    layout = arrange(plan, resources.fonts)
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = hand_for(painter, request).paint(request, resources.assets, lambda: False)
        design = apply(design, joined(design, painted), "agent")
    return corrected(design, resources, plan).design


def _plan(front: DesignPlan, brief: Brief, greets: bool) -> DesignPlan:
    """The house as the title, no words on a greeting; what the front says and shows stays there."""
    brand = "" if greets else next((e.text for e in front.of_role("brand", "title")), "")
    logo = front.of_role("logo", "picture")
    heading = Element(id="title", role="title", text=brand, importance=5)
    stamps = _stamps(brief.request)
    blanks = () if stamps or greets else _lines(front, brief)
    hero = () if stamps or blanks else front.of_role("hero")
    first, others = front.subjects[:1], front.subjects[1:]  # what the front does not show
    subjects = (*others, *first) if others or SYSTEMS[front.system].needs_subject else ()
    elements = ((heading,) if brand else ()) + logo + stamps + hero
    title = f"{front.title}, back"
    return front.evolve(
        elements=elements, seed=front.seed + 1, title=title, blanks=blanks, subjects=subjects
    )


def _lines(front: DesignPlan, brief: Brief) -> tuple[str, ...]:
    """What is written on a business card by pen, where its front has no lines of contact."""
    if not is_business_card(brief):
        return ()
    told = is_contact_card(front) or brief.language.value != "en"
    return brief.blanks or (() if told else _CONTACTS)


def _stamps(request: str) -> tuple[Element, ...]:
    """As many numbered circles as a loyalty card says; none for other cards."""
    if not re.search(r"\b(?:loyalty|stamp|punch|reward)", request, re.IGNORECASE):
        return ()
    return tuple(
        Element(id=f"stamp-{n}", role="item", text=str(n), group=f"{STAMPS}/row-{n}")
        for n in range(1, _count(request) + 1)
    )


def _count(request: str) -> int:
    """ "Buy 9, get the 10th free" is ten; ten when nothing is said."""
    bought = _BOUGHT.search(request)
    if bought and (number := _number(bought["n"])):
        return min(number + 1, _MOST_STAMPS)
    said = [_number(match["n"] or match["st"]) for match in _COUNTED.finditer(request)]
    return min(next((number for number in said if number > 3), _STAMPS), _MOST_STAMPS)


def _number(word: str) -> int:
    """A number in digits or as a word; 0 when it is none."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)
