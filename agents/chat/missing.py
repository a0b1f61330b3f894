"""What is asked where a phrase names nothing: the layers that lie at the place it tells of."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming_places import is_thin, lies_at
from agents.chat.results import Choice, Question
from agents.chat.sentence import Sentence
from design_io.document import GroupLayer, Layer
from design_io.geometry import Box, union_all
from layout.wording import tree

_MOST = 4
_LIKELY = ("title", "subtitle", "hero", "picture", "offer", "cta", "date")
_POINTING = re.compile(
    r"it|this|that|them|these|those|(?:the )?(?:other|first|same) (?:one"
    r"|thing)s?"
)
_PLACE = re.compile(
    r" (?P<place>(?:at|on|in|to|near|along) the (?:very |far )?(?:top|bottom|left|right)\b.*)$"
)


def asked(phrase: str, said: Sentence, context: Context) -> Question | None:
    """Which layer at that place is meant; None where the phrase tells of no place."""
    at = _PLACE.search(phrase)
    if at is None or phrase not in said.low:
        return None
    sheet = context.design.canvas.box
    near = [x for x in _parts(context) if lies_at(_box(x), at["place"], sheet)]
    near = sorted(near, key=lambda x: -_box(x).area)[:_MOST]
    if not near:
        return None
    order = re.sub(rf"(?:the |that |this |our |my )?{re.escape(phrase)}", "{}", said.low, count=1)
    choices = tuple(Choice(x.label, order.format(x.id)) for x in near)
    return Question(f"nothing is called {phrase!r}; which of these do you mean?", choices)


def which(phrase: str, said: Sentence, context: Context) -> Question | None:
    """What "it" or "the other one" is, where nothing was spoken of; None for another phrase."""
    if not _POINTING.fullmatch(phrase) or not re.search(rf"\b{re.escape(phrase)}\b", said.low):
        return None
    order = re.sub(rf"(?:the )?\b{re.escape(phrase)}\b", "{}", said.low, count=1)
    choices = tuple(Choice(x.label, order.format(x.id)) for x in likely_parts(context))
    return Question("what do you mean by that? Name a layer, or select one", choices)


def likely_parts(context: Context) -> list[Layer]:
    """What people speak of first: title, picture, offer, button and the like."""
    return [x for x in _parts(context) if x.role in _LIKELY][:_MOST]


def _parts(context: Context) -> list[Layer]:
    """What people point at: copy, pictures and panels, groups of copy in their parts."""
    found: list[Layer] = []
    for top in context.design.layers:
        opened = isinstance(top, GroupLayer) and top.role == "item"
        found += top.layers if opened and isinstance(top, GroupLayer) else [top]
    return [x for x in found if x.role != "background" and x.visible and not is_thin(_box(x))]


def _box(layer: Layer) -> Box:
    return union_all(x.box for x in tree(layer) if not isinstance(x, GroupLayer))
