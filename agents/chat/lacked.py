"""What a sentence names and the design has not: an edit of something else becomes a question.

The learned reader says which words of the sentence name a thing. Rules may have taken another
thing for it; so where it is not found, only what else the sentence names may be touched.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from agents.chat.calling import words_in
from agents.chat.carrying import Work, named_in
from agents.chat.context import Context
from agents.chat.naming import Named
from agents.chat.naming_words import DETERMINER, PRONOUN
from agents.chat.results import Done, NotThereError, Question, UnclearError
from agents.chat.straying import is_drawn_anew, strays_of, touched_by
from agents.chat.values.slots import slots_in, told_in
from agents.chat.values.wording import copy_by_id
from agents.colorwords import color_named
from agents.edits import distance
from agents.lexicon import entry_named
from agents.reader.edits import Wish
from agents.reader.spans import Span
from design_io.document import Design, Layer, TextLayer, leaves, walk

_SURE = 0.5
_MOST = 0.5  # of all leaves; an edit of more is one of the whole design
_NAMES = ("thing", "quoted", "place")
_SLIP = 2  # letters
_WHEN = ("hour", "day")  # they say by themselves what they are of


def asked(wish: Wish, found: Done, context: Context) -> Question | None:
    """Asks where something is touched in place of a thing that is not there."""
    if context.confirmed or any(s.kind == "drawing" for s in wish.spans):
        return None
    touched = touched_by(found, context)
    after = found.after(context.history).present
    whole = len(touched) > _MOST * sum(1 for _ in leaves(context.design))
    if not touched or whole:
        return None
    there, lost = _looked_up(wish, context)
    if is_drawn_anew(touched, context.design, after):
        return _of_copy(wish, there, touched)
    now = " | ".join(x.text.lower() for x in walk(after) if isinstance(x, TextLayer))
    lost = [x for x in lost if wish.said(x[1]).lower() not in now]  # what is printed is new
    meant = [x for named in there for x in named.leaves] + _when_told(wish, found, context)
    meant += [x for x in touched if x.role in words_in(wish.text) or _is_respelled(x, after)]
    if all(x.role == "hero" for x in touched):  # whatever else the picture is called
        lost = [x for x in lost if not entry_named(DETERMINER.sub("", wish.said(x[1]).lower()))]
    if not lost or not strays_of(touched, meant, context.design):
        return None
    return named_in(wish, context).unclear(*lost[0], (0, len(wish.text))).question


def any_lost(wish: Wish, context: Context) -> bool:
    """Whether something is surely named that is not there."""
    return bool(_looked_up(wish, context)[1])


def _looked_up(
    wish: Wish, context: Context
) -> tuple[list[Named], list[tuple[NotThereError, Span]]]:
    """What is named and there, and what surely is named and is not."""
    work, there, lost = named_in(wish, context), list[Named](), list[tuple[NotThereError, Span]]()
    spans = [s for s in wish.spans if s.kind in _NAMES]
    for span, behind in zip_longest(spans, spans[1:]):
        try:
            there.append(_named(work, span, behind, wish))
        except NotThereError as error:
            if span.kind != "place" and span.sure >= _SURE and _tells(wish.said(span)):
                lost.append((error, span))
        except UnclearError:
            continue
    return there, lost


def _named(work: Work, span: Span, behind: Span | None, wish: Wish) -> Named:
    """What a span names, by itself or with what stands behind it; "the line Foo" is Foo alone."""
    gap = wish.text[span.end : behind.start] if behind else ""
    if behind and behind.kind == "quoted" and gap == " ":
        work.named(behind)
    try:
        return work.named(span)
    except NotThereError:
        if behind is None or behind.kind == "quoted" or gap.strip():
            raise
        return work.named(span._replace(end=behind.end))


def _of_copy(wish: Wish, there: list[Named], touched: list[Layer]) -> Question | None:
    """Asks where pictures make way though only copy is named: "that line should be: cakes"."""
    named = [x for each in there for x in each.leaves]
    meant = any(x in touched or x.role == "background" for x in named)
    if not named or meant or any(s.kind == "place" for s in wish.spans):
        return None
    return Question("that would draw another picture; what should change?")


def _tells(words: str) -> bool:
    """Whether it names anything: neither "the" nor "this one"."""
    low = words.lower().strip(" ,.'\"")
    bare = DETERMINER.sub("", low)
    told = re.search(r"\w", bare) and not color_named(bare)
    return bool(told) and not PRONOUN.fullmatch(f"{low} ")


def _is_respelled(layer: Layer, after: Design) -> bool:
    """Whether only a few letters of it differ."""
    now = next((x for x in walk(after) if x.id == layer.id), None)
    if not isinstance(layer, TextLayer) or not isinstance(now, TextLayer):
        return False
    return layer.text != now.text and distance(layer.text, now.text, _SLIP) <= _SLIP


def _when_told(wish: Wish, found: Done, context: Context) -> list[Layer]:
    """Dates and times that read otherwise, where a day or an hour is told."""
    kinds = {t.kind for t in told_in(wish.text.lower(), wish.text)} & {*_WHEN}
    now = copy_by_id(found.after(context.history).present)
    slots = (s.layer for s in slots_in(context) if s.kind in kinds)
    return [x for x in slots if now.get(x.id, x.text) != x.text]
