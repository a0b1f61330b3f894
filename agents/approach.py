"""How a brief is gone about: a table of rules over the brief, its pictures and the painter.

No model decides it. An approach says what is made (one design, a series of sizes, the pages of a
set, a layout around a product's picture) and what is painted first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from agents.brief import Brief
from agents.lexicon import icons_for
from agents.pages import page_briefs
from design_io.study import Study
from generators.artist.outdoors import is_outdoors
from generators.request import Abilities
from layout.systems import SYSTEMS

Kind = Literal["single", "series", "pages", "product"]
Order = Literal["foreground_first", "background_first"]


class Case(NamedTuple):
    """What the rules look at."""

    brief: Brief
    sizes: tuple[str, ...]  # asked for; none: the brief's own
    pictures: tuple[Study, ...]  # of the user's, in the order they were given
    painter: Abilities

    @property
    def pages(self) -> int:
        return len(page_briefs(self.brief))


class Approach(NamedTuple):
    kind: Kind
    order: Order
    reason: str

    def told(self) -> str:
        return f"{self.kind}, {self.order.replace('_', ' ')}: {self.reason}"


class Rule(NamedTuple):
    holds: Callable[[Case], bool]
    answer: str
    reason: str


_PRODUCT = re.compile(
    r"\b(?:product|pack)[- ]?(?:shots?|photos?|pictures?|images?|photography)\b"
    r"|\b(?:photo|picture|image|shot)s? of (?:the|our|my|this) (?:product|bottle|jar|pack(?:age"
    r"|aging)?|box|can|tube|shoe|bag|watch|device|item)s?\b|\bshowcas\w+ (?:the|our|my) product\b",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"\b(?:photo(?:graph)?s?|photographic|photo-?realistic|realistic|scenery|scenic|painted"
    r"|full[- ]bleed)\b",
    re.IGNORECASE,
)
_AROUND = ("cutout", "split")  # lay out around a picture and leave its pixels as they are
_OVER = frozenset({"duotone", "full"})  # recolour it, or set copy on it
_ROWS = ("list", "lineup", "schedule", "steps", "chart", "certificate", "card", "ticket", "logo")


def approach_for(case: Case) -> Approach:
    """The first rule that holds says what is made, and of the other table what comes first."""
    kind = next(rule for rule in KINDS if rule.holds(case))
    order = next(rule for rule in ORDERS if rule.holds(case))
    reason = f"{kind.reason}; {order.reason}"
    return Approach(kind.answer, order.answer, reason)  # type: ignore[arg-type]


def avoided_by(approach: Approach, variant: int) -> frozenset[str]:
    """Systems that would not leave a product's picture as it is; later variants may frame it."""
    if approach.kind != "product":
        return frozenset()
    return frozenset(SYSTEMS) - {*_AROUND} if variant < len(_AROUND) else _OVER


def _is_product(case: Case) -> bool:
    """An attached picture of a thing on a plain ground, or one that is said to be the product's."""
    if not case.pictures or case.brief.form.value in ("certificate", "logo", "card"):
        return False
    thing = case.pictures[0].plain or case.pictures[0].transparent
    return thing or bool(_PRODUCT.search(case.brief.request[:3_000]))


def _is_one_thing(brief: Brief) -> bool:
    """A thing with a name of its own, such as a saxophone: no trade, no place, nothing outdoors."""
    subject = brief.subject.value
    icons = icons_for(subject)[:1]
    words = set(subject.lower().split())
    return bool(icons) and set(icons[0].split("-")) <= words and not is_outdoors(icons)


KINDS: tuple[Rule, ...] = (
    Rule(lambda case: len(case.sizes) > 1, "series", "several sizes are asked for"),
    Rule(lambda case: case.pages > 1, "pages", "a set of pages is asked for"),
    Rule(_is_product, "product", "the picture shows a product"),
    Rule(lambda _: True, "single", "one design is asked for"),
)
ORDERS: tuple[Rule, ...] = (
    Rule(lambda case: bool(case.pictures), "foreground_first", "the pictures are given"),
    Rule(
        lambda case: not case.painter.backgrounds, "foreground_first",
        "the painter draws around set copy",
    ),
    Rule(
        lambda case: not case.painter.things, "foreground_first",
        "the painter makes soft grounds, calm where copy lies",
    ),
    Rule(
        lambda case: case.brief.form.value in _ROWS, "foreground_first",
        "rows leave a whole picture no calm place",
    ),
    Rule(
        lambda case: bool(_SCENE.search(case.brief.request[:3_000])), "background_first",
        "a photographic picture is asked for",
    ),
    Rule(
        lambda case: _is_one_thing(case.brief), "foreground_first",
        "one thing is shown, alone before a quiet ground",
    ),
    Rule(
        lambda case: not case.painter.transparent, "background_first",
        "the painter makes whole pictures",
    ),
    Rule(lambda _: True, "foreground_first", "the painter paints elements around set copy"),
)  # fmt: skip
