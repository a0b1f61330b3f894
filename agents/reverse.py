"""The back of a card: the house and its motif, lines to write on, or a greeting's art."""

from __future__ import annotations

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
from layout.carded import is_contact_card, stamps_of
from layout.compose import compose
from layout.plan import DesignPlan, Element
from layout.systems import SYSTEMS

_GREETING = "greeting-card"  # a size
_CONTACTS = ("Name", "Phone", "E-mail")


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
    blanks = () if stamps_of(front) or greets else _lines(front, brief)
    hero = () if blanks else front.of_role("hero")
    first, others = front.subjects[:1], front.subjects[1:]  # what the front does not show
    subjects = (*others, *first) if others or SYSTEMS[front.system].needs_subject else ()
    elements = ((heading,) if brand else ()) + logo + hero
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
