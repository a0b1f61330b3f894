"""What the picture shows and the plain shapes beside it, by the nouns people have for them."""

from __future__ import annotations

import re

from agents.chat.by_name import (
    BETWEEN_COPY,
    Named,
    by_drawing,
    by_subject,
    collected,
    drawn_as,
    has_no_names,
    hero_drawing,
    is_another,
    of_role,
    single,
    subjects_of,
)
from agents.chat.context import Context
from agents.chat.kindred import PLAIN, form_of, is_kindred
from agents.chat.naming_words import DETERMINER
from agents.chat.results import Question, UnclearError
from design_io.document import ShapeLayer, TextLayer, walk
from generators.artist.naming import members_of, thing_of

_DRAWN = re.compile(
    r"(?:(?:the|this|that|our|my|one) )?(?P<what>[\w -]+?)(?: (?:itself|picture|image|icon|drawing"
    r"|illustration|graphic|pic|photo))?"
)
_SIZE = re.compile(r"(?:(?:little|small|tiny|big|large|huge|giant) )+")
_NOT_ALONE = "the picture shows {} among other things, in one drawing; is all of it meant?"
_MANY = ("greenery", "foliage")  # of which no single plant is one
_LARGE = 0.03  # of the sheet


def pictured(words: str, context: Context) -> Named | None:
    """ "the lantern" that is drawn, rather than the word in "Lantern Night Market"."""
    match = _DRAWN.fullmatch(words)
    if match is None:
        return None
    what = _SIZE.sub("", match["what"])
    texts = (x.text.lower() for x in walk(context.design) if isinstance(x, TextLayer))
    if " " in what and what in texts:
        return None
    drawn = by_drawing(what, False, context)
    if drawn and all(x.role == "hero" for x in (*drawn.layers, *drawn.leaves)):
        return drawn
    if is_another(what, context):
        return None
    one = what == single(what) and what not in _MANY
    if one and (own := hero_drawing(what, context)):
        return own
    pointed = bool(DETERMINER.match(words))
    return by_subject(what, False, context) or _kindred(single(what), pointed, context)


def _kindred(name: str, pointed: bool, context: Context) -> Named | None:
    """What of the picture may be called so, or all of one whose parts have no names."""
    heroes = [x for x in walk(context.design) if isinstance(x, ShapeLayer) and x.role == "hero"]
    found = [x for x in heroes if is_kindred(name, drawn_as(x))]
    if found:
        return collected(found, context.design)
    pictures = of_role("hero", context.design)
    told = any(is_kindred(name, subject) for subject in subjects_of(context))
    plain = bool(pictures) and all(map(has_no_names, pictures))
    if pointed and not told and plain and pictures[0].id == "objects" and is_shown(name, context):
        raise UnclearError(Question(_NOT_ALONE.format(name), firm=True))
    return Named(tuple(pictures)) if told and plain else None


def is_shown(name: str, context: Context) -> bool:
    """Whether it is among the things that the plan has drawn, or might have."""
    subjects = context.plan.subjects if context.plan else ()
    things = (thing_of(x) for subject in subjects for x in members_of(subject))
    return any(is_kindred(name, single(x.replace("-", " "))) for x in things)


def is_plain(noun: str) -> bool:
    """Whether it is the noun of a plain shape: "band", which is no group of musicians then."""
    return single(noun.removeprefix("colour ")) in PLAIN


def plain_shapes(noun: str, context: Context) -> list[ShapeLayer]:
    """Large plain shapes, where a noun such as "band" means one rather than a part of a picture."""
    if not is_plain(noun):
        return []
    least = _LARGE * context.design.canvas.box.area
    return [
        x for x in walk(context.design)
        if isinstance(x, ShapeLayer) and x.visible and x.role == "ornament"
        and form_of(x) == "square" and x.box.area > least and not BETWEEN_COPY.match(x.id)
    ]  # fmt: skip


def by_form(name: str, plural: bool, context: Context) -> Named | None:
    """ "the hexagon": a shape by the sides it has, where none is called so."""
    found = [x for x in walk(context.design) if form_of(x) == single(name) != "square"]
    return Named(tuple(found)) if found and (len(found) == 1 or plural) else None
