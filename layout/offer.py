"""An offer in its parts: the figure that is read first, and the words before and after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from layout.plan import DesignPlan, Element
from layout.systems import Setting, VisualSystem

_LONGEST = 14  # characters of a figure
_FIGURE = re.compile(
    r"(?:[$€£¥₹]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:%|[€£₽]))?(?:\s(?:off|discount|for\s\d+))?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:over|above|least|minimum|spend|worth|orders? of|than)\s$", re.IGNORECASE)
_SOLD = re.compile(r"\b(?:sales?|rent|deal|offer)\b", re.IGNORECASE)
_UNTOLD = re.compile(  # labels a price needs
    r"\b(?:from|at|for|reward|prize|payment|salary|wages?|pay|fee)$", re.IGNORECASE
)


class Offer(NamedTuple):
    """An offer in three stretches of whole words; the middle one is set giant."""

    before: str
    figure: str
    after: str


def offer_in(text: str) -> Offer | None:
    """The offer's parts, when its first number is short and stands in it as words of its own."""
    match = next((m for m in _FIGURE.finditer(text) if re.search(r"[%$€£¥₹₽]|for", m[0])), None)
    if match is None or len(match[0]) > _LONGEST or _FROM.search(text[: match.start()]):
        return None
    before, figure, after = text[: match.start()], match[0], text[match.end() :]
    if re.fullmatch(r"[.!]", after):
        figure, after = figure + after, ""
    whole = (not before or before[-1].isspace()) and (not after or after[0].isspace())
    return Offer(before.strip(), figure, after.strip()) if whole else None


def figure_setting(system: VisualSystem) -> Setting:
    """Figures and the words set with them are the system's title in capitals."""
    return system.type["title"].evolve(case="upper")


def lead_setting(system: VisualSystem) -> Setting:
    """A figure among the facts: in the title's face and the facts' colour, on lining numerals."""
    title, detail = system.type["title"], system.type["detail"]
    case = "none" if title.italic else "upper"
    plain = title.evolve(case=case, color=detail.color, features=(*title.features, "lnum"))
    return plain if title.color == detail.color else plain.evolve(outline=0.0, extrusion=0.0)


def leading_offer(plan: DesignPlan) -> Element | None:
    """The offer, or the price of what is for sale, whose figure is read before all else."""
    if plan.rows:
        return None
    offers = [e for e in plan.of_role("offer") if offer_in(e.text)]
    prices = (
        []
        if plan.of_role("date", "time")
        else [e for e in plan.of_role("price") if _leads(e, plan)]
    )
    return next(iter((*offers, *prices)), None)


def _leads(price: Element, plan: DesignPlan) -> bool:
    """Whether it is the only price, or the first of something for sale."""
    sold = any(_SOLD.search(title.text) for title in plan.of_role("title"))
    told = not _UNTOLD.search(price.label)
    return told and bool(offer_in(price.text)) and (sold or len(plan.of_role("price")) == 1)
